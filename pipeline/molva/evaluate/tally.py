"""Counts of the quote judge, and the scores they make."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from molva.contract import QUOTE_TYPES
from molva.evaluate.scores import Miss, Score

ALL = "all"
NAMES = {"found": "found", "exact": "exact", "whosaid": "who said what"}
SHARES = ("type", "cue", "source", "speaker")


@dataclass(slots=True)
class Tally:
    """Counts over documents.

    Of each measure, for each type and all (``parts``), for each construction (``rules``), and for each
    way in which the gold gives the source (``sources``).
    """

    parts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    rules: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    sources: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    extra: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)


def table(tally: Tally) -> list[Score]:
    """The scores in the order they are shown: all, each type, each kind of source, each construction."""
    kinds = (*QUOTE_TYPES, *sorted(tally.parts.keys() - {ALL, *QUOTE_TYPES}))
    out = _of_all(tally.parts[ALL]) + _of_the_rest(tally.extra)
    for kind in kinds:
        if kind in tally.parts:
            out += _of_type(kind, tally.parts[kind])
    for kind, counts in sorted(tally.sources.items()):
        out.append(Score("sources", kind, "speaker", counts["speaker"], of=counts["found"]))
    for rule, counts in sorted(tally.rules.items(), key=lambda item: (-item[1]["predicted"], item[0])):
        out += _of_rule(rule, counts)
    return out


def _of_all(counts: Counter[str]) -> list[Score]:
    gold, predicted = counts["gold"], counts["predicted"]
    out = [Score("quotes", ALL, name, counts[key], gold, predicted) for key, name in NAMES.items()]
    return out + _shares(ALL, counts)


def _of_type(kind: str, counts: Counter[str]) -> list[Score]:
    """Of one gold type: recall only, since a prediction of another type may be the pair."""
    out = [Score("quotes", kind, name, counts[key], counts["gold"]) for key, name in NAMES.items()]
    return out + _shares(kind, counts)


def _of_rule(rule: str, counts: Counter[str]) -> list[Score]:
    """Of one construction: precision only, since the gold does not say by which rule it would be found."""
    return [
        Score("rules", rule, name, counts[key], predicted=counts["predicted"]) for key, name in NAMES.items()
    ] + [Score("rules", rule, "speaker", counts["speaker"], of=counts["found"])]


def _shares(part: str, counts: Counter[str]) -> list[Score]:
    return [Score("quotes", part, key, counts[key], of=counts["found"]) for key in SHARES]


def _of_the_rest(extra: Counter[str]) -> list[Score]:
    """Scores of what does not go by type: media, polarity, and marks that hold no speech."""
    out = [Score("quotes", ALL, "via", extra["via hits"], extra["via gold"], extra["via predicted"])]
    if extra["polarity of"]:
        out.append(Score("quotes", ALL, "polarity", extra["polarity hits"], of=extra["polarity of"]))
    return [
        *out,
        Score("quotes", "«…» no speech", "taken for speech", extra["marks hits"], of=extra["marks of"]),
    ]
