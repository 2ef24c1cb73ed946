"""Rekap nilai with ten thousand people: their list taken over, files looked at, and what one sees of them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from asnquiz.programs.collecting import open_collecting
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.programs.walker import Walker
from asnquiz.programs.walks import office
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.programs.walks.many_people import content_of, roster, send_in, write_roster
from asnquiz.ui.widgets.table import Table

MANY = 10_000


def walk(
    walker: Walker, shoot: Callable[[str], None], folder: Path, collection: Path, proof: Path, count: int = MANY
) -> None:
    """From any page with the rail, with an office that wrote its task and nothing else in the database `collection`.

    What the people sent in is put into the database itself, because sealing ten thousand files would take a tour too
    long; one `proof` of the task is taken in as an office does, with the key that `office.walk` made in `folder`.
    """
    walker.press("Rekap nilai")
    shoot("rekap-kosong")
    take_roster(walker, shoot, folder, count)
    receive(collection, count)
    walker.press("Rekap nilai")
    shoot("rekap")
    look_at_analysis(walker, shoot)
    add_files(walker, shoot, folder, proof)
    look_at_people(walker, shoot)
    walker.press("Rekap nilai")
    open_row(walker, "Perangkat daerah", 2)
    shoot("rekap-perangkat-daerah")
    walker.press("Rekap nilai")
    walker.press("lihat alasannya")
    shoot("rekap-berkas-ditolak")
    pass_on(walker, shoot)
    walker.press("Rekap nilai")
    walker.press("Hapus data lama")
    walker.write("Hapus yang diterima sebelum", "1 Januari 2100")
    walker.press("Hitung yang akan dihapus")
    shoot("rekap-hapus")
    walker.press("Rekap nilai")
    walker.press("Catatan kegiatan")
    shoot("rekap-catatan")


def take_roster(walker: Walker, shoot: Callable[[str], None], folder: Path, count: int) -> None:
    """From Rekap nilai; takes over a list of so many people."""
    file = folder / "daftar-pegawai.csv"
    write_roster(roster(count), file)
    walker.press("Daftar pegawai")
    walker.press("Pilih berkas daftar")
    choose(walker, file)
    shoot("rekap-daftar-pegawai")
    walker.press("Ganti daftar")
    walker.press("Mengerti")


def receive(collection: Path, count: int) -> None:
    """Keeps what so many people sent in for the newest task, into the database of a data folder."""
    paths = Paths(collection.parent)
    known = content_of(pack_library(paths))
    with open_collecting(paths) as store:
        tasks = store.tasks()
        task = tasks[0].task if tasks else None
        send_in(store, roster(count), task, known, dt.datetime(2026, 11, 27, 1, 0, tzinfo=dt.UTC))


def add_files(walker: Walker, shoot: Callable[[str], None], folder: Path, proof: Path | None = None) -> None:
    """From Rekap nilai; has a folder looked at in which something is not ours, and a proof where one is given."""
    sent = folder / "kiriman"
    sent.mkdir(exist_ok=True)
    (sent / "undangan.txt").write_text("Undangan rapat", encoding="utf-8")
    walker.press("Tambah berkas nilai")
    walker.press("Pilih folder")
    choose(walker, sent)
    if proof is not None:
        (sent / proof.name).write_bytes(proof.read_bytes())
        walker.press("Pilih berkas kunci")
        choose(walker, folder / office.KEY)
        walker.write("Kata sandi kunci kantor", office.OFFICE_WORDS)
        walker.press("Buka kunci")
    shoot("rekap-tambah")
    walker.press("Mulai periksa")
    shoot("rekap-tambah-selesai")


def look_at_analysis(walker: Walker, shoot: Callable[[str], None]) -> None:
    """From Rekap nilai: the hardest questions, one of them unfolded, and what stands below them."""
    walker.press("Analisis butir soal")
    shoot("rekap-analisis")
    walker.press("Selengkapnya: ")
    shoot("rekap-analisis-soal")
    for name in ("Yakin, tetapi keliru, per unit kerja", "Tugas dan hasilnya"):
        if walker.window.page is not None:
            walker.window.page.scroll_to(table(walker, name))
        shoot(f"rekap-analisis-{name.split(',')[0].split()[0].lower()}")
    walker.press("Rekap nilai")


def look_at_people(walker: Walker, shoot: Callable[[str], None]) -> None:
    """From any page with the rail: everybody, some of them, and one."""
    walker.press("Rekap nilai")
    walker.press("Semua pegawai")
    shoot("rekap-pegawai")
    table(walker, "Pegawai yang ditemukan").scrollToBottom()
    shoot("rekap-pegawai-akhir")
    walker.write("Cari nama atau NIP", "su")
    shoot("rekap-pegawai-cari")
    empty(walker, "Cari nama atau NIP")
    pick(walker, "Perlu diperhatikan", 2)
    shoot("rekap-pegawai-perhatian")
    open_row(walker, "Pegawai yang ditemukan", 0)
    shoot("rekap-orang")
    walker.press("Kembali ke daftar")
    pick(walker, "Perlu diperhatikan", 0)
    walker.press("Tidak dikenal")
    open_row(walker, "Pegawai yang ditemukan", 0)
    shoot("rekap-orang-tidak-dikenal")


def pass_on(walker: Walker, shoot: Callable[[str], None]) -> None:
    """From any page with the rail: what can be saved, one of it saved, and what marking anew would change."""
    walker.press("Rekap nilai")
    walker.press("Laporan")
    shoot("rekap-laporan")
    walker.press("Sertakan nama")
    walker.press("Simpan angka gabungan")
    shoot("rekap-laporan-alasan")
    walker.press("Sertakan nama")
    walker.press("Simpan angka gabungan")
    save_as_offered(walker)
    shoot("rekap-laporan-tersimpan")
    walker.press("Selesai")
    walker.press("Rekap nilai")
    walker.press("Penilaian ulang")
    shoot("rekap-nilai-ulang")
    walker.press("Lihat yang berubah")
    shoot("rekap-nilai-ulang-perubahan")


def choose(walker: Walker, *places: Path) -> None:
    """Answers the dialog for files that stands over the window."""
    dialog = next(one for one in walker.window.findChildren(QFileDialog) if one.isVisible())
    dialog.filesSelected.emit([str(place) for place in places])
    dialog.reject()
    walker.settle()


def table(walker: Walker, name: str) -> Table:
    """The list of that name."""
    return next(one for one in walker.window.findChildren(Table) if one.isVisible() and one.accessibleName() == name)


def open_row(walker: Walker, name: str, row: int) -> None:
    """Clicks a row of a list."""
    place = table(walker, name)
    if walker.window.page is not None:
        walker.window.page.scroll_to(place)
    index = place.model().index(row, 0)
    place.scrollTo(index)
    QTest.mouseClick(place.viewport(), Qt.MouseButton.LeftButton, pos=place.visualRect(index).center())
    walker.settle()


def empty(walker: Walker, name: str) -> None:
    """Takes out what stands in a line."""
    line = next(one for one in walker.window.findChildren(QLineEdit) if one.accessibleName() == name)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    walker.settle()


def pick(walker: Walker, name: str, place: int) -> None:
    """Chooses from a drop-down list by the keyboard."""
    box = next(one for one in walker.window.findChildren(QComboBox) if one.accessibleName() == name and one.isVisible())
    box.setFocus()
    while box.currentIndex() != place:
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < place else Qt.Key.Key_Up)
    walker.settle()
