"""Direct speech in marks: «П», — а.  А: «П».  «П, — а, — п».  «П». «П»."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from molva.quotes.authors import Author, author_of_cue, read_author, stretch_after
from molva.quotes.clause_ends import CONJUNCTIONS
from molva.quotes.complements import complement
from molva.quotes.conjunctions import COORDINATORS
from molva.quotes.cues import FINITE, GERUND, of_talk
from molva.quotes.draft import Draft, Stretch
from molva.quotes.edges import trim, trim_all
from molva.quotes.lexicon import word_list
from molva.quotes.markers import attributed
from molva.quotes.media import is_medium, is_named_body
from molva.quotes.narration import explains
from molva.quotes.phrases import Source, phrase
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources import subject
from molva.quotes.titles import is_title
from molva.speakers.pronouns import THEIRS

LINE = 14  # words of a line that holds the author's words alone


def tail(scene: Scene) -> Iterator[Draft]:
    """«Мы вернёмся к разговору в марте», — заявил министр Пётр Орехов."""
    for start, close in scene.closed:
        author = author_after(scene, start, close)
        if author and not _inside_insertion(scene, start, close):
            author = _behind_a_medium(scene, author, start, close)
            yield author.fill(Draft("tail", "direct", content_of(scene, start, close)), scene)


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
    if i in scene.brackets and scene.lower(i + 1) in {"цитата", "цит"}:
        i = scene.brackets[i] + 1  # «…» (цитата по «Бакену»), — сказал Орехов
    comma = words.form[i : i + 1] in ([","], ["."])
    i += comma
    if i < len(words) and words.par[i] == words.par[close] + 1:
        return _on_the_next_line(scene, start, close, i)
    if i >= len(words) or words.par[i] != words.par[close]:
        return None
    if words.form[i] in DASHES:
        if not _opens_speech(scene, start) or _goes_on(scene, i + 1):
            return None
        ended = words.form[close - 1] in ENDS
        return _author_behind_dash(scene, start, close, i, proved=comma or ended)
    if comma and words.form[i - 1] == "." or not _speechlike(scene, start, close):
        return None
    return _author_without_dash(scene, i, comma=comma)


def _author_without_dash(scene: Scene, first: int, *, comma: bool) -> Author | None:
    """«…», заявил Орехов: behind a comma a cue near the mark, without one a cue beside it and its source."""
    words = scene.words
    begin, end = stretch_after(scene, first)
    near = range(begin, min(begin + (4 if comma else 1), end))
    cue = next((scene.cues[j] for j in near if j in scene.cues), None)
    if cue is None or cue.form != FINITE or not cue.has("say", "state", "relay", "ask"):
        return None
    if any(words.lower[j] in {"что", "чтобы"} for j in range(cue.head + 1, min(cue.head + 6, end))):
        return None
    author = author_of_cue(scene, cue, begin, end)
    return author if comma or author.source else None


def _on_the_next_line(scene: Scene, start: int, close: int, line: int) -> Author | None:
    """«Мы начали ремонт».⏎заявил Глеб Зуев.  «Готово»⏎— сообщил он.: the author's words begin the line below."""
    first = line + (scene.words.form[line] in DASHES and line + 1 < len(scene.words))
    cue = scene.cues.get(first)
    if cue is None or cue.form != FINITE or not cue.has("say") or not scene.words.form[first].islower():
        return None
    author = author_of_cue(scene, cue, *stretch_after(scene, first))
    alone = author.source is not None and first < author.source.span[0] < first + LINE
    return author if alone and _speechlike(scene, start, close) else None


def _author_behind_dash(scene: Scene, start: int, close: int, dash: int, *, proved: bool) -> Author | None:
    """«…», — сказал X: a comma or a full stop before the dash proves that the marks hold speech."""
    words = scene.words
    first = dash + 1
    if first >= len(words) or words.par[first] != words.par[close] or words.form[first] in {"«", '"'}:
        return None
    begin, end = stretch_after(scene, first)
    author = read_author(scene, begin, end, lexical=not proved)
    if author is None:
        return None
    ended = words.form[close - 1] in ENDS
    if author.verb is None and not ended and is_title(scene, start, close):
        return None  # попали в список «Форбс», — Сергей Брин и другие
    apposition = author.cue and any(words.form[k] == "," for k in range(begin, author.cue[0]))
    return None if apposition and not proved else author  # «Южный поток» — компании X, сообщил глава


