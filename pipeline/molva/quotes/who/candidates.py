"""Who may be meant at a quote whose source names nobody: «он», «дипломат», «в сообщении», or nothing."""

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass

from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.eligible import may_speak
from molva.quotes.who.evidence import Facts, Form, Situation, facts_of
from molva.quotes.who.may_issue import is_issued
from molva.quotes.who.weights import shares, trained
from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import Description

SPEAKERS = frozenset({"person", "org", "group", "place", "document"})
MOST = 16  # candidates, the nearest first
HEARD = 24  # of those who have spoken, who spoke last; a book has hundreds, an article no more than these
BACK = 12  # paragraphs looked back for one who has not spoken
FAR = 3000  # words, where a paragraph has no end
UNSURE = 0.02  # two candidates whose chances lie closer tie, and nobody is named


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible speaker, with the facts and the chance they give.

    ``chain`` is None for somebody whom only the source's own words name (``own``), or for nobody.
    """

    chain: Chain | None
    own: bool
    facts: Facts
    score: float
    chance: float = 0.0


def rank(cast: Cast, now: Situation) -> list[Candidate]:
    """All candidates of a situation with their chances, the best first."""
    weights, found = trained(), list(_all(cast, now))
    scores = [weights.score(now.form, facts) for _, _, facts in found]
    ranked = [
        Candidate(chain, own, facts, score, chance)
        for (chain, own, facts), score, chance in zip(found, scores, shares(scores), strict=True)
    ]
    return sorted(ranked, key=lambda candidate: -candidate.chance)


def choose(ranked: list[Candidate]) -> Candidate | None:
    """The best candidate; of two that tie the source's own words, which name nobody else, or nobody."""
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0].chance - ranked[1].chance < UNSURE:
        return next((candidate for candidate in ranked[:2] if candidate.own), None)
    return ranked[0]


def _all(cast: Cast, now: Situation) -> Iterator[tuple[Chain | None, bool, Facts]]:
    """Each candidate with its facts; with the source as somebody new, or nobody, where that is possible."""
    members = _members(cast, now)
    found = [facts_of(cast, now, member) for member in members]
    _compare(now.form, found)
    for member, facts in zip(members, found, strict=True):
        yield member.chain, False, facts
    issued = is_issued(cast, now)
    if (
        now.form in ("role", "body", "document")
        and not (issued and members)
        and not _taken(cast, now, members)
    ):
        yield now.own, True, _own_facts(cast, now, members)
    elif now.form == "unsaid":
        yield None, False, {"nobody": 1.0}


def _compare(form: Form, found: list[Facts]) -> None:
    """Facts that hold of one beside the others: the nearest of all, the only one or the nearest of a role."""
    if form == "pronoun" and found and "later" not in found[0]:
        found[0]["nearest"] = 1.0
    known = [facts for facts in found if "role" in facts]
    if known and "later" not in known[0]:
        known[0]["nearest role"] = 1.0
    if len(known) == 1:
        known[0]["only role"] = 1.0


def _taken(cast: Cast, now: Situation, members: list[Member]) -> bool:
    """«компания», «певица», «сам мэр» after somebody with a name: a bare noun of this kind brings up nobody new."""
    said, own = now.said, now.own
    if said is None or now.number == "Plur" or not said.bare:
        return False
    if own is not None and own.links[0].start < said.link.start and own.name != said.noun.name:
        return False
    if now.form == "body":
        any_body = said.noun.concept in word_list("any_body")
        return any_body and any(_bears_name(cast, now, member) for member in members)
    return now.form == "role" and _one_is_meant(cast, now, said, members)


def _one_is_meant(cast: Cast, now: Situation, said: Description, members: list[Member]) -> bool:
    """«|Сам| мэр», «|певица|» after «Вера Зуева спела»: somebody with a name near, and of those of one standing the only one."""
    named = [member for member in members if member.chain.named]
    if now.draft.source and cast.scene.words.lemma[now.draft.source[0]] == "сам":
        return any(_near(cast, now, member) for member in named)
    if said.noun.name not in word_list("standings"):
        return False
    people = [member for member in named if member.chain.kind == "person"]
    return sum(_near(cast, now, member) or _speaks_here(cast, now, member) for member in people) == 1


def _speaks_here(cast: Cast, now: Situation, member: Member) -> bool:
    """Whether it is who spoke last, in this paragraph, however many sentences ago."""
    par, last = cast.scene.words.par, now.floor.turns[-1:]
    return bool(last) and last[0][1] is member.chain and par[last[0][0]] == par[now.at]


