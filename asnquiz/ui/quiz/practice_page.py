"""The practice screen."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel

from asnquiz.domain.answering import Answer, is_whole
from asnquiz.domain.attempt import SURE, UNSURE
from asnquiz.domain.wording import law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui import keyboard
from asnquiz.ui.destinations import Section
from asnquiz.ui.quiz.keys import add_answer_keys, add_key
from asnquiz.ui.quiz.practice import PracticePresenter
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import picture, progress_row
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, text


class PracticePage(Page):
    """One question at a time, with its explanation beside it once it is answered."""

    renews = True
    keys = keyboard.KeyGroup.PRACTICE

    def __init__(self, theme: Theme, presenter: PracticePresenter) -> None:
        super().__init__(theme, presenter.sitting.attempt.title, Section.QUIZ)
        self.presenter = presenter
        presenter.view = self
        self._saved: QLabel = text(theme, "Tersimpan otomatis", size=Size.CAPTION, tone="ink-3", wrap=False)
        self.column.addLayout(self._header())
        self._place, self._body = flow_column(14)
        self.column.addWidget(self._place)
        self.stamp(law_stamp(presenter.sitting.pack.law_as_of))
        self.show_question()
        add_answer_keys(self, lambda: self.question.rows, self._press_onward)
        # Keys press the buttons that stand there now, and only where they can be pressed.
        add_key(self, "Y", lambda: self._press(self._sure))
        add_key(self, "R", lambda: self._press(self._unsure))
        add_key(self, "F", lambda: self._flag.click())

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(
            text(self.theme, self.presenter.sitting.attempt.title, size=Size.CAPTION, tone="ink-3", level=1), 1
        )
        row.addWidget(picture(self.theme, "save", "ink-3", 16))
        row.addWidget(self._saved)
        return row

    def stand_as(self, before: Page) -> None:
        if isinstance(before, PracticePage):
            if not self.presenter.checked:
                self._ask(before.question.rows.picked())
            self._saved.setText(before._saved.text())
        super().stand_as(before)

    def show_question(self) -> None:
        self._ask(self.presenter.given)

    def _ask(self, shown: Answer) -> None:
        presenter = self.presenter
        clear(self._place)
        self._body.addWidget(progress_row(self.theme, presenter.index + 1, presenter.total, "Soal"))
        # Two of one kind: being sure is as much an answer as being unsure, and Enter means neither.
        self._sure = button(self.theme, "Simpan, yakin", lambda: self._check(SURE), keys=keyboard.SURE.press)
        self._unsure = button(self.theme, "Simpan, ragu", lambda: self._check(UNSURE), keys=keyboard.UNSURE.press)
        self._onward = button(
            self.theme,
            "Soal berikutnya",
            self._press_onward,
            role="primary",
            icon="arrow-right",
            keys=keyboard.EXPLAINED.press,
        )
        self._flag = button(
            self.theme, "Tandai soal", self._press_flag, role="quiet", icon="flag", keys=keyboard.FLAG.press
        )
        self._flag.setCheckable(True)
        self._flag.setChecked(presenter.flagged)
        actions = flow_row(self._flag, right=(self._sure, self._unsure, self._onward))
        actions.setContentsMargins(0, 6, 0, 0)
        self.question = Question(self.theme, presenter.sitting, presenter.index, shown, actions)
        self._body.addWidget(self.question)
        self.question.rows.changed.connect(self._update_actions)
        if presenter.checked:
            self._explain()
        self._update_actions()
        self.scroll_to_top()
        self.focus_on(self.question.stem)

    def _explain(self) -> None:
        self.question.show_outcome(self.presenter.given, self.presenter.certainty)

    def _update_actions(self) -> None:
        presenter = self.presenter
        words = "Lihat hasil" if presenter.last else "Soal berikutnya"
        self._onward.setText(f"{words} ")
        self._onward.setAccessibleName(words)
        self._onward.setVisible(presenter.checked)
        for one in (self._sure, self._unsure):
            one.setVisible(not presenter.checked)
            one.setEnabled(is_whole(self.question.rows.picked()))
        self._flag.setEnabled(presenter.checked)
        words = "Soal ditandai" if self._flag.isChecked() else "Tandai soal"
        self._flag.setText(f" {words}")
        self._flag.setAccessibleName(words)

    def _press(self, one: Button) -> None:
        if one.isVisible():
            one.click()

    def _check(self, certainty: str) -> None:
        self.presenter.check(self.question.rows.picked(), certainty)

    def _press_onward(self) -> None:
        if self.presenter.checked:
            self.presenter.advance()

    def _press_flag(self) -> None:
        self.presenter.flag(on=self._flag.isChecked())
        self._update_actions()

    def show_outcome(self) -> None:
        self._explain()
        self._update_actions()
        self.focus_on(self._onward)
        words = f"{self.question.verdict(self.presenter.given)} {self.question.item.explanation}"
        # After the focus, which a screen reader would otherwise speak over it.
        QTimer.singleShot(0, self, lambda: announce(self, words))

    def show_saving(self, words: str) -> None:
        self._saved.setText(words)

    def leave(self) -> None:
        self.presenter.view = None
