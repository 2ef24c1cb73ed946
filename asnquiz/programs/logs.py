"""The log: milestones, and faults of the program with their trace, without personal data, in a few rotated files."""

import logging
from logging.handlers import RotatingFileHandler

from asnquiz.programs.paths import Paths

_BYTES = 512 * 1024
_FILES = 3


def log_to_folder(paths: Paths) -> None:
    """Sends the program's log into the data folder; where that cannot be, the program does without one."""
    logging.raiseExceptions = False  # a log that cannot be written, as on a full disk, is no concern of the person's
    logger = logging.getLogger("asnquiz")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        paths.log.mkdir(exist_ok=True)
        handler = RotatingFileHandler(paths.log / "asnquiz.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
    except OSError:
        logger.addHandler(logging.NullHandler())  # without any, Python would print to a terminal
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
