"""The last step: whether screens, power, address, phones, space and pack are ready, each with the way out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from asnquiz.painting.tokens import Size
from asnquiz.ui.briefing.preparing_page import PreparingPage
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import card, chip, line
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.usecases.check_briefing import Check, Ready, summary_words

_ABOUT = ("Tidak ada yang wajib di sini: Anda dapat memulai kapan saja, juga bila ada yang belum siap.",)
_STATE: Mapping[Ready, tuple[str, str, str]] = {
    Ready.YES: ("check", "Siap", "allowed"),
    Ready.ASK: ("circle-help", "Pastikan sendiri", "ink-2"),
    Ready.NO: ("triangle-alert", "Belum siap", "conditional"),
}
_NETWORK = "Nama Wi-Fi, seperti tertulis di HP. Tampil di layar agar peserta tahu jaringannya; boleh kosong."
_SHOWN_AS_CODE = "Bila diisi, layar menampilkan kode QR untuk masuk ke Wi-Fi. Tidak disimpan di komputer ini."


@dataclass(frozen=True)
class Wifi:
    """What phones are told of the network; `host` is the address that was chosen, None where there is none."""

    host: str | None = None
    network: str = ""
    password: str = ""


class Doing(Protocol):
    """What the page asks of the program.

    Attributes:
        view: the page on screen.
    """

    view: "ReadyPage | None"

    def check(self, wifi: Wifi) -> None:
        """Looks at everything again, with phones coming in at the address that was chosen."""

    def start(self, wifi: Wifi, *, rehearsal: bool) -> None:
        """Begins the briefing, or a rehearsal of it."""

    def keep(self) -> None:
        """Keeps what was prepared, to be begun another time, and shows what can be printed for it."""

    def back(self) -> None: ...

    def left(self, view: "ReadyPage") -> None:
        """A page goes: no phone needs to try any more, unless another one has taken its place."""


class ReadyPage(PreparingPage):
    """`hosts` are this computer's addresses with what each is called; none where no network is needed.

    `kept` is whether the briefing is kept already, so that it is begun as it is.
    """

    renews = True
    topic = "Cek kesiapan dan gladi"

    def __init__(
        self,
        theme: Theme,
        checks: Sequence[Check],
        doing: Doing,
        *,
        hosts: Mapping[str, str] | None,
        wifi: Wifi,
        kept: bool,
    ) -> None:
        super().__init__(theme, 5, _ABOUT)
        self._doing = doing
        doing.view = self
        self._wifi = wifi
        self.checks = checks
        self._host: Select | None = None
        self._fields: tuple[Field, ...] = ()
        frame, whole = card(spacing=14)
        self._place, self._listed = flow_column(14)
        whole.addWidget(self._place)
        again = button(theme, "Cek lagi", lambda: doing.check(self.wifi), icon="rotate-ccw")
        whole.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(frame)
        if hosts is not None:
            self._add_wifi(hosts)
        rehearsing = button(theme, "Mulai gladi", partial(self._start, rehearsal=True))
        papers = button(theme, "Kertas untuk dicetak" if kept else "Simpan, mulai nanti", doing.keep, icon="save")
        self.add_actions(
            "Mulai sosialisasi", partial(self._start, rehearsal=False), "Kembali", doing.back, rehearsing, papers
        )
        self._fill()

    def _add_wifi(self, hosts: Mapping[str, str]) -> None:
        theme = self.theme
        form = self.add_form()
        if hosts:
            self._host = fitting(Select(theme, "Alamat untuk HP"))
            form.addWidget(captioned(theme, self._host))
            for host, words in hosts.items():
                self._host.addItem(f"{host} ({words})", host)
            self._host.setCurrentIndex(max(0, self._host.findData(self._wifi.host)))
            self._host.activated.connect(lambda _: self._doing.check(self.wifi))
        self._fields = (
            Field(theme, "Nama Wi-Fi", QLineEdit(self._wifi.network), _as_it_is, _NETWORK),
            Field(theme, "Kata sandi Wi-Fi", QLineEdit(self._wifi.password), _as_it_is, _SHOWN_AS_CODE),
        )
        for field in self._fields:
            form.addWidget(field)

    def stand_as(self, before: Page) -> None:
        if isinstance(before, ReadyPage):
            self.checks = before.checks
            self._fill()
        super().stand_as(before)

    @property
    def wifi(self) -> Wifi:
        """As it stands in the form."""
        network, password = (field.line.text() for field in self._fields) if self._fields else ("", "")
        return Wifi(self._host.currentData() if self._host else None, network.strip(), password)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Shows how everything is now."""
        if checks != self.checks:
            self.checks = checks
            self._fill()
            announce(self, summary_words(checks))

    def _fill(self) -> None:
        clear(self._place)
        self._listed.addWidget(heading(self.theme, summary_words(self.checks)))
        for check in self.checks:
            self._listed.addWidget(line())
            self._listed.addWidget(self._row(check))

    def _row(self, check: Check) -> QWidget:
        theme = self.theme
        host, column = flow_column(6)
        top = QHBoxLayout()
        top.addWidget(heading(theme, check.title, Size.BODY, level=3), 1)
        icon, words, tone = _STATE[check.state]
        top.addWidget(chip(theme, words, tone, icon))
        column.addLayout(top)
        column.addWidget(text(theme, check.words))
        if check.advice:
            tone = "conditional" if check.state is Ready.NO else "ink-2"
            column.addWidget(text(theme, f"Yang dapat dilakukan: {check.advice}", tone=tone))
        return host

    def leave(self) -> None:
        self._doing.left(self)

    def _start(self, *, rehearsal: bool) -> None:
        self._doing.start(self.wifi, rehearsal=rehearsal)


def _as_it_is(typed: str) -> str:
    return typed
