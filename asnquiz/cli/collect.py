"""`asnquiz collect`: who has finished, what was done with the results, and removing them for good."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, time
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from asnquiz.cli.parser import parse_day
from asnquiz.domain.collection import PersonRow, PersonState, Question, UnitStanding
from asnquiz.domain.person import parse_nip
from asnquiz.domain.plain import to_plain
from asnquiz.domain.recap_wording import NO_FIGURE, TOO_FEW, mean_words, passed_words
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting, Task
from asnquiz.domain.wording import (
    FLAG,
    PERSON_STATE,
    harmless,
    number_words,
    time_words,
)
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.hand_over import refuse_taken
from asnquiz.usecases.see_collection import (
    NO_EVIDENCE,
    briefed_lines,
    deadline_words,
    everybody,
    masked,
    masked_nip,
    note_whole_nips,
    overview_lines,
    policy_words,
    question_on,
    task_of,
)

OpenCollection = Callable[[argparse.Namespace], AbstractContextManager[CollectionStore]]

COUNTING_BY_WORD = {"pertama": Counting.FIRST, "terbaik": Counting.BEST, "terakhir": Counting.LAST}
_STATES = {"selesai": PersonState.FINISHED, "belum": PersonState.UNFINISHED, "tidak-dikenal": PersonState.UNKNOWN}
_WITHOUT_TASK = "tanpa"
YES = "ya"
SHEETS = (".xlsx", ".csv", ".json")

_PURGE = (
    "Menghapus hasil untuk selamanya, misalnya setelah masa simpannya lewat. Yang tertinggal hanya sidik berkas, agar "
    "berkas yang dikirim lagi dikenali sebagai sudah dihapus."
)


def add_commands(
    subparsers: "argparse._SubParsersAction[Any]",
    *,
    open_collection: OpenCollection,
    now: Callable[[], datetime],
    more: Sequence[Callable[["argparse._SubParsersAction[Any]"], None]] = (),
) -> None:
    """Adds `collect status`, `people`, `purge` and `log`, and what `more` add.

    See asnquiz.cli.score.add_commands on what they leave.
    """
    collect = subparsers.add_parser("collect", help="merekap nilai yang dikirim pegawai")
    actions = collect.add_subparsers(title="perintah", metavar="PERINTAH", required=True)

    status = actions.add_parser("status", help="menampilkan siapa yang sudah selesai, per perangkat daerah dan unit")
    status.set_defaults(run=lambda args: _status(args, open_collection))
    people = actions.add_parser("people", help="menampilkan daftar orang")
    people.add_argument("--keadaan", choices=tuple(_STATES), help="hanya orang dengan keadaan ini")
    people.add_argument("--cari", default="", metavar="KATA", help="hanya orang yang nama atau NIP-nya memuat kata ini")
    people.add_argument("--nip-utuh", action="store_true", help="menampilkan NIP utuh; dicatat di log")
    people.set_defaults(run=lambda args: _people(args, open_collection, now))
    for parser in (status, people):
        add_question(parser)

    purge = actions.add_parser("purge", help="menghapus hasil untuk selamanya", description=_PURGE)
    which = purge.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--before", type=parse_day, metavar="TANGGAL", help="yang diterima sebelum hari itu, misalnya 2026-12-31"
    )
    which.add_argument("--nip", type=_nip, metavar="NIP", help="semua hasil satu orang")
    purge.add_argument("--yes", action="store_true", help="menghapus tanpa bertanya")
    purge.set_defaults(run=lambda args: _purge(args, open_collection, now))

    log = actions.add_parser("log", help="menampilkan apa yang dikerjakan dengan data di rekap ini")
    log.set_defaults(run=lambda args: _log(args, open_collection))

    for parser in (status, people, purge, log):
        parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")
    for add in more:
        add(actions)
    collect.set_defaults(database=None)
    for parser in (collect, *actions.choices.values()):
        parser.add_argument(
            "--database",
            metavar="TEMPAT",
            default=argparse.SUPPRESS,  # so that a command does not forget what was given before it
            help="berkas rekap, atau alamat server postgresql://…; bawaan: rekap.db di folder data",
        )


def check_new(out: Path, endings: Sequence[str]) -> None:
    """Raises Refusal for a file that cannot be made as it is named."""
    if out.suffix.lower() not in endings:
        raise Refusal(f"Akhiran “{out.suffix}” tidak dikenal. Akhiran yang dapat dipakai: {', '.join(endings)}.")
    refuse_taken(out)


def add_question(parser: argparse.ArgumentParser) -> None:
    """Adds what says which results are meant; see `asked`."""
    parser.add_argument(
        "--tugas",
        type=_task_id,
        metavar="ID",
        help=f"nomor tugas; bawaan: tugas terbaru; “{_WITHOUT_TASK}” untuk ujian pilihan sendiri",
    )
    parser.add_argument("--diawasi", action="store_true", default=None, help="hanya hasil dengan pengawas")
    parser.add_argument("--hitung", choices=tuple(COUNTING_BY_WORD), help="ujian yang dihitung bila ada beberapa")


def _task_id(text: str) -> UUID | str:
    if text == _WITHOUT_TASK:
        return text
    try:
        return UUID(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” bukan nomor tugas") from None


def _nip(text: str) -> str:
    try:
        nip = parse_nip(text)
    except Refusal as refusal:
        raise argparse.ArgumentTypeError(str(refusal).rstrip(".")) from None
    if nip is None:
        raise argparse.ArgumentTypeError("NIP masih kosong")
    return nip


def asked(args: argparse.Namespace, store: CollectionStore) -> tuple[Task | None, Question]:
    """The task and the question that a command line means."""
    wanted = None if args.tugas == _WITHOUT_TASK else args.tugas
    task = None if args.tugas == _WITHOUT_TASK else task_of(store, wanted)
    counting = COUNTING_BY_WORD.get(args.hitung)
    return task, question_on(task, other=wanted, supervised=args.diawasi, counting=counting)


def _status(args: argparse.Namespace, open_collection: OpenCollection) -> int:
    with open_collection(args) as store:
        task, question = asked(args, store)
        standings = store.standings(question)
        briefed = store.briefed()
        office = store.office()
    by_agency = groupby(standings.units, key=lambda unit: unit.agency)
    agencies = [(agency, list(of)) for agency, (_, of) in zip(standings.agencies, by_agency, strict=True)]
    if args.json:
        told = {
            "task": to_plain(question.task),
            "policy": policy_words(question),
            "note": NO_EVIDENCE,
            "overview": to_plain(standings.overview),
            "briefings": to_plain(briefed),
            "agencies": [
                {**_plain_standing(agency), "units": [_plain_standing(unit) for unit in units]}
                for agency, units in agencies
            ],
        }
        print(json.dumps(told))
        return 0
    print_lines([f"Rekap nilai · {office.name if office else 'kantor belum disiapkan'}", *_heading(task, question), ""])
    print_lines(overview_lines(standings.overview))
    print_lines(briefed_lines(briefed))
    for agency, units in agencies:
        print_lines(["", f"{agency.agency}: {_standing_words(agency)}"])
        print_lines(f"  {unit.unit}: {_standing_words(unit)}" for unit in units)
    few = any(mean_words(one) == NO_FIGURE for agency, units in agencies for one in (agency, *units))
    print_lines(["", *([TOO_FEW] if few else []), NO_EVIDENCE])
    return 0


def _plain_standing(standing: UnitStanding) -> dict[str, Any]:
    plain: Any = to_plain(standing)
    return dict(plain)


def _heading(task: Task | None, question: Question) -> Iterator[str]:
    if task is None:
        yield (
            f"Tugas {question.task}, yang tidak dibuat di sini"
            if question.task
            else "Ujian pilihan sendiri, tanpa tugas"
        )
    else:
        yield f"Tugas: {task.title}"
        yield f"Nomor tugas: {task.id}"
        yield deadline_words(task)
    yield policy_words(question)


def _standing_words(standing: UnitStanding) -> str:
    words = f"{number_words(standing.finished)} dari {number_words(standing.people)} selesai"
    if not standing.finished:
        return words
    late = f", {number_words(standing.late)} terlambat" if standing.late else ""
    # As at the window, no figure is told of few people.
    return f"{words}{late}, lulus {passed_words(standing)}, rata-rata {mean_words(standing)}"


def _people(args: argparse.Namespace, open_collection: OpenCollection, now: Callable[[], datetime]) -> int:
    with open_collection(args) as store:
        task, question = asked(args, store)
        if args.nip_utuh:
            note_whole_nips(store, now())
        rows = everybody(store, question, state=_STATES.get(args.keadaan), words=args.cari)
        if args.json:
            print(json.dumps({"policy": policy_words(question), "note": NO_EVIDENCE})[:-1], end=', "people": [')
            for number, row in enumerate(rows):
                print(", " if number else "", json.dumps(_plain_person(row, whole=args.nip_utuh)), sep="", end="")
            print("]}")
        else:
            print_lines(_heading(task, question))
            print_lines(_person_words(row, whole=args.nip_utuh) for row in rows)
            print_lines([NO_EVIDENCE])
    return 0


def _shown(row: PersonRow, *, whole: bool) -> PersonRow:
    if whole:
        return row
    return replace(row, key=masked(row.key), nip=row.nip and masked_nip(row.nip))


def _plain_person(row: PersonRow, *, whole: bool) -> dict[str, Any]:
    shown = _shown(row, whole=whole)
    flags = sorted(flag.value for flag in shown.flags)
    plain: Any = to_plain(vars(shown) | {"flags": flags})
    return dict(plain)


def _person_words(row: PersonRow, *, whole: bool) -> str:
    shown = _shown(row, whole=whole)
    parts = [shown.name or "(tanpa nama)", shown.nip or f"kunci {shown.key}", shown.agency, shown.unit]
    parts.append(PERSON_STATE[shown.state])
    if shown.right is not None and shown.total is not None:
        parts.append(f"{shown.right} dari {shown.total} benar")
    parts += [FLAG[flag] for flag in sorted(shown.flags, key=lambda flag: flag.value)]
    return " · ".join(part for part in parts if part)


def _purge(args: argparse.Namespace, open_collection: OpenCollection, now: Callable[[], datetime]) -> int:
    whose = f"satu orang ({masked_nip(args.nip)})" if args.nip else f"yang diterima sebelum {args.before:%d-%m-%Y}"
    with open_collection(args) as store:
        if not args.yes and not agreed(f"Hasil {whose} dihapus untuk selamanya. Ketik “{YES}” untuk menghapus: "):
            raise Refusal("Tidak ada yang dihapus.")
        before = datetime.combine(args.before, time()).astimezone() if args.before else None
        count = store.purge(before=before, key=args.nip, at=now())
    if args.json:
        print(json.dumps({"purged": count}))
    else:
        print(f"{number_words(count)} hasil dihapus.")
    return 0


def agreed(question: str) -> bool:
    """Whether somebody types yes."""
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() == YES


def _log(args: argparse.Namespace, open_collection: OpenCollection) -> int:
    with open_collection(args) as store:
        entries = store.log()
    if args.json:
        print(json.dumps({"log": to_plain(entries)}))
    else:
        for entry in entries:
            parts = (
                time_words(entry.at.astimezone()),
                entry.act,
                entry.words,
                entry.account and f"akun {entry.account}",
            )
            print_lines([" · ".join(part for part in parts if part)])
    return 0


def print_lines(lines: Iterable[str], *, to_error: bool = False) -> None:
    """Prints lines that may hold what strangers wrote."""
    for line in lines:
        print(harmless(line), file=sys.stderr if to_error else None)
