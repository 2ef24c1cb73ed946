"""The first step: what the briefing is called, where and when it is, and who holds it; it can begin from here."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.briefing import Occasion
from asnquiz.domain.calendar import parse_day
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task_check import MOST_HEAD_LINES
from asnquiz.domain.wording import date_words
from asnquiz.ui.briefing.preparing_page import PreparingPage
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.recap.fields import fitting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.lines_field import LinesField
from asnquiz.ui.widgets.select import Select, captioned_select
from asnquiz.ui.widgets.side_by_side import SideBySide

_LETTERHEAD_ROWS = 2
_SIDE_BY_SIDE = 520
_ABOUT = (
    "Semua isian sudah ada awalnya dan dapat diubah. Tekan “Mulai sekarang” bila peserta sudah menunggu; langkah "
    "berikutnya untuk mengundang peserta, memilih cara menjawab, dan menyusun rencana.",
)


class OccasionPage(PreparingPage):
    """`go_on` and `start` get the occasion once every line of it is understood, and the task its record is sealed for.

    `tasks` are those known here, by id; without any nothing is asked about them.
    """

    def __init__(
        self,
        theme: Theme,
        occasion: Occasion,
        tasks: Mapping[UUID, str],
        task: UUID | None,
        *,
        go_on: Callable[[Occasion, UUID | None], None],
        start: Callable[[Occasion, UUID | None], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, 1, _ABOUT)
        self._fields = {
            "title": Field(theme, "Judul acara", QLineEdit(occasion.title), partial(_wanted, "Judul acara")),
            "place": Field(theme, "Tempat", QLineEdit(occasion.place), partial(_wanted, "Tempat")),
            "date": Field(theme, "Tanggal", QLineEdit(date_words(occasion.date)), _day),
            "speaker": Field(theme, "Narasumber", QLineEdit(occasion.speaker), partial(_wanted, "Narasumber")),
            "office": Field(theme, "Penyelenggara", QLineEdit(occasion.office), partial(_wanted, "Penyelenggara")),
            "number": Field(
                theme,
                "Nomor surat",
                QLineEdit(occasion.number),
                partial(parse_line, label="Nomor surat"),
                "Undangan atau surat tugas; boleh kosong.",
            ),
        }
        for field in self._fields.values():
            field.line.returnPressed.connect(partial(self._send, go_on))
        when = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        when.add(self._fields["place"], 1, top=True)
        when.add(self._fields["date"], 1, top=True)
        self.add_form(self._fields["title"], when, self._fields["speaker"])
        self._head = LinesField(
            theme,
            "Kop surat",
            occasion.letterhead,
            partial(parse_line, label="Kop surat"),
            rows=_LETTERHEAD_ROWS,
            note=f"Paling banyak {MOST_HEAD_LINES} baris, untuk daftar hadir dan laporan. Bila kosong, dipakai nama "
            "penyelenggara.",
        )
        whose = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        whose.add(self._fields["office"], 1, top=True)
        whose.add(self._fields["number"], 1, top=True)
        form = self.add_form(whose, self._head)
        self._task: Select | None = None
        if tasks:
            self._task = fitting(captioned_select(theme, form, "Catatan hasil dikunci untuk"))
            self._task.addItem("Tidak dikunci", None)
            for one, words in tasks.items():
                self._task.addItem(words, str(one))
            self._task.setCurrentIndex(max(0, self._task.findData(str(task))))
        starting = button(theme, "Mulai sekarang", partial(self._send, start), icon="play")
        self.add_actions(
            "Lanjut ke peserta", partial(self._send, go_on), "Batal", partial(go, Section.BRIEFING), starting
        )

    def _send(self, then: Callable[[Occasion, UUID | None], None]) -> None:
        wrong: list[Field | LinesField] = [field for field in self._fields.values() if not field.check()]
        if not self._head.check():
            wrong.append(self._head)
        if not wrong and len(self._head.entries) > MOST_HEAD_LINES:
            self._head.complain(f"Kop surat paling banyak {MOST_HEAD_LINES} baris. Hapus yang lain.")
            wrong = [self._head]
        if wrong:
            wrong[0].take_focus()
            return
        lines = {key: field.line.text() for key, field in self._fields.items()}
        day = parse_day(lines.pop("date"), "Tanggal")
        if day is None:
            raise RuntimeError("a line that was checked")
        chosen = self._task.currentData() if self._task else None
        then(Occasion(date=day, letterhead=self._head.entries, **lines), UUID(chosen) if chosen else None)


def _wanted(label: str, typed: str) -> str:
    line = parse_line(typed, label)
    if line is None:
        raise Refusal(f"{label} masih kosong. Isi lebih dahulu.")
    return line


def _day(typed: str) -> str:
    day: dt.date | None = parse_day(typed, "Tanggal")
    if day is None:
        raise Refusal("Tulis tanggalnya, misalnya 30 November 2026 atau 30-11-2026.")
    return date_words(day)
