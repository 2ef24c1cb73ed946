"""One task that was taken on: how far somebody is, what to do next, and every attempt at it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.attempt import AttemptState, AttemptSummary
from asnquiz.domain.wording import ATTEMPT_STATE, date_words, score_words, time_words
from asnquiz.ui.destinations import (
    BeginTask,
    Destination,
    HandIn,
    PrintMinutes,
    ResumeQuiz,
    Section,
    ShowResult,
)
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import ask
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.facts import add_facts
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card, line, pass_chip, titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.see_tasks import TaskStanding, TaskState
from asnquiz.usecases.take_task import NO_PAUSES, exam_fields, office_fields

_WIDTH = 760
_ROW_SIDE_BY_SIDE = 620


class TaskPage(Page):
    """The page of a task."""

    renews = True
    topic = "Mengerjakan tugas dari kantor"

    def __init__(self, theme: Theme, standing: TaskStanding, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Tugas", Section.QUIZ)
        self._standing = standing
        self._go = go
        task = standing.task
        self.way_back("Kembali ke Kuis", partial(go, Section.QUIZ))
        self.title(task.title)
        words = f"Tugas dari {task.office}, diterima paling lambat {date_words(task.deadline)}"
        self.column.addWidget(text(theme, words, tone="ink-2"))
        body = self.narrow(_WIDTH)
        body.addWidget(self._next())
        if standing.attempts:
            body.addWidget(self._attempts())
        frame, column = titled_card(theme, "Yang diminta")
        add_facts(theme, column, exam_fields(task))
        column.addWidget(line())
        add_facts(theme, column, office_fields(task, standing.taken.signed.signer))
        body.addWidget(frame)
        self.column.addStretch(1)

    def _next(self) -> QFrame:
        theme, standing = self.theme, self._standing
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, f"{standing.words}."))
        if not standing.task.pauses and standing.state in (TaskState.NOT_DONE, TaskState.BEGUN):
            column.addWidget(text(theme, NO_PAUSES, tone="conditional"))
        column.addWidget(flow_row(*self._actions()))
        return frame

    def _actions(self) -> Iterator[Button]:
        theme, standing, task = self.theme, self._standing, self._standing.task
        hand_in = partial(self._go, HandIn(task.id))
        match standing.state:
            case TaskState.NOT_DONE:
                yield button(theme, "Mulai ujian", self._begin, role="primary", icon="play")
            case TaskState.BEGUN:
                if attempt := standing.open_attempt:
                    resume = partial(self._go, ResumeQuiz(attempt.id))
                    yield button(theme, "Lanjutkan ujian", resume, role="primary", icon="play")
                if standing.finished:
                    yield button(theme, "Simpan bukti nilai", hand_in, icon="save")
            case TaskState.DONE:
                yield button(theme, "Simpan bukti nilai", hand_in, role="primary", icon="save")
                yield button(theme, "Kerjakan lagi", self._begin)
            case TaskState.HANDED_IN:
                yield button(theme, "Simpan bukti nilai lagi", hand_in, icon="save")
                yield button(theme, "Kerjakan lagi", self._begin)

    def _begin(self) -> None:
        """Where time cannot be stopped, nobody begins by a slip of the hand; a supervised exam has its form before."""
        task = self._standing.task
        begin = partial(self._go, BeginTask(task.id))
        if task.pauses or task.supervised:
            begin()
        else:
            ask(self, "Mulai ujian sekarang?", NO_PAUSES, [("Mulai ujian", begin), ("Nanti", None)], default=1)

    def _attempts(self) -> QFrame:
        frame, column = titled_card(self.theme, "Pengerjaan")
        for number, attempt in enumerate(self._standing.attempts, start=1):
            if number > 1:
                column.addWidget(line())
            column.addWidget(self._attempt(number, attempt))
        return frame

    def _attempt(self, number: int, attempt: AttemptSummary) -> QWidget:
        theme = self.theme
        row = SideBySide(theme, at_least=_ROW_SIDE_BY_SIDE, spacing=12)
        when = time_words(attempt.started.local)
        words = f"{number}. {when} · {ATTEMPT_STATE[attempt.state]} · {attempt.answered} dari {attempt.total} dijawab"
        row.add(text(theme, words), 1)
        outcome: list[QWidget] = []
        if attempt.score and attempt.pass_mark is not None:
            outcome.append(pass_chip(theme, passed=attempt.score.passes(attempt.pass_mark)))
            score = f"Nilai {score_words(attempt.score)}"
            outcome.append(text(theme, score, weight=QFont.Weight.DemiBold, wrap=False))
        if attempt.state is not AttemptState.ACTIVE and attempt.score:
            if self._standing.task.supervised:
                outcome.append(self._way("Berita acara", PrintMinutes(attempt.id), f"pengerjaan {number}, {when}"))
            outcome.append(self._way("Lihat hasil", ShowResult(attempt.id), f"pengerjaan {number}, {when}"))
        row.add(flow_row(*outcome))
        return row

    def _way(self, words: str, to: Destination, which: str) -> Button:
        made = button(self.theme, words, partial(self._go, to), role="quiet")
        made.setAccessibleName(f"{words} {which}")
        return made
