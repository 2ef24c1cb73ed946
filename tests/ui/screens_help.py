"""The screens by which the program explains itself: the walk around, Bantuan with its search, topics, and the keys."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from asnquiz.ui.destinations import ReadGuide
from asnquiz.ui.help.walk_page import WalkPage
from tests.ui.conftest import Opened


def walk_around(opened: Opened) -> Iterator[str]:
    """The walk that comes after the first start, to its end on Beranda."""
    yield "perkenalan"
    while isinstance(page := opened.window.page, WalkPage) and not page.last:
        opened.walker.press("Lanjut")
        yield f"perkenalan-{page.step}"
    opened.walker.press("Mulai belajar")


def screens(opened: Opened) -> Iterator[str]:
    """Opens each of the others in turn."""
    walker = opened.walker
    walker.press("Bantuan")
    yield "bantuan"
    walker.press("Cari")
    yield "bantuan-cari-kosong"
    walker.write("Cari dalam panduan", "nilai hilang")
    walker.key(Qt.Key.Key_Return)
    yield "bantuan-cari"
    walker.click(walker.first_button_with("hasil 1 dari"))
    yield "bantuan-cari-tempat"
    for place in ("panduan-peserta#menyerahkan-nilai-ujian", "tombol", "panduan-instalasi#dari-terminal"):
        opened.window.go(ReadGuide(place))
        walker.settle()
        yield f"bantuan-{place.replace('#', '-')}"
    walker.key(Qt.Key.Key_F1)
    yield "tombol"
    walker.press("Buka Bantuan tentang halaman ini")
    yield "tombol-bantuan"
    walker.press("Tutup")
