"""What results come to: the whole, agencies, units and people, each for one question.

Late is what was received after the deadline's day by the office's clock, whose offset from UTC its task tells.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Subquery, and_, case, func, literal, select, union_all

from asnquiz.domain.collection import (
    Flag,
    Overview,
    People,
    PersonRow,
    PersonState,
    Question,
    Standings,
    UnitStanding,
    nip_of,
)
from asnquiz.domain.interval import mean_interval
from asnquiz.domain.letters import folded
from asnquiz.storage.collection.refused import refused_counts
from asnquiz.storage.collection.rows import time_of
from asnquiz.storage.collection.settings import is_stale
from asnquiz.storage.collection.tables import files, imports, links, people, roster, standings, tasks

_FLAGS: Mapping[Flag, ColumnElement[int]] = {
    Flag.OTHER_DEVICE: standings.c.other_device,
    Flag.SHARED_DEVICE: standings.c.shared_device,
    Flag.TIMES: standings.c.odd_times,
    Flag.CHAIN: standings.c.broken_chain,
    Flag.SCORE: standings.c.other_score,
}
TENTHS = 1000


def overview(connection: Connection, question: Question) -> Overview:
    return _overview(connection, question, _sums(connection, question, None))


def _overview(connection: Connection, question: Question, sums: Sequence["_Sum"]) -> Overview:
    whole = _Sum("", "")
    for one in sums:
        whole.add(one)
    asked = asked_of(connection, question)
    flags = asked.flags
    strangers = func.count().filter(roster.c.nip.is_(None))
    query = select(strangers, *[func.sum(flag) for flag in flags.values()])
    query = query.select_from(standings).outerjoin(roster, roster.c.nip == standings.c.person).where(asked.rows)
    unknown, *flagged = connection.execute(query).one()
    last = connection.execute(select(func.max(imports.c.begun_ms))).scalar()
    return Overview(
        question,
        people=whole.people,
        agencies=len({one.agency for one in sums}),
        units=len(sums),
        finished=whole.finished,
        passed=whole.passed,
        late=whole.late,
        unknown=unknown,
        refused=refused_counts(connection),
        flagged={flag: times for flag, times in zip(flags, flagged, strict=True) if times},
        files=connection.execute(select(func.count()).select_from(files)).scalar_one(),
        last_import=None if last is None else time_of(last),
        mean_tenths=whole.standing.mean_tenths,
        interval_tenths=whole.standing.interval_tenths,
        behind=is_stale(connection),
    )


def agencies(connection: Connection, question: Question) -> tuple[UnitStanding, ...]:
    return _agencies(_sums(connection, question, None))


def _agencies(sums: Iterable["_Sum"]) -> tuple[UnitStanding, ...]:
    by_agency: dict[str, _Sum] = {}
    for one in sums:
        by_agency.setdefault(one.agency, _Sum(one.agency, "")).add(one)
    return tuple(one.standing for one in by_agency.values())


def units(connection: Connection, question: Question, agency: str) -> tuple[UnitStanding, ...]:
    return tuple(one.standing for one in _sums(connection, question, agency))


def standings_of(connection: Connection, question: Question) -> Standings:
    """The people of the roster are added up once for all of it, which takes longest."""
    sums = _sums(connection, question, None)
    of_units = tuple(one.standing for one in sums)
    return Standings(_overview(connection, question, sums), _agencies(sums), of_units)


@dataclass
class _Sum:
    """What the people of one unit come to; `fractions` is the sum of their scores from 0 to 1, `squares` of these."""

    agency: str
    unit: str
    people: int = 0
    finished: int = 0
    passed: int = 0
    late: int = 0
    fractions: Fraction = Fraction(0)
    squares: Fraction = Fraction(0)

    def add(self, other: "_Sum") -> None:
        self.people += other.people
        self.finished += other.finished
        self.passed += other.passed
        self.late += other.late
        self.fractions += other.fractions
        self.squares += other.squares

    @property
    def standing(self) -> UnitStanding:
        mean = int(self.fractions * TENTHS / self.finished) if self.finished else None
        ends = mean_interval(self.finished, self.fractions, self.squares)
        # Outwards, so that the mean, which is rounded down, is always within.
        interval = ends and (max(math.floor(ends[0] * TENTHS), 0), min(math.ceil(ends[1] * TENTHS), TENTHS))
        return UnitStanding(self.agency, self.unit, self.people, self.finished, self.passed, self.late, mean, interval)


def _sums(connection: Connection, question: Question, agency: str | None) -> list[_Sum]:
    """The units of an agency, or of all, in order. Scores out of different totals are added up as fractions."""
    asked = asked_of(connection, question)
    place = (roster.c.agency, roster.c.unit)
    score = (standings.c.score_right, standings.c.score_total)
    query = (
        select(
            *place,
            *score,
            func.count().label("people"),
            func.count(standings.c.person).label("finished"),
            func.coalesce(func.sum(standings.c.passed), 0).label("passed"),
            func.coalesce(func.sum(asked.late), 0).label("late"),
        )
        .select_from(roster)
        .outerjoin(standings, and_(asked.rows, standings.c.person == roster.c.nip))
        .group_by(*place, *score)
        .order_by(*place)
    )
    if agency is not None:
        query = query.where(roster.c.agency == agency)
    found: dict[tuple[str, str], _Sum] = {}
    for row in connection.execute(query):
        each = Fraction(row.score_right, row.score_total) if row.score_total else Fraction(0)
        fractions, squares = each * row.finished, each * each * row.finished
        part = _Sum(row.agency, row.unit, row.people, row.finished, row.passed, row.late, fractions, squares)
        found.setdefault((row.agency, row.unit), _Sum(row.agency, row.unit)).add(part)
    return list(found.values())


@dataclass(frozen=True)
class Asked:
    """The standings that a question is about, and which of them are late."""

    rows: ColumnElement[bool]
    late: ColumnElement[int]

    @property
    def flags(self) -> Mapping[Flag, ColumnElement[int]]:
        return {**_FLAGS, Flag.LATE: self.late}


def asked_of(connection: Connection, question: Question) -> Asked:
    task = "" if question.task is None else str(question.task)
    closes = connection.execute(select(tasks.c.closes_ms).where(tasks.c.id == task)).scalar()
    rows = and_(
        standings.c.task == task,
        standings.c.supervised == int(question.supervised),
        standings.c.counting == question.counting.value,
    )
    late = literal(0) if closes is None else case((standings.c.received_ms >= closes, 1), else_=0)
    return Asked(rows, late)


def people_of(
    connection: Connection,
    question: Question,
    *,
    agency: str | None,
    unit: str | None,
    state: PersonState | None,
    flag: Flag | None,
    words: str,
    limit: int,
    offset: int,
) -> People:
    everybody = _everybody(asked_of(connection, question))
    wanted: list[ColumnElement[bool]] = [
        everybody.c.sought.contains(word, autoescape=True) for word in folded(words).split()
    ]
    if agency is not None:
        wanted.append(everybody.c.agency == agency)
    if unit is not None:
        wanted.append(everybody.c.unit == unit)
    if state is not None:
        wanted.append(everybody.c.state == state.value)
    if flag is not None:
        wanted.append(everybody.c[flag.value] == 1)
    total = connection.execute(select(func.count()).select_from(everybody).where(*wanted)).scalar_one()
    order = (
        case((everybody.c.state == PersonState.UNKNOWN.value, 1), else_=0),
        everybody.c.agency,
        everybody.c.unit,
        everybody.c.sought,
        everybody.c.key,
    )
    page = select(everybody).where(*wanted).order_by(*order).limit(limit).offset(offset)
    return People(tuple(map(_person, connection.execute(page))), total)


def person_of(connection: Connection, question: Question, key: str) -> PersonRow | None:
    """Somebody who was linked by hand is who they were linked to."""
    linked = connection.execute(select(links.c.nip).where(links.c.key == key)).scalar()
    everybody = _everybody(asked_of(connection, question))
    row = connection.execute(select(everybody).where(everybody.c.key == (linked or key))).one_or_none()
    return None if row is None else _person(row)


def _everybody(asked: Asked) -> Subquery:
    """Everybody on the roster, and whoever has results and is not on it."""
    result = (
        standings.c.score_right,
        standings.c.score_total,
        standings.c.passed,
        standings.c.received_ms,
        func.coalesce(standings.c.attempts, 0).label("attempts"),
        *[flag.label(name.value) for name, flag in asked.flags.items()],
    )
    finished = case(
        (standings.c.person.is_(None), PersonState.UNFINISHED.value), else_=PersonState.FINISHED.value
    ).label("state")
    of_roster = (
        select(
            roster.c.nip.label("key"),
            roster.c.name,
            roster.c.agency,
            roster.c.unit,
            roster.c.position,
            roster.c.sought,
            finished,
            *result,
        )
        .select_from(roster)
        .outerjoin(standings, and_(asked.rows, standings.c.person == roster.c.nip))
    )
    unknown = (
        select(
            standings.c.person,
            people.c.name,
            literal(""),
            people.c.unit,
            people.c.position,
            people.c.sought,
            literal(PersonState.UNKNOWN.value),
            *result,
        )
        .select_from(standings)
        .join(people, people.c.person == standings.c.person)
        .outerjoin(roster, roster.c.nip == standings.c.person)
        .where(asked.rows, roster.c.nip.is_(None))
    )
    return union_all(of_roster, unknown).subquery()


def _person(row: Row[Any]) -> PersonRow:
    values = row._mapping
    return PersonRow(
        key=row.key,
        nip=nip_of(row.key),
        name=row.name,
        agency=row.agency,
        unit=row.unit,
        position=row.position,
        state=PersonState(row.state),
        right=row.score_right,
        total=row.score_total,
        passed=None if row.passed is None else bool(row.passed),
        attempts=row.attempts,
        received=None if row.received_ms is None else time_of(row.received_ms),
        flags=frozenset(flag for flag in Flag if values[flag.value]),
    )
