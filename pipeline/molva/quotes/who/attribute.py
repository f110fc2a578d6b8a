"""Who speaks: from the source at a quote to an entity of the document.

The mention at the quote decides where it names somebody. Otherwise («он», «дипломат», «в сообщении»,
no subject at all) the candidates are ranked by the evidence that the text gives for each.
"""

from collections.abc import Iterable
from dataclasses import InitVar, dataclass, field, replace

from molva.contract import NAME_LABELS
from molva.quotes.draft import Draft
from molva.quotes.kinds import is_carrier, is_document, is_group, network_itself
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.who.again import Again
from molva.quotes.who.bearers import Bearers
from molva.quotes.who.behind_nouns import BehindNouns
from molva.quotes.who.bodies_again import BodiesAgain
from molva.quotes.who.bodies_it import body_meant
from molva.quotes.who.brought_up import BroughtUp
from molva.quotes.who.called_up import called_up
from molva.quotes.who.cast import Cast
from molva.quotes.who.decisions import Decisions
from molva.quotes.who.evidence import Form
from molva.quotes.who.floor import Floor
from molva.quotes.who.goes_on import GoesOn
from molva.quotes.who.guests import Guests, initialled
from molva.quotes.who.informants import Informants
from molva.quotes.who.issuers import Issuers
from molva.quotes.who.likelier import Likelier
from molva.quotes.who.many_go_on import many_before
from molva.quotes.who.nameless import Nameless
from molva.quotes.who.namesakes import bodies_alike, namesake
from molva.quotes.who.newcomers import Newcomers
from molva.quotes.who.one_of import OneOf, is_of_one, one_before
from molva.quotes.who.overlooked import Overlooked
from molva.quotes.who.owned_names import OwnedNames
from molva.quotes.who.paper_itself import PaperItself
from molva.quotes.who.papers import Papers
from molva.quotes.who.register import Register
from molva.quotes.who.relatives import (
    antecedent,
    one_asked,
    sender,
    subject_above,
    subject_before_colon,
    subject_goes_on,
)
from molva.quotes.who.side_by_side import SideBySide, coordinated, two_nouns
from molva.quotes.who.states import acting_state
from molva.quotes.who.the_other import the_last, the_other, the_two
from molva.quotes.who.there import THERE, body_before, place_before
from molva.quotes.who.together import Together
from molva.quotes.who.told_above import actor_above, actor_before, issuer_before
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.descriptions import Description
from molva.speakers.pronouns import BEHIND_A_PREPOSITION, demand, is_pronoun, verb_agreement
from molva.speakers.resolve import rank_antecedents

WITHOUT_CUE = frozenset({"floating", "paragraphs", "unclosed", "cited", "bare-colon", "claim"})


