"""What an office passes on, saved from the window as real files, and everything marked anew after it was shown."""

import csv
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QMessageBox
from python_calamine import load_workbook

from asnquiz.domain.data_table import DataFile, DataTable
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.routes.reports import told
from asnquiz.programs.walks import recap
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.programs.walks.many_people import office, roster
from asnquiz.ui.destinations import RecapReports, RecapRescore, Report, Section
from asnquiz.ui.recap.overview_page import OverviewPage
from tests.documents.pdfs import says
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.older_content import take_older
from tests.ui.stores import FULL_DISK
from tests.ui.test_recap import ASKED, TASK, go, message, renew, said, set_up, shown_cells, store_of

FEW = 40
NIPS = {entry.nip for entry in roster(FEW)}


@pytest.fixture
def gathered(open_window: OpenWindow) -> Opened:
    return set_up(open_window(), FEW)


def saved(opened: Opened, press: str) -> Path:
    """Presses a button that saves, takes the place that is offered, and reads where the file is said to be."""
    opened.walker.press(press)
    file = save_as_offered(opened.walker)
    title, words = message(opened)
    assert title == "Berkas tersimpan"
    assert str(file) in words
    opened.walker.press("Selesai")
    return file


def sheets(file: Path) -> dict[str, Sequence[Sequence[object]]]:
    book = load_workbook(file)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def cells(rows: Iterable[Iterable[object]]) -> set[object]:
    return {cell for row in rows for cell in row}


def dialogs(opened: Opened) -> list[QFileDialog]:
    return [one for one in opened.window.findChildren(QFileDialog) if one.isVisible()]


def test_the_workbook_is_saved_at_once_never_over_another_and_a_page_says_what_else_can_be(gathered: Opened) -> None:
    go(gathered, Section.RECAP)
    file = saved(gathered, "Simpan ke Excel")
    assert file.name == "rekap-nilai-ujian-netralitas-2026.xlsx"
    book = sheets(file)
    found = {row[0]: row for row in book["Perangkat daerah"]}
    for one in store_of(gathered).agencies(ASKED):
        assert found[one.agency][1:3] == [one.people, one.finished]
    everything = set().union(*map(cells, book.values()))
    assert everything >= NIPS, "text, not numbers that lost their end"
    entry = store_of(gathered).log()[0]
    assert "NIP" in f"{entry.act} {entry.words}"
    assert saved(gathered, "Simpan ke Excel").name == "rekap-nilai-ujian-netralitas-2026 (2).xlsx"
    gathered.walker.press("Diawasi")
    gathered.walker.press("Laporan")
    words = said(gathered)
    assert "Ujian netralitas 2026" in words
    assert "0 dari 40 pegawai selesai. Yang dihitung: ujian terbaik tiap orang, dengan pengawas." in words
    assert words.count("\nMemuat data pribadi") == 2, "the workbook and the reminders"
    recap.pick(gathered.walker, "Isi tabel", 1)
    gathered.walker.press("Sertakan nama")
    assert said(gathered).count("\nMemuat data pribadi") == 4


def test_tables_go_out_for_excel_here_or_for_programs_anywhere(gathered: Opened) -> None:
    go(gathered, RecapReports())
    answers = list(store_of(gathered).answers(ASKED))
    agencies = {one.agency for one in store_of(gathered).agencies(ASKED)}
    tables: dict[str, list[list[str]]] = {}
    for place, name in enumerate(("ringkasan", "per-orang", "per-jawaban", "orang-soal")):
        recap.pick(gathered.walker, "Isi tabel", place)
        recap.pick(gathered.walker, "Bentuk CSV", 0)
        here = saved(gathered, "Simpan CSV")
        assert here.name == f"rekap-nilai-{name}-ujian-netralitas-2026.csv"
        assert here.read_bytes().startswith(b"\xef\xbb\xbf")
        recap.pick(gathered.walker, "Bentuk CSV", 1)
        tables[name] = rows_of(saved(gathered, "Simpan CSV"), ",")
        assert [len(row) for row in rows_of(here, ";")] == [len(row) for row in tables[name]]
        assert (NIPS & cells(tables[name]) == set()) is (name == "ringkasan")
    assert {row[0] for row in tables["ringkasan"][1:]} == agencies
    assert cells(tables["per-orang"]) >= NIPS
    assert len(tables["per-jawaban"]) == 1 + len(answers)
    assert set(tables["orang-soal"][0]) >= {one.choice.item for one in answers}
    assert len(tables["orang-soal"]) == 1 + len({one.exam for one in answers})


