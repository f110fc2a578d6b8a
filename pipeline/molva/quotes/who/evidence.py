"""The evidence for a speaker: plain facts about a quote and one of those who may have said it.

Each fact is a number with a name («last»: he spoke just before; «role»: the text knows him by this
noun). What the facts are worth is learned (``weights``); ``molva explain`` prints them. The cues are
those of coreference in news: recency, subjecthood, agreement, who has the floor (after the mention
ranking of Denis & Baldridge, EMNLP 2008, and the quote attribution of O'Keefe et al., EMNLP 2012).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import log1p
from typing import Literal

from molva.lexicon.lists import shared_list
from molva.quotes.draft import Draft, Stretch
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.floor import Floor
from molva.speakers.chains import Chain, Link
from molva.speakers.compatible import compatible
from molva.speakers.descriptions import Description
from molva.speakers.resolve import is_body_of_many, is_subject

Form = Literal["pronoun", "role", "body", "document", "unsaid"]
Facts = dict[str, float]

# by which anybody may be meant, and which nobody is known by
PEOPLE = shared_list("men_and_women") | {"пара"}
# what so many are called that it tells nobody apart
CALLINGS = frozenset({"политик", "чиновник", "руководитель", "глава", "лидер", "специалист", "эксперт"})
NEAR_SENTENCES = (0, 1, 2, 4)
NEAREST = 3  # mentions of which one may be the subject near by


@dataclass(frozen=True, slots=True)
class Situation:
    """What a quote shows of its speaker before anybody is named.

    ``form`` is how the text gives the source; ``at`` the word from which one looks back; ``gender`` and
    ``number`` what source and verb ask for; ``said`` what a role says; ``own`` the chain of the source's own
    words; ``wanted`` the concept by which a role is known; ``hint`` whom the speaker stage takes for it,
    ``salient`` who stands most in the light; ``others`` who are not meant: whose he is («его адвокат»), and who
    tells of him in words of his own; ``floor`` who has spoken so far; ``before`` the quote before this one that
    has a speaker; ``retold``: the source stands in words of somebody's own.
    """

    draft: Draft
    form: Form
    at: int
    gender: str
    number: str
    said: Description | None
    own: Chain | None
    floor: Floor
    hint: Chain | None
    salient: Chain | None = None
    others: tuple[Chain, ...] = ()
    before: Draft | None = None
    wanted: str = ""
    retold: bool = False


def facts_of(cast: Cast, now: Situation, member: Member) -> Facts:
    """All facts for one member that are not zero."""
    found: Facts = {}
    groups = (
        _floor(cast, now, member),
        _goes_on(cast, now, member),
        _place(cast, now, member),
        _kind(now, member),
        _role(now, member),
        _paper(cast, now, member),
    )
    for rows in groups:
        for name, value in rows:
            if value:
                found[name] = float(value)
    return found


def _floor(cast: Cast, now: Situation, member: Member) -> Iterator[tuple[str, float]]:
    """Who has the floor."""
    words = cast.scene.words
    turns = now.floor.taken_by(member.chain)
    yield "spoken", log1p(turns)
    if not turns:
        return
    last_at, last = now.floor.turns[-1]
    yield "last", last is member.chain
    yield "last here", last is member.chain and words.par[last_at] == words.par[now.at]
    yield "last that", last is member.chain and now.draft.rule == "that"
    yield "last far", last is member.chain and words.par[now.at] - words.par[last_at] > 2
    yield "before last", now.floor.previous is member.chain


def _goes_on(cast: Cast, now: Situation, member: Member) -> Iterator[tuple[str, float]]:
    """What part the member had in the quote before: «по его словам» means who has just spoken."""
    before = now.before
    if before is None or now.form != "pronoun":
        return
    last = now.floor.held_last_by(member.chain)
    yield "last by words", last and now.draft.rule == "marker"
    yield "in last source", not last and _has_part(cast, before.source, member)
    yield "passed last on", not last and _has_part(cast, before.via, member)


def _has_part(cast: Cast, span: Stretch | None, member: Member) -> bool:
    """Whether the member is mentioned in a stretch."""
    return span is not None and any(link.chain is member.chain for link in cast.chains.within(*span))


def _place(cast: Cast, now: Situation, member: Member) -> Iterator[tuple[str, float]]:
    """Where the member has been mentioned."""
    words = cast.scene.words
    outside = list(islice((link for link in member.backwards(now.at) if link.inside < 0), NEAREST))
    nearest = outside or list(islice(member.backwards(now.at), NEAREST))
    yield "hint", member.chain is now.hint
    yield "salient", member.chain is now.salient
    yield "share", len(member.chain.links) / cast.mentions
    yield "opens", bool(member.chain.links) and words.par[member.chain.links[0].head] <= 1
    yield "inside", any(member.stands_in(part) for part in now.draft.parts)
    if not nearest:
        yield "later", 1.0
        return
    near = nearest[0]
    gap = words.sent[now.at] - words.sent[near.head]
    within = next((most for most in NEAR_SENTENCES if gap <= most), None)
    yield "far" if within is None else f"within {within}", 1.0
    yield "here", words.par[now.at] == words.par[near.head]
    yield "subject", _subject_near(cast, now, nearest)
    yield "same clause", gap == 0 and words.head[near.head] == words.head[now.at]
    yield "quoted only", not outside
    yield "named near", near.label in ("PER", "ORG")
    if now.form in ("pronoun", "unsaid"):
        # «Мэр сказал, что Орехов уедет. …, — добавил он»: of whom somebody has spoken, he does not speak
        yield "told of", now.floor.heard(near.head) and not now.floor.held_last_by(member.chain)


def _subject_near(cast: Cast, now: Situation, links: list[Link]) -> bool:
    """The subject of this sentence or of the one before."""
    words = cast.scene.words
    near = [link for link in links if words.sent[now.at] - words.sent[link.head] <= 1]
    return any(is_subject(words, link) for link in near)


def _kind(now: Situation, member: Member) -> Iterator[tuple[str, float]]:
    """Person, body or group, and what they agree in."""
    chain = member.chain
    yield chain.kind, 1.0
    yield "named", chain.named
    yield "medium", member.medium
    yield "same gender", bool(now.gender) and chain.gender == now.gender
    yield "other gender", bool(now.gender) and bool(chain.gender) and chain.gender != now.gender
    they = now.form == "pronoun" and now.number == "Plur" and any(is_body_of_many(o) for o in chain.links[:1])
    yield "other number", bool(now.number) and chain.number != now.number and not they


def _paper(cast: Cast, now: Situation, member: Member) -> Iterator[tuple[str, float]]:
    """Who may have issued a document: a body for a message, a medium for an article."""
    if now.form != "document":
        return
    noun = cast.scene.words.lemma[now.at]
    yield "issued by body", noun in word_list("issued") and member.chain.kind == "org"
    yield "printed by medium", noun in word_list("press") and member.medium


def _role(now: Situation, member: Member) -> Iterator[tuple[str, float]]:
    """Whether the text knows the member by the noun at the quote."""
    said = now.said
    if said is None:
        return
    known = now.wanted in member.roles
    fits = compatible(said, member.roles.get(now.wanted, set()))
    yield "role", known and fits
    yield "role narrowed else", known and not fits
    yield "called so", said.noun.concept in member.called
    yield "without role", not member.roles
    yield "other role", bool(member.roles) and not known
    alike = not known and not (said.noun.broader - CALLINGS).isdisjoint(member.roles)
    yield "role alike", alike
    # «компания «Невод» … Мэрия сообщила»: a body of a kind that nobody has called it
    specific = said.link.kind == "org" and said.noun.concept not in word_list("any_body")
    yield "other body", specific and not (known or alike)
    narrowed = said.narrowed | said.places
    told = set[str]().union(*member.roles.values()) if member.roles else set()
    yield "narrowed alike", bool(narrowed & told)
    yield "man or woman", said.noun.concept in PEOPLE and member.chain.named
    informant = said.anonymous and not member.chain.named and bool(INFORMANTS & member.roles.keys())
    yield "same informant", informant and now.floor.taken_by(member.chain) > 0
