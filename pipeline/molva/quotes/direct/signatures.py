"""Headlines that somebody signs behind a dash: «Завод построят — Орехов»."""

from collections.abc import Iterator

from molva.lexicon.nouns import roles
from molva.quotes.callings import is_calling
from molva.quotes.conjunctions import ABOUT
from molva.quotes.draft import Draft
from molva.quotes.ends.clauses import told_without_verb
from molva.quotes.ends.edges import trim
from molva.quotes.kinds import is_role
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.authors import Author
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import phrase
from molva.quotes.sources.subjects import over_adjectives

HEADLINE = 30  # words of a headline that somebody signs
SIGNATURE = 7  # words of a signature, its dash included
OPINIONS = frozenset({"мнение"})
# who is asked what goes on, and is never told of himself
KNOWING = frozenset("сми источник эксперт аналитик ученый опрос исследование".split())
AUTHORITIES = frozenset({"власть", "мэрия", "мэр", "губернатор"})
AMONG = frozenset({"среди", "кроме", "помимо"})
COLLECTIVE = frozenset("двое трое четверо пятеро шестеро семеро несколько".split())


def signed(scene: Scene) -> Iterator[Draft]:
    """Завод построят — Орехов.  «Самый снежный январь» — синоптик о погоде.: a headline with a signature."""
    words = scene.words
    for start, stop in words.paragraphs:
        end = stop - (words.form[stop - 1] == ".")
        dash = _mark_of_signature(scene, start, end)
        if dash is None or (end < stop or end - start > HEADLINE) and not _closes(scene, dash):
            continue
        if (
            not _parts(scene, dash)
            or not _has_shape(scene, start, dash, end)
            or _of_others(scene, start, dash)
        ):
            continue
        part = trim(scene, start, dash)
        if part is not None and words.lemma[dash + 1] in OPINIONS:
            yield _held(scene, dash + 1, end).fill(Draft("signature", "indirect", [part]), scene)
            continue
        head = next((i for i in range(dash + 1, end) if _may_sign(scene, i, start, dash)), None)
        head = over_adjectives(words, head, end) if head is not None else None  # «|местные| власти»
        if head is None or part is None or not _signs_itself(scene, head, dash):
            continue
        marked = part[0] - 1 >= start and part[0] - 1 in scene.opens
        draft = Draft("signature", "direct" if marked else "indirect", [part])
        who = phrase(scene, head, dash + 1, end)
        draft.source, draft.source_head = who.span, who.head
        yield draft


def _held(scene: Scene, noun: int, end: int) -> Author:
    """«Цены вырастут, — |мнение| экспертов», «Цены вырастут — мнение»: an opinion, and whose it is."""
    return Author((noun, noun + 1), None, complement(scene, noun, end), sourceless=True)


def _parts(scene: Scene, dash: int) -> bool:
    """Whether white space stands on both sides of a dash; behind a comma «,— мэр» will do."""
    words = scene.words
    spaced = words.start[dash + 1] > words.end[dash] or _closes(scene, dash)
    return spaced and (words.end[dash - 1] < words.start[dash] or words.form[dash] == ":")


def _has_shape(scene: Scene, start: int, dash: int, end: int) -> bool:
    """A claim or marks, the dash, and a few words without predicate and stop."""
    words = scene.words
    if end - dash > SIGNATURE or words.form[end - 1] in ENDS | {":"} or scene.has_predicate(dash, end):
        return False
    claimed = (
        scene.has_predicate(start, dash) or _closes(scene, dash) and told_without_verb(scene, start, dash)
    )
    counted = words.ent[end - 1] == "ORG" or words.lemma[dash + 1] in AUTHORITIES
    claimed = claimed or counted and _counts(scene, start, dash)
    return claimed or scene.closes.get(dash - 1) == start or _about(scene, dash, end)


def _of_others(scene: Scene, start: int, dash: int) -> bool:
    """«|Среди| тех, кто ушёл, — «Бакен»»; «Порт, |сообщил мэр|, закрыт. …, — «Бакен»»: a member of the sentence, or of a text that has told who says what."""
    low = scene.sentence(dash)[0]
    if scene.lower(low) in AMONG:
        return True
    if low <= start:
        return False
    told = any(k in scene.cues and scene.cues[k].has("say", "relay") for k in range(start, dash))
    return told or not scene.has_predicate(low, dash)


def _counts(scene: Scene, start: int, dash: int) -> bool:
    """«На заводе |двое| погибших — МЧС»: how many of whom, where no verb is needed."""
    words = scene.words
    numbers = (i for i in range(start, dash - 1) if words.pos[i] == "NUM" or words.lemma[i] in COLLECTIVE)
    return any(words.feat(i + 1, "Case") == "Gen" for i in numbers)


def _may_sign(scene: Scene, i: int, start: int, dash: int) -> bool:
    """A name, «эксперт», «синоптик»: whoever may speak in a headline; behind a comma «опрос», «военные», «городские службы»."""
    words = scene.words
    known = words.lemma[i] in word_list("labels") or is_role(words, i)
    speaks = words.lemma[i] in word_list("bodies") or words.lemma[i] in roles()
    line = scene.sentence(dash)[0] == start and dash - start <= HEADLINE and _closes(scene, dash)
    finds = words.lemma[i] in word_list("finders") and _closes(scene, dash)
    network = words.lemma[i] in word_list("networks")  # «в соцсетях — ВК и |Facebook|»
    return not network and (words.ent[i] in {"PER", "ORG"} or known or finds or speaks and line)


