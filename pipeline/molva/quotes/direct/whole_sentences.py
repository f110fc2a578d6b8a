"""Speech in marks whose author stands elsewhere: «П». «П»."""

from collections.abc import Iterator

from molva.quotes.conjunctions import RELATIVE_PLACES, RELATIVES
from molva.quotes.direct.author_words import read_author
from molva.quotes.direct.insertions import content_of
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.clauses import holds_clause
from molva.quotes.media.medium import CITATION
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author
from molva.quotes.speech_nouns import REPLIED_TO
from molva.tokens.marks import ONLY_CLOSING, ONLY_OPENING

EQUATION = 4  # words of «Сторож – это друг», with a mark
SPEAKING_OF_IT = frozenset("прокомментировать высказаться отреагировать рассказать оценить вспомнить".split())
# «|поделился| своим мнением», «|дал| интервью», «|ответил| на вопросы», «|подвёл| итоги»: with what one talks so
TALKING = {
    "поделиться": frozenset(
        "мнение мысль впечатление воспоминание наблюдение переживание эмоция оценка".split()
    ),
    "дать": frozenset("интервью комментарий пресс-конференция флеш-интервью флэш-интервью".split()),
    "ответить": REPLIED_TO,
    "подвести": frozenset({"итог"}),
    "выступить": frozenset({"пресс-конференция", "обращение"}),
    "высказать": frozenset({"мнение", "точка", "позиция"}),
    "выразить": frozenset({"мнение", "точка", "позиция"}),
}
VOICING = frozenset({"высказать", "выразить", "поделиться"})


def cited(scene: Scene) -> Iterator[Draft]:
    """«Мы ждём ответа» (цитата по РБК).: brackets instead of author's words."""
    words = scene.words
    for start, close in scene.closed:
        bracket = close + 1
        if (
            bracket + 1 < len(words)
            and words.form[bracket] == "("
            and words.lower[bracket + 1] in CITATION
            and not is_title(scene, start, close)
        ):
            yield Draft("cited", "direct", content_of(scene, start, close), via=_cited_medium(scene, bracket))


def _cited_medium(scene: Scene, bracket: int) -> Stretch | None:
    """«(цитата по |РБК|)»: what stands behind «по» in the bracket."""
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
    left = start == begin or words.form[start - 1] in ENDS | ONLY_CLOSING or _after_dash(scene, start)
    after = close + 1
    right = after >= end or words.form[after] in ONLY_OPENING | {"."}
    right = right or words.form[close - 1] in ENDS and words.form[after][:1].isupper()
    told = scene.has_predicate(start + 1, close) or start > begin and _equates(scene, start, close)
    return left and right and (told or fills_paragraph(scene, start, close))


def fills_paragraph(scene: Scene, mark: int, close: int) -> bool:
    """⏎«Пострадавших нет».⏎  ⏎«Это его конец».⏎: a full stop, and a clause with a verb or without; «Слово и дело» is a title."""
    words, (begin, end), first = scene.words, scene.paragraph(mark), mark + 1
    while close < end and close not in scene.closes:
        close += 1
    stopped = "." in (words.form[close - 1], *words.form[close + 1 : end])
    if mark != begin or mark not in scene.opens or close + 2 < end or not stopped:
        return False
    return words.form[first][:1].isupper() and holds_clause(scene, first, close)


def _equates(scene: Scene, start: int, close: int) -> bool:
    """«Сторож – это друг для всех»: what is told without a verb, behind other speech."""
    words = scene.words
    dash = next((i for i in range(start + 2, close - 1) if scene.is_dash(i)), None)
    said = dash is not None and (words.lower[dash + 1] == "это" or scene.has_subject(start + 1, close))
    return said and words.form[start + 1][:1].isupper() and close - start > EQUATION


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
        if end != start:
            continue
        herald = any(words.lower[i] in {"вот", "следующее", "так"} for i in range(begin, end))
        author = read_author(scene, begin, end, lexical=True) if herald else None
        author = author or _commenter(scene, begin, end)
        if author:
            yield author.fill(Draft("heralded", "direct", content_of(scene, start, close)), scene)


def _commenter(scene: Scene, start: int, end: int) -> Author | None:
    """«Мэр |прокомментировал| ситуацию.», «Зуева |дала интервью| после матча.»: what follows in marks is the comment.

    The verb is the sentence's only one, but for what a relative clause tells by the way, and a person is its subject.
    """
    words = scene.words
    verbs = [i for i in range(start, end) if scene.is_finite(i) and not _by_the_way(scene, i, start)]
    if len(verbs) != 1 or not _comments(scene, verbs[0], end):
        return None
    who = subject(scene, verbs[0], start, end)
    person = who is not None and (
        words.ent[who.head] == "PER"
        or words.feat(who.head, "Animacy") == "Anim"
        or words.lower[who.head] in {"он", "она", "один", "одна"}
    )
    return Author((verbs[0], verbs[0] + 1), verbs[0], who) if person else None


def _by_the_way(scene: Scene, verb: int, start: int) -> bool:
    """«ответил на вопросы о посте мэра, |куда его прочат|»: a verb of a relative clause."""
    words = scene.words
    comma = next((i for i in range(verb, start, -1) if words.form[i] == ","), None)
    opening = range(comma + 1, verb) if comma is not None else range(0)
    return any(words.lower[i] in RELATIVE_PLACES or words.lemma[i] in RELATIVES for i in opening)


def _comments(scene: Scene, verb: int, end: int) -> bool:
    """A verb of comment in the past that is not denied: «прокомментировал», «поделился мнением», «дал интервью»."""
    words, lemma = scene.words, scene.words.lemma[verb]
    if words.lower[verb - 1] == "не" or words.feat(verb, "Tense") != "Past":
        return False
    beside = words.lemma[verb + 1 : min(verb + 4, end)]
    if lemma in VOICING:  # «|Своё мнение| высказал Зуев.»
        beside = [*beside, *words.lemma[max(verb - 3, 0) : verb]]
    shared = not TALKING.get(lemma, frozenset()).isdisjoint(beside)
    return shared or lemma in SPEAKING_OF_IT
