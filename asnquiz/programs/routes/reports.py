"""To Laporan, and to the files that are saved from there, which are written in the background."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path

from asnquiz.domain.collection import Question
from asnquiz.domain.data_table import Cell, DataFile, DataTable
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Task
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.office_files import save_data, save_letter, save_pdf, save_reminders
from asnquiz.programs.routes.recap import asked, desk_of, store_of
from asnquiz.ui.destinations import RecapReports, Report, SaveReport
from asnquiz.ui.printing.saving import PDF, FileKind, ask_where
from asnquiz.ui.recap.reports_page import Reported, ReportsPage
from asnquiz.usecases.aggregate import aggregate_file
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.hand_over import free_path
from asnquiz.usecases.make_report import make_report
from asnquiz.usecases.name_file import slug
from asnquiz.usecases.report_file import report_file
from asnquiz.usecases.report_tables import long_file, people_file, wide_file
from asnquiz.usecases.write_reminders import write_reminders

XLSX = FileKind("Simpan ke Excel", "Buku kerja Excel", ".xlsx")
_CSV = FileKind("Simpan CSV", "Tabel CSV", ".csv")
_DOCX = FileKind("Simpan Word", "Dokumen Word", ".docx")
_KINDS = {
    Report.WORKBOOK: (XLSX, "rekap-nilai"),
    Report.SUMMARY: (_CSV, "rekap-nilai-ringkasan"),
    Report.PEOPLE: (_CSV, "rekap-nilai-per-orang"),
    Report.ANSWERS: (_CSV, "rekap-nilai-per-jawaban"),
    Report.MATRIX: (_CSV, "rekap-nilai-orang-soal"),
    Report.PDF: (PDF, "laporan-rekap-nilai"),
    Report.LETTER: (_DOCX, "laporan-hasil"),
    Report.REMINDERS: (_DOCX, "belum-selesai"),
    Report.SUMS: (XLSX, "angka-gabungan"),
}
_EMPTY = (
    "Daftar pegawai dan berkas nilai masih kosong, jadi belum ada yang dapat disimpan. Tambahkan salah satunya, lalu "
    "ulangi."
)
_ROWS_AT_ONCE = 5_000

Tell = Callable[[int], None]


def travel(journey: Journey, destination: RecapReports | SaveReport) -> None:
    if isinstance(destination, SaveReport):
        work = partial(_read_name, journey)
        journey.fetch(work, partial(_ask_where, journey, destination), "Membuka …", "Belum dapat disimpan")
    else:
        journey.fetch(partial(_read, journey), partial(_show, journey), "Membuka …")


def _read(journey: Journey) -> Reported:
    question, task = asked(journey)
    return Reported(store_of(journey).overview(question), task)


def _show(journey: Journey, shown: Reported) -> None:
    window = journey.window
    window.show_page(ReportsPage(window.theme, shown, desk_of(journey).saving, window.go))


def _read_name(journey: Journey) -> tuple[Question, Task | None]:
    """What is asked for now. Raises Refusal where nothing is there that could answer it."""
    question, task = asked(journey)
    overview = store_of(journey).overview(question)
    if not overview.people and not overview.files:
        raise Refusal(_EMPTY)
    return question, task


def _ask_where(journey: Journey, wanted: SaveReport, of: tuple[Question, Task | None]) -> None:
    question, task = of
    kind, name = _KINDS[wanted.report]
    about = slug(task.title) if task else "pilihan-sendiri"
    offered = free_path(journey.folder / f"{name}-{about}{kind.ending}")
    write = partial(_write, journey, wanted, question)
    saving = desk_of(journey).saving
    ask_where(journey.window, offered, lambda file: saving.save(wanted.report, partial(write, file)), kind)


def _write(journey: Journey, wanted: SaveReport, question: Question, file: Path, tell: Tell) -> Sequence[Path]:
    """Makes a report and writes it, in the background."""
    store, now = store_of(journey), journey.learning.clock.now().utc
    match wanted.report:
        case Report.PDF:
            save_pdf(file, make_report(question, store), journey.pack)
        case Report.LETTER:
            save_letter(file, make_report(question, store), journey.pack, now)
        case Report.REMINDERS:
            save_reminders(file, write_reminders(question, None, store=store, now=now))
        case _:
            return save_data(file, told(_data(wanted, question, store, now), tell), not wanted.abroad)
    return (file,)


def _data(wanted: SaveReport, question: Question, store: CollectionStore, now: datetime) -> DataFile:
    match wanted.report:
        case Report.SUMS:
            return aggregate_file(question, store, now, wanted.reason)
        case Report.PEOPLE:
            return people_file(question, store, now)
        case Report.ANSWERS:
            return long_file(question, store, now)
        case Report.MATRIX:
            return wide_file(question, store, now)

    file = report_file(make_report(question, store))
    if wanted.report is Report.SUMMARY:
        return file
    people = people_file(question, store, now)
    return replace(file, facts=people.facts, tables=(*file.tables, *people.tables))


def told(file: DataFile, tell: Tell) -> DataFile:
    """The same file, which tells as it is read how many rows have been."""
    read = count(1)

    def rows(table: DataTable) -> Iterator[tuple[Cell, ...]]:
        for row in table.rows:
            if (number := next(read)) % _ROWS_AT_ONCE == 0:
                tell(number)
            yield row

    return replace(file, tables=tuple(replace(table, rows=rows(table)) for table in file.tables))
