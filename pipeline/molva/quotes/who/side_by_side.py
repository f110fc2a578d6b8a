"""Several who speak under their names side by side: «газета «Бакен» и агентство «Портовик»», «каналы Baza и Shot»."""

from dataclasses import dataclass

from molva.contract import NAME_LABELS, Kind
from molva.lexicon.nouns import titled
from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_address
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.register import Register
from molva.speakers.chains import Chain, Chains, Link
from molva.tokens.marks import MARKS, OPENING
from molva.words import Words

SIDE_BY_SIDE = frozenset({"и", ",", "а", "также"})  # what stands between the names of several


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Finds or makes the entity of all of them together."""

    words: Words
    chains: Chains
    cast: Cast
    register: Register

    def joined(self, head: int, source: Stretch) -> Chain | None:
        """«газета «Бакен» и агентство «Портовик»», «каналы «Бакен» и «Портовик»»: several speak under their names."""
        named = [link for link in self.chains.within(*source) if link.chain is not None and link.chain.named]
        first = self._first_of_people(source, head, named)
        outside = (link for link in named if link.start >= first)
        own = [link for link in outside if link.label in NAME_LABELS and not _in_another(link, named)]
        if (people := self._each_by_his_body(head, own)) is not None:
            return self._together([self.cast.member(chain) for chain in people], head, source)
        left = self._besides(source, named, self._kinds(head, source, first))
        if own and self._tells_more(left):
            overlooked = self._overlooked(left)
            own = sorted([*own, *overlooked], key=lambda link: link.start)
            media, told = word_list("medium_nouns"), _covered(overlooked)
            left = [i for i in left if i not in told and self.words.lemma[i] not in media]
        chains = [link.chain for link in own if link.chain is not None]
        members = [self.cast.member(chain) for chain in dict.fromkeys(chains)]
        if len(members) < 2 or self._tells_more(left):
            return None
        return self._together(members, head, source)

    def _kinds(self, head: int, source: Stretch, first: int) -> range:
        """«|каналы| «Бакен» и «Портовик»»: the words of a source that tell what all the named are."""
        said = self.cast.described(head)
        return range(source[0], head + 1 if said is not None and titled(said.noun) else first)

    def _besides(self, source: Stretch, named: list[Link], kinds: range) -> list[int]:
        """«канал «Бакен» |и| Shot»: the words of a source besides names and what they are."""
        told = _covered(named)
        return [i for i in range(*source) if i not in told and i not in kinds]

    def _tells_more(self, left: list[int]) -> bool:
        """«канал «Бакен» и |Shot|»: whether the words besides the names are more than what joins them."""
        return bool({self.words.lower[i] for i in left} - MARKS - SIDE_BY_SIDE)

    def _each_by_his_body(self, head: int, own: list[Link]) -> list[Chain] | None:
        """«министры обороны |Олег Гуров| и финансов |Лев Зуев|»: people of one title, each with what he heads before his name."""
        words = self.words
        people = [link for link in own if link.label == "PER" and link.nominative(words)]
        chains = list({id(link.chain): link.chain for link in people if link.chain is not None}.values())
        many = words.feat(head, "Number") == "Plur" and words.feat(head, "Animacy") == "Anim"
        return chains if many and words.feat(head, "Case") == "Nom" and len(chains) > 1 else None

    def of(self, one: Chain, other: Chain, draft: Draft) -> Chain | None:
        """«оба»: the entity of two who are known."""
        assert draft.source is not None
        assert draft.source_head is not None
        return self._together(
            [self.cast.member(one), self.cast.member(other)], draft.source_head, draft.source
        )

    def _together(self, members: list[Member], head: int, source: Stretch) -> Chain:
        """The entity of several under their names."""
        names = [member.chain.name for member in members]
        kind: Kind = "org" if all(member.chain.kind == "org" for member in members) else "group"
        name = f"{', '.join(names[:-1])} и {names[-1]}"
        chain = self.register.entity(
            Chain(kind, number="Plur", name=name, offices=in_common(members)), source, head, "ROLE"
        )
        self.cast.joint.add(id(chain))
        return chain

    def _first_of_people(self, source: Stretch, head: int, named: list[Link]) -> int:
        """Where the names begin behind a noun that tells what all of them are: «|журналистки порта| Вера Зуева и …»."""
        words = self.words
        first = next((link.start for link in named if link.label == "PER"), source[0])
        people = words.feat(head, "Animacy") == "Anim" and words.feat(head, "Number") == "Plur"
        return first if people and head < first else source[0]

    def _overlooked(self, left: list[int]) -> list[Link]:
        """«Baza и |Shot|», ««Невод» и |78.ru|»: names in Latin letters or figures that the network has overlooked."""
        words, found, end = self.words, list[Link](), 0
        for first in left:
            if first < end or not _latin(words.form[first]):
                continue
            end = next(
                i for i in range(first + 1, len(words) + 1) if i not in left or not _latin(words.form[i])
            )
            if words.form[first - 1] in OPENING:  # «24 канал» is all a name
                end = next((i for i in left if i > first and words.form[i] in MARKS), end)
            if end < len(words) and words.end[end - 1] == words.start[end] and words.form[end].isalnum():
                continue  # «7Channel», of which a mention covers a half
            name = words.text[words.start[first] : words.end[end - 1]]
            chain = self.register.entity(Chain("org", name=name, named=True), (first, end), first, "ORG")
            found.append(Link(first, end, first, "ORG", name, "org", chain=chain))
        return found


def _covered(links: list[Link]) -> set[int]:
    """The words of mentions."""
    return {i for link in links for i in range(link.start, link.end)}


def _latin(form: str) -> bool:
    """«Shot», «112», «78.ru»."""
    return form.isascii() and (form[:1].isupper() or form[:1].isdigit() or is_address(form))


def _in_another(name: Link, links: list[Link]) -> bool:
    """«Пётр Гуров, глава «Росмоста» и депутат»: Росмост stands in what describes somebody else."""
    span = range(name.start, name.end)
    return any(
        link.chain is not name.chain and link.start <= span.start and span.stop <= link.end for link in links
    )


def coordinated(words: Words, draft: Draft) -> bool:
    """«Украина, ЕС и Канада посчитали»: several speak as one, but not «игрок «Невода» и |сборной| Клим Зуев»."""
    head = draft.source_head
    assert head is not None
    assert draft.source is not None
    start, end = draft.source
    beside = [c for c in words.children[head] if words.dep[c] == "conj" and start <= c < end]
    case = words.feat(head, "Case")
    short = {c for c in beside if words.ent[c] == "ORG" and _shows_no_case(words, c)}
    others = [c for c in beside if not case or words.feat(c, "Case") in {case, ""} or c in short]
    return (
        bool(others)
        and (_in_plural(words, draft) or "и" in words.lower[start:end])
        and words.pos[others[0]] in {"PROPN", "NOUN", "X"}
        and any(words.ent[c] for c in [head, *others])
    )


def _shows_no_case(words: Words, i: int) -> bool:
    """«в МЧС и |МВД|», «МИД и |Минобороны|», which the tagger may take for a genitive."""
    return words.form[i].isupper() or words.lower[i] == words.lemma[i].lower()


def two_nouns(words: Words, draft: Draft) -> bool:
    """«родители и адвокат Сингха заявили»: a plural verb and two nouns in the nominative."""
    head = draft.source_head
    assert head is not None
    assert draft.source is not None
    return _in_plural(words, draft) and any(
        words.dep[c] == "conj" and words.pos[c] in {"NOUN", "PROPN"} and words.feat(c, "Case") == "Nom"
        for c in words.children[head]
        if head < c < draft.source[1]
    )


def _in_plural(words: Words, draft: Draft) -> bool:
    """Whether the reporting verb is a plural."""
    return draft.verb is not None and words.feat(draft.verb, "Number") == "Plur"


def in_common(members: list[Member]) -> dict[str, set[str]]:
    """What each of several may be called: all media are «издания»."""
    shared = set(members[0].roles).intersection(*(member.roles for member in members))
    media = word_list("medium_nouns") if all(member.medium for member in members) else frozenset[str]()
    return {concept: set() for concept in shared | media}
