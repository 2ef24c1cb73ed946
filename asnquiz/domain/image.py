"""Pictures of questions: which bytes are one, told from the bytes alone, before anything that decodes sees them."""

import base64
import binascii
import struct

from asnquiz.domain.pack import Image
from asnquiz.domain.refusal import Refusal

PNG, JPEG = "image/png", "image/jpeg"
ENDINGS = {PNG: ".png", JPEG: ".jpg"}
MOST_IMAGES = 60
MOST_IMAGE_BYTES = 1_000_000
MOST_PIXELS = 4_000  # of a side

_NEITHER = "Gambar ini bukan PNG atau JPEG. Simpan sebagai salah satunya, lalu coba lagi."
_CUT = "Gambar ini rusak atau terpotong. Simpan ulang gambarnya, lalu coba lagi."

_PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER = b"\0\0\0\rIHDR"
_AROUND_CHUNK = 12  # length, kind and checksum
_JPEG_BEGINS, _JPEG_ENDS = b"\xff\xd8\xff", b"\xff\xd9"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # Huffman tables, reserved, arithmetic conditioning
_SCAN = 0xDA
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers that have no length


def image_of(name: str, data: bytes) -> Image:
    """The picture of that name, as a pack holds it.

    Raises Refusal for what is too large, damaged, or neither PNG (https://www.w3.org/TR/png-3/, section 5) nor JPEG
    (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B).
    """
    if len(data) > MOST_IMAGE_BYTES:
        raise Refusal(f"Gambar paling besar {MOST_IMAGE_BYTES // 1_000_000} MB. Perkecil gambarnya, lalu coba lagi.")
    if data.startswith(_PNG_BEGINS):
        media, size = PNG, _png_size(data)
    elif data.startswith(_JPEG_BEGINS):
        media, size = JPEG, _jpeg_size(data)
    else:
        raise Refusal(_NEITHER)
    if size is None or 0 in size:
        raise Refusal(_CUT)
    if max(size) > MOST_PIXELS:
        raise Refusal(
            f"Gambar paling lebar dan paling tinggi {MOST_PIXELS} piksel; yang ini {size[0]} x {size[1]}. "
            "Perkecil gambarnya, lalu coba lagi."
        )
    return Image(name, media, base64.b64encode(data).decode("ascii"))


def image_bytes(image: Image) -> bytes:
    """What `image_of` was given. Raises ValueError for an image that did not come from there."""
    try:
        return base64.b64decode(image.data, validate=True)
    except binascii.Error as error:
        raise ValueError(f"{image.name} holds no base64") from error


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height; None unless every chunk is whole, and the last is at the end."""
    if not data.startswith(_PNG_HEADER, len(_PNG_BEGINS)):
        return None
    kinds: list[bytes] = []
    at = len(_PNG_BEGINS)
    while at < len(data):
        end = at + _AROUND_CHUNK + int.from_bytes(data[at : at + 4])
        inside = data[at + 4 : end - 4]
        if end > len(data) or binascii.crc32(inside) != int.from_bytes(data[end - 4 : end]):
            return None
        kinds.append(inside[:4])
        at = end
    if kinds.count(b"IHDR") != 1 or kinds.count(b"IEND") != 1 or kinds[-1] != b"IEND":
        return None
    width, height = struct.unpack_from(">II", data, len(_PNG_BEGINS) + len(_PNG_HEADER))
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height as the frame says; None unless it comes before the pixels, and the end at the end."""
    if not data.endswith(_JPEG_ENDS):
        return None
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if marker == _SCAN:
            return None
        if marker == 0xFF:  # filling
            at += 1
        elif marker in _BARE:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None
