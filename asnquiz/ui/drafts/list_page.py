"""Soal setempat: everything that an office writes, searched and narrowed, and the ways to more of it and out of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.local import Standing
from asnquiz.domain.pack import ItemType, Phase
from asnquiz.domain.wording import ITEM_TYPE, PHASE, harmless
from asnquiz.painting.tokens import CONTROL_HEIGHT, Size
from asnquiz.ui.destinations import Destination, DraftOffice, EditDraft, PublishDrafts, Section
from asnquiz.ui.drafts.words import KIND, STANDING, STANDING_LOOK, count_words, hands_words, title_words
from asnquiz.ui.recap.fields import captioned, fitting
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.filters import Filters
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, chip, titled_card
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, id_words, text
from asnquiz.usecases.write_drafts import Wanted, find_drafts

_SIDE_BY_SIDE = 720
_LEFT = Qt.AlignmentFlag.AlignLeft
_SEARCH = "Cari kata atau id"
_INTRO = (
    "Soal, ketentuan, dan studi kasus tambahan dari kantor Anda. Semua orang melihatnya bertanda tambahan setempat; "
    "soal nasional tidak berubah. Yang dinilai hanya yang sudah ditelaah orang kedua."
)
_EMPTY = (
    "Mulailah dari lembar kosong, dari soal nasional yang disalin, atau dari berkas soal yang sudah Anda punya. Apa "
    "yang Anda tulis tersimpan sendiri di komputer ini, dan baru dilihat orang lain setelah Anda terbitkan."
)


class Doing(Protocol):
    """What the page asks of the program beside going somewhere."""

    def begin(self, kind: DraftKind) -> None:
        """Opens an empty draft."""

    def copy_national(self) -> None:
        """Asks which national question to begin with."""

    def take_in(self) -> None:
        """Asks for a file of questions."""

    def save_template(self) -> None:
        """Saves an empty workbook to write questions in."""

    def save_as(self, drafts: tuple[Draft, ...]) -> None:
        """Asks in which form, and saves the questions among these."""

    def remove(self, draft: Draft) -> None:
        """Asks, then removes it."""


@dataclass(frozen=True)
class Written:
    """What the page shows."""

    workshop: Workshop
    drafts: tuple[Draft, ...]


class DraftsPage(Page):
    """`wanted` is what the list was narrowed to last, and `narrowed` is told when that changes."""

    renews = True
    topic = "Soal setempat"

    def __init__(
        self,
        theme: Theme,
        written: Written,
        wanted: Wanted,
        *,
        doing: Doing,
        narrowed: Callable[[Wanted], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Soal setempat", Section.SETTINGS)
        self._written = written
        self._wanted = wanted
        self._doing = doing
        self._narrowed = narrowed
        self._go = go
        self.way_back("Kembali ke Pengaturan", partial(go, Section.SETTINGS))
        self.title("Soal setempat")
        self.column.addWidget(text(theme, _INTRO, tone="ink-2"))
        self.column.addWidget(self._writing())
        self.column.addWidget(self._workshop())
        if written.drafts:
            self.column.addWidget(self._search())
            self._count = text(theme, "", tone="ink-2")
            self.column.addWidget(self._count)
            self._place, self._list = flow_column(0)
            self.column.addWidget(self._place)
            self._show()
        self.column.addStretch(1)

    def _writing(self) -> QWidget:
        theme, doing = self.theme, self._doing
        frame, column = card()
        if not self._written.drafts:
            column.addWidget(heading(theme, "Belum ada yang ditulis"))
            column.addWidget(text(theme, _EMPTY, tone="ink-2"))
        column.addWidget(
            self._row(
                ("Soal baru", partial(doing.begin, DraftKind.ITEM), "primary", "plus"),
                ("Ketentuan baru", partial(doing.begin, DraftKind.RULE), "secondary", "plus"),
                ("Studi kasus baru", partial(doing.begin, DraftKind.SCENARIO), "secondary", "plus"),
                ("Salin soal nasional …", doing.copy_national, "secondary", "book-open"),
            )
        )
        column.addWidget(
            self._row(
                ("Ambil soal dari berkas …", doing.take_in, "quiet", "folder-open"),
                ("Simpan templat Excel …", doing.save_template, "quiet", "file-down"),
                ("Simpan ke berkas …", self._save_as, "quiet", "save"),
            )
        )
        return frame

    def _workshop(self) -> QWidget:
        workshop, go = self._written.workshop, self._go
        version = f"Terbit terakhir: versi {workshop.published}." if workshop.published else "Belum pernah diterbitkan."
        frame, column = titled_card(
            self.theme, harmless(workshop.title), (f"{harmless(workshop.publisher)}. {version}",)
        )
        column.addWidget(
            self._row(
                ("Terbitkan paket …", partial(go, PublishDrafts()), "secondary", "inbox"),
                ("Keterangan kantor", partial(go, DraftOffice()), "quiet", "settings"),
            )
        )
        return frame

    def _row(self, *actions: tuple[str, Callable[[], None], str, str]) -> QWidget:
        return flow_row(*(button(self.theme, words, act, role=role, icon=icon) for words, act, role, icon in actions))

    def _save_as(self) -> None:
        self._doing.save_as(find_drafts(self._written.drafts, self._wanted))

    def _search(self) -> QWidget:
        theme, wanted = self.theme, self._wanted
        host, column = flow_column(12)
        row = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        self.line = QLineEdit(wanted.words)
        self.line.setAccessibleName(_SEARCH)
        self.line.setFont(theme.font())
        self.line.setMinimumHeight(theme.px(CONTROL_HEIGHT))
        self.line.textChanged.connect(lambda words: self._narrow(words=words))
        row.add(captioned(theme, self.line), 2)
        row.add(self._select("Fase", "phase", {phase: PHASE[phase] for phase in Phase}), 1)
        row.add(self._select("Jenis soal", "type", {one: ITEM_TYPE[one] for one in ItemType}), 1)
        column.addWidget(row)
        chips = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        kinds: dict[DraftKind | None, str] = {None: "Semua"} | dict(KIND.items())
        states: dict[Standing | None, str] = {None: "Semua keadaan"} | dict(STANDING.items())
        chips.add(Filters(theme, "Macam", kinds, wanted.kind, lambda kind: self._narrow(kind=kind)), 1, top=True)
        chips.add(
            Filters(theme, "Keadaan", states, wanted.standing, lambda one: self._narrow(standing=one)), 1, top=True
        )
        column.addWidget(chips)
        return host

    def _select(self, label: str, key: str, choices: Mapping[Enum, str]) -> QWidget:
        select, values = fitting(Select(self.theme, label)), [None, *choices]
        select.addItems(["Semua", *(words[0].upper() + words[1:] for words in choices.values())])
        select.setCurrentIndex(values.index(getattr(self._wanted, key)))
        select.currentIndexChanged.connect(lambda at: self._narrow(**{key: values[at]}))
        return captioned(self.theme, select)

    def _narrow(self, **changes: Any) -> None:
        self._wanted = replace(self._wanted, **changes)
        self._narrowed(self._wanted)
        self._show()
        announce(self, self._count.text())

    def _show(self) -> None:
        found = find_drafts(self._written.drafts, self._wanted)
        clear(self._place)
        narrowed = len(found) < len(self._written.drafts)
        self._count.setText(("Ditemukan " if narrowed else "") + count_words(found))
        if found:
            frame, column = card()
            column.addWidget(
                Longer(self.theme, "entri", "soal setempat", len(found), lambda at: self._entry(found[at]))
            )
            self._list.addWidget(frame)

    def _entry(self, draft: Draft) -> QWidget:
        theme, row = self.theme, SideBySide(self.theme, at_least=_SIDE_BY_SIDE, spacing=16)
        told, column = flow_column(4)
        column.addWidget(heading(theme, title_words(draft), Size.BODY))
        column.addWidget(text(theme, self._facts(draft), size=Size.CAPTION, tone="ink-2"))
        tone, icon = STANDING_LOOK[draft.mark.standing]
        column.addWidget(chip(theme, STANDING[draft.mark.standing], tone, icon), 0, _LEFT)
        if words := hands_words(draft.mark):
            column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        row.add(told, 1)
        opening = button(theme, "Buka", partial(self._go, EditDraft(draft.id)))
        removing = button(theme, "Hapus …", partial(self._doing.remove, draft), role="quiet", icon="x")
        for one, said in ((opening, "Buka"), (removing, "Hapus …")):
            one.setAccessibleName(f"{said}: {draft.id}")
        row.add(flow_row(opening, removing))
        return row

    def _facts(self, draft: Draft) -> str:
        content = draft.content
        type_ = ITEM_TYPE[ItemType(content["type"])] if draft.kind is DraftKind.ITEM else ""
        phases = content.get("phases") or [content.get("phase")]
        known = [PHASE[phase] for phase in Phase if phase.value in phases]
        return " · ".join(filter(None, (KIND[draft.kind], type_, ", ".join(known), id_words(draft.id))))
