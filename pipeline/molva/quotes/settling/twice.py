"""One claim between two attributions: «По его словам, мост закрыт, отметил мэр»."""

from collections.abc import Iterable

from molva.quotes.draft import Draft
from molva.quotes.ends.edges import skip_connectives
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import behind_newsman, passes_on
from molva.quotes.scene import Scene

TWICE = "its words are attributed already at their head"
# whose words «его», «её» can be
OWNERS = {"его": frozenset({"Masc", "Neut", ""}), "ее": frozenset({"Fem", ""}), "её": frozenset({"Fem", ""})}


def attributed_twice(scene: Scene, draft: Draft, inner: Iterable[Draft]) -> bool:
    """«По его словам, мост закрыт, отметил мэр», «…, пишет «Бакен»»: the second attribution tells nothing anew.

    It is the same speaker's, or of a body that passes on; «По мнению врачей, мост стар, сказал мэр» has two speakers.
    """
    if draft.rule != "inserted" or draft.source is None or draft.source_head is None:
        return False
    first = skip_connectives(scene, draft.start, draft.end)
    for other in inner:
        if _passed_on_whole(scene, draft, other, first) or _of_nobody(scene, draft, other, first):
            return True
        if other.rule != "marker" or other.cue is None or other.source is None or other.end != draft.end:
            continue
        if other.cue[0] in {draft.start, first} and _same(scene, draft, other):
            if other.via is None and draft.via is not None:
                other.via = draft.via  # «По его словам, мост закрыт, цитирует Зуева «Бакен»»
                return True
            if other.via is None and passes_on(scene, draft.source, draft.verb):
                other.via = behind_newsman(scene, draft.source)
            if scene.words.ent[draft.source_head] == "PER":  # a name tells more than «его»
                other.source, other.source_head = draft.source, draft.source_head
            return True
    return False


def _same(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether who tells behind the claim can be whom «его» stands for, or only passes on."""
    words = scene.words
    assert other.source is not None
    assert draft.source_head is not None
    whose = words.lower[other.source[0]]
    if not tells_anew(scene, draft):
        return True
    if whose == "их":
        return words.feat(draft.source_head, "Number") == "Plur"
    verb = draft.source_head if draft.verb is None else draft.verb  # «заявила министр»
    gender = words.feat(verb, "Gender") or words.feat(draft.source_head, "Gender")
    return words.feat(draft.source_head, "Number") != "Plur" and gender in OWNERS.get(whose, ())


def _passed_on_whole(scene: Scene, draft: Draft, other: Draft, first: int) -> bool:
    """«Врачи выражали опасение, что мост упадёт, указывало издание»: a paper without its name tells on what they said."""
    if other.rule != "that" or other.source is None or other.end != draft.end:
        return False
    paper = draft.source_head is not None and scene.words.lemma[draft.source_head] in word_list(
        "medium_nouns"
    )
    return paper and not scene.words.ent[draft.source_head or 0] and other.source[0] == first


def _of_nobody(scene: Scene, draft: Draft, other: Draft, first: int) -> bool:
    """«Отмечается, что мост закрыт, передаёт корреспондент «Бакена»»: what is nobody's, passed on for a paper."""
    if other.rule != "that" or other.source is not None or other.cue is None or draft.source is None:
        return False
    opens = other.cue[0] in {draft.start, first} and other.end == draft.end
    newsman = any(scene.words.lemma[i] in word_list("reporters") for i in range(*draft.source))
    return opens and newsman and "PER" not in scene.words.ent[slice(*draft.source)]


def tells_anew(scene: Scene, draft: Draft) -> bool:
    """A person may tell of what another has said; a body or a paper passes it on."""
    words, head = scene.words, draft.source_head
    if head is None:
        return False
    return words.ent[head] == "PER" or words.feat(head, "Animacy") == "Anim" or words.pos[head] == "PRON"
