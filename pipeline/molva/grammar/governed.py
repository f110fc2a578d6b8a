"""Forms that are two cases at once, read by what stands above them once the sentence is parsed.

«Профессора заявили» are many professors, and no one professor's, for only a nominative has its verb in the plural;
in «по мнению её коллеги» it is one colleague's, and in «по мнению критика» a man's, for what hangs on a noun right
before it stands in no nominative.
"""

import re
from collections.abc import Sequence

from molva.lexicon.analyses import analyses_of
from molva.lexicon.feats import read_feats, write_feats
from molva.networks.morph import Tag

_NOUNS = ("NOUN", "PROPN")
_RELATIONS = ("nsubj", "obj", "nmod", "appos")  # of those that may be read anew
_IN_A = re.compile(r".{3,}[ая]")
_IN_I = re.compile(r".{3,}[иы]")
_IN_BOTH = re.compile(r".{3,}[аяиы]")
# What is said is no person: «директора сообщили», though «директора предупредили» may be one whom they warned
_SAYING = re.compile(
    r"(?:рас)?сказали|рассказывают|за(?:явили|являют)|сообщ(?:или|ают)|говор(?:или|ят)|"
    r"(?:по|объ)ясн(?:или|яют)|уточн(?:или|яют)|утвержда(?:ли|ют)"
)
# What a name in the nominative looks like beside a verb of this gender
_OF_GENDER = {"Fem": _IN_A, "Masc": re.compile(r".+(?:[бвгджзклнпрстфхцчшщ]|ро|до|ко)")}
_WOMANS = re.compile(r"[А-ЯЁ][а-яё-]+(?:[оеё]в|[иы]н)а")
_BETWEEN = ("DET", "ADJ")


def governed(
    forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> tuple[list[Tag], list[str]]:
    """The tags and the relations of a sentence with these forms read anew; heads count from 1, 0 is the root."""
    told, mended = list(tags), list(relations)
    for i in range(len(forms)):
        if not heads[i] or tags[i][0] not in _NOUNS or relations[i] not in _RELATIONS:
            continue
        for read in (_as_name, _as_subject, _as_owner):
            found = read(i, forms, tags, heads, relations)
            if found is not None:
                told[i], mended[i] = found
                break
    return told, mended


def _as_name(
    i: int, forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Tag, str] | None:
    """A name as that of who acts, or of whose man acts."""
    if _is_somebodys_name(i, forms[i], tags, heads, relations):
        gender = read_feats(tags[heads[i] - 1][1])["Gender"]
        return _turned("PROPN", tags[i][1], Case="Nom", Gender=gender, Number="Sing"), relations[i]
    if relations[i] in ("appos", "nmod") and _belongs_to_a_man(i, forms[i], tags, heads, relations):
        return _turned("PROPN", tags[i][1], Case="Gen", Gender="Masc"), "nmod"
    return None


def _as_subject(
    i: int, forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Tag, str] | None:
    """A noun as the subject of its verb: in a form for all cases, or of many."""
    if relations[i] == "nsubj" and _has_one_form(i, forms[i], tags, heads):
        return _turned(tags[i][0], tags[i][1], Case="Nom"), "nsubj"
    many = relations[i] == "nsubj" and _IN_BOTH.fullmatch(forms[i]) and _are_many(i, forms[i], tags, heads)
    people = relations[i] in ("nsubj", "obj") and _IN_A.fullmatch(forms[i])
    if many or people and _are_subjects(i, forms, tags, heads, relations):
        return _turned("NOUN", tags[i][1], Case="Nom", Number="Plur"), "nsubj"
    return None


def _as_owner(
    i: int, forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Tag, str] | None:
    """A noun as the genitive that hangs on another."""
    form = forms[i]
    if relations[i] == "nmod" and _IN_I.fullmatch(form) and _is_whose(i, form, tags, heads):
        return _turned(tags[i][0], tags[i][1], Case="Gen", Number="Sing"), "nmod"
    if relations[i] in ("nmod", "nsubj") and _IN_A.fullmatch(form) and _is_a_mans(i, form, tags, heads):
        return _turned("NOUN", tags[i][1], Animacy="Anim", Case="Gen", Gender="Masc"), "nmod"
    return None


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
    """«сказала |Зуева|», «заявил |Трасс|»: tagged as oblique, but the subject of a verb that shows whose form this is.

    «добавил |Кумарьков|» is no genitive of many.
    """
    if relations[i] != "nsubj" or tags[i][0] != "PROPN":
        return False
    name, above = read_feats(tags[i][1]), read_feats(tags[heads[i] - 1][1])
    shown = _OF_GENDER.get(above.get("Gender", "")) if above.get("VerbForm") == "Fin" else None
    many = name.get("Case") == "Gen" and above.get("Gender") == "Masc"
    oblique = name.get("Case") not in ("Nom", None) and (name.get("Number") == "Sing" or many)
    return oblique and shown is not None and shown.fullmatch(form) is not None


def _has_one_form(i: int, form: str, tags: Sequence[Tag], heads: Sequence[int]) -> bool:
    """«сообщают |СМИ| 3 мая», «сообщило в среду |Минобороны|»: the subject of a finite verb in a form for all cases."""
    oblique = "Case" in tags[i][1] and "Case=Nom" not in tags[i][1]
    if not oblique or "VerbForm=Fin" not in tags[heads[i] - 1][1]:
        return False
    return any(one.known and "Fixd" in one.grammemes for one in analyses_of(form))


def _are_many(i: int, form: str, tags: Sequence[Tag], heads: Sequence[int]) -> bool:
    """«Как уточнили |власти|», «В таком случае |ведомства| молчат»: tagged as a genitive of one beside a verb in the plural, and none of «три |женщины|»."""
    noun, above = read_feats(tags[i][1]), read_feats(tags[heads[i] - 1][1])
    if noun.get("Case") != "Gen" or noun.get("Number") != "Sing":
        return False
    if tags[i][0] != "NOUN" or above.get("VerbForm") != "Fin" or above.get("Number") != "Plur":
        return False
    counted = any(head == i + 1 and tags[k][0] in ("NUM", "ADV", "SYM") for k, head in enumerate(heads[:i]))
    return not counted and _has(form, "plur", "nomn")


def _belongs_to_a_man(
    i: int, form: str, tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> bool:
    """«помощник |Орехова| ранее сказал»: tagged as a woman, right behind a man whose verb is a man's."""
    man = heads[i] - 1
    if man != i - 1 or tags[i][0] != "PROPN" or not _WOMANS.fullmatch(form):
        return False
    name, role = read_feats(tags[i][1]), read_feats(tags[man][1])
    if name.get("Case") != "Nom" or name.get("Gender") != "Fem" or relations[man] != "nsubj":
        return False
    above = read_feats(tags[heads[man] - 1][1])
    his = role.get("Animacy") == "Anim" and role.get("Gender") == above.get("Gender") == "Masc"
    return his and above.get("VerbForm") == "Fin"


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
