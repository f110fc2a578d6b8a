"""Whether a noun can be the subject of a verb: by case, number and gender, and not by position."""

from molva.lexicon.lists import shared_list
from molva.lexicon.nouns import bodies
from molva.quotes.callings import is_press_office, stands_for_one
from molva.quotes.cues import FINITE, that_at
from molva.quotes.ends.other_shares import PARTS
from molva.quotes.kinds import FINDINGS, INFORMANTS, is_outcome, is_thing, speaking
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import AGENCIES
from molva.quotes.scene import Scene
from molva.quotes.sources.objects import is_urged
from molva.speakers.dependents import MONTHS
from molva.speakers.lexicon import groups
from molva.words import Words

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X", "NUM", "DET", "SYM"})
SPANS_OF_TIME = shared_list("spans_of_time") | {"год"}
# a surname so may be the nominative whatever the tagger takes it for
FEMININE = ("ова", "ева", "ина", "ына", "ая")
CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщ")
MUTE = frozenset({"что", "это", "который", "которая", "которые", "кто", "ничего", "то", "раз"})
ADDED = frozenset({"upd", "update", "апдейт", "дополнено", "обновлено"})  # «UPD: В мэрии сообщили, что …»
VOICES = INFORMANTS | FINDINGS | {"следствие", "сми"}  # heard far more often than spoken about
COUNTRIES = frozenset("страна государство держава республика регион область штат город".split())
OFFICIALS = frozenset({"лицо", "круг", "сила", "сторона"})  # «официальные лица»: people, by a thing's noun
ACTING = frozenset({"врио", "ио"})  # which the tagger takes for things
QUANTITIES = frozenset(
    "несколько много многие двое трое четверо ряд большинство меньшинство часть множество".split()
)


def is_subject(scene: Scene, i: int, verb: int) -> bool:
    """Whether a noun agrees with the verb, may be a nominative, can speak, and nothing governs it."""
    words = scene.words
    nominal = words.pos[i] in NOMINAL - {"NUM", "DET", "SYM"} or i > verb and stands_for_one(words, i)
    if not nominal or not agrees(scene, i, verb):
        return False
    if not (nominative(scene, i) or alike(scene, i, verb)):
        return False
    if not words.feat(i, "Case") and _hangs_on(scene, i):
        return False
    objections = (_has_its_verb, told_before, rated, done_in_a_place, is_urged)
    if any(is_so(scene, i, verb) for is_so in objections):
        return False
    return can_speak(scene, i, verb) and not _governed(scene, i)


def told_before(scene: Scene, child: int, verb: int) -> bool:
    """«считает, что |мяч| у Вестрии, и добавляет, что …»: a thing that a clause without a verb tells of does not report."""
    words = scene.words
    if child > verb or words.lower[verb - 1] not in {"и", "но"} or words.ent[child]:
        return False
    if words.feat(child, "Animacy") != "Inan" or words.pos[child] != "NOUN":
        return False
    opening = next((k for k in range(child - 1, max(child - 4, 1), -1) if words.lower[k] == "что"), None)
    if opening is None or words.form[opening - 1] != ",":
        return False
    return words.lower[verb + 1 : verb + 3] == [",", "что"] and not scene.has_predicate(child, verb)


def rated(scene: Scene, child: int, verb: int) -> bool:
    """«В мэрии |тарифы| назвали «обычными»», «такую погоду и |ливни| называют «весной»»: things before a verb that rates them.

    In the plural their nominative looks like their accusative; they are the verb's object where it has no other, nor a
    clause: «|Страны| считают, что мост нужен».
    """
    words, cue = scene.words, scene.cues.get(verb)
    things = words.pos[child] == "NOUN" and words.feat(child, "Animacy") == "Inan"
    if (
        cue is None
        or not cue.has("rate")
        or cue.form != FINITE
        or not things
        or child > verb
        or words.ent[child]
    ):
        return False
    if words.feat(child, "Number") != "Plur" or not words.is_active(verb) or that_at(words, verb + 1):
        return False
    lemma = words.lemma[child]
    speaks = lemma in VOICES or lemma in speaking() or lemma in bodies() or lemma in groups()
    return not speaks and not _rates_another(scene, child, verb)


