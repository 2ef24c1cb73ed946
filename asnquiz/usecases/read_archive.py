"""The members of a zip archive from anyone, one after the other, in bounded memory and time; nothing goes to the disk.

Not by `zipfile`, which keeps the whole directory in memory and opens no archive whose end is missing. Members are read
one by one (PKWARE's APPNOTE 6.3, without Zip64). What one of them is, its own seal says: checksums are not looked at.
"""

import re
import stat
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from asnquiz.domain.collection import Looked, Verdict

MAX_BYTES = 16 << 20
MAX_MEMBERS = 200_000
MAX_TOTAL = 4 << 30
MAX_RATIO = 200
_RATIO_FROM = 1 << 20
_MAX_ARCHIVE = 0xFFFF_FFFE  # more would need Zip64

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END_MARKS = (_END_MARK, b"PK\x06\x06")  # the other one comes before it where there are more than 65,535 members
_DESCRIPTOR_MARK = b"PK\x07\x08"
_LONGEST_COMMENT = 0xFFFF
_PIECE = 1 << 16
# How much of the directory is searched for the names that tell a document.
_SEARCHED = 1 << 20

_ENCRYPTED = 0x2041  # bits 0, 6 and 13: the content, the content strongly, the directory
_SIZES_FOLLOW = 0x8
_IN_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_UNIX = 3

# Documents and programs of other kinds are zip archives too, and one file to whoever sent them.
_DOCUMENT = re.compile(rb"\[Content_Types\]\.xml|META-INF/MANIFEST\.MF")
_OPEN_DOCUMENT = b"mimetype"


def _unsafe(reason: str) -> Looked:
    return Looked(Verdict.UNSAFE, f"{reason} Jangan buka arsipnya; tanyakan kepada pengirimnya.")


def _foreign(reason: str) -> Looked:
    return Looked(Verdict.FOREIGN, reason)


TOO_LARGE = _foreign(f"Berkas ini terlalu besar untuk sebuah berkas nilai (lebih dari {MAX_BYTES >> 20} MB).")

_LEADS_OUT = _unsafe("Nama berkas ini menunjuk ke luar arsipnya.")
_LINK = _unsafe("Ini tautan ke tempat lain, bukan berkas.")
_SWELLS = _unsafe("Berkas ini mengembang jauh melebihi yang wajar.")
_TOO_MUCH = _unsafe("Arsip ini berisi terlalu banyak; selebihnya tidak diperiksa.")
_LOCKED = _foreign("Berkas ini terkunci dengan kata sandi. Minta arsip tanpa kata sandi.")
_STRANGE = _foreign("Cara pemampatan berkas ini tidak dikenal. Keluarkan dari arsipnya, lalu masukkan lagi.")
_NESTED = _foreign("Arsip di dalam arsip tidak dibuka. Keluarkan dahulu, lalu masukkan tersendiri.")
_DAMAGED = _foreign("Berkas ini rusak di dalam arsipnya. Minta kiriman ulang.")
_OTHER = _foreign("Ini dokumen program lain, bukan berkas nilai ASN Netral.")
_BROKEN = _foreign("Arsip ini terpotong atau rusak; yang masih terbaca sudah diperiksa. Minta kiriman ulang.")
_HUGE = _foreign("Arsip ini terlalu besar. Keluarkan isinya, atau minta dipecah menjadi beberapa arsip.")
_EMPTY = _foreign("Arsip ini kosong.")


class Member(NamedTuple):
    """What stands in an archive: its bytes, or why they were not taken. No name where that is about the whole."""

    name: str | None
    data: bytes
    looked: Looked | None


class _Entry(NamedTuple):
    """What the archive says of a member; `place` is where that itself begins."""

    name: str
    flags: int
    method: int
    packed: int
    size: int
    mode: int
    place: int


class _BrokenError(Exception):
    """The archive does not go on here."""


def is_archive(beginning: bytes) -> bool:
    return beginning.startswith((_LOCAL_MARK, _END_MARK))


def members(file: BinaryIO) -> Iterator[Member]:
    """Every file in the archive, then at most one line on the whole. Raises OSError of the medium."""
    start = _directory(file)
    whole = _about_the_whole(file, start)
    if whole is not None:
        yield Member(None, b"", whole)
        return
    count = total = 0
    rest = _BROKEN if start is None else None
    try:
        for entry in _forward(file) if start is None else _listed(file, start):
            if entry.name.endswith("/"):
                continue
            count += 1
            total += max(entry.packed, entry.size if entry.size <= MAX_BYTES else 0)
            if count > MAX_MEMBERS or total > MAX_TOTAL:
                rest = _TOO_MUCH
                break
            data, looked = _taken(file, entry)
            yield Member(entry.name, data, looked)
    except _BrokenError:
        rest = _BROKEN
    if rest is not None or not count:
        yield Member(None, b"", rest or _EMPTY)


def count_members(file: BinaryIO) -> int:
    """How many verdicts an archive will come to: near enough to tell how much is left to do."""
    start = _directory(file)
    count = 0
    if start is not None and _about_the_whole(file, start) is None:
        try:
            for entry in _listed(file, start):
                count += not entry.name.endswith("/")
                if count == MAX_MEMBERS:
                    break
        except _BrokenError:
            count += 1
    return max(1, count)


