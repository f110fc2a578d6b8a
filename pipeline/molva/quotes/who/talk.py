"""Who takes the turns of a talk that nobody is named at: «— Поедем? — спросил Олег.⏎— Рано, Олег.»: the other one does.

Turns of lines one below the other alternate. As long as two talk, whoever has not just spoken speaks now; so does who has just
been called by name, and nobody calls himself. Where three talk, or the turns do not fit between those that are known,
nobody is given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.pronouns import verb_agreement
from molva.words import Words

BETWEEN = 2  # paragraphs of the narrator's inside one talk
REACH = 8  # turns from the nearest one that is known
ME = frozenset({"я", "мне", "меня", "мной", "мною"})
# said to somebody, without a verb
GREETINGS = frozenset(
    "здравствуйте здравствовать здравствуй привет прощайте прощай спасибо извините простите".split()
)
HIM = frozenset({"он", "она"})
ALTERNATING = 3  # turns of two people, one by one, that show them talking among others


@dataclass(slots=True, eq=False)
class Person:
    """One of those who talk: a chain, or whoever tells the story as «я»."""

    chain: Chain | None

    @property
    def several(self) -> bool:
        """Whether more than one speak as one: «ученики»."""
        return self.chain is not None and (self.chain.kind == "group" or self.chain.number == "Plur")


@dataclass(slots=True, eq=False)
class Turn:
    """A line of the talk: its quotes, who speaks, whom it calls by name, to whom the narrator says it is spoken."""

    paragraph: int
    quotes: list[int]
    speaker: Person | None = None
    open: bool = False
    called: list[Person] = field(default_factory=list)
    hearers: list[Person] = field(default_factory=list)

    @property
    def addressed(self) -> list[Person]:
        """Those who are spoken to."""
        return self.called or self.hearers


@dataclass(slots=True)
class Talk:
    """All turns of a document with those who take them."""

    scene: Scene
    chains: Chains
    drafts: Sequence[Draft]
    speakers: Sequence[Chain | None]
    _people: dict[int, Person] = field(default_factory=dict)
    _me: Person = field(default_factory=lambda: Person(None))

    def fill(self, above: Sequence[int | None]) -> list[Chain | None]:
        """The speakers, with those of the turns that nobody is named at."""
        found = list(self.speakers)
        own = [n for n, draft in enumerate(self.drafts) if draft.rule == "dash" and above[n] is None]
        if not any(self._is_open(n) for n in own):
            return found
        lines = groupby(own, key=lambda n: self.scene.words.par[self.drafts[n].start])
        for talk in _talks([self._turn(paragraph, list(quotes)) for paragraph, quotes in lines]):
            for run in _runs(talk):
                self._take(run, talk)
            for turn in talk:
                for n in turn.quotes:
                    if turn.speaker is not None and self._is_open(n):
                        found[n] = turn.speaker.chain
        return found

    def _turn(self, paragraph: int, quotes: list[int]) -> Turn:
        """A line as a turn."""
        turn = Turn(paragraph, quotes, open=self._is_open(quotes[0]))
        turn.speaker = self._speaker(quotes[0])
        told = [part for n in quotes for part in self.drafts[n].parts]
        links = [link for start, end in told for link in self.chains.within(start, end)]
        turn.called = self._each(link for link in links if self._is_called(link, told))
        if not turn.open:
            turn.hearers = self._hearers(self.drafts[quotes[0]], paragraph, turn.speaker)
        return turn

    def _is_open(self, number: int) -> bool:
        """Nobody is named at the quote: no source at all, «он» that leads to nobody, or a voice."""
        draft = self.drafts[number]
        if self.speakers[number] is not None:
            return False
        head = draft.source_head
        words = self.scene.words
        if self._is_mine(draft):
            return False
        return head is None or words.lower[head] in HIM or words.lemma[head] in word_list("voices")

    def _is_mine(self, draft: Draft) -> bool:
        """«— Почём укроп? — |спрашиваю|.»: whoever tells the story says so of himself."""
        alone = draft.source_head is None and draft.verb is not None
        return alone and draft.verb is not None and self.scene.words.feat(draft.verb, "Person") == "1"

    def _speaker(self, number: int) -> Person | None:
        """Who is known to speak a quote."""
        head, chain = self.drafts[number].source_head, self.speakers[number]
        if head is not None and self.scene.words.lower[head] == "я" or self._is_mine(self.drafts[number]):
            return self._me
        return self._person(chain) if chain is not None else None

    def _person(self, chain: Chain) -> Person:
        return self._people.setdefault(id(chain), Person(chain))

    def _each(self, links: Iterator[Link]) -> list[Person]:
        """The people whom mentions mean, each once."""
        chains = {id(link.chain): link.chain for link in links if link.chain is not None}
        return [self._person(chain) for chain in chains.values()]

    def _is_called(self, link: Link, told: Sequence[Stretch]) -> bool:
        """«Олег, пора», «Спасибо тебе, Олег!», «Когда же, Олег, паром?»: a name that is nothing to its clause.

        At the edge of a sentence that speaks to somebody, commas and ends around it are enough.
        """
        words = self.scene.words
        if link.label != "PER" or link.case not in {"", "Nom"} or words.is_subject(link.head):
            return False
        before = words.form[link.start - 1] if all(link.start != start for start, _ in told) else ""
        behind = words.form[link.end] if link.end < len(words) else "."
        if words.dep[link.head] == "vocative":
            return True
        if before in {"", *ENDS, *DASHES}:
            return behind == "!" or behind == "," and self._speaks_to_somebody(told)
        return before == "," and behind in ENDS and self._speaks_to_somebody(told)

    def _speaks_to_somebody(self, told: Sequence[Stretch]) -> bool:
        """Whether a verb of the second person or an imperative stands in what is said."""
        feat = self.scene.words.feat
        said = (
            i for start, end in told for i in range(start, end) if self.scene.words.pos[i] in {"VERB", "AUX"}
        )
        greets = any(self.scene.words.lemma[start] in GREETINGS for start, _ in told)
        return greets or any(feat(i, "Person") == "2" or feat(i, "Mood") == "Imp" for i in said)

    def _hearers(self, draft: Draft, paragraph: int, speaker: Person | None) -> list[Person]:
        """«сказал он Олегу», «шепнула мне на ухо», «побежал за ней:»: the one person beside the speaker of whom the narrator tells."""
        words = self.scene.words
        if draft.verb is None:
            return []
        start, end = self.scene.sentence(draft.verb)
        if words.par[draft.verb] == paragraph:
            start, end = self.scene.paragraph(draft.verb)
        outside = [i for i in range(start, end) if not draft.covers(i)]
        links = (link for link in self.chains.within(start, end) if link.head in outside)
        others = (link for link in links if link.label in {"PER", "PRON"} and not draft.in_source(link.head))
        people = [person for person in self._each(others) if person is not speaker]
        people += [self._me] if any(words.lower[i] in ME for i in outside) and speaker is not self._me else []
        return people if len(people) == 1 else []

    def _take(self, run: list[Turn], talk: list[Turn]) -> None:
        """Give the open turns of lines one below the other those who take them."""
        here, around = _present(run), _present(talk)
        if any(person.several for person in here):
            return
        pair = here if len(here) == 2 else around if len(around) == 2 else []
        if len(here) == 1 and not pair and len(run) >= ALTERNATING:
            pair = [*here, Person(None)]
        if pair:
            for turn in run:
                if turn.open and (other := _other(pair, turn.called)) is not None:
                    turn.speaker = other
            for first, last in _gaps(run):
                self._alternate(run, first, last, pair)
        elif len(around) > 2:
            self._among_many(run)

    def _alternate(self, run: list[Turn], first: int, last: int, pair: list[Person]) -> None:
        """Two talk: from the turn before, or back from the one behind, they take turns."""
        before = run[first - 1].speaker if first else None
        behind = run[last].speaker if last < len(run) else None
        size = min(last - first, REACH)
        known = before if before is not None else behind
        if known not in pair:
            return
        one, other = pair if known is pair[0] else reversed(pair)
        taken = [other if k % 2 == 0 else one for k in range(size)]
        if before is None:
            taken.reverse()
            first = last - size
        elif behind is not None and size == last - first and taken[-1] is behind:
            return  # the turns do not fit
        turns = run[first : first + len(taken)]
        if all(self._may_take(turn, person) for turn, person in zip(turns, taken, strict=True)):
            for turn, person in zip(turns, taken, strict=True):
                turn.speaker = person

    def _among_many(self, run: list[Turn]) -> None:
        """Several talk: who has just been spoken to answers; two who have been at it for three turns go on."""
        for k, turn in enumerate(run):
            if not turn.open or not k:
                continue
            before, behind = run[k - 1], run[k + 1].speaker if k + 1 < len(run) else None
            last = [other.speaker for other in run[max(k - ALTERNATING, 0) : k]]
            asked = before.addressed[0] if len(before.addressed) == 1 else None
            if asked is None and len(last) == ALTERNATING and last[0] is last[2] and last[1] is not None:
                asked = last[1]
            if asked is not None and asked not in {before.speaker, behind} and self._may_take(turn, asked):
                turn.speaker = asked

    def _may_take(self, turn: Turn, person: Person | None) -> bool:
        """Nobody calls himself by name, «сказала» is no man's verb, and a woman does not say «я пришёл»."""
        if person is None or person in turn.called:
            return False
        gender = person.chain.gender if person.chain is not None else ""
        told = {_gender(self.scene.words, self.drafts[n]) for n in turn.quotes} - {"", "Neut"}
        return not gender or told <= {gender}


