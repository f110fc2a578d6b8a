"""The author's words, a colon, and speech in marks: А: «П»."""

from collections.abc import Iterator

from molva.quotes.attributed.markers import attributed
from molva.quotes.conjunctions import COMPLEMENTISERS, COORDINATORS
from molva.quotes.cues import FINITE, Cue
from molva.quotes.direct.author_words import read_author
from molva.quotes.direct.insertions import content_of
from molva.quotes.direct.topics import before_topic
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.narration import explains
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.pieces.titles import is_title
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.reported.reporting import MANY
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.standpoints import outlook, view_of
from molva.speakers.labels import is_label
from molva.speakers.pronouns import THEIRS

SHORT = 8  # words up to which marks behind a bare colon may hold a name or a label
LONGEST_TITLE = 6  # words, with a mark
FRONT = 6  # words before a colon of which one is the name of who speaks
NEAR = 6  # words from a paper to its colon
LABEL = 7  # words of a label before its colon
BODY = 4  # words of the name of a body that is one: «ЦСКА: «У вратаря ушиб»»
MOTTO_BACK = 8  # words from what is called so to its colon
MOTTOES = frozenset({"тема", "девиз", "лозунг", "слоган", "название", "заголовок", "эпиграф"})
# «сказал Зуев на встрече на |тему|: «Порт и море»»: what comes is called so
THEMES = frozenset("тему теме темой названием девизом заголовком".split())
THINKING = frozenset({"думать", "подумать"})
REPLIES = frozenset({"спасибо", "да", "нет", "ура", "браво", "это", "вот"})  # no name begins so
# «Везде она |получала ответ|: «Мест нет»», «|пришёл отказ|: «…»»: who gets an answer does not give it
ANSWERS = frozenset({"ответ", "отказ"})
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
    if (
        on_a_poster(scene, colon)
        or scene.lower(colon - 1) in THEMES
        or scene.lower(colon - 1) in COMPLEMENTISERS  # «заявил, что: «цех встал», и ушёл» reports a clause
        or opens_clause(scene, start, close)
        or _lists_names(scene, start, close)
    ):
        return None
    begin = _after_speech(scene, scene.unbroken(colon)[0], colon)
    author = read_author(scene, begin, colon, lexical=True, nearest_last=True)
    if author and author.verb is not None and explains(scene, start, colon, author.verb):
        return None
    if author and author.verb in scene.cues and _thinks_himself(scene, scene.cues[author.verb]):
        return None
    if author and author.verb in scene.cues and scene.cues[author.verb].negated:
        author = (
            _by_words(scene, colon, start, close) or author
        )  # «По словам мэра, никто не просил помощи: «…»»
    return (
        author
        or _noun_author(scene, begin, colon)
        or _by_words(scene, colon, start, close)
        or _note(scene, begin, colon)
        or view_of(scene, begin, colon)
        or outlook(scene, begin, colon)
        or _silent_author(scene, begin, colon, start, close)
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


CROWDS = frozenset("толпа зал публика трибуна аудитория класс".split())
FEELING = frozenset("понравиться нравиться хотеться показаться казаться надоесть".split())
# «Министр был |краток|: «Без комментариев»»: how somebody speaks
BRIEF = frozenset(
    "краткий лаконичный немногословный категоричный непреклонный резкий прямой откровенный честный однозначный "
    "скупой эмоциональный суровый".split()
)
# «мэр |под| постом порта: «…»», «мэр в ответ |на| слова сторожа: «…»»: beside such words another speaks
BESIDE = frozenset({"под", "к", "на"})


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
            words.lemma[i] in ANSWERS
            and words.lemma[words.head[i]] in GOT
            and words.dep[i] in {"obj", "nsubj"}
        ):
            return Author((i, i + 1), None, None, sourceless=True)
        reports = words.lemma[i] in word_list("nouns") or i == begin and words.lemma[i] in REACTIONS
        if reports and words.feat(i, "Case") != "Gen" and words.lower[i - 1] not in BESIDE:
            who = complement(scene, i, colon)
            if who is None and i > begin and words.lower[i - 1] in THEIRS:
                who = Source((i - 1, i), i - 1)
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
    """По словам Орехова, было темно: «Я шёл на ощупь».: a sentence in the marks, and the claim's source before them."""
    if not scene.words.form[start + 1][:1].isupper() or not scene.has_predicate(start + 1, close):
        return None
    return None if is_title(scene, start, close) else attributed(scene, scene.sentence(colon)[0], colon)


