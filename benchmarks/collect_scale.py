"""What an office's collection costs at any size, in a file and on a server: taking in, a later day's files, the report.

Attempts are generated, which no figure counts; reading, signatures and seals are benchmarks.collect's. Each measurement
is a process of its own. The floors are the same rows into the same tables, by sqlite3 and by COPY alone: nothing is
known again there, nothing marked, and nothing made of them.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import psycopg

from asnquiz.domain.collection import Arrival, Looked, TakenReport, Verdict
from asnquiz.storage.collection.database import CollectionDatabase, open_collection, open_server_collection
from asnquiz.usecases.collect import BATCH_FILES
from benchmarks import collect_floor, processes
from benchmarks.office_report import BEGAN, entry, nip_of, own_packs, taken, whole_report
from benchmarks.report import Report
from tests.servers import Server, running

# What docs/skala.md recommends for a server of its own; everything else is as PostgreSQL comes, so what is committed
# survives a crash.
SERVER = {
    "shared_buffers": "1GB",
    "work_mem": "64MB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
}
_LATER = 1_000  # files of a later day
_DRAWN = 2_000  # exams that are drawn with the pack; all others answer as one of them
# As files of one exam of thirty questions are when they are signed and compressed.
_EVIDENCE_BYTES = (5_200, 5_420)
# As the store sets them for many rows.
_PRAGMAS = (*collect_floor.PRAGMAS, "temp_store=MEMORY", "cache_size=-8192", "wal_autocheckpoint=16384")
_PEOPLE_A_DEVICE = 4
_MINUTES = 30_000  # within which they all began: of a device's exams, one in a hundred overlaps another
_MB = 1 << 20
_NOTES = (
    f"import_s: taking in by {BATCH_FILES} files; floor_s, copy_s: the same rows by sqlite3 and by COPY alone",
    f"derive_s: marks, people and standings at its end; add_s: {_LATER} more files afterwards, with that",
    "report_s: everything that the report says and its tables; peak: the most memory of the process so far",
)

# The address of a new place for a collection, and how many bytes it takes there.
Place = tuple[str, Callable[[], int]]


def measure(program: Path, runs: int, scale: int) -> Report:
    """`runs` rounds over a roster of `scale` people, one exam of thirty questions each."""
    own_packs().current()
    with tempfile.TemporaryDirectory() as folder, running(careless=False, **SERVER) as server:
        rounds = [_round(program, Path(folder), server, scale) for _ in range(runs)]
        ((version,),) = server.run("SHOW server_version")
    figures = {name: [one[name] for one in rounds] for name in rounds[0]}
    ratios = {
        "sqlite": [one["sqlite_import_s"] / one["sqlite_floor_s"] for one in rounds],
        "postgres": [one["postgres_import_s"] / one["postgres_copy_s"] for one in rounds],
        "postgres_to_sqlite": [one["postgres_import_s"] / one["sqlite_import_s"] for one in rounds],
    }
    settings = ", ".join(f"{name}={value}" for name, value in SERVER.items())
    notes = (*_NOTES, f"{scale} people, one exam each; PostgreSQL {version} with {settings}")
    return Report("collect", figures, ratios, {}, notes)


def _round(program: Path, folder: Path, server: Server, scale: int) -> dict[str, float]:
    def run(name: str, address: str) -> dict[str, float]:
        # What the one before left to write is not for this one to wait for.
        server.run("CHECKPOINT")
        os.sync()
        return processes.run(program, "collect_scale", name, address, scale)

    def collection(place: AbstractContextManager[Place]) -> dict[str, float]:
        with place as (address, size):
            figures: dict[str, float] = {}
            for name in ("roster", "import", "report", "add"):
                figures |= run(name, address)
            return figures | {"files_per_s": scale / figures["import_s"], "size_mb": size() / _MB}

    with _file(folder) as (address, _):
        floor = run("floor", address)
    sqlite = collection(_file(folder))
    with _database(server) as (address, _):
        copy = run("copy", address)
    postgres = collection(_database(server))
    return {
        **{f"sqlite_{name}": figure for name, figure in (floor | sqlite).items()},
        **{f"postgres_{name}": figure for name, figure in (copy | postgres).items()},
    }


@contextmanager
def _file(folder: Path) -> Iterator[Place]:
    with tempfile.TemporaryDirectory(dir=folder) as own:
        yield str(Path(own) / "rekap.db"), lambda: sum(file.stat().st_size for file in Path(own).iterdir())


@contextmanager
def _database(server: Server) -> Iterator[Place]:
    def size() -> int:
        ((found,),) = server.run(f"SELECT pg_database_size('{name}')")
        assert isinstance(found, int)
        return found

    name = server.new_database()
    yield server.address(name), size
    server.run(f"DROP DATABASE {name} WITH (FORCE)")


def _opened(address: str) -> AbstractContextManager[CollectionDatabase]:
    packs = own_packs()
    if address.startswith("postgresql:"):
        return closing(open_server_collection(address, packs))
    return closing(open_collection(Path(address), packs))


def _roster(address: str, scale: int) -> dict[str, float]:
    entries = [entry(number) for number in range(scale)]
    with _opened(address) as store:
        begun = time.perf_counter()
        store.keep_roster(entries, BEGAN)
        return {"roster_s": time.perf_counter() - begun, "roster_peak_mb": processes.peak_memory()}


def _import(address: str, scale: int) -> dict[str, float]:
    generated = Generated(scale)
    with _opened(address) as store:
        number = store.begin_import("tolok ukur", BEGAN)
        seconds = sum(_took(store, number, batch) for batch in generated.batches(0, scale))
        peak = processes.peak_memory()
        begun = time.perf_counter()
        tally = store.end_import(number, BEGAN)
        derived = time.perf_counter() - begun
    assert tally.verdicts == {Verdict.ACCEPTED: scale}
    return {
        "import_s": seconds,
        "import_peak_mb": peak,
        "derive_s": derived,
        "derive_peak_mb": processes.peak_memory(),
    }


def _took(store: CollectionDatabase, number: int, batch: list[tuple[Arrival, Looked]]) -> float:
    begun = time.perf_counter()
    store.take(number, batch)
    return time.perf_counter() - begun


def _report(address: str, scale: int) -> dict[str, float]:
    with _opened(address) as store:
        report, _, seconds = whole_report(store)
    assert (report.analysed, report.overview.people) == (scale, scale)
    return {"report_s": seconds, "report_peak_mb": processes.peak_memory()}


def _add(address: str, scale: int) -> dict[str, float]:
    """Another exam of some of the people."""
    batches = list(Generated(scale).batches(scale, scale + _LATER))
    later = BEGAN + timedelta(days=30)
    with _opened(address) as store:
        begun = time.perf_counter()
        number = store.begin_import("tolok ukur", later)
        for batch in batches:
            store.take(number, batch)
        tally = store.end_import(number, later)
        seconds = time.perf_counter() - begun
    assert tally.verdicts == {Verdict.ACCEPTED: _LATER}
    return {"add_s": seconds}


def _floor(address: str, scale: int) -> dict[str, float]:
    open_collection(Path(address)).close()
    with closing(sqlite3.connect(address, isolation_level=None)) as connection:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        for statement in collect_floor.FIRST:
            connection.execute(statement)
        return {"floor_s": _inserted(scale, lambda rows: collect_floor.insert(connection, rows))}


def _copy(address: str, scale: int) -> dict[str, float]:
    open_server_collection(address).close()
    with closing(psycopg.connect(address, autocommit=True)) as connection:

        def insert(rows: dict[str, list[collect_floor.Row]]) -> None:
            with connection.transaction(), connection.cursor() as cursor:
                for table, of_table in rows.items():
                    with cursor.copy(f"COPY {table} FROM STDIN (FORMAT BINARY)".encode()) as copy:
                        copy.set_types(types[table])
                        for row in of_table:
                            copy.write_row(row)

        types = {table: _types(connection, table) for table in collect_floor.TABLES}
        for statement in collect_floor.FIRST:
            connection.execute(statement.encode())
        return {"copy_s": _inserted(scale, insert)}


def _types(connection: psycopg.Connection[Any], table: str) -> list[int]:
    columns = connection.execute(f"SELECT * FROM {table} LIMIT 0".encode()).description or ()  # noqa: S608 - our names
    return [column.type_code for column in columns]


def _inserted(scale: int, insert: Callable[[dict[str, list[collect_floor.Row]]], None]) -> float:
    rows_of_batches = collect_floor.Rows()
    seconds = 0.0
    for batch in Generated(scale).batches(0, scale):
        rows = rows_of_batches.of([_bare(arrival, looked.report) for arrival, looked in batch if looked.report])
        begun = time.perf_counter()
        insert(rows)
        seconds += time.perf_counter() - begun
    return seconds


def _bare(arrival: Arrival, report: TakenReport) -> collect_floor.Bare:
    (attempt,) = report.attempts
    name, nip = report.name or "", report.nip
    told = (
        report.sha256, report.file_id, _ms(report.made_utc), report.made_offset, 0, report.device, report.program,
        report.task, report.signer, nip, name, report.position, report.unit, report.employment, name.casefold(), nip,
        nip,
    )  # fmt: skip
    sat = (
        attempt.id, attempt.content, attempt.kind, attempt.title, 1, _ms(attempt.started_utc), attempt.started_offset,
        _ms(attempt.ended_utc), attempt.ended_offset, attempt.state, attempt.limit_ms, attempt.pass_mark,
        attempt.right, attempt.total, None, None, None, 1, 0,
    )  # fmt: skip
    answers = [((one.item, one.revision, one.answer), one.certainty) for one in attempt.answers]
    return told, report.evidence, sat, answers, tuple(arrival)


def _ms(utc: str) -> int:
    return int(datetime.fromisoformat(utc).timestamp() * 1000)


class Generated:
    """Exams of people of a roster as they come in files, by number; the same number is always the same exam.

    Hashes and ids follow no order, as those of files do.
    """

    def __init__(self, scale: int) -> None:
        pack, sha, _ = own_packs().current()
        random = Random(0)
        self._people = scale
        self._drawn = [taken(number, pack, sha) for number in range(min(_DRAWN, scale))]
        self._evidence = [random.randbytes(random.randint(*_EVIDENCE_BYTES)) for _ in self._drawn]

    def batches(self, first: int, end: int) -> Iterator[list[tuple[Arrival, Looked]]]:
        """As the program takes them in."""
        for begin in range(first, end, BATCH_FILES):
            reports = [self._report(number) for number in range(begin, min(begin + BATCH_FILES, end))]
            yield [(Arrival(f"bukti-{one.file_id}.pdf", one.sha256), _accepted(one)) for one in reports]

    def _report(self, number: int) -> TakenReport:
        drawn = self._drawn[number % len(self._drawn)]
        person = number % self._people
        content = sha256(b"exam %d" % number)
        began = BEGAN + timedelta(minutes=int.from_bytes(content.digest()[:4]) % _MINUTES)
        ended = (began + timedelta(minutes=31)).isoformat()
        attempt = drawn.attempts[0]._replace(
            id=_uuid(content.hexdigest()), content=content.digest(), started_utc=began.isoformat(), ended_utc=ended
        )
        file = sha256(b"file %d" % number)
        return drawn._replace(
            sha256=file.digest(),
            evidence=self._evidence[number % len(self._evidence)],
            file_id=_uuid(file.hexdigest()),
            made_utc=ended,
            device=f"device-{person // _PEOPLE_A_DEVICE:037d}",
            nip=nip_of(person),
            name=f"Pegawai {person}",
            attempts=(attempt,),
        )


def _accepted(report: TakenReport) -> Looked:
    return Looked(Verdict.ACCEPTED, collect_floor.REASON, report)


def _uuid(digits: str) -> str:
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


STEPS: dict[str, Callable[[str, int], dict[str, float]]] = {
    "roster": _roster,
    "import": _import,
    "report": _report,
    "add": _add,
    "floor": _floor,
    "copy": _copy,
}

if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[1]](sys.argv[2], int(sys.argv[3]))))
