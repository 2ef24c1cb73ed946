"""To the results: the history, one result, its review, and the score file made of it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from asnquiz import __version__
from asnquiz.domain.attempt import AttemptSummary
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.settings import person_keeper
from asnquiz.ui.destinations import HandOver, ReviewQuiz, Section, ShowResult
from asnquiz.usecases.review_result import Result, see_result
from asnquiz.usecases.take_quiz import Sitting, open_sitting


def travel(journey: Journey, destination: Section | ShowResult | ReviewQuiz | HandOver) -> None:
    match destination:
        case ShowResult(attempt):
            learning = journey.learning
            work = partial(see_result, attempt, store=learning.store, packs=learning.packs)
            journey.fetch(work, partial(_result, journey), "Membuka hasil …")
        case ReviewQuiz(attempt):
            journey.fetch(_sitting(journey, attempt), partial(_review, journey), "Membuka pembahasan …")
        case HandOver(attempt):
            _hand_over(journey, attempt)
        case _:
            listed = partial(journey.learning.store.summaries, journey.profile.id)
            journey.fetch(listed, partial(_list, journey), "Membuka Hasil saya …")


def _sitting(journey: Journey, attempt: UUID) -> Callable[[], Sitting]:
    return partial(open_sitting, attempt, store=journey.learning.store, packs=journey.learning.packs)


def _list(journey: Journey, summaries: tuple[AttemptSummary, ...]) -> None:
    from asnquiz.ui.results.list_page import ResultsPage

    journey.window.show_page(ResultsPage(journey.window.theme, summaries, journey.window.go))


def _result(journey: Journey, result: Result) -> None:
    from asnquiz.ui.results.result_page import ResultPage

    journey.window.show_page(ResultPage(journey.window.theme, result, journey.window.go))


def _review(journey: Journey, sitting: Sitting) -> None:
    from asnquiz.ui.quiz.review_page import ReviewPage

    journey.window.show_page(ReviewPage(journey.window.theme, sitting, journey.window.go))


def _hand_over(journey: Journey, attempt: UUID) -> None:
    from asnquiz.ui.results.hand_over import HandOverPresenter
    from asnquiz.ui.results.hand_over_page import HandOverPage

    window, learning = journey.window, journey.learning
    presenter = HandOverPresenter(
        person_keeper(journey),
        attempt,
        store=learning.store,
        packs=learning.packs,
        seal=learning.seal,
        clock=learning.clock,
        background=journey.background,
        folder=journey.folder,
        program=__version__,
        report=window.report,
    )
    window.show_page(HandOverPage(window.theme, presenter, attempt, window.go))
