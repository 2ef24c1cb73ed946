"""What is known of the computer and of the program's own files, and what was found when they were looked at."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum


class Place(Enum):
    """Where the data folder is."""

    USUAL = "usual"
    PORTABLE = "portable"
    CHOSEN = "chosen"


class Integrity(Enum):
    """What the learner's database is."""

    WHOLE = "whole"
    ABSENT = "absent"
    UNFINISHED = "unfinished"
    DAMAGED = "damaged"
    NEWER = "newer"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Folder:
    """The data folder.

    Attributes:
        home_path: below the person's home, written with ~, for the usual place only; None elsewhere, where folders may
            be called after people.
        elsewhere: what keeps it on another computer, in words that follow "berada di"; None when nothing does.
        removable: whether it is on a stick or the like, None where that cannot be known.
        free: bytes that can still be written, None where that cannot be known.
    """

    place: Place
    home_path: str | None
    exists: bool
    writable: bool
    elsewhere: str | None
    removable: bool | None
    free: int | None


@dataclass(frozen=True)
class Backups:
    """The newest backup's day, and the day that the data was changed last; None for what is not there."""

    newest: dt.date | None
    changed: dt.date | None


@dataclass(frozen=True)
class View:
    """What somebody at the window sees of it.

    Attributes:
        width, height: of the screen without bars, in the pixels that the window is measured in.
        scale_percent: how many real ones are in each of them, in percent.
        theme: in words.
        reader: whether a screen reader, or the like, listens.
    """

    width: int
    height: int
    scale_percent: int
    text_percent: int
    theme: str
    reader: bool


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        name: for machines.
        advice: what to do; empty where all is well.
    """

    name: str
    title: str
    words: str
    advice: str = ""

    @property
    def well(self) -> bool:
        return not self.advice
