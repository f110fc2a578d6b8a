"""Whoever has just spoken, spoken of again: «в ведомстве», «собеседник агентства», «говорится в сообщении».

Next to an earlier quote such words mean its speaker, and nobody needs to be chosen. Every way has its
example; the first that finds somebody is believed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from molva.entities.normal import nominative_phrase
from molva.quotes.draft import Draft
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.sources.phrases import phrase
from molva.quotes.who.cast import Cast
from molva.quotes.who.evidence import PEOPLE
from molva.quotes.who.floor import Floor
from molva.quotes.who.kinds_apart import is_of_another_kind
from molva.quotes.who.newcomers import STANDING, Newcomers
from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import Noun, bodies, groups
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.naming import genitive_of
from molva.speakers.phrases import is_itself
from molva.speakers.pronouns import acts
from molva.speakers.resolve import is_subject
from molva.tokens.marks import MARKS
from molva.words import Words

NEAR = 2  # sentences
_MENTIONS_BACK = 12
FATES_BACK = 3  # paragraphs looked back for what has befallen somebody
_TURNS_BACK = 12
_ALIKE = 5  # first letters that a verb shares with its participle
BESIDES = (
    ["при", "этом"],
    ["вместе", "с", "тем"],
    ["кроме", "того"],
    ["помимо", "этого"],
    ["в", "то", "же", "время"],
)
TRYING = frozenset({"следствие", "обвинение", "гособвинение"})
SCHOLARS = frozenset({"исследователь", "ученый"})
STAND_FOR = frozenset({"представитель", "пресс-секретарь"})
# what somebody answers, or speaks of
WORDS_OF = frozenset(
    {"слово", "заявление", "высказывание", "утверждение", "обещание", "призыв", "реплика", "сообщение"}
)
AT_ANOTHER_TIME = frozenset({"ранее", "раньше", "позже", "позднее", "затем", "потом", "также"})


@dataclass(frozen=True, slots=True)
class Again:
    """Leads a noun back to the last speaker."""

    words: Words
    cast: Cast
    floor: Floor
    newcomers: Newcomers

    def spoken_of(self, draft: Draft, said: Description) -> Chain | None:
        """The last speaker, or the body that he spoke for, if that is whom a role or a body's noun means."""
        if (informant := self._informant_of_medium(draft, said)) is not None:
            return informant
        if not self.floor.turns:
            return None
        at, chain = self._last(said)
        gap = self.words.sent[draft.start] - self.words.sent[at]
        ways: tuple[tuple[int, Callable[[Chain, Description], Chain | None]], ...] = (
            (NEAR + 1, self._informant),
            (NEAR + 1, self._informants),
            (NEAR, self._office),
            (NEAR, self._served),
            (NEAR, self._over_a_part),
            (NEAR, self._represented),
            (NEAR, self._representative),
            (NEAR, self._body),
            (NEAR, self._man_or_woman),
        )
        after = draft.start > at and not self._is_another_informant(draft, said)
        return next((f for most, way in ways if gap <= most and after and (f := way(chain, said))), None)

    def _last(self, said: Description) -> tuple[int, Chain]:
        """The last turn; for one informant over what several said inside his words: «её назвали «глупостью», уверяет |источник|»."""
        turns = self.floor.turns
        if said.noun.concept not in INFORMANTS or said.link.number == "Plur":
            return turns[-1]
        return next((turn for turn in reversed(turns) if turn[1].number != "Plur"), turns[-1])

    def _is_another_informant(self, draft: Draft, said: Description) -> bool:
        """«Собеседник газеты |в одном из банков|», «источник|, близкий к мэрии|»: who is told so is nobody who has just spoken."""
        assert draft.source is not None
        end = said.link.end
        further = end < draft.source[1] and self.words.pos[end] == "ADP"
        standing = any(lemma in STANDING for lemma in self.words.lemma[end + 1 : end + 2])
        described = self.words.form[end : end + 1] == [","] and standing
        return said.noun.concept in INFORMANTS and (further or described)

    def _informant(self, chain: Chain, said: Description) -> Chain | None:
        """«…, заявил представитель посольства. «…», — сказал собеседник агентства», «по словам источника»."""
        noun, owners = said.noun.concept, self.words.lemma[said.link.head + 1 : said.link.end]
        if noun not in INFORMANTS or said.link.number == "Plur" or said.link.start < said.link.head:
            return None
        if any(owner not in word_list("medium_nouns") for owner in owners) or chain.number == "Plur":
            return chain if self._told_to(chain, said) else None  # «источник в мэрии» may be somebody else
        if noun == "источник" and (known := self._source_of_before(chain)) is not None:
            return known
        met = noun != "источник" and not owners and chain.kind == "person"
        unnamed = chain.kind in ("person", "group") and not chain.named
        if unnamed and self._speaks_for_many(chain, noun):
            return None
        unnamed = unnamed or "инсайдер" in self.cast.member(chain).called  # under the name of the net
        return chain if unnamed or met or noun != "источник" and self._only_told(chain, said.link) else None

    def _speaks_for_many(self, chain: Chain, noun: str) -> bool:
        """«По версии следствия, …. |Источник| рассказал»: what many are by office does not keep its name back.

        A «собеседник» may be who has spoken for the «руководство», but for no «следствие».
        """
        called = self.cast.member(chain).called
        return bool(TRYING & called) or noun == "источник" and not groups().keys().isdisjoint(called)

    def _informant_of_medium(self, draft: Draft, said: Description) -> Chain | None:
        """«Источник «Бакена» в мэрии доволен. …, сказал |собеседник «Бакена»|»: the one of this very medium, told by more words."""
        words, head = self.words, said.link.head
        owner = words.lower[head + 1 : said.link.end]
        if said.noun.concept not in INFORMANTS or said.link.number == "Plur" or said.link.start < head:
            return None
        if not MARKS & set(owner) or self._is_another_informant(draft, said):
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

    def _in_full(self, link: Link, chain: Chain, draft: Draft) -> Chain:
        """Under all the words that tell him: «источник «Бакена» |в мэрии|»."""
        who = phrase(self.cast.scene, link.head, *self.words.sentence(link.head))
        return self.newcomers.told(chain, replace(draft, source=who.span, source_head=who.head), None)

    def _only_told(self, chain: Chain, noun: Link) -> bool:
        """«…, рассказали «Створу» в мэрии. «…», — уточнил собеседник издания»: the only one who has told a medium.

        A body is so called but in the paragraph in which it has spoken, and nobody in the informant's own sentence:
        «процитировал мэра собеседник издания».
        """
        words, turns = self.words, self.floor.turns
        informants = (who for _, who in turns if INFORMANTS & self.cast.member(who).called and not who.named)
        here = chain.kind == "person" or words.par[turns[-1][0]] == words.par[noun.head]
        told = (link for at, who in turns if who is chain for link in self._beside(at))
        here = here and id(chain) not in self.cast.joint
        here = here and not any(link.chain is chain for link in self._beside(noun.head))
        return here and not any(informants) and any(id(link.chain) in self.cast.told for link in told)

    def _informants(self, chain: Chain, said: Description) -> Chain | None:
        """«Рыбаки рассказали «Створу», что …. По словам собеседников издания, …»: those who have told the medium.

        After «сообщает «Створ» со ссылкой на источники» bare «собеседники» are these.
        """
        if said.noun.concept not in {"собеседник", "собеседница"} or said.link.number != "Plur":
            return None
        several = chain.kind == "group" and chain.number == "Plur" and not chain.named
        if several and self._is_bare(said, number="Plur") and INFORMANTS & self.cast.member(chain).called:
            return chain
        at, owners = self.floor.turns[-1][0], self.words.lemma[said.link.head + 1 : said.link.end]
        told = any(link.chain is not None and id(link.chain) in self.cast.told for link in self._beside(at))
        medium = any(owner in word_list("medium_nouns") for owner in owners) or self._of_told(said)
        return chain if several and told and medium else None

    def _of_told(self, said: Description) -> bool:
        """«собеседники |«Створа»|»: of a medium that somebody in the text has told something."""
        inner = self.cast.chains.within(said.link.head + 1, said.link.end)
        return any(link.chain is not None and id(link.chain) in self.cast.told for link in inner)

    def _beside(self, word: int) -> list[Link]:
        """The mentions in a word's sentence."""
        return self.cast.chains.within(*self.words.sentence(word))

    def _source_of_before(self, last: Chain) -> Chain | None:
        """«Источник в порту сообщил … По мнению сотрудника порта … …, пояснил источник»: the one whom the text calls so."""
        called = [chain for chain in self.cast.known_as("источник") if self.floor.taken_by(chain) > 0]
        return (
            called[0] if len(called) == 1 and called[0] is not last and called[0].number != "Plur" else None
        )

    def _told_to(self, chain: Chain, said: Description) -> bool:
        """«Чиновник в беседе с «Бакеном» вспомнил …, — сказал собеседник «Бакена»»: he who has told it, with a name or without.

        With a name he is none of those who keep theirs back: nobody may have spoken as a «собеседник» before, and he
        is no «собеседник «Бакена» |в мэрии|».
        """
        inner = self.cast.chains.within(said.link.head + 1, said.link.end)
        medium = next(
            (o.chain for o in inner if o.chain is not None and self.cast.member(o.chain).medium), None
        )
        if medium is None or said.noun.concept == "источник" or chain.kind != "person":
            return False
        if chain.named and self.words.pos[said.link.end : said.link.end + 1] == ["ADP"]:
            return False
        turns = self.floor.turns[-1:] if not chain.named else self.floor.turns[-_TURNS_BACK:]
        told = (at for at, who in turns if who is chain)
        if not any(link.chain is medium for at in told for link in self._beside(at)):
            return False
        return not chain.named or not any(INFORMANTS & self.cast.member(who).called for _, who in turns)

    def _office(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщили в пресс-службе МЧС. …, добавили в пресс-службе ведомства»."""
        if said.noun.concept not in word_list("offices_of") or self._office_of(chain) != said.noun.concept:
            return None
        owner = self.words.lemma[said.link.head + 1 : said.link.end]
        return chain if len(owner) == 1 and owner[0] in word_list("any_body") else None

    def _served(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщили в пресс-службе Росмоста. В ведомстве добавили», «… федерации гольфа. В федерации …»."""
        if not self._office_of(chain) or not self._is_bare(said):
            return None
        if said.noun.concept == "ведомство":
            return self.newcomers.served(chain)
        return next((body for link in chain.links if (body := self._owner_in(link, said))), None)

    def _over_a_part(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщил Центр связей ФСБ. По данным |службы|, …»: the body whose part has spoken, if only that is called so."""
        if not chain.named or chain.kind != "org" or not self._is_bare(said):
            return None
        if said.wanted in self.cast.member(chain).roles or said.noun.concept in word_list("any_body"):
            return None
        known = (body for body in self.cast.known_as(said.wanted) if body is not chain and body.kind == "org")
        return next((body for body in known if self._ends_in(chain.name, body)), None)

    def _ends_in(self, name: str, body: Chain) -> bool:
        """«Центр связей |ФСБ|»: whether a name closes with another body's in the genitive."""
        short = {link.normal for link in body.links if link.normal.isupper()}
        return any(name.endswith(f" {whose}") for whose in short | {genitive_of(self.words, body)})

    def _represented(self, chain: Chain, said: Description) -> Chain | None:
        """«Представитель «Росмоста» заявил РБК, что … В компании добавили, что …»: the body that he speaks for."""
        if chain.named or chain.kind != "person" or not self._is_bare(said) or said.link.kind != "org":
            return None
        first = next((link for link in chain.links if link.label == "ROLE"), None)
        if first is None or self.words.lemma[first.head] != "представитель":
            return None
        inner = self.cast.chains.within(first.head + 1, first.end)
        body = next((link.chain for link in inner if link.label == "ORG" and link.chain is not None), None)
        if body is None:
            return None
        if said.noun.concept in word_list("medium_nouns"):
            return None  # «издание» is who cites him
        common = said.noun.concept in word_list("any_body")
        return body if common or said.wanted in self.cast.member(body).roles else None

    def _representative(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщил представитель «Невода» Клим Зуев. …, добавил |представитель компании|»: he has spoken for that very body."""
        owner = said.link.head + 1
        if chain.kind != "person" or not chain.named or said.noun.concept not in STAND_FOR:
            return None
        if owner != said.link.end - 1 or said.wanted not in self.cast.member(chain).roles:
            return None
        kind = bodies().get(self.words.lemma[owner])
        if kind is None or self.words.feat(owner, "Case") != "Gen" or not self.words.form[owner].islower():
            return None
        told = (link for link in chain.links if self._is_called(link, said.noun.concept))
        first = next(told, None)
        return chain if first is not None and self._may_own(first, kind) else None

    def _is_called(self, link: Link, concept: str) -> bool:
        """Whether a title names somebody by a noun: «|представитель порта|»."""
        found = self.cast.described(link.head) if link.label == "ROLE" else None
        return found is not None and found.noun.concept == concept

    def _may_own(self, title: Link, kind: Noun) -> bool:
        """Whether the body behind the noun of a title may be of a kind: the same noun, or one as broad, or a name that tells no other."""
        inner = self.cast.chains.within(title.head + 1, title.end)
        name = next((o.chain for o in inner if o.label == "ORG" and o.chain is not None), None)
        if name is not None:
            told = self.cast.member(name).roles.keys()
            return bool(kind.broader & told) or not told and kind.concept in word_list("any_body")
        behind = title.head + 1
        own = bodies().get(self.words.lemma[behind]) if behind < len(self.words) else None
        return own is not None and bool(own.broader & kind.broader)

    def _owner_in(self, link: Link, said: Description) -> Chain | None:
        """The body of this noun to which an office belongs, by the words of a mention of the office."""
        words, noun = self.words, self.words.lemma[said.link.head]
        inner = (i for i in range(link.head + 1, link.end) if words.lemma[i] == noun)
        head = next(inner, None)
        if head is None or words.feat(head, "Case") != "Gen":
            return None
        return self.newcomers.body(nominative_phrase(words, head, link.head + 1, link.end), link, head)

    def _body(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщили в главке СК. По данным ведомства, …»; «пишет Shot. По данным канала, …»."""
        if not self._is_bare(said) or chain.kind != "org" or chain.number == "Plur":
            return None
        if self._another_since(chain, said):
            return None
        member = self.cast.member(chain)
        media = word_list("medium_nouns")
        untold = member.medium and said.noun.concept in media and not media & member.roles.keys()
        return chain if said.wanted in member.roles or untold else None

    def _another_since(self, chain: Chain, said: Description) -> bool:
        """«…, сообщили в МИДе. То же сказало Минобороны. Ведомство добавило»: another of this kind has come up."""
        links = self.cast.chains.within(self.floor.turns[-1][0] + 1, said.link.start)
        others = (link for link in links if link.chain is not None and link.chain is not chain)
        named = (
            link
            for link in others
            if link.label == "ORG" and is_subject(self.words, link) and link.inside < 0
        )
        of_media = said.noun.concept in word_list("medium_nouns")
        members = (self.cast.member(link.chain) for link in named if link.chain is not None)
        return any(said.wanted in one.roles or of_media and one.medium for one in members)

    def _man_or_woman(self, chain: Chain, said: Description) -> Chain | None:
        """«Его отец рассказал, что … «Мы не знали», — добавил мужчина»: who has no name and has just spoken."""
        unnamed = chain.kind in ("person", "group") and chain.number != "Plur" and not chain.named
        unnamed = unnamed and not self._is_kept_back(chain, said)
        gender = chain.gender or self._gender_told(chain)
        alike = said.link.gender and gender == said.link.gender
        return chain if unnamed and alike and said.noun.concept in PEOPLE and self._is_bare(said) else None

    def _is_kept_back(self, chain: Chain, said: Description) -> bool:
        """«…, сообщил источник. По данным «Бакена», |мужчина| кричал»: whose name is kept back has no clause of a man."""
        informant = bool(INFORMANTS & self.cast.member(chain).roles.keys())
        return informant and self.words.head[said.link.head] > said.link.head

    def _gender_told(self, chain: Chain) -> str:
        """«|Очевидец| аварии»: the gender of the noun by which one of many is told; a thing or a crowd has none."""
        link = next(iter(chain.links), None)
        if link is None or self.words.feat(link.head, "Animacy") != "Anim":
            return ""
        return self.words.feat(link.head, "Gender")

    def just_met(self, draft: Draft, said: Description) -> Chain | None:
        """«Мы спросили кассира. |Женщина| ответила, что …»: the only one without a name in the sentence before, no name beside."""
        words, head = self.words, said.link.head
        start = words.sentence(head)[0]
        if said.noun.concept not in PEOPLE or not self._is_bare(said) or start == 0:
            return None
        if self._is_told_further(said.link.end):
            return None
        before = words.sentence(start - 1)
        if words.par[start - 1] != words.par[head]:
            return None
        links = [link for link in self.cast.chains.within(*before) if link.label in {"PER", "ROLE"}]
        links = [o for o in links if not draft.covers(o.head) and not self.floor.heard(o.head)]
        links = [o for o in links if o.inside < 0 and words.feat(o.head, "Gender") != "Neut"]
        people = {id(o.chain): o.chain for o in links if o.chain is not None and o.chain.kind == "person"}
        fitting = [c for c in people.values() if not c.gender or c.gender == said.link.gender]
        if len(fitting) != 1 or fitting[0].named or fitting[0].number == "Plur":
            return None
        return fitting[0] if not self.cast.member(fitting[0]).called & PEOPLE else None

    def _is_told_further(self, end: int) -> bool:
        """«женщина|, назвавшаяся его матерью|», «мужчина|, который ждал у входа|»: somebody new is brought up so."""
        words = self.words
        if words.form[end : end + 1] != [","] or end + 1 >= len(words):
            return False
        return words.feat(end + 1, "VerbForm") == "Part" or words.lemma[end + 1] == "который"

    def _is_bare(self, said: Description, number: str = "Sing") -> bool:
        """One word for one person, or for several, and nothing that narrows it."""
        return said.link.end - said.link.start == 1 and (said.link.number == "Plur") == (number == "Plur")

    def _office_of(self, chain: Chain) -> str:
        """The noun of an office that has spoken for its body: «пресс-служба»; empty for others."""
        noun = chain.name.partition(" ")[0].lower()
        return noun if noun in word_list("offices_of") else ""

    def of_itself(self, draft: Draft, said: Description) -> Chain | None:
        """«Представитель «Створа» спорит. «Невод» изучает письмо, сообщили |в компании|»: a body tells of itself.

        So where the claim is about a body with a name, which has been called nothing else.
        """
        words, (start, end) = self.words, draft.parts[0]
        ahead = draft.rule == "inserted" and draft.source is not None and draft.source[0] >= end
        if not ahead or said.link.kind != "org" or not self._is_bare(said):
            return None
        if words.lower[said.link.start - 1] != "в":
            return None
        first = next((k for k in self.cast.chains.within(start, end) if is_subject(words, k)), None)
        if first is None or first.label != "ORG" or first.chain is None:
            return None
        member = self.cast.member(first.chain)
        kinds = member.roles.keys()
        own = said.wanted in kinds or not kinds and said.noun.concept in word_list("any_body")
        return first.chain if own and not member.medium else None

    def body_itself(self, draft: Draft, said: Description) -> Chain | None:
        """«Эксперты о «Створе» спорят … В |самой компании| считают»: whom the text has been about, and not who spoke last."""
        source = draft.source
        if source is None or said.link.kind != "org" or not is_itself(self.words, source[0]):
            return None
        bodies = [
            c for c in self.cast.chains.chains if c.named and c.kind == "org" and self._may_be_it(c, said)
        ]
        ranked = sorted(((self._times_named(chain), chain) for chain in bodies), key=lambda pair: -pair[0])
        if not ranked or len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None
        return ranked[0][1] if self.words.par[ranked[0][1].links[0].head] <= 1 else None

    def _times_named(self, chain: Chain) -> int:
        """How often the text has a body by its name."""
        return sum(link.label == "ORG" for link in chain.links)

    def _may_be_it(self, chain: Chain, said: Description) -> bool:
        """A body told of before that is no medium and may be of the noun's kind."""
        member, first = self.cast.member(chain), next(iter(chain.links), None)
        met = first is not None and first.start < said.link.start and id(chain) not in self.cast.told
        general = said.noun.concept in word_list("any_body") and not is_of_another_kind(member, said)
        return met and not member.medium and (general or said.wanted in member.roles)

    def called_so(self, met: Chain, said: Description) -> bool:
        """«Мать мальчика пожаловалась. … «Никто не вышел», — говорит мать»: one whom the text knows by this very noun.

        A headline's «эксперт» has a name in the text.
        """
        par, here = self.words.par, self.words.par[said.link.head]
        turns = (at for at, chain in self.floor.turns if chain is met and (par[at] > 0 or here == 0))
        spoken = not met.named and met.kind == "person" and any(True for _ in turns)
        others = (chain for chain in self.cast.known_as(said.wanted) if chain is not met)
        return spoken and said.noun.concept in self.cast.member(met).called and not any(others)

    def found_it(self, said: Description) -> Chain | None:
        """«Нейробиологи из Приречья выяснили, что …. |Исследователи| полагают»: the only scholars whom the text has told apart.

        They may have come up as «специалисты порта», if no others have.
        """
        if said.noun.concept not in SCHOLARS or not self._is_bare(said, "Plur") or said.link.number != "Plur":
            return None
        for called in ("ученый", "специалист"):
            known = [chain for chain in self.cast.known_as(called) if self._is_told_apart(chain, said)]
            if known:
                return known[0] if len(known) == 1 else None
        return None

    def _is_told_apart(self, chain: Chain, said: Description) -> bool:
        """Several without a name whom words of their own tell, before the noun that goes on about them."""
        several = not chain.named and (chain.kind == "group" or chain.number == "Plur")
        return several and " " in chain.name and chain.links[0].start < said.link.start

    def befallen(self, said: Description) -> Chain | None:
        """«Полиция задержала жителя Кобо. … Задержанный сообщил, что …»: the only one to whom this has happened."""
        words, head = self.words, said.link.head
        if said.noun.concept not in speaker_list("fates") or not self._is_bare(said):
            return None
        found: dict[int, Chain] = {}
        for link in self.cast.chains.backwards(head):
            top = words.head[link.head] if words.dep[link.head] == "conj" else link.head
            verb = words.head[top]
            if words.par[head] - words.par[link.head] > FATES_BACK:
                break
            if link.chain is not None and _happens(words.lemma[verb], said.noun.concept) and verb != top:
                found[id(link.chain)] = link.chain
        fitting = [chain for chain in found.values() if chain.kind == "person" and chain.number != "Plur"]
        gender = said.link.gender
        alike = [chain for chain in fitting if not gender or chain.gender in ("", gender)]
        return alike[0] if len(alike) == 1 else None

    def goes_on(self, draft: Draft, before: Draft, chain: Chain, gender: str) -> Chain | None:
        """«Представитель Гурова объяснил, что мэр болен. Визит отложен, добавил он»: who adds has just spoken.

        So has whose words come next, «по его словам». ``before`` is the quote of ``chain`` before this one;
        nobody may have come up since. «Сообщает «Бакен» со ссылкой на источник. По его словам, …» means the source.
        """
        words, verb, head = self.words, draft.verb, draft.source_head
        assert head is not None
        adds = verb is not None and (
            words.lemma[verb] in word_list("adding") or self._at_another_time(head) or self._the_same(head)
        )
        if self._is_retold(before):
            return None
        cited = before.via is not None and self._is_informant(before.source_head or 0)
        adds = adds or cited and words.sentence(head)[0] == head  # «… со ссылкой на источник. Он отметил»
        if not adds and draft.rule != "marker":
            return None
        start = max(before.end, *before.source or (0,), *before.cue or (0,))
        near = start <= head and words.sent[min(draft.start, head)] - words.sent[start - 1] <= NEAR
        since = (link for link in self.cast.chains.within(start, head) if not draft.covers(link.head))
        another = any(self._comes_up(link, chain) for link in since)
        cited = before.via is not None or draft.rule == "marker"
        return chain if near and not another and self._may_go_on(chain, before, gender, cited=cited) else None

    def _is_retold(self, before: Draft) -> bool:
        """«Мэр ответил на слова Зуева, |который заявил, что …|. По его словам, …»: who answers goes on, not who is answered."""
        words, verb = self.words, before.verb
        noun = words.head[verb] if verb is not None and words.dep[verb].startswith("acl") else -1
        while noun >= 0 and words.dep[noun] in ("appos", "flat:name", "flat") and words.head[noun] < noun:
            noun = words.head[noun]
        said = words.head[noun] if noun >= 0 and words.dep[noun] == "nmod" else -1
        return (
            said >= 0
            and words.lemma[said] in WORDS_OF
            and words.lower[max(said - 1, 0)] not in ("по", "с", "со")
        )

    def _at_another_time(self, head: int) -> bool:
        """«Зуев заявил, что ждёт мэра. Ранее он говорил, что …»: who has just spoken had spoken before, or has since.

        Or says more: «|При этом| он не исключил, что …».
        """
        words, start = self.words, self.words.sentence(head)[0]
        if words.lower[start:head] in BESIDES:
            return True
        return start < head <= start + 2 and words.lower[start] in AT_ANOTHER_TIME

    def _the_same(self, head: int) -> bool:
        """«Зуев спорит с мэром. |Он же| напоминает, что …»: nobody but who has just spoken."""
        return self.words.lower[head + 1 : head + 2] == ["же"]

    def _may_go_on(self, chain: Chain, before: Draft, gender: str, *, cited: bool) -> bool:
        """Whether «он» or «она» may be who has spoken: a person, or the one informant whom a medium cites.

        And whose words come next: «Источник в порту назвал цену. Причал, по его словам, продадут».
        """
        if chain.kind == "person":
            return chain.gender in ("", gender)
        head = before.source_head
        if chain.kind != "group" or not cited or head is None:
            return False
        return self._is_informant(head) and self.words.feat(head, "Gender") == gender

    def _is_informant(self, head: int) -> bool:
        """«источник», «собеседник «Бакена»»: one of those whose name is kept back."""
        return self.words.lemma[head] in INFORMANTS and self.words.feat(head, "Number") != "Plur"

    def _comes_up(self, link: Link, speaker: Chain) -> bool:
        """Whether a mention brings up another who acts: by name, or by a verb of people («рядом стояли жена и брат» does not)."""
        if link.label not in ("PER", "ROLE") or link.chain is speaker or not is_subject(self.words, link):
            return False
        return link.label == "PER" or acts(self.words, self.words.head[link.head])

    def besides(self, draft: Draft) -> Chain | None:
        """«…, говорится в отчёте мэрии. Кроме того, отмечается, что …»: a report goes on to say more."""
        words = self.words
        if not self.floor.turns or draft.cue is None:
            return None
        at, chain = self.floor.turns[-1]
        start = words.sentence(draft.cue[0])[0]
        next_one = words.sent[draft.cue[0]] - words.sent[at] == 1
        more = words.lower[start : start + 2] == ["кроме", "того"] and draft.cue[0] <= start + 3
        return chain if next_one and more else None

    def written_by(self, draft: Draft) -> Chain | None:
        """«…, сообщили в мэрии. «…», — говорится в сообщении»: a message is that of who has just spoken."""
        words, head = self.words, draft.source_head or 0
        if words.lemma[head] not in word_list("issued") or not self.floor.turns:
            return None
        at, chain = self.floor.turns[-1]
        office = chain.name in word_list("offices_of")
        told = chain.kind != "group" and (chain.named or office or " " in chain.name)  # not a bare «компания»
        reach = NEAR + 1 if chain.kind == "org" and words.par[draft.start] == words.par[at] else 1
        return chain if told and words.sent[draft.start] - words.sent[at] <= reach else None


def _happens(verb: str, fate: str) -> bool:
    """«задержать» makes a «задержанный», «погибнуть» a «погибший»."""
    return verb[:_ALIKE] == fate[:_ALIKE] and verb.endswith(("ть", "ться"))
