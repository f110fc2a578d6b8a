"""Marks as they are typed where a keyboard has no others, led back to those that are printed."""

from collections.abc import Sequence

_PRINTED = {
    "--": "—",  # «Осень -- пора дождей»
    "---": "—",
    "``": "«",  # ``Заря'' закрылась
    "''": "»",
}


def as_printed(forms: Sequence[str]) -> list[str]:
    """The clean forms of a sentence as the networks know them: a dash for «--», quotation marks for ``…''."""
    return [_PRINTED.get(form, form) for form in forms]
