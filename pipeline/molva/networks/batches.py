"""Sequences taken together, so that the products are large and the memory is bounded."""

from collections.abc import Iterator, Sequence

# A batch of this many words keeps the first layer's arrays near 8 MB, about the size of a cache.
MOST_WORDS = 4_000


def batches(sequences: Sequence[Sequence[str]], most: int = MOST_WORDS) -> Iterator[list[Sequence[str]]]:
    """Neighbouring sequences up to ``most`` words; a longer sequence comes alone."""
    batch: list[Sequence[str]] = []
    words = 0
    for sequence in sequences:
        if batch and words + len(sequence) > most:
            yield batch
            batch, words = [], 0
        batch.append(sequence)
        words += len(sequence)
    if batch:
        yield batch
