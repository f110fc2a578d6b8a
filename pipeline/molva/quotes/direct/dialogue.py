"""Dialogue: lines that open with a dash."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from molva.quotes.attributed.markers import attributed
from molva.quotes.direct.author_words import is_personal, read_author, teller
from molva.quotes.direct.insertions import spoken_parts
from molva.quotes.direct.labels import label_above
from molva.quotes.direct.narrator import narrated, teller_of
from molva.quotes.direct.plain_questions import ONESELF
from molva.quotes.direct.split_speech import spoken
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import trim_all
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.authors import Author

MOST_SENTENCES = 8  # of speech in the middle of a line


@dataclass(frozen=True)
class Run:
    """Lines one below the other that open with a dash."""

    scene: Scene
    lines: list[Stretch]

    @cached_property
    def is_talk(self) -> bool:
        """A dialogue asks, answers or addresses somebody; a list of facts with dashes does none of it.

        Behind a colon there may be a list of questions: «Разберём вопросы:⏎— Откуда лёд?⏎— Куда уходит рыба?».
        """
        scene, lines, forms = self.scene, self.lines, self.scene.words.form
        questions = sum(forms[end - 1].startswith("?") for _, end in lines)
        told = any(
            not _behind_marks(scene, cut[0])
            for start, end in lines
            for cut in narrated(scene, start + 1, end)
        )
        personal = any(is_personal(scene, *line) for line in lines)
        first = lines[0][0]
        listed = (
            questions == len(lines) > 1
            and forms[first - 1 : first] == [":"]
            and label_above(scene, first) is None
        )
        return told or personal or questions > 0 and not listed


def dash_line(scene: Scene) -> Iterator[Draft]:
    """— Вы уверены? — переспросил следователь."""
    for opened, lines in groupby(scene.words.paragraphs, key=lambda line: _dash_of(scene, *line)):
        if opened:
            run = Run(scene, [_without_byline(scene, *line) for line in lines])
            for number in range(len(run.lines)):
                yield from _of_line(run, number)


def dash_behind(scene: Scene) -> Iterator[Draft]:
    """Сторож махнул рукой: — Пора домой.: a dash and a capital behind the colon, in one line."""
    words = scene.words
    for start, end in words.paragraphs:
        colon = next(
            (i for i in range(start + 1, end - 2) if words.form[i] == ":" and scene.is_dash(i + 1)), None
        )
        if colon is None or words.form[start] in DASHES or scene.pair_around(colon) is not None:
            continue
        begin = scene.sentence(colon)[0]
        author = read_author(scene, begin, colon, lexical=True, nearest_last=True) or teller(
            scene, begin, colon
        )
        if author is None or author.source is None or not words.form[colon + 2][:1].isupper():
            continue
        if not scene.has_predicate(colon + 2, end) and words.form[end - 1][0] not in "?!":
            continue  # «Мэр назвал беды: — Дороги; — Мосты.»
        cuts = narrated(scene, colon + 2, end)
        parts = _keep_stops(scene, end, trim_all(scene, spoken_parts(colon + 2, end, cuts)))
        if parts:
            yield author.fill(Draft("dash", "direct", parts), scene)


def dash_inside(scene: Scene) -> Iterator[Draft]:
    """Мэр был в порту. — Паром цел, — сказал он. Он уехал.: a dash and a capital behind a stop, the line break lost."""
    words = scene.words
    for start, end in words.paragraphs:
        at = start
        if words.form[start] in DASHES or DASHES.isdisjoint(words.form[start:end]):
            continue
        while (at := scene.sentence(at)[1]) < end:
            stop = _told_up_to(scene, at, end) if opens_inside(scene, at) else None
            cuts = narrated(scene, at + 1, stop) if stop is not None else []
            if stop is not None and cuts:
                for draft in spoken(scene, "dash", at + 1, stop, cuts, teller_of):
                    draft.parts = _keep_stops(scene, stop, draft.parts)
                    yield draft
                at = stop - 1


def opens_inside(scene: Scene, at: int) -> bool:
    """«Мэр был в порту. |—| Паром цел»: a dash, a space and a capital at the beginning of a sentence, outside of marks."""
    words = scene.words
    if not scene.is_dash(at) or at + 1 >= len(words) or scene.pair_around(at) is not None:
        return False
    if scene.bracket_around(at) is not None:
        return False  # «(паром. — Редакция)»
    spaced = words.start[at + 1] > words.end[at]
    return spaced and words.form[at - 1] in ENDS and words.form[at + 1][:1].isupper()


def _told_up_to(scene: Scene, start: int, end: int) -> int | None:
    """The end of the sentence with the author's words, and of those behind it that a dash gives back to the same speaker.

    «— Он цел, — сказал мэр. — Пойдёт в мае. |— А билеты?|»: behind speech without author's words another one speaks.
    """
    forms, at, told = scene.words.form, start, False
    for _ in range(MOST_SENTENCES):
        stop = min(scene.sentence(at)[1], end)
        author = any(scene.is_dash(i) and i + 1 in scene.cues for i in range(at + 1, stop - 1))
        if stop >= end or told and not author or (forms[stop] in DASHES) != author:
            return stop if told or author else None
        told, at = told or author, stop
    return None


def _of_line(run: Run, number: int) -> Iterator[Draft]:
    """The drafts of one line."""
    scene, (start, end) = run.scene, run.lines[number]
    cuts = narrated(scene, start + 1, end)
    author = _announced(run, start)
    if author is not None and cuts and not _outdoes(scene, author, cuts[0]):
        author = None
    told = list(spoken(scene, "dash", start + 1, end, cuts, teller_of)) if cuts and author is None else []
    for draft in told:
        draft.parts = _keep_stops(scene, end, draft.parts)
        yield draft
    if told:
        return
    parts = _keep_stops(scene, end, trim_all(scene, spoken_parts(start + 1, end, cuts)))
    whole = start + 1, _last_of_all(run) if author is not None and _is_alone(run) else end
    draft = Draft("dash", "direct", parts if cuts else [whole])
    if author is not None and draft.parts:
        yield author.fill(draft, scene)
    elif cuts and parts or _in_dialogue(run, number) or _lone(scene, start, end):
        yield draft


def _dash_of(scene: Scene, start: int, end: int) -> str:
    """The dash that a line of dialogue opens with: «- Цена – миллион» below «— Жду дебюта.» is another list; empty where there is none."""
    if not _opens_with_dash(scene, start, end):
        return ""
    return "-" if scene.words.form[start] == "-" else "—"


def _without_byline(scene: Scene, start: int, end: int) -> Stretch:
    """«— Почему и нет? (Нина ЗУЕВА)»: a line without the name of who has written the page, in brackets behind its stop."""
    words, bracket = scene.words, scene.bracket_around(end - 2) if end - start > 2 else None
    if words.form[end - 1] != ")" or bracket is None:
        return start, end
    opened = bracket[0]
    named = all(words.ent[i] == "PER" or words.form[i].isupper() for i in range(opened + 1, end - 1))
    return (start, opened) if named and words.form[opened - 1] in ENDS else (start, end)


def _opens_with_dash(scene: Scene, start: int, end: int) -> bool:
    """A line of dialogue: a dash, a space, a capital; a list goes on in lower case."""
    words = scene.words
    if end - start < 2 or words.form[start] not in DASHES or words.start[start + 1] == words.end[start]:
        return False
    first = next((form for form in words.form[start + 1 : end] if form[0].isalnum()), "")
    return not first[:1].islower() and words.form[end - 1] not in {";", ","}


def _announced(run: Run, start: int) -> Author | None:
    """«Прораб кивнул:⏎— Поехали.»: the line before ends with a colon and tells who."""
    scene = run.scene
    if start == 0 or scene.words.form[start - 1] != ":":
        return None
    label = label_above(scene, start)
    if label is not None:
        return Author(None, None, label)
    begin = scene.sentence(start - 1)[0]
    author = read_author(scene, begin, start - 1, lexical=True, nearest_last=True)
    if author is not None and (author.source is not None or author.sourceless):
        return author
    actor = teller(scene, begin, start - 1)
    if author is None and (run.is_talk or _is_alone(run)):
        author = attributed(scene, begin, start - 1)  # «По словам Айнур, брат помогал следствию:»
    if author is None and not run.is_talk:
        return _alone_below(run, actor)
    if author is not None and author.source is not None:
        return author
    return replace(author, source=actor.source) if author and actor else author or actor


def _alone_below(run: Run, actor: Author | None) -> Author | None:
    """«Прораб Ашот Гурян с этим не согласен:⏎— Всё закрепили.»: one line below who acts, by name, is no list."""
    scene = run.scene
    named = actor is not None and actor.source is not None and _names(scene, actor.source.span)
    return actor if named and _is_alone(run) else None


def _is_alone(run: Run) -> bool:
    """Whether a run is one line, and tells something."""
    start, end = run.lines[0]
    told = run.scene.words.form[end - 1] in ENDS and run.scene.has_predicate(start, end)
    return len(run.lines) == 1 and told


def _last_of_all(run: Run) -> int:
    """«Зуев прокомментировал уход:⏎— Договор не подписан.⏎Мы его ждём.»: where the speech of one line ends, that goes on below as «мы», «я»."""
    scene, (start, end) = run.scene, run.lines[0]
    words, gap = scene.words, scene.line_breaks(start)
    for first, stop in words.paragraphs[words.par[start] + 1 :]:
        # «наш знакомый» is the narrator's word as well
        own = any(words.lower[i] in ONESELF for i in range(first, stop))
        if not own or words.form[stop - 1] not in ENDS or scene.line_breaks(first) != gap:
            break
        end = stop
    return end


def _names(scene: Scene, span: Stretch) -> bool:
    """Whether a stretch names a person."""
    return any(scene.words.ent[i] == "PER" for i in range(*span))


def _outdoes(scene: Scene, announced: Author, cut: Stretch) -> bool:
    """«Вера закричала:⏎— Живы! — Девочка взмахнула письмом.»: a report before the line is believed before what is seen in it."""
    within = teller_of(scene, *cut, last=False)
    return within is None or announced.cue is not None and within.cue is None


def _lone(scene: Scene, start: int, end: int) -> bool:
    """A line alone among the narrator's: whoever speaks asks, cries out, or says «я» and «вы», or has just been told of.

    Lists have more lines.
    """
    words, number = scene.words, scene.words.par[start]
    near = words.paragraphs[max(number - 1, 0) : number] + words.paragraphs[number + 1 : number + 2]
    listed = any(scene.is_dash(first) for first, _ in near) or words.form[start - 1 : start] == [":"]
    closed = words.form[end - 1]
    spoken = closed[0] in "?!" or is_personal(scene, start, end) or _told_above(scene, start, end)
    return closed in ENDS and not listed and spoken


def _told_above(scene: Scene, start: int, end: int) -> bool:
    """«По словам сторожа, воды нет.⏎— Слесарь не пришёл.»: the sentence above tells who says something, and the line tells more."""
    if start == 0 or not scene.has_predicate(start, end):
        return False
    begin = scene.sentence(start - 1)[0]
    author = read_author(scene, begin, start, lexical=True) or attributed(scene, begin, start)
    return author is not None and author.source is not None


def _keep_stops(scene: Scene, end: int, parts: list[Stretch]) -> list[Stretch]:
    """Unmarked speech keeps its final stop: it is given back where it stood before the dash or the end."""
    kept = []
    for begin, stop in parts:
        at = stop
        while at < end and scene.words.form[at] in ENDS:
            at += 1
        kept.append((begin, at))
    return kept


def _in_dialogue(run: Run, number: int) -> bool:
    """A turn without author's words stands next to another turn and ends like a sentence."""
    forms, (_, end) = run.scene.words.form, run.lines[number]
    near = run.lines[max(number - 1, 0) : number] + run.lines[number + 1 : number + 2]
    talk = forms[end - 1] in ENDS and any(forms[stop - 1] in ENDS for _, stop in near)
    return talk and run.is_talk


def _behind_marks(scene: Scene, start: int) -> bool:
    """«- Зуев рассказал о порте. «Порт закрыт», — |заявил мэр|.»: the author's words of speech in marks, inside a line."""
    return any(k in scene.closes for k in (start - 2, start - 3))
