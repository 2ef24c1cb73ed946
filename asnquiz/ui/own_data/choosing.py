"""Asks which file brings somebody from another computer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from asnquiz.ui.widgets.ask import give_back
from asnquiz.usecases.name_file import MOVE_ENDING


def ask_which(parent: QWidget, folder: Path, chosen: Callable[[Path], None]) -> None:
    """Opens the system's own dialog; nothing happens where it is closed without a choice."""
    dialog = QFileDialog(parent, "Pilih berkas pindah", str(folder), f"Berkas pindah (*{MOVE_ENDING})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda place: chosen(Path(place)))
    dialog.finished.connect(partial(give_back, parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
