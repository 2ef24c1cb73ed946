"""The choice of a pocket sheet: one page for a phase and a job."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.domain.pack import Pack, Phase
from asnquiz.domain.wording import PHASE
from asnquiz.ui.destinations import Destination, PrintSheet
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.select import Select, captioned_select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import heading, text

_SIDE_BY_SIDE = 640


def sheet_card(theme: Theme, pack: Pack, job: str | None, go: Callable[[Destination], None]) -> QFrame:
    """The card with its two lists; `job` is the one that is offered first."""
    frame, column = card(spacing=10)
    column.addWidget(heading(theme, "Lembar saku"))
    words = "Yang boleh dan tidak boleh dalam satu fase bagi satu jabatan, pada satu halaman untuk dicetak."
    column.addWidget(text(theme, words, tone="ink-2"))
    choices = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
    phases, jobs = tuple(Phase), tuple(pack.jobs)
    phase = _chosen(theme, choices, "Fase lembar saku", [PHASE[one] for one in phases])
    for_job = _chosen(theme, choices, "Jabatan pada lembar saku", list(pack.jobs.values()))
    for_job.setCurrentIndex(jobs.index(job) if job in jobs else 0)
    column.addWidget(choices)

    def save() -> None:
        go(PrintSheet(phases[phase.currentIndex()], jobs[for_job.currentIndex()]))

    column.addWidget(button(theme, "Simpan lembar saku …", save, icon="file-down"), 0, Qt.AlignmentFlag.AlignLeft)
    return frame


def _chosen(theme: Theme, row: SideBySide, label: str, words: list[str]) -> Select:
    host, column = flow_column(6)
    select = captioned_select(theme, column, label)
    select.addItems(words)
    row.add(host)
    return select