def _about_the_whole(file: BinaryIO, start: int | None) -> Looked | None:
    """Why nothing in the archive is looked at; None where it is."""
    if file.seek(0, 2) > _MAX_ARCHIVE:
        return _HUGE
    file.seek(start or 0)
    return _OTHER if _is_document(file.read(_SEARCHED), _LOCAL if start is None else _CENTRAL) else None


def _is_document(beginning: bytes, header: struct.Struct) -> bool:
    return bool(beginning[header.size :].startswith(_OPEN_DOCUMENT) or _DOCUMENT.search(beginning))


def _directory(file: BinaryIO) -> int | None:
    """Where the archive's directory begins; None where there is none."""
    file.seek(max(0, file.seek(0, 2) - _LONGEST_COMMENT - _END.size))
    ending = file.read()
    place = ending.rfind(_END_MARK)
    if not 0 <= place <= len(ending) - _END.size:
        return None
    start = int(_END.unpack_from(ending, place)[6])
    file.seek(start)
    return start if file.read(4) in (_CENTRAL_MARK, *_END_MARKS) else None


def _listed(file: BinaryIO, start: int) -> Iterator[_Entry]:
    """The members as the directory lists them."""
    place = start
    while True:
        file.seek(place)
        head = file.read(_CENTRAL.size)
        if head[:4] in _END_MARKS:
            return
        if len(head) < _CENTRAL.size or not head.startswith(_CENTRAL_MARK):
            raise _BrokenError
        _, made, _, flags, method, _, _, _, packed, size, named, extra, comment, _, _, outside, local = _CENTRAL.unpack(
            head
        )
        name = _name(file.read(named), flags)
        place += _CENTRAL.size + named + extra + comment
        yield _Entry(name, flags, method, packed, size, outside >> 16 if made >> 8 == _UNIX else 0, local)


def _forward(file: BinaryIO) -> Iterator[_Entry]:
    """The members as they stand one after the other, of an archive without a directory, until one is not whole."""
    end = file.seek(0, 2)
    place = 0
    while True:
        file.seek(place)
        head = file.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(_LOCAL_MARK):
            raise _BrokenError
        _, _, flags, method, _, _, _, packed, size, named, extra = _LOCAL.unpack(head)
        name = _name(file.read(named), flags)
        begins = place + _LOCAL.size + named + extra
        follows = 0
        if flags & _SIZES_FOLLOW and not flags & _ENCRYPTED:
            packed, size, follows = _measured(file, begins, method)
        if begins + packed > end:
            raise _BrokenError
        yield _Entry(name, flags, method, packed, size, 0, place)
        place = begins + packed + follows


def _measured(file: BinaryIO, begins: int, method: int) -> tuple[int, int, int]:
    """The sizes of a member that only says them behind itself, and how long that saying is."""
    if method != _DEFLATED:
        raise _BrokenError
    file.seek(begins)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    read = size = 0
    while not inflater.eof and size <= MAX_BYTES:
        piece = inflater.unconsumed_tail or file.read(_PIECE)
        read += 0 if inflater.unconsumed_tail else len(piece)
        if not piece:
            raise _BrokenError
        size += len(_inflated(inflater, piece, _PIECE))
    if not inflater.eof:
        raise _BrokenError
    packed = read - len(inflater.unused_data)
    file.seek(begins + packed)
    return packed, size, 16 if file.read(4) == _DESCRIPTOR_MARK else 12


def _taken(file: BinaryIO, entry: _Entry) -> tuple[bytes, Looked | None]:
    """The bytes of a member, or why they are not taken."""
    fault = _fault(entry)
    if fault is not None:
        return b"", fault
    file.seek(entry.place)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(_LOCAL_MARK):
        return b"", _DAMAGED
    *_, named, extra = _LOCAL.unpack(head)
    file.seek(entry.place + _LOCAL.size + named + extra)
    data = file.read(entry.packed)
    if entry.method == _DEFLATED:
        try:
            data = _inflated(zlib.decompressobj(-zlib.MAX_WBITS), data, entry.size + 1)
        except _BrokenError:
            return b"", _DAMAGED
    if len(data) > entry.size:
        return b"", _SWELLS
    if len(data) < entry.size:
        return b"", _DAMAGED
    if is_archive(data):
        return b"", _OTHER if _is_document(data, _LOCAL) else _NESTED
    return data, None


def _fault(entry: _Entry) -> Looked | None:
    """What keeps a member from being read."""
    if _leads_out(entry.name):
        return _LEADS_OUT
    if stat.S_IFMT(entry.mode) not in (0, stat.S_IFREG):
        return _LINK
    if entry.size > max(_RATIO_FROM, MAX_RATIO * entry.packed):
        return _SWELLS
    if entry.flags & _ENCRYPTED:
        return _LOCKED
    if entry.method not in (_STORED, _DEFLATED):
        return _STRANGE
    return TOO_LARGE if max(entry.size, entry.packed) > MAX_BYTES else None


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "" or ".." in parts or ":" in parts[0] or "\0" in name


def _inflated(inflater: "zlib._Decompress", piece: bytes, most: int) -> bytes:
    try:
        return inflater.decompress(piece, most)
    except zlib.error:
        raise _BrokenError from None


def _name(raw: bytes, flags: int) -> str:
    return raw.decode("utf-8" if flags & _IN_UTF8 else "cp437", "replace")
