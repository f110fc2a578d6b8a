"""What merging gives: entities of several documents that are one speaker, or stay alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from molva.registry.seen import Seen


@dataclass(frozen=True, slots=True)
class Group:
    """Entities that are one person or body.

    ``named`` tells whether a name is known at all; ``ambiguous`` that it may be somebody else of
    the run, or several.
    """

    members: Sequence[Seen]
    named: bool = True
    ambiguous: bool = False
