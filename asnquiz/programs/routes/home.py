"""To Beranda."""

from functools import partial

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import Destination
from asnquiz.usecases.see_progress import Progress, see_progress


def travel(journey: Journey, _destination: Destination) -> None:
    if isinstance(journey.content, Refusal):
        from asnquiz.ui.home.without_content_page import WithoutContentPage

        window = journey.window
        window.show_page(WithoutContentPage(window.theme, str(journey.content), window.go))
        return
    learning = journey.learning
    standing = partial(see_progress, journey.profile, journey.pack, learning.store, learning.clock.now().utc)
    journey.fetch(standing, partial(_show, journey), "Membuka Beranda …")


def _show(journey: Journey, standing: Progress) -> None:
    from asnquiz.ui.home.page import HomePage

    window = journey.window
    window.show_page(HomePage(window.theme, standing, journey.profile.person.name, window.go))
