"""The settings screen: look, the person's own details, links to pages of their own, and about."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.person import Person
from asnquiz.domain.preferences import TEXT_PERCENTS, Preferences, ThemeChoice
from asnquiz.ui.destinations import CheckComputer, Destination, Drafts, OwnData, Packs, People, Section, SetCalendar
from asnquiz.ui.person.form import PersonForm
from asnquiz.ui.person.keeper import PersonKeeper
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row, narrowed
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.select import captioned_select
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import text
from asnquiz.ui.widgets.tick import BRIEFS, GATHERS, Tick

_THEMES = {
    ThemeChoice.SYSTEM: "Ikuti komputer",
    ThemeChoice.LIGHT: "Terang",
    ThemeChoice.DARK: "Gelap",
    ThemeChoice.HIGH_CONTRAST: "Kontras tinggi",
}
_LETTERS = (
    "Saat menjawab, huruf A sampai E memilih jawaban (di studi kasus angka juga), Y dan R menyimpan, dan F menandai. "
    "Matikan bila Anda memakai perintah suara atau sering menekan tombol tanpa sengaja; Tab, panah, spasi, dan Enter "
    "tetap berlaku."
)
_PURPOSES = (
    "Belajar selalu ada. Centang yang juga Anda kerjakan: memandu sosialisasi di depan peserta, atau mengumpulkan "
    "nilai pegawai untuk kantor kepegawaian. Sosialisasi dan Rekap nilai lalu ada di kiri layar."
)
_NOT_HERE = (
    "Di media portabel NIP tidak disimpan, jadi nilai pegawai tidak dapat dikumpulkan di sini. Pakai program yang "
    "dipasang di komputer kantor."
)
_FORM_WIDTH = 560


@dataclass(frozen=True)
class _Link:
    """A card that leads to a page of its own."""

    title: str
    words: str
    label: str
    icon: str
    place: Destination


_LINKS = (
    _Link(
        "Kalender tahapan",
        "Dengan tanggal penetapan calon dan pemungutan suara daerah Anda, Bolehkah saya? mengikuti fase hari ini.",
        "Buka kalender tahapan",
        "calendar",
        SetCalendar(),
    ),
    _Link(
        "Paket soal",
        "Versi materi dan soal yang dipakai, paket setempat dari kantor Anda, dan kembali ke versi sebelumnya.",
        "Buka Paket soal",
        "inbox",
        Packs(),
    ),
    _Link(
        "Orang di komputer ini dan PIN",
        "Siapa saja yang memakai program ini, PIN Anda, dan kapan program mengunci diri.",
        "Buka orang dan PIN",
        "users",
        People(),
    ),
    _Link(
        "Data saya",
        "Salinan data Anda, pindah ke komputer lain, cadangan, dan menghapus data Anda dari komputer ini.",
        "Buka Data saya",
        "save",
        OwnData(),
    ),
    _Link(
        "Cek kondisi komputer",
        "Apakah data, cadangan, materi, dan komputer ini dalam keadaan baik, dan apa yang dapat dilakukan bila tidak.",
        "Cek kondisi komputer",
        "list-checks",
        CheckComputer(),
    ),
)


_WRITING = _Link(
    "Soal setempat",
    "Soal, ketentuan, dan studi kasus tambahan dari kantor Anda: menulis, menelaah, dan menerbitkannya.",
    "Buka Soal setempat",
    "scroll-text",
    Drafts(),
)


class SettingsPage(Page):
    """A look that is chosen shows at once and is kept; the person's details are kept on demand.

    `about` are sentences that the program knows. `before` is the page that this one replaces when the look changes:
    what was typed there stays typed, and the focus where it was.
    """

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        keeper: PersonKeeper,
        *,
        about: tuple[str, ...],
        on_change: Callable[[Preferences], None],
        go: Callable[[Destination], None],
        before: "SettingsPage | None" = None,
    ) -> None:
        super().__init__(theme, "Pengaturan", Section.SETTINGS)
        self._preferences = preferences
        self._keeper = keeper
        self._on_change = on_change
        self._go = go
        self._left = False
        self.title("Pengaturan")
        self.column.addWidget(self._look())
        self.column.addWidget(self._keyboard())
        self.column.addWidget(self._purposes())
        self.column.addWidget(self._person(before.form.typed() if before else None))
        writes = preferences.briefs or preferences.gathers
        for link in (*_LINKS, _WRITING) if writes else _LINKS:
            self.column.addWidget(self._link(link))
        self.column.addWidget(titled_card(self.theme, "Tentang ASN Netral", about)[0])
        self.column.addStretch(1)
        if before:
            self.focus_on(self._twin(before.focusWidget(), before))

    def _look(self) -> QFrame:
        frame, column = titled_card(self.theme, "Tampilan")
        self._themes = captioned_select(self.theme, column, "Tema")
        for choice, words in _THEMES.items():
            self._themes.addItem(words, choice.value)
        self._themes.setCurrentIndex(list(_THEMES).index(self._preferences.theme))
        self._themes.activated.connect(lambda index: self._choose(theme=list(_THEMES)[index]))
        self._sizes = captioned_select(self.theme, column, "Ukuran huruf")
        self._sizes.addItems([f"{percent} %" for percent in TEXT_PERCENTS])
        self._sizes.setCurrentIndex(TEXT_PERCENTS.index(self._preferences.text_percent))
        self._sizes.activated.connect(lambda index: self._choose(text_percent=TEXT_PERCENTS[index]))
        return frame

    def _keyboard(self) -> QFrame:
        frame, column = titled_card(self.theme, "Papan ketik", (_LETTERS,))
        self._letters = Tick(self.theme, "Pakai tombol huruf dan angka", frame)
        self._letters.setChecked(self._preferences.letter_keys)
        self._letters.clicked.connect(lambda on: self._choose(letter_keys=on))
        column.addWidget(self._letters, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _purposes(self) -> QFrame:
        frame, column = titled_card(self.theme, "Saya ingin", (_PURPOSES,))
        self._briefs = Tick(self.theme, BRIEFS, frame)
        self._briefs.setChecked(self._preferences.briefs)
        self._briefs.clicked.connect(lambda on: self._choose(briefs=on))
        column.addWidget(self._briefs, 0, Qt.AlignmentFlag.AlignLeft)
        self._gathers = Tick(self.theme, GATHERS, frame)
        if self._keeper.keeps_nip:
            self._gathers.setChecked(self._preferences.gathers)
            self._gathers.clicked.connect(lambda on: self._choose(gathers=on))
        else:
            self._gathers.setEnabled(False)
            column.addWidget(text(self.theme, _NOT_HERE))
        column.addWidget(self._gathers, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def take_size(self, percent: int) -> bool:
        self._choose(text_percent=percent)
        return True

    def _twin(self, widget: QWidget | None, before: "SettingsPage") -> QWidget:
        """What stands here for a choice on the page before."""
        twins: dict[QWidget, QWidget] = {
            before._themes: self._themes,
            before._letters: self._letters,
            before._briefs: self._briefs,
            before._gathers: self._gathers,
        }
        return twins.get(widget, self._sizes) if widget else self._sizes

    def _choose(
        self,
        *,
        theme: ThemeChoice | None = None,
        text_percent: int | None = None,
        letter_keys: bool | None = None,
        briefs: bool | None = None,
        gathers: bool | None = None,
    ) -> None:
        now = self._preferences
        wished = replace(
            now,
            theme=theme or now.theme,
            text_percent=text_percent or now.text_percent,
            letter_keys=now.letter_keys if letter_keys is None else letter_keys,
            briefs=now.briefs if briefs is None else briefs,
            gathers=now.gathers if gathers is None else gathers,
        )
        if wished != self._preferences:
            self._on_change(wished)

    def _person(self, typed: Person | None) -> QFrame:
        theme = self.theme
        words = (
            "Nama dan unit kerja tampil di layar, dan Bolehkah saya? mendahulukan sanksi menurut status kepegawaian "
            "Anda. Selain itu, data ini hanya dipakai di berkas nilai, bukti nilai, dan surat keterangan yang Anda "
            "simpan sendiri."
        )
        frame, column = titled_card(self.theme, "Data diri", (words,))
        person, keeps_nip = self._keeper.profile.person, self._keeper.keeps_nip
        self.form = PersonForm(theme, person, self._keep, typed, keeps_nip=keeps_nip, units=self._keeper.units)
        self.form.setMaximumWidth(theme.px(_FORM_WIDTH))
        column.addWidget(narrowed(self.form))
        column.addSpacing(4)
        self._state = text(theme, "", tone="ink-2", wrap=False)
        column.addWidget(flow_row(button(theme, "Simpan data diri", self._keep, role="primary"), self._state))
        self.form.edited.connect(self._show_state)
        self._show_state()
        return frame

    def _show_state(self, otherwise: str = "") -> None:
        self._state.setText("Belum disimpan" if self.unsaved else otherwise)

    @property
    def unsaved(self) -> bool:
        return self.form.unsaved

    def _keep(self) -> None:
        self.save_then(lambda: None)

    def save_then(self, go_on: Callable[[], None]) -> None:
        person = self.form.read()
        if person is None:
            return

        def kept() -> None:
            if not self._left:
                self.form.saved = person
                self._show_state("Tersimpan")
                announce(self, self._state.text())
            go_on()

        self._keeper.keep(person, kept)

    def _link(self, link: "_Link") -> QFrame:
        frame, column = titled_card(self.theme, link.title, (link.words,))
        opening = button(self.theme, link.label, partial(self._go, link.place), icon=link.icon)
        column.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def leave(self) -> None:
        self._left = True
