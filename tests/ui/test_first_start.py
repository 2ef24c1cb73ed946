"""The first start: nobody is known before choosing to begin, with a name or without."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import PureWindowsPath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton

from asnquiz.domain.attempt import AttemptKind
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.ui.help.walk_page import WalkPage
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.welcome.page import WelcomePage
from asnquiz.ui.welcome.size_card import SAMPLE
from asnquiz.usecases.keep_preferences import SETTING, preferences_of
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK, StoreFront


def chosen(opened: Opened) -> list[str]:
    cards = [card for card in opened.window.findChildren(QRadioButton) if card.isVisible() and card.isChecked()]
    return [card.accessibleName() for card in cards]


def on_rail(opened: Opened) -> list[str]:
    return [label.text() for label in opened.window.rail.findChildren(QLabel) if label.isVisible()]


def focused(opened: Opened) -> str:
    widget = opened.window.focusWidget()
    return widget.accessibleName() if widget else ""


def test_nobody_is_known_at_the_first_start_and_the_rail_is_not_there(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    assert isinstance(opened.window.page, WelcomePage)
    assert not opened.window.rail.isVisible()
    assert opened.learning.store.profiles() == ()
    assert chosen(opened) == ["Ukuran huruf biasa, 100 %"]


def test_closing_the_first_start_leaves_no_profile(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    opened.walker.write("Nama", "Siti")
    opened.window.close()
    opened.walker.settle()
    assert not opened.window.isVisible()
    with closing(sqlite3.connect(opened.database)) as plain:
        assert plain.execute("SELECT count(*) FROM profiles").fetchone() == (0,)


def test_it_says_in_two_sentences_what_is_kept_and_where(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    (words,) = [label.text() for label in opened.labels() if str(opened.database.parent) in label.text()]
    assert words.replace(str(opened.database.parent), "").count(".") == 2
    assert words.endswith(".")


def test_the_whole_first_start_by_keys_alone(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    key = opened.walker.key
    assert focused(opened) == "Selamat datang di ASN Netral"
    key(Qt.Key.Key_Tab)
    assert focused(opened) == "Ukuran huruf biasa, 100 %"
    key(Qt.Key.Key_Right)
    assert opened.window.theme.scale == 1.5
    key(Qt.Key.Key_Down)
    assert opened.window.theme.scale == 2.0
    key(Qt.Key.Key_Right)
    assert opened.window.theme.scale == 2.0, "there is no larger one"
    key(Qt.Key.Key_Left)
    assert chosen(opened) == ["Ukuran huruf besar, 150 %"]
    assert focused(opened) == "Ukuran huruf besar, 150 %"
    key(Qt.Key.Key_Tab)
    assert focused(opened) == "Nama"
    name = opened.window.focusWidget()
    assert name is not None
    QTest.keyClicks(name, "  Siti   Aminah ")
    key(Qt.Key.Key_Return)
    assert isinstance(opened.window.page, WalkPage)
    key(Qt.Key.Key_Escape)
    assert isinstance(opened.window.page, HomePage)
    assert opened.profile.person == Person("Siti Aminah")
    assert "Siti Aminah" in on_rail(opened)
    assert preferences_of(opened.learning.store.setting(SETTING)).text_percent == 150


def test_a_guest_begins_by_keys_too(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    while focused(opened) != "Coba dulu":
        opened.walker.key(Qt.Key.Key_Tab)
    opened.walker.key(Qt.Key.Key_Return)
    assert opened.profile.person == Person()


def test_a_size_shows_at_once_and_what_was_typed_stays(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    opened.walker.write("Nama", "Budi")
    opened.walker.press("Ukuran huruf sangat besar")
    title = next(label for label in opened.labels() if label.objectName() == "title")
    assert title.font().pointSizeF() == 38.0
    assert not opened.window.rail.isVisible()
    (line,) = [one for one in opened.window.findChildren(QLineEdit) if one.isVisible()]
    assert line.text() == "Budi"
    opened.walker.press("Mulai")
    assert opened.profile.person.name == "Budi"
    assert opened.window.theme.scale == 2.0
    assert opened.window.rail.isVisible()


def test_a_guest_begins_by_choice_and_is_named_later_with_everything_kept(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    opened.walker.press("Coba dulu")
    guest = opened.profile
    assert guest.person == Person()
    assert "Tamu" in on_rail(opened)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai latihan semua fase")
    opened.walker.press("Pengaturan")
    opened.walker.write("Nama", "Siti Aminah")
    opened.walker.press("Simpan data diri")
    assert opened.learning.store.profiles() == (replace(guest, person=Person("Siti Aminah")),)
    assert "Siti Aminah" in on_rail(opened)
    assert [one.kind for one in opened.learning.store.summaries(guest.id)] == [AttemptKind.PRACTICE]


def test_mulai_without_a_name_says_what_to_do_beside_the_line(open_window: OpenWindow) -> None:
    opened = open_window(guest=False)
    opened.walker.press("Mulai")
    assert isinstance(opened.window.page, WelcomePage)
    assert focused(opened) == "Nama"
    line = opened.window.focusWidget()
    assert line is not None
    assert "Coba dulu" in line.accessibleDescription()
    assert any("Tulis nama Anda" in label.text() for label in opened.labels())
    QTest.keyClicks(line, "S")
    assert not any("Tulis nama Anda" in label.text() for label in opened.labels())
    assert opened.learning.store.profiles() == ()


@pytest.mark.parametrize("action", ["Mulai", "Coba dulu"])
def test_an_impatient_start_makes_one_profile(open_window: OpenWindow, action: str) -> None:
    opened = open_window(guest=False)
    opened.walker.write("Nama", "Siti")
    start = opened.walker.button(action)
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    opened.walker.settle()
    assert len(opened.learning.store.profiles()) == 1


def test_a_full_disk_is_told_and_the_name_stays(open_window: OpenWindow) -> None:
    class NoRoom(StoreFront):
        def add_profile(self, *_: object) -> None:
            raise Refusal(FULL_DISK)

    opened = open_window(store=NoRoom().before, guest=False)
    opened.walker.write("Nama", "Siti")
    opened.walker.press("Mulai")
    told = opened.window.question
    assert told is not None
    assert told.text() == "Anda belum dapat mulai"
    assert told.informativeText() == FULL_DISK
    opened.walker.press("Mengerti")
    assert isinstance(opened.window.page, WelcomePage)
    (line,) = [one for one in opened.window.findChildren(QLineEdit) if one.isVisible()]
    assert line.text() == "Siti"


def test_the_samples_are_one_sentence_at_three_sizes(open_window: OpenWindow) -> None:
    opened = open_window(guest=False, scale=1.5)
    cards = [card for card in opened.window.findChildren(QRadioButton) if card.isVisible()]
    assert [card.accessibleName() for card in cards] == [
        "Ukuran huruf biasa, 100 %",
        "Ukuran huruf besar, 150 %",
        "Ukuran huruf sangat besar, 200 %",
    ]
    assert len(SAMPLE.split()) > 5
    widths = {card.width() for card in cards}
    assert max(widths) - min(widths) <= 1, "none is favoured"


def test_a_long_path_of_windows_is_wrapped_between_its_folders(open_window: OpenWindow) -> None:
    opened = open_window(guest=False, scale=2.0, size=(1024, 700))
    folder = PureWindowsPath(r"D:\BadanKepegawaianDaerah\BidangPengembanganKompetensi\asnquiz")
    page = WelcomePage(
        opened.window.theme, 100, data=folder, on_size=lambda *_: None, on_begin=lambda _: None, on_move=lambda: None
    )
    opened.window.show_page(page)
    opened.walker.settle()
    assert max(label.mapTo(page, label.rect().topRight()).x() for label in opened.labels()) < 1024