def _opens_speech(scene: Scene, start: int) -> bool:
    """Whether speech can begin at a mark: not right after a word, as the name in «купил „Отмель“, — но поздно»."""
    if start == scene.sentence(start)[0]:
        return True
    before = scene.words.form[start - 1]
    return not before[-1:].isalnum() and (before != "," or scene.has_predicate(start + 1, scene.opens[start]))


def _goes_on(scene: Scene, first: int) -> bool:
    """«…» — и передали его в управу: behind a conjunction the clause goes on, unless «и добавил» comes at once."""
    if scene.lower(first) not in COORDINATORS:
        return False
    near = (scene.cues[i] for i in range(first + 1, min(first + 4, len(scene.words))) if i in scene.cues)
    return not any(cue.has("say") for cue in near)


def _speechlike(scene: Scene, start: int, close: int) -> bool:
    """A sentence rather than a name: a predicate inside, the beginning of a sentence before it."""
    before = scene.words.form[start - 1] if start else "."
    opens_sentence = start == scene.sentence(start)[0] or before in ENDS or before == ":"
    return opens_sentence and close - start > 3 and scene.has_predicate(start + 1, close)


def before(scene: Scene) -> Iterator[Draft]:
    """Ковалёва подчеркнула: «Отчёт готов».  Надпись гласит: «Не прислоняться»."""
    for start, close in scene.closed:
        author = author_before(scene, start, close)
        if author:
            parts = [part for pair in _listed(scene, start, close) for part in content_of(scene, *pair)]
            yield author.fill(Draft("colon", "direct", parts), scene)


def _listed(scene: Scene, start: int, close: int) -> list[Stretch]:
    """The marks behind a colon: кричали: «Порт наш!» и «Долой!».: cries of one cue are one quote."""
    pairs, words = [(start, close)], scene.words
    while scene.words.form[close - 1] in ENDS:
        following = close + 1
        while following < len(words) and words.lower[following] in {",", "и"}:
            following += 1
        if following == close + 1 or following not in scene.opens:
            break
        pairs.append((following, scene.opens[following]))
        close = scene.opens[following]
    return pairs


def bare_colon(scene: Scene) -> Iterator[Draft]:
    """Число погибших уточнять не стали: «Идут тяжёлые бои, в других местах тоже».: a whole sentence in marks."""
    for start, close in scene.closed:
        colon = start > 0 and scene.words.form[start - 1] == ":"
        if (
            colon
            and close - start > 8
            and not on_a_poster(scene, start - 1)
            and scene.has_predicate(start + 1, close)
            and scene.pair_around(start) is None
            and scene.words.form[start + 1][:1].isupper()
            and author_before(scene, start, close) is None
        ):
            yield Draft("bare-colon", "direct", content_of(scene, start, close))


def plain_tail(scene: Scene) -> Iterator[Draft]:
    """Я этого не подпишу — сказал Орехов.: speech that fills its line and has lost its marks."""
    words = scene.words
    for start, end in scene.words.paragraphs:
        dash = next(
            (i for i in range(start + 2, end - 1) if words.form[i] in DASHES and i + 1 in scene.cues), None
        )
        if dash is None or words.form[start] in DASHES or not scene.has_predicate(start, dash):
            continue
        if any(i in scene.opens or words.form[i] in {"«", "»", '"'} for i in range(start, dash)):
            continue
        cue = scene.cues[dash + 1]
        stop = stretch_after(scene, dash + 1)[1]
        if cue.form != FINITE or not cue.has("say", "ask", "gesture") or of_talk(words, cue.head):
            continue
        author = author_of_cue(scene, cue, dash + 1, stop)
        part = trim(scene, start, dash)
        if part and author.source and author.source.span[0] > cue.head:
            yield author.fill(Draft("plain-tail", "direct", [part]), scene)


