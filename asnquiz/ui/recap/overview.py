"""The overview's question: asked anew for each choice in its bar, and answered in place."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from asnquiz.domain.collection import Question
from asnquiz.domain.task import Counting, Task
from asnquiz.ui.messages import sentence
from asnquiz.ui.recap.desk import RecapDesk
from asnquiz.usecases.ports import Background
from asnquiz.usecases.see_collection import question_on
from asnquiz.usecases.see_recap import Recap


class OverviewView(Protocol):
    """What the presenter asks of its page."""

    def show_recap(self, shown: Recap) -> None: ...


class OverviewPresenter:
    """Shows another answer only where it was not overtaken by another question.

    Attributes:
        shown: what is on screen.
        desk: where the question stays while other pages are open.
    """

    def __init__(
        self,
        shown: Recap,
        desk: RecapDesk,
        *,
        read: Callable[[Question], Recap | None],
        background: Background,
        report: Callable[[str, str], None],
    ) -> None:
        self.shown = shown
        self.desk = desk
        self.view: OverviewView | None = None
        self._read = read
        self._background = background
        self._report = report
        desk.question = shown.question

    def ask_of(self, task: Task | None) -> None:
        """Another task, with supervision and counting as it says itself."""
        self._ask(question_on(task))

    def ask_supervised(self, *, supervised: bool) -> None:
        """Results with or without supervision."""
        self._ask(replace(self._asked, supervised=supervised))

    def ask_counting(self, counting: Counting) -> None:
        """Which attempt of a person counts."""
        self._ask(replace(self._asked, counting=counting))

    @property
    def _asked(self) -> Question:
        return self.desk.question or self.shown.question

    def _ask(self, question: Question) -> None:
        if question != self._asked:
            self.desk.question = question
            self._background.run(partial(self._read, question), self._answered, self._failed)

    def renew(self) -> None:
        """Asks the same again, since more has come in."""
        self._background.run(partial(self._read, self._asked), self._answered, self._failed)

    def _answered(self, shown: Recap | None) -> None:
        if shown is not None and shown.question == self._asked:
            self.shown = shown
            if self.view:
                self.view.show_recap(shown)

    def _failed(self, error: Exception) -> None:
        self._report("Rekap belum dapat ditampilkan", sentence(error))
