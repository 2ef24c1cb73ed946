"""To Rekap nilai: the office that gathers here, or what is needed for one where there is none yet."""

from functools import partial

from asnquiz.domain.collection import Office
from asnquiz.programs.journey import Journey
from asnquiz.ui import destinations
from asnquiz.ui.destinations import Destination


def travel(journey: Journey, _destination: Destination) -> None:
    journey.fetch(lambda: journey.learning.collection.store.office(), partial(_show, journey), "Membuka …")


def _show(journey: Journey, office: Office | None) -> None:
    from asnquiz.ui.office.no_office_page import NoOfficePage

    if office is None:
        journey.window.show_page(NoOfficePage(journey.window.theme, journey.window.go))
    else:
        journey.window.travel(destinations.Office())
