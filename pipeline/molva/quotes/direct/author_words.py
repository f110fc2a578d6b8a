"""The author's words beside speech: how far they reach, and which verb in them reports."""

from molva.quotes.conjunctions import JOINING
from molva.quotes.cues import FINITE, GERUND, PASSIVE, Cue
from molva.quotes.draft import Stretch
from molva.quotes.ends.occupied import is_occupied
from molva.quotes.reported.governors import governor
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.phrases import phrase
from molva.quotes.sources.standpoints import such_is
from molva.speakers.lexicon import groups
from molva.speakers.pronouns import NOMINATIVE
from molva.tokens.endless import LONGEST
from molva.tokens.marks import ONLY_CLOSING

SPEAKS = ("say", "think", "ask", "demand", "rate", "gesture", "state", "relay", "deny", "find")

CLAUSE_WORDS = frozenset("что чтобы как когда где куда откуда почему зачем сколько кто".split())
SHOWN = 16  # words of a sentence that shows whoever speaks


def stretch_after(scene: Scene, start: int) -> Stretch:
    """The author's words from ``start`` to the end of their sentence, or to speech that opens again."""
    stop = min(scene.paragraph(start)[1], start + LONGEST)
    i = start
    while i < stop:
        if scene.words.form[i] in ENDS and not _abbreviation(scene, i):
            break
        if i in scene.opens:
            before = scene.words.form[i - 1] if i else ""
            if before in DASHES or before == ":":
                break
            i = scene.opens[i]
        elif scene.words.form[i] in ONLY_CLOSING and i not in scene.closes:
            break
        i += 1
    pair = scene.pair_around(start)
    return start, min(i, pair[1]) if pair else i


def _abbreviation(scene: Scene, i: int) -> bool:
    """A full stop inside a sentence («г. Омска»): the sentence goes on after it."""
    return (
        scene.words.form[i] == "." and i + 1 < len(scene.words) and scene.unbroken(i) == scene.unbroken(i + 1)
    )


def read_author(
    scene: Scene, start: int, end: int, *, lexical: bool, nearest_last: bool = False
) -> Author | None:
    """Reads author's words: the first reporting verb and who stands with it.

    ``lexical`` asks for a verb of the lexicon; otherwise the frame itself («…», — V X) is proof
    enough and any finite verb will do. ``nearest_last`` takes the last cue (words before a colon).
    """
    cues = [scene.cues[i] for i in range(start, end) if i in scene.cues and scene.cues[i].has(*SPEAKS)]
    cues = [c for c in cues if c.form in {FINITE, GERUND, PASSIVE} and not _in_marks(scene, c, start, end)]
    cues = [c for c in cues if not _in_brackets(scene, c, start, end)]
    if nearest_last:
        cues = _told(cues)
    finite = [c for c in cues if c.form != GERUND] or cues
    if finite:
        cue = _at_colon(scene, cues, finite[-1], end) if nearest_last else finite[0]
        return author_of_cue(scene, cue, start, end)
    if (such := such_is(scene, start, end)) is not None:
        return such  # «…», — такова позиция Орехова
    if lexical:
        return None
    shown = shown_between(scene, start, end)
    seen = _any_verb(scene, start, end) or _no_verb(scene, start, end)
    if shown is None or seen is not None and seen.source is not None and seen.source.head == shown:
        return seen
    return Author(None, None, phrase(scene, shown, start, end))


def shown_between(scene: Scene, start: int, stop: int) -> int | None:
    """«— Он позвонил ночью, — |у Галины срывается голос|. — Было темно.»: whoever is shown in a sentence between speech speaks.

    Behind a comma it opens small or with a name, ends with a stop, and speech goes on with a capital.
    """
    words = scene.words
    own_sentence = (
        words.form[start - 2] == ","
        and stop - start <= SHOWN
        and stop + 1 < len(words)
        and words.form[stop - 1] in {".", "…", "..."}
        and words.form[stop + 1][:1].isupper()
    )
    if not own_sentence or words.pos[start] in {"CCONJ", "SCONJ"}:
        return None
    if any(words.feat(i, "Person") in {"1", "2"} for i in range(start, stop)):
        return None
    somebody = (i for i in range(start, stop) if words.ent[i] == "PER" or words.lemma[i] in NOMINATIVE)
    return next(somebody, next((i for i in range(start, stop) if _is_one(scene, i)), None))


def _is_one(scene: Scene, i: int) -> bool:
    """«|женщина| смотрит в окно»: a noun for one living being."""
    words = scene.words
    one = words.feat(i, "Number") == "Sing" and words.feat(i, "Animacy") == "Anim"
    return one and words.pos[i] == "NOUN"


def _in_marks(scene: Scene, cue: Cue, start: int, end: int) -> bool:
    """«заявил, что «не просил помощи», и показал письмо: «…»»: what is quoted among the author's words reports nothing."""
    pair = scene.pair_around(cue.head)
    return pair is not None and start <= pair[0] and pair[1] < end


def _in_brackets(scene: Scene, cue: Cue, start: int, end: int) -> bool:
    """«Кассирша Лена (фамилию |просила| не называть) машет рукой: «…»»: a remark on her among the author's words."""
    around = scene.bracket_around(cue.head)
    return around is not None and start <= around[0] and around[1] < end


