"""Who speaks: from the source at a quote to an entity of the document.

The mention at the quote decides where it names somebody. Otherwise («он», «дипломат», «в сообщении»,
no subject at all) the candidates are ranked by the evidence that the text gives for each.
"""

from dataclasses import InitVar, dataclass, field, replace

from molva.contract import NAME_LABELS
from molva.quotes.draft import Draft
from molva.quotes.kinds import is_carrier, is_document, network_itself
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.who.again import Again
from molva.quotes.who.bearers import Bearers
from molva.quotes.who.behind_nouns import BehindNouns
from molva.quotes.who.bodies_again import BodiesAgain
from molva.quotes.who.bodies_it import body_meant
from molva.quotes.who.brought_up import BroughtUp
from molva.quotes.who.by_choice import ByChoice
from molva.quotes.who.by_roles import ByRoles
from molva.quotes.who.called_up import called_up
from molva.quotes.who.cast import Cast
from molva.quotes.who.cited_above import cited_above
from molva.quotes.who.decisions import Decisions
from molva.quotes.who.evidence import CALLINGS
from molva.quotes.who.floor import Floor
from molva.quotes.who.goes_on import GoesOn
from molva.quotes.who.guests import Guests, initialled
from molva.quotes.who.informants import Informants
from molva.quotes.who.issuers import RESULTS, STUDIES, Issuers
from molva.quotes.who.likelier import Likelier
from molva.quotes.who.many_go_on import many_before
from molva.quotes.who.messages import teller
from molva.quotes.who.nameless import Nameless
from molva.quotes.who.namesakes import bodies_alike, namesake
from molva.quotes.who.newcomers import Newcomers
from molva.quotes.who.one_of import OneOf, one_before
from molva.quotes.who.overlooked import Overlooked
from molva.quotes.who.owned_names import OwnedNames
from molva.quotes.who.paper_itself import PaperItself
from molva.quotes.who.papers import Papers
from molva.quotes.who.press_offices import PressOffices
from molva.quotes.who.register import Register
from molva.quotes.who.relatives import (
    antecedent,
    one_asked,
    sender,
    subject_above,
    subject_before_colon,
    subject_goes_on,
)
from molva.quotes.who.side_by_side import SideBySide
from molva.quotes.who.so_far import SoFar
from molva.quotes.who.states import acting_state
from molva.quotes.who.the_other import the_last, the_other, the_two
from molva.quotes.who.there import THERE, body_before, place_before
from molva.quotes.who.together import Together
from molva.quotes.who.told_above import actor_above, actor_before, issuer_before
from molva.quotes.who.turn_names import addressed_in_turn, named_in_turn
from molva.speakers.chains import Chain, Chains
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.phrases import is_itself
from molva.speakers.pronouns import BEHIND_A_PREPOSITION, demand, is_pronoun, verb_agreement
from molva.speakers.resolve import named_beside, rank_antecedents

WITHOUT_CUE = frozenset({"floating", "paragraphs", "unclosed", "cited", "bare-colon", "claim"})


