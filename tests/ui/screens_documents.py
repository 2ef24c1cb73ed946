"""The screens on the way to paper: a passed exam's result, the certificate's preview and form, and what is saved."""

from collections.abc import Iterator
from uuid import UUID, uuid4

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptState
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.ui.destinations import ShowResult
from asnquiz.usecases import take_quiz
from asnquiz.usecases.take_quiz import ExamPlan, Plan
from tests.ui.conftest import Opened


def screens(opened: Opened) -> Iterator[str]:
    """From any page, with a person who has a name and a number."""
    walker = opened.walker
    opened.window.go(ShowResult(passed_exam(opened)))
    walker.settle()
    yield "hasil-ujian-lulus"
    walker.press("Simpan PDF")
    yield "surat-keterangan"
    walker.press("Cantumkan NIP/NI PPPK")
    yield "surat-keterangan-nip"
    walker.press("Simpan PDF")
    save_as_offered(walker)
    yield "surat-keterangan-tersimpan"
    walker.press("Selesai")
    walker.press("Ubah data diri")
    yield "surat-keterangan-data-diri"
    walker.press("Lihat isi surat")


def passed_exam(opened: Opened, wrong: int = 4, plan: Plan | None = None) -> UUID:
    """An exam of the pack in use that was finished, all but some answers right; one that a person picked, or `plan`."""
    learning, attempt = opened.learning, uuid4()
    sitting = take_quiz.start(
        plan or ExamPlan(),
        opened.profile.id,
        store=learning.store,
        packs=learning.packs,
        clock=learning.clock,
        attempt_id=attempt,
        seed=7,
    )
    for index in range(wrong, len(sitting.attempt.items)):
        picked, now = right_answer(sitting.item(index)), learning.clock.now()
        sitting = take_quiz.answer(sitting, index, picked, flagged=False, at=now, remaining_ms=1_000_000)
        learning.store.add_response(attempt, sitting.attempt.responses[-1])
    take_quiz.finish(sitting, AttemptState.FINISHED, store=learning.store, clock=learning.clock)
    return attempt
