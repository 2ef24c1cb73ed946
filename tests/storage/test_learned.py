"""Rules recalled, steps through case studies and pledges come back as they were, each to its own person."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import IntegrityError

from asnquiz.domain.attempt import AttemptKind, AttemptState
from asnquiz.domain.learned import CaseStep, PledgeTaken
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.checksum import row_checksum
from asnquiz.storage.engine import make_engine, writing
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.record import record_at_a_glance
from asnquiz.storage.schema import bring_up_to_date
from asnquiz.storage.tables import profiles
from tests import builders
from tests.recalled import add_recalls


def test_recalls_come_back_and_the_last_of_each_rule_by_when_it_is_due(
    path: Path, store: LearnerDatabase, learner: UUID
) -> None:
    soon, late = (dt.datetime(2026, 12, day, tzinfo=dt.UTC) for day in (1, 24))
    first = builders.recall("aturan-1", 2, due=soon, rating=1)
    other = builders.recall("aturan-2", 3, due=soon, card='{"step": null}')
    again = builders.recall("aturan-1", 4, due=late)
    add_recalls(store, learner, "contoh", [first, other])
    add_recalls(store, learner, "contoh", [again])
    add_recalls(store, learner, "lain", [builders.recall("aturan-9", 5)])
    assert store.recalls(learner, "contoh") == (first, other, again)
    assert store.latest_recalls(learner, "contoh") == (other, again)
    with record_at_a_glance(path) as record:
        assert record.latest_recalls(learner, "contoh") == (other, again)


def test_choices_and_pledges_come_back_in_their_order(store: LearnerDatabase, learner: UUID) -> None:
    steps = tuple(CaseStep("kasus", scene, 1, builders.moment(place)) for place, scene in enumerate(("a", "b", "a"), 2))
    for step in steps:
        store.add_case_step(learner, "contoh", step)
    taken = PledgeTaken(builders.moment(9), "Kami berikrar: netral.")
    store.add_pledge(learner, taken)
    assert store.case_steps(learner, "contoh") == steps
    assert store.case_steps(learner, "lain") == ()
    assert store.pledges(learner) == (taken,)
    stranger = builders.profile()
    store.add_profile(stranger)
    assert (store.recalls(stranger.id, "contoh"), store.pledges(stranger.id)) == ((), ())


@pytest.mark.parametrize("table", ["recalls", "case_steps", "pledges"])
def test_a_row_that_was_changed_outside_is_refused(
    path: Path, store: LearnerDatabase, learner: UUID, table: str
) -> None:
    add_recalls(store, learner, "contoh", [builders.recall("aturan-1")])
    store.add_case_step(learner, "contoh", CaseStep("kasus", "a", 1, builders.moment()))
    store.add_pledge(learner, PledgeTaken(builders.moment(), "Kami berikrar."))
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"UPDATE {table} SET at_counter = 99")  # noqa: S608
        plain.commit()
    read: dict[str, Callable[[], object]] = {
        "recalls": lambda: store.recalls(learner, "contoh"),
        "case_steps": lambda: store.case_steps(learner, "contoh"),
        "pledges": lambda: store.pledges(learner),
    }
    with pytest.raises(Refusal, match="berubah di luar program"):
        read[table]()


def test_a_database_of_the_first_version_is_migrated_with_its_rows(path: Path) -> None:
    engine = make_engine(path)
    with writing(engine) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "asnquiz.storage:migrations")
        command.upgrade(config, "0001")
        connection.exec_driver_sql("PRAGMA user_version=1")
    engine.dispose()
    values = (str(UUID(int=1)), "Siti Aminah", None, None, None, None, "2026-11-21T01:00:00.000Z", 420, 1, 0)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(
            "INSERT INTO profiles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, row_checksum(profiles.name, values)),
        )
        plain.commit()
    store = open_learner_database(path)
    (profile,) = store.profiles()
    assert profile.person == Person("Siti Aminah")
    pack = builders.pack()
    attempt = builders.attempt(pack, profile.id, AttemptKind.POSTTEST)
    store.begin(attempt, b"compiled")
    assert store.attempt(attempt.id) == attempt
    store.close()
    again = make_engine(path)
    bring_up_to_date(again, lambda: pytest.fail("nothing is left to migrate"))
    again.dispose()


def test_an_answer_and_what_it_recalls_are_kept_together_or_not_at_all(store: LearnerDatabase, learner: UUID) -> None:
    attempt = builders.attempt(builders.pack(), learner, AttemptKind.PRACTICE)
    store.begin(attempt, b"compiled")
    first, second = builders.recall("aturan-1", 2), builders.recall("aturan-2", 3)
    store.add_response(attempt.id, builders.response("soal-single", (1,)), [first])
    assert store.recalls(learner, "contoh") == (first,)
    impossible = builders.recall("aturan-3", 3, rating=9)
    with pytest.raises(IntegrityError):
        store.add_response(attempt.id, builders.response("soal-verdict", (1,), 3), [second, impossible])
    with pytest.raises(IntegrityError):
        store.end(attempt.id, AttemptState.FINISHED, builders.moment(4), None, [second, impossible])
    assert store.attempt(attempt.id).state is AttemptState.ACTIVE
    store.end(attempt.id, AttemptState.FINISHED, builders.moment(4), None, [second])
    store.end(attempt.id, AttemptState.FINISHED, builders.moment(5), None, [first])
    with pytest.raises(Refusal):
        store.add_response(attempt.id, builders.response("soal-single", (2,), 6), [first])
    assert store.recalls(learner, "contoh") == (first, second)
    assert len(store.attempt(attempt.id).responses) == 1


def test_what_was_asked_last_is_told_by_the_counter_of_its_last_response(
    path: Path, store: LearnerDatabase, learner: UUID
) -> None:
    attempt = builders.attempt(builders.pack(), learner)
    store.begin(attempt, b"compiled")
    for item, answer, counter in (("soal-single", (1,), 2), ("soal-verdict", (), 3), ("soal-single", (2,), 4)):
        store.add_response(attempt.id, builders.response(item, answer, counter))
    assert store.last_asked(learner, "contoh") == {"soal-single": 4, "soal-verdict": 3}
    assert store.last_asked(learner, "lain") == {}
    with record_at_a_glance(path) as record:
        assert record.last_asked(learner, "contoh") == {"soal-single": 4, "soal-verdict": 3}
