"""How far the noun phrase of a source reaches: titles, names and what hangs on them."""

from dataclasses import dataclass

from molva.quotes.draft import Stretch
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import (
    behind_names,
    ends_oblique,
    glued,
    in_address,
    is_kind,
    name_ends,
)
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import NOMINAL, SPANS_OF_TIME, nominative
from molva.speakers.phrases import is_dated, is_what_happened, on_occasion
from molva.tokens.marks import OPENING

CLAUSAL = frozenset(
    {"acl", "acl:relcl", "advcl", "parataxis", "ccomp", "csubj", "punct", "discourse", "cop", "advmod"}
)
OF_TIME = frozenset({"после", "перед", "до", "накануне", "спустя"})
THIS_MATTER = frozenset({"повод", "вопрос", "связь", "счет"})  # «по этому поводу», «в этой связи»
VOWELS = frozenset("аеёиоуыэюя")
FROM = frozenset({"из", "с", "со", "от"})
ASKED = frozenset({"запрос", "вопрос", "обращение"})
DUTIES = 14  # words from a title over «по …» to the name: «омбудсмен по защите прав рыбаков Глеб Зуев»
# «заявил Глеб Зуев на |телеканале|»: where he speaks, no part of who he is
STAGES = frozenset({"телеканал", "радио", "радиостанция", "эфир", "интервью", "соцсеть"})
DUTY_PREPOSITIONS = frozenset({"по", "без"})  # «комиссар |по миру|», «министр |без портфеля|»
# by which anybody may be told, and is by his looks
PASSERS_BY = frozenset(
    "женщина мужчина девушка юноша парень человек дама старик старуха старушка мальчик девочка подросток голос".split()
)
LOOKS = {"в": "Loc", "на": "Loc", "с": "Ins", "со": "Ins", "за": "Ins"}  # the cases in which looks are told
LONGEST_LOOKS = 4  # words from the preposition to the noun
BRACKET = 8  # words of a bracket inside a noun phrase
BEHIND_BRACKET = 8  # words from a bracket to the name: «(ВА) Липовского района Заречной области Клим Зуев»


@dataclass(frozen=True, slots=True)
class Source:
    """A source's noun phrase: its words and its head."""

    span: Stretch
    head: int


def phrase(scene: Scene, head: int, start: int, end: int, stop: int = -1) -> Source:
    """The whole noun phrase of ``head``: modifiers, genitives, title and name; no clause after a comma."""
    words = scene.words
    first, title = head, _title_head(scene, head)
    head = title if start <= title < end else head
    below = _below(scene, head, stop)
    left = min(first, head)
    while left > start and (left - 1 in below or _joins_left(scene, left - 1, left)) and left - 1 != stop:
        if _genitive_before(scene, left - 1, head):
            break
        left -= 1
    right = head + 1
    while right < end and right != stop and (right in below or _joins_right(scene, right, below, end)):
        if words.lemma[right] == "свой":
            break  # «Зуев своей вины не признал»
        right += 1
    left, right = _whole_names(scene, left, right, start, end)
    left, right = _bare(scene, left, head, _closed(scene, left, right, end))
    right = _over_duties(scene, head, right, end)
    right = _over_looks(scene, head, _over_place(scene, head, right, end), end)
    if right < end and name_ends(scene, right) and words.ent[head] != "PER":
        right = behind_names(scene, right, end) or right
    return Source((left, _without_body_behind_name(scene, head, right)), head)


def _bare(scene: Scene, left: int, head: int, right: int) -> Stretch:
    """The phrase without the marks, conjunctions and prepositions at its edges; it keeps those of a name."""
    words = scene.words
    while right - 1 > head and (
        words.form[right - 1] in {",", "—", "–", "-", "("}
        or right - 1 in scene.opens
        or words.pos[right - 1] == "ADP"
    ):
        right -= 1
    while left < head and (words.pos[left] in {"PUNCT", "CCONJ", "ADP"} or words.lower[left] == "и"):
        if words.form[left] in OPENING and scene.opens.get(left, right) < right:
            break  # «Заря» closes inside; «Он сказал: …» opens what is quoted
        left += 1
    return left, right


def _without_body_behind_name(scene: Scene, head: int, right: int) -> int:
    """«сообщил мэр Глеб Зуев |РИА «Невод»|», «|телеканалу «Невод»|»: who hears him stands behind a person's name."""
    words, case = scene.words, scene.words.feat(head, "Case")
    if words.feat(head, "Animacy") != "Anim" and words.ent[head] != "PER":
        return right
    kinds = (
        i for i in range(head + 1, right) if is_kind(scene, i) and words.feat(i, "Case") == "Dat" != case
    )
    right = next(kinds, right)  # «рассказала жена сторожа |изданию «Фонарь»|»
    behind = (i for i in range(head + 1, right) if words.ent[i - 1] == "PER" and words.ent[i] != "PER")
    hears = (
        i
        for i in behind
        if words.ent[i] == "ORG"
        or i in scene.opens
        and (words.ent[i + 1] == "ORG" or ends_oblique(scene, i, scene.opens[i]))
        or words.feat(i, "Case") == "Dat" != case
    )
    return next(hears, right)


