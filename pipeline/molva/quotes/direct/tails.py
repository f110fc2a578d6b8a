"""Speech in marks and the author's words behind it: «П», — а."""

from collections.abc import Iterator
from dataclasses import replace

from molva.quotes.conjunctions import COORDINATORS
from molva.quotes.cues import FINITE
from molva.quotes.direct.author_words import SPEAKS, is_personal, read_author, stretch_after
from molva.quotes.direct.colons import author_before
from molva.quotes.direct.insertions import content_of, insertions
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import behind_clock
from molva.quotes.media.medium import CITATION, is_medium, is_named_body
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.authors import Author, author_of_cue
from molva.tokens.marks import OPENING

MESSAGES = frozenset(
    "сообщение комментарий запись письмо обращение пост заявление жалоба просьба призыв отзыв".split()
)
NOTED = frozenset(
    "орф орфография пунктуация стилистика стиль написание".split()
)  # what is kept as it was written
LISTING = frozenset({",", ";", "и"})
LINE = 14  # words of a line that holds the author's words alone
WHOLE = (
    8  # words of a sentence in marks, with its opening mark, that a lost full stop parts from the one before
)


def tail(scene: Scene) -> Iterator[Draft]:
    """«Мы вернёмся к разговору в марте», — заявил министр Пётр Орехов."""
    for start, close in scene.closed:
        author = author_after(scene, start, close)
        if author and not _inside_insertion(scene, start, close):
            author = _behind_a_medium(scene, author, start, close)
            parts = [part for pair in _listed(scene, start, close) for part in content_of(scene, *pair)]
            yield author.fill(Draft("tail", "direct", parts), scene)


def _listed(scene: Scene, start: int, close: int) -> list[Stretch]:
    """«Где дворники?», «Пора чистить крыши», — пишут жители.: pieces that one verb closes are one quote.

    The first one opens its sentence, and one of those before the last asks, cries or tells something.
    """
    words, pairs = scene.words, [(start, close)]
    while (mark := pairs[0][0] - 2) >= 0 and words.lower[mark + 1] in LISTING and mark in scene.closes:
        pairs.insert(0, (scene.closes[mark], mark))
    first, before = pairs[0][0], pairs[:-1]
    capitals = all(words.form[a + 1][:1].isupper() for a, _ in pairs)
    told = any(
        not ENDS.isdisjoint(words.form[a + 1 : b])
        or scene.has_predicate(a + 1, b)
        or scene.has_subject(a + 1, b)
        for a, b in before
    )
    return pairs if capitals and told and _opens_speech(scene, first) else [(start, close)]


def _behind_a_medium(scene: Scene, author: Author, start: int, close: int) -> Author:
    """Орехов назвал смету злом: «Её писали втайне», сообщает «Бакен».: who stands before the colon speaks."""
    if author.source is None:
        return author
    medium = author.source.span
    if not is_medium(scene, *medium) and not is_named_body(scene, medium[0]):
        return author
    before = author_before(scene, start, close)
    return replace(before, via=medium) if before and before.source else author


def _inside_insertion(scene: Scene, start: int, close: int) -> bool:
    """«… на корабле „Мармион“, — сказал он. — …»: the author's words belong to the outer marks."""
    outer = scene.pair_around(start)
    if outer is None:
        return scene.outermost.get(close, start) < start
    return any(begin - close <= 3 and begin > close for begin, _ in insertions(scene, outer[0] + 1, outer[1]))


def author_after(scene: Scene, start: int, close: int) -> Author | None:
    """The author's words after a closing mark, if that is what follows."""
    words = scene.words
    i = close + 1
    if i in scene.brackets and _notes(scene, i):
        i = scene.brackets[i] + 1
    comma = words.form[i : i + 1] in ([","], ["."])
    i += comma
    if i < len(words) and words.par[i] == words.par[close] + 1:
        return _on_the_next_line(scene, start, close, i)
    if i >= len(words) or words.par[i] != words.par[close]:
        return None
    if words.form[i] in DASHES:
        opens = _opens_speech(scene, start) or len(_listed(scene, start, close)) > 1
        if not opens or _goes_on(scene, i + 1) or _told_before(scene, start, close, i + 1):
            return None
        proved = comma or words.form[close - 1] in ENDS or _is_such_a_message(scene, i + 1)
        if not proved and _is_name_between_dashes(scene, start, close):
            return None
        return _author_behind_dash(scene, start, close, i, proved=proved)
    if comma and words.form[i - 1] == ".":
        return None
    if not _speechlike(scene, start, close):
        return _cried(scene, start, close, i)
    return _author_without_dash(scene, i, comma=comma)


