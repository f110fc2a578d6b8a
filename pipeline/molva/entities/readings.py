"""One way to read a declined word: its nominative, with the gender, number and case it then has."""

from typing import NamedTuple

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")


class Reading(NamedTuple):
    """What a form may be a form of.

    ``nominative`` is in lower case. ``gender`` (Masc, Fem, Neut), ``number`` (Sing, Plur) and
    ``case`` are UD values; an empty string agrees with any. ``cost`` grows as the reading gets
    less likely: about one unit for each step «seldom». ``kind`` is ``given``, ``patronymic``,
    ``surname``, ``adjective``, ``place`` or ``noun``.
    """

    nominative: str
    gender: str
    number: str
    case: str
    cost: float
    kind: str = "noun"

    def agrees(self, gender: str, number: str, case: str) -> bool:
        """Whether the reading can stand in this gender, number and case. The plural has no gender."""
        return (
            self.case in ("", case)
            and self.number in ("", number)
            and (number == "Plur" or self.gender in ("", gender))
        )

    def dearer(self, cost: float) -> "Reading":
        """The same reading at a higher cost."""
        return Reading(self.nominative, self.gender, self.number, self.case, self.cost + cost, self.kind)


def fixed(word: str, cost: float = 0.0, gender: str = "", kind: str = "noun") -> Reading:
    """The reading of a word that does not decline."""
    return Reading(word, gender, "", "", cost, kind)
