"""Ikrar: read line by line, kept at its end with all that stood there, and never in anybody's way."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from asnquiz.domain.learned import PledgeTaken
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import time_words
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.pledge.page import PledgePage
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK, StoreFront


def pack_of(opened: Opened) -> Pack:
    pack, _, _ = opened.learning.packs.current()
    return pack


def said(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def read_to_the_end(opened: Opened) -> None:
    opened.walker.press("Ikrar")
    opened.walker.press("Mulai ikrar")
    for _ in range(5):
        opened.walker.press("Saya ucapkan")


def test_it_is_read_line_by_line_and_kept_with_all_that_was_read(open_window: OpenWindow) -> None:
    opened = open_window()
    pledge = pack_of(opened).pledge
    opened.walker.press("Ikrar")
    assert {pledge.name, pledge.opening} <= set(said(opened))
    assert any("tidak menggantikan pakta integritas" in one for one in said(opened))
    opened.walker.press("Mulai ikrar")
    for number, point in enumerate(pledge.points, start=1):
        assert {point.text, point.meaning, point.example, f"Butir {number} dari 4"} <= set(said(opened))
        focused = QApplication.focusWidget()
        assert focused is not None
        assert point.text in focused.accessibleName(), "a screen reader reads each point by itself"
        opened.walker.press("Saya ucapkan")
    assert pledge.closing in said(opened)
    assert opened.learning.store.pledges(opened.profile.id) == ()
    opened.walker.press("Saya ucapkan")
    (kept,) = opened.learning.store.pledges(opened.profile.id)
    parts = [pledge.name, pledge.opening, pledge.closing]
    parts += [part for point in pledge.points for part in (point.text, point.meaning, point.example)]
    assert all(part in kept.text for part in parts)
    assert "Ikrar selesai dibaca" in said(opened)
    assert time_words(kept.at.local) in said(opened)


def test_earlier_times_are_listed_the_latest_first(open_window: OpenWindow) -> None:
    opened = open_window()
    read_to_the_end(opened)
    read_to_the_end(opened)
    opened.walker.press("Ikrar")
    first, second = opened.learning.store.pledges(opened.profile.id)
    assert f"Terakhir dibaca {time_words(second.at.local)}" in said(opened)
    assert f"Sebelumnya: {time_words(first.at.local)}" in said(opened)


def test_one_can_go_back_and_leave_at_any_time_without_a_question(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Ikrar")
    opened.walker.press("Mulai ikrar")
    opened.walker.press("Saya ucapkan")
    opened.walker.press("Kembali")
    assert "Butir 1 dari 4" in said(opened)
    opened.walker.press("Beranda")
    assert opened.window.over is None
    assert isinstance(opened.window.page, HomePage)
    assert opened.learning.store.pledges(opened.profile.id) == ()


class RefusesPledges(StoreFront):
    def add_pledge(self, profile: UUID, pledge: PledgeTaken) -> None:
        raise Refusal(f"{profile}, {pledge.at}: {FULL_DISK}")


def test_what_cannot_be_kept_is_told_and_not_shown_as_read(open_window: OpenWindow) -> None:
    opened = open_window(store=RefusesPledges().before)
    read_to_the_end(opened)
    told = opened.window.question
    assert told is not None
    assert told.text() == "Ikrar belum tersimpan"
    assert FULL_DISK in told.informativeText()
    opened.walker.press("Mengerti")
    assert isinstance(opened.window.page, PledgePage)
    assert pack_of(opened).pledge.closing in said(opened)
    assert opened.walker.button("Saya ucapkan").isEnabled()


def test_it_is_read_by_keys_alone(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Ikrar")
    for _ in range(6):
        while not (isinstance(one := QApplication.focusWidget(), QPushButton) and one.property("role") == "primary"):
            opened.walker.key(Qt.Key.Key_Tab)
        opened.walker.key(Qt.Key.Key_Return)
    assert len(opened.learning.store.pledges(opened.profile.id)) == 1


def test_the_last_page_offers_the_printed_one(open_window: OpenWindow) -> None:
    opened = open_window()
    read_to_the_end(opened)
    assert opened.walker.button("Simpan PDF").isEnabled()
    assert any("tidak menggantikan pakta integritas" in label.text() for label in opened.window.findChildren(QLabel))
