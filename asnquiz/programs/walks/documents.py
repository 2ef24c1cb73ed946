"""To paper: a lesson, a pocket sheet, and after a passed exam the certificate; each saved where the dialog offers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from asnquiz.programs.walker import Walker


def walk(walker: Walker, shoot: Callable[[str], None]) -> None:
    """From any page with the rail."""
    walker.press("Materi")
    if walker.window.page is not None:
        walker.window.page.scroll_to(walker.button("Simpan lembar saku"))
    shoot("lembar-saku")
    walker.press("Simpan lembar saku")
    save_as_offered(walker)
    shoot("lembar-saku-tersimpan")
    walker.press("Selesai")
    walker.press(walker.first_button_with(" dibaca, ").accessibleName())
    walker.press("Simpan PDF")
    save_as_offered(walker)
    walker.press("Selesai")


def certify(walker: Walker, shoot: Callable[[str], None]) -> None:
    """From the result page of a passed exam, by somebody with a name."""
    walker.press("Simpan PDF")
    shoot("surat-keterangan")
    walker.press("Simpan PDF")
    save_as_offered(walker)
    shoot("surat-keterangan-tersimpan")
    walker.press("Selesai")
    walker.press("Kembali ke hasil")


def save_as_offered(walker: Walker) -> Path:
    """Presses Enter in the file dialog, which offers a place, and gives it."""
    dialog = next(one for one in walker.window.findChildren(QFileDialog) if one.isVisible())
    line = next(one for one in dialog.findChildren(QLineEdit) if one.isVisible())
    place = Path(dialog.directory().absoluteFilePath(line.text()))
    QTest.keyClick(line, Qt.Key.Key_Return)
    walker.settle()
    return place
