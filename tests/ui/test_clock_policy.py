"""What time means in an exam, whatever the clocks do: sleep, kills, another zone, a wall clock set by hand."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeVar
from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from asnquiz.domain.answering import Answer
from asnquiz.domain.attempt import Attempt, AttemptState, PauseCause
from asnquiz.domain.pack import Blueprint, Phase
from asnquiz.domain.score_report import TimeAnomaly, time_anomalies
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.ui.destinations import Destination, Section, ShowResult
from asnquiz.ui.quiz.exam import ExamPresenter
from asnquiz.usecases import take_quiz
from asnquiz.usecases.take_quiz import ExamPlan
from tests import builders
from tests.fakes import FakeClock, FixedPack

T = TypeVar("T")

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
YEAR = 365 * DAY
LIMIT = 5 * MINUTE
WIB, WIT = 7 * 60, 9 * 60

PACK = builders.pack(
    tuple(builders.item(id=f"soal-{number}", rules=(f"aturan-{number}",)) for number in range(3)),
    exam=Blueprint(3, 5, 75, {Phase.BEFORE: 0, Phase.DURING: 3, Phase.AFTER: 0}, 1, {}),
)


class AtOnce:
    """A background that has done its work when it is asked to."""

    def run(
        self,
        work: Callable[[], T],
        on_success: Callable[[T], None],
        on_failure: Callable[[Exception], None],
        doing: str = "",  # noqa: ARG002
        *,
        long: bool = False,  # noqa: ARG002
    ) -> None:
        try:
            result = work()
        except Exception as error:
            on_failure(error)
        else:
            on_success(result)


class Screen:
    """What the presenter asks of its page: here the answer that is picked, and nothing is painted."""

    def __init__(self, presenter: ExamPresenter) -> None:
        self.presenter = presenter
        self.clock_ms = 0
        self.show_question()

    def picked(self) -> Answer:
        return self.choice

    def show_question(self) -> None:
        self.choice: Answer = self.presenter.shown

    def show_clock(self, remaining_ms: int) -> None:
        self.clock_ms = remaining_ms

    def show_saving(self, words: str) -> None: ...

    def show_over(self) -> None: ...

    def say(self, words: str) -> None: ...


class Exam:
    """One exam in a real database, on a computer whose clocks are set by hand."""

    def __init__(self, store: LearnerDatabase) -> None:
        self.store = store
        self.packs = FixedPack(PACK)
        self.clock = FakeClock()
        profile = builders.profile(created=self.clock.now())
        store.add_profile(profile)
        self.profile = profile.id
        self.gone_to: list[Destination] = []
        self.reports: list[str] = []
        sitting = take_quiz.start(
            ExamPlan(),
            self.profile,
            store=store,
            packs=self.packs,
            clock=self.clock,
            attempt_id=uuid4(),
            seed=7,
        )
        self._show(sitting)

    def _show(self, sitting: take_quiz.Sitting) -> None:
        self.presenter = ExamPresenter(
            sitting,
            store=self.store,
            clock=self.clock,
            background=AtOnce(),
            go=self.gone_to.append,
            report=lambda title, words: self.reports.append(f"{title}: {words}"),
        )
        self.screen = Screen(self.presenter)
        self.presenter.view = self.screen
        self.presenter.tick()

    @property
    def id(self) -> UUID:
        return self.presenter.sitting.attempt.id

    @property
    def kept(self) -> Attempt:
        return self.store.attempt(self.id)

    @property
    def remaining(self) -> int:
        return self.presenter.remaining_ms

    def run(self, milliseconds: int) -> None:
        """Time on screen, with a tick every second and at the end."""
        whole, rest = divmod(milliseconds, SECOND)
        for step in (*[SECOND] * whole, rest):
            self.clock.go_on(step)
            self.presenter.tick()

    def sleep(self, milliseconds: int, *, counted: bool) -> None:
        """The computer sleeps; `counted` says whether its monotonic clock runs on meanwhile, as on Windows."""
        self.clock.set_wall(milliseconds)
        if counted:
            self.clock.monotonic += milliseconds

    def answer(self, choice: int) -> None:
        self.screen.choice = (choice,)
        self.presenter.jump((self.presenter.index + 1) % 3)

    def kill(self, away: int, *, monotonic: int = 17) -> None:
        """The process ends without a word and is started again; its clocks begin somewhere else."""
        self.presenter.view = None
        self.clock.set_wall(away)
        self.clock.monotonic = monotonic
        self.clock.counter = self.store.highest_counter()
        self._show(take_quiz.resume(self.id, store=self.store, packs=self.packs, clock=self.clock))

    def close(self, away: int) -> None:
        """The window is closed, which keeps everything first, and the program is started again."""
        self.presenter.keep()
        self.kill(away)


@pytest.fixture
def exam(tmp_path: Path) -> Iterator[Exam]:
    store = open_learner_database(tmp_path / "belajar.db")
    yield Exam(store)
    store.close()


def pauses_of(exam: Exam) -> list[tuple[PauseCause, int]]:
    return [(pause.cause, pause.wall_ms) for pause in exam.kept.pauses]


@pytest.mark.parametrize("counted", [False, True])
def test_sleep_pauses_the_exam_and_its_wall_length_is_kept(exam: Exam, counted: bool) -> None:
    exam.run(MINUTE)
    exam.sleep(8 * HOUR, counted=counted)
    exam.presenter.tick()
    exam.run(MINUTE)
    assert exam.remaining == LIMIT - 2 * MINUTE
    assert pauses_of(exam) == [(PauseCause.SLEPT, 8 * HOUR)]
    assert exam.kept.state is AttemptState.ACTIVE


@pytest.mark.parametrize("counted", [False, True])
def test_the_first_thing_after_sleep_may_be_an_answer(exam: Exam, counted: bool) -> None:
    exam.run(MINUTE)
    exam.sleep(8 * HOUR, counted=counted)
    exam.answer(1)
    exam.kill(10 * SECOND)
    assert exam.remaining == LIMIT - MINUTE
    assert exam.kept.answered == 1
    assert pauses_of(exam) == [(PauseCause.SLEPT, 8 * HOUR), (PauseCause.CLOSED, 10 * SECOND)]


@pytest.mark.parametrize("counted", [False, True])
def test_a_kill_soon_after_sleep_does_not_count_the_sleep_twice(exam: Exam, counted: bool) -> None:
    exam.run(MINUTE)
    exam.sleep(8 * HOUR, counted=counted)
    exam.presenter.tick()
    exam.kill(10 * SECOND)
    assert pauses_of(exam) == [(PauseCause.SLEPT, 8 * HOUR), (PauseCause.CLOSED, 10 * SECOND)]


def test_a_computer_that_never_wakes_has_been_closed(exam: Exam) -> None:
    exam.run(MINUTE)
    exam.sleep(8 * HOUR, counted=False)
    exam.kill(HOUR)
    assert exam.remaining == LIMIT - MINUTE
    assert pauses_of(exam) == [(PauseCause.CLOSED, 9 * HOUR)]


def test_a_kill_gives_back_at_most_what_was_not_kept_yet(exam: Exam) -> None:
    exam.run(MINUTE + 4 * SECOND)
    exam.kill(DAY)
    assert exam.remaining == LIMIT - MINUTE
    assert pauses_of(exam) == [(PauseCause.CLOSED, DAY + 4 * SECOND)]


def test_closing_gives_nothing_back(exam: Exam) -> None:
    exam.run(MINUTE + 4 * SECOND)
    exam.clock.go_on(700)
    exam.close(DAY)
    assert exam.remaining == LIMIT - MINUTE - 4_700
    assert pauses_of(exam) == [(PauseCause.CLOSED, DAY)]


def test_resuming_again_and_again_within_a_tick_gives_no_time(exam: Exam) -> None:
    for number in range(50):
        exam.clock.go_on(900)
        exam.answer(number % 4)
        exam.kill(SECOND)
    assert exam.remaining == LIMIT - 50 * 900


def test_an_answer_carries_the_time_left_when_it_was_given(exam: Exam) -> None:
    exam.run(10 * SECOND)
    exam.clock.go_on(600)
    exam.answer(1)
    (response,) = exam.kept.responses
    assert response.remaining_ms == LIMIT - 10_600


def test_an_answer_after_the_last_second_is_not_taken(exam: Exam) -> None:
    exam.run(LIMIT - 500)
    exam.clock.go_on(600)
    exam.answer(1)
    assert exam.kept.state is AttemptState.EXPIRED
    assert exam.kept.responses == ()
    assert exam.gone_to == [ShowResult(exam.id)]


def test_expiry_on_screen_ends_with_what_was_saved(exam: Exam) -> None:
    exam.answer(2)
    exam.screen.choice = (1,)
    exam.run(LIMIT)
    assert exam.kept.state is AttemptState.EXPIRED
    assert exam.kept.answered == 1
    assert exam.kept.remaining_ms == exam.screen.clock_ms == 0
    assert exam.gone_to == [ShowResult(exam.id)]


@pytest.mark.parametrize("counted", [False, True])
def test_an_exam_does_not_expire_in_its_sleep(exam: Exam, counted: bool) -> None:
    exam.run(LIMIT - 10 * SECOND)
    exam.sleep(DAY, counted=counted)
    exam.presenter.tick()
    exam.run(9 * SECOND)
    assert exam.remaining == SECOND
    assert exam.gone_to == []
    exam.run(SECOND)
    assert exam.kept.state is AttemptState.EXPIRED


def test_an_exam_killed_between_its_last_second_and_its_end_ends_when_it_is_opened(exam: Exam) -> None:
    exam.answer(2)
    exam.store.keep_remaining(exam.id, 0, exam.clock.now())
    exam.kill(DAY)
    assert exam.kept.state is AttemptState.EXPIRED
    assert exam.kept.answered == 1


def test_finishing_twice_ends_once(exam: Exam) -> None:
    exam.presenter.finish()
    ended = exam.kept.ended
    exam.presenter.finish()
    assert exam.kept.ended == ended
    assert exam.gone_to == [ShowResult(exam.id)]


def test_a_pause_by_the_person_goes_back_to_the_choice(exam: Exam) -> None:
    exam.run(MINUTE)
    exam.presenter.pause()
    assert exam.gone_to == [Section.QUIZ]
    assert exam.kept.remaining_ms == LIMIT - MINUTE


@pytest.mark.parametrize("jump", [-DAY, -3 * YEAR])
def test_a_wall_clock_set_back_during_an_exam_changes_nothing_but_is_told(exam: Exam, jump: int) -> None:
    exam.answer(1)
    exam.run(MINUTE)
    exam.clock.set_wall(jump)
    exam.run(MINUTE)
    exam.answer(2)
    exam.presenter.finish()
    assert exam.remaining == LIMIT - 2 * MINUTE
    assert pauses_of(exam) == []
    assert TimeAnomaly.CLOCK_SET_BACK in time_anomalies(exam.kept)


def test_a_wall_clock_set_back_between_two_sittings_gives_no_pause_below_nothing(exam: Exam) -> None:
    exam.run(MINUTE)
    exam.close(-DAY)
    assert exam.remaining == LIMIT - MINUTE
    assert pauses_of(exam) == [(PauseCause.CLOSED, 0)]
    exam.presenter.finish()
    assert TimeAnomaly.CLOCK_SET_BACK in time_anomalies(exam.kept)


def test_a_wall_clock_set_forward_a_year_costs_nothing(exam: Exam) -> None:
    exam.run(MINUTE)
    exam.clock.set_wall(YEAR)
    exam.run(MINUTE)
    exam.close(YEAR)
    assert exam.remaining == LIMIT - 2 * MINUTE
    assert exam.kept.state is AttemptState.ACTIVE
    # During the exam a clock set by hand cannot be told from sleep that the monotonic clock does not count.
    assert pauses_of(exam) == [(PauseCause.SLEPT, YEAR), (PauseCause.CLOSED, YEAR)]


def test_from_western_to_eastern_time_nothing_jumps(exam: Exam) -> None:
    exam.answer(1)
    exam.run(MINUTE)
    exam.clock.offset_minutes = WIT
    exam.answer(2)
    exam.run(MINUTE)
    exam.close(HOUR)
    exam.clock.offset_minutes = WIB
    exam.answer(1)
    exam.presenter.finish()
    kept = exam.kept
    assert exam.remaining == LIMIT - 2 * MINUTE
    assert pauses_of(exam) == [(PauseCause.CLOSED, HOUR)]
    assert [response.at.offset_minutes for response in kept.responses] == [WIB, WIT, WIB]
    assert kept.responses[1].at.local - kept.responses[0].at.local == dt.timedelta(minutes=1, hours=2)
    assert time_anomalies(kept) == ()


def test_the_counter_orders_what_the_wall_clock_confuses(exam: Exam) -> None:
    random = Random(3)
    for number in range(20):
        exam.clock.set_wall(random.randrange(-DAY, DAY))
        exam.answer(number % 2 + 1)
        if number % 5 == 4:
            exam.kill(-HOUR)
    exam.presenter.finish()
    kept = exam.kept
    assert kept.ended is not None
    counters = [kept.started.counter, *(response.at.counter for response in kept.responses), kept.ended.counter]
    assert counters == sorted(set(counters))
    assert TimeAnomaly.COUNTER_SET_BACK not in time_anomalies(kept)


# Thousands of commits that need no disk.
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108

AWAY = st.integers(30 * SECOND, 12 * HOUR)


class AnyTime(RuleBasedStateMachine):
    """Ticks, sleeps, jumps, answers, kills and returns in any order.

    Time on screen and time left add up to the limit, but for what a kill or a sleep may give: the seconds that were not
    kept yet, and the part of a tick.
    """

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory(dir=IN_MEMORY)
        self.store = open_learner_database(Path(self.folder.name) / "belajar.db")
        self.exam = Exam(self.store)
        self.ran = 0
        self.given = 0
        self.lowest = self.lowest_kept = LIMIT
        self.away = 0
        self.jumped = False

    def over(self) -> bool:
        return self.exam.presenter.over

    @rule(milliseconds=st.integers(0, 15 * SECOND))
    @precondition(lambda self: not self.over())
    def run(self, milliseconds: int) -> None:
        self.exam.run(milliseconds)
        self.ran += milliseconds

    @rule(milliseconds=st.integers(0, 900), choice=st.integers(0, 3))
    @precondition(lambda self: not self.over())
    def answer_before_the_tick(self, milliseconds: int, choice: int) -> None:
        self.exam.clock.go_on(milliseconds)
        self.exam.answer(choice)
        self.ran += milliseconds

    @rule(milliseconds=st.integers(0, 900), away=AWAY, counted=st.booleans(), choice=st.none() | st.integers(0, 3))
    @precondition(lambda self: not self.over())
    def sleep(self, milliseconds: int, away: int, counted: bool, choice: int | None) -> None:
        self.exam.clock.go_on(milliseconds)
        self.ran += milliseconds
        if counted:
            self.given += milliseconds
        self.exam.sleep(away, counted=counted)
        self.away += away
        if choice is None:
            self.exam.presenter.tick()
        else:
            self.exam.answer(choice)

    @rule(milliseconds=st.integers(-3 * YEAR, 3 * YEAR))
    @precondition(lambda self: not self.over())
    def set_the_wall_clock(self, milliseconds: int) -> None:
        self.exam.clock.set_wall(milliseconds)
        self.jumped = True

    @rule(minutes=st.sampled_from([WIB, 8 * 60, WIT]))
    @precondition(lambda self: not self.over())
    def travel(self, minutes: int) -> None:
        self.exam.clock.offset_minutes = minutes

    @rule(away=AWAY, monotonic=st.integers(0, DAY))
    @precondition(lambda self: not self.over())
    def kill(self, away: int, monotonic: int) -> None:
        unkept = self.exam.remaining
        self.exam.kill(away, monotonic=monotonic)
        self.given += self.exam.remaining - unkept
        assert self.exam.remaining - unkept <= 6 * SECOND
        self.lowest = self.exam.remaining
        self.away += away

    @rule(milliseconds=st.integers(0, 900), away=AWAY)
    @precondition(lambda self: not self.over())
    def close(self, milliseconds: int, away: int) -> None:
        self.exam.clock.go_on(milliseconds)
        self.ran += milliseconds
        self.exam.close(away)
        self.away += away

    @invariant()
    def never_grows_and_adds_up(self) -> None:
        remaining = self.exam.remaining
        assert 0 <= remaining <= self.lowest
        self.lowest = remaining
        kept = self.exam.kept.remaining_ms
        assert kept is not None
        assert remaining <= kept <= self.lowest_kept
        self.lowest_kept = kept
        assert remaining == max(0, LIMIT - self.ran + self.given) or self.over()
        assert self.over() == (remaining == 0)
        assert not self.exam.reports

    @invariant()
    def pauses_are_what_the_person_was_away(self) -> None:
        if not self.jumped:
            paused = sum(pause.wall_ms for pause in self.exam.kept.pauses)
            assert self.away <= paused <= self.away + self.given

    def teardown(self) -> None:
        if hasattr(self, "store"):
            state = AttemptState.EXPIRED if self.over() else AttemptState.ACTIVE
            assert self.exam.kept.state is state
            self.store.close()
            self.folder.cleanup()


TestAnyTime = AnyTime.TestCase
TestAnyTime.settings = settings(max_examples=max(1, settings().max_examples // 20), stateful_step_count=25)