def _silent_author(scene: Scene, begin: int, colon: int, start: int, close: int) -> Author | None:
    """Министр был краток: «Нет».  Баринов развёл руками: «Кто же знал»: a person, a colon, a sentence."""
    words = scene.words
    if (label := _label(scene, begin, colon, start, close)) is not None:
        return Author(None, None, label, via=_paper(scene, _brackets_behind(scene, close)))
    brief = words.lemma[colon - 1] in BRIEF or words.lemma[begin] in CROWDS
    if is_title(scene, start, close) and not brief:
        return None
    told = scene.has_predicate(start + 1, close) or scene.has_subject(start + 1, close)
    if not (told or words.form[close - 1] in ENDS or brief):
        return None
    for i in range(colon - 1, begin - 1, -1):
        if scene.is_finite(i):
            who = subject(scene, i, begin, colon)
            feels = _who_feels(scene, i, begin)
            if feels is not None:
                return Author(None, None, feels)
            return Author(None, i, who) if who and _may_cry(scene, who.head) else None
    head = next((i for i in range(begin, min(colon, begin + FRONT)) if words.ent[i] == "PER"), None)
    # «Фильм Ивана Котова: «Мы победим»» is a title
    if head is not None and words.feat(head, "Case") in {"Nom", ""}:
        who = phrase(scene, head, begin, colon)
        opens = who.span[0] == begin and words.pos[who.span[1]] == "ADP"
        if colon - begin <= FRONT or opens and colon - begin <= 2 * FRONT:
            return Author(None, None, who)  # «Мэр Клим Зуев |на встрече с рыбаками порта|: «Мост закроем»»
    return None


def _may_cry(scene: Scene, i: int) -> bool:
    """A person, a pronoun, a crowd, or some of many: «|Толпа| зашумела: «Позор!»», «|десятки| рыбаков подписали письмо: «…»»."""
    words = scene.words
    if words.lemma[i] in MANY and any(words.feat(c, "Animacy") == "Anim" for c in words.children[i]):
        return True
    person = words.ent[i] == "PER" or words.feat(i, "Animacy") == "Anim" or words.pos[i] == "PRON"
    return person or words.lemma[i] in CROWDS


def _who_feels(scene: Scene, verb: int, begin: int) -> Source | None:
    """«|Мэру Зуеву| это не понравилось: «…»»: the person in the dative that opens the sentence, of a verb of liking."""
    words = scene.words
    person = words.feat(begin, "Case") == "Dat" and words.feat(begin, "Animacy") == "Anim"
    feels = words.lemma[verb] in FEELING and words.feat(verb, "Gender") in {"Neut", ""}
    return phrase(scene, begin, begin, verb) if person and feels and words.head[begin] == verb else None


def _label(scene: Scene, begin: int, colon: int, start: int, close: int) -> Source | None:
    """Вратарь: «Мы победили!» Врач Олег Сом: «Это большой успех».: a sentence is a label and what its bearer says."""
    words, after = scene.words, close + 1
    ends = after >= len(words) or words.par[after] != words.par[close] or words.form[after] in ENDS
    ends = ends or _brackets_behind(scene, close) is not None
    ends = ends or words.form[close - 1] in ENDS and words.form[after][:1].isupper()
    speaker = before_topic(scene, begin, colon) if ends else None
    if speaker is not None and words.form[start + 1][:1].isupper():
        return speaker
    if not ends or not _is_talk(scene, start, close) or scene.has_predicate(begin, colon):
        return None
    head = next((i for i in range(begin, colon) if words.pos[i] in {"NOUN", "PROPN"}), None)
    if head is None or not all(words.pos[i] in {"ADJ", "PUNCT"} for i in range(begin, head)):
        return None
    if words.form[begin][:1].islower() or words.feat(head, "Case") not in {"Nom", ""}:
        return None
    person = words.ent[head] == "PER" or words.ent[head] != "ORG" and words.feat(head, "Animacy") == "Anim"
    named = next((i for i in range(head, colon) if words.ent[i] == "PER"), None)
    short = colon - begin <= LABEL or named == head and is_label(words, _name_end(scene, head))
    body = words.ent[head] == "ORG" and scene.has_subject(start + 1, close) and colon - begin <= BODY
    return phrase(scene, head, begin, colon) if (person or body) and short else None


def _brackets_behind(scene: Scene, close: int) -> Stretch | None:
    """Сторож: «Мы в ярости» (|«Вестник»|), Зуев: «Горит!» (|видео|): what stands in the brackets that close a headline."""
    end = scene.brackets.get(close + 1)
    return (close + 2, end) if end is not None and end + 1 == scene.paragraph(close)[1] else None


def _paper(scene: Scene, stretch: Stretch | None) -> Stretch | None:
    """The paper in the brackets behind a headline."""
    return stretch if stretch is not None and is_medium(scene, *stretch) else None


def _is_talk(scene: Scene, start: int, close: int) -> bool:
    """«Это успех», «Спасибо всем», «Какой провал?!»: a sentence in marks, though no verb need stand in it."""
    words = scene.words
    if not words.form[start + 1][:1].isupper():
        return False
    told = scene.has_predicate(start + 1, close) or scene.has_subject(start + 1, close)
    told = (
        told or words.pos[close - 1] == "ADJ" and start < words.head[close - 1] < close - 1
    )  # «Дорога плохая»
    told = told or close - start > LONGEST_TITLE
    told = told or words.pos[start + 1] == "PRON" and words.feat(start + 1, "Case") == "Nom"  # «Мы в ярости»
    return told or words.form[close - 1] in ENDS or words.lower[start + 1] in REPLIES


def _name_end(scene: Scene, first: int) -> int:
    """The word behind a name that begins at ``first``."""
    return next((i for i in range(first, len(scene.words)) if scene.words.ent[i] != "PER"), len(scene.words))
