"""A scene on screen: what happens, the ways out of it, and beside them the measures and the way so far."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from asnquiz.domain.case_study import Measures, Walk
from asnquiz.domain.pack import Pack
from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.parts import change_rows, measures_card, rule_rows, rule_words, story
from asnquiz.ui.cases.presenter import Consequence
from asnquiz.ui.cases.ways import Ways
from asnquiz.ui.cases.words import change_words
from asnquiz.ui.keyboard import STEP_BACK, THIS_WAY
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column, flow_row
from asnquiz.ui.widgets.frames import card, line, marked
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import clear, focus_target, heading, text

_SIDE_BY_SIDE = 860


@dataclass(frozen=True)
class Moves:
    """What the person may do at any scene and ending."""

    press_main: Callable[[], None]
    step_back: Callable[[], None]
    start_over: Callable[[], None]
    back_to: Callable[[int], None]


def back_buttons(theme: Theme, moves: Moves, *, enabled: bool) -> tuple[Button, Button]:
    """A step back and back to the start; both are always there."""
    back = button(theme, "Kembali selangkah", moves.step_back, role="quiet", icon="arrow-left", keys=STEP_BACK.press)
    over = button(theme, "Mulai dari awal", moves.start_over, role="quiet", icon="rotate-ccw")
    for made in (back, over):
        made.setEnabled(enabled)
    return back, over


class SceneView(Flow):
    """One scene of a walk, open to be chosen from."""

    def __init__(self, theme: Theme, pack: Pack, walk: Walk, moves: Moves) -> None:
        super().__init__()
        self._theme = theme
        self._pack = pack
        self._moves = moves
        scene = walk.scenario.scenes[walk.present]
        number = len(walk.path) + 1
        self.heading = focus_target(heading(theme, f"Langkah {number}"), "stem")
        self.heading.setAccessibleName(f"Langkah {number}. {scene.text}")
        tried = [at for at in range(len(scene.choices)) if (walk.present, at) in walk.tried]
        self.ways = Ways(theme, scene.choices, tried)
        self.main = button(theme, "Pilih jalan ini", moves.press_main, role="primary", keys=THIS_WAY.press)
        self.main.setEnabled(False)
        self.ways.changed.connect(lambda: self.main.setEnabled(True))
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=28)
        column_in(self, 0).addWidget(split)
        told, left = flow_column(14)
        left.addWidget(self.heading)
        left.addWidget(story(theme, scene.text))
        left.addWidget(heading(theme, "Apa yang Anda lakukan?", Size.BODY, level=3))
        left.addWidget(self.ways)
        left.addWidget(self._actions(walk))
        left.addStretch(1)
        split.add(told, 64)
        self._side, self._beside = flow_column(16)
        split.add(self._side, 36, top=True)
        self._fill_side(walk, walk.measures)

    def _actions(self, walk: Walk) -> QWidget:
        self._back, self._over = back_buttons(self._theme, self._moves, enabled=bool(walk.path))
        return flow_row(self._back, self._over, right=[self.main])

    def _fill_side(self, walk: Walk, now: Measures) -> None:
        self._beside.addWidget(measures_card(self._theme, walk, now))
        if walk.path:
            self._beside.addWidget(self._way_so_far(walk))

    def _way_so_far(self, walk: Walk) -> QFrame:
        frame, column = card(spacing=4)
        column.addWidget(heading(self._theme, "Jalan Anda", level=3))
        words = "Tekan satu langkah untuk mencoba jalan lain dari sana."
        column.addWidget(text(self._theme, words, size=Size.CAPTION, tone="ink-2"))
        for place, step in enumerate(walk.path):
            words = f"Langkah {place + 1}: {walk.choice_of(step).text}"
            row = RowButton(self._theme, words, "rotate-ccw", partial(self._moves.back_to, place), current=False)
            row.setAccessibleName(f"{words} Kembali ke langkah ini.")
            column.addWidget(row)
        return frame

    def pick(self, position: int) -> None:
        """Picks a way as it was picked before it could not be kept."""
        self.ways.rows[position].setChecked(True)
        self.main.setEnabled(True)

    def show_consequence(self, consequence: Consequence, now: Walk) -> tuple[QFrame, QLabel]:
        """Marks the way taken and says what came of it: the card, and its words that are to take the focus."""
        self.ways.show_outcome((consequence.step.choice,))
        self.main.hide()
        for made in (self._back, self._over):
            made.setEnabled(True)
        clear(self._side)
        frame, title = self._consequence(consequence)
        self._beside.addWidget(frame)
        self._fill_side(now, now.measures)
        return frame, title

    def _consequence(self, consequence: Consequence) -> tuple[QFrame, QLabel]:
        theme, choice = self._theme, consequence.choice
        frame, column = card(spacing=12)
        title = focus_target(heading(theme, "Akibat pilihan Anda", level=3), "stem")
        changes = ". ".join(words for _, words in change_words(choice, consequence.after))
        told = [title.text(), choice.feedback, f"{changes}.", rule_words(choice.rule, self._pack)]
        title.setAccessibleName(". ".join(one.rstrip(".") for one in told) + ".")
        column.addWidget(marked(theme, "route", "teal", title))
        column.addWidget(text(theme, choice.feedback))
        for row in change_rows(theme, choice, consequence.after):
            column.addWidget(row)
        if consequence.leads_back:
            words = "Anda kembali ke adegan yang sudah dilalui; kedua ukuran kembali seperti pada saat itu."
            column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        column.addWidget(line())
        for row in rule_rows(theme, choice.rule, self._pack):
            column.addWidget(row)
        onward = button(
            theme, "Lanjutkan", self._moves.press_main, role="primary", icon="arrow-right", keys=THIS_WAY.press
        )
        column.addWidget(flow_row(right=[onward]))
        return frame, title
