"""A point in time as it is kept: UTC, the computer's offset then, and a counter that survives a wrong clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Moment:
    """When something happened.

    Attributes:
        utc: aware datetime in UTC, whole milliseconds.
        offset_minutes: the computer's offset from UTC then, in minutes (420 for WIB).
        counter: grows with every moment taken from one data folder; orders moments even when the clock jumps.
    """

    utc: datetime
    offset_minutes: int
    counter: int

    def __post_init__(self) -> None:
        if self.utc.utcoffset() != timedelta(0):
            raise ValueError("a moment's time must be in UTC")

    @property
    def wall_ms(self) -> int:
        """Milliseconds since the beginning of 1970 in UTC."""
        return (self.utc - _EPOCH) // timedelta(milliseconds=1)

    @property
    def local(self) -> datetime:
        """The wall-clock time the person saw, without a zone."""
        return (self.utc + timedelta(minutes=self.offset_minutes)).replace(tzinfo=None)
