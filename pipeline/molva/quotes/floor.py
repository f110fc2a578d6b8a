"""Who has had the floor: the speakers of the quotes read so far."""

from dataclasses import dataclass, field
from itertools import islice

from molva.speakers.chains import Chain


@dataclass(slots=True)
class Floor:
    """The turns taken so far, (word, chain), the latest last, counted while they are taken.

    ``previous`` is who spoke last before the last speaker.
    """

    turns: list[tuple[int, Chain]] = field(default_factory=list)
    previous: Chain | None = None
    _counted: dict[int, int] = field(default_factory=dict)
    _speakers: dict[int, Chain] = field(default_factory=dict)  # whoever spoke last stands last

    def take(self, at: int, chain: Chain) -> None:
        """Somebody speaks at a word."""
        if self.turns and self.turns[-1][1] is not chain:
            self.previous = self.turns[-1][1]
        self._speakers.pop(id(chain), None)
        self._speakers[id(chain)] = chain
        self._counted[id(chain)] = self.taken_by(chain) + 1
        self.turns.append((at, chain))

    def taken_by(self, chain: Chain) -> int:
        """How many turns somebody has taken."""
        return self._counted.get(id(chain), 0)

    def latest(self, most: int) -> list[Chain]:
        """Those who spoke last, each once, ``most`` at the most."""
        return list(islice(reversed(self._speakers.values()), most))

    def held_last_by(self, chain: Chain) -> bool:
        """Whether somebody has spoken last."""
        return bool(self.turns) and self.turns[-1][1] is chain
