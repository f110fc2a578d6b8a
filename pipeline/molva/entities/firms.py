"""Names of firms by what they are put together of: «Хлебторг», «Полесбанк», «Волгателеком»."""

import re

from molva.entities.dictionary import SURE, is_common, person_readings
from molva.entities.view import Found, View

# What such a name ends in, in any case; before it stands another half of three letters at least
_FIRM = re.compile(
    r"[а-яё]{3,}(?:(?:торг|маркет|банк|телеком|пром|холдинг|строй|газ|контроль|надзор|инвест)(?:[аеуяю]|о[мй]|ем)?|энерго|нефть)"
)


def firm_by_its_halves(view: View) -> list[Found]:
    """«|Хлебторг| сообщил», «в |Полесбанке|»: a word with a capital that ends as firms do is one, and nobody's surname."""
    words = view.words
    others = [name for name in view.found if name.label == "ORG" or name.end - name.start > 1]
    taken = {i for name in others for i in range(name.start, name.end)}
    surnames = {words.lemma[name.end - 1] for name in others if name.label == "PER"}
    firms = [
        Found(i, i + 1, "ORG")
        for i, form in enumerate(words.form)
        if form[:1].isupper()
        and i not in taken
        and _is_firm(words.lower[i])
        and words.lemma[i] not in surnames
    ]
    theirs = {firm.start for firm in firms}
    return [*(name for name in view.found if name.start not in theirs), *firms]


def _is_firm(word: str) -> bool:
    """By its end, where the dictionary has neither a common noun («супермаркет») nor a surname."""
    if _FIRM.fullmatch(word) is None or is_common(word):
        return False
    return not any(
        reading.kind in ("surname", "given") and reading.cost < SURE for reading in person_readings(word)
    )
