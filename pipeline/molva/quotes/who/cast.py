"""The cast of a document: everybody who may speak in it, and what the text says of each.

The speaker stage has gathered the mentions; here they are read once more for what a quote asks:
by which nouns somebody is known, whether a body is a medium, where the mentions stand.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from molva.contract import NAME_LABELS
from molva.lexicon.nouns import Noun, bodies, roles
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.scene import Scene
from molva.speakers.bodies import body
from molva.speakers.branches import level
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.dependents import NameAt
from molva.speakers.descriptions import Description, describe
from molva.speakers.offices import recall
from molva.speakers.owners import told_owners
from molva.speakers.whose import NOBODYS, Whose
from molva.tokens.marks import OPENING

_TEAM = frozenset({"игрок", "тренер"})
_CLUB = frozenset({"клуб", "команда"})


@dataclass(slots=True, eq=False)
class Member:
    """Somebody of the cast.

    ``roles`` are the concepts by which the text knows him, each with the words that narrow it,
    ``whose`` the owners told with them; ``called`` those that the text itself has used; ``medium`` tells a
    newspaper or an agency, ``marked`` a body whose name stands in marks. ``heads`` are the head words of the mentions that are no pronouns, in text order; ``starts`` the first
    words of all mentions.
    """

    chain: Chain
    roles: dict[str, set[str]] = field(default_factory=dict)
    whose: dict[str, Whose] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    medium: bool = False
    marked: bool = False
    heads: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def learn(self, concept: str, narrowed: set[str], whose: Whose = NOBODYS) -> None:
        """Remember that the text knows him by a noun, with what narrows it and whose he is by it."""
        self.roles.setdefault(concept, set()).update(narrowed)
        self.whose[concept] = self.whose.get(concept, NOBODYS) | whose

    def callings(self) -> list[Noun]:
        """The nouns for persons by which the text has called him."""
        return [noun for noun in map(roles().get, self.called) if noun is not None]

    def backwards(self, word: int) -> Iterator[Link]:
        """The mentions that end before a word, the nearest first; a quote may have taken some since the member was read."""
        links = self.chain.links
        for number in range(bisect_left(links, word, key=attrgetter("start")) - 1, -1, -1):
            if links[number].end <= word:
                yield links[number]

    def last_before(self, word: int) -> Link | None:
        """The nearest of the mentions that end before a word."""
        return next(self.backwards(word), None)

    def stands_in(self, part: Stretch) -> bool:
        """Whether a mention that is no pronoun stands in a stretch."""
        return bisect_left(self.heads, part[0]) < bisect_left(self.heads, part[1])


@dataclass
class Cast:
    """The members of a document by their chains, read when they are first asked for.

    ``joint`` are the ids of the chains of several who speak as one: «Бакен и Створ»; ``told`` those of media to
    whom somebody has spoken, or who pass words on; ``led_back`` tells by their ids whom the chains mean that have turned out to mean somebody else: «метеоролог».
    """

    scene: Scene
    chains: Chains
    told: frozenset[int] = frozenset()
    joint: set[int] = field(default_factory=set)
    _members: dict[int, Member] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)
    _by_role: dict[str, list[Chain]] = field(default_factory=dict)
    _enrolled: int = 0
    led_back: dict[int, Chain | None] = field(default_factory=dict)
    _names: dict[int, NameAt] = field(default_factory=dict)
    _described: dict[int, Description | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        words = self.scene.words
        self._names = {
            link.start: NameAt(link.end, link.label, link.nominative(words))
            for link in self.chains.links
            if link.label in NAME_LABELS
        }
        recall(self.chains)

    @cached_property
    def mentions(self) -> int:
        """How many mentions of people and bodies the document has."""
        return max(sum(link.chain is not None for link in self.chains.links), 1)

    def number(self, chain: Chain) -> int:
        """The place of a chain among the chains of the document, newcomers last."""
        for newcomer in self.chains.chains[len(self._numbers) :]:
            self._numbers[id(newcomer)] = len(self._numbers)
        return self._numbers[id(chain)]

    def known_as(self, concept: str) -> list[Chain]:
        """Whom the text knows by a noun."""
        for newcomer in self.chains.chains[self._enrolled :]:
            self._enrolled += 1
            for role in self.member(newcomer).roles:
                self._by_role.setdefault(role, []).append(newcomer)
        return self._by_role.get(concept, [])

    def sought(self, said: Description) -> str:
        """The concept by which whom a description means is known.

        «экс-губернатор» may have been called «ушедший в отставку губернатор», unless somebody else
        has the very name.
        """
        sole = said.former and said.link.number != "Plur"
        if sole and not any(chain.named for chain in self.known_as(said.wanted)):
            return said.noun.concept
        return said.wanted

    def member(self, chain: Chain) -> Member:
        """The member of a chain."""
        if id(chain) not in self._members:
            self._members[id(chain)] = self._read(chain)
        return self._members[id(chain)]

    def described(self, word: int) -> Description | None:
        """What the noun at a word says of whom it describes."""
        if word not in self._described:
            said = self._described[word] = describe(self.scene.words, word, self._names)
            if said is not None:
                said.whose = told_owners(self.scene.words, self.chains, said.link)
        return self._described[word]

    def _read(self, chain: Chain) -> Member:
        """The member of a chain, with all that the text says of it by roles, names and neighbours."""
        words, member = self.scene.words, Member(chain)
        member.starts = [link.start for link in chain.links]
        member.heads = sorted(link.head for link in chain.links if link.label != "PRON")
        for link in chain.links:
            if link.label == "ROLE" and (said := self.described(link.head)) is not None:
                member.called.add(said.noun.concept)
                for concept in said.concepts:
                    member.learn(concept, said.narrowed | said.places, said.whose)
            elif link.label in ("ORG", "LOC"):
                name = body(words.form[link.start : link.end], words.lemma[link.start : link.end])
                if kinds := name.kinds | self._kind_beside(link) | self._by_its_men(link):
                    told = ({name.place} - {""}) | level(words.lemma[link.start : link.end])
                    owners = told_owners(words, self.chains, link)
                    for concept in kinds:
                        member.learn(concept, told, owners)
                member.medium = member.medium or is_medium(self.scene, link.start, link.end)
                member.marked = member.marked or self._in_marks(link)
        member.medium = member.medium or "издание" in member.roles or "сми" in member.roles
        for concept, narrowed in chain.offices.items():
            member.learn(concept, narrowed)
        return member

    def taken_for(self, chain: Chain) -> set[str]:
        """What quotes before have called somebody who was chosen for it: «подсудимый» of a director."""
        led = (own for own in self.chains.chains if self.led_back.get(id(own)) is chain)
        return set[str]().union(*(self.member(own).called for own in led))

    def kinds_beside(self, chain: Chain) -> set[str]:
        """The very nouns that stand before a body's name: «компания» of «компания «Невод»»."""
        links = (link for link in chain.links if link.label == "ORG" and link.start > 1)
        return {self.scene.words.lemma[self._before(link)] for link in links} & bodies().keys()

    def _before(self, link: Link) -> int:
        """The word before a name, or before the mark that opens it; -1 where the text begins."""
        before = link.start - 1
        return before - (before >= 0 and self.scene.words.form[before] in OPENING)

    def _in_marks(self, link: Link) -> bool:
        """««Невод»», «ООО «Невод»»: whether a body's name stands in marks, or all that is its own in it."""
        form = self.scene.words.form
        opened = any(form[i] in OPENING for i in range(link.start, min(link.start + 2, link.end)))
        return link.label == "ORG" and (opened or link.start > 0 and form[link.start - 1] in OPENING)

    def _by_its_men(self, link: Link) -> frozenset[str]:
        """«тренер |«Прибоя»|», «форвард |«Барса»|»: a body that has players is a club, though nobody calls it so.

        Not whoever had them: «бывший форвард «Прибоя» возглавил |клуб|».
        """
        words, noun = self.scene.words, self._before(link)
        former = noun > 0 and words.lemma[noun - 1] == "бывший"
        if noun < 0 or former or link.label != "ORG" or words.feat(link.head, "Case") not in {"Gen", ""}:
            return frozenset()
        known = roles().get(words.lemma[noun])
        return _CLUB if known is not None and known.broader & _TEAM else frozenset()

    def _kind_beside(self, link: Link) -> frozenset[str]:
        """«компания Valeo», «портал Relovo»: the noun right before a body's name tells its kind.

        «Сайт Росмоста» belongs to a body that is no medium, though it may go on as «сайт».
        """
        words, before = self.scene.words, self._before(link)
        if before < 0 or words.par[before] != words.par[link.start]:
            return frozenset()
        noun = bodies().get(words.lemma[before])
        kinds = noun.broader if noun else frozenset[str]()
        return kinds if link.nominative(words) else kinds & word_list("channels")
