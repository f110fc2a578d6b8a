"""What is a medium: by its name («ТАСС»), by its kind («газета «Вестник»»), by what it does («передаёт X»)."""

from functools import cache, lru_cache

from molva.entities.normal import normal_text
from molva.entities.phrases import is_oblique
from molva.lexicon.analyses import is_known
from molva.lexicon.folding import fold
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.speakers.names import in_latin
from molva.tokens.marks import MARKS

RELAYING = frozenset({"передавать", "передать", "писать", "цитировать", "процитировать", "написать"})
PASSING = RELAYING | {"сообщать"}  # «…, сообщает Reuters», a medium that nobody has listed
PRESS = frozenset({"сми", "пресса", "масс-медиа"})  # all media, and none by name
# «(|цитата| по «Бакену»)»; «(цитаты подобрал Зуев)» cites nothing
CITATION = frozenset({"цитата", "цит", "цитирую"})
LONG_WORD = 6  # letters of a word for a newspaper that another word may be glued to: «Abendkurier»
LONGEST = 6  # words of a name in marks
ZONES = frozenset({"Ru", "RU", "Com", "Ру"})  # of an address on the net, as it is written in a name
OPENING = 2  # letters of a name that no case changes
SHORT_WORD = 4  # letters of a word that may lose its vowel
LONGEST_INFLECTED = 3  # words of a name that is looked up in the nominative
OF_STATE = ("мин", "рос", "гос")  # what the names of ministries and agencies in one word begin with
AGENCIES = frozenset({"ИА", "РИА"})
DATIVE = ("у", "ю", "е", "ам", "ям")  # its endings
OBLIQUE = (*DATIVE, "ой", "ей")  # the same of adjectives, which may be a genitive as well
BODILESS = frozenset({"риа", "иа", "тк", "трк", "радио"})


def is_medium(scene: Scene, start: int, end: int) -> bool:
    """Whether a noun phrase names a medium: «ТАСС», «газета «Вестник»», «телеканал Al Jazeera»."""
    kept = [i for i in range(start, end) if scene.words.form[i] not in MARKS]
    if not kept:
        return False
    agency = len(kept) > 1 and scene.words.form[kept[0]] in AGENCIES  # «ИА «Бакен»», «РИА Bakan»
    named = _foreign_paper(scene, kept) or _paper_of_a_town(scene, kept)
    return agency or named or _listed(scene, kept) or _by_kind(scene, start, end)


def _paper_of_a_town(scene: Scene, kept: list[int]) -> bool:
    """««Вечерняя Ялуга»», ««Заречная правда»»: two words that fill their marks, the second a word for a newspaper, or the first «вечерний»."""
    words, papers = scene.words, word_list("papers_of_towns")
    filled = len(kept) == 2 and scene.opens.get(kept[0] - 1) == kept[1] + 1
    if not filled or not words.form[kept[0]][:1].isupper():
        return False
    evening = words.lemma[kept[0]] == "вечерний" and words.form[kept[1]][:1].isupper()
    return evening or words.lemma[kept[1]] in papers and words.pos[kept[0]] in {"ADJ", "PROPN"}


def _foreign_paper(scene: Scene, kept: list[int]) -> bool:
    """«Hafener Bote», «Nordic Times», «Abendkurier»: a name in Latin letters with a word for a newspaper in it.

    «Times» alone may be anything.
    """
    forms, papers = [scene.words.form[i] for i in kept], word_list("latin_papers")
    if not all(in_latin(form) for form in forms) or not any(form[0].isupper() for form in forms):
        return False
    if len(forms) == 1:
        lower = forms[0].lower()
        return any(lower.endswith(paper) and lower != paper for paper in papers if len(paper) >= LONG_WORD)
    return any(form.lower() in papers for form in forms)


