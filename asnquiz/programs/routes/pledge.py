"""To the pledge, and keeping that it was read to its end."""

from collections.abc import Callable
from functools import partial

from asnquiz.domain.learned import PledgeTaken
from asnquiz.domain.pack import Pack
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import Destination
from asnquiz.usecases.take_pledge import take_pledge


def travel(journey: Journey, _destination: Destination) -> None:
    found = partial(journey.learning.store.pledges, journey.profile.id)
    journey.fetch(found, partial(_show, journey, journey.pack), "Membuka Ikrar …")


def _show(journey: Journey, pack: Pack, earlier: tuple[PledgeTaken, ...]) -> None:
    from asnquiz.ui.pledge.page import PledgePage
    from asnquiz.ui.pledge.presenter import PledgePresenter

    learning, window = journey.learning, journey.window

    def take(kept: Callable[[PledgeTaken], None]) -> None:
        if journey.under_way:
            return
        work = partial(take_pledge, pack.pledge, journey.profile.id, store=learning.store, clock=learning.clock)
        journey.fetch(work, kept, "Menyimpan ikrar …", "Ikrar belum tersimpan")

    presenter = PledgePresenter(pack.pledge, earlier, take)
    window.show_page(PledgePage(window.theme, presenter, pack, window.go))
