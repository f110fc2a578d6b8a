"""What the sentence before told, and who told it: «|Мост закрыт.| Об этом сообщил мэр»."""

from collections.abc import Iterator
from dataclasses import replace

from molva.quotes.attributed.claims import in_own_name
from molva.quotes.attributed.pointers import NEAR, POINTING, points_back
from molva.quotes.attributed.so_held import holder_cue, standing
from molva.quotes.cues import FINITE, GERUND, PASSIVE, Cue
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.clauses import holds_clause, told_without_verb
from molva.quotes.ends.edges import behind_dateline, behind_signs, trim
from molva.quotes.kinds import is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.reported.reporting import finds
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.complements import complement
from molva.quotes.verbs import PUBLISHING

# «|сообщение| об этом |появилось| на сайте ведомства»: what is put on a page, and the verbs for it
POSTED = frozenset("сообщение заявление информация новость запись".split())
POSTING = PUBLISHING | {"появиться", "появляться"}
# «|Фото|: Глеб Зуев», «|Читайте| также: …»: what a line of a page begins with that tells nothing of the story
OF_THE_PAGE = frozenset(
    "фото видео текст автор иллюстрация скриншот источник читайте смотрите подпишись подпишитесь подписывайтесь поделиться реклама".split()
)
SHORT = 4  # words of a sentence without a predicate that tells nothing
LATER = 12  # words from «, об этом» to its verb: «об этом на форуме в Омске заявил мэр»
CITING = 8  # words from «как передаёт» to «об этом»
FAR = 30  # words from «об этом» to its verb


def about_this(scene: Scene) -> Iterator[Draft]:
    """Мост закрыт до весны. Об этом сообщила мэрия."""
    for number, (low, end) in enumerate(scene.words.sentences):
        first = behind_signs(scene, low, end)
        start = behind_citing(scene, first, end)
        if number == 0 or not points_back(scene, start, end) or _asks(scene, start, end):
            continue
        author = standing(scene, start, end) or _posted(scene, start, end) or _reporter(scene, start, end)
        part = _told_before(scene, number) if author is not None else None
        if author is not None and part is not None and not _tells_of_it(scene, start, part):
            yield _by_medium(scene, author, first, start).fill(_draft(scene, part), scene)


def _tells_of_it(scene: Scene, start: int, before: Stretch) -> bool:
    """«Порт поддержал |предложение о пошлине|. |С таким предложением| выступил мэр»: the sentence before tells of it, and is not it."""
    lemma = scene.words.lemma
    first = start + (scene.words.pos[start] == "ADP")
    return lemma[first] in POINTING and lemma[first + 1] in lemma[before[0] : before[1]]


def _asks(scene: Scene, start: int, end: int) -> bool:
    """«Вы получили предупреждение. |О чём| говорили с судьями|?|»: a question points back to nothing."""
    return scene.words.lower[start + 1] == "чем" and scene.words.form[end - 1].startswith("?")


def _by_medium(scene: Scene, author: Author, first: int, start: int) -> Author:
    """«Как передаёт «Бакен», об этом заявил мэр»: the medium of the clause before passes it on."""
    if author.via is not None or start == first:
        return author
    medium = author_of_cue(scene, scene.cues[first + 1], first, start - 1).source
    return replace(author, via=medium.span if medium else None)


def behind_citing(scene: Scene, start: int, end: int) -> int:
    """«|Как передаёт «Бакен»,| об этом заявил мэр»: the word behind the medium's clause, where «об этом» stands; else the first."""
    if scene.lower(start) != "как":
        return start
    this = next((k for k in range(start + 2, min(start + CITING, end)) if scene.is_of_this(k)), None)
    if this is None or scene.words.form[this - 1] != "," or start + 1 not in scene.cues:
        return start
    return this if _teller_of_this(scene, this, end) is not None else start


