"""Leads through the pledge: its opening, each point, its closing, and then that it was read to its end."""

from collections.abc import Callable, Sequence
from typing import Protocol

from asnquiz.domain.learned import PledgeTaken
from asnquiz.domain.pack import Pledge, PledgePoint
from asnquiz.domain.wording import time_words


class PledgeView(Protocol):
    """What the presenter asks of its page."""

    def show_step(self) -> None: ...


class PledgePresenter:
    """Where somebody is in the pledge; `take` keeps that it was read, and hands over what was kept.

    Attributes:
        step: 0 is the opening, then the points from 1, then the closing, then the end.
        taken: what was kept this time, at the end.
    """

    def __init__(
        self, pledge: Pledge, earlier: Sequence[PledgeTaken], take: Callable[[Callable[[PledgeTaken], None]], None]
    ) -> None:
        self.pledge = pledge
        self.view: PledgeView | None = None
        self.step = 0
        self.taken: PledgeTaken | None = None
        self._earlier = list(earlier)
        self._take = take

    @property
    def total(self) -> int:
        """How many steps are read: opening, points, closing."""
        return len(self.pledge.points) + 2

    @property
    def point(self) -> PledgePoint | None:
        """The point that is being read."""
        return self.pledge.points[self.step - 1] if 0 < self.step <= len(self.pledge.points) else None

    @property
    def earlier(self) -> tuple[str, ...]:
        """When it was read to its end before, the latest first."""
        return tuple(time_words(taken.at.local) for taken in reversed(self._earlier))

    def advance(self) -> None:
        """The step was read; after the closing it is kept, and the end shows only once it is."""
        if self.step == self.total - 1:
            self._take(self._kept)
        else:
            self._go_to(self.step + 1)

    def back(self) -> None:
        self._go_to(self.step - 1)

    def again(self) -> None:
        """Begins anew; what was kept stays."""
        self.taken = None
        self._go_to(0)

    def _kept(self, taken: PledgeTaken) -> None:
        self.taken = taken
        self._earlier.append(taken)
        self._go_to(self.total)

    def _go_to(self, step: int) -> None:
        self.step = step
        if self.view:
            self.view.show_step()
