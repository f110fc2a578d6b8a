"""The author's words, a colon, and speech in marks: А: «П»."""

from collections.abc import Iterator

from molva.quotes.attributed.markers import attributed
from molva.quotes.conjunctions import COMPLEMENTISERS, COORDINATORS
from molva.quotes.cues import FINITE, Cue
from molva.quotes.direct.author_words import read_author
from molva.quotes.direct.insertions import content_of
from molva.quotes.direct.silent_authors import silent_author
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.narration import explains
from molva.quotes.lexicon import word_list
from molva.quotes.pieces.titles import is_title
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import phrase
from molva.quotes.sources.standpoints import outlook, view_of

SHORT = 8  # words up to which marks behind a bare colon may hold a name or a label
NEAR = 6  # words from a paper to its colon
MOTTO_BACK = 8  # words from what is called so to its colon
MOTTOES = frozenset({"тема", "девиз", "лозунг", "слоган", "название", "заголовок", "эпиграф"})
# «сказал Зуев на встрече на |тему|: «Порт и море»»: what comes is called so
THEMES = frozenset("тему теме темой названием девизом заголовком".split())
THINKING = frozenset({"думать", "подумать"})
# «Везде она |получала ответ|: «Мест нет»», «|пришёл отказ|: «…»»: who gets an answer does not give it
ANSWER_OR_REFUSAL = frozenset({"ответ", "отказ"})
# «Цитата |дня|: «…»», «Слово |года|: «…»»: nobody whose words they are
TIMES = frozenset("день неделя месяц год сезон номер".split())
# «|Реакция| порта: «Кран исправен»»: over what a body has sent to the paper
REACTIONS = frozenset({"реакция", "позиция"})
# «В лодке |была записка|: «…»»: papers that words stand on, and how they are there or have come
NOTES = frozenset(
    "записка письмо сообщение телеграмма смс sms эсэмэска эсэмэс смска открытка запись комментарий послание".split()
)
THERE = frozenset(
    "быть лежать остаться оставить оставлять найти находить найтись обнаружить появиться прийти приходить "
    "поступить храниться получить получать".split()
)
GOT = frozenset(
    "получить получать услышать слышать прийти приходить последовать следовать прозвучать".split()
)
# «мэр |под| постом порта: «…»», «мэр в ответ |на| слова сторожа: «…»»: beside such words another speaks
BESIDE = frozenset({"под", "к", "на"})


def colon(scene: Scene) -> Iterator[Draft]:
    """Ковалёва подчеркнула: «Отчёт готов».  Надпись гласит: «Не прислоняться»."""
    for start, close in scene.closed:
        author = author_before(scene, start, close)
        if author:
            parts = [part for pair in _listed(scene, start, close) for part in content_of(scene, *pair)]
            yield author.fill(Draft("colon", "direct", parts), scene)


def _thinks_himself(scene: Scene, cue: Cue) -> bool:
    """«Я смотрела и |думала|: „Хочу так же“», — сказала она.: what somebody has thought, in his own speech, he has told nobody."""
    words, turn = scene.words, scene.is_dash(scene.paragraph(cue.head)[0])
    return (turn or scene.pair_around(cue.head) is not None) and (
        cue.classes == {"think"} and words.lemma[cue.head] in THINKING and own_voice(scene, cue)
    )


def _listed(scene: Scene, start: int, close: int) -> list[Stretch]:
    """The marks behind a colon: кричали: «Порт наш!» и «Долой!».: cries of one cue are one quote."""
    pairs, words = [(start, close)], scene.words
    while True:
        following = close + 1
        while following < len(words) and words.lower[following] in {",", "и"}:
            following += 1
        if following == close + 1 or following not in scene.opens or not _alike(scene, pairs[-1], following):
            return pairs
        close = scene.opens[following]
        pairs.append((following, close))


def _alike(scene: Scene, pair: Stretch, following: int) -> bool:
    """«Долой!» and what is cried next, two sentences, or two phrases: «два изъяна: «ржавые сваи» и «гнилой настил»»."""
    (start, close), stop = pair, scene.opens[following]
    phrases = all(scene.words.form[mark + 1][:1].islower() for mark in (start, following))
    sentences = scene.has_predicate(start + 1, close) and scene.has_predicate(following + 1, stop)
    return scene.words.form[close - 1] in ENDS or phrases or sentences


