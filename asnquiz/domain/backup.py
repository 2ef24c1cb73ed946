"""A copy of everything that this computer keeps, as it is listed."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Backup:
    """A copy of the whole database.

    Attributes:
        name: the file's.
        time: when it was made; None for the daily one, of which only the day counts. One with a time was made before
            another backup was restored.
        size: in bytes.
        people, attempts: how many it holds; None where it cannot be read.
    """

    name: str
    day: dt.date
    time: dt.time | None
    size: int
    people: int | None
    attempts: int | None

    @property
    def readable(self) -> bool:
        return self.people is not None
