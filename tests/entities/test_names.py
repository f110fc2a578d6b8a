"""Normal forms of names: a table of names in oblique cases, read from names.txt."""

import re
from pathlib import Path

import pytest

from molva.entities.normal import normal_text
from molva.entities.paradigms import paradigm_readings
from molva.entities.phrases import find_head

TABLE = Path(__file__).with_name("names.txt")
HINT = re.compile(r"\((\w+)(?:,(\w+))?\) ")


def read_table(path):
    """Every form of the table: line number, label, case, gender, form, nominative, known to fail."""
    label = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            label = line.split()[1]
        elif line.strip() and not line.startswith("#"):
            forms, nominative = line.lstrip("!").split("#")[0].split("=>")
            for form in forms.split("|"):
                yield number, label, form.strip(), nominative.strip(), line.startswith("!")


def normal(form, label):
    hint = HINT.match(form)
    case, gender = (hint[1], hint[2] or "") if hint else ("", "")
    return normal_text(HINT.sub("", form), label, case=case, gender=gender)


HELD_OUT = TABLE.with_name("held_out.txt")
HELD_OUT_FLOOR = 0.93
ROWS = list(read_table(TABLE))


@pytest.mark.parametrize(
    ("label", "form", "nominative"),
    [
        pytest.param(
            label,
            form,
            nominative,
            id=f"{number}-{form}",
            marks=[pytest.mark.xfail(strict=True)] if fails else [],
        )
        for number, label, form, nominative, fails in ROWS
    ],
)
def test_a_form_leads_to_its_nominative(label, form, nominative):
    assert normal(form, label) == nominative


@pytest.mark.parametrize(
    ("label", "nominative"), sorted({(row[1], row[3]) for row in ROWS if row[1] != "ORG"})
)
def test_a_nominative_stays_as_it_is(label, nominative):
    assert normal_text(nominative, label, case="Nom") == nominative


def test_the_table_has_at_least_three_hundred_names():
    assert len({nominative for _, _, _, nominative, _ in ROWS}) >= 300


def test_names_that_nobody_tuned_for_come_out_as_well():
    rows = list(read_table(HELD_OUT))
    right = sum(normal(form, label) == nominative for _, label, form, nominative, _ in rows)
    assert right / len(rows) >= HELD_OUT_FLOOR


def test_the_head_of_a_name_depends_on_its_capitals() -> None:
    """An adjective behind its noun belongs to the name only with a capital; both are asked for again."""
    for _ in range(2):
        assert find_head(["Речи", "Посполитой"]) == (0, (1,))
        assert find_head(["Речи", "посполитой"]) == (0, ())


def test_a_surname_is_cut_at_every_ending_that_its_last_letter_allows() -> None:
    """The endings of a table row are found by the letter they end in; no ending fits any letter."""
    readings = {(r.nominative, r.case) for r in paradigm_readings("ореховой")}
    assert ("орехова", "Gen") in readings
    assert ("ореховой", "Nom") in readings
    assert paradigm_readings("орехов")[0].nominative == "орехов"
    assert ("мобур", "Dat") in {(r.nominative, r.case) for r in paradigm_readings("мобуру")}


@pytest.mark.parametrize(("form", "nominative"), [("Волчанках", "Волчанки"), ("Сухарах", "Сухары")])
def test_a_village_may_be_several(form, nominative):
    assert normal_text(form, "LOC", case="Loc") == nominative