def bare_colon(scene: Scene) -> Iterator[Draft]:
    """Число погибших уточнять не стали: «Идут тяжёлые бои, в других местах тоже».: a whole sentence in marks."""
    for start, close in scene.closed:
        behind_colon = start > 0 and scene.words.form[start - 1] == ":"
        if not behind_colon or on_a_poster(scene, start - 1) or _is_a_motto(scene, start - 1):
            continue
        if _is_whole_sentence(scene, start, close) and author_before(scene, start, close) is None:
            yield Draft("bare-colon", "direct", content_of(scene, start, close))


def _is_whole_sentence(scene: Scene, start: int, close: int) -> bool:
    """Outer marks that hold a clause of some length and open with a capital."""
    clause = close - start > SHORT and scene.has_predicate(start + 1, close)
    return clause and scene.words.form[start + 1][:1].isupper() and scene.pair_around(start) is None


def author_before(scene: Scene, start: int, close: int) -> Author | None:
    """The author's words that end with a colon before an opening mark."""
    if start == 0 or scene.words.form[start - 1] != ":" and not _dash_for_colon(scene, start, close):
        return None
    colon = start - 1
    if _says_nothing(scene, colon, start, close):
        return None
    begin = _after_speech(scene, scene.unbroken(colon)[0], colon)
    author = read_author(scene, begin, colon, lexical=True, nearest_last=True)
    if author and author.verb is not None and explains(scene, start, colon, author.verb):
        return None
    cue = scene.cues.get(author.verb) if author and author.verb is not None else None
    if cue is not None and _thinks_himself(scene, cue):
        return None
    if cue is not None and cue.negated:  # «По словам мэра, никто не просил помощи: «…»»
        author = _by_words(scene, colon, start, close) or author
    return (
        author
        or _noun_author(scene, begin, colon)
        or _by_words(scene, colon, start, close)
        or _note(scene, begin, colon)
        or view_of(scene, begin, colon)
        or outlook(scene, begin, colon)
        or silent_author(scene, begin, colon, start, close)
    )


def _says_nothing(scene: Scene, colon: int, start: int, close: int) -> bool:
    """«держал плакат: «…»», «на тему: «…»», «заявил, что: «цех встал», и ушёл», «назвал три фильма: «Отмель», «Берег»»: no speech behind a colon."""
    before = scene.lower(colon - 1)
    return (
        on_a_poster(scene, colon)
        or before in THEMES
        or before in COMPLEMENTISERS
        or opens_clause(scene, start, close)
        or _lists_names(scene, start, close)
    )


def _dash_for_colon(scene: Scene, start: int, close: int) -> bool:
    """«Сосед подошёл и говорит – |«Мост закрыт»|.»: a dash right behind the verb, whose sentence no speech has opened."""
    words, dash = scene.words, start - 1
    told = scene.cues.get(dash - 1)
    if words.form[dash] not in DASHES or told is None or told.form != FINITE or not told.has("say"):
        return False
    low = scene.sentence(dash)[0]
    before = range(low, dash)
    opened = any(scene.is_dash(k) or k in scene.opens or words.lemma[k] == "который" for k in before)
    speech = words.form[start + 1][:1].isupper() and scene.has_predicate(start + 1, close)
    return speech and not opened and not is_title(scene, start, close)


def on_a_poster(scene: Scene, colon: int) -> bool:
    """«держал плакат с надписью: «Долой»»: nobody says what stands on a poster."""
    return any(scene.words.lemma[i] in word_list("posters") for i in range(scene.sentence(colon)[0], colon))


def _is_a_motto(scene: Scene, colon: int) -> bool:
    """«Тема форума звучит так: «Берег ждёт»», «форум открыт, его |тема|: «Берег»»: what something is called nobody says."""
    words, start = scene.words, scene.sentence(colon)[0]
    near = range(max(start, colon - MOTTO_BACK), colon)
    return any(
        words.lemma[i] in MOTTOES
        and (words.is_subject(i) or words.feat(i, "Case") == "Nom" and not scene.has_predicate(i, colon))
        for i in near
    )


