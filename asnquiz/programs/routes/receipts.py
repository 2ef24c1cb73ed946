"""To paper from Rekap nilai: the receipts of an agency's units."""

from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.documents import press_for, save
from asnquiz.programs.routes.recap import asked, store_of
from asnquiz.ui.destinations import PrintReceipts
from asnquiz.usecases.name_file import slug
from asnquiz.usecases.write_receipt import write_receipts


def travel(journey: Journey, destination: PrintReceipts) -> None:
    """Saves them over the page that stays. Raises Refusal where there is no content."""
    pack, now = journey.pack, journey.learning.clock.now().utc

    def make() -> bytes:
        from asnquiz.documents.receipt import receipts_pdf

        question, _ = asked(journey)
        receipts = write_receipts(question, destination.agency, None, store=store_of(journey), now=now)
        return receipts_pdf(press_for(pack), receipts)

    save(journey, f"tanda-terima-{slug(destination.agency)}.pdf", make)
