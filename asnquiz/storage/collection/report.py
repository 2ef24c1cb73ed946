"""What an office's report is made of beyond standings: when exams were taken, of what, and how they were answered."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from asnquiz.domain.attempt import SURE, UNSURE, PackRef
from asnquiz.domain.collection import AskedCount, ChoiceCount, Counted, Question, SureCount, Week
from asnquiz.domain.marking import Mark
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.contents import choices_by_number
from asnquiz.storage.collection.deriving import told_attempts
from asnquiz.storage.collection.dialect import counted_rows
from asnquiz.storage.collection.results import TENTHS, asked_of
from asnquiz.storage.collection.rows import time_of
from asnquiz.storage.collection.settings import is_stale
from asnquiz.storage.collection.tables import answers, attempts, marks, packs, roster, standings

_DAY_MS = 86_400_000
_MONDAY = date(1969, 12, 29)  # of the week in which the milliseconds begin, on their fourth day
_LOCAL_MS = attempts.c.ended_ms + attempts.c.ended_offset * 60_000  # the end as the computer's own clock showed it

_STANDING = standings.join(attempts, attempts.c.id == standings.c.attempt)
_HOW_SURE = (None, SURE, UNSURE)
_MARKED = marks.join(standings, and_(marks.c.attempt == standings.c.attempt, marks.c.score_total.is_not(None)))


def counted(connection: Connection, question: Question) -> Counted:
    found = connection.execute(
        select(
            packs,
            attempts.c.pass_mark,
            func.min(_LOCAL_MS).label("first"),
            func.max(_LOCAL_MS).label("last"),
            func.max(attempts.c.ended_ms).label("newest"),
            func.count().label("times"),
            func.count().filter(marks.c.score_total.is_(None)).label("as_told"),
        )
        .select_from(_STANDING.join(packs).outerjoin(marks, marks.c.attempt == attempts.c.id))
        .where(asked_of(connection, question).rows)
        .group_by(packs.c.id, attempts.c.pass_mark)
        .order_by(packs.c.pack_id, packs.c.version, packs.c.sha256)
    ).all()
    exams: Counter[PackRef] = Counter()
    for row in found:
        exams[PackRef(row.pack_id, row.version, row.sha256)] += row.times
    return Counted(
        first=time_of(min(row.first for row in found)).date() if found else None,
        last=time_of(max(row.last for row in found)).date() if found else None,
        newest=time_of(max(row.newest for row in found)) if found else None,
        packs=tuple(exams.items()),
        as_told=sum(row.as_told for row in found),
        pass_marks=frozenset(row.pass_mark for row in found),
        behind=is_stale(connection),
    )


def weeks(connection: Connection, question: Question) -> tuple[Week, ...]:
    ended = select(_LOCAL_MS, standings.c.score_right, standings.c.score_total, func.coalesce(standings.c.passed, 0))
    of_question = ended.select_from(_STANDING).where(asked_of(connection, question).rows)
    finished: Counter[int] = Counter()
    passed: Counter[int] = Counter()
    fractions: defaultdict[int, Fraction] = defaultdict(Fraction)
    in_weeks = Counter(((ms // _DAY_MS + 3) // 7, *score) for ms, *score in connection.execute(of_question))
    for (week, right, total, has_passed), times in in_weeks.items():
        finished[week] += times
        passed[week] += times * has_passed
        fractions[week] += Fraction(times * right, total or 1)
    return tuple(
        Week(_MONDAY + timedelta(weeks=week), times, passed[week], int(fractions[week] * TENTHS / times))
        for week, times in sorted(finished.items())
    )


def choice_counts(connection: Connection, question: Question) -> list[ChoiceCount]:
    # A number for how sure somebody was: a text made for each of millions of answers takes a third longer.
    how_sure = case(
        {words: number for number, words in enumerate(_HOW_SURE) if words}, value=answers.c.certainty, else_=0
    )
    query = (
        select(answers.c.choice, how_sure, standings.c.score_right, standings.c.score_total)
        .select_from(_MARKED.join(answers, answers.c.attempt == marks.c.attempt))
        .where(_first(connection, question))
    )
    told = choices_by_number(connection)
    found = []
    for (number, sure, right, total), times in counted_rows(connection, query).items():
        choice, mark = told[number]
        if mark in (Mark.RIGHT, Mark.WRONG):
            found.append(ChoiceCount(choice, mark, _HOW_SURE[sure], right, total, times))
    return found


def sure_counts(connection: Connection, question: Question) -> list[SureCount]:
    place = (roster.c.agency, roster.c.unit)
    numbered = select(roster.c.nip, func.dense_rank().over(order_by=place).label("unit")).subquery()
    query = (
        select(numbered.c.unit, answers.c.choice)
        .select_from(_MARKED)
        .join(numbered, numbered.c.nip == standings.c.person)
        .join(answers, and_(answers.c.attempt == marks.c.attempt, answers.c.certainty == SURE))
        .where(_first(connection, question))
    )
    # Numbers meanwhile: what is counted for each answer is a third as long without the names.
    units = dict(enumerate(map(tuple, connection.execute(select(*place).distinct().order_by(*place))), 1))
    told = choices_by_number(connection)
    wrong: Counter[tuple[int, str, int]] = Counter()
    sure: Counter[tuple[int, str, int]] = Counter()
    for (unit, number), times in counted_rows(connection, query).items():
        choice, mark = told[number]
        if mark in (Mark.RIGHT, Mark.WRONG):
            asked = (unit, choice.item, choice.revision)
            sure[asked] += times
            wrong[asked] += times * (mark is Mark.WRONG)
    return [SureCount._make((*units[asked[0]], *asked[1:], wrong[asked], times)) for asked, times in sure.items()]


def asked_counts(connection: Connection) -> list[AskedCount]:
    told = told_attempts()
    once = select(told.c.attempt).distinct().subquery()
    query = select(answers.c.choice).select_from(once.join(answers, answers.c.attempt == once.c.attempt))
    known = choices_by_number(connection)
    times: Counter[tuple[str, int]] = Counter()
    for (number,), count in counted_rows(connection, query).items():
        choice, _ = known[number]
        times[choice.item, choice.revision] += count
    return [AskedCount(*asked, count) for asked, count in times.items()]


def matched(connection: Connection, before: Question, after: Question) -> list[tuple[int, int, int, int]]:
    of_before, of_after = (
        select(standings.c.person, standings.c.score_right, standings.c.score_total)
        .where(asked_of(connection, question).rows)
        .subquery()
        for question in (before, after)
    )
    query = select(
        of_before.c.score_right, of_before.c.score_total, of_after.c.score_right, of_after.c.score_total
    ).join(of_after, of_after.c.person == of_before.c.person)
    return [tuple(row) for row in connection.execute(query.order_by(of_before.c.person))]


def _first(connection: Connection, question: Question) -> ColumnElement[bool]:
    return asked_of(connection, replace(question, counting=Counting.FIRST)).rows
