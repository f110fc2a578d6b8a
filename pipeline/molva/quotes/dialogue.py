"""Speech without marks: dash lines, labelled turns, headlines with a colon, blocks after «сказал:»."""

from collections.abc import Iterator

from molva.quotes.authors import Author, read_author, teller
from molva.quotes.direct import author_cuts, spoken
from molva.quotes.draft import Draft, Stretch
from molva.quotes.edges import trim, trim_all
from molva.quotes.interview import LABELS, goes_on, opens_turn
from molva.quotes.kinds import is_role
from molva.quotes.lexicon import word_list
from molva.quotes.media import is_medium
from molva.quotes.parenthetic import attribution_phrase
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources import phrase
from molva.speakers.labels import is_label

LABEL = 9  # words from the beginning of a line to the colon of its label
LABEL_OF_PERSON = 14  # with what the person is: «Пётр Зуев, начальник цеха № 5: …»


def dash_line(scene: Scene) -> Iterator[Draft]:
    """— Вы уверены? — переспросил следователь."""
    words = scene.words
    for start, end in words.paragraphs:
        if not _opens_with_dash(scene, start, end):
            continue
        cuts = author_cuts(scene, start + 1, end)
        if cuts:
            for draft in spoken(scene, "dash", start + 1, end, cuts):
                draft.parts = _keep_stops(scene, end, draft.parts)
                yield draft
            continue
        draft = Draft("dash", "direct", [(start + 1, end)])
        author = _announced(scene, start)
        if author:
            yield author.fill(draft, scene)
        elif _in_dialogue(scene, start, end):
            yield draft


def _opens_with_dash(scene: Scene, start: int, end: int) -> bool:
    """A line of dialogue: a dash, a space, a capital; a list goes on in lower case."""
    words = scene.words
    if end - start < 2 or words.form[start] not in DASHES or words.start[start + 1] == words.end[start]:
        return False
    first = next((form for form in words.form[start + 1 : end] if form[0].isalnum()), "")
    return not first[:1].islower() and words.form[end - 1] not in {";", ","}


def _announced(scene: Scene, start: int) -> Author | None:
    """«Прораб кивнул:⏎— Поехали.»: the line before ends with a colon and tells who."""
    if start == 0 or scene.words.form[start - 1] != ":":
        return None
    begin = scene.sentence(start - 1)[0]
    return read_author(scene, begin, start - 1, lexical=True, nearest_last=True)


def _keep_stops(scene: Scene, end: int, parts: list[Stretch]) -> list[Stretch]:
    """Unmarked speech keeps its final stop: it is given back where it stood before the dash or the end."""
    kept = []
    for begin, stop in parts:
        at = stop
        while at < end and scene.words.form[at] in ENDS:
            at += 1
        kept.append((begin, at))
    return kept


def _in_dialogue(scene: Scene, start: int, end: int) -> bool:
    """A turn without author's words stands next to another turn and ends like a sentence."""
    words, paragraphs = scene.words, scene.words.paragraphs
    number = words.par[start]
    near = [paragraphs[k] for k in (number - 1, number + 1) if 0 <= k < len(paragraphs)]
    turns = [other for other in near if _opens_with_dash(scene, *other)]
    talk = words.form[end - 1] in ENDS and any(words.form[other[1] - 1] in ENDS for other in turns)
    return talk and _is_talk(scene, number)


def _is_talk(scene: Scene, number: int) -> bool:
    """A dialogue asks, answers or addresses somebody; a list of facts with dashes does none of it."""
    paragraphs = scene.words.paragraphs
    first = last = number
    while first > 0 and _opens_with_dash(scene, *paragraphs[first - 1]):
        first -= 1
    while last + 1 < len(paragraphs) and _opens_with_dash(scene, *paragraphs[last + 1]):
        last += 1
    lines = paragraphs[first : last + 1]
    asked = any(scene.words.form[end - 1].startswith("?") for _, end in lines)
    told = any(author_cuts(scene, start + 1, end) for start, end in lines)
    return asked or told or any(_personal(scene, *line) for line in lines)


def labelled(scene: Scene) -> Iterator[Draft]:
    """Орехов: завод построят к 2030 году.  И. Лаптева: Это вопрос денег.  СМИ: переговоры сорваны."""
    words = scene.words
    for first, end in words.paragraphs:
        start = next((i for i in range(first, end) if words.form[i][0].isalnum() or i in scene.opens), first)
        at = _colon(scene, start, end)
        if (
            at is None
            or at + 1 >= end
            or at + 1 in scene.opens
            and scene.opens[at + 1] <= end
            and _cue_between(scene, start, at)
        ):
            continue
        head = _label(scene, start, at)
        if head is None or _cue_between(scene, start, at):
            continue
        turn = _is_turn(scene, end, start, at)
        begin = at + 1
        if words.form[begin][0] in "/0123456789" and words.start[begin] == words.end[at]:
            continue  # http://…, 12:30
        if (
            not scene.has_predicate(begin, end)
            and not any(scene.is_dash(i) for i in range(begin, end))
            and not turn
        ):
            continue
        if begin in scene.opens and scene.opens[begin] >= end - 2:
            parts = trim_all(scene, [(begin + 1, scene.opens[begin])])
            kind = "direct"
        else:
            part = trim(scene, begin, end)
            if part is None:
                continue
            parts = [(begin, _answer_end(scene, start, end))] if turn else [part]
            kind = "direct" if turn else "indirect"
        if not parts:
            continue
        draft = Draft("turn" if turn else "headline", kind, parts)  # type: ignore[arg-type]
        draft.source, draft.source_head = (start, at), head
        yield draft


