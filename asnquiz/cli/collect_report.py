"""`asnquiz collect report`, `export`, `remind`, `aggregate`: what an office passes on, as files or in the terminal."""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import shorten
from typing import Any
from uuid import UUID

from asnquiz.cli.collect import SHEETS, OpenCollection, add_question, asked, check_new
from asnquiz.domain.collection import Question
from asnquiz.domain.data_table import DataFile
from asnquiz.domain.office_report import ItemReport, OfficeReport
from asnquiz.domain.recap_wording import FEWEST
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless, number_words
from asnquiz.usecases.aggregate import aggregate_file
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.make_report import make_report
from asnquiz.usecases.report_file import report_file
from asnquiz.usecases.report_scope import scope_facts
from asnquiz.usecases.report_tables import briefings_file, long_file, people_file, wide_file
from asnquiz.usecases.see_collection import overview_lines, question_on, task_of
from asnquiz.usecases.write_reminders import Reminder, write_reminders

_HARDEST = 10
_STEM = 110  # letters of a question, on one line of a wide terminal
_EXCEL = "indonesia"
_EXPORTS = {"orang": people_file, "lebar": wide_file, "panjang": long_file, "sosialisasi": briefings_file}

_REPORT = (
    "Menghitung laporan dari semua jawaban yang masuk. Akhiran nama berkas menentukan bentuknya: .pdf untuk laporan "
    "dengan grafik, .docx untuk laporan kepada sekretaris daerah yang dapat disunting, dan .xlsx, .csv, atau .json "
    "untuk tabelnya. Tanpa --out, ringkasannya ditampilkan di sini."
)
_EXPORT = (
    "Menyimpan data tiap orang: orang = satu baris tiap orang; lebar = satu baris tiap orang, satu kolom tiap soal; "
    "panjang = satu baris tiap jawaban; sosialisasi = satu baris tiap peserta setiap sosialisasi. Berkasnya memuat "
    "nama dan NIP, dan hal itu dicatat di log."
)
_AGGREGATE = (
    f"Menyimpan angka gabungan untuk provinsi atau inspektorat; angka 1 sampai {FEWEST - 1} orang dikosongkan. Nama "
    "hanya disertakan dengan alasan, yang dicatat di log."
)


@dataclass(frozen=True)
class ReportDesk:
    """What writes files: tables (in one of two kinds of CSV), the report as PDF and as a letter, and reminders."""

    save_data: Callable[[Path, DataFile, bool], object]
    save_pdf: Callable[[argparse.Namespace, OfficeReport], None]
    save_letter: Callable[[argparse.Namespace, OfficeReport], None]
    save_reminders: Callable[[Path, Sequence[Reminder]], None]


def add_report_commands(
    actions: "argparse._SubParsersAction[Any]",
    *,
    open_collection: OpenCollection,
    desk: ReportDesk,
    now: Callable[[], datetime],
) -> None:
    """Adds the commands; see asnquiz.cli.score.add_commands on what they leave."""
    report = actions.add_parser("report", help="membuat laporan", description=_REPORT)
    report.add_argument("--out", type=Path, metavar="FILE", help="berkas baru: .pdf, .docx, .xlsx, .csv, atau .json")
    report.add_argument("--awal", type=UUID, metavar="ID", help="nomor tugas tes awal sebagai pembanding")
    report.set_defaults(run=lambda args: _report(args, open_collection, desk))

    export = actions.add_parser("export", help="menyimpan data tiap orang", description=_EXPORT)
    export.add_argument("--bentuk", choices=tuple(_EXPORTS), default="orang", help="bawaan: orang")
    export.set_defaults(run=lambda args: _save(args, open_collection, desk, _export(args, now)))

    aggregate = actions.add_parser("aggregate", help="menyimpan angka gabungan", description=_AGGREGATE)
    aggregate.add_argument("--nama-dengan-alasan", metavar="ALASAN", help="menyertakan nama; alasannya dicatat di log")
    aggregate.set_defaults(run=lambda args: _save(args, open_collection, desk, _aggregate(args, now)))

    remind = actions.add_parser("remind", help="menyimpan daftar yang belum selesai dan konsep surat pengingat")
    remind.add_argument("--perangkat-daerah", metavar="NAMA", help="seperti di daftar pegawai; bawaan: semua")
    remind.add_argument("--out", type=Path, required=True, metavar="FILE", help="berkas baru .docx")
    remind.set_defaults(run=lambda args: _remind(args, open_collection, desk, now))

    for parser in (export, aggregate):
        parser.add_argument(
            "--out", type=Path, required=True, metavar="FILE", help="berkas baru: .xlsx, .csv, atau .json"
        )
    for parser in (report, export, aggregate):
        parser.add_argument(
            "--csv",
            choices=(_EXCEL, "internasional"),
            default=_EXCEL,
            help="pemisah titik koma dan koma desimal, atau koma dan titik; bawaan: indonesia",
        )
    for parser in (report, export, aggregate, remind):
        add_question(parser)
        parser.add_argument("--json", action="store_true", help="mencetak satu objek JSON untuk program lain")


