"""Who speaks before a colon without a verb of speech: «Министр был краток: «Нет»», «Вратарь: «Мы победили!»»."""

from molva.quotes.direct.topics import before_topic
from molva.quotes.draft import Stretch
from molva.quotes.media.medium import is_medium
from molva.quotes.pieces.titles import is_title
from molva.quotes.reported.reporting import MANY
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author
from molva.quotes.sources.phrases import Source, phrase
from molva.speakers.labels import is_label

FRONT = 6  # words before a colon of which one is the name of who speaks
LABEL = 7  # words of a label before its colon
BODY = 4  # words of the name of a body that is one: «ЦСКА: «У вратаря ушиб»»
LONGEST_TITLE = 6  # words, with a mark
REPLIES = frozenset({"спасибо", "да", "нет", "ура", "браво", "это", "вот"})  # no name begins so
CROWDS = frozenset("толпа зал публика трибуна аудитория класс".split())
FEELING = frozenset("понравиться нравиться хотеться показаться казаться надоесть".split())
# «Министр был |краток|: «Без комментариев»»: how somebody speaks
BRIEF = frozenset(
    "краткий лаконичный немногословный категоричный непреклонный резкий прямой откровенный честный однозначный "
    "скупой эмоциональный суровый".split()
)


def silent_author(scene: Scene, begin: int, colon: int, start: int, close: int) -> Author | None:
    """Министр был краток: «Нет».  Баринов развёл руками: «Кто же знал»: a person, a colon, a sentence."""
    words = scene.words
    if (label := _label(scene, begin, colon, start, close)) is not None:
        return Author(None, None, label, via=_paper(scene, _brackets_behind(scene, close)))
    brief = words.lemma[colon - 1] in BRIEF or words.lemma[begin] in CROWDS
    if is_title(scene, start, close) and not brief:
        return None
    if not (_tells(scene, start, close) or words.form[close - 1] in ENDS or brief):
        return None
    verb = next((i for i in range(colon - 1, begin - 1, -1) if scene.is_finite(i)), None)
    return _of_verb(scene, verb, begin, colon) if verb is not None else _of_name(scene, begin, colon)


def _tells(scene: Scene, start: int, close: int) -> bool:
    """««Мост закроют»», ««Я против»»: whether a predicate or a subject stands in the marks."""
    return scene.has_predicate(start + 1, close) or scene.has_subject(start + 1, close)


def _of_verb(scene: Scene, verb: int, begin: int, colon: int) -> Author | None:
    """«|Баринов| развёл руками: «…»», «|Мэру Зуеву| это не понравилось: «…»»: who does something before the colon, or feels."""
    who = subject(scene, verb, begin, colon)
    feels = _who_feels(scene, verb, begin)
    if feels is not None:
        return Author(None, None, feels)
    return Author(None, verb, who) if who and _may_cry(scene, who.head) else None


def _of_name(scene: Scene, begin: int, colon: int) -> Author | None:
    """«|Мэр Клим Зуев| на встрече с рыбаками порта: «Мост закроем»»; «Фильм Ивана Котова: «Мы победим»» is a title."""
    words = scene.words
    head = next((i for i in range(begin, min(colon, begin + FRONT)) if words.ent[i] == "PER"), None)
    if head is None or words.feat(head, "Case") not in {"Nom", ""}:
        return None
    who = phrase(scene, head, begin, colon)
    opens = who.span[0] == begin and words.pos[who.span[1]] == "ADP"
    near = colon - begin <= FRONT or opens and colon - begin <= 2 * FRONT
    return Author(None, None, who) if near else None


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
    if not _ends_there(scene, close):
        return None
    speaker = before_topic(scene, begin, colon)
    if speaker is not None and scene.words.form[start + 1][:1].isupper():
        return speaker
    if not _is_talk(scene, start, close) or scene.has_predicate(begin, colon):
        return None
    head = _label_head(scene, begin, colon)
    if head is None:
        return None
    talks = _is_person(scene, head) or _is_short_body(scene, head, begin, colon, start, close)
    named = next((i for i in range(head, colon) if scene.words.ent[i] == "PER"), None)
    short = colon - begin <= LABEL or named == head and is_label(scene.words, _name_end(scene, head))
    return phrase(scene, head, begin, colon) if talks and short else None


def _ends_there(scene: Scene, close: int) -> bool:
    """«Сторож: «Горит|!»|», «Сторож: «Горит» |(видео)|»: whether nothing is told behind the marks."""
    words, after = scene.words, close + 1
    if after >= len(words) or words.par[after] != words.par[close] or words.form[after] in ENDS:
        return True
    if _brackets_behind(scene, close) is not None:
        return True
    return words.form[close - 1] in ENDS and words.form[after][:1].isupper()


def _label_head(scene: Scene, begin: int, colon: int) -> int | None:
    """«Главный |врач| порта: «…»»: the first noun of what stands before the colon, in the nominative, adjectives before it."""
    words = scene.words
    head = next((i for i in range(begin, colon) if words.pos[i] in {"NOUN", "PROPN"}), None)
    if head is None or not all(words.pos[i] in {"ADJ", "PUNCT"} for i in range(begin, head)):
        return None
    return None if words.form[begin][:1].islower() or words.feat(head, "Case") not in {"Nom", ""} else head


def _is_person(scene: Scene, head: int) -> bool:
    """«|Вратарь|: «…»», «|Олег Сом|: «…»»: somebody, and no body that the dictionary takes for him."""
    kind = scene.words.ent[head]
    return kind == "PER" or kind != "ORG" and scene.words.feat(head, "Animacy") == "Anim"


def _is_short_body(scene: Scene, head: int, begin: int, colon: int, start: int, close: int) -> bool:
    """«|ЦСКА|: «У вратаря ушиб»»: the short name of a body, and a subject in the marks."""
    named = scene.words.ent[head] == "ORG" and colon - begin <= BODY
    return named and scene.has_subject(start + 1, close)


def _brackets_behind(scene: Scene, close: int) -> Stretch | None:
    """Сторож: «Мы в ярости» (|«Вестник»|), Зуев: «Горит!» (|видео|): what stands in the brackets that close a headline."""
    end = scene.brackets.get(close + 1)
    return (close + 2, end) if end is not None and end + 1 == scene.paragraph(close)[1] else None


def _paper(scene: Scene, stretch: Stretch | None) -> Stretch | None:
    """The paper in the brackets behind a headline."""
    return stretch if stretch is not None and is_medium(scene, *stretch) else None


def _is_talk(scene: Scene, start: int, close: int) -> bool:
    """«Это успех», «Спасибо всем», «Какой провал?!»: a sentence in marks, though no verb need stand in it."""
    words, first = scene.words, start + 1
    if not words.form[first][:1].isupper():
        return False
    if _tells(scene, start, close) or close - start > LONGEST_TITLE or words.form[close - 1] in ENDS:
        return True
    if words.pos[close - 1] == "ADJ" and start < words.head[close - 1] < close - 1:
        return True  # «Дорога плохая»
    if words.pos[first] == "PRON" and words.feat(first, "Case") == "Nom":
        return True  # «Мы в ярости»
    return words.lower[first] in REPLIES


def _name_end(scene: Scene, first: int) -> int:
    """The word behind a name that begins at ``first``."""
    return next((i for i in range(first, len(scene.words)) if scene.words.ent[i] != "PER"), len(scene.words))
