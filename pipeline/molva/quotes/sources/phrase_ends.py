"""Where a source's noun phrase ends on its right: behind a duty, a place or looks, before whoever hears it."""

from collections.abc import Iterator

from molva.entities.people import DATIVE_SURNAME
from molva.lexicon.lists import shared_list
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import (
    ends_oblique,
    is_dative_only,
    is_kind,
    is_listed,
    shows_no_case,
)
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import NOMINAL, SPANS_OF_TIME, may_share_case, names_body

DUTIES = 14  # words from a title over «по …» to the name: «омбудсмен по защите прав рыбаков Глеб Зуев»
DUTY_PREPOSITIONS = frozenset({"по", "без"})  # «комиссар |по миру|», «министр |без портфеля|»
# by which anybody may be told, and is by his looks
PASSERS_BY = shared_list("passers_by") | frozenset(
    "дама старуха голос бабуля дед мужик тетка горожанин горожанка".split()
)
OURS = frozenset({"наш", "свой"})
# who belongs to no medium, and what a medium may have of its own
STRANGERS = frozenset(
    "житель жительница рыбак очевидец свидетель пассажир прохожий сосед соседка пострадавший покупатель турист".split()
)
OF_MEDIA = frozenset(
    "служба пресс-служба новость редакция бюро отдел отделение департамент корпункт группа холдинг дирекция сайт канал"
    " программа эфир офис студия представительство агентство газета телеканал радио радиостанция издание проект"
    " источник собеседник сотрудник руководство совет владелец".split()
)
LOOKS = {"в": "Loc", "на": "Loc", "с": "Ins", "со": "Ins", "за": "Ins"}  # the cases in which looks are told
LONGEST_LOOKS = 4  # words from the preposition to the noun


def over_duties(scene: Scene, head: int, right: int, end: int) -> int:
    """«омбудсмен |по защите прав, миру и труду| Глеб Зуев», «министр |без портфеля| …»: over what a title is for to its bearer.

    And over brackets in it: «глава комитета |по труду от Партии порта (ПП)| Глеб Зуев».
    """
    words, case = scene.words, scene.words.feat(head, "Case")
    titled = (
        right < end
        and words.feat(head, "Animacy") == "Anim"
        and not words.ent[head]
        and words.lower[right] in DUTY_PREPOSITIONS
    )
    if not titled or any(words.ent[i] == "PER" and words.feat(i, "Case") == case for i in range(head, right)):
        return right  # «коллега |Зуева| по институту Вера Чиж» has a name of its own to come
    for i in _outside_brackets(scene, right, min(right + DUTIES, end)):
        listed = words.form[i] == "," and i + 1 < end and words.feat(i + 1, "Case") in {"Dat", "Gen"}
        if words.pos[i] == "PUNCT" and not listed or scene.is_finite(i):
            return right
        if words.ent[i] == "PER":
            alike = may_share_case(words, i, head)
            return next((k for k in range(i, end) if words.ent[k] != "PER"), end) if alike else right
    return right


def _outside_brackets(scene: Scene, start: int, end: int) -> Iterator[int]:
    """The words of a stretch that stand in none of its brackets."""
    i = start
    while i < end:
        if i not in scene.brackets:
            yield i
        i = scene.brackets.get(i, i) + 1


def over_place(scene: Scene, head: int, right: int, end: int) -> int:
    """«собеседник «Бакена» |в мэрии|, порт откроют», «источник |в управлении порта| заявил»: where an informant is, up to comma or verb.

    The parser may hang it on the verb behind that, or on the one before: «сообщил собеседник «Бакена» |в МЧС|».
    """
    words = scene.words
    if words.lemma[head] not in INFORMANTS or right >= end or words.lower[right] not in {"в", "во"}:
        return right
    noun = words.head[right]
    if not right < noun < end or noun + 1 >= len(words):
        return right
    if words.lemma[noun] in SPANS_OF_TIME or words.feat(noun, "Case") != "Loc":
        return right
    stop = _over_genitives(scene, noun + 1, end)
    if words.head[noun] > noun and (words.form[stop] == "," or words.head[noun] == stop):
        return stop
    closes = words.head[noun] < head and names_body(words, noun) and words.pos[noun + 1] == "PUNCT"
    return noun + 1 if closes and words.lemma[noun] not in word_list("networks", "channels") else right


def _over_genitives(scene: Scene, stop: int, end: int) -> int:
    """«в министерстве |культуры| заявил»: on over what is in the genitive."""
    words = scene.words
    last = min(end, len(words) - 1)
    while stop < last and words.pos[stop] in NOMINAL and words.feat(stop, "Case") == "Gen":
        stop += 1
    return stop


