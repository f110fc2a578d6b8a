"""Which names of organisations and places are one body's.

Names with one core and no two countries are one: «МИД России», «российский МИД», «МИД». An
acronym finds the full name that it abbreviates. A bare «МИД» in a text with two of them goes to
the one named last before it, or to that of the country named last; else it stays unresolved.
"""

from collections import defaultdict

from molva.contract import Kind
from molva.lexicon.folding import fold
from molva.speakers.bare_ministry import homes, is_named_later
from molva.speakers.bodies import MARKS, Body, body, initials, is_acronym
from molva.speakers.branches import Branch, branch, level
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.names import in_latin
from molva.speakers.owners import told_owners
from molva.speakers.places import place
from molva.words import Words

SPELT = 4  # mentions looked back for the name that an acronym in brackets spells
NEAR = 60  # mentions looked back for the body named last


def cluster(words: Words, chains: Chains) -> None:
    """Give every ORG and LOC link that is nobody's yet a chain."""
    table = Organisations(words, chains)
    links = [link for link in chains.links if link.label in ("ORG", "LOC") and link.chain is None]
    for link in links:
        link.normal += _owner_over_bracket(words, chains, link)
    named = [(link, table.read(link)) for link in links]
    for link, name in sorted(
        named,
        key=lambda pair: (
            table.tells_kind(pair[0]),
            not pair[1].place,
            -min(len(pair[1].core), 2),
            pair[0].start,
        ),
    ):
        table.place(link, name)


def _owner_over_bracket(words: Words, chains: Chains, link: Link) -> str:
    """«Центр связей (ЦС) |Минтранса|», «Служба охраны (СО) |Вестрии|»: whose body it is, behind its short name."""
    close = link.end + 2
    if link.label != "ORG" or words.form[link.end : close + 1 : 2] != ["(", ")"]:
        return ""
    owner = chains.at(close + 1) if is_acronym(words.form[link.end + 1]) else None
    if owner is None or owner.label not in ("ORG", "LOC") or owner.start != close + 1:
        return ""
    owned = words.feat(owner.head, "Case") == "Gen" and link.start <= words.head[owner.head] < close
    return " " + words.text[words.start[owner.start] : words.end[owner.end - 1]] if owned else ""


