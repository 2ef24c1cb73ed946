"""The first start: choose how large words are by looking at them, then begin with a name or without."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QLineEdit, QWidget

from asnquiz.domain.person import parse_line
from asnquiz.painting.mark import mark_pixmap
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.welcome.size_card import SizeCard
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import Spoken, SpokenLabel
from asnquiz.ui.widgets.texts import heading, path_words, text
from asnquiz.ui.widgets.tick import Purpose, Tick

_SIZES: Mapping[int, str] = {100: "Biasa", 150: "Besar", 200: "Sangat besar"}
_SIDE_BY_SIDE = 740
_MARK = 44
_NAME_NEEDED = "Tulis nama Anda, atau pilih “Coba dulu” untuk mulai tanpa nama."


class WelcomePage(Page):
    """Text size and name on one page, without the rail.

    `percent` is the text size now; a choice is handed to `on_size` with the name typed so far, and the page comes again
    in that size with `resized`. `purposes` are what they may use the program for besides learning.
    `on_begin` gets the name, None for a guest; `on_move` is for somebody who comes from another computer, and `on_back`
    leads to the others here, if any.
    """

    keys = KeyGroup.WELCOME

    def __init__(
        self,
        theme: Theme,
        percent: int,
        *,
        data: PurePath,
        on_size: Callable[[int, str], None],
        on_begin: Callable[[str | None], None],
        on_move: Callable[[], None],
        on_back: Callable[[], None] | None = None,
        purposes: Sequence[Purpose] = (),
        typed: str = "",
        resized: bool = False,
    ) -> None:
        super().__init__(theme, "Selamat datang", None)
        self._on_begin = on_begin
        self._on_back = on_back
        self._on_size = on_size
        self.column.addWidget(self._mark())
        self.title("Selamat datang di ASN Netral")
        words = "Belajar netralitas dalam Pilkada, tanpa internet. Dua hal singkat sebelum mulai."
        self.column.addWidget(text(theme, words, tone="ink-2"))
        self.column.addSpacing(6)
        self.column.addWidget(heading(theme, "Pilih ukuran huruf yang nyaman bagi Anda"))
        self._name = Field(theme, "Nama", QLineEdit(typed), partial(parse_line, label="Nama"))
        self.column.addWidget(self._sizes(percent, on_size, focused=resized))
        self.column.addSpacing(6)
        self.column.addWidget(self._who(data, purposes))
        moving = button(theme, "Pindah dari komputer lain", on_move, role="quiet")
        self.column.addWidget(moving, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def take_size(self, percent: int) -> bool:
        self._on_size(percent, self._name.line.text())
        return True

    def _mark(self) -> QLabel:
        palette = self.theme.palette
        mark = SpokenLabel("", Spoken.DECORATION)
        mark.setPixmap(mark_pixmap(_MARK, palette.teal, palette.paper))
        return mark

    def _sizes(self, percent: int, on_size: Callable[[int, str], None], *, focused: bool) -> QWidget:
        row = _Sizes(self.theme, at_least=_SIDE_BY_SIDE, spacing=12)
        row.setAccessibleName("Ukuran huruf")
        group = QButtonGroup(row)
        for size, name in _SIZES.items():
            sample = SizeCard(self.theme, name, size)
            sample.setChecked(size == percent)
            sample.clicked.connect(lambda _=False, chosen=size: on_size(chosen, self._name.line.text()))
            group.addButton(sample)
            row.add(sample, 1)
            if focused and size == percent:
                self.focus_on(sample)
        return row

    def _purpose(self, words: str, holds: bool, on_click: Callable[[bool], None]) -> Tick:
        tick = Tick(self.theme, words, self)
        tick.setChecked(holds)
        tick.clicked.connect(lambda on: on_click(on))
        return tick

    def _who(self, data: PurePath, purposes: Sequence[Purpose]) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, "Siapa nama Anda?"))
        asked, form = flow_column(16)
        self._name.line.returnPressed.connect(self._begin)
        form.addWidget(self._name)
        for purpose in purposes:
            form.addWidget(self._purpose(*purpose), 0, Qt.AlignmentFlag.AlignLeft)
        actions = [
            button(theme, "Mulai", self._begin, role="primary"),
            button(theme, "Coba dulu", lambda: self._on_begin(None)),
        ]
        if self._on_back:
            actions.append(button(theme, "Kembali", self._on_back, role="quiet", icon="arrow-left"))
        form.addWidget(flow_row(*actions))
        form.addStretch(1)
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=28)
        both.add(asked, 1)
        words = (
            f"Nama, jawaban, nilai, dan catatan materi yang sudah dibaca disimpan di komputer ini saja, di folder "
            f"{path_words(data)}. Tidak ada yang dikirim ke mana pun; “Coba dulu” menyimpan hal yang sama tanpa nama."
        )
        both.add(text(theme, words, tone="ink-2"), 1, top=True)
        column.addWidget(both)
        return frame

    def _begin(self) -> None:
        if not self._name.check():
            self._name.take_focus()
        elif name := self._name.line.text():
            self._on_begin(name)
        else:
            self._name.complain(_NAME_NEEDED)
            self._name.take_focus()


class _Sizes(SideBySide):
    """The samples, of which one is chosen."""

    spoken = Spoken.GROUP
