"""To paper: asks where a PDF goes, makes it in the background, and says where it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from asnquiz import __version__
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Profile
from asnquiz.domain.wording import PHASE
from asnquiz.programs.journey import Journey
from asnquiz.programs.paths import assets_folder
from asnquiz.programs.routes.settings import person_keeper
from asnquiz.ui.destinations import PrintCertificate, PrintLesson, PrintPledge, PrintRule, PrintSheet
from asnquiz.usecases.certify import Draft, draft_certificate
from asnquiz.usecases.name_file import slug
from asnquiz.usecases.read_lesson import read_lesson

if TYPE_CHECKING:
    from asnquiz.documents.paper import Press

Printing = PrintLesson | PrintSheet | PrintRule | PrintPledge

_NOT_SAVED = "PDF belum tersimpan"


def travel(journey: Journey, destination: Printing | PrintCertificate) -> None:
    """Saves a document over the page that stays; a certificate has a page. Raises Refusal where there is no content."""
    if isinstance(destination, PrintCertificate):
        _certificate(journey, destination.attempt)
        return
    name, make = _document(journey, destination)
    save(journey, f"{name}.pdf", make)


def save(journey: Journey, name: str, make: Callable[[], bytes], saved: Callable[[Path], None] | None = None) -> None:
    """Asks where to, offering `name`; what `make` then makes in the background is kept whole or not at all."""
    from asnquiz.ui.printing.saving import ask_where, tell_saved

    def write(file: Path) -> Path:
        from asnquiz.scorefiles.durable import write

        write(file, make())
        return file

    def chosen(file: Path) -> None:
        journey.fetch(partial(write, file), saved or partial(tell_saved, journey.window), "Menyimpan PDF …", _NOT_SAVED)

    ask_where(journey.window, journey.folder / name, chosen)


def press_for(pack: Pack) -> "Press":
    """What pages are made with that quote a pack; for the background, where it loads what draws them."""
    from asnquiz.documents.paper import Press

    return Press(pack, assets_folder() / "icons")


def _document(journey: Journey, destination: Printing) -> tuple[str, Callable[[], bytes]]:
    """The name of its file, and what makes it in the background."""
    pack = journey.pack
    match destination:
        case PrintLesson(lesson):
            return f"materi-{lesson}", partial(_lesson, journey, pack, lesson)
        case PrintSheet(phase, job):
            return f"lembar-saku-{PHASE[phase].lower()}-{slug(pack.jobs[job])}", partial(_sheet, pack, destination)
        case PrintRule(rule):
            return f"kartu-jawaban-{rule}", partial(_rule, pack, rule)
        case PrintPledge():
            return "ikrar-netralitas", partial(_pledge, pack)


def _certificate(journey: Journey, attempt: UUID) -> None:
    from asnquiz.ui.printing.certificate import CertificatePresenter
    from asnquiz.ui.printing.certificate_page import CertificatePage
    from asnquiz.ui.printing.saving import tell_saved

    window, learning = journey.window, journey.learning

    def draft(profile: Profile) -> Draft:
        return draft_certificate(
            profile, attempt, store=learning.store, packs=learning.packs, seal=learning.seal, program=__version__
        )

    def keep(shown: Draft) -> None:
        more = shown.notice or ""
        save(journey, shown.file_name, partial(_signed, journey, shown), lambda file: tell_saved(window, file, more))

    presenter = CertificatePresenter(
        person_keeper(journey), draft=draft, save=keep, background=journey.background, report=journey.reporter()
    )
    window.show_page(CertificatePage(window.theme, presenter, attempt, window.go))


def _signed(journey: Journey, shown: Draft) -> bytes:
    from asnquiz.documents.certificate import certificate_pdf

    text = journey.learning.seal.certify(shown.certificate)
    return certificate_pdf(press_for(shown.pack), shown.certificate, shown.device, text)


def _lesson(journey: Journey, pack: Pack, lesson: str) -> bytes:
    from asnquiz.content.markdown import prose
    from asnquiz.documents.lesson import lesson_pdf

    view = read_lesson(lesson, journey.profile, pack=pack, store=journey.learning.store, prose=prose)
    return lesson_pdf(press_for(pack), view)


def _sheet(pack: Pack, wanted: PrintSheet) -> bytes:
    from asnquiz.documents.sheet import sheet_pdf

    return sheet_pdf(press_for(pack), wanted.phase, wanted.job)


def _rule(pack: Pack, rule: str) -> bytes:
    from asnquiz.documents.rule_card import rule_pdf

    return rule_pdf(press_for(pack), rule)


def _pledge(pack: Pack) -> bytes:
    from asnquiz.documents.pledge import pledge_pdf

    return pledge_pdf(press_for(pack))
