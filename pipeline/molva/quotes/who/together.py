"""Several who speak as one, and who were named side by side and go on so: «Вестрия и Речина против. Они заявили, что …».

Russian takes «они» for the whole of a coordinated subject before any noun in the plural that stands lower
in its sentence: in «Вестрия и Речина требуют вывести отряды. Они считают, что …» the countries speak.
"""

from dataclasses import dataclass

from molva.contract import NAME_LABELS
from molva.quotes.draft import Draft, Stretch
from molva.quotes.who.cast import Cast
from molva.quotes.who.floor import Floor
from molva.quotes.who.newcomers import Newcomers
from molva.quotes.who.side_by_side import SideBySide, coordinated, in_common, two_nouns
from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import Description
from molva.speakers.pronouns import THEIRS
from molva.speakers.resolve import is_subject
from molva.tokens.marks import MARKS
from molva.words import Words

NEAR = 2  # sentences over which those who have spoken as one go on
REACH = 80  # words of a sentence that are looked back over
COUPLES = frozenset({"супруг", "супруга", "супруги"})
JOINTS = MARKS | {",", "и"}


@dataclass(frozen=True, slots=True)
class Together:
    """Finds those whom a source joins; leads «они», «их» and a plural noun back to names that one verb has joined."""

    words: Words
    cast: Cast
    floor: Floor
    newcomers: Newcomers
    several: SideBySide

    def here(self, draft: Draft) -> Chain | None:
        """Several who speak as one: «Вестрия и Речина посчитали», «родители и адвокат Сингха заявили»."""
        words, head = self.words, draft.source_head
        assert head is not None
        joint = coordinated(words, draft) or two_nouns(words, draft)
        if not joint and words.feat(head, "Number") != "Plur":
            return None
        joined = self.several.joined(head, draft.source) if draft.source else None
        return joined or (self.newcomers.described(draft, "group") if joint else None)

    def before(self, draft: Draft, said: Description | None = None) -> Chain | None:
        """The chain of all of them; for a noun («издания») only if each of them may be called so."""
        if (spoken := self._spoken(draft, said)) is not None:
            return spoken
        names = self._named(draft)
        if said is not None and (two := self._counted(draft, said, names)) is not None:
            return two
        members = [self.cast.member(link.chain) for link in names if link.chain is not None]
        if not names or not (said is None or said.wanted in in_common(members) or _are_a_couple(said, names)):
            return None
        return self.several.joined(names[0].head, (names[0].start, names[-1].end))

    def both(self, draft: Draft) -> Chain | None:
        """«Мэр Зуев …. Врач Лаптева …. |Оба| признают, что …»: the two people who have spoken last, in this paragraph."""
        words, found = self.words, list[tuple[int, Chain]]()
        for at, chain in reversed(self.floor.turns):
            if words.par[at] != words.par[draft.start] or chain.kind != "person" or chain.number == "Plur":
                break
            if all(chain is not other for _, other in found):
                found.insert(0, (at, chain))
            if len(found) == 2:
                return self.several.of(found[0][1], found[1][1], draft)
        return None

    def _counted(self, draft: Draft, said: Description, names: list[Link]) -> Chain | None:
        """«Компании «Невод» и «Створ» закрылись. |Обе фирмы| сообщили»: the two named last, whatever they are called; no «оба врача» of banks."""
        if self.words.lemma[(draft.source or (0, 0))[0]] != "оба":
            return None
        two = list(dict.fromkeys(id(link.chain) for link in names))
        kind = "org" if said.link.kind == "org" else "person"
        if len(two) != 2 or any(link.chain is None or link.chain.kind != kind for link in names):
            return None
        return self.several.joined(names[0].head, (names[0].start, names[-1].end))

    def _spoken(self, draft: Draft, said: Description | None) -> Chain | None:
        """«…, пишут «Бакен» и «Створ». По их данным, …», «по данным газет»: those who have just spoken as one."""
        at, chain = self.floor.turns[-1] if self.floor.turns else (0, None)
        if chain is None or id(chain) not in self.cast.joint or draft.start < at:
            return None
        near = self.words.sent[draft.start] - self.words.sent[at] <= NEAR
        called = said is None or said.wanted in chain.offices
        return chain if near and called and not self._another(at, draft, chain) else None

    def _named(self, draft: Draft) -> list[Link]:
        """The names of the coordinated subject in this sentence before the source, or in the last one."""
        words, at = self.words, draft.source_head or 0
        start, _ = words.sentence(at)
        goes_on = start > 0 and words.par[start - 1] == words.par[at]
        before, end = words.sentence(start - 1) if goes_on else (start, start)
        for stretch in ((max(start, at - REACH), at), (max(before, end - REACH), end)):
            names = self._coordinated(stretch)
            if names and not self._another(names[-1].end, draft, None):
                return names
        return []

    def _coordinated(self, stretch: Stretch) -> list[Link]:
        """The names in a stretch that «и» and commas join to a subject, none of them inside another's words."""
        run: list[Link] = []
        for link in self.cast.chains.within(*stretch):
            if link.label not in NAME_LABELS or link.chain is None or self.floor.heard(link.head):
                continue
            if run and link.start < run[-1].end:
                continue  # a name inside a name
            if run and not self._joins(run[-1], link):
                if self._is_whole(run):
                    return run
                run = []
            run.append(link)
        return run if self._is_whole(run) else []

    def _joins(self, one: Link, other: Link) -> bool:
        """«Пётр Гусев |и токарь| Лев Орехов»: only a comma, an «и» and the second one's title stand between."""
        titles = [link for link in self.cast.chains.within(one.end, other.start) if link.chain is other.chain]
        bare = [i for i in range(one.end, other.start) if not any(t.start <= i < t.end for t in titles)]
        forms = {self.words.lower[i] for i in bare} - THEIRS
        return forms <= JOINTS and bool(forms & {",", "и"})

    def _is_whole(self, run: list[Link]) -> bool:
        """Whether names are a subject of several parts, the last two joined by «и»."""
        if len({id(link.chain) for link in run}) < 2:
            return False
        closed = "и" in self.words.lower[run[-2].end : run[-1].start]
        return closed and is_subject(self.words, run[0])

    def _another(self, start: int, draft: Draft, chain: Chain | None) -> bool:
        """Whether others in the plural have come up since, or have spoken."""
        at = draft.source_head or draft.start
        links = (link for link in self.cast.chains.within(start, at) if link.chain not in (None, chain))
        subjects = (link for link in links if is_subject(self.words, link) and not draft.covers(link.head))
        several = (link.chain for link in subjects if link.chain is not None)
        return any(other.number == "Plur" or other.kind == "group" for other in several)


def _are_a_couple(said: Description, names: list[Link]) -> bool:
    """«Пётр Орехов и его жена Вера Зуева строят больницу. |Супруги| объявили …»: two people, and no more."""
    people = {id(link.chain) for link in names if link.label == "PER"}
    return said.noun.concept in COUPLES and len(people) == len(names) == 2
