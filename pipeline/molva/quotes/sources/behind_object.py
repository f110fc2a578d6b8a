"""Who speaks right behind the one whom he speaks to, for the tagger a part of him: «пожурил рыбаков |Зуев|»."""

from molva.lexicon.surnames import ends_as_womans
from molva.quotes.cues import FINITE
from molva.quotes.media.medium import is_medium
from molva.quotes.scene import Scene
from molva.quotes.sources.at_last import OF_A_BODY
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.subjects import names_man


def behind_object(scene: Scene, verb: int, end: int) -> Source | None:
    """«…», — пожурил рыбаков |Зуев|.  «…», — предупреждает граждан |МЧС|.: the name that closes what a verb opens.

    The verb has no subject and nothing before it, and only the people whom it is done to stand between.
    """
    words, cue = scene.words, scene.cues.get(verb)
    opens = verb == 0 or words.pos[verb - 1] == "PUNCT"
    if (
        not opens
        or words.feat(verb, "Number") != "Sing"
        or not words.is_active(verb)
        or cue is not None
        and cue.form != FINITE
    ):
        return None
    person, name = verb + 1, verb + 2
    if name >= end or not _is_told(scene, person, verb):
        return None
    stop = next((k for k in range(name, end) if words.ent[k] != words.ent[name]), end)
    closes = stop == end or words.pos[stop] == "PUNCT"
    return Source((name, stop), name) if closes and _may_tell(scene, name, stop, verb) else None


def _is_told(scene: Scene, i: int, verb: int) -> bool:
    """«|граждан|», «|читателям|»: people to whom the verb is done; of those of a body the name behind them is a part."""
    words = scene.words
    people = words.pos[i] == "NOUN" and words.feat(i, "Animacy") == "Anim" and not words.ent[i]
    object_of_it = words.head[i] == verb and words.feat(i, "Case") in {"Acc", "Dat"}
    return people and object_of_it and words.lemma[i] not in OF_A_BODY


def _may_tell(scene: Scene, name: int, stop: int, verb: int) -> bool:
    """«Милбрук», «Зуева» of a woman's verb, «МЧС»: a surname that may be a nominative, or a body's name in capitals that is no medium's."""
    words, form = scene.words, scene.words.form[name]
    if words.feat(verb, "Gender") == "Fem":
        return words.ent[name] == "PER" and ends_as_womans(words.lower[stop - 1])
    short = words.ent[name] == "ORG" and form.isupper() and len(form) > 1 and stop == name + 1
    return names_man(words, name) or short and not is_medium(scene, name, stop)
