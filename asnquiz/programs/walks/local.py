"""The local layer: an office writes a question, another person reads it, and its pack goes out and is put in use."""

from collections.abc import Callable
from pathlib import Path

from asnquiz.domain.pack import Pack
from asnquiz.programs.walker import Walker
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.ui.destinations import OpenFile, PublishDrafts

OFFICE = "BKPSDM Kabupaten Contoh"
STEM = "Grup kerja kantor Anda dipakai membagikan ajakan memilih salah satu calon. Apa yang sebaiknya Anda lakukan?"
_TITLE = "Netralitas ASN di Kabupaten Contoh"
_AUTHOR, _REVIEWER = "Rina Wulandari", "Agus Salim"


def walk(walker: Walker, shoot: Callable[[str], None], pack: Pack) -> None:
    """From any page with the rail, for somebody who leads briefings or gathers results."""
    file = write(walker, shoot, pack)
    use(walker, shoot, file)
    walker.press("Beranda")
    walker.press("Buka Setempat")
    shoot("setempat")


def write(walker: Walker, shoot: Callable[[str], None], pack: Pack) -> Path:
    """From any page with the rail: begins a layer, has a question of its own read, and saves the pack's file."""
    walker.press("Pengaturan")
    walker.press("Buka Soal setempat")
    shoot("soal-setempat-mulai")
    walker.write("Nama kantor", OFFICE)
    walker.write("Judul paket", _TITLE)
    walker.press("Mulai menulis")
    walker.press("Salin soal nasional …")
    shoot("soal-setempat-salin")
    walker.press(pack.items[0].stem)
    walker.write("Teks soal", STEM)
    shoot("soal-setempat-tulis")
    walker.press("Sesudah dijawab")
    shoot("soal-setempat-sesudah-dijawab")
    walker.write("Nama penulis", _AUTHOR)
    walker.press("Ajukan untuk ditelaah")
    walker.write("Nama penelaah", _REVIEWER)
    walker.press("Nyatakan sudah ditelaah")
    shoot("soal-setempat-ditelaah")
    walker.press("Kembali ke Soal setempat")
    walker.press("Studi kasus baru")
    walker.press("Buka jalan cerita")
    shoot("soal-setempat-cerita")
    walker.press("Kembali")
    walker.press("Kembali ke Soal setempat")
    walker.press("Keterangan kantor")
    shoot("soal-setempat-kantor")
    walker.press("Kembali ke Soal setempat")
    shoot("soal-setempat")
    walker.window.go(PublishDrafts())
    walker.settle()
    shoot("soal-setempat-terbitkan")
    walker.press("Simpan paket …")
    file = save_as_offered(walker)
    shoot("soal-setempat-tersimpan")
    walker.press("Selesai")
    return file


def use(walker: Walker, shoot: Callable[[str], None], file: Path) -> None:
    """Opens a pack's file, says yes to it, and ends at Paket soal."""
    walker.window.go(OpenFile(file))
    walker.settle()
    shoot("paket-dibuka")
    walker.press("Pakai paket ini")
    shown = walker.window.question
    if shown is not None and shown.windowTitle().startswith("Sidik kunci"):  # nothing is asked of a pack of one's own
        shoot("paket-sidik-kunci")
        walker.press("Sudah cocok")
    shoot("paket-dipakai")
    walker.press("Mengerti")
    shoot("paket-soal")


def look(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Where the walk was taken already: its main pages once more, in another look."""
    walker.press("Beranda")
    walker.press("Buka Setempat")
    shoot("setempat")
    walker.press("Pengaturan")
    walker.press("Buka Soal setempat")
    shoot("soal-setempat")
    walker.click(walker.first_button_with("Buka: "))
    shoot("soal-setempat-tulis")
