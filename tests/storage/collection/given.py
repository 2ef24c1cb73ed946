"""Files as an office is given them, made by hand: reports with their attempts, and what else comes along."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from asnquiz.domain.class_results import TakenAttendance, TakenBriefing
from asnquiz.domain.collection import (
    Arrival,
    Looked,
    Question,
    RosterEntry,
    TakenAnswer,
    TakenAttempt,
    TakenReport,
    Verdict,
)
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Blueprint
from asnquiz.domain.task import FIRST_SCHEMA, Counting, Holder, Recipient, SignedTask, Task, TaskPack
from asnquiz.usecases.collection_ports import CollectionStore

BEGUN = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
PICKED = Question(None, supervised=False, counting=Counting.FIRST)
AT_NINE = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

SITI, BUDI, CICI = "197001011990032001", "197002021990031002", "197003031990032003"
ROSTER = (
    RosterEntry(SITI, "Siti Aminah", "Dinas Kesehatan", "Puskesmas Satu", "Perawat"),
    RosterEntry(BUDI, "Budi Santoso", "Dinas Kesehatan", "Puskesmas Dua", "Bidan"),
    RosterEntry(CICI, "Cici Lestari", "Dinas Pendidikan", "SMP Negeri 1", "Guru"),
)
_ANSWERS = (TakenAnswer("soal-1", 1, "[0]", "yakin"), TakenAnswer("soal-2", 3, "[2]", None))

File = tuple[Arrival, Looked]


def digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def iso(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def attempt(id_: str, *, start: int = 0, minutes: int = 30, **changes: Any) -> TakenAttempt:
    """An exam that began so many minutes after AT_NINE; its content is all that it is."""
    begun = AT_NINE + timedelta(minutes=start)
    values: dict[str, Any] = {
        "id": id_,
        "kind": "exam",
        "title": "Ujian netralitas",
        "pack_id": "netralitas-pilkada",
        "pack_version": "1.0",
        "pack_sha256": "ab" * 32,
        "started_utc": iso(begun),
        "started_offset": 420,
        "ended_utc": iso(begun + timedelta(minutes=minutes)),
        "ended_offset": 420,
        "state": "finished",
        "limit_ms": None,
        "pass_mark": 80,
        "right": 8,
        "total": 10,
        "supervisor": None,
        "place": None,
        "code": None,
        "chain_holds": True,
        "odd_times": False,
        "answers": _ANSWERS,
        **changes,
    }
    return TakenAttempt(**{"content": digest(repr(sorted(values.items()))), "number": 1, "made": 1, **values})


def report(of: str, nip: str | None, *attempts: TakenAttempt, made: int = 0, **changes: Any) -> TakenReport:
    """What a file says that was made so many minutes after AT_NINE; `of` tells one report from another."""
    values: dict[str, Any] = {
        "sha256": digest(f"jws {of}"),
        "evidence": b"evidence of " + of.encode(),
        "file_id": of,
        "made_utc": iso(AT_NINE + timedelta(minutes=made)),
        "made_offset": 420,
        "device": "kunci-1",
        "program": "0.1.0",
        "task": None,
        "signer": None,
        "nip": nip,
        "name": "Siti Aminah",
        "position": None,
        "unit": "Puskesmas",
        "employment": None,
        "attempts": attempts,
    }
    return TakenReport(**(values | changes))


def attendance(number: int, nip: str | None = None, **changes: Any) -> TakenAttendance:
    values: dict[str, Any] = {
        "number": number,
        "invited": nip is not None,
        "name": f"Peserta {number}",
        "nip": nip,
        "position": None,
        "unit": "Puskesmas",
        "people": 1,
        "answered": 2,
        "votes": (1, 2),
        "pretest": (1, 3),
        "posttest": (3, 3),
        "pledged": True,
        **changes,
    }
    return TakenAttendance(**values)


def class_report(of: str, briefing: str, *attendances: TakenAttendance, **changes: Any) -> TakenReport:
    """What a class record says of a briefing; its content is all that it is, `of` tells one file from another."""
    held = TakenBriefing(briefing, b"", "Apel netralitas", "BKPSDM", "Aula", "2026-11-02", attendances)
    told = held._replace(content=digest(repr(held)))
    return report(of, None, name=None, unit=None, briefing=told, **changes)


def file(name: str, of: TakenReport | Verdict, *, content: str | None = None) -> File:
    """A file by its name, whose bytes are those of `content`, or its own."""
    arrival = Arrival(name, b"" if of is Verdict.UNREADABLE else digest(f"bytes {content or name}"))
    if isinstance(of, TakenReport):
        return arrival, Looked(Verdict.ACCEPTED, "", of)
    return arrival, Looked(of, f"Alasan untuk {of.value}.")


def took(store: CollectionStore, *files: File, at: datetime = BEGUN) -> dict[Verdict, int]:
    """One import of these files in one batch; gives its verdicts."""
    number = store.begin_import("stik USB", at)
    store.take(number, files)
    return dict(store.end_import(number, at).verdicts)


def task(number: int, *, minute: int = 0, deadline: date = date(2026, 11, 30)) -> SignedTask:
    """A task of an office whose clock is eight hours ahead of UTC."""
    recipients = tuple(Recipient(holder, f"kid-{holder.value}", "x" * 43) for holder in Holder)
    return SignedTask(
        Task(
            schema=FIRST_SCHEMA,
            id=UUID(int=number),
            made=Moment(AT_NINE.replace(minute=minute), 480, number),
            title="Ujian netralitas",
            office="BKPSDM Kabupaten Contoh",
            letterhead=("Pemerintah Kabupaten Contoh", "BKPSDM"),
            units=("Puskesmas Satu",),
            exam=Blueprint(items=10, minutes=20, pass_=80, phase={}, max_per_rule=1, topics={}),
            pack=TaskPack("netralitas-pilkada", "1.0"),
            deadline=deadline,
            counting=Counting.BEST,
            supervised=False,
            pauses=True,
            certainty=True,
            recipients=recipients,
        ),
        "t" * 43,
        b'{"payload":"..."}',
    )


def row_of_files(batches: int) -> list[list[File]]:
    """Batches of twenty files of as many people, each with one exam; every tenth file is refused."""
    return [[_nth(place) for place in range(20 * batch, 20 * batch + 20)] for batch in range(batches)]


def _nth(place: int) -> File:
    if place % 10 == 9:
        return file(f"{place}.asnskor", Verdict.CHANGED)
    return file(f"{place}.asnskor", report(str(place), f"{place:018d}", attempt(f"u{place}", start=60 * place)))
