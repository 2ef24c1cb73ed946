"""To the results: the history, one result, its review, and the score file made of it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from asnquiz import __version__
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.settings import person_keeper
from asnquiz.ui.destinations import HandOver, ReviewQuiz, Section, ShowResult
from asnquiz.usecases.compare_tests import TwoTests, compare_tests
from asnquiz.usecases.review_result import Result, see_result
from asnquiz.usecases.see_results import Results, see_results
from asnquiz.usecases.take_quiz import Sitting, open_sitting


def travel(journey: Journey, destination: Section | ShowResult | ReviewQuiz | HandOver) -> None:
    match destination:
        case ShowResult(attempt):
            journey.fetch(partial(_read_result, journey, attempt), partial(_result, journey), "Membuka hasil …")
        case ReviewQuiz(attempt):
            journey.fetch(_sitting(journey, attempt), partial(_review, journey), "Membuka pembahasan …")
        case HandOver(attempt):
            _hand_over(journey, attempt)
        case _:
            learning, content = journey.learning, journey.content
            pack = None if isinstance(content, Refusal) else content
            work = partial(see_results, journey.profile.id, pack, store=learning.store, packs=learning.packs)
            journey.fetch(work, partial(_list, journey), "Membuka Hasil saya …")


def _sitting(journey: Journey, attempt: UUID) -> Callable[[], Sitting]:
    return partial(open_sitting, attempt, store=journey.learning.store, packs=journey.learning.packs)


def _list(journey: Journey, results: Results) -> None:
    from asnquiz.ui.results.list_page import ResultsPage

    journey.window.show_page(ResultsPage(journey.window.theme, results, journey.window.go))


def _read_result(journey: Journey, attempt: UUID) -> tuple[Result, TwoTests | None]:
    learning = journey.learning
    result = see_result(attempt, store=learning.store, packs=learning.packs)
    return result, compare_tests(result.sitting, store=learning.store, packs=learning.packs)


def _result(journey: Journey, found: tuple[Result, TwoTests | None]) -> None:
    from asnquiz.ui.results.result_page import ResultPage

    result, tests = found
    shared = len(journey.people) > 1
    journey.window.show_page(ResultPage(journey.window.theme, result, journey.window.go, tests, shared=shared))


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
        report=journey.reporter(),
    )
    window.show_page(HandOverPage(window.theme, presenter, attempt, window.go))
