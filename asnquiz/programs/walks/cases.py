"""The tour of the case studies: one to an end, a step back to try another way, another to a second end, and the map."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from asnquiz.programs.walker import Walker
from asnquiz.ui.cases.case_page import CasePage
from asnquiz.ui.cases.map_view import CaseMapView


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    walker.press("Studi kasus")
    shoot("studi-kasus")
    walker.click(walker.first_button_with(": "))
    shoot("studi-kasus-adegan")
    page = _page(walker)
    walker.press("Mulai dari awal")
    _to_an_end(walker, Qt.Key.Key_B, shoot)
    shoot("studi-kasus-akhir")
    page.scroll_to(walker.button("Coba jalan lain dari sini, langkah 1"))
    shoot("studi-kasus-langkah")
    walker.press("Coba jalan lain dari sini, langkah 1")
    shoot("studi-kasus-jalan-lain")
    _to_an_end(walker, Qt.Key.Key_C, lambda _: None)
    (drawing,) = page.findChildren(CaseMapView)
    page.scroll_to(drawing.parentWidget() or drawing)
    shoot("studi-kasus-peta")
    walker.key(Qt.Key.Key_Return)
    shoot("studi-kasus-lagi")


def _page(walker: Walker) -> CasePage:
    page = walker.window.page
    if not isinstance(page, CasePage):
        raise TypeError("the case study did not open")
    return page


def _to_an_end(walker: Walker, key: Qt.Key, shoot: Callable[[str], None]) -> None:
    """Takes the way of one key at every scene, by keys alone; the first consequence is worth a picture."""
    page = _page(walker)
    while page.presenter.walk.ending is None:
        walker.key(key)
        walker.key(Qt.Key.Key_Return)
        if len(page.presenter.walk.path) == 1:
            shoot("studi-kasus-akibat")
        walker.press("Lanjutkan")