def _over_duties(scene: Scene, head: int, right: int, end: int) -> int:
    """«омбудсмен |по защите прав, миру и труду| Глеб Зуев», «министр |без портфеля| …»: over what a title is for to its bearer."""
    words, case = scene.words, scene.words.feat(head, "Case")
    titled = (
        right < end
        and words.feat(head, "Animacy") == "Anim"
        and not words.ent[head]
        and words.lower[right] in DUTY_PREPOSITIONS
    )
    if not titled or any(words.ent[i] == "PER" and words.feat(i, "Case") == case for i in range(head, right)):
        return right  # «коллега |Зуева| по институту Вера Чиж» has a name of its own to come
    for i in range(right, min(right + DUTIES, end)):
        listed = words.form[i] == "," and i + 1 < end and words.feat(i + 1, "Case") in {"Dat", "Gen"}
        if words.pos[i] == "PUNCT" and not listed or scene.is_finite(i):
            return right
        if words.ent[i] == "PER":
            return (
                next((k for k in range(i, end) if words.ent[k] != "PER"), end)
                if words.feat(i, "Case") == case
                else right
            )
    return right


def _over_place(scene: Scene, head: int, right: int, end: int) -> int:
    """«собеседник «Бакена» |в мэрии|, порт откроют», «источник |в порту| заявил»: where an informant is, up to comma or verb.

    The parser may hang it on the verb behind that.
    """
    words = scene.words
    if words.lemma[head] not in INFORMANTS or right >= end or words.lower[right] not in {"в", "во"}:
        return right
    noun = words.head[right]
    parted = right < noun < end and words.head[noun] > noun
    parted = parted and (words.form[noun + 1] == "," or words.head[noun] == noun + 1)
    if not parted or words.lemma[noun] in SPANS_OF_TIME or words.feat(noun, "Case") != "Loc":
        return right
    return noun + 1


def _over_looks(scene: Scene, head: int, right: int, end: int) -> int:
    """«перебила его женщина |в сером платке|», «смеётся мужчина |за кадром|»: what tells one who has no name."""
    return looks_end(scene, head, right, end) or right


def looks_end(scene: Scene, head: int, start: int, end: int) -> int | None:
    """Where the looks of somebody without a name end that begin at ``start``: «женщина |в сером платке|», «дама |в зелёном|»."""
    words = scene.words
    if words.lemma[head] not in PASSERS_BY or start >= end or words.lower[start] not in LOOKS:
        return None
    case = LOOKS[words.lower[start]]
    for i in range(start + 1, min(start + LONGEST_LOOKS, end)):
        colour = words.lemma[i].endswith(("ый", "ий", "ой"))
        colour = colour and (i + 1 == end or words.pos[i + 1] not in {"ADJ", "NOUN"})
        if words.lemma[i] in word_list("looks") or colour:
            return i + 1 if words.feat(i, "Case") == case or not words.feat(i, "Case") else None
        if words.pos[i] not in {"ADJ", "DET"}:
            return None
    return None


def _genitive_before(scene: Scene, i: int, head: int) -> bool:
    """«на вопрос Бурцева министр Хабиров»: a genitive stands after its noun, not before it.

    Nor does what another noun or a preposition has before it: «агентству |ТАСС| жители», «в |Telegram| управление культуры».
    """
    words = scene.words
    case = words.feat(head, "Case")
    if words.pos[i] not in {"NOUN", "PROPN", "X"} or words.ent[i] and words.ent[i] == words.ent[head]:
        return False
    named = words.ent[i] == "ORG" or words.lower[i] in word_list("networks")
    told = named and words.pos[head] == "NOUN" and case in {"Nom", "Acc"} and i > 0
    heard = told and (words.pos[i - 1] == "ADP" or words.feat(i - 1, "Case") in {"Dat", "Loc"})
    return heard or case == "Nom" and words.feat(i, "Case") == "Gen"


