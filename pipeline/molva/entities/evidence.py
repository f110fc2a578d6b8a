"""What the other mentions of a document tell about a form: «Лавров» and «Лаврову» decide «Лаврова»."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from molva.entities.agreement import Choice, Support
from molva.entities.people import word_readings
from molva.entities.phrases import head_readings
from molva.entities.readings import Reading
from molva.entities.view import Found
from molva.words import Words

_PLAUSIBLE = 1.2
_STEP = 0.6
_MOST = 3
_STAYS = 2.0
_BORNE = 0.9
_OFTEN = 2


def person_support(names: Iterable[Sequence[str]]) -> Support:
    """Support for every (nominative, gender) that explains more than one form of the names."""
    words = {form.lower() for forms in names for form in forms if form[:1].isupper() and len(form) > 1}
    return _support({word: word_readings(word) for word in words if word[-1].isalpha()}, ("Masc", "Fem"))


def unchanging(words: Words, names: Iterable[Found]) -> Support:
    """Surnames in -у or -ю that the document has in one form only, once at least as a subject.

    «Министр Мобуру приехал. По словам Мобуру, …»: a dative of a «Мобур» would not be the subject.
    In «присудили Жоржу Мельесу» it is one, though the tagger may err: no word beside it is a nominative.
    """
    cases: dict[str, set[str]] = defaultdict(set)
    for name in names:
        found = {words.feat(i, "Case") for i in range(name.start, name.end)}
        cases[words.lower[name.end - 1]] |= found if len(found) == 1 else {""}
    staying = (
        word
        for word, found in cases.items()
        if word.endswith(("у", "ю")) and "Nom" in found and not _other_form(word[:-1], word, cases)
    )
    return {(word, gender): _STAYS for word in staying for gender in ("Masc", "Fem")}


def _other_form(stem: str, word: str, words: Iterable[str]) -> bool:
    return any(other != word and other.startswith(stem) and len(other) <= len(word) + 1 for other in words)


def bearers(choices: Iterable[Choice | None]) -> Support:
    """Support for the words of full names, by how the names themselves have been read.

    «Ольга Тихонова приехала. Тихонову встретили»: she, and no «Тихонов», is spoken of.
    """
    borne = Counter(
        (reading.nominative, choice.gender) for choice in choices if choice for reading in choice.readings
    )
    return {key: _BORNE * min(count, _OFTEN) for key, count in borne.items() if key[1]}


def head_support(heads: Iterable[str]) -> Support:
    """The same for the heads of the names of bodies and places."""
    return _support({form: head_readings(form) for form in set(heads)}, ("Masc", "Fem", "Neut"))


def _support(readings: dict[str, tuple[Reading, ...]], genders: tuple[str, ...]) -> Support:
    """What is explained by one nominative: the more forms of a document, the likelier it is."""
    explained: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form, found in readings.items():
        for reading, gender in product(found, genders):
            if reading.gender in ("", gender) and reading.cost < _PLAUSIBLE:
                explained[reading.nominative, gender].add(form)
    return {key: _STEP * (min(len(forms), _MOST) - 1) for key, forms in explained.items() if len(forms) > 1}
