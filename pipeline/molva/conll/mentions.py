"""Entities and their mentions in CoNLL-U: brackets that other tools read, and comments of our own.

``Entity=(e1-person-2`` holds entity, type and head. Two kinds of comments hold the rest:

    # entity e1 kind=person name="Сергей Лавров"        at the first sentence of the document
    # mention 4..5 entity=e1 label=ROLE normal=министр  at the sentence of the mention

A mention is commented only where its label or its normal form is not the expected one. Outside
the brackets, and only in a comment with its ``head``, stands a mention that is not resolved, that
leaves its sentence, or that would cross or repeat a longer one (see ``brackets.nested``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast, get_args

from molva.conll.brackets import Bracket, nested
from molva.conll.escapes import join_fields, split_fields
from molva.conll.places import Places
from molva.contract import Entity, Kind, Label, Mention

ETYPES: dict[Kind, str] = {
    "person": "person",
    "org": "organization",
    "place": "place",
    "group": "person",  # people all the same; CorefUD has no type of its own for several
    "document": "object",
}
KINDS: dict[str, Kind] = {
    "person": "person",
    "organization": "org",
    "place": "place",
    "object": "document",
    "abstract": "document",
}

Comments = dict[int, list[str]]
Names = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who stands in a document: the entities, and ``alias``, the id that each has in the file."""

    entities: Mapping[str, Entity]
    alias: Mapping[str, str]

    def comments(self) -> list[str]:
        """One ``# entity`` line for each."""
        return [f"# entity {self.alias[e.id]} {join_fields(self._fields(e))}" for e in self.entities.values()]

    def _fields(self, entity: Entity) -> dict[str, str]:
        own = {} if self.alias[entity.id] == entity.id else {"id": entity.id}
        return own | {"kind": entity.kind, "name": entity.name}


def write_mentions(
    mentions: Iterable[Mention], cast_: Cast, places: Places, names: Names, pos: Sequence[str]
) -> tuple[list[Bracket], Comments]:
    """Brackets for the mentions that may stand in them, and comments by sentence for the rest.

    ``mentions`` count words; ``names`` are the labels of the named entities by span, ``pos`` the
    UPOS of each word.
    """
    ordered = list(mentions)
    fits = _bracketed(ordered, cast_, places)
    brackets, comments = [], defaultdict(list)
    for mention, fit in zip(ordered, fits, strict=True):
        span = (mention.start, mention.end - 1)
        fields = _fields(mention, cast_, names, pos, bracketed=fit)
        if fit and mention.entity_id:
            etype = ETYPES[cast_.entities[mention.entity_id].kind]
            label = f"{cast_.alias[mention.entity_id]}-{etype}-{mention.head - mention.start + 1}"
            brackets.append(Bracket(*span, label))
        if not fit or fields.keys() - {"entity"}:
            home = places.sentence[mention.start]
            own = {} if fit else {"head": places.name(mention.head, home)}
            comments[home].append(f"# mention {places.name_span(span, home)} {join_fields(fields | own)}")
    return brackets, comments


def read_entity(comment: str) -> tuple[str, Entity]:
    """The id in the file and the entity that a comment describes; ValueError when it is broken."""
    alias, _, rest = comment.partition(" ")
    fields = split_fields(rest)
    if fields.get("kind") not in get_args(Kind) or "name" not in fields:
        raise ValueError(f"an entity needs a name and a kind ({', '.join(get_args(Kind))})")
    return alias, Entity(fields.get("id", alias), cast(Kind, fields["kind"]), fields["name"])


def add_unnamed(entities: dict[str, Entity], brackets: Iterable[Bracket], forms: Sequence[str]) -> None:
    """Entities of a file from elsewhere, which has brackets and no comments: the first mention names them.

    What is no person, body, place or document (a time, an event) is nothing that molva knows.
    """
    for bracket in brackets:
        etype = (*bracket.label.split("-"), "")[1]
        if bracket.id not in entities and etype in KINDS:
            name = " ".join(forms[bracket.first : bracket.last + 1])
            entities[bracket.id] = Entity(bracket.id, KINDS[etype], name)


