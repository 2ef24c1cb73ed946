"""The screens of Rekap nilai with a few invented people: nothing yet, the list, an import, people, papers."""

from collections.abc import Iterator
from uuid import UUID

from asnquiz.programs.walks import recap
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.programs.walks.many_people import roster
from tests.storage.collection.given import attendance, class_report, file, took
from tests.ui.conftest import Opened
from tests.ui.older_content import take_older

FEW = 40


def screens(opened: Opened) -> Iterator[str]:
    """From any page with the rail, with an office that wrote a task."""
    walker, folder = opened.walker, opened.database.parent.parent
    walker.press("Rekap nilai")
    yield "rekap-kosong"
    yield from _roster(opened)
    recap.receive(opened.database.parent / "rekap.db", FEW)
    walker.press("Rekap nilai")
    yield "rekap"
    walker.press("Diawasi")
    yield "rekap-diawasi"
    walker.press("Analisis butir soal")
    yield "rekap-analisis-kosong"
    walker.press("Kembali ke Rekap nilai")
    walker.press("Tanpa pengawas")
    walker.press("Analisis butir soal")
    walker.press("Selengkapnya: ")
    yield "rekap-analisis"
    recap.open_row(walker, "Yakin, tetapi keliru, per unit kerja", 0)
    yield "rekap-analisis-yakin"
    walker.press("Rekap nilai")
    walker.press("Tambah berkas nilai")
    yield "rekap-tambah"
    walker.press("Rekap nilai")
    recap.add_files(walker, lambda _: None, folder)
    yield "rekap-tambah-selesai"
    yield from _people(opened)
    walker.press("Rekap nilai")
    recap.open_row(walker, "Perangkat daerah", 0)
    yield "rekap-perangkat-daerah"
    walker.press("Rekap nilai")
    walker.press("lihat alasannya")
    yield "rekap-berkas"
    recap.open_row(walker, "Daftar berkas yang ditolak", 0)
    yield "rekap-berkas-alasan"
    walker.press("Mengerti")
    yield from _passed_on(opened)
    walker.press("Rekap nilai")
    walker.press("Hapus data lama")
    yield "rekap-hapus"
    walker.press("Hitung yang akan dihapus")
    yield "rekap-hapus-salah"
    walker.write("Hapus yang diterima sebelum", "1 Januari 2100")
    walker.press("Hitung yang akan dihapus")
    yield "rekap-hapus-hitung"
    walker.press("Rekap nilai")
    walker.press("Sosialisasi yang masuk")
    yield "rekap-sosialisasi-kosong"
    tables = class_report("satu", str(UUID(int=1)), attendance(1), attendance(2, people=6))
    hall = class_report("dua", str(UUID(int=2)), *map(attendance, range(1, 41)))
    took(opened.learning.collection.store, file("apel.asnkelas", tables), file("aula.asnkelas", hall))
    walker.press("Kembali ke Rekap nilai")
    walker.press("Sosialisasi yang masuk")
    yield "rekap-sosialisasi"
    walker.press("Rekap nilai")
    walker.press("Catatan kegiatan")
    yield "rekap-catatan"


def _roster(opened: Opened) -> Iterator[str]:
    walker, folder = opened.walker, opened.database.parent.parent
    faulty = folder / "salah.csv"
    faulty.write_text("NIP;Nama;Unit kerja\n1,96803E+17;Siti Aminah;Dinas Sosial\n", encoding="utf-8")
    walker.press("Daftar pegawai")
    yield "rekap-daftar"
    walker.press("Pilih berkas daftar")
    recap.choose(walker, faulty)
    yield "rekap-daftar-salah"
    walker.press("Rekap nilai")
    recap.take_roster(walker, lambda _: None, folder, FEW)
    yield "rekap-daftar-diganti"


def _people(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Rekap nilai")
    walker.press("Semua pegawai")
    yield "rekap-pegawai"
    walker.write("Cari nama atau NIP", "zzz")
    yield "rekap-pegawai-tidak-ada"
    recap.empty(walker, "Cari nama atau NIP")
    recap.pick(walker, "Perlu diperhatikan", 2)
    yield "rekap-pegawai-perhatian"
    recap.open_row(walker, "Pegawai yang ditemukan", 0)
    yield "rekap-orang"
    walker.press("Kembali ke daftar")
    recap.pick(walker, "Perlu diperhatikan", 0)
    walker.press("Tidak dikenal")
    recap.open_row(walker, "Pegawai yang ditemukan", 0)
    yield "rekap-orang-tidak-dikenal"
    walker.write("Cari dalam daftar pegawai", "su")
    yield "rekap-orang-cari"


def _passed_on(opened: Opened) -> Iterator[str]:
    walker, store = opened.walker, opened.learning.collection.store
    take_older(store, opened.learning.packs, roster(FEW)[:6], store.tasks()[0].task)
    walker.press("Rekap nilai")
    walker.press("Laporan")
    yield "rekap-laporan"
    recap.pick(walker, "Isi tabel", 1)
    walker.press("Sertakan nama")
    walker.press("Simpan angka gabungan")
    yield "rekap-laporan-alasan"
    walker.press("Simpan CSV")
    save_as_offered(walker)
    yield "rekap-laporan-tersimpan"
    walker.press("Selesai")
    walker.press("Rekap nilai")
    walker.press("Penilaian ulang")
    yield "rekap-nilai-ulang"
    walker.press("Lihat yang berubah")
    yield "rekap-nilai-ulang-perubahan"
    walker.press("Ganti nilai 6 ujian …")
    yield "rekap-nilai-ulang-tanya"
    walker.press("Ganti nilai 6 ujian")
    walker.press("Mengerti")
    walker.press("Kembalikan ke penilaian semula …")
    yield "rekap-nilai-ulang-kembali"
