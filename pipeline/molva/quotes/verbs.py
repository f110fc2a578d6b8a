"""What a reporting verb does with its content: asserts, denies, negates, supposes."""

from molva.contract import Polarity
from molva.quotes.scene import Scene
from molva.tokens.marks import OPENING

# «|уведомил| рыбаков, что …»: verbs whose object is who is told
TOLD = frozenset(
    "уведомить уведомлять предупредить предупреждать известить извещать оповестить оповещать информировать "
    "проинформировать заверить заверять уверить уверять убедить убеждать предостеречь обнадежить успокоить".split()
)

# «на что мэр |ответил|, что …», «|возразил| на слова соседа»: verbs of who speaks after another
ANSWERING = frozenset({"ответить", "отвечать"})
REPLYING = ANSWERING | {"возразить", "возражать"}
# «|отреагировал| на слова соседа»: by word or by deed
REACTING = frozenset({"отреагировать", "реагировать"})
# «|объяснил| побег «дурной погодой»», «|связал| убытки с тем, что …»: verbs of who gives a reason
ACCOUNTING = frozenset({"объяснить", "объяснять"})
TO_CAUSES = frozenset({"связать", "связывать"})
# «доклад, |подтверждающий|, что …»: what a paper does, and nobody says
PROVING = frozenset({"подтверждать", "доказывать", "показывать"})
# «|сославшись| на врачей»: verbs of who passes on what he has from somebody
REFERRING = frozenset({"сослаться", "ссылаться"})
# «письмо, |размещённое| на сайте»: how a paper comes before all eyes
PUBLISHING = frozenset("опубликовать разместить обнародовать выложить".split())
# «сомневается, что …»: the content is not claimed
DOUBTS = frozenset({"сомневаться", "усомниться"})
UNTRUE = frozenset({"неправда", "неверно", "ложь", "неправдой", "ложью"})


def polarity_of(scene: Scene, verb: int) -> Polarity:
    """The polarity that the cue ``verb`` gives its content."""
    cue = scene.cues.get(verb)
    if cue is None:
        return "asserted"
    if scene.words.lemma[verb] in DOUBTS:
        return "asserted" if cue.span[0] < cue.head else "negated"
    if cue.has("deny") and not cue.negated:
        return "asserted" if cue.span[0] < cue.head else "denied"
    if _untrue(scene, verb):
        return "negated"
    if _hypothetical(scene, verb):
        return "hypothetical"
    return "negated" if cue.negated else "asserted"


def _untrue(scene: Scene, verb: int) -> bool:
    """«Неправда, что Орехов сказал, что уйдёт»: the clause of the cue is what is called untrue."""
    words, start = scene.words, scene.sentence(verb)[0]
    that = next((i for i in range(verb - 1, start, -1) if words.form[i] == ","), start) + 1
    return words.lower[that] in {"что", "будто"} and scene.lower(that - 2) in UNTRUE


def _hypothetical(scene: Scene, verb: int) -> bool:
    """«Если бы он сказал, что …», «сказал бы, что …», «Говорил ли он, что …»: in the cue's own clause."""
    words, (start, end) = scene.words, scene.sentence(verb)
    left = next((i for i in range(verb, start - 1, -1) if words.form[i] in OPENING | {",", "—"}), start)
    if any(scene.lower(i) in {"бы", "б", "если", "вряд"} for i in range(left, verb)):
        return True
    particle = scene.lower(verb + 1) in {"бы", "б", "ли"} and verb + 1 < end
    return particle and scene.words.form[verb + 1].islower()  # «…, считает Ли»
