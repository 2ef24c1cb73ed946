"""The tables of an office's report, as they go into spreadsheets, CSV and JSON; figures of too few people are empty."""

from collections.abc import Iterator

from asnquiz.domain.collection import UnitStanding
from asnquiz.domain.data_table import Cell, Column, DataFile, DataTable, Kind
from asnquiz.domain.office_report import Gain, ItemReport, OfficeReport, Share
from asnquiz.domain.recap_wording import FEWEST, YES
from asnquiz.domain.wording import PHASE
from asnquiz.usecases.report_scope import scope_facts, task_words, title_of
from asnquiz.usecases.report_words import gain_means, item_notes, option_note, test_readings
from asnquiz.usecases.see_collection import counted_words

_Row = tuple[Cell, ...]

_AGENCY, _UNIT = Column("agency", "Perangkat daerah"), Column("unit", "Unit kerja")
_STANDING = (
    Column("people", "Pegawai", Kind.WHOLE),
    Column("finished", "Selesai", Kind.WHOLE),
    Column("late", "Diterima setelah batas waktu", Kind.WHOLE),
    Column("passed", "Lulus", Kind.WHOLE),
    Column("passed_low", "Lulus, ujung bawah rentang 95 % (%)", Kind.DECIMAL),
    Column("passed_high", "Lulus, ujung atas rentang 95 % (%)", Kind.DECIMAL),
    Column("mean", "Rata-rata (0–100)", Kind.DECIMAL),
    Column("mean_low", "Rata-rata, ujung bawah rentang 95 %", Kind.DECIMAL),
    Column("mean_high", "Rata-rata, ujung atas rentang 95 %", Kind.DECIMAL),
)
_SHARE = (
    Column("answers", "Jawaban", Kind.WHOLE),
    Column("right", "Benar (%)", Kind.DECIMAL),
    Column("sure", "Dijawab yakin", Kind.WHOLE),
    Column("sure_wrong", "Yakin, tetapi keliru (%)", Kind.DECIMAL),
)
_FIGURES = (
    Column("figure", "Ukuran"),
    Column("people", "Orang", Kind.WHOLE),
    Column("value", "Angka", Kind.DECIMAL, places=4),
)


def report_file(report: OfficeReport) -> DataFile:
    """Everything of a report that is about many people."""
    return DataFile(
        f"Rekap nilai: {title_of(report.scope)}", scope_facts(report.scope), report.scope.newest, tuple(_tables(report))
    )


def _tables(report: OfficeReport) -> Iterator[DataTable]:
    agencies = [(one.agency, *_standing(one)) for one in report.agencies]
    units = [(one.agency, one.unit, *_standing(one)) for one in report.units]
    yield DataTable("agencies", "Perangkat daerah", (_AGENCY, *_STANDING), agencies)
    yield DataTable("units", "Unit kerja", (_AGENCY, _UNIT, *_STANDING), units)
    yield _tasks(report)
    yield _weeks(report)
    yield _test(report)
    yield _items(report)
    yield _options(report)
    rules = [(one.rule, one.act, *_shares(one.right, one.sure)) for one in report.rules]
    yield DataTable(
        "rules", "Ketentuan", (Column("rule", "Kode ketentuan"), Column("act", "Perbuatan"), *_SHARE), rules
    )
    phases = [(PHASE[phase], share.whole, _percent(share)) for phase, share in report.phases.items()]
    yield DataTable("phases", "Fase", (Column("phase", "Fase"), *_SHARE[:2]), phases)
    yield _certainty(report)
    if report.gain:
        yield _gain(report.gain)


def _standing(one: UnitStanding) -> _Row:
    """Figures of results are told of ten people or more; who has finished is told of any."""
    head = (one.people, one.finished, one.late)
    if one.finished < FEWEST:
        return (*head, None, None, None, None, None, None)
    ends = (*(one.passed_interval_tenths or (None, None)), one.mean_tenths, *(one.interval_tenths or (None, None)))
    return (*head, one.passed, *(None if tenths is None else tenths / 10 for tenths in ends))


def _percent(share: Share) -> float | None:
    """None where too few people answered."""
    return 100 * share.part / share.whole if share.enough else None


def _shares(right: Share, sure: Share) -> _Row:
    return right.whole, _percent(right), sure.whole if right.enough else None, _percent(sure)


def _tasks(report: OfficeReport) -> DataTable:
    columns = (
        Column("task", "Tugas"),
        Column("deadline", "Batas waktu", Kind.DAY),
        Column("policy", "Yang dihitung"),
        *_STANDING,
    )
    rows = []
    for one in report.tasks:
        of = one.overview
        deadline = one.task.deadline if one.task else None
        rows.append((task_words(one.task), deadline, counted_words(of.question), *_standing(of.standing)))
    return DataTable("tasks", "Tugas", columns, rows)


