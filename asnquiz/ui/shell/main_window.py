"""The window: it moves between pages and knows no rule of the quiz."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QMessageBox, QVBoxLayout, QWidget
from shiboken6 import isValid

import asnquiz.ui.widgets.accessible  # noqa: F401 - Qt keeps what it told of a widget first, also of the rail
from asnquiz.ui.background import Background
from asnquiz.ui.destinations import ChoosePerson, Destination
from asnquiz.ui.shell.busy import Busy
from asnquiz.ui.shell.rail import Rail
from asnquiz.ui.shell.window_keys import WindowKey, add_size_keys, take_left_over
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import Answer, ask, tell
from asnquiz.ui.widgets.double_click import take_no_double_click
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import let_go

if TYPE_CHECKING:
    from asnquiz.ui.widgets.page import Page

_PAGE = 868  # what a page keeps beside the rail's words; where it would not, the rail folds
_SMALLEST = QSize(1024, 700)


class MainWindow(QMainWindow):
    """Rail and page side by side.

    Attributes:
        travel: opens a destination, by fetching first and then calling `show_page`; set by the program.
        page: what is on screen.
        aside: the page of somebody who went away, off the screen and alive.
        leaving: whether the window closes as soon as everything is durable.
        busy: says under the page, or in its place as long as there is none, what takes so long.

    Signals:
        arrived: another page, handed over with it, was put on screen.
    """

    arrived = Signal(QWidget)

    def __init__(self, theme: Theme, background: Background) -> None:
        super().__init__()
        self.theme = theme
        self.travel: Callable[[Destination], None] = lambda _: None
        self._on_key: Callable[[WindowKey], None] = lambda _: None
        self.page: Page | None = None
        self.aside: Page | None = None
        self.leaving = False
        self._background = background
        self._focused_aside: QWidget | None = None
        self._briefs = self._gathers = False
        self.setWindowTitle("ASN Netral")
        self.setMinimumSize(_SMALLEST)
        host = QWidget()
        self._row = QHBoxLayout(host)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.rail = Rail(theme, self.go, self._lock)
        self.rail.setEnabled(False)
        self._row.addWidget(self.rail)
        self._stage = QVBoxLayout()
        self._row.addLayout(self._stage, 1)
        self.busy = self._place_busy()
        self.setCentralWidget(host)
        background.changed.connect(self._show_work)
        background.idle.connect(self._close_when_idle)

    def _place_busy(self) -> Busy:
        busy = Busy(self.theme)
        self._stage.addWidget(busy.frame, 0, Qt.AlignmentFlag.AlignCenter)
        return busy

    def restyle(self, theme: Theme) -> None:
        """Takes another look: the rail at once, the page with `renew_page` or the next one that is shown."""
        self.theme = theme
        old, self.rail = self.rail, Rail(theme, self.go, self._lock)
        self._row.replaceWidget(old, self.rail)
        self.rail.setVisible(not old.isHidden())
        self.rail.show_purposes(briefs=self._briefs, gathers=self._gathers)
        old.hide()
        old.deleteLater()
        self._fold_rail()
        self._light()
        self.busy.frame.deleteLater()
        self.busy = self._place_busy()
        self._show_work()

    def show_purposes(self, *, briefs: bool, gathers: bool) -> None:
        """Shows on the rail what is for whoever leads briefings and for whoever gathers results, or nothing of it."""
        self._briefs, self._gathers = briefs, gathers
        self.rail.show_purposes(briefs=briefs, gathers=gathers)

    def go(self, destination: Destination) -> None:
        """Goes somewhere; what is on screen stays until the new page is ready."""

        def travel() -> None:
            self.travel(destination)

        self._unless_unsaved(self.page, travel, travel)

    def _lock(self) -> None:
        """Goes away at once: nothing on the page is lost by that."""
        self.travel(ChoosePerson())

    def _unless_unsaved(self, page: "Page | None", go_on: Callable[[], None], go_without: Callable[[], None]) -> None:
        """Goes on, but first asks where something typed would be lost."""
        if page is None or not page.unsaved:
            go_on()
        elif self.question is None:
            keep, drop = page.unsaved_answers
            answers: list[Answer] = [(keep, partial(page.save_then, go_on))]
            if drop:
                answers.append((drop, go_without))
            ask(self, page.unsaved_title, page.unsaved_words, [*answers, ("Kembali", None)])

    def show_page(self, page: "Page") -> None:
        """Puts a page on screen in place of the one before."""
        if self.page is not None:
            self.page.leave()
        self._put(page)
        self.arrived.emit(page)

    def renew_page(self) -> bool:
        """Shows the page in the look of now, with what was picked and typed; says whether that can be done."""
        before = self.page
        page = before.anew(self.theme) if before else None
        if before is None or page is None:
            return False
        page.stand_as(before)
        self._put(page)
        return True

    def _put(self, page: "Page") -> None:
        if self.page is not None:
            let_go(self.page)
            self._stage.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._light()
        self._stage.insertWidget(0, page, 1)

    def _light(self) -> None:
        """Shows on the rail where the person is."""
        if self.page is not None:
            self.rail.setEnabled(True)
            self.rail.setVisible(self.page.section is not None)
            if self.page.section is not None:
                self.rail.light(self.page.section)

    def set_aside(self) -> list[tuple[str, str]]:
        """Takes the page off the screen, to be brought back as it is; what stands over it closes by its safe answer.

        Gives title and words of the messages that were closed before somebody had said to have read them.
        """
        unread = self._close_what_is_over()
        self.aside, self.page = self.page, None
        if self.aside is not None:
            self._focused_aside = self.aside.focusWidget()
            self.aside.set_aside()
            self._stage.removeWidget(self.aside)
            self.aside.hide()
        return unread

    def bring_back(self) -> bool:
        """Puts the page that was set aside on screen again, the focus where it was; whether there is one."""
        page, self.aside = self.aside, None
        if page is None:
            return False
        self.show_page(page)
        page.show()
        take_no_double_click(page)
        page.come_back()
        # What comes late may have taken the place of what had the focus.
        if self._focused_aside is not None and isValid(self._focused_aside):
            page.focus_on(self._focused_aside)
        return True

    def keep_aside(self) -> None:
        """Has what is not durable yet of the page that was set aside be kept."""
        if self.aside is not None:
            self.aside.keep()

    def let_go(self) -> None:
        """Forgets the page that was set aside: somebody else has come in."""
        if self.aside is not None:
            self.aside.leave()
            self.aside.deleteLater()
            self.aside = None

    def _close_what_is_over(self) -> list[tuple[str, str]]:
        unread = []
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        # What was opened last stands over what was opened before.
        for one in reversed([dialog for dialog in self.findChildren(QDialog) if dialog.isVisible()]):
            if not isinstance(one, QMessageBox):
                one.reject()
                continue
            if len(one.buttons()) == 1:
                unread.append((one.text(), one.informativeText()))
            safe = one.escapeButton()
            if safe is None:
                one.reject()
            else:
                safe.click()
        return unread

    def report(self, title: str, words: str) -> None:
        """Says over whatever page is open that something went wrong and what to do.

        Said once as long as it stands there, however often it happens. A window that was to close stays open, unless
        the person now wants to close it all the same.
        """
        leaving, self.leaving = self.leaving, False
        said = [box for box in self.findChildren(QMessageBox) if box.isVisible() and box.text() == title]
        if any(box.informativeText() == words for box in said):
            return
        announce(self, f"{title}. {words}", urgent=True)
        if leaving:
            ask(self, title, words, [("Tutup tanpa menyimpan", self._give_up), ("Mengerti", None)], default=1)
        else:
            tell(self, title, words)

    def _close(self) -> None:
        self.close()

    def _give_up(self) -> None:
        self.let_go()
        if self.page is not None:
            self.page.leave()
            self.page = None
        self.close()

    def come_to_front(self) -> None:
        """Shows the window above the others, as the person asked for by starting the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def question(self) -> QMessageBox | None:
        """The question or message that stands over the page, if any."""
        return next((box for box in self.findChildren(QMessageBox) if box.isVisible()), None)

    @property
    def over(self) -> QDialog | None:
        """What stands on top over the page and takes its keys: a question, or else a panel to read."""
        shown = [one for one in self.findChildren(QDialog) if one.isVisible()]
        under = [one.parentWidget() for one in shown]
        free = [one for one in shown if one not in under]
        return next((one for one in free if isinstance(one, QMessageBox)), next(iter(free), None))

    def _show_work(self) -> None:
        task = self._background.under_way
        if self.leaving and self._background.pending:
            self.busy.show_work("Menyimpan sebelum ditutup …", (0, 0))
        elif task:
            self.busy.show_work(task.doing, task.step)
        else:
            self.busy.done()

    def _close_when_idle(self) -> None:
        if self.leaving:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closes once everything is durable; until then the page stays alive, to bring back what cannot be saved.

        Without a page there is nothing to be brought back, and nobody has to wait for what is being opened.
        """
        pages = [page for page in (self.aside, self.page) if page is not None]
        for page in pages:
            if page.unsaved:
                event.ignore()
                self._unless_unsaved(page, self._close, self._give_up)
                return
        if pages:
            if not self.leaving:
                for page in pages:
                    page.keep()
                self.leaving = True
            if self._background.pending:
                self._show_work()
                event.ignore()
                return
            for page in pages:
                page.leave()
        for message in self.findChildren(QDialog):
            message.hide()  # what stood over the window would keep the program running without one
        event.accept()

    def take_keys(self, on_key: Callable[[WindowKey], None]) -> None:
        """Lets the keys of the window mean something from now on; not needed for its first picture."""
        self._on_key = on_key
        add_size_keys(self, on_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the page, or what stands over it, has no use for."""
        if not take_left_over(self, event, self._on_key):
            super().keyPressEvent(event)

    def _fold_rail(self) -> None:
        self.rail.fold(folded=self.width() - self.rail.wide < _PAGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold_rail()
        super().resizeEvent(event)
