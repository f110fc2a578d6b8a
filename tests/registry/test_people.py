"""Who is one person in two documents, and who stays two."""

import pytest

from heard import heard, merged


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Пётр Орехов", "Петр Орехов"),
        ("Пётр Сергеевич Орехов", "Пётр Орехов"),
        ("Орехов Пётр Сергеевич", "Пётр Орехов"),
        ("Наталья Лаптева", "Наталия Лаптева"),
        ("Анна Ржевская-Плетнёва", "Анна Ржевская-Плетнева"),
        ("Луиза фон дер Хаген", "Луиза Хаген"),
        ("Ben Halloway", "Ben Halloway"),
        ("Милан Дубракович", "Милан Дубракович"),
        ("Пётр Орехов", "полковник Пётр Орехов"),
    ],
)
def test_one_full_name_is_one_person(first, second):
    assert merged(heard("a", first), heard("b", second)) == ["ab"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Пётр Орехов", "Павел Орехов"),
        ("Пётр Орехов", "Пётр Мухин"),
        ("Пётр Сергеевич Орехов", "Пётр Ильич Орехов"),
        ("Валерий Дроздов", "Валерия Дроздова"),
        ("Саша Мухина", "Саша Мухин"),
        ("Анна Ржевская-Плетнёва", "Анна Плетнёва"),
        ("Анна Ржевская-Плетнёва", "Анна Ржевская"),
        ("Бен Хэллоуэй", "Ben Halloway"),
    ],
)
def test_other_names_are_other_people(first, second):
    assert merged(heard("a", first), heard("b", second)) == ["a", "b"]


def test_a_patronymic_is_optional_until_a_second_one_is_heard_of():
    first, second = heard("a", "Пётр Сергеевич Орехов"), heard("b", "Пётр Ильич Орехов")
    assert merged(first, heard("c", "Пётр Орехов")) == ["ac"]
    assert merged(first, second, heard("c", "Пётр Орехов")) == ["a", "b", "c?"]


def test_of_two_namesakes_the_one_who_is_told_of_alike_is_meant():
    first = heard("a", "Пётр Сергеевич Орехов", role="мэр Быстринска")
    second = heard("b", "Пётр Ильич Орехов", role="врач")
    assert merged(first, second, heard("c", "Пётр Орехов", role="мэр")) == ["ac", "b"]


def test_a_third_calling_is_a_third_namesake():
    many = [heard(doc, "Пётр Сергеевич Орехов", role="мэр") for doc in "abcdefghijklmnopqrst"]
    other = heard("y", "Пётр Ильич Орехов", role="врач")
    assert "z?" in merged(*many, other, heard("z", "Пётр Орехов", role="хоккеист"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("хоккеист", "министр культуры"),
        ("певец", "хирург"),
        ("мэр Быстринска", "мэр Каменска"),
        ("таксист", "спасатель"),
    ],
)
def test_what_cannot_be_told_of_one_is_told_of_two(first, second):
    assert merged(heard("a", "Иван Белов", role=first), heard("b", "Иван Белов", role=second)) == ["a", "b"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("мэр Быстринска", "градоначальник"),
        ("губернатор Заречного края", "депутат"),
        ("бывший мэр Быстринска", "мэр Каменска"),
        ("певец", "певец"),
        ("", "хоккеист"),
    ],
)
def test_what_can_be_told_of_one_is_told_of_one(first, second):
    assert merged(heard("a", "Иван Белов", role=first), heard("b", "Иван Белов", role=second)) == ["ab"]


def test_a_document_that_tells_both_makes_them_one():
    told = [heard("a", "Иван Белов", role="хоккеист"), heard("b", "Иван Белов", role="депутат")]
    assert merged(*told, heard("c", "Иван Белов", role="депутат; хоккеист")) == ["abc"]


def test_a_full_name_of_whom_nothing_tells_stays_alone_between_namesakes():
    told = [heard("a", "Иван Белов", role="хоккеист"), heard("b", "Иван Белов", role="министр")]
    assert merged(*told, heard("c", "Иван Белов")) == ["a", "b", "c?"]


def test_a_namesake_heard_of_once_does_not_take_the_other_apart():
    many = [heard(doc, "Иван Белов", role="министр") for doc in "abcdefghijklmnopqrst"]
    assert merged(*many, heard("x", "Иван Белов", role="хоккеист"), heard("y", "Иван Белов")) == [
        "abcdefghijklmnopqrsty",
        "x",
    ]


def test_initials_are_whoever_alone_fits():
    assert merged(heard("a", "Пётр Орехов"), heard("b", "П. Орехов")) == ["ab"]
    assert merged(heard("a", "Пётр Сергеевич Орехов"), heard("b", "П. С. Орехов")) == ["ab"]
    assert merged(heard("a", "Пётр Орехов"), heard("b", "Павел Орехов"), heard("c", "П. Орехов")) == [
        "a",
        "b",
        "c?",
    ]
    assert merged(heard("a", "Пётр Орехов"), heard("b", "С. Орехов")) == ["a", "b?"]
    assert merged(heard("a", "Пётр Сергеевич Орехов"), heard("b", "П. И. Орехов")) == ["a", "b?"]


def test_whoever_fits_need_not_speak():
    assert merged(
        heard("a", "Пётр Орехов"), heard("b", "Павел Орехов", quotes=0), heard("c", "П. Орехов")
    ) == [
        "a",
        "c?",
    ]


def test_initials_that_fit_nobody_stay_apart():
    assert merged(heard("a", "П. Орехов"), heard("b", "П. Орехов")) == ["a?", "b?"]


