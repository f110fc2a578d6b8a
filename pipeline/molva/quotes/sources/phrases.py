"""The noun phrase of a source: from its head to the whole of it, with title and name."""

from dataclasses import dataclass

from molva.quotes.draft import Stretch
from molva.quotes.media.medium import name_ends
from molva.quotes.scene import Scene
from molva.quotes.sources.objects import is_object
from molva.quotes.sources.phrase_edges import (
    genitive_before,
    joins_left,
    joins_right,
    over_name,
    over_name_of_kind,
    over_short_form,
    whole_names,
)
from molva.quotes.sources.phrase_ends import before_hearer, over_duties, over_looks, over_place
from molva.quotes.sources.phrase_words import preposition_of, words_below
from molva.quotes.sources.several import behind_one_more, behind_others, one_of_several
from molva.quotes.sources.subjects import beside_another, is_of_many
from molva.tokens.marks import OPENING


@dataclass(frozen=True, slots=True)
class Source:
    """A source's noun phrase: its words and its head."""

    span: Stretch
    head: int


def phrase(scene: Scene, head: int, start: int, end: int, stop: int = -1) -> Source:
    """The whole noun phrase of ``head``: modifiers, genitives, title and name; no clause after a comma."""
    first, title = head, _title_head(scene, head)
    head = title if start <= title < end else head
    below = words_below(scene, head, stop)
    left = _back(scene, min(first, head), head, start, stop, below)
    right = _on(scene, head, end, stop, below)
    right = over_short_form(scene, right, end)
    left, right = whole_names(scene, left, right, start, end)
    left, right = _bare(scene, left, head, over_name(scene, left, right, end))
    left -= _denies(scene, left, head) and left > start
    right = over_duties(scene, head, right, end)
    right = over_looks(scene, head, over_place(scene, head, right, end), end)
    right = _over_others(scene, head, right, end, stop)
    return Source((left, before_hearer(scene, head, right)), head)


def _back(scene: Scene, left: int, head: int, start: int, stop: int, below: set[int]) -> int:
    """«|новый глава| порта»: back over what belongs to the head or to its name, but no genitive of another noun."""
    while left > start and left - 1 != stop:
        if left - 1 not in below and not joins_left(scene, left - 1, left):
            break
        if genitive_before(scene, left - 1, head):
            break
        left -= 1
    return left


def _on(scene: Scene, head: int, end: int, stop: int, below: set[int]) -> int:
    """«глава |порта Клим Зуев|»: on over what belongs to the head; «Зуев |своей| вины не признал»."""
    right = head + 1
    while right < end and right != stop and (right in below or joins_right(scene, right, head, below, end)):
        if scene.words.lemma[right] == "свой":
            break
        right = over_name_of_kind(scene, right, end) or right + 1
    return right


def _over_others(scene: Scene, head: int, right: int, end: int, stop: int) -> int:
    """«газета «Бакен» |и агентство «Створ»|», «в порту |и в мэрии|»: on over those who speak with the head."""
    names = right < end and name_ends(scene, right) and scene.words.ent[head] != "PER"
    placed = stop >= 0 and preposition_of(scene, head) in {"в", "во"}
    if names or right < end and (placed or one_of_several(scene, head, stop)):
        right = behind_others(scene, right, end, "Loc" if placed else "Nom") or right
    if names and right < end and stop >= 0 and is_of_many(scene.words, stop):
        right = behind_one_more(scene, right, end) or right
    return right


def _bare(scene: Scene, left: int, head: int, right: int) -> Stretch:
    """The phrase without the marks, conjunctions and prepositions at its edges, «вместе с |этим| мэр»; it keeps those of a name."""
    words = scene.words
    while right - 1 > head and (
        words.form[right - 1] in {",", "—", "–", "-", "("}
        or right - 1 in scene.opens
        or words.pos[right - 1] == "ADP"
    ):
        right -= 1
    while left < head and (
        words.pos[left] in {"PUNCT", "CCONJ", "ADP"} or words.lower[left] == "и" or words.lemma[left] == "это"
    ):
        if words.form[left] in OPENING and scene.opens.get(left, right) < right:
            break  # «Заря» closes inside; «Он сказал: …» opens what is quoted
        left += 1
    return left, right


def _denies(scene: Scene, left: int, head: int) -> bool:
    """«|не| знакомый с делом юрист», «|не| названный по имени сторож»: the adjective that opens the phrase is denied."""
    opens = left < head and scene.words.pos[left] in {"ADJ", "VERB"}
    return opens and left > 0 and scene.words.lower[left - 1] == "не"


def _title_head(scene: Scene, head: int) -> int:
    """«глава МИД Сергей |Лавров|»: from the name, or its second word, up to its title when that stands before it."""
    words = scene.words
    if words.pos[head] == "ADJ" and words.pos[head + 1 : head + 2] == ["NOUN"] and _describes(scene, head):
        return head + 1
    for _ in range(2):
        up = words.head[head]
        cue = scene.cues.get(words.head[up])
        if cue is not None and up in range(*cue.span):
            break  # «обратил |внимание| «Створ»»
        if words.ent[head] == "PER" and words.ent[up] == "ORG":
            above = words.head[up]
            return above if _is_titled(scene, above, up) else head  # «с Би-би-си Зуева сказала»
        beside = words.dep[head] in {"appos", "flat:name", "flat"} and up < head
        if not beside or words.pos[up] not in {"NOUN", "PROPN"} or _is_hearer(scene, up, head):
            break
        head = up
    return head


def _is_titled(scene: Scene, above: int, body: int) -> bool:
    """«|глава| МИД Зуев»: a person's noun before a body; «письмо |мэру в Telegram| Зуева начала так» has none."""
    words = scene.words
    titled = above < body and words.dep[body] == "nmod" and words.feat(above, "Animacy") == "Anim"
    return titled and not preposition_of(scene, body) and not words.ent[above]


def _is_hearer(scene: Scene, up: int, head: int) -> bool:
    """«ответил на вопрос |депутата| министр», «успокоил |жителей| Зуев», «заявил |в своём канале| Глеб Зуев»: what stands before a name is no title of it.

    Nor is it in «велела |прорабу Климу Дёмину| Рената Мухаметова», «сказал |радио| «Створ» Глеб Зуев», «|на встрече| Г. Зуев».
    """
    words = scene.words
    oblique = words.feat(up, "Case") in {"Dat", "Gen", "Ins", "Loc"} or bool(preposition_of(scene, up))
    if words.feat(head, "Case") == "Nom" and (oblique or is_object(words, up)):
        return True
    return words.ent[head] == "PER" and words.lemma[up] == "радио" or beside_another(words, head)


def _describes(scene: Scene, i: int) -> bool:
    """«говорит |старший| вальцовщик Зуев»: an adjective, taken for the source, of the person's noun right behind it."""
    words = scene.words
    alike = all(words.feat(i, name) == words.feat(i + 1, name) for name in ("Case", "Gender", "Number"))
    return alike and words.feat(i + 1, "Animacy") == "Anim"
