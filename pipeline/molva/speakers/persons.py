"""Which names of persons are one person's.

Full names come first and make the chains; names with initials, bare surnames and given names
then look for the one chain they fit. A bare «Иванов» that fits two people goes to the one named
last before it in the same paragraph; without such a neighbour it is nobody's.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from molva.entities.parts import NameParts
from molva.entities.people import is_given
from molva.lexicon.folding import fold
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.names import (
    VOWELS,
    agree,
    bare,
    frame,
    fullness,
    generation,
    in_latin,
    last_half,
    likely_sex,
    one_slip,
    one_sound,
    patronymic_stem,
    plain,
    read,
    sex,
    shortened,
    tokens,
    variants,
)
from molva.speakers.second_names import unite
from molva.words import Words

LONG = 7  # letters of a surname in which a slip is a slip and no other name
LONGEST = 3  # words of a usual name; a longer one is called by any of its words
NEAR = 40  # mentions looked back for the namesake named last


def cluster(words: Words, chains: Chains) -> None:
    """Give every PER link that is nobody's yet a chain, as far as the text allows."""
    _join_over_brackets(words, chains)
    People(words, chains).settle([link for link in chains.links if link.label == "PER" and not link.chain])
    unite(words, chains)
    for chain in chains.chains:
        chain.gender = chain.gender or likely_sex(link.normal for link in chain.links if link.label == "PER")


def _join_over_brackets(words: Words, chains: Chains) -> None:
    """«[президент Вестрии Владимир] Орехов»: a given name that an editor has put in belongs to the surname behind."""
    for link in [one for one in chains.links if one.label == "PER"]:
        if words.form[link.end : link.end + 1] != ["]"] or " " in link.normal or not is_given(link.normal):
            continue
        after = chains.at(link.end + 1) if link.end + 1 < len(words) else None
        if after is not None and after.label == "PER" and after.start == link.end + 1:
            surname = after.normal if " " not in after.normal else ""
            link.normal = after.normal = f"{link.normal} {surname}" if surname else after.normal


