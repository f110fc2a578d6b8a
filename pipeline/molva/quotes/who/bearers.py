"""Which mention in a source is the speaker's: «торговец рыбой по имени |Халид|», «владелец баржи, компания |«Марудар»|».

And whose he is, where that is told: «отец |Ивана Агафонова|», «|его| адвокат».
"""

from dataclasses import dataclass, field, replace

from molva.contract import NAME_LABELS
from molva.lexicon.nouns import bodies
from molva.quotes.draft import Draft
from molva.quotes.kinds import INFORMANTS
from molva.quotes.scene import DASHES
from molva.quotes.who.cast import Cast
from molva.quotes.who.owned_names import OwnedNames
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.names import sure_sex
from molva.speakers.owners import is_owner, owner_of
from molva.speakers.pronouns import possessives, verb_agreement
from molva.words import Words

# posts that a firm holds as well as a man does
OF_FIRMS = frozenset(
    "владелец собственник совладелец застройщик подрядчик субподрядчик оператор арендатор арендодатель"
    " перевозчик поставщик производитель разработчик организатор инвестор кредитор заказчик продавец покупатель".split()
)
# of them those whose goods stand before the name, and those that are firms for the most part
MAKERS = frozenset({"производитель", "разработчик", "поставщик", "продавец"})
FIRMS = frozenset({"оператор", "перевозчик", "производитель", "застройщик"})
GOING_BY = frozenset({"назваться", "назвавшийся", "представиться", "представившийся"})
BY_NAME = (["по", "имени"], ["по", "фамилии"], ["по", "прозвищу"])
CALLED = 8  # words from a noun to what tells how somebody is called


