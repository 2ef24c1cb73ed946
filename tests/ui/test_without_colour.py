"""States are told apart without colour: drawn in grey, each row and each number still looks unlike the others."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from asnquiz.painting.tokens import ThemeName
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.number_grid import Cell, NumberGrid
from asnquiz.ui.widgets.option_row import CheckRow, Mark, RadioRow

# How far two greys must be apart for an eye to see it, of 255, and in how many places.
STEP = 60
PLACES = 12


def grey(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def places_apart(one: QImage, other: QImage) -> int:
    """In how many pixels two drawings of one size clearly differ."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(here - there) > STEP for here, there in pairs)


def alike(drawn: dict[str, QImage]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in itertools.combinations(drawn, 2)
        if places_apart(drawn[one], drawn[other]) < PLACES
    ]


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("kind", [RadioRow, CheckRow])
def test_rows_differ_in_badge_and_edge(
    qtbot: QtBot, theme: Theme, name: ThemeName, kind: type[RadioRow | CheckRow]
) -> None:
    drawn = {}
    for state in ("open", "selected", "focused", "right", "wrong", "chosen"):
        row = kind(replace(theme, name=name), "B", "Menyimpan foto itu")
        qtbot.addWidget(row)
        row.resize(400, 60)
        row.setChecked(state in ("selected", "wrong", "chosen"))
        if state == "focused":
            with qtbot.waitActive(row):
                row.show()
            row.setFocus()
            assert row.hasFocus()
        if state in ("right", "wrong", "chosen"):
            row.row.show_mark(Mark(state), "")
        drawn[state] = grey(row)
    assert alike(drawn) == []


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("outcomes", [(None,), (True, False)])
def test_numbers_differ_in_their_signs(
    qtbot: QtBot, theme: Theme, name: ThemeName, outcomes: tuple[bool | None, ...]
) -> None:
    grid = NumberGrid(replace(theme, name=name), 1, lambda _: None)
    qtbot.addWidget(grid)
    drawn = {}
    for answered, flagged, current, good in itertools.product((False, True), (False, True), (False, True), outcomes):
        cell = Cell(answered, flagged, current, good)
        grid.show_cells([cell])
        drawn[cell.words(1)] = grey(grid.buttons[0])
    assert alike(drawn) == []
