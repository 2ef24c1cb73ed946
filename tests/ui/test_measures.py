"""The measures of the design, taken on the real window: controls, letters, lines of reading text, cards and rail."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QWidget,
)

from asnquiz.ui.destinations import ReadLesson
from asnquiz.ui.lessons.reader_page import ReaderPage
from tests.ui.checks.stillness import scrolls_sideways
from tests.ui.checks.targets import TARGET
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens import lessons
from tests.ui.screens_ask import ask


def seen(opened: Opened, *kinds: type[QWidget]) -> list[QWidget]:
    return [one for one in opened.window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]


# Qt's platform without a screen says that it cannot put a list above others or give it the keys.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_lists_that_open_have_entries_that_can_be_hit(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    box = seen(opened, QComboBox)[0]
    assert isinstance(box, QComboBox)
    box.showPopup()
    QApplication.processEvents()
    heights = [box.view().visualRect(box.model().index(row, 0)).height() for row in range(box.count())]
    box.hidePopup()
    assert min(heights) >= TARGET


_BREAK = "\u2028"  # Qt's sign for a line that its writer ended


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def lines(label: QLabel) -> Iterator[tuple[int, float]]:
    """Letters and height of each full line of a paragraph, as the label lays it out."""
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    document.setHtml(label.text())
    document.setTextWidth(label.width())
    document.documentLayout().documentSize()
    for block in blocks(document):
        layout = block.layout()
        for number in range(layout.lineCount() - 1):
            line, following = layout.lineAt(number), layout.lineAt(number + 1)
            written = block.text()[line.textStart() : line.textStart() + line.textLength()]
            if not written.endswith(_BREAK):
                yield len(written.rstrip()), following.y() - line.y()


@pytest.mark.parametrize(("size", "every"), [((1366, 768), 3), ((1920, 1080), 4)])
def test_reading_text_has_45_to_75_letters_a_line_at_1_7_of_its_height(
    open_window: OpenWindow, size: tuple[int, int], every: int
) -> None:
    opened = open_window(size=size)
    found: list[tuple[int, float]] = []
    for lesson in lessons(opened)[::every]:
        opened.window.go(ReadLesson(lesson.id))
        opened.walker.settle()
        assert isinstance(opened.window.page, ReaderPage)
        for label in opened.labels():
            if "line-height" in label.text() and "<ul" not in label.text() and "<ol" not in label.text():
                assert label.font().pointSizeF() == 12.5
                found += lines(label)
    assert len(found) > 50
    assert max(letters for letters, _ in found) <= 75
    assert min(letters for letters, _ in found) >= 45
    pixels = 12.5 * opened.window.logicalDpiY() / 72
    assert all(height == pytest.approx(1.7 * pixels, abs=1) for _, height in found)


def test_cards_keep_20_around_what_they_hold(open_window: OpenWindow) -> None:
    opened = open_window()
    for name in ("Beranda", "Materi", "Kuis", "Studi kasus", "Hasil saya", "Pengaturan"):
        opened.walker.press(name)
        cards = [one for one in seen(opened, QFrame) if one.property("kind") == "card"]
        assert cards
        for card in cards:
            column = card.layout()
            assert column is not None
            assert min(column.contentsRect().left(), column.contentsRect().top()) >= 20


@pytest.mark.parametrize(("width", "folded"), [(1366, False), (1100, False), (1099, True), (1024, True)])
def test_the_rail_is_232_wide_and_folds_under_1100(open_window: OpenWindow, width: int, folded: bool) -> None:
    opened = open_window(size=(width, 700))
    rail = opened.window.rail
    assert rail.width() == (74 if folded else 232)
    assert [bool(entry.text()) for entry in rail.entries.values()] == [not folded] * len(rail.entries)
    assert all(isinstance(entry, QPushButton) and entry.accessibleName() for entry in rail.entries.values())


def test_a_page_never_gets_less_beside_a_wider_rail_with_larger_text(open_window: OpenWindow) -> None:
    opened = open_window(scale=2.0, size=(1366, 700))
    for name in ("Bolehkah saya?", "Studi kasus", "Kuis", "Materi"):
        opened.walker.press(name)
        if name == "Bolehkah saya?":
            ask(opened, "memakai fasilitas negara untuk kampanye")
        for width in range(1024, 1366, 19):
            opened.window.resize(width, 700)
            opened.walker.settle()
            page = opened.window.page
            assert page is not None
            assert page.width() >= 868
            assert scrolls_sideways(opened.window) == [], (name, width)
