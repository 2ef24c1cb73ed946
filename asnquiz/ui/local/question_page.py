"""One of the office's questions without a score: to be answered, and then explained. Nothing is scored or kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer

from asnquiz.domain.answering import Answer, is_whole
from asnquiz.domain.local_wording import hands_words
from asnquiz.domain.wording import law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section, ShowLocal
from asnquiz.ui.packs.page import TOPIC
from asnquiz.ui.quiz.question import Question
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.strange import strange_words
from asnquiz.ui.widgets.texts import clear, text
from asnquiz.usecases.take_quiz import Sitting

_ABOUT = "Setempat › soal tanpa nilai. Jawaban Anda tidak dinilai dan tidak disimpan."


class LocalQuestionPage(Page):
    """`sitting` is of one question alone."""

    renews = True
    topic = TOPIC

    def __init__(self, theme: Theme, sitting: Sitting, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Soal setempat tanpa nilai", Section.HOME)
        self._sitting = sitting
        self._go = go
        self._explained = False
        self.column.addWidget(text(theme, _ABOUT, size=Size.CAPTION, tone="ink-2", level=1))
        self._place, column = flow_column(14)
        self._column = column
        self.column.addWidget(self._place)
        if mark := sitting.pack.mark(sitting.item(0).id):
            said = strange_words(hands_words(mark))
            self.column.addWidget(text(theme, said, size=Size.CAPTION, tone="ink-2"))
        self.stamp(law_stamp(sitting.pack.law_as_of))
        self._ask(())

    def stand_as(self, before: Page) -> None:
        if isinstance(before, LocalQuestionPage):
            self._ask(before.question.rows.picked() if not before._explained else ())
            if before._explained:
                self._explain(before._given)
        super().stand_as(before)

    def _ask(self, answer: Answer) -> None:
        clear(self._place)
        back = button(
            self.theme, "Kembali ke Setempat", partial(self._go, ShowLocal()), role="quiet", icon="arrow-left"
        )
        self._look = button(self.theme, "Lihat pembahasan", self._press, role="primary")
        self._again = button(self.theme, "Coba lagi", self._start_over, icon="rotate-ccw")
        self._again.hide()
        actions = flow_row(back, right=(self._look, self._again))
        actions.setContentsMargins(0, 6, 0, 0)
        self._explained = False
        self.question = Question(self.theme, self._sitting, 0, answer, actions)
        self.question.rows.changed.connect(self._update)
        self._column.addWidget(self.question)
        self._update()
        self.focus_on(self.question.stem)

    def _update(self) -> None:
        self._look.setEnabled(is_whole(self.question.rows.picked()))

    def _start_over(self) -> None:
        self._ask(())
        self.scroll_to_top()

    def _press(self) -> None:
        given = self.question.rows.picked()
        self._explain(given)
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)
        words = f"{self.question.verdict(given)} {self.question.item.explanation}"
        # After the focus, which a screen reader would otherwise speak over it.
        QTimer.singleShot(0, self, lambda: announce(self, words))

    def _explain(self, given: Answer) -> None:
        self._given = given
        self._explained = True
        self.question.show_outcome(given, None)
        self._look.hide()
        self._again.show()
