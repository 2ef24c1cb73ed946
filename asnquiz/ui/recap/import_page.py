"""Tambah berkas nilai: which files and folders, the office's key for sealed ones, and how far it is."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit

from asnquiz.domain.collection import Tally
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, RecapFiles, Section
from asnquiz.ui.recap.choosing import ask_for_files
from asnquiz.ui.recap.importing import Importing, State
from asnquiz.ui.recap.progress_line import ProgressLine
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import card, titled_card
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.usecases.see_collection import tally_lines

_NAMED = 5
_PASSWORD = 420
_MIX = (
    "Bukti nilai (PDF), berkas .asnskor, catatan sosialisasi (.asnkelas), folder, atau arsip zip, dalam campuran apa "
    "pun. Berkas asing tidak menghentikan pemeriksaan, dan berkas yang sudah pernah masuk hanya dikenali."
)
_SEALED = (
    "Bukti nilai tersegel hanya terbuka dengan kunci kantor. Tanpa kunci, berkas itu dicatat sebagai tersegel dan "
    "dapat diperiksa lagi nanti."
)
_NEVER_KEPT = "Kata sandi tidak disimpan. Kunci tetap terbuka sampai jendela program ditutup atau orang berganti."
_LEAVE = "Anda boleh membuka halaman lain; pemeriksaan berjalan terus."


class ImportPage(RecapPage):
    """What `importing` does is shown as it goes; another page may be opened meanwhile."""

    renews = True
    topic = "Menambah berkas nilai"

    def __init__(self, theme: Theme, importing: Importing, folder: Path, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Tambah berkas nilai", go)
        self._importing = importing
        self._folder = folder
        self._key_file = importing.key_file
        self._shown: State | None = None
        self.setAcceptDrops(True)
        self.back()
        self.head("Tambah berkas nilai", "")
        self._choosing = self._add_choosing()
        self._key_frame, self._key_column = titled_card(theme, "Kunci kantor")
        self.column.addWidget(self._key_frame)
        self._going = self._add_going()
        self._result, self._result_column = flow_column(6)
        self.column.addWidget(self._result)
        self.column.addStretch(1)
        self.foot()
        self._show_key()
        importing.view = self
        self.show_import()

    def _add_choosing(self) -> QFrame:
        theme = self.theme
        frame, column = titled_card(theme, "Berkas", (_MIX,))
        column.addWidget(text(theme, "Seret ke halaman ini, atau pilih:", tone="ink-2"))
        files = button(theme, "Pilih berkas …", self._choose_files, icon="file-down")
        folder = button(theme, "Pilih folder …", self._choose_folder, icon="folder-open")
        column.addWidget(flow_row(files, folder))
        self._sources = text(theme, "", weight=QFont.Weight.DemiBold)
        column.addWidget(self._sources)
        self._start = button(theme, "Mulai periksa", self._importing.start, role="primary", icon="play")
        self._drop = button(theme, "Kosongkan pilihan", self._importing.drop_sources, role="quiet", icon="x")
        self._actions = flow_row(self._start, self._drop)
        column.addWidget(self._actions)
        self.column.addWidget(frame)
        return frame

    def _add_going(self) -> QFrame:
        theme, importing = self.theme, self._importing
        frame, column = card(spacing=12)
        self._progress = ProgressLine(theme, importing)
        column.addWidget(self._progress)
        column.addWidget(text(theme, _LEAVE, size=Size.CAPTION, tone="ink-2"))
        self._stop = button(theme, "Hentikan", importing.stop, icon="pause")
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(frame)
        return frame

    def _show_key(self) -> None:
        theme, importing = self.theme, self._importing
        while self._key_column.count() > 1:  # but for its heading
            item = self._key_column.takeAt(1)
            if item and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        self._unlocked = importing.unlocked
        if importing.unlocked and importing.key_file:
            words = f"Terbuka: {harmless(importing.key_file.name)}. {_NEVER_KEPT}"
            self._key_column.addWidget(text(theme, words, tone="ink-2"))
            self._locking = button(theme, "Tutup kunci", importing.lock, icon="lock")
            self._key_column.addWidget(self._locking, 0, Qt.AlignmentFlag.AlignLeft)
            return
        self._key_column.addWidget(text(theme, _SEALED, tone="ink-2"))
        chosen = harmless(self._key_file.name) if self._key_file else "belum dipilih"
        self._key_name = text(theme, f"Berkas kunci: {chosen}")
        self._key_column.addWidget(self._key_name)
        choose = button(theme, "Pilih berkas kunci …", self._choose_key, icon="folder-open")
        self._key_column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        self._password = Field(theme, "Kata sandi kunci kantor", line, _given, note=_NEVER_KEPT)
        line.returnPressed.connect(self._open_key)
        self._password.setMaximumWidth(theme.px(_PASSWORD))
        self._key_column.addWidget(narrowed(self._password))
        opening = button(theme, "Buka kunci", self._open_key)
        self._key_column.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)

    def _open_key(self) -> None:
        if self._key_file is None:
            self._password.complain("Pilih berkas kuncinya lebih dahulu.")
            self._password.take_focus()
        elif self._password.check():
            self._importing.open_key(self._key_file, self._password.line.text())
            self._password.line.clear()
        else:
            self._password.take_focus()

    def show_import(self) -> None:
        """Shows what was chosen, how far it is, and what it came to."""
        importing = self._importing
        if importing.unlocked != self._unlocked:
            self._show_key()
            if importing.unlocked:
                announce(self, "Kunci kantor terbuka")
                self.focus_on(self._start if importing.sources else self._locking)
        choosing = importing.state in (State.CHOOSING, State.STOPPED)
        self._choosing.setVisible(choosing)
        self._key_frame.setVisible(choosing)
        self._going.setVisible(importing.under_way)
        self._progress.show_import()
        self._stop.setEnabled(importing.state is State.RUNNING)
        self._stop.setText(" Hentikan" if importing.state is not State.STOPPING else " Menghentikan …")
        self._sources.setText(source_words(importing.sources))
        self._sources.setVisible(bool(importing.sources))
        self._start.setText(" Lanjutkan" if importing.state is State.STOPPED else " Mulai periksa")
        self._start.setAccessibleName(self._start.text().strip())
        self._actions.setVisible(bool(importing.sources))
        if importing.state is not self._shown:
            before, self._shown = self._shown, importing.state
            self._show_state(told=before is not None)

    def _show_state(self, *, told: bool) -> None:
        """Puts what an import came to on the page, and the focus where one goes on."""
        importing, theme = self._importing, self.theme
        clear(self._result)
        if importing.state is State.STOPPED:
            words = "Dihentikan. Yang sudah diperiksa tetap tersimpan; tekan Lanjutkan untuk memeriksa sisanya."
            self._result_column.addWidget(text(theme, words, tone="conditional"))
            if told:
                announce(self, words)
                self.focus_on(self._start)
        elif importing.state is State.DONE and importing.step and importing.step.tally:
            tally = importing.step.tally
            self._result_column.addWidget(self._told(tally))
            if told:
                announce(self, ". ".join(("Pemeriksaan selesai", *_lines(tally))))
                self.focus_on(self._result_heading)
        elif importing.under_way and told:
            self.focus_on(self._stop)

    def _told(self, tally: Tally) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=8)
        self._result_heading = heading(theme, "Pemeriksaan selesai")
        self._result_heading.setObjectName("result")
        self._result_heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._result_heading.setAccessibleName("Pemeriksaan selesai")
        column.addWidget(self._result_heading)
        for words in _lines(tally):
            column.addWidget(text(theme, words))
        ways = [button(theme, "Lihat rekap", partial(self._go, Section.RECAP), role="primary")]
        if any(verdict.refused for verdict, count in tally.verdicts.items() if count):
            ways.append(button(theme, "Lihat berkas yang ditolak", partial(self._go, RecapFiles())))
        ways.append(button(theme, "Tambah berkas lain", self._importing.drop_sources))
        column.addWidget(flow_row(*ways))
        return frame

    def _choose_files(self) -> None:
        self._ask("Pilih berkas nilai", self._importing.choose, QFileDialog.FileMode.ExistingFiles)

    def _choose_folder(self) -> None:
        self._ask("Pilih folder berkas nilai", self._importing.choose, QFileDialog.FileMode.Directory)

    def _choose_key(self) -> None:
        def chosen(files: Sequence[Path]) -> None:
            self._key_file = files[0]
            self._key_name.setText(f"Berkas kunci: {harmless(files[0].name)}")
            self._password.take_focus()

        self._ask("Pilih berkas kunci kantor", chosen)

    def _ask(
        self,
        title: str,
        chosen: Callable[[Sequence[Path]], None],
        mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
    ) -> None:
        ask_for_files(self.window(), title, self._folder, chosen, mode=mode)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._importing.under_way and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._importing.choose([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def leave(self) -> None:
        if self._importing.view is self:
            self._importing.view = None


def source_words(sources: Sequence[Path]) -> str:
    """What was chosen, the first few by name."""
    names = [harmless(source.name or str(source)) for source in sources[:_NAMED]]
    more = f" dan {number_words(len(sources) - _NAMED)} lainnya" if len(sources) > _NAMED else ""
    return f"Dipilih: {', '.join(names)}{more}"


def _given(typed: str) -> str:
    if not typed:
        raise Refusal("Ketik kata sandinya.")
    return typed


def _lines(tally: Tally) -> list[str]:
    return [words.strip() for words in tally_lines(tally)]
