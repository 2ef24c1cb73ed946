"""To what is printed for a briefing before it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from asnquiz.domain.briefing import Briefing
from asnquiz.domain.pack import Pack
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.begin_briefing import store_of
from asnquiz.programs.routes.documents import press_for, save
from asnquiz.ui.briefing.papers_page import Paper, PapersPage
from asnquiz.ui.destinations import BriefingPapers
from asnquiz.usecases.name_file import briefing_file

if TYPE_CHECKING:
    from asnquiz.documents.paper import Press

_SPARE, _ALL_SPARE = 10, 40  # rows for those who stand in, and where nobody is invited by name


def travel(journey: Journey, destination: BriefingPapers) -> None:
    def read() -> tuple[Briefing, Pack]:
        store = store_of(journey)
        briefing = store.briefing(destination.briefing)
        return briefing, journey.learning.packs.decode(store.compiled_pack(briefing.pack.sha256))

    journey.fetch(read, partial(_show, journey), "Membuka …")


def _show(journey: Journey, found: tuple[Briefing, Pack]) -> None:
    briefing, pack = found

    def save_paper(paper: Paper, nips: bool) -> None:
        name = briefing_file(paper.value, briefing.occasion, rehearsal=briefing.rehearsal)
        save(journey, f"{name}.pdf", partial(_pdf, pack, briefing, paper, nips=nips))

    window = journey.window
    window.show_page(PapersPage(window.theme, briefing, save=save_paper, go=window.go))


def _pdf(pack: Pack, briefing: Briefing, paper: Paper, *, nips: bool) -> bytes:
    return _maker(press_for(pack), briefing, paper, nips=nips)()


def _maker(press: "Press", briefing: Briefing, paper: Paper, *, nips: bool) -> Callable[[], bytes]:
    from asnquiz.documents.attendance import attendance_pdf
    from asnquiz.documents.letter_cards import letter_cards_pdf
    from asnquiz.documents.pact import joint_pact_pdf, pacts_pdf
    from asnquiz.documents.question_sheets import answer_key_pdf, question_sheets_pdf
    from asnquiz.documents.slips import slips_pdf

    occasion, guests = briefing.occasion, briefing.guests
    spare = _SPARE if guests else _ALL_SPARE
    match paper:
        case Paper.ATTENDANCE:
            return partial(attendance_pdf, press, occasion, guests, nips=nips, spare=spare)
        case Paper.SLIPS:
            return partial(slips_pdf, press, occasion, guests, briefing.way)
        case Paper.CARDS:
            return partial(letter_cards_pdf, press)
        case Paper.SHEETS:
            return partial(question_sheets_pdf, press, briefing)
        case Paper.KEY:
            return partial(answer_key_pdf, press, briefing)
        case Paper.PACTS:
            return partial(pacts_pdf, press, occasion, guests or (None,))
        case Paper.JOINT:
            return partial(joint_pact_pdf, press, occasion, guests, nips=nips, spare=spare)
