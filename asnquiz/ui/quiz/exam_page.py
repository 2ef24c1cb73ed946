"""The exam screen, laid out as staff know it from the state's computer tests: question, number grid, clock.

The tests around the lessons stand on it too, without the clock.
"""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from asnquiz.domain.answering import Answer
from asnquiz.domain.attempt import AttemptKind
from asnquiz.domain.wording import clock_words, law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.quiz.exam import ExamPresenter
from asnquiz.ui.quiz.keys import add_answer_keys, add_key
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.frames import card, line, picture
from asnquiz.ui.widgets.number_grid import NumberGrid
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, text

_SIDE_BY_SIDE = 820
_TICK_MS = 1_000


class ExamPage(Page):
    """Question at the left, grid at the right, clock above; no rail, so that nothing leads away by accident."""

    def __init__(self, theme: Theme, presenter: ExamPresenter, person: str) -> None:
        super().__init__(theme, presenter.sitting.attempt.title, None)
        self.presenter = presenter
        presenter.view = self
        exam = presenter.sitting.attempt.kind is AttemptKind.EXAM
        self._noun = "ujian" if exam else "tes"
        self._saved = text(theme, "", size=Size.CAPTION, tone="ink-3", wrap=False)
        self._clock = text(theme, "", size=Size.LEAD, weight=QFont.Weight.Bold, wrap=False)
        self._counts = text(theme, "", size=Size.CAPTION, tone="ink-3")
        self._grid = NumberGrid(theme, presenter.total, presenter.jump)
        self._number = text(theme, "", size=Size.CAPTION, tone="ink-3")
        self._asked = Flow()
        self._asked_row = QVBoxLayout(self._asked)
        self._asked_row.setContentsMargins(0, 0, 0, 0)
        self._place = Flow()
        body = QVBoxLayout(self._place)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        body.addWidget(self._number)
        body.addWidget(self._asked)
        body.addLayout(self._actions())
        body.addStretch(1)
        self.header.setContentsMargins(40, 22, 40, 0)
        self.header.setSpacing(14)
        self.header.addLayout(self._top(person))
        self.header.addWidget(line())
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=44)
        split.add(self._place, 1)
        split.add(self._side(), top=True)
        self.column.addWidget(split)
        self.stamp(law_stamp(presenter.sitting.pack.law_as_of))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(presenter.tick)
        if presenter.timed:
            self._timer.start()
        self.show_question()
        self._add_keys()
        presenter.tick()

    def _top(self, person: str) -> QHBoxLayout:
        attempt = self.presenter.sitting.attempt
        row = QHBoxLayout()
        row.setSpacing(10)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(text(self.theme, attempt.title, weight=QFont.Weight.Bold, level=1))
        limits = "tanpa batas waktu" if attempt.pass_mark is None else f"batas lulus {attempt.pass_mark}"
        detail = f"{self.presenter.total} soal · {limits} · {person}"
        names.addWidget(text(self.theme, detail, size=Size.CAPTION, tone="ink-3"))
        row.addLayout(names, 1)
        row.addWidget(picture(self.theme, "save", "ink-3", 16))
        row.addWidget(self._saved)
        if self.presenter.timed:
            row.addSpacing(16)
            row.addWidget(picture(self.theme, "clock", "ink", 22))
            row.addWidget(self._clock)
        return row

    def _side(self) -> QWidget:
        frame, column = card(spacing=14)
        column.addWidget(self._grid)
        column.addWidget(self._counts)
        column.addWidget(button(self.theme, f"Selesai {self._noun} …", self._ask_finish))
        column.addWidget(button(self.theme, "Jeda, lanjutkan nanti", self.presenter.pause, role="quiet", icon="pause"))
        return frame

    def _add_keys(self) -> None:
        presenter = self.presenter
        add_answer_keys(self, lambda: self.question.rows, presenter.save_and_advance)
        add_key(self, "Alt+Left", self._back)
        add_key(self, "Alt+Right", presenter.save_and_advance)
        add_key(self, "F", lambda: self._flag.click())

    def show_question(self) -> None:
        presenter = self.presenter
        clear(self._asked)
        self._number.setText(f"Soal {presenter.index + 1} dari {presenter.total}")
        self.question = Question(self.theme, presenter.sitting, presenter.index, presenter.shown)
        self.question.rows.changed.connect(lambda: self._saved.setText("Belum disimpan"))
        self._asked_row.addWidget(self.question)
        self._back_button.setEnabled(presenter.index > 0)
        self._flag.setChecked(presenter.flagged)
        self._refresh()
        self.scroll_to_top()
        self.focus_on(self.question.stem)

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        keys = "Alt + panah kiri"
        self._back_button = button(self.theme, "Sebelumnya", self._back, role="quiet", icon="arrow-left", keys=keys)
        self._flag = button(self.theme, "Ragu-ragu", self._press_flag, icon="flag", keys="F")
        self._flag.setCheckable(True)
        row.addWidget(self._back_button)
        row.addStretch(1)
        row.addWidget(self._flag)
        row.addStretch(1)
        onward = button(
            self.theme,
            "Simpan dan lanjutkan",
            self.presenter.save_and_advance,
            role="primary",
            icon="arrow-right",
            keys="Enter",
        )
        row.addWidget(onward)
        return row

    def _refresh(self) -> None:
        self._grid.show_cells(self.presenter.cells)
        self._counts.setText(self.presenter.counts)

    def _back(self) -> None:
        if self.presenter.index:
            self.presenter.jump(self.presenter.index - 1)

    def _press_flag(self) -> None:
        self.presenter.flag(on=self._flag.isChecked())
        self._refresh()

    def _ask_finish(self) -> None:
        words = f"{self.presenter.counts}. Setelah selesai, jawaban tidak dapat diubah lagi."
        answers = [(f"Selesai {self._noun}", self.presenter.finish), ("Kembali ke soal", None)]
        ask(self, f"Selesai {self._noun}?", words, answers, default=1)

    def picked(self) -> Answer:
        return self.question.rows.picked()

    def show_clock(self, remaining_ms: int) -> None:
        words = clock_words(remaining_ms)
        self._clock.setText(words)
        self._clock.setAccessibleName(f"Sisa waktu {words}")

    def show_saving(self, words: str) -> None:
        self._saved.setText(words)
        self._refresh()

    def say(self, words: str) -> None:
        announce(self, words)

    def show_over(self) -> None:
        self._timer.stop()
        self._place.setEnabled(False)
        self._saved.setText("Waktu habis")
        announce(self, "Waktu habis. Ujian selesai dengan jawaban yang sudah tersimpan.", urgent=True)

    def keep(self) -> None:
        self.presenter.keep()

    def set_aside(self) -> None:
        self._timer.stop()
        self.presenter.hold()

    def come_back(self) -> None:
        self.presenter.go_on()
        if self.presenter.timed and not self.presenter.over:
            self._timer.start()
            self.presenter.tick()

    def leave(self) -> None:
        self._timer.stop()
        self.presenter.over = True
        self.presenter.view = None
