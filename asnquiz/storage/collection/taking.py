"""Taking files in: what each came to, and the results of those that are new here, a batch in one transaction."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Table, func, or_, select, update

from asnquiz.domain.collection import Arrival, Looked, TakenAttempt, TakenReport, Tally, Verdict
from asnquiz.domain.letters import folded
from asnquiz.storage.collection.briefings import in_dispute, take_briefings
from asnquiz.storage.collection.dialect import among, insert_rows, next_id, numbers_of, parts
from asnquiz.storage.collection.rows import ms_of, own_key
from asnquiz.storage.collection.settings import mark_changed
from asnquiz.storage.collection.tables import (
    answers,
    arrivals,
    attempts,
    choices,
    conflicts,
    evidence,
    files,
    imports,
    items,
    links,
    packs,
    purged,
    reports,
    sendings,
)

_DELETED = "Hasil di dalam berkas ini pernah direkap di sini dan sudah dihapus, jadi tidak direkap lagi."


def begin(connection: Connection, source: str, at: datetime) -> int:
    number = next_id(connection, imports)
    insert_rows(connection, imports, [(number, source, ms_of(at), None)])
    return number


def known(connection: Connection, hashes: Sequence[bytes]) -> dict[bytes, Verdict]:
    wanted = [one for one in hashes if one]
    led = select(files.c.sha256).where(files.c.report.is_not(None)).distinct()
    found = {row.sha256: Verdict.DELETED for row in among(connection, select(purged), purged.c.sha256, wanted)}
    found.update({row.sha256: Verdict.DUPLICATE for row in among(connection, led, files.c.sha256, wanted)})
    return found


def take(connection: Connection, number: int, batch: Sequence[tuple[Arrival, Looked]]) -> None:
    """A file that this import has already stays as it was taken first."""
    coming: dict[Arrival, Looked] = {}
    for arrival, looked in batch:
        coming.setdefault(arrival, looked)
    begun: int = connection.execute(select(imports.c.begun_ms).where(imports.c.id == number)).scalar_one()
    taken = _take_reports(connection, [looked.report for looked in coming.values() if looked.report], begun)
    before = _files_before(connection, coming)
    led_to = {row.sha256: row.report for row in before.values() if row.report is not None}
    next_file = next_id(connection, files)
    new: list[tuple[Any, ...]] = []
    came: list[tuple[int, int, str]] = []
    for arrival, looked in coming.items():
        verdict, reason, report = looked.verdict, looked.reason, None
        if looked.report is not None:
            report = taken.ids.get(looked.report.sha256)
        elif verdict is Verdict.DUPLICATE:
            report = led_to.get(arrival.sha256)
        if looked.report is not None or verdict is Verdict.DUPLICATE:
            if report is None:
                verdict, reason = Verdict.DELETED, _DELETED
            elif report in taken.new:
                taken.new.remove(report)
            else:
                verdict = Verdict.DUPLICATE
        here = before.get(arrival)
        file = next_file + len(new) if here is None else here.id
        came.append((number, file, verdict.value))
        if here is None:
            new.append((file, *arrival, verdict.value, reason, report, number))
        elif here.report is None:
            values = {"verdict": verdict.value, "reason": reason, "report": report, "last_import": number}
            connection.execute(update(files).where(files.c.id == file).values(values))
    insert_rows(connection, files, new)
    insert_rows(connection, arrivals, came, new_only=True)
    _received_by(connection, {*led_to.values(), *taken.ids.values()}, begun)


class _Taken(NamedTuple):
    """The numbers of reports by their hash, of those that were not purged, and which of them are new here."""

    ids: dict[bytes, int]
    new: set[int]


def _files_before(connection: Connection, coming: Collection[Arrival]) -> dict[Arrival, Row[Any]]:
    """The files that are here under the same name with the same bytes, and others with the same bytes."""
    query = select(files)
    unread = [arrival.name for arrival in coming if not arrival.sha256]
    found = [
        *among(connection, query, files.c.sha256, {arrival.sha256 for arrival in coming if arrival.sha256}),
        *among(connection, query.where(files.c.sha256 == b""), files.c.name, unread),
    ]
    return {Arrival(row.name, row.sha256): row for row in found}


def _take_reports(connection: Connection, given: Sequence[TakenReport], begun: int) -> _Taken:
    coming = {report.sha256: report for report in given}
    gone = {row.sha256 for row in among(connection, select(purged), purged.c.sha256, coming)}
    query = select(reports.c.sha256, reports.c.id)
    ids = {row.sha256: row.id for row in among(connection, query, reports.c.sha256, coming)}
    fresh = [report for report in coming.values() if report.sha256 not in ids and report.sha256 not in gone]
    if not fresh:
        return _Taken(ids, set())
    linked = {row.key: row.nip for row in connection.execute(select(links))}
    first = next_id(connection, reports)
    new = dict(enumerate(fresh, first))
    insert_rows(connection, reports, [_report_row(number, report, begun, linked) for number, report in new.items()])
    kept = new.keys() - take_briefings(connection, new)
    insert_rows(connection, evidence, [(number, new[number].evidence) for number in new if number in kept])
    told_before = _take_attempts(connection, new)
    of_others = select(reports.c.device).join_from(reports, sendings).join(attempts)
    mark_changed(connection, [report.device for report in fresh])
    mark_changed(connection, [row.device for row in among(connection, of_others, attempts.c.uuid, told_before)])
    return _Taken(ids | {report.sha256: number for number, report in new.items()}, set(new))


def _report_row(number: int, report: TakenReport, begun: int, linked: Mapping[str, str]) -> tuple[Any, ...]:
    # A class record is nobody's, and no other's.
    key = own_key(report.nip, report.device, report.briefing.id if report.briefing else report.name)
    return (
        number,
        report.sha256,
        report.file_id,
        ms_of(datetime.fromisoformat(report.made_utc)),
        report.made_offset,
        begun,
        report.device,
        report.program,
        report.task,
        report.signer,
        report.nip,
        report.name,
        report.position,
        report.unit,
        report.employment,
        folded(report.name or ""),
        key,
        linked.get(key, key),
    )


def _take_attempts(connection: Connection, new: Mapping[int, TakenReport]) -> set[str]:
    """Gives the ids of those that were told before."""
    told = {(one.id, one.content): one for report in new.values() for one in report.attempts}
    query = select(attempts.c.id, attempts.c.uuid, attempts.c.content)
    here = among(connection, query, attempts.c.uuid, {uuid for uuid, _ in told})
    told_before = {row.uuid for row in here}
    ids = {(row.uuid, row.content): row.id for row in here}
    fresh = [attempt for place, attempt in told.items() if place not in ids]
    first = next_id(connection, attempts)
    ids |= {(attempt.id, attempt.content): number for number, attempt in enumerate(fresh, first)}
    pack_ids = _interned(connection, packs, {_pack_of(attempt) for attempt in fresh})
    rows = [_attempt_row(number, attempt, pack_ids[_pack_of(attempt)]) for number, attempt in enumerate(fresh, first)]
    insert_rows(connection, attempts, rows)
    _add_answers(connection, first, fresh)
    sent = [
        (number, ids[one.id, one.content], one.number, one.made)
        for number, report in new.items()
        for one in report.attempts
    ]
    insert_rows(connection, sendings, sent, new_only=True)
    contents = Counter(uuid for uuid, _ in ids)
    insert_rows(connection, conflicts, [(uuid,) for uuid, times in contents.items() if times > 1], new_only=True)
    return told_before


def _attempt_row(number: int, attempt: TakenAttempt, pack: int) -> tuple[Any, ...]:
    return (
        number,
        attempt.id,
        attempt.content,
        attempt.kind,
        attempt.title,
        pack,
        ms_of(datetime.fromisoformat(attempt.started_utc)),
        attempt.started_offset,
        ms_of(datetime.fromisoformat(attempt.ended_utc)),
        attempt.ended_offset,
        attempt.state,
        attempt.limit_ms,
        attempt.pass_mark,
        attempt.right,
        attempt.total,
        attempt.supervisor,
        attempt.place,
        attempt.code,
        int(attempt.chain_holds),
        int(attempt.odd_times),
    )


def _pack_of(attempt: TakenAttempt) -> tuple[str, str, str]:
    return attempt.pack_sha256, attempt.pack_id, attempt.pack_version


def _add_answers(connection: Connection, first: int, fresh: Sequence[TakenAttempt]) -> None:
    given = {answer[:3] for attempt in fresh for answer in attempt.answers}
    names = _interned(connection, items, {(item,) for item, *_ in given})
    numbers = _interned(connection, choices, {(names[item,], revision, answer) for item, revision, answer in given})
    ids = {(item, revision, answer): numbers[names[item,], revision, answer] for item, revision, answer in given}
    rows = [
        (number, place, ids[answer[:3]], answer[3])
        for number, attempt in enumerate(fresh, first)
        for place, answer in enumerate(attempt.answers)
    ]
    insert_rows(connection, answers, rows)


def _interned(connection: Connection, table: Table, wanted: set[tuple[Any, ...]]) -> dict[tuple[Any, ...], int]:
    """The numbers of what comes again and again, told by the columns behind; new ones are given in their own order."""
    width = len(next(iter(wanted), ()))
    found = numbers_of(connection, list(table.c)[1 : width + 1], wanted) if wanted else {}
    missing = sorted(wanted - found.keys())
    new = {one: place for place, one in enumerate(missing, next_id(connection, table))}
    more = (None,) * (len(table.c) - width - 1)
    insert_rows(connection, table, [(place, *one, *more) for one, place in new.items()])
    return found | new


def _received_by(connection: Connection, taken: set[int], begun: int) -> None:
    """Reports that a later import brought before this one did were received when this one began."""
    if connection.execute(select(imports.c.id).where(imports.c.begun_ms > begun).limit(1)).scalar() is None:
        return
    for part in parts(taken):
        earlier = reports.c.id.in_(part) & (reports.c.received_ms > begun)
        mark_changed(connection, connection.execute(select(reports.c.device).where(earlier)).scalars())
        connection.execute(update(reports).where(earlier).values(received_ms=begun))


def in_conflict(report: ColumnElement[int | None]) -> ColumnElement[bool]:
    """Whether a report tells an attempt or a briefing that is told otherwise as well."""
    disputed = select(attempts.c.id).where(attempts.c.uuid.in_(select(conflicts.c.uuid)))
    return or_(report.in_(select(sendings.c.report).where(sendings.c.attempt.in_(disputed))), in_dispute(report))


def end(connection: Connection, number: int, at: datetime) -> Tally:
    connection.execute(update(imports).where(imports.c.id == number).values(ended_ms=ms_of(at)))
    query = select(arrivals.c.verdict, func.count().label("times")).where(arrivals.c["import"] == number)
    query = query.group_by(arrivals.c.verdict)
    verdicts = Counter({Verdict(row.verdict): row.times for row in connection.execute(query)})
    for row in connection.execute(query.join(files).where(in_conflict(files.c.report))):
        verdicts[Verdict(row.verdict)] -= row.times
        verdicts[Verdict.CONFLICT] += row.times
    return Tally(verdicts.total(), +verdicts)
