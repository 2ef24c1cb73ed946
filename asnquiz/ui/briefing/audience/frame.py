"""What stands around every picture on the wall."""

from dataclasses import dataclass
from datetime import datetime

from asnquiz.usecases.briefing_ports import Door


@dataclass(frozen=True)
class Timer:
    """A span of time that is counted down; nothing happens at its end but that it is told. Times know their zone."""

    since: datetime
    until: datetime


@dataclass(frozen=True)
class Frame:
    """What stands around a picture.

    Attributes:
        door: where phones come in, also late ones; None where no phone can.
        class_code: the six digits of kode kelas, shown only with a door.
        stamp: the sentence under pictures that state law.
    """

    door: Door | None
    class_code: str
    stamp: str
    timer: Timer | None = None
