"""The words that the tree puts under the head of a source and that belong to its noun phrase: no day, no place of the saying."""

from molva.quotes.conjunctions import ABOUT_IN_TALK
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import SPANS_OF_TIME
from molva.speakers.dependents import is_dated
from molva.speakers.occasions import on_occasion
from molva.speakers.phrases import is_what_happened

CLAUSAL = frozenset(
    {"acl", "acl:relcl", "advcl", "parataxis", "ccomp", "csubj", "punct", "discourse", "cop", "advmod"}
)
OF_TIME = frozenset({"после", "перед", "до", "накануне", "спустя"})
THIS_MATTER = frozenset({"повод", "вопрос", "связь", "счет"})  # «по этому поводу», «в этой связи»
VOWELS = frozenset("аеёиоуыэюя")
FROM = frozenset({"из", "с", "со", "от"})
SENT = frozenset({"корреспондент", "корреспондентка", "спецкор"})
TO_OR_ABOUT = ABOUT_IN_TALK | {"к", "ко"}
REQUESTS = frozenset({"запрос", "вопрос", "обращение"})
# «заявил Глеб Зуев на |телеканале|»: where he speaks, no part of who he is
STAGES = frozenset({"телеканал", "радио", "радиостанция", "эфир", "интервью", "соцсеть"})


def words_below(scene: Scene, head: int, stop: int) -> set[int]:
    """The words under ``head`` that belong to its noun phrase."""
    words, case = scene.words, scene.words.feat(head, "Case")
    todo = [head, *_owner_of_data(scene, head)]
    found = set(todo)
    while todo:
        for child in words.children[todo.pop()]:
            if child == stop or words.dep[child] in CLAUSAL and not _adjective_left(scene, child):
                continue
            if words.pos[child] == "VERB" and words.feat(child, "VerbForm") in {"Fin", "Conv", "Inf"}:
                continue
            if child > head and any(is_apart(scene, head, child) for is_apart in _BEHIND):
                continue
            if words.ent[words.head[child]] == "PER" and _beside_name(scene, child, case):
                continue
            if _of_time(scene, child, case):
                continue
            found.add(child)
            todo.append(child)
    return found


def _beside_name(scene: Scene, child: int, case: str) -> bool:
    """«сказал Глеб Зуев |службе| «Невод»», «заверил Глеб Зуев |рыбаков|»: whom he tells; a name owns no genitive."""
    words = scene.words
    shown = words.feat(child, "Case")
    person = words.pos[child] == "NOUN" and words.feat(child, "Animacy") == "Anim" and not words.ent[child]
    owned = words.dep[child] == "nmod" and not preposition_of(scene, child)
    return shown == "Dat" != case or shown in {"Gen", "Acc"} and case == "Nom" and person and owned


def _share(scene: Scene, head: int, child: int) -> bool:
    """«согласно статистике |96 %| больных»: what is told begins with how many."""
    words = scene.words
    return words.pos[child] == "NUM" and words.form[child + 1 : child + 2] == ["%"]


def _radio_told(scene: Scene, head: int, child: int) -> bool:
    """«сказал Глеб Зуев |радио| «Створ»», «заявили в мэрии |радио| «Створ»»: a medium that shows no dative, and no part of a name."""
    words = scene.words
    named = words.ent[head] == "PER" or words.lemma[head] in word_list("bodies")
    return words.lemma[child] == "радио" and named


def _object_behind(scene: Scene, head: int, child: int) -> bool:
    """«В порту |итоги| назвали «временными»»: a thing that can be no genitive belongs to no place before it."""
    words = scene.words
    placed = words.feat(head, "Case") == "Loc" and child == head + 1 and not words.ent[child]
    return (
        placed
        and words.dep[child] == "nmod"
        and words.feat(child, "Case") == "Acc"
        and _is_no_genitive(scene, child)
    )


def _is_no_genitive(scene: Scene, child: int) -> bool:
    """A noun that the dictionary has in the nominative and not in the genitive."""
    words = scene.words
    return words.may_be_nominative(child) and not words.may_be_genitive(child)


def _sends_from(scene: Scene, head: int, child: int) -> bool:
    """«передаёт корреспондент «Створа» |из зала суда|»: from where somebody reports, no part of who he is."""
    words = scene.words
    return words.lemma[head] in SENT and preposition_of(scene, child) in FROM


def _of_time(scene: Scene, child: int, case: str) -> bool:
    """«в постпредстве |после ночи|, когда выли сирены, заявили»; «сообщил |накануне| представитель»: a day, and no preposition."""
    words = scene.words
    day = case == "Nom" and words.lower[child] == "накануне"
    return day or any(words.lower[c] in OF_TIME and words.dep[c] == "case" for c in words.children[child])


def _owner_of_data(scene: Scene, head: int) -> list[int]:
    """«из |данных| портовых служб»: the noun behind one that the tree takes for its adjective, as in «из этих служб».

    «|Обвиняемый| вину не признаёт» owns no «вину»: the case is not a genitive.
    """
    words, owner = scene.words, scene.words.head[head]
    if words.feat(head, "Case") == "Nom" and words.feat(owner, "Case") not in {"Nom", "Gen", ""}:
        return []
    return [owner] if words.dep[head] == "amod" and words.pos[head] == "NOUN" and owner > head else []


