"""Speakers whom no name tells, «представитель полиции», «двое очевидцев»: described by the words of the source alone.

The entity is made of these words, or found again where an earlier quote made it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from molva.contract import Kind
from molva.entities.genitive import genitive_name
from molva.entities.normal import nominative_phrase, normal_text
from molva.lexicon.folding import fold
from molva.lexicon.nouns import roles
from molva.quotes.callings import is_calling
from molva.quotes.direct.labels import in_capitals
from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.sources.nouns_behind import STANDING, stands
from molva.quotes.sources.phrases import phrase
from molva.quotes.who.cast import Cast
from molva.quotes.who.kinds_apart import is_of_another_kind
from molva.quotes.who.overlooked import Overlooked, head_of, source_of
from molva.quotes.who.register import Register
from molva.quotes.who.shares import kind_of_head
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.descriptions import Description
from molva.speakers.naming import described_by, genitive_of
from molva.speakers.phrases import is_itself
from molva.speakers.pronouns import THEIRS, acts, possessives
from molva.speakers.resolve import is_subject
from molva.words import Words

SOME = frozenset({"некоторый", "многий", "многие"})
NEAR = 30  # mentions looked back for a body
PARAGRAPHS = 2
OF_THEM = " из них"  # «большинство из них»: the pronoun tells nothing more
_LONGEST = 6  # words of what somebody is close to
_OURS = frozenset({"мой", "наш"})
_LEADERS = frozenset({"глава", "руководитель", "тренер"})
_WRITERS = frozenset({"автор", "соавтор", "составитель", "разработчик"})
_ON_BEHALF = (["от", "имени"], ["от", "лица"])


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Finds or makes the entities of such speakers."""

    words: Words
    chains: Chains
    cast: Cast
    register: Register
    overlooked: Overlooked

    def described(self, draft: Draft, kind: Kind | None) -> Chain | None:
        """An entity of its own: the source's words in the nominative; None for «кто-то», «все», but «некоторые»."""
        words, source, head = self.words, self._core(draft), head_of(draft)
        some = words.lemma[head] in SOME
        if words.lemma[head] in word_list("nobody") or words.pos[head] in {"PRON", "DET"} and not some:
            return None
        if (body := self.overlooked.in_marks(source) or self._unseen_medium(source, head)) is not None:
            return body
        proper = self._is_name(source, head, draft)
        label = proper and draft.rule in {"turn", "headline"}
        name = self._printed(source) if label else self._nominative_of(head, source)
        name = name.lower() if is_calling(words, head) and source[1] - source[0] == 1 else name
        name = name.removesuffix(OF_THEM)
        known = self.register.known(name) or self._namesake(source)
        if known is not None:
            return known
        if proper and words.lemma[head] not in roles():
            name = normal_text(name, "PER", case="Nom" if label else words.feat(head, "Case"))
            return self.register.entity(Chain("person", name=name, named=True), source, head, "PER")
        kind = "group" if some else kind or kind_of_head(words, head)
        name = described_by(words, self.chains, Link(*source, head, "ROLE", name, kind)) + self._standing(
            draft
        )
        number = words.number(head) if kind == "group" else "Sing"
        return self.register.entity(Chain(kind, number=number, name=name), source, head, "ROLE")

    def _unseen_medium(self, source: Stretch, head: int) -> Chain | None:
        """«⚡The Guardian: …»: a medium that the network has not seen."""
        printed = self._printed(source)
        if fold(printed.strip("«»")) not in word_list("media") or not self.words.form[head][0].isupper():
            return None
        name = normal_text(printed, "ORG", case=self.words.feat(head, "Case"))
        known = self.register.known(name)
        return known or self.register.entity(Chain("org", name=name, named=True), source, head, "ORG")

    def _is_name(self, source: Stretch, head: int, draft: Draft) -> bool:
        """«Лиско», «ЛИСКО:»: whether capitals make a source a name; «Нутрициолог: …» is what somebody does."""
        words = self.words
        proper = all(words.pos[i] == "PROPN" and words.form[i][:1].isupper() for i in range(*source))
        if proper and not is_calling(words, head):
            return True
        shouted = draft.rule == "turn" and in_capitals(words.form[slice(*source)])
        return shouted and words.lower[head] not in roles()

    def _nominative_of(self, head: int, span: Stretch) -> str:
        """A description in the nominative, with the adjective that tells informants apart: «|близкий| к мэрии чиновник».

        «Знакомый с ним |чиновник|» cannot be read alone, and is but an official.
        """
        words, start = self.words, span[0]
        him = [i for i in range(start, head) if words.pos[i] == "PRON"] if stands(words, start) else []
        start = him[-1] + 1 if him else start
        name = nominative_phrase(words, head, start, span[1])
        if not stands(words, start) or start >= head:
            return name
        number, gender = words.number(head), words.feat(head, "Gender")
        adjective = STANDING.get(words.lemma[start], "близкий")
        first = _nominative(adjective, plural=number == "Plur", feminine=gender == "Fem")
        return f"{first} {name.partition(' ')[2]}"

    def _printed(self, source: Stretch) -> str:
        """«Орехов: В ноябре.»: a label stands in the nominative, whatever it looks like."""
        return self.words.text[self.words.start[source[0]] : self.words.end[source[1] - 1]]

    def told(self, chain: Chain, draft: Draft, teller: Chain | None) -> Chain:
        """Whom nothing but the source tells has all its words for a name: «отец |погибших|», «агент из города |Кобо|».

        «Её коллега» is the colleague of whom the text has named, «мои врачи» are those of the ``teller``, and a bare
        «пресс-служба» is that of the body just named.
        """
        head = head_of(draft)
        if not chain.named and chain.links and chain.links[0].head == head:
            start, end = self._core(draft)
            name = self._nominative_of(head, (start, self._reach(head, chain.links[0].end, end)))
            chain.name = name if _longer(name, chain.name) or stands(self.words, start) else chain.name
            if head < end < chain.links[0].end and len(chain.links) == 1:
                # «прокомментировал |дипломат| слова мэра»
                chain.name = self._nominative_of(head, (start, end))
            chain.name = chain.name.removesuffix(OF_THEM)
            owner = self._owner(draft, teller)
            standing = self._standing(draft)
            chain.name += standing if standing not in chain.name else ""
            whose = self._whose(owner) or self._of_paper(draft)
            chain.name = f"{chain.name} {whose}" if whose and whose not in chain.name else chain.name
        return self._with_owner(chain, draft)

    def _whose(self, owner: Chain | None) -> str:
        """The owner's name in the genitive: «|её| менеджер»; of a body and a paper the description: «|его| председатель».

        And of a man with a post: «Эмир Катара уехал. В |его| пресс-службе заявили».
        """
        if owner is None or owner.named:
            return genitive_of(self.words, owner) if owner is not None else ""
        told = " " in owner.name and owner.kind in {"org", "document", "person"}
        return genitive_name(owner.name, person=False) if told else ""

    def _standing(self, draft: Draft) -> str:
        """«источник|, близкий к кредиторам|», «чиновник|, знакомый с ходом дела|»: what tells one informant from others."""
        words, (_, end), head = self.words, source_of(draft), head_of(draft)
        comma = next((i for i in (end, end - 1) if words.form[i : i + 1] == [","]), None)
        comma = next((i for i in range(head + 1, end) if words.form[i] == ","), comma)
        if comma is None or not STANDING.keys() & set(words.lemma[comma + 1 : comma + 2]):
            return ""
        stop, marks = words.sentence(head)[1], {**self.cast.scene.opens, **self.cast.scene.closes}
        end = next(
            (
                i
                for i in range(comma + 2, stop)
                if words.pos[i] == "PUNCT" and i not in marks or words.feat(i, "VerbForm") == "Fin"
            ),
            stop,
        )
        if words.pos[comma + 2 : comma + 3] != ["ADP"] or end - comma > _LONGEST + 2:
            return ""
        lemma = words.lemma[comma + 1]
        number, gender = words.feat(comma + 1, "Number"), words.feat(comma + 1, "Gender")
        first = _nominative(STANDING[lemma], plural=number == "Plur", feminine=gender == "Fem")
        return f", {first} {words.text[words.start[comma + 2] : words.end[end - 1]]}"

    def is_standing(self, draft: Draft) -> bool:
        """«чиновник, знакомый с обсуждением», «|близкий к мэрии| чиновник»: told apart by what he knows, or whom he is close to."""
        words, start, head = self.words, source_of(draft)[0], head_of(draft)
        return stands(words, start) and start + 1 < head or self._standing(draft) != ""

    def _of_paper(self, draft: Draft) -> str:
        """«следует из пояснительной записки. |Её авторы| считают»: of which paper, in the genitive."""
        words, head = self.words, head_of(draft)
        theirs = next(possessives(words, source_of(draft)[0], head), None)
        if theirs is None or words.lemma[head] not in _WRITERS:
            return ""
        first = max(words.sentence(words.sentence(theirs)[0] - 1)[0], 0)
        papers = (i for i in range(theirs - 1, first - 1, -1) if words.lemma[i] in word_list("documents"))
        agreeing = (i for i in papers if not words.ent[i] and _agrees(words, i, words.lower[theirs]))
        paper = next((i for i in agreeing if words.dep[i] != "nmod"), None)
        if paper is None:
            return ""
        span = phrase(self.cast.scene, paper, *words.sentence(paper)).span
        return genitive_name(nominative_phrase(words, paper, *span), person=False)

    def _owner(self, draft: Draft, teller: Chain | None) -> Chain | None:
        """Whose «мой», «наш», «её», «его», «которого» in a source are."""
        words, (start, _), head = self.words, source_of(draft), head_of(draft)
        if any(lemma in _OURS for lemma in words.lemma[start:head]):
            return self._of_body(teller) if "наш" in words.lemma[start:head] and self._leads(head) else teller
        if words.lemma[head + 1 : head + 2] == ["который"]:
            return self._before_clause(start)
        theirs = next(possessives(words, start, head), None)
        chain = self.chains.of(theirs) if theirs is not None else None
        return None if id(chain) in self.cast.told else self.cast.led_back.get(id(chain), chain)

    def _leads(self, head: int) -> bool:
        """«наш |президент|», «наш |тренер|»: whom a body has, and no single man."""
        said = self.cast.described(head)
        return said is not None and bool(said.noun.broader & _LEADERS)

    def _of_body(self, teller: Chain | None) -> Chain | None:
        """«игрок |«Спартака»| Зуев»: the body that the teller has been told with."""
        titles = (link for link in (teller.links if teller is not None else []) if link.label == "ROLE")
        inner = (name for link in titles for name in self.chains.within(link.head + 1, link.end))
        return next((name.chain for name in inner if name.label == "ORG"), None)

    def _reach(self, head: int, start: int, end: int) -> int:
        """How far a source goes on with its noun: not over «от имени соседей», «от 12 марта», «которого», another's name."""
        words, case = self.words, self.words.feat(head, "Case")
        for i in range(start, end):
            named = words.ent[i] == "PER" and words.feat(i, "Case") == "Nom" != case
            dated = words.pos[i] == "ADP" and i + 1 < end and words.form[i + 1][0].isdigit()
            hearer = words.lemma[i] in word_list("medium_nouns") and words.feat(i, "Case") == "Dat" != case
            named = named or hearer  # «в пресс-службе порта |газете «Створ»|»
            heard = words.pos[i] == "PRON" and words.feat(i, "Case") == "Dat"  # «диспетчер |мне по рации|»
            named = named or heard
            if named or dated or words.lemma[i] == "который" or words.lower[i : i + 2] in _ON_BEHALF:
                return i
        return end

    def _before_clause(self, start: int) -> Chain | None:
        """«президент Пётр Гуров, в пресс-службе которого сообщили»: whoever stands before the comma."""
        comma = next((i for i in range(start, max(start - 3, 0), -1) if self.words.form[i] == ","), 0)
        return self.chains.of(comma - 1) if comma else None

    def _with_owner(self, chain: Chain, draft: Draft) -> Chain:
        """A bare «пресс-служба» is that of the body just named, so is «пресс-служба |компании|»: пресс-служба Водоканала."""
        words, head = self.words, head_of(draft)
        office, _, noun = chain.name.partition(" ")
        if chain.named or office != words.lemma[head] or office not in word_list("offices_of"):
            return chain
        general = words.lemma[head + 1 : head + 2]
        if noun and not (general and noun == words.lower[head + 1] and general[0] in _any_firm()):
            return chain
        said = self.cast.described(head + 1) if noun else None
        owner = next((c for c in self._bodies_before(draft) if self._may_have_office(c, said)), None)
        if owner is not None:
            whose = genitive_of(words, owner) or genitive_name(owner.name, person=False)
            chain.name = f"{office} {whose}"
        return chain

    def _may_have_office(self, body: Chain, said: Description | None) -> bool:
        """No medium, which was told, and no press office; of «|компании|» no body that is none."""
        member = self.cast.member(body)
        if not word_list("offices_of").isdisjoint(member.roles):
            return False
        return not member.medium and (said is None or not is_of_another_kind(member, said))

    def body(self, name: str, link: Link, head: int) -> Chain:
        """The body of a name, a new one where the text has none, with the words that tell it."""
        return self.register.entity(Chain("org", name=name), (link.head + 1, link.end), head, "ROLE")

    def _bodies_before(self, draft: Draft) -> Iterator[Chain]:
        """The bodies that may speak through an office, the nearest first, not those that quoted words speak of."""
        words, head = self.words, head_of(draft)
        for link in self.chains.before(head, NEAR):
            if words.par[head] - words.par[link.head] > PARAGRAPHS:
                return
            chain = link.chain
            if chain is None or chain.kind != "org" or link.inside >= 0:
                continue
            told_of = draft.covers(link.head) and not is_subject(words, link)
            if chain.named and link.label == "ORG" and not told_of or self._has_spoken(link):
                yield chain

    def _has_spoken(self, link: Link) -> bool:
        """«|в администрации тверского губернатора| заявили»: a body without a name, in which they have spoken."""
        words = self.words
        described = link.label == "ROLE" and link.end - link.start > 1 and link.start > 0
        if words.lemma[link.head] in word_list("offices_of"):
            return False
        return described and words.lower[link.start - 1] == "в" and acts(words, words.head[link.head])

    def _namesake(self, source: Stretch) -> Chain | None:
        """«Ле Пенн» for the only Марин Ле Пенн, where the network has found but the fuller name."""
        part = [form.lower() for form in self.words.form[slice(*source)]]
        if not self.words.form[source[0]][:1].isupper() or not "".join(part).replace("-", "").isalpha():
            return None
        people = (
            c
            for c in self.chains.chains
            if c.kind == "person" and c.named and len(c.name.split()) > len(part)
        )
        alike = [chain for chain in people if _closes(part, chain.name.lower().split())]
        return alike[0] if len(alike) == 1 else None

    def _core(self, draft: Draft) -> Stretch:
        """«Тамара Юхнович, мать троих детей», «сам мэр»: neither «сам» nor what a comma parts is part of the name."""
        start, end = source_of(draft)
        start = self._behind_number(start, head_of(draft))
        start += is_itself(self.words, start) and start < head_of(draft)
        forms = self.words.form
        commas = (i for i in range(head_of(draft) + 1, end - 1) if forms[i] == "," and forms[i + 1].islower())
        comma = next(commas, end)
        return (start, comma) if self.words.pos[head_of(draft)] == "PROPN" else (start, end)

    def _behind_number(self, start: int, head: int) -> int:
        """«|Семь| воспитанников — мальчики — рассказали», «|трое её| соседей»: where they begin behind how many they are."""
        words, many = self.words, self.words.feat(head, "Number") == "Plur"
        if not many or start >= head or not (words.pos[start] == "NUM" or words.form[start].isdigit()):
            return start
        return start + 1 + (start + 1 < head and words.lower[start + 1] in THEIRS)


