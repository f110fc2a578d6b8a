"""Count lemmas, for the choice between words that share a form, and measure the lemmas molva gives.

    MOLVA_SHARED=… python models/lemmas/train.py                  count and measure
    MOLVA_SHARED=… python models/lemmas/train.py --write          … and keep counts and scores
    MOLVA_SHARED=… python models/lemmas/train.py --errors 20      … and list the most frequent errors

Counted are the gold lemmas of OpenCorpora without its held-out sentences, and of Taiga's training
part. Kept are the lemmas that share a form with another word of the dictionary: no other choice is
open. Taiga's training part is measured by counts that leave out the half that is measured.
"""

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpora import DEV, OPENCORPORA, TAIGA, Word, opencorpora, treebank

from molva.grammar.lemmas import lemma, lemma_of
from molva.grammar.tags import lawful_tags
from molva.lexicon import commonness
from molva.lexicon.analyses import analyses_of
from molva.lexicon.commonness import Counts
from molva.lexicon.folding import fold
from molva.networks.morph import Tag, Tagger
from molva.text.tidy import tidy_word

HERE = Path(__file__).parent
TOGETHER = 200  # sentences that are tagged at once
MARKS = ("PUNCT", "SYM")
TRAINED = ("OpenCorpora", "Taiga,")  # whose errors may be read

Sentences = Sequence[Sequence[Word]]
Tags = Sequence[Sequence[Tag]]


@dataclass(slots=True)
class Tally:
    """How many lemmas are right, and the errors: form, tag, wanted, given."""

    right: int = 0
    of: int = 0
    errors: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.of + other.of, self.errors + other.errors)

    @property
    def share(self) -> float:
        """The share of right lemmas."""
        return self.right / max(self.of, 1)

    def note(self, word: Word, upos: str, given: str) -> None:
        """One more word."""
        self.of += 1
        if given in word.lemmas:
            self.right += 1
        else:
            self.errors[word.form, upos, " or ".join(sorted(word.lemmas)), given] += 1


def counted(*corpora: Sentences) -> Counts:
    """How often each lemma stands in the corpora, by kind; where several would do, none is counted."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word in (word for sentences in corpora for sentence in sentences for word in sentence):
        if len(word.lemmas) == 1 and word.upos not in MARKS:
            counts[commonness.kind(word.upos)].update(word.lemmas)
    return counts


def contested(counts: Counts) -> Counts:
    """The lemmas that share a form with another word."""
    return {
        name: {word: counts[name][word] for word in sorted(counts[name]) if _is_contested(name, word)}
        for name in sorted(counts)
    }


def _is_contested(name: str, word: str) -> bool:
    forms = {
        form
        for one in analyses_of(word)
        if one.known and fold(one.lemma) == word and commonness.kind(one.pos) == name
        for form in one.forms()
    }
    return any(fold(one.lemma) != word for form in forms for one in analyses_of(form))


def tagged(tagger: Tagger, sentences: Sentences) -> list[list[Tag]]:
    """The tags the pipeline gives."""
    forms = [[tidy_word(word.form) for word in sentence] for sentence in sentences]
    tags = [one for n in range(0, len(forms), TOGETHER) for one in tagger.tags(forms[n : n + TOGETHER])]
    return [lawful_tags(*pair) for pair in zip(forms, tags, strict=True)]


def gold(sentences: Sentences) -> list[list[Tag]]:
    """The tags of the corpus."""
    return [[(word.upos, word.feats) for word in sentence] for sentence in sentences]


def measured(sentences: Sentences, tags: Tags) -> Tally:
    """The lemmas of the sentences, by these tags."""
    tally = Tally()
    for sentence, marks in zip(sentences, tags, strict=True):
        for word, (upos, feats) in zip(sentence, marks, strict=True):
            if word.lemmas:
                given = lemma_of(word.form, tidy_word(word.form), upos, feats)
                tally.note(word, upos, fold(given))
    return tally


def using(counts: Counts, sentences: Sentences, tags: Tags) -> Tally:
    """What ``measured`` gives with other counts."""
    commonness.use(counts)
    lemma.cache_clear()
    return measured(sentences, tags)


def crossed(base: Sentences, sentences: Sentences, tags: Tags) -> Tally:
    """Every other sentence, by counts of the rest."""
    halves = ((sentences[n::2], tags[n::2], sentences[1 - n :: 2]) for n in (0, 1))
    tallies = [using(counted(base, other), half, marks) for half, marks, other in halves]
    return tallies[0] + tallies[1]


def main() -> int:
    """Count, measure, tell, and on request keep the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", type=int, default=0, help="how many errors to list, not of the dev sets")
    parser.add_argument("--tagger", default="natasha", help="the model whose tags are taken beside the gold")
    parser.add_argument("--write", action="store_true", help="keep counts and scores")
    options = parser.parse_args()
    if "MOLVA_SHARED" not in os.environ:
        print("MOLVA_SHARED names no folder of corpora to count: nothing is counted", file=sys.stderr)
        return 2
    shared, tagger = Path(os.environ["MOLVA_SHARED"]), Tagger(options.tagger)
    base, held = opencorpora(shared / OPENCORPORA)
    taiga = treebank(shared / TAIGA)
    counts = contested(counted(base, taiga))
    tallies: dict[str, Tally] = {}
    for name, marks in (("gold", gold), (options.tagger, lambda part: tagged(tagger, part))):
        tallies[f"OpenCorpora, held out: {name} tags"] = using(counts, held, marks(held))
        for dev in DEV:
            part = treebank(shared / dev)
            tallies[f"{Path(dev).name.partition('.')[0]}: {name} tags"] = using(counts, part, marks(part))
        tallies[f"Taiga, crossed: {name} tags"] = crossed(base, taiga, marks(taiga))
    scores = {name: {"right": t.right, "of": t.of, "share": round(t.share, 4)} for name, t in tallies.items()}
    print(json.dumps(scores, ensure_ascii=False, indent=1))
    for name in (name for name in tallies if name.startswith(TRAINED)):
        _list(name, tallies[name], options.errors)
    if options.write:
        _keep("counts", counts)
        _keep("scores", scores)
    return 0


def _list(name: str, tally: Tally, most: int) -> None:
    for (form, upos, wanted, given), times in tally.errors.most_common(most):
        print(f"{name}\t{times}\t{form}\t{upos}\t{wanted}\t{given}")


def _keep(name: str, record: object) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=0 if name == "counts" else 1)
    (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
