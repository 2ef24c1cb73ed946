"""Cek kondisi komputer: reached from Pengaturan, says each thing in words, and saves a report without the person."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from asnquiz.ui.condition.page import ConditionPage
from tests.ui.conftest import Opened, OpenWindow

NAME, NIP, UNIT = "Zwartonegoro", "198503122010012004", "Dinas Kwaliteit"
WELL, UNWELL = "Baik", "Perlu perhatian"


@pytest.fixture
def opened(open_window: OpenWindow) -> Opened:
    """On the page, by somebody with an unmistakable name."""
    opened = open_window()
    walker = opened.walker
    walker.press("Pengaturan")
    for label, words in (("Nama", NAME), ("NIP/NI PPPK", NIP), ("Unit kerja", UNIT)):
        walker.write(label, words)
    walker.press("Simpan data diri")
    walker.press("Cek kondisi komputer")
    assert isinstance(opened.window.page, ConditionPage)
    return opened


def state_of(opened: Opened, title: str) -> str:
    """The word beside a title."""
    labels = [label.text() for label in opened.labels()]
    return labels[labels.index(title) + 1]


def test_each_thing_has_its_state_in_words(opened: Opened) -> None:
    labels = [label.text() for label in opened.labels()]
    titles = {"Folder data", "Ruang penyimpanan", "Berkas data", "Cadangan", "Materi dan soal", "Huruf dan tampilan"}
    titles |= {"Layar", "Ukuran huruf", "Pembaca layar", "Jam komputer", "Sistem", "Program"}
    assert titles <= set(labels)
    assert {state_of(opened, title) for title in titles} <= {WELL, UNWELL}
    assert state_of(opened, "Berkas data") == WELL
    assert "Ukuran huruf 100 %, tema terang." in labels


def test_the_focus_is_on_the_title_whose_name_says_how_all_stands(opened: Opened) -> None:
    focused = opened.window.focusWidget()
    assert focused is not None
    # The screen of the tests is smaller than the window, and nobody has made a backup here.
    assert focused.accessibleName() == "Cek kondisi komputer. 2 hal perlu perhatian"


def test_what_was_mended_is_well_when_it_is_looked_at_again(opened: Opened) -> None:
    journal = Path(f"{opened.database}-journal")
    journal.touch()
    opened.walker.press("Cek lagi")
    assert state_of(opened, "Berkas data") == UNWELL
    assert any(label.text().startswith("Yang dapat dilakukan: Tutup program") for label in opened.labels())
    journal.unlink()
    opened.walker.press("Cek lagi")
    assert state_of(opened, "Berkas data") == WELL


def test_damaged_data_and_lost_content_are_told_on_a_page_that_opens(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("asnquiz.programs.first_screen.content_folder", lambda: tmp_path)
    log = Path(f"{opened.database}-wal")
    kept = log.read_bytes()
    log.write_bytes(kept[:-4200] + b"x" * 4200)
    opened.walker.press("Cek lagi")
    assert [state_of(opened, title) for title in ("Berkas data", "Materi dan soal")] == [UNWELL, UNWELL]
    log.write_bytes(kept)


def test_the_report_is_saved_where_the_person_says_and_holds_nothing_of_them(opened: Opened, tmp_path: Path) -> None:
    opened.walker.press("Simpan laporan")
    dialog = next(one for one in opened.window.findChildren(QFileDialog) if one.isVisible())
    line = next(one for one in dialog.findChildren(QLineEdit) if one.isVisible())
    line.setText(str(tmp_path / "laporan kantor"))
    QTest.keyClick(line, Qt.Key.Key_Return)
    opened.walker.settle()
    asked = opened.window.question
    assert asked is not None
    assert asked.text() == "Laporan tersimpan"
    report = (tmp_path / "laporan kantor.txt").read_text("utf-8")
    assert report.startswith("Laporan kondisi komputer untuk ASN Netral\n")
    assert "Baik - Berkas data: Berkas data utuh" in report
    secrets = (NAME, NIP, UNIT, str(tmp_path), "Alamat di jaringan")
    assert [secret for secret in secrets if secret in report] == []