def _title_head(scene: Scene, head: int) -> int:
    """«глава МИД Сергей |Лавров|»: from the name, or its second word, up to its title when that stands before it."""
    words = scene.words
    if words.pos[head] == "ADJ" and words.pos[head + 1 : head + 2] == ["NOUN"] and _describes(scene, head):
        return head + 1
    for _ in range(2):
        up = words.head[head]
        beside = words.dep[head] in {"appos", "flat:name", "flat"} and up < head
        if words.ent[head] == "PER" and words.ent[up] == "ORG":
            above = words.head[up]
            titled = above < up and words.dep[up] == "nmod" and words.feat(above, "Animacy") == "Anim"
            return above if titled and not words.ent[above] else head  # «с Би-би-си Зуева сказала»
        oblique = words.feat(up, "Case") in {"Dat", "Gen", "Ins", "Loc"} or bool(_preposition_of(scene, up))
        told = words.feat(head, "Case") == "Nom" and oblique
        told = told or words.ent[head] == "PER" and words.lemma[up] == "радио"
        if not beside or words.pos[up] not in {"NOUN", "PROPN"} or told:
            # «ответил на вопрос депутата министр», «велела прорабу Климу Дёмину Рената Мухаметова»,
            # «заявил |в своём канале| Глеб Зуев», «сказал радио «Створ» Глеб Зуев», «на встрече Г. Зуев»
            break
        head = up
    return head


def _describes(scene: Scene, i: int) -> bool:
    """«говорит |старший| вальцовщик Зуев»: an adjective, taken for the source, of the person's noun right behind it."""
    words = scene.words
    alike = all(words.feat(i, name) == words.feat(i + 1, name) for name in ("Case", "Gender", "Number"))
    return alike and words.feat(i + 1, "Animacy") == "Anim"


def _below(scene: Scene, head: int, stop: int) -> set[int]:
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
            if child > head and words.pos[child] == "NUM" and words.form[child + 1 : child + 2] == ["%"]:
                continue  # «согласно статистике 96 % больных …»
            if child > head and (_said_there(scene, head, child) or _on_a_day(scene, head, child)):
                continue
            if words.ent[words.head[child]] == "PER" and words.feat(child, "Case") == "Dat" != case:
                continue  # «сказал Глеб Зуев службе «Невод»»
            if child > head and (_circumstance(scene, head, child) or _behind_bearer(scene, head, child)):
                continue
            if _of_time(scene, child, case) or _radio_told(scene, head, child):
                continue
            found.add(child)
            todo.append(child)
    return found


def _radio_told(scene: Scene, head: int, child: int) -> bool:
    """«сказал Глеб Зуев |радио| «Створ»», «заявили в мэрии |радио| «Створ»»: a medium that shows no dative, and no part of a name."""
    words = scene.words
    named = words.ent[head] == "PER" or words.lemma[head] in word_list("bodies")
    return child > head and words.lemma[child] == "радио" and named


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
    placed = _preposition_of(scene, child) in {"в", "во", "на"}
    paper = words.lemma[head] in word_list("documents")
    return placed and not paper and lemma in word_list("networks") | word_list("channels")


def _on_a_day(scene: Scene, head: int, child: int) -> bool:
    """«порт |12 октября| сообщил»: the day that something was said; a paper has one: «указ 12 октября»."""
    words = scene.words
    paper = words.lemma[head] in word_list("documents")
    day = is_dated(words, child) and words.lemma[child + 1] != "год" and not _preposition_of(scene, child)
    return day and not paper


def _circumstance(scene: Scene, head: int, child: int) -> bool:
    """«эксперты |в первые часы| предположили», «в ответе порта |на запрос «Створа»|»: no part of who speaks."""
    words, preposition = scene.words, _preposition_of(scene, child)
    asked = preposition == "на" and words.lemma[child] in ASKED
    paper = words.lemma[head] in word_list("documents")
    if not paper and _on_occasion(scene, child):
        return True
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
    words, preposition = scene.words, _preposition_of(scene, child)
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


def _preposition_of(scene: Scene, noun: int) -> str:
    """The preposition before a noun, or an empty string."""
    words = scene.words
    return next((words.lower[c] for c in words.children[noun] if words.dep[c] == "case" and c < noun), "")


def _adjective_left(scene: Scene, child: int) -> bool:
    """«занимающийся делом следователь»: a participle before its noun stays in the phrase."""
    words = scene.words
    noun = words.head[child]
    before = words.dep[child] == "acl" and child < noun and words.form[child + 1] != ","
    return before and not is_what_happened(words, child, noun)


def _joins_left(scene: Scene, i: int, left: int) -> bool:
    """The mark that opens a name, or a further word of the name that begins the phrase."""
    words = scene.words
    if words.form[i] in OPENING:
        return i in scene.opens
    if _said_before(scene, i, left):
        return False
    return words.ent[i] != "" and words.ent[i] == words.ent[left] and same_entity(scene, i, left)


