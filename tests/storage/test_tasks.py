"""Tasks that were taken on come back as they were, each to its own person, and with them what was made for them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.taken_task import TakenTask, TaskAttempt
from asnquiz.domain.task import Session
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.record import record_at_a_glance
from tests import builders

SESSION = Session("Budi Santoso", "Aula lantai 2", "K7M2")


def test_tasks_come_back_the_one_taken_last_first(path: Path, store: LearnerDatabase, learner: UUID) -> None:
    first, second = builders.signed_task(), builders.signed_task(builders.task(title="Ujian “kedua”", units=()))
    store.take_task(learner, first, builders.moment(2))
    store.take_task(learner, second, builders.moment(3))
    expected = (TakenTask(second, builders.moment(3), None), TakenTask(first, builders.moment(2), None))
    assert store.tasks(learner) == expected
    with record_at_a_glance(path) as record:
        assert record.tasks(learner) == expected
    other = builders.profile()
    store.add_profile(other)
    assert store.tasks(other.id) == ()


def test_a_task_that_is_taken_on_again_stays_as_it_is(store: LearnerDatabase, learner: UUID) -> None:
    signed, file_id = builders.signed_task(), uuid4()
    store.take_task(learner, signed, builders.moment(2))
    store.keep_handed_in(learner, signed.task.id, file_id, builders.moment(3))
    store.take_task(learner, builders.signed_task(signed.task, text=b"{}"), builders.moment(4))
    assert store.tasks(learner) == (TakenTask(signed, builders.moment(2), builders.moment(3), file_id),)


def test_the_proof_saved_last_is_kept(store: LearnerDatabase, learner: UUID) -> None:
    signed, last = builders.signed_task(), uuid4()
    store.take_task(learner, signed, builders.moment(2))
    store.keep_handed_in(learner, signed.task.id, uuid4(), builders.moment(3))
    store.keep_handed_in(learner, signed.task.id, last, builders.moment(4))
    assert store.tasks(learner) == (TakenTask(signed, builders.moment(2), builders.moment(4), last),)


def test_nobody_takes_on_or_hands_in_what_is_not_there(store: LearnerDatabase, learner: UUID) -> None:
    with pytest.raises(Refusal, match="Profil ini tidak ada lagi"):
        store.take_task(uuid4(), builders.signed_task(), builders.moment(2))
    with pytest.raises(Refusal, match="Tugas itu tidak ada lagi"):
        store.keep_handed_in(learner, uuid4(), uuid4(), builders.moment(2))


def test_an_attempt_knows_its_task_and_a_task_its_attempts(path: Path, store: LearnerDatabase, learner: UUID) -> None:
    task, pack = uuid4(), builders.pack()
    supervised, alone, other, free = (
        builders.attempt(pack, learner, started=builders.moment(place)) for place in range(2, 6)
    )
    store.begin(supervised, b"compiled", task=TaskAttempt(task, SESSION))
    store.begin(alone, b"compiled", supervised.id, task=TaskAttempt(task, None))
    store.begin(other, b"compiled", task=TaskAttempt(uuid4(), None))
    store.begin(free, b"compiled")
    assert store.task_of(supervised.id) == TaskAttempt(task, SESSION)
    assert store.task_of(alone.id) == TaskAttempt(task, None)
    assert store.task_of(free.id) is None
    begun = [one for one in reversed(store.summaries(learner)) if one.task == task]
    assert [one.id for one in begun] == [supervised.id, alone.id]
    assert [one.state for one in begun] == [AttemptState.ABANDONED, AttemptState.ACTIVE]
    assert {one.id: one.task for one in store.summaries(learner)}[free.id] is None
    with record_at_a_glance(path) as record:
        assert record.summaries(learner) == store.summaries(learner)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tasks SET content = replace(content, 'Contoh', 'Lain')",
        "UPDATE task_attempts SET supervisor = 'Orang lain'",
    ],
)
def test_a_row_that_was_changed_outside_is_refused(
    path: Path, store: LearnerDatabase, learner: UUID, statement: str
) -> None:
    signed = builders.signed_task()
    store.take_task(learner, signed, builders.moment(2))
    attempt = builders.attempt(builders.pack(), learner)
    store.begin(attempt, b"compiled", task=TaskAttempt(signed.task.id, SESSION))
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute(statement).rowcount == 1
        plain.commit()
    with pytest.raises(Refusal, match="berubah di luar program"):
        (store.tasks(learner), store.task_of(attempt.id))


def test_a_database_of_the_second_version_takes_tasks_after_it_was_migrated(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "asnquiz.storage:migrations")
        command.upgrade(config, "0002")
        connection.exec_driver_sql("PRAGMA user_version=2")
    engine.dispose()
    store = open_learner_database(path)
    profile, signed = builders.profile(), builders.signed_task()
    store.add_profile(profile)
    store.take_task(profile.id, signed, builders.moment(2))
    assert store.tasks(profile.id) == (TakenTask(signed, builders.moment(2), None),)
    store.close()
