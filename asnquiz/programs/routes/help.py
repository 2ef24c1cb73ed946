"""To Bantuan: the guides, a topic of one, the walk around, and the sheet of keys over the page that stays."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING

from asnquiz.domain.guide import Guide, Topic, place_in
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import Journey
from asnquiz.programs.paths import guides_folder
from asnquiz.programs.routes.settings import about_program
from asnquiz.ui.destinations import LookAround, ReadGuide, Section, ShowKeys
from asnquiz.ui.messages import sentence

if TYPE_CHECKING:
    from asnquiz.ui.help.key_sheet import ShowTopic
    from asnquiz.ui.widgets.passage_search import Find
    from asnquiz.usecases.find_passages import FoundPassages, PassageIndex

_NOT_READ = "Panduan belum dapat dibuka"
_NO_PLACE = "Bagian panduan itu tidak ada di versi program ini. Cari dengan kata lain di Bantuan."


def travel(journey: Journey, destination: Section | ReadGuide | LookAround | ShowKeys) -> None:
    match destination:
        case ReadGuide(link):
            journey.fetch(partial(_place, link), partial(_topic, journey, destination), "Membuka panduan …", _NOT_READ)
        case LookAround(back):
            from asnquiz.ui.help.walk_page import WalkPage

            journey.window.show_page(WalkPage(journey.window.theme, back, journey.window.go))
        case ShowKeys():
            show_keys(journey)
        case _:
            journey.fetch(_guides_or_not, partial(_contents, journey), "Membuka Bantuan …")


@cache
def _guides() -> tuple[Guide, ...]:
    """Read once, when somebody asks for help first."""
    from asnquiz.content.guides import read_guides

    return read_guides(guides_folder())


def _guides_or_not() -> tuple[Guide, ...] | Refusal:
    try:
        return _guides()
    except Refusal as refusal:
        return refusal


def _place(link: str) -> tuple[Guide, Topic, int | None]:
    """Where a link leads. Raises Refusal where it leads nowhere, or the guides cannot be read."""
    guides = _guides()
    found = place_in(guides, link)
    if found is None:
        raise Refusal(_NO_PLACE)
    topic, block = found
    return next(guide for guide in guides if guide.name == topic.guide), topic, block


def _topic(journey: Journey, wanted: ReadGuide, found: tuple[Guide, Topic, int | None]) -> None:
    from asnquiz.ui.help.topic_page import TopicPage

    guide, topic, block = found
    window = journey.window
    at = block if wanted.block is None else wanted.block
    window.show_page(TopicPage(window.theme, guide, topic, window.go, at, wanted.row))


def _contents(journey: Journey, guides: tuple[Guide, ...] | Refusal) -> None:
    from asnquiz.ui.help.page import HelpPage

    window = journey.window
    window.show_page(HelpPage(window.theme, guides, window.go, _finder(journey), about_program(journey.content)))


def _finder(journey: Journey) -> "Find[Topic]":
    from asnquiz.usecases.find_in_guides import index_guides
    from asnquiz.usecases.find_passages import find_passages

    @cache
    def index() -> "PassageIndex[Topic]":
        return index_guides(_guides())

    def find(typed: str, show: "Callable[[FoundPassages[Topic]], None]") -> None:
        if not journey.under_way:
            journey.fetch(lambda: find_passages(typed, index()), show, "Mencari …", "Pencarian belum berhasil")

    return find


def show_keys(journey: Journey) -> None:
    """Opens the sheet of keys over whatever is on screen, once."""
    from asnquiz.ui.help.key_sheet import KeySheet

    window = journey.window
    if isinstance(window.over, KeySheet):
        return

    def look_up(link: str, show: "ShowTopic") -> None:
        def shown(found: tuple[Guide, Topic, int | None]) -> None:
            if sheet in window.findChildren(KeySheet):
                show(*found[1:])

        def failed(error: Exception) -> None:
            window.report(_NOT_READ, sentence(error))

        journey.background.run(partial(_place, link), shown, failed)

    sheet = KeySheet(window.theme, window, window.page, look_up, window.over)
    window.arrived.connect(sheet.reject)
    sheet.open()
