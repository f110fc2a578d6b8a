"""A command from its start to its end: what the user can mend is told in one line, and by the exit code."""

import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

import typer

from molva.cli.commands import app
from molva.cli.exits import BAD_ARGUMENTS, INTERRUPTED
from molva.cli.printing import say
from molva.errors import MolvaError


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command; whatever the user can mend is told in one line, without a traceback."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = app(args=arguments, prog_name="molva", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # some versions of typer say so instead of raising Abort
            _stopped()
        sys.exit(code or 0)
    except BrokenPipeError:
        _unheard()
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # typer makes an error of it
            _unheard()
        raise
    except (KeyboardInterrupt, typer.Abort):
        _stopped()
    except MolvaError as error:
        _fail(str(error), BAD_ARGUMENTS)
    except OSError as error:
        _fail(f"{error.filename or 'the output'}: {error.strerror}; mend it and try again", BAD_ARGUMENTS)
    except Exception as error:
        if hasattr(error, "format_message"):  # an error of usage: typer's own class moves between versions
            _fail(f"{_one_line(error.format_message())} (see molva --help)", BAD_ARGUMENTS)
        raise


def _unheard() -> NoReturn:
    """The reader of our output (``head``) has seen enough, which is no error."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(0)


def _stopped() -> NoReturn:
    _fail("stopped; the same command goes on from here", INTERRUPTED)


def _fail(message: str, code: int) -> NoReturn:
    say(f"molva: {_one_line(message)}")
    sys.exit(code)


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
