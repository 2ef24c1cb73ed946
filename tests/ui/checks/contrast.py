"""Words can be read as they are painted, and nothing of one theme stays in another."""

from collections import Counter
from dataclasses import fields
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from asnquiz.painting.tokens import DARK, LIGHT, ThemeName, Tone
from tests.painting.test_tokens import contrast
from tests.ui.checks.targets import seen, worded

READABLE = {ThemeName.LIGHT: 4.5, ThemeName.DARK: 4.5, ThemeName.HIGH_CONTRAST: 7.0}
INSIDE = 6  # a control's words keep away from its edge and its rings
STRIP = 8  # less than that of a text, at the edge of what scrolls, says nothing
SAMPLED, SELDOM = 3, 3  # every third pixel is looked at, and a colour that so few have is nobody's
LARGE = 3000  # pixels of a text whose ink can be seen in a third of them


def pixels(image: QImage, place: QRect) -> Counter[int]:
    """How often each colour stands in a part of a picture; of a large one, in the pixels that are looked at."""
    part = image.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    step = SAMPLED if part.width() * part.height() > LARGE else 1
    return Counter(memoryview(part.constBits()).cast("I")[::step].tolist())


@cache
def between(one: int, other: int) -> float:
    return contrast(*(f"#{colour & 0xFFFFFF:06X}" for colour in (one, other)))


def painted_contrast(colours: Counter[int]) -> float:
    """Between what there is most of and what stands out from it most; 1 where it is all one colour."""
    ((ground, _),) = colours.most_common(1)
    return max(between(colour, ground) for colour in colours)


def unreadable(top: QWidget, image: QImage, least: float) -> list[str]:
    """Words that do not stand out from their ground in a picture of a window."""
    found = []
    for one, part in seen(top, QLabel, QAbstractButton, QLineEdit, QComboBox):
        inset = 0 if isinstance(one, QLabel) else INSIDE
        place = part.adjusted(inset, inset, -inset, -inset)
        whole = part.height() >= one.height()
        if not worded(one) or min(place.width(), place.height()) < STRIP:
            continue
        ratio = painted_contrast(pixels(image, place.translated(one.mapTo(top, part.topLeft()) - part.topLeft())))
        if ratio < least and (whole or ratio > 1):
            found.append(f"{ratio:.2f} : 1, “{worded(one)[:60]}”")
    return found


def _light() -> set[str]:
    values = (getattr(LIGHT, field.name) for field in fields(LIGHT) if field.name not in ("edge", "bare", "control"))
    light = {part for one in values for part in ((one.ink, one.ground) if isinstance(one, Tone) else (one,))}
    return light - {DARK.ink, DARK.on_teal}


LIGHT_ONLY = _light()


def colours_in(image: QImage) -> set[str]:
    """The colours of a picture, but for those that come about in a few pixels where two others meet."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I")[::SAMPLED].tolist())
    return {f"#{colour & 0xFFFFFF:06X}" for colour, times in counted.items() if times > SELDOM}


def left_light(image: QImage) -> list[str]:
    """Grounds and inks of the light theme in a picture of the dark one."""
    return sorted(colours_in(image) & LIGHT_ONLY)
