"""Laporan hasil ujian: an office's report on paper, with charts; what too few people came to is in none of them."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from asnquiz.documents.column import field, heading, letterhead, said
from asnquiz.documents.figures import Figures
from asnquiz.documents.paper import Paper, Press
from asnquiz.documents.report_answers import put_answers
from asnquiz.documents.table import Cell, Column, section, share_bar, table
from asnquiz.documents.text import NOTE, RESOLUTION, SUBHEADING, TITLE, Words
from asnquiz.domain.collection import Overview, UnitStanding, Week
from asnquiz.domain.office_report import OfficeReport, TaskStanding
from asnquiz.domain.recap_wording import (
    FEWEST,
    NO_FIGURE,
    TOO_FEW,
    mean_interval_words,
    mean_words,
    passed_interval_words,
    passed_words,
    tenths_words,
    told_share_words,
)
from asnquiz.domain.wording import COLLECTED, FLAG, FLAG_MEANING, date_words, number_words
from asnquiz.painting.charts import paint_interval, paint_weeks
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.report_scope import scope_facts, task_words, title_of
from asnquiz.usecases.report_words import BY_NAME, INTERVAL_MEANS
from asnquiz.usecases.see_collection import counted_words

_TITLE = "Laporan hasil ujian netralitas"
_CHART = 205.0
_FULL = 1000

_INTERVAL = "Rentang 95\N{NO-BREAK SPACE}%"
_INTERVALS = (
    f"Titik menunjukkan angkanya, dan garis menunjukkan rentangnya. {INTERVAL_MEANS} Skalanya dari 0 sampai 100, "
    "dengan tanda di 50."
)


def report_pdf(press: Press, report: OfficeReport) -> bytes:
    """The report; the same report gives the same pages."""
    task = title_of(report.scope)
    paper = Paper(press, "Laporan hasil ujian", f"{_TITLE}: {task}")
    if report.scope.letterhead:
        letterhead(paper, report.scope.letterhead)
    paper.flow(Words(paper.device, _TITLE, TITLE, paper.width))
    paper.flow(Words(paper.device, task, SUBHEADING, paper.width))
    paper.space(10)
    for label, value in scope_facts(report.scope):
        field(paper, label, value)
    _summary(paper, report)
    _completion(paper, report.agencies)
    _results(paper, report.agencies)
    _units(paper, report.units)
    _tasks(paper, report.tasks)
    _weeks(paper, report.weeks)
    put_answers(paper, report)
    heading(paper, "Catatan")
    for words in (TOO_FEW, BY_NAME):
        said(paper, words)
    return paper.finish()


def _summary(paper: Paper, report: OfficeReport) -> None:
    of = report.overview
    whole = of.standing
    heading(paper, "Ringkasan", follows=Figures.EXPECTED)
    where = f"di {number_words(of.agencies)} perangkat daerah, {number_words(of.units)} unit kerja"
    completed = f"{told_share_words(of.finished, of.people)} dari daftar" if of.people >= FEWEST else "dari daftar"
    passed = f"dari yang selesai; rentang 95\N{NO-BREAK SPACE}%: {passed_interval_words(whole)}"
    mean = f"dari 100; rentang 95\N{NO-BREAK SPACE}%: {mean_interval_words(whole)}"
    if of.finished < FEWEST:
        passed = mean = f"yang selesai kurang dari {FEWEST} orang"
    figures = [
        ("Pegawai di daftar", number_words(of.people), where),
        ("Sudah selesai", number_words(of.finished), completed),
        ("Lulus", passed_words(whole), passed),
        ("Rata-rata", mean_words(whole), mean),
    ]
    paper.space(4)
    paper.put(Figures(paper, figures))
    paper.space(8)
    if report.passes_at is not None:
        field(paper, "Batas lulus", f"{report.passes_at} dari 100")
    for label, value in _counts(of):
        field(paper, label, value)


def _counts(of: Overview) -> Iterable[tuple[str, str]]:
    yield "Belum selesai", f"{number_words(of.people - of.finished)} orang"
    yield "Setelah batas waktu", f"berkas dari {number_words(of.late)} orang"
    if of.unknown:
        yield (
            "Di luar daftar",
            f"{number_words(of.unknown)} orang mengirim hasil, tetapi tidak ada di daftar pegawai; hasilnya tidak ikut "
            "dihitung di atas",
        )
    refused = [f"{COLLECTED[one].lower()}: {number_words(count)}" for one, count in of.refused.items() if count]
    reasons = f" ({'; '.join(refused)})" if refused else ""
    refusals = f"{number_words(sum(of.refused.values()))} ditolak{reasons}"
    yield "Berkas", f"{number_words(of.files)} diperiksa; {refusals}"
    for flag, count in of.flagged.items():
        if count:
            yield "Perlu diperhatikan", f"{FLAG[flag]}: {number_words(count)} ({FLAG_MEANING[flag]})"


def _completion(paper: Paper, agencies: Sequence[UnitStanding]) -> None:
    columns = (
        Column("Perangkat daerah", 40),
        Column("Pegawai", 13, number=True),
        Column("Selesai", 13, number=True),
        Column("0–100 %", 24),
        Column("Persentase", 15, number=True),
        Column("Setelah batas waktu", 15, number=True),
    )
    section(
        paper,
        "Penyelesaian per perangkat daerah",
        columns,
        [
            (
                one.agency,
                number_words(one.people),
                number_words(one.finished),
                share_bar(one.finished, one.people),
                told_share_words(one.finished, one.people),
                number_words(one.late),
            )
            for one in agencies
        ],
        "Daftar pegawai masih kosong.",
    )


def _results(paper: Paper, agencies: Sequence[UnitStanding]) -> None:
    columns = (
        Column("Perangkat daerah", 38),
        Column("Lulus", 13, number=True),
        Column(_INTERVAL, 17, number=True),
        Column("0–100 %", 22),
        Column("Rata-rata", 14, number=True),
        Column(_INTERVAL, 17, number=True),
        Column("0–100", 22),
    )
    rows = [
        (
            one.agency,
            passed_words(one),
            passed_interval_words(one),
            _picture(one, _FULL * one.passed // (one.finished or 1), one.passed_interval_tenths),
            mean_words(one),
            mean_interval_words(one),
            _picture(one, one.mean_tenths, one.interval_tenths),
        )
        for one in (agencies if any(one.finished >= FEWEST for one in agencies) else ())
    ]
    section(paper, "Lulus dan rata-rata per perangkat daerah", columns, rows, TOO_FEW, _INTERVALS)


def _picture(one: UnitStanding, tenths: int | None, ends: tuple[int, int] | None) -> Cell:
    """A figure with its interval, in tenths; empty where it is of too few to be told."""
    if tenths is None or ends is None or one.finished < FEWEST:
        return ""
    interval = ends[0] / _FULL, ends[1] / _FULL
    return partial(paint_interval, share=tenths / _FULL, interval=interval, palette=LIGHT)


_COUNTED = (
    Column("Pegawai", 13, number=True),
    Column("Selesai", 12, number=True),
    Column("Lulus", 14, number=True),
    Column("Rata-rata", 14, number=True),
)


def _counted(one: UnitStanding) -> tuple[str, ...]:
    return number_words(one.people), number_words(one.finished), passed_words(one), mean_words(one)


def _units(paper: Paper, units: Sequence[UnitStanding]) -> None:
    columns = (Column("Perangkat daerah", 34), Column("Unit kerja", 36), *_COUNTED)
    rows = [(one.agency, one.unit, *_counted(one)) for one in units]
    section(paper, "Unit kerja", columns, rows, "Daftar pegawai masih kosong.")


def _tasks(paper: Paper, tasks: Sequence[TaskStanding]) -> None:
    columns = (Column("Tugas", 34), Column("Batas waktu", 20), Column("Yang dihitung", 26), *_COUNTED)
    rows = [
        (
            task_words(one.task),
            date_words(one.task.deadline) if one.task else NO_FIGURE,
            counted_words(one.overview.question),
            *_counted(one.overview.standing),
        )
        for one in tasks
    ]
    section(paper, "Tugas", columns, rows, "Belum ada tugas.")


def _weeks(paper: Paper, weeks: Sequence[Week]) -> None:
    columns = (
        Column("Pekan, mulai hari Senin", 40),
        Column("Selesai", 20, number=True),
        Column("Lulus", 20, number=True),
        Column("Rata-rata", 20, number=True),
    )
    rows = [
        (
            date_words(week.monday),
            number_words(week.finished),
            told_share_words(week.passed, week.finished),
            tenths_words(week.mean_tenths) if week.finished >= FEWEST else NO_FIGURE,
        )
        for week in weeks
    ]
    heading(paper, "Perkembangan per pekan", follows=_CHART)
    if not weeks:
        said(paper, "Belum ada ujian yang selesai.")
        return
    paper.space(4)
    paper.put(_Calendar(paper, weeks))
    paper.space(8)
    table(paper, columns, rows)


class _Calendar:
    """The chart of the weeks, as wide as the column."""

    height = _CHART

    def __init__(self, paper: Paper, weeks: Sequence[Week]) -> None:
        self._width = paper.width
        self._weeks = weeks

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        dots = RESOLUTION / 72  # letters are measured in those of the device
        painter.save()
        painter.scale(1 / dots, 1 / dots)
        target = QRectF(x * dots, y * dots, self._width * dots, self.height * dots)
        paint_weeks(painter, target, self._weeks, NOTE.font(), LIGHT)
        painter.restore()
