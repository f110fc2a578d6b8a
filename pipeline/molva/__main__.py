"""``python -m molva`` is the command ``molva``."""

from molva.cli import main

if __name__ == "__main__":
    main()
