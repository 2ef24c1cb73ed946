"""Removing every NIP from a data folder that is carried about: from the rows, the free pages, the log and all copies.

Such a folder takes none, so one that is there was copied in.
"""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, select

from asnquiz.storage.backups import backup_folder
from asnquiz.storage.carving import carve
from asnquiz.storage.engine import file_of, reading, writing
from asnquiz.storage.erasure import PENDING_NIPS, erase_copies
from asnquiz.storage.files import set_aside_folder
from asnquiz.storage.proven import read_setting, rewrite, write_setting
from asnquiz.storage.schema import Claim
from asnquiz.storage.tables import profiles

_PLACE = profiles.c.keys().index("nip")
# Date of birth, then year and month; 18 digits alone stand in many a checksum.
_LOOKS_LIKE_ONE = re.compile(rb"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(19|20)\d{8}")
_COUNT = "SELECT count(*) FROM profiles WHERE nip IS NOT NULL"


def forget_nips(engine: Engine, claim: Claim) -> None:
    """Leaves no NIP in any file of the data folder; changes nothing where there is none.

    Raises Refusal when `claim` is not given or a copy cannot be removed: the next opening goes on.
    """
    with reading(engine) as connection:
        in_rows = connection.execute(select(profiles.c.id).where(profiles.c.nip.is_not(None))).first() is not None
        interrupted = bool(read_setting(connection, PENDING_NIPS))
    if not (in_rows or interrupted or _is_in_copies(file_of(engine))):
        return
    with claim():
        with writing(engine) as connection:
            write_setting(connection, PENDING_NIPS, "1")
            for row in connection.execute(select(profiles).where(profiles.c.nip.is_not(None))).mappings().all():
                rewrite(connection, profiles, row, {"nip": None})
        erase_copies(engine)


def _is_in_copies(database: Path) -> bool:
    if any(_is_in_copy(file) for file in backup_folder(database).glob("*") if file.is_file()):
        return True
    aside = [file for file in set_aside_folder(database).rglob("*") if file.is_file()]
    return any(_is_in_bytes(file) for file in aside)


def _is_in_copy(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as copy:
            return bool(copy.execute(_COUNT).fetchone()[0])
    except sqlite3.Error:
        return _is_in_bytes(file)


def _is_in_bytes(file: Path) -> bool:
    """Whether a file that may be damaged holds a row with a NIP, as a database or as a log, or what looks like one."""
    content = file.read_bytes()
    if _LOOKS_LIKE_ONE.search(content):
        return True
    found = (*carve(content, b""), *carve(b"", content))
    return any(table is profiles and row[_PLACE] is not None for table, row in found)
