"""Whom a medium has cited or asked in the sentence before «он»: «О пожаре пишет «Бакен» со ссылкой на мэра. |Он| отметил, что …»."""

from molva.quotes.draft import Draft
from molva.quotes.media.passed_on import referred
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source, phrase
from molva.speakers.ahead import NEWSMEN
from molva.speakers.chains import Chains
from molva.speakers.pronouns import demand

TALKING = frozenset("поговорить побеседовать пообщаться беседовать связаться созвониться встретиться".split())

ASKERS = NEWSMEN | {"журналист", "репортер", "редакция"}


def cited_above(scene: Scene, chains: Chains, draft: Draft, quoted: int) -> Source | None:
    """Those words, where they agree with the pronoun, no quote reaches into that sentence (up to ``quoted``), and nobody has come up since."""
    words, head = scene.words, draft.source_head
    assert head is not None
    end = scene.sentence(head)[0]
    start = scene.sentence(max(end - 1, 0))[0]
    since = chains.within(end, head)
    come_up = any(link.label in {"PER", "ROLE"} and not draft.covers(link.head) for link in since)
    if not end or quoted > start or come_up:
        return None
    who = referred(scene, start, end) or _talked_to(scene, start, end)
    asked = demand(words, head)
    if who is None or words.number(who.head) != asked.number:
        return None
    return who if asked.number == "Plur" or words.feat(who.head, "Gender") in ("", asked.gender) else None


def _talked_to(scene: Scene, start: int, end: int) -> Source | None:
    """«Журналисты «Бакена» поговорили |с очевидцем|»: with whom a medium, or its people, have talked."""
    words = scene.words
    verb = next(iter(words.with_lemma(TALKING, start, end)), None)
    if verb is None:
        return None
    asks = any(words.ent[i] == "ORG" or words.lemma[i] in ASKERS for i in words.subjects(verb))
    near = range(verb + 1, end - 1)
    link = next((i for i in near if words.lower[i] in {"с", "со"}), None)
    if not asks or link is None:
        return None
    nouns = (i for i in range(link + 1, end) if words.pos[i] in {"NOUN", "PROPN"})
    noun = next((i for i in nouns if words.feat(i, "Case") == "Ins"), None)
    return phrase(scene, noun, link + 1, end) if noun is not None else None
