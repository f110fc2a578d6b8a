"""The name of an entity: the fullest that the text gives, in the nominative, without title.

«Анатолий Антонов» rather than «Антонов», «МИД России» rather than «МИД», «Европейский суд по
правам человека» rather than «ЕСПЧ». Who is never named is called by the fullest description.
"""

from collections import Counter
from functools import lru_cache

from molva.contract import NAME_LABELS
from molva.entities.branches import MISSIONS, SENT_TO
from molva.entities.genitive import genitive_name
from molva.entities.normal import nominative_phrase
from molva.entities.parts import name_parts
from molva.lexicon.folding import fold
from molva.lexicon.nouns import bodies, roles
from molva.speakers.bodies import initials, proper
from molva.speakers.branches import branch
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.names import fullness, in_order, plain, read, sex
from molva.speakers.of_place import generic_place, place_of
from molva.speakers.owners import owned_by, owner_of
from molva.speakers.places import country, trailing_place
from molva.speakers.pronouns import THE_SPEAKERS, THEIRS
from molva.words import Words

_OFFICES = frozenset(("чиновник", "политик", "глава", "руководитель"))
_MARKS = frozenset('«»„“”"')
_POINTING = frozenset("этот тот данный такой".split())
_POSSESSIVES = THEIRS | THE_SPEAKERS
_DESCRIBING = "ведомство"  # a word of names that only describe: «Российское военное ведомство»


def described_normal(words: Words, link: Link) -> str:
    """The nominative of a description; a noun that only opens its sentence, or is «СЛУШАТЕЛЬ» of a label, is no proper name."""
    found = nominative_phrase(words, link.head, link.start, link.end)
    if link.end - link.start == 1 and found.isupper() and words.lower[link.head] in roles():
        return found.lower()
    lowers = link.start == link.head and words.form[link.head][1:].islower()
    lowers = lowers and not words.form[link.head][0].isascii()  # «|Telegram-канал| порта»
    return found[:1].lower() + found[1:] if lowers else found


def name_of(words: Words, chains: Chains, chain: Chain) -> str:
    """The fullest nominative name of a chain, or its fullest description."""
    names = [link for link in chain.links if link.label in NAME_LABELS]
    if names:
        telling = [n for n in names if not _only_tells_kind(words, n, names)] or names
        full = name_of_links(words, chain, telling)
        placed = chain.kind == "person" or _full_body(full)[1]
        return full if placed else _at_its_place(words, chains, names) or full
    described = [link for link in chain.links if link.label == "ROLE"] or chain.links
    broader = _broader_words(words, described)
    special = [link for link in described if fold(link.normal) not in broader] or described
    fullest = max(special, key=lambda link: _told_by(words, link))  # the first of those
    return described_by(words, chains, fullest)


def _at_its_place(words: Words, chains: Chains, names: list[Link]) -> str:
    """The name with that of the place whose kind alone the text tells: «Комитет |республики|»."""
    bodies = (link for link in names if link.label == "ORG")
    return next((name for link in bodies if (name := _of_named_place(words, chains, link))), "")


def _tells_kind(words: Words, link: Link) -> bool:
    """«региональное МВД» beside «МВД Карелии»: the kind of a region says less than its name."""
    of_region = branch(words.lemma[link.start : link.end]) if link.label == "ORG" else None
    return of_region is not None and of_region.level != ""


def _only_tells_kind(words: Words, link: Link, names: list[Link]) -> bool:
    """The same, unless the others are its own letters: «Союз рыбаков края» is more than «СРК»."""
    short = initials(words.lemma[link.start : link.end])
    return _tells_kind(words, link) and not any(fold(name.normal) in short for name in names)


def _told_by(words: Words, link: Link) -> int:
    """How many words tell who it is: «эта женщина», «своя жена» say no more than the noun alone."""
    return len(link.normal.split()) - (words.lemma[link.start] in _POINTING | THE_SPEAKERS)


def _broader_words(words: Words, described: list[Link]) -> set[str]:
    """«надзорное ведомство» beside «прокуратура»: more general words for the bodies described, however many words they have."""
    nouns = (bodies().get(lemma) for lemma in {words.lemma[link.head] for link in described})
    return {word for noun in nouns if noun is not None for word in noun.broader if word != noun.name}


