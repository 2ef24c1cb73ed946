"""Tulis tugas: what is asked, what staff will see of it under the office's key, and how it is given out."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from asnquiz.domain.person import parse_line
from asnquiz.domain.task import Counting
from asnquiz.domain.wording import COUNTING
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Office, WriteTask
from asnquiz.ui.office.passwords import password, shower
from asnquiz.ui.office.place_field import TASK, PlaceField
from asnquiz.ui.office.step_page import StepPage
from asnquiz.ui.office.task_form import DEADLINE, ITEMS, LABELS, MARK, MINUTES, TITLE, TaskDraft, day_line, number_line
from asnquiz.ui.printing.saving import open_folder
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.facts import add_facts
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.lines_field import LinesField
from asnquiz.ui.widgets.select import captioned_select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import path_words, text
from asnquiz.ui.widgets.tick import Tick
from asnquiz.usecases.set_up_office import KeyPlace

TOPIC = "Menulis tugas"
_STEPS = 3
_UNIT_ROWS = 6
_SIDE_BY_SIDE = 520
_TICKS = ("Diawasi, dengan kode sesi dari pengawas", "Boleh dijeda", "Tanyakan yakin atau ragu di setiap soal")


def _step(number: int, words: str) -> str:
    return f"Langkah {number} dari {_STEPS}: {words}"


class TaskFormPage(StepPage):
    """`go_on` gets the form once every line of it is understood."""

    topic = TOPIC

    def __init__(
        self,
        theme: Theme,
        draft: TaskDraft,
        today: dt.date,
        *,
        go_on: Callable[[TaskDraft], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Tulis tugas", _step(1, "yang diminta"), ())
        self._go_on = go_on
        parsers: dict[str, Callable[[str], str | None]] = {
            TITLE: partial(parse_line, label=LABELS[TITLE]),
            DEADLINE: partial(day_line, today=today),
            **{key: partial(number_line, key=key) for key in (ITEMS, MINUTES, MARK)},
        }
        self.fields = {
            key: Field(theme, LABELS[key], QLineEdit(draft.lines[key]), parse, _NOTES.get(key, ""))
            for key, parse in parsers.items()
        }
        for field in self.fields.values():
            field.line.returnPressed.connect(self._send)
        numbers = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        for key in (ITEMS, MINUTES, MARK):
            numbers.add(self.fields[key], 1, top=True)
        form = self.add_form(self.fields[TITLE], self.fields[DEADLINE], numbers)
        self._counting = captioned_select(theme, form, "Bila dikerjakan lebih dari sekali, yang dihitung")
        for counting, words in COUNTING.items():
            self._counting.addItem(words.capitalize(), counting.value)
        self._counting.setCurrentIndex(list(COUNTING).index(draft.counting))
        self._ticks = [Tick(theme, words, self) for words in _TICKS]
        for tick, on in zip(self._ticks, (draft.supervised, draft.pauses, draft.certainty), strict=True):
            tick.setChecked(on)
            form.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
        parse_unit = partial(parse_line, label="Unit kerja")
        note = "Satu unit per baris; pegawai memilih salah satunya. Bila kosong, pegawai menulis unitnya sendiri."
        self._units = LinesField(theme, "Unit kerja", draft.units, parse_unit, rows=_UNIT_ROWS, note=note)
        self.add_form(self._units)
        self.add_actions("Lihat tugas", self._send, "Batal", partial(go, Office()))

    def _send(self) -> None:
        wrong: list[Field | LinesField] = [field for field in self.fields.values() if not field.check()]
        title = self.fields[TITLE]
        if title not in wrong and not title.line.text():
            title.complain("Tulis judul tugas, misalnya Ujian netralitas Pilkada 2029.")
            wrong.insert(0, title)
        if not self._units.check():
            wrong.append(self._units)
        elif len(set(self._units.entries)) < len(self._units.entries):
            self._units.complain("Ada unit yang ditulis dua kali. Hapus salah satunya.")
            wrong.append(self._units)
        if wrong:
            wrong[0].take_focus()
        else:
            self._go_on(self._typed())

    def _typed(self) -> TaskDraft:
        supervised, pauses, certainty = (tick.isChecked() for tick in self._ticks)
        return TaskDraft(
            {key: field.line.text() for key, field in self.fields.items()},
            Counting(self._counting.currentData()),
            supervised,
            pauses,
            certainty,
            self._units.entries,
        )


_NOTES = {
    TITLE: "Tampil di layar pegawai, di bukti nilai, dan di rekap.",
    DEADLINE: "Hari terakhir bukti nilai diterima kantor, misalnya 30 November 2026 atau 30-11-2026.",
    MARK: "Dari 0 sampai 100.",
}


class TaskPreviewPage(StepPage):
    """`fields` are what staff will see; `seal` gets the key and where the task goes."""

    topic = TOPIC

    def __init__(
        self,
        theme: Theme,
        title: str,
        fields: Sequence[tuple[str, str]],
        key: Path,
        file: Path,
        *,
        seal: Callable[[KeyPlace, Path], None],
        go_back: Callable[[], None],
    ) -> None:
        about = ("Inilah yang dilihat pegawai ketika membuka tugas. Tugas tidak memuat data pegawai.",)
        super().__init__(theme, "Tulis tugas", _step(2, "periksa dan segel"), about)
        self._seal = seal
        frame, column = titled_card(theme, title)
        add_facts(theme, column, fields)
        self.body.addWidget(frame)
        self._place = PlaceField(theme, "Berkas kunci kantor", key, new=False)
        self._file = PlaceField(theme, "Simpan tugas di", file, TASK, new=True)
        self._password = password(theme, "Kata sandi kunci kantor")
        self._fields = (self._place.field, self._password, self._file.field)
        for field in self._fields:
            field.line.returnPressed.connect(self._send)
        form = self.add_form(self._place, self._password)
        form.addWidget(shower(theme, (self._password,), self), 0, Qt.AlignmentFlag.AlignLeft)
        self.add_form(self._file)
        self.add_actions("Segel dan simpan tugas", self._send, "Ubah", go_back)

    def _send(self) -> None:
        wrong = [field for field in self._fields if not field.check()]
        if wrong:
            wrong[0].take_focus()
        else:
            self._seal(KeyPlace(self._place.path, self._password.line.text()), self._file.path)


class TaskSavedPage(StepPage):
    """Where the task is, and how it comes to staff."""

    topic = TOPIC

    def __init__(
        self, theme: Theme, title: str, file: Path, fingerprint: str, *, go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, "Tugas tersimpan", _step(3, "bagikan"), ())
        frame, column = titled_card(theme, title, (path_words(file),))
        mark = text(theme, f"Sidik kunci kantor: {fingerprint}", size=Size.CAPTION, tone="ink-2")
        column.addWidget(mark)
        folder = partial(open_folder, self, file.parent)
        opening = button(theme, "Buka folder", folder, role="primary", icon="folder-open")
        column.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(frame)
        self.body.addWidget(titled_card(theme, "Membagikan tugas", _WAYS)[0])
        another = button(theme, "Tulis tugas lain", partial(go, WriteTask()))
        self.body.addWidget(self.form_end((another,), "Ke halaman kantor", partial(go, Office())))


_WAYS = (
    "• Lewat percakapan atau surel: lampirkan berkas itu apa adanya, jangan dimampatkan atau diganti isinya.",
    "• Lewat diska lepas: salin berkas itu; pegawai membukanya dengan klik dua kali atau dari ASN Netral.",
    "• Bersama program portabel: taruh berkas itu di samping program di diska lepas yang sama.",
    "• Tempel lembar sidik kunci kantor, supaya pegawai tahu tugas itu benar dari kantor.",
)