def _rates_another(scene: Scene, child: int, verb: int) -> bool:
    """«Регионы назвали |меры| «излишними»», «страны назвали |его| «фикцией»»: the verb has an object besides."""
    words = scene.words
    objects = (c for c in words.children[verb] if c != child and c not in scene.opens)
    return any(words.feat(c, "Case") == "Acc" or words.dep[c] == "obj" for c in objects)


def done_in_a_place(scene: Scene, child: int, verb: int) -> bool:
    """«|Поставки рыбы| в мэрии осуждают»: things that a verb for many tells of, and right before it where the many are."""
    words, where = scene.words, verb - 1
    thing = words.feat(child, "Animacy") == "Inan" and words.feat(child, "Number") == "Plur"
    thing = thing and is_thing(words, child) and words.lemma[child] not in VOICES | OFFICIALS
    many = thing and words.feat(verb, "Number") == "Plur"
    return (
        many
        and child < where - 1
        and words.lower[where - 1] in {"в", "во"}
        and (names_body(words, where) or words.ent[where] == "LOC")
    )


def agrees(scene: Scene, noun: int, verb: int) -> bool:
    """Whether a noun can be the subject of a verb by number and gender."""
    words = scene.words
    if {words.feat(noun, "Person"), words.feat(verb, "Person")} in ({"1", "3"}, {"2", "3"}):
        return False  # «Узнав, что |я| из газеты, |просит|: …»
    number, gender = words.feat(verb, "Number"), words.feat(verb, "Gender")
    if number == "Sing" and gender in {"Masc", "Fem"} and words.feat(noun, "Case") == "Gen":
        return words.feat(noun, "Number") == "Sing"  # «написала несколько книг»: no subject
    if words.ent[noun] == "ORG" and gender == "Neut" and words.pos[noun] == "PROPN":
        return True  # «сообщило |Минцифры|»: a short name that no dictionary has is read as a plural
    noun_number, noun_gender = words.feat(noun, "Number"), words.feat(noun, "Gender")
    if number and noun_number and number != noun_number and not _several(scene, noun):
        return False
    told = number == "Sing" and bool(gender) and bool(noun_gender)
    return gender == noun_gender if told and _shows_gender(scene, noun) else True


def _shows_gender(scene: Scene, noun: int) -> bool:
    """«|мост| стоял», «|он| молчал»: a thing, or a pronoun; of persons the noun does not tell, «врач заявила», nor of names."""
    words = scene.words
    if words.lemma[noun] in ACTING or words.ent[noun]:
        return False
    return words.pos[noun] == "PRON" or words.pos[noun] == "NOUN" and words.feat(noun, "Animacy") == "Inan"


def _authorities_think(scene: Scene, noun: int, verb: int) -> bool:
    """«сочли |власти|»: of those who think; «призвали власти «уйти»» tells whom they have urged."""
    cue = scene.cues.get(verb)
    return cue is not None and cue.has("think") and scene.words.lemma[noun] == "власть"


def _closes_a_claim(scene: Scene, noun: int, verb: int) -> bool:
    """«Налоги выросли, считает |правительство|.»: a body or many right behind the verb, with no word of what it counts them to be.

    Neuter, or beside a claim whose subject cannot have told: «Паром цел, признали |порт| и мэрия», «…, подтвердил |ряд| врачей».
    """
    words, cue = scene.words, scene.cues.get(verb)
    first = next((k for k in range(verb + 1, noun) if words.pos[k] not in {"ADJ", "DET"}), noun)
    if first < noun or words.form[verb - 1] != "," or cue is None or not cue.has("say", "think", "find"):
        return False
    neuter = words.feat(noun, "Gender") == "Neut" and noun == verb + 1
    known = words.lemma[noun] in {*bodies(), *groups()} or not neuter and _may_tell(words, noun)
    if not known or not (neuter or _only_teller(scene, verb)):
        return False
    behind = noun + 1
    return behind >= len(words) or words.feat(behind, "Case") not in {"Ins", "Acc"}


def _may_tell(words: Words, noun: int) -> bool:
    """«|ряд| экспертов», «|порт| и мэрия», «|данные| ведомства»: many people, a place beside a nominative, papers."""
    below = [c for c in words.children[noun] if c > noun]
    many = words.lemma[noun] in QUANTITIES and any(words.feat(c, "Animacy") == "Anim" for c in below)
    joined = any(words.dep[c] == "conj" and words.feat(c, "Case") == "Nom" for c in below)
    return many or joined or words.ent[noun] in {"LOC", "ORG"} or words.lemma[noun] == "данные"


