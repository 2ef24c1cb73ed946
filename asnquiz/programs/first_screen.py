"""What the first screen shows, read before SQLAlchemy is loaded: the content, and who learns here how far."""

import datetime as dt
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from asnquiz.content.in_use import PackInUse
from asnquiz.content.library import PackLibrary
from asnquiz.domain.calendar import today_words
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import PACK, Paths, content_folder
from asnquiz.programs.task_files import waiting_files
from asnquiz.storage.glance import setting_at_a_glance
from asnquiz.storage.record import Record, record_at_a_glance
from asnquiz.storage.trust import is_trusted
from asnquiz.usecases.know_person import unasked_profile
from asnquiz.usecases.see_progress import Progress, see_progress
from asnquiz.usecases.set_calendar import SETTING, calendar_here

if TYPE_CHECKING:
    from asnquiz.usecases.local_ports import PackFile

T = TypeVar("T")


@dataclass(frozen=True)
class FirstScreen:
    """What is known before the data is open.

    Attributes:
        content: the pack in use, or why there is none: results and quizzes begun before have content of their own.
        people: everyone who shares the data folder, where somebody must say who they are.
        files: tasks that were put beside the program and that nobody took on.
        today: the phase of today by the calendar in force.
        standing: the person and their progress, where nobody need be asked. Neither is there before the first start is
            over and for a database that must be looked at first, nor a standing without content.
    """

    content: Pack | Refusal
    people: tuple[Profile, ...] = ()
    standing: tuple[Person, Progress] | None = None
    files: tuple[Path, ...] = ()
    today: str = ""


def first_screen(paths: Paths) -> FirstScreen:
    """Reads the content, compiled first where it has changed, and a database as the program left it."""
    try:
        pack, _, _ = pack_library(paths).current()
    except Refusal as refusal:
        logging.getLogger("asnquiz").warning("no content", exc_info=refusal)
        return _read(paths, partial(_seen, refusal)) or FirstScreen(refusal)
    first = _read(paths, partial(_seen, pack)) or FirstScreen(pack)
    if first.standing is None:
        return first
    return replace(first, files=waiting_files(paths, first.standing[1].tasks), today=_today(paths, pack))


def _today(paths: Paths, pack: Pack) -> str:
    found = calendar_here(setting_at_a_glance(paths.database, SETTING), pack)
    return today_words(found.calendar, dt.datetime.now().astimezone().date()) if found else ""


def pack_library(paths: Paths) -> PackInUse:
    """The pack in use: the one that travels with the program unless another was chosen, and the layer in force."""
    name = f"{PACK}.json"
    own = PackLibrary(content_folder() / PACK, paths.cache / name, brought=content_folder() / name)
    return PackInUse(own, paths.packs, paths.cache, _prove_folder)


def _prove_folder(folder: Path) -> "PackFile":
    from asnquiz.scorefiles.pack_file import read_folder  # cryptography, where something was kept and is read anew

    return read_folder(folder)


def _seen(content: Pack | Refusal, record: Record) -> FirstScreen:
    people = record.profiles()
    profile = unasked_profile(people)
    if profile is None:
        return FirstScreen(content, people)
    if isinstance(content, Refusal):
        return FirstScreen(content)
    return FirstScreen(content, (), (profile.person, see_progress(profile, content, record, dt.datetime.now(dt.UTC))))


def _read(paths: Paths, read: Callable[[Record], T]) -> T | None:
    """What is read from a database as the program left it; None from any other."""
    if not is_trusted(paths.database):
        return None
    try:
        with record_at_a_glance(paths.database) as record:
            return read(record)
    except (sqlite3.Error, LookupError, ValueError):
        return None  # of another version of the program: told, or brought up to date, when it is opened in earnest
