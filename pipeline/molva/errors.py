"""What can go wrong, and whose turn it is.

MolvaError
├── SourceError     a file or a row that cannot be read: mend the file, or name its encoding
├── SettingsError   an argument or a setting that cannot be used: mend the call
├── ModelError      weights that are missing, damaged or of another make: reinstall
├── FormatError     a CoNLL-U, gold or table file that breaks its format: mend the line named
└── MissingExtra    an optional library that is not installed, or not whole: install the extra named
"""


class MolvaError(Exception):
    """The root of every error that molva raises on purpose."""


class SourceError(MolvaError):
    """A file, or a row of one, that cannot be read as text."""


class SettingsError(MolvaError):
    """An argument or a setting that cannot be used as given."""


class ModelError(MolvaError):
    """Weights that are missing, damaged, or made for another version."""


class FormatError(MolvaError):
    """A file that breaks the format it claims to have; the message names the line."""


class MissingExtra(MolvaError):
    """An optional library is needed and cannot be imported; the message says why, and how to install it."""

    def __init__(self, library: str, extra: str, purpose: str, error: ImportError) -> None:
        broken = "" if error.name == library else f", which is there but cannot be imported ({_line(error)})"
        super().__init__(f"{purpose} needs {library}{broken}: pip install 'molva[{extra}]'")


def _line(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")
