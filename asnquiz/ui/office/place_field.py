"""A line for a file, typed or picked in the system's own dialog: where a new one goes, or which one it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from asnquiz.domain.refusal import Refusal
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import give_back
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, column_in, flow_row
from asnquiz.ui.widgets.texts import path_words

KEY = ("Berkas kunci", ".pem")
TASK = ("Berkas tugas", ".asntugas")


class PlaceField(Flow):
    """`kind` is what it is called and its ending. `usual` stands in the line where it may be taken as it is: a new file
    where it is `offered`, another one where it is there. `check` refuses a place.

    Attributes:
        field: the line.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        usual: Path,
        kind: tuple[str, str] = KEY,
        *,
        new: bool,
        offered: bool = True,
        check: Callable[[Path], None] = lambda _: None,
        note: str = "",
    ) -> None:
        super().__init__()
        self._label = label
        self._usual = usual
        self._kind = kind
        self._new = new
        self._check = check
        self.field = Field(
            theme, label, QLineEdit(str(usual) if (offered if new else usual.is_file()) else ""), self._parse, note
        )
        column = column_in(self, 8)
        column.addWidget(self.field)
        pick = button(theme, "Pilih tempat …" if new else "Pilih berkas …", self._pick, icon="folder-open")
        pick.setAccessibleName(f"{pick.accessibleName()} {label}")
        column.addWidget(flow_row(pick))

    @property
    def path(self) -> Path:
        return _path(self.field.line.text())

    def _parse(self, typed: str) -> str:
        if not typed.strip():
            raise Refusal("Tulis nama berkasnya, atau pilih tempatnya.")
        path = _path(typed)
        if self._new:
            self._refuse_as_new(path)
        elif not path.is_file():
            raise Refusal(f"{path_words(path)} tidak ada. Pasang diska lepasnya, atau pilih berkas yang lain.")
        self._check(path)
        return str(path)

    def _pick(self) -> None:
        dialog = QFileDialog(
            self, self._label, self.field.line.text() or str(self._usual), f"{self._kind[0]} (*{self._kind[1]})"
        )
        if self._new:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(self._kind[1].removeprefix("."))
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.field.line.setText)
        dialog.finished.connect(partial(give_back, self.window()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _refuse_as_new(self, path: Path) -> None:
        name, ending = self._kind
        if path.suffix.lower() != ending or not path.is_absolute():
            raise Refusal(f"Tulis folder dan nama berkas yang berakhiran {ending}, atau pilih tempatnya.")
        if path.exists():
            raise Refusal(f"{path_words(path)} sudah ada. {name} tidak ditimpa; tulis nama lain.")
        if not path.parent.is_dir():
            raise Refusal(f"Folder {path_words(path.parent)} tidak ada. Pasang diska lepasnya, atau pilih tempat lain.")


def _path(typed: str) -> Path:
    try:
        return Path(typed.strip()).expanduser()
    except RuntimeError:  # ~ of nobody
        return Path(typed.strip())
