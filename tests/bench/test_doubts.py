"""Doubts rise over wrong quotes, and not over what molva makes of the same sentences."""

import pytest

from bench.doubts import DOUBTS, Read, read


def quote(text, words, *, speaker="Зуев", kind="person", cue=None, source=None, number=1, parent=None):
    """A row of quotes.jsonl, as far as doubts look at it."""

    def span(part):
        return None if part is None else [text.index(part), text.index(part) + len(part)]

    return {
        "id": number,
        "parent": parent,
        "type": "indirect",
        "content": [span(words)],
        "cue": span(cue),
        "source": span(source),
        "speaker": speaker,
        "kind": kind,
        "via": None,
    }


def wrong(text, *rows):
    """A text with quotes as molva should not make them; the last «Зуев» is a person's name."""
    at = text.rfind("Зуев")
    return Read(text, [quote(text, **row) for row in rows], [(at, at + 4)] if at >= 0 else [])


SUD = "Мост закроют, заявил Зуев, пишет Sud."
TWO = "Мост закроют, заявил Зуев, передаёт корреспондент «Бакена»."
THREE = "Мост закроют, и рыба уйдёт, сказал Зуев."
MET = "Орехов встретил Зуева. «Мост закроют», — сказал Зуев."
CASES = {
    "ends in an attribution": wrong(SUD, {"words": "Мост закроют, заявил Зуев", "speaker": "Sud"}),
    "holds the author": wrong(
        "«Едем на «Чайке», — сказал Зуев. Рядом стоит «Луч».",
        {"words": "Едем на «Чайке», — сказал Зуев. Рядом стоит «Луч"},
    ),
    "begins twice": wrong(
        TWO, {"words": "Мост закроют, заявил Зуев"}, {"words": "Мост закроют", "number": 2, "parent": 1}
    ),
    "overlaps": wrong(
        THREE, {"words": "Мост закроют, и рыба"}, {"words": "рыба уйдёт", "number": 2, "speaker": "Орехов"}
    ),
    "verb left alone": wrong("Зуев заявил, что мост закроют."),
    "inserted left alone": wrong("Мост закроют, сообщил Зуев."),
    "marks left alone": wrong("Зуев подчеркнул: «Мост закроют»."),
    "phrase left alone": wrong("По словам Зуева, мост закроют."),
    "nobody speaks": wrong("Мост закроют, сказала она.", {"words": "Мост", "source": "она", "speaker": None}),
    "says another": wrong(MET, {"words": "Мост закроют", "source": "сказал Зуев", "speaker": "Орехов"}),
    "long speaker": wrong("Мост.", {"words": "Мост", "speaker": "глава порта на реке за мостом у города"}),
    "adverbial in speaker": wrong("Мост.", {"words": "Мост", "speaker": "толпа в ответ"}),
    "post in name": wrong("Мост.", {"words": "Мост", "speaker": "основатель Sud Клим Зуев"}),
    "small latin": wrong("Мост.", {"words": "Мост", "speaker": "relovo", "kind": "org"}),
    "medium in name": wrong("Мост.", {"words": "Мост", "speaker": "ТАСС пресс-служба порта", "kind": "org"}),
    "surname alone": wrong("Приехал Клим Зуев. Мост закроют.", {"words": "Мост закроют"}),
    "medium speaks": wrong(
        "Мост закроют, сообщил РБК его смотритель.",
        {"words": "Мост закроют", "cue": "сообщил", "speaker": "РБК"},
    ),
}


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: doubt.name)
def test_a_wrong_quote_is_doubted(doubt):
    assert list(doubt.find(CASES[doubt.name]))


@pytest.mark.parametrize(
    "doubt", [d for d in DOUBTS if d.name != "nobody speaks"], ids=lambda doubt: doubt.name
)
def test_what_molva_makes_of_the_example_is_not_doubted(doubt, nlp):
    assert not list(doubt.find(read(nlp(doubt.example))))
