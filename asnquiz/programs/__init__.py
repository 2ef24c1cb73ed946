"""The front doors: the only code that knows every room and joins them.

Nothing above the functions here may import a package that is not of the standard library: `environment` is loaded from
this room before any package is installed.
"""

import os
import sys
from io import TextIOWrapper


def main(argv: list[str]) -> int:
    """Runs the window or one command and returns the exit code: 0 done, 1 refused or faults found, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # An old Windows console lacks some characters; a mark in their place is better than a stop.
            stream.reconfigure(errors="replace")
    try:
        return _open_window() if not argv else _run_command(argv)
    except ImportError as error:
        from asnquiz.programs.system_packages import missing_library, qt_advice

        if (library := missing_library(error)) is None:
            raise
        print(qt_advice(library), file=sys.stderr)
        return 1


def _open_window() -> int:
    from asnquiz.programs.window import open_window

    return open_window()


def _run_command(argv: list[str]) -> int:
    from asnquiz.programs.commands import run_command

    try:
        code = run_command(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads what is printed any more, as with `| head`: the rest goes nowhere, also at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def run() -> None:
    """The installed program `asnquiz`."""
    sys.exit(main(sys.argv[1:]))
