"""The screens of the case studies: the list, a scene fresh and tried, a consequence, and the end with its map."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from asnquiz.ui.cases.case_page import CasePage
from tests.ui.conftest import Opened


def case_screens(opened: Opened) -> Iterator[str]:
    walker = opened.walker
    walker.press("Studi kasus")
    yield "studi-kasus"
    walker.press("Mulai: ")
    yield "studi-kasus-adegan-pertama"
    page = opened.window.page
    assert isinstance(page, CasePage)
    while page.presenter.walk.ending is None:
        walker.key(Qt.Key.Key_B)
        walker.press("Pilih jalan ini")
        yield f"studi-kasus-akibat-{len(page.presenter.walk.path)}"
        walker.press("Lanjutkan")
    yield "studi-kasus-akhir"
    walker.press("Coba jalan lain dari sini, langkah 2")
    yield "studi-kasus-adegan-lagi"
    walker.press("Studi kasus")
    yield "studi-kasus-lagi"
