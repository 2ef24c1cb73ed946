"""Siapkan kantor, step by step: its name, its key, the spare key, opening both for a trial, and what comes next."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.password import as_used
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Holder
from asnquiz.domain.task_check import MOST_HEAD_LINES
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Office, PrintFingerprint, Section, WriteTask
from asnquiz.ui.office.passwords import new_password, password, shower
from asnquiz.ui.office.place_field import PlaceField
from asnquiz.ui.office.step_page import StepPage
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.lines_field import LinesField
from asnquiz.ui.widgets.texts import focus_target, path_words, text
from asnquiz.usecases.set_up_office import HOLDER, KeyPlace, OfficeForm, parse_office

TITLE = "Siapkan kantor"
TOPIC = "Menyiapkan kantor"
_STEPS = 5
_LETTERHEAD_ROWS = 4
_OTHER = "Berbeda dari yang ditulis di atas. Ketik ulang."
_NOT_THE_SAME = "Kata sandi ini berbeda dari yang dipilih di langkah sebelumnya. Ketik ulang."
_NOT_ITS_OWN = "Pilih kata sandi lain daripada kata sandi kunci kantor, karena yang memegangnya orang lain."
_ONE_PLACE = (
    "Kunci cadangan tidak disimpan di folder kunci kantor: bila folder itu hilang, keduanya hilang. Pilih diska lepas "
    "atau folder lain."
)


def _step(number: int, words: str) -> str:
    return f"Langkah {number} dari {_STEPS}: {words}"


class NamePage(StepPage):
    """`go_on` gets the form once it is sound."""

    topic = TOPIC

    def __init__(
        self,
        theme: Theme,
        form: OfficeForm,
        *,
        go_on: Callable[[OfficeForm], None],
        go: Callable[[Destination], None],
    ) -> None:
        about = (
            "Kantor yang disiapkan di sini menyegel tugas ujian dan membuka bukti nilai yang diserahkan pegawai. "
            "Siapkan satu diska lepas, dan orang kedua yang akan memegang kunci cadangan.",
        )
        super().__init__(theme, TITLE, _step(1, "nama kantor"), about)
        self._go_on = go_on
        note = "Seperti pada kop surat, misalnya BKPSDM Kabupaten Contoh. Pegawai mengenali tugas Anda dari nama ini."
        self._name = Field(theme, "Nama kantor", QLineEdit(form.name), partial(parse_line, label="Nama kantor"), note)
        self._name.line.returnPressed.connect(self._send)
        self._head = LinesField(
            theme,
            "Kop surat",
            form.letterhead,
            partial(parse_line, label="Kop surat"),
            rows=_LETTERHEAD_ROWS,
            note=f"Paling banyak {MOST_HEAD_LINES} baris, untuk lembar yang dicetak. Bila kosong, dipakai nama kantor.",
        )
        self.add_form(self._name, self._head)
        self.add_actions("Lanjut ke kunci kantor", self._send, "Batal", partial(go, Section.RECAP))

    def _send(self) -> None:
        wrong: list[Field | LinesField] = [field for field in (self._name, self._head) if not field.check()]
        form = OfficeForm(self._name.line.text(), self._head.entries)
        if not wrong and not form.name:
            self._name.complain("Tulis nama kantor, misalnya BKPSDM Kabupaten Contoh.")
            wrong = [self._name]
        if not wrong:
            try:
                self._go_on(parse_office(form))
            except Refusal as refusal:
                self._head.complain(str(refusal))
                wrong = [self._head]
        if wrong:
            wrong[0].take_focus()


class NewKeyPage(StepPage):
    """Where a key goes and its password, twice. `other` is the office's own, of which the spare one is kept apart.

    `usual` stands in the line with `offer`; without, somebody has to pick a place.
    """

    topic = TOPIC

    def __init__(
        self,
        theme: Theme,
        usual: Path,
        *,
        offer: bool,
        other: KeyPlace | None,
        go_on: Callable[[KeyPlace], None],
        go_back: Callable[[], None],
    ) -> None:
        super().__init__(
            theme, TITLE, _step(3, "kunci cadangan") if other else _step(2, "kunci kantor"), _ABOUT[bool(other)]
        )
        self._go_on = go_on
        self._other = other
        label = "Simpan kunci cadangan di" if other else "Simpan kunci kantor di"
        self._place = PlaceField(theme, label, usual, new=True, offered=offer, check=self._apart)
        self._password = new_password(theme, "Kata sandi")
        self._again = password(theme, "Ulangi kata sandi")
        fields = (self._password, self._again)
        for field in fields:
            field.line.returnPressed.connect(self._send)
        form = self.add_form(self._place, *fields)
        form.addWidget(shower(theme, fields, self), 0, Qt.AlignmentFlag.AlignLeft)
        self.add_actions("Lanjut ke uji kunci" if other else "Lanjut ke kunci cadangan", self._send, "Kembali", go_back)

    def _apart(self, path: Path) -> None:
        if self._other and path.resolve().parent == self._other.path.resolve().parent:
            raise Refusal(_ONE_PLACE)

    def _send(self) -> None:
        fields = (self._place.field, self._password, self._again)
        wrong = [field for field in fields if not field.check()]
        if not wrong and self._password.line.text() != self._again.line.text():
            self._again.complain(_OTHER)
            wrong = [self._again]
        elif not wrong and self._other and self._other.password == self._password.line.text():
            self._password.complain(_NOT_ITS_OWN)
            wrong = [self._password]
        if wrong:
            wrong[0].take_focus()
        else:
            self._go_on(KeyPlace(self._place.path, self._password.line.text()))


_ABOUT = {
    False: (
        "Kunci kantor menyegel tugas dan membuka bukti nilai yang masuk. Kunci ini disimpan sebagai berkas yang "
        "terkunci dengan kata sandi.",
        "Tanpa berkas dan kata sandi ini, bukti nilai yang masuk tidak dapat dibuka. Tidak ada yang dapat "
        "memulihkannya.",
    ),
    True: (
        "Kunci cadangan juga membuka bukti nilai, tetapi tidak dapat menyegel tugas. Yang memegangnya orang lain, "
        "misalnya sekretaris atau BKPSDM provinsi; mintalah orang itu memilih dan mengetik kata sandinya sendiri.",
        "Bila hanya ada satu kunci dan kunci itu hilang, semua bukti nilai yang masuk tidak dapat dibuka lagi.",
    ),
}


class TrialPage(StepPage):
    """Both passwords once more. `chosen` are those to be typed; `go_on` gets them, makes the keys and tries them."""

    topic = TOPIC

    def __init__(
        self,
        theme: Theme,
        *,
        chosen: Mapping[Holder, str],
        go_on: Callable[[Mapping[Holder, str]], None],
        go_back: Callable[[], None],
    ) -> None:
        about = (
            "Ketik lagi kedua kata sandi. Program lalu membuat kedua berkas kunci, membacanya kembali, dan membuka "
            "satu bukti nilai contoh dengan masing-masing kunci.",
        )
        super().__init__(theme, TITLE, _step(4, "gladi buka kunci"), about)
        self._chosen = chosen
        self._go_on = go_on
        self._fields = {holder: password(theme, f"Kata sandi kunci {words}") for holder, words in HOLDER.items()}
        fields = tuple(self._fields.values())
        for field in fields:
            field.line.returnPressed.connect(self._send)
        form = self.add_form(*fields)
        form.addWidget(shower(theme, fields, self), 0, Qt.AlignmentFlag.AlignLeft)
        self.add_actions("Buat dan uji kedua kunci", self._send, "Kembali", go_back)

    def _send(self) -> None:
        wrong = [field for field in self._fields.values() if not field.check()]
        if not wrong:
            for holder, field in self._fields.items():
                if as_used(field.line.text()) != self._chosen[holder]:
                    field.complain(_NOT_THE_SAME)
                    wrong.append(field)
        if wrong:
            wrong[0].take_focus()
        else:
            self._go_on({holder: field.line.text() for holder, field in self._fields.items()})


class ReadyPage(StepPage):
    """The office is there: its fingerprint, and what is to be done with it and with the two files."""

    topic = TOPIC

    def __init__(
        self, theme: Theme, fingerprint: str, files: tuple[Path, Path], *, go: Callable[[Destination], None]
    ) -> None:
        tried = "Kedua kunci sudah dibuat, dibaca kembali, dan masing-masing berhasil membuka bukti nilai contoh."
        super().__init__(theme, "Kantor siap", _step(5, "selesai"), (tried,))
        frame, column = titled_card(theme, "Sidik kunci kantor")
        shown = text(theme, fingerprint, size=Size.TITLE, weight=QFont.Weight.Bold, level=3)
        column.addWidget(focus_target(shown, "fingerprint"))
        column.addWidget(text(theme, FINGERPRINT_IS_FOR, tone="ink-2"))
        printing = button(theme, "Simpan lembar sidik kunci …", partial(go, PrintFingerprint()), icon="file-down")
        column.addWidget(printing, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(frame)
        office, spare = map(path_words, files)
        then = (
            f"1. Kunci kantor ada di {office}. Buat salinannya di tempat aman.",
            f"2. Serahkan kunci cadangan, {spare}, kepada pemegangnya, lalu hapus dari komputer ini bila masih ada.",
            "3. Cetak lembar sidik kunci dan tempel di kantor.",
            "4. Tulis tugas pertama.",
        )
        self.body.addWidget(titled_card(theme, "Sesudah ini", then)[0])
        self.add_actions("Tulis tugas", partial(go, WriteTask()), "Ke halaman kantor", partial(go, Office()))


FINGERPRINT_IS_FOR = (
    "Pegawai membandingkan sidik ini dengan yang tampil ketika mereka membuka tugas. Bila sama, tugas itu dari kantor "
    "ini."
)