def _told(cues: list[Cue]) -> list[Cue]:
    """«заявил, что осмотр не выявил трещин: «…»»: a finding told of in a report speaks no words."""
    said = [k for k, cue in enumerate(cues) if cue.has("say")]
    return [cue for k, cue in enumerate(cues) if not said or k <= said[-1] or cue.classes != {"find"}]


def _at_colon(scene: Scene, cues: list[Cue], finite: Cue, end: int) -> Cue:
    """«Мэр |заявил|, что порт обещал помощь: «…»»: the last cue before a colon, or the one whose clause it has its object in."""
    if not is_occupied(scene, finite, end):
        return _last(scene, cues, finite, end)
    that = _comma_before(scene, finite.head, 0) + 1
    main = governor(scene, that) if scene.lower(that) in {"что", "чтобы"} else None
    return main if main in cues and main.form != GERUND else _last(scene, cues, finite, end)


def _last(scene: Scene, cues: list[Cue], finite: Cue, end: int) -> Cue:
    """«назвал уход шуткой, написав в «Бакене»: …»: a gerund of the deed done next, or beside the colon, reports."""
    gerund = cues[-1]
    done = scene.words.feat(gerund.head, "Aspect") == "Perf" or gerund.head == end - 1
    told = any(scene.lower(i) in {"что", "чтобы"} for i in range(gerund.head, end))
    later = gerund.form == GERUND and gerund.head > finite.head and gerund.has("say")
    return gerund if later and done and not told else finite


def _any_verb(scene: Scene, start: int, end: int) -> Author | None:
    """«…», — горячится X: where the marks prove speech any finite verb near them reports."""
    words = scene.words
    if scene.lower(start) in JOINING:
        return None  # «Не может быть!» — и вышла
    for i in range(start, min(end, start + 8)):
        if scene.is_finite(i) and words.pos[i] == "VERB" and words.feat(i, "Tense") != "Fut":
            who = subject(scene, i, start, end)
            return Author((i, i + 1), i, who) if who is not None or i <= start + 1 else None
        if words.form[i] == ",":
            return None
    return None


def _no_verb(scene: Scene, start: int, end: int) -> Author | None:
    """«…», — Орехов.  «…», — министр на совещании.: a person in the nominative and no verb at all."""
    words = scene.words
    if end - start > 10 or scene.has_predicate(start, end):
        return None
    head = next((i for i in range(start, end) if words.pos[i] in {"NOUN", "PROPN"}), None)
    if head is None or words.feat(head, "Case") not in {"Nom", ""}:
        return None
    if words.ent[head] == "PER" or words.feat(head, "Animacy") == "Anim" and words.form[start][:1].islower():
        return Author(None, None, phrase(scene, head, start, end))
    return None


def teller(scene: Scene, start: int, end: int) -> Author | None:
    """«После аварии он сбежал:⏎Да я и сейчас мандражирую.»: a person acts, then speaks as «я»."""
    words = scene.words
    for i in range(end - 1, start - 1, -1):
        by_the_way = in_relative_clause(scene, i, start, "Nom") or _in_asked_clause(scene, i, start)
        if scene.is_finite(i) and words.pos[i] == "VERB" and not by_the_way:
            who = subject(scene, i, start, end, widest=start)
            if who is None:
                continue  # «он встал и громко крикнул»: the verb before has it
            person = words.ent[who.head] == "PER" or words.feat(who.head, "Animacy") == "Anim"
            person = person or words.lemma[who.head] in groups()  # «|Защита| хочет понять, был ли он там:»
            return Author(None, i, who) if person or words.pos[who.head] == "PRON" else None
    return None


def in_relative_clause(scene: Scene, verb: int, start: int, case: str = "") -> bool:
    """«… с подругой, которая |стала| её донором», «актёр, который |играл| царей, вспомнил гастроли»: what is told by the way.

    With a ``case`` only where the pronoun stands in it.
    """
    words, comma = scene.words, _comma_before(scene, verb, start)
    pronouns = (i for i in range(comma, verb) if words.lemma[i] == "который")
    return any(case in ("", words.feat(i, "Case")) for i in pronouns)


def _in_asked_clause(scene: Scene, verb: int, start: int) -> bool:
    """«пытаются выяснить, |как он понял|»: what is told or asked about somebody, behind the last comma."""
    comma = _comma_before(scene, verb, start)
    return comma > start and scene.words.lower[comma + 1] in CLAUSE_WORDS


def _comma_before(scene: Scene, verb: int, start: int) -> int:
    """The last comma before a verb; where the stretch begins, if it has none."""
    return next((i for i in range(verb, start, -1) if scene.words.form[i] == ","), start)


def is_personal(scene: Scene, start: int, end: int) -> bool:
    """«|Я рад|», «|приходите| в порт»: the first or second person, the speaker's own voice, outside marks."""
    words = scene.words
    marked = {k for i in range(start, end) if i in scene.opens for k in range(i, scene.opens[i])}
    return any(
        words.feat(i, "Person") in {"1", "2"} or words.feat(i, "Mood") == "Imp"
        for i in range(start, end)
        if i not in marked
    )
