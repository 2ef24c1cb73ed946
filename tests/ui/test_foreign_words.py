"""Words of strangers on screen: shown as they are written, never as HTML, and never turning what stands around them."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from asnquiz.domain.refusal import Refusal
from asnquiz.ui.messages import sentence
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.texts import add_tip
from tests.ui.conftest import OpenWindow

FETCHING = "<img src='//x.example/a.png'>"


@pytest.mark.parametrize("words", [FETCHING, "<b>x</b>", "&lt;b>x", "a & b"])
def test_a_tip_shows_what_is_written(theme: Theme, qtbot: object, words: str) -> None:
    button = QPushButton()
    add_tip(button, words)
    shown = QLabel(button.toolTip())  # guesses by its text, as the tip does
    shown.setText(button.toolTip())
    assert "<img" not in button.toolTip()
    assert "<b>" not in button.toolTip()


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