def told_below(scene: Scene) -> Iterator[Draft]:
    """Рыбы стало мало.⏎— подчеркнул Орехов.: the author's words on the line below speech without marks."""
    words, paragraphs = scene.words, scene.words.paragraphs
    for (start, end), (dash, stop) in pairwise(paragraphs):
        cue = scene.cues.get(dash + 1)
        if words.form[dash] not in DASHES or cue is None or stop - dash > LINE or cue.form != FINITE:
            continue
        marked = start in scene.opens or words.form[start] in DASHES
        author = author_of_cue(scene, cue, dash + 1, stop)
        alone = author.source is not None and author.source.span[0] > cue.head
        if not marked and cue.has("say", "ask") and alone and scene.has_predicate(start, end):
            yield author.fill(Draft("plain-tail", "direct", [(start, end)]), scene)


def author_before(scene: Scene, start: int, close: int) -> Author | None:
    """The author's words that end with a colon before an opening mark."""
    if start == 0 or scene.words.form[start - 1] != ":":
        return None
    colon = start - 1
    if (
        on_a_poster(scene, colon)
        or scene.lower(colon - 1) in CONJUNCTIONS  # «заявил, что: «цех встал», и ушёл» reports a clause
        or _opens_with_title(scene, start, close)
        or _lists_names(scene, start, close)
    ):
        return None
    begin = _after_speech(scene, scene.sentence(colon)[0], colon)
    author = read_author(scene, begin, colon, lexical=True, nearest_last=True)
    if author and author.verb is not None and explains(scene, start, colon, author.verb):
        return None
    return (
        author
        or _noun_author(scene, begin, colon)
        or _by_words(scene, colon, start, close)
        or _silent_author(scene, begin, colon, start, close)
    )


def on_a_poster(scene: Scene, colon: int) -> bool:
    """«держал плакат с надписью: «Долой»»: nobody says what stands on a poster."""
    return any(scene.words.lemma[i] in word_list("posters") for i in range(scene.sentence(colon)[0], colon))


def _opens_with_title(scene: Scene, start: int, close: int) -> bool:
    """«отметил нарушения: «Фанком» сократил штат»: the clause after the colon begins with a name."""
    words, after = scene.words, close + 1
    goes_on = after < len(words) and words.par[after] == words.par[close] and words.form[after][:1].islower()
    return goes_on and words.form[close - 1] not in ENDS and is_title(scene, start, close)


def _lists_names(scene: Scene, start: int, close: int) -> bool:
    """«назвал три фильма: «Отмель», «Берег» и «Мыс»»: names follow each other in a list."""
    listed = scene.words.form[close + 1 : close + 2] == [","] and close + 2 in scene.opens
    return listed and is_title(scene, start, close)


def _after_speech(scene: Scene, begin: int, end: int) -> int:
    """The words after the last speech in marks and dash: «…», — сказал он и добавил: «…»."""
    for i in range(end - 1, begin - 1, -1):
        if scene.words.form[i] in DASHES and i > begin and scene.words.form[i - 1] in {",", *ENDS}:
            return i + 1
    return begin


def _noun_author(scene: Scene, begin: int, colon: int) -> Author | None:
    """Слова Орехова: «Строим сами».  Его ответ: «Нет»."""
    words = scene.words
    for i in range(colon - 1, max(begin, colon - 8) - 1, -1):
        if words.lemma[i] in word_list("nouns") and words.feat(i, "Case") != "Gen":
            who = complement(scene, i, colon)
            if who is None and i > begin and words.lower[i - 1] in THEIRS:
                who = Source((i - 1, i), i - 1)
            if who is not None:
                return Author((i, i + 1), None, who)
    return None


def _by_words(scene: Scene, colon: int, start: int, close: int) -> Author | None:
    """По словам Орехова, было темно: «Я шёл на ощупь».: a sentence in the marks, and the claim's source before them."""
    if not scene.words.form[start + 1][:1].isupper() or not scene.has_predicate(start + 1, close):
        return None
    return None if is_title(scene, start, close) else attributed(scene, scene.sentence(colon)[0], colon)