def _only_teller(scene: Scene, verb: int) -> bool:
    """«|Паром| идёт, признали порт и мэрия»: no noun before the comma agrees with the verb and can tell."""
    words, low = scene.words, scene.sentence(verb)[0]
    before = (k for k in range(low, verb - 1) if words.is_subject(k) or words.feat(k, "Case") == "Nom")
    return not any(
        words.pos[k] in {"NOUN", "PROPN", "PRON"} and agrees(scene, k, verb) and not is_thing(words, k)
        for k in before
    )


def _of_a_clause_before(scene: Scene, noun: int, verb: int) -> bool:
    """«|Рыбаки| ищут лодку, сообщили агентства»: the subject of the first verb, which the tree gives to the second as well."""
    between = range(noun + 1, verb)
    comma = next((k for k in reversed(between) if scene.words.form[k] == ","), noun)
    return any(scene.is_finite(k) for k in range(noun + 1, comma))


def _has_its_verb(scene: Scene, i: int, verb: int) -> bool:
    """«Мэр назвал |СНГ| «тенью» и выразил надежду»: the object of a verb that has its subject is no subject of the next."""
    words, head = scene.words, scene.words.head[i]
    another = head < i < verb and scene.is_finite(head)
    return another and words.dep[i] == "obj" and any(s < head for s in words.subjects(head))


def nominative(scene: Scene, i: int) -> bool:
    """The nominative, or a surname whose form can be one: «оценила Сафонова»."""
    words = scene.words
    if _shows_no_case(scene, i):
        return not _governed(scene, i)
    counted = any(
        words.pos[c] == "NUM" and words.feat(c, "Case") not in {"Gen", "Dat", "Ins", "Loc"}
        or words.lemma[c] in QUANTITIES
        and words.lower[c] == words.lemma[c]  # and no «жители |нескольких| сёл»
        for c in words.children[i]
        if c < i
    )  # fmt: skip
    if counted and words.feat(i, "Number") != "Sing" or _few(scene, i):
        return True  # «двое свидетелей», «несколько экспертов»
    feminine = words.lower[i] == words.lemma[i] and words.lower[i].endswith(FEMININE)
    if words.ent[i] == "PER" and feminine:
        return True
    return words.feat(i, "Case") == "Nom" or not words.feat(i, "Case")


def alike(scene: Scene, noun: int, verb: int) -> bool:
    """«писало издание», «голос произнёс», «считает следствие»: of things the nominative and the accusative look alike.

    A neuter verb tells which one it is; elsewhere it is the subject where the tree has it so, or where it agrees and is known to speak.
    """
    words = scene.words
    if words.feat(noun, "Case") != "Acc" or _governed(scene, noun):
        return False
    if words.feat(noun, "Gender") == words.feat(verb, "Gender") == "Neut":
        return True
    if words.feat(noun, "Gender") != "Neut" and words.is_subject(noun) and _looks_nominative(words, noun):
        return True
    thing = words.feat(noun, "Animacy") == "Inan"
    shown = words.feat(noun, "Gender") == "Fem" and words.feat(noun, "Number") == "Sing"  # «прокуратуру»
    voice = words.lemma[noun] in word_list("medium_nouns") | VOICES or _authorities_think(scene, noun, verb)
    voice = (
        voice or is_outcome(words, noun) or _closes_a_claim(scene, noun, verb) or is_press_office(words, noun)
    )
    alone = all(i == noun or _of_a_clause_before(scene, i, verb) for i in words.subjects(verb))
    return thing and not shown and voice and alone and agrees(scene, noun, verb)


def _looks_nominative(words: Words, noun: int) -> bool:
    """«голос», «власти» by the dictionary; and «|оперштаб|», which it has not: of a masculine thing the cases look alike."""
    masculine = all(
        words.feat(noun, f) == v for f, v in (("Gender", "Masc"), ("Animacy", "Inan"), ("Number", "Sing"))
    )
    return masculine or words.may_be_nominative(noun)


