"""Kalender tahapan: two days of the person's own region, who answers for them, and an example to begin from."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from asnquiz.domain.calendar import days_of, is_over, parse_day
from asnquiz.domain.pack import Calendar
from asnquiz.domain.person import parse_line
from asnquiz.domain.wording import date_words, law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.ask.calendar_presenter import BY, DAYS, LABELS, NAME, assembled, lines_of
from asnquiz.ui.ask.presenter import set_words
from asnquiz.ui.destinations import Ask, Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, flow_column, flow_row, narrowed
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.set_calendar import LocalCalendar, OfficeCalendar

Keep = Callable[[Calendar, str, Callable[[OfficeCalendar], None]], None]

_FORM_WIDTH = 640
_SIDE_BY_SIDE = 520
_HINTS = {
    NAME: "Kabupaten, kota, atau provinsi yang memilih.",
    DAYS[0]: "Misalnya 27 November 2024 atau 27-11-2024, menurut keputusan KPU daerah Anda.",
    BY: "Nama atau unit kerja yang bertanggung jawab atas tanggal ini.",
}
_HOLDS = "Kalender ini berlaku selama Anda tidak menyimpan kalender lain di bawah."
_OWN_HOLDS = "Sekarang yang berlaku adalah kalender yang disimpan di bawah."


class CalendarPage(Page):
    """A form that is kept on demand. `keep` tells what was kept; `setter` is who is offered to answer for it.

    `local` is the calendar of the layer in force, which holds until somebody sets another here; `forget` goes back to
    it.
    """

    unsaved_title = "Kalender belum disimpan"
    renews = True
    topic = "Kalender tahapan"

    def __init__(
        self,
        theme: Theme,
        office: OfficeCalendar | None,
        *,
        local: LocalCalendar | None,
        example: Calendar | None,
        today: dt.date,
        law_as_of: dt.date,
        setter: str,
        words: str,
        keep: Keep,
        forget: Callable[[], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Kalender tahapan", Section.ASK)
        self._today = today
        self._local = local
        self._keep_calendar = keep
        self._go = go
        self._back_to = Ask(words)
        self.title("Kalender tahapan")
        intro = (
            "Dengan kalender daerah Anda, Bolehkah saya? tahu fase mana yang berlaku hari ini. Dua tanggal sudah "
            "cukup: penetapan calon dan pemungutan suara."
        )
        self.column.addWidget(text(theme, intro, tone="ink-2"))
        standing = lines_of(office.calendar) if office else {}
        self._saved = {key: standing.get(key, "") for key in LABELS}
        self._saved[BY] = (office.by if office else None) or setter
        if local:
            self.column.addWidget(self._local_days(local, office, forget))
        self.column.addWidget(self._form(office))
        if example:
            self.column.addWidget(self._example(example))
        self.stamp(law_stamp(law_as_of))

    def stand_as(self, before: Page) -> None:
        super().stand_as(before)
        if isinstance(before, CalendarPage):
            self._saved = before._saved
            self._set.setText(before._set.text())
            if self._local:
                self._show_which_holds(own=not before._forget.isHidden())
            self._show_state(before._state.text())

    def _form(self, office: OfficeCalendar | None) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, "Kalender daerah Anda"))
        self._set = text(theme, self._set_words(office), tone="ink-2")
        column.addWidget(self._set)
        self.fields = {key: self._field(key) for key in LABELS}
        form, lines = flow_column(12)
        form.setMaximumWidth(theme.px(_FORM_WIDTH))
        lines.addWidget(self.fields[NAME])
        lines.addWidget(self._pair(*DAYS[:2]))
        optional = "Tahapan lain boleh dikosongkan:"
        lines.addWidget(text(theme, optional, size=Size.CAPTION, tone="ink-2"))
        for place in range(2, len(DAYS), 2):
            lines.addWidget(self._pair(*DAYS[place : place + 2]))
        lines.addWidget(self.fields[BY])
        column.addWidget(narrowed(form))
        saving = button(theme, "Simpan kalender", self._save, role="primary")
        back = button(
            theme, "Kembali ke Bolehkah saya?", lambda: self._go(self._back_to), role="quiet", icon="arrow-left"
        )
        self._state = text(theme, "", tone="ink-2", wrap=False)
        column.addWidget(flow_row(saving, back, self._state))
        for field in self.fields.values():
            field.line.textChanged.connect(lambda: self._show_state())
            field.line.returnPressed.connect(self._save)
        return frame

    def _field(self, key: str) -> Field:
        label = LABELS[key]
        parse = partial(_day_words, label=label) if key in DAYS else partial(parse_line, label=label)
        return Field(self.theme, label, QLineEdit(self._saved[key]), parse, _HINTS.get(key, ""))

    def _pair(self, one: str, other: str) -> SideBySide:
        host = SideBySide(self.theme, at_least=_SIDE_BY_SIDE, spacing=16)
        for key in (one, other):
            host.add(self.fields[key], 1, top=True)
        return host

    def _local_days(self, local: LocalCalendar, office: OfficeCalendar | None, forget: Callable[[], None]) -> QFrame:
        theme, over = self.theme, is_over(local.calendar, self._today)
        frame, column = card(spacing=10)
        column.addWidget(heading(theme, f"Kalender kantor: {local.calendar.name}{' (sudah selesai)' if over else ''}"))
        column.addWidget(text(theme, set_words(local), tone="ink-2"))
        self._holds = text(theme, "", tone="ink-2")
        column.addWidget(self._holds)
        column.addWidget(self._days(local.calendar))
        self._forget = button(theme, "Pakai kalender kantor", forget)
        column.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_which_holds(own=office is not None)
        return frame

    def _show_which_holds(self, *, own: bool) -> None:
        self._holds.setText(_OWN_HOLDS if own else _HOLDS)
        self._forget.setVisible(own)

    def _set_words(self, office: OfficeCalendar | None) -> str:
        if office is None:
            return "Belum diatur; kalender kantor yang dipakai." if self._local else "Belum diatur."
        if is_over(office.calendar, self._today):
            return f"{set_words(office)} Pemungutan suaranya sudah lama lewat; isi tanggal yang baru."
        return set_words(office)

    def _example(self, example: Calendar) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=10)
        over = is_over(example, self._today)
        column.addWidget(heading(theme, f"Contoh: {example.name}{' (sudah selesai)' if over else ''}"))
        words = "Tanggalnya dikutip dari ringkasan jadwal, bukan dari naskah KPU. Jangan dipakai untuk tahun lain."
        column.addWidget(text(theme, words, tone="ink-2"))
        column.addWidget(self._days(example))
        column.addWidget(flow_row(button(theme, "Isi formulir dengan contoh ini", lambda: self._take_over(example))))
        return frame

    def _days(self, calendar: Calendar) -> QWidget:
        host = Flow()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        for place, (name, when) in enumerate(days_of(calendar)):
            grid.addWidget(text(self.theme, name, tone="ink-2"), place, 0)
            grid.addWidget(text(self.theme, when), place, 1)
        return host

    def _take_over(self, example: Calendar) -> None:
        """Fills the form, who set it excepted; nothing is kept yet."""
        for key, words in lines_of(example).items():
            self.fields[key].line.setText(words)
        self.focus_on(self.fields[NAME].line)
        announce(self, "Formulir terisi dengan contoh; belum disimpan.")

    def _typed(self) -> dict[str, str]:
        return {key: field.line.text() for key, field in self.fields.items()}

    @property
    def unsaved(self) -> bool:
        return self._typed() != self._saved

    def _show_state(self, otherwise: str = "") -> None:
        self._state.setText("Belum disimpan" if self.unsaved else otherwise)

    def _save(self) -> None:
        self.save_then(lambda: None)

    def save_then(self, go_on: Callable[[], None]) -> None:
        wrong = [field for field in self.fields.values() if not field.check()]
        if wrong:
            wrong[0].take_focus()
            return
        typed = self._typed()
        made = assembled(typed[NAME], typed[BY], {key: parse_day(typed[key], LABELS[key]) for key in DAYS})
        if not isinstance(made, Calendar):
            for refused in made:
                self.fields[refused.key].complain(refused.words)
            self.fields[made[0].key].take_focus()
            return

        def kept(office: OfficeCalendar) -> None:
            self._saved = typed
            self._set.setText(self._set_words(office))
            if self._local:
                self._show_which_holds(own=True)
            self._show_state("Tersimpan")
            announce(self, self._state.text())
            go_on()

        self._keep_calendar(made, typed[BY], kept)


def _day_words(typed: str, label: str) -> str | None:
    """A day as it was understood, written out."""
    day = parse_day(typed, label)
    return date_words(day) if day else None
