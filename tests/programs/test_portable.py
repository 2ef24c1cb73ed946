"""A stick with the program on it: the NIP goes into score file and certificate, and into no file of the data folder."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit

from asnquiz.domain.preferences import Preferences
from asnquiz.programs.desktop import open_desk
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths, find_data
from asnquiz.programs.walker import Walker
from asnquiz.scorefiles.score_file import read_file
from asnquiz.ui.destinations import Section

NIP = "198503122010011004"
SAID = "Di media portabel NIP tidak disimpan; ketik lagi saat menyerahkan nilai."


@pytest.fixture
def stick(tmp_path: Path) -> Paths:
    (tmp_path / "portable").touch()
    paths = find_data(None, {}, tmp_path)
    paths.data.mkdir()
    return paths


def holding(folder: Path) -> list[str]:
    return [file.name for file in folder.rglob("*") if file.is_file() and NIP.encode() in file.read_bytes()]


def nip_line(walker: Walker) -> QLineEdit:
    return next(one for one in walker.window.findChildren(QLineEdit) if one.accessibleName() == "NIP/NI PPPK")


def test_a_folder_beside_the_file_is_portable_by_whatever_name_it_is_opened(stick: Paths) -> None:
    assert stick.portable
    assert find_data(str(stick.data), {}, Path("/usr/lib")).portable
    assert find_data(None, {"ASNQUIZ_DATA": str(stick.data)}, Path("/usr/lib")).portable
    assert not Paths(stick.data / "lain").portable


def test_results_are_not_gathered_there_and_the_settings_say_why(
    qapp: QApplication, stick: Paths, tmp_path: Path
) -> None:
    with open_desk(
        qapp,
        stick,
        tmp_path,
        preferences=Preferences(gathers=True),  # as of somebody who came from another computer
        seeds=iter(range(1, 99)).__next__,
        show=lambda one: one.show(),
    ) as desk:
        walker = Walker(desk)
        walker.settle()
        ticks = [one.text() for one in desk.window.findChildren(QCheckBox) if one.isVisible()]
        assert ticks == ["Saya juga memandu sosialisasi"]
        walker.press("Coba dulu")
        walker.press("Lewati")
        assert not desk.window.rail.entries[Section.RECAP].isVisible()
        walker.press("Pengaturan")
        tick = walker.button("Saya juga merekap nilai untuk kepegawaian")
        assert not tick.isEnabled()
        assert not tick.isChecked()
        said = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
        assert any(words.startswith("Di media portabel NIP tidak disimpan, jadi nilai pegawai") for words in said)


def test_the_nip_is_typed_sent_and_forgotten(qapp: QApplication, stick: Paths, tmp_path: Path) -> None:
    out = tmp_path.with_name(f"{tmp_path.name}-keluar")
    out.mkdir()
    with open_desk(
        qapp, stick, out, preferences=Preferences(), seeds=iter(range(1, 99)).__next__, show=lambda one: one.show()
    ) as desk:
        walker = Walker(desk)
        walker.settle()
        walker.write("Nama", "Siti Aminah")
        walker.press("Mulai")
        walker.press("Lewati")
        walker.press("Pengaturan")
        assert SAID in nip_line(walker).accessibleDescription()
        walker.write("NIP/NI PPPK", NIP)
        walker.press("Simpan data diri")
        walker.press("Kuis")
        walker.press("Mulai ujian")
        walker.press("Selesai ujian …")
        walker.press("Selesai ujian")
        walker.press("Lihat dan simpan")
        assert nip_line(walker).text().replace(" ", "") == NIP, "it lives as long as the program"
        assert SAID in nip_line(walker).accessibleDescription()
        walker.press("Lihat isi berkas")
        walker.write("Simpan ke", str(out / "nilai.asnskor"))
        walker.press("Simpan berkas nilai")
        walker.press("Kembali ke hasil")
        assert holding(stick.data) == [], "while the program runs"
        walker.press("Ganti orang")
        walker.press("Orang baru")
        walker.press("Coba dulu")
        walker.press("Lewati")
        walker.press("Ganti orang")
        walker.press("Siti Aminah")
        walker.press("Pengaturan")
        assert nip_line(walker).text() == "", "somebody else has been here"
        desk.window.close()
        walker.settle()
    report = read_file(out / "nilai.asnskor").report
    assert report is not None
    assert report.person.nip == NIP
    assert holding(stick.data) == []
    with open_learning(stick) as learning:
        assert [one.person.nip for one in learning.store.profiles()] == [None, None]
