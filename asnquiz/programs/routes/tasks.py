"""To the tasks of an office: a file that brings one, its page, and the beginning of its exam."""

from functools import partial
from pathlib import Path

from asnquiz.domain.task import Session, SignedTask, Task
from asnquiz.programs.journey import Journey
from asnquiz.programs.learning import read_task_file
from asnquiz.ui.destinations import BeginQuiz, BeginTask, ShowTask
from asnquiz.usecases.see_tasks import TaskStanding, see_task
from asnquiz.usecases.take_quiz import TaskPlan
from asnquiz.usecases.take_task import OfferedTask, offer_task, take_task

_NOT_OPENED = "Berkas tugas belum dapat dibuka"
_NOT_TAKEN = "Tugas belum diambil"


def travel(journey: Journey, destination: ShowTask | BeginTask) -> None:
    work = partial(see_task, journey.profile.id, destination.task, journey.learning.store)
    show = _show if isinstance(destination, ShowTask) else _begin
    journey.fetch(work, partial(show, journey), "Membuka tugas …")


def open_task_file(journey: Journey, file: Path) -> None:
    """Shows what a file asks, or the page of the task where it was taken on before."""
    learning = journey.learning
    work = partial(offer_task, file, journey.profile.id, read_task_file, store=learning.store, clock=learning.clock)
    journey.fetch(work, partial(_offer, journey), "Membuka berkas tugas …", _NOT_OPENED)


def _offer(journey: Journey, offered: OfferedTask) -> None:
    from asnquiz.ui.tasks.offer_page import OfferPage

    window = journey.window
    if offered.taken:
        window.go(ShowTask(offered.signed.task.id))
        return
    window.show_page(OfferPage(window.theme, offered, take=partial(_take, journey, offered.signed), go=window.go))


def _take(journey: Journey, signed: SignedTask) -> None:
    learning = journey.learning
    work = partial(
        take_task,
        signed,
        journey.profile.id,
        store=learning.store,
        packs=learning.packs,
        clock=learning.clock,
        seed=journey.seeds(),
    )
    go = journey.goer()
    journey.fetch(work, lambda _: go(ShowTask(signed.task.id)), "Mengambil tugas …", _NOT_TAKEN)


def _show(journey: Journey, standing: TaskStanding) -> None:
    from asnquiz.ui.tasks.task_page import TaskPage

    journey.window.show_page(TaskPage(journey.window.theme, standing, journey.window.go))


def _begin(journey: Journey, standing: TaskStanding) -> None:
    from asnquiz.ui.tasks.session_page import SessionPage

    window, task = journey.window, standing.task
    if not task.supervised:
        window.go(BeginQuiz(TaskPlan(task.id)))
        return
    begin = partial(_begin_supervised, journey, task)
    window.show_page(SessionPage(window.theme, task, journey.session, begin=begin, go=window.go))


def _begin_supervised(journey: Journey, task: Task, session: Session) -> None:
    journey.session = session
    journey.window.go(BeginQuiz(TaskPlan(task.id, session)))
