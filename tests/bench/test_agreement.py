"""Two articles with the same words, and two forms of one name."""

from collections import Counter

from bench.agreement import Quote, agree, forms, names, quotes, twice

WORDS = "Мост через Тару откроют до первых морозов"


def said(doc: str, speaker: str | None, text: str = WORDS) -> Quote:
    return Quote(doc, "q1", speaker, None, text)


def test_quotes_of_two_documents_with_the_same_words_are_a_pair() -> None:
    found = [
        said("a", "Пётр Зуев"),
        said("b", "мэр", f"«{WORDS}», в этом году"),
        said("c", "Анна Лаптева", "Паром утонул"),
    ]
    assert [(one.doc, other.doc) for one, other in twice(found)] == [("a", "b")]


def test_one_document_and_two_unknown_speakers_are_no_pair() -> None:
    assert not list(twice([said("a", "Пётр Зуев"), said("a", "мэр")]))
    assert not list(twice([said("a", None), said("b", None)]))


def test_a_surname_in_common_is_agreement() -> None:
    assert agree(said("a", "Пётр Зуев"), said("b", "Зуев"))
    assert not agree(said("a", "Пётр Зуев"), said("b", "мэрия"))
    assert not agree(said("a", "Пётр Зуев"), said("b", None))


def test_reported_speech_is_compared_on_request() -> None:
    rows = [{"doc": "a", "id": "q1", "type": "indirect", "speaker": None, "source_text": None, "text": WORDS}]
    assert not list(quotes(rows))
    assert len(list(quotes(rows, indirect=True))) == 1


def test_a_rare_name_may_be_a_form_of_a_usual_one() -> None:
    met = Counter({"Джо Мелтен": 9, "Джо Мелтена": 1, "Анна Мелтен": 5, "Пётр Зуев": 2})
    assert list(forms(met)) == [("Джо Мелтена", "Джо Мелтен")]
    assert names([{"kind": "person", "name": "Пётр Зуев"}, {"kind": "org", "name": "Пётр Зуев"}]) == {
        "Пётр Зуев": 1
    }
