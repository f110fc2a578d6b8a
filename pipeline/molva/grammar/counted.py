"""«Два |близких к мэрии| чиновника»: of what stands between a number and its noun the adjective hangs on the noun, and so does the number.

Parsers take the adjective for whom the number counts, and the noun for its complement.
"""

from collections.abc import Iterator, Mapping, Sequence

from molva.lexicon.analyses import known_marks
from molva.lexicon.feats import read_feats
from molva.networks.morph import Tag

_FAR = 6  # words of what an adjective governs
_INFORMANTS = ("источник", "собеседни")
FEW = frozenset("два две три четыре 2 3 4".split())
"""Numbers that ask for the genitive singular of a noun, and the plural of its adjective: «два близких чиновника»."""
OF_MANY = "Case=Gen|Degree=Pos|Number=Plur"
"""The features of that adjective."""


def counted(
    forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Sequence[Tag], Sequence[int], Sequence[str]]:
    """Tags, heads and relations of a sentence with such numbers and adjectives hung on their nouns; heads count from 1."""
    told, hung, mended = list(tags), list(heads), list(relations)
    for number, noun in _pairs(forms, tags):
        told[number + 1] = told[number + 1] if told[number + 1][0] != "NOUN" else ("ADJ", OF_MANY)
        if _is_subject(number, noun, forms, tags, heads):
            mended[noun] = "nsubj"
        if heads[number] == heads[number + 1] == noun + 1:
            continue
        top = _top(range(number, noun + 1), hung)
        for i in _parted(range(number, noun + 1), hung, top):
            hung[i], mended[i] = noun + 1, "obl" if mended[i].startswith("nsubj") else mended[i]
        hung[noun], mended[noun] = hung[top], mended[noun if mended[noun] == "nsubj" else top]
        hung[number], mended[number] = noun + 1, "nummod:gov"
        hung[number + 1], mended[number + 1] = noun + 1, "amod"
    return told, hung, mended


def _pairs(forms: Sequence[str], tags: Sequence[Tag]) -> Iterator[tuple[int, int]]:
    """Numbers and the nouns that they count over an adjective with a preposition behind it."""
    for number in range(len(forms) - 4):
        if (
            tags[number][0] == "NUM"
            and tags[number + 2][0] == "ADP"
            and _is_adjective(forms, tags, number + 1)
        ):
            noun = _noun_behind(number, forms, tags)
            if noun is not None:
                yield number, noun


def _is_adjective(forms: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """«близких», «участвовавших», also where the tagger has a noun: «осведомлённых»."""
    feats = read_feats(tags[i][1])
    many = feats.get("Number") == "Plur" and "Case" in feats
    return many and may_be_adjective(forms[i])


def may_be_adjective(form: str) -> bool:
    """«близких», «раненых», «осведомлённых»: whether the dictionary has a form as an adjective or a participle."""
    return any(pos in ("ADJF", "PRTF") for pos, _ in known_marks(form))


def is_of_few(feats: Mapping[str, str]) -> bool:
    """«два |чиновника|»: whether a noun stands as a small number asks for it."""
    return (feats.get("Case"), feats.get("Number")) == ("Gen", "Sing")


def _noun_behind(number: int, forms: Sequence[str], tags: Sequence[Tag]) -> int | None:
    """«два близких к мэрии |чиновника|»: people in the case that the number asks for, behind what the adjective governs."""
    case, governs = read_feats(tags[number + 1][1])["Case"], False
    for i in range(number + 3, min(number + 3 + _FAR, len(forms))):
        pos, feats = tags[i][0], read_feats(tags[i][1])
        if pos in ("PUNCT", "SCONJ") or feats.get("VerbForm") == "Fin":
            return None
        if pos not in ("NOUN", "PROPN"):
            continue
        somebody = feats.get("Animacy") == "Anim" or forms[i].startswith(_INFORMANTS)
        few = forms[number].lower() in FEW and is_of_few(feats)
        many = feats.get("Number") == "Plur" and feats.get("Case") == case
        if governs and somebody and forms[i].islower() and (few or many):
            return i
        governs = True
    return None


def _is_subject(
    number: int, noun: int, forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int]
) -> bool:
    """«рассказали |два| близких к мэрии чиновника»: of people the form is a nominative, for whom one sees are «двое» or «двух»."""
    above = heads[_top(range(number, noun + 1), heads)] - 1
    verb = read_feats(tags[above][1]) if above >= 0 else {}
    governed = number > 0 and tags[number - 1][0] == "ADP"
    many = verb.get("VerbForm") == "Fin" and verb.get("Number") == "Plur"
    return many and not governed and forms[number].lower() in ("два", "две", "три", "четыре")


def _top(span: range, heads: Sequence[int]) -> int:
    """The word of a stretch that all others hang below: no word above it stands in the stretch."""
    for i in span:
        above = heads[i] - 1
        while above >= 0 and above not in span:
            above = heads[above] - 1
        if above < 0:
            return i
    return span[0]


def _parted(span: range, heads: Sequence[int], top: int) -> list[int]:
    """What hangs on the stretch from outside, or on what is outside from within, but for the top."""
    inner = [i for i in span if i != top and heads[i] - 1 not in span]
    outer = [i for i, head in enumerate(heads) if i not in span and head - 1 in (span[0], span[1])]
    return inner + outer