def rows_of(file: Path, delimiter: str) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, delimiter=delimiter))


def test_papers_are_written_and_names_go_out_to_others_only_for_a_reason(gathered: Opened) -> None:
    go(gathered, RecapReports())
    pdf = saved(gathered, "Simpan laporan PDF").read_bytes()
    assert says(pdf, "Ujian netralitas 2026")
    letter = Document(str(saved(gathered, "Simpan laporan Word")))
    assert any("BKPSDM Kabupaten Contoh" in one.text for one in letter.paragraphs)
    reminders = Document(str(saved(gathered, "Simpan surat pengingat")))
    unfinished = [one for one in store_of(gathered).people(ASKED, limit=FEW).rows if one.received is None]
    listed = {cell.text for table in reminders.tables for row in table.rows for cell in row.cells}
    assert unfinished
    assert listed >= {one.name for one in unfinished}
    plain = sheets(saved(gathered, "Simpan angka gabungan"))
    assert not NIPS & set().union(*map(cells, plain.values()))
    before = store_of(gathered).log()
    gathered.walker.press("Sertakan nama")
    gathered.walker.write("Alasan, tercatat di Catatan kegiatan", "perlu")
    gathered.walker.press("Simpan angka gabungan")
    assert not dialogs(gathered)
    assert "Nama pegawai hanya boleh disertakan dengan alasan yang jelas" in said(gathered)
    line = gathered.window.focusWidget()
    assert isinstance(line, QLineEdit)
    assert "Alasannya masih kosong" in line.accessibleDescription()
    renew(gathered)
    assert "Alasannya masih kosong" in said(gathered), "also in another text size"
    assert store_of(gathered).log() == before
    gathered.walker.write("Alasan, tercatat di Catatan kegiatan", "Surat Inspektorat nomor 12 tahun 2026")
    named = sheets(saved(gathered, "Simpan angka gabungan"))
    assert set().union(*map(cells, named.values())) >= NIPS
    assert any("Surat Inspektorat nomor 12 tahun 2026" in entry.words for entry in store_of(gathered).log()[:2])


def test_where_nothing_is_in_nothing_is_offered(open_window: OpenWindow) -> None:
    opened = open_window()
    store_of(opened).keep_office(office())
    go(opened, RecapReports())
    assert "Belum ada yang dapat disimpan" in said(opened)
    go(opened, Section.RECAP)
    opened.walker.press("Simpan ke Excel")
    assert message(opened)[0] == "Belum dapat disimpan"
    opened.walker.press("Mengerti")
    go(opened, RecapRescore())
    assert "Belum ada yang dinilai" in said(opened)


def test_a_second_save_waits_for_the_first_beside_all_other_work(gathered: Opened, tmp_path: Path) -> None:
    gate, reached = threading.Event(), threading.Event()

    def slow(tell: Callable[[int], None]) -> Sequence[Path]:
        tell(120_000)
        reached.set()
        assert gate.wait(20)
        raise Refusal(FULL_DISK)

    go(gathered, RecapReports())
    desk = gathered.journey.recap
    assert desk is not None
    desk.saving.save(Report.PDF, slow)
    desk.saving.save(Report.WORKBOOK, lambda _: (tmp_path / "rekap.xlsx", tmp_path / "lain.csv"))
    assert reached.wait(10)
    QApplication.processEvents()
    names = {one.accessibleName(): one.isEnabled() for one in gathered.window.findChildren(QAbstractButton)}
    assert names["Menyimpan … Simpan laporan PDF …"] is False
    assert names["Menunggu giliran … Simpan buku kerja …"] is False
    assert names["Simpan CSV …"] is True
    assert "Sudah 120.000 baris ditulis …" in said(gathered)
    assert gathered.window.renew_page()
    QApplication.processEvents()
    assert "Sudah 120.000 baris ditulis …" in said(gathered), "also in another text size"
    gathered.window.go(Section.RECAP)
    deadline = QDeadlineTimer(10_000)
    while not isinstance(gathered.window.page, OverviewPage) and not deadline.hasExpired():
        QApplication.processEvents()
    assert isinstance(gathered.window.page, OverviewPage), "other pages are opened meanwhile"
    gate.set()
    gathered.walker.settle()
    go(gathered, RecapReports())
    told_of = {box.text(): box.informativeText() for box in gathered.window.findChildren(QMessageBox)}
    assert told_of["Berkas belum tersimpan"] == FULL_DISK
    assert told_of["Berkas tersimpan"] == f"{tmp_path / 'rekap.xlsx'}\n\nBersama 1 berkas lain di folder itu."
    assert gathered.walker.button("Simpan laporan PDF").isEnabled()
    assert "baris ditulis" not in said(gathered)


