"""To the analysis of what Rekap nilai was asked last."""

from functools import partial

from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.recap import desk_of, read_recap, show_no_office
from asnquiz.ui.destinations import RecapAnalysis
from asnquiz.usecases.see_recap import Recap


def travel(journey: Journey, _: RecapAnalysis) -> None:
    work = partial(read_recap, journey, desk_of(journey).question)
    journey.fetch(work, partial(_analysis, journey), "Membuka analisis …")


def _analysis(journey: Journey, shown: Recap | None) -> None:
    if shown is None:
        show_no_office(journey)
        return
    from asnquiz.ui.recap.analysis import AnalysisPresenter
    from asnquiz.ui.recap.analysis_page import AnalysisPage

    window = journey.window
    presenter = AnalysisPresenter(shown, desk_of(journey), background=journey.background, report=journey.reporter())
    window.show_page(AnalysisPage(window.theme, presenter, window.go))
