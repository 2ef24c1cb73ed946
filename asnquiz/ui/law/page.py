"""Hukum dan istilah: all instruments by kind, all glossary words, and one field that looks through both."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from asnquiz.domain.pack import Law, LawKind, Pack, Term
from asnquiz.domain.wording import LAW_KIND, LAW_STATUS, date_words, law_name, law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, flow_column, flow_row
from asnquiz.ui.widgets.frames import card, line
from asnquiz.ui.widgets.law import LawNote, status_chip
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.find_law import find_law

_NOT_KEPT = "Kata yang Anda ketik di sini tidak disimpan."
_EVERYTHING = "{laws} peraturan dan {terms} istilah."
_FOUND = "Ditemukan {laws} peraturan dan {terms} istilah."
_NOTHING = "Tidak ada peraturan atau istilah yang memuat kata itu. Coba kata lain, atau hapus sebagian."


class _Row(Flow):
    """One entry of a list, under a line that the first of them does without."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 8)
        self.column.setSpacing(6)
        self.edge = line()
        self.column.addWidget(self.edge)
        self._fits = True
        self._first = False

    def show_if(self, fits: bool, *, first: bool) -> None:
        """Shows the entry where it fits what is looked for. Only what changes is touched, since there are many."""
        if fits != self._fits:
            self._fits = fits
            self.setVisible(fits)
        if fits and first != self._first:
            self._first = first
            self.edge.setVisible(not first)


class LawPage(Page):
    """The instruments and the words of a pack."""

    renews = True
    topic = "Arti istilah dan dasar hukum"

    def __init__(self, theme: Theme, pack: Pack, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Hukum dan istilah", Section.LESSONS)
        self._pack = pack
        self._groups: list[tuple[QWidget, Mapping[Law | Term, _Row]]] = []
        self.way_back("Kembali ke Materi", lambda: go(Section.LESSONS))
        self.title("Hukum dan istilah")
        intro = "Peraturan yang menjadi dasar materi dan soal, beserta keadaannya, dan arti istilah yang dipakai."
        self.column.addWidget(text(theme, intro, tone="ink-2"))
        self._field = Field(theme, "Cari peraturan atau istilah", QLineEdit(), lambda typed: typed, _NOT_KEPT)
        self._field.line.textChanged.connect(self._filter)
        self.column.addWidget(self._field)
        self._count = text(theme, "", size=Size.CAPTION, tone="ink-2")
        self.column.addWidget(self._count)
        for kind in LawKind:
            if laws := [law for law in pack.laws if law.kind is kind]:
                self._group(LAW_KIND[kind], {law: self._law(law) for law in laws})
        if pack.terms:
            self._group("Istilah", {term: self._term(term) for term in pack.terms_in_order})
        self.stamp(law_stamp(pack.law_as_of))
        self._show("", _EVERYTHING)

    def _group(self, title: str, rows: Mapping[Law | Term, _Row]) -> None:
        host, column = flow_column(10)
        column.addWidget(heading(self.theme, title))
        frame, inside = card(spacing=0)
        for row in rows.values():
            inside.addWidget(row)
        column.addWidget(frame)
        self.column.addWidget(host)
        self._groups.append((host, rows))

    def _law(self, law: Law) -> _Row:
        row = _Row()
        column = row.column
        day = f" · {date_words(law.date)}" if law.date else ""
        column.addWidget(LawNote(self.theme, law_name(law), f"{law.title}{day}", law, (), self._pack))
        status = flow_row(status_chip(self.theme, law.status))
        status.setContentsMargins(14, 0, 0, 0)
        column.addWidget(status)
        if law.note:
            note = text(self.theme, law.note, size=Size.CAPTION, tone="ink-2")
            note.setContentsMargins(14, 0, 0, 0)
            column.addWidget(note)
        return row

    def _term(self, term: Term) -> _Row:
        row = _Row()
        column = row.column
        column.addWidget(text(self.theme, term.term, weight=QFont.Weight.DemiBold))
        if term.long:
            column.addWidget(text(self.theme, term.long, size=Size.CAPTION, tone="ink-2"))
        column.addWidget(text(self.theme, term.meaning))
        for id_ in term.see:
            law = self._pack.law_by_id[id_]
            detail = LAW_STATUS[law.status]
            column.addWidget(LawNote(self.theme, law_name(law), detail, law, (), self._pack, about=term.term))
        return row

    def _filter(self, typed: str) -> None:
        self._show(typed, _FOUND if typed.strip() else _EVERYTHING)
        announce(self._field.line, self._count.text())

    def _show(self, typed: str, words: str) -> None:
        found = find_law(typed, self._pack)
        fitting: set[Law | Term] = {*found.laws, *found.terms}
        for host, rows in self._groups:
            first = True
            for entry, row in rows.items():
                row.show_if(entry in fitting, first=first)
                first = first and entry not in fitting
            host.setVisible(not first)
        counted = words.format(laws=len(found.laws), terms=len(found.terms))
        self._count.setText(counted if fitting else _NOTHING)
