"""The exam's clock in the window: it runs out, it pauses, and what was saved counts."""

import datetime as dt
from dataclasses import replace

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptState, PauseCause
from asnquiz.domain.moment import Moment
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.usecases.ports import Clock
from tests.ui.conftest import Opened, OpenWindow

SECOND = 1_000


class MovableClock:
    """The computer's clocks, moved ahead by hand."""

    def __init__(self, real: Clock) -> None:
        self.real = real
        self.monotonic = 0
        self.wall = 0

    def now(self) -> Moment:
        moment = self.real.now()
        return replace(moment, utc=moment.utc + dt.timedelta(milliseconds=self.wall))

    def monotonic_ms(self) -> int:
        return self.real.monotonic_ms() + self.monotonic

    def pass_time(self, page: ExamPage, milliseconds: int) -> None:
        """Lets time pass at the rate at which the window ticks."""
        for _ in range(milliseconds // (10 * SECOND)):
            self.monotonic += 10 * SECOND
            self.wall += 10 * SECOND
            page.presenter.tick()


def open_exam(open_window: OpenWindow) -> tuple[Opened, ExamPage, MovableClock]:
    clocks: list[MovableClock] = []

    def movable(real: Clock) -> Clock:
        clocks.append(MovableClock(real))
        return clocks[-1]

    opened = open_window(clock=movable)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    return opened, page, clocks[0]


def test_when_time_is_over_the_exam_ends_with_what_was_saved(open_window: OpenWindow) -> None:
    opened, page, clock = open_exam(open_window)
    attempt = page.presenter.sitting.attempt.id
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan dan lanjutkan")
    clock.pass_time(page, page.presenter.remaining_ms + 20 * SECOND)
    opened.walker.settle()
    assert isinstance(opened.window.page, ResultPage)
    kept = opened.learning.store.attempt(attempt)
    assert kept.state is AttemptState.EXPIRED
    assert kept.remaining_ms == 0
    (summary,) = opened.learning.store.summaries(opened.profile.id)
    assert summary.score is not None
    assert (summary.score.right, summary.score.total) == (1, page.presenter.total)


def test_sleep_costs_no_exam_time_and_is_kept_as_a_pause(open_window: OpenWindow) -> None:
    opened, page, clock = open_exam(open_window)
    before = page.presenter.remaining_ms
    clock.wall += 2 * 60 * 60 * SECOND
    page.presenter.tick()
    opened.walker.settle()
    assert before - page.presenter.remaining_ms < 5 * SECOND
    (pause,) = opened.learning.store.attempt(page.presenter.sitting.attempt.id).pauses
    assert pause.cause is PauseCause.SLEPT
    assert abs(pause.wall_ms - 2 * 60 * 60 * SECOND) < 5 * SECOND


def test_the_clock_is_kept_every_few_seconds_without_any_answer(open_window: OpenWindow) -> None:
    opened, page, clock = open_exam(open_window)
    before = page.presenter.remaining_ms
    clock.pass_time(page, 60 * SECOND)
    opened.walker.settle()
    kept = opened.learning.store.attempt(page.presenter.sitting.attempt.id).remaining_ms
    assert kept is not None
    assert abs(kept - (before - 60 * SECOND)) < 10 * SECOND


def test_a_paused_exam_goes_on_with_the_time_it_had(open_window: OpenWindow) -> None:
    opened, page, clock = open_exam(open_window)
    before = page.presenter.remaining_ms
    clock.pass_time(page, 120 * SECOND)
    opened.walker.press("Jeda, lanjutkan nanti")
    clock.wall += 60 * 60 * SECOND
    clock.monotonic += 60 * 60 * SECOND
    opened.walker.press("Lanjutkan Simulasi ujian")
    resumed = opened.window.page
    assert isinstance(resumed, ExamPage)
    assert abs(resumed.presenter.remaining_ms - (before - 120 * SECOND)) < 10 * SECOND
    causes = [pause.cause for pause in resumed.presenter.sitting.attempt.pauses]
    assert causes == [PauseCause.CLOSED]