def test_a_bare_surname_needs_evidence():
    mayor = heard("a", "Пётр Орехов", role="мэр Быстринска")
    assert merged(mayor, heard("b", "Орехов")) == ["a", "b?"]
    assert merged(mayor, heard("b", "Орехов", role="мэр")) == ["ab"]
    assert merged(mayor, heard("b", "Орехов", role="мэр Быстринска")) == ["ab"]
    assert merged(mayor, heard("b", "Орехов", role="мэр Каменска")) == ["a", "b?"]
    assert merged(mayor, heard("b", "Орехов", role="хоккеист")) == ["a", "b?"]


def test_a_post_of_many_is_evidence_only_when_narrowed_alike():
    lawyer = heard("a", "Дарья Плетнёва", role="адвокат арендатора")
    assert merged(lawyer, heard("b", "Плетнёва", role="адвокат")) == ["a", "b?"]
    assert merged(lawyer, heard("b", "Плетнёва", role="адвокат арендатора")) == ["ab"]


@pytest.mark.parametrize(
    ("role", "people"),
    [
        ("градоначальник Быстринска", ["ac", "b"]),
        ("мэр", ["a", "b", "c?"]),
        ("мэр Каменска", ["a", "b", "c?"]),
        ("врач", ["a", "b", "c?"]),
        ("", ["a", "b", "c?"]),
    ],
)
def test_a_bare_surname_of_two_people_is_the_one_of_the_same_post(role, people):
    mayor, other = heard("a", "Пётр Орехов", role="мэр Быстринска"), heard("b", "Павел Орехов", role="врач")
    assert merged(mayor, other, heard("c", "Орехов", role=role)) == people


def test_a_bare_surname_of_two_people_in_one_post_stays_alone():
    first, second = (
        heard(d, f"{n} Орехов", role="мэр Быстринска") for d, n in (("a", "Пётр"), ("b", "Павел"))
    )
    assert merged(first, second, heard("c", "Орехов", role="мэр Быстринска")) == ["a", "b", "c?"]


def test_father_and_son_of_one_name_are_two():
    father, son = heard("a", "Пётр Орехов", role="мэр"), heard("b", "Пётр Орехов-младший")
    assert merged(father, heard("c", "Пётр Орехов"), son) == ["ac", "b"]
    assert merged(father, son, heard("c", "Орехов-младший", role="мэр")) == ["a", "b", "c?"]
    assert merged(heard("a", "Пётр Орехов-старший"), heard("b", "Пётр Орехов-младший")) == ["a", "b"]


def test_a_father_is_called_the_elder_beside_his_son():
    assert merged(heard("a", "Пётр Орехов", "Орехов-старший"), heard("b", "Пётр Орехов")) == ["ab"]


def test_who_is_mostly_called_the_younger_is_the_younger():
    assert merged(*(heard(doc, "Пётр Орехов-младший") for doc in "ab"), heard("c", "Пётр Орехов")) == ["abc"]


def test_surnames_of_a_man_and_a_woman_are_two():
    assert merged(heard("a", "Пётр Орехов", role="мэр"), heard("b", "Орехова", role="мэр")) == ["a", "b?"]


def test_common_knowledge_is_evidence():
    """The president opened a bridge, as all papers wrote."""
    assert merged(heard("a", "Владимир Путин"), heard("b", "Путин"), heard("c", "В. Путин")) == ["abc"]
    assert merged(heard("a", "Владимир Путин"), heard("b", "Путин", role="президент")) == ["ab"]
    assert merged(heard("a", "Владимир Путин"), heard("b", "Путин", role="фигурист")) == ["a", "b?"]


def test_bare_surnames_and_given_names_of_two_documents_are_never_one():
    assert merged(heard("a", "Орехов"), heard("b", "Орехов")) == ["a?", "b?"]
    assert merged(heard("a", "Алёна"), heard("b", "Алёна")) == ["a?", "b?"]
    assert merged(heard("a", "Пётр Сергеевич"), heard("b", "Пётр Сергеевич")) == ["a?", "b?"]
    assert merged(heard("a", "Алексей Г."), heard("b", "Алексей Г.")) == ["a?", "b?"]


def test_spellings_in_two_scripts_are_one_where_a_document_gives_both():
    linked = heard("a", "Бен Хэллоуэй", "Ben Halloway")
    assert merged(linked, heard("b", "Ben Halloway"), heard("c", "Бен Хэллоуэй")) == ["abc"]
    assert merged(linked, heard("b", "Ben Halloway")) == ["ab"]


def test_descriptions_are_never_merged():
    assert merged(heard("a", role="глава региона"), heard("b", role="глава региона")) == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Мефодий", "патриарх", "патриарх; глава церкви"),
        ("Мефодий", "папа; понтифик", "понтифик"),
        ("Франциск", "папа", "папа римский"),
        ("Эдмунд", "король Дании", "монарх"),
        ("Мефодий", "митрополит; настоятель Заречной лавры", "настоятель Заречной лавры"),
    ],
)
def test_who_reigns_is_known_by_one_name(name, first, second):
    assert merged(heard("a", name, role=first), heard("b", name, role=second)) == ["ab"]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Мефодий", "митрополит", "митрополит"),
        ("Мефодий", "папа", "папа"),
        ("Мефодий", "патриарх", "король"),
        ("Эдмунд", "король Дании", "король Испании"),
        ("Алёна", "", ""),
        ("Алёна", "жительница", "жительница"),
    ],
)
def test_one_name_of_others_is_nobodys_surname(name, first, second):
    found = merged(heard("a", name, role=first), heard("b", name, role=second))
    assert [doc.rstrip("?") for doc in found] == ["a", "b"]