def _any_firm() -> frozenset[str]:
    """«компания», «организация»: nouns for a body that has been named; a medium's is no such one."""
    return word_list("any_body") - word_list("medium_nouns")


def _nominative(adjective: str, *, plural: bool, feminine: bool) -> str:
    """«близкий» → «близкие», «близкая»."""
    stem = adjective[:-2]
    soft = adjective.endswith("ий")
    return stem + ("ие" if soft else "ые") if plural else f"{stem}ая" if feminine else adjective


def _agrees(words: Words, i: int, possessive: str) -> bool:
    """Whether a noun may be what «её», «его» or «их» means."""
    if words.feat(i, "Number") == "Plur":
        return possessive == "их"
    return possessive == ("ее" if words.feat(i, "Gender") == "Fem" else "его")


def _longer(name: str, known: str) -> bool:
    """Whether a name goes on where the known one ends: «отец |погибших»|."""
    return name.lower().startswith(f"{known.lower()} ")


def _closes(part: list[str], whole: list[str]) -> bool:
    """Whether a name ends in these words, a number left out, or a long one has them anywhere: «Лула»."""
    words, size = whole[:-1] if whole[-1].strip("iv") == "" else whole, len(part)
    anywhere = any(words[i : i + size] == part for i in range(len(words) - size + 1))
    return words[-size:] == part or len(words) > size + 1 and anywhere
