"""The person's own details as a form: one set of fields and rules for settings and for handing over."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.person import Employment, Person, nip_digits, parse_line, parse_nip
from asnquiz.domain.wording import EMPLOYMENT, harmless
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column
from asnquiz.ui.widgets.nip_field import NipLine, digits_font, note_words
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.texts import text

_STATUS = "Status kepegawaian"
_UNITS = "Unit kerja dari daftar kantor"
NIP_NOT_KEPT = "Di media portabel NIP tidak disimpan; ketik lagi saat menyerahkan nilai."


class PersonForm(Flow):
    """Name, number, position, unit and employment; Enter in any line is `on_enter`.

    Where no NIP is kept (`keeps_nip`), the line for it says so. `typed` is what an earlier form held beyond the `saved`
    person. What is chosen of `units` is written into the line for the unit.

    Attributes:
        saved: what is kept, against which what is typed counts as unsaved.

    Signals:
        edited: something stands in the form that did not before.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        saved: Person,
        on_enter: Callable[[], None],
        typed: Person | None = None,
        *,
        keeps_nip: bool = True,
        units: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.saved = saved
        shown = typed or saved
        column = column_in(self, 12)
        nip = NipLine(shown.nip or "")
        self.name = Field(theme, "Nama", QLineEdit(shown.name or ""), partial(parse_line, label="Nama"))
        self.nip = Field(theme, "NIP/NI PPPK", nip, parse_nip)
        self.position = Field(theme, "Jabatan", QLineEdit(shown.position or ""), partial(parse_line, label="Jabatan"))
        self.unit = Field(theme, "Unit kerja", QLineEdit(shown.unit or ""), partial(parse_line, label="Unit kerja"))
        nip.setFont(digits_font(theme))
        self._more = "" if keeps_nip else f" {NIP_NOT_KEPT}"
        nip.noted.connect(self._note_nip)
        self._note_nip(note_words(nip.text()))
        self._fields = (self.name, self.nip, self.position, self.unit)
        for field in self._fields:
            field.line.returnPressed.connect(on_enter)
            field.line.textChanged.connect(self.edited)
            column.addWidget(field)
        if units:
            column.addWidget(self._listed_units(theme, units))
        column.addWidget(self._status(theme, shown.employment))

    def _note_nip(self, words: str) -> None:
        self.nip.note(f"{words}{self._more}")

    def typed(self) -> Person:
        """What stands in the form, as it stands there."""
        digits, _ = nip_digits(self.nip.line.text())
        status = self._employment.currentData()
        return Person(
            self.name.line.text() or None,
            digits or None,
            self.position.line.text() or None,
            self.unit.line.text() or None,
            Employment(status) if status else None,
        )

    @property
    def unsaved(self) -> bool:
        """Whether what stands in the form is not what is kept."""
        return self.typed() != self.saved

    def read(self, name_needed: str = "") -> Person | None:
        """The person of what was typed; None after saying what is wrong beside each field, the first in focus.

        `name_needed` says why there has to be a name, where there has to be one.
        """
        wrong = [field for field in self._fields if not field.check()]
        if name_needed and self.name not in wrong and not self.name.line.text():
            self.name.complain(name_needed)
            wrong.insert(0, self.name)
        if wrong:
            wrong[0].take_focus()
            return None
        return self.typed()

    def _listed_units(self, theme: Theme, units: Sequence[str]) -> Flow:
        host, listed = _captioned(theme, _UNITS)
        listed.addItem("Tulis sendiri di atas", None)
        for unit in units:
            listed.addItem(harmless(unit), unit)
        listed.setCurrentIndex(max(0, listed.findData(self.unit.line.text())))

        def take(index: int) -> None:
            if unit := listed.itemData(index):
                self.unit.line.setText(unit)

        listed.currentIndexChanged.connect(take)
        return host

    def _status(self, theme: Theme, chosen: Employment | None) -> Flow:
        host, self._employment = _captioned(theme, _STATUS)
        self._employment.addItem("Tidak diisi", None)
        for status, label in EMPLOYMENT.items():
            self._employment.addItem(label, status.value)
        self._employment.setCurrentIndex(max(0, self._employment.findData(chosen and chosen.value)))
        self._employment.currentIndexChanged.connect(self.edited)
        return host


def _captioned(theme: Theme, label: str) -> tuple[Flow, Select]:
    """An empty list under its caption, as wide as the form, however long its entries are."""
    host, column = flow_column(4)
    caption = text(theme, label, size=Size.CAPTION, tone="ink-2")
    column.addWidget(caption)
    listed = Select(theme, label)
    listed.setSizeAdjustPolicy(Select.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    caption.setBuddy(listed)
    column.addWidget(listed)
    return host, listed
