"""The walk around at the first start, Bantuan with its search and one topic, and the sheet of keys over it."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from asnquiz.programs.walker import Walker


def look_around(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Goes through all steps by keys, to Beranda."""
    shoot("perkenalan")
    for _ in range(4):
        walker.key(Qt.Key.Key_Return)
    shoot("perkenalan-akhir")
    walker.press("Mulai belajar")


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    """Looks something up, reads where it stands, and opens the sheet of keys and what the guide says there."""
    walker.press("Bantuan")
    shoot("bantuan")
    walker.write("Cari dalam panduan", "nilai hilang")
    walker.key(Qt.Key.Key_Return)
    shoot("bantuan-cari")
    walker.click(walker.first_button_with("hasil 1 dari"))
    shoot("bantuan-bagian")
    walker.press("Kuis")
    walker.key(Qt.Key.Key_F1)
    shoot("tombol-papan-ketik")
    walker.press("Buka Bantuan tentang halaman ini")
    shoot("tombol-papan-ketik-bantuan")
    walker.press("Tutup")
