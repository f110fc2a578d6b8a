"""Who has had the floor: the speakers of the quotes read so far."""

from collections import deque
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from itertools import islice

from molva.quotes.draft import Stretch
from molva.speakers.chains import Chain
from molva.words import Words

REMEMBERED = 12  # stretches of quoted words
NEAR = 2  # sentences over which a noun or a pronoun means who has spoken
PARAGRAPHS = 2  # paragraphs over which «там» means who has spoken


@dataclass(slots=True)
class Floor:
    """The turns taken so far, (word, chain), the latest last, counted while they are taken.

    ``previous`` is who spoke last before the last speaker; ``said`` the latest stretches of quoted words.
    """

    turns: list[tuple[int, Chain]] = field(default_factory=list)
    previous: Chain | None = None
    said: deque[Stretch] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    _counted: dict[int, int] = field(default_factory=dict)
    _speakers: dict[int, Chain] = field(default_factory=dict)  # whoever spoke last stands last

    def take(self, at: int, chain: Chain, said: Iterable[Stretch] = ()) -> None:
        """Somebody speaks at a word, and says these words."""
        if self.turns and self.turns[-1][1] is not chain:
            self.previous = self.turns[-1][1]
        self._speakers.pop(id(chain), None)
        self._speakers[id(chain)] = chain
        self._counted[id(chain)] = self.taken_by(chain) + 1
        self.turns.append((at, chain))
        self.said.extend(said)

    def heard(self, word: int) -> bool:
        """Whether a word stands in what somebody has said of late, with marks or without."""
        return any(start <= word < end for start, end in self.said)

    def taken_by(self, chain: Chain) -> int:
        """How many turns somebody has taken."""
        return self._counted.get(id(chain), 0)

    def latest(self, most: int) -> list[Chain]:
        """Those who spoke last, each once, ``most`` at the most."""
        return list(islice(reversed(self._speakers.values()), most))

    def held_last_by(self, chain: Chain) -> bool:
        """Whether somebody has spoken last."""
        return bool(self.turns) and self.turns[-1][1] is chain

    def latest_of(
        self, kinds: Container[str], words: Words, at: int, paragraphs: int = PARAGRAPHS
    ) -> Chain | None:
        """«…, сообщил |«Невод»|. …, сказал мэр. Там добавили»: the latest speaker of one of the kinds, at most ``paragraphs`` back."""
        for turn, chain in reversed(self.turns):
            if words.par[at] - words.par[turn] > paragraphs:
                return None
            if chain.kind in kinds:
                return chain
        return None
