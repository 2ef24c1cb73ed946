"""To what is remembered of each rule."""

from functools import partial

from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import Remembered
from asnquiz.usecases.see_memory import RuleMemory, see_memory


def travel(journey: Journey, _destination: Remembered) -> None:
    learning = journey.learning
    memories = partial(see_memory, journey.profile.id, journey.pack, learning.store, learning.clock.now())
    journey.fetch(memories, partial(_show, journey), "Membuka Ingatan per ketentuan …")


def _show(journey: Journey, memories: tuple[RuleMemory, ...]) -> None:
    from asnquiz.ui.remembering.page import MemoryPage

    window = journey.window
    window.show_page(MemoryPage(window.theme, memories, journey.pack, window.go))
