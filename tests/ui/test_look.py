"""The look follows the computer while the program runs, for as long as the person wishes that, and loses nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from asnquiz.domain.preferences import Preferences, ThemeChoice
from asnquiz.painting.tokens import DARK, HIGH_CONTRAST, LIGHT, Palette, ThemeName
from asnquiz.programs.paths import assets_folder
from asnquiz.programs.routes.settings import change_look
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.theme import Theme, apply_theme
from tests.painting.test_tokens import contrast
from tests.ui.checks.contrast import colours_in
from tests.ui.conftest import OpenWindow

STYLE = assets_folder() / "style.qss"


class Computer:
    """The computer's own setting, changed by hand; Qt's platform without a screen has none."""

    def __init__(self) -> None:
        self.theme = ThemeName.LIGHT

    def __call__(self) -> ThemeName:
        return self.theme

    def set_light(self) -> None:
        self.theme = ThemeName.LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)

    def set_dark(self) -> None:
        self.theme = ThemeName.DARK
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    def set_high_contrast(self) -> None:
        self.theme = ThemeName.HIGH_CONTRAST
        hints = QGuiApplication.styleHints().accessibility()
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)


def picture_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def grounds(palette: Palette) -> set[str]:
    return {palette.paper, palette.card, palette.teal}


def test_an_exam_changes_its_colours_with_the_computer_and_keeps_what_is_picked(open_window: OpenWindow) -> None:
    computer = Computer()
    opened = open_window(system=computer)
    opened.walker.press("Kuis")
    opened.walker.press("Mulai ujian")
    page = opened.window.page
    assert isinstance(page, ExamPage)
    opened.walker.key(Qt.Key.Key_A)
    picked = page.picked()
    for change, palette in ((computer.set_dark, DARK), (computer.set_high_contrast, HIGH_CONTRAST)):
        change()
        opened.walker.settle()
        assert opened.window.page is page
        assert page.picked() == picked
        seen = colours_in(picture_of(opened.window))
        assert grounds(palette) <= seen
        assert not {LIGHT.paper, LIGHT.teal, LIGHT.teal_soft} & seen


def test_nothing_of_the_theme_before_stays_on_any_page(open_window: OpenWindow) -> None:
    computer = Computer()
    opened = open_window(system=computer)
    for go in ("Beranda", "Materi", "Kuis", "Hasil saya", "Pengaturan"):
        opened.walker.press(go)
        computer.set_light()
        opened.walker.settle()
        computer.set_dark()
        opened.walker.settle()
        changed = picture_of(opened.window)
        opened.walker.press(go)
        assert picture_of(opened.window) == changed, f"{go} built anew looks otherwise"


@pytest.mark.parametrize("name", ThemeName)
def test_hint_cursor_selection_and_links_of_a_line_stand_out_as_qt_paints_them(
    qtbot: QtBot, qapp: QApplication, theme: Theme, name: ThemeName
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    apply_theme(qapp, replace(theme, name=name), STYLE)
    line.ensurePolished()
    role, painted = QPalette.ColorRole, line.palette()
    pairs = [(role.Text, role.Base), (role.PlaceholderText, role.Base), (role.HighlightedText, role.Highlight)]
    pairs += [(role.Link, role.Base), (role.Link, role.Window)]
    for ink, ground in pairs:
        ratio = contrast(painted.color(ink).name().upper(), painted.color(ground).name().upper())
        assert ratio >= (7 if name is ThemeName.HIGH_CONTRAST else 4.5), (ink, ground)
    apply_theme(qapp, theme, STYLE)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_a_theme_that_was_chosen_stays_whatever_the_computer_does(open_window: OpenWindow, choice: ThemeChoice) -> None:
    computer = Computer()
    opened = open_window(system=computer)
    change_look(opened.journey, Preferences(choice))
    opened.walker.settle()
    computer.set_dark()
    computer.set_high_contrast()
    assert opened.window.theme.name is ThemeName(choice.value)


def test_without_its_icons_the_program_can_still_be_used(
    open_window: OpenWindow, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    opened = open_window(icons=tmp_path / "no such folder")
    for go in ("Materi", "Kuis", "Mulai ujian", "Selesai ujian …", "Selesai ujian", "Pengaturan"):
        opened.walker.press(go)
    assert {record.levelname for record in caplog.records} == {"ERROR"}
    assert any("icon house cannot be read" in record.message for record in caplog.records)
