"""Zip archives for tests, by the standard library's own writer and by hand where that refuses to write such things."""

import io
import struct
import zipfile
from collections.abc import Mapping

Content = Mapping[str, bytes]


def zipped(content: Content, *, deflated: bool = True) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return made.getvalue()


class _OnlyForward(io.RawIOBase):
    """A pipe: who writes an archive into it can say sizes only behind each member."""

    def __init__(self) -> None:
        super().__init__()
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self.written += piece
        return len(piece)


def streamed(content: Content) -> bytes:
    pipe = _OnlyForward()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return bytes(pipe.written)


def directory_begins(archive: bytes) -> int:
    """Where the list of members stands, by the archive's last record without a comment."""
    return int(struct.unpack_from("<L", archive, len(archive) - 6)[0])


def with_mode(archive: bytes, mode: int) -> bytes:
    """The first member as written on Unix with such a mode: a link, a pipe."""
    changed = bytearray(archive)
    place = directory_begins(archive)
    changed[place + 5] = 3
    struct.pack_into("<L", changed, place + 38, mode << 16)
    return bytes(changed)


def with_flags(archive: bytes, flags: int) -> bytes:
    changed = bytearray(archive)
    struct.pack_into("<H", changed, directory_begins(archive) + 8, flags)
    return bytes(changed)


def with_method(archive: bytes, method: int) -> bytes:
    changed = bytearray(archive)
    struct.pack_into("<H", changed, directory_begins(archive) + 10, method)
    return bytes(changed)


def with_size(archive: bytes, size: int) -> bytes:
    """The first member said to be of another size than it is."""
    changed = bytearray(archive)
    struct.pack_into("<L", changed, directory_begins(archive) + 24, size)
    return bytes(changed)
