"""Several who report as one: «сообщают «Невод», «Створ» и «Бакен»», «сообщили МЧС, полиция и мэр порта»."""

from molva.lexicon.nouns import bodies
from molva.quotes.draft import Stretch
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import in_address, name_at, name_ends
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import is_of_many, over_adverbs
from molva.speakers.lexicon import groups

LONGEST = 9  # words of one who is listed, with title and name


def behind_others(scene: Scene, comma: int, end: int, case: str = "Nom") -> int | None:
    """«сообщают «Невод»|, «Створ» и «Бакен»|»: the word behind the others of a list, the last of them behind «и».

    In the locative where a list of places speaks: «сообщили в МЧС|, МВД и прокуратуре|».
    """
    words = scene.words
    stop = _one_end(scene, comma + 1, end, case) if words.form[comma] == "," else None
    if stop is None or stop >= end:
        return None
    if words.form[stop] == ",":
        return behind_others(scene, stop, end, case)
    return _one_end(scene, stop + 1, end, case) if words.lower[stop] == "и" else None


def behind_one_more(scene: Scene, joined: int, end: int) -> int | None:
    """«сообщают «Невод» |и телеканал «Створ»|»: the word behind the other one, whom the tree has not joined."""
    return _one_end(scene, joined + 1, end, "Nom") if scene.words.lower[joined] == "и" else None


def places_of_several(scene: Scene, verb: int, start: int, end: int) -> Stretch | None:
    """«В |МЧС, МВД и прокуратуре| сообщили», «сообщили в |МЧС и МВД|»: bodies in a list beside a verb for many without a subject."""
    words, last = scene.words, over_adverbs(scene.words, verb, start)
    if not is_of_many(words, verb):
        return None
    behind = verb + 1 < end and words.lower[verb + 1] in {"в", "во"}
    first = verb + 2 if behind else _behind_preposition(scene, last, start)
    if first is None:
        return None
    stop = next((k for k in range(first, end) if _closes(scene, k)), end) if behind else last + 1
    parts = _items(scene, first, stop)
    others = any(c not in range(first, stop) for c in words.subjects(verb))
    listed = len(parts) > 1 and all(_is_body(scene, part) for part in parts)
    return (first, stop) if listed and not others and "и" in words.lower[first:stop] else None


def _behind_preposition(scene: Scene, last: int, start: int) -> int | None:
    """«В |МЧС| и МВД»: the word behind «в» that a list before its verb opens with."""
    words = scene.words
    for i in scene.backwards(last, start):
        if words.lower[i] in {"в", "во"}:
            return i + 1
        if scene.is_finite(i) or words.pos[i] in {"ADP", "SCONJ", "VERB", "PRON"}:
            return None
    return None


def _closes(scene: Scene, i: int) -> bool:
    """Whether a list of places behind its verb is over at a word: a mark that is no name's, a preposition, a conjunction but «и»."""
    words = scene.words
    name = i in scene.opens or i in scene.closes or scene.pair_around(i) is not None
    return not name and (words.pos[i] in {"PUNCT", "ADP", "SCONJ"} or scene.is_finite(i))


def _items(scene: Scene, start: int, end: int) -> list[int]:
    """The first words of what commas and «и» part, over what stands in marks."""
    firsts, i = [start], start
    while i < end:
        if scene.words.form[i] == "," or scene.words.lower[i] == "и":
            firsts.append(i + 1)
        i = scene.opens[i] + 1 if i in scene.opens else i + 1
    return firsts


def _is_body(scene: Scene, first: int) -> bool:
    """«МЧС», «краевой прокуратуре», ««Омуле»»: a body's name or its noun, with adjectives before it."""
    words, noun = scene.words, first
    while noun + 1 < len(words) and words.pos[noun] == "ADJ" and not words.ent[noun]:
        noun += 1
    named = noun in scene.opens or words.ent[noun] == "ORG"
    return named or words.lemma[noun] in word_list("bodies", "medium_nouns") or words.lemma[noun] in bodies()


def one_of_several(scene: Scene, head: int, verb: int) -> bool:
    """«сообщили |МЧС|, МВД и суд»: one behind a verb for many, which has more subjects to come."""
    words = scene.words
    return 0 <= verb < head and is_of_many(words, verb) and words.feat(head, "Number") != "Plur"


def first_of_many(scene: Scene, verb: int, end: int) -> int | None:
    """«рассказали |повар| в порту и два рыбака»: one behind a verb for many, whom the tree has joined to nobody."""
    words = scene.words
    if not is_of_many(words, verb):
        return None
    one = next((c for c in words.subjects(verb) if verb < c < end), None)
    if one is None or words.feat(one, "Number") != "Sing" or not can_report(scene, one):
        return None
    stop = next((k for k in range(one + 1, end) if words.pos[k] == "PUNCT" or scene.is_finite(k)), end)
    joined = next((k for k in range(one + 1, stop) if words.lower[k] == "и"), None)
    if joined is None or any(words.dep[c] == "conj" for c in words.children[one]):
        return None
    other = next((k for k in range(joined + 1, stop) if words.pos[k] in {"NOUN", "PROPN"}), None)
    if other is None:
        return None
    return one if can_report(scene, other, "Gen" if words.few(other) else "Nom") else None


def _one_end(scene: Scene, i: int, end: int, case: str) -> int | None:
    """Where one ends who begins at word ``i``: a name, a number that is a name, a body or a person with what belongs to them."""
    name = name_at(scene, i, end) if i < end else None
    if name is not None and name_ends(scene, name[1]):
        return name[1]
    if i < end and scene.words.form[i].isdigit():
        return _number_end(scene, i, end)
    return _noun_end(scene, i, end, case)


def _number_end(scene: Scene, i: int, end: int) -> int | None:
    """«Baza, |112| и «Бакен»», «Заря» и |63.ru|»: a number that nothing is counted by."""
    words, stop = scene.words, i + 1
    while stop < end and in_address(scene, stop):
        stop += 1
    counts = stop == i + 1 and stop < end and words.lower[stop] not in {",", "и", "."}
    return None if counts else stop


def _noun_end(scene: Scene, i: int, end: int, case: str) -> int | None:
    """«|прокуратура области|», «|его заместитель Анна Лис|», «|канал «Омуль»|»: a noun that can report."""
    words, noun = scene.words, i
    while noun < end and words.pos[noun] in {"ADJ", "DET"} and not words.ent[noun]:
        noun += 1
    if noun >= end or not can_report(scene, noun, case):
        return None
    for stop in range(noun + 1, min(noun + LONGEST, end)):
        if words.form[stop] == "," or words.lower[stop] == "и":
            return stop
        if scene.is_finite(stop) or words.pos[stop] in {"SCONJ", "CCONJ"}:
            return None
    return end if end - noun <= LONGEST else None


def can_report(scene: Scene, i: int, case: str = "Nom") -> bool:
    """A person, a body, a medium or an informant, in the nominative: «мэр», «прокуратура», «издание», «источник»."""
    words, lemma = scene.words, scene.words.lemma[i]
    if words.pos[i] not in {"NOUN", "PROPN"} or words.feat(i, "Case") not in {case, ""}:
        return False
    voices = word_list("bodies", "medium_nouns")
    speaks = lemma in voices or lemma in INFORMANTS or lemma in bodies() or lemma in groups()
    return speaks or words.feat(i, "Animacy") == "Anim" or bool(words.ent[i])
