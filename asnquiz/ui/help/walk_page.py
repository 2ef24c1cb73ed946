"""A short walk around the program: a few sentences, one step at a time, left whenever one likes."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.keyboard import BACK, ONWARD, SKIP, KeyGroup
from asnquiz.ui.quiz.keys import add_key
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import card, picture, progress_row
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text

_ICON = 56
# The widest line, in what the font of the words calls its average character.
_LINE = 62


@dataclass(frozen=True)
class _Step:
    icon: str
    title: str
    words: str


_STEPS = (
    _Step(
        icon="house",
        title="Semua ada di kiri",
        words="Materi untuk membaca, Bolehkah saya? untuk bertanya, Kuis untuk berlatih dan ujian. Beranda menyebut "
        "langkah Anda berikutnya.",
    ),
    _Step(
        icon="scale",
        title="Netral bukan acuh",
        words="Anda tetap mempunyai hak pilih. Yang dijaga adalah sikap dan tindakan: melayani semua orang dengan "
        "sama, dan tidak memihak.",
    ),
    _Step(
        icon="save",
        title="Jawaban langsung tersimpan",
        words="Setiap jawaban ditulis ke komputer ini saat Anda menyimpannya. Anda boleh berhenti kapan saja dan "
        "melanjutkan dari tempat yang sama.",
    ),
    _Step(
        icon="folder-open",
        title="Tidak ada yang keluar dari komputer ini",
        words="Program ini tidak memakai internet. Nilai ujian keluar hanya bila Anda sendiri menyimpan berkas nilai "
        "dan menyerahkannya.",
    ),
    _Step(
        icon="circle-help",
        title="Bantuan selalu dekat",
        words="Tekan F1 di halaman mana pun, atau buka Bantuan di kiri bawah. Huruf diperbesar dengan Ctrl + +.",
    ),
)
_END = {Section.HOME: "Mulai belajar", Section.HELP: "Kembali ke Bantuan"}


class WalkPage(Page):
    """Leads back to `back`, which is lit in the rail: Beranda at the first start, otherwise Bantuan.

    Attributes:
        step: which of the steps is on screen, from 0.
    """

    renews = True
    keys = KeyGroup.WALK

    def __init__(self, theme: Theme, back: Section, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Perkenalan singkat", back)
        self._back = back
        self._go = go
        self.step = 0
        self.column.addWidget(text(theme, "Perkenalan singkat", size=Size.CAPTION, tone="ink-3", level=1))
        self._place, self._body = flow_column(16)
        self._place.setMaximumWidth(QFontMetrics(theme.font(Size.READING)).averageCharWidth() * _LINE)
        self.column.addWidget(narrowed(self._place))
        self.column.addStretch(1)
        add_key(self, "Alt+Left", self._step_back)
        self._show(0)

    def stand_as(self, before: Page) -> None:
        if isinstance(before, WalkPage):
            self._show(before.step)
        super().stand_as(before)

    @property
    def last(self) -> bool:
        """Whether no step is left."""
        return self.step + 1 == len(_STEPS)

    def _show(self, step: int) -> None:
        self.step = step
        clear(self._place)
        told = _STEPS[step]
        self._body.addWidget(progress_row(self.theme, step + 1, len(_STEPS), "Langkah"))
        frame, column = card(padding=28, spacing=14)
        column.addWidget(picture(self.theme, told.icon, "teal", _ICON), 0, Qt.AlignmentFlag.AlignLeft)
        title = focus_target(heading(self.theme, told.title, Size.TITLE, level=2), "stem")
        # A screen reader hears the whole step where the focus comes to its title.
        title.setAccessibleName(f"{step + 1} dari {len(_STEPS)}. {told.title}. {told.words}")
        column.addWidget(title)
        column.addWidget(text(self.theme, told.words, size=Size.READING, tone="ink-2"))
        self._body.addWidget(frame)
        self._body.addWidget(self._actions())
        self.scroll_to_top()
        self.focus_on(title)

    def _actions(self) -> QWidget:
        theme = self.theme
        left, right = [], []
        if self.step:
            left.append(button(theme, "Kembali", self._step_back, role="quiet", icon="arrow-left", keys=BACK.press))
        if not self.last:
            right.append(button(theme, "Lewati", self._leave, role="quiet", keys=SKIP.press))
        words = _END[self._back] if self.last else "Lanjut"
        right.append(button(theme, words, self._step_on, role="primary", icon="arrow-right", keys=ONWARD.press))
        return flow_row(*left, right=right)

    def _leave(self) -> None:
        self._go(self._back)

    def _step_on(self) -> None:
        if self.last:
            self._leave()
        else:
            self._show(self.step + 1)

    def _step_back(self) -> None:
        if self.step:
            self._show(self.step - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_words = not isinstance(QApplication.focusWidget(), QPushButton)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if on_words and not event.isAutoRepeat():
                self._step_on()
            case Qt.Key.Key_Escape:
                self._leave()
            case _:
                super().keyPressEvent(event)
