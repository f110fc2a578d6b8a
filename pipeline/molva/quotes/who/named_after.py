"""After whom a place is called: «парк имени Тараса Шевченко», «улица Гурко»."""

from molva.quotes.who.cast import Cast, Member
from molva.speakers.chains import Link
from molva.words import Words

NAMED_AFTER = frozenset({"имени", "им"})
STREETS = frozenset("улица проспект площадь переулок бульвар набережная шоссе храм собор".split())


def only_lends_name(cast: Cast, member: Member) -> bool:
    """«Атташе обокрали в парке |имени Тараса Шевченко|», «на улице |Гурко|»: after whom a place is called has said nothing, unless he comes up himself."""
    words, chain = cast.scene.words, member.chain
    return chain.named and chain.kind == "person" and all(_names_a_place(words, link) for link in chain.links)


def _names_a_place(words: Words, link: Link) -> bool:
    """«парк |имени Тараса Шевченко|», «улица |Гурко|»: a name behind a street's noun or what says that something bears it."""
    before = range(max(link.start - 2, 0), link.start)
    return any(words.lower[i] in NAMED_AFTER for i in before) or words.lemma[link.start - 1] in STREETS