def test_rows_are_counted_as_they_are_written() -> None:
    rows = [(number,) for number in range(12_000)]
    counts: list[int] = []
    tables = tuple(DataTable(name, name, (), rows) for name in ("satu", "dua"))
    (one, two) = told(DataFile("", (), None, tables), counts.append).tables
    assert (list(one.rows), list(two.rows)) == (rows, rows)
    assert counts == [5_000, 10_000, 15_000, 20_000]


def test_everything_is_marked_anew_only_after_it_was_shown_and_goes_back(gathered: Opened) -> None:
    store = store_of(gathered)
    people = roster(FEW)[:12]
    go(gathered, RecapRescore())
    gathered.walker.press("Lihat yang berubah")
    assert "Tidak ada nilai yang berubah" in said(gathered), "as long as all is of this content"
    gathered.walker.press("Batal")
    assert "Tidak ada nilai yang berubah" not in said(gathered)
    take_older(store, gathered.learning.packs, people, TASK)
    before = store.overview(ASKED)
    go(gathered, Section.RECAP)
    gathered.walker.press("Penilaian ulang")
    pack, _, _ = gathered.learning.packs.current()
    assert "Sekarang dinilai dengan: paket soal masing-masing ujian." in said(gathered)
    gathered.walker.press("Lihat yang berubah")
    assert f"Menjadi: {pack.id} versi {pack.version} (keadaan hukum per " in said(gathered)
    assert "24 jawaban berubah: 0 menjadi benar, 12 menjadi belum tepat, 12 tidak lagi dinilai." in said(gathered)
    assert "12 ujian terpengaruh: 0 menjadi lulus, 12 tidak lagi lulus." in said(gathered)
    questions = shown_cells(gathered, "Soal yang terpengaruh")
    assert [(row[0].rsplit(", ", 1)[1], *row[1:]) for row in questions[:2]] == [
        ("Hukum yang mendasarinya berubah", "0", "12", "0"),
        ("Tidak lagi dinilai", "0", "0", "12"),
    ]
    assert {row[0].split(",")[0] for row in shown_cells(gathered, "Ujian yang kelulusannya berubah")} == {
        one.name for one in people
    }
    assert {tuple(row[1:]) for row in shown_cells(gathered, "Ujian yang kelulusannya berubah")} == {
        ("100, Lulus", "50,0, Belum lulus")
    }
    renew(gathered)
    assert "Yang akan berubah" in said(gathered), "also in another text size"
    book = sheets(saved(gathered, "Simpan daftar perubahan"))
    assert len(book["Perubahan"]) >= 1 + 24
    gathered.walker.press("Ganti nilai 12 ujian …")
    gathered.walker.press("Batal")
    assert store.overview(ASKED) == before
    gathered.walker.press("Ganti nilai 12 ujian …")
    gathered.walker.press("Ganti nilai 12 ujian")
    assert message(gathered)[0] == "Penilaian diganti"
    gathered.walker.press("Mengerti")
    assert f"Sekarang dinilai dengan: {pack.id} versi {pack.version}" in said(gathered)
    assert store.overview(ASKED) != before
    gathered.walker.press("Kembalikan ke penilaian semula …")
    assert "12 ujian terpengaruh: 12 menjadi lulus, 0 tidak lagi lulus." in said(gathered)
    gathered.walker.button("Kembalikan ke penilaian semula …").click()
    gathered.walker.press("Kembalikan ke penilaian semula")
    assert store.overview(ASKED) == before
    gathered.walker.press("Mengerti")
