"""Forms that are two cases at once, read by what stands above them once the sentence is parsed.

«Профессора заявили» are many professors, and no one professor's, for only a nominative has its verb in the plural;
in «по мнению её коллеги» it is one colleague's, and in «по мнению критика» a man's, for what hangs on a noun right
before it stands in no nominative.
"""

import re
from collections.abc import Sequence

from molva.grammar.analyses import analyses_of
from molva.grammar.feats import read_feats, write_feats
from molva.networks.morph import Tag

_NOUNS = ("NOUN", "PROPN")
_IN_A = re.compile(r".{3,}[ая]")
_IN_I = re.compile(r".{3,}[иы]")
# What is said is no person: «директора сообщили», though «директора предупредили» may be one whom they warned
_SAYING = re.compile(
    r"(?:рас)?сказали|рассказывают|за(?:явили|являют)|сообщ(?:или|ают)|говор(?:или|ят)|"
    r"(?:по|объ)ясн(?:или|яют)|уточн(?:или|яют)|утвержда(?:ли|ют)"
)
# What a name in the nominative looks like beside a verb of this gender
_OF_GENDER = {"Fem": _IN_A, "Masc": re.compile(r".+[бвгджзклнпрстфхцчшщ]")}
_BETWEEN = ("DET", "ADJ")


def governed(
    forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> tuple[list[Tag], list[str]]:
    """The tags and the relations of a sentence with these forms read anew; heads count from 1, 0 is the root."""
    told, mended = list(tags), list(relations)
    for i, form in enumerate(forms):
        if not heads[i] or tags[i][0] not in _NOUNS:
            continue
        if _is_somebodys_name(i, form, tags, heads, relations):
            gender = read_feats(tags[heads[i] - 1][1])["Gender"]
            told[i] = _turned("PROPN", tags[i][1], Case="Nom", Gender=gender)
        elif relations[i] in ("nsubj", "obj") and _IN_A.fullmatch(form):
            if _are_subjects(i, forms, tags, heads, relations):
                told[i], mended[i] = _turned("NOUN", tags[i][1], Case="Nom", Number="Plur"), "nsubj"
        elif relations[i] == "nmod" and _IN_I.fullmatch(form) and _is_whose(i, form, tags, heads):
            told[i] = _turned(tags[i][0], tags[i][1], Case="Gen", Number="Sing")
        elif relations[i] in ("nmod", "nsubj") and _IN_A.fullmatch(form) and _is_a_mans(i, form, tags, heads):
            told[i] = _turned("NOUN", tags[i][1], Animacy="Anim", Case="Gen", Gender="Masc")
            mended[i] = "nmod"
    return told, mended


def _are_subjects(
    i: int, forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> bool:
    """«Директора сообщили»: people, tagged as one of them, beside a verb in the plural without another subject."""
    noun, verb = read_feats(tags[i][1]), heads[i] - 1
    above = read_feats(tags[verb][1])
    if noun.get("Number") != "Sing" or noun.get("Case") not in ("Gen", "Acc"):
        return False
    if above.get("VerbForm") != "Fin" or above.get("Number") != "Plur":
        return False
    if relations[i] == "obj" and not _SAYING.fullmatch(forms[verb].lower()):
        return False
    others = (k for k, head in enumerate(heads) if head == verb + 1 and k != i)
    alone = not any(relations[k].startswith("nsubj") for k in others)
    return alone and _has(forms[i], "anim", "plur", "nomn")


def _is_somebodys_name(
    i: int, form: str, tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> bool:
    """«сказала |Зуева|», «заявил |Трасс|»: tagged as oblique, but the subject of a verb that shows whose form this is."""
    if relations[i] != "nsubj" or tags[i][0] != "PROPN":
        return False
    name, verb = read_feats(tags[i][1]), read_feats(tags[heads[i] - 1][1])
    shown = _OF_GENDER.get(verb.get("Gender", "")) if verb.get("VerbForm") == "Fin" else None
    oblique = name.get("Case") not in ("Nom", None) and name.get("Number") == "Sing"
    return oblique and shown is not None and shown.fullmatch(form) is not None


def _is_whose(i: int, form: str, tags: Sequence[Tag], heads: Sequence[int]) -> bool:
    """«мнению её коллеги»: tagged as several, right behind the noun that it hangs on."""
    noun, above = read_feats(tags[i][1]), heads[i] - 1
    if noun.get("Case") != "Nom" or noun.get("Number") != "Plur" or not above < i:
        return False
    near = all(tags[k][0] in _BETWEEN and "Nom" not in tags[k][1] for k in range(above + 1, i))
    return near and tags[above][0] == "NOUN" and form.islower() and _has(form, "anim", "sing", "gent")


def _is_a_mans(i: int, form: str, tags: Sequence[Tag], heads: Sequence[int]) -> bool:
    """«по мнению |критика|», «по словам |техника|»: a man's, tagged as the thing «критика» right behind an oblique noun."""
    noun, above = read_feats(tags[i][1]), heads[i] - 1
    thing = noun.get("Case") == "Nom" and noun.get("Number") == "Sing" and noun.get("Animacy") == "Inan"
    oblique = above == i - 1 and tags[above][0] == "NOUN" and read_feats(tags[above][1]).get("Case") != "Nom"
    return thing and oblique and form.islower() and _has(form, "anim", "masc", "sing", "gent")


def _has(form: str, *grammemes: str) -> bool:
    return any(one.known and one.grammemes.issuperset(grammemes) for one in analyses_of(form))


def _turned(pos: str, feats: str, **to: str) -> Tag:
    return pos, write_feats({**read_feats(feats), **to})