def _colon(scene: Scene, start: int, end: int) -> int | None:
    """Where the label of a line ends."""
    longest = LABEL_OF_PERSON if "PER" in scene.words.ent[start : start + 2] else LABEL
    near = range(start + 1, min(start + longest, end))
    return next((i for i in near if scene.words.form[i] == ":"), None)


def _answer_end(scene: Scene, start: int, end: int) -> int:
    """The end of an answer with the paragraphs behind it that have no label of their own."""
    last = goes_on(scene, scene.words.par[start], lambda number: _opens(scene, number))
    return scene.words.paragraphs[last][1] if last > scene.words.par[start] else end


def _opens(scene: Scene, number: int) -> bool:
    """Whether a paragraph opens a turn, by a label or a dash."""
    start, end = scene.words.paragraphs[number]
    colon = _colon(scene, start, end)
    labels = colon is not None and _label(scene, start, colon) is not None
    return labels or scene.is_dash(start) or opens_turn(scene, number)


def _cue_between(scene: Scene, start: int, at: int) -> bool:
    return any(i in scene.cues or scene.is_finite(i) for i in range(start, at))


def _label(scene: Scene, start: int, at: int) -> int | None:
    """The head of a label that can speak: a person, a body, a medium, «эксперт», «СМИ»; no topic."""
    words = scene.words
    if words.lemma[start] in LABELS:
        return None  # «Вопрос: …» is a turn of an interview
    comma = next((i for i in range(start, at) if words.form[i] == ","), start)
    if comma > start and words.ent[comma - 1] == "PER" and words.pos[start] == "PROPN":
        return comma - 1 if is_label(words, comma) else None  # «Пётр Зуев, водитель: …»
    if _is_initialled(scene, start, at):
        return at - 1
    if (
        any(words.pos[i] in {"ADP", "CCONJ", "SCONJ"} or words.form[i] == "," for i in range(start, at))
        and words.ent[at - 1] != "PER"
    ):
        return None
    people = [i for i in range(start, at) if words.ent[i] == "PER"]
    if people and words.pos[start] == "NOUN" and words.feat(start, "Animacy") == "Inan":
        return start if _labels(scene, start) else None
    if people:
        return people[0] if words.pos[start] == "PROPN" else start
    if words.lemma[start] in word_list("labels"):
        return start
    if is_medium(scene, start, at):
        return start
    body = next((i for i in range(start, at) if words.pos[i] == "NOUN"), None)
    if body is not None and words.feat(body, "Case") == "Nom" and _named_label(scene, start, body):
        return body
    capitals = all(words.form[i][:1].isupper() or words.form[i] == "." for i in range(start, at))
    if capitals and words.lower[at - 1] in scene.surnames:
        return at - 1
    if all(words.ent[i] == "ORG" or words.form[i] in {"«", "»"} for i in range(start, at)):
        return start if words.form[start] != "«" else start + 1
    return None


def _is_initialled(scene: Scene, start: int, at: int) -> bool:
    """«Л. Зильберт», «П. А. Зуев»: initials with a surname that no mention may cover."""
    words, forms = scene.words, scene.words.form[start:at]
    letters, points, surname = forms[:-1:2], forms[1::2], forms[-1]
    dotted = len(forms) in {3, 5} and all(form == "." for form in points)
    capitals = all(len(form) == 1 and form.isupper() for form in letters)
    return dotted and capitals and surname.istitle() and len(surname) > 1 and words.pos[at - 1] == "PROPN"


def _named_label(scene: Scene, start: int, noun: int) -> bool:
    """«Британская разведка: …», «Западная пресса: …»: adjectives, then a noun that may stand alone there."""
    words = scene.words
    modified = all(words.pos[i] == "ADJ" for i in range(start, noun))
    return modified and _labels(scene, noun)


def _labels(scene: Scene, noun: int) -> bool:
    """Whether a noun without a name can be a label: «эксперт», «разведка»."""
    return scene.words.lemma[noun] in word_list("labels") or scene.words.lemma[noun] in word_list("bodies")


def _is_turn(scene: Scene, end: int, start: int, at: int) -> bool:
    """Labelled turns: another paragraph nearby opens with a label, or the turn has several sentences."""
    words = scene.words
    if not words.form[at + 1][:1].isupper():
        return False
    if words.form[end - 1] in ENDS:
        return True
    near = 0
    for begin, stop in _near_paragraphs(scene, start):
        colon = _colon(scene, begin, stop)
        if begin != start and colon is not None and _label(scene, begin, colon) is not None:
            near += 1
    return near > 0


