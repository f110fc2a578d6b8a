"""Quotes against gold: found, exact, cue, source, speaker, and who said what.

Gold and predicted quotes of a document are paired one to one by the words of their contents.
A pair counts as found at an overlap of half its words; who said what asks for 0.8 and the same
speaker. Cue and source are right when they share a word, or when both have none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from molva.evaluate.golds import Named, Said
from molva.evaluate.marks import marked_stretches
from molva.evaluate.sameness import same_speaker
from molva.evaluate.scores import Miss, Score
from molva.evaluate.sources import source_kind
from molva.evaluate.tally import ALL, Tally, table
from molva.evaluate.wording import Span, covered, overlap, pair, words_of

FOUND, CLOSE = 0.5, 0.8
NAMELESS, HARD = frozenset({"role", "pronoun", "missing"}), "role, pronoun or missing"


def score_quotes(
    golds: Iterable[Named], predicted: Mapping[str, Sequence[Said]]
) -> tuple[list[Score], list[Miss]]:
    """Score the predicted quotes of each document against its gold ones."""
    tally = Tally()
    for document in golds:
        _compare(tally, document, document.quotes or (), predicted.get(document.doc, ()))
    return table(tally), tally.misses


def _compare(tally: Tally, document: Named, golds: Sequence[Said], guesses: Sequence[Said]) -> None:
    """Pair the quotes of one document and count what is right of them."""
    words = words_of(document.text)
    paired = [
        found
        for found in pair(
            [covered(words, q.content) for q in golds], [covered(words, q.content) for q in guesses]
        )
        if found[0] >= FOUND
    ]
    _count_sides(tally, golds, guesses)
    for ratio, i, j in paired:
        _count_pair(tally, words, ratio, golds[i], guesses[j])
        _count_source(tally, document.text, golds[i], guesses[j])
    _count_marks(tally, document.text, words, golds, guesses)
    tally.misses += _misses(document, golds, guesses, paired)


def _count_sides(tally: Tally, golds: Sequence[Said], guesses: Sequence[Said]) -> None:
    """How many quotes there are on either side, in all and by type, and by rule of those predicted."""
    for side, quotes in (("gold", golds), ("predicted", guesses)):
        for quote in quotes:
            tally.parts[ALL][side] += 1
            tally.parts[quote.type][side] += 1
            tally.extra[f"via {side}"] += quote.via is not None
    for quote in guesses:
        tally.rules[quote.construction or "unnamed"]["predicted"] += 1


def _count_pair(tally: Tally, words: Sequence[Span], ratio: float, gold: Said, guess: Said) -> None:
    """What of a predicted quote is as the gold has it."""
    speaker = same_speaker(gold.speaker, guess.speaker, person=gold.kind == "person")
    hits = Counter(
        found=1,
        exact=int(ratio == 1),
        whosaid=int(ratio >= CLOSE and speaker),
        type=int(gold.type == guess.type),
        cue=int(_touch(words, gold.cue, guess.cue)),
        source=int(_touch(words, gold.source, guess.source)),
        speaker=int(speaker),
    )
    for counter in (tally.parts[ALL], tally.parts[gold.type], tally.rules[guess.construction or "unnamed"]):
        counter.update(hits)
    tally.extra["via hits"] += gold.via is not None and same_speaker(gold.via, guess.via, person=False)
    if gold.polarity is not None:
        tally.extra["polarity of"] += 1
        tally.extra["polarity hits"] += gold.polarity == guess.polarity


def _count_source(tally: Tally, text: str, gold: Said, guess: Said) -> None:
    """Count the speaker by how the gold gives it, and all that no name gives together."""
    hit = same_speaker(gold.speaker, guess.speaker, person=gold.kind == "person")
    kind = source_kind(text, gold)
    for key in (kind, HARD) if kind in NAMELESS else (kind,):
        tally.sources[key].update(found=1, speaker=int(hit))


def _touch(words: Sequence[Span], one: Span | None, other: Span | None) -> bool:
    """Whether two spans share a word, or neither is there."""
    if one is None or other is None:
        return one is other
    return bool(covered(words, [one]) & covered(words, [other]))


def _count_marks(
    tally: Tally, text: str, words: Sequence[Span], golds: Sequence[Said], guesses: Sequence[Said]
) -> None:
    """Count the «…» that the gold leaves outside every quote, and those that were taken for speech."""
    speech = covered(words, [part for quote in golds for part in quote.content])
    parts = [
        covered(words, [part]) for quote in guesses if quote.type != "indirect" for part in quote.content
    ]
    for stretch in marked_stretches(text):
        inside = covered(words, [stretch])
        if inside and not inside & speech:
            tally.extra["marks of"] += 1
            tally.extra["marks hits"] += any(overlap(inside, part) >= FOUND for part in parts)


def _misses(
    document: Named, golds: Sequence[Said], guesses: Sequence[Said], paired: Sequence[tuple[float, int, int]]
) -> list[Miss]:
    """What went wrong in one document: inexact edges, another speaker, quotes without their like."""
    text, out = document.text, []
    for ratio, i, j in paired:
        gold, guess = golds[i], guesses[j]
        if ratio < CLOSE:
            out.append(Miss(document.doc, f"span {ratio:.2f}", show(text, gold), show(text, guess)))
        if not same_speaker(gold.speaker, guess.speaker, person=gold.kind == "person"):
            out.append(Miss(document.doc, "speaker", _told(text, gold), _told(text, guess)))
    met_gold, met_guess = {i for _, i, _ in paired}, {j for _, _, j in paired}
    out += [
        Miss(document.doc, "missed", _told(text, q), "") for i, q in enumerate(golds) if i not in met_gold
    ]
    out += [
        Miss(document.doc, "spurious", "", _told(text, q))
        for j, q in enumerate(guesses)
        if j not in met_guess
    ]
    return out


def show(text: str, quote: Said) -> str:
    """The content of a quote on one line."""
    return " … ".join(text[start:end] for start, end in quote.content).replace("\n", "⏎")


def _told(text: str, quote: Said) -> str:
    rule = f" ({quote.construction})" if quote.construction else ""
    return f"{quote.type}{rule} {quote.speaker}: {show(text, quote)}"
