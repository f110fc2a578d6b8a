"""The medium that passed words on, in all the ways a text names it."""

from collections.abc import Callable

from molva.quotes.draft import Draft, Stretch
from molva.quotes.media.passed_on import (
    cited_after,
    cited_by,
    in_brackets,
    relayed_by,
    reported_again,
    through,
)
from molva.quotes.media.spoken_to import (
    answered,
    asked_by,
    came_to,
    on_air,
    own_informant,
    seen_by,
    told_to,
    venue,
)
from molva.quotes.scene import Scene

WAYS: tuple[Callable[[Scene, Draft, int, int], Stretch | None], ...] = (
    cited_by,
    reported_again,
    venue,
    on_air,
    told_to,
    answered,
    came_to,
    seen_by,
    through,
    own_informant,
    asked_by,
    relayed_by,
    in_brackets,
    cited_after,
)


def medium_near(scene: Scene, draft: Draft) -> Stretch | None:
    """The medium given at a quote, if any."""
    if draft.cue is None:
        return None
    start, end = _author_sentence(scene, draft)
    return next((found for way in WAYS if (found := way(scene, draft, start, end))), None)


def _author_sentence(scene: Scene, draft: Draft) -> Stretch:
    """The sentence of the cue, with the brackets that stand behind its full stop.

    Of a quote inside another one only what the outer marks hold: «Врач сказал, что …», — рассказала X РБК.
    """
    start, end = scene.unbroken((draft.cue or draft.parts[0])[0])
    stop = scene.paragraph(start)[1]
    while end < stop and scene.words.form[end] == "(":
        end = next((i + 1 for i in range(end, stop) if scene.words.form[i] == ")"), stop)
    pair = scene.pair_around(draft.cue[0]) if draft.cue else None
    if pair and pair[0] != draft.start - 1:
        return max(start, pair[0] + 1), min(end, pair[1])
    return start, end