def over_looks(scene: Scene, head: int, right: int, end: int) -> int:
    """«перебила его женщина |в сером платке|», «смеётся мужчина |за кадром|»: what tells one who has no name."""
    return looks_end(scene, head, right, end) or right


def looks_end(scene: Scene, head: int, start: int, end: int) -> int | None:
    """Where the looks of somebody without a name end that begin at ``start``: «женщина |в сером платке|», «дама |в зелёном|»."""
    words = scene.words
    if words.lemma[head] not in PASSERS_BY or start >= end or words.lower[start] not in LOOKS:
        return None
    case = LOOKS[words.lower[start]]
    for i in range(start + 1, min(start + LONGEST_LOOKS, end)):
        colour = words.lemma[i].endswith(("ый", "ий", "ой"))
        colour = colour and (i + 1 == end or words.pos[i + 1] not in {"ADJ", "NOUN"})
        if words.lemma[i] in word_list("looks") or colour:
            return i + 1 if words.feat(i, "Case") == case or not words.feat(i, "Case") else None
        if words.pos[i] not in {"ADJ", "DET"}:
            return None
    return None


def before_hearer(scene: Scene, head: int, right: int) -> int:
    """«сообщил мэр Глеб Зуев |РИА «Невод»|», «|телеканалу «Невод»|»: who hears him stands behind a person's name."""
    words, case = scene.words, scene.words.feat(head, "Case")
    somebody = words.ent[head] == "PER" or words.lemma[head] in INFORMANTS | {"один"}
    living = words.feat(head, "Animacy") == "Anim" or somebody
    if not living and not names_body(words, head):
        return right
    right = _before_newsman(scene, head, right)
    right = _before_medium(scene, head, right)
    right = _before_marks(scene, head, right)
    if not living:
        return right
    behind = (i for i in range(head + 1, right) if words.ent[i - 1] == "PER" and words.ent[i] != "PER")
    hears = (
        i
        for i in behind
        if words.ent[i] == "ORG"
        or i in scene.opens
        and (words.ent[i + 1] == "ORG" or ends_oblique(scene, i, scene.opens[i]))
        or words.feat(i, "Case") == "Dat" != case
    )
    return next(hears, _before_dative(scene, head, right))


def _before_newsman(scene: Scene, head: int, right: int) -> int:
    """«рассказала жена сторожа |изданию «Фонарь»|», «представитель компании «Створ» |нашему корреспонденту|»."""
    words, case = scene.words, scene.words.feat(head, "Case")
    hearers = (
        i
        for i in range(head + 1, right)
        if words.feat(i, "Case") == "Dat" != case
        and (is_kind(scene, i) or words.lemma[i] in word_list("reporters"))
    )
    hearer = next(hearers, right)
    if hearer - 1 > head and words.lemma[hearer - 1] in OURS:
        hearer -= 1
    return right if words.pos[hearer - 1] == "ADP" else hearer


def _before_medium(scene: Scene, head: int, right: int) -> int:
    """«сказал директор порта |ТАСС|», «один из рыбаков |Би-би-си|»: a medium behind what it does not own has heard him.

    «директор службы новостей |ТАСС|» and «источник |ТАСС|» are its own.
    """
    words = scene.words
    shortest = (i for i in range(right - 1, head, -1) if is_listed(scene, i, right))
    first = next(shortest, right)
    before = first - 1
    if first == right or not shows_no_case(scene, first, right) or words.ent[head] or is_kind(scene, head):
        return right
    if before == head:
        return first if words.lemma[head] in STRANGERS else right
    if before in scene.closes:
        return first
    owned = words.pos[before] == "NOUN" and words.feat(before, "Case") in {"Gen", "Loc"}
    return first if owned and words.lemma[before] not in OF_MEDIA | word_list("reporters") else right


def _before_marks(scene: Scene, head: int, right: int) -> int:
    """«рассказал эколог |«Бакену»|», «рассказала пресс-служба порта |«Бакену»|»: a name in marks that only hears.

    Right behind a body or a medium stands its own: «издание «Вечерние вести»».
    """
    words = scene.words
    first = head + 1 + (words.feat(head, "Animacy") != "Anim" and not words.ent[head])
    near = (i for i in range(first, right) if not is_kind(scene, i - 1))
    marks = (i for i in near if i in scene.opens and words.pos[i - 1] != "ADP")
    return next((i for i in marks if is_dative_only(scene, i)), right)


def _before_dative(scene: Scene, head: int, right: int) -> int:
    """«рассказал глава союза |Сагинтаеву|»: a surname that can only be a dative closes nobody's title."""
    words, last = scene.words, right - 1
    if last <= head or words.ent[last] != "PER" or not DATIVE_SURNAME.fullmatch(words.form[last]):
        return right
    return last if words.ent[last - 1] != "PER" and words.feat(head, "Case") == "Nom" else right
