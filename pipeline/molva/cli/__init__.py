"""The command line. It computes nothing, and nothing else in molva prints.

* the ``commands``, a function each; while one runs, its ``progress``
* how a command is started and how it may end: ``running``, with one of the ``exits``
* what it prints: ``printing``

`molva --help` waits for no heavy library: a command imports what it needs when it runs.
"""

from molva.cli.commands import app
from molva.cli.running import main

__all__ = ["app", "main"]
