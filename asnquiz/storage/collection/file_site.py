"""A collection in one SQLite file on this computer."""

import sqlite3
from contextlib import AbstractContextManager, closing
from pathlib import Path

from sqlalchemy import Connection, event

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless
from asnquiz.storage.checking import opened_to_look
from asnquiz.storage.collection.tables import VERSION, collection_version
from asnquiz.storage.engine import empty_log, make_engine, reading, write_anew, writing
from asnquiz.storage.refusals import is_damage, translated
from asnquiz.storage.trust import asks_for_check, checked, has_log

# https://www.sqlite.org/pragma.html: KiB of pages in memory, and pages after which the log is brought into the file.
# Hashes arrive in no order, so that each batch changes pages all over the file: written back less often, they meet.
_FOR_MANY_ROWS = ("PRAGMA cache_size=-8192", "PRAGMA wal_autocheckpoint=16384")

_NOT_OURS = (
    "Berkas {path} bukan data rekap nilai ASN Netral. Pilih berkas lain, atau pindahkan berkas itu lalu coba lagi."
)
_DAMAGED = (
    "Data rekap nilai {path} rusak dan tidak dapat dipakai. Pindahkan berkas itu ke tempat lain tanpa menghapusnya, "
    "buka kembali program, lalu rekap sekali lagi semua berkas nilai yang Anda terima."
)
_LOST = (
    "Data rekap nilai {path} hilang atau kosong, tetapi sisanya masih ada di {log}. Kembalikan {path} dari cadangan "
    "komputer ini. Bila tidak ada cadangan, pindahkan {log} ke tempat lain tanpa menghapusnya, buka kembali program, "
    "lalu rekap sekali lagi semua berkas nilai yang Anda terima."
)
_NEWER = (
    "Data rekap nilai {path} dibuat oleh ASN Netral versi yang lebih baru. "
    "Pasang versi terbaru program ini, lalu buka kembali; data itu tidak diubah."
)


class FileSite:
    """See asnquiz.storage.collection.site.Site."""

    may_write = True
    may_purge = True

    def __init__(self, path: Path) -> None:
        """Raises Refusal for a file that cannot be used, is none of ours, or belongs to a newer program."""
        _refuse_others(path)
        self.place = f"Berkas {harmless(str(path))}"
        self._engine = make_engine(path)
        event.listen(self._engine, "connect", _set_for_many_rows)

    def reading(self) -> AbstractContextManager[Connection]:
        return reading(self._engine)

    def writing(self) -> AbstractContextManager[Connection]:
        return writing(self._engine)

    def ready_to_purge(self) -> None:
        empty_log(self._engine)

    def remove_copies(self) -> None:
        write_anew(self._engine)
        empty_log(self._engine)

    def close(self) -> None:
        self._engine.dispose()


def _set_for_many_rows(connection: sqlite3.Connection, _record: object) -> None:
    for statement in _FOR_MANY_ROWS:
        connection.execute(statement)


def _refuse_others(path: Path) -> None:
    """Looks before anything is set on a file, which would change another program's."""
    with translated(path):
        if not path.exists() or (path.is_file() and not path.stat().st_size):
            if has_log(path):  # SQLite would delete it
                raise Refusal(_LOST.format(path=path, log=f"{path}-wal"))
            return
        with closing(opened_to_look(path)) as connection:
            try:
                tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                sentence = _NOT_OURS if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB else _DAMAGED
                raise Refusal(sentence.format(path=path)) from error
            if tables and collection_version.name not in tables:
                raise Refusal(_NOT_OURS.format(path=path))
            if tables:
                stored = connection.execute("SELECT version_num FROM collection_version").fetchone()
                if stored is None:
                    raise Refusal(_DAMAGED.format(path=path))
                if stored[0] > VERSION:
                    raise Refusal(_NEWER.format(path=path))
            if asks_for_check(path):
                _check(connection, path)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises Refusal, again at each opening, for a file that is damaged; there is no other copy of what is in it."""
    try:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        found = str(error)
    if found != "ok":
        raise Refusal(_DAMAGED.format(path=path))
    checked(path)
