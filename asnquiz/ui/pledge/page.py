"""The page of the pledge: large words, what they mean, and an example; it can be left at any time."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from asnquiz.domain.local_wording import LOCAL_PLEDGE
from asnquiz.domain.pack import Pack
from asnquiz.domain.wording import law_stamp, time_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, PrintPledge, Section
from asnquiz.ui.pledge.presenter import PledgePresenter
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import card, chip, progress_row
from asnquiz.ui.widgets.local import badge
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text

# The widest line, in what the font of the pledge's words calls its average character.
_LINE = 52
_NO_SUBSTITUTE = (
    "Ikrar ini tidak menggantikan pakta integritas yang ditandatangani. Anda boleh berhenti kapan saja; "
    "tidak ada bagian lain program ini yang bergantung padanya."
)


class PledgePage(Page):
    """One step of the pledge at a time."""

    renews = True

    def __init__(self, theme: Theme, presenter: PledgePresenter, pack: Pack, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Ikrar", Section.PLEDGE)
        self.presenter = presenter
        presenter.view = self
        self._go = go
        self._name = self.title(presenter.pledge.name)
        if pack.local and pack.local.own_pledge:
            self.column.addWidget(badge(theme, LOCAL_PLEDGE, pack.local.publisher, settled=True))
        self._place, self._column = flow_column(16)
        self._place.setMaximumWidth(QFontMetrics(theme.font(Size.TITLE)).averageCharWidth() * _LINE)
        self.column.addWidget(narrowed(self._place))
        self.stamp(law_stamp(pack.law_as_of))
        self._fill()

    def show_step(self) -> None:
        self._fill()
        self.scroll_to_top()
        if self.presenter.step:
            self.focus_on(self._words)
        else:
            self.focus_on(self._name)

    def _fill(self) -> None:
        clear(self._place)
        presenter, pledge = self.presenter, self.presenter.pledge
        if presenter.taken:
            self._show_end(time_words(presenter.taken.at.local))
            return
        self._column.addWidget(progress_row(self.theme, presenter.step + 1, presenter.total, "Bagian"))
        if point := presenter.point:
            frame = self._add_words(f"Butir {presenter.step} dari {len(pledge.points)}", point.text)
            self._part(frame, "Artinya", point.meaning)
            self._part(frame, "Contoh", point.example)
            self._column.addWidget(self._actions("Saya ucapkan"))
        elif presenter.step:
            self._add_words("Penutup", pledge.closing)
            self._column.addWidget(self._actions("Saya ucapkan"))
        else:
            self._add_words("Pembuka", pledge.opening)
            self._column.addWidget(self._actions("Mulai ikrar"))
            self._column.addWidget(text(self.theme, _NO_SUBSTITUTE, tone="ink-2"))
            if presenter.earlier:
                self._column.addWidget(self._earlier())

    def _add_words(self, where: str, words: str) -> QVBoxLayout:
        """The words of the pledge, large; they take the focus, so that a screen reader reads them."""
        frame, column = card(padding=28, spacing=14)
        column.addWidget(chip(self.theme, where, "teal"), 0, Qt.AlignmentFlag.AlignLeft)
        self._words = focus_target(heading(self.theme, words, Size.TITLE, level=2), "stem")
        self._words.setFont(self.theme.font(Size.TITLE, QFont.Weight.Medium))
        self._words.setAccessibleName(f"{where}. {words}")
        column.addWidget(self._words)
        self._column.addWidget(frame)
        return column

    def _part(self, column: QVBoxLayout, title: str, words: str) -> None:
        note, inside = card(kind="note", padding=2, spacing=4)
        inside.setContentsMargins(14, 2, 0, 2)
        inside.addWidget(heading(self.theme, title, Size.BODY, level=3))
        inside.addWidget(text(self.theme, words, size=Size.READING, tone="ink-2"))
        column.addWidget(note)

    def _actions(self, onward: str) -> QWidget:
        if self.presenter.step:
            left: QWidget = button(self.theme, "Kembali", self.presenter.back, role="quiet", icon="arrow-left")
        else:
            left = self._print()
        advance = button(self.theme, onward, self.presenter.advance, role="primary", icon="arrow-right")
        return flow_row(left, right=[advance])

    def _print(self) -> QWidget:
        return button(self.theme, "Simpan PDF …", lambda: self._go(PrintPledge()), icon="save")

    def _earlier(self) -> QFrame:
        latest, *before = self.presenter.earlier
        frame, column = card(spacing=6)
        column.addWidget(heading(self.theme, f"Terakhir dibaca {latest}", Size.BODY))
        for when in before:
            column.addWidget(text(self.theme, f"Sebelumnya: {when}", size=Size.CAPTION, tone="ink-2"))
        return frame

    def _show_end(self, when: str) -> None:
        frame, column = card(padding=28, spacing=14)
        column.addWidget(chip(self.theme, "Tersimpan", "allowed", "check"), 0, Qt.AlignmentFlag.AlignLeft)
        self._words = focus_target(heading(self.theme, "Ikrar selesai dibaca", Size.TITLE, level=2), "stem")
        self._words.setAccessibleName(f"Ikrar selesai dibaca, {when}")
        column.addWidget(self._words)
        column.addWidget(text(self.theme, when[0].upper() + when[1:]))
        column.addWidget(text(self.theme, "Ikrar ini tidak menggantikan pakta integritas yang ditandatangani."))
        again = button(self.theme, "Baca lagi", self.presenter.again, role="quiet", icon="rotate-ccw")
        home = button(self.theme, "Ke Beranda", lambda: self._go(Section.HOME), role="primary")
        column.addWidget(flow_row(again, right=(self._print(), home)))
        self._column.addWidget(frame)

    def leave(self) -> None:
        self.presenter.view = None
