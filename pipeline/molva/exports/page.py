"""One page of HTML that shows texts with their quotes and who said them; it needs nothing but itself."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from spacy.tokens import Doc

from molva.contract import Quote, read_quotes
from molva.corpus.names import printable
from molva.corpus.work import write_whole
from molva.exports.folder import conllu_files, read_docs
from molva.exports.segments import Mark, Segment, cut
from molva.exports.speaking import Known, known, speaking
from molva.registry.speakers import find_speakers

DOCUMENTS_A_PAGE = 300  # a browser on a phone still opens it
HUES = 8

TYPES = {"direct": "прямая речь", "indirect": "косвенная речь", "mixed": "пересказ с цитатой"}
POLARITIES = {
    "asserted": "",
    "denied": "опровергает",
    "negated": "не говорил",
    "hypothetical": "предположительно",
}


def write_page(out: Path, target: Path) -> None:
    """Write a page for a run: its first documents that hold quotes."""
    docs = (doc for doc in read_docs(out) if read_quotes(doc))
    conllu_files(out)
    people = known(find_speakers(out))
    title = f"Кто что сказал: {printable(out.resolve().name)}"
    write_whole(target, render_page(docs, title=title, people=people))


def render_page(
    docs: Iterable[Doc], *, title: str = "Кто что сказал", people: Known = MappingProxyType({})
) -> Iterator[str]:
    """The page, piece by piece; at most ``DOCUMENTS_A_PAGE`` documents, and it says when there are more.

    ``people`` are the speakers of the run; without them those of each document are listed by themselves.
    """
    rest = iter(docs)
    shown = list(islice(rest, DOCUMENTS_A_PAGE))
    left_out = sum(1 for _ in rest)
    style = files("molva.exports").joinpath("page.css").read_text(encoding="utf-8")
    yield "<!DOCTYPE html>\n<html lang='ru'>\n<meta charset='utf-8'>\n"
    yield "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
    yield f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n<main>\n<h1>{escape(title)}</h1>\n"
    if left_out:
        yield f"<p class='note'>Показаны первые документы с цитатами: {len(shown)}; ещё есть {left_out}.</p>\n"
    yield from speaking(shown, people)
    for number, doc in enumerate(shown, 1):
        yield from _article(doc, number)
    yield "</main>\n</html>\n"


def _article(doc: Doc, number: int) -> Iterator[str]:
    """One document: its text with the quotes in it, and a table of them."""
    quotes = read_quotes(doc)
    classes = _classes(quotes)
    marks = list(_marks(quotes))
    yield f"<article>\n<h2>{escape(doc.user_data.get('doc_id', f'Документ {number}'))}</h2>\n"
    start = 0
    for line in doc.text.splitlines(keepends=True):
        segments = cut(doc.text, start, start + len(line), marks)
        start += len(line)
        if line.strip():
            yield "<p>" + "".join(_segment(s, quotes, classes, number) for s in segments).strip() + "</p>\n"
    yield _table(quotes, number)
    yield "</article>\n"


def _classes(quotes: Sequence[Quote]) -> list[str]:
    """How each quote looks: a colour for each speaker of the document, in order of appearance."""
    hues: dict[str, int] = {}
    names = []
    for quote in quotes:
        who = "nobody"
        if quote.speaker:
            who = f"h{hues.setdefault(quote.speaker.id, len(hues)) % HUES}"
        names.append(f"quote {quote.type} {who}")
    return names


def _marks(quotes: Sequence[Quote]) -> Iterator[Mark]:
    """The stretches of the text that are shown: contents, cues and sources of the quotes."""
    for i, quote in enumerate(quotes):
        for part in quote.content:
            yield Mark(part.start_char, part.end_char, "quote", i)
        for span, what in ((quote.cue, "cue"), (quote.source, "source")):
            if span is not None:
                yield Mark(span.start_char, span.end_char, what, i)


def _segment(segment: Segment, quotes: Sequence[Quote], classes: Sequence[str], number: int) -> str:
    """A piece of text in the colours of its innermost quote, and the speaker where a quote ends."""
    inner = [mark for mark in segment.marks if mark.what == "quote"]
    names = [classes[min(inner, key=lambda m: m.end - m.start).owner]] if inner else []
    names += sorted({mark.what for mark in segment.marks} - {"quote"})
    text = escape(segment.text, quote=False)
    shown = f"<span class='{' '.join(names)}'>{text}</span>" if names else text
    return shown + "".join(_who(quotes[m.owner], number) for m in segment.ends if m.what == "quote")


def _who(quote: Quote, number: int) -> str:
    name = quote.speaker.name if quote.speaker else "кто?"
    return f"<a class='who' href='#{number}-{escape(quote.id)}'>{escape(name)}</a>"


def _table(quotes: Sequence[Quote], number: int) -> str:
    """Who said what, each row a place to jump to."""
    rows = "".join(
        f"<tr id='{number}-{escape(quote.id)}'><th scope='row'>"
        f"{escape(quote.speaker.name if quote.speaker else '—')}</th>"
        f"<td>{escape(quote.text)}<br><span class='how'>{escape(_how(quote))}</span></td></tr>\n"
        for quote in quotes
    )
    head = "<thead><tr><th scope='col'>Кто</th><th scope='col'>Что сказал</th></tr></thead>"
    return f"<table>\n{head}\n<tbody>\n{rows}</tbody></table>\n" if rows else ""


def _how(quote: Quote) -> str:
    cue = f"«{quote.cue.text}»" if quote.cue is not None else ""
    via = f"через {quote.via}" if quote.via else ""
    return ", ".join(filter(None, (TYPES[quote.type], POLARITIES[quote.polarity], cue, via)))
