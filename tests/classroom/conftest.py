"""A hall of its own for each test, at this computer's own address."""

from collections.abc import Callable, Iterator

import pytest

from asnquiz.classroom.hall import RunningHall, start_hall
from asnquiz.domain.briefing import Briefing
from tests.classroom.building import FakeStore, the_briefing, the_pack
from tests.classroom.calling import Window
from tests.fakes import FakeClock

HOST = "127.0.0.1"
Start = Callable[..., RunningHall]


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def start(store: FakeStore, window: Window) -> Iterator[Start]:
    """Starts a hall on the store, which is closed at the end."""
    halls: list[RunningHall] = []

    def started(briefing: Briefing | None = None, host: str | None = HOST) -> RunningHall:
        clock = FakeClock(counter=len(store.kept))
        halls.append(start_hall(briefing or the_briefing(), the_pack(), store, clock, window, host=host))
        return halls[-1]

    yield started
    store.may_keep.set()
    for hall in halls:
        hall.close()


@pytest.fixture
def hall(start: Start) -> RunningHall:
    return start()