class People:
    """The persons of one document by the words of their names."""

    def __init__(self, words: Words, chains: Chains) -> None:
        self._words = words
        self._chains = chains
        self._spellings: dict[int, dict[str, NameParts]] = defaultdict(dict)
        self._genders: dict[int, str] = defaultdict(str)
        self._called: dict[int, set[str]] = defaultdict(set)  # surnames beside a given name
        self._by_surname: dict[str, list[Chain]] = defaultdict(list)
        self._by_slip: dict[str, set[str]] = defaultdict(set)
        self._by_frame: dict[str, set[str]] = defaultdict(set)
        self._by_given: dict[str, list[Chain]] = defaultdict(list)
        self._by_patronymic: dict[str, list[Chain]] = defaultdict(list)
        self._by_token: dict[str, list[Chain]] = defaultdict(list)
        self._by_half: dict[str, list[Chain]] = defaultdict(list)

    def settle(self, links: list[Link]) -> None:
        """Find the chains of ``links``: the fuller a name, the sooner its turn."""
        named = [(link, read(link.normal)) for link in links]
        borne = {patronymic_stem(name.patronymic) for _, name in named if name.surname} - {""}
        later = [pair for pair in named if _is_lone(pair[1]) and patronymic_stem(pair[1].surname) in borne]
        sooner = [pair for pair in named if pair not in later]
        for link, name in sorted(sooner, key=lambda pair: (-fullness(pair[1]), pair[0].start)):
            self._place(link, name)
        for link, name in later:
            self._place_by_patronymic(link, name)

    def _place_by_patronymic(self, link: Link, name: NameParts) -> None:
        """«Петрович», «Михалыч» for the only one of that patronymic, unless somebody bears it as his surname."""
        alike = self._by_patronymic[patronymic_stem(name.surname)]
        if len(alike) != 1 or self._by_surname[bare(name.surname)]:
            self._place(link, name)
            return
        alike[0].add(link)

    def _place(self, link: Link, name: NameParts) -> None:
        """Give the mention of a person to the one it fits, or to somebody new; to nobody where it fits several alike."""
        if (alias := self._alias(link)) is not None:
            alias.add(link)
            self._enter(alias, link.normal, name)
            return
        if not name.given and self._declines(link):
            link.gender = "Masc"  # «яхта Бута» is not Алла Бут's, if the text has another
        name = self._by_known_surname(name)
        fitting = self._by_gender(link, self._fitting(link, name))
        if not fitting and name.given and not name.surname:
            # «Вайс» of Бернд Вайс: what looks like a given name may be a surname
            name = NameParts(surname=name.given)
            fitting = self._by_gender(link, self._fitting(link, name))
        misspelt = not fitting and not name.initials
        fitting = self._misspelt(link, name) if misspelt else fitting
        fitting = self._by_generation(link, fitting)
        chain = fitting[0] if len(fitting) == 1 else self._nearest(link, fitting)
        if chain is None and not fitting:
            chain = self._chains.new(Chain(link.kind, named=True))
        if chain is not None:
            # «Собяинин» is no name that others have to fit
            self._give(chain, link, name, spelt=bool(name.given) or not (misspelt and fitting))

    def _by_known_surname(self, name: NameParts) -> NameParts:
        """«Павел» is rather Пётр Павел than a Павел Иванов, «Иванович» Оливер Иванович: a surname that the text has told."""
        if name.given and not name.surname and self._by_surname[fold(name.given)]:
            name = NameParts(surname=name.given)
        if name.patronymic and not name.surname and self._by_surname[fold(name.patronymic)]:
            name = replace(name, patronymic="", surname=name.patronymic)
        return name

    def _give(self, chain: Chain, link: Link, name: NameParts, *, spelt: bool) -> None:
        """Add a mention to somebody, and its name to those he bears; «Фетхулла», for «Фетхуллу Орехова», is a man."""
        chain.add(link)
        if spelt:
            self._enter(chain, link.normal, name)
        if name.given and self._declines(link) and not self._genders[id(chain)]:
            self._genders[id(chain)] = chain.gender = "Masc"

    def _alias(self, link: Link) -> Chain | None:
        """The original spelling in brackets: Бен Кон (Ben Kohn)."""
        before = link.start - 1
        if before < 1 or self._words.form[before] != "(" or not self._words.form[link.start].isascii():
            return None
        owner = self._chains.at(before - 1)
        return owner.chain if owner is not None and owner.label == "PER" and owner.end == before else None

    def _fitting(self, link: Link, name: NameParts) -> list[Chain]:
        """The chains whose name may be this one, by the strictest comparison that finds any."""
        for found in self._lookups(name):
            fitting = [chain for chain in found if self._agrees(chain, link, name)]
            if fitting:
                return fitting
        return self._inside(link) or self._by_initials(name)

    def _inside(self, link: Link) -> list[Chain]:
        """«Тайип Эргин» of Реджеп Тайип Эргин, «Чон Иль» of Ким Чон Иль: some words of a longer name.

        The longer one may come later: «Мигель Орехо», then «Мигель Рамон Орехо Руис».
        """
        words = tokens(plain(link.normal))
        if len(words) < 2:
            return []
        rarer = sorted((self._by_token[word] for word in words), key=len)[
            :-1
        ]  # two words of a name are shared
        near = {id(chain): chain for chains in rarer for chain in chains}
        return [
            chain
            for key, chain in near.items()
            if any(_shortened(words, tokens(plain(full))) for full in self._spellings[key])
        ]

    def _by_initials(self, name: NameParts) -> list[Chain]:
        """«Андрей Семёнович» for the only «А. С. Рыбаков», of whom the text gives no more."""
        if not name.given or not name.patronymic or name.surname:
            return []
        short = (fold(name.given)[0], fold(name.patronymic)[0])
        found = [
            chain
            for chain in self._chains.chains
            if (known := self._spellings.get(id(chain)))
            and all(
                tuple(map(fold, other.initials)) == short and agree(other, name) for other in known.values()
            )
        ]
        return found if len(found) == 1 else []

    def _misspelt(self, link: Link, name: NameParts) -> list[Chain]:
        """«Собяинин» for the only Сергей Собянин: one slip inside a long surname that is no other's.

        Or another spelling of a foreign one: «Писсаридис», «Писсаридес». With a given name it must be
        the same: «Эд Гонсалес», «Эд Гонзалес».
        """
        word = fold(name.surname)
        slips = shortened(word) if len(word) >= LONG else ()
        close = {known for slip in slips for known in self._by_slip.get(slip, ()) if one_slip(word, known)}
        close |= {known for known in self._by_frame[frame(word)] if one_sound(word, known)}
        found = {id(chain): chain for known in close for chain in self._by_surname[known]}
        alike = [chain for chain in found.values() if self._agrees(chain, link, replace(name, surname=""))]
        return alike if len(found) == 1 else []

    def _lookups(self, name: NameParts) -> Iterator[Sequence[Chain]]:
        """Those whom a name may mean, in ever wider circles."""
        if name.surname:
            yield self._by_surname[bare(name.surname)]
        if not name.surname or not name.given:
            lone = fold(name.surname or name.given)
            if not lone.strip():
                return  # initials alone: «Н. Д.»
            yield self._by_given[lone]  # «Алексей» of Алексей Русаков; «Мартин» taken for a surname
            yield [chain for one in sorted(variants(lone)) for chain in self._by_given[one]]  # «Лёша»
            yield self._by_token[lone]  # «Лула» of Луис Инасиу Лула да Силва
            yield self._by_half[lone]  # «Вольф» of Хельга Штейн-Вольф
            yield self._by_token[lone.split()[-1]]  # «Ляйен», «дер Ляйен» of Урсула фон дер Ляйен

    def _agrees(self, chain: Chain, link: Link, name: NameParts) -> bool:
        """Whether a name, by its gender too, fits all that somebody is called."""
        lone = not name.given and not name.gender
        if lone and link.gender and link.gender != (self._genders[id(chain)] or link.gender):
            return False  # «сказала Бут» is not Виктор Бут
        spellings = self._spellings[id(chain)].items()
        if name.given and any(_is_the_other(link.normal, full) for full, known in spellings if known.given):
            return False
        gender = chain.gender or likely_sex(full for full, _ in spellings)
        if lone and gender == "Fem" and self._declines(link):
            return False  # «адвокат Бута» is not Алла Бут's
        alike = [(full, other) for full, other in spellings if in_latin(full) == in_latin(link.normal)]
        alone = not name.given and not name.initials
        called = alone and bare(name.surname) in self._called[id(chain)]
        return called or all(
            agree(other, _as_borne(name, other)) or _word_of(name, full) for full, other in alike
        )

    def _declines(self, link: Link) -> bool:
        """Whether a surname in a consonant stands in an oblique case, as only a man's does."""
        word, surname = self._words.lower[link.end - 1], fold(link.normal).split()[-1]
        return word != surname and word.startswith(surname) and surname[-1] not in VOWELS

    @staticmethod
    def _by_gender(link: Link, fitting: list[Chain]) -> list[Chain]:
        """Of several namesakes, those of the gender that the verb shows."""
        alike = [chain for chain in fitting if link.gender and chain.gender == link.gender]
        return alike if len(fitting) > 1 and alike else fitting

    def _by_generation(self, link: Link, fitting: list[Chain]) -> list[Chain]:
        """Of «Джон Гринвуд» and «Джон Гринвуд-младший» whom a bare «Гринвуд», or «Гринвуд-младший», tells."""
        own = generation(link.normal)
        alike = [c for c in fitting if any(generation(full) == own for full in self._spellings[id(c)])]
        return alike if len(fitting) > 1 and alike else fitting

    def _nearest(self, link: Link, fitting: list[Chain]) -> Chain | None:
        """Of several, the one named last before the link in its own paragraph.

        «Стояли Олег Мухин и Семён Мухин. Мухин возразил»: both in one sentence are a tie.
        """
        last: Link | None = None
        for other in self._chains.before(link.start, NEAR):
            if self._words.par[other.head] != self._words.par[link.head]:
                break
            if other.chain not in fitting:
                continue
            if last is None:
                last = other
            elif (
                other.chain is not last.chain and self._words.sent[other.head] == self._words.sent[last.head]
            ):
                return None
        return last.chain if last is not None else None

    def _enter(self, chain: Chain, spelling: str, name: NameParts) -> None:
        """Somebody is found by this name, and by each of its parts, from now on."""
        if name.gender and (name.given or not is_given(name.surname)):
            self._genders[id(chain)] = self._genders[id(chain)] or sex(spelling)
        chain.gender = chain.gender or name.gender
        known = self._spellings[id(chain)]
        if name.given and name.surname:
            self._called[id(chain)].add(bare(name.surname))
            _add(self._by_surname, bare(name.surname), chain)
            _add(self._by_half, last_half(name.surname), chain)
        if spelling in known or any(_run(tokens(plain(spelling)), tokens(plain(full))) for full in known):
            return
        self._spellings[id(chain)][spelling] = name
        _add(self._by_surname, bare(name.surname), chain)
        for slip in shortened(bare(name.surname)):
            self._by_slip[slip].add(bare(name.surname))
        self._by_frame[frame(bare(name.surname))].add(bare(name.surname))
        _add(self._by_given, fold(name.given), chain)
        _add(self._by_patronymic, patronymic_stem(name.patronymic), chain)
        for token in tokens(plain(spelling)):
            _add(self._by_token, token, chain)


