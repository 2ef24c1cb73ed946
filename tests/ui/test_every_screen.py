"""What holds for every screen, looked at on two walks: in the usual size, from light to dark and back, and at twice the
text in the least window, in high contrast.

Every rule is a module of tests/ui/checks/. A failure names the rule and the screen.
"""

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QToolTip, QVBoxLayout
from pytestqt.qtbot import QtBot

from asnquiz.painting.tokens import ThemeName
from asnquiz.ui.settings.page import SettingsPage
from asnquiz.ui.welcome.page import WelcomePage
from tests.source_texts import ROOT
from tests.ui.checks.clipping import clipped
from tests.ui.checks.contrast import READABLE, left_light, unreadable
from tests.ui.checks.names import misnamed
from tests.ui.checks.other_size import in_the_other_size
from tests.ui.checks.stillness import moving, scrolls_sideways
from tests.ui.checks.tab_stops import not_tabbed_to
from tests.ui.checks.targets import SMALLEST_POINTS, low, tiny, too_small
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.screens import screens
from tests.ui.test_keys import Hands
from tests.ui.test_look import Computer
from tests.ui.test_names import headings, misplaced, told

USUAL, LEAST = (1366, 768), (1024, 700)
# Of one kind of page, so many states are looked at in another look, and in other sizes.
COLOURED, SIZED = 1, 1
# In another size these are always looked at.
ALWAYS = {"beranda", "materi-cari", "ujian", "latihan-soal-0", "latihan-alasan-0", "pembahasan", "ikrar"}
# Where somebody is led on within a page, or comes for a line to type into: elsewhere the focus is on the title.
WITHIN = (
    "mulai-",
    "ujian-",
    "latihan-alasan",
    "berkas-nilai-",
    "bukti-nilai-",
    "berita-acara-",
    "surat-keterangan-",
    "pengaturan-",
    "materi-",
    "hukum-cari",
    "diskusi-bahas",
    "bolehkah",
    "kalender-",
    "hasil-saya-",
    "orang-",
    "paket-dipakai",
    "paket-tanya",
    "paket-rusak",
    "paket-kembali",
    "setempat-bahas",
    "pin",
    "bantuan-cari",
    "data-saya-",
    "pindah-",
    "cadangan-",
    "tugas-sidik",
    "tugas-sesi-",
    "tugas-ujian",
    "rekap-analisis-yakin",
    "rekap-pegawai-",
    "rekap-orang-cari",
    "rekap-berkas-",
    "rekap-hapus-",
    "rekap-laporan-",
    "rekap-nilai-ulang-",
    "kantor-nama-kosong",
    "tugas-salah",
    "gladi-berhasil",
    "sosialisasi-isi-",
    "soal-setempat-isi-",
    "tulis-kasus-",
)


def found_by_rules(opened: Opened, app: QApplication, scale: float) -> dict[str, Sequence[object]]:
    """What breaks a rule on the screen as it stands there, at a size of text or a larger one, by rule."""
    top = opened.window.over or opened.window
    return {
        "clipped": clipped(opened.window),
        "hard to hit": too_small(top),
        "too low": low(top, scale),
        "tiny letters": tiny(top, scale),
        "moving": moving(app, top),
    }


def test_every_screen_in_the_usual_size(open_window: OpenWindow, qapp: QApplication) -> None:
    computer = Computer()
    opened = open_window(guest=False, system=computer)
    window, states, renewed = opened.window, Counter[tuple[type, type]](), set[str]()
    found: dict[tuple[str, str], Sequence[object]] = {}
    written: dict[str, list[tuple[int, str]]] = {}
    for screen in screens(opened):
        top, page, focused = window.over or window, window.page, QApplication.focusWidget()
        assert page is not None
        assert focused is not None, screen
        told_here = found_by_rules(opened, qapp, 1.0)
        told_here["names"] = misnamed(top)
        written[screen] = headings(page)
        told_here["headings"] = written[screen] if misplaced([level for level, _ in written[screen]]) else []
        if not screen.startswith(WITHIN) and told(focused).role() is not QAccessible.Role.Heading:
            told_here["focus"] = [focused]
        state = states[type(top), type(page)]
        states[type(top), type(page)] += 1
        if state < COLOURED:
            told_here["colours"] = wrong_in_both_looks(opened, computer)
        if (state < SIZED or screen in ALWAYS) and not window.over and not isinstance(page, SettingsPage | WelcomePage):
            renews, told_here["size"] = in_the_other_size(opened)
            told_here["clipped in the other size"] = clipped(window)
            if renews:
                renewed.add(screen)
        if state < SIZED:
            told_here["narrow"] = wrong_in(opened, LEAST)
        found |= {(screen, rule): faults for rule, faults in told_here.items() if faults}
    assert found == {}
    assert (2, "Jalan belajar") in written["beranda"]
    assert (3, "Simulasi ujian") in written["kuis"]
    assert (3, "Alasan") in written["latihan-alasan-0"]
    assert renewed >= ALWAYS
    assert not any(screen.startswith(("berkas-nilai", "surat")) for screen in renewed - {"berkas-nilai-dibuka"})
    assert QToolTip.font().pointSizeF() >= SMALLEST_POINTS


