"""The log: milestones, and faults of the program with their trace, without personal data, in a few rotated files."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz.programs.paths import Paths

if TYPE_CHECKING:
    from logging import _SysExcInfoType

_BYTES = 512 * 1024
_FILES = 3


def log_to_folder(paths: Paths) -> None:
    """Sends the program's log into the data folder; where that cannot be, the program does without one."""
    logging.raiseExceptions = False  # a log that cannot be written, as on a full disk, is no concern of the person's
    logger = logging.getLogger("asnquiz")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(_FolderHandler(paths.log))


class _FolderHandler(logging.Handler):
    """Opens its files with the first record, which comes when the window has been painted."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._files: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        self._files = self._files or self._open()
        self._files.handle(record)

    def close(self) -> None:
        if self._files is not None:
            self._files.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._folder.mkdir(exist_ok=True)
            files = RotatingFileHandler(
                self._folder / "asnquiz.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()
        files.setFormatter(Discreet("%(asctime)s %(levelname)s %(message)s"))
        return files


class Discreet(logging.Formatter):
    """Writes of an error what `discretion` lets through. The words of a record are the program's own, with numbers."""

    def formatException(self, ei: "_SysExcInfoType") -> str:
        from asnquiz.programs.discretion import lines_about

        return "\n".join(lines_about(ei[1])) if ei[1] else ""
