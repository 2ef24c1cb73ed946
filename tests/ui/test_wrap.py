"""Rows that go on in the next line: what fits stands in one, its end at the right, and hidden things take no room,
and what is lower than its neighbours stands in the middle beside them.
"""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from asnquiz.ui.widgets.flow import flow_row

WIDE, NARROW = 600, 260


@pytest.fixture
def buttons() -> list[QPushButton]:
    made = [QPushButton(words) for words in ("Kembali", "Ubah", "Simpan")]
    for one in made:
        one.setFixedSize(120, 40)
    return made


def laid_out(qtbot: QtBot, row: QWidget, width: int) -> None:
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    QApplication.processEvents()


def test_what_goes_on_stands_at_the_right_where_all_fits(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    back, *right = buttons
    row = flow_row(back, right=right)
    laid_out(qtbot, row, WIDE)
    assert [(one.x(), one.y()) for one in buttons] == [(0, 0), (WIDE - 248, 0), (WIDE - 120, 0)]


def test_it_goes_on_in_the_next_line_where_not_all_fits(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    back, *right = buttons
    row = flow_row(back, right=right)
    laid_out(qtbot, row, NARROW)
    assert [(one.x(), one.y()) for one in buttons] == [(0, 0), (128, 0), (0, 48)]
    assert row.heightForWidth(NARROW) == 88
    assert row.minimumSizeHint().width() == 120


def test_what_is_hidden_takes_no_room(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    back, hidden, last = buttons
    hidden.hide()
    row = flow_row(back, right=(hidden, last))
    laid_out(qtbot, row, WIDE)
    assert last.x() == WIDE - 120
    assert row.heightForWidth(NARROW) == 40


def test_what_is_lower_stands_in_the_middle_of_its_own_line(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    buttons[1].setFixedSize(120, 20)
    buttons[2].setFixedSize(120, 20)
    row = flow_row(*buttons)
    laid_out(qtbot, row, NARROW)
    assert [(one.x(), one.y()) for one in buttons] == [(0, 0), (128, 10), (0, 48)]
    assert row.heightForWidth(NARROW) == 68


def test_the_row_stands_in_the_middle_beside_what_is_higher(qtbot: QtBot, buttons: list[QPushButton]) -> None:
    row = flow_row(*buttons)
    qtbot.addWidget(row)
    row.resize(NARROW, 88 + 30)
    row.show()
    QApplication.processEvents()
    assert [(one.x(), one.y()) for one in buttons] == [(0, 15), (128, 15), (0, 63)]


def test_what_is_known_of_its_size_is_forgotten_with_every_change_in_it(qtbot: QtBot) -> None:
    shown, hidden, later = QPushButton("Ya"), QPushButton("Kembali"), QPushButton("Simpan semua")
    hidden.hide()
    row = flow_row(shown, hidden)
    laid_out(qtbot, row, WIDE)
    narrow = row.sizeHint().width()
    shown.setText("Ya, lanjutkan sampai selesai")
    assert row.sizeHint().width() > narrow
    before, one_line = row.sizeHint().width(), row.heightForWidth(row.sizeHint().width())
    hidden.show()
    assert row.sizeHint().width() > before
    assert row.heightForWidth(before) > one_line
    hidden.hide()
    assert row.heightForWidth(before) == one_line
    layout = row.layout()
    assert layout is not None
    layout.addWidget(later)
    later.show()
    assert row.heightForWidth(before) > one_line
    layout.removeWidget(later)
    assert row.sizeHint().width() == before
