"""Laws are obeyed and quoted by nobody: «в кодексе сказано, что …», «согласно статье закона»."""

from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source

LAWS = frozenset("закон законодательство кодекс конституция устав".split())
DRAFTS = frozenset("законопроект поправка".split())  # what «документ» may lead back to, beside laws
PARTS = frozenset("статья глава пункт подпункт часть раздел параграф положение норма абзац".split())
NEAR = 8  # words from a law to the verb that says what stands in it
FAR = 60  # words from «документ» back to what it means


def is_law(scene: Scene, source: Source) -> bool:
    """Whether a source is a law, a part of one, or the document that was called a law just before."""
    words, head = scene.words, source.head
    if words.lemma[head] in LAWS:
        return True
    if words.lemma[head] == "документ":
        return _meant(scene, head) in LAWS | DRAFTS
    if words.feat(head, "Animacy") == "Anim" or any(words.ent[i] == "PER" for i in range(*source.span)):
        return False  # «глава комитета по законодательству Лев Орехов»: no chapter of a law
    behind = range(head + 1, max(source.span[1], head + 4))
    part = words.lemma[head] in PARTS
    return part and any(words.lemma[i] in LAWS | {"документ"} for i in behind if i < len(words))


def _meant(scene: Scene, document: int) -> str:
    """The lemma of the paper named last before «документ»."""
    named = word_list("papers") | LAWS
    before = range(document - 1, max(document - FAR, -1), -1)
    return next((scene.words.lemma[i] for i in before if scene.words.lemma[i] in named), "")


def stands_in_law(scene: Scene, verb: int, start: int) -> bool:
    """«в главе кодекса сказано, что …», «конституция, в которой сказано, что …»: the place of the words is a law."""
    words = scene.words
    for i in range(verb - 1, max(start, verb - NEAR), -1):
        if words.lemma[i] in LAWS:
            return any(words.lower[k] in {"в", "во"} for k in range(max(start, i - NEAR), verb))
        if scene.is_finite(i) or i in scene.cues:
            return False
    return False
