"""That the window before was not closed: the program broke, was killed, or the computer lost its power."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SuddenEnd:
    """How the window before ended.

    Attributes:
        seen: when it is last known to have run, as the computer's clock on the wall said.
        report: the file that says what happened, without personal data; None where nobody was left to write one.
    """

    seen: datetime
    report: str | None
