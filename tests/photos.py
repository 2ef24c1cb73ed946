"""Small pictures of questions, made here: PNG byte by byte, JPEG by Qt."""

import base64
import struct
import zlib

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from asnquiz.domain.image import image_of
from asnquiz.domain.pack import Image


def png(width: int = 4, height: int = 3, colour: tuple[int, int, int] = (20, 120, 110)) -> bytes:
    """A picture of one colour (https://www.w3.org/TR/png-3/)."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(colour) * width) * height
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width: int = 4, height: int = 3) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def image(name: str = "kab-contoh-poster", data: bytes | None = None) -> Image:
    return image_of(name, png() if data is None else data)


def damaged(name: str = "kab-contoh-rusak") -> Image:
    """One whose pixels are no pixels, though all around them is whole."""
    whole = png(40, 30)
    header, end = whole[:33], whole[-12:]
    return Image(name, "image/png", base64.b64encode(header + _chunk(b"IDAT", b"bukan piksel") + end).decode())
