"""The public face is what ``__all__`` says, no more and no less."""

import pytest

import molva

PUBLIC = {
    "Entity", "Explanation", "Mention", "Quote", "annotate", "declare_extensions", "explain", "load", "read_conllu",
    "MolvaError", "FormatError", "MissingExtra", "ModelError", "SettingsError", "SourceError",
    "__version__",
}  # fmt: skip


def test_all_is_the_public_face():
    """A name that comes or goes is a promise made or broken: say so in the changelog."""
    assert set(molva.__all__) == PUBLIC


def test_every_public_name_is_there_and_has_a_docstring():
    for name in sorted(PUBLIC - {"__version__"}):
        assert getattr(molva, name).__doc__, name


def test_dir_shows_the_public_face():
    assert set(dir(molva)) == PUBLIC


def test_an_unknown_name_says_which_there_are():
    with pytest.raises(AttributeError, match="load"):
        molva.quotes_of  # noqa: B018


def test_every_error_is_a_molva_error():
    errors = [getattr(molva, name) for name in PUBLIC if name.endswith(("Error", "Extra"))]
    assert len(errors) == 6
    assert all(issubclass(error, molva.MolvaError) for error in errors)
