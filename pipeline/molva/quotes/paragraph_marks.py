"""Marks whose speech runs over a paragraph's end: it opens again in every paragraph, or one pair stands around them all."""

from collections import Counter

from molva.quotes.draft import Stretch
from molva.tokens.marks import Pair
from molva.words import Words

PARTNERS = {"«": "»", "“": "”", "„": "“”", '"': '"'}  # marks that can be paired over paragraphs
ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!!", "..", "?..", "!.."})
LONGEST = 6  # paragraphs of one pair

Chain = list[tuple[int, int | None]]


def reopened(words: Words) -> list[Chain]:
    """«Смета готова.⏎«Деньги есть», — …: (opening mark, closing mark or None) of each paragraph that opens again.

    A paragraph that begins with a name has not opened again: «Створ» ждёт.⏎«Створ» готов».
    """
    closing = _closing(words)
    first_of = {
        words.par[pair.open]: pair
        for pair in reversed(words.pairs)
        if pair.open == words.paragraphs[words.par[pair.open]][0]
        and not _begins_with_name(words, pair, closing)
    }
    chains: list[Chain] = []
    chained: set[int] = set()
    for pair in words.pairs:
        if pair.close is not None or pair.open in chained:
            continue
        chain: Chain = [(pair.open, None)]
        while chain[-1][1] is None and (following := first_of.get(words.par[chain[-1][0]] + 1)):
            chain.append((following.open, following.close))
        if len(chain) > 1:
            chains.append(chain)
            chained.update(mark for mark, _ in chain)
    return chains


def _begins_with_name(words: Words, pair: Pair, closing: set[int]) -> bool:
    """«|«Створ»| ждёт», «|«Створ»|, похоже, слаб»»: the sentence goes on behind the pair, or the paragraph closes more than it opens."""
    if pair.close is None:
        return False
    behind = words.form[pair.close + 1 : pair.close + 2]
    return bool(behind) and behind[0].islower() or words.par[pair.open] in closing


def _closing(words: Words) -> set[int]:
    """The paragraphs that hold a closing mark «»» without its opening one."""
    paired = {pair.close for pair in words.pairs}
    return {words.par[i] for i, form in enumerate(words.form) if form == "»" and i not in paired}


def over_paragraphs(words: Words, chained: set[int]) -> list[Stretch]:
    """«Первый этап закончен.⏎Второй начнём весной», — …: one pair around whole paragraphs.

    A straight mark shows its direction by the words beside it; it must begin a sentence or stand behind a colon. An
    opening mark that has had to share the closing mark of a name, «Мы сильнее «Створа».⏎Он слаб», waits for its own.
    """
    open_ended = (pair.open for pair in words.pairs if pair.close is None)
    lone = {mark for mark in open_ended if _may_go_on(words, mark)} - chained
    opening = lone | _sharing(words)
    used = {mark for pair in words.pairs for mark in (pair.open, pair.close)}
    waiting, found = None, list[Stretch]()
    for i, form in enumerate(words.form if opening else ()):
        if i in opening:
            waiting = i
        elif waiting is not None and form in PARTNERS[words.form[waiting]] and i not in used:
            if 0 < words.par[i] - words.par[waiting] <= LONGEST:
                found.append((waiting, i))
            waiting = None
    return found


def _sharing(words: Words) -> set[int]:
    """«|«|Мы сильнее «Створа».⏎Он слаб»: opening marks of paragraphs that have had to share the closing mark of a name."""
    closed = [(pair, pair.close) for pair in words.pairs if pair.close is not None]
    times = Counter(close for _, close in closed)
    return {
        pair.open
        for pair, close in closed
        if times[close] > 1
        and pair.depth == 0
        and pair.open == words.paragraphs[words.par[pair.open]][0]
        and words.form[close + 1 : close + 2] not in ([","], ["—"], ["–"], ["-"])
    }


def _may_go_on(words: Words, mark: int) -> bool:
    """Whether speech that a mark opens may go on in the next paragraph: the sentence of «Шхуна "Отмель» may not."""
    speech = mark == words.paragraphs[words.par[mark]][0] or words.form[mark - 1] in {":", *ENDS}
    return words.form[mark] in PARTNERS and (words.form[mark] != '"' or speech)
