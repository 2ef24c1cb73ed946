"""How long an office's whole report takes, computed anew from every answer, against the same SQL alone.

Each is a process of its own over the same collection, which was taken in through the store before. The floor is told
the statements that the program ran, and does no more than fetch what they give.
"""

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from asnquiz.domain.answering import right_answer
from asnquiz.domain.collection import Arrival, Looked, RosterEntry, TakenAnswer, TakenAttempt, TakenReport, Verdict
from asnquiz.domain.data_table import DataFile
from asnquiz.domain.office_report import OfficeReport
from asnquiz.domain.pack import Pack
from asnquiz.usecases.collection_ports import CollectionStore
from benchmarks import processes
from benchmarks.report import Report

SCALE = 100_000
GOALS = {"report_s": 10.0}
_AGENCIES = 40
_UNITS = 5
_BATCH = 1_000
BEGAN = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
_NOTES = ("report_s: everything that the report says and its tables; pdf_s, xlsx_s: writing it besides",)


def measure(program: Path, runs: int, scale: int = SCALE) -> Report:
    """`runs` rounds over `scale` people, one exam of thirty questions each."""
    with tempfile.TemporaryDirectory() as place:
        database = Path(place) / "rekap.db"
        begun = time.perf_counter()
        _fill(database, scale)
        filled = time.perf_counter() - begun
        rounds = [_round(program, database) for _ in range(runs)]
    figures = {name: [one[name] for one in rounds] for name in rounds[0]}
    ratios = {"report": [one["report_s"] / one["sql_s"] for one in rounds]}
    return Report("report", figures, ratios, GOALS, (*_NOTES, f"{scale} people, taken in in {filled:.1f} s"))


def _round(program: Path, database: Path) -> dict[str, float]:
    def run(name: str) -> dict[str, float]:
        return processes.run(program, "office_report", name, database)

    return run("report") | run("sql")


def _statements(database: Path) -> Path:
    return database.with_suffix(".sql.json")


