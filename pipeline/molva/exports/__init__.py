"""A run in the formats of other people's tools."""

from molva.exports.formats import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