def _gender(words: Words, draft: Draft) -> str:
    """The gender that the author's verb shows, or a verb of the past beside «я»."""
    voice = draft.source_head is not None and words.lemma[draft.source_head] in word_list("voices")
    if draft.verb is not None and not voice and (shown := verb_agreement(words, draft.verb)[0]):
        return shown
    for start, end in draft.parts:
        for i in range(start, end):
            me = any(words.lower[c] == "я" and words.dep[c] == "nsubj" for c in words.children[i])
            if me and words.feat(i, "Gender") in {"Masc", "Fem"}:
                return words.feat(i, "Gender")
    return ""


def _talks(turns: list[Turn]) -> Iterator[list[Turn]]:
    """Turns with little of the narrator's between them."""
    talk: list[Turn] = []
    for turn in turns:
        if talk and turn.paragraph - talk[-1].paragraph > BETWEEN + 1:
            yield talk
            talk = []
        talk.append(turn)
    if talk:
        yield talk


def _runs(talk: list[Turn]) -> Iterator[list[Turn]]:
    """The turns of a talk with nothing between them."""
    run = [talk[0]]
    for turn in talk[1:]:
        if turn.paragraph - run[-1].paragraph > 1:
            yield run
            run = []
        run.append(turn)
    yield run


def _present(turns: list[Turn]) -> list[Person]:
    """Those who speak and are spoken to, each once."""
    people = [p for turn in turns for p in ([turn.speaker] if turn.speaker else []) + turn.addressed]
    return list(dict.fromkeys(people))


