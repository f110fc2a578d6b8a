"""Quotes in CoNLL-U: brackets for what stands in the text, a comment for what does not.

``Quote=(q1-direct-e1`` … ``Quote=q1)`` holds the words, and opens again after the author's words;
``QuoteCue=q1`` stands on every word of the cue, ``QuoteSource=(q1`` … ``q1)`` holds the mention.
At the sentence where the quote opens:

    # quote q1 type=direct speaker=e1 name="Сергей Лавров" kind=person construction=… polarity=asserted confidence=0.93
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from molva.conll.brackets import Bracket, BracketReader, write_brackets
from molva.conll.escapes import join_fields, split_fields
from molva.conll.mentions import Comments
from molva.conll.places import Places
from molva.contract import POLARITIES, QUOTE_TYPES, Entity, Quote, QuoteKind

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class QuoteColumns:
    """What quotes add to the words (attribute by word) and to the sentences (comments)."""

    content: Mapping[int, str]
    cue: Mapping[int, str]
    source: Mapping[int, str]
    comments: Comments


def write_quotes(
    quotes: Sequence[Quote], alias: Mapping[str, str], speakers: Mapping[str, str], places: Places
) -> QuoteColumns:
    """Attributes and comments for the quotes; ``alias`` and ``speakers`` are ids in the file.

    A quote without a single word in it has no place in a file of words, and is left out.
    """
    content: list[Bracket] = []
    source: list[Bracket] = []
    cues: dict[int, list[str]] = defaultdict(list)
    comments: Comments = defaultdict(list)
    for quote in quotes:
        id_ = alias[quote.id]
        speaker = speakers.get(quote.speaker.id) if quote.speaker else None
        parts = [span for part in quote.content if (span := places.words(part.start, part.end))]
        if not parts:
            continue
        label = f"{id_}-{quote.type}-{speaker}" if speaker else f"{id_}-{quote.type}"
        content.extend(Bracket(*span, label) for span in parts)
        if quote.source is not None and (span := places.words(quote.source.start, quote.source.end)):
            source.append(Bracket(*span, id_))
        if quote.cue is not None and (span := places.words(quote.cue.start, quote.cue.end)):
            for word in range(span[0], span[1] + 1):
                cues[word].append(id_)
        fields = join_fields(_fields(quote, alias, speaker))
        comments[places.sentence[parts[0][0]]].append(f"# quote {id_} {fields}")
    shared = {word: ",".join(ids) for word, ids in cues.items()}
    return QuoteColumns(write_brackets(content), shared, write_brackets(source), comments)


@dataclass(slots=True)
class FoundQuote:
    """A quote as read, in words of the document, ``last`` inclusive."""

    id: str
    type: str
    content: list[Span] = field(default_factory=list)
    cue: list[int] = field(default_factory=list)
    source: Span | None = None
    speaker: Entity | None = None
    confidence: float = 1.0
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What the comment says, or what the speaker is: a place that speaks is a body."""
        if "kind" in self.fields or self.speaker is None:
            return self.fields.get("kind", "none")
        return "org" if self.speaker.kind == "place" else self.speaker.kind


@dataclass(slots=True)
class QuoteReader:
    """Collect the attributes and comments of quotes; ``entities`` go by their ids in the file."""

    entities: Mapping[str, Entity]
    content: BracketReader = field(default_factory=BracketReader)
    source: BracketReader = field(default_factory=BracketReader)
    _cues: list[tuple[int, str]] = field(default_factory=list)
    _found: dict[str, FoundQuote] = field(default_factory=dict)

    def read_comment(self, comment: str) -> None:
        """Take in a comment; ValueError when it is broken."""
        alias, _, rest = comment.partition(" ")
        fields = split_fields(rest)
        quote = FoundQuote(fields.get("id", alias), fields.get("type", ""), fields=fields)
        quote.speaker = self._speaker(fields.get("speaker"))
        quote.confidence = float(fields.get("confidence", "1"))
        self._found[alias] = quote

    def read_cue(self, word: int, value: str) -> None:
        """Take in a word of a cue, which may serve several quotes."""
        self._cues += [(word, alias) for alias in value.split(",")]

    def finish(self) -> list[FoundQuote]:
        """All quotes, in the order of their comments; ValueError when the parts do not fit."""
        for bracket in self.content.finish():
            alias, type_, speaker = (*bracket.label.split("-"), "", "")[:3]
            quote = self._found.setdefault(alias, FoundQuote(alias, type_))
            quote.type = type_ or quote.type
            quote.speaker = self._speaker(speaker) or quote.speaker
            quote.content.append((bracket.first, bracket.last))
        for word, alias in self._cues:
            self._known(alias, "QuoteCue").cue.append(word)
        for bracket in self.source.finish():
            self._known(bracket.id, "QuoteSource").source = (bracket.first, bracket.last)
        for alias, quote in self._found.items():
            _check(alias, quote)
        return _with_parents(self._found)

    def _speaker(self, alias: str | None) -> Entity | None:
        """The entity of an id in the file, if one is given; ValueError when there is no such entity."""
        if alias and alias not in self.entities:
            raise ValueError(f"speaker {alias} is no entity of this document")
        return self.entities[alias] if alias else None

    def _known(self, alias: str, attribute: str) -> FoundQuote:
        if alias not in self._found:
            raise ValueError(f"{attribute}={alias} belongs to no quote")
        return self._found[alias]


def _with_parents(found: Mapping[str, FoundQuote]) -> list[FoundQuote]:
    """Parents by the ids of the document, where comments name them by the ids of the file."""
    for quote in found.values():
        if parent := found.get(quote.fields.get("parent", "")):
            quote.fields["parent"] = parent.id
    return list(found.values())


def _fields(quote: Quote, alias: Mapping[str, str], speaker: str | None) -> dict[str, str]:
    """The values of a comment; what is not there, or is told by the id in the file, is left out."""
    fields = {} if alias[quote.id] == quote.id else {"id": quote.id}
    fields["type"] = quote.type
    if speaker and quote.speaker:
        fields |= {"speaker": speaker, "name": quote.speaker.name}
    fields["kind"] = quote.kind
    if quote.construction:
        fields["construction"] = quote.construction
    fields |= {"polarity": quote.polarity, "confidence": repr(float(quote.confidence))}
    if quote.via is not None:
        fields["via"] = quote.via
    if quote.parent is not None:
        fields["parent"] = alias.get(quote.parent, quote.parent)
    return fields


def _check(alias: str, quote: FoundQuote) -> None:
    """ValueError when what was read makes no quote."""
    if not quote.content:
        raise ValueError(f"quote {alias} has a comment, and no brackets Quote=({alias} around its words")
    if quote.type not in QUOTE_TYPES:
        raise ValueError(f"quote {alias} is of type «{quote.type}», not {', '.join(QUOTE_TYPES)}")
    if quote.fields.get("polarity", "asserted") not in POLARITIES:
        raise ValueError(f"quote {alias} has a polarity that is not {', '.join(POLARITIES)}")
    if quote.kind not in get_args(QuoteKind):
        raise ValueError(f"quote {alias} is of kind «{quote.kind}», not {', '.join(get_args(QuoteKind))}")
    if quote.cue and quote.cue != list(range(quote.cue[0], quote.cue[-1] + 1)):
        raise ValueError(f"the cue of quote {alias} is torn apart")
