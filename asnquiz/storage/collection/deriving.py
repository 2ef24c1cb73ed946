"""Who there is and which attempt of each counts, made of all that is in at once: never by the order in which it came.

What an attempt comes to is what its answers are marked, and what its file tells as long as one of them is not.

An attempt counts that was finished or expired and is told in one way only. Flags are of attempts that may count:
`other_device` where a report that tells it is by another key than the person's earliest report; `shared_device` where
it belongs to an unbroken stretch of overlapping attempts of several people by one key, or was sent by several people;
`other_score` where its file tells another score than its answers come to by the content they were given on.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    CTE,
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Numeric,
    Subquery,
    Table,
    and_,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    union,
    union_all,
    update,
)

from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.collection import UNNUMBERED
from asnquiz.domain.marking import Mark
from asnquiz.domain.task import Counting
from asnquiz.storage.collection.dialect import learn_sizes
from asnquiz.storage.collection.settings import is_all_stale, mark_changed, mark_derived
from asnquiz.storage.collection.tables import (
    answers,
    attempts,
    changed,
    choices,
    conflicts,
    marks,
    metadata,
    people,
    reports,
    sendings,
    standings,
)

_SCORED = tuple(state.value for state in AttemptState if state.scored)


def derive(connection: Connection) -> None:
    """Makes marks, people and standings anew: those that what changed since can reach, or all."""
    is_first = connection.execute(select(people).limit(1)).first() is None
    some = None if is_first or is_all_stale(connection) else _Some()
    for table in (people, standings):
        gone = delete(table)
        connection.execute(gone if some is None else gone.where(table.c.person.in_(some.people)))
    if some is None:
        connection.execute(delete(marks))
    _fill(connection, marks, _marked(connection))
    _fill(connection, people, _latest(some))
    told = told_attempts(some)
    _fill(connection, standings, _counting(_attempts(told, _shared(told), some)))
    mark_derived(connection)
    learn_sizes(connection, metadata, standings)


def name_person(connection: Connection, own_key: str, person: str) -> None:
    """Says whose reports those of a key are; who had them before may have none any more."""
    own = reports.c.own_key == own_key
    before = connection.execute(select(reports.c.person).where(own).distinct()).scalars().all()
    connection.execute(update(reports).where(own).values(person=person))
    for table in (people, standings):
        connection.execute(delete(table).where(table.c.person.in_(before)))
    touched = select(reports.c.device).where(reports.c.person.in_([*before, person]))
    mark_changed(connection, connection.execute(touched).scalars())


def _around(own: ColumnElement[bool]) -> CompoundSelect[int]:
    """Reports, and all others that tell an exam of theirs."""
    theirs = select(reports.c.id).where(own)
    exams = select(sendings.c.attempt).where(sendings.c.report.in_(theirs))
    return union(theirs, select(sendings.c.report).where(sendings.c.attempt.in_(exams)))


class _Some:
    """Those whom a change can reach: who sent something by a key of which something changed, or an exam that was.

    What counts for them and how it is flagged follows from all that came by any key of theirs or of their exams.
    """

    people = select(reports.c.person).where(reports.c.id.in_(_around(reports.c.device.in_(select(changed.c.device)))))
    devices = select(reports.c.device).where(reports.c.id.in_(_around(reports.c.person.in_(people))))


def _fill(connection: Connection, table: Table, rows: Subquery) -> None:
    query = select(*[rows.c[column.name] for column in table.c])
    connection.execute(insert(table).from_select([column.name for column in table.c], query))


def _place(partition: Sequence[ColumnElement[Any]], *order: ColumnElement[Any]) -> ColumnElement[int]:
    return func.row_number().over(partition_by=partition, order_by=order)


def _marked(connection: Connection) -> Subquery:
    """What the answers of each attempt come to that is not in `marks`, where numbers only grow.

    They are read in the order in which they are kept.
    """
    last = connection.execute(select(func.max(marks.c.attempt))).scalar() or 0

    def counted(mark: Column[str | None], counts: ColumnElement[bool]) -> ColumnElement[int | None]:
        return case((func.count(mark) == func.count(), func.count().filter(counts)))

    query = select(
        answers.c.attempt,
        counted(choices.c.mark, choices.c.mark == Mark.RIGHT.value).label("score_right"),
        counted(choices.c.mark, choices.c.mark != Mark.DROPPED.value).label("score_total"),
        counted(choices.c.own_mark, choices.c.own_mark == Mark.RIGHT.value).label("own_right"),
        counted(choices.c.own_mark, choices.c.own_mark != Mark.DROPPED.value).label("own_total"),
    )
    new = query.join(choices, choices.c.id == answers.c.choice).where(answers.c.attempt > last)
    return new.group_by(answers.c.attempt).subquery()


def _latest(some: _Some | None) -> Subquery:
    """What the latest report of each person says of them."""
    person = reports.c.person
    place = _place([person], reports.c.made_ms.desc(), reports.c.sha256.desc()).label("place")
    query = select(person, reports.c.name, reports.c.unit, reports.c.position, reports.c.folded, place)
    each = (query if some is None else query.where(person.in_(some.people))).subquery()
    nip = case((each.c.person.startswith(UNNUMBERED, autoescape=True), ""), else_=each.c.person)
    latest = select(
        each.c.person,
        func.coalesce(each.c.name, "").label("name"),
        func.coalesce(each.c.unit, "").label("unit"),
        func.coalesce(each.c.position, "").label("position"),
        (each.c.folded + " " + nip).label("sought"),
    )
    return latest.where(each.c.place == 1).subquery()


def told_attempts(some: _Some | None = None) -> CTE:
    """Each attempt that may count, with each report that tells it; for some, all by their keys."""
    by_them = true() if some is None else reports.c.device.in_(some.devices)
    first = (
        select(
            reports.c.person,
            reports.c.device,
            _place([reports.c.person], reports.c.made_ms, reports.c.sha256).label("place"),
        )
        .where(by_them)
        .subquery()
    )
    query = (
        select(
            reports.c.person,
            func.coalesce(reports.c.task, "").label("task"),
            case((attempts.c.supervisor.is_(None), 0), else_=1).label("supervised"),
            reports.c.device,
            reports.c.received_ms,
            case((reports.c.device == first.c.device, 0), else_=1).label("other_device"),
            attempts.c.id.label("attempt"),
        )
        .select_from(sendings)
        .join(reports)
        .join(attempts)
        .join(first, and_(first.c.person == reports.c.person, first.c.place == 1))
        .where(by_them, attempts.c.state.in_(_SCORED), attempts.c.uuid.not_in(select(conflicts.c.uuid)))
    )
    return query.cte("told")


def _shared(told: CTE) -> Subquery:
    """The attempts that lie in a stretch of overlapping attempts of several people by one key, or that several sent."""
    timed = (
        select(told.c.device, told.c.person, told.c.attempt, attempts.c.started_ms, attempts.c.ended_ms)
        .join(attempts, attempts.c.id == told.c.attempt)
        .where(attempts.c.started_ms < attempts.c.ended_ms)
        .subquery()
    )
    until = func.max(timed.c.ended_ms).over(
        partition_by=timed.c.device, order_by=[timed.c.started_ms, timed.c.attempt, timed.c.person], rows=(None, -1)
    )
    begins = select(*timed.c, case((until > timed.c.started_ms, 0), else_=1).label("begins")).subquery()
    stretch = func.sum(begins.c.begins).over(
        partition_by=begins.c.device, order_by=[begins.c.started_ms, begins.c.attempt, begins.c.person], rows=(None, 0)
    )
    stretches = select(*begins.c, stretch.label("stretch")).cte("stretches")
    of_several = (
        select(stretches.c.device, stretches.c.stretch)
        .group_by(stretches.c.device, stretches.c.stretch)
        .having(func.min(stretches.c.person) != func.max(stretches.c.person))
        .subquery()
    )
    same = and_(of_several.c.device == stretches.c.device, of_several.c.stretch == stretches.c.stretch)
    overlapping = select(stretches.c.attempt).join(of_several, same)
    twice_sent = (
        select(told.c.attempt).group_by(told.c.attempt).having(func.min(told.c.person) != func.max(told.c.person))
    )
    return overlapping.union(twice_sent).subquery()


def _attempts(told: CTE, shared: Subquery, some: _Some | None) -> Subquery:
    """Each attempt once for each person and question, with its place among theirs by each way of counting."""
    once = (
        select(
            told.c.person,
            told.c.task,
            told.c.supervised,
            told.c.attempt,
            func.min(told.c.received_ms).label("received_ms"),
            func.max(told.c.other_device).label("other_device"),
        )
        .where(true() if some is None else told.c.person.in_(some.people))
        .group_by(told.c.person, told.c.task, told.c.supervised, told.c.attempt)
        .subquery()
    )
    group = [once.c.person, once.c.task, once.c.supervised]
    right = func.coalesce(marks.c.score_right, attempts.c.score_right)
    total = func.coalesce(marks.c.score_total, attempts.c.score_total)
    tenths = case((total > 0, right * 1000 // total), else_=0)  # nothing may be left that counts
    oldest = (attempts.c.started_ms, attempts.c.ended_ms, attempts.c.uuid)
    # Files may tell numbers whose product no whole number of a server holds.
    enough = and_(total > 0, right * 100 >= cast(attempts.c.pass_mark, Numeric) * total)
    told_otherwise = or_(marks.c.own_right != attempts.c.score_right, marks.c.own_total != attempts.c.score_total)

    def in_all(flag: ColumnElement[int]) -> ColumnElement[int]:
        return func.max(flag).over(partition_by=group)

    query = (
        select(
            *group,
            once.c.attempt,
            right.label("score_right"),
            total.label("score_total"),
            case((attempts.c.pass_mark.is_(None), None), (enough, 1), else_=0).label("passed"),
            once.c.received_ms,
            func.count().over(partition_by=group).label("attempts"),
            in_all(once.c.other_device).label("other_device"),
            in_all(case((shared.c.attempt.is_(None), 0), else_=1)).label("shared_device"),
            in_all(attempts.c.odd_times).label("odd_times"),
            in_all(1 - attempts.c.chain_holds).label("broken_chain"),
            in_all(case((told_otherwise, 1), else_=0)).label("other_score"),
            _place(group, *oldest).label(Counting.FIRST.value),
            _place(group, tenths.desc(), *oldest).label(Counting.BEST.value),
            _place(group, *[column.desc() for column in oldest]).label(Counting.LAST.value),
        )
        .select_from(once)
        .join(attempts, attempts.c.id == once.c.attempt)
        .outerjoin(marks, marks.c.attempt == once.c.attempt)
        .outerjoin(shared, shared.c.attempt == once.c.attempt)
    )
    return query.subquery()


def _counting(each: Subquery) -> Subquery:
    """The attempt that counts by each way of counting."""
    ways = union_all(*[select(literal(way.value).label("counting")) for way in Counting]).subquery()
    counts = or_(*[and_(ways.c.counting == way.value, each.c[way.value] == 1) for way in Counting])
    return select(ways.c.counting, each).join(ways, counts).subquery()
