"""One case study on screen: a scene and its consequence, or the end of the story."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from asnquiz.domain.wording import law_stamp
from asnquiz.painting.tokens import Size
from asnquiz.ui.cases.ending_view import EndingView
from asnquiz.ui.cases.presenter import CaseSteps
from asnquiz.ui.cases.scene_view import Moves, SceneView
from asnquiz.ui.cases.ways import Ways
from asnquiz.ui.destinations import Destination, Section
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.quiz.keys import add_answer_keys, add_key
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.double_click import take_no_double_click
from asnquiz.ui.widgets.flow import flow_column
from asnquiz.ui.widgets.frames import picture
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import clear, text


class CasePage(Page):
    """A walk through one case study."""

    renews = True
    keys = KeyGroup.CASE

    def __init__(self, theme: Theme, presenter: CaseSteps, go: Callable[[Destination], None]) -> None:
        super().__init__(theme, presenter.walk.scenario.title, Section.CASES)
        self.presenter = presenter
        presenter.view = self
        self._go = go
        self._moves = Moves(self._press_main, presenter.step_back, presenter.start_over, presenter.back_to)
        self._saved: QLabel = text(theme, "Tersimpan otomatis", size=Size.CAPTION, tone="ink-3", wrap=False)
        self.column.addLayout(self._top())
        add_badge(theme, self.column, presenter.pack, presenter.walk.scenario.id)
        self._place, self._body = flow_column(0)
        self.column.addWidget(self._place)
        self.stamp(law_stamp(presenter.pack.law_as_of))
        self.show_scene()
        self.show_consequence()
        # What was put in its place grows line by line.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._bring_consequence)
        add_answer_keys(self, lambda: self.ways, self._press_main)
        for place, digit in enumerate("12345"):
            add_key(self, digit, partial(self._choose, place))
        add_key(self, "Alt+Left", self._key_back)

    def stand_as(self, before: Page) -> None:
        if isinstance(before, CasePage):
            if picked := before.ways.picked():
                self.pick(picked[0])
            self._saved.setText(before._saved.text())
        super().stand_as(before)

    def pick(self, position: int) -> None:
        """Picks a way out of the scene on screen, where one is to be picked."""
        if isinstance(self._view, SceneView) and not self.presenter.consequence:
            self._view.pick(position)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = f"Studi kasus · {self.presenter.walk.scenario.title}"
        row.addWidget(text(self.theme, words, size=Size.CAPTION, tone="ink-3", level=1), 1)
        row.addWidget(picture(self.theme, "save", "ink-3", 16))
        row.addWidget(self._saved)
        return row

    @property
    def ways(self) -> Ways:
        """The choices on screen; none at an ending."""
        return self._view.ways

    def show_scene(self, picked: int | None = None) -> None:
        presenter, told = self.presenter, self.presenter.consequence
        walk = told.before if told else presenter.walk
        clear(self._place)
        self._told: tuple[QWidget, QWidget] | None = None
        ending = walk.ending
        self._view: SceneView | EndingView
        if ending:
            self._view = EndingView(self.theme, presenter.pack, walk, ending, self._moves)
        else:
            self._view = SceneView(self.theme, presenter.pack, walk, self._moves)
            if picked is not None:
                self.pick(picked)
        self._body.addWidget(self._view)
        take_no_double_click(self._view)
        self.scroll_to_top()
        self.focus_on(self._view.heading)

    def show_consequence(self) -> None:
        consequence = self.presenter.consequence
        if consequence and isinstance(self._view, SceneView):
            told, words = self._view.show_consequence(consequence, self.presenter.walk)
            self._told = told, words
            take_no_double_click(told)
            self.focus_on(words)
            QTimer.singleShot(0, told, self._bring_consequence)

    def _bring_consequence(self) -> None:
        """Shows the whole of the consequence where there is room for it, otherwise from its beginning."""
        if self._told and self.focus_is_where_put:
            for widget in self._told:
                self.scroll_to(widget)

    def show_saving(self, words: str) -> None:
        self._saved.setText(words)

    def _press_main(self) -> None:
        if self.presenter.consequence:
            self.presenter.go_on()
        elif self.presenter.walk.ending:
            self._go(Section.CASES)
        elif picked := self.ways.picked():
            self.presenter.choose(picked[0])

    def _choose(self, place: int) -> None:
        self.ways.choose(place)

    def _key_back(self) -> None:
        if self.presenter.may_go_back:
            self.presenter.step_back()

    def leave(self) -> None:
        self.presenter.view = None
