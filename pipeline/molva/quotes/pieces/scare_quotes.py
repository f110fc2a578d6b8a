"""Fragments in marks that nobody said: titles, names, terms; and the cries that are none of them."""

from bisect import bisect_left

from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import PHRASES, Cue
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import ENDS, Scene
from molva.quotes.verbs import ACCOUNTING

# «признал «движение» экстремистским»: only the instrumental is theirs, the object is a name
NEED_INSTRUMENTAL = frozenset({"признать", "признавать", "объявить", "считать", "посчитать", "счесть"})
# «|объяснил| сход поезда «ошибкой»»: the instrumental tells by what
# prepositions that open the names of laws and movements: «о лодках», «за реку», «против всех»
OF_NAMES = ABOUT | {"за", "против"}
OFFERS = frozenset({"пригласить", "приглашать", "передать", "распространять"})
# «отметил |важность| «прямого диалога» сторон»: what something is worth, lacks or threatens; no «запуск «горячей линии» порта»
WORTH = frozenset(
    "важность значимость значение ценность необходимость нужность полезность опасность угроза риск вред отсутствие "
    "недостаток нехватка недопустимость неизбежность невозможность попытка".split()
)
TASKS = frozenset({"вопрос", "проблема", "дело", "задача"})


def is_name(scene: Scene, start: int, close: int, cue: Cue) -> bool:
    """Whether the marks hold a title, a name or a term rather than words of the source."""
    if is_cry(scene, start, close, cue) or _named_so(scene, start, close, cue):
        return False
    if scene.words.lemma[cue.head] in NEED_INSTRUMENTAL and not _called_already(scene, start, cue):
        return True
    return is_title(scene, start, close) or _term(scene, start, close, cue)


def is_cry(scene: Scene, start: int, close: int, cue: Cue) -> bool:
    """крикнул «Ура!», надпись гласит «Не курить»: the verb stands right before the marks."""
    words = scene.words
    sentence = scene.has_predicate(start + 1, close) or words.form[close - 1] in ENDS
    loud = cue.has("gesture") or words.lemma[cue.head] == "гласить"
    return cue.head == start - 1 and (loud or cue.has("say") and sentence)


def _named_so(scene: Scene, start: int, close: int, cue: Cue) -> bool:
    """«назвал закон «ошибкой»»: the instrumental is what somebody calls it, or how he accounts for it: «объяснил сход поезда «ошибкой»»."""
    if cue.has("rate") and _calling_goes_on(scene, start):
        return True
    named = cue.has("rate") or scene.words.lemma[cue.head] in ACCOUNTING
    return named and is_called(scene, start, close)


def _calling_goes_on(scene: Scene, start: int) -> bool:
    """«назвал уступки движением «по дороге обид»»: what somebody calls it goes on in the marks, at a preposition.

    Laws and movements have such names: «назвал ошибкой закон «о лодках»», «движением «за реку»».
    """
    words, first = scene.words, start + 1
    goes_on = words.pos[first] == "ADP" and words.form[first].islower() and words.lower[first] not in OF_NAMES
    return goes_on and words.feat(start - 1, "Case") == "Ins" and words.pos[start - 1] == "NOUN"


def is_called(scene: Scene, start: int, close: int) -> bool:
    """««ошибкой»»: an instrumental in the marks, and no name."""
    words, inner = scene.words, range(start + 1, close)
    called = any(
        words.feat(i, "Case") == "Ins"
        and (words.pos[i] in {"NOUN", "ADJ"} or words.feat(i, "VerbForm") == "Part")
        for i in inner
    )
    return called and words.form[start + 1][:1].islower()


def _called_already(scene: Scene, start: int, cue: Cue) -> bool:
    """«счёл важным добиться «ухода мэра»»: the instrumental stands before the marks; «объявил о «походе на море»» has none.

    Nor has «объявил о решении «уйти с реки»»: with a topic the verb tells and calls nothing.
    """
    words, between = scene.words, range(cue.head + 1, start)
    called = (k for k in between if words.pos[k] == "ADJ" and words.feat(k, "Case") == "Ins")
    topic = words.lower[start - 1] in ABOUT
    tells = cue.has("say") and scene.lower(cue.head + 1) in ABOUT
    topic = topic or tells and not scene.has_predicate(start + 1, scene.opens[start])
    return topic or any(words.feat(k, "VerbForm") == "Inf" for first in called for k in range(first, start))


