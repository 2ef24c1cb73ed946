"""Who learns here and how far: what the first screen reads, in plain SQL that also runs before SQLAlchemy is loaded."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from asnquiz.domain.answering import UNMATCHED, Answer
from asnquiz.domain.attempt import AttemptSummary
from asnquiz.domain.learned import Recall
from asnquiz.domain.person import Profile
from asnquiz.domain.taken_task import TakenTask
from asnquiz.storage import rows

# A statement and the values of its question marks, to rows by column name.
Run = Callable[[str, tuple[Any, ...]], Iterable[rows.Row]]

# See rows.path_setting and rows.pin_setting.
_PROFILES = """
SELECT profiles.*, nullif(paths.value, '') AS job, nullif(pins.value, '') IS NOT NULL AS pin
FROM profiles
LEFT JOIN settings AS paths ON paths.name = 'path ' || profiles.id
LEFT JOIN settings AS pins ON pins.name = 'pin ' || profiles.id
ORDER BY created_counter
"""
_TASKS = "SELECT * FROM tasks WHERE profile = ? ORDER BY taken_counter DESC"
_LESSONS_READ = "SELECT lesson FROM lessons_read WHERE profile = ? AND pack_id = ?"

# SQLite takes a group's bare columns from the row of its maximum: https://www.sqlite.org/lang_select.html, 2.5
_LATEST_RECALLS = """
SELECT *, max(number) FROM recalls WHERE profile = ? AND pack_id = ? GROUP BY rule ORDER BY due_utc, number
"""
_LAST_ASKED = """
SELECT responses.item, max(responses.at_counter) AS counter
FROM responses
JOIN attempts ON attempts.id = responses.attempt
JOIN packs ON packs.sha256 = attempts.pack
WHERE attempts.profile = ? AND packs.id = ?
GROUP BY responses.item
"""
_SUMMARIES = f"""
WITH
last AS (
    SELECT responses.attempt, responses.answer, max(responses.number)
    FROM responses JOIN attempts ON attempts.id = responses.attempt
    WHERE attempts.profile = ?
    GROUP BY responses.attempt, responses.item
),
answered AS (
    SELECT attempt, count(*) AS many FROM last
    WHERE answer <> '[]' AND instr(answer, '{UNMATCHED}') = 0
    GROUP BY attempt
)
SELECT
    attempts.*, packs.id AS pack_id, packs.version AS pack_version, coalesce(answered.many, 0) AS answered,
    (SELECT count(*) FROM attempt_items WHERE attempt_items.attempt = attempts.id) AS total,
    task_attempts.task
FROM attempts
LEFT JOIN packs ON packs.sha256 = attempts.pack
LEFT JOIN answered ON answered.attempt = attempts.id
LEFT JOIN task_attempts ON task_attempts.attempt = attempts.id
WHERE attempts.profile = ?
ORDER BY attempts.started_counter DESC
"""  # noqa: S608 - a constant of the program

_ANSWERS = """
WITH last AS (
    SELECT responses.attempt, responses.item, responses.answer, max(responses.number)
    FROM responses JOIN attempts ON attempts.id = responses.attempt
    WHERE attempts.profile = ?
    GROUP BY responses.attempt, responses.item
)
SELECT attempt_items.attempt, attempt_items.item, coalesce(last.answer, '[]') AS answer
FROM attempts
JOIN attempt_items ON attempt_items.attempt = attempts.id
LEFT JOIN last ON last.attempt = attempt_items.attempt AND last.item = attempt_items.item
WHERE attempts.profile = ?
ORDER BY attempts.started_counter, attempt_items.number
"""


class Record:
    """The reads of usecases.ports.LearnerRecord over one connection of whatever kind."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def profiles(self) -> tuple[Profile, ...]:
        return tuple(rows.profile_of(row) for row in self._run(_PROFILES, ()))

    def summaries(self, profile: UUID) -> tuple[AttemptSummary, ...]:
        return tuple(rows.summary_of(row) for row in self._run(_SUMMARIES, (str(profile), str(profile))))

    def answers(self, profile: UUID) -> Mapping[UUID, Mapping[str, Answer]]:
        asked: dict[str, dict[str, Answer]] = {}
        for row in self._run(_ANSWERS, (str(profile), str(profile))):
            asked.setdefault(row["attempt"], {})[row["item"]] = rows.answer_of(row)
        return {UUID(attempt): answers for attempt, answers in asked.items()}

    def lessons_read(self, profile: UUID, pack_id: str) -> frozenset[str]:
        return frozenset(row["lesson"] for row in self._run(_LESSONS_READ, (str(profile), pack_id)))

    def latest_recalls(self, profile: UUID, pack_id: str) -> tuple[Recall, ...]:
        return tuple(rows.recall_of(row) for row in self._run(_LATEST_RECALLS, (str(profile), pack_id)))

    def last_asked(self, profile: UUID, pack_id: str) -> Mapping[str, int]:
        return {row["item"]: row["counter"] for row in self._run(_LAST_ASKED, (str(profile), pack_id))}

    def tasks(self, profile: UUID) -> tuple[TakenTask, ...]:
        return tuple(rows.taken_task_of(row) for row in self._run(_TASKS, (str(profile),)))


@contextmanager
def record_at_a_glance(database: Path) -> Iterator[Record]:
    """The record of a database file that is in order, read with the standard library alone; raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        yield Record(connection.execute)
