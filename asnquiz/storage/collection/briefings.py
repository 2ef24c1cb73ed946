"""Briefings as class records tell them, and who was there: taken in, looked at, and removed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, select, update

from asnquiz.domain.attempt import Score
from asnquiz.domain.class_results import Attended, Briefed, Held, RightOf, TakenAttendance, TakenBriefing
from asnquiz.domain.collection import TakenReport
from asnquiz.domain.letters import folded
from asnquiz.storage.collection.dialect import among, insert_rows, next_id
from asnquiz.storage.collection.tables import attendances, briefings, evidence, roster, tellings

_AT_ONCE = 1000


def take_briefings(connection: Connection, new: Mapping[int, TakenReport]) -> set[int]:
    """Keeps what new reports tell of briefings; gives those that must not stay as evidence."""
    told = {(one.id, one.content): one for report in new.values() if (one := report.briefing)}
    here = among(connection, select(briefings), briefings.c.uuid, {uuid for uuid, _ in told})
    ids = {(row.uuid, row.content): row.id for row in here}
    redacted = {row.id for row in here if row.redacted}
    fresh = dict(enumerate((one for key, one in told.items() if key not in ids), next_id(connection, briefings)))
    ids |= {(one.id, one.content): number for number, one in fresh.items()}
    insert_rows(connection, briefings, [_briefing_row(number, one) for number, one in fresh.items()])
    rows = [_attendance_row(number, each) for number, one in fresh.items() for each in one.attendances]
    insert_rows(connection, attendances, rows)
    telling = {number: ids[one.id, one.content] for number, report in new.items() if (one := report.briefing)}
    insert_rows(connection, tellings, list(telling.items()))
    return {report for report, briefing in telling.items() if briefing in redacted}


def _briefing_row(number: int, one: TakenBriefing) -> tuple[Any, ...]:
    return number, one.id, one.content, one.title, one.office, one.place, one.day, 0


def _attendance_row(briefing: int, one: TakenAttendance) -> tuple[Any, ...]:
    return (
        briefing,
        one.number,
        int(one.invited),
        one.name,
        folded(one.name),
        one.nip,
        one.position,
        one.unit,
        one.people,
        one.answered,
        *one.votes,
        *_both(one.pretest),
        *_both(one.posttest),
        int(one.pledged),
    )


def _both(score: RightOf | None) -> tuple[int | None, int | None]:
    return score or (None, None)


def _told_otherwise() -> Select[str]:
    """The briefings of which several contents are told."""
    return select(briefings.c.uuid).group_by(briefings.c.uuid).having(func.count() > 1)


def in_dispute(report: ColumnElement[int | None]) -> ColumnElement[bool]:
    """Whether a report tells a briefing that is told otherwise as well."""
    disputed = select(briefings.c.id).where(briefings.c.uuid.in_(_told_otherwise()))
    return report.in_(select(tellings.c.report).where(tellings.c.briefing.in_(disputed)))


def briefed(connection: Connection) -> Briefed:
    every = tuple(held(connection))
    return Briefed(len(every), sum(one.attendees for one in every), sum(one.people for one in every))


def held(connection: Connection) -> Iterator[Held]:
    told = (briefings.c.title, briefings.c.office, briefings.c.place, briefings.c.day)
    query = (
        select(*told, func.count(attendances.c.number), func.coalesce(func.sum(attendances.c.people), 0))
        .select_from(briefings.outerjoin(attendances))
        .where(briefings.c.uuid.not_in(_told_otherwise()))
        .group_by(briefings.c.id, briefings.c.uuid, *told)
        .order_by(briefings.c.day.desc(), briefings.c.title, briefings.c.uuid)
    )
    for title, office, place, day, attendees, people in connection.execute(query):
        yield Held(title, office, place, date.fromisoformat(day), attendees, people)


def attended(connection: Connection) -> Iterator[Attended]:
    """Everybody at every briefing that counts: the roster's people by its order, then all others by unit and name."""
    query = (
        select(
            briefings.c.uuid,
            briefings.c.title,
            briefings.c.office,
            briefings.c.place,
            briefings.c.day,
            *[column for column in attendances.c if column.name not in ("briefing", "name", "unit", "position")],
            func.coalesce(roster.c.name, attendances.c.name).label("name"),
            func.coalesce(roster.c.agency, "").label("agency"),
            func.coalesce(roster.c.unit, attendances.c.unit).label("unit"),
            func.coalesce(roster.c.position, attendances.c.position, "").label("position"),
        )
        .select_from(attendances.join(briefings).outerjoin(roster, roster.c.nip == attendances.c.nip))
        .where(briefings.c.uuid.not_in(_told_otherwise()))
    )
    one = query.subquery()
    who = (one.c.agency == "", one.c.agency, one.c.unit, one.c.folded, func.coalesce(one.c.nip, ""))
    in_order = select(one).order_by(*who, one.c.day, one.c.uuid, one.c.number)
    for row in connection.execute(in_order.execution_options(yield_per=_AT_ONCE)):
        yield Attended(
            briefing=UUID(row.uuid),
            title=row.title,
            office=row.office,
            place=row.place,
            day=date.fromisoformat(row.day),
            nip=row.nip,
            name=row.name,
            agency=row.agency,
            unit=row.unit,
            position=row.position,
            invited=bool(row.invited),
            people=row.people,
            answered=row.answered,
            votes=Score(row.votes_right, row.votes_total),
            pretest=_score(row.pretest_right, row.pretest_total),
            posttest=_score(row.posttest_right, row.posttest_total),
            pledged=bool(row.pledged),
        )


def _score(right: int | None, total: int | None) -> Score | None:
    return None if right is None or total is None else Score(right, total)


def remove_attendances(connection: Connection, nip: str) -> int:
    """Removes one person from every briefing; gives how many those are.

    What was signed tells all who were there, so it does not stay as evidence, nor does a later copy of it.
    """
    theirs = select(attendances.c.briefing).where(attendances.c.nip == nip)
    telling = select(tellings.c.report).where(tellings.c.briefing.in_(theirs))
    connection.execute(delete(evidence).where(evidence.c.report.in_(telling)))
    connection.execute(update(briefings).where(briefings.c.id.in_(theirs)).values(redacted=1))
    count: int = connection.execute(delete(attendances).where(attendances.c.nip == nip)).rowcount
    return count


def remove_untold(connection: Connection) -> None:
    """Removes the briefings that no report tells any more."""
    untold = select(briefings.c.id).where(~exists().where(tellings.c.briefing == briefings.c.id))
    connection.execute(delete(attendances).where(attendances.c.briefing.in_(untold)))
    connection.execute(delete(briefings).where(briefings.c.id.in_(untold)))
