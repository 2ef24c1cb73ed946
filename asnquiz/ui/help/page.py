"""Bantuan: search in the guides, their contents, the sheet of keys, and the walk around."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.guide import Guide, Topic
from asnquiz.domain.prose import Heading
from asnquiz.domain.refusal import Refusal
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, LookAround, ReadGuide, Section, ShowKeys
from asnquiz.ui.keyboard import HELP, KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.frames import card, line
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.passage_search import Find, PassageSearch
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.find_passages import Passage

_SIDE_BY_SIDE = 480


class HelpPage(Page):
    """The guides, or in their place what keeps them from being read. `about` are sentences about the program."""

    renews = True
    keys = KeyGroup.SEARCH

    def __init__(
        self,
        theme: Theme,
        guides: tuple[Guide, ...] | Refusal,
        go: Callable[[Destination], None],
        find: Find[Topic],
        about: tuple[str, ...],
    ) -> None:
        super().__init__(theme, "Bantuan", Section.HELP)
        self._go = go
        self.title("Bantuan")
        words = "Cara memakai program ini, tanpa internet. F1 di halaman mana pun menjelaskan halaman itu."
        self.column.addWidget(text(theme, words, tone="ink-2"))
        self.column.addWidget(self._ways())
        if isinstance(guides, Refusal):
            self.column.addWidget(self._missing(guides))
        else:
            self.column.addWidget(PassageSearch(theme, "Cari dalam panduan", "bagian panduan", find, self._found))
            for guide in guides:
                self.column.addWidget(self._contents(guide))
        self.column.addWidget(self._about(about))
        self.column.addStretch(1)

    def _ways(self) -> QWidget:
        row = SideBySide(self.theme, at_least=_SIDE_BY_SIDE, spacing=12)
        for words, place, icon, keys in (
            ("Tombol papan ketik", ShowKeys(), "list-checks", HELP.press),
            ("Perkenalan singkat", LookAround(Section.HELP), "route", ""),
        ):
            row.add(button(self.theme, words, partial(self._go, place), icon=icon, keys=keys))
        row.add(QWidget(), 1)
        return row

    def _found(self, passage: Passage[Topic]) -> tuple[str, Callable[[], None]]:
        topic = passage.source
        return topic.title, partial(self._go, ReadGuide(topic.link, passage.block, passage.row))

    def _contents(self, guide: Guide) -> QFrame:
        frame, column = card(spacing=4)
        column.addWidget(heading(self.theme, guide.title))
        for number, topic in enumerate(guide.topics, start=1):
            column.addWidget(line())
            go = partial(self._go, ReadGuide(topic.link))
            entry = RowButton(self.theme, topic.title, "book-open", go, current=False)
            parts = ", ".join(block.text for block in topic.blocks if isinstance(block, Heading))
            entry.setAccessibleName(f"{topic.title}, {number} dari {len(guide.topics)}, {guide.title}")
            entry.setAccessibleDescription(parts)
            column.addWidget(entry)
            if parts:
                label = text(self.theme, parts, size=Size.CAPTION, tone="ink-3")
                label.setContentsMargins(self.theme.px(34), 0, 0, self.theme.px(4))
                column.addWidget(label)
        return frame

    def _missing(self, refusal: Refusal) -> QFrame:
        frame, column = card()
        column.addWidget(heading(self.theme, "Panduan belum dapat dibuka"))
        column.addWidget(text(self.theme, str(refusal), tone="ink-2"))
        return frame

    def _about(self, about: tuple[str, ...]) -> QFrame:
        frame, column = card(spacing=8)
        column.addWidget(heading(self.theme, "Tentang ASN Netral"))
        for words in about:
            column.addWidget(text(self.theme, words, tone="ink-2"))
        return frame
