"""The exam screen, laid out as staff know it from the state's computer tests: question, number grid, clock.

The tests around the lessons stand on it too, without the clock.
"""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from asnquiz.domain.answering import Answer, is_whole
from asnquiz.domain.attempt import SURE, UNSURE, AttemptKind
from asnquiz.domain.wording import clock_words, law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui import keyboard
from asnquiz.ui.keyboard import DOUBTFUL, SAVE, SAVE_BACK, KeyGroup
from asnquiz.ui.quiz.exam import ExamPresenter
from asnquiz.ui.quiz.keys import add_answer_keys, add_key
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row
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

    renews = True
    keys = KeyGroup.EXAM

    def __init__(self, theme: Theme, presenter: ExamPresenter, person: str) -> None:
        super().__init__(theme, presenter.sitting.attempt.title, None)
        self.presenter = presenter
        presenter.view = self
        if presenter.asks_certainty:
            self.keys = KeyGroup.EXAM_CERTAINTY
        exam = presenter.sitting.attempt.kind is AttemptKind.EXAM
        self._noun = "ujian" if exam else "tes"
        self.topic = "Ujian" if exam else "Tes awal dan tes akhir"
        self._saved = text(theme, "", size=Size.CAPTION, tone="ink-3", wrap=False)
        self._clock = text(theme, "", size=Size.LEAD, weight=QFont.Weight.Bold, wrap=False)
        self._counts = text(theme, "", size=Size.CAPTION, tone="ink-3")
        self._taken_off = text(theme, "", size=Size.CAPTION, tone="conditional")
        self._grid = NumberGrid(theme, presenter.total, presenter.jump)
        self._number = text(theme, "", size=Size.CAPTION, tone="ink-3")
        self._asked, self._asked_row = flow_column(0)
        self._place, body = flow_column(14)
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
        if self.presenter.pauses:
            pause = button(self.theme, "Jeda, lanjutkan nanti", self.presenter.pause, role="quiet", icon="pause")
            column.addWidget(pause)
        else:
            words = "Tanpa jeda: waktu terus berjalan, juga bila program ditutup."
            column.addWidget(text(self.theme, words, size=Size.CAPTION, tone="ink-2"))
            column.addWidget(self._taken_off)
        return frame

    def _add_keys(self) -> None:
        presenter = self.presenter
        add_answer_keys(self, lambda: self.question.rows, self._onward)
        add_key(self, "Alt+Left", self._back)
        add_key(self, "Alt+Right", self._onward)
        add_key(self, "F", lambda: self._flag.click())
        if presenter.asks_certainty:
            add_key(self, "Y", lambda: self._sure.click())
            add_key(self, "R", lambda: self._unsure.click())

    def stand_as(self, before: Page) -> None:
        if isinstance(before, ExamPage):
            before._timer.stop()
            self._ask(before.picked())
            self._saved.setText(before._saved.text())
        super().stand_as(before)

    def show_question(self) -> None:
        self._ask(self.presenter.shown)

    def _ask(self, shown: Answer) -> None:
        presenter = self.presenter
        clear(self._asked)
        self._number.setText(f"Soal {presenter.index + 1} dari {presenter.total}")
        self.question = Question(self.theme, presenter.sitting, presenter.index, shown)
        self.question.rows.changed.connect(self._note_change)
        self._asked_row.addWidget(self.question)
        self._back_button.setEnabled(presenter.index > 0)
        self._flag.setChecked(presenter.flagged)
        self._refresh()
        self.scroll_to_top()
        self.focus_on(self.question.stem)

    def _actions(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        sure = self.presenter.asks_certainty
        self._back_button = button(
            self.theme, "Sebelumnya", self._back, role="quiet", icon="arrow-left", keys=SAVE_BACK.press
        )
        # Beside "Simpan, ragu" the usual word would say the same of something else.
        flag = "Tandai soal" if sure else "Ragu-ragu"
        self._flag = button(self.theme, flag, self._press_flag, icon="flag", keys=DOUBTFUL.press)
        self._flag.setCheckable(True)
        row.addWidget(self._back_button)
        row.addStretch(1)
        row.addWidget(self._flag)
        row.addStretch(1)
        self._skip = button(
            self.theme,
            "Lewati" if sure else "Simpan dan lanjutkan",
            self._onward,
            role="quiet" if sure else "primary",
            icon="arrow-right",
            keys=SAVE.press,
        )
        row.addWidget(self._skip)
        rows = QVBoxLayout()
        rows.setSpacing(12)
        if sure:
            rows.addWidget(self._certainties())
        rows.addLayout(row)
        return rows

    def _certainties(self) -> QWidget:
        """Two of one kind, as in practice: being sure is as much an answer as being unsure."""
        self._sure = button(self.theme, "Simpan, yakin", partial(self._save, SURE), keys=keyboard.SURE.press)
        self._unsure = button(self.theme, "Simpan, ragu", partial(self._save, UNSURE), keys=keyboard.UNSURE.press)
        row = flow_row(self._sure, self._unsure)
        row.setContentsMargins(0, 8, 0, 0)
        return row

    def _save(self, certainty: str) -> None:
        self.presenter.save_and_advance(certainty)

    def _onward(self) -> None:
        """On to the next question; an answer that lacks its certainty is asked for it first."""
        picked = self.picked()
        if self.presenter.asks_certainty and is_whole(picked) and not self.presenter.is_kept(picked):
            words = "Pilih dahulu: yakin atau ragu"
            self._saved.setText(words)
            announce(self, words)
            return
        self.presenter.save_and_advance()

    def _note_change(self) -> None:
        self._saved.setText("Belum disimpan")
        self._allow_certainty()

    def _allow_certainty(self) -> None:
        if self.presenter.asks_certainty:
            picked = self.picked()
            for one in (self._sure, self._unsure):
                one.setEnabled(is_whole(picked))
            self._skip.setEnabled(not is_whole(picked) or self.presenter.is_kept(picked))

    def _refresh(self) -> None:
        self._grid.show_cells(self.presenter.cells)
        self._counts.setText(self.presenter.counts)
        self._taken_off.setText(self.presenter.taken_off)
        self._taken_off.setVisible(bool(self.presenter.taken_off) and not self.presenter.pauses)
        self._allow_certainty()

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
        self.clock_words = f"Sisa waktu {words}"
        self._clock.setAccessibleName(self.clock_words)
        self.clock_moved.emit(self.clock_words)
        if self._taken_off.text() != self.presenter.taken_off:
            self._refresh()
            self.say(self.presenter.taken_off)

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
