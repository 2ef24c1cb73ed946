"""Practice, check questions and Latihan ulang: an answer at a time, each explained at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from asnquiz.domain.answering import Answer
from asnquiz.domain.attempt import AttemptState, Response
from asnquiz.domain.pack import Pack
from asnquiz.ui.destinations import Destination, ShowResult
from asnquiz.ui.messages import sentence
from asnquiz.ui.quiz.keeper import ResponseKeeper, lost_words
from asnquiz.usecases.ports import Background, Clock, LearnerStore
from asnquiz.usecases.remember import keep_response
from asnquiz.usecases.take_quiz import Sitting, answer, finish


class PracticeView(Protocol):
    """What the presenter asks of its page."""

    def show_question(self) -> None: ...

    def show_outcome(self) -> None: ...

    def show_saving(self, words: str) -> None: ...


class PracticePresenter:
    """Leads through a sitting; resumes at the first question without an answer.

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
        self.sitting = sitting
        self.view: PracticeView | None = None
        self._store = store
        self._clock = clock
        self._background = background
        self._go = go
        self._report = report
        self._in_use = in_use or sitting.pack
        self._keeper = ResponseKeeper(background, self._kept, self._lost)
        self.index = next(iter(sitting.attempt.unanswered), len(sitting.attempt.items) - 1)

    @property
    def total(self) -> int:
        return len(self.sitting.attempt.items)

    @property
    def checked(self) -> bool:
        """Whether the question on screen has been answered and explained."""
        return self.sitting.attempt.is_answered(self._item)

    @property
    def given(self) -> Answer:
        """The answer given to the question on screen."""
        return self.sitting.attempt.answer_of(self._item)

    @property
    def certainty(self) -> str | None:
        """How sure the answer to the question on screen was."""
        return self.sitting.attempt.certainty_of(self._item)

    @property
    def flagged(self) -> bool:
        return self.sitting.attempt.is_flagged(self._item)

    @property
    def _item(self) -> str:
        return self.sitting.attempt.items[self.index].item

    def check(self, picked: Answer, certainty: str) -> None:
        """Gives the answer and how sure it is, explains it at once, and keeps it meanwhile."""
        self._respond(picked, flagged=self.flagged, certainty=certainty)
        if self.view:
            self.view.show_outcome()

    def flag(self, *, on: bool) -> None:
        """Marks the question to come back to, once it has an answer."""
        self._respond(self.given, flagged=on, certainty=self.certainty)

    def _respond(self, picked: Answer, *, flagged: bool, certainty: str | None) -> None:
        self.sitting = answer(
            self.sitting,
            self.index,
            picked,
            flagged=flagged,
            at=self._clock.now(),
            remaining_ms=None,
            certainty=certainty,
        )
        if self.view:
            self.view.show_saving("Menyimpan …")
        attempt, pack = self.sitting.attempt, self.sitting.pack
        response = attempt.responses[-1]
        work = partial(keep_response, attempt, response, pack=pack, in_use=self._in_use, store=self._store)
        self._keeper.keep(response, work)

    @property
    def last(self) -> bool:
        """Whether no other question is left to be answered."""
        return set(self.sitting.attempt.unanswered) <= {self.index}

    def advance(self) -> None:
        """Shows the next question without an answer, from the beginning again after the end; or ends the sitting."""
        left = self.sitting.attempt.unanswered
        if left:
            self.index = next((place for place in left if place > self.index), left[0])
            if self.view:
                self.view.show_question()
            return
        self._keeper.when_kept(self._finish)

    def _finish(self) -> None:
        work = partial(finish, self.sitting, AttemptState.FINISHED, store=self._store, clock=self._clock)
        shown = ShowResult(self.sitting.attempt.id)
        self._background.run(work, lambda _: self._go(shown), self._problem, "Menghitung hasil …")

    def _kept(self, response: Response) -> None:  # noqa: ARG002 - which one does not matter here
        if self.view and not self._keeper.pending:
            self.view.show_saving("Tersimpan")

    def _lost(self, response: Response, error: Exception) -> None:
        self.sitting = replace(self.sitting, attempt=self.sitting.attempt.without_response(response))
        self.index = self.sitting.attempt.place_of(response.item)
        if self.view:
            self.view.show_question()
            self.view.show_saving("Belum tersimpan")
        self._report(
            "Jawaban belum tersimpan",
            lost_words(self.sitting.attempt, response, error, on_screen=self.view is not None),
        )

    def _problem(self, error: Exception) -> None:
        self._report("Kuis belum dapat diselesaikan", sentence(error))
