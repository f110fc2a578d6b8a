"""«Оно»: the body told of last by a noun or a name of the neuter: «Министерство закрыло порт. Оно заявило, что …»."""

from molva.quotes.scene import Scene
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.resolve import is_subject

NEAR = 2  # sentences looked back over


def body_meant(scene: Scene, chains: Chains, pronoun: int) -> Chain | None:
    """Rather the subject of its sentence: «Министерство обвинило агентство. |Оно| заявило, что …»."""
    words = scene.words
    nearest: Link | None = None
    for link in chains.backwards(pronoun):
        if words.sent[pronoun] - words.sent[link.head] > NEAR:
            break
        if nearest is not None and words.sent[link.head] < words.sent[nearest.head]:
            break
        if not _is_such_body(scene, link):
            continue
        if is_subject(words, link):
            return link.chain
        nearest = nearest or link
    return nearest.chain if nearest is not None else None


def _is_such_body(scene: Scene, link: Link) -> bool:
    """«министерство», «Минобороны»: a body, in the singular, by a word of the neuter."""
    body = link.label in ("ORG", "ROLE") and link.chain is not None and link.chain.kind == "org"
    return body and link.number != "Plur" and scene.words.feat(link.head, "Gender") == "Neut"
