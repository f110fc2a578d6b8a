"""Chunk by chunk the tokens are those that razdel finds in the whole text; so are the sentences."""

from itertools import pairwise

import razdel
from hypothesis import given, settings
from hypothesis import strategies as st

from molva.tokens import razdel as ours

ATOMS = [
    *"абвёabc12 09  -–—−‑_.,/\\!?…:;=)(«»\"'*+ΔσΩ日😀%$№‹›@#&|~^\n\t\u2028\x1c\xa0",
    "кто", "то", "yahoo", "Yahoo!", "2010", "2011", "--", "**", "...", " -", "- ", " ,", ", ", "T-34", "т.е.",
    ":-)", "«Смета»,", "(план).", "А. ", " и т. д. ", "!» ", ".) ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(ATOMS), max_size=16).map("".join)


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_tokens(text):
    assert list(ours.token_edges(text)) == list(ours._tokens(text))


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_sentences(text):
    whole = [(one.start, one.stop) for one in razdel.sentenize(text) if one.stop > one.start]
    assert list(ours.sentence_edges(text)) == whole


def test_a_text_without_white_space_does_not_hang():
    """Where a chunk has no end, razdel would compare all of it at every atom."""
    text = "7," * 150_000
    edges = ours.token_edges(text)
    assert edges[0][0] == 0
    assert edges[-1][1] == len(text)
    assert all(stop == start for (_, stop), (start, _) in pairwise(edges))


def test_a_text_of_initials_does_not_hang():
    text = "А. " * 120_000
    assert list(ours.sentence_edges(text)) == [(0, len(text) - 1)]
