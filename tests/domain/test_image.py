"""Pictures of questions are told from their bytes, and what is too large, damaged or something else is refused."""

import struct

import pytest
from PySide6.QtGui import QImage

from asnquiz.domain.image import image_bytes, image_of
from asnquiz.domain.pack import Image
from asnquiz.domain.refusal import Refusal
from tests.content.sample_layer import chunk, jpeg, png


@pytest.mark.parametrize(("ending", "media"), [("png", "image/png"), ("jpg", "image/jpeg")])
def test_what_another_program_wrote_is_taken(tmp_path_factory: pytest.TempPathFactory, ending: str, media: str) -> None:
    file = tmp_path_factory.mktemp("gambar") / f"a.{ending}"
    drawn = QImage(40, 30, QImage.Format.Format_RGB32)
    drawn.fill(0x336699)
    assert drawn.save(str(file))
    data = file.read_bytes()
    image = image_of("kab-a", data)
    assert (image.name, image.media, image_bytes(image)) == ("kab-a", media, data)


@pytest.mark.parametrize("data", [png(4_000, 4_000), png(1, 1), jpeg(4_000, 4_000)])
def test_the_largest_and_the_smallest_are_taken(data: bytes) -> None:
    assert image_bytes(image_of("a", data)) == data


HEADER = struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 0)
BEGINS = png()[:8]
REFUSED = {
    "nothing": (b"", "bukan PNG atau JPEG"),
    "another kind": (b"GIF89a", "bukan PNG atau JPEG"),
    "a drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan PNG atau JPEG"),
    "too heavy": (png() + bytes(1_000_000), "paling besar 1 MB"),
    "too wide": (png(4_001), "4000 piksel; yang ini 4001 x 2"),
    "too tall": (jpeg(3, 4_001), "4000 piksel; yang ini 3 x 4001"),
    "no width": (png(0), "rusak atau terpotong"),
    "no height": (jpeg(3, 0), "rusak atau terpotong"),
    "only a beginning": (BEGINS, "rusak atau terpotong"),
    "only a JPEG's beginning": (b"\xff\xd8\xff", "rusak atau terpotong"),
    "a changed byte": (png().replace(b"IDAT", b"IDAU"), "rusak atau terpotong"),
    "no end": (BEGINS + chunk(b"IHDR", HEADER), "rusak atau terpotong"),
    "no header": (BEGINS + chunk(b"IEND", b""), "rusak atau terpotong"),
    "two headers": (
        BEGINS + 2 * chunk(b"IHDR", HEADER) + chunk(b"IEND", b""),
        "rusak atau terpotong",
    ),
    "a chunk without end": (BEGINS + chunk(b"IHDR", HEADER) + b"\xff\xff\xff\xffIDAT", "rusak atau terpotong"),
    "something behind the end": (png() + chunk(b"teXt", b"PK"), "rusak atau terpotong"),
    "a JPEG cut off": (jpeg()[:-1], "rusak atau terpotong"),
    "a JPEG with an archive behind it": (jpeg() + b"PK\x03\x04", "rusak atau terpotong"),
    "pixels without a frame": (b"\xff\xd8\xff\xda\0\x08" + bytes(20) + b"\xff\xd9", "rusak atau terpotong"),
    "segments of no length": (b"\xff\xd8" + b"\xff\xe0\0\0" * 9 + b"\xff\xd9", "rusak atau terpotong"),
    "nothing but filling": (b"\xff\xd8" + b"\xff" * 999_900 + b"\xff\xd9", "rusak atau terpotong"),
}


@pytest.mark.parametrize(("data", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_picture_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        image_of("a", data)


def test_an_image_of_no_picture_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="base64"):
        image_bytes(Image("a", "image/png", "!"))