class Organisations:
    """The bodies of one document by the cores of their names and by their acronyms."""

    def __init__(self, words: Words, chains: Chains) -> None:
        self._words = words
        self._chains = chains
        self._by_core: dict[tuple[str, ...], list[Chain]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[tuple[str, ...], Chain]]] = defaultdict(list)
        self._places: dict[int, str] = {}
        self._by_rest: dict[tuple[str, ...], list[tuple[Branch, Chain]]] = defaultdict(list)
        self._acronyms: dict[str, Chain] = {}
        self._homes = homes(words)
        self._waiting: dict[str, Chain] = {}

    def read(self, link: Link) -> Body:
        """The name of a link taken apart; a country right after the name counts as part of it."""
        words = self._words
        forms, lemmas = words.form[link.start : link.end], words.lemma[link.start : link.end]
        if link.normal.isascii() and not "".join(forms).isascii():
            forms, lemmas = link.normal.split(), link.normal.lower().split()  # a Cyrillic «С» in «СNN»
        if len(lemmas) == 1 and " " not in link.normal:
            lemmas = [fold(link.normal)]  # «Росмоста», «Росмосте», whatever the tagger makes of each
        name = body(forms, lemmas)
        if name.core and not name.place and (where := self._place_beside(link)):
            name = Body(name.core, where, name.kinds)
        return name if name.core else Body((words.lower[link.head],), "", frozenset())

    def _place_beside(self, link: Link) -> str:
        """The country outside the name: «украинский МИД», «МИД | Украины»."""
        words, before, after = self._words, link.start - 1, self._chains.at(link.end)
        if link.label != "ORG":
            return ""
        if before >= 0 and words.pos[before] == "ADJ" and words.sent[before] == words.sent[link.start]:
            return place([words.lemma[before]])
        follows = after is not None and after.label == "LOC" and after.start == link.end
        if follows and after is not None and words.feat(after.head, "Case") == "Gen":
            return place(words.lemma[after.start : after.end])
        return ""

    def place(self, link: Link, name: Body) -> None:
        """Put a link into the chain of its body, or open one."""
        fitting = [
            chain
            for chain in self._by_core[name.core]
            if self._compatible(chain, name) and not self._is_of_another_country(link, name, chain)
        ]
        chain = self._alias(link) or self._choose(link, name, fitting)
        if chain is None and not fitting:
            chain = self._of_region(link) or self._by_acronym(link) or self._longer(name) or self._open(link)
        if chain is not None:
            self._enter(chain, link, name)

    def _compatible(self, chain: Chain, name: Body) -> bool:
        where = self._places.get(id(chain), "")
        return not where or not name.place or where == name.place

    def _is_of_another_country(self, link: Link, name: Body, chain: Chain) -> bool:
        """«|МВД| сообщило о краже. МВД Чили ищет вора»: the home country's, and not the one that comes up below."""
        where = self._places.get(id(chain), "")
        abroad = where not in self._homes
        return abroad and is_named_later(self._words, link, name, chain, where)

    def _choose(self, link: Link, name: Body, fitting: list[Chain]) -> Chain | None:
        """Of several bodies that a name fits: that of its place, the one named last near by, or that of the place told before."""
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        exact = [chain for chain in fitting if name.place and self._places.get(id(chain)) == name.place]
        if exact:
            return exact[0]
        before = self._chains.before(link.start, NEAR)
        return next((o.chain for o in before if o.chain in fitting), None) or self._of_place_before(
            link, fitting
        )

    def _of_place_before(self, link: Link, fitting: list[Chain]) -> Chain | None:
        """«Премьер Вестрии улетел, сообщил |МИД|», and below «вестрийский МИД» beside that of another country."""
        lemma = self._words.lemma
        named = (o for o in self._chains.before(link.start, NEAR) if o.label == "LOC")
        places = (place(lemma[o.start : o.end]) for o in named)
        of_place = {self._places[id(chain)]: chain for chain in fitting if id(chain) in self._places}
        return next((of_place[where] for where in places if where in of_place), None)

    def _by_acronym(self, link: Link) -> Chain | None:
        """«ЕСПЧ» after or before «Европейский суд по правам человека»."""
        form = self._words.form[link.head]
        if link.end - link.start == 1 and is_acronym(form):
            return self._acronyms.get(form.lower())
        cut = initials(self._words.lemma[link.start : link.end])
        waiting = next((self._waiting[short] for short in cut if short in self._waiting), None)
        return waiting or self._short_with_owner(link)

    def _short_with_owner(self, link: Link) -> Chain | None:
        """«ЦС Минтранса» after «Центр связей (ЦС) Минтранса»: the acronym, and the same owner behind it."""
        first, *rest = self._words.form[link.start : link.end]
        chain = self._acronyms.get(first.lower()) if rest and is_acronym(first) else None
        owner = fold(" " + " ".join(rest))
        return chain if chain is not None and any(owner in fold(o.normal) for o in chain.links) else None

    def _alias(self, link: Link) -> Chain | None:
        """A short name in brackets right after the full one: «Комиссия по ценным бумагам (SEC)».

        A place in brackets is where the other lies: «Быстринск (Заречная область)», «театр (Италия)».
        """
        words, before = self._words, link.start - 1
        if before < 1 or words.form[before] != "(" or words.form[link.end : link.end + 1] != [")"]:
            return None
        owner = self._chains.at(before - 1)
        if owner is None or owner.label not in ("ORG", "LOC") or owner.end != before:
            return None
        owner = self._spelt_out(link, owner) or owner
        return owner.chain if link.label == "ORG" or self._respelt(link, owner) else None

    def _spelt_out(self, link: Link, last: Link) -> Link | None:
        """«|Центр контроля вопросов|, связанных с набегами орды (ЦКВ)»: not the name right before the bracket, but whose letters these are."""
        words, short = self._words, fold(link.normal)
        if not is_acronym(words.form[link.head]) or self._begins(last, short):
            return None
        near = (
            o for o in self._chains.before(last.start, SPELT) if words.sent[o.start] == words.sent[link.start]
        )
        return next((o for o in near if o.label == "ORG" and self._begins(o, short)), None)

    def _begins(self, link: Link, short: str) -> bool:
        """Whether the letters of a name, or the first of them, are those of the acronym."""
        return any(
            letters.startswith(short) for letters in initials(self._words.lemma[link.start : link.end])
        )

    def _respelt(self, link: Link, owner: Link) -> bool:
        """«Объединённая республика |(ОР)|», «Киото |(Kyoto)|»: the letters of a place, or its own spelling."""
        short = initials(self._words.lemma[owner.start : owner.end])
        return fold(link.normal) in short or in_latin(link.normal) and not in_latin(owner.normal)

    def tells_kind(self, link: Link) -> bool:
        """«региональное управление МЧС»: a name that has to wait for that of the region."""
        own = self._branch(link)
        return own is not None and own.level != ""

    def _branch(self, link: Link) -> Branch | None:
        lemmas = self._words.lemma[link.start : link.end]
        return branch([lemma for lemma in lemmas if lemma not in MARKS]) if link.label == "ORG" else None

    def _of_region(self, link: Link) -> Chain | None:
        """«управление МЧС по региону» for the only «управление МЧС по Заречной области», or the one named last."""
        own = self._branch(link)
        if own is None or not own.level:
            return None
        fitting = [chain for other, chain in self._by_rest[own.rest] if own.may_be(other)]
        if len({id(chain) for chain in fitting}) == 1:
            return fitting[0]
        return next((o.chain for o in self._chains.before(link.start, NEAR) if o.chain in fitting), None)

    def _longer(self, name: Body) -> Chain | None:
        """«Комиссия» for the only «Комиссия по ценным бумагам и биржам»: a name cut short."""
        if len(name.core) == 1 and not name.kinds:
            return None
        longer = [
            chain
            for core, chain in self._by_first.get(name.core[0], ())
            if (set(core) > set(name.core) or set(core) < set(name.core)) and self._compatible(chain, name)
        ]
        return longer[0] if len({id(chain) for chain in longer}) == 1 else None

    def _open(self, link: Link) -> Chain:
        kind: Kind = "place" if link.label == "LOC" else "org"
        return self._chains.new(Chain(kind, named=True))

    def _enter(self, chain: Chain, link: Link, name: Body) -> None:
        """A mention goes to a chain, which is found by this name and its short forms from now on."""
        chain.add(link)
        if link.label == "ORG":
            chain.kind = "org"
        told = ({name.place, *name.core} - {""}) | level(self._words.lemma[link.start : link.end])
        chain.learn(name.kinds, told, told_owners(self._words, self._chains, link))
        if own := self._branch(link):
            self._by_rest[own.rest].append((own, chain))
        if name.place:
            self._places[id(chain)] = name.place
        if chain not in self._by_core[name.core]:
            self._by_core[name.core].append(chain)
            if len(name.core) > 1:
                self._by_first[name.core[0]].append((name.core, chain))
        form = self._words.form[link.head]
        if link.end - link.start == 1 and is_acronym(form):
            self._waiting.setdefault(form.lower(), chain)
        for short in initials(self._words.lemma[link.start : link.end]):
            self._acronyms.setdefault(short, chain)
