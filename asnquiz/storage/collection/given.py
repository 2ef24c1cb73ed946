"""Answers one by one, with whose they are: millions of rows, which are read a part at a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta, timezone
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from asnquiz.domain.collection import ChangedAnswer, GivenAnswer, Question
from asnquiz.domain.marking import Mark, Marking
from asnquiz.storage.collection.contents import choices_by_number
from asnquiz.storage.collection.deriving import told_attempts
from asnquiz.storage.collection.dialect import raw_rows
from asnquiz.storage.collection.results import asked_of
from asnquiz.storage.collection.rows import time_of
from asnquiz.storage.collection.tables import answers, attempts, people, roster, standings

_EXAMS_AT_ONCE = 500

_Given = list[Any]  # place, number of the choice, certainty

# Everybody of whom there are results, as the roster names them or they themselves; in the order of results.people_of.
_PERSON = (
    people.c.person,
    func.coalesce(roster.c.name, people.c.name),
    func.coalesce(roster.c.agency, ""),
    func.coalesce(roster.c.unit, ""),
)
_IN_ORDER = (
    roster.c.nip.is_(None),
    roster.c.agency,
    func.coalesce(roster.c.unit, people.c.unit),
    func.coalesce(roster.c.sought, people.c.sought),
    people.c.person,
)


def given_answers(connection: Connection, question: Question) -> Iterator[GivenAnswer]:
    exams = (
        select(attempts.c.id, *_PERSON, attempts.c.uuid, attempts.c.ended_ms, attempts.c.ended_offset)
        .select_from(standings)
        .join(attempts, attempts.c.id == standings.c.attempt)
        .join(people, people.c.person == standings.c.person)
        .outerjoin(roster, roster.c.nip == people.c.person)
        .where(asked_of(connection, question).rows)
        .order_by(*_IN_ORDER)
    )
    told = choices_by_number(connection)
    for (_, *person, uuid, ended_ms, offset), given in _with_answers(connection, exams):
        ended = time_of(ended_ms).astimezone(timezone(timedelta(minutes=offset)))
        exam = (*person, UUID(uuid), ended)
        for place, number, certainty in given:
            choice, mark = told[number]
            yield GivenAnswer._make((*exam, place, choice, certainty, mark))


def changed_answers(connection: Connection, marking: Marking) -> Iterator[ChangedAnswer]:
    told = choices_by_number(connection)
    marked = {number: (choice, before, marking.mark(choice)) for number, (choice, before) in told.items()}
    touched = {number for number, (_, before, after) in marked.items() if before is not after}
    if not touched:
        return
    once = told_attempts()
    each = select(once.c.person, once.c.task, once.c.attempt).distinct().subquery()
    of_exam = (each.c.task, attempts.c.pass_mark, attempts.c.score_right, attempts.c.score_total)
    exams = (
        select(attempts.c.id, *_PERSON, attempts.c.uuid, *of_exam)
        .select_from(each)
        .join(attempts, attempts.c.id == each.c.attempt)
        .join(people, people.c.person == each.c.person)
        .outerjoin(roster, roster.c.nip == people.c.person)
        .order_by(*_IN_ORDER, attempts.c.started_ms, attempts.c.ended_ms, attempts.c.uuid, each.c.task)
    )
    for (_, *person, uuid, task, pass_mark, right, total), given in _with_answers(connection, exams):
        if touched.isdisjoint(number for _, number, _ in given):
            continue
        before = _score([marked[number][1] for _, number, _ in given], (right, total))
        after = _score([marked[number][2] for _, number, _ in given], (right, total))
        exam = (*person, UUID(uuid), task, *before, *after, pass_mark)
        for place, number, _ in given:
            if number in touched:
                yield ChangedAnswer._make((*exam, place, *marked[number]))


def _score(marks: Sequence[Mark | None], told: tuple[int, int]) -> tuple[int, int]:
    return told if None in marks else (marks.count(Mark.RIGHT), len(marks) - marks.count(Mark.DROPPED))


def _with_answers(connection: Connection, exams: Select[Any]) -> Iterator[tuple[Sequence[Any], list[_Given]]]:
    """Exams, whose number is their first column, with their answers in the order of the exam."""
    for part in connection.execute(exams.execution_options(yield_per=_EXAMS_AT_ONCE)).partitions():
        of_part = answers.c.attempt.in_({exam[0] for exam in part})
        of_exam: defaultdict[int, list[_Given]] = defaultdict(list)
        in_order = select(answers).where(of_part).order_by(answers.c.attempt, answers.c.place)
        for attempt, *given in raw_rows(connection, in_order):
            of_exam[attempt].append(given)
        yield from ((exam, of_exam[exam[0]]) for exam in part)