@dataclass(slots=True)
class Attribution:
    """Gives every draft its speaker, in text order, remembering who has spoken."""

    scene: Scene
    chains: Chains
    guests: Guests
    media_told: InitVar[frozenset[int]] = frozenset()
    floor: Floor = field(default_factory=Floor)
    before: Draft | None = None
    told: tuple[Draft, Chain] | None = None  # the quote before that stands in no other, and its speaker
    around: Chain | None = None  # the speaker of the quote around the one that is read
    teller: Chain | None = None  # the same, where it is not he who speaks in it
    adviser: Chain | None = None  # «Отвечает: Вера Зуева»: whose a later «Ответ: …» is
    cast: Cast = field(init=False)
    overlooked: Overlooked = field(init=False)
    newcomers: Newcomers = field(init=False)
    several: SideBySide = field(init=False)
    papers: Papers = field(init=False)
    paper_itself: PaperItself = field(init=False)
    bearers: Bearers = field(init=False)
    again: Again = field(init=False)
    bodies: BodiesAgain = field(init=False)
    nameless: Nameless = field(init=False)
    goes_on: GoesOn = field(init=False)
    likelier: Likelier = field(init=False)
    brought_up: BroughtUp = field(init=False)
    behind_nouns: BehindNouns = field(init=False)
    one_of: OneOf = field(init=False)
    together: Together = field(init=False)
    decisions: Decisions = field(init=False)

    def __post_init__(self, media_told: frozenset[int]) -> None:
        self.cast = Cast(self.scene, self.chains, media_told)
        register = Register(self.chains)
        self.overlooked = Overlooked(self.scene.words, self.chains, self.cast, register)
        self.newcomers = Newcomers(self.scene.words, self.chains, self.cast, register, self.overlooked)
        self.several = SideBySide(self.scene.words, self.chains, self.cast, register)
        self.papers = Papers(self.scene.words, self.chains, Issuers(self.scene.words, self.chains))
        self.paper_itself = PaperItself(self.scene, self.papers, self.newcomers)
        owned = OwnedNames(self.scene.words, self.cast)
        self.bearers = Bearers(self.scene.words, self.chains, self.cast, owned)
        words, cast, floor = self.scene.words, self.cast, self.floor
        self.bodies = BodiesAgain(words, cast, floor, self.newcomers)
        self.nameless = Nameless(words, cast, floor)
        informants = Informants(words, cast, floor, self.newcomers)
        self.again = Again(words, floor, informants, self.bodies, self.nameless)
        self.goes_on = GoesOn(words, cast)
        self.likelier = Likelier(self.scene, self.chains, cast, floor)
        self.brought_up = BroughtUp(self.scene, self.chains, self.newcomers)
        self.behind_nouns = BehindNouns(self.scene, self.chains, self.bearers, self.overlooked)
        self.one_of = OneOf(self.scene.words, self.chains, register)
        self.together = Together(self.scene.words, self.cast, self.floor, self.several)
        self.decisions = Decisions(self.scene, self.chains, self.cast, self.bearers, self.floor)

    def speaker(self, draft: Draft, teller: Chain | None = None, *, of_another: bool = False) -> Chain | None:
        """The chain of the speaker of ``draft``, or None where nobody can be named.

        ``teller`` is the speaker of the quote around it: «я» and «мы» in it are the teller. Where he speaks
        ``of_another`` in his own words, no «он» is: «Дудко звонил. Он сказал, что …», — рассказал сторож.
        """
        if self._first_person(draft):
            return teller
        self.around, self.teller = teller, teller if of_another else None
        found = self._by_source(draft) if draft.source_head is not None else self._without_source(draft)
        if found is not None:
            self.floor.take(draft.cue[0] if draft.cue else draft.start, found, draft.parts)
            self.before = draft
            self.told = (draft, found) if teller is None else self.told
            if draft.rule == "letter" and draft.verb is not None:
                self.adviser = found if self.scene.words.lemma[draft.verb] == "отвечать" else self.adviser
        return found

    def _first_person(self, draft: Draft) -> bool:
        """«я», «мы» as the source; «Я. Ч.:» and «Я. Шторм:» are labels."""
        head = draft.source_head
        label = draft.rule in {"interview", "turn"}
        return head is not None and not label and self.scene.words.lower[head] in {"я", "мы"}

    def _by_source(self, draft: Draft) -> Chain | None:
        """The speaker where the text gives a source: a pronoun, a label, or a noun."""
        words, head = self.scene.words, draft.source_head
        assert head is not None
        assert draft.source is not None
        if words.lower[head] in BEHIND_A_PREPOSITION and draft.sourceless:
            return self._issuer(draft) or self.paper_itself.speaks(draft) or self._among(
                draft, "document", None, issuer_before(self.scene, self.chains, draft)
            )  # fmt: skip
        guest = initialled(self.scene, self.chains, draft.source) if draft.rule == "interview" else None
        if guest is not None:
            return guest
        if words.lower[head] == "вы":
            return self.guests.addressed(head)
        if is_pronoun(words, head):
            return self._pronoun(head, draft)
        if words.lower[head] == "оно":
            return body_meant(self.scene, self.chains, head)
        if words.lemma[head] == "тот" and draft.source == (head, head + 1):
            return the_other(words, self.chains, head)
        if words.lemma[head] == "последний" and draft.source == (head, head + 1):
            return the_last(words, self.chains, head)
        if words.lemma[head] == "первый" and draft.source == (head, head + 1):
            return self._first_of_two(draft, head)
        if words.lemma[head] == "который" and (noun := antecedent(self.scene, head)) is not None:
            return self._as_told(draft, noun)
        return self._by_noun(head, draft)

    def _first_of_two(self, draft: Draft, head: int) -> Chain | None:
        """«Рассказали депутат порта и прораб. По словам |первого|, …»: with all the words by which he was told."""
        two = the_two(self.scene.words, self.chains, head)
        if two is None:
            return None
        first, second = two
        if first.chain is not None and first.chain.named:
            return first.chain
        who = phrase(self.scene, first.head, self.scene.sentence(first.head)[0], second.start - 1)
        return self._as_told(draft, who)

    def _as_told(self, draft: Draft, who: Source) -> Chain | None:
        """Who would be meant if the quote gave its source by these words, which stand elsewhere."""
        return self._by_source(replace(draft, source=who.span, source_head=who.head, verb=None))

    def _by_noun(self, head: int, draft: Draft) -> Chain | None:
        """The same of a noun: several who speak as one, a title with its bearer, a document, a name, a role."""
        words = self.scene.words
        both = words.lemma[head] == "оба" and draft.source == (head, head + 1)
        if (several := self.together.both(draft) if both else self._together(draft)) is not None:
            return several
        if words.lemma[head] in word_list("voices") and draft.rule == "dash":
            return self.behind_nouns.voiced(draft)
        link = self.bearers.mention(draft)
        named = self.behind_nouns.titled(draft, link)
        if named is not None:
            return named
        page = is_carrier(words, head) and not network_itself(words, head, draft.verb)
        if is_document(words, head) or page:
            return self._document(draft)
        if link is not None and link.label in NAME_LABELS:
            if link.chain is None and link.label == "ORG":
                return bodies_alike(self.chains, link) or self.newcomers.described(draft, "org")
            return link.chain or namesake(self.scene, self.chains, self.floor.turns, link, draft.verb)
        if words.lower[head] in THERE:
            return self._there(draft)
        own = self.overlooked.in_marks(draft.source) if draft.source is not None else None
        return own or self._role(draft, link)

    def _together(self, draft: Draft) -> Chain | None:
        """Several who speak as one: «Вестрия и Речина посчитали», «родители и адвокат Сингха заявили»."""
        words, head = self.scene.words, draft.source_head
        assert head is not None
        joint = coordinated(words, draft) or two_nouns(words, draft)
        if not joint and words.feat(head, "Number") != "Plur":
            return None
        joined = self.several.joined(head, draft.source) if draft.source else None
        return joined or (self.newcomers.described(draft, "group") if joint else None)

    def _pronoun(self, head: int, draft: Draft) -> Chain | None:
        """«он», «по его словам»: who has just spoken, or the likeliest antecedent."""
        words = self.scene.words
        gender = number = ""
        if draft.verb is not None:
            gender, number = verb_agreement(words, draft.verb)
        if (before := subject_before_colon(self.scene, self.chains, draft)) is not None:
            return before
        if (asked := one_asked(self.scene, self.chains, draft)) is not None:
            return asked
        alone = words.lower[head] in {"он", "она"}  # a body is seldom «он» when it speaks
        if alone and (one := one_before(words, self.chains, head, demand(words, head).gender)) is not None:
            return one
        if self.told is not None and (alone or draft.rule == "marker" and words.lower[head] in {"его", "ее"}):
            same = self.goes_on.same(draft, *self.told, demand(words, head).gender)
            if same is not None:
                return same
        if (above := subject_above(self.scene, self.chains, draft)) is not None:
            return above
        if demand(words, head).number == "Plur" and (several := self.together.before(draft)) is not None:
            return several
        ranked = rank_antecedents(
            words, self.chains, head, gender=gender, number=number, person=True if alone else None
        )
        if alone and not ranked and (state := acting_state(words, self.chains, head)) is not None:
            return state
        chosen = self._among(draft, "pronoun", None, ranked[0].chain if ranked else None)
        return self.nameless.who_spoke(chosen)

    def _there(self, draft: Draft) -> Chain | None:
        """«Там»: the place of the sentence before, or of this one: «В Кремле критикуют сделку. Там подчёркивают, что …»."""
        if (cited := self._cited_before(draft)) is not None:
            return cited
        place = place_before(self.scene, draft.source_head or draft.start)
        told = None
        if place is not None:
            told = self._as_told(draft, place)
        if (
            told is None
            and (body := body_before(self.chains, self.scene, draft.source_head or 0)) is not None
        ):
            told = body.chain
        return told or self._last(draft, ("org", "place"))

    def _cited_before(self, draft: Draft) -> Chain | None:
        """«…, сообщает «Бакен» со ссылкой на мэрию. |Там| добавили»: the body that a medium has just cited."""
        if self.told is None:
            return None
        before, chain = self.told
        sent, here = self.scene.words.sent, draft.source_head or draft.start
        last = max(before.end, *before.source or (0,)) - 1
        near = sent[here] - sent[last] == 1 and here - self.scene.sentence(here)[0] <= 1
        return chain if near and before.via is not None and chain.kind == "org" else None

    def _role(self, draft: Draft, link: Link | None) -> Chain | None:
        """«Дипломат», «ведомство», «эксперты»: somebody known, or somebody whom only this noun names."""
        assert draft.source_head is not None
        said = self.cast.described(draft.source_head)
        kept = link if link is not None and link.label == "ROLE" and link.head == draft.source_head else None
        words = self.scene.words
        first = draft.source[0] if draft.source else 0
        one_of = "один" in (words.lemma[draft.source_head], words.lemma[first]) or is_of_one(words, draft)
        if self.brought_up.is_new(kept, said):
            return self._newcomer(draft)
        if one_of or said is not None and said.indefinite or said is None and kept is None:
            return self.one_of.them(draft) or self._newcomer(draft)
        if self.bearers.has_owner(draft):
            return self.newcomers.described(draft, None)
        chain = kept.chain if kept is not None else None
        if kept is not None and self.brought_up.is_named_further(kept, draft):
            return chain
        if self.brought_up.is_kept_back(draft):
            own = chain is not None and not chain.named
            return self.newcomers.told(chain, draft, self.around) if chain and own else self._newcomer(draft)
        if self.brought_up.is_cited(draft, said):
            own = chain is not None and not chain.named
            told = self.newcomers.told(chain, draft, self.around) if chain and own else None
            return told or self.newcomers.described(draft, None)
        named = chain if chain is not None and chain.named else None
        met = chain if chain is not None and chain.links and chain.links[0].head < draft.source_head else None
        if draft.rule == "interview":
            return self.newcomers.described(draft, None)  # «Корреспондент: …»
        if draft.rule == "turn" and named is None and chain is not None:
            return chain  # «Читатель: …»: a label is nobody who has just been named
        if (
            said is not None
            and (same := self._writers(draft, said) or self._again(draft, said, named, met)) is not None
        ):
            return same
        form: Form = "body" if said is not None and said.link.kind == "org" else "role"
        found = self._among(draft, form, None if named else chain, named or met)
        better = self.likelier.medium_before(found, said) or self.likelier.called_so(found, said)
        better = better or self.likelier.firm_called_otherwise(found, said)
        return better or self.likelier.printing(found, said) or found

    def _writers(self, draft: Draft, said: Description) -> Chain | None:
        """«В письме врачей говорится: …. Далее |авторы| жалуются, что …»: those whose paper has just been quoted.

        Or told of; and so of an «истец», a «заявитель».
        """
        if (filer := self.papers.filer(draft)) is not None:
            return filer.chain
        bare = said.bare and said.link.number == "Plur"
        head = self.before.source_head if self.before is not None else None
        if said.noun.concept != "автор" or not bare or head is None or not self.floor.turns:
            return None
        last = self.floor.turns[-1][1]
        return last if is_document(self.scene.words, head) and last.kind in ("group", "org") else None

    def _again(self, draft: Draft, said: Description, named: Chain | None, met: Chain | None) -> Chain | None:
        """Whom the same noun has meant before, without a choice."""
        many = self.together.before(draft, said) if said.link.number == "Plur" else None
        many = many or self.nameless.found_it(said)
        body = many or self.bodies.of_itself(draft, said) or self.bodies.very_one(draft, said)
        if (same := body or self.again.spoken_of(draft, said)) is not None:
            return same
        if met is not None and self.nameless.called_so(met, said):
            return met
        return (self.nameless.befallen(said) if named is None else None) or self.nameless.just_met(
            draft, said
        )

    def _newcomer(self, draft: Draft) -> Chain | None:
        """Somebody whom only the source's noun names, or several."""
        head = draft.source_head
        several = head is not None and is_group(self.scene.words, head)
        return self.newcomers.described(draft, "group" if several else None)

    def _document(self, draft: Draft) -> Chain | None:
        """The body behind «в сообщении МИД»; behind a bare «в сообщении» who has been speaking, or nobody."""
        issuer = self.overlooked.issuer(draft) or self._issuer(draft)
        if (found := issuer or self.paper_itself.speaks(draft)) is not None:
            return found
        note = draft.rule == "colon" and draft.cue is None  # «В лодке была записка: «…»»
        own = (
            self._are_strangers_pages,
            self.papers.has_genitive,
            self.papers.is_received,
            self.papers.is_cited,
        )
        if self.papers.is_of_others(draft):
            return self.paper_itself.entity(draft)
        if note or any(is_so(draft) for is_so in own):
            return self.newcomers.described(draft, "document")
        hint = self._last(draft, ("org", "person", "group"), paragraphs=3)
        found = self.again.written_by(draft) or self._among(draft, "document", None, hint)
        return found or self.paper_itself.entity(draft)

    def _are_strangers_pages(self, draft: Draft) -> bool:
        """«Полиция закрыла 72 сайта. На |этих сайтах| сказано, как …»: many pages that are pointed at are nobody's who has spoken.

        Nor are the bare «|комментарии|» in which many write.
        """
        words, head = self.scene.words, draft.source_head
        assert head is not None
        assert draft.source is not None
        bare = draft.source[1] - draft.source[0] == 1 and draft.verb is not None
        if bare and words.lower[head] == "комментариях" and words.feat(draft.verb or 0, "Number") == "Plur":
            return True
        pointed = words.lemma[draft.source[0]] == "этот" and words.feat(head, "Number") == "Plur"
        return pointed and is_carrier(words, head)

    def _issuer(self, draft: Draft) -> Chain | None:
        """Who the text says has issued the document: «на сайте компании» leads on to the company's name."""
        assert draft.source is not None
        link = self.papers.owner(draft) or self.papers.source_before(draft)
        if link is None or link.chain is None or link.label != "ROLE":
            return link.chain if link is not None else None
        end = max(link.end, draft.source[1]) if link.start in range(*draft.source) else link.end
        who = Source((link.start, end), link.head)
        return (
            self._tells_of_itself(draft, who) or link.chain if link.chain.named else self._as_told(draft, who)
        )

    def _tells_of_itself(self, draft: Draft, who: Source) -> Chain | None:
        """«Минюст обвинил порт, сообщается на сайте |ведомства|»: the body that the claim is about."""
        said = self.cast.described(who.head)
        told = replace(draft, source=who.span, source_head=who.head, verb=None)
        return self.bodies.of_itself(told, said) if said is not None else None

    def _without_source(self, draft: Draft) -> Chain | None:
        """«Добавил, что …» and speech without author's words: who spoke before goes on."""
        words = self.scene.words
        if draft.rule in {"dash", "interview"}:
            return (
                self._adviser(draft)
                or self.guests.interviewee(draft)
                or actor_above(self.scene, self.chains, draft)
            )
        if draft.rule in WITHOUT_CUE and draft.cue is None:
            return self._among(draft, "unsaid", None, actor_before(self.scene, self.chains, draft))
        if draft.sourceless or draft.verb is None:
            return self.again.besides(draft)
        gender, number = verb_agreement(words, draft.verb)
        if number == "Plur" and words.feat(draft.verb, "VerbForm") == "Fin":
            return self._called_up(draft)
        same = subject_goes_on(self.scene, self.chains, draft)
        if (one := same or sender(self.scene, self.chains, draft, gender, number)) is not None:
            return one
        if self.told is not None and (one := self.goes_on.unsaid(draft, *self.told, gender)) is not None:
            return one
        ranked = rank_antecedents(words, self.chains, draft.verb, gender=gender, number=number, person=True)
        chosen = self._among(draft, "unsaid", None, ranked[0].chain if ranked else None)
        return self.nameless.who_spoke(chosen)

    def _adviser(self, draft: Draft) -> Chain | None:
        """«Отвечает: Вера Зуева⏎Пить можно.⏎Вопрос: А детям?⏎Ответ: Нельзя.»: one and the same answers."""
        words, (first, end) = self.scene.words, self.scene.paragraph(draft.start)
        label = next((i for i in range(first, end) if words.form[i][0].isalnum()), first)
        return self.adviser if label < draft.start and words.lemma[label] == "ответ" else None

    def _called_up(self, draft: Draft) -> Chain | None:
        """«Я звонила в банк. Мне ответили, что …»: the bank; else those who have just told or done something."""
        asked = called_up(self.scene, draft)
        if asked is not None:
            return self._as_told(draft, asked)
        same = self.goes_on.many(draft, *self.told) if self.told is not None else None
        if same is not None or (several := many_before(self.scene, self.chains, draft)) is None:
            return same
        return self._as_told(draft, several)

    def _among(self, draft: Draft, form: Form, own: Chain | None, hint: Chain | None) -> Chain | None:
        """The best of the candidates; for ``own`` words that name nobody else, an entity of their own."""
        asked = self.decisions.situation(draft, form, own, hint, teller=self.teller, before=self.before)
        best = self.decisions.choose(draft, asked)
        if best is None:
            return None
        if not best.own:
            if own is not None:
                self.cast.led_back[id(own)] = best.chain
            return best.chain
        if own is not None:
            return self.newcomers.told(own, draft, self.around) if draft.source_head is not None else own
        return self.paper_itself.entity(draft) if form == "document" else self._newcomer(draft)

    def _last(self, draft: Draft, kinds: Iterable[str], paragraphs: int = 2) -> Chain | None:
        """The latest speaker of one of the kinds, not further back than ``paragraphs``."""
        words = self.scene.words
        for at, chain in reversed(self.floor.turns):
            if words.par[draft.start] - words.par[at] > paragraphs:
                return None
            if chain.kind in kinds:
                return chain
        return None
