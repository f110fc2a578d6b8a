"""Forms of two parts of speech, where the words around tell which: «прокуратура |начала| проверку», «с |начала| проверки»."""

from collections.abc import Sequence

from molva.grammar.counted import FEW, OF_MANY, is_of_few, may_be_adjective
from molva.lexicon.analyses import known_marks
from molva.lexicon.feats import read_feats
from molva.networks.morph import Tag

_VERBS = {"начала": ("VERB", "Aspect=Perf|Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act")}
_OF_THEM = "Aspect=Perf|Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act"
_WHITHER = frozenset(("в", "во", "на", "к", "из"))
_GENITIVE = frozenset("с со до от из без для около после накануне ради у вместо кроме против момента".split())
_BETWEEN = ("ADJ", "DET", "NUM", "ADV", "PART")
_FAR = 4  # words from the verb to its object
_FEW = FEW | {"оба", "обе"}


def homograph_tags(forms: Sequence[str], tags: Sequence[Tag]) -> list[Tag]:
    """«Мэрия |начала| ремонт»: the tags of a sentence with such a form as a verb where an infinitive, an object or a subject stands behind."""
    told = list(tags)
    for i, form in enumerate(forms):
        verb = _VERBS.get(form.lower())
        if (
            verb is not None
            and tags[i][0] != "VERB"
            and not _is_noun(forms, tags, i)
            and _governs(forms, tags, i)
        ):
            told[i] = verb
        elif form.lower() == "прибыли" and _arrive(forms, tags, i):
            told[i] = "VERB", _OF_THEM
        elif _is_counted(forms, tags, i):
            told[i] = "ADJ", OF_MANY
    return told


def _arrive(forms: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """«Экстренные службы |прибыли| на место»: behind a subject of many, where the sentence has no other verb."""
    if not 0 < i < len(forms) - 1 or forms[i + 1].lower() not in _WHITHER:
        return False
    before = read_feats(tags[i - 1][1])
    many = (tags[i - 1][0], before.get("Case"), before.get("Number")) == ("NOUN", "Nom", "Plur")
    return many and not any(read_feats(feats).get("VerbForm") == "Fin" for _, feats in tags)


def _is_counted(forms: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """«три |раненых| солдата»: between a small number and the noun that it governs stands no other noun."""
    if (
        not 0 < i < len(forms) - 1
        or forms[i - 1].lower() not in _FEW
        or {tags[i][0], tags[i + 1][0]} != {"NOUN"}
    ):
        return False
    one, noun = read_feats(tags[i][1]), read_feats(tags[i + 1][1])
    many = (one.get("Case"), one.get("Number")) == ("Gen", "Plur")
    return many and is_of_few(noun) and may_be_adjective(forms[i])


def _is_noun(forms: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """«с |начала| войны», «с самого |начала|»: behind a preposition, or an adjective in the genitive."""
    adjective = i > 0 and tags[i - 1][0] in ("ADJ", "DET") and read_feats(tags[i - 1][1]).get("Case") == "Gen"
    return adjective or i > 0 and forms[i - 1].lower() in _GENITIVE


def _governs(forms: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Whether an infinitive stands behind, or what is no genitive: «начала |проверку|», «начала |военные| действия»."""
    for k in range(i + 1, min(i + 1 + _FAR, len(forms))):
        pos, feats = tags[k]
        if pos == "VERB":
            return read_feats(feats).get("VerbForm") == "Inf"
        if pos in ("ADJ", "NOUN") and _is_no_genitive(forms[k]):
            return True
        if pos not in _BETWEEN:
            return False
    return False


def _is_no_genitive(form: str) -> bool:
    """«|проверку|», «|городская| прокуратура»: an object or a subject, and no more of the noun."""
    readings = [marks for _, marks in known_marks(form)]
    named = any("accs" in marks or "nomn" in marks for marks in readings)
    return named and not any("gent" in marks for marks in readings)