def _notes(scene: Scene, bracket: int) -> bool:
    """««…» |(цитата по «Бакену»)|, — сказал Орехов», ««…» |(орфография сохранена)|, — пишет она»: a note on the words, and then a comma or a dash."""
    behind = scene.brackets[bracket] + 1
    parted = scene.words.form[behind : behind + 1] == [","] or scene.is_dash(behind)
    noted = (
        scene.words.lemma[bracket + 1] in NOTED and scene.words.par[behind - 1] == scene.words.par[bracket]
    )
    return scene.lower(bracket + 1) in CITATION or noted and parted


def _is_name_between_dashes(scene: Scene, start: int, close: int) -> bool:
    """«Первый банк города — |«Створ»| — сообщил, что …»: behind a nominative and a dash, marks without a predicate hold its name."""
    words, noun = scene.words, start - 2
    named = noun >= scene.sentence(start)[0] and scene.is_dash(start - 1)
    return named and words.pos[noun] in {"NOUN", "PROPN"} and not scene.has_predicate(start + 1, close)


def _is_such_a_message(scene: Scene, first: int) -> bool:
    """««…» — |такое сообщение| оставила директор», ««…» — |такой комментарий| появился»: what the marks hold is said to be a message."""
    words = scene.words
    return words.lemma[first : first + 1] == ["такой"] and words.lemma[first + 1] in MESSAGES


def _cried(scene: Scene, start: int, close: int, first: int) -> Author | None:
    """«Здорово!» говорили рыбаки: a cry that opens its sentence, and the verb right behind its mark, before who cries."""
    opens = start == scene.sentence(start)[0] and scene.words.form[close - 1] in ENDS - {"."}
    cue = scene.cues.get(first)
    if not opens or cue is None or not cue.has("say", "gesture"):
        return None
    author = _author_without_dash(scene, first, comma=False)
    behind = author is not None and author.source is not None and author.source.span[0] > first
    return author if behind else None


def _author_without_dash(scene: Scene, first: int, *, comma: bool) -> Author | None:
    """«…», заявил Орехов: behind a comma a cue near the mark, without one a cue beside it and its source."""
    words = scene.words
    if first in scene.opens:
        return None  # «Обещали премию», «Говорили, что …»: more speech
    begin, end = stretch_after(scene, first)
    near = range(begin, min(begin + (4 if comma else 1), end))
    cue = next((scene.cues[j] for j in near if j in scene.cues), None)
    if cue is None or cue.form != FINITE or not cue.has("say", "state", "relay", "ask"):
        return None
    if any(begin <= mark < cue.head < close for mark, close in scene.closed):
        return None  # «Мало платят», «Обещали премию»: the next speech
    if any(words.lower[j] in {"что", "чтобы"} for j in range(cue.head + 1, min(cue.head + 6, end))):
        return None
    if not comma and words.form[begin][:1].isupper():
        return None  # «Где снег?» Отвечает дворник Зуев: «Убрали».
    author = author_of_cue(scene, cue, begin, end)
    return author if comma or author.source else None


def _on_the_next_line(scene: Scene, start: int, close: int, line: int) -> Author | None:
    """«Мы начали ремонт».⏎заявил Глеб Зуев.  «Готово»⏎— сообщил он.: the author's words begin the line below."""
    first = line + (scene.words.form[line] in DASHES and line + 1 < len(scene.words))
    cue = scene.cues.get(first)
    reports = cue is not None and cue.form == FINITE and (cue.has("say") or cue.has(*SPEAKS) and first > line)
    if cue is None or not reports or not scene.words.form[first].islower():
        return None
    author = author_of_cue(scene, cue, *stretch_after(scene, first))
    alone = author.source is not None and first < author.source.span[0] < first + LINE
    return author if alone and _speechlike(scene, start, close) else None


