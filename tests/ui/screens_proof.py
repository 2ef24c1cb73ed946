"""The screens of what is done for an office: a supervised exam's result, its minutes, and its proof in three steps."""

from collections.abc import Iterator

from asnquiz.domain.task import Session, SignedTask, Task
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.scorefiles import task_file
from asnquiz.ui.destinations import ShowResult
from asnquiz.usecases.take_quiz import TaskPlan
from tests.scorefiles import offices
from tests.ui.conftest import Opened
from tests.ui.screens_documents import passed_exam

SESSION = Session("Rahmat Hidayat, S.Sos.", "Aula Kantor Camat", "K7M2")


def take_on(opened: Opened, task: Task) -> SignedTask:
    """Somebody who said yes to a task."""
    signed = task_file.read(task_file.sign(task, offices.SIGNING))
    opened.learning.store.take_task(opened.profile.id, signed, opened.learning.clock.now())
    return signed


def proof_screens(opened: Opened) -> Iterator[str]:
    """From any page, with a person who has a name and a number."""
    walker, task = opened.walker, offices.task(supervised=True)
    take_on(opened, task)
    opened.window.go(ShowResult(passed_exam(opened, plan=TaskPlan(task.id, SESSION))))
    walker.settle()
    yield "hasil-ujian-tugas"
    walker.press("Simpan PDF")
    save_as_offered(walker)
    yield "berita-acara-tersimpan"
    walker.press("Selesai")
    walker.press("Simpan bukti nilai")
    yield "bukti-nilai-data-diri"
    walker.press("Lihat yang dikirim")
    yield "bukti-nilai-isi"
    walker.press("Simpan PDF …")
    save_as_offered(walker)
    yield "bukti-nilai-tersimpan"