def name_of_links(words: Words, chain: Chain, names: list[Link]) -> str:
    """The fullest of the names that a chain is called by; of two spellings the usual one.

    «Джон Вэйкман», once «Джон Вейкман», and «Вэйкман» ever after.
    """
    spelled = [_spelling(words, link) for link in names]
    if spelled.count(spelled[0]) == len(spelled):
        return spelled[0]
    spellings = Counter(spelled)
    full = _full_person if chain.kind == "person" else _full_body
    last = Counter(name.split()[-1] for name in spellings.elements() if name)
    return max(
        spellings, key=lambda name: (full(name), last[name.split()[-1]] if name else 0, spellings[name])
    )


def _full_person(name: str) -> tuple[bool, bool, bool, int]:
    """Cyrillic before Latin and Russian before other Cyrillic letters, then by the parts that are given.

    «Оливер Иванович» says more than «Иванович», though it looks like a patronymic there; in «бен Саид» no given name is told.
    """
    cyrillic = {letter for letter in fold(name) if "\u0400" <= letter <= "\u04ff"}
    russian = all("а" <= letter <= "я" for letter in cyrillic)
    parts = read(name) if name[:1].islower() else name_parts(name)
    return len(cyrillic) > 0, russian, " " in name, fullness(parts)


@lru_cache(20_000)
def _full_body(name: str) -> tuple[bool, int, int, int]:
    """«МИД России» before «Министерство иностранных дел»: a country says more than spelling out.

    Any name says more than «Российское военное ведомство».
    """
    words = name.split()
    owned = _before_where(words)
    placed = len(owned) > 1 and bool(trailing_place([fold(word) for word in owned])[0] or _country(owned))
    return _DESCRIBING not in name, int(placed), len(words), len(name)


def _before_where(words: list[str]) -> list[str]:
    """«посольство Чили |в Киеве|»: a mission's name as far as it tells whose that is."""
    where = next((i for i, word in enumerate(words) if word in SENT_TO), len(words))
    return words[:where] if where and fold(words[0]) in MISSIONS else words


def _country(words: list[str]) -> bool:
    return bool(country(fold(words[-1])))


def _spelling(words: Words, link: Link) -> str:
    """A body's name without its kind and without marks: газета «Вестник» → Вестник."""
    if link.label == "PER":
        return in_order(plain(link.normal))
    start, end = proper(words.form[link.start : link.end], words.lemma[link.start : link.end])
    if start == 0 and end == link.end - link.start:
        return _unmarked(words, link)
    first, last = words.start[link.start + start], words.end[link.start + end - 1]
    return words.text[first:last]


def _unmarked(words: Words, link: Link) -> str:
    """A whole name without the marks around it; of РИА «Новости» the normal form gives the own part alone."""
    name, spelled = link.normal, words.text[words.start[link.start] : words.end[link.end - 1]]
    if spelled.endswith((f"«{name}»", f'"{name}"')):
        name = spelled
    elif name.endswith("»") and name.count("«") == name.count("»") and name[0] != "«":
        return name
    if _MARKS.isdisjoint(name):
        return name
    return "".join(letter for letter in name if letter not in _MARKS)


def described_by(words: Words, chains: Chains, link: Link) -> str:
    """A description that can be read alone: who owns it, or what body it belongs to, by name.

    «её менеджер» → менеджер Норы Миллер, «спикер ведомства» → спикер Пентагона.
    """
    rest = link.normal.partition(" ")[2]
    if rest and words.lemma[link.start] in _POINTING:
        return rest
    own = rest if rest and words.lemma[link.start] in _POSSESSIVES else link.normal
    owner = owner_of(words, chains, link)
    if owner is not None and owner.named:
        return f"{own} {genitive_of(words, owner)}"
    if own is rest:
        return rest
    return _of_named_place(words, chains, link) or _with_body(words, chains, link)


def _of_named_place(words: Words, chains: Chains, link: Link) -> str:
    """«власти региона» → «власти Тарской области», «МЧС страны» → «МЧС Вестрии»; empty where the place is not known."""
    noun = generic_place(words, link)
    if noun is None or link.kind != "org":
        return ""
    where = place_of(words, chains, link, noun)
    whose = genitive_of(words, where) if isinstance(where, Chain) else where
    body = link.normal.removesuffix(words.text[words.start[noun] : words.end[noun]]).rstrip()
    return f"{body} {whose}" if whose else ""