def _report(args: argparse.Namespace, open_collection: OpenCollection, desk: ReportDesk) -> int:
    if args.out:
        check_new(args.out, (".pdf", ".docx", *SHEETS))
    with open_collection(args) as store:
        _, question = asked(args, store)
        report = make_report(question, store, _before(args.awal, store))
    if args.out is None:
        _show(report, as_json=args.json)
        return 0
    match args.out.suffix.lower():
        case ".pdf":
            desk.save_pdf(args, report)
        case ".docx":
            desk.save_letter(args, report)
        case _:
            desk.save_data(args.out, report_file(report), args.csv == _EXCEL)
    _tell(args)
    return 0


def _before(wanted: UUID | None, store: CollectionStore) -> Question | None:
    """What is asked of a first test. Raises Refusal for a task that was not made here."""
    if wanted is None:
        return None
    task = task_of(store, wanted)
    if task is None:
        raise Refusal(f"Tugas {wanted} tidak dibuat di sini. Periksa nomornya, lalu ulangi.")
    return question_on(task)


def _show(report: OfficeReport, *, as_json: bool) -> None:
    if as_json:
        file = report_file(report)
        tables = {
            table.name: [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows]
            for table in file.tables
        }
        print(json.dumps({"facts": dict(file.facts), "tables": tables}, default=lambda day: day.isoformat()))
        return
    for line in _lines(report):
        print(harmless(line))


def _lines(report: OfficeReport) -> Iterator[str]:
    for label, value in scope_facts(report.scope):
        yield f"{label}: {value}"
    yield ""
    yield from overview_lines(report.overview)
    yield f"Ujian pertama yang dianalisis: {number_words(report.analysed)}"
    if report.missed:
        yield from ("", "Soal paling sering salah:", *map(_item_words, report.missed[:_HARDEST]))


def _item_words(item: ItemReport) -> str:
    stem = shorten(item.stem, _STEM, placeholder=" …")
    return f"  {item.right.rest.words} dari {number_words(item.figures.people)} orang · {item.item} · {stem}"


_Make = Callable[[Question, CollectionStore], DataFile]


def _export(args: argparse.Namespace, now: Callable[[], datetime]) -> _Make:
    return lambda question, store: _EXPORTS[args.bentuk](question, store, now())


def _aggregate(args: argparse.Namespace, now: Callable[[], datetime]) -> _Make:
    return lambda question, store: aggregate_file(question, store, now(), args.nama_dengan_alasan)


def _save(args: argparse.Namespace, open_collection: OpenCollection, desk: ReportDesk, make: _Make) -> int:
    """The rows are read while they are written."""
    check_new(args.out, SHEETS)
    with open_collection(args) as store:
        _, question = asked(args, store)
        desk.save_data(args.out, make(question, store), args.csv == _EXCEL)
    _tell(args)
    return 0


def _remind(
    args: argparse.Namespace, open_collection: OpenCollection, desk: ReportDesk, now: Callable[[], datetime]
) -> int:
    check_new(args.out, (".docx",))
    with open_collection(args) as store:
        _, question = asked(args, store)
        reminders = write_reminders(question, args.perangkat_daerah, store=store, now=now())
    desk.save_reminders(args.out, reminders)
    _tell(args)
    return 0


def _tell(args: argparse.Namespace) -> None:
    if args.json:
        print(json.dumps({"file": str(args.out)}))
    else:
        print(harmless(f"Tersimpan: {args.out}"))
