"""Qt's own dialogs and menus speak Indonesian where the system has none of its own."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

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


# The parts of Qt whose words can come to the screen or to a screen reader; of a message box all but "About Qt".
CONTEXTS = (
    "QAbstractFileIconProvider",
    "QAbstractSpinBox",
    "QAccessibleActionInterface",
    "QComboBox",
    "QFileDialog",
    "QFileSystemModel",
    "QGnomeTheme",
    "QLineEdit",
    "QMessageBox",
    "QPlatformTheme",
    "QScrollBar",
    "QWidgetTextControl",
)
# What is the same in Indonesian: folders, and keys, which Qt reads back from its own words.
AS_IT_IS = {"Folder", "Alt+Left", "Alt+Right", "Alt+Up"}


def words_of_qt() -> Iterator[tuple[str, str]]:
    """Context and source text of every word that Qt can ask for: those that its own German translation answers.

    A .qm file is a magic number and sections of tag, length and data; messages are such entries again.
    """
    data = (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_de.qm").read_bytes()
    at, messages = 16, b""
    while at < len(data):
        tag, length = struct.unpack_from(">BI", data, at)
        messages = data[at + 5 : at + 5 + length] if tag == 0x69 else messages
        at += 5 + length
    at, found = 0, {6: "", 7: ""}
    while at < len(messages):
        tag = messages[at]
        if tag == 1:
            yield found[7], found[6]
            at, found = at + 1, {6: "", 7: ""}
            continue
        (length,) = struct.unpack_from(">I", messages, at + 1)
        found[tag] = messages[at + 5 : at + 5 + length].decode("utf-8", "replace")
        at += 5 + length


def test_every_word_that_qt_can_show_here_is_known() -> None:
    words = [(context, source) for context, source in words_of_qt() if context in CONTEXTS and "Qt" not in source]
    assert {context for context, _ in words} == set(CONTEXTS)
    translator = QtInIndonesian()
    unknown = [source for context, source in words if translator.translate(context, source) == source]
    assert set(unknown) == AS_IT_IS


class Listener(QtInIndonesian):
    """Writes down what is asked and answered."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        self.asked: dict[tuple[str, str], str] = {}

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        answer = super().translate(context, source, disambiguation, n)
        self.asked[context, source] = answer
        return answer


def open_menu(widget: QWidget) -> list[str]:
    """The words of the menu that the right button of the mouse opens; the menu is closed again."""
    words: list[str] = []

    def read() -> None:
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                words.extend(action.text() for action in menu.actions() if action.text())
                menu.close()

    widget.show()
    QTimer.singleShot(0, read)
    spot = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()
    return words


# Qt's platform without a screen says that it cannot put a menu above others or give it the keys.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_that_qt_asks_for_stays_in_english(qapp: QApplication, tmp_path: Path) -> None:
    listener = Listener(qapp)
    qapp.installTranslator(listener)
    try:
        for mode in QFileDialog.AcceptMode:
            dialog = QFileDialog(None, "Berkas nilai", str(tmp_path), "Berkas nilai (*.asnskor)")
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.setAcceptMode(mode)
            for view in QFileDialog.ViewMode:
                dialog.setViewMode(view)
                dialog.show()
                QApplication.processEvents()
            for shown in dialog.findChildren(QAbstractItemView):
                model = shown.model()
                for column in range(model.columnCount() if model else 0):
                    model.headerData(column, Qt.Orientation.Horizontal)
            dialog.close()
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Judul", "Kalimat")
        box.setDetailedText("Rincian")
        box.show()
        box.close()
        assert open_menu(QScrollBar(Qt.Orientation.Vertical))[0] == "Gulir ke sini"
        field = QTextEdit("teks")
        assert "Salin\tCtrl+C" in [action.text() for action in field.createStandardContextMenu().actions()]
        editable = QComboBox()
        editable.setEditable(True)
        for widget in (editable, QLineEdit("teks"), QPushButton("Tombol"), QCheckBox("Kotak"), QComboBox()):
            open_menu(widget)
            actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
            for name in actions.actionNames():
                assert ENGLISH.search(actions.localizedActionName(name)) is None
                actions.localizedActionDescription(name)
    finally:
        qapp.removeTranslator(listener)
    heard = {(context, source) for (context, source), answer in listener.asked.items() if answer == source}
    # Names of keys are what stands on the keyboard; the last two are no words.
    strange = {(context, source) for context, source in heard if context not in ("QShortcut", "QGuiApplication")}
    assert {source for _, source in strange} - AS_IT_IS - {"%p%"} == set()
    assert len(listener.asked) > 60
    assert QCoreApplication.translate("QFileDialog", "Sidebar") == "Bilah samping"