def _with_body(words: Words, chains: Chains, link: Link) -> str:
    """A description with the name of the body that it belongs to: right behind its noun, or at the end."""
    body = owned_by(words, chains, link)
    if body is not None and link.head + 2 < link.end and words.pos[link.head + 2] == "ADP":
        noun = words.text[words.start[link.head + 1] : words.end[link.head + 1]]
        return _with_region(chains, link.normal.replace(noun, genitive_of(words, body), 1))
    inner = chains.at(link.end - 1)
    if inner is None or inner is link or inner.label != "ROLE" or inner.end != link.end:
        return link.normal
    if words.lemma[link.head] in (inner.chain.roles if inner.chain is not None else ()):
        return link.normal
    if words.lower[inner.start - 1] == "и":
        return link.normal  # «коллеги актёра и |режиссёра|»: the one who is both is told of already
    if "-" in words.lemma[inner.head]:
        return link.normal  # «представитель |компании-разработчика|»: what it does tells more
    if inner.start <= link.head or _in_office(words, inner) or words.pos[inner.start - 1] == "ADP":
        return link.normal  # «источник в ведомстве»: the name would have to stand in the locative
    whose = genitive_of(words, inner.chain)
    tail = words.text[words.start[inner.start] : words.end[inner.end - 1]]
    return link.normal.removesuffix(tail) + whose if whose and link.normal.endswith(tail) else link.normal


def _with_region(chains: Chains, name: str) -> str:
    """«управление МЧС по региону» → «… по Заречной области», where the text has but one; its cases look alike."""
    regions = {o.normal for o in chains.links if o.label == "LOC" and o.normal.endswith("ая область")}
    bare = name.removesuffix(" по региону")
    if bare == name or len(regions) != 1:
        return name
    return f"{bare} по {genitive_name(regions.pop(), person=False)}"


def _in_office(words: Words, inner: Link) -> bool:
    """«советник губернатора» stays so: an office says more than the name of who holds it."""
    noun = roles().get(words.lemma[inner.head])
    return noun is not None and bool(noun.broader & _OFFICES)


def genitive_of(words: Words, chain: Chain | None) -> str:
    """The name of somebody in the genitive, as the text itself has it somewhere, else by declension.

    A surname that no dictionary declines is taken from where the text does: «Смилян», «при аресте Смиляна».
    """
    names = [link for link in chain.links if link.label in NAME_LABELS] if chain is not None else []
    names = [link for link in names if _DESCRIBING not in link.normal] or names
    if chain is None or not names:
        return ""
    full = name_of_links(words, chain, names)
    gender = sex(full) or chain.gender
    told, surname = _told_genitive(words, names, full, gender)
    if told:
        return told
    found = genitive_name(full, person=chain.kind == "person", gender=gender)
    unknown = surname and chain.kind == "person" and found.split()[-1] == full.split()[-1]
    return " ".join([*found.split()[:-1], surname]) if unknown else found


def _told_genitive(words: Words, names: list[Link], full: str, gender: str) -> tuple[str, str]:
    """«при аресте |Олега Смиляна|», «дело |Смиляна|»: the whole name as the text has it in the genitive, or its surname.

    A form like the nominative proves nothing: the tagger takes many a «Ростех» for a genitive; and «военного
    ведомства Вестрии» is no form of «Минобороны Вестрии».
    """
    surname = ""
    for link in names:
        text = words.text[words.start[link.start] : words.end[link.end - 1]]
        whole = link.normal == full or text.split()[-1] == full.rsplit(maxsplit=1)[-1]
        declined = _is_genitive(words, link, gender) and text != link.normal
        if whole and (text.isascii() or text.isupper() or declined):
            return text, surname
        if declined and link.normal.split()[-1] == full.rsplit(maxsplit=1)[-1]:
            surname = surname or text.split()[-1]
    return "", surname


def _is_genitive(words: Words, link: Link, gender: str) -> bool:
    """Whether a name stands in the genitive, or in the accusative of a man, which looks like it."""
    case = words.feat(link.head, "Case")
    return case == "Gen" or case == "Acc" and gender == "Masc" and link.label == "PER"
