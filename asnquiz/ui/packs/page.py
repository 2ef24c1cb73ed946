"""Paket soal: the national pack and the layer in use, and every version on this computer, each to be gone back to."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.layer import national_version
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import date_words, harmless
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import Answer, ask
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.facts import add_facts
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import chip, titled_card
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.strange import strange_words
from asnquiz.ui.widgets.texts import text
from asnquiz.usecases.local_ports import KeptPack, PackKind
from asnquiz.usecases.see_packs import KIND, RUNNING, PacksStanding, kept_words, key_words

TOPIC = "Paket soal dan paket setempat"
_SIDE_BY_SIDE = 760
_ROW = 560
_ABOUT = (
    "Paket nasional berisi materi, ketentuan, dan soal yang sama di mana-mana. Paket setempat menambahkan milik kantor "
    "Anda tanpa mengubah yang nasional."
)
_VERSIONS = {PackKind.NATIONAL: "Versi paket nasional", PackKind.LAYER: "Versi paket setempat"}
_NO_LAYER = "Tidak ada paket setempat yang dipakai. Kantor Anda dapat membagikannya sebagai berkas .asnpack."
_REMOVED = (
    "Versi ini dihapus dari komputer ini. Kuis yang dimulai dengannya tidak terpengaruh. Untuk memakainya lagi, Anda "
    "memerlukan berkasnya."
)
_DAMAGED = (
    "Isinya tidak lagi seperti ketika diterima, jadi tidak dapat dipakai. Buka lagi berkasnya untuk memulihkannya, "
    "atau hapus."
)
_SHOWN = 12  # characters of what names a version everywhere
_WITHOUT = (
    "Tambahan kantor tidak tampil lagi: ketentuan, soal, studi kasus, kontak, dan kalendernya. Versinya tetap "
    "tersimpan dan dapat dipakai lagi."
)


class PacksPage(Page):
    """`use` and `remove` do what was asked for, which every time is asked once; `choose` asks for a file."""

    renews = True
    topic = TOPIC

    def __init__(
        self,
        theme: Theme,
        standing: PacksStanding,
        *,
        use: Callable[[PackKind, str | None], None],
        remove: Callable[[str], None],
        choose: Callable[[], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Paket soal", Section.SETTINGS)
        self._standing = standing
        self._use = use
        self._remove = remove
        self.way_back("Kembali ke Pengaturan", partial(go, Section.SETTINGS))
        self.title("Paket soal")
        self.column.addWidget(text(theme, _ABOUT, tone="ink-2"))
        opening = button(theme, "Buka paket …", choose, role="primary", icon="folder-open")
        self.column.addWidget(opening, 0, _LEFT)
        if standing.notice:
            self.column.addWidget(text(theme, harmless(standing.notice), tone="conditional"))
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        both.add(self._national(), 1)
        both.add(self._layer(), 1)
        self.column.addWidget(both)
        for kind in PackKind:
            kept = standing.kept[kind]
            if kept:
                self.column.addWidget(self._versions(kind, kept))
        if standing.damaged:
            self.column.addWidget(self._damaged())
        self.column.addWidget(text(theme, RUNNING, size=Size.CAPTION, tone="ink-2"))
        self.column.addStretch(1)

    def _national(self) -> QFrame:
        theme, content = self.theme, self._standing.content
        frame, column = titled_card(theme, KIND[PackKind.NATIONAL])
        if isinstance(content, Refusal):
            column.addWidget(text(theme, str(content), tone="conditional"))
            column.addStretch(1)
            return frame
        column.addWidget(text(theme, strange_words(content.title), weight=QFont.Weight.DemiBold))
        kept = self._standing.in_use(PackKind.NATIONAL)
        fields = [
            ("Versi", strange_words(national_version(content.version))),
            ("Keadaan hukum per", date_words(content.law_as_of)),
            ("Penerbit", strange_words(content.publisher)),
            ("Sidik kunci", key_words(kept.head.key) if kept and kept.head else "bawaan program"),
        ]
        add_facts(theme, column, fields)
        column.addStretch(1)
        return frame

    def _layer(self) -> QFrame:
        theme, content = self.theme, self._standing.content
        frame, column = titled_card(theme, KIND[PackKind.LAYER])
        kept = self._standing.in_use(PackKind.LAYER)
        if kept is None or kept.head is None:
            column.addWidget(text(theme, _NO_LAYER, tone="ink-2"))
            column.addStretch(1)
            return frame
        head = kept.head
        column.addWidget(text(theme, strange_words(head.title), weight=QFont.Weight.DemiBold))
        fields = [
            ("Versi", strange_words(head.version)),
            ("Penerbit", strange_words(head.publisher)),
            ("Sidik kunci", key_words(head.key)),
        ]
        if isinstance(content, Pack) and content.local:
            settled = sum(mark.settled for mark in content.local.marks.values())
            fields.append(("Tambahan", f"{len(content.local.marks)} ({settled} sudah ditelaah)"))
        add_facts(theme, column, fields)
        column.addStretch(1)
        stopping = button(theme, "Berhenti memakai paket setempat …", self._ask_without)
        column.addWidget(stopping, 0, _LEFT)
        return frame

    def _versions(self, kind: PackKind, kept: Sequence[KeptPack]) -> QFrame:
        frame, column = titled_card(self.theme, _VERSIONS[kind])
        make = partial(self._version, kind, kept)
        column.addWidget(Longer(self.theme, "versi", _VERSIONS[kind], len(kept), make))
        return frame

    def _version(self, kind: PackKind, kept: Sequence[KeptPack], place: int) -> QWidget:
        theme, one = self.theme, kept[place]
        row = SideBySide(theme, at_least=_ROW, spacing=16)
        told, column = flow_column(2)
        name = _name(one)
        column.addWidget(text(theme, name, weight=QFont.Weight.DemiBold, level=3))
        column.addWidget(text(theme, strange_words(kept_words(one)), size=Size.CAPTION, tone="ink-2"))
        row.add(told, 1)
        if one.in_use:
            row.add(flow_row(chip(theme, "Dipakai", "teal", "check")))
            return row
        earlier = any(other.in_use for other in kept[:place])
        words = "Kembali ke versi ini" if earlier else "Pakai versi ini"
        using = button(theme, words, partial(self._ask_use, kind, one, words))
        using.setAccessibleName(f"{words}: {name}")
        actions = [using]
        if one.head is not None:
            removing = button(theme, "Hapus …", partial(self._ask_remove, name, one.head.sha256), role="quiet")
            removing.setAccessibleName(f"Hapus: {name}")
            actions.append(removing)
        row.add(flow_row(*actions))
        return row

    def _damaged(self) -> QFrame:
        theme = self.theme
        frame, column = titled_card(theme, "Versi yang rusak", (_DAMAGED,))
        for sha256 in self._standing.damaged:
            name = f"Versi bersidik {sha256[:_SHOWN]}"
            row = SideBySide(theme, at_least=_ROW, spacing=16)
            row.add(text(theme, name, tone="conditional"), 1)
            removing = button(theme, "Hapus …", partial(self._ask_remove, name, sha256), role="quiet")
            removing.setAccessibleName(f"Hapus: {name}")
            row.add(flow_row(removing))
            column.addWidget(row)
        return frame

    def _ask_use(self, kind: PackKind, kept: KeptPack, words: str) -> None:
        sha256 = kept.head.sha256 if kept.head else None
        answers: list[Answer] = [(words, partial(self._use, kind, sha256)), ("Batal", None)]
        said = "Materi, ketentuan, dan soal dari versi ini langsung dipakai. Versi yang sekarang tetap tersimpan."
        ask(self, f"{_name(kept)}: {words.lower()}?", f"{said} {RUNNING}", answers)

    def _ask_without(self) -> None:
        answers: list[Answer] = [("Berhenti memakai", partial(self._use, PackKind.LAYER, None)), ("Batal", None)]
        ask(self, "Berhenti memakai paket setempat?", f"{_WITHOUT} {RUNNING}", answers, default=1)

    def _ask_remove(self, name: str, sha256: str) -> None:
        answers: list[Answer] = [("Hapus", partial(self._remove, sha256)), ("Batal", None)]
        ask(self, f"Hapus {name}?", _REMOVED, answers, default=1)


_LEFT = Qt.AlignmentFlag.AlignLeft


def _name(kept: KeptPack) -> str:
    """`Netralitas di Kabupaten Contoh, versi 3`; what came with the program has its version alone."""
    title = f"{kept.head.title}, versi" if kept.head else "Versi"
    return strange_words(f"{title} {kept.version}")
