"""Keterangan kantor: whom staff can turn to, offices and units, letterhead, calendar and pledge, as published."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from asnquiz.domain.calendar import parse_day
from asnquiz.domain.draft import Workshop
from asnquiz.domain.local import MOST_CONTACTS, Contact, ContactRole
from asnquiz.domain.local_wording import CONTACT_ROLE
from asnquiz.domain.pack import Calendar, Pledge
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task_check import MOST_HEAD_LINES
from asnquiz.domain.unseen import NOT_TEXT
from asnquiz.domain.wording import date_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.ask.calendar_presenter import DAYS, LABELS, NAME
from asnquiz.ui.destinations import Destination, Drafts, Section
from asnquiz.ui.drafts.office_form import (
    CALENDAR,
    CONTACT,
    PLEDGE,
    calendar_lines,
    calendar_of,
    contact_of,
    office_lines,
    offices_of,
    pledge_lines,
    pledge_of,
)
from asnquiz.ui.drafts.places import Area
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, titled_card
from asnquiz.ui.widgets.lines_field import LinesField
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.ui.widgets.tick import Tick

_LEFT = Qt.AlignmentFlag.AlignLeft
_WIDTH = 760
_SIDE_BY_SIDE = 520
_INTRO = (
    "Selain judul paket dan nama kantor, semua ini boleh kosong. Yang terisi ikut di paket yang Anda terbitkan, dan "
    "dilihat pegawai di komputernya."
)
_TITLE, _OFFICE = "Judul paket", "Nama kantor"
_ROLE = "Siapa"
_OWN_PLEDGE = "Pakai naskah ikrar kantor sendiri"
_OFFICES_NOTE = "Satu perangkat daerah tiap baris; unit kerjanya di bawahnya, diawali tanda hubung."
_CALENDAR_NOTE = "Menurut keputusan KPU daerah Anda, misalnya 27 November 2024 atau 27-11-2024."

Keep = Callable[[Workshop, Callable[[], None]], None]


class DraftOfficePage(Page):
    """A form that is kept on demand; `keep` calls back once it is. `national` is the pledge to begin from."""

    renews = True
    topic = "Soal setempat"
    unsaved_title = "Keterangan kantor belum disimpan"

    def __init__(
        self, theme: Theme, workshop: Workshop, national: Pledge, *, keep: Keep, go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, "Keterangan kantor", Section.SETTINGS)
        self._workshop = workshop
        self._national = national
        self._keep_workshop = keep
        self.way_back("Kembali ke Soal setempat", partial(go, Drafts()))
        self.title("Keterangan kantor")
        self.column.addWidget(text(theme, _INTRO, tone="ink-2"))
        self._body = self.narrow(_WIDTH)
        self._build(workshop)
        self._saved = self._typed()
        self.column.addStretch(1)

    def _build(self, workshop: Workshop) -> None:
        theme = self.theme
        column = self._card("Paket")
        self._named = self._field(column, _TITLE, workshop.title)
        self._office = self._field(column, _OFFICE, workshop.publisher)
        column.addWidget(text(theme, f"Id setiap tulisan diawali {workshop.id}.", size=Size.CAPTION, tone="ink-2"))
        self._contacts_column = self._card("Yang dapat ditanya dan dilapori")
        self._contacts: list[tuple[Select, dict[str, Field]]] = []
        self._adding = button(theme, "Tambah kontak", self._add_contact, icon="user-plus")
        self._contacts_column.addWidget(self._adding, 0, _LEFT)
        for contact in workshop.contacts:
            self._contact(contact)
        column = self._card("Perangkat daerah, unit kerja, dan kop surat")
        lines = tuple(office_lines(workshop.offices))
        self._offices = LinesField(theme, "Perangkat daerah dan unit kerja", lines, str.rstrip, rows=6)
        column.addWidget(text(theme, _OFFICES_NOTE, size=Size.CAPTION, tone="ink-2"))
        column.addWidget(self._offices)
        parse = partial(parse_line, label="Baris kop surat")
        self._letterhead = LinesField(theme, "Kop surat", workshop.letterhead, parse, rows=3)
        column.addWidget(self._letterhead)
        column = self._card("Kalender tahapan")
        column.addWidget(text(theme, _CALENDAR_NOTE, size=Size.CAPTION, tone="ink-2"))
        standing = calendar_lines(workshop)
        self._calendar = {
            key: Field(theme, words, QLineEdit(standing[key]), partial(_calendar_line, key=key))
            for key, words in CALENDAR.items()
        }
        column.addWidget(self._calendar[NAME])
        for place in range(0, len(DAYS), 2):
            both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
            for key in DAYS[place : place + 2]:
                both.add(self._calendar[key], 1, top=True)
            column.addWidget(both)
        self._build_pledge(workshop)
        self._body.addWidget(self._actions())

    def _build_pledge(self, workshop: Workshop) -> None:
        theme, column = self.theme, self._card("Naskah ikrar")
        self._own_pledge = Tick(theme, _OWN_PLEDGE, self)
        self._own_pledge.setChecked(workshop.pledge is not None)
        column.addWidget(self._own_pledge, 0, _LEFT)
        host, inside = flow_column(8)
        self._pledge: dict[str, Area] = {}
        standing = pledge_lines(workshop.pledge or self._national)
        for key, label in PLEDGE.items():
            caption = text(theme, label, size=Size.CAPTION, tone="ink-2")
            self._pledge[key] = Area(theme, label, standing.get(key, ""), 1)
            caption.setBuddy(self._pledge[key])
            inside.addWidget(caption)
            inside.addWidget(self._pledge[key])
        self._pledge_problem = text(theme, "", tone="forbidden")
        inside.addWidget(self._pledge_problem)
        host.setVisible(workshop.pledge is not None)
        self._own_pledge.toggled.connect(host.setVisible)
        column.addWidget(host)

    def _card(self, title: str) -> QVBoxLayout:
        frame, column = titled_card(self.theme, title)
        column.setSpacing(12)
        self._body.addWidget(frame)
        return column

    def _field(self, column: QVBoxLayout, label: str, words: str) -> Field:
        field = Field(self.theme, label, QLineEdit(words), partial(parse_line, label=label))
        column.addWidget(field)
        return field

    def _add_contact(self) -> None:
        self._contact(None)
        self._contacts[-1][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _contact(self, contact: Contact | None) -> None:
        theme, number = self.theme, len(self._contacts) + 1
        frame, column = card(kind="note", padding=12, spacing=8)
        column.addWidget(heading(theme, f"Kontak {number}", Size.BODY, level=3))
        roles = fitting(Select(theme, f"{_ROLE}, kontak {number}"))
        roles.addItems(list(CONTACT_ROLE.values()))
        roles.setCurrentIndex(list(CONTACT_ROLE).index(contact.role if contact else ContactRole.TASK_FORCE))
        column.addWidget(captioned(theme, roles))
        fields = {
            key: self._field(column, f"{words}, kontak {number}", (getattr(contact, key) if contact else "") or "")
            for key, words in CONTACT.items()
        }
        self._contacts.append((roles, fields))
        removing = button(theme, "Kosongkan", partial(_empty, fields), role="quiet", icon="x")
        removing.setAccessibleName(f"Kosongkan kontak {number}")
        column.addWidget(removing, 0, _LEFT)
        self._contacts_column.insertWidget(self._contacts_column.count() - 1, frame)
        self._adding.setEnabled(number < MOST_CONTACTS)

    def _actions(self) -> QWidget:
        saving = partial(self.save_then, lambda: None)
        self._state = text(self.theme, "", tone="ink-2", wrap=False)
        return flow_row(button(self.theme, "Simpan keterangan", saving, role="primary", icon="save"), self._state)

    def anew(self, theme: Theme) -> Page | None:
        made = super().anew(theme)
        if isinstance(made, DraftOfficePage):
            while len(made._contacts) < len(self._contacts):
                made._contact(None)
            made._saved = self._saved
        return made

    def _typed(self) -> tuple[object, ...]:
        return (
            self._named.line.text(),
            self._office.line.text(),
            tuple(
                (roles.currentIndex(), *(field.line.text() for field in fields.values()))
                for roles, fields in self._contacts
                if any(field.line.text() for field in fields.values())
            ),
            self._offices.entries,
            self._letterhead.entries,
            tuple(field.line.text() for field in self._calendar.values()),
            self._own_pledge.isChecked() and tuple(area.toPlainText() for area in self._pledge.values()),
        )

    @property
    def unsaved(self) -> bool:
        return self._typed() != self._saved

    def save_then(self, go_on: Callable[[], None]) -> None:
        made = self._read()
        if made is None:
            return
        typed = self._typed()

        def kept() -> None:
            self._workshop, self._saved = made, typed
            self._state.setText("Tersimpan")
            announce(self, "Tersimpan")
            go_on()

        self._keep_workshop(made, kept)

    def _read(self) -> Workshop | None:
        """What stands here; None where something is wrong, which is said beside its line."""
        lines: Sequence[Field] = (self._named, self._office, *self._calendar.values())
        wrong: list[Field | LinesField] = [field for field in lines if not field.check()]
        for field, label in ((self._named, _TITLE), (self._office, _OFFICE)):
            if field not in wrong and not field.line.text():
                field.complain(f"{label} masih kosong. Isi lebih dahulu.")
                wrong.append(field)
        if not self._letterhead.check():
            wrong.append(self._letterhead)
        elif len(self._letterhead.entries) > MOST_HEAD_LINES:
            self._letterhead.complain(f"Kop surat paling banyak {MOST_HEAD_LINES} baris. Hapus yang lain.")
            wrong.append(self._letterhead)
        contacts = self._read_contacts(wrong)
        offices = self._offices
        try:
            read_offices = offices_of(offices.entries)
        except Refusal as refusal:
            offices.complain(str(refusal))
            wrong.append(offices)
        calendar = None if wrong else self._read_calendar(wrong)
        if wrong:
            wrong[0].take_focus()
            return None
        pledge = self._workshop.pledge
        if self._own_pledge.isChecked():
            pledge = self._read_pledge()
            if pledge is None:
                return None
        return replace(
            self._workshop,
            title=self._named.line.text(),
            publisher=self._office.line.text(),
            contacts=contacts,
            offices=read_offices,
            letterhead=self._letterhead.entries,
            calendar=calendar,
            pledge=pledge if self._own_pledge.isChecked() else None,
        )

    def _read_contacts(self, wrong: list[Field | LinesField]) -> tuple[Contact, ...]:
        found = []
        for roles, fields in self._contacts:
            wrong += [field for field in fields.values() if not field.check()]
            role = list(CONTACT_ROLE)[roles.currentIndex()]
            try:
                contact = contact_of(role, {key: field.line.text() for key, field in fields.items()})
            except Refusal as refusal:
                fields["name"].complain(str(refusal))
                wrong.append(fields["name"])
                continue
            if contact:
                found.append(contact)
        return tuple(found)

    def _read_calendar(self, wrong: list[Field | LinesField]) -> Calendar | None:
        lines = {key: field.line.text() for key, field in self._calendar.items()}
        made = calendar_of(lines, self._office.line.text())
        if isinstance(made, tuple):
            key, words = made
            self._calendar[key].complain(words)
            wrong.append(self._calendar[key])
            return None
        return made

    def _read_pledge(self) -> Pledge | None:
        try:
            made = pledge_of({key: area.toPlainText() for key, area in self._pledge.items()})
        except Refusal as refusal:
            self._pledge_problem.setText(str(refusal))
            empty = next(area for area in self._pledge.values() if not NOT_TEXT.sub("", area.toPlainText()).strip())
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(empty, str(refusal), urgent=True)
            return None
        self._pledge_problem.setText("")
        return made


def _empty(fields: dict[str, Field]) -> None:
    for field in fields.values():
        field.line.clear()


def _calendar_line(typed: str, key: str) -> str | None:
    if key == NAME:
        return parse_line(typed, LABELS[NAME])
    day = parse_day(typed, LABELS[key])
    return date_words(day) if day else None
