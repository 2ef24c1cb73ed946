"""To Rekap nilai: where no office is kept yet, to what is needed for one."""

from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import Destination


def travel(journey: Journey, _destination: Destination) -> None:
    from asnquiz.ui.office.no_office_page import NoOfficePage

    journey.window.show_page(NoOfficePage(journey.window.theme))