def _closes(scene: Scene, dash: int) -> bool:
    """«Мост закроют, — мэр.»: a comma before the dash closes what is said; then a line may be long and end with a stop."""
    words = scene.words
    return words.form[dash - 1] == "," and words.end[dash - 1] < words.start[dash]


def _signs_itself(scene: Scene, head: int, dash: int) -> bool:
    """A signature stands in the nominative, «МЧС» shows no case; «скончался старейшина — Клим Зуев» signs nothing."""
    words, up = scene.words, scene.words.head[head]
    capitals = words.ent[head] == "ORG" and words.form[head].isupper()
    if _closes(scene, dash):
        return not _explains(scene, head, dash) and (capitals or words.feat(head, "Case") in {"Nom", ""})
    if words.dep[head] == "appos" and up < head and words.feat(up, "Animacy") == "Anim":
        return False
    return capitals or words.feat(head, "Case") in {"Nom", ""}


def _explains(scene: Scene, head: int, dash: int) -> bool:
    """«Пост занял Глеб Зуев, — бывший мэр», «умерла его соседка, тоже вдова, — Вера Лаптева»: who has just been told of."""
    words, start = scene.words, scene.paragraph(dash)[0]
    if words.ent[head] == "ORG":
        return False
    comma = next((i for i in range(dash - 2, start, -1) if words.form[i] == ","), start)
    last = dash - 2  # «Приехали |гости|, — врачи»
    if words.is_subject(last) and all(
        words.feat(last, f) == words.feat(head, f) for f in ("Number", "Animacy")
    ):
        return True
    described = not scene.has_predicate(comma, dash) and any(
        words.feat(i, "Animacy") == "Anim" and words.feat(i, "Case") == "Nom" for i in range(comma, dash)
    )
    experts = words.feat(head, "Number") == "Plur" and words.lemma[head] in word_list("labels")
    listed = experts and head == dash + 1  # «Умнее всех Козероги, Рыбы, Водолеи, — |астрологи|»
    return not listed and (described or words.ent[dash - 2] == "PER")


def _mark_of_signature(scene: Scene, start: int, end: int) -> int | None:
    """The last dash of a line, or a colon right after the marks that open it («Работы нет»: жители посёлка), or before who closes it."""
    dash = max(scene.words.with_form(DASHES, start + 2, end - 1), default=start + 1)
    colons = reversed(scene.words.with_form({":"}, dash + 1, end - 1))
    signing = (i for i in colons if scene.closes.get(i - 1) == start or _turned_round(scene, i, start))
    return next(signing, dash if dash > start + 1 else None)


def _turned_round(scene: Scene, colon: int, start: int) -> bool:
    """«Рубль укрепится: |аналитики|», «Мост закроют: |мэр|»: one who knows closes the line, and names nobody told of before him.

    «Найден виновник: мэр», «Стал известен капитан: Зуев».
    """
    words, head = scene.words, colon + 1
    end = scene.paragraph(colon)[1]
    if head >= end or words.feat(head, "Case") not in {"Nom", ""} or ":" in words.form[start:colon]:
        return False
    if any(i in scene.cues for i in range(start, colon)) or phrase(scene, head, head, end).span[1] != end:
        return False
    if "CCONJ" in words.pos[head:end] or "," in words.form[head:end]:
        return False  # «Погибла семья: отец, мать и сын»
    if words.lemma[head] in KNOWING:
        return True
    named = words.ent[head] == "PER" or words.lemma[head] in word_list("labels") or is_calling(words, head)
    return named and _is_claim(scene, start, colon) and not _tells_of_somebody(scene, start, colon)


def _is_claim(scene: Scene, start: int, colon: int) -> bool:
    """«|Мост закроют|: мэр»; «|Ведёт трансляцию|: Зуев», «… |Фото|: Зуев» tell what somebody does or has made."""
    words = scene.words
    many = any(scene.is_finite(i) and words.feat(i, "Number") == "Plur" for i in range(start, colon))
    return (many or scene.has_subject(start, colon)) and not words.form[colon - 1][:1].isupper()


def _tells_of_somebody(scene: Scene, start: int, colon: int) -> bool:
    """«Найден |виновник|: мэр», «Стал известен |капитан|: Зуев»: of whom the line tells, and who stands behind the colon."""
    words = scene.words
    nominatives = (i for i in range(start, colon) if words.feat(i, "Case") == "Nom")
    return any(
        words.feat(i, "Animacy") == "Anim" or words.pos[i] == "ADJ" and words.is_subject(i)
        for i in nominatives
    )


def _about(scene: Scene, dash: int, end: int) -> bool:
    """«… — синоптик о погоде»: the signature tells what the words are about."""
    return any(scene.lower(i) in ABOUT for i in range(dash + 1, end))
