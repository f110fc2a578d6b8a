"""A run in the formats of other people's tools.

* all ``formats``, from the ``folder`` of a run: ``bio``, ``joined``, ``sheet``, ``parquet``, ``docbin``
* the ``page``: its text in ``segments``, and the list of who is ``speaking``
"""

from molva.exports.formats import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
