"""A report runs into the speech behind it, where the full stop between them was lost."""

from molva.quotes.draft import Draft
from molva.quotes.ends.edges import trim
from molva.quotes.scene import Scene
from molva.quotes.settling.standing import Standing

REPORTED = frozenset({"that", "question", "marker", "as"})


def cut_before_speech(scene: Scene, draft: Draft, kept: Standing) -> None:
    """«По его словам, мост закрыт| «Он старый и гнилой», — сказал Зуев»: what stands in marks has its own author's words."""
    if draft.rule not in REPORTED or not draft.parts:
        return
    start, end = draft.parts[-1]
    for other in kept.around((start, end)):
        mark = other.start - 1
        behind = other.rule == "tail" and start < mark < end <= other.end + 1
        if behind and scene.words.form[other.start][:1].isupper() and scene.has_predicate(start, mark):
            draft.parts[-1:] = [part for part in [trim(scene, start, mark)] if part]
            return
