"""The list at the head of the page: one row a speaker of the run, and a link to each quote."""

from pathlib import Path

import pytest

from molva.conll import read_conllu
from molva.contract import read_quotes
from molva.exports.speaking import FIRST, known, speaking
from molva.registry.speakers import Speaker

GOLDEN = Path(__file__).parents[1] / "conll" / "golden.conllu"


def speaker(id_, role, *entities):
    roles = {role: 1} if role else {}
    return Speaker(id_, "person", "Анна Ковалёва", {}, roles, 1, 1, 1, True, False, entities)


@pytest.fixture
def docs():
    """Two documents in which the same names speak."""
    both = [read_conllu(GOLDEN), read_conllu(GOLDEN)]
    for name, doc in zip(("a", "b"), both, strict=True):
        doc.user_data["doc_id"] = name
    return both


@pytest.fixture
def anna(docs):
    """The id of Анна Ковалёва, and how often she is quoted in each of the documents."""
    said = [quote.speaker.id for quote in read_quotes(docs[0]) if quote.speaker]
    return said[0], said.count(said[0])


def rows(docs, *people):
    """The rows of the list about Анна Ковалёва."""
    html = "".join(speaking(docs, known(people)))
    return [line for line in html.splitlines() if "Анна Ковалёва" in line]


def test_one_person_in_two_documents_is_one_row_with_a_link_to_each_quote(docs, anna):
    id_, number = anna
    [row] = rows(docs, speaker("s1", "мэр", ("a", id_), ("b", id_)))
    assert f"<td>{2 * number}</td>" in row
    assert row.count("<a href='#1-") == number + 1  # the name leads to the first of them
    assert row.count("<a href='#2-") == number
    assert "мэр" not in row


def test_namesakes_are_two_rows_that_tell_who_is_who(docs, anna):
    id_, number = anna
    first, second = rows(docs, speaker("s1", "мэр", ("a", id_)), speaker("s2", "", ("b", id_)))
    assert f"<td>{number}</td>" in first
    assert f"<td>{number}</td>" in second
    assert "Анна Ковалёва</a> <span class='how'>мэр</span>" in first
    assert "Анна Ковалёва</a> <span class='how'>b</span>" in second


def test_a_long_list_is_folded_and_says_how_much_there_is(docs):
    html = "".join(speaking(docs * FIRST, {}))
    speakers = len({quote.speaker.id for quote in read_quotes(docs[0]) if quote.speaker})
    assert html.count("<tr><th scope='row'>") == speakers * 2 * FIRST
    assert f"<summary>Ещё {speakers * 2 * FIRST - FIRST}</summary>" in html


def test_where_nobody_speaks_there_is_no_list():
    assert "".join(speaking([], {})) == ""
