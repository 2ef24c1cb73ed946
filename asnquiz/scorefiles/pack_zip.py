"""The zip of a pack's file: plain entries one behind the other, and nothing before, between or behind them.

It is read by the bytes of its headers, because every tool forgives something else that a zip may say twice.
"""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import accumulate
from typing import Final, NamedTuple

MAX_BYTES: Final = 30 * 1024 * 1024
MAX_ENTRIES: Final = 400
MAX_ENTRY: Final = 5 * 1024 * 1024
MAX_UNPACKED: Final = 40 * 1024 * 1024
MAX_RATIO: Final = 100

# APPNOTE 6.3: 4.3.16, 4.3.12 and 4.3.7.
_END, _CENTRAL, _LOCAL = struct.Struct("<4s4H2IH"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s5H3I2H")
_END_MARK, _CENTRAL_MARK, _LOCAL_MARK = b"PK\5\6", b"PK\1\2", b"PK\3\4"
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x0001 | 0x0040 | 0x2000, 0x0008, 0x0800
_PLAIN_FILE = 0x21  # of the attributes of DOS: read-only, and to be archived
_LATEST = 20  # the version of the format that has deflate, and neither zip64 nor encryption

_LONGEST_NAME = 120
# Lower case and ASCII, so that no two names are one file on any system.
_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/[a-z0-9]+(?:[.-][a-z0-9]+)*)*")
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)")
_MADE = (1980, 1, 1, 0, 0, 0)  # the first that a zip knows: when it was made stands in the manifest


