"""Which names are one body's in two documents, and which stay apart."""

import pytest

from heard import body, heard, merged
from molva.registry.seen import Seen


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("МИД России", "МИД РФ"),
        ("МИД России", "Министерство иностранных дел Российской Федерации"),
        ("МИД Израиля", "Министерство иностранных дел Израиля"),
        ("МИД Армении", "Армянский МИД"),
        ("Минобороны России", "Российское Минобороны"),
        ("армянские власти", "власти Армении"),
        ("газета «Портовик»", "Портовик"),
        ("Власти Армении", "власти Армении"),
        ("управление МЧС по Заречному краю", "управление МЧС по Заречному краю"),
        ("посольство России в Армении", "посольство РФ в Армении"),
        ("ООО «Опора-Юг»", "Опора-Юг"),
        ("SHOT", "Shot"),
        ("Пентагон", "Минобороны США"),
    ],
)
def test_one_core_in_one_place_is_one_body(first, second):
    assert merged(body("a", first), body("b", second)) == ["ab"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("МИД России", "МИД Армении"),
        ("Минобороны Японии", "Минобороны Франции"),
        ("Mash", "Masa"),
        ("База", "Базис"),
        ("НАТО", "Натив"),
        ("Опора-Юг", "Опора-Север"),
        ("управление МЧС по Заречному краю", "управление МЧС по Каменской области"),
    ],
)
def test_other_cores_and_places_are_other_bodies(first, second):
    assert merged(body("a", first), body("b", second)) == ["a", "b"]


@pytest.mark.parametrize(
    "name",
    [
        "управление МЧС",
        "управление Следственного комитета",
        "посольство России",
        "пресс-служба ГУ МВД",
        "Городской суд",
        "региональное управление МЧС",
        "пресс-служба регионального управления МВД",
        "Прокуратура",
        "правительство края",
    ],
)
def test_a_name_of_many_bodies_is_never_merged(name):
    assert merged(body("a", name), body("b", name)) == ["a?", "b?"]


def test_a_name_of_many_is_one_where_its_document_tells_which():
    full, short = "посольство России в Армении", "посольство России"
    assert merged(body("a", full, short), body("b", full), body("c", short)) == ["ab", "c?"]
    many = Seen("a", "e1", "org", full, names=((short, 3), (full, 1)), quotes=1, sources=(short,))
    assert merged(many, body("b", full)) == ["ab"]
    branch = Seen("a", "e1", "org", "МЧС", names=(("управление МЧС", 3), ("МЧС", 1)), quotes=1)
    assert merged(branch, body("b", "МЧС")) == ["a?", "b"]


def test_an_adjective_before_the_name_gives_the_place():
    assert merged(body("a", "МИД России"), body("b", "МИД", source="российском МИДе")) == ["ab"]
    assert merged(body("a", "МИД России"), body("b", "МИД", source="армянский МИД")) == ["a", "b"]


def test_a_bare_name_is_that_of_the_only_place_if_its_document_speaks_of_it():
    ministry = body("a", "МИД Армении")
    assert merged(ministry, body("b", "МИД")) == ["ab"]
    assert merged(ministry, body("b", "МИД", places=["армения", "иран"])) == ["ab"]
    assert merged(ministry, body("b", "МИД", places=["иран"])) == ["a", "b?"]


def test_a_known_body_has_its_home():
    assert merged(body("a", "Минобороны США"), body("b", "Пентагон", places=["иран"])) == ["ab"]


def test_bare_names_are_flagged_where_there_are_several_places():
    two = [body("a", "МИД Армении"), body("b", "МИД Ирана")]
    assert merged(*two, body("c", "МИД"), body("d", "МИД")) == ["a", "b", "cd?"]


def test_the_other_place_need_not_speak():
    assert merged(body("a", "МИД Армении"), body("b", "МИД Ирана", quotes=0), body("c", "МИД")) == ["a", "c?"]


def test_the_press_service_of_a_bare_body_is_of_any():
    two = [body("a", "МВД Армении"), body("b", "МВД Ирана")]
    assert "c?" in merged(*two, body("c", "пресс-служба МВД"))


def test_an_acronym_is_the_full_name_that_a_document_explains():
    explained = body("a", "Союз речных капитанов", "СРК")
    assert merged(explained, body("b", "СРК"), body("c", "Союз речных капитанов")) == ["abc"]


def test_an_acronym_of_two_full_names_is_neither():
    two = [body("a", "Союз речных капитанов", "СРК"), body("b", "Совет рыбацких колхозов", "СРК")]
    assert merged(*two, body("c", "СРК")) == ["a", "b", "c"]


def test_a_place_that_speaks_is_one_whatever_it_is_taken_for():
    assert merged(body("a", "Кремль", kind="place"), body("b", "Кремль")) == ["ab"]


def test_a_channel_named_in_its_description_is_one():
    channel = "телеграм-канал «Затон»"
    assert merged(body("a", role=channel), body("b", role=channel), body("c", "Затон")) == ["abc"]


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("group", "эксперты"), ("document", "сообщение"), ("org", "ведомство"),
        ("org", "пресс-служба «Сокола»"), ("person", "источник"),
    ],
)  # fmt: skip
def test_who_is_not_named_is_never_merged(kind, role):
    assert merged(heard("a", role=role, kind=kind), heard("b", role=role, kind=kind)) == ["a", "b"]
