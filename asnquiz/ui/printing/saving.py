"""Asks where a file goes, and says where it went; the page under it stays as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from asnquiz.ui.widgets.ask import ask, give_back, tell
from asnquiz.ui.widgets.texts import path_words
from asnquiz.usecases.hand_over import is_taken


@dataclass(frozen=True)
class FileKind:
    """What is saved, by the words over the dialog and in its list of kinds; `ending` begins with a dot."""

    title: str
    name: str
    ending: str


PDF = FileKind("Simpan PDF", "Berkas PDF", ".pdf")


def ask_where(parent: QWidget, offered: Path, save: Callable[[Path], None], kind: FileKind = PDF) -> None:
    """Opens the system's own dialog on the offered place, and asks before a file is replaced."""

    def chosen(place: str) -> None:
        file = Path(place if place.lower().endswith(kind.ending) else place + kind.ending)
        if is_taken(file):
            words = f"{path_words(file)} sudah ada. Isinya yang lama akan hilang."
            ask(parent, "Ganti berkas itu?", words, [("Ganti", partial(save, file)), ("Batal", None)], default=1)
        else:
            save(file)

    dialog = QFileDialog(parent, kind.title, str(offered), f"{kind.name} (*{kind.ending})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Qt's own question would stop the event loop, and would be asked before the ending is added.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(partial(give_back, parent))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def tell_saved(parent: QWidget, file: Path, more: str = "", title: str = "PDF tersimpan") -> None:
    """Says where the file is, and offers to show it there; `more` is what else the person should know."""
    words = "\n\n".join(filter(None, (path_words(file), more)))
    ask(
        parent, title, words, [("Buka folder", partial(open_folder, parent, file.parent)), ("Selesai", None)], default=1
    )


def open_folder(parent: QWidget, folder: Path) -> None:
    """Shows a folder in the computer's own program for files, or says where it is."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        place = path_words(folder)
        words = f"Komputer ini tidak dapat menampilkannya dari sini. Buka {place} lewat pengelola berkas."
        tell(parent, "Folder belum terbuka", words)
