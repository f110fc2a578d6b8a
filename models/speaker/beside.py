"""What molva found beside what the gold has."""

from collections.abc import Iterator

from molva.evaluate.golds import Named, Said
from molva.evaluate.wording import covered, pair, words_of
from molva.quotes.draft import Draft
from molva.quotes.reader import Reading


def matches(gold: Named, reading: Reading) -> Iterator[tuple[float, Draft, Said]]:
    """Drafts paired with gold quotes, and how far they overlap."""
    words, scene = words_of(gold.text), reading.scene
    spans = [
        [(scene.words.start[a], scene.words.end[b - 1]) for a, b in draft.parts] for draft in reading.drafts
    ]
    golds = gold.quotes or ()
    for ratio, i, j in pair([covered(words, q.content) for q in golds], [covered(words, s) for s in spans]):
        yield ratio, reading.drafts[j], golds[i]
