"""Laporan: what can be saved of the recap, of which results it is, and which of it holds personal data."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from asnquiz.domain.collection import Overview
from asnquiz.domain.task import Task
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import AddScoreFiles, Destination, Report, SaveReport
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.recap.saving import Saving
from asnquiz.ui.recap.saving_button import SavingButton
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.frames import chip, titled_card
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import text
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.aggregate import checked_reason
from asnquiz.usecases.report_scope import task_words
from asnquiz.usecases.see_recap import asked_words

_TWO = 720
_TABLES = {
    Report.SUMMARY: "Ringkasan",
    Report.PEOPLE: "Per orang",
    Report.ANSWERS: "Per jawaban (panjang)",
    Report.MATRIX: "Orang × soal (lebar)",
}
_PROFILES = ("Excel Indonesia", "Internasional")
_PERSONAL = (
    "Berkas bertanda “Memuat data pribadi” berisi nama dan NIP: simpan dan kirim hanya kepada yang berhak. "
    "Penyimpanannya tercatat di Catatan kegiatan."
)
_ELSEWHERE = "Tugas, pengawasan, dan ujian yang dihitung dipilih di Rekap nilai."
_REASON = "Alasan, tercatat di Catatan kegiatan"


@dataclass(frozen=True)
class Reported:
    """What the reports would be of."""

    overview: Overview
    task: Task | None


class ReportsPage(RecapPage):
    """Each report on a card of its own; what `saving` does is shown there as it goes."""

    renews = True
    topic = "Menyimpan laporan"

    def __init__(self, theme: Theme, shown: Reported, saving: Saving, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Laporan", go)
        self._saving = saving
        self._buttons: list[SavingButton] = []
        self.back()
        self.head("Laporan", "")
        self._add_scope(shown)
        if shown.overview.people or shown.overview.files:
            self._add_reports()
        else:
            words = "Laporan dibuat dari daftar pegawai dan berkas nilai yang sudah ditambahkan."
            self.column.addWidget(
                empty_card(
                    theme, "Belum ada yang dapat disimpan", words, "Pilih berkas nilai", partial(go, AddScoreFiles())
                )
            )
        self.column.addStretch(1)
        self.foot()
        saving.view = self

    def _add_scope(self, shown: Reported) -> None:
        theme, overview, task = self.theme, shown.overview, shown.task
        frame, column = titled_card(theme, "Hasil yang dilaporkan")
        column.addWidget(text(theme, harmless(task_words(task)), weight=QFont.Weight.DemiBold))
        finished, people = number_words(overview.finished), number_words(overview.people)
        words = f"{finished} dari {people} pegawai selesai. {asked_words(overview.question, task)}"
        column.addWidget(text(theme, harmless(words), tone="ink-2"))
        column.addWidget(text(theme, _ELSEWHERE, size=Size.CAPTION, tone="ink-2"))
        column.addWidget(text(theme, _PERSONAL, tone="conditional"))
        self.column.addWidget(frame)

    def _add_reports(self) -> None:
        self._add_row(self._workbook(), self._csv())
        self._add_row(self._pdf(), self._letter())
        self._add_row(self._reminders(), self._sums())

    def _add_row(self, *cards: QWidget) -> None:
        row = SideBySide(self.theme, at_least=_TWO, spacing=16)
        for one in cards:
            row.add(one, 1)
        self.column.addWidget(row)

    def _workbook(self) -> QFrame:
        words = "Semua tabel rekap dan nilai tiap orang dalam satu berkas Excel, siap disaring dan dijumlahkan."
        card = self._card("Buku kerja Excel", words, personal=True)
        self._end_card(card.column, "Simpan buku kerja …", Report.WORKBOOK, icon="table-export")
        return card.frame

    def _csv(self) -> QFrame:
        theme = self.theme
        words = "Tabel sebagai teks biasa, untuk program lain. Keterangannya disimpan di folder yang sama."
        card = self._card("Tabel CSV", words)
        self.tables = fitting(Select(theme, "Isi tabel"))
        self.tables.addItems(list(_TABLES.values()))
        self.tables.currentIndexChanged.connect(lambda place: card.show_personal(personal=place > 0))
        self.profiles = fitting(Select(theme, "Bentuk CSV"))
        self.profiles.addItems(_PROFILES)
        row = SideBySide(theme, at_least=_TWO // 2, spacing=12)
        row.add(captioned(theme, self.tables), 1)
        row.add(captioned(theme, self.profiles), 1)
        card.column.addWidget(row)
        self._end_card(card.column, "Simpan CSV …", *_TABLES, save=self._save_csv)
        return card.frame

    def _save_csv(self) -> None:
        table = list(_TABLES)[self.tables.currentIndex()]
        self._go(SaveReport(table, abroad=bool(self.profiles.currentIndex())))

    def _pdf(self) -> QFrame:
        words = "Laporan lengkap dengan grafik dan analisis butir soal, untuk dicetak atau dibagikan."
        card = self._card("Laporan PDF", words)
        self._end_card(card.column, "Simpan laporan PDF …", Report.PDF)
        return card.frame

    def _letter(self) -> QFrame:
        words = "Konsep laporan kepada Sekretaris Daerah dalam Word, dapat disunting sebelum ditandatangani."
        card = self._card("Laporan hasil", words)
        self._end_card(card.column, "Simpan laporan Word …", Report.LETTER)
        return card.frame

    def _reminders(self) -> QFrame:
        words = "Daftar yang belum selesai dan konsep surat pengingat dalam Word, satu surat per perangkat daerah."
        card = self._card("Belum selesai", words, personal=True)
        self._end_card(card.column, "Simpan surat pengingat …", Report.REMINDERS)
        return card.frame

    def _sums(self) -> QFrame:
        theme = self.theme
        words = "Angka gabungan tiap perangkat daerah; angka 1 sampai 9 orang dikosongkan agar tidak menunjuk orang."
        card = self._card("Untuk provinsi atau inspektorat", words)
        self._named = Tick(theme, "Sertakan nama", card.frame)
        card.column.addWidget(self._named)
        self._reason = Field(
            theme, _REASON, QLineEdit(), checked_reason, note="Misalnya nomor dan tanggal surat permintaan."
        )
        self._reason.hide()
        card.column.addWidget(self._reason)
        self._named.toggled.connect(self._reason.setVisible)
        self._named.toggled.connect(lambda named: card.show_personal(personal=named))
        self._end_card(card.column, "Simpan angka gabungan …", Report.SUMS, save=self._save_sums)
        return card.frame

    def _save_sums(self) -> None:
        if not self._named.isChecked():
            self._go(SaveReport(Report.SUMS))
        elif self._reason.check():
            self._go(SaveReport(Report.SUMS, reason=self._reason.line.text()))
        else:
            self._reason.take_focus()

    def _card(self, title: str, words: str, *, personal: bool = False) -> "_Card":
        theme = self.theme
        frame, column = titled_card(theme, title, (words,))
        named = chip(theme, "Memuat data pribadi", "conditional", "user")
        summed = chip(theme, "Hanya angka gabungan", "ink-2", "users")
        for one in (named, summed):
            column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        made = _Card(frame, column, named, summed)
        made.show_personal(personal=personal)
        return made

    def _end_card(
        self,
        column: QVBoxLayout,
        words: str,
        *reports: Report,
        save: Callable[[], None] | None = None,
        icon: str = "file-down",
    ) -> None:
        saving = save or partial(self._go, SaveReport(reports[0]))
        made = SavingButton(self.theme, words, saving, self._saving, *reports, icon=icon)
        column.addSpacing(4)
        column.addStretch(1)
        column.addWidget(made)
        self._buttons.append(made)

    def show_saving(self) -> None:
        """Says on each button how far its report is."""
        for one in self._buttons:
            one.show_saving()

    def leave(self) -> None:
        if self._saving.view is self:
            self._saving.view = None


@dataclass(frozen=True)
class _Card:
    frame: QFrame
    column: QVBoxLayout
    named: QWidget
    summed: QWidget

    def show_personal(self, *, personal: bool) -> None:
        """Says whether the file tells of people by name."""
        self.named.setVisible(personal)
        self.summed.setVisible(not personal)
