"""What holds for every screen, looked at on one walk: words can be read as painted, nothing is too small, all is still.

Each screen is looked at in one of the three themes in turn: that any two colours of a theme stand apart is tested where
they are named, so this is for what is painted with the wrong ones.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QAbstractAnimation, QRect, Qt, QTimeLine
from PySide6.QtGui import QImage, QMovie
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from asnquiz.painting.tokens import ThemeName
from tests.painting.test_tokens import contrast
from tests.source_texts import ROOT
from tests.ui.conftest import OpenWindow
from tests.ui.screens import screens
from tests.ui.test_look import Computer

READABLE = {ThemeName.LIGHT: 4.5, ThemeName.DARK: 4.5, ThemeName.HIGH_CONTRAST: 7.0}
INSIDE = 6  # a control's words keep away from its edge and its rings
STRIP = 8  # less than that of a text, at the edge of what scrolls, says nothing
TARGET = 24  # of WCAG 2.5.8
STATES = 4  # of one page are read as painted
MOVING = (QAbstractAnimation, QTimeLine, QMovie)


def pixels(image: QImage, place: QRect) -> Counter[int]:
    """How often each colour stands in a part of a picture."""
    part = image.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(part.constBits()).cast("I").tolist())


@cache
def between(one: int, other: int) -> float:
    return contrast(*(f"#{colour & 0xFFFFFF:06X}" for colour in (one, other)))


def painted_contrast(colours: Counter[int]) -> float:
    """Between what there is most of and what stands out from it most; 1 where it is all one colour."""
    ((ground, _),) = colours.most_common(1)
    return max(between(colour, ground) for colour in colours)


def seen(top: QWidget, *kinds: type[QWidget]) -> Iterator[tuple[QWidget, QRect]]:
    """The widgets of a window with the part of each that can be seen."""
    for one in top.findChildren(QWidget):
        if isinstance(one, kinds) and one.isVisible() and one.window() is top:
            yield one, one.visibleRegion().boundingRect()


def worded(widget: QWidget) -> str:
    """The words that a widget should show."""
    if isinstance(widget, QLabel):
        return widget.text().strip() if widget.pixmap().isNull() else ""
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.currentText() if isinstance(widget, QComboBox) else widget.accessibleName()


def unreadable(top: QWidget, least: float) -> list[str]:
    """Words that do not stand out from their ground as they are painted."""
    image, found = top.grab().toImage(), []
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


def too_small(top: QWidget) -> list[str]:
    """What is to be pressed and hard to hit; a scroll bar may be slim where it stands alone."""
    found = [
        worded(one)
        for one, _ in seen(top, QAbstractButton, QLineEdit, QComboBox)
        if min(one.width(), one.height()) < TARGET
    ]
    boxes = [QRect(one.mapTo(top, part.topLeft()), part.size()) for one, part in seen(top, QAbstractButton, QLineEdit)]
    for bar, part in seen(top, QScrollBar):
        middle = QRect(bar.mapTo(top, part.topLeft()), part.size()).center()
        around = QRect(0, 0, TARGET, TARGET)
        around.moveCenter(middle)
        if min(part.width(), part.height()) < TARGET and any(box.intersects(around) for box in boxes if box.isValid()):
            found.append("a scroll bar")
    return found


def moving(app: QApplication, top: QWidget) -> list[str]:
    """What moves by itself."""
    makers = (app, app.style(), top)
    found = [one for maker in makers for kind in MOVING for one in maker.findChildren(kind)]
    still = (QAbstractAnimation.State.Stopped, QTimeLine.State.NotRunning, QMovie.MovieState.NotRunning)
    return [type(one).__name__ for one in found if isinstance(one, MOVING) and one.state() not in still]


def test_words_can_be_read_targets_be_hit_and_nothing_moves(open_window: OpenWindow, qapp: QApplication) -> None:
    computer = Computer()
    opened = open_window(guest=False, system=computer)
    changes = [computer.set_dark, computer.set_high_contrast, computer.set_light]
    found: dict[tuple[str, str], list[str]] = {}
    kinds: Counter[tuple[type, type]] = Counter()
    for turn, screen in enumerate(screens(opened)):
        top = opened.window.over or opened.window
        found[screen, "target"] = too_small(top)
        found[screen, "motion"] = moving(qapp, top)
        kinds[type(top), type(opened.window.page)] += 1
        if kinds[type(top), type(opened.window.page)] > STATES:
            continue
        changes[turn % 3]()
        opened.walker.settle()
        found[screen, computer.theme.value] = unreadable(top, READABLE[computer.theme])
    assert {where: faults for where, faults in found.items() if faults} == {}


def test_at_twice_the_text_scroll_bars_stand_alone_too(open_window: OpenWindow) -> None:
    opened = open_window(scale=2.0, size=(1024, 700))
    for place in ("Materi", "Kuis", "Pengaturan", "Beranda"):
        opened.walker.press(place)
        assert too_small(opened.window) == [], place


@pytest.mark.parametrize(("grey", "faults"), [("#767676", []), ("#949494", ["3.03 : 1, “Abu-abu”"])])
def test_the_measure_of_painted_words_tells_grey_from_grey(qtbot: QtBot, grey: str, faults: list[str]) -> None:
    top = QFrame()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    words = QLabel("Abu-abu")
    column.addWidget(words)
    column.addWidget(QPushButton("Kecil"))
    top.setStyleSheet(f"QFrame {{ background: #FFFFFF }} QLabel {{ color: {grey}; font-size: 40px; font-weight: 700 }}")
    top.show()
    assert [fault for fault in unreadable(top, 4.5) if "Abu-abu" in fault] == faults


@pytest.mark.parametrize("effect", Qt.UIEffect)
def test_no_effect_of_qt_moves_anything_where_the_computer_asks_for_none(
    qapp: QApplication, effect: Qt.UIEffect
) -> None:
    assert not qapp.isEffectEnabled(effect)


def test_no_source_makes_anything_move() -> None:
    movers = r"\bQ(Property|Variant|Abstract)?Animation|QMovie|QTimeLine|animateClick|setAnimated|setClearButtonEnabled"
    sources = sorted((ROOT / "asnquiz").rglob("*.py"))
    assert [file.name for file in sources if re.search(movers, file.read_text("utf-8"))] == []