def of_a_medium(scene: Scene, i: int) -> bool:
    """«сообщил агентству |AFP|», «журналисту |СТВ|», «на телеканале «|Дозор|» заявил», «в эфире «|Дозора Live|»»: a medium that does not speak here.

    A common noun in the nominative is no such name: «сообщила в телеграм-канале |пресс-служба порта|».
    """
    words = scene.words
    if words.pos[i] == "NOUN" and words.form[i].islower() and words.feat(i, "Case") == "Nom":
        return False
    kind = i - 2 if i - 1 in scene.opens else i - 1
    named = i - 1 in scene.opens or words.ent[i] or words.pos[i] in {"PROPN", "X"}
    marks = scene.pair_around(i) if words.ent[i] == "ORG" else None
    if marks is not None and marks[0] > 0 and words.lemma[marks[0] - 1] == "эфир":
        return True
    kinds = word_list("medium_nouns") | (word_list("reporters") if words.ent[i] == "ORG" else frozenset())
    known = kind >= 0 and (words.lemma[kind] in kinds or words.form[kind].upper() in AGENCIES)
    if known and kind and words.lemma[kind - 1] in word_list("reporters"):
        kind -= 1  # «сообщили корреспонденту ИА «|Бакен|» в порту»
    return bool(named) and known and words.feat(kind, "Case") in {"Dat", "Ins", "Loc"}


def can_speak(scene: Scene, i: int, verb: int) -> bool:
    """Neither «что» nor «это», no sign («🔻Признался, что …»), nor a word of the cue: «высказываются предположения, что …»."""
    cue, form = scene.cues.get(verb), scene.words.form[i]
    spoken = scene.words.lower[i] not in MUTE | ADDED and (
        form == "%" or any(letter.isalnum() for letter in form)
    )
    return spoken and not (cue is not None and i in range(*cue.span))


def _governed(scene: Scene, i: int) -> bool:
    """Whether a preposition or a noun to the left governs the word: not a subject; a time has no name («в мае |«Створ»| сообщил»)."""
    words, shown = scene.words, scene.words.feat(i, "Case") == "Nom"
    if any(
        words.dep[c] == "case" and not (shown and words.lower[c] == "накануне") for c in words.children[i]
    ):
        return True  # «накануне» before a nominative is a day: «пояснил |накануне| собеседник агентства»
    if of_a_medium(scene, i):
        return True
    if shown and (_is_a_man(scene, i) or beside_another(words, i) or names_man(words, i)):
        return False
    head = words.head[i]
    common = words.pos[i] == "NOUN" and words.form[i].islower() and words.feat(i, "Case") == "Nom"
    return (
        words.dep[i] in {"nmod", "flat:name", "flat:foreign"}
        and not common  # «рассказал на брифинге |источник| в порту»: no noun governs a nominative but a name's
        and head < i
        and words.pos[head] in NOMINAL
        and words.dep[head] != "root"
        and words.feat(head, "Case") not in {"Nom", "", "Dat"}
        and words.lemma[head] not in SPANS_OF_TIME | MONTHS
    )


def beside_another(words: Words, i: int) -> bool:
    """«в письме Олегу Фиалкову |Торп| отметил»: right behind a person's name another's begins, wherever the tree hangs it."""
    both = i > 0 and words.ent[i] == words.ent[i - 1] == "PER"
    return both and words.doc[words.index[i]].ent_iob_ == "B"


def _is_a_man(scene: Scene, i: int) -> bool:
    """«на встрече с главами районов |губернатор|»: of a man the nominative is like no genitive, whatever the tree hangs him on."""
    words = scene.words
    common = words.dep[i] == "nmod" and words.pos[i] == "NOUN" and not words.ent[i]
    return common and (words.feat(i, "Animacy") == "Anim" or words.lemma[i] in INFORMANTS)


def names_man(words: Words, i: int) -> bool:
    """«подбодрил игроков |Зуев|»: a man's name that ends in a consonant is in the nominative, and like no genitive."""
    alone = words.ent[i] == "PER" and words.feat(i, "Gender") == "Masc" and words.lower[i] == words.lemma[i]
    return alone and words.lower[i][-1:] in CONSONANTS


