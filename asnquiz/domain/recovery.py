"""What became of a database that was damaged or lost."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Recovery:
    """What there is again after a recovery, for the person to be told.

    Attributes:
        damaged: the folder that the damaged file was set aside in; None when there was no file any more.
        attempts, responses: how many there are now.
        attempts_from_backup, responses_from_backup: how many of them the damaged file did not hold any more.
        backup: the day of the newest backup that gave something; None when none did.
        complete: whether nothing is known to be missing.
    """

    damaged: str | None
    attempts: int
    responses: int
    attempts_from_backup: int
    responses_from_backup: int
    backup: date | None
    complete: bool