def _report(database: Path) -> dict[str, float]:
    """The program's own way, with the statements that it runs written down."""
    from sqlalchemy import Engine, event

    from asnquiz.storage.collection.database import open_collection
    from asnquiz.usecases.see_collection import question_on

    ran: list[tuple[str, Any]] = []

    @event.listens_for(Engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            ran.append((statement, parameters))

    packs = own_packs()
    with closing(open_collection(database, packs)) as store:
        store.overview(question_on(None))
        ran.clear()
        report, file, seconds = whole_report(store)
    _statements(database).write_text(json.dumps(ran, default=str))
    begun = time.perf_counter()
    from asnquiz.documents.data_files import write_data_file
    from asnquiz.scorefiles.durable import write_by

    out = database.with_name("laporan.xlsx")
    out.unlink(missing_ok=True)
    write_data_file(out, file, put=write_by)
    xlsx = time.perf_counter() - begun
    return {"report_s": seconds, "xlsx_s": xlsx, "pdf_s": _pdf(report, packs), "memory_mb": processes.peak_memory()}


def whole_report(store: CollectionStore) -> tuple[OfficeReport, DataFile, float]:
    """Everything that the report says and its tables, and how many seconds that took."""
    from asnquiz.usecases.make_report import make_report
    from asnquiz.usecases.report_file import report_file
    from asnquiz.usecases.see_collection import question_on

    begun = time.perf_counter()
    report = make_report(question_on(None), store)
    file = report_file(report)
    rows = sum(len(list(table.rows)) for table in file.tables)
    seconds = time.perf_counter() - begun
    assert report.analysed == report.overview.finished
    assert rows > len(report.items)
    return report, file, seconds


def _pdf(report: Any, packs: Any) -> float:
    """Seconds, with Qt's own start."""
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.perf_counter()
    from asnquiz.documents.report import report_pdf
    from asnquiz.programs.desktop import make_application
    from asnquiz.programs.routes.documents import press_for

    kept = make_application()
    pack, _, _ = packs.current()
    assert report_pdf(press_for(pack), report).startswith(b"%PDF")
    assert kept
    return time.perf_counter() - begun


def _sql(database: Path) -> dict[str, float]:
    """The same statements, as they are."""
    statements = json.loads(_statements(database).read_text())
    with closing(sqlite3.connect(database)) as connection:
        for pragma in ("cache_size=-8192", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        begun = time.perf_counter()
        for statement, parameters in statements:
            for _ in connection.execute(statement, parameters):
                pass
        return {"sql_s": time.perf_counter() - begun}


def own_packs() -> Any:
    from asnquiz.content.library import PackLibrary
    from asnquiz.programs.paths import PACK, content_folder

    return PackLibrary(content_folder() / PACK, Path(tempfile.gettempdir()) / f"benchmark-{PACK}.json")


def _fill(database: Path, scale: int) -> None:
    """A roster, and an exam of everybody on it, as it would have come in a file."""
    from asnquiz.storage.collection.database import open_collection

    packs = own_packs()
    pack, sha, _ = packs.current()
    with closing(open_collection(database, packs)) as store:
        store.keep_roster([entry(number) for number in range(scale)], BEGAN)
        number = store.begin_import("tolok ukur", BEGAN)
        reports = _reports(pack, sha, scale)
        while batch := [one for _, one in zip(range(_BATCH), reports, strict=False)]:
            store.take(number, batch)
        store.end_import(number, BEGAN)


def entry(number: int) -> RosterEntry:
    agency = number % _AGENCIES
    unit = number // _AGENCIES % _UNITS
    return RosterEntry(nip_of(number), f"Pegawai {number}", f"Dinas {agency:02d}", f"Bidang {unit}", "Analis Kebijakan")


def nip_of(number: int) -> str:
    born = f"{1968 + number % 30}{1 + number // 30 % 12:02d}{1 + number // 360 % 28:02d}"
    return f"{born}{2000 + number // 10_080 % 20}031{1 + number // 201_600:03d}"


def _reports(pack: Pack, sha: str, scale: int) -> Iterator[tuple[Arrival, Looked]]:
    for number in range(scale):
        report = taken(number, pack, sha)
        yield Arrival(f"bukti-{number}.pdf", report.sha256), Looked(Verdict.ACCEPTED, "", report)


def taken(number: int, pack: Pack, sha: str) -> TakenReport:
    """What a file tells of somebody's exam, always the same of one number."""
    random = Random(number)
    answers = []
    right = 0
    for item in random.sample(pack.scored_items, pack.exam.items):
        answer = right_answer(item)
        if random.random() < 0.25:
            answer = answer[::-1] if len(answer) > 1 else ((answer[0] + 1) % 3,)
        right += answer == right_answer(item)
        sure = "yakin" if random.random() < 0.7 else "ragu"
        answers.append(TakenAnswer(item.id, item.revision, json.dumps(list(answer), separators=(",", ":")), sure))
    began = BEGAN + timedelta(minutes=random.randrange(30_000))
    ended = began + timedelta(minutes=31)
    attempt = TakenAttempt(
        id=str(UUID(int=random.getrandbits(128), version=4)),
        content=sha256(b"exam %d" % number).digest(),
        kind="exam",
        title="Ujian netralitas ASN",
        pack_id=pack.id,
        pack_version=pack.version,
        pack_sha256=sha,
        started_utc=began.isoformat(),
        started_offset=420,
        ended_utc=ended.isoformat(),
        ended_offset=420,
        state="finished",
        limit_ms=pack.exam.minutes * 60_000,
        pass_mark=pack.exam.pass_,
        right=right,
        total=len(answers),
        number=1,
        made=1,
        supervisor=None,
        place=None,
        code=None,
        chain_holds=True,
        odd_times=False,
        answers=tuple(answers),
    )
    return TakenReport(
        sha256=sha256(b"file %d" % number).digest(),
        evidence=b"",
        file_id=str(UUID(int=random.getrandbits(128), version=4)),
        made_utc=ended.isoformat(),
        made_offset=420,
        device=f"device-{number:037d}",
        program="0.1.0",
        task=None,
        signer=None,
        nip=nip_of(number),
        name=f"Pegawai {number}",
        position="Analis Kebijakan",
        unit=None,
        employment="pns",
        attempts=(attempt,),
    )


if __name__ == "__main__":
    print(json.dumps({"report": _report, "sql": _sql}[sys.argv[1]](Path(sys.argv[2]))))
