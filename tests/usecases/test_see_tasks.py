"""How far somebody is with what an office asked, and which task comes first."""

import datetime as dt
from uuid import UUID, uuid4

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Task
from asnquiz.usecases.hand_over import may_leave, preview
from asnquiz.usecases.see_progress import see_progress
from asnquiz.usecases.see_tasks import TaskStanding, TaskState, next_task, see_task, see_tasks
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan, TaskPlan
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk

NOW = dt.datetime(2026, 11, 21, 1, tzinfo=dt.UTC)


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


def taken(desk: Desk, **changes: object) -> Task:
    task = builders.task(**changes)
    desk.store.take_task(desk.profile, builders.signed_task(task), desk.clock.now())
    return task


def standing(desk: Desk, task: Task) -> TaskStanding:
    return see_task(desk.profile, task.id, desk.store)


def hand_in(desk: Desk, task: UUID) -> None:
    desk.store.keep_handed_in(desk.profile, task, uuid4(), desk.clock.now())


def test_a_task_goes_from_not_done_to_handed_in_and_back_with_another_attempt(desk: Desk) -> None:
    task = taken(desk)
    assert (standing(desk, task).state, standing(desk, task).words) == (TaskState.NOT_DONE, "Belum dikerjakan")
    exam = desk.start(TaskPlan(task.id))
    assert (standing(desk, task).state, standing(desk, task).words) == (TaskState.BEGUN, "Sedang dikerjakan")
    desk.finish(exam)
    done = standing(desk, task)
    assert (done.state, done.words) == (TaskState.DONE, "Sudah dikerjakan, belum disimpan untuk kantor")
    hand_in(desk, task.id)
    saved = standing(desk, task)
    assert saved.state is TaskState.HANDED_IN
    words = "Sudah disimpan pada 21 November 2026 pukul 08.00, belum dipastikan diterima"
    assert saved.words == words
    desk.finish(desk.start(TaskPlan(task.id)))
    again = standing(desk, task)
    assert again.state is TaskState.DONE
    assert again.words == f"{words}. Ada ujian yang selesai sesudahnya dan belum ikut tersimpan"
    hand_in(desk, task.id)
    assert standing(desk, task).state is TaskState.HANDED_IN


def test_an_attempt_that_was_left_is_none_that_is_done(desk: Desk) -> None:
    task = taken(desk)
    desk.abandon(desk.start(TaskPlan(task.id)).attempt.id)
    assert standing(desk, task).state is TaskState.NOT_DONE
    assert len(standing(desk, task).attempts) == 1


def test_each_task_has_its_own_attempts_in_the_order_begun(desk: Desk) -> None:
    first, second = taken(desk), taken(desk)
    desk.start(ExamPlan())
    one, other = desk.start(TaskPlan(first.id)), desk.start(TaskPlan(first.id))
    seen = see_tasks(desk.profile, desk.store)
    assert [found.task.id for found in seen] == [second.id, first.id]
    assert [[attempt.id for attempt in found.attempts] for found in seen] == [[], [one.attempt.id, other.attempt.id]]
    assert seen[1].open_attempt is not None
    assert seen[1].open_attempt.id == other.attempt.id


def test_a_task_of_nobody_here_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="Buka berkas tugas"):
        see_task(desk.profile, uuid4(), desk.store)


def test_the_open_task_that_is_due_first_comes_first(desk: Desk) -> None:
    late = taken(desk, deadline=dt.date(2026, 10, 21))
    later = taken(desk, deadline=dt.date(2026, 12, 24))
    soon = taken(desk, deadline=dt.date(2026, 11, 25))
    over = taken(desk, deadline=dt.date(2026, 11, 1))

    def first() -> UUID | None:
        found = next_task(see_tasks(desk.profile, desk.store), NOW)
        return found.task.id if found else None

    for task in (over, soon, later):
        assert first() == task.id
        hand_in(desk, task.id)
    assert first() is None, "nobody waits a month for what was due before that"
    assert next_task(see_tasks(desk.profile, desk.store), NOW - dt.timedelta(days=30)) is not None
    assert standing(desk, late).state is TaskState.NOT_DONE


def test_the_first_screen_tells_a_task_from_what_is_open_beside_it(desk: Desk) -> None:
    task = taken(desk)
    practice = desk.start(PracticePlan(None, 3))
    desk.start(TaskPlan(task.id))
    seen = see_progress(builders.profile(id=desk.profile), desk.packs.pack, desk.store, desk.clock.now().utc)
    assert seen.task is not None
    assert seen.task.state is TaskState.BEGUN
    assert seen.open_attempt is not None
    assert seen.open_attempt.id == practice.attempt.id


def test_the_exam_of_a_task_leaves_only_sealed_for_its_office(desk: Desk) -> None:
    task = taken(desk)
    exam = desk.start(TaskPlan(task.id))
    desk.finish(exam)
    own = desk.start(ExamPlan())
    desk.finish(own)
    assert [one.id for one in may_leave(desk.profile, desk.store)] == [own.attempt.id]
    with pytest.raises(Refusal, match="hanya keluar terkunci untuk kantor itu"):
        preview(builders.profile(id=desk.profile), [exam.attempt.id], store=desk.store, packs=desk.packs)
