"""Terbitkan paket: what goes out with the next version, what stays behind, and what is still in the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.local import Standing
from asnquiz.domain.wording import harmless, number_words
from asnquiz.ui.destinations import Destination, Drafts, EditDraft, Section
from asnquiz.ui.drafts.words import KIND, STANDING, title_words
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.write_drafts import next_version, outgoing

_INTRO = (
    "Paket ini satu berkas .asnpack, ditandatangani dengan kunci komputer ini. Bagikan lewat diska lepas atau "
    "jaringan kantor; di komputer lain isinya diperlihatkan dahulu dan baru dipakai setelah disetujui."
)
_WAITING = "Yang menunggu telaah ikut terbit bertanda “belum ditelaah”, dan tidak dinilai."
_GONE = (
    "Sejak terbit, isinya diubah atau dikembalikan ke konsep. Dengan versi ini entri itu hilang dari komputer pegawai, "
    "sampai diajukan dan diterbitkan lagi."
)


@dataclass(frozen=True)
class Publishing:
    """What the page shows.

    Attributes:
        faulty: drafts that would go out, and how many things are wrong with them.
    """

    workshop: Workshop
    drafts: tuple[Draft, ...]
    faulty: tuple[tuple[Draft, int], ...]


class PublishPage(Page):
    """`save` asks where the pack's file goes."""

    renews = True
    topic = "Soal setempat"

    def __init__(
        self, theme: Theme, shown: Publishing, *, save: Callable[[], None], go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, "Terbitkan paket", Section.SETTINGS)
        self._go = go
        self.way_back("Kembali ke Soal setempat", partial(go, Drafts()))
        self.title("Terbitkan paket")
        self.column.addWidget(text(theme, _INTRO, tone="ink-2"))
        goes = outgoing(shown.drafts)
        self.column.addWidget(self._going(shown, goes, save))
        if shown.faulty:
            many = {draft.id: count for draft, count in shown.faulty}
            self._list("Perlu dibenahi dahulu", "", [draft for draft, _ in shown.faulty], many)
        left = [draft for draft in shown.drafts if draft.mark.standing is Standing.DRAFT]
        gone = [draft for draft in left if draft.published is not None]
        if gone:
            self._list("Akan hilang dari paket", _GONE, gone)
        if fresh := [draft for draft in left if draft.published is None]:
            self._list("Masih konsep, tidak ikut", "", fresh)
        self.column.addStretch(1)

    def _going(self, shown: Publishing, goes: Sequence[Draft], save: Callable[[], None]) -> QWidget:
        theme, workshop = self.theme, shown.workshop
        title = f"{harmless(workshop.title)}, versi {next_version(workshop)}"
        frame, column = titled_card(theme, title, (f"Diterbitkan oleh {harmless(workshop.publisher)}.",))
        for kind in DraftKind:
            of_kind = [draft for draft in goes if draft.kind is kind]
            if of_kind:
                reviewed = sum(draft.mark.standing is Standing.REVIEWED for draft in of_kind)
                waiting = len(of_kind) - reviewed
                parts = [f"{number_words(reviewed)} {STANDING[Standing.REVIEWED].lower()}"] if reviewed else []
                parts += [f"{number_words(waiting)} {STANDING[Standing.REVIEW].lower()}"] if waiting else []
                words = f"{KIND[kind]}: {number_words(len(of_kind))} ({', '.join(parts)})"
                column.addWidget(text(theme, words))
        for words in self._facts(workshop):
            column.addWidget(text(theme, words))
        if any(draft.mark.standing is Standing.REVIEW for draft in goes):
            column.addWidget(text(theme, _WAITING, tone="ink-2"))
        empty = not goes and not self._facts(workshop)
        if empty:
            column.addWidget(
                text(theme, "Belum ada yang dapat diterbitkan: semuanya masih konsep.", tone="conditional")
            )
        saving = button(theme, "Simpan paket …", save, role="primary", icon="save")
        saving.setEnabled(not shown.faulty and not empty)
        column.addWidget(flow_row(saving))
        return frame

    def _facts(self, workshop: Workshop) -> list[str]:
        """What goes along beside entries."""
        counted = (("Kontak", len(workshop.contacts)), ("Perangkat daerah", len(workshop.offices)))
        found = [f"{words}: {number_words(count)}" for words, count in counted if count]
        if workshop.letterhead:
            found.append("Kop surat")
        if workshop.calendar:
            found.append(f"Kalender tahapan {harmless(workshop.calendar.name)}")
        if workshop.pledge:
            found.append("Naskah ikrar")
        return found

    def _list(
        self,
        title: str,
        words: str,
        drafts: Sequence[Draft],
        many: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        theme = self.theme
        frame, column = titled_card(theme, f"{title}: {number_words(len(drafts))}", (words,) if words else ())

        def entry(at: int) -> QWidget:
            draft = drafts[at]
            said = title_words(draft) + (f" ({number_words(many[draft.id])} hal)" if draft.id in many else "")
            row = RowButton(theme, said, "chevron-right", partial(self._go, EditDraft(draft.id)), current=False)
            row.setAccessibleName(f"Buka {draft.id}: {said}")
            return row

        column.addWidget(Longer(theme, "entri", title, len(drafts), entry))
        self.column.addWidget(frame)
