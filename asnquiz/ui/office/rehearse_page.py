"""Gladi buka kunci: both key files and their passwords, to open a sample with each before it matters."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from asnquiz.domain.task import Holder
from asnquiz.ui.destinations import Destination, Office
from asnquiz.ui.office.passwords import password, shower
from asnquiz.ui.office.place_field import PlaceField
from asnquiz.ui.office.step_page import StepPage
from asnquiz.ui.theme import Theme
from asnquiz.usecases.set_up_office import HOLDER, KeyPlace

_ABOUT = (
    "Program membuka satu bukti nilai contoh dengan masing-masing kunci. Pasang diska lepas kunci cadangan, dan minta "
    "pemegangnya mengetik kata sandinya sendiri.",
)


class RehearsePage(StepPage):
    """`attempt` gets where both keys are; a key that does not open its sample leaves everything as it was typed."""

    topic = "Gladi buka kunci"

    def __init__(
        self,
        theme: Theme,
        offered: Mapping[Holder, Path],
        *,
        attempt: Callable[[Mapping[Holder, KeyPlace]], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Gladi buka kunci", "", _ABOUT)
        self._attempt = attempt
        self._lines = {
            holder: (
                PlaceField(theme, f"Berkas kunci {words}", offered[holder], new=False),
                password(theme, f"Kata sandi kunci {words}"),
            )
            for holder, words in HOLDER.items()
        }
        form = self.add_form(*(widget for pair in self._lines.values() for widget in pair))
        passwords = [field for _, field in self._lines.values()]
        for field in passwords:
            field.line.returnPressed.connect(self._send)
        form.addWidget(shower(theme, passwords, self), 0, Qt.AlignmentFlag.AlignLeft)
        self.add_actions("Uji kedua kunci", self._send, "Kembali ke kantor", partial(go, Office()))

    def _send(self) -> None:
        lines = self._lines.values()
        wrong = [field for file, secret in lines for field in (file.field, secret) if not field.check()]
        if wrong:
            wrong[0].take_focus()
        else:
            self._attempt(
                {holder: KeyPlace(file.path, secret.line.text()) for holder, (file, secret) in self._lines.items()}
            )