@dataclass(slots=True)
class MentionReader:
    """Mentions from brackets and comments, in words of the document."""

    entities: Mapping[str, Entity]
    places: Places
    names: Names
    pos: Sequence[str]
    _mentions: list[Mention] = field(default_factory=list)
    _told: dict[tuple[int, int, str], dict[str, str]] = field(default_factory=dict)

    def read_comment(self, home: int, comment: str) -> None:
        """Take in a comment at sentence ``home``: a mention of its own, or more about brackets."""
        place, _, rest = comment.partition(" ")
        first, last = self.places.find_span(place, home)
        fields = split_fields(rest)
        if "head" in fields:
            head = self.places.find(fields["head"], home)
            self._mentions.append(self._mention(first, last, head, fields.get("entity"), fields))
        else:
            self._told[first, last, fields.get("entity", "")] = fields

    def finish(self, brackets: Iterable[Bracket]) -> list[Mention]:
        """All mentions; ValueError when a comment speaks of brackets that are not there."""
        for bracket in brackets:
            if bracket.id in self.entities:
                alias, _, number = (*bracket.label.split("-"), "", "")[:3]
                fields = self._told.pop((bracket.first, bracket.last, alias), {})
                head = bracket.first + int(number or 1) - 1
                self._mentions.append(self._mention(bracket.first, bracket.last, head, alias, fields))
        if self._told:
            first, _, alias = next(iter(self._told))
            place = self.places.name(first, self.places.sentence[first])
            raise ValueError(f"the mention of {alias} at word {place} has neither brackets nor a head")
        return self._mentions

    def _mention(
        self, first: int, last: int, head: int, alias: str | None, fields: dict[str, str]
    ) -> Mention:
        """A mention with what a file leaves out: its label and its normal form; ValueError when it does not fit."""
        if not first <= head <= last:
            raise ValueError(f"the head of a mention of {alias or 'nobody'} stands outside it")
        entity = self.entities.get(alias or "")
        label = fields.get("label") or expected_label(first, last, self.names, self.pos)
        if label not in get_args(Label):
            raise ValueError(f"{label} is no label of a mention ({', '.join(get_args(Label))})")
        normal = fields.get("normal", entity.name if entity else "")
        return Mention(first, last + 1, head, cast(Label, label), normal, entity.id if entity else alias)


def expected_label(first: int, last: int, names: Names, pos: Sequence[str]) -> str:
    """The label of a mention that says nothing of it: that of the name there, or PRON, or ROLE."""
    return names.get((first, last)) or ("PRON" if first == last and pos[first] == "PRON" else "ROLE")


def _bracketed(mentions: Sequence[Mention], cast_: Cast, places: Places) -> list[bool]:
    """Which mentions may stand in brackets, sentence by sentence."""
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        home = places.sentence[mention.start]
        if mention.entity_id in cast_.entities and places.sentence[mention.end - 1] == home:
            by_sentence[home].append(i)
    fits = [False] * len(mentions)
    for group in by_sentence.values():
        spans = [(mentions[i].start, mentions[i].end - 1) for i in group]
        for i, fit in zip(group, nested(spans), strict=True):
            fits[i] = fit
    return fits


def _fields(
    mention: Mention, cast_: Cast, names: Names, pos: Sequence[str], *, bracketed: bool
) -> dict[str, str]:
    """What the brackets and the name of the entity do not tell of a mention."""
    entity = cast_.entities.get(mention.entity_id or "")
    fields = {}
    if mention.entity_id is not None:
        fields["entity"] = cast_.alias.get(mention.entity_id, mention.entity_id)
    if mention.label != expected_label(mention.start, mention.end - 1, names, pos):
        fields["label"] = mention.label
    if not bracketed or entity is None or mention.normal != entity.name:
        fields["normal"] = mention.normal
    return fields
