"""Two names of one person, as a bracket tells: «певица Ирен Мун (настоящее имя — Нина Зуева)», «Нина Зуева (настоящее имя)»."""

from collections.abc import Iterator

from molva.speakers.chains import Chains, Link
from molva.speakers.names import sex
from molva.words import Words

_LONGEST = 10  # words of such a bracket
_NEAR = 40  # mentions looked back for the other name
_PARAGRAPHS = 2
# what the bracket says of the name in it, or before it
_TOLD = (
    frozenset(("настоящий", "имя")),
    frozenset(("настоящий", "фамилия")),
    frozenset(("имя", "рождение")),
    frozenset(("имя", "паспорт")),
    frozenset(("псевдоним",)),
)


def unite(words: Words, chains: Chains) -> None:
    """Make one chain of the two by which a text tells that it calls one person."""
    for link, other in _pairs(words, chains):
        kept, given_up = other.chain, link.chain
        if kept is None or given_up is None or kept is given_up:
            continue
        for mention in given_up.links:
            kept.add(mention)
        kept.links.sort(key=lambda mention: mention.start)
        chains.chains.remove(given_up)


def _pairs(words: Words, chains: Chains) -> Iterator[tuple[Link, Link]]:
    """Each second name with the first one: inside the bracket, or else before it and then of who came up last."""
    for link in [one for one in chains.links if one.label == "PER"]:
        close = _bracket(words, link.end)
        lemmas = set(words.lemma[link.end : close])
        if not any(told <= lemmas for told in _TOLD):
            continue
        inside = next((o for o in chains.within(link.end, close) if o.label == "PER"), None)
        if inside is not None:
            yield inside, link
        elif (before := _before(words, chains, link)) is not None:
            yield link, before


def _bracket(words: Words, opening: int) -> int:
    """Where a bracket that opens at a word closes; the word itself where none does."""
    if words.form[opening : opening + 1] != ["("]:
        return opening
    inner = range(opening + 1, min(opening + _LONGEST, len(words)))
    return next((i for i in inner if words.form[i] == ")"), opening)


def _before(words: Words, chains: Chains, link: Link) -> Link | None:
    """The person of another name who came up last, where both may be a man or both a woman."""
    near = chains.before(link.start, _NEAR)
    people = (o for o in near if o.label == "PER" and o.chain is not None and o.chain is not link.chain)
    last = next(people, None)
    if last is None or words.par[link.head] - words.par[last.head] > _PARAGRAPHS:
        return None
    return last if sex(last.normal) in ("", sex(link.normal)) or not sex(link.normal) else None
