"""A small file that is there as long as a window is open: found at a start, it tells that the last one was not closed.

It has the version on its first line, then the pages as they were opened, and behind them what the interpreter writes
of a fault that no Python code could catch. Written without waiting for the disk: what a loss of power takes of it is
only how the window ended, and that it ended is known from the file being there.
"""

import datetime as dt
import faulthandler
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from typing import TYPE_CHECKING

from asnquiz import __version__
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import Paths

if TYPE_CHECKING:
    from asnquiz.domain.sudden_end import SuddenEnd

_REPORT = "report "
# Compiled only where a mark was left: a start that finds none is on its way to the first picture.
_NATIVE = r"(?m)^(?:Fatal Python error|Windows fatal exception): "
_PAGE = r"(?a)[\w ?]+ \(\w+\)"


class WindowMark:
    """The mark of one data folder, for whoever has the claim on its window. Where it cannot be written there is none.

    Attributes:
        before: how the window before ended, None when it was closed.
    """

    def __init__(self, paths: Paths) -> None:
        self.before: SuddenEnd | None = None
        self._paths = paths
        self._path = paths.data / "window.open"
        self._file: FileIO | None = None

    def set(self) -> None:
        """Reads what the window before has left, and leaves this one's."""
        self.before = self._left()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
            self._file = FileIO(self._path, "a")
            faulthandler.enable(self._file)
            self._write(__version__)

    def page(self, kind: str, section: str | None) -> None:
        """Notes the kind of page that is open now, and the section of the window that it belongs to."""
        self._write(f"{section or 'halaman tanpa menu'} ({kind})")

    def clear(self) -> None:
        """The window is closed."""
        self._let_go()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def fail(self, error: BaseException) -> None:
        """The window ends by a fault of the program, which is reported at once."""
        from asnquiz.programs.crash_report import of_error

        with suppress(OSError, ValueError):
            lines = self._path.read_text("utf-8").splitlines()
            report = of_error(self._paths.log, error, _page_in(lines))
            self._write(f"{_REPORT}{report.name}")
        self._let_go()

    def _write(self, line: str) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.write(f"{line}\n".encode())

    def _let_go(self) -> None:
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def _left(self) -> "SuddenEnd | None":
        try:
            text = self._path.read_bytes().decode("utf-8", "replace")
            return self._sudden_end(text, self._last_seen())
        except (OSError, ValueError, OverflowError):  # none there; or one that no computer's clock could have made
            return None

    def _sudden_end(self, text: str, seen: dt.datetime) -> "SuddenEnd":
        from asnquiz.domain.sudden_end import SuddenEnd

        native = re.search(_NATIVE, text)
        lines = text[: native.start() if native else None].splitlines()
        report = next((line.removeprefix(_REPORT) for line in lines if line.startswith(_REPORT)), None)
        if native:
            from asnquiz.programs.crash_report import of_trace

            with suppress(OSError):
                version = lines[0] if lines else ""
                report = of_trace(self._paths.log, text[native.start() :], _page_in(lines), version, seen).name
        return SuddenEnd(seen, report)

    def _last_seen(self) -> dt.datetime:
        """The last time that the window changed one of its files, which an exam does every few seconds."""
        database = self._paths.database
        log = self._paths.log / "asnquiz.log"
        files = (self._path, database, database.with_name(f"{database.name}-wal"), log)
        latest = max(file.stat().st_mtime for file in files if file.exists())
        return dt.datetime.fromtimestamp(latest).astimezone()


@contextmanager
def marked(paths: Paths) -> Iterator[WindowMark]:
    """The mark of a window for as long as it is open. What is no fault of the program ends it like closing does."""
    mark = WindowMark(paths)
    mark.set()
    try:
        yield mark
    except Exception as error:
        if isinstance(error, Refusal):
            mark.clear()
        else:
            mark.fail(error)
        raise
    except BaseException:
        mark.clear()
        raise
    mark.clear()


def _page_in(lines: list[str]) -> str:
    """The page that was opened last, empty when none was."""
    return next((line for line in reversed(lines[1:]) if re.fullmatch(_PAGE, line)), "")
