"""Behind an inserted attribution the author tells on: «Мост закрыт, сообщил мэр|, но подробностей не привёл|»."""

from molva.quotes.cues import Cue
from molva.quotes.ends.coordination import same_form
from molva.quotes.ends.narration import author_returns
from molva.quotes.ends.untold import of_a_thing
from molva.quotes.scene import Scene


def author_tells_on(scene: Scene, cue: Cue, comma: int, stop: int, end: int) -> bool:
    """«Мост закрыт, сообщил мэр|, после чего уехал|»: what stands behind the source at ``stop`` is no part of the claim.

    «Рыбаки ушли, сообщил мэр, но не вернулись» goes on with it: whom the claim tells of may have done that as well.
    """
    words = scene.words
    if stop >= end - 1 or words.form[stop] not in {",", ";"}:
        return False
    return not _claimed_of(scene, comma, stop, end) and author_returns(
        scene, stop, cue.head, cue.span[0], end
    )


def _claimed_of(scene: Scene, comma: int, stop: int, end: int) -> bool:
    """«|Рыбаки ушли|, сообщили в порту, |но не вернулись|»: the next verb, of nobody else's, agrees with that of the claim."""
    words = scene.words
    then = next((k for k in range(stop + 1, end) if scene.is_finite(k)), None)
    before = next((k for k in range(comma - 1, scene.sentence(comma)[0] - 1, -1) if scene.is_finite(k)), None)
    if then is None or before is None or words.subjects(then) or not same_form(scene, before, then):
        return False
    return words.feat(before, "Voice") != "Pass" and not of_a_thing(scene, before)