def _weeks(report: OfficeReport) -> DataTable:
    columns = (
        Column("monday", "Pekan, mulai hari Senin", Kind.DAY),
        Column("finished", "Selesai", Kind.WHOLE),
        Column("passed", "Lulus", Kind.WHOLE),
        Column("mean", "Rata-rata (0–100)", Kind.DECIMAL),
    )
    rows: list[_Row] = []
    for week in report.weeks:
        enough = week.finished >= FEWEST
        told = (week.passed, week.mean_tenths / 10) if enough else (None, None)
        rows.append((week.monday, week.finished, *told))
    return DataTable("weeks", "Per pekan", columns, rows)


def _test(report: OfficeReport) -> DataTable:
    rows = [(one.name, report.test.people, one.figure) for one in test_readings(report.test)]
    return DataTable("test", "Ujian", _FIGURES, rows)


def _items(report: OfficeReport) -> DataTable:
    columns = (
        Column("item", "Kode soal"),
        Column("revision", "Revisi", Kind.WHOLE),
        Column("phase", "Fase"),
        Column("stem", "Soal"),
        Column("people", "Ditanyakan kepada (orang)", Kind.WHOLE),
        Column("facility", "Tingkat kemudahan (0–1)", Kind.DECIMAL, places=4),
        Column("deviation", "Simpangan baku", Kind.DECIMAL, places=4),
        Column("discrimination", "Daya beda (−100 sampai 100)", Kind.DECIMAL, places=2),
        Column("efficiency", "Efisiensi daya beda (−100 sampai 100)", Kind.DECIMAL, places=2),
        Column("weight", "Bobot efektif (%)", Kind.DECIMAL, places=2),
        Column("sure", "Dijawab yakin", Kind.WHOLE),
        Column("sure_wrong", "Yakin, tetapi keliru (%)", Kind.DECIMAL),
        Column("note", "Catatan"),
    )
    return DataTable("items", "Butir soal", columns, [_item(one) for one in report.items])


def _item(one: ItemReport) -> _Row:
    of, enough = one.figures, one.figures.people >= FEWEST
    compared = (of.discrimination, of.efficiency, of.weight) if of.enough else (None, None, None)
    return (
        one.item,
        one.revision,
        PHASE[one.phase] if one.phase else None,
        one.stem or None,
        of.people,
        of.facility if enough else None,
        of.deviation if enough else None,
        *compared,
        one.sure.whole if enough else None,
        _percent(one.sure),
        "; ".join(item_notes(one)) or None,
    )


def _options(report: OfficeReport) -> DataTable:
    columns = (
        Column("item", "Kode soal"),
        Column("revision", "Revisi", Kind.WHOLE),
        Column("answer", "Jawaban"),
        Column("right", "Benar"),
        Column("people", "Dipilih (orang)", Kind.WHOLE),
        Column("share", "Dipilih (%)", Kind.DECIMAL),
        Column("correlation", "Korelasi dengan nilai soal lain (−1 sampai 1)", Kind.DECIMAL, places=4),
        Column("note", "Catatan"),
    )
    rows: list[_Row] = []
    for item in report.items:
        if item.figures.people < FEWEST:
            continue
        for option in item.options:
            of = option.figures
            share = None if of.share is None else 100 * of.share
            compared = (of.correlation, option_note(of) or None) if item.figures.enough else (None, None)
            rows.append((item.item, item.revision, option.words, YES[option.right], of.people, share, *compared))
    return DataTable("options", "Pilihan jawaban", columns, rows)


def _certainty(report: OfficeReport) -> DataTable:
    acts = {rule.rule: rule.act for rule in report.rules}
    columns = (_AGENCY, _UNIT, Column("rule", "Kode ketentuan"), Column("act", "Perbuatan"), *_SHARE[2:])
    rows: list[_Row] = []
    for unit in report.certainty:
        if unit.people < FEWEST:
            continue
        rows.append((unit.agency, unit.unit or None, None, "semua ketentuan", unit.sure.whole, _percent(unit.sure)))
        for rule, share in unit.by_rule.items():
            if share.enough:
                rows.append((unit.agency, unit.unit or None, rule, acts.get(rule), share.whole, _percent(share)))
    return DataTable("certainty", "Yakin, tetapi keliru", columns, rows)


def _gain(gain: Gain) -> DataTable:
    group = gain.group
    enough = gain_means(gain) is not None
    figures = (
        (f"Rata-rata tes awal ({gain.before})", group.people, group.mean_before),
        ("Rata-rata tes akhir", group.people, group.mean_after),
        ("Peningkatan ternormalisasi kelompok (g)", group.people, group.gain),
        ("Rata-rata perubahan ternormalisasi tiap orang", group.people, group.mean_change),
        ("Naik", group.rose, None),
        ("Turun", group.fell, None),
        ("Tetap", group.same, None),
        ("Sudah tuntas sejak tes awal", group.mastered, None),
    )
    rows = [
        (name, people if enough else None, float(value) if enough and value is not None else None)
        for name, people, value in figures
    ]
    return DataTable("gain", "Tes awal dan akhir", _FIGURES, rows)