def _silent_author(scene: Scene, begin: int, colon: int, start: int, close: int) -> Author | None:
    """Министр был краток: «Нет».  Баринов развёл руками: «Кто же знал»: a person, a colon, a sentence."""
    words = scene.words
    if is_title(scene, start, close):
        return None
    if not (scene.has_predicate(start + 1, close) or words.form[close - 1] in ENDS):
        return None
    for i in range(colon - 1, begin - 1, -1):
        if scene.is_finite(i):
            who = subject(scene, i, begin, colon)
            if who and (
                words.ent[who.head] == "PER"
                or words.feat(who.head, "Animacy") == "Anim"
                or words.pos[who.head] == "PRON"
            ):
                return Author(None, i, who)
            return None
    if colon - begin <= 6 and any(words.ent[i] == "PER" for i in range(begin, colon)):
        head = next(i for i in range(begin, colon) if words.ent[i] == "PER")
        return Author(None, None, phrase(scene, head, begin, colon))
    return None


def split(scene: Scene) -> Iterator[Draft]:
    """«Мы приедем, — сказал Орехов, — если погода позволит»."""
    for start, close in scene.closed:
        inserts = insertions(scene, start + 1, close)
        if inserts and author_after(scene, start, close) is None:
            yield from spoken(scene, "split", start + 1, close, inserts)


def spoken(scene: Scene, rule: str, start: int, end: int, cuts: list[Stretch]) -> Iterator[Draft]:
    """The speech of ``start``..``end`` around the author's words in it.

    «Да, — ответила она, добавив: — но не вся»: after a colon the words belong to the last cue.
    """
    at, parts, told = start, [], False
    for begin, stop in cuts:
        parts.append((at, begin - 1))
        at = stop + 1
        if scene.words.form[stop - 1] == ":":
            yield from _told(scene, rule, parts, (begin, stop), last=told)
            parts, told = [], True
    if at < end:
        parts.append((at, end))
    yield from _told(scene, rule, parts, cuts[-1] if told else cuts[0], last=told)


def _told(scene: Scene, rule: str, parts: list[Stretch], words: Stretch, *, last: bool) -> Iterator[Draft]:
    trimmed = trim_all(scene, parts)
    author = read_author(scene, *words, lexical=False, nearest_last=last)
    if trimmed and author:
        yield author.fill(Draft(rule, "direct", trimmed), scene)


def insertions(scene: Scene, start: int, end: int) -> list[Stretch]:
    """The author's words between dashes inside marked speech, without the dashes."""
    words, found, i = scene.words, [], start
    while i < end:
        if i in scene.opens and scene.opens[i] < end:
            i = scene.opens[i] + 1
            continue
        if words.form[i] in DASHES and i > start and words.form[i - 1] in {",", *ENDS}:
            stop = next(
                (
                    j
                    for j in range(i + 1, min(i + 40, end))
                    if words.form[j] in DASHES and words.form[j - 1] in {",", ":", *ENDS}
                ),
                None,
            )
            if stop is not None and _is_author(scene, i + 1, stop):
                found.append((i + 1, stop))
                i = stop + 1
                continue
        i += 1
    return found


def _is_author(scene: Scene, start: int, stop: int) -> bool:
    """A reporting verb near the dash with a subject beside it, in lower case."""
    words = scene.words
    if words.form[start][:1].isupper() and words.ent[start] == "":
        return False
    cue = next((scene.cues[i] for i in range(start, min(start + 5, stop)) if i in scene.cues), None)
    if cue is None and _verb_first(scene, start, stop):
        return True
    if (
        cue is None
        or cue.form not in {FINITE, GERUND}
        or not cue.has("say", "think", "ask", "gesture", "demand", "relay", "rate")
    ):
        return False
    if of_talk(words, cue.head):
        return False
    return author_of_cue(scene, cue, start, stop).source is not None or stop - start <= 3


def _verb_first(scene: Scene, start: int, stop: int) -> bool:
    """«Тише! — шикнула она. —»: in the author's words the verb stands before its subject."""
    words = scene.words
    if words.pos[start] != "VERB" or words.feat(start, "Tense") != "Past" or stop - start > 9:
        return False
    who = subject(scene, start, start, stop)
    return words.feat(start, "VerbForm") == "Fin" and who is not None and who.span[0] > start


