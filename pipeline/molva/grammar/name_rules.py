"""The nominative of a name: what of its readings holds for names."""

from molva.grammar.lemma_rules import Reading, Rule, preferred

_PERSON = frozenset({"Name", "Surn", "Patr"})
_NO_NAMES = frozenset({"VERB", "INFN", "GRND"})
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_SURNAMES = ("ов", "ев", "ёв", "ин", "ын")
_ENDINGS = {
    ("masc", "Gen"): {"а": ""},
    ("masc", "Acc"): {"а": ""},
    ("masc", "Dat"): {"у": ""},
    ("masc", "Ins"): {"ом": ""},
    ("masc", "Loc"): {"е": ""},
    ("femn", "Gen"): {"ы": "а", "ки": "ка", "ги": "га", "хи": "ха", "и": "я"},
    ("femn", "Acc"): {"у": "а", "ю": "я"},
    ("femn", "Dat"): {"е": "а"},
    ("femn", "Ins"): {"ой": "а"},
    ("femn", "Loc"): {"е": "а"},
}
_LONGEST_ACRONYM = 4  # ТАСС; a longer word in capitals is a name in a headline: ПУТИНА


def no_name(word: Reading) -> bool:
    """«Ответила коротко»: the network takes the first word of a sentence for a name.

    Imperatives are left to it: «Жиль».
    """
    return word.best.known and word.best.pos in _NO_NAMES and "impr" not in word.best.grammemes


def indeclinable(word: Reading) -> str | None:
    """«Песня Шевченко», «в Тбилиси»."""
    return word.form if "Fixd" in word.best.grammemes else None


def unknown_nominative(word: Reading) -> str | None:
    """«Пришёл Абырвалг»: an unknown name that stands in the nominative."""
    return word.form if _is_nominative(word) and not word.best.known else None


def ending(word: Reading) -> str | None:
    """«Купил Супербайка»: the dictionary has no such word, and guesses another gender than the tag."""
    gender = _GENDERS.get(word.feats.get("Gender", ""), "")
    guessed = word.best.known or gender in word.best.grammemes or "ms-f" in word.best.grammemes
    if guessed or word.feats.get("Number") != "Sing":
        return None
    ends = _ENDINGS.get((gender, word.feats.get("Case", "")), {})
    return next(
        (word.form.removesuffix(old) + new for old, new in ends.items() if word.form.endswith(old)), None
    )


def surname(word: Reading) -> str | None:
    """«Сказал Осколков»: no genitive of осколок, whatever the dictionary says."""
    person = word.feats.get("Animacy") == "Anim" and word.best.pos == "NOUN"
    ended = person and word.form.endswith(_SURNAMES) and "nomn" not in word.best.grammemes
    return word.form if ended and _is_nominative(word) else None


def no_noun(word: Reading) -> str | None:
    """«Жиль Делёз»: a name that can be read as a verb only is not «жилить»."""
    return word.form if word.best.pos not in ("NOUN", "ADJF", "PRTF") else None


def no_person(word: Reading) -> str | None:
    """«В Москве», «на Волге»: the dictionary's lemma."""
    return word.best.lemma if word.best.pos == "NOUN" and not word.best.grammemes & _PERSON else None


def own_gender(word: Reading) -> str | None:
    """«Встретил Иванову»: Иванова, not Иванов; «Достоевской»: Достоевская."""
    gender = _GENDERS.get(word.feats.get("Gender", ""), "masc")
    best = word.best
    return best.inflect("nomn", "sing", gender) or best.inflect("nomn", "sing") or best.inflect("nomn")


NAMES: tuple[Rule, ...] = (
    indeclinable, unknown_nominative, ending, surname, no_noun, preferred, no_person, own_gender,
)  # fmt: skip


def capitals(form: str, word: str) -> str:
    """Capital letters where the form has them: Нью-Йорке → Нью-Йорк, НАТО, ПУТИНА → Путин."""
    if form.isupper() and len(form) > 1:
        return word.upper() if form.lower() == word or len(form) <= _LONGEST_ACRONYM else _title(word)
    old, new = form.split("-"), word.split("-")
    if len(old) != len(new):
        return _title(word)
    parts = [_title(b) if a[:1].isupper() or len(old) == 1 else b for a, b in zip(old, new, strict=True)]
    return "-".join(parts)


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]


def _is_nominative(word: Reading) -> bool:
    return word.feats.get("Case") == "Nom" and word.feats.get("Number") != "Plur"
