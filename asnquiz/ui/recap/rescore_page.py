"""Penilaian ulang: what another version of the content would mark otherwise, told whole before anything is replaced."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from asnquiz.domain.attempt import Score
from asnquiz.domain.marking import KnownPack, Mark
from asnquiz.domain.wording import harmless, number_words, score_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import AddScoreFiles, Destination
from asnquiz.ui.recap.recap_page import RecapPage
from asnquiz.ui.recap.saving import Saving
from asnquiz.ui.recap.saving_button import SavingButton
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import ask, tell
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, titled_card
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text
from asnquiz.usecases.rescore import (
    ExamChange,
    QuestionChange,
    RescorePreview,
    preview_lines,
    reason_words,
    version_words,
)

CHANGES = "changes"  # names the list of changed marks while it is saved

_ABOUT = (
    "Bila hukum berubah atau kunci diperbaiki, jawaban yang sudah masuk dapat dinilai ulang menurut paket soal program "
    "ini. Jawaban pegawai tidak pernah diubah, dan tidak ada nilai yang diganti sebelum perubahannya Anda lihat."
)
_PERSONAL = "Daftar perubahan memuat nama dan NIP: data pribadi. Penyimpanannya tercatat di Catatan kegiatan."
_PASSED = {True: "Lulus", False: "Belum lulus", None: "Tanpa batas lulus"}
_SHOWN = 6
_QUESTIONS = (
    Column("Soal dan alasannya"),
    Column("Menjadi benar", "10.000", end=True, at_least=520),
    Column("Menjadi belum tepat", "10.000", end=True, at_least=520),
    Column("Tidak lagi dinilai", "10.000", end=True, at_least=520),
)
_PEOPLE = (Column("Nama"), Column("Sebelumnya", "Belum lulus"), Column("Sesudahnya", "Belum lulus  …"))


@dataclass(frozen=True)
class Marked:
    """How everything is marked now.

    Attributes:
        in_force: the version that marks everything; None where each answer is marked by its own.
        in_use: the program's own content.
        answers: whether there are any.
    """

    in_force: KnownPack | None
    in_use: KnownPack
    answers: bool


class RescorePage(RecapPage):
    """`look` has `show_preview` told what marking by the program's own content changes, or by each answer's own.

    `rescore` replaces the marks as was shown, and `save` writes the list of changes.
    """

    renews = True
    topic = "Penilaian ulang"

    def __init__(
        self,
        theme: Theme,
        shown: Marked,
        saving: Saving,
        *,
        look: Callable[[bool], None],
        rescore: Callable[[RescorePreview], None],
        save: Callable[[RescorePreview], None],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Penilaian ulang", go)
        self._saving = saving
        self._look = look
        self._rescore = rescore
        self._save = save
        self._shown: RescorePreview | None = None
        self._saver: SavingButton | None = None
        self.back()
        self.head("Penilaian ulang", _ABOUT)
        if shown.answers:
            self._add_standing(shown)
        else:
            words = "Penilaian ulang memerlukan berkas nilai yang sudah ditambahkan."
            self.column.addWidget(
                empty_card(theme, "Belum ada yang dinilai", words, "Pilih berkas nilai", partial(go, AddScoreFiles()))
            )
        self._place, self._body = flow_column(16)
        self.column.addWidget(self._place)
        self.column.addStretch(1)
        self.foot()
        saving.view = self

    def _add_standing(self, shown: Marked) -> None:
        theme = self.theme
        frame, column = titled_card(theme, "Cara penilaian")
        column.addWidget(text(theme, f"Sekarang dinilai dengan: {version_words(shown.in_force)}."))
        ways = []
        if shown.in_force is None or shown.in_force.ref != shown.in_use.ref:
            column.addWidget(text(theme, f"Paket soal program ini: {version_words(shown.in_use)}."))
            ways.append(button(theme, "Lihat yang berubah", partial(self._look, True), role="primary"))
        if shown.in_force is not None:
            ways.append(
                button(theme, "Kembalikan ke penilaian semula …", partial(self._look, False), icon="rotate-ccw")
            )
        self._ways = flow_row(*ways)
        column.addSpacing(4)
        column.addWidget(self._ways)
        self.column.addWidget(frame)

    def stand_as(self, before: RecapPage) -> None:  # type: ignore[override]
        if isinstance(before, RescorePage) and before._shown:
            self._fill(before._shown)
        super().stand_as(before)

    def show_preview(self, shown: RescorePreview) -> None:
        """Says what would change; nothing is replaced yet."""
        self.focus_on(self._fill(shown))

    def _fill(self, shown: RescorePreview) -> QLabel:
        theme = self.theme
        self._shown = shown
        clear(self._place)
        self._ways.hide()
        frame, column = card()
        title = "Yang akan berubah" if shown.exams else "Tidak ada nilai yang berubah"
        told = focus_target(heading(theme, title), "result")
        column.addWidget(told)
        column.addWidget(text(theme, f"Dari: {version_words(shown.before)}.", tone="ink-2"))
        column.addWidget(text(theme, f"Menjadi: {version_words(shown.after)}.", tone="ink-2"))
        for words in preview_lines(shown):
            column.addWidget(text(theme, words))
        if shown.exams:
            column.addWidget(text(theme, _PERSONAL, size=Size.CAPTION, tone="ink-2"))
            self._saver = SavingButton(
                theme,
                "Simpan daftar perubahan …",
                partial(self._save, shown),
                self._saving,
                CHANGES,
                icon="table-export",
            )
            column.addWidget(self._saver)
        column.addWidget(self._actions(shown))
        self._body.addWidget(frame)
        if shown.questions:
            rows = Rows(_QUESTIONS, [_question_cells(one) for one in shown.questions])
            self._add_list("Soal yang terpengaruh", rows, lambda row: self._tell_question(shown.questions[row]))
        turned = [one for one in shown.exams if len(set(one.passed)) > 1]
        if turned:
            rows = Rows(_PEOPLE, [_exam_cells(one) for one in turned])
            self._add_list("Ujian yang kelulusannya berubah", rows, lambda row: self._tell_exam(turned[row]))
        return told

    def _actions(self, shown: RescorePreview) -> QWidget:
        words = _action_words(shown)
        rescoring = button(self.theme, f"{words} …", partial(self._confirm, shown, words), role="primary")
        return self.form_end((rescoring,), "Batal", self._cancel)

    def _add_list(self, name: str, rows: Rows, on_open: Callable[[int], None]) -> None:
        frame, column = titled_card(self.theme, name)
        column.addWidget(Table(self.theme, name, rows, on_open, two_lines=True, most=_SHOWN))
        self._body.addWidget(frame)

    def _confirm(self, shown: RescorePreview, words: str) -> None:
        exams = (
            f"Nilai {number_words(len(shown.exams))} ujian diganti" if shown.exams else "Tidak ada nilai yang berganti"
        )
        about = (
            f"{exams}, dan berkas nilai yang ditambahkan kemudian dinilai dengan cara yang sama. Jawaban pegawai "
            "tetap, dan penilaian semula dapat dikembalikan."
        )
        ask(self, f"{words}?", about, [(words, partial(self._rescore, shown)), ("Batal", None)], default=1)

    def _tell_question(self, one: QuestionChange) -> None:
        tell(self, harmless(one.stem or one.item), f"{_reason(one)}\n\n{number_words(one.answers)} jawaban masuk.")

    def _tell_exam(self, one: ExamChange) -> None:
        before, after = (f"{score_words(score)}, {_PASSED[passed].lower()}" for score, passed in _results(one))
        where = harmless(", ".join(filter(None, (one.unit, one.agency))) or "tidak ada di daftar pegawai")
        tell(self, harmless(one.name), f"{where}\n{harmless(one.task)}\n\nSebelumnya {before}; sesudahnya {after}.")

    def _cancel(self) -> None:
        self._shown = self._saver = None
        clear(self._place)
        self._ways.show()

    def show_saving(self) -> None:
        """Says how far saving the list of changes is."""
        if self._saver:
            self._saver.show_saving()

    def leave(self) -> None:
        if self._saving.view is self:
            self._saving.view = None


def _action_words(shown: RescorePreview) -> str:
    count = number_words(len(shown.exams))
    if shown.after is None:
        return "Kembalikan ke penilaian semula"
    return f"Ganti nilai {count} ujian" if shown.exams else "Pakai paket soal program ini"


def _question_cells(one: QuestionChange) -> tuple[Cell, ...]:
    words, reason = harmless(one.stem or one.item), _reason(one)
    first = Cell(words, reason, "conditional", "scale") if one.law else Cell(words, reason)
    counts = (one.becomes.get(mark, 0) for mark in (Mark.RIGHT, Mark.WRONG, Mark.DROPPED))
    return first, *(Cell(number_words(count)) for count in counts)


def _reason(one: QuestionChange) -> str:
    words = reason_words(one.change, law=one.law)
    return f"{words[:1].upper()}{words[1:]}"


def _exam_cells(one: ExamChange) -> tuple[Cell, ...]:
    name = Cell(harmless(one.name), harmless(", ".join(filter(None, (one.unit, one.agency)))))
    before, after = (Cell(score_words(score), _PASSED[passed]) for score, passed in _results(one))
    tone, icon = ("allowed", "check") if one.passed[1] else ("conditional", "rotate-ccw")
    return name, before, replace(after, tone=tone, icon=icon)


def _results(one: ExamChange) -> Iterator[tuple[Score, bool | None]]:
    return zip((one.before, one.after), one.passed, strict=True)
