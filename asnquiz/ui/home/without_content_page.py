"""Beranda while lessons and questions cannot be opened: why, and what is still there."""

from collections.abc import Callable

from asnquiz.ui.destinations import Destination, Packs, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import heading, text


class WithoutContentPage(Page):
    """Home of a program whose content is missing or damaged; `words` say which file and what to do."""

    renews = True

    def __init__(self, theme: Theme, words: str, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Beranda", Section.HOME)
        self.title("Materi dan soal belum dapat dibuka")
        frame, column = card()
        column.addWidget(text(theme, words))
        self.column.addWidget(frame)
        frame, column = card()
        column.addWidget(heading(theme, "Yang tetap ada"))
        kept = (
            "Hasil Anda tidak terpengaruh. Kuis yang belum selesai dapat dilanjutkan dari Hasil saya, karena soalnya "
            "tersimpan bersama kuis itu. Bila versi paket soal yang lain ada di komputer ini, Anda dapat kembali ke "
            "versi itu."
        )
        column.addWidget(text(theme, kept, tone="ink-2"))
        results = button(theme, "Buka Hasil saya", lambda: go(Section.RESULTS), role="primary")
        column.addWidget(flow_row(results, button(theme, "Buka Paket soal", lambda: go(Packs()))))
        self.column.addWidget(frame)
        self.column.addStretch(1)
