"""One case study: choosing, the consequence, going on, going back; each choice durable before it is called saved."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from asnquiz.domain.case_study import Measures, Walk
from asnquiz.domain.learned import CaseStep
from asnquiz.domain.pack import Choice, Pack
from asnquiz.ui.messages import sentence
from asnquiz.usecases.ports import Background, Clock, LearnerStore
from asnquiz.usecases.study_case import Study, choose


class CaseView(Protocol):
    """What the presenter asks of its page."""

    def show_scene(self, picked: int | None = None) -> None: ...

    def show_consequence(self) -> None: ...

    def show_saving(self, words: str) -> None: ...


@dataclass(frozen=True)
class Consequence:
    """A choice just made.

    Attributes:
        before: the walk as it stood at the scene.
        step: what was chosen there.
        leads_back: whether it leads to a scene of the path, where the measures are again what they were then.
    """

    before: Walk
    step: CaseStep
    leads_back: bool

    @property
    def choice(self) -> Choice:
        return self.before.choice_of(self.step)

    @property
    def after(self) -> Measures:
        """The measures once the choice is added to them."""
        return self.before.measures.after(self.choice)


class _Chain:
    """Choices on their way to be kept, each made where the one before led to; broken by the first that is lost."""

    broken: Exception | None = None


class CaseSteps:
    """Leads through one case study, and keeps nothing of it.

    Attributes:
        walk: where the person stands.
        consequence: the choice whose consequence is on screen; None at a scene or an ending.
    """

    def __init__(self, study: Study, clock: Clock) -> None:
        self.pack: Pack = study.pack
        self.walk = study.walk
        self.consequence: Consequence | None = None
        self.view: CaseView | None = None
        self._clock = clock

    @property
    def may_go_back(self) -> bool:
        return bool(self.consequence or self.walk.path)

    def choose(self, position: int) -> None:
        """Takes a way out of the scene and shows its consequence."""
        self._take(position)
        if self.view:
            self.view.show_consequence()

    def _take(self, position: int) -> Consequence:
        before = self.walk
        self.walk, step = choose(before, position, self._clock.now())
        self.consequence = Consequence(before, step, before.place_of(before.choice_of(step).to) is not None)
        return self.consequence

    def go_on(self) -> None:
        """From the consequence to the scene that it leads to."""
        self.consequence = None
        self._show()

    def step_back(self) -> None:
        """To the scene of the last choice, to try another way."""
        if self.consequence:
            self.walk = Walk(self.walk.scenario, self.consequence.before.path, self.walk.tried)
            self.go_on()
        else:
            self.back_to(len(self.walk.path) - 1)

    def back_to(self, place: int) -> None:
        """To the scene at a place of the path, 0 being the first; what was kept stays until another way is taken."""
        self.walk = self.walk.back_to(place)
        self.go_on()

    def start_over(self) -> None:
        self.back_to(0)

    def _show(self, picked: int | None = None) -> None:
        if self.view:
            self.view.show_scene(picked)


class CasePresenter(CaseSteps):
    """Leads through a case study whose every choice is kept."""

    def __init__(
        self,
        study: Study,
        profile: UUID,
        *,
        store: LearnerStore,
        clock: Clock,
        background: Background,
        report: Callable[[str, str], None],
    ) -> None:
        super().__init__(study, clock)
        self._profile = profile
        self._store = store
        self._background = background
        self._report = report
        self._pending = 0
        self._chain = _Chain()

    def choose(self, position: int) -> None:
        """Takes a way out of the scene, shows its consequence at once, and keeps it meanwhile."""
        taken = self._take(position)
        self._pending += 1
        work = partial(self._keep, self._chain, taken.step)
        lost = partial(self._lost, self._chain, taken.before, taken.step)
        self._background.run(work, lambda _: self._kept(), lost)
        if self.view:
            self.view.show_consequence()
            self.view.show_saving("Menyimpan …")

    def _keep(self, chain: _Chain, step: CaseStep) -> None:
        """On the worker: what was chosen after a choice that could not be kept would lead on from nowhere."""
        if chain.broken:
            raise chain.broken
        try:
            self._store.add_case_step(self._profile, self.pack.id, step)
        except Exception as error:
            chain.broken = error
            raise

    def _kept(self) -> None:
        self._pending -= 1
        if self.view and not self._pending:
            self.view.show_saving("Tersimpan")

    def _lost(self, chain: _Chain, before: Walk, step: CaseStep, error: Exception) -> None:
        """Brings the scene back where a choice could not be kept, with what was picked in it."""
        self._pending -= 1
        if chain is not self._chain:
            return
        self._chain = _Chain()
        self.walk, self.consequence = before, None
        self._show(step.choice)
        if self.view:
            self.view.show_saving("Belum tersimpan")
        again = "" if self.view else " Buka lagi studi kasus itu untuk memilih lagi."
        self._report("Pilihan belum tersimpan", f"{self.walk.scenario.title}. {sentence(error)}{again}")
