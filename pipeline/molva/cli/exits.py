"""The exit codes of the commands; 0 is said where all went through."""

SET_ASIDE = 3  # all went through but for what is listed
BAD_ARGUMENTS = 2
INTERRUPTED = 130