def _hangs_on(scene: Scene, i: int) -> bool:
    """«рабочим Vestas», «партнёров Vesta Boats»: a name without case after a noun in an oblique case belongs to it.

    A time has no name: «22 |июля| Vesta Post сообщила».
    """
    words = scene.words
    while i and (
        words.ent[i] and words.doc[words.index[i]].ent_iob_ == "I" or words.dep[i] == "flat:foreign"
    ):
        i -= 1  # «слушателей канала Night |Radio|»
    oblique = i > 0 and words.pos[i - 1] == "NOUN" and words.feat(i - 1, "Case") not in {"Nom", ""}
    return oblique and words.lemma[i - 1] not in SPANS_OF_TIME | MONTHS


def _shows_no_case(scene: Scene, i: int) -> bool:
    """МЧС, Google, Минобороны, «Медиалогия» in Latin: nothing in the form tells the case.

    Nor in that of a place that does not decline («сообщил |Баку|»), which for the parser is a subject.
    """
    words = scene.words
    form = words.form[i]
    if words.ent[i] == "LOC" and words.lower[i] == words.lemma[i] and form.endswith(("и", "о", "у", "е")):
        return words.is_subject(i)
    if words.ent[i] not in {"ORG", "PER"} and words.pos[i] not in {"PROPN", "X"}:
        return False
    acronym = form.isupper() and len(form) > 1 and words.ent[i] == "ORG"
    return acronym or form.isascii() or words.ent[i] == "ORG" and words.lower[i] == words.lemma[i]


def _several(scene: Scene, noun: int) -> bool:
    """«Украина и Канада посчитали», «большинство экспертов считают», «треть жителей верят», «ряд СМИ»."""
    words = scene.words
    return (
        any(words.dep[c] == "conj" for c in words.children[noun])
        or _joined_below(scene, noun)
        or words.lemma[noun] in QUANTITIES | PARTS
        or words.pos[noun] == "PROPN"
        and words.form[noun].isupper()
        and len(words.form[noun]) > 1  # «ЦСКА отметили», but no «|Л.| Зуева обвиняют»
        or _few(scene, noun)
    )


def _joined_below(scene: Scene, noun: int) -> bool:
    """«источник ТАСС |и «Створ»|», «собеседник в порту |и мэр|»: the tree joins the second one to what belongs to the first.

    It stands in the nominative, and what it hangs on does not.
    """
    words = scene.words
    below = (c for c in words.children[noun] if c > noun and words.feat(c, "Case") not in {"Nom", ""})
    joined = (k for c in below for k in words.children[c] if words.dep[k] == "conj")
    return any(words.feat(k, "Case") == "Nom" and words.pos[k] in {"NOUN", "PROPN"} for k in joined)


def _few(scene: Scene, noun: int) -> bool:
    """«два источника сообщили», «три страны заявили», «оба канала пишут», «две трети рыбаков ответили», but «спорили два часа»."""
    words, lemma = scene.words, scene.words.lemma[noun]
    voices = word_list("bodies", "medium_nouns")
    speaks = words.feat(noun, "Animacy") == "Anim" or lemma in INFORMANTS or lemma in voices
    return (speaks or lemma in PARTS or lemma in COUNTRIES) and words.few(noun)


def over_adverbs(words: Words, verb: int, start: int = 0) -> int:
    """«|Зуев| ранее заявил», «|там| также вчера отметили»: the last word before a verb and the adverbs that are its own."""
    last = verb - 1
    while last > start and words.pos[last] in {"ADV", "PART"} and words.head[last] == verb:
        last -= 1
    return last


def names_body(words: Words, i: int) -> bool:
    """«|Минобороны|», «|министерство|»: a body by its name, or by a noun for one."""
    return words.ent[i] == "ORG" or words.lemma[i] in word_list("bodies")


def may_share_case(words: Words, first: int, second: int) -> bool:
    """Whether two words are of one case, or of the genitive and the accusative, which of living beings look alike."""
    cases = {words.feat(i, "Case") for i in (first, second)}
    return len(cases) == 1 or cases == {"Gen", "Acc"}


def is_of_many(words: Words, verb: int) -> bool:
    """«заявили»: a finite verb for many, whose subject may stay unsaid."""
    return words.feat(verb, "Number") == "Plur" and words.feat(verb, "VerbForm") == "Fin"


def over_adjectives(words: Words, at: int, end: int) -> int:
    """«|областное| министерство»: the word behind the adjectives that stand at ``at``, before ``end``."""
    while at + 1 < end and words.pos[at] == "ADJ" and not words.ent[at]:
        at += 1
    return at
