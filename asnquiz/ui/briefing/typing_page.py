"""Typing in papers one after another: whose it is, then its letters in a row, kept by Enter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from asnquiz.domain.briefing import StepKind
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.briefing.typing import Entry, Typing
from asnquiz.ui.destinations import Destination, Section, ShowBriefing
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.usecases.briefing_words import PART
from asnquiz.usecases.type_papers import read_letters, written_letters

_MOST = 6
_SIDE_BY_SIDE = 860
_LEFT = Qt.AlignmentFlag.AlignLeft
_HOW = (
    "Ketik huruf jawaban berurutan, misalnya ACB-D; tanda hubung untuk soal yang kosong. Bila satu soal boleh lebih "
    "dari satu huruf, ketik semuanya lalu spasi."
)


class TypingPage(Page):
    """`presenter` says whose sheet is in hand."""

    renews = True
    topic = "Sesudah acara"
    unsaved_title = "Lembar ini belum disimpan"
    keys = KeyGroup.PAPERS

    def __init__(self, theme: Theme, presenter: Typing, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Ketik jawaban kertas", Section.BRIEFING)
        self.presenter = presenter
        presenter.view = self
        self.way_back("Kembali ke hasil", partial(go, ShowBriefing(presenter.briefing.id)))
        self.title("Ketik jawaban kertas")
        self.column.addWidget(text(theme, _HOW, tone="ink-2"))
        parts: dict[StepKind | None, str] = {part: PART[part] for part in presenter.parts}
        self._parts = Filters(theme, "Lembar", parts, presenter.part, self._turn)
        if len(parts) > 1:
            self.column.addWidget(self._parts)
        self._done = text(theme, "", tone="ink-2")
        self.column.addWidget(self._done)
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        both.add(self._people(), 1, top=True)
        both.add(self._sheet(), 1, top=True)
        self.column.addWidget(both)
        self.column.addStretch(1)
        self._find()
        self._show_sheet()
        self.focus_on(self._search.line)

    def _people(self) -> QWidget:
        theme = self.theme
        frame, column = titled_card(theme, "Lembar siapa?")
        self._search = Field(theme, "Nama atau kode peserta", QLineEdit(), str.strip, "Enter memilih yang teratas.")
        self._search.line.textChanged.connect(self._find)
        self._search.line.returnPressed.connect(self._choose_first)
        column.addWidget(self._search)
        self._found, self._listed = flow_column(4)
        column.addWidget(self._found)
        column.addWidget(heading(theme, "Tidak ada di daftar?", Size.BODY, level=3))
        self._units: Select | None = None
        self._unit: Field | None = None
        if presenter_units := self.presenter.briefing.units:
            self._units = fitting(Select(theme, "Unit kerja peserta baru"))
            self._units.addItems(presenter_units)
            column.addWidget(captioned(theme, self._units))
        else:
            self._unit = Field(theme, "Unit kerja peserta baru", QLineEdit(), partial(parse_line, label="Unit kerja"))
            column.addWidget(self._unit)
        column.addWidget(button(theme, "Tambah peserta dengan nama ini", self._choose_new, icon="user-plus"), 0, _LEFT)
        return frame

    def _sheet(self) -> QWidget:
        theme = self.theme
        frame, column = titled_card(theme, "Jawaban")
        self._whose = heading(theme, "", level=3)
        column.addWidget(self._whose)
        self._letters = Field(theme, "Huruf jawaban", QLineEdit(), self._whole)
        self._letters.line.textChanged.connect(self._show_typed)
        self._letters.line.returnPressed.connect(self._keep)
        column.addWidget(self._letters)
        self._typed = text(theme, "", tone="ink-2")
        column.addWidget(self._typed)
        self._keeping = button(theme, "Simpan lembar ini", self._keep, role="primary", icon="save")
        column.addWidget(self._keeping, 0, _LEFT)
        return frame

    def _turn(self, part: StepKind | None) -> None:
        if part is None:  # one of them is always pressed
            self._parts.show_chosen(self.presenter.part)
            return
        self.presenter.turn_to(part)
        self._find()
        self._show_sheet()

    def _find(self) -> None:
        presenter = self.presenter
        clear(self._found)
        for entry in presenter.found(self._search.line.text())[:_MOST]:
            words = f"{harmless(entry.name)} · {harmless(entry.unit)}"
            row = RowButton(
                self.theme, words, "check" if entry.typed else "circle", partial(self._choose, entry), current=False
            )
            row.setAccessibleName(f"{words}, {'sudah diketik' if entry.typed else 'belum diketik'}")
            self._listed.addWidget(row)
        self._done.setText(f"{PART[presenter.part]}: {number_words(presenter.done)} lembar sudah diketik.")

    def _choose_first(self) -> None:
        found = self.presenter.found(self._search.line.text())
        if found:
            self._choose(found[0])
        else:
            self._search.complain("Tidak ada nama seperti itu. Periksa ejaannya, atau tambahkan sebagai peserta baru.")
            self._search.take_focus()

    def _choose(self, entry: Entry) -> None:
        before = self.presenter.choose(entry)
        self._show_sheet(before)
        self._letters.take_focus()

    def _choose_new(self) -> None:
        name = parse_line(self._search.line.text(), "Nama")
        unit_field = self._unit
        if not name:
            self._search.complain("Tulis nama peserta baru di sini.")
            self._search.take_focus()
            return
        if unit_field and not (unit_field.check() and unit_field.line.text()):
            unit_field.complain("Tulis unit kerjanya.")
            unit_field.take_focus()
            return
        unit = unit_field.line.text() if unit_field else self._units.currentText() if self._units else ""
        self.presenter.choose_new(name, unit)
        self._show_sheet()
        self._letters.take_focus()

    def _show_sheet(self, typed: str = "") -> None:
        entry = self.presenter.entry
        self._whose.setText(harmless(entry.name) if entry else "Pilih dahulu lembar siapa.")
        self._letters.line.setText(typed)
        self._letters.setEnabled(entry is not None)
        self._keeping.setEnabled(entry is not None)
        self._show_typed()

    def _show_typed(self) -> None:
        """What is typed as it is understood, and which question comes next."""
        questions = self.presenter.questions
        try:
            answers = read_letters(self._letters.line.text(), questions)
        except Refusal as refusal:
            self._typed.setText("")
            self._letters.complain(str(refusal))
            return
        told = " · ".join(
            f"{one.number} {written_letters((answer,), (one,)).strip()}"
            for one, answer in zip(questions, answers, strict=False)
        )
        left = len(questions) - len(answers)
        follows = f"Berikutnya soal {len(answers) + 1} dari {len(questions)}." if left else "Lengkap: tekan Enter."
        if left and questions[len(answers)].several:
            follows += " Boleh lebih dari satu huruf; akhiri dengan spasi."
        self._typed.setText("\n".join(filter(None, (told, follows))))

    def _whole(self, typed: str) -> str:
        self.presenter.check(typed)
        return typed

    def _keep(self) -> None:
        self._keep_then(None)

    def _keep_then(self, then: Callable[[], None] | None) -> None:
        if self._letters.check():
            self.presenter.keep(self._letters.line.text(), then)
        else:
            self._letters.take_focus()

    def show_kept(self, name: str) -> None:
        announce(self, f"Lembar {harmless(name)} tersimpan.")
        self._search.line.clear()
        self._find()
        self._show_sheet()
        self._search.note(f"Tersimpan: {harmless(name)}. Enter memilih yang teratas.")
        self._search.take_focus()

    @property
    def unsaved(self) -> bool:
        return self.presenter.entry is not None and bool(self._letters.line.text())

    def save_then(self, go_on: Callable[[], None]) -> None:
        self._keep_then(go_on)
