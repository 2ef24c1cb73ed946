"""The analysis of what is asked: the report on it, what people learnt since another task, and what is unfolded."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from asnquiz.domain.office_report import Gain, ItemReport, OfficeReport, Share, UnitCertainty
from asnquiz.domain.recap_wording import FEWEST
from asnquiz.domain.task import Task
from asnquiz.ui.messages import sentence
from asnquiz.ui.recap.desk import RecapDesk
from asnquiz.usecases.ports import Background
from asnquiz.usecases.see_collection import question_on
from asnquiz.usecases.see_recap import Recap


class AnalysisView(Protocol):
    """What the presenter asks of its page."""

    def show_report(self) -> None: ...

    def show_gain(self) -> None: ...


class AnalysisPresenter:
    """Outlives its page, where that is made anew in another text size.

    Attributes:
        recap: what is asked, and of which tasks it could be.
        before: the task of the first test that the results are compared with; None without one.
        gain: what came of that; None until it is known.
        unfolded: the questions whose answers are shown.
    """

    def __init__(
        self, recap: Recap, desk: RecapDesk, *, background: Background, report: Callable[[str, str], None]
    ) -> None:
        self.recap = recap
        self.before: Task | None = None
        self.gain: Gain | None = None
        self.unfolded: set[tuple[str, int]] = set()
        self._desk = desk
        self._background = background
        self._report = report
        self._view: AnalysisView | None = None

    @property
    def report(self) -> OfficeReport | None:
        """The report; None while it is made."""
        return self._desk.reporting.report_on(self.recap)

    @property
    def trouble(self) -> str:
        """Why it could not be made; empty otherwise."""
        return self._desk.reporting.trouble

    @property
    def others(self) -> Sequence[Task]:
        """The tasks that results can be compared with: none for exams that people picked themselves."""
        asked = self.recap.task
        return [task for task in self.recap.tasks if asked is not None and task.id != asked.id]

    def show_on(self, view: AnalysisView) -> None:
        """Tells a page what comes from now on."""
        self._view = view
        self._desk.reporting.want(self.recap, view)

    def leave(self, view: AnalysisView) -> None:
        """The page goes."""
        if self._view is view:
            self._view = None
        self._desk.reporting.leave(view)

    def ask_of(self, task: Task | None) -> None:
        """Asks about another task, as it says itself, from now on."""
        self._desk.question = question_on(task)

    def compare_with(self, task: Task | None) -> None:
        """Compares with a first test, or with none any more."""
        if task == self.before:
            return
        self.before, self.gain = task, None
        if task is not None:
            work = partial(self._desk.reporting.compare, question_on(task), self.recap.question)
            self._background.run(work, partial(self._compared, task), self._failed)
        self._show_gain()

    def turn(self, item: ItemReport) -> None:
        """Shows the answers to a question, or hides them again."""
        self.unfolded ^= {(item.item, item.revision)}

    def _compared(self, task: Task, gain: Gain | None) -> None:
        if task == self.before:
            self.gain = gain
            self._show_gain()

    def _failed(self, error: Exception) -> None:
        self._report("Belum dapat dibandingkan", sentence(error))

    def _show_gain(self) -> None:
        if self._view:
            self._view.show_gain()


def title_of(item: ItemReport, report: OfficeReport) -> str:
    """What a question is about, in the words of its first rule; its id where that is not known."""
    acts = {rule.rule: rule.act for rule in report.rules}
    return acts[item.rules[0]] if item.rules else item.item


def certain_places(report: OfficeReport) -> list[UnitCertainty]:
    """The agencies with enough people, each before its units."""
    enough = (one for one in report.certainty if one.people >= FEWEST)
    return sorted(enough, key=lambda one: (one.agency, one.unit))


def certain_rules(report: OfficeReport, place: UnitCertainty | None) -> list[tuple[str, Share]]:
    """The acts that enough people of a place, or of all, were sure about, with the wrong ones; most of them first."""
    if place is None:
        return [(one.act, one.sure) for one in report.surely_wrong]
    acts = {rule.rule: rule.act for rule in report.rules}
    told = [(acts[rule], share) for rule, share in place.by_rule.items() if share.enough and share.part]
    return sorted(told, key=lambda one: (-one[1].part / one[1].whole, one[0]))
