"""To what is done for an office: the proof that is sent to it, and the minutes of an exam that was watched over."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from asnquiz import __version__
from asnquiz.domain.person import Profile
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.documents import press_for, save
from asnquiz.programs.routes.settings import person_keeper
from asnquiz.ui.destinations import HandIn, PrintMinutes
from asnquiz.usecases.hand_in import ProofPreview, hand_in, preview_proof
from asnquiz.usecases.hand_over import HandedOver, free_path
from asnquiz.usecases.see_tasks import TaskStanding, see_task
from asnquiz.usecases.take_minutes import Minutes, take_minutes

_NO_MINUTES = "Berita acara belum dapat dibuat"
_NOT_SAVED = "Bukti nilai belum tersimpan"


def travel(journey: Journey, destination: HandIn | PrintMinutes) -> None:
    profile, store, packs = journey.profile, journey.learning.store, journey.learning.packs
    match destination:
        case HandIn(task):
            journey.fetch(partial(see_task, profile.id, task, store), partial(_proof, journey), "Membuka tugas …")
        case PrintMinutes(attempt):
            work = partial(take_minutes, profile, attempt, store=store, packs=packs)
            journey.fetch(work, partial(_minutes, journey), "Menyusun berita acara …", _NO_MINUTES)


def _proof(journey: Journey, standing: TaskStanding) -> None:
    from asnquiz.ui.proof.page import ProofPage
    from asnquiz.ui.proof.presenter import ProofPresenter

    window, learning = journey.window, journey.learning

    def preview(profile: Profile) -> ProofPreview:
        return preview_proof(
            profile,
            standing.task.id,
            store=learning.store,
            packs=learning.packs,
            today=learning.clock.now().local.date(),
            file_id=uuid4(),
        )

    presenter = ProofPresenter(
        person_keeper(journey),
        preview=preview,
        save=partial(_save, journey),
        background=journey.background,
        report=journey.reporter(),
    )
    window.show_page(ProofPage(window.theme, presenter, standing.task, window.go))


def _save(journey: Journey, shown: ProofPreview, saved: Callable[[HandedOver], None]) -> None:
    """Asks where to, and offers a name under which nothing stands yet."""
    from asnquiz.ui.printing.saving import ask_where

    def chosen(file: Path) -> None:
        journey.fetch(partial(_write, journey, shown, file), saved, "Menyimpan bukti nilai …", _NOT_SAVED)

    ask_where(journey.window, free_path(journey.folder / shown.page.file_name), chosen)


def _write(journey: Journey, shown: ProofPreview, file: Path) -> HandedOver:
    from asnquiz.documents.proof import proof_pdf

    learning = journey.learning
    return hand_in(
        shown,
        file,
        seal=learning.seal,
        page=partial(proof_pdf, press_for(shown.pack), shown.page),
        store=learning.store,
        clock=learning.clock,
        program=__version__,
    )


def _minutes(journey: Journey, minutes: Minutes) -> None:
    def make() -> bytes:
        from asnquiz.documents.minutes import minutes_pdf

        return minutes_pdf(press_for(minutes.pack), minutes)

    save(journey, minutes.file_name, make)
