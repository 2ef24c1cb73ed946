"""The end of a case study: how it ended, the choices that led there with their rules, and the map of all paths."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.case_study import Walk
from asnquiz.domain.learned import CaseStep
from asnquiz.domain.pack import Ending, Pack
from asnquiz.domain.wording import ENDING_KIND
from asnquiz.painting.endings import ENDING_LOOK
from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.map_view import CaseMapView
from asnquiz.ui.cases.parts import change_rows, measures_card, rule_rows, story
from asnquiz.ui.cases.scene_view import Moves, back_buttons
from asnquiz.ui.cases.ways import Ways
from asnquiz.ui.cases.words import STAYS_HERE, map_words
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column, flow_row
from asnquiz.ui.widgets.frames import card, chip
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import focus_target, heading, text

_SIDE_BY_SIDE = 860
_LEGEND = (
    "Dibaca dari kiri ke kanan. Angka: langkah di jalan ini. Garis tebal: pilihan yang pernah Anda coba. Garis "
    "putus-putus: pilihan yang belum dicoba."
)


class EndingView(Flow):
    """Where a walk ended, and everything that can be learnt of it."""

    def __init__(self, theme: Theme, pack: Pack, walk: Walk, ending: Ending, moves: Moves) -> None:
        super().__init__()
        self._theme = theme
        self._pack = pack
        self._walk = walk
        self._moves = moves
        self.ways = Ways(theme, (), ())
        kind = ENDING_KIND[ending.kind]
        self.heading = focus_target(heading(theme, ending.title, Size.TITLE), "stem")
        self.heading.setAccessibleName(f"{kind}: {ending.title}")
        whole = column_in(self, 16)
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=28)
        told, left = flow_column(14)
        icon, tone = ENDING_LOOK[ending.kind]
        left.addWidget(chip(theme, kind, tone, icon))
        left.addWidget(self.heading)
        left.addWidget(story(theme, walk.scenario.scenes[walk.present].text))
        left.addWidget(heading(theme, "Yang dapat dipetik", Size.BODY, level=3))
        left.addWidget(story(theme, ending.debrief))
        left.addWidget(self._actions())
        left.addStretch(1)
        split.add(told, 64)
        beside, right = flow_column(16)
        right.addWidget(measures_card(theme, walk, walk.measures, with_course=True))
        right.addWidget(text(theme, STAYS_HERE, size=Size.CAPTION, tone="ink-2"))
        split.add(beside, 36, top=True)
        whole.addWidget(split)
        if walk.path:
            whole.addWidget(heading(theme, "Pilihan Anda, langkah demi langkah"))
        for place, step in enumerate(walk.path):
            whole.addWidget(self._step(place, step))
        whole.addWidget(self._map())

    def _actions(self) -> QWidget:
        back = back_buttons(self._theme, self._moves, enabled=bool(self._walk.path))
        all_cases = button(self._theme, "Semua studi kasus", self._moves.press_main, role="primary")
        return flow_row(*back, right=[all_cases])

    def _step(self, place: int, step: CaseStep) -> QFrame:
        theme, walk = self._theme, self._walk
        choice = walk.choice_of(step)
        frame, column = card(spacing=12)
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=28)
        told, left = flow_column(8)
        left.addWidget(heading(theme, f"Langkah {place + 1}", level=3))
        left.addWidget(text(theme, walk.scenario.scenes[step.scene].text, tone="ink-2"))
        left.addWidget(text(theme, f"Pilihan Anda: {choice.text}", weight=QFont.Weight.DemiBold))
        left.addWidget(text(theme, choice.feedback))
        for row in change_rows(theme, choice, walk.course[place + 1]):
            left.addWidget(row)
        left.addStretch(1)
        split.add(told, 64)
        law, right = flow_column(10)
        for row in rule_rows(theme, choice.rule, self._pack, f"langkah {place + 1}"):
            right.addWidget(row)
        again = button(theme, "Coba jalan lain dari sini", partial(self._moves.back_to, place), icon="route")
        again.setAccessibleName(f"Coba jalan lain dari sini, langkah {place + 1}")
        right.addSpacing(4)
        right.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        split.add(law, 36, top=True)
        column.addWidget(split)
        return frame

    def _map(self) -> QFrame:
        theme = self._theme
        frame, column = card(spacing=10)
        column.addWidget(heading(theme, "Peta jalan"))
        column.addWidget(text(theme, _LEGEND, size=Size.CAPTION, tone="ink-2"))
        column.addWidget(CaseMapView(theme, self._walk))
        for words in map_words(self._walk):
            column.addWidget(text(theme, words, size=Size.CAPTION))
        return frame