def _said_before(scene: Scene, i: int, left: int) -> bool:
    """«в |Telegram-канале| пресс-служба порта»: a noun with a preposition of its own, though it be one name for the tagger."""
    return scene.words.feat(left, "Case") == "Nom" and bool(_preposition_of(scene, i))


def same_entity(scene: Scene, i: int, j: int) -> bool:
    """Whether two words stand in one entity."""
    doc, index = scene.words.doc, scene.words.index
    return all(doc[k].ent_iob_ == "I" for k in range(index[min(i, j)] + 1, index[max(i, j)] + 1))


def _joins_right(scene: Scene, i: int, below: set[int], end: int) -> bool:
    """Punctuation inside the phrase: marks of a name, a comma before a further title or the name itself."""
    words = scene.words
    if words.ent[i] == "ORG" == words.ent[i - 1] and same_entity(scene, i - 1, i):
        return True  # «аналитик S&P Глеб Зуев»
    if i in scene.brackets or scene.bracket_around(i) or words.form[i] == ")":
        return _goes_on_after_bracket(scene, i, end)
    if i in scene.opens:
        return True
    if i in scene.closes:
        return scene.closes[i] in range(i) and any(k in below for k in range(scene.closes[i], i))
    if words.form[i] == ",":
        return (
            _further_name(scene, i + 1, below)
            or i + 1 in below
            and i + 1 < end
            and _further_title(scene, i + 1)
        )
    if words.form[i] in {"-", "."}:
        return i + 1 in below
    if "при" in words.lower[i - 1 : i + 1]:  # «постпредство Вестрии при ООН»
        return words.ent[i + (words.lower[i] == "при")] == "ORG"
    return words.ent[i] == "PER" and (
        words.ent[i - 1] != "PER"
        and words.pos[i - 1] in {"NOUN", "PROPN"}
        and nominative(scene, i)
        or words.ent[i - 1] == "PER"
        and same_entity(scene, i - 1, i)
    )


def _further_name(scene: Scene, i: int, below: set[int]) -> bool:
    """««Невод», |«Створ»| и «Бакен»», «мэрия, |а также суд|»: another of those who speak."""
    words = scene.words
    if words.lower[i : i + 2] == ["а", "также"]:
        i += 2
    elif i not in scene.opens:
        return False
    first = i + 1 if i in scene.opens else i
    return first in below and words.dep[first] == "conj"


def _further_title(scene: Scene, i: int) -> bool:
    """«депутат, |глава| порта Глеб Зуев», «депутат, |бывший| мэр»; but «актёр Глеб Зуев, |известный| своими ролями».

    Nor does a nominative of many describe one in the genitive: «по словам Глеба Зуева, |семьи|, …».
    """
    words = scene.words
    genitive = words.ent[i - 2] == "PER" and words.feat(i - 2, "Case") == "Gen"
    if genitive and words.feat(i, "Number") == "Plur":
        return False
    noun = words.pos[i] in NOMINAL or words.pos[i] == "ADJ" and words.head[i] > i
    return noun and words.feat(i, "Case") in {"Nom", ""}


def _goes_on_after_bracket(scene: Scene, i: int, end: int) -> bool:
    """«секретарь Совета безопасности (СНБО) Украины Пётр Орехов»: a bracket before the person's name."""
    words = scene.words
    around = scene.bracket_around(i)
    start = i if i in scene.brackets else around[0] if around else None
    close = i if start is None else scene.brackets[start]
    if start is not None and (close - start > BRACKET or scene.has_predicate(start, close)):
        return False
    for after in range(close + 1, min(close + BEHIND_BRACKET, end)):
        if (
            words.ent[after] == "PER"
            or words.pos[after] == "PROPN"
            and words.feat(after, "Animacy") == "Anim"
        ):
            return True
        if words.feat(after, "Case") != "Gen" and not words.ent[after]:
            return False  # «Минобороны» shows no case
    return False


def _whole_names(scene: Scene, left: int, right: int, start: int, end: int) -> Stretch:
    """Stretches an edge that cuts a name to the whole name."""
    words = scene.words
    while left > start and words.ent[left] and words.ent[left - 1] and same_entity(scene, left - 1, left):
        if _said_before(scene, left - 1, left):
            break
        left -= 1
    while right < end and words.ent[right - 1] and words.ent[right] and same_entity(scene, right - 1, right):
        right += 1
    return left, right


def _closed(scene: Scene, left: int, right: int, end: int) -> int:
    """On over the rest of a name («Створ.ру», «24chas») and the mark that closes it («Наш берег»)."""
    while right < end and (in_address(scene, right) or glued(scene, right)):
        right += 1
    return right + (right < end and scene.closes.get(right, -1) in range(left, right))
