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
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtra("trafilatura", "html", f"{name}: reading HTML", error) from None
    found = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=False, with_metadata=True
    )
    body = (getattr(found, "text", None) or "").strip()
    if not body:
        raise SourceError(f"{name}: no article found in the page; give its text as .txt")
    facts = {fact: getattr(found, fact) for fact in _FACTS if getattr(found, fact, None)}
    return with_title(body, facts.get("title")), facts


def with_title(body: str, title: str | None) -> str:
    """Put the title before the body unless the body opens with it."""
    if not title or _letters(body).startswith(_letters(title)):
        return body
    return f"{title}\n{body}"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()
