"""To Beranda."""

from functools import partial
from pathlib import Path

from asnquiz.domain.calendar import today_words
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.programs.paths import Paths
from asnquiz.programs.task_files import waiting_files
from asnquiz.ui.destinations import Destination
from asnquiz.usecases.see_progress import Progress, see_progress
from asnquiz.usecases.set_calendar import calendar_in_force

_Seen = tuple[Progress, tuple[Path, ...], str]


def travel(journey: Journey, _destination: Destination) -> None:
    if isinstance(journey.content, Refusal):
        from asnquiz.ui.home.without_content_page import WithoutContentPage

        window = journey.window
        window.show_page(WithoutContentPage(window.theme, str(journey.content), window.go))
        return
    learning, profile, pack, now = journey.learning, journey.profile, journey.pack, journey.learning.clock.now()

    def seen() -> _Seen:
        standing = see_progress(profile, pack, learning.store, now.utc)
        calendar = calendar_in_force(pack, learning.store)
        today = today_words(calendar.calendar, now.local.date()) if calendar else ""
        return standing, waiting_files(Paths(journey.data), standing.tasks), today

    journey.fetch(seen, partial(_show, journey), "Membuka Beranda …")


def _show(journey: Journey, seen: _Seen) -> None:
    from asnquiz.ui.home.page import HomePage

    window, (standing, files, today) = journey.window, seen
    window.show_page(HomePage(window.theme, standing, journey.profile.person.name, window.go, files, today))
