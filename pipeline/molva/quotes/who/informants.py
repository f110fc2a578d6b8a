"""The informant who has just spoken, spoken of again: «собеседник агентства», «по словам источника».

His name is kept back, so the noun alone tells whether he is the same one.
"""

from dataclasses import dataclass, replace

from molva.lexicon.nouns import roles
from molva.quotes.draft import Draft
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.sources.nouns_behind import STANDING
from molva.quotes.sources.phrases import phrase
from molva.quotes.who.cast import Cast
from molva.quotes.who.floor import NEAR, Floor
from molva.quotes.who.newcomers import Newcomers
from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import groups
from molva.tokens.marks import MARKS
from molva.words import Words

_MENTIONS_BACK = 12
NAME = 2  # words from an informant's noun to the name of his medium: a mark may open it
_TURNS_BACK = 12
ONLOOKERS = frozenset(
    "очевидец свидетель пострадавший потерпевший житель зритель пассажир прохожий сосед посетитель покупатель".split()
)
TRYING = frozenset({"следствие", "обвинение", "гособвинение"})


@dataclass(frozen=True, slots=True)
class Informants:
    """Leads «источник» and «собеседник» back to who has spoken."""

    words: Words
    cast: Cast
    floor: Floor
    newcomers: Newcomers

    def of_medium(self, draft: Draft, said: Description) -> Chain | None:
        """«Источник «Бакена» в мэрии доволен. …, сказал |собеседник «Бакена»|»: the one of this very medium, told by more words."""
        words, head = self.words, said.link.head
        owner = words.lower[head + 1 : said.link.end]
        if said.noun.concept not in INFORMANTS or said.link.number == "Plur" or said.link.start < head:
            return None
        if not MARKS & set(owner) or self.is_another(draft, said):
            return None
        for link in self.cast.chains.before(head, _MENTIONS_BACK):
            if words.sent[head] - words.sent[link.head] > NEAR + 1:
                return None
            if (
                words.lemma[link.head] in INFORMANTS
                and link.chain is not None
                and not draft.covers(link.head)
            ):
                rest = words.lower[link.head + 1 : link.end]
                more = rest[: len(owner)] == owner and link.number != "Plur"
                return self._in_full(link, link.chain, draft) if more and not link.chain.named else None
        return None

    def is_another(self, draft: Draft, said: Description) -> bool:
        """«Собеседник газеты |в одном из банков|», «источник|, близкий к мэрии|»: who is told so is nobody who has just spoken."""
        assert draft.source is not None
        end = said.link.end
        further = end < draft.source[1] and self.words.pos[end] == "ADP"
        standing = any(lemma in STANDING for lemma in self.words.lemma[end + 1 : end + 2])
        described = self.words.form[end : end + 1] == [","] and standing
        return said.noun.concept in INFORMANTS and (further or described)

    def one(self, chain: Chain, said: Description) -> Chain | None:
        """«…, заявил представитель посольства. «…», — сказал собеседник агентства», «по словам источника»."""
        noun, owners = said.noun.concept, self.words.lemma[said.link.head + 1 : said.link.end]
        if noun not in INFORMANTS or said.link.number == "Plur" or said.link.start < said.link.head:
            return None
        if self._of_another_medium(chain, said):
            return None
        if any(owner not in word_list("medium_nouns") for owner in owners) or chain.number == "Plur":
            same = self._told_to(chain, said) or self._has_kept_back(chain, said)
            return chain if same else None  # «источник в мэрии» may be somebody else
        if noun == "источник" and (known := self._source_of_before(chain)) is not None:
            return known
        met = noun != "источник" and not owners and chain.kind == "person"
        unnamed = chain.kind in ("person", "group") and not chain.named
        if unnamed and (self._speaks_for_many(chain, noun) or self._looked_on(chain, noun)):
            return None
        unnamed = unnamed or "инсайдер" in self.cast.member(chain).called  # under the name of the net
        return chain if unnamed or met or noun != "источник" and self._only_told(chain, said.link) else None

    def _of_another_medium(self, chain: Chain, said: Description) -> bool:
        """«Источник |«Створа»| сообщил … Собеседник агентства |«Бакен»| добавил»: each has told a medium of his own."""
        told = [self._medium_of(link) for link in chain.links if link.label == "ROLE"]
        medium = self._medium_of(said.link)
        return medium is not None and any(told) and medium not in told

    def _medium_of(self, link: Link) -> Chain | None:
        """«источник |«Створа»|», «собеседник агентства |«Бакен»|»: the medium in the words of an informant, or right behind them."""
        if self.words.lemma[link.head] not in INFORMANTS:
            return None
        names = self.cast.chains.within(link.head + 1, link.end + NAME)
        near = (o for o in names if o.label == "ORG" and o.start <= link.end + 1)
        return next((o.chain for o in near if o.chain is not None and self.cast.member(o.chain).medium), None)

    def several(self, chain: Chain, said: Description) -> Chain | None:
        """«Рыбаки рассказали «Створу», что …. По словам собеседников издания, …»: those who have told the medium.

        After «сообщает «Створ» со ссылкой на источники» bare «собеседники» are these.
        """
        if said.noun.concept not in {"собеседник", "собеседница"} or said.link.number != "Plur":
            return None
        several = chain.kind == "group" and chain.number == "Plur" and not chain.named
        if (
            several
            and said.bare
            and said.link.number == "Plur"
            and INFORMANTS & self.cast.member(chain).called
        ):
            return chain
        at, owners = self.floor.turns[-1][0], self.words.lemma[said.link.head + 1 : said.link.end]
        told = any(link.chain is not None and id(link.chain) in self.cast.told for link in self._beside(at))
        medium = any(owner in word_list("medium_nouns") for owner in owners) or self._of_told(said)
        return chain if several and told and medium else None

    def _in_full(self, link: Link, chain: Chain, draft: Draft) -> Chain:
        """Under all the words that tell him: «источник «Бакена» |в мэрии|»."""
        who = phrase(self.cast.scene, link.head, *self.words.sentence(link.head))
        return self.newcomers.told(chain, replace(draft, source=who.span, source_head=who.head), None)

    def last_turn(self, said: Description) -> tuple[int, Chain]:
        """The last turn; for one informant over what several said inside his words: «её назвали «глупостью», уверяет |источник|».

        Nor is a medium its own «собеседник»: ««Бакен» цитирует спасателя. Порт закрыт, уточняет «Бакен». «…», — сказал |собеседник|».
        """
        turns = self.floor.turns
        if said.noun.concept not in INFORMANTS or said.link.number == "Plur":
            return turns[-1]
        one = (turn for turn in reversed(turns) if turn[1].number != "Plur")
        return next((turn for turn in one if not self.cast.member(turn[1]).medium), turns[-1])

    def _speaks_for_many(self, chain: Chain, noun: str) -> bool:
        """«По версии следствия, …. |Источник| рассказал»: what many are by office does not keep its name back.

        A «собеседник» may be who has spoken for the «руководство», but for no «следствие».
        """
        called = self.cast.member(chain).called
        return bool(TRYING & called) or noun == "источник" and not groups().keys().isdisjoint(called)

    def _looked_on(self, chain: Chain, noun: str) -> bool:
        """«По словам очевидца, …. По данным |источника|, …»: who was there himself is not whose name is kept back."""
        if noun != "источник":
            return False
        first = chain.links[:1]  # «одна из |зрительниц|»; who is known by other names alone has none
        told = [lemma for link in first for lemma in self.words.lemma[link.start : link.end]]
        concepts = {role.concept for lemma in told if (role := roles().get(lemma)) is not None}
        return not ONLOOKERS.isdisjoint(self.cast.member(chain).called | concepts)

    def _source_of_before(self, last: Chain) -> Chain | None:
        """«Источник в порту сообщил … По мнению сотрудника порта … …, пояснил источник»: the one whom the text calls so."""
        called = [chain for chain in self.cast.known_as("источник") if self.floor.taken_by(chain) > 0]
        return (
            called[0] if len(called) == 1 and called[0] is not last and called[0].number != "Plur" else None
        )

    def _told_to(self, chain: Chain, said: Description) -> bool:
        """«Чиновник в беседе с «Бакеном» вспомнил …, — сказал собеседник «Бакена»»: he who has told it, with a name or without.

        With a name he is none of those who keep theirs back: nobody may have spoken as a «собеседник» before, and he
        is no «собеседник «Бакена» |в мэрии|». Of those without, an informant whom the medium has cited is he as well.
        """
        informant = self._is_cited_informant(chain)
        medium = self._first_medium(said, any_body=informant)
        if medium is None or said.noun.concept == "источник" or chain.kind != "person" and not informant:
            return False
        if chain.named and self.words.pos[said.link.end : said.link.end + 1] == ["ADP"]:
            return False
        once = chain.kind == "person" and not chain.named
        turns = self.floor.turns[-1:] if once else self.floor.turns[-_TURNS_BACK:]
        own = range(said.link.start, said.link.end)
        beside = (link for at, who in turns if who is chain for link in self._beside(at))
        if not any(link.chain is medium for link in beside if link.head not in own):
            return False
        return not chain.named or not any(INFORMANTS & self.cast.member(who).called for _, who in turns)

    def _is_cited_informant(self, chain: Chain) -> bool:
        """«|источник «Бакена»|»: one without a name whom a medium has cited so."""
        single = chain.kind == "group" and chain.number != "Plur" and id(chain) not in self.cast.joint
        return single and "источник" in self.cast.member(chain).called

    def _first_medium(self, said: Description, *, any_body: bool) -> Chain | None:
        """«собеседник |«Бакена»|»: the first body in a description, if it is a medium or may be any."""
        inner = self.cast.chains.within(said.link.head + 1, said.link.end)
        bodies = (o.chain for o in inner if o.chain is not None)
        return next((body for body in bodies if any_body or self.cast.member(body).medium), None)

    def _has_kept_back(self, chain: Chain, said: Description) -> bool:
        """«…, говорит бывший сотрудник «Створа». «…», — сетует собеседник |«Бакена»|»: who has just spoken here, with no name but much that tells him."""
        words, (at, last) = self.words, self.floor.turns[-1]
        if said.noun.concept == "источник" or last is not chain or chain.kind != "person" or chain.named:
            return False
        behind = words.pos[said.link.end : said.link.end + 1] == ["ADP"]
        told = " " in chain.name and word_list("single_posts").isdisjoint(self.cast.member(chain).called)
        spoken = any(INFORMANTS & self.cast.member(who).called for _, who in self.floor.turns)
        return told and not behind and not spoken and words.par[at] == words.par[said.link.head]

    def _only_told(self, chain: Chain, noun: Link) -> bool:
        """«…, рассказали «Створу» в мэрии. «…», — уточнил собеседник издания»: the only one who has told a medium.

        A body is so called but in the paragraph in which it has spoken, and nobody in the informant's own sentence:
        «процитировал мэра собеседник издания».
        """
        words, turns = self.words, self.floor.turns
        informants = (who for _, who in turns if INFORMANTS & self.cast.member(who).called and not who.named)
        here = chain.kind == "person" or words.par[turns[-1][0]] == words.par[noun.head]
        told = (
            link for at, who in turns if who is chain for link in (*self._beside(at), *self._told_after(at))
        )
        here = here and id(chain) not in self.cast.joint
        here = here and not any(link.chain is chain for link in self._beside(noun.head))
        return here and not any(informants) and any(id(link.chain) in self.cast.told for link in told)

    def _told_after(self, word: int) -> list[Link]:
        """«…, считает геолог Зуев. |Об этом он рассказал «Створу»|»: the mentions in a sentence right behind that tells where he said so."""
        behind = self.words.sentence(word)[1]
        return self._beside(behind) if self.words.lower[behind : behind + 2] == ["об", "этом"] else []

    def _of_told(self, said: Description) -> bool:
        """«собеседники |«Створа»|»: of a medium that somebody in the text has told something."""
        inner = self.cast.chains.within(said.link.head + 1, said.link.end)
        return any(link.chain is not None and id(link.chain) in self.cast.told for link in inner)

    def _beside(self, word: int) -> list[Link]:
        """The mentions in a word's sentence."""
        return self.cast.chains.within(*self.words.sentence(word))
