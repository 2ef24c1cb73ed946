"""To what the office has added, and to one of its questions that decide no score."""

from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import ShowLocal, TryLocal
from asnquiz.usecases.see_local import see_local, try_question


def travel(journey: Journey, destination: ShowLocal | TryLocal) -> None:
    window, pack, profile = journey.window, journey.pack, journey.profile
    if isinstance(destination, TryLocal):
        from asnquiz.ui.local.question_page import LocalQuestionPage

        now, seed = journey.learning.clock.now(), journey.seeds()
        sitting = try_question(destination.item, pack, profile=profile.id, at=now, seed=seed)
        window.show_page(LocalQuestionPage(window.theme, sitting, window.go))
        return
    from asnquiz.ui.local.page import LocalPage

    window.show_page(LocalPage(window.theme, see_local(pack), profile.person.employment, window.go))
