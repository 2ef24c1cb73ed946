"""To the case studies: the list, and one of them at the scene where the person stands."""

from functools import partial

from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import Section, StudyCase
from asnquiz.usecases.study_case import CaseStanding, Study, list_cases, open_case


def travel(journey: Journey, destination: Section | StudyCase) -> None:
    profile, pack, store = journey.profile, journey.pack, journey.learning.store
    if isinstance(destination, StudyCase):
        work = partial(open_case, destination.scenario, profile, pack, store)
        journey.fetch(work, partial(_study, journey), "Membuka studi kasus …")
    else:
        journey.fetch(partial(list_cases, profile, pack, store), partial(_list, journey), "Membuka Studi kasus …")


def _list(journey: Journey, standings: tuple[CaseStanding, ...]) -> None:
    from asnquiz.ui.cases.list_page import CasesPage

    journey.window.show_page(CasesPage(journey.window.theme, journey.pack, standings, journey.window.go))


def _study(journey: Journey, study: Study) -> None:
    from asnquiz.ui.cases.case_page import CasePage
    from asnquiz.ui.cases.presenter import CasePresenter

    window, learning = journey.window, journey.learning
    presenter = CasePresenter(
        study,
        journey.profile.id,
        store=learning.store,
        clock=learning.clock,
        background=journey.background,
        report=journey.reporter(),
    )
    window.show_page(CasePage(window.theme, presenter, window.go))
