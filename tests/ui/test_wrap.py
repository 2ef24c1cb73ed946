"""Rows that go on in the next line: what fits stands in one, its end at the right, and hidden things take no room."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from asnquiz.ui.widgets.wrap import ends

WIDE, NARROW = 600, 260


@pytest.fixture
def buttons() -> list[QPushButton]:
    made = [QPushButton(words) for words in ("Kembali", "Ubah", "Simpan")]
    for one in made:
        one.setFixedSize(120, 40)
    return made


def laid_out(qtbot: QtBot, row: QWidget, width: int) -> None:
    qtbot.addWidget(row)
    row.resize(width, 200)
    row.show()
    QApplication.processEvents()


def test_what_goes_on_stands_at_the_right_where_all_fits(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    back, *right = buttons
    row = ends(back, right)
    laid_out(qtbot, row, WIDE)
    assert [(one.x(), one.y()) for one in buttons] == [(0, 0), (WIDE - 252, 0), (WIDE - 120, 0)]


def test_it_goes_on_in_the_next_line_where_not_all_fits(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    back, *right = buttons
    row = ends(back, right)
    laid_out(qtbot, row, NARROW)
    assert [(one.x(), one.y()) for one in buttons] == [(0, 0), (132, 0), (0, 52)]
    assert row.heightForWidth(NARROW) == 92
    assert row.minimumSizeHint().width() == 120


def test_what_is_hidden_takes_no_room(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    back, hidden, last = buttons
    hidden.hide()
    row = ends(back, (hidden, last))
    laid_out(qtbot, row, WIDE)
    assert last.x() == WIDE - 120
    assert row.heightForWidth(NARROW) == 40
