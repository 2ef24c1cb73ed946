"""Pictures of questions: what they say they are and no more, and never a crash."""

import base64
import struct
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from asnquiz.domain.image import image_of
from asnquiz.domain.pack import Image, Picture
from asnquiz.painting.photos import decoded, photo
from tests import builders, photos

SAID_OF_DAMAGE = "libpng|Unsupported|Corrupt|Invalid|Premature|extraneous|JPEG"


def encoded(name: str, media: str, data: bytes) -> Image:
    """As a pack could hold it that nobody checked."""
    return Image(name, media, base64.b64encode(data).decode())


def test_png_and_jpeg_are_decoded_as_they_are() -> None:
    for data in (photos.png(40, 30), photos.jpeg(40, 30)):
        found = decoded(photos.image(data=data))
        assert found
        assert (found.width(), found.height()) == (40, 30)
    of_png = decoded(photos.image(data=photos.png(2, 2, (20, 120, 110))))
    assert of_png
    assert of_png.pixelColor(1, 1) == QColor(20, 120, 110)


def test_what_lets_through_stands_on_white() -> None:
    clear = QImage(3, 3, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    clear.save(buffer, "PNG")  # type: ignore[call-overload]
    found = decoded(image_of("kab-contoh-terang", bytes(buffer.data().data())))
    assert found
    assert found.pixelColor(1, 1) == QColor("white")


@pytest.mark.qt_log_ignore(SAID_OF_DAMAGE)
@pytest.mark.parametrize(
    "image",
    [
        photos.damaged(),
        Image("a", "image/png", "bukan base64!"),
        encoded("b", "image/png", b""),
        encoded("c", "image/png", photos.png()[:40]),
        encoded("d", "image/png", photos.jpeg()),
        encoded("e", "image/jpeg", photos.jpeg()[:30]),
        encoded("f", "image/png", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        encoded("g", "image/png", photos.png()[:16] + struct.pack(">II", 60_000, 60_000) + photos.png()[24:]),
    ],
    ids=lambda image: str(image.name),
)
def test_what_is_damaged_disguised_or_too_large_is_no_picture(image: Image) -> None:
    assert decoded(image) is None


def test_a_question_has_the_picture_that_it_names() -> None:
    pack = builders.pack(images=(photos.image(),))
    item = pack.items[0]
    assert photo(item, pack) is None
    shown = photo(replace(item, picture=Picture("kab-contoh-poster", "Poster")), pack)
    assert shown
    assert shown.width() == 4
    assert photo(replace(item, picture=Picture("tidak-ada", "Poster")), pack) is None
