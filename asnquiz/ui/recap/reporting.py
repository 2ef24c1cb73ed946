"""The report on what is asked, made behind the pages that show it, and kept while nothing else comes in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from asnquiz.domain.collection import Question
from asnquiz.domain.office_report import Gain, OfficeReport
from asnquiz.ui.messages import sentence
from asnquiz.usecases.ports import Background
from asnquiz.usecases.see_recap import Recap


class ReportView(Protocol):
    """A page that shows the report."""

    def show_report(self) -> None: ...


@dataclass
class Reporting:
    """One report is made at a time: what is asked meanwhile comes next, and of that only what was asked last.

    Attributes:
        make: the report on a question; takes seconds where there are many answers.
        compare: what people learnt between the tasks of two questions.
        view: the page on screen, if it shows this.
        trouble: why the report that is wanted could not be made; empty otherwise.
    """

    make: Callable[[Question], OfficeReport]
    compare: Callable[[Question, Question], Gain | None]
    background: Background
    view: ReportView | None = None
    trouble: str = ""
    _kept: dict[Question, tuple[Recap, OfficeReport]] = field(default_factory=dict)
    _wanted: Recap | None = None
    _making: bool = False

    def report_on(self, recap: Recap) -> OfficeReport | None:
        """The report on what a recap answers; None where there is none of the results as they are now."""
        made_for, report = self._kept.get(recap.question, (None, None))
        return report if made_for == recap else None

    def want(self, recap: Recap, view: ReportView) -> None:
        """Has the report made, unless it is there, and tells the view once it is, or cannot be."""
        self.view, self._wanted, self.trouble = view, recap, ""
        self._make_next()

    def leave(self, view: ReportView) -> None:
        """A page goes: what it waited for is not begun any more."""
        if self.view is view:
            self.view = self._wanted = None

    def _make_next(self) -> None:
        recap = self._wanted
        if recap is not None and not self._making and self.report_on(recap) is None:
            self._making = True
            work = partial(self.make, recap.question)
            self.background.run(work, partial(self._made, recap), partial(self._failed, recap), long=True)

    def _made(self, recap: Recap, report: OfficeReport) -> None:
        self._making = False
        self._kept[recap.question] = recap, report
        if recap != self._wanted:
            self._make_next()
        elif self.view:
            self.view.show_report()

    def _failed(self, recap: Recap, error: Exception) -> None:
        self._making = False
        if recap != self._wanted:
            self._make_next()
        elif self.view:
            self.trouble = sentence(error)
            self.view.show_report()