def _term(scene: Scene, start: int, close: int, cue: Cue) -> bool:
    """A scare quote: one or two words as a modifier of a plain noun, or the name of a thing."""
    words = scene.words
    size = close - start - 1
    if words.lemma[cue.head] in OFFERS and size < 4 and not _has_verb(scene, start, close):
        return True  # «пригласил его «как знатока»», «передал суд «доверенному лицу»»
    if not cue.has("rate") and size <= 2 and _names_a_task(scene, start, close, cue):
        return True
    if cue.has("rate") and scene.lower(cue.head)[:5] in {"назва", "назыв", "охара", "обозв", "окрес"}:
        return False
    if size > 3 or any(words.feat(i, "VerbForm") == "Inf" for i in range(start + 1, close)):
        return False
    if _name_heads(scene, start, close) or size == 1 and (_is_counted(scene, start) or cue.has("demand")):
        return True
    return size <= 2 and (_modifies(scene, start, close, cue) or _names_a_thing(scene, start))


def _is_counted(scene: Scene, start: int) -> bool:
    """«писали о |тридцати| «бубликах» над портом»: things that are counted are called so."""
    return scene.words.pos[start - 1] == "NUM" or scene.words.form[start - 1].isdigit()


def _names_a_thing(scene: Scene, start: int) -> bool:
    """«осудил |стройку| «Берег»»: a noun that is no word for speech, and a name behind it."""
    words = scene.words
    thing = start > 0 and words.pos[start - 1] == "NOUN" and words.lemma[start - 1] not in word_list("nouns")
    return thing and words.form[start + 1][:1].isupper()


def _modifies(scene: Scene, start: int, close: int, cue: Cue) -> bool:
    """«ввёл «цветной» режим»: the marks only qualify the noun behind them.

    They say something of their own where they hold the noun that the verb tells of, with its complement behind
    them («отметил «полное отсутствие» воли», «заявил о «большом оттоке» людей»), and where an adverb measures
    the adjective («о «глубоко тревожной» ситуации»).
    """
    words, last = scene.words, close - 1
    follows = close + 1 < len(words) and words.pos[close + 1] in {"NOUN", "PROPN", "ADJ"}
    if follows and words.lemma[last] in PHRASES.get(words.lemma[cue.head], ()):
        return (
            False  # «выразил «серьёзную |озабоченность|» уловом»: what the verb utters, and no mere quality
        )
    if not follows or close - start < 3:
        return follows
    told = words.pos[start - 1] == "ADP" or words.head[last] == cue.head or words.lemma[start - 1] in WORTH
    heads = words.pos[last] == "NOUN" and told and words.feat(close + 1, "Case") in {"Gen", "Ins", ""}
    return not heads and not (words.pos[start + 1] == "ADV" and words.pos[last] == "ADJ")


def _names_a_task(scene: Scene, start: int, close: int, cue: Cue) -> bool:
    """«заявили о планах решить «горный вопрос»», «предложили карать за «измену порту»»: what is to be done has a name.

    So has one word under an infinitive, and what another verb behind the cue has for its object.
    """
    words, between = scene.words, range(cue.head + 1, start)
    deed = any(words.feat(i, "VerbForm") == "Inf" for i in between)
    crime = deed and words.lower[start - 1] == "за"
    if crime or words.lemma[close - 1] in TASKS:
        return True
    return deed and (close - start == 2 or any(scene.is_finite(i) for i in between))


def _name_heads(scene: Scene, start: int, close: int) -> bool:
    """«Росмост», «банда Зуева» is what a name names; «турист из Омска», «провал Зуева» only hold one."""
    words = scene.words
    inner = range(start + 1, close)
    heads = (i for i in inner if not start < words.head[i] < close or words.head[i] == i)
    return any(words.ent[i] for i in heads)


def _has_verb(scene: Scene, start: int, close: int) -> bool:
    """Whether a verb in any form stands between the marks."""
    return any(scene.words.pos[i] == "VERB" for i in range(start + 1, close))


def marked_in(scene: Scene, parts: list[Stretch]) -> bool:
    """Whether a reported clause holds a marked fragment of speech, and not only names and terms."""
    return any(
        start <= mark < close <= end
        and not is_title(scene, mark, close)
        and not _name_inside(scene, mark, close)
        for start, end in parts
        for mark, close in scene.closed[
            bisect_left(scene.closed, (start, 0)) : bisect_left(scene.closed, (end, 0))
        ]
        if close <= end
    )


def _name_inside(scene: Scene, start: int, close: int) -> bool:
    """Whether nothing but names stands between the marks."""
    return all(scene.words.ent[i] for i in range(start + 1, close))