def content_of(scene: Scene, start: int, close: int) -> list[Stretch]:
    """What stands between two marks, without the author's insertions."""
    parts = spoken_parts(start + 1, close, insertions(scene, start + 1, close))
    return trim_all(scene, parts) or [(start + 1, close)]


def spoken_parts(start: int, end: int, cuts: list[Stretch]) -> list[Stretch]:
    """The stretches that the author's words leave of ``start``..``end``, the dashes around them gone."""
    parts, at = [], start
    for begin, stop in cuts:
        parts.append((at, begin - 1))
        at = stop + 1
    return [*parts, (at, end)] if at < end else parts


def author_cuts(scene: Scene, start: int, end: int) -> list[Stretch]:
    """The author's words in speech without a closing mark: insertions, or a tail to the end."""
    inside = insertions(scene, start, end)
    if inside:
        return inside
    words = scene.words
    for i in range(start + 1, end - 1):
        if words.form[i] in DASHES and words.form[i - 1] in {",", *ENDS} and words.form[i + 1][:1].islower():
            cue = next((scene.cues[j] for j in range(i + 1, min(i + 5, end)) if j in scene.cues), None)
            if cue is not None and cue.form == FINITE:
                stop = next((j for j in range(i + 1, end) if words.form[j] in ENDS), end - 1)
                return [(i + 1, stop if stop + 1 < end else end)]
    return []


def cited(scene: Scene) -> Iterator[Draft]:
    """«Мы ждём ответа» (цитата по РБК).: brackets instead of author's words."""
    words = scene.words
    for start, close in scene.closed:
        bracket = close + 1
        if (
            bracket + 1 < len(words)
            and words.form[bracket] == "("
            and words.lower[bracket + 1] in {"цитата", "цит"}
            and not is_title(scene, start, close)
        ):
            yield Draft("cited", "direct", content_of(scene, start, close), via=_cited_medium(scene, bracket))


def _cited_medium(scene: Scene, bracket: int) -> Stretch | None:
    words = scene.words
    end = next((i for i in range(bracket, min(bracket + 12, len(words))) if words.form[i] == ")"), None)
    begin = next((i + 1 for i in range(bracket, end or bracket) if words.lower[i] == "по"), None)
    return (begin, end) if begin and end and begin < end else None


def floating(scene: Scene) -> Iterator[Draft]:
    """«Первое», — сказал он. «Второе и третье тоже будет».: a marked sentence of its own goes on."""
    for start, close in scene.closed:
        if scene.pair_around(start) is None and _stands_alone(scene, start, close):
            yield Draft("floating", "direct", content_of(scene, start, close))


def _stands_alone(scene: Scene, start: int, close: int) -> bool:
    """Whether the pair fills a whole sentence and holds one."""
    words = scene.words
    begin, end = scene.paragraph(start)
    left = start == begin or words.form[start - 1] in {*ENDS, "»"} or _after_dash(scene, start)
    after = close + 1
    right = after >= end or words.form[after] in {".", "«"}
    right = right or words.form[close - 1] in ENDS and words.form[after][:1].isupper()
    return left and right and scene.has_predicate(start + 1, close)


def _after_dash(scene: Scene, start: int) -> bool:
    """«А», — сказал X. — «Б».: the marks open again after the author's words."""
    words = scene.words
    return start > 1 and words.form[start - 1] in DASHES and words.form[start - 2] in {",", *ENDS}


def heralded(scene: Scene) -> Iterator[Draft]:
    """Вот что рассказал Глеб Зуев. «Утром пришли двое. Спросили ключи».: the cue stands before."""
    words = scene.words
    for start, close in scene.closed:
        if start == 0 or words.form[start - 1] not in ENDS or not _stands_alone(scene, start, close):
            continue
        begin, end = scene.sentence(start - 1)
        herald = any(words.lower[i] in {"вот", "следующее", "так"} for i in range(begin, end))
        author = read_author(scene, begin, end, lexical=True) if herald and end == start else None
        if author:
            yield author.fill(Draft("heralded", "direct", content_of(scene, start, close)), scene)