def _said_there(scene: Scene, head: int, child: int) -> bool:
    """«заявил Глеб Зуев |на телеканале| «Дозор»», «сообщила мэрия |в Telegram|»: where it was said.

    Of a paper the place tells whose it is: «в сообщении на сайте мэрии».
    """
    words, lemma = scene.words, scene.words.lemma[child]
    if lemma in STAGES and words.feat(child, "Case") == "Loc":
        return True
    placed = preposition_of(scene, child) in {"в", "во", "на"}
    paper = words.lemma[head] in word_list("documents")
    return placed and not paper and (lemma == "журнал" or lemma in word_list("networks", "channels"))


def _on_a_day(scene: Scene, head: int, child: int) -> bool:
    """«порт |12 октября| сообщил»: the day that something was said; a paper has one: «указ 12 октября»."""
    words = scene.words
    paper = words.lemma[head] in word_list("documents")
    day = is_dated(words, child) and words.lemma[child + 1] != "год" and not preposition_of(scene, child)
    return day and not paper


def _to_or_about(scene: Scene, head: int, child: int) -> bool:
    """«обратился депутат |к спикеру|», «Мэр |об отставке|: «…»»: no person has such a noun for a part, but his speech has."""
    words, above = scene.words, scene.words.head[child]
    person = words.ent[above] == "PER" or words.feat(above, "Animacy") == "Anim"
    return person and preposition_of(scene, child) in TO_OR_ABOUT


def _circumstance(scene: Scene, head: int, child: int) -> bool:
    """«эксперты |в первые часы| предположили», «в ответе порта |на запрос «Створа»|»: no part of who speaks."""
    words, preposition = scene.words, preposition_of(scene, child)
    asked = preposition == "на" and words.lemma[child] in REQUESTS
    paper = words.lemma[head] in word_list("documents")
    if not paper and (_on_occasion(scene, child) or preposition == "о" and words.lower[child] == "том"):
        return True  # «на вопрос корреспондента |о том|, вернётся ли он»
    at_this = words.lemma[child] in THIS_MATTER and any(
        words.lemma[c] in {"этот", "данный"} for c in words.children[child]
    )
    return bool(preposition) and (asked or at_this or words.lemma[child] in SPANS_OF_TIME)


def _on_occasion(scene: Scene, child: int) -> bool:
    """«толпа |в ответ| кричала», «сотрудники |во время обыска| сказали»: of a paper alone it tells which one it is."""
    words = scene.words
    first = next((c for c in words.children[child] if words.dep[c] == "case" and c < child), None)
    return first is not None and on_occasion(words, first)


def _behind_bearer(scene: Scene, head: int, child: int) -> bool:
    """«мэр Лев Орехов |по итогам встречи|»: what a title is for stands before its bearer's name.

    Behind the name only where he comes from: «врач Лев Орехов из Приречья». In «помощник Жаклин Смит
    по связям» the name is another's.
    """
    words, preposition = scene.words, preposition_of(scene, child)
    if not preposition or preposition in FROM:
        return False
    name = next((i for i in range(child - 1, head - 1, -1) if words.ent[i] == "PER"), None)
    while name is not None and words.dep[name] in {"flat:name", "flat"} and name > head:
        name = words.head[name]
    if name is None or name == head:
        return name == head
    bearer = words.dep[name] == "appos" and words.head[name] == head
    return bearer and _shows_nominative(scene, name, child)


def _shows_nominative(scene: Scene, name: int, end: int) -> bool:
    """«Лев Орехов», «Анна Зуева»; «Жаклин Смит», «Ким Гордон» may be a genitive as well."""
    words = scene.words
    last = max(i for i in range(name, end) if words.ent[i] == "PER")
    form = words.lower[last]
    return words.feat(name, "Case") == "Nom" and (
        form.endswith(("а", "я")) or words.feat(name, "Gender") == "Masc" and form[-1:] not in VOWELS
    )


def preposition_of(scene: Scene, noun: int) -> str:
    """The preposition before a noun, or an empty string."""
    words = scene.words
    return next((words.lower[c] for c in words.children[noun] if words.dep[c] == "case" and c < noun), "")


def _adjective_left(scene: Scene, child: int) -> bool:
    """«занимающийся делом следователь»: a participle before its noun stays in the phrase."""
    words = scene.words
    noun = words.head[child]
    before = words.dep[child] == "acl" and child < noun and words.form[child + 1] != ","
    return before and not is_what_happened(words, child, noun)


# what may stand behind the head, hang on it or on a word below it, and is no part of who speaks
_BEHIND = (
    _share,
    _said_there,
    _on_a_day,
    _circumstance,
    _to_or_about,
    _behind_bearer,
    _radio_told,
    _object_behind,
    _sends_from,
)
