"""What a screen reader is made to say without the focus moving there, caught where Qt hands it to the platform.

Offscreen no platform listens. Qt's hook for its updates has no Python binding, so it is called in the library itself.
"""

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import PySide6
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import wrapInstance

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import ItemType
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from tests.ui.conftest import OpenWindow
from tests.ui.stores import FULL_DISK, FullStore, SlowStore
from tests.ui.test_exam_clock import SECOND, open_exam
from tests.ui.test_hands import exam, practice_at

# void QAccessible::installUpdateHandler, which takes a void (*)(QAccessibleEvent *) and returns the one before.
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_Handler = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
MINUTE = 60 * SECOND


@pytest.fixture
def heard(qapp: QApplication) -> Iterator[list[str]]:
    """The announcements in their order; those that interrupt end with an exclamation mark.

    Without what only a slow computer says: that something takes long.
    """
    found = []

    def listen(address: int) -> None:
        event = cast(QAccessibleEvent, wrapInstance(address, QAccessibleEvent))
        if event.type() is QAccessible.Event.Announcement:
            said = cast(QAccessibleAnnouncementEvent, wrapInstance(address, QAccessibleAnnouncementEvent))
            urgent = said.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            if not said.message().endswith("…"):
                found.append(said.message() + "!" * urgent)

    handler = _Handler(listen)
    (library,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libQt6Gui.so.*")
    install = getattr(ctypes.CDLL(str(library)), _INSTALL)
    install.restype, install.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    yield found
    install(before)


def test_a_checked_answer_is_announced_with_its_reason(open_window: OpenWindow, heard: list[str]) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.SINGLE)
    rows, item = page.question.rows, page.question.item
    assert isinstance(rows, ChoiceRows)
    right = rows.order.index(right_answer(item)[0])
    rows.choose((right + 1) % len(rows.rows))
    heard.clear()
    opened.walker.key(Qt.Key.Key_R)
    assert heard == [f"Belum tepat. Jawaban yang benar: {'ABCDE'[right]}. {item.explanation}"]
    assert isinstance(QApplication.focusWidget(), QPushButton)


def test_a_right_answer_is_announced_as_right(open_window: OpenWindow, heard: list[str]) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.VERDICT)
    opened.walker.answer(right_answer(page.question.item))
    heard.clear()
    opened.walker.press("Simpan, yakin")
    assert heard == [f"Jawaban Anda benar. {page.question.item.explanation}"]


def test_an_answer_is_called_saved_once_it_is(open_window: OpenWindow, heard: list[str]) -> None:
    store = SlowStore()
    opened = open_window(store=store.before)
    page = exam(opened)
    opened.walker.answer(right_answer(page.question.item))
    heard.clear()
    page.presenter.save_and_advance()
    assert store.reached.wait(10)
    assert heard == []
    store.gate.set()
    opened.walker.settle()
    assert heard == ["Jawaban 1 tersimpan"]


def test_an_answer_that_is_lost_interrupts(open_window: OpenWindow, heard: list[str]) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    page = exam(opened)
    opened.walker.answer(right_answer(page.question.item))
    store.full = True
    opened.walker.press("Simpan dan lanjutkan")
    assert heard == [f"Jawaban belum tersimpan. Soal 1, Simulasi ujian. {FULL_DISK}!"]


def test_the_time_left_is_said_at_ten_five_and_one_minute_and_at_the_end(
    open_window: OpenWindow, heard: list[str]
) -> None:
    opened, page, clock = open_exam(open_window)
    clock.pass_time(page, page.presenter.remaining_ms - 11 * MINUTE)
    assert heard == []
    clock.pass_time(page, 10 * MINUTE + 30 * SECOND)
    assert heard == ["Sisa waktu 10 menit.", "Sisa waktu 5 menit.", "Sisa waktu 1 menit."]
    clock.pass_time(page, MINUTE)
    opened.walker.settle()
    assert heard[3:] == ["Waktu habis. Ujian selesai dengan jawaban yang sudah tersimpan.!"]


def test_going_from_page_to_page_announces_nothing(open_window: OpenWindow, heard: list[str]) -> None:
    opened = open_window()
    for place in ("Materi", "Kuis", "Hasil saya", "Pengaturan", "Beranda"):
        opened.walker.press(place)
    assert heard == []


def test_letters_in_a_number_and_details_that_are_kept_are_announced(open_window: OpenWindow, heard: list[str]) -> None:
    opened = open_window()
    opened.walker.press("Pengaturan")
    heard.clear()
    opened.walker.write("NIP/NI PPPK", "19")
    assert heard == [], "the count is there to be asked for, and is not read out at every digit"
    opened.walker.write("NIP/NI PPPK", "1a")
    assert heard == ["Isian ini hanya angka; huruf dan tanda lain tidak dimasukkan. 1 dari 18 angka."]
    heard.clear()
    opened.walker.key(Qt.Key.Key_Return)
    assert [one.split(";")[0] for one in heard] == ["NIP/NI PPPK terdiri atas 18 angka"], "the focus does not move here"
    opened.walker.write("NIP/NI PPPK", "198503122010012004")
    heard.clear()
    opened.walker.press("Simpan data diri")
    assert heard == ["Tersimpan"]
