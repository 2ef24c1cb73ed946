"""Words of strangers on screen: shown as they are written, never as HTML, and never turning what stands around them."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.ui.messages import sentence
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.texts import add_tip
from tests.ui.conftest import OpenWindow

FETCHING = "<img src='//x.example/a.png'>"


@pytest.mark.parametrize("words", [FETCHING, "<b>x</b>", "&lt;b>x", "a & b"])
def test_a_tip_shows_what_is_written(theme: Theme, words: str) -> None:
    button = QPushButton()
    add_tip(button, words)
    shown = QTextDocument()
    shown.setHtml(button.toolTip())  # as a tip that looks like HTML is shown
    assert shown.toPlainText() == words


def test_a_person_who_came_with_a_file_is_named_in_plain_words(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.journey.show_person(replace(opened.profile, person=Person(FETCHING, unit="<b>Dinas</b>")))
    tips = [widget.toolTip() for widget in opened.window.findChildren(QWidget) if widget.toolTip()]
    assert any("x.example" in tip for tip in tips)
    assert not any("<img" in tip or "<b>" in tip for tip in tips)


def test_a_plain_tip_stays_as_it_is(theme: Theme) -> None:
    button = QPushButton()
    add_tip(button, "Materi berikutnya: Akun pribadi")
    assert button.toolTip() == "Materi berikutnya: Akun pribadi"


def test_a_sentence_about_a_file_cannot_turn_the_reading_order() -> None:
    words = sentence(Refusal("“/tmp/nilai\u202eroksnsa.\x1b[2Jexe” tidak dapat dibuka.\nPeriksa letaknya."))
    assert words == "“/tmp/nilai□roksnsa.□[2Jexe” tidak dapat dibuka.\nPeriksa letaknya."


def test_a_message_over_a_page_is_plain_text(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.window.report("Berkas belum dapat dibuka", FETCHING)
    box = opened.window.question
    assert isinstance(box, QMessageBox)
    formats = {label.textFormat().name for label in box.findChildren(QLabel) if label.text()}
    assert formats == {"PlainText"}


def test_nothing_on_any_label_is_guessed_to_be_html(open_window: OpenWindow, qapp: QApplication) -> None:
    opened = open_window()
    for place in ("Materi", "Kuis", "Hasil saya", "Pengaturan", "Beranda"):
        opened.walker.press(place)
        guessing = [label.text() for label in opened.labels() if label.textFormat().name == "AutoText" and label.text()]
        assert guessing == []
