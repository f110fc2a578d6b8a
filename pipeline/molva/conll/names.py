"""``doc.ents`` in MISC: ``NE=B-PER``, ``NE=I-PER``, as spaCy's own converter reads them."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from molva.conll.escapes import escape, unescape
from molva.conll.places import Places

Labels = dict[tuple[int, int], str]


def name_labels(doc: Doc, places: Places) -> Labels:
    """The label of each named entity by its span of words, both ends inclusive."""
    spans = ((places.words(ent.start, ent.end), ent.label_) for ent in doc.ents)
    return {span: label for span, label in spans if span}


def write_names(labels: Labels) -> dict[int, str]:
    """The value of ``NE`` by word."""
    marks = {}
    for (first, last), label in labels.items():
        marks[first] = f"B-{escape(label)}"
        marks.update(dict.fromkeys(range(first + 1, last + 1), f"I-{escape(label)}"))
    return marks


def read_names(misc: Sequence[Mapping[str, str]]) -> Labels:
    """The inverse, from the MISC of all words of a document."""
    labels: Labels = {}
    start, label = 0, ""
    for n, attributes in enumerate([*misc, {}]):
        begin, _, mark = attributes.get("NE", "").partition("-")
        if label and not (begin == "I" and mark == label):
            labels[start, n - 1] = unescape(label)
            label = ""
        if mark and not label:
            start, label = n, mark
    return labels