def _near_paragraphs(scene: Scene, start: int) -> list[Stretch]:
    number = scene.words.par[start]
    paragraphs = scene.words.paragraphs
    return paragraphs[max(0, number - 2) : number + 3]


def block(scene: Scene) -> Iterator[Draft]:
    """Он сказал:⏎Денег нет. Держитесь.: a block of its own after a colon, without marks."""
    words = scene.words
    paragraphs = words.paragraphs
    for number, (_, end) in enumerate(paragraphs[:-1]):
        if words.form[end - 1] != ":":
            continue
        begin = scene.sentence(end - 1)[0]
        following = paragraphs[number + 1]
        author = read_author(scene, begin, end - 1, lexical=True, nearest_last=True) or _by_words(
            scene, begin, end
        )
        if author is None and _personal(scene, *following):
            author = teller(scene, begin, end - 1)
        if (
            author is None
            or following[0] in scene.opens
            or words.form[following[0]] in {"•", "-", "—", "–", "*", "1"}
            or words.form[following[0]] in {"«", '"'}
        ):
            continue
        if words.form[following[1] - 1] not in ENDS and not scene.has_predicate(*following):
            continue
        if words.form[following[1] - 1] == ":":
            continue
        if _gap(scene, end) > 2 and any(i in scene.cues for i in range(*following)):
            continue  # the words themselves have been lost, and the report goes on
        if author.cue and _already_told(scene, author.cue, begin, end) and _gap(scene, end) > 2:
            continue
        yield author.fill(Draft("block", "direct", [_whole_block(scene, following, _gap(scene, end))]), scene)


def _by_words(scene: Scene, begin: int, end: int) -> Author | None:
    """«По её словам:⏎Это было нелегко.»: an attribution phrase before a block."""
    found = attribution_phrase(scene, begin)
    if found is None or found[2] < end - 1:
        return None
    cue, source, _ = found
    return Author(cue, None, source, sourceless=True)


def _whole_block(scene: Scene, first: Stretch, gap: int) -> Stretch:
    """A block of several paragraphs: they follow as closely as the first one and speak as «мы», «вы»."""
    start, end = first
    for following in scene.words.paragraphs[scene.words.par[start] + 1 :]:
        close = gap <= 1 and _gap(scene, following[0]) <= gap
        if not close or not _personal(scene, *following):
            break
        end = following[1]
    return start, end


def _personal(scene: Scene, start: int, end: int) -> bool:
    """First or second person: the speaker's own voice."""
    words = scene.words
    return any(
        words.feat(i, "Person") in {"1", "2"} or words.feat(i, "Mood") == "Imp" for i in range(start, end)
    )


def _already_told(scene: Scene, cue: Stretch, begin: int, end: int) -> bool:
    """The sentence has its content already: «…, заявил он:», «заявил, что …:»."""
    return any(scene.lower(i) == "что" for i in range(cue[1], end)) or scene.has_predicate(begin, cue[0])


def _gap(scene: Scene, i: int) -> int:
    """How many line breaks stand before word ``i``."""
    words = scene.words
    return words.doc.text[words.end[i - 1] : words.start[i]].count("\n")


def signed(scene: Scene) -> Iterator[Draft]:
    """Завод построят — Орехов.  «Самый снежный январь» — синоптик о погоде.: a headline with a signature."""
    words = scene.words
    for start, end in words.paragraphs:
        if end - start > 30 or words.form[end - 1] in ENDS:
            continue
        dash = next((i for i in range(end - 2, start + 1, -1) if _signs(scene, i, start)), None)
        if (
            dash is None
            or end - dash > 7
            or not (scene.has_predicate(start, dash) or words.form[dash] == ":" or _about(scene, dash, end))
            or scene.has_predicate(dash, end)
        ):
            continue
        if words.start[dash + 1] == words.end[dash] or words.end[dash - 1] == words.start[dash]:
            continue
        head = next(
            (
                i
                for i in range(dash + 1, end)
                if words.ent[i] == "PER" or words.lemma[i] in word_list("labels") or is_role(words, i)
            ),
            None,
        )
        if head is None or words.feat(head, "Case") not in {"Nom", ""} or words.form[end - 1] == ":":
            continue
        part = trim(scene, start, dash)
        if part is None:
            continue
        marked = part[0] - 1 >= start and part[0] - 1 in scene.opens
        draft = Draft("signature", "direct" if marked else "indirect", [part])
        who = phrase(scene, head, dash + 1, end)
        draft.source, draft.source_head = who.span, who.head
        yield draft


def _signs(scene: Scene, i: int, start: int) -> bool:
    """A dash, or a colon right after the marks that open the line: «Работы нет»: жители посёлка."""
    return scene.is_dash(i) or scene.words.form[i] == ":" and scene.closes.get(i - 1) == start


def _about(scene: Scene, dash: int, end: int) -> bool:
    """«… — синоптик о погоде»: the signature tells what the words are about."""
    return any(scene.lower(i) in {"о", "об"} for i in range(dash + 1, end))
