"""Bodies told with the kind of their place: «власти региона», «МЧС страны», «администрация города».

They get the name of the place: of the one that the same body was told with before («власти Быстринска … власти города»),
of the country whose people the sentence tells of («Вестрийские пожарные уехали, сообщило МЧС страны»), or of the only place of
its kind that the text has named so far, by itself or in the name of another body.
"""

from bisect import bisect_left

from molva.lexicon.folding import fold
from molva.lexicon.nouns import roles
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.places import COUNTRIES, KINDS, REPUBLIC, STATE, is_called, place
from molva.words import Words

_REGION = "регион"
_REGIONS = frozenset(("область", "край"))


def generic_place(words: Words, link: Link) -> int | None:
    """The word that tells but the kind of a body's place, inside the mention or right behind it."""
    inside = (i for i in (link.end - 1, link.end) if link.head < i < len(words))
    return next((i for i in inside if _is_generic(words, i)), None)


def _is_generic(words: Words, i: int) -> bool:
    """«власти |региона|»; not so «Северного региона», and «пресс-служба главы |государства|», of whom the text has told elsewhere."""
    if words.lemma[i] not in KINDS or words.feat(i, "Case") != "Gen" or words.dep[i] != "nmod":
        return False
    bare = not any(words.pos[c] in {"ADJ", "DET"} for c in words.children[i])
    return bare and words.form[i].islower() and words.lemma[words.head[i]] not in roles()


def place_of(words: Words, chains: Chains, link: Link, noun: int) -> Chain | str | None:
    """The place of which a body tells but the kind: its chain, or its genitive as the text has it; None where it may be several."""
    told = _told_before(words, chains, link, noun)
    if told:
        return told
    kind = words.lemma[noun]
    named = [o for o in chains.links if o.label == "LOC" and o.chain is not None]
    land = _of_the_subject(words, link) if kind in COUNTRIES else ""
    if land:
        return _named(chains, land)
    places = {id(o.chain): o for o in named if o.start < link.start}
    found = [o.chain for o in places.values() if is_called(kind, o.normal)]
    if not found and kind == REPUBLIC:
        found = [o.chain for o in places.values() if is_called(STATE, o.normal)]
    if not found:
        return _in_a_body(words, chains, link, kind)
    return found[0] if len(found) == 1 else None


def _in_a_body(words: Words, chains: Chains, link: Link, kind: str) -> str:
    """«правительство |Тарской области|»: the region that the names of bodies before tell, where it is but one; empty else."""
    regions = {
        words.text[words.start[o.end - 2] : words.end[o.end - 1]]
        for o in chains.links
        if o.label == "ORG"
        and o.start < o.end - 2
        and o.end <= link.start
        and words.lemma[o.end - 1] in _REGIONS
        and kind in (_REGION, words.lemma[o.end - 1])
        and words.pos[o.end - 2] == "ADJ"
        and words.feat(o.end - 1, "Case") == "Gen"
    }
    return regions.pop() if len(regions) == 1 else ""


def _named(chains: Chains, land: str) -> Chain | None:
    """The chain of a country that the text names."""
    named = (o for o in chains.links if o.label == "LOC" and o.chain is not None)
    return next((o.chain for o in named if place(fold(o.normal).split()) == land), None)


def _told_before(words: Words, chains: Chains, link: Link, noun: int) -> str:
    """«пресс-служба |комитета Вестрии| … комитет республики»: what stood behind the same words before."""
    body, first = words.lemma[link.start : noun], words.lemma[link.start]
    before = words.by_lemma[first]
    for i in reversed(before[: bisect_left(before, link.start - len(body))]):
        behind = i + len(body)
        if words.lemma[i:behind] == body and (name := _place_at(words, chains, behind)):
            return name
    return ""


def _place_at(words: Words, chains: Chains, i: int) -> str:
    """The words of a mention from a capital on, where they may stand in the genitive."""
    around = chains.at(i) if words.form[i][0].isupper() else None
    if around is None or around.label == "PER" or words.feat(around.end - 1, "Case") == "Nom":
        return ""
    return words.text[words.start[i] : words.end[around.end - 1]]


def _of_the_subject(words: Words, link: Link) -> str:
    """The country whose people the sentence before the mention tells of: «|Вестрийские| пожарные уехали»."""
    subjects = (i for i in range(words.sentence(link.head)[0], link.start) if words.is_subject(i))
    lands = (place([words.lemma[c]]) for i in subjects for c in words.children[i] if words.pos[c] == "ADJ")
    return next((land for land in lands if land), "")
