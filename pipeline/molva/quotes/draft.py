"""A quote in the making, in word indices, before its speaker is known."""

from dataclasses import dataclass

from molva.contract import Polarity, QuoteType

Stretch = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """What a rule found: stretches are half-open word indices.

    ``verb`` is the reporting verb whose agreement and subject tell the speaker; ``source`` the
    source's noun phrase with ``source_head``, or None when the clause has none; ``via`` the
    medium's noun phrase; ``shared`` says that the source may be looked for before the quote.
    """

    rule: str
    type: QuoteType
    parts: list[Stretch]
    cue: Stretch | None = None
    verb: int | None = None
    source: Stretch | None = None
    source_head: int | None = None
    via: Stretch | None = None
    polarity: Polarity = "asserted"
    sourceless: bool = False

    @property
    def start(self) -> int:
        """The first word of the content."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """The word after the last of the content."""
        return self.parts[-1][1]

    def covers(self, i: int) -> bool:
        """Whether word ``i`` is part of the content."""
        return any(start <= i < end for start, end in self.parts)

    def in_source(self, i: int) -> bool:
        """Whether word ``i`` is part of the source."""
        return self.source is not None and i in range(*self.source)

    def size(self) -> int:
        """How many words the content has."""
        return sum(end - start for start, end in self.parts)
