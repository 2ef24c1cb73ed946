"""The sheet of keys over any page: those of the page first, then those of every page, and what the guide says of it."""

from collections.abc import Callable
from html import escape

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from asnquiz.domain.guide import Topic
from asnquiz.ui.help.blocks import guide_block, table
from asnquiz.ui.help.topics import link_about
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.panel import Panel
from asnquiz.ui.widgets.texts import heading, text

HEAD = ("Tombol", "Gunanya")

# Looks up a link `guide#anchor`, and hands over the topic with the block it leads to.
ShowTopic = Callable[[Topic, int | None], None]
LookUp = Callable[[str, ShowTopic], None]


class KeySheet(Panel):
    """Nothing is left for it, and it takes nothing from the page: where the page has a clock, it shows the clock too.

    `over` is what it stands over where that is not the window itself.
    """

    def __init__(self, theme: Theme, window: QWidget, page: Page | None, look_up: LookUp, over: QWidget | None) -> None:
        super().__init__(theme, window, over)
        self._look_up = look_up
        self._link = link_about(page)
        groups = [page.keys] if page and page.keys else []
        self._groups = (*groups, KeyGroup.EVERYWHERE)
        if page and page.clock_words:
            clock = text(theme, page.clock_words, weight=QFont.Weight.Bold, wrap=False)
            page.clock_moved.connect(clock.setText)
            self.add_above_foot(clock)
        self._way: Button | None = None
        self._show_keys()

    def _show_keys(self) -> None:
        theme = self.theme
        self.title("Tombol papan ketik")
        for group in self._groups:
            self.column.addWidget(heading(theme, group.title, level=3))
            keys = [key for key in group.keys if theme.letter_keys or not key.is_letter]
            rows = [(escape(key.press), escape(key.does)) for key in keys]
            self.column.addWidget(table(theme, HEAD, rows, self._follow))
            if len(keys) < len(group.keys):
                self.column.addWidget(text(theme, "Tombol huruf dan angka dimatikan di Pengaturan.", tone="ink-2"))
        self.column.addStretch(1)
        self._lead("Buka Bantuan tentang halaman ini", lambda: self._follow(self._link))

    def _follow(self, link: str) -> None:
        self._look_up(link, self._show_topic)

    def _show_topic(self, topic: Topic, block: int | None) -> None:
        words, blocks = topic.part(block)
        self.title(words)
        for one in blocks:
            self.column.addWidget(guide_block(self.theme, one, self._follow, under=2))
        self.column.addStretch(1)
        self._lead("Kembali ke tombol papan ketik", self._show_keys)

    def _lead(self, words: str, on_click: Callable[[], None]) -> None:
        """Puts the one way on into the foot."""
        if self._way:
            self._way.hide()
            self._way.deleteLater()
        self._way = button(self.theme, words, on_click)
        self._way.setAutoDefault(True)  # Enter presses it
        self.foot.insertWidget(0, self._way)
        QWidget.setTabOrder(self._way, self.close_button)