class Unfit(Exception):
    """Why a file is no pack's file, in words that follow a colon."""


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """The files in this order, whether or not `read_zip` would take them."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = (stat.S_IFREG | 0o600) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            if len(content) > MAX_RATIO * (len(zlib.compress(content)) - 6):
                entry.compress_type = zipfile.ZIP_STORED
            file.writestr(entry, content)
    return made.getvalue()


class _Entry(NamedTuple):
    """What a header of the directory says, in its order; `row` is all of it that must stand before the content too."""

    name: str
    row: bytes
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def read_zip(data: bytes) -> dict[str, bytes]:
    """The files by their names, in order. Raises Unfit, before anything is unpacked where that can be told."""
    if len(data) > MAX_BYTES:
        raise Unfit(f"ukurannya lebih dari {MAX_BYTES >> 20} MB")
    entries, directory = _directory(data)
    _check_names([entry.name for entry in entries])
    if sum(entry.size for entry in entries) > MAX_UNPACKED:
        raise Unfit(f"isinya seluruhnya lebih dari {MAX_UNPACKED >> 20} MB")
    lengths = [_LOCAL.size + len(entry.name) + entry.packed for entry in entries]
    starts = list(accumulate(lengths, initial=0))
    if [*(entry.offset for entry in entries), directory] != starts:
        raise Unfit("ada data di luar bagian-bagiannya, atau bagiannya saling menindih")
    for entry in entries:
        if not data.startswith(_LOCAL_MARK + entry.row, entry.offset):
            raise Unfit(f"keterangan tentang “{entry.name}” di daftar isi dan di depan isinya tidak sama")
    return {entry.name: _unpacked(data, entry) for entry in entries}


def _directory(data: bytes) -> tuple[list[_Entry], int]:
    """The entries as the directory at the end lists them, and where it begins."""
    at = len(data) - _END.size
    if at < 0 or not data.startswith(_END_MARK, at):
        raise Unfit("ini bukan berkas zip, berkasnya terpotong, atau ada data atau komentar di belakangnya")
    _, disk, first_disk, here, count, length, start, comment = _END.unpack_from(data, at)
    if comment or disk or first_disk or here != count:
        raise Unfit("berkas zip-nya terdiri atas beberapa bagian, atau berkomentar")
    if not 0 < count <= MAX_ENTRIES:
        raise Unfit(f"berkas di dalamnya tidak ada, atau lebih dari {MAX_ENTRIES}")
    if start + length != at:
        raise Unfit("daftar isinya tidak tepat di akhir berkas, atau memakai bentuk zip64")
    place, entries = start, []
    for _ in range(count):
        entry, place = _listed(data, place, at)
        entries.append(entry)
    if place != at:
        raise Unfit("daftar isinya lebih panjang daripada isinya")
    return entries, start


def _listed(data: bytes, place: int, end: int) -> tuple[_Entry, int]:
    if place + _CENTRAL.size > end:
        raise Unfit("daftar isinya terpotong")
    row = _CENTRAL.unpack_from(data, place)
    mark, _, needs, flags, method, _, _, crc, packed, size, long, extra, comment, disk, inner, outer, offset = row
    behind = place + _CENTRAL.size + long
    raw = data[place + _CENTRAL.size : behind]
    if mark != _CENTRAL_MARK or behind > end:
        raise Unfit("daftar isinya rusak")
    name = _named(raw)
    if extra or comment or disk or inner or needs > _LATEST:
        raise Unfit(f"“{name}” membawa keterangan tambahan, misalnya bentuk zip64")
    if flags & _ENCRYPTED:
        raise Unfit(f"“{name}” terkunci dengan kata sandi")
    if flags & _SIZES_BEHIND or flags & ~_UTF8:
        raise Unfit(f"ukuran “{name}” tidak ditulis di depan isinya, atau cara menyimpannya tidak dikenal")
    if outer & 0xFFFF & ~_PLAIN_FILE or stat.S_IFMT(outer >> 16) not in (0, stat.S_IFREG):
        raise Unfit(f"“{name}” bukan berkas biasa, melainkan folder, tautan, atau alat")
    _check_sizes(name, method, packed, size)
    # From the version it needs to the lengths of name and extra field, both headers say the same.
    before = data[place + 6 : place + 32] + raw
    return _Entry(name, before, method, crc, packed, size, offset), behind


def _check_sizes(name: str, method: int, packed: int, size: int) -> None:
    if method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unfit(f"“{name}” dimampatkan dengan cara yang tidak dikenal")
    if size > MAX_ENTRY:
        raise Unfit(f"“{name}” lebih dari {MAX_ENTRY >> 20} MB")
    if size > MAX_RATIO * packed:
        raise Unfit(f"“{name}” dimampatkan tidak wajar, lebih dari {MAX_RATIO} kali")


def _named(raw: bytes) -> str:
    """A name of ours. What stands there otherwise is told as its bytes, since it may be anything."""
    name = raw.decode("latin-1")
    if len(raw) > _LONGEST_NAME or _NAME.fullmatch(name) is None or _DEVICE.search(name):
        raise Unfit(f"ada nama berkas yang tidak boleh dipakai, {ascii(raw[:_LONGEST_NAME])[1:]}")
    return name


def _check_names(names: list[str]) -> None:
    known = set(names)
    if len(known) != len(names):
        raise Unfit("ada nama berkas yang dipakai dua kali")
    for name in names:
        if any(folder in known for folder in _folders(name)):
            raise Unfit(f"“{name}” berada di dalam sesuatu yang juga sebuah berkas")


def _folders(name: str) -> Iterator[str]:
    parts = name.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def _unpacked(data: bytes, entry: _Entry) -> bytes:
    start = entry.offset + _LOCAL.size + len(entry.name)
    packed = data[start : start + entry.packed]
    content = packed if entry.method == zipfile.ZIP_STORED else _inflated(packed, entry)
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise Unfit(f"isi “{entry.name}” rusak")
    return content


def _inflated(packed: bytes, entry: _Entry) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, entry.size + 1)  # one more than it may be, and never without an end
    except zlib.error as error:
        raise Unfit(f"isi “{entry.name}” rusak") from error
    if not inflater.eof or inflater.unused_data:
        raise Unfit(f"isi “{entry.name}” rusak")
    return content
