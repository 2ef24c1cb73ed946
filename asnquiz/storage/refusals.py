"""Errors of SQLite and of the file system that are the world's, as sentences: what happened and what to do next."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.trust import ask_for_check

_BUSY = "Data ini sedang dipakai program lain. Tunggu sebentar, lalu coba lagi."
_FULL = "Ruang penyimpanan penuh, sehingga data belum tersimpan. Kosongkan sebagian ruang, lalu coba lagi."
_READ_ONLY = (
    "Berkas data {path} tidak dapat ditulisi, sehingga data belum tersimpan. "
    "Periksa izin folder itu atau gunakan folder lain, lalu coba lagi."
)
_UNREACHABLE = (
    "Berkas data {path} tidak dapat dibuka. Periksa apakah folder itu ada dan boleh Anda gunakan, lalu coba lagi."
)
_UNRELIABLE = (
    "Penyimpanan gagal membaca atau menulis {path}, sehingga data belum tersimpan. "
    "Periksa apakah media penyimpanan terpasang dan ruangnya cukup, lalu coba lagi."
)
_DAMAGED = (
    "Berkas data {path} rusak dan tidak dapat dibaca. "
    "Jangan hapus berkas itu. Tutup program, lalu buka kembali: data akan diperiksa."
)
NOT_OURS = (
    "Berkas {path} bukan data belajar ASN Netral. Pindahkan berkas itu ke tempat lain, lalu buka kembali program."
)

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _UNREACHABLE,
    sqlite3.SQLITE_IOERR: _UNRELIABLE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.EIO: _UNRELIABLE,
}


class Altered(Refusal):
    """A row that is not as it was written; the next start then checks them all."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns what the world did to the database file `path` into Refusal; faults of the program pass as they are.

    Damage also asks for a check of the whole file at the next start.
    """
    try:
        yield
    except Altered:
        ask_for_check(path)
        raise
    except (DBAPIError, sqlite3.Error, OSError) as error:
        sentence = _sentence(error.orig if isinstance(error, DBAPIError) else error)
        if sentence is None:
            raise
        if sentence is _DAMAGED:
            ask_for_check(path)
        raise Refusal(sentence.format(path=path)) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error while reading a database comes from what is in it, and not from the world around it."""
    return _sentence(error) in (None, _DAMAGED)


def _sentence(error: BaseException | None) -> str | None:
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, _UNREACHABLE)
    # The low byte is the primary code; the higher ones only refine it. Errors of Python's own module have none.
    return _BY_SQLITE_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