def _teller_of_this(scene: Scene, this: int, end: int) -> Cue | None:
    """«об этом на форуме в Омске |заявил| мэр»: the next verb behind the pointer, if somebody tells by it."""
    cue = next((scene.cues[k] for k in range(this + 2, min(this + LATER, end)) if k in scene.cues), None)
    tells = cue is not None and cue.form in {FINITE, PASSIVE} and cue.has("say", "state", "relay")
    return cue if tells else None


def _draft(scene: Scene, part: Stretch) -> Draft:
    """«Мост закрыт. Едем в объезд».⏎Так заявил мэр.: what stands whole in marks are his own words, otherwise they are told."""
    start, end = part
    whole = scene.opens.get(start) == end - 1 and holds_clause(scene, start + 1, end - 1)
    spoken = trim(scene, start + 1, end - 1) if whole else None
    return Draft("about-this", "direct" if spoken else "indirect", [spoken or part])


def _reporter(scene: Scene, start: int, end: int) -> Author | None:
    """«Об этом |сообщила мэрия|»: the verb and its subject, unless nobody tells anything by them."""
    cue = holder_cue(scene, start, end) or _cue_of_this(scene, start, end)
    if cue is None:
        return None
    author = author_of_cue(scene, cue, start, end)
    if _is_sign(scene, cue, author):
        return None
    if author.source is None and (teller := _teller(scene, cue, end)) is not None:
        author = author_of_cue(scene, teller, teller.span[0], end)
    if own_voice(scene, cue) or _finds_out(scene, cue, author):
        return None  # «я признаю свою вину»
    if scene.lower(start) == "это" and author.source is None:
        return None  # «Это указывает на обязательство …»
    return author


def _told_before(scene: Scene, number: int) -> Stretch | None:
    """The sentence before, or the one above a caption that stands between: «Мост закрыт.⏎Клим Зуев⏎Об этом Зуев сказал в порту»."""
    words, sentences = scene.words, scene.words.sentences
    par = words.par[sentences[number][0]]
    for back in (1, 2, 3):
        if number < back or words.par[sentences[number - back][0]] < par - back:
            return None
        above, stop = sentences[number - back]
        part = trim(scene, min(behind_dateline(scene, above), stop), stop)
        if _is_of_the_page(scene, *sentences[number - back]):
            continue
        if (
            part is not None
            and scene.lower(sentences[number - back][0]) == "об"
            and points_back(scene, *sentences[number - back])
        ):
            return None  # «Об этом сообщили в порту. Мэр подтвердил эту информацию.» tells nothing new
        if part is not None and (part[1] - part[0] >= SHORT or _tells(scene, *part)):
            return part
        if part is not None and back == 1 and words.par[part[0]] == par and _is_news(scene, *part):
            return part
        caption = part is not None and all(words.ent[k] == "PER" for k in range(*part))
        if not caption:
            return None
    return None


def _is_news(scene: Scene, start: int, end: int) -> bool:
    """«Пострадавших двое», «Пожар на складе», «Ничего страшного»: more than a word, and no name alone."""
    words = scene.words
    named = all(words.ent[k] for k in range(start, end))
    return end - start > 1 and words.form[end : end + 1] == ["."] and not named


def _is_of_the_page(scene: Scene, start: int, end: int) -> bool:
    """«Фото, видео: bakenyalugi.ru», «Читайте также: …», «14.11.2017, 18:42»: a line that the page has put between."""
    words = scene.words
    whole = scene.paragraph(start) == (start, end)
    dated = all(form[0].isdigit() or not form[0].isalpha() for form in words.form[start:end])
    return whole and (words.lower[start] in OF_THE_PAGE or dated)


def _tells(scene: Scene, start: int, end: int) -> bool:
    """Whether a short sentence tells something, with a verb or without."""
    return scene.has_predicate(start, end) or told_without_verb(scene, start, end) or _describes(scene, end)


def _describes(scene: Scene, end: int) -> bool:
    """«Проверка |плановая|.»: a noun and what it is, an adjective that closes the sentence."""
    words, noun = scene.words, end - 2
    alike = noun >= 0 and all(
        words.feat(noun, f) == words.feat(end - 1, f) for f in ("Case", "Number", "Gender")
    )
    return (
        alike
        and words.pos[noun] == "NOUN"
        and words.pos[end - 1] == "ADJ"
        and words.feat(noun, "Case") == "Nom"
    )


