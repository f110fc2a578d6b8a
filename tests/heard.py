"""Entities of documents in short, and who they turn out to be.

``heard("a", "Пётр Орехов", "Орехов", role="мэр Быстринска")`` is a person of document «a» who is
quoted once; ``merged`` gives the documents of each speaker, «ab» for one who is in «a» and «b».
"""

from molva.registry.seen import Seen
from molva.registry.speakers import speakers_of


def heard(doc, *names, role="", kind="person", quotes=1, source="", places=()):
    roles = tuple(role.split("; ")) if role else ()
    return Seen(
        doc, "e1", kind, names[0] if names else role,
        names=tuple((name, 1) for name in names),
        roles=tuple((one, 1) for one in roles),
        beside=roles if names else (),
        quotes=quotes,
        sources=(source or (names or roles)[0],) if quotes else (),
        places=frozenset(places),
    )  # fmt: skip


def body(doc, *names, **more):
    return heard(doc, *names, kind=more.pop("kind", "org"), **more)


def merged(*seen):
    """The documents of each speaker; a question mark where it may be somebody else."""
    return sorted(
        "".join(doc for doc, _ in speaker.entities) + "?" * speaker.ambiguous for speaker in speakers_of(seen)
    )
