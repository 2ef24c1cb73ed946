"""Every file under some folders, files and archives, one after the other: its bytes, or why there are none.

Nothing is kept of a file that was told, so memory does not grow with their number. Links are not followed, and nothing
but ordinary files is opened.
"""

import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from asnquiz.domain.collection import Looked, Verdict
from asnquiz.domain.wording import harmless
from asnquiz.usecases.read_archive import MAX_BYTES, TOO_LARGE, count_members, is_archive, members

MEMBER_MARK = " » "
_LONGEST_NAME = 300
_DEEPEST = 64
_ARCHIVE_ENDING = ".zip"
_ENDINGS = (".asnskor", ".asnkelas", ".pdf", _ARCHIVE_ENDING)
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT

_FOLDER = Looked(Verdict.FOREIGN, "Ini folder yang bernama seperti berkas; isinya diperiksa juga.")
_TOO_DEEP = Looked(Verdict.FOREIGN, "Folder ini terlalu dalam, jadi isinya tidak diperiksa. Pindahkan ke atas.")
_LINK = Looked(Verdict.FOREIGN, "Tautan tidak diikuti. Pilih folder atau berkas yang ditunjuknya.")
_NO_FILE = Looked(Verdict.FOREIGN, "Bukan berkas biasa, jadi tidak dibuka.")
_UNREADABLE = Looked(Verdict.UNREADABLE, "Tidak dapat dibaca. Periksa medianya dan izin berkasnya, lalu ulangi.")


class FoundFile(NamedTuple):
    """A file: its bytes, or what it turned out to be unread.

    Attributes:
        name: its path from where the search began, harmless, and no other file's of one search; with several beginnings
            each folder's name comes first. A member of an archive stands behind the archive and `»`.
    """

    name: str
    data: bytes
    looked: Looked | None


class _Place(NamedTuple):
    """An ordinary file by its path, or something else and what is to be said of it."""

    name: str
    path: str
    looked: Looked | None


def find_files(sources: Sequence[Path]) -> Iterator[FoundFile]:
    """Every file, in the order in which the system lists them; never fails."""
    for place in _places(sources):
        if place.looked is not None:
            yield _found(place.name, b"", place.looked)
        else:
            yield from _opened(place)


def count_files(sources: Sequence[Path]) -> Iterator[int]:
    """How many files find_files will find there, in parts; only those that are called archives are opened."""
    for place in _places(sources):
        yield 1 if place.looked is not None or not place.name.lower().endswith(_ARCHIVE_ENDING) else _within(place.path)


def _within(path: str) -> int:
    try:
        with _open(path) as file:
            return count_members(file) if is_archive(file.read(4)) else 1
    except OSError:
        return 1


def _places(sources: Sequence[Path]) -> Iterator[_Place]:
    labels = Counter[str]()
    for source in sources:
        label = source.name or str(source)
        labels[label] += 1
        if labels[label] > 1:
            label = f"{label} ({labels[label]})"
        try:
            mode = source.stat().st_mode
        except (OSError, ValueError):  # ValueError: a name with a NUL character
            yield _Place(label, "", _UNREADABLE)
            continue
        if stat.S_ISDIR(mode):
            yield from _in_folder(str(source), f"{label}/" if len(sources) > 1 else "", 0)
        else:
            yield _Place(label, str(source), None if stat.S_ISREG(mode) else _NO_FILE)


def _in_folder(path: str, prefix: str, depth: int) -> Iterator[_Place]:
    """Everything in a folder and below; the system lists it bit by bit."""
    own_name = prefix or f"{Path(path).name}/"
    try:
        entries = os.scandir(path)
    except OSError:
        yield _Place(own_name, path, _UNREADABLE)
        return
    with entries:
        while True:
            try:
                entry = next(entries, None)
            except OSError:
                yield _Place(own_name, path, _UNREADABLE)
                return
            if entry is None:
                return
            yield from _in_entry(entry, prefix + entry.name, depth)


def _in_entry(entry: "os.DirEntry[str]", name: str, depth: int) -> Iterator[_Place]:
    try:
        is_link = entry.is_symlink()
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder and sys.platform == "win32":
            is_link = entry.stat(follow_symlinks=False).st_reparse_tag == _JUNCTION
        is_file = entry.is_file(follow_symlinks=False)
    except OSError:
        yield _Place(name, entry.path, _UNREADABLE)
        return
    if is_link:
        yield _Place(name, entry.path, _LINK)
    elif not is_folder:
        yield _Place(name, entry.path, None if is_file else _NO_FILE)
    elif depth == _DEEPEST:
        yield _Place(f"{name}/", entry.path, _TOO_DEEP)
    else:
        if name.lower().endswith(_ENDINGS):
            yield _Place(f"{name}/", entry.path, _FOLDER)
        yield from _in_folder(entry.path, f"{name}/", depth + 1)


def _opened(place: _Place) -> Iterator[FoundFile]:
    """The file, or what is in it where it is an archive."""
    try:
        with _open(place.path) as file:
            large = os.fstat(file.fileno()).st_size > MAX_BYTES
            data = file.read(4) if large else file.read()
            if is_archive(data):
                with io.BufferedReader(file) if large else io.BytesIO(data) as archive:
                    yield from _unpacked(place.name, archive)
            else:
                yield _found(place.name, b"" if large else data, TOO_LARGE if large else None)
    except OSError:
        yield _found(place.name, b"", _UNREADABLE)


def _open(path: str) -> io.FileIO:
    return open(path, "rb", buffering=0)  # noqa: PTH123 - a Path for each of a million files costs more than reading it


def _unpacked(name: str, archive: BinaryIO) -> Iterator[FoundFile]:
    taken = set[int]()
    for number, member in enumerate(members(archive), 1):
        if member.name is None:
            yield _found(name, member.data, member.looked)
            continue
        shown = _shown(member.name)
        while hash(shown) in taken:
            shown = f"{shown} [{number}]"
        taken.add(hash(shown))
        yield FoundFile(f"{_shown(name)}{MEMBER_MARK}{shown}", member.data, member.looked)


def _found(name: str, data: bytes, looked: Looked | None) -> FoundFile:
    return FoundFile(_shown(name), data, looked)


def _shown(name: str) -> str:
    """A name that can be shown; one that cannot be shown as it is has a number of its own behind it."""
    if len(name) <= _LONGEST_NAME and name.isprintable() and MEMBER_MARK not in name:
        return name
    cut = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
    return f"{harmless(cut)} ({sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]})"
