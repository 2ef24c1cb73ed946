"""Cek kondisi komputer: each thing that was looked at, with its state in words and what to do."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from asnquiz.domain.condition import Finding
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import CheckComputer, Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, chip, line
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.check_computer import state_words, summary_words

_NAME = "Cek kondisi komputer"


class ConditionPage(Page):
    """What was found when the page was opened; `save` keeps the report of it as a file."""

    renews = True
    topic = "Cek kondisi komputer"

    def __init__(
        self, theme: Theme, findings: Sequence[Finding], save: Callable[[], None], go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, _NAME, Section.SETTINGS)
        summary = summary_words(findings)
        self.way_back("Kembali ke Pengaturan", partial(go, Section.SETTINGS))
        self.title(_NAME).setAccessibleName(f"{_NAME}. {summary}")
        intro = (
            "Pengecekan ini tidak mengubah apa pun. Laporannya tidak memuat data pribadi dan dapat diserahkan kepada "
            "petugas TI."
        )
        self.column.addWidget(text(theme, intro, tone="ink-2"))
        self.column.addWidget(self._actions(save, go))
        frame, column = card(spacing=14)
        column.addWidget(heading(theme, summary))
        for finding in findings:
            column.addWidget(line())
            column.addWidget(self._row(finding))
        self.column.addWidget(frame)
        self.column.addStretch(1)

    def _actions(self, save: Callable[[], None], go: Callable[[Destination], None]) -> QWidget:
        saving = button(self.theme, "Simpan laporan …", save, role="primary", icon="save")
        return flow_row(saving, button(self.theme, "Cek lagi", partial(go, CheckComputer()), icon="rotate-ccw"))

    def _row(self, finding: Finding) -> QWidget:
        theme = self.theme
        host, column = flow_column(6)
        top = QHBoxLayout()
        top.addWidget(heading(theme, finding.title, Size.BODY, level=3), 1)
        tone, icon = ("allowed", "check") if finding.well else ("conditional", "triangle-alert")
        top.addWidget(chip(theme, state_words(finding), tone, icon))
        column.addLayout(top)
        column.addWidget(text(theme, finding.words))
        if finding.advice:
            column.addWidget(text(theme, f"Yang dapat dilakukan: {finding.advice}", tone="conditional"))
        return host
