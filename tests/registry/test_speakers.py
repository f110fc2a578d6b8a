"""What is told of a speaker: names, roles, counts, and the order of all."""

from heard import body, heard
from molva.registry.speakers import speakers_of


def only(*seen):
    [speaker] = speakers_of(seen)
    return speaker


def test_a_person_is_called_by_the_fullest_name():
    speaker = only(
        heard("a", "Пётр Орехов", "Орехов"), heard("b", "Пётр Сергеевич Орехов"), heard("c", "П. Орехов")
    )
    assert speaker.name == "Пётр Сергеевич Орехов"
    assert speaker.names == {"Орехов": 1, "П. Орехов": 1, "Пётр Орехов": 1, "Пётр Сергеевич Орехов": 1}


def test_a_rare_slip_names_nobody():
    usual = [heard(str(i), "Пётр Орехов") for i in range(20)]
    assert only(*usual, heard("x", "Пётр Сергеевич Орехов")).name == "Пётр Орехов"


def test_a_body_is_called_with_its_place_and_not_by_another_body_s_name():
    assert only(body("a", "МИД России"), body("b", "МИД", source="российский МИД")).name == "МИД России"
    assert only(body("a", "Затон"), body("b", "Затон"), body("c", "Затон", "Затон Плюс")).name == "Затон"


def test_quotes_documents_and_mentions_are_counted():
    first = heard("a", "Пётр Орехов", role="мэр", quotes=3, source="мэр")
    second = heard("b", "Пётр Орехов", role="мэр; глава города", quotes=1, source="Мэр")
    speaker = only(first, second, heard("c", "Пётр Орехов", quotes=0))
    assert (speaker.quotes, speaker.documents, speaker.sources) == (4, 2, 1)
    assert speaker.roles == {"мэр": 2, "глава города": 1}
    assert speaker.entities == (("a", "e1"), ("b", "e1"), ("c", "e1"))


def test_speakers_come_by_quotes_and_then_by_name():
    found = speakers_of(
        [heard("a", "Яков Мухин"), heard("b", "Ёлка Седых"), heard("c", "Пётр Орехов", quotes=2)]
    )
    assert [(one.id, one.name) for one in found] == [
        ("s1", "Пётр Орехов"),
        ("s2", "Ёлка Седых"),
        ("s3", "Яков Мухин"),
    ]


def test_who_never_speaks_is_no_speaker():
    assert speakers_of([heard("a", "Пётр Орехов", quotes=0)]) == []


def test_a_description_is_a_speaker_without_a_name():
    speaker = only(heard("a", role="эксперты", kind="group"))
    assert (speaker.name, speaker.named, speaker.ambiguous) == ("эксперты", False, False)
