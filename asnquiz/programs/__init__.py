"""The front doors: the only code that knows every room and joins them.

Nothing above the functions here may import a package that is not of the standard library: `environment` is loaded from
this room before any package is installed.
"""

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from asnquiz.programs.windows_version import refuse_unfit_windows


def main(argv: list[str]) -> int:
    """Runs the window or one command and returns the exit code: 0 done, 1 refused or faults found, 2 wrong usage."""
    refuse_unfit_windows()
    if os.name != "nt" and sys.getfilesystemencoding() != "utf-8":
        # Python takes paths for those of an old locale and Qt takes them for UTF-8, so Qt would not find its own parts.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - no shell is wanted
    if sys.stdout is None:  # Windows gives a program without a console no streams either
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # An old Windows console lacks some characters; a mark in their place is better than a stop.
            stream.reconfigure(errors="replace")
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # Nobody reads what is printed any more, as with `| head`: the rest goes nowhere, also at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ImportError as error:
        from asnquiz.programs.system_packages import missing_library, qt_advice

        library = missing_library(error)
        if library is None:
            raise
        print(qt_advice(library), file=sys.stderr)
        return 1
    return code


def _run(argv: list[str]) -> int:
    """The window loads none of the commands."""
    if not argv:
        from asnquiz.programs.window import open_window

        return open_window()

    from asnquiz.programs.commands import run_command

    return run_command(argv)


def run() -> None:
    """The installed program `asnquiz`."""
    sys.exit(main(sys.argv[1:]))
