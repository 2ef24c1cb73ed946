"""States are told apart without colour: drawn in grey, each still looks unlike the others of its kind."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from asnquiz.painting.tokens import ThemeName
from asnquiz.painting.verdicts import VERDICT_ICON
from asnquiz.programs.paths import assets_folder
from asnquiz.ui.destinations import Section
from asnquiz.ui.shell.rail import Rail
from asnquiz.ui.theme import Theme, apply_theme
from asnquiz.ui.welcome.size_card import SizeCard
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.frames import picture
from asnquiz.ui.widgets.number_grid import Cell, NumberGrid
from asnquiz.ui.widgets.option_row import CheckRow, Mark, RadioRow
from asnquiz.ui.widgets.tick import Tick

STYLE = assets_folder() / "style.qss"
# How far two greys must be apart for an eye to see it, of 255, and in how many places.
STEP = 60
PLACES = 12


def grey(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def places_apart(one: QImage, other: QImage) -> int:
    """In how many pixels two drawings of one size clearly differ."""
    pairs = Counter(zip(greys(one), greys(other), strict=True))
    return sum(many for (here, there), many in pairs.items() if abs(here - there) > STEP)


def greys(image: QImage) -> bytes:
    """The pixels, without what pads each line to four bytes and may be anything."""
    line, whole = image.bytesPerLine(), bytes(image.constBits())
    return b"".join(whole[row * line : row * line + image.width()] for row in range(image.height()))


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


@pytest.fixture(params=ThemeName)
def here(request: pytest.FixtureRequest, qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    """Each theme in turn, on the whole application."""
    worn = replace(theme, name=request.param)
    apply_theme(qapp, worn, STYLE)
    yield worn
    apply_theme(qapp, theme, STYLE)


def drawn_in(qtbot: QtBot, place: QWidget, control: QAbstractButton, states: Iterable[str]) -> dict[str, QImage]:
    """A control of a place in grey, in each of these states: plain, checked, focused or both."""
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    elsewhere = QLineEdit()
    for widget in (place, elsewhere):
        column.addWidget(widget)
    with qtbot.waitActive(host):
        host.show()
    drawn = {}
    for state in states:
        control.setChecked("checked" in state)
        (control if "focused" in state else elsewhere).setFocus()
        assert control.hasFocus() == ("focused" in state)
        drawn[state] = grey(control)
    return drawn


@pytest.mark.parametrize("kind", ["chip", "toggle", "tick", "size", "rail"])
def test_what_can_be_checked_shows_it_by_more_than_colour(qtbot: QtBot, here: Theme, kind: str) -> None:
    states = ("plain", "checked", "focused", "checked and focused")
    assert alike(drawn_in(qtbot, *checkable(here, kind), states)) == []


def checkable(theme: Theme, kind: str) -> tuple[QWidget, QAbstractButton]:
    """One of everything that stays pressed, and what it stands in."""
    match kind:
        case "chip":
            chips = Filters(theme, "Fase", {None: "Semua", 1: "Sebelum"}, None, lambda _: None)
            return chips, chips.chips[1]
        case "rail":
            rail = Rail(theme, lambda _: None, lambda: None)
            return rail, rail.entries[Section.QUIZ]
        case "tick":
            place = QWidget()
            return place, Tick(theme, "Saya mengerti", place)
        case "size":
            alone: QAbstractButton = SizeCard(theme, "Besar", 150)
        case _:
            alone = button(theme, "Ragu-ragu", lambda: None, icon="flag")
            alone.setCheckable(True)
    return alone, alone


@pytest.mark.parametrize("role", ["primary", "secondary", "quiet"])
def test_a_button_shows_by_more_than_colour_that_it_has_the_focus(qtbot: QtBot, here: Theme, role: str) -> None:
    made = button(here, "Simpan dan lanjutkan", lambda: None, role=role)
    assert alike(drawn_in(qtbot, made, made, ("plain", "focused"))) == []


@pytest.mark.parametrize(
    "icons", [set(VERDICT_ICON.values()), {"check", "x", "triangle-alert", "clock"}, {"check", "rotate-ccw"}]
)
def test_verdicts_laws_and_outcomes_have_pictures_that_differ(qtbot: QtBot, here: Theme, icons: set[str]) -> None:
    drawn = {}
    for icon in icons:
        one = picture(here, icon, "ink", 14)
        qtbot.addWidget(one)
        drawn[icon] = grey(one)
    assert alike(drawn) == []