def _is_lone(name: NameParts) -> bool:
    """A bare word that is read as a surname."""
    return bool(name.surname) and not name.given and not name.initials


def _is_the_other(name: str, full: str) -> bool:
    """«Джон Гринвуд-|младший|» of Джон Гринвуд and of Джон Гринвуд-старший: father and son bear one name."""
    return generation(name) != generation(full)


def _as_borne(name: NameParts, full: NameParts) -> NameParts:
    """«Гальперин» as Симона Гальперин bears it: of the very surname of a full name the ending tells no gender."""
    bare_one = name.surname and not name.given and not name.initials
    borne = bare_one and full.given and fold(name.surname) == fold(full.surname)
    return replace(name, gender="") if borne else name


def _word_of(name: NameParts, full: str) -> bool:
    """«Лула» of Луис Инасиу Лула да Силва: a lone word from the middle of a long name.

    Also «Родригес» of Исабель Родригес Гарсия, the first of two surnames; no patronymic, no given name.
    """
    words, word = tokens(plain(full)), fold(name.surname)
    if name.given or name.initials or word not in words:
        return False
    surnames = len(words) == LONGEST and word == words[1] and not read(full).patronymic
    return len(words) > LONGEST or surnames and not is_given(word)


def _shortened(words: list[str], known: list[str]) -> bool:
    """Whether one name is the other one cut short: a run of its words, or some of them from its first on."""
    part, whole = sorted((words, known), key=len)
    if len(part) < 2 or part == whole:
        return False
    rest = iter(whole)
    return _run(part, whole) or part[0] == whole[0] and all(word in rest for word in part)


def _run(part: list[str], whole: list[str]) -> bool:
    """Whether the words of a part stand side by side in a longer name."""
    size = len(part)
    return size < len(whole) and any(whole[i : i + size] == part for i in range(len(whole) - size + 1))


def _add(table: dict[str, list[Chain]], key: str, chain: Chain) -> None:
    if key and chain not in table[key]:
        table[key].append(chain)
