"""The exam, and the tests around the lessons: any order, explanations only after the end; a clock in the exam."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from asnquiz.domain.answering import Answer
from asnquiz.domain.attempt import AttemptState, Pause, PauseCause, Response
from asnquiz.domain.exam_clock import ExamClock
from asnquiz.domain.pack import Pack
from asnquiz.domain.wording import duration_words
from asnquiz.ui.destinations import Destination, Section, ShowResult
from asnquiz.ui.messages import sentence
from asnquiz.ui.quiz.keeper import ResponseKeeper, lost_words
from asnquiz.ui.widgets.number_grid import Cell
from asnquiz.usecases.ports import Background, Clock, LearnerStore
from asnquiz.usecases.take_quiz import Sitting, answer, finish

# How often the clock is written when nothing else is, in milliseconds.
_KEEP_EVERY_MS = 5_000
# What is left of the time, in minutes, when that is said.
_TOLD_AT = (10, 5, 1)
_MINUTE_MS = 60_000
_SECOND_MS = 1_000


class ExamView(Protocol):
    """What the presenter asks of its page."""

    def picked(self) -> Answer: ...

    def show_question(self) -> None: ...

    def show_clock(self, remaining_ms: int) -> None: ...

    def show_saving(self, words: str) -> None: ...

    def show_over(self) -> None: ...

    def say(self, words: str) -> None: ...


class ExamPresenter:
    """Leads through an exam. What is picked is kept when the person goes on, marks it, or looks elsewhere.

    `in_use` is the pack in use, where there is one: it says what may be repeated of what is missed here.
    """

    def __init__(
        self,
        sitting: Sitting,
        *,
        store: LearnerStore,
        clock: Clock,
        background: Background,
        go: Callable[[Destination], None],
        report: Callable[[str, str], None],
        in_use: Pack | None = None,
    ) -> None:
        attempt = sitting.attempt
        self.sitting = sitting
        self.view: ExamView | None = None
        self.over = False
        self._store = store
        self._clock = clock
        self._background = background
        self._go = go
        self._report = report
        self._in_use = in_use
        self._keeper = ResponseKeeper(background, self._kept, self._lost)
        self._exam_clock: ExamClock | None = None
        self._held = False
        self._kept_ms = attempt.remaining_ms or 0
        if attempt.remaining_ms is not None:
            self._exam_clock = ExamClock(
                attempt.remaining_ms, clock.monotonic_ms(), clock.now().wall_ms, sitting.pauses
            )
        self._away_ms = [pause.wall_ms for pause in attempt.pauses]
        self._lost_answers: dict[str, Answer] = {}
        self.index = next(iter(attempt.unanswered), 0)

    @property
    def timed(self) -> bool:
        """Whether there is a clock."""
        return self._exam_clock is not None

    @property
    def remaining_ms(self) -> int:
        """What is left of the time; 0 also where there is no clock."""
        return self._exam_clock.remaining_ms if self._exam_clock else 0

    @property
    def total(self) -> int:
        return len(self.sitting.attempt.items)

    @property
    def flagged(self) -> bool:
        return self.sitting.attempt.is_flagged(self._item)

    @property
    def _item(self) -> str:
        return self.sitting.attempt.items[self.index].item

    @property
    def shown(self) -> Answer:
        """The answer to show on the question on screen: the saved one, or one that could not be saved."""
        return self._lost_answers.get(self._item, self.sitting.attempt.answer_of(self._item))

    @property
    def cells(self) -> list[Cell]:
        """What the number grid shows."""
        attempt = self.sitting.attempt
        return [
            Cell(attempt.is_answered(one.item), attempt.is_flagged(one.item), place == self.index)
            for place, one in enumerate(attempt.items)
        ]

    @property
    def counts(self) -> str:
        """How far the person is, in words."""
        attempt = self.sitting.attempt
        flagged = sum(attempt.is_flagged(one.item) for one in attempt.items)
        word = "ditandai" if self.asks_certainty else "ragu-ragu"
        return f"{attempt.answered} dijawab · {flagged} {word} · {self.total - attempt.answered} belum"

    @property
    def asks_certainty(self) -> bool:
        return self.sitting.asks_certainty

    @property
    def pauses(self) -> bool:
        """Whether it may be left to be resumed with the time it had."""
        return self.sitting.pauses

    @property
    def taken_off(self) -> str:
        """How much time away was taken off the clock, in words; empty where none was."""
        away = sum(self._away_ms)
        if self.pauses or away < _SECOND_MS:
            return ""
        return f"Waktu di luar layar yang sudah dikurangkan: {duration_words(away)}"

    def is_kept(self, picked: Answer) -> bool:
        """Whether this answer to the question on screen is saved, with its certainty where that is asked."""
        attempt = self.sitting.attempt
        return picked == attempt.answer_of(self._item) and not (
            self.asks_certainty and attempt.certainty_of(self._item) is None
        )

    def save_and_advance(self, certainty: str | None = None) -> None:
        """Keeps what is picked and shows the next question; after the last one, the first without an answer."""
        self._keep_picked(certainty)
        last = self.index + 1 == self.total
        self._show(next(iter(self.sitting.attempt.unanswered), self.index) if last else self.index + 1)

    def jump(self, index: int) -> None:
        """Keeps what is picked and shows another question."""
        self._keep_picked()
        self._show(index)

    def flag(self, *, on: bool) -> None:
        """Marks the question as doubtful, together with what is picked."""
        self.tick()
        if self.view and not self.over:
            picked = self.view.picked()
            self._respond(picked, flagged=on, certainty=self._certainty_of(picked))

    def tick(self) -> None:
        """Comes to the present time: every second or so, and before anything is kept."""
        if self.over or self._exam_clock is None:
            return
        now, before_ms = self._clock.now(), self.remaining_ms
        if self._held:
            self._exam_clock, held_ms = self._exam_clock.held(self._clock.monotonic_ms(), now.wall_ms)
            self._keep_away(Pause(PauseCause.CLOSED, now, held_ms))
            return
        self._exam_clock, slept_ms = self._exam_clock.tick(self._clock.monotonic_ms(), now.wall_ms)
        if slept_ms:
            self._keep_away(Pause(PauseCause.SLEPT, now, slept_ms))
        if self.view:
            self.view.show_clock(self.remaining_ms)
            if told := [left for left in _TOLD_AT if self.remaining_ms <= left * _MINUTE_MS < before_ms]:
                self.view.say(f"Sisa waktu {told[-1]} menit.")
        if not self.remaining_ms:
            self._end()
        elif self._kept_ms - self.remaining_ms >= _KEEP_EVERY_MS:
            self._keep_clock()

    def hold(self) -> None:
        """Stops the clock while the person is away; what is picked stays as it is."""
        self.tick()
        if not self.over:
            self._keep_clock()
            self._held = True

    def go_on(self) -> None:
        """The person is back: the time away is kept as a pause, and the clock goes on."""
        if self._held:
            self.tick()
            self._held = False

    def finish(self) -> None:
        """Ends it by the person's wish, once everything sent is durable."""
        self._keep_picked()
        if not self.over:
            self._keeper.when_kept(self._end)

    def pause(self) -> None:
        """Leaves it to be resumed later, once everything sent is durable."""
        self.keep()
        self._keeper.when_kept(partial(self._go, Section.QUIZ))

    def keep(self) -> None:
        """Sends what is picked and the clock to be kept; it may go on."""
        self._keep_picked()
        if not self.over:
            self._keep_clock()

    def _show(self, index: int) -> None:
        self.index = index
        if self.view:
            self.view.show_question()

    def _keep_picked(self, certainty: str | None = None) -> None:
        """Keeps what is picked where it, or how sure somebody is of it, differs from what is kept."""
        self.tick()
        if self.over or self.view is None:
            return
        picked = self.view.picked()
        sure = certainty or self._certainty_of(picked)
        attempt = self.sitting.attempt
        if (picked, sure) != (attempt.answer_of(self._item), attempt.certainty_of(self._item)):
            self._respond(picked, flagged=self.flagged, certainty=sure)

    def _certainty_of(self, picked: Answer) -> str | None:
        """How sure somebody said to be of this very answer."""
        attempt = self.sitting.attempt
        return attempt.certainty_of(self._item) if picked == attempt.answer_of(self._item) else None

    def _respond(self, picked: Answer, *, flagged: bool, certainty: str | None) -> None:
        self._lost_answers.pop(self._item, None)
        left = self.remaining_ms if self.timed else None
        self.sitting = answer(
            self.sitting,
            self.index,
            picked,
            flagged=flagged,
            at=self._clock.now(),
            remaining_ms=left,
            certainty=certainty,
        )
        if self.view:
            self.view.show_saving("Menyimpan …")
        self._kept_ms = self.remaining_ms
        attempt = self.sitting.attempt
        response = attempt.responses[-1]
        self._keeper.keep(response, partial(self._store.add_response, attempt.id, response))

    def _keep_away(self, pause: Pause) -> None:
        """Keeps that somebody was away, after what that costs: a kill between must not give it back."""
        self._away_ms.append(pause.wall_ms)
        if not self.pauses:
            self._keep_clock()
        work = partial(self._store.add_pause, self.sitting.attempt.id, pause)
        self._background.run(work, _ignore, self._problem)

    def _keep_clock(self) -> None:
        if not self.timed:
            return
        self._kept_ms = self.remaining_ms
        work = partial(self._store.keep_remaining, self.sitting.attempt.id, self.remaining_ms, self._clock.now())
        self._background.run(work, _ignore, self._problem)

    def _end(self) -> None:
        state = AttemptState.EXPIRED if self.timed and not self.remaining_ms else AttemptState.FINISHED
        self._keep_clock()
        self.over = True
        if self.view and state is AttemptState.EXPIRED:
            self.view.show_over()
        work = partial(finish, self.sitting, state, store=self._store, clock=self._clock, in_use=self._in_use)
        shown = ShowResult(self.sitting.attempt.id)
        self._background.run(work, lambda _: self._go(shown), self._reopen, "Menghitung hasil …")

    def _reopen(self, error: Exception) -> None:
        self.over = False
        self._problem(error)

    def _kept(self, response: Response) -> None:
        if self.view:
            words = f"Jawaban {self.sitting.attempt.place_of(response.item) + 1} tersimpan"
            self.view.show_saving(words)
            self.view.say(words)

    def _lost(self, response: Response, error: Exception) -> None:
        """Brings the question back with what was answered; what is picked meanwhile elsewhere is not forgotten."""
        if self.view:
            self._lost_answers[self._item] = self.view.picked()
        self._lost_answers[response.item] = response.answer
        attempt = self.sitting.attempt.without_response(response)
        self.sitting = replace(self.sitting, attempt=attempt)
        self._show(attempt.place_of(response.item))
        if self.view:
            self.view.show_saving("Belum tersimpan")
        self._report("Jawaban belum tersimpan", lost_words(attempt, response, error, on_screen=self.view is not None))

    def _problem(self, error: Exception) -> None:
        self._report("Ada yang belum tersimpan", sentence(error))


def _ignore(_: object) -> None:
    """Nothing to show: the quiz goes on."""
