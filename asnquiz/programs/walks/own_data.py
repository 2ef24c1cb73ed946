"""Data saya: a copy of it, the file that moves a person with its code, the same file opened again, and the backups."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from asnquiz.programs.walker import Walker
from asnquiz.programs.walks.documents import save_as_offered
from asnquiz.ui.destinations import MoveHere


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    """From any page with the rail."""
    look(walker, shoot)
    walker.press("Simpan salinan")
    save_as_offered(walker)
    shoot("data-saya-salinan")
    walker.press("Selesai")
    walker.press("Hapus data saya")
    shoot("data-saya-hapus")
    walker.press("Jangan hapus")
    _move(walker, shoot)
    walker.press("Pengaturan")
    walker.press("Buka Data saya")
    walker.press("Lihat cadangan")
    shoot("cadangan")
    walker.press("Pulihkan")
    shoot("cadangan-pulihkan")
    walker.press("Batal")


def look(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Data saya from its beginning and at its end."""
    walker.press("Pengaturan")
    walker.press("Buka Data saya")
    shoot("data-saya")
    if walker.window.page is not None:
        walker.window.page.scroll_to(walker.button("Hapus data saya"))
    shoot("data-saya-akhir")


def _move(walker: Walker, shoot: Callable[[str], None]) -> None:
    walker.press("Pindah ke komputer lain")
    shoot("pindah")
    walker.press("Simpan berkas pindah")
    file = save_as_offered(walker)
    shoot("pindah-kode")
    code = next(one for one in walker.window.findChildren(QLabel, "code")).text()
    walker.window.go(MoveHere(file))
    walker.settle()
    shoot("pindah-di-sini")
    walker.write("Kode", code)
    walker.press("Buka berkas")
    shoot("pindah-isi")
    walker.press("Ambil ke komputer ini")
    shoot("pindah-selesai")
    walker.press("Mengerti")
