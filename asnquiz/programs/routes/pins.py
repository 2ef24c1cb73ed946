"""Asking the person who is in for their PIN, before something that nobody else may do."""

from collections.abc import Callable
from functools import partial

from asnquiz.programs.journey import Journey


def ask_pin(journey: Journey, title: str, go_on: Callable[[], None]) -> None:
    """Asks for the PIN over the page and goes on once it was right; goes on at once where there is none.

    `title` names what it is asked for.
    """
    profile, learning = journey.profile, journey.learning
    if not profile.has_pin:
        go_on()
        return
    from asnquiz.ui.people.pin_dialog import PinDialog
    from asnquiz.usecases.guard_profile import Standing, enter, standing

    def take(pin: str) -> None:
        work = partial(enter, profile, pin, store=learning.store, clock=learning.clock)
        journey.background.run(work, lambda _: dialog.let_in(), refuse, "Memeriksa PIN …")

    def refuse(error: Exception) -> None:
        if dialog.asking:
            dialog.entry.refuse(error)

    def begin(seen: Standing) -> None:
        if dialog.asking:
            dialog.entry.wait(seen.left_ms)

    dialog = PinDialog(journey.window.theme, journey.window, title, take, go_on)
    look = partial(standing, profile, store=learning.store, clock=learning.clock)
    journey.background.run(look, begin, refuse)
    dialog.open()
