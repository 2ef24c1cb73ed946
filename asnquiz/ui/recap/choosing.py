"""Asks for files by the system's own dialog, over the page that stays."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from asnquiz.ui.widgets.ask import give_back

_TABLES = "Daftar pegawai (*.xlsx *.csv *.txt)"


def ask_for_files(
    parent: QWidget,
    title: str,
    folder: Path,
    chosen: Callable[[Sequence[Path]], None],
    *,
    mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
    kinds: str = "",
) -> None:
    """Nothing happens where the dialog is closed without a choice."""
    dialog = QFileDialog(parent, title, str(folder), kinds)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.filesSelected.connect(lambda places: chosen([Path(place) for place in places]))
    dialog.finished.connect(partial(give_back, parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_which_roster(parent: QWidget, folder: Path, chosen: Callable[[Path], None]) -> None:
    """Asks for a list of staff."""
    ask_for_files(parent, "Pilih daftar pegawai", folder, lambda files: chosen(files[0]), kinds=_TABLES)