def _bears_name(cast: Cast, now: Situation, member: Member) -> bool:
    """A body with a name, just mentioned, that is of the noun's kind or of no kind told.

    Or one that has just spoken and is told by more than a noun: «сообщает офис прокурора Вестрии. …, добавили в ведомстве».
    """
    said = now.said
    if said is None or member.roles and not said.noun.broader & member.roles.keys():
        return False
    last = now.floor.held_last_by(member.chain)
    told = said.wanted in member.roles or not member.roles and " " in member.chain.name
    known = member.chain.named or last and told
    near = _near(cast, now, member) or _speaks_here(cast, now, member)
    return known and member.chain.kind == "org" and near


def _own_facts(cast: Cast, now: Situation, members: list[Member]) -> Facts:
    """The facts for somebody new, or known by no name, whom the source's own words describe."""
    said, own = now.said, now.own
    facts: Facts = {"own": 1.0}
    if own is not None:
        facts |= {
            f"own {name}": value
            for name, value in facts_of(cast, now, cast.member(own)).items()
            if name in _CARRIED
        }
    known = [m for m in members if said is not None and now.wanted in m.roles]
    shown = {
        "own narrowed": said is not None and bool(said.narrowed | said.places),
        "own group": said is not None and said.link.kind == "group",
        "own many": now.number == "Plur",
        "own listed": said is not None and said.listed,
        "own anonymous": said is not None and said.anonymous,
        "own alone": not any(_near(cast, now, m) for m in members),
        "own role taken": bool(known),
    }
    return facts | {name: 1.0 for name, is_so in shown.items() if is_so}


_CARRIED = frozenset({"spoken", "last", "last here", "before last", "hint"})


def _near(cast: Cast, now: Situation, member: Member) -> bool:
    """Whether the member is mentioned within two sentences."""
    words, last = cast.scene.words, member.last_before(now.at)
    return last is not None and words.sent[now.at] - words.sent[last.head] <= 2


def _members(cast: Cast, now: Situation) -> list[Member]:
    """Who agrees with what is asked: the nearest, and whoever has spoken or is hinted at."""
    heard = now.floor.latest(HEARD)
    always = [*heard, *([now.hint] if now.hint is not None else [])]
    found = _nearest(cast, now)
    if len(found) < MOST and now.said is not None:
        always += cast.known_as(now.wanted)
    for chain in always:
        if id(chain) not in found and (placed := _placed(cast, now, chain)) is not None:
            found[id(chain)] = placed
    ranked = sorted(found.values(), key=lambda placed: placed[:2])
    kept = {id(chain) for chain in heard} | {id(now.hint)}
    return [member for n, (_, _, member) in enumerate(ranked) if n < MOST or id(member.chain) in kept]


Placed = tuple[int, int, Member]
"""A member with its distance in words and its number among the chains, which decides between equals."""


def _nearest(cast: Cast, now: Situation) -> dict[int, Placed]:
    """The members mentioned last before the quote, as many as may be candidates, by the ids of their chains."""
    found: dict[int, Placed] = {}
    seen: set[int] = set()
    distances: list[int] = []
    for link in cast.chains.backwards(now.at):
        beyond = now.at - link.start - cast.chains.longest  # where the head of a further one may stand
        enough = len(distances) >= MOST and beyond > distances[MOST - 1]
        if enough or _is_far(cast, now, link):
            break
        if link.chain is None or id(link.chain) in seen:
            continue
        seen.add(id(link.chain))
        placed = _placed(cast, now, link.chain)
        if placed is not None:
            found[id(link.chain)] = placed
            insort(distances, placed[0])
    return found


def _is_far(cast: Cast, now: Situation, link: Link) -> bool:
    """Whether one who is mentioned here, and has not spoken, is forgotten at the quote."""
    par = cast.scene.words.par
    return par[now.at] - par[link.head] > BACK or now.at - link.head > FAR


def _placed(cast: Cast, now: Situation, chain: Chain) -> Placed | None:
    """A chain as a candidate, or None where it agrees with nothing or was mentioned too far away."""
    if (
        chain is now.own
        or chain in now.others
        or id(chain) in cast.led_back
        or chain.kind not in SPEAKERS
        or not chain.name
        or not chain.links
    ):
        return None
    member, spoke = cast.member(chain), now.floor.taken_by(chain) > 0
    if not may_speak(cast, now, member, spoke):
        return None
    words, last = cast.scene.words, member.last_before(now.at)
    known = now.said is not None and now.wanted in member.roles
    back = words.par[now.at] - words.par[last.head] if last else BACK + 1
    if back > BACK and not spoke and not known:
        return None
    return now.at - last.head if last else len(words), cast.number(chain), member
