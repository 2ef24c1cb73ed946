"""Gladi buka kunci: both key files and their passwords, to open a sample with each before it matters."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from asnquiz.ui.destinations import Destination, Office
from asnquiz.ui.office.passwords import password, shower
from asnquiz.ui.office.place_field import PlaceField
from asnquiz.ui.office.step_page import StepPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.frames import titled_card

_ABOUT = (
    "Program membuka satu bukti nilai contoh dengan masing-masing kunci. Pasang diska lepas kunci cadangan, dan minta "
    "pemegangnya mengetik kata sandinya sendiri.",
)


class RehearsePage(StepPage):
    """`attempt` gets file and password of the office's key and of the spare one; `show_done` says that both opened."""

    topic = "Gladi buka kunci"

    def __init__(
        self,
        theme: Theme,
        offered: tuple[Path, Path],
        *,
        attempt: Callable[[tuple[Path, str], tuple[Path, str]], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Gladi buka kunci", "", _ABOUT)
        self._attempt = attempt
        self._lines = []
        for name, place in zip(("kunci kantor", "kunci cadangan"), offered, strict=True):
            file = PlaceField(theme, f"Berkas {name}", place, new=False)
            self._lines.append((file, password(theme, f"Kata sandi {name}")))
        form = self.add_form(*(widget for pair in self._lines for widget in pair))
        passwords = [field for _, field in self._lines]
        for field in passwords:
            field.line.returnPressed.connect(self._send)
        form.addWidget(shower(theme, passwords, self), 0, Qt.AlignmentFlag.AlignLeft)
        self.add_actions("Uji kedua kunci", self._send, "Kembali ke kantor", partial(go, Office()))

    def _send(self) -> None:
        wrong = [field for file, secret in self._lines for field in (file.field, secret) if not field.check()]
        if wrong:
            wrong[0].take_focus()
            return
        office, spare = ((file.path, secret.line.text()) for file, secret in self._lines)
        self._attempt(office, spare)