def opens_clause(scene: Scene, start: int, close: int) -> bool:
    """«отметил нарушения: «Фанком» сократил штат», «сообщил: «жёсткая посадка» вызвана ветром»: the clause after the colon begins with a name or a piece."""
    words, after = scene.words, close + 1
    if _claim_follows(scene, start, close):
        return True
    goes_on = after < len(words) and words.par[after] == words.par[close] and words.form[after][:1].islower()
    acts = words.lower[after : after + 1] == ["и"] and scene.is_finite(
        after + 1
    )  # «сказал: «Не моё дело» и ушёл»
    if not goes_on or acts or words.form[close - 1] in ENDS:
        return False
    piece = words.form[start + 1][:1].islower() and not scene.has_predicate(start + 1, close)
    return is_title(scene, start, close) or piece and scene.is_finite(after)


def _claim_follows(scene: Scene, start: int, close: int) -> bool:
    """«пояснил: «лодки были вписаны дважды»|, на деле их семь|»: words in a small letter, and behind a comma the claim goes on.

    «сказал: «мост цел», и ушёл», «…», добавив, что рад» tell what he did next.
    """
    words, first = scene.words, close + 2
    stop = scene.sentence(start)[1]
    if words.form[close + 1 : first] != [","] or first >= stop or words.form[start + 1][:1].isupper():
        return False
    if any(k in scene.cues or k in scene.opens for k in range(first, stop)):
        return False
    word = words.lower[first]
    next_deed = word in COORDINATORS or word == "после" or words.feat(first, "VerbForm") == "Conv"
    told = scene.has_predicate(first, stop) and scene.has_subject(first, stop)
    return told and not next_deed and not scene.is_dash(first)


def _lists_names(scene: Scene, start: int, close: int) -> bool:
    """«назвал три фильма: «Отмель», «Берег» и «Мыс»»: names follow each other in a list."""
    listed = scene.words.form[close + 1 : close + 2] == [","] and close + 2 in scene.opens
    cried = scene.words.form[close - 1].startswith("!")
    return listed and not cried and is_title(scene, start, close)


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
        if (
            words.lemma[i] in ANSWER_OR_REFUSAL
            and words.lemma[words.head[i]] in GOT
            and words.dep[i] in {"obj", "nsubj"}
        ):
            return Author((i, i + 1), None, None, sourceless=True)
        reports = words.lemma[i] in word_list("nouns") or i == begin and words.lemma[i] in REACTIONS
        if reports and words.feat(i, "Case") != "Gen" and words.lower[i - 1] not in BESIDE:
            who = complement(scene, i, colon)
            if who is not None and words.lemma[who.head] not in TIMES:
                return Author((i, i + 1), None, who)
    return None


def _note(scene: Scene, begin: int, colon: int) -> Author | None:
    """В лодке была записка: «Ушёл домой».  Пришло письмо следующего содержания: «…».  Пришла эсэмэска от мэрии: «Ждите»."""
    words = scene.words
    last = colon - 3 if words.lower[colon - 2 : colon] == ["следующего", "содержания"] else colon - 1
    noun = next((i for i in range(last, max(begin, last - NEAR) - 1, -1) if words.lemma[i] in NOTES), None)
    if noun is None or words.feat(noun, "Case") not in {"Nom", "Acc"} or scene.has_predicate(noun, colon):
        return None
    verb = next((i for i in range(noun - 1, begin - 1, -1) if scene.is_finite(i)), None)
    if verb is None or words.lemma[verb] not in THERE or any(words.form[k] == "," for k in range(verb, noun)):
        return None
    if scene.lower(noun + 1) == "от" and (sender := complement(scene, noun, colon)) is not None:
        return Author((noun, noun + 1), None, sender)
    who = subject(scene, verb, begin, colon)
    if who is None or who.span[0] <= noun < who.span[1]:
        return Author(None, None, phrase(scene, noun, verb + 1, colon))
    wrote = words.lemma[verb] in {"оставить", "оставлять"}
    return Author(None, None, who if wrote else phrase(scene, noun, verb + 1, colon))


def _by_words(scene: Scene, colon: int, start: int, close: int) -> Author | None:
    """По словам Орехова, было темно: «Я шёл на ощупь».: a clause in the marks, and the claim's source before them.

    «…, чтобы выиграть время: «обучить рыбаков»»: an infinitive is one.
    """
    words = scene.words
    told = scene.has_predicate(start + 1, close) or words.feat(start + 1, "VerbForm") == "Inf"
    if not told or words.feat(start + 1, "VerbForm") != "Inf" and not words.form[start + 1][:1].isupper():
        return None
    return None if is_title(scene, start, close) else attributed(scene, scene.sentence(colon)[0], colon)