@dataclass(frozen=True, slots=True)
class Bearers:
    """Reads the mentions inside a source; ``told`` remembers whose somebody is, by the ids of chains."""

    words: Words
    chains: Chains
    cast: Cast
    names: OwnedNames
    told: dict[int, Chain | None] = field(default_factory=dict)

    def mention(self, draft: Draft) -> Link | None:
        """The mention that the source's words hold: at the head, else a name inside."""
        assert draft.source is not None
        assert draft.source_head is not None
        head, at = draft.source_head, self._at_head(draft)
        if at is not None and self._names(at):
            return at
        inside = self.chains.within(*draft.source)
        own = self._across_dash(inside, head) or self._firm(draft) or self._one_of_many(inside, head)
        own = own or self._called(draft)
        if own is not None:
            return own
        people = [link for link in inside if link.label == "PER"]
        names = [link for link in people if self._is_speaker(link, draft)]
        owners = (link for link in people if not self.names.in_nominative(link, head))
        if not names and at is not None and any(link.chain is at.chain for link in owners):
            return replace(at, chain=None)  # «по словам |агента| футболиста Олега Гурова»: not Гуров
        return names[-1] if names else at

    def _at_head(self, draft: Draft) -> Link | None:
        """«|Мэр| Клим Зуев»: the mention at the head, but none of «|Степаныч| → Гость», which the network takes for one name."""
        assert draft.source is not None
        assert draft.source_head is not None
        at = self.chains.at(draft.source_head)
        return None if at is not None and draft.rule == "turn" and at.end > draft.source[1] else at

    def _names(self, at: Link) -> bool:
        """«|Клим Зуев|», «|Росмост|»: a name; «|Представитель Минобороны|» that the network takes for a body is none."""
        titled = at.label == "ORG" and self.words.feat(at.head, "Animacy") == "Anim"
        return at.chain is not None and at.label in NAME_LABELS and not titled

    def _across_dash(self, inside: list[Link], head: int) -> Link | None:
        """«ссылаясь на орган повстанцев — |Совет спасения|»: a body's own name behind its kind and a dash."""
        words = self.words
        bodies = (link for link in inside if link.label == "ORG" and link.start > head + 1)
        named = (link for link in bodies if words.form[link.start - 1] in DASHES and link.chain is not None)
        return next(named, None) if words.feat(head, "Animacy") == "Inan" else None

    def _one_of_many(self, inside: list[Link], head: int) -> Link | None:
        """«по словам одного из соседей, |Клима Зуева|»: the only name in it, behind a mark, tells who the one is."""
        words, people = self.words, [link for link in inside if link.label == "PER"]
        if words.lemma[head] != "один" or words.lower[head + 1 : head + 2] != ["из"] or len(people) != 1:
            return None
        (link,) = people
        apart = any(words.form[i] in {",", *DASHES} for i in range(head, link.start))
        return link if apart and link.chain is not None else None

    def _firm(self, draft: Draft) -> Link | None:
        """«Владелец баржи, |компания «Марудар»|, называет это ошибкой»: a body that the post of a firm belongs to."""
        words, source, head = self.words, draft.source, draft.source_head
        assert source is not None
        assert head is not None
        if words.lemma[head] not in OF_FIRMS or words.feat(head, "Number") == "Plur":
            return None
        if (beside := self._named_firm(head, source[1])) is not None:
            return beside
        start, stop = head + 1, words.sentence(head)[1]
        commas = (i for i in range(start, min(head + CALLED, stop - 2)) if words.form[i] in {",", *DASHES})
        comma = next(commas, None)
        kind = comma + 1 if comma is not None else None
        if (
            kind is None
            or words.lemma[kind] not in bodies()
            or words.feat(kind, "Case") != words.feat(head, "Case")
        ):
            return None
        names = self.chains.within(kind + 1, min(kind + CALLED, stop))
        name = next((link for link in names if link.label == "ORG" and link.chain is not None), None)
        apart = name is not None and any(words.form[i] == "," for i in range(kind, name.start))
        return None if apart else name

    def _named_firm(self, head: int, end: int) -> Link | None:
        """«оператор связи |«Невод»|», «производитель баржи |Marudar|»: in no genitive a name is the firm's own; no «оператор |ТАСС|»."""
        words = self.words
        for link in self.chains.within(head + 1, end):
            above = words.head[link.head]
            goods = words.lemma[head] in MAKERS and head < above < link.start  # «производитель |обуви|»
            if link.label != "ORG" or link.chain is None or above != head and not goods:
                continue
            between = words.feat(head, "Case") == "Nom" and (
                words.lemma[head] in FIRMS or link.start > head + 1
            )
            case = words.feat(link.head, "Case")
            own = case == "Nom" or not case and between
            return link if own and not self.cast.member(link.chain).medium else None
        return None

    def _called(self, draft: Draft) -> Link | None:
        """«торговец рыбой |по имени Халид|», «один из матросов, |назвавшийся Абу Каримом|»: what he calls himself, or is called."""
        assert draft.source is not None
        assert draft.source_head is not None
        words, head = self.words, draft.source_head
        if words.feat(head, "Animacy") != "Anim" and words.lemma[head] != "один":
            return None
        for i in range(head + 1, min(head + CALLED, words.sentence(head)[1] - 2)):
            if words.form[i] in {".", ":", ";"} or words.feat(i, "VerbForm") == "Fin":
                return None
            calls = words.lemma[i] in GOING_BY or words.lower[i : i + 2] in BY_NAME
            name = self.chains.at(i + (2 if words.lower[i] == "по" else 1)) if calls else None
            if name is not None:
                return name if name.label == "PER" and name.chain is not None else None
        return None

    def _is_speaker(self, link: Link, draft: Draft) -> bool:
        """A name in the case of the source's head, which belongs to no other noun and closes the source."""
        assert draft.source_head is not None
        if link.chain is None or self._is_anothers(link, draft):
            return False
        may = self._fits(link, draft) or self._may_be_nominative(link, draft)
        return may and not self.names.is_owned(link, draft.source_head, draft.verb)

    def _is_anothers(self, link: Link, draft: Draft) -> bool:
        """«театр |Лунина|», «Помощник |Хелен Клинси| по делам Европы», «Пресс-секретарь |Гурова| заявила», «родители |Алии Беридзе|»: whose the head is."""
        assert draft.source is not None
        assert draft.source_head is not None
        words, head, after = self.words, draft.source_head, link.end
        said = self.cast.described(head)
        if said is not None and said.link.kind == "org":
            return True
        if after < draft.source[1] - 1 and words.lower[after] == "по":
            return True
        if said is not None and head < link.start and is_owner(words, said.noun, head, link):
            return True  # «Представитель Теру» of Жюстен Теру
        if words.lemma[head] in INFORMANTS and "ADP" in words.pos[head : link.start]:
            return True  # «источник в окружении Зуева»
        many = words.feat(head, "Number") == "Plur" and not _plural(link)
        return many or self._belied(link, head, draft.verb)

    def _fits(self, link: Link, draft: Draft) -> bool:
        """«по словам мэра |Клима Зуева|»: whether a name stands in the case of the head, or may."""
        assert draft.source is not None
        assert draft.source_head is not None
        case = self.words.feat(draft.source_head, "Case")
        if self.words.feat(link.head, "Case") in _alike(case) or not case and link.nominative(self.words):
            return True
        if case == "Gen" and self._closes(link, draft.source[1]):
            return True
        return self.names.is_post_in_any_case(draft.source_head, draft.verb)

    def _may_be_nominative(self, link: Link, draft: Draft) -> bool:
        """«сказал врач |Бадри Гогия|»: a name that the tagger has in another case, and that may be a nominative."""
        assert draft.source_head is not None
        words, head = self.words, draft.source_head
        behind = words.feat(head, "Case") == "Nom" and head < link.start
        if behind and self.names.may_be_nominative(link, head, draft.verb):
            return True
        beside = head == link.start - 1 or words.feat(link.start - 1, "Case") in {"Ins", "Loc", "Dat"}
        return beside and self.names.would_decline(link) and self.names.in_nominative(link, head)

    def names_owner(self, draft: Draft) -> bool:
        """Whether the name that closes a source is known to be another's: «жена бизнесмена Олега Гурова», «родители Веры Сау»."""
        assert draft.source is not None
        assert draft.source_head is not None
        head, end = draft.source_head, draft.source[1]
        closing = (
            link for link in self.chains.within(head + 1, end) if link.label == "PER" and link.end == end
        )
        many = self.words.feat(head, "Number") == "Plur"
        return any(
            many and not _plural(link) or self.names.is_owned(link, head, draft.verb) for link in closing
        )

    def _closes(self, link: Link, end: int) -> bool:
        """«по словам посла |Джан Паоло Гросси|, …»: a comma behind a name shows that it does not begin the claim."""
        comma = self.words.form[end : end + 1] == [","]
        return comma and link.end == end and link.end - link.start > 1 and link.nominative(self.words)

    def _belied(self, link: Link, head: int, verb: int | None) -> bool:
        """Whether the verb's gender is not that of the person: «представитель Марии Лонес сообщил».

        «Рассказал вдова Мария Лонес» is a slip.
        """
        if verb is None or link.chain is None:
            return False
        shown = verb_agreement(self.words, verb)[0]
        if shown == "Masc" and self.words.feat(head, "Gender") != "Fem":
            return sure_sex(link.chain.name) == "Fem"
        return shown == "Fem" and link.chain.gender == "Masc"

    def owner(self, draft: Draft) -> Chain | None:
        """«его адвокат», «отец Ивана Агафонова»: whose he is; he himself is not meant."""
        assert draft.source is not None
        assert draft.source_head is not None
        words, (start, end), head = self.words, draft.source, draft.source_head
        theirs = next(possessives(words, start, head), None)
        if theirs is not None:
            return self.chains.of(theirs)
        said = self.cast.described(head)
        own = 2 if said is not None and " " in said.noun.concept else 1  # «врио главы» is nobody's врио
        inner = [link for link in self.chains.within(head + own, end) if link.label in ("PER", "ROLE")]
        if (
            said is not None and said.link.kind == "org"
        ):  # «управление |ведомства| по региону» is that very body
            inner = [link for link in inner if link.chain is not self.chains.of(head)]
        owners = (
            link
            for link in inner[::-1]
            if link.label == "ROLE" or self.names.is_owned(link, head, draft.verb)
        )
        return next((link.chain for link in owners), None) or self._told_before(head)

    def _told_before(self, head: int) -> Chain | None:
        """«Зуев уволил своего адвоката. Адвокат заявил, что …»: whose somebody was where he came up."""
        chain = self.chains.of(head)
        if chain is None or chain.named:
            return None
        if id(chain) not in self.told:
            roles = (link for link in chain.links if link.label == "ROLE")
            owners = (owner_of(self.words, self.chains, link) for link in roles)
            self.told[id(chain)] = next((owner for owner in owners if owner is not None), None)
        return self.told[id(chain)]

    def has_owner(self, draft: Draft) -> bool:
        """«Представитель Теру»: somebody whom only this noun and his owner's name tell."""
        assert draft.source is not None
        assert draft.source_head is not None
        head = draft.source_head
        said = self.cast.described(head)
        behind = [link for link in self.chains.within(head + 1, draft.source[1]) if link.label == "PER"]
        return said is not None and any(
            is_owner(self.words, said.noun, head, link) or self._titled_owner(link, head, draft)
            for link in behind
        )

    def _titled_owner(self, link: Link, head: int, draft: Draft) -> bool:
        """«представителя генсека |Жана Дюрана|»: whose he is has a full name and a title of his own."""
        full = link.end - link.start > 1 and self.names.title(link, head) is not None
        return (
            full and not self.names.in_nominative(link, head) and self.names.is_owned(link, head, draft.verb)
        )


def _alike(case: str) -> frozenset[str]:
    """The cases that a name may bear beside a noun in ``case``: of a man the genitive is the accusative."""
    return frozenset({case, ""} | ({"Gen", "Acc"} if case in ("Gen", "Acc") else set()))


def _plural(link: Link) -> bool:
    """«супруги Ореховы»: a surname that two bear; «Амини» of Вера Амини is one's."""
    one = link.chain is not None and any(
        other.normal.endswith(f" {link.normal}") for other in link.chain.links
    )
    return link.normal.endswith(("ы", "и", "ие")) and not one