def _gaps(run: list[Turn]) -> list[tuple[int, int]]:
    """The stretches of turns that nobody is known to take."""
    gaps, k = list[tuple[int, int]](), 0
    for unknown, turns in groupby(run, key=lambda turn: turn.open and turn.speaker is None):
        size = len(list(turns))
        gaps += [(k, k + size)] if unknown else []
        k += size
    return gaps


def _not(pair: list[Person], person: Person) -> Person | None:
    """The other of two; None for somebody else."""
    return pair[1 - pair.index(person)] if person in pair else None


def _other(pair: list[Person], called: list[Person]) -> Person | None:
    """Who speaks where one of two is called by name."""
    return _not(pair, called[0]) if len(called) == 1 else None


def has_just_asked(cast: Cast, now: Situation, member: Member) -> bool:
    """«— Пил вчера? — спрашивает |Зуева|.⏎— Он третий день пьёт, — вспыхивает женщина.»: who asks in one line does not answer in the next."""
    before, words = now.before, cast.scene.words
    if before is None or before.rule != "dash" or now.draft.rule != "dash" or before.parts is now.draft.parts:
        return False
    next_line = words.par[now.draft.start] - words.par[before.start] == 1
    asked = words.form[before.parts[-1][1] - 1].startswith("?") or words.form[before.parts[-1][1]].startswith(
        "?"
    )
    return next_line and asked and now.floor.held_last_by(member.chain)