def wrong_in_both_looks(opened: Opened, computer: Computer) -> list[str]:
    """What is wrong in the colours of a screen in the dark, and once the computer has gone from light to dark or back.

    That stays, so of each two kinds of page one becomes dark while it is looked at, and one is built in the dark. That
    any two colours of a theme stand apart is tested where they are named, so this is for what is painted with the wrong
    ones.
    """
    dark = computer.theme is ThemeName.DARK
    wrong = wrong_in_colours(opened, ThemeName.DARK) if dark else []
    (computer.set_light if dark else computer.set_dark)()
    opened.walker.settle()
    return wrong + wrong_in_colours(opened, computer.theme)


def wrong_in_colours(opened: Opened, theme: ThemeName) -> list[str]:
    """What cannot be read, or stays light in the dark."""
    top = opened.window.over or opened.window
    image = top.grab().toImage()
    wrong = unreadable(top, image, READABLE[theme])
    if theme is ThemeName.DARK and opened.window.rail.isVisible():  # beside the mark, which is always teal
        wrong += left_light(image)
    return wrong


def wrong_in(opened: Opened, size: tuple[int, int]) -> list[str]:
    """What is clipped or scrolls sideways in a window of another size; its own comes back."""
    before = opened.window.size()
    opened.window.resize(*size)
    opened.walker.settle()
    wrong = clipped(opened.window) + scrolls_sideways(opened.window)
    opened.window.resize(before)
    opened.walker.settle()
    return wrong


def test_every_screen_at_twice_the_text_in_the_least_window(open_window: OpenWindow, qapp: QApplication) -> None:
    opened = open_window(scale=2.0, size=LEAST, guest=False, system=lambda: ThemeName.HIGH_CONTRAST)
    hands, states = Hands(opened), Counter[tuple[type, type]]()
    found: dict[tuple[str, str], Sequence[object]] = {}
    for screen in screens(opened):
        told_here = found_by_rules(opened, qapp, opened.window.theme.scale)  # others may have their own
        told_here["sideways"] = scrolls_sideways(opened.window)
        told_here["tab"] = not_tabbed_to(hands)
        kind = type(opened.window.over or opened.window), type(opened.window.page)
        states[kind] += 1
        if states[kind] <= COLOURED:
            told_here["colours"] = wrong_in_colours(opened, ThemeName.HIGH_CONTRAST)
        if states[kind] <= SIZED:
            told_here["wide"] = wrong_in(opened, USUAL)
        found |= {(screen, rule): faults for rule, faults in told_here.items() if faults}
    assert found == {}
    assert QToolTip.font().pointSizeF() >= 2 * SMALLEST_POINTS


@pytest.mark.parametrize(("grey", "faults"), [("#767676", []), ("#949494", ["3.03 : 1, “Abu-abu”"])])
def test_the_measure_of_painted_words_tells_grey_from_grey(qtbot: QtBot, grey: str, faults: list[str]) -> None:
    top = QFrame()
    qtbot.addWidget(top)
    column = QVBoxLayout(top)
    words = QLabel("Abu-abu")
    column.addWidget(words)
    column.addWidget(QPushButton("Kecil"))
    top.setStyleSheet(f"QFrame {{ background: #FFFFFF }} QLabel {{ color: {grey}; font-size: 40px; font-weight: 700 }}")
    top.show()
    assert [fault for fault in unreadable(top, top.grab().toImage(), 4.5) if "Abu-abu" in fault] == faults


@pytest.mark.parametrize("effect", Qt.UIEffect)
def test_no_effect_of_qt_moves_anything_where_the_computer_asks_for_none(
    qapp: QApplication, effect: Qt.UIEffect
) -> None:
    assert not qapp.isEffectEnabled(effect)


def test_no_source_makes_anything_move() -> None:
    movers = r"\bQ(Property|Variant|Abstract)?Animation|QMovie|QTimeLine|animateClick|setAnimated|setClearButtonEnabled"
    sources = sorted((ROOT / "asnquiz").rglob("*.py"))
    assert [file.name for file in sources if re.search(movers, file.read_text("utf-8"))] == []
