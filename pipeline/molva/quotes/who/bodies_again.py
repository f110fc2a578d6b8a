"""The body that has just spoken or has been spoken for, again: «в ведомстве», «в пресс-службе компании», «представитель порта»."""

from dataclasses import dataclass

from molva.entities.normal import nominative_phrase, normal_text
from molva.lexicon.nouns import Noun, bodies
from molva.quotes.draft import Draft
from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.floor import NEAR, Floor
from molva.quotes.who.kinds_apart import is_of_another_kind
from molva.quotes.who.newcomers import Newcomers
from molva.quotes.who.press_offices import PressOffices
from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import Description
from molva.speakers.naming import genitive_of
from molva.speakers.phrases import is_itself
from molva.speakers.resolve import is_subject
from molva.words import Words

LINKS = 6  # mentions looked back for a press office that has passed words on
SPEAKERS = 3  # who spoke last, looked through for a press office
FIRMS = frozenset({"сервис", "маркетплейс", "ритейлер"})  # what a firm may be whose press office has spoken
RELATIONS = ("Центр общественных связей ", "центр общественных связей ", "ЦОС ")
SERVICES = frozenset({"ведомство", "служба", "спецслужба"})
STAND_FOR = frozenset({"представитель", "пресс-секретарь"})


@dataclass(frozen=True, slots=True)
class BodiesAgain:
    """Leads the noun of a body, and whoever stands for one, back to a body of the text."""

    words: Words
    cast: Cast
    floor: Floor
    newcomers: Newcomers
    offices: PressOffices

    def office(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщили в пресс-службе МЧС. …, добавили в пресс-службе ведомства»; but not «… в пресс-службе банка»."""
        if is_of_another_kind(self.cast.member(chain), said):
            return None
        if said.noun.concept not in word_list("offices_of") or self._office_of(chain) != said.noun.concept:
            return None
        owner = self.words.lemma[said.link.head + 1 : said.link.end]
        return chain if len(owner) == 1 and owner[0] in word_list("any_body") else None

    def served(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщили в пресс-службе Росмоста. В ведомстве добавили», «… федерации гольфа. В федерации …».

        And «Минтранс молчит, сообщили в пресс-службе министерства. |В министерстве| напомнили», which tells its name before.
        """
        if not self._office_of(chain) or not said.bare_one:
            return None
        if said.noun.concept == "ведомство":
            return self.offices.served(chain)
        told = next((body for link in chain.links if (body := self._owner_in(link, said))), None)
        told = told or self._known_as(self.offices.named(chain), said)
        return told or self.offices.served_of(chain, said.noun.concept)

    def served_before(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщили в пресс-службе МИД Вестрии. …, сказал премьер. …, пояснили |в ведомстве|»: a man has spoken in between.

        Or his words were passed on by it: «…, приводит его слова пресс-служба МИД. По данным |ведомства|, …».
        """
        earlier = self.floor.latest(SPEAKERS)[1:]
        office = next((one for one in earlier if one.kind == "org"), None) or self._passed_on(said)
        if office is None or chain.kind != "person" or self._another_since(chain, said):
            return None
        return self.served(office, said)

    def _passed_on(self, said: Description) -> Chain | None:
        """The press office whose mention is the last of a body before the noun, in its sentence or near before it."""
        first = self.words.sentence(said.link.start)[0]
        near = (link for link in self.cast.chains.before(said.link.start, LINKS) if link.kind == "org")
        last = next((link for link in near if link.label == "ROLE" or link.end <= first), None)
        if last is None or last.chain is None or not self._office_of(last.chain):
            return None
        return last.chain if self.words.sent[first] - self.words.sent[last.head] <= NEAR else None

    def over_a_part(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщил Центр связей ФСБ. По данным |службы|, …»: the body whose part has spoken, if only that is called so."""
        if not chain.named or chain.kind != "org" or not said.bare_one:
            return None
        if (whole := self._behind_relations(chain, said)) is not None:
            return whole
        if said.wanted in self.cast.member(chain).roles or said.noun.concept in word_list("any_body"):
            return None
        known = (body for body in self.cast.known_as(said.wanted) if body is not chain and body.kind == "org")
        return next((body for body in known if self._ends_in(chain.name, body)), None)

    def _behind_relations(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщили в ЦОС |ФСБ|. В |ведомстве| добавили»: whose centre of public relations has spoken."""
        whose = next((chain.name.removeprefix(name) for name in RELATIONS if chain.name.startswith(name)), "")
        if not whose or said.noun.concept not in SERVICES:
            return None
        named = (c for c in self.cast.chains.chains if c.named and c.kind == "org" and c is not chain)
        known = next((c for c in named if whose in (c.name, genitive_of(self.words, c))), None)
        name = normal_text(whose, "ORG", case="Gen")
        return known or self.cast.chains.new(Chain("org", name=name, named=True))

    def represented(self, chain: Chain, said: Description) -> Chain | None:
        """«Представитель «Росмоста» заявил РБК, что … В компании добавили, что …»: the body that he speaks for."""
        if chain.named or chain.kind != "person" or not said.bare_one or said.link.kind != "org":
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

    def representative(self, chain: Chain, said: Description) -> Chain | None:
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

    def same(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщили в главке СК. По данным ведомства, …»; «пишет Shot. По данным канала, …»."""
        if not said.bare_one or chain.kind != "org" or chain.number == "Plur":
            return None
        if self._another_since(chain, said):
            return None
        member = self.cast.member(chain)
        media = word_list("medium_nouns")
        untold = member.medium and said.noun.concept in media and not media & member.roles.keys()
        return chain if said.wanted in member.roles or untold else None

    def by_its_noun(self, chain: Chain, said: Description) -> Chain | None:
        """«…, сообщила администрация города. …, отметили власти. …, добавили |в администрации|»: it has spoken by this very noun."""
        own = self.cast.chains.of(said.link.head)
        if own is None or own is chain or own.kind != "org" or not said.bare_one or own.links[0] is said.link:
            return None
        if said.noun.concept in word_list("any_body"):
            return (
                None  # «…, добавили в «Неводе». |Компания| извинилась»: of whoever has just been told by name
            )
        spoken = self.floor.taken_by(own) and said.wanted in self.cast.member(own).roles
        known = said.wanted in self.cast.member(chain).roles or self._another_since(chain, said)
        return own if spoken and not known else None

    def of_itself(self, draft: Draft, said: Description) -> Chain | None:
        """«Представитель «Створа» спорит. «Невод» изучает письмо, сообщили |в компании|»: a body tells of itself.

        So where the claim is about a body with a name, which has been called nothing else; and of «Минюст обвинил Зуева,
        сообщается |на сайте ведомства|».
        """
        words, (start, end) = self.words, draft.parts[0]
        behind = draft.source is not None and draft.source[0] >= end
        if not behind or draft.rule not in {"inserted", "about-this"}:
            return None
        before = said.link.start - 1
        page = words.lemma[before] in word_list("channels") and words.lower[before - 1] in {"на", "в"}
        if said.link.kind != "org" or not said.bare_one:
            return None
        if not page and (draft.rule != "inserted" or words.lower[before] != "в"):
            return None
        first = next((k for k in self.cast.chains.within(start, end) if is_subject(words, k)), None)
        if first is None or first.label != "ORG" or first.chain is None:
            return None
        member = self.cast.member(first.chain)
        return first.chain if not member.medium and _is_called_so(member, said, page=page) else None

    def very_one(self, draft: Draft, said: Description) -> Chain | None:
        """«Эксперты о «Створе» спорят … В |самой компании| считают»: whom the text has been about, and not who spoke last.

        Where it knows none by the noun, the only one of no kind told: «по данным «Бакена», «Створ» уйдёт. В |самой команде| …».
        """
        source = draft.source
        if source is None or said.link.kind != "org" or not is_itself(self.words, source[0]):
            return None
        met = [c for c in self.cast.chains.chains if self._is_another(c, said)]
        bodies = [chain for chain in met if self._may_be_it(chain, said)]
        ranked = sorted(((self._times_named(chain), chain) for chain in bodies), key=lambda pair: -pair[0])
        if not ranked:
            untold = [chain for chain in met if self._is_untold(chain, said)]
            return untold[0] if len(untold) == 1 and said.bare_one else None
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None
        return ranked[0][1] if self.words.par[ranked[0][1].links[0].head] <= 1 or len(ranked) == 1 else None

    def _office_of(self, chain: Chain) -> str:
        """The noun of an office that has spoken for its body: «пресс-служба»; empty for others."""
        noun = chain.name.partition(" ")[0].lower()
        return noun if noun in word_list("offices_of") else ""

    def _owner_in(self, link: Link, said: Description) -> Chain | None:
        """The body of this noun to which an office belongs, by the words of a mention of the office."""
        words, noun = self.words, self.words.lemma[said.link.head]
        inner = (i for i in range(link.head + 1, link.end) if words.lemma[i] == noun)
        head = next(inner, None)
        if head is None or words.feat(head, "Case") != "Gen" or head == link.head + 1 == link.end - 1:
            return None  # nor does a bare «пресс-служба министерства» tell which
        return self.newcomers.body(nominative_phrase(words, head, link.head + 1, link.end), link, head)

    def _known_as(self, body: Chain | None, said: Description) -> Chain | None:
        """A body that the text knows by a noun, or that may go on as «компания»."""
        if body is None:
            return None
        member, general = self.cast.member(body), word_list("any_body") - word_list("medium_nouns")
        known = said.wanted in member.roles
        return (
            body
            if known or said.noun.concept in general | FIRMS and not is_of_another_kind(member, said)
            else None
        )

    def _ends_in(self, name: str, body: Chain) -> bool:
        """«Центр связей |ФСБ|»: whether a name closes with another body's in the genitive."""
        short = {link.normal for link in body.links if link.normal.isupper()}
        return any(name.endswith(f" {whose}") for whose in short | {genitive_of(self.words, body)})

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

    def _another_since(self, chain: Chain, said: Description) -> bool:
        """«…, сообщили в МИДе. То же сказало Минобороны. Ведомство добавило»: another of this kind has come up.

        Not in what the first has said: «В МИДе сообщили, что |Минобороны| ищет виновных. В ведомстве добавили».
        """
        links = self.cast.chains.within(self.floor.turns[-1][0] + 1, said.link.start)
        others = (link for link in links if link.chain is not None and link.chain is not chain)
        named = (
            link
            for link in others
            if link.label == "ORG"
            and link.inside < 0
            and not self.floor.heard(link.head)
            and (is_subject(self.words, link) or self._speaks_there(link) or self._stands_before_verb(link))
        )
        of_media = said.noun.concept in word_list("medium_nouns")
        members = (self.cast.member(link.chain) for link in named if link.chain is not None)
        return any(said.wanted in one.roles or of_media and one.medium for one in members)

    def _speaks_there(self, link: Link) -> bool:
        """«|В Минтрансе| сообщили о пожаре»: a body in «в» whose people have told of something, without a quote."""
        words, verb = self.words, self.words.head[link.head]
        many = words.is_active(verb) and words.feat(verb, "Number") == "Plur" and not words.subjects(verb)
        return words.lower[link.start - 1] in {"в", "во"} and many and verb in self.cast.scene.cues

    def _stands_before_verb(self, link: Link) -> bool:
        """«О пожаре |Минтранс| сообщал вчера»: a body right before a verb of reporting that the tree gives no subject."""
        words, verb = self.words, link.end
        one = verb in self.cast.scene.cues and words.feat(verb, "Number") == "Sing" and words.is_active(verb)
        return one and not words.subjects(verb) and words.sent[verb] == words.sent[link.start]

    def _times_named(self, chain: Chain) -> int:
        """How often the text has a body by its name."""
        return sum(link.label == "ORG" for link in chain.links)

    def _is_another(self, chain: Chain, said: Description) -> bool:
        """A body with a name, told of before, that is no medium, was told nothing, and has not just spoken."""
        first = next(iter(chain.links), None)
        met = first is not None and first.start < said.link.start and id(chain) not in self.cast.told
        other = chain.named and chain.kind == "org" and not self.floor.held_last_by(chain)
        return met and other and not self.cast.member(chain).medium

    def _may_be_it(self, chain: Chain, said: Description) -> bool:
        """A body that may be of the noun's kind."""
        member = self.cast.member(chain)
        general = said.noun.concept in word_list("any_body") and not is_of_another_kind(member, said)
        return general or said.wanted in member.roles

    def _is_untold(self, chain: Chain, said: Description) -> bool:
        """A body with its name in marks, near by, of which the text does not tell what it is."""
        member = self.cast.member(chain)
        last = member.last_before(said.link.start)
        near = last is not None and self.words.par[said.link.head] - self.words.par[last.head] <= NEAR
        return near and member.marked and not member.roles and not is_of_another_kind(member, said)


def _is_called_so(member: Member, said: Description, *, page: bool) -> bool:
    """«|ведомство|» of a body that is one, «|компания|» of one that the text has called nothing; on its own page any that may be."""
    kinds = member.roles.keys()
    if said.wanted in kinds or said.noun.concept not in word_list("any_body"):
        return said.wanted in kinds
    return not kinds or page and not is_of_another_kind(member, said)