def is_listed(scene: Scene, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` are a name of the list, in whatever case: «Викиновостям»."""
    kept = [i for i in range(start, end) if scene.words.form[i] not in MARKS]
    return bool(kept) and _listed(scene, kept)


def _listed(scene: Scene, kept: list[int]) -> bool:
    """A name of the list, alone or at the end of the phrase: «немецкая газета Bild»; or a section of it."""
    words = scene.words
    if len(kept) == 1 and _are_people(scene, kept[0]):
        return False
    forms, lemmas = tuple(words.form[i] for i in kept), tuple(words.lemma[i] for i in kept)
    return _is_name(forms, lemmas) or scene.opens.get(kept[0] - 1) == kept[-1] + 1 and _is_section(forms)


def _are_people(scene: Scene, i: int) -> bool:
    """«|Эксперты| рассказали о беде»: the capital is the sentence's, and out of marks no paper is called so."""
    begins = scene.sentence(i)[0] == i
    return begins and scene.words.lemma[i] in word_list("finders") and i - 1 not in scene.opens


def _is_section(forms: tuple[str, ...]) -> bool:
    """««РБК |Спорт|»», ««РИА Новости |Крым|»»: in marks a name of the list that shows no case, and what it is told apart by."""
    abbreviated = len(forms[0]) > 1 and (forms[0].isupper() or forms[0].isascii())
    return (
        abbreviated
        and all(form[:1].isupper() for form in forms)
        and any(fold(" ".join(forms[:size])) in word_list("media") for size in range(1, len(forms)))
    )


@lru_cache(20_000)
def _is_name(forms: tuple[str, ...], lemmas: tuple[str, ...]) -> bool:
    """Whether words end in a name of the lexicon, as written, as lemmas, or in the nominative."""
    names, lowers = word_list("media"), [fold(form) for form in forms]
    for first, lower in enumerate(lowers):
        if first and first == len(forms) - 1 and len(lower) <= 3:
            return False
        if first == len(forms) - 1 and forms[first].islower() and not forms[first].isascii():
            continue  # «эксперты», «новости»: without its capital a single word is no name
        if " ".join(lowers[first:]) in names or " ".join(lemmas[first:]) in names:
            return True
        if "".join(lowers[first:]) in names:
            return True  # «Lenta.ru» in three words
    # «Викиновостям», «службе «Голоса Америки»»: a name of no more than three words, the first with a capital
    begins = (i for i, form in enumerate(forms) if form[:1].isupper() and len(forms) - i <= LONGEST_INFLECTED)
    return any(
        fold(normal_text(" ".join(forms[i:]), "ORG")) in names for i in begins if _may_open_name(lowers[i])
    )


def _may_open_name(lower: str) -> bool:
    """Whether a name of the list may begin with a word in some case: its first two letters stay, but for «День», «Дня»."""
    return len(lower) <= SHORT_WORD or lower[:OPENING] in _openings()


@cache
def _openings() -> frozenset[str]:
    return frozenset(name[:OPENING] for name in word_list("media"))


def _by_kind(scene: Scene, start: int, end: int) -> bool:
    """A kind of medium and a name after it: «портал Relovo», «агентство «Невод»»."""
    words = scene.words
    kind = next((i for i in range(start, min(end, start + 3)) if is_kind(scene, i)), None)
    if kind is None or kind + 1 >= end:
        return False
    if words.feat(kind, "Number") == "Plur" and not has_one_name(scene, kind):
        return False
    return any(
        words.pos[i] in {"PROPN", "X"} or words.ent[i] or i in scene.opens for i in range(kind + 1, end)
    )


def has_one_name(scene: Scene, kind: int) -> bool:
    """«рассказали |радиостанции «Волна»| в порту»: behind a seeming plural one name in marks, so that it is a dative.

    «Радиостанции «Волна» и «Берег»» are two, and «ресурсы «Волны»» are what it has.
    """
    close = scene.opens.get(kind + 1) if scene.words.lemma[kind].endswith("ия") else None
    return close is not None and scene.lower(close + 1) not in {"и", ","}


def is_kind(scene: Scene, i: int) -> bool:
    """«агентство», «газета», «телеканал»."""
    return scene.words.lemma[i] in word_list("medium_nouns")


def is_channel_of(scene: Scene, i: int) -> bool:
    """«рассказал |YouTube-каналу| Петра Лоцмана»: a channel that is called after who keeps it."""
    words, owner = scene.words, i + 1
    owned = words.ent[owner : owner + 1] == ["PER"] and words.feat(owner, "Case") == "Gen"
    return owned and words.lemma[i].endswith("-канал") and is_kind(scene, i)


def is_named_body(scene: Scene, i: int) -> bool:
    """A name that may be a medium's: an organisation or a name in marks, and no known body."""
    words = scene.words
    inner = i + 1 if i in scene.opens else i
    if words.lower[inner] in PRESS or words.lemma[inner] in word_list("networks"):
        return False
    if inner == i and words.lower[i].startswith(OF_STATE) and words.form[i][1:].islower():
        return False  # «Минтранс», «Росавиация»; a paper of such a name stands in marks
    return (words.ent[inner] == "ORG" or i in scene.opens) and words.lemma[inner] not in word_list("bodies")


def passes_on(scene: Scene, source: Stretch | None, verb: int | None) -> bool:
    """«Об этом сообщает «Бакен»», «Как пишет Bakannews, …»: a medium, or a name that reports in the present."""
    if source is None:
        return False
    first = source[0]
    marked = first in scene.opens and is_named_body(scene, first)
    written = is_foreign(scene, first) or first + 1 < source[1] and glued(scene, first + 1)
    present = verb is not None and scene.words.feat(verb, "Tense") == "Pres"
    return is_medium(scene, *source) or (marked or written) and present


def behind_newsman(scene: Scene, source: Stretch) -> Stretch:
    """«передаёт |корреспондент «Бакена»|»: the paper that he writes for; any other source as it is."""
    if scene.words.lemma[source[0]] not in word_list("reporters"):
        return source
    name = name_at(scene, source[0] + 1, source[1])
    named = name and (is_named_body(scene, name[0]) or is_foreign(scene, name[0]))
    return name if name and named else source


def is_nameless_newsman(scene: Scene, source: Stretch) -> bool:
    """«передаёт |наш корреспондент|»: of which paper he is, the text does not tell."""
    reporter = any(scene.words.lemma[i] in word_list("reporters") for i in range(*source))
    return reporter and source[1] - source[0] <= 2 and not any(scene.words.ent[i] for i in range(*source))


def is_foreign(scene: Scene, i: int) -> bool:
    """A name in Latin letters that is no person's and no place's: «Sud Ouest», «vc.ru», «R7»; or with a number: «Осинск24»."""
    words = scene.words
    if words.lower[i] in word_list("networks"):
        return False
    if words.ent[i] == "ORG" and glued(scene, i + 1) and words.form[i + 1].isdigit():
        return words.form[i].isalpha()
    numbered = words.form[i].isupper() and glued(scene, i + 1)
    named = words.ent[i] == "ORG" or not words.ent[i] and (words.pos[i] in {"PROPN", "X"} or numbered)
    return named and words.form[i].isascii() and words.form[i][:1].isalpha()


def in_dative(scene: Scene, start: int, end: int) -> bool:
    """Whether a name stands in the dative, if need be by its ending: «Портовому листку», «Медузе»."""
    words = scene.words
    kept = [i for i in range(start, end) if words.form[i] not in MARKS and words.form[i][-1:].isalpha()]
    if any(words.feat(i, "Case") == "Dat" for i in kept):
        return True
    if not kept or words.feat(kept[0], "Case") in {"Gen", "Acc", "Ins"}:
        return False
    first = kept[0]
    if words.pos[first] == "ADJ" and words.lower[first].endswith(("ые", "ие")):
        return False  # «сказал сотрудник группы «Точные измерения»»
    return words.lower[first] != words.lemma[first] and words.lower[first].endswith(DATIVE)


def is_dative_only(scene: Scene, mark: int) -> bool:
    """««Бакену»», ««Осинским известиям»», ««Голосу порта»»: whether a name in marks can stand in no other case.

    ««Помощь людям»» begins with its nominative, and ««Новой сцены»» may have an owner.
    """
    forms = [form for form in scene.words.form[mark + 1 : scene.opens[mark]] if form not in MARKS]
    if not forms or not forms[-1][-1:].isalpha():
        return False
    told = forms[-1] if is_oblique(forms) else forms[0] if is_oblique(forms[:1]) else ""
    unknown = len(forms) == 1 and forms[0].endswith(("у", "ю")) and not is_known(forms[0].lower())
    return told.endswith(DATIVE) or unknown


def ends_oblique(scene: Scene, start: int, end: int) -> bool:
    """Whether a name may be a dative where only one fits, by its endings and no nominative: «Набережной», «Новой сцене».

    A rare name in marks is given many cases, and of an adjective the dative may be its genitive.
    """
    words = scene.words
    kept = [i for i in range(start, end) if words.form[i] not in MARKS]
    if not kept or any(words.pos[i] == "ADP" or words.feat(i, "Case") == "Nom" for i in kept):
        return False
    first, last = words.lower[kept[0]], words.lower[kept[-1]]
    closes = OBLIQUE + ("и",) * (len(kept) > 1)  # «Сельской жизни»
    return first.endswith(OBLIQUE) and last.endswith(closes) and first != words.lemma[kept[0]]


def shows_no_case(scene: Scene, start: int, end: int) -> bool:
    """«ТАСС», «РИА Новости», «Би-би-си», «Sud Ouest», «Порт ТВ»: the form is the same in every case."""
    words = scene.words
    kept = [i for i in range(start, end) if words.form[i] not in MARKS]
    if not kept:
        return False
    form, last = words.form[kept[0]], words.form[kept[-1]]
    if last.isdigit() and glued(scene, kept[-1]):
        return True  # «Осинск24»
    abbreviated = last.isupper() and len(last) > 1
    return form.isascii() or abbreviated or form.isupper() or form.lower().endswith(("и", "о", "ю"))


def name_at(scene: Scene, start: int, end: int) -> Stretch | None:
    """The medium's name that begins at ``start``, its kind included: one entity or one pair of marks."""
    words, i = scene.words, start
    while i < end and words.pos[i] in {"NOUN", "ADJ"} and not words.ent[i] and i not in scene.opens:
        if is_foreign(scene, i):
            break  # «R7» is a noun for the tagger
        i += 1
    if i >= end:
        return None
    if i in scene.opens:
        kind = i > start and is_kind(scene, i - 1)
        return (start, scene.opens[i] + 1) if _holds_name(scene, i, kind=kind) else None
    numbered = (words.form[i].isdigit() or words.form[i].isupper()) and glued(scene, i + 1)
    if not words.ent[i] and words.pos[i] not in {"PROPN", "X"} and not numbered:
        return None
    return start, _name_end(scene, i, end)


def name_ends(scene: Scene, i: int) -> bool:
    """Whether a name ends right before word ``i``: an organisation's, one in marks, one in Latin letters."""
    return i > 0 and (scene.words.ent[i - 1] == "ORG" or i - 1 in scene.closes or is_foreign(scene, i - 1))


def _holds_name(scene: Scene, mark: int, *, kind: bool = False) -> bool:
    """Whether marks hold a name and no words that somebody said: «Портовый листок», «Дождь».

    Behind its ``kind`` a name may have a verb in it: «радиостанция «Говорит Приречье»».
    """
    close = scene.opens[mark]
    short = 1 < close - mark <= LONGEST and not scene.words.form[mark + 1][:1].islower()
    return short and (kind or not scene.has_predicate(mark + 1, close))


def _name_end(scene: Scene, i: int, end: int) -> int:
    """Where the name that begins at ``i`` ends: «РИА «Залив»», «Scoop.co.nz», «Sud Ouest»."""
    words, label, stop = scene.words, scene.words.ent[i], i + 1
    while stop < end and label and words.ent[stop] == label and words.doc[words.index[stop]].ent_iob_ == "I":
        stop += 1
    while stop < end and not label and is_foreign(scene, i) and is_foreign(scene, stop):
        stop += 1
    while stop < end and (in_address(scene, stop) or glued(scene, stop)):
        stop += 1
    if stop < end and stop in scene.opens and words.lower[stop - 1] in BODILESS:
        return scene.opens[stop] + 1
    if stop < end and i < scene.closes.get(stop, i) < stop:
        return stop + 1  # «ИА "Бакен|"|», of which the mark has been left out
    return stop


def is_address(form: str) -> bool:
    """An address on the net in one word: «74.ru», «vc.ru»."""
    name, point, zone = form.rpartition(".")
    return bool(name) and bool(point) and zone.isalpha() and zone.islower() and form.isascii()


def in_address(scene: Scene, i: int) -> bool:
    """Whether a word is a further piece of an address on the net: «.ru», and what is glued to the point."""
    words = scene.words
    if words.end[i - 1] != words.start[i]:
        return False
    zone = i + 1 if words.form[i] == "." else i
    if zone >= len(words) or words.form[zone - 1] != "." or words.start[zone] != words.end[zone - 1]:
        return False
    form = words.form[zone]
    capitals = len(form) > 1 and form.isupper() and form.isalpha()  # «STVOR.WS»; «в полиции.ТАСС» is signed
    return form.islower() or form in ZONES or capitals and words.lower[zone] not in word_list("media")


def glued(scene: Scene, i: int) -> bool:
    """«V|1|», «24|chas|»: whether a word goes on with letters or digits where the one before it ends."""
    words = scene.words
    if not 0 < i < len(words) or words.end[i - 1] != words.start[i]:
        return False
    return words.form[i].isalnum() and words.form[i - 1].isalnum()


def known_before(scene: Scene, i: int) -> Stretch | None:
    """«рассказали изданию»: the medium that the text has named last before word ``i``."""
    words = scene.words
    for start in range(i - 1, -1, -1):
        named = start in scene.opens or words.ent[start] == "ORG" or is_foreign(scene, start)
        if not named or words.doc[words.index[start]].ent_iob_ == "I":
            continue
        begin = start - 1 if start and is_kind(scene, start - 1) else start
        span = name_at(scene, begin, scene.sentence(start)[1])
        if span and span[1] <= i and (is_medium(scene, *span) or _has_reported(scene, span)):
            return span
    return None


def _has_reported(scene: Scene, span: Stretch) -> bool:
    """«Мост закрыт, сообщает |«Бакен»|»: a name in marks right behind a verb of passing on, and nothing behind it."""
    words, (start, end) = scene.words, span
    verb = scene.cues.get(start - 1)
    reports = verb is not None and words.feat(start - 1, "Tense") == "Pres" and verb.has("say", "relay")
    return reports and start in scene.opens and is_named_body(scene, start) and words.form[end] in {".", ","}
