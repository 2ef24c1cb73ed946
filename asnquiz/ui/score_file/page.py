"""Berkas nilai: whether a score file is intact, what that means, and what the file says."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame

from asnquiz.domain.score_report import FileVerdict, ReadScore, ReportedAttempt, ScoreReport
from asnquiz.domain.wording import FILE_VERDICT
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card, chip
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.strange import strange_words
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.hand_over import attempt_lines, person_fields
from asnquiz.usecases.open_file import file_fields

_WIDTH = 760
_MOST_ATTEMPTS = 30

_ICON = {FileVerdict.INTACT: "check", FileVerdict.CHANGED: "x", FileVerdict.FOREIGN: "triangle-alert"}


class ScoreFilePage(Page):
    """A score file of anyone, shown as far as it can be read."""

    renews = True
    topic = "Menyerahkan nilai ujian"

    def __init__(self, theme: Theme, file: Path, seen: ReadScore, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, "Berkas nilai", Section.RESULTS)
        self._intact = seen.verdict is FileVerdict.INTACT
        self.title("Berkas nilai")
        self.column.addWidget(text(theme, strange_words(file.name), tone="ink-2"))
        self._body = self.narrow(_WIDTH)
        self._body.addWidget(self._verdict(seen))
        if seen.report is not None:
            self._add_report(seen.report)
        leaving = button(theme, "Kembali ke Beranda", lambda: go(Section.HOME), role="primary")
        self._body.addWidget(flow_row(leaving))
        self.column.addStretch(1)

    def _verdict(self, seen: ReadScore) -> QFrame:
        tones = {FileVerdict.INTACT: "allowed", FileVerdict.CHANGED: "forbidden"}
        frame, column = card(spacing=12)
        tone = tones.get(seen.verdict, "conditional")
        column.addWidget(chip(self.theme, FILE_VERDICT[seen.verdict], tone, _ICON[seen.verdict]))
        column.addWidget(text(self.theme, seen.reason))
        return frame

    def _add_report(self, report: ScoreReport) -> None:
        if not self._intact:
            words = "Yang berikut ini hanya tulisan di dalam berkas; jangan dipakai sebagai nilai."
            self._body.addWidget(text(self.theme, words, weight=QFont.Weight.DemiBold, tone="forbidden"))
        self._body.addWidget(self._facts("Data diri", _pairs(person_fields(report.person))))
        for attempt in report.attempts[:_MOST_ATTEMPTS]:
            self._body.addWidget(self._attempt(attempt))
        more = len(report.attempts) - _MOST_ATTEMPTS
        if more > 0:
            self._body.addWidget(text(self.theme, f"Masih ada {more} ujian lain di dalam berkas ini.", tone="ink-2"))
        self._body.addWidget(self._facts("Tentang berkas", _pairs(file_fields(report))))

    def _attempt(self, attempt: ReportedAttempt) -> QFrame:
        title, *details = attempt_lines(attempt)
        return self._facts(title, details)

    def _facts(self, title: str, lines: Iterable[str]) -> QFrame:
        frame, column = card(spacing=8)
        column.addWidget(heading(self.theme, strange_words(title), Size.LEAD))
        for words in lines:
            column.addWidget(text(self.theme, strange_words(words)))
        return frame


def _pairs(fields: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{label}: {value}" for label, value in fields]