def _posted(scene: Scene, start: int, end: int) -> Author | None:
    """«|Сообщение| об этом появилось на сайте |ведомства|»: whose page it is has said it."""
    words = scene.words
    noun = start + (words.lemma[start] in POINTING)
    if words.lemma[noun] not in POSTED or not POSTING & set(words.lemma[noun : min(noun + NEAR, end)]):
        return None
    pages = word_list("channels", "networks")
    page = next((k for k in range(noun + 1, end) if words.lemma[k] in pages), None)
    owner = complement(scene, page, end) if page is not None else None
    return Author((noun, noun + 1), None, owner, sourceless=True) if owner is not None else None


def _cue_of_this(scene: Scene, start: int, end: int) -> Cue | None:
    """The verb of «об этом |сообщила| мэрия»; «Об этом, как сообщает «Бакен», |заявил| мэр» passes over the medium's.

    And «об этом, отвечая на вопрос, |сообщил| мэр» over what he did meanwhile.
    """
    first = next(
        (
            scene.cues[i]
            for i in range(start, min(end, start + FAR))
            if i in scene.cues
            and scene.cues[i].has("say", "state", "demand", "relay", "find")
            and "как" not in {scene.lower(i - 1), scene.lower(i - 2)}
            and not (scene.cues[i].form == GERUND and scene.words.form[i - 1] == ",")
        ),
        None,
    )
    if first is None or first.form not in {FINITE, PASSIVE}:
        return None
    before = range(start, first.head)
    opened = any(scene.words.form[k] == "," and scene.lower(k + 1) == "что" for k in before)
    return None if opened else first


def _teller(scene: Scene, cue: Cue, end: int) -> Cue | None:
    """«Об этом объявлено утром, |сообщил| источник в мэрии»: the verb behind a passive that names nobody."""
    if cue.form != PASSIVE:
        return None
    behind = (i for i in range(cue.span[1], end) if scene.words.form[i - 1] == "," and i in scene.cues)
    told = (
        scene.cues[i] for i in behind if scene.cues[i].form == FINITE and scene.cues[i].has("say", "relay")
    )
    return next(told, None)


def _is_sign(scene: Scene, cue: Cue, author: Author) -> bool:
    """«Об этом говорит |опыт| соседей», «… говорит и |то|, что цеха пусты»: a thing shows it, and nobody tells it."""
    words, head = scene.words, author.source.head if author.source else None
    if words.lemma[cue.head] != "говорить" or words.feat(cue.head, "Tense") != "Pres":
        return False
    if head is None:
        subjects = words.subjects(cue.head)
        return any(words.feat(k, "Animacy") == "Inan" and not words.ent[k] for k in subjects)
    return is_thing(words, head)


def _finds_out(scene: Scene, cue: Cue, author: Author) -> bool:
    """«мать узнала об этом месяц назад»: who is no study and no medium tells nobody what he has found."""
    return cue.classes == {"find"} and not (author.source and finds(scene, author.source))


def told_of_this(scene: Scene) -> Iterator[Draft]:
    """Мост закроют в мае — об этом сообщил мэр.  Мост закроют (об этом писал «Вестник»).  Мост закрыт, об этом сказал мэр."""
    words = scene.words
    for i in scene.of_this:
        if not 1 < i < len(words) - 2 or words.form[i - 1] not in {"(", ":", ",", *DASHES}:
            continue
        low, high = scene.sentence(i)
        cue = _teller_of_this(scene, i, high)
        if cue is None:
            continue
        part = trim(scene, low, i - 1)
        if words.form[i - 1] == "," and (cue.negated or any(k in scene.cues for k in range(low, i))):
            continue  # «Зуев знал, что мост закроют, об этом ему сказал мэр»
        if part and scene.has_predicate(*part) and not in_own_name(scene, *part):
            yield author_of_cue(scene, cue, i, high).fill(Draft("about-this", "indirect", [part]), scene)
