"""Somebody at the window: finds what a person would see, clicks it, types into it, and takes pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from asnquiz.domain.answering import Answer, right_answer
from asnquiz.domain.pack import Item, ItemType
from asnquiz.programs.desktop import Desk
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from asnquiz.ui.quiz.question import Question

_PATIENCE_MS = 20_000
_TICK_MS = 500
_ROUNDS = 12  # a new height goes up through layouts within layouts by about one a round
_QUICKLY = 80  # of Qt's quality of a PNG, which loses nothing: zlib's level 1


class Walker:
    """Acts on one window through mouse and keyboard only."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.window = desk.window

    def settle(self) -> None:
        """Waits until nothing is on its way: no background work, no event, no page to be thrown away."""
        loop = QEventLoop()
        patience = QDeadlineTimer(_PATIENCE_MS)
        tick = QTimer()  # wakes the waiting below where nothing else does
        tick.start(_TICK_MS)
        while self._desk.background.pending:
            if patience.hasExpired():
                raise TimeoutError("the background work does not end")
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        tick.stop()
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if self._desk.background.pending:
            self.settle()

    def until(self, holds: Callable[[], bool]) -> None:
        """Waits for what comes from elsewhere, such as phones."""
        loop, patience, tick = QEventLoop(), QDeadlineTimer(_PATIENCE_MS), QTimer()
        tick.start(_TICK_MS)
        while not holds():
            if patience.hasExpired():
                raise TimeoutError("what was waited for does not come")
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        tick.stop()
        self.settle()

    def button(self, name: str) -> QAbstractButton:
        """The button that a person would find by this name, exact or at its beginning; in a dialog first."""
        places = [widget for widget in (self.window.over, self.window) if widget is not None]
        for place in places:
            for fits in (str.__eq__, str.startswith):
                for one in _seen(place):
                    if fits(one.accessibleName() or one.text(), name):
                        return one
        raise LookupError(f"no button “{name}” on screen")

    def first_button_with(self, words: str) -> QAbstractButton:
        """The first button on screen whose name contains these words."""
        return next(one for one in _seen(self.window) if words in one.accessibleName())

    def press(self, name: str) -> None:
        """Clicks a button by its name."""
        self.click(self.button(name))

    def click(self, widget: QWidget) -> None:
        """Scrolls to a widget and clicks it in the middle."""
        self._scroll_to(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key wherever the focus is."""
        place = self.window.over or self.window
        QTest.keyClick(place.focusWidget() or place, key, modifier)
        self.settle()

    def write(self, label: str, words: str) -> None:
        """Types into a field, in place of what stands there; a line below another begins with Enter."""
        fields: list[QLineEdit | QPlainTextEdit] = self.window.findChildren(QLineEdit)
        fields += self.window.findChildren(QPlainTextEdit)
        field = next(one for one in fields if one.isVisible() and one.accessibleName() == label)
        self._scroll_to(field)
        field.setFocus()
        field.selectAll()
        for number, line in enumerate(words.split("\n")):
            if number:
                QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)
        self.settle()

    def question(self) -> Question:
        """The question on screen."""
        return next(one for one in self.window.findChildren(Question) if one.isVisible())

    def answer(self, answer: Answer) -> None:
        """Answers the question on screen as a person does for its type."""
        question = self.question()
        if isinstance(question.rows, ChoiceRows):
            for row, index in zip(question.rows.rows, question.rows.order, strict=True):
                if row.isChecked() != (index in answer):
                    self.click(row)
        elif question.item.type is ItemType.ORDERING:
            self._order(question, answer)
        else:
            self._match(question, answer)

    def _order(self, question: Question, answer: Answer) -> None:
        texts = [question.item.options[index].text for index in answer]
        for place, words in enumerate(texts):
            while (at := self._place_of(words)) > place:
                self.press(f"Naikkan langkah {at + 1}: {words}")
        if question.rows.picked() != answer:
            last = len(texts) - 1
            self.press(f"Naikkan langkah {last + 1}: {texts[last]}")
            self.press(f"Turunkan langkah {last}: {texts[last]}")

    def _place_of(self, words: str) -> int:
        names = (one.accessibleName() for one in _seen(self.question()))
        name = next(name for name in names if name.endswith(f": {words}"))
        return int(name.split(":")[0].rsplit(" ", 1)[1]) - 1

    def _match(self, question: Question, answer: Answer) -> None:
        for pair, phase in zip(question.item.pairs, answer, strict=True):
            name = f"Fase untuk: {pair.left}"
            box = next(one for one in question.findChildren(QComboBox) if one.accessibleName() == name)
            self._scroll_to(box)
            box.setFocus()
            while box.currentIndex() != phase + 1:
                QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < phase + 1 else Qt.Key.Key_Up)
            self.settle()

    def _scroll_to(self, widget: QWidget) -> None:
        page = self.window.page
        if page is not None and page.isAncestorOf(widget):
            page.scroll_to(widget)
            QApplication.processEvents()

    def shoot(self, file: Path) -> None:
        """Saves what the window shows, with the dialog over it if there is one. Raises OSError when it cannot."""
        self.settle()
        picture = self.window.grab()
        dialog = self.window.over
        if dialog is not None:
            from PySide6.QtGui import QColor, QPainter

            painter = QPainter(picture)
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
            painter.drawPixmap(self.window.rect().center() - dialog.rect().center(), dialog.grab())
            painter.end()
        save(picture, file)


def save(picture: QPixmap, file: Path) -> None:
    """Writes a PNG, packed quickly rather than as small as can be. Raises OSError when it cannot."""
    if not picture.save(str(file), "PNG", _QUICKLY):
        raise OSError(f"{file} could not be written")


def _seen(place: QWidget) -> list[QAbstractButton]:
    """The buttons in a place that are on screen."""
    return [one for one in place.findChildren(QAbstractButton) if one.isVisible()]


def wrong_answer(item: Item) -> Answer:
    """A whole answer to an item that is not right."""
    right = right_answer(item)
    match item.type:
        case ItemType.ORDERING:
            return tuple(reversed(right))
        case ItemType.MATCHING:
            return tuple((phase + 1) % 3 for phase in right)
        case _:
            return ((right[0] + 1) % max(2, len(item.options) or 3),)
