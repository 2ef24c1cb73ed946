"""Sosialisasi and Rekap nilai are on the rail of those who said that they need them, and of nobody else."""

from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from asnquiz.domain.preferences import Preferences
from asnquiz.programs.desktop import open_desk
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths
from asnquiz.programs.walker import Walker
from asnquiz.ui.destinations import Section
from asnquiz.ui.office.no_office_page import NoOfficePage
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.keep_preferences import SETTING, own_setting, preferences_of
from asnquiz.usecases.know_person import welcome
from tests.data_folders import compiled_before
from tests.ui.conftest import OpenWindow
from tests.ui.people import add, switch
from tests.ui.test_keys import Hands
from tests.ui.test_names import name_of

TICK, BRIEFS = "Saya juga merekap nilai", "Saya juga memandu sosialisasi"
LEARNING = ["Beranda", "Materi", "Bolehkah saya?", "Kuis", "Studi kasus", "Ikrar", "Hasil saya"]
ALWAYS = ["Bantuan", "Pengaturan"]


def on_rail(window: MainWindow) -> list[str]:
    return [name_of(entry) for entry in window.rail.entries.values() if entry.isVisible()]


def captions(window: MainWindow) -> list[str]:
    return [one.text() for one in window.rail.findChildren(QLabel) if one.isVisible() and one.text().isupper()]


def test_a_lone_learner_sees_nothing_of_it(open_window: OpenWindow) -> None:
    window = open_window().window
    assert on_rail(window) == LEARNING + ALWAYS
    assert captions(window) == ["BELAJAR"]


@pytest.mark.parametrize("width", [1366, 1024])
def test_the_tick_in_the_settings_shows_it_at_once_and_takes_it_away_again(open_window: OpenWindow, width: int) -> None:
    opened = open_window(size=(width, 768))
    opened.walker.press("Pengaturan")
    opened.walker.press(TICK)
    assert on_rail(opened.window) == [*LEARNING, "Rekap nilai", *ALWAYS]
    assert captions(opened.window) == (["BELAJAR", "KEPEGAWAIAN"] if width == 1366 else [])
    assert isinstance(opened.window.focusWidget(), Tick), "the page stands there anew, and the focus where it was"
    opened.walker.press("Rekap nilai")
    assert isinstance(opened.window.page, NoOfficePage)
    assert opened.window.rail.entries[Section.RECAP].isChecked()
    opened.walker.press("Pengaturan")
    opened.walker.press(TICK)
    assert on_rail(opened.window) == LEARNING + ALWAYS


def test_those_who_lead_briefings_see_what_is_for_them_above_what_is_for_an_office(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    opened.walker.press(BRIEFS)
    assert on_rail(opened.window) == [*LEARNING, "Sosialisasi", *ALWAYS]
    assert captions(opened.window) == ["BELAJAR", "NARASUMBER"]
    assert opened.walker.button(BRIEFS).hasFocus(), "the page stands there anew, and the focus where it was"
    opened.walker.press(TICK)
    assert on_rail(opened.window) == [*LEARNING, "Sosialisasi", "Rekap nilai", *ALWAYS]
    sections = opened.window.rail.findChildren(QScrollArea)[0]
    assert sections.verticalScrollBar().maximum() == 0, "all of it is in view"
    assert captions(opened.window) == ["BELAJAR", "NARASUMBER", "KEPEGAWAIAN"]
    opened.walker.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert on_rail(opened.window) == [*LEARNING, "Sosialisasi", "Rekap nilai", *ALWAYS], "in another look as well"
    opened.walker.press(BRIEFS)
    assert on_rail(opened.window) == [*LEARNING, "Rekap nilai", *ALWAYS]


def test_the_place_where_one_is_stands_in_view_on_a_rail_that_is_too_long(open_window: OpenWindow) -> None:
    opened = open_window(size=(1366, 700))
    opened.walker.press("Pengaturan")
    opened.walker.press(BRIEFS)
    opened.walker.press(TICK)
    opened.window.restyle(opened.window.theme)
    opened.walker.settle()
    for section in (Section.SETTINGS, Section.HOME, Section.SETTINGS):
        opened.window.go(section)
        opened.walker.settle()
        entry = opened.window.rail.entries[section]
        assert entry.isChecked()
        assert entry.visibleRegion().boundingRect() == entry.rect(), section


def test_it_stays_through_other_looks(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    opened.walker.press(TICK)
    opened.walker.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert opened.window.theme.scale == 1.25
    assert "Rekap nilai" in on_rail(opened.window)


def test_keys_come_to_it_behind_what_is_for_learning(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    opened.walker.press(TICK)
    opened.walker.press("Beranda")
    hands = Hands(opened)
    order = []
    for _ in range(40):
        hands.tap(Qt.Key.Key_Tab)
        order.append(name_of(hands.focused))
    whole = [*LEARNING, "Rekap nilai", *ALWAYS]
    start = order.index("Beranda")
    assert order[start : start + len(whole)] == whole


def test_it_is_said_at_the_first_start_without_a_further_page(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    opened.walker.write("Nama", "Siti")
    opened.walker.press(TICK)
    opened.walker.press(BRIEFS)
    opened.walker.press("Ukuran huruf besar")
    assert opened.walker.button(TICK).isChecked(), "the page comes again in another size"
    assert opened.walker.button(BRIEFS).isChecked()
    opened.walker.press("Mulai")
    opened.walker.press("Lewati")
    assert "Rekap nilai" in on_rail(opened.window)
    kept = opened.learning.store.setting(own_setting(opened.profile.id))
    assert preferences_of(kept) == Preferences(text_percent=150, gathers=True, briefs=True)


def test_each_person_has_their_own(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    opened.walker.press(TICK)
    add(opened, "Budi")
    switch(opened, "Budi")
    assert "Rekap nilai" not in on_rail(opened.window)
    switch(opened, "Tamu")
    assert "Rekap nilai" in on_rail(opened.window)
    switch(opened, "Budi")
    assert "Rekap nilai" not in on_rail(opened.window)


def test_the_first_picture_has_it_already(qapp: QApplication, tmp_path: Path) -> None:
    paths = compiled_before(Paths(tmp_path / "data"))
    with open_learning(paths) as learning:
        welcome(None, store=learning.store, clock=learning.clock, profile_id=uuid4())
        learning.store.keep_setting(SETTING, '{"theme": "light", "text_percent": 100, "gathers": true}')
    seen = []

    def show(window: MainWindow) -> None:
        window.show()
        seen.append(on_rail(window))

    with open_desk(qapp, paths, tmp_path, preferences=Preferences(gathers=True), seeds=lambda: 1, show=show) as desk:
        Walker(desk).settle()
        seen.append(on_rail(desk.window))
        desk.window.close()
        Walker(desk).settle()
    assert seen == [[*LEARNING, "Rekap nilai", *ALWAYS]] * 2
