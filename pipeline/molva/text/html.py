"""Web pages: the article without its furniture, a paragraph a line, the title first.

Offsets of a page are offsets of the text that was taken out of it; its CoNLL-U gives that text back.
"""

import re
from pathlib import Path
from typing import Any

from molva.errors import MissingExtra, SettingsError, SourceError
from molva.text.decode import decode, known
from molva.text.document import Document, Reading, ReadOptions
from molva.text.packed import open_bytes

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_YEAR_ALONE = "-01-01"  # «© 2019 Портовик» is no date: it is kept where the page itself gives this very day
_FACTS = ("title", "author", "date", "sitename", "url", "description")


def read_html(path: Path, name: str, options: ReadOptions) -> Reading:
    """Take the article out of a page.

    Raises:
        MissingExtra: trafilatura is not installed, or cannot be imported.
        SourceError: the page cannot be decoded, or there is no article in it.
    """
    with open_bytes(path) as stream:
        data = stream.read()
    page, encoding = decode_page(data, name, options.encoding)
    text, meta = extract(page, name)
    return Reading(encoding, [Document("", text, meta)])


def decode_page(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """Decode by the encoding given, else by the one that the page declares, else by detection."""
    declared = _DECLARED.search(data[:4096])
    if encoding is None and declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            chosen = known(declared[1].decode("ascii"))
            return data.decode(chosen), chosen
        except (SettingsError, UnicodeDecodeError):
            pass  # pages often lie about their encoding: look at the bytes
    return decode(data, name, encoding)


def extract(page: str, name: str) -> tuple[str, dict[str, Any]]:
    """The text of the article (title first, a paragraph a line) and what the page says of itself."""
    found = _article(page, name)
    if not _text(found) and not _WHOLE.search(page):
        found = _article(f"<html><body>{page}</body></html>", name)  # a few paragraphs cut out of a page
    body = _text(found)
    if not body:
        raise SourceError(f"{name}: no article found in the page; give its text as .txt")
    facts = {fact: getattr(found, fact) for fact in _FACTS if getattr(found, fact, None)}
    if facts.get("date", "").endswith(_YEAR_ALONE):
        facts["date"] = _article(page, name, guess_date=False).date
    facts = {fact: value for fact, value in facts.items() if value}
    return with_title(body, facts.get("title")), facts


def _article(page: str, name: str, *, guess_date: bool = True) -> Any:
    """What trafilatura finds, or None; to ``guess_date`` it looks through the text for anything like one."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtra("trafilatura", "html", f"{name}: reading HTML", error) from None
    return trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=None if guess_date else {"original_date": True, "extensive_search": False},
    )


def _text(found: Any) -> str:
    return (getattr(found, "text", None) or "").strip()


def with_title(body: str, title: str | None) -> str:
    """Put the title before the body unless the body opens with it."""
    if not title or _letters(body).startswith(_letters(title)):
        return body
    return f"{title}\n{body}"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()
