"""An office's report on paper: what it says, what it keeps to itself, and that any office fits into it."""

import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from asnquiz.documents.paper import Press
from asnquiz.documents.report import report_pdf
from asnquiz.domain.collection import UnitStanding, Week
from asnquiz.domain.item_analysis import Suspicion
from asnquiz.domain.marking import Change
from asnquiz.domain.office_report import OfficeReport
from asnquiz.domain.pack import Pack
from asnquiz.usecases.report_scope import scope_facts
from tests.documents.conftest import Print
from tests.documents.pdfs import needs_poppler, pages, pictures, running_text, says, squeezed
from tests.office_reports import sample_report

LONG = (
    "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk, Keluarga Berencana, dan Pemberdayaan "
    "Masyarakat Desa Nomor"
)
FEW = UnitStanding("Kantor Kecil", "", people=9, finished=9, passed=3, late=0, mean_tenths=612)
NOBODY = UnitStanding("Kantor Baru", "", people=40, finished=0, passed=0, late=0, mean_tenths=None)
# Half of forty passed: by Wilson 35,2 to 64,8, worked out by hand.
HALF = UnitStanding(
    "Kantor Tengah", "", people=50, finished=40, passed=20, late=1, mean_tenths=749, interval_tenths=(0, 1000)
)


@pytest.fixture(scope="module")
def report(pack: Pack) -> OfficeReport:
    return sample_report(pack)


def printed(press: Press, on_worker: Print, report: OfficeReport) -> bytes:
    return on_worker(partial(report_pdf, press, report))


@needs_poppler
def test_a_report_says_where_its_figures_come_from_and_is_the_same_each_time(
    press: Press, on_worker: Print, report: OfficeReport, tmp_path: Path
) -> None:
    pdf, again = printed(press, on_worker, report), printed(press, on_worker, report)
    assert pages(pdf) == pages(again)
    assert pictures(pdf, tmp_path) == pictures(again, tmp_path)
    for label, value in scope_facts(report.scope):
        assert says(pdf, f"{label}: {value}"), label
    for words in (
        *report.scope.letterhead,
        "Laporan hasil ujian netralitas",
        "Hasil belajar, bukan bukti pelanggaran dan bukan dasar hukuman disiplin.",
        "Yakin, tetapi keliru, per perangkat daerah",
        "KR-21, karena soal tiap orang diundi",
        "K² Livingston",
        "peningkatan ternormalisasi kelompok",
        "Rata-rata perubahan ternormalisasi tiap orang",
        "kurang dari 10 orang",
        "9 November 2026 96 83,3 % 83,4",
    ):
        assert says(pdf, words), words
    hardest = report.items[0]
    wrong = [one for one in hardest.options if not one.right]
    assert says(pdf, f"{hardest.stem} Terbanyak selain kunci: {wrong[0].words}")
    assert not says(pdf, report.items[10].stem)


def test_nothing_that_fewer_than_ten_people_came_to_is_told(
    press: Press, on_worker: Print, report: OfficeReport
) -> None:
    weeks = (Week(date(2026, 11, 2), 9, 3, 613), Week(date(2026, 11, 9), 10, 5, 500))
    units = tuple(replace(one, unit="Subbagian") for one in (FEW, HALF))
    changed = replace(report, agencies=(NOBODY, FEW, HALF), units=units, weeks=weeks, certainty=(), items=(), gain=None)
    pdf = printed(press, on_worker, changed)
    for row in (
        "Kantor Kecil 9 9 – 0",
        "Kantor Baru 40 0 0,0 % 0",
        "Kantor Tengah 50 40 80,0 % 1",
        "Kantor Kecil – – – –",
        "Kantor Tengah 50,0 % 35,2–64,8 74,9 0,0–100",
        "Kantor Kecil Subbagian 9 9 – –",
        "Kantor Tengah Subbagian 50 40 50,0 % 74,9",
        "2 November 2026 9 – –",
        "9 November 2026 10 50,0 % 50,0",
        "Tidak ada jawaban yang dinyatakan yakin.",
    ):
        assert says(pdf, row), row
    for words in ("61,2", "61,3", "33,3", "Tes awal dan tes akhir"):
        assert not says(pdf, words), words


