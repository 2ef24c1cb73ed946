"""Qt's own dialogs and menus speak Indonesian where the system has none of its own."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton, QTreeView

from asnquiz.ui.translation import QtInIndonesian

ENGLISH = re.compile(r"\b(Look|File|Files|Save|Open|Cancel|Create|New|View|Name|Date|Undo|Cut|Copy|Paste|Select)\b")


@pytest.fixture(autouse=True)
def translated(qapp: QApplication) -> Iterator[None]:
    translator = QtInIndonesian(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_the_file_dialog_is_in_indonesian() -> None:
    dialog = QFileDialog(None, "Simpan berkas nilai", "", "Berkas nilai (*.asnskor)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    words += [button.text() for button in dialog.findChildren(QPushButton)]
    words += [button.toolTip() for button in dialog.findChildren(QToolButton)]
    header = dialog.findChildren(QTreeView)[0].model()
    words += [str(header.headerData(column, Qt.Orientation.Horizontal)) for column in range(4)]
    assert {"Nama berkas:", "Simpan", "Batal", "Buat folder baru"} <= set(words)
    assert [word for word in words if ENGLISH.search(word)] == []


def test_the_menu_of_a_field_is_in_indonesian_and_keeps_its_shortcuts() -> None:
    field = QLineEdit("teks")
    menu = field.createStandardContextMenu()
    words = [action.text() for action in menu.actions()]
    assert "Salin\tCtrl+C" in words
    assert [word for word in words if ENGLISH.search(word)] == []
