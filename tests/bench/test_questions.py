"""What a second opinion is asked: who speaks, of those whom the text mentions elsewhere."""

from bench.questions import page

TEXT = "Мэр Зуев открыл мост. «Лёд тонок», — сказал он. «Паром цел», — добавил капитан Орехов."


def test_a_pronoun_is_asked_for_and_who_is_named_here_alone_is_not(nlp) -> None:
    read = page(nlp(TEXT))
    names = {entity.id: entity.name for entity in read.doc._.entities}
    assert [(q.quote.text, names[q.answer], q.named) for q in read.questions] == [
        ("Лёд тонок", "Зуев", False)
    ]


def test_the_mention_in_the_source_is_no_candidate(nlp) -> None:
    (asked,) = page(nlp(TEXT)).questions
    assert asked.source is not None
    assert all(one.end <= asked.source[0] or one.start >= asked.source[1] for one in asked.candidates)


def test_names_are_told_by_their_kind_alone(nlp) -> None:
    read = page(nlp(TEXT))
    assert "зуев" not in read.columns["lemma"]
    assert read.columns["lemma"].count("PER") == 2


def test_columns_are_as_long_as_the_document(nlp) -> None:
    read = page(nlp(TEXT))
    size = len(read.doc)
    assert {len(column) for column in read.columns.values()} == {size}
    assert len(read.heads) == len(read.breaks) == len(read.speech) == size