def test_forty_eight_agencies_with_long_names_are_all_there_under_heads_that_stand_again(
    press: Press, on_worker: Print, report: OfficeReport
) -> None:
    names = [f"{LONG if number % 4 == 0 else 'Kecamatan'} {number:02d}" for number in range(48)]
    agencies = tuple(replace(HALF, agency=name) for name in names)
    units = tuple(replace(one, unit=f"Unit Pelaksana Teknis {one.agency[-2:]}") for one in agencies)
    pdf = printed(press, on_worker, replace(report, agencies=agencies, units=units, analysed=0, items=(), gain=None))
    found = [squeezed(page) for page in pages(pdf)]
    rows = {"50 40 80,0 % 1": "Persentase", "50,0 % 35,2–64,8 74,9": "Rentang", "Unit Pelaksana": "Unit kerja"}
    for row, head in rows.items():
        for one in agencies:
            assert sum(squeezed(f"{one.agency} {row}") in page for page in found) == 1, (row, one.agency)
        assert all(squeezed(head) in page for page in found if squeezed(f"{row}") in page), head


@pytest.mark.parametrize("finished", [0, 1])
def test_an_office_where_hardly_anybody_has_finished_is_told_so(
    press: Press, on_worker: Print, report: OfficeReport, finished: int
) -> None:
    """One person's hundred answers are still one person's."""
    alone = replace(HALF, people=1, finished=finished, passed=finished, late=0)
    changed = replace(
        report,
        overview=replace(report.overview, people=1, finished=finished, passed=finished),
        agencies=(alone,),
        units=(),
        tasks=(),
        weeks=(Week(date(2026, 11, 2), 1, 1, 749),) * finished,
        analysed=finished,
        items=(),
        gain=report.gain and replace(report.gain, group=replace(report.gain.group, people=finished)),
    )
    pdf = printed(press, on_worker, changed)
    assert says(pdf, "Belum ada ujian yang selesai.") is (finished == 0)
    assert says(pdf, "Analisis jawaban dimuat bila ada 10 ujian pertama")
    assert says(pdf, f"{finished} orang mengerjakan kedua tes. Perubahannya dihitung mulai 10 orang.")
    assert says(pdf, "Lulus – yang selesai kurang dari 10 orang")
    assert not re.search(r"\d,\d%", running_text(pdf))
    for words in ("74,9", "Ketentuan yang paling perlu diperdalam", "Fase"):
        assert not says(pdf, words), words


def test_what_compares_people_is_told_from_thirty_on_and_changed_law_always(
    press: Press, on_worker: Print, report: OfficeReport
) -> None:
    test = replace(report.test, people=29, mean=22.5, skewness=-0.404, reliability=0.77, livingston=0.88)
    first, second, *_ = report.items
    items = (
        replace(first, change=Change.LAW, suspicions=()),
        replace(second, change=None, suspicions=(Suspicion.NEGATIVE,)),
    )
    brief = replace(report, test=test, items=items, analysed=29, agencies=(), units=(), rules=(), gain=None)
    pdf = printed(press, on_worker, brief)
    for words in (
        "Rata-rata jawaban benar 22,5",
        "Kemencengan \N{MINUS SIGN}0,40",
        "Reliabilitas keputusan lulus (K² Livingston) –",
        "Hukum yang mendasarinya berubah",
        "Daya beda negatif",
    ):
        assert says(pdf, words), words
    assert not says(pdf, "0,77")
    assert not says(pdf, "0,88")
    enough = printed(press, on_worker, replace(brief, test=replace(test, people=30), items=()))
    assert says(enough, "0,77")
    assert says(enough, "(K² Livingston) 0,88")
    for what in ("soal", "ketentuan"):
        assert says(enough, f"Tidak ada {what} yang dijawab salah, dari yang ditanyakan kepada 10 orang atau lebih."), (
            what
        )
