"""An office: said in Pengaturan, set up step by step with both keys, its page, and a task written and saved."""

from collections.abc import Callable
from pathlib import Path

from asnquiz.programs.walker import Walker

KEY = "kunci-kantor.pem"
NAME = "BKPSDM Kabupaten Contoh"
OFFICE_WORDS = "sepeda biru di bawah hujan"
SPARE_WORDS = "layang-layang putus sore hari"
_LETTERHEAD = "Pemerintah Kabupaten Contoh\nBadan Kepegawaian Daerah"
_DEADLINE = "30-11-2099"
_UNITS = "Dinas Pendidikan\nDinas Kesehatan\nKecamatan Contoh"


def walk(walker: Walker, shoot: Callable[[str], None], folder: Path) -> Path:
    """From any page with the rail; gives the task's file, which stands in `folder` beside the keys."""
    walker.press("Pengaturan")
    if not walker.button("Saya juga merekap nilai").isChecked():
        walker.press("Saya juga merekap nilai")
    shoot("pengaturan-merekap")
    walker.press("Rekap nilai")
    shoot("rekap-tanpa-kantor")
    set_up(walker, shoot, folder)
    walker.press("Tulis tugas")
    file = write(walker, shoot, folder)
    walker.press("Ke halaman kantor")
    shoot("kantor")
    walker.press("Ulangi gladi")
    shoot("gladi")
    rehearse(walker, folder)
    shoot("gladi-berhasil")
    walker.press("Mengerti")
    return file


def set_up(walker: Walker, shoot: Callable[[str], None], folder: Path) -> None:
    """From Rekap nilai without an office to the last step of its set-up."""
    spare = folder / "diska-lepas"
    spare.mkdir(exist_ok=True)
    walker.press("Siapkan kantor")
    walker.write("Nama kantor", NAME)
    walker.write("Kop surat", _LETTERHEAD)
    shoot("kantor-1-nama")
    walker.press("Lanjut ke kunci kantor")
    walker.write("Simpan kunci kantor di", str(folder / KEY))
    walker.write("Kata sandi", OFFICE_WORDS)
    walker.write("Ulangi kata sandi", OFFICE_WORDS)
    shoot("kantor-2-kunci")
    walker.press("Lanjut ke kunci cadangan")
    walker.write("Simpan kunci cadangan di", str(spare / "kunci-cadangan.pem"))
    walker.write("Kata sandi", SPARE_WORDS)
    walker.write("Ulangi kata sandi", SPARE_WORDS)
    shoot("kantor-3-cadangan")
    walker.press("Lanjut ke uji kunci")
    walker.write("Kata sandi kunci kantor", OFFICE_WORDS)
    walker.write("Kata sandi kunci cadangan", SPARE_WORDS)
    shoot("kantor-4-gladi")
    walker.press("Buat dan uji kedua kunci")
    shoot("kantor-5-siap")


def write(walker: Walker, shoot: Callable[[str], None], folder: Path) -> Path:
    """From the form of a task to its file."""
    file = folder / "tugas-ujian-netralitas.asntugas"
    walker.write("Tenggat", _DEADLINE)
    walker.write("Unit kerja", _UNITS)
    shoot("tugas-1-isi")
    walker.press("Lihat tugas")
    walker.write("Berkas kunci kantor", str(folder / KEY))
    walker.write("Kata sandi kunci kantor", OFFICE_WORDS)
    walker.write("Simpan tugas di", str(file))
    shoot("tugas-2-periksa")
    walker.press("Segel dan simpan tugas")
    shoot("tugas-3-tersimpan")
    return file


def rehearse(walker: Walker, folder: Path) -> None:
    """Tries both keys out on the page for that."""
    walker.write("Berkas kunci kantor", str(folder / KEY))
    walker.write("Kata sandi kunci kantor", OFFICE_WORDS)
    walker.write("Berkas kunci cadangan", str(folder / "diska-lepas" / "kunci-cadangan.pem"))
    walker.write("Kata sandi kunci cadangan", SPARE_WORDS)
    walker.press("Uji kedua kunci")
