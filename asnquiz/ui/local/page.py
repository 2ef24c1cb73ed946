"""Setempat: whom to ask, the office's calendar, and what the office has added, all of it by its mark."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.calendar import days_of
from asnquiz.domain.local_wording import LOCAL_PLEDGE, NOT_REVIEWED, layer_words
from asnquiz.domain.person import Employment
from asnquiz.domain.wording import law_stamp, number_words, phase_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.ask.rule_card import RuleCard
from asnquiz.ui.destinations import Destination, Packs, Section, SetCalendar, StudyCase, TryLocal
from asnquiz.ui.packs.page import TOPIC
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.facts import add_facts
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import card, line, titled_card
from asnquiz.ui.widgets.local import add_badge, contacts_list
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.strange import strange_words
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.see_local import LocalAdditions

_SIDE_BY_SIDE = 760
_INDENT = 34  # as far as the words of a row stand from its left
_ABOUT = (
    "Yang ditambahkan kantor Anda di atas paket nasional. Yang bertanda “{mark}” belum dibaca oleh orang kedua: "
    "pakailah sebagai bahan, dan tanyakan bila ragu."
)
_NO_CONTACTS = "Paket setempat ini tidak memuat kontak. Tanyakan kepada atasan, BKPSDM, atau Bawaslu."
_TRIED = "Soal ini boleh dibaca dan dicoba satu per satu. Tidak ada nilai, dan tidak ada jawaban yang disimpan."


class LocalPage(Page):
    """`employment` is the person's, whose sanction comes first in a rule."""

    renews = True
    topic = TOPIC

    def __init__(
        self,
        theme: Theme,
        additions: LocalAdditions,
        employment: Employment | None,
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Setempat", Section.HOME)
        self._additions = additions
        self._go = go
        local, pack = additions.local, additions.pack
        self.way_back("Kembali ke Beranda", partial(go, Section.HOME))
        self.title("Setempat")
        self.column.addWidget(text(theme, f"{strange_words(layer_words(local))}.", tone="ink-2"))
        self.column.addWidget(text(theme, _ABOUT.format(mark=NOT_REVIEWED), tone="ink-2"))
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        both.add(self._contacts(), 1, top=True)
        if local.own_calendar:
            both.add(self._calendar(), 1, top=True)
        self.column.addWidget(both)
        if additions.rules:
            self.column.addWidget(heading(theme, "Ketentuan setempat"))
        for rule in additions.rules:
            self.column.addWidget(RuleCard(theme, rule, pack, employment, go, None))
        if additions.scenarios:
            self.column.addWidget(self._cases())
        if additions.scored or additions.unscored:
            self.column.addWidget(self._questions())
        self.column.addWidget(self._more())
        self.stamp(law_stamp(pack.law_as_of))

    def _contacts(self) -> QFrame:
        frame, column = titled_card(self.theme, "Siapa yang dapat ditanya")
        contacts = self._additions.local.contacts
        if contacts:
            column.addWidget(contacts_list(self.theme, contacts, level=3))
        else:
            column.addWidget(text(self.theme, _NO_CONTACTS, tone="ink-2"))
        return frame

    def _calendar(self) -> QFrame:
        theme, calendar = self.theme, self._additions.pack.calendar
        frame, column = titled_card(theme, "Kalender kantor")
        if calendar:
            column.addWidget(text(theme, strange_words(calendar.name), tone="ink-2"))
            add_facts(theme, column, [(strange_words(name), when) for name, when in days_of(calendar)])
        opening = button(theme, "Buka kalender tahapan", partial(self._go, SetCalendar()), icon="calendar")
        column.addWidget(opening, 0, _LEFT)
        return frame

    def _cases(self) -> QFrame:
        theme, additions = self.theme, self._additions
        frame, column = titled_card(theme, "Studi kasus setempat")
        for place, scenario in enumerate(additions.scenarios):
            if place:
                column.addWidget(line())
            words = f"{strange_words(scenario.title)} · {phase_words(scenario.phase)}"
            open_ = partial(self._go, StudyCase(scenario.id))
            row = RowButton(theme, words, "route", open_, current=False)
            row.setAccessibleName(words)
            column.addWidget(row)
            add_badge(theme, column, additions.pack, scenario.id, _INDENT)
        return frame

    def _questions(self) -> QFrame:
        theme, additions = self.theme, self._additions
        frame, column = titled_card(theme, "Soal setempat")
        if additions.scored:
            words = f"{number_words(additions.scored)} soal sudah ditelaah dan ikut dalam latihan dan ujian."
            column.addWidget(text(theme, words, tone="ink-2"))
        if additions.unscored:
            title = f"{number_words(len(additions.unscored))} soal tidak dinilai"
            column.addWidget(heading(theme, title, Size.BODY, level=3))
            column.addWidget(text(theme, _TRIED, tone="ink-2"))
            column.addWidget(Longer(theme, "soal", title, len(additions.unscored), self._question))
        return frame

    def _question(self, place: int) -> QWidget:
        item = self._additions.unscored[place]
        host, column = flow_column(4)
        words = f"{place + 1}. {strange_words(item.stem)}"
        row = RowButton(self.theme, words, "circle", partial(self._go, TryLocal(item.id)), current=False)
        row.setAccessibleName(f"Soal {words}")
        column.addWidget(row)
        add_badge(self.theme, column, self._additions.pack, item.id, _INDENT)
        return host

    def _more(self) -> QFrame:
        theme, local = self.theme, self._additions.local
        frame, column = card(spacing=8)
        column.addWidget(heading(theme, "Tentang paket setempat ini"))
        fields = [
            ("Penerbit", strange_words(local.publisher)),
            ("Paket", strange_words(local.title)),
            ("Versi", strange_words(local.version)),
        ]
        if local.own_pledge:
            fields.append(("Ikrar", f"{LOCAL_PLEDGE}, menggantikan ikrar paket nasional"))
        add_facts(theme, column, fields)
        opening = button(theme, "Buka Paket soal", partial(self._go, Packs()), role="quiet")
        column.addWidget(opening, 0, _LEFT)
        return frame


_LEFT = Qt.AlignmentFlag.AlignLeft