def _author_behind_dash(scene: Scene, start: int, close: int, dash: int, *, proved: bool) -> Author | None:
    """«…», — сказал X: a comma or a full stop before the dash proves that the marks hold speech."""
    words = scene.words
    first = dash + 1
    if first >= len(words) or words.par[first] != words.par[close] or words.form[first] in OPENING:
        return None
    begin, end = stretch_after(scene, first)
    author = read_author(scene, begin, end, lexical=not proved)
    if author is None or _tells_more(scene, author):
        return None
    ended = words.form[close - 1] in ENDS
    if author.verb is None and not ended and is_title(scene, start, close):
        return None  # попали в список «Форбс», — Сергей Брин и другие
    apposition = author.cue and any(words.form[k] == "," for k in range(begin, author.cue[0]))
    return None if apposition and not proved else author  # «Южный поток» — компании X, сообщил глава


def _tells_more(scene: Scene, author: Author) -> bool:
    """На крик боцмана: «Течь!» — Зуев возразил, что лодка цела: the verb has a clause of its own to report."""
    if author.cue is None or author.source is None or author.source.span[0] > author.cue[0]:
        return False
    return scene.lower(author.cue[1]) == "," and scene.lower(author.cue[1] + 1) in {"что", "чтобы"}


def _opens_speech(scene: Scene, start: int) -> bool:
    """Whether speech can begin at a mark: not right after a word, as the name in «купил „Отмель“, — но поздно»."""
    if start == behind_clock(scene, scene.sentence(start)[0]):
        return True
    before = scene.words.form[start - 1]
    if _stop_left_out(scene, start):
        return True
    if _is_piece_of_claim(scene, start):
        return False
    return not before[-1:].isalnum() and (before != "," or scene.has_predicate(start + 1, scene.opens[start]))


def _is_piece_of_claim(scene: Scene, start: int) -> bool:
    """«Есть лодки, |«которые плавают»|, — сказал мэр»: behind a comma or a dash, in a small letter, marks hold a piece of what is told.

    Not his own words behind what the narrator tells: «Мэр вышел к людям, «мы вас ждали», — сказал он».
    """
    words, close, low = scene.words, scene.opens[start], scene.sentence(start)[0]
    small = words.form[start + 1][:1].islower() and words.form[close - 1] not in ENDS
    inside = small and (words.form[start - 1] == "," or scene.is_dash(start - 1))
    equal = scene.is_dash(start - 1) and start - low > 1
    told = inside and (equal or scene.has_predicate(low, start) or scene.has_subject(low, start))
    marked = any(k in scene.opens for k in range(low, start))
    return told and not marked and not is_personal(scene, start + 1, close)


def _stop_left_out(scene: Scene, start: int) -> bool:
    """«Об этом говорится на сайте порта |«Мост закрыт до мая»|, — …»: a clause is over, and a sentence in marks begins with its capital."""
    words, close = scene.words, scene.opens[start]
    whole = (
        words.form[start + 1][:1].isupper()
        and close - start >= WHOLE
        and scene.has_predicate(start + 1, close)
    )
    if not whole or scene.pair_around(start) is not None or is_title(scene, start, close):
        return False
    low = scene.sentence(start)[0]
    return words.form[start - 1][-1:].isalnum() and scene.has_predicate(low, start)


def _goes_on(scene: Scene, first: int) -> bool:
    """«…» — и передали его в управу: behind a conjunction the clause goes on, unless «и добавил» comes at once."""
    if scene.lower(first) not in COORDINATORS:
        return False
    near = (scene.cues[i] for i in range(first + 1, min(first + 4, len(scene.words))) if i in scene.cues)
    return not any(cue.has("say") for cue in near)


def _told_before(scene: Scene, start: int, close: int, first: int) -> bool:
    """Орехов сказал: «Мост закрыт», |— и добавил: «…»|: who stands before the colon has said it, and speaks on."""
    if scene.lower(first) not in COORDINATORS:
        return False
    author = author_before(scene, start, close)
    return author is not None and author.source is not None


def _speechlike(scene: Scene, start: int, close: int) -> bool:
    """A sentence rather than a name: a predicate inside, the beginning of a sentence before it."""
    before = scene.words.form[start - 1] if start else "."
    opens_sentence = start == scene.sentence(start)[0] or before in ENDS or before == ":"
    return opens_sentence and close - start > 3 and scene.has_predicate(start + 1, close)
