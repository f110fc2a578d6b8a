"""Chunk by chunk the tokens are those that razdel finds in the whole text; so are the sentences."""

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