@dataclass(slots=True)
class Attribution:
    """Gives every draft its speaker, in text order, remembering who has spoken."""

    scene: Scene
    chains: Chains
    guests: Guests
    media_told: InitVar[frozenset[int]] = frozenset()
    floor: Floor = field(default_factory=Floor)
    so_far: SoFar = field(init=False)
    cast: Cast = field(init=False)
    overlooked: Overlooked = field(init=False)
    newcomers: Newcomers = field(init=False)
    papers: Papers = field(init=False)
    paper_itself: PaperItself = field(init=False)
    bearers: Bearers = field(init=False)
    again: Again = field(init=False)
    bodies: BodiesAgain = field(init=False)
    nameless: Nameless = field(init=False)
    goes_on: GoesOn = field(init=False)
    behind_nouns: BehindNouns = field(init=False)
    together: Together = field(init=False)
    decisions: Decisions = field(init=False)
    choice: ByChoice = field(init=False)
    roles: ByRoles = field(init=False)

    def __post_init__(self, media_told: frozenset[int]) -> None:
        scene, words, chains, floor = self.scene, self.scene.words, self.chains, self.floor
        self.so_far = SoFar(scene)
        self.cast = cast = Cast(scene, chains, media_told)
        register = Register(chains)
        self.overlooked = Overlooked(words, chains, cast, register)
        self.newcomers = Newcomers(words, chains, cast, register, self.overlooked)
        self.papers = Papers(words, chains, Issuers(words, chains))
        self.paper_itself = PaperItself(scene, self.papers, self.newcomers)
        self.bearers = Bearers(words, chains, cast, OwnedNames(words, cast))
        self.bodies = BodiesAgain(words, cast, floor, self.newcomers, PressOffices(words, chains, register))
        self.nameless = Nameless(words, cast, floor)
        informants = Informants(words, cast, floor, self.newcomers)
        self.again = Again(words, floor, informants, self.bodies, self.nameless)
        self.goes_on = GoesOn(words, cast)
        self.behind_nouns = BehindNouns(scene, chains, self.bearers, self.overlooked)
        self.together = Together(
            words, cast, floor, self.newcomers, SideBySide(words, chains, cast, register)
        )
        self.decisions = Decisions(scene, chains, cast, self.bearers, floor)
        self.choice = ByChoice(words, cast, self.newcomers, self.paper_itself, self.decisions, self.so_far)
        self.roles = ByRoles(
            words=words,
            cast=cast,
            floor=floor,
            so_far=self.so_far,
            bearers=self.bearers,
            brought_up=BroughtUp(scene, chains, self.newcomers),
            newcomers=self.newcomers,
            papers=self.papers,
            one_of=OneOf(words, chains, register),
            together=self.together,
            nameless=self.nameless,
            bodies=self.bodies,
            again=self.again,
            likelier=Likelier(scene, chains, cast, floor),
            choice=self.choice,
        )

    def speaker(self, draft: Draft, teller: Chain | None = None, *, of_another: bool = False) -> Chain | None:
        """The chain of the speaker of ``draft``, or None where nobody can be named.

        ``teller`` is the speaker of the quote around it: «я» and «мы» in it are the teller. Where he speaks
        ``of_another`` in his own words, no «он» is: «Дудко звонил. Он сказал, что …», — рассказал сторож.
        """
        if self._first_person(draft):
            return teller
        self.so_far.enter(teller, of_another=of_another)
        found = self.so_far.same_source(draft)
        if found is None:
            found = self._by_source(draft) if draft.source_head is not None else self._without_source(draft)
        if found is not None:
            self.floor.take(draft.cue[0] if draft.cue else draft.start, found, draft.parts)
            self.so_far.take(draft, found)
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
            known = self._issuer(draft) or self.paper_itself.speaks(draft)
            return known or self._chosen_issuer(draft, issuer_before(self.scene, self.chains, draft))
        guest = initialled(self.scene, self.chains, draft.source) if draft.rule == "interview" else None
        if (guest := guest or named_in_turn(self.scene, self.chains, draft)) is not None:
            return guest
        if words.lower[head] == "вы":
            return self.guests.addressed(head) or addressed_in_turn(self.scene, self.chains, head)
        if is_pronoun(words, head):
            return self._pronoun(head, draft)
        if words.lower[head] == "оно":
            return body_meant(self.scene, self.chains, head)
        if draft.source == (head, head + 1) and words.lemma[head] in {"тот", "последний", "первый"}:
            return self._by_order(draft, head)
        if words.lemma[head] == "который" and (noun := antecedent(self.scene, head)) is not None:
            return self._as_told(draft, noun)
        return self._by_noun(head, draft)

    def _by_order(self, draft: Draft, head: int) -> Chain | None:
        """«|тот| ответил», «|последний| добавил», «|первый| молчал»: which of those told of."""
        lemma = self.scene.words.lemma[head]
        if lemma == "первый":
            return self._first_of_two(draft, head)
        other = the_other if lemma == "тот" else the_last
        return other(self.scene.words, self.chains, head)

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
        if (several := self.together.both(draft) if both else self.together.here(draft)) is not None:
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
        if words.lemma[head] in STUDIES | RESULTS and (done := self._issuer(draft)) and done.kind == "org":
            return done
        if link is not None and link.label in NAME_LABELS:
            if link.chain is None and link.label == "ORG":
                return bodies_alike(self.chains, link) or self.newcomers.described(draft, "org")
            return link.chain or namesake(self.scene, self.chains, self.floor.turns, link, draft.verb)
        if words.lower[head] in THERE:
            return self._there(draft)
        own = self.overlooked.in_marks(draft.source) if draft.source is not None else None
        return own or self.roles.role(draft, link)

    def _pronoun(self, head: int, draft: Draft) -> Chain | None:
        """«он», «по его словам»: who has just spoken, or the likeliest antecedent."""
        words = self.scene.words
        shown = named_beside(words, self.chains, head)
        shown = shown or subject_before_colon(self.scene, self.chains, draft)
        shown = shown or one_asked(self.scene, self.chains, draft)
        if shown is not None:
            return shown
        alone = words.lower[head] in {"он", "она"}  # a body is seldom «он» when it speaks
        if alone and (one := one_before(words, self.chains, head, demand(words, head).gender)) is not None:
            return one
        if (known := self._of_whom_it_goes_on(head, draft, alone=alone)) is not None:
            return known
        gender, number = verb_agreement(words, draft.verb) if draft.verb is not None else ("", "")
        ranked = rank_antecedents(
            words, self.chains, head, gender=gender, number=number, person=True if alone else None
        )
        if alone and not ranked and (state := acting_state(words, self.chains, head)) is not None:
            return state
        chosen = self.choice.among(draft, "pronoun", None, ranked[0].chain if ranked else None)
        spoke = self.nameless.who_spoke(chosen)
        found = self._named_native(spoke, draft) or spoke
        return acting_state(words, self.chains, head) if alone and found is None else found

    def _of_whom_it_goes_on(self, head: int, draft: Draft, *, alone: bool) -> Chain | None:
        """«…», пишет «Створ» со слов мэра. |Он| добавил, что …»: whom the page has cited, who goes on, or of whom a clause above tells."""
        words, told = self.scene.words, self.so_far.told
        cited = cited_above(self.scene, self.chains, draft, told[0].end if told is not None else 0)
        if cited is not None:
            return self._as_told(draft, cited)
        his = draft.rule == "marker" and words.lower[head] in {"его", "ее"}
        if told is not None and (alone or his):
            same = self.goes_on.same(draft, *told, demand(words, head).gender)
            if same is not None:
                return same
        if (above := subject_above(self.scene, self.chains, draft)) is not None:
            return above
        return self.together.before(draft) if demand(words, head).number == "Plur" else None

    def _named_native(self, chain: Chain | None, draft: Draft) -> Chain | None:
        """«Зуев сыграл с Дином Ли вничью, а |россиянин| начинал. Он заявил»: whom the text calls by his country has a name in it.

        So has whoever is told by a noun that tells what has befallen him, or «сам»: «В суде |подсудимая| молчала. Она сказала».
        """
        if chain is None or chain.named or chain.kind != "person" or not chain.links:
            return None
        link = chain.links[0]
        said = self.cast.described(link.head)
        if said is None or self.floor.taken_by(chain) or not self._goes_on_about(said):
            return None
        found = self._as_told(draft, Source((link.start, link.end), link.head))
        return found if found is not None and found.named else None

    def _goes_on_about(self, said: Description) -> bool:
        """«россиянин», «подсудимая», «сам муж», «руководитель»: a noun by which a text goes on about one whom it has named."""
        start = said.link.start
        himself = any(is_itself(self.scene.words, i) for i in (start, max(start - 1, 0)))
        again = speaker_list("natives") | speaker_list("fates") | CALLINGS
        return himself or said.bare_one and said.noun.concept in again

    def _there(self, draft: Draft) -> Chain | None:
        """«Там»: the place of the sentence before, or of this one: «В Кремле критикуют сделку. Там подчёркивают, что …»."""
        if (cited := self.so_far.cited_before(draft)) is not None:
            return cited
        place = place_before(self.scene, draft.source_head or draft.start)
        told = None
        if place is not None:
            told = self._as_told(draft, place)
        told = told or self.so_far.body_goes_on(draft)
        if (
            told is None
            and (body := body_before(self.chains, self.scene, draft.source_head or 0)) is not None
        ):
            told = body.chain
        return told or self.floor.latest_of(("org", "place"), self.scene.words, draft.start)

    def _document(self, draft: Draft) -> Chain | None:
        """The body behind «в сообщении МИД»; behind a bare «в сообщении» who has been speaking, or nobody."""
        issuer = self.overlooked.issuer(draft) or self._issuer(draft)
        if (found := issuer or self.paper_itself.speaks(draft)) is not None:
            return found
        note = draft.rule == "colon" and draft.cue is None  # «В лодке была записка: «…»»
        own = (
            self.paper_itself.are_strangers_pages,
            self.papers.has_genitive,
            self.papers.is_received,
            self.papers.is_cited,
        )
        if self.papers.is_of_others(draft):
            return self.paper_itself.entity(draft)
        if note or any(is_so(draft) for is_so in own):
            return self.newcomers.described(draft, "document")
        hint = self.floor.latest_of(("org", "person", "group"), self.scene.words, draft.start, paragraphs=3)
        found = self.again.written_by(draft) or self._chosen_issuer(draft, hint)
        return found or self.paper_itself.entity(draft)

    def _chosen_issuer(self, draft: Draft, hint: Chain | None) -> Chain | None:
        """Who likeliest has issued a paper; of «итоговая декларация» no single man, but it speaks for itself."""
        found = self.choice.among(draft, "document", None, hint)
        joint = found is not None and found.kind == "person" and self.papers.is_of_several(draft)
        return self.paper_itself.entity(draft) if joint else found

    def _issuer(self, draft: Draft) -> Chain | None:
        """Who the text says has issued the document: «на сайте компании» leads on to the company's name."""
        assert draft.source is not None
        link = self.papers.owner(draft) or self.papers.source_before(draft)
        if link is None and not self._is_just_quoted(draft):
            link = teller(self.scene.words, self.papers.issuers, draft)
        if link is None or link.chain is None or link.label != "ROLE":
            return link.chain if link is not None else None
        end = max(link.end, draft.source[1]) if link.start in range(*draft.source) else link.end
        who = Source((link.start, end), link.head)
        known = link.chain.named and not self._only_in_words(draft, link.chain, link.head)
        return self._tells_of_itself(draft, who) or link.chain if known else self._as_told(draft, who)

    def _only_in_words(self, draft: Draft, chain: Chain, noun: int) -> bool:
        """««Они передали карту спецслужбе Вестрии», — сказано в сообщении |спецслужбы|»: whom but the quote has named before the noun."""
        before = [head for head in self.cast.member(chain).heads if head < noun]
        return draft.type == "direct" and bool(before) and all(draft.covers(head) for head in before)

    def _is_just_quoted(self, draft: Draft) -> bool:
        """«Порт закрыт, сообщили в мэрии. «…», — говорится в сообщении»: whether somebody is quoted in the sentence before."""
        words, turns = self.scene.words, self.floor.turns
        return bool(turns) and words.sent[draft.start] - words.sent[turns[-1][0]] <= 1

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
                self.so_far.adviser(draft)
                or self.guests.interviewee(draft)
                or actor_above(self.scene, self.chains, draft)
                or (self.so_far.just_above(draft) if draft.rule == "dash" else None)
            )
        if draft.rule in WITHOUT_CUE and draft.cue is None:
            return self.choice.among(draft, "unsaid", None, actor_before(self.scene, self.chains, draft))
        if draft.sourceless or draft.verb is None:
            return self.again.besides(draft)
        gender, number = verb_agreement(words, draft.verb)
        if number == "Plur" and words.feat(draft.verb, "VerbForm") == "Fin":
            return self._called_up(draft)
        same = subject_goes_on(self.scene, self.chains, draft)
        if (one := same or sender(self.scene, self.chains, draft, gender, number)) is not None:
            return one
        if (
            self.so_far.told is not None
            and (one := self.goes_on.unsaid(draft, *self.so_far.told, gender)) is not None
        ):
            return one
        ranked = rank_antecedents(words, self.chains, draft.verb, gender=gender, number=number, person=True)
        chosen = self.choice.among(draft, "unsaid", None, ranked[0].chain if ranked else None)
        return self.nameless.who_spoke(chosen)

    def _called_up(self, draft: Draft) -> Chain | None:
        """«Я звонила в банк. Мне ответили, что …»: the bank; else those who have just told or done something."""
        asked = called_up(self.scene, draft)
        if asked is not None:
            return self._as_told(draft, asked)
        same = self.goes_on.many(draft, *self.so_far.told) if self.so_far.told is not None else None
        if same is not None or (several := many_before(self.scene, self.chains, draft)) is None:
            return same
        return self._as_told(draft, several)
