"""To Hukum dan istilah, and to Diskusi: the list, and one question of it."""

from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import BrowseLaw, Discuss
from asnquiz.usecases.discuss import discuss


def travel(journey: Journey, destination: BrowseLaw | Discuss) -> None:
    window, pack = journey.window, journey.pack
    match destination:
        case BrowseLaw():
            from asnquiz.ui.law.page import LawPage

            window.show_page(LawPage(window.theme, pack, window.go))
        case Discuss(None):
            from asnquiz.ui.discussion.list_page import DiscussionPage

            window.show_page(DiscussionPage(window.theme, pack, window.go))
        case Discuss(str(item)):
            from asnquiz.ui.discussion.item_page import DiscussItemPage

            window.show_page(DiscussItemPage(window.theme, discuss(item, pack), window.go))
