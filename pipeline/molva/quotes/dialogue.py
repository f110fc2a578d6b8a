"""Speech without marks: dash lines, labelled turns, headlines with a colon, blocks after «сказал:»."""

from collections.abc import Iterator

from molva.quotes.authors import Author, read_author, teller
from molva.quotes.draft import Draft, Stretch
from molva.quotes.edges import trim
from molva.quotes.insertions import author_cuts
from molva.quotes.kinds import is_role
from molva.quotes.lexicon import word_list
from molva.quotes.markers import attributed, attribution_phrase
from molva.quotes.phrases import phrase
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.split_speech import spoken

HEADLINE = 30  # words of a headline that somebody signs
SIGNATURE = 7  # words of a signature, its dash included


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
        if author is None and scene.has_predicate(*following):
            author = attributed(scene, begin, end - 1)
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
    return words.text[words.end[i - 1] : words.start[i]].count("\n")


def signed(scene: Scene) -> Iterator[Draft]:
    """Завод построят — Орехов.  «Самый снежный январь» — синоптик о погоде.: a headline with a signature."""
    words = scene.words
    for start, stop in words.paragraphs:
        end = stop - (words.form[stop - 1] == ".")
        dash = next((i for i in range(end - 2, start + 1, -1) if _signs(scene, i, start)), None)
        if dash is None or (end < stop or end - start > HEADLINE) and not _closes(scene, dash):
            continue
        if (
            end - dash > SIGNATURE
            or words.form[end - 1] in ENDS
            or not (scene.has_predicate(start, dash) or words.form[dash] == ":" or _about(scene, dash, end))
            or scene.has_predicate(dash, end)
        ):
            continue
        glued = words.start[dash + 1] == words.end[dash] and not _closes(scene, dash)
        if glued or words.end[dash - 1] == words.start[dash]:
            continue
        head = next(
            (
                i
                for i in range(dash + 1, end)
                if words.ent[i] in {"PER", "ORG"}
                or words.lemma[i] in word_list("labels")
                or words.lemma[i] in word_list("finders")
                and _closes(scene, dash)
                or is_role(words, i)
            ),
            None,
        )
        if head is None or not _signs_itself(scene, head, dash) or words.form[end - 1] == ":":
            continue
        part = trim(scene, start, dash)
        if part is None:
            continue
        marked = part[0] - 1 >= start and part[0] - 1 in scene.opens
        draft = Draft("signature", "direct" if marked else "indirect", [part])
        who = phrase(scene, head, dash + 1, end)
        draft.source, draft.source_head = who.span, who.head
        yield draft


def _closes(scene: Scene, dash: int) -> bool:
    """«Мост закроют, — мэр.»: a comma before the dash closes what is said; then a line may be long and end with a stop."""
    words = scene.words
    return words.form[dash - 1] == "," and words.end[dash - 1] < words.start[dash]


def _signs_itself(scene: Scene, head: int, dash: int) -> bool:
    """A signature stands in the nominative, «МЧС» shows no case; «скончался старейшина — Клим Зуев» signs nothing."""
    words, up = scene.words, scene.words.head[head]
    if _closes(scene, dash):
        return not _explains(scene, head, dash) and words.feat(head, "Case") in {"Nom", ""}
    if words.dep[head] == "appos" and up < head and words.feat(up, "Animacy") == "Anim":
        return False
    capitals = words.ent[head] == "ORG" and words.form[head].isupper()
    return capitals or words.feat(head, "Case") in {"Nom", ""}


def _explains(scene: Scene, head: int, dash: int) -> bool:
    """«Пост занял Глеб Зуев, — бывший мэр», «умерла его соседка, тоже вдова, — Вера Лаптева»: who has just been told of."""
    words, start = scene.words, scene.paragraph(dash)[0]
    if words.ent[head] == "ORG":
        return False
    comma = next((i for i in range(dash - 2, start, -1) if words.form[i] == ","), start)
    described = not scene.has_predicate(comma, dash) and any(
        words.feat(i, "Animacy") == "Anim" and words.feat(i, "Case") == "Nom" for i in range(comma, dash)
    )
    return described or words.ent[dash - 2] == "PER"


def _signs(scene: Scene, i: int, start: int) -> bool:
    """A dash, or a colon right after the marks that open the line: «Работы нет»: жители посёлка."""
    return scene.is_dash(i) or scene.words.form[i] == ":" and scene.closes.get(i - 1) == start


def _about(scene: Scene, dash: int, end: int) -> bool:
    """«… — синоптик о погоде»: the signature tells what the words are about."""
    return any(scene.lower(i) in {"о", "об"} for i in range(dash + 1, end))
