"""The screens of a trainer before and after a briefing: its list, five steps, a plan, papers, typing and the record."""

from collections.abc import Iterator

from asnquiz.ui.destinations import Section, ShowBriefing
from tests.ui.briefing.held import answered, end
from tests.ui.conftest import Opened

LIST = "Siti Aminah; Analis; Dinas Kesehatan\nBudi Santoso; Staf; Sekretariat Daerah"


def screens(opened: Opened) -> Iterator[str]:
    """From any page with the rail."""
    walker = opened.walker
    walker.press("Pengaturan")
    walker.press("Saya juga memandu sosialisasi")
    opened.window.go(Section.BRIEFING)
    walker.settle()
    yield "sosialisasi"
    yield from _plan(opened)
    yield from _steps(opened)
    walker.press("Kembali ke Sosialisasi")
    yield "sosialisasi-disiapkan"
    yield from _record(opened)


def _plan(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Susun rencana baru")
    yield "sosialisasi-rencana-kosong"
    walker.press("Ketentuan")
    walker.press("Tambah 1: ")
    yield "sosialisasi-isi-rencana"
    walker.press("Simpan rencana")
    walker.press("Ubah menjadi rencana sendiri: Sedang, 45 menit")
    yield "sosialisasi-rencana"
    walker.press("Hapus rencana …")
    yield "sosialisasi-isi-rencana-hapus"
    walker.press("Batal")
    walker.press("Kembali")


def _steps(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Siapkan sosialisasi")
    yield "sosialisasi-acara"
    walker.press("Mulai sekarang")
    yield "sosialisasi-isi-acara-kosong"
    walker.write("Penyelenggara", "BKPSDM Kabupaten Contoh")
    walker.write("Narasumber", "Rahmat Hidayat")
    walker.press("Lanjut ke peserta")
    yield "sosialisasi-peserta"
    walker.write("Tempel atau ketik daftar", f"{LIST}; 123")
    walker.press("Baca daftar ini")
    yield "sosialisasi-peserta-salah"
    walker.write("Tempel atau ketik daftar", LIST)
    walker.press("Baca daftar ini")
    yield "sosialisasi-peserta-terbaca"
    walker.press("Lanjut ke cara menjawab")
    yield "sosialisasi-cara"
    walker.write("Perkiraan jumlah peserta", "0")
    walker.press("Lanjut ke rencana")
    yield "sosialisasi-isi-cara-salah"
    walker.write("Perkiraan jumlah peserta", "40")
    walker.press("HP masing-masing")
    walker.press("Lanjut ke rencana")
    yield "sosialisasi-rencana-pilih"
    walker.press("Lanjut ke cek kesiapan")
    yield "sosialisasi-cek"
    walker.press("Kembali")
    walker.press("Kembali")
    walker.press("Lembar kertas")
    walker.press("Lanjut ke rencana")
    walker.press("Lanjut ke cek kesiapan")
    yield "sosialisasi-cek-kertas"
    walker.press("Simpan, mulai nanti")
    yield "sosialisasi-kertas"


def _record(opened: Opened) -> Iterator[str]:
    walker, store = opened.walker, opened.learning.briefings.store
    briefing = store.summaries()[0].briefing
    opened.window.go(ShowBriefing(briefing.id))
    walker.settle()
    yield "sosialisasi-hasil-kosong"
    walker.press("Ketik jawaban kertas")
    yield "sosialisasi-isi-ketik"
    walker.write("Nama atau kode peserta", "siti")
    walker.press("Siti Aminah")
    walker.write("Huruf jawaban", "ABZ")
    yield "sosialisasi-isi-ketik-salah"
    walker.press("Kembali ke hasil")
    yield "sosialisasi-isi-ketik-tanya"
    walker.press("Jangan simpan")
    answered(opened, briefing)
    opened.window.go(Section.BRIEFING)
    walker.settle()
    yield "sosialisasi-berlangsung"
    end(opened, briefing)
    opened.window.go(ShowBriefing(briefing.id))
    walker.settle()
    yield "sosialisasi-hasil"
    walker.press("Kembali ke Sosialisasi")
    yield "sosialisasi-selesai"
    walker.press("Hapus … ")
    yield "sosialisasi-isi-hapus"
    walker.press("Batal")
