"""What the first screen shows, read before SQLAlchemy is loaded: the content, and who learns here how far."""

import datetime as dt
import logging
import sqlite3
from dataclasses import dataclass

from asnquiz.content.library import PackLibrary
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import PACK, Paths, content_folder
from asnquiz.storage.record import record_at_a_glance
from asnquiz.storage.trust import is_trusted
from asnquiz.usecases.know_person import known_profile
from asnquiz.usecases.see_progress import Progress, see_progress


@dataclass(frozen=True)
class FirstScreen:
    """What is known before the data is open.

    Attributes:
        content: the pack in use, or why there is none: results and quizzes begun before have content of their own.
        standing: the person and their progress; None before the first start is over, without content, and for a
            database that must be looked at first.
    """

    content: Pack | Refusal
    standing: tuple[Person, Progress] | None


def first_screen(paths: Paths) -> FirstScreen:
    """Reads the content, compiled first where it has changed, and a database as the program left it."""
    try:
        pack, _, _ = pack_library(paths).current()
    except Refusal as refusal:
        logging.getLogger("asnquiz").warning("no content", exc_info=refusal)
        return FirstScreen(refusal, None)
    return FirstScreen(pack, _standing(paths, pack))


def pack_library(paths: Paths) -> PackLibrary:
    """The pack that travels with the program, its compiled form kept in the data folder."""
    return PackLibrary(content_folder() / PACK, paths.cache / f"{PACK}.json")


def _standing(paths: Paths, pack: Pack) -> tuple[Person, Progress] | None:
    if not is_trusted(paths.database):
        return None
    try:
        with record_at_a_glance(paths.database) as record:
            if profile := known_profile(record):
                return profile.person, see_progress(profile, pack, record, dt.datetime.now(dt.UTC))
    except (sqlite3.Error, LookupError, ValueError):
        pass  # of another version of the program: told, or brought up to date, when it is opened in earnest
    return None
