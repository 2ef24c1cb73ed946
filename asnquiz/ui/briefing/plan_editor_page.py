"""One plan, step by step: its order and minutes, what can be added to it, and what is wrong with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from asnquiz.domain.briefing import Step, StepKind
from asnquiz.domain.briefing_wording import STEP
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.briefing.add_steps import AddSteps
from asnquiz.ui.briefing.plan_editing import PlanEditing, number_and_kind
from asnquiz.ui.briefing.words import plan_words, step_words
from asnquiz.ui.destinations import Section
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import Flow, column_in, flow_column, flow_row
from asnquiz.ui.widgets.frames import card, line, titled_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.texts import clear, heading, text
from asnquiz.ui.widgets.tick import Tick

_SIDE_BY_SIDE = 860
_MINUTES = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60)
_TWICE = "Jawab, bicarakan, lalu jawab lagi"


class PlanEditorPage(Page):
    """`back` leads to where one came from, `kept` is called once the plan is kept, and `remove` asks to remove it."""

    renews = True
    unsaved_title = "Rencana belum disimpan"
    keys = KeyGroup.PLAN

    def __init__(
        self,
        theme: Theme,
        presenter: PlanEditing,
        *,
        kept: Callable[[], None],
        back: Callable[[], None],
        remove: Callable[[], None] | None,
    ) -> None:
        super().__init__(theme, "Susun rencana", Section.BRIEFING)
        self.presenter = presenter
        self._kept = kept
        presenter.view = self
        self.way_back("Kembali", back)
        self.title("Susun rencana")
        self._name = Field(theme, "Nama rencana", QLineEdit(presenter.plan.name), _named)
        self._name.line.textChanged.connect(presenter.rename)
        self.column.addWidget(self._name)
        self.column.addWidget(self._actions(remove))
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        self._steps, self._listed = flow_column(12)
        both.add(self._steps, 3, top=True)
        self.adding = AddSteps(theme, presenter, self._added)
        both.add(self.adding, 2, top=True)
        self.column.addWidget(both)
        self.column.addStretch(1)
        # As shortcuts, because a button would move the focus and a list would open itself.
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move_focused, by))
        self._fill()

    def stand_as(self, before: Page) -> None:
        if isinstance(before, PlanEditorPage):
            self.adding.stand_as(before.adding)
        super().stand_as(before)

    def _actions(self, remove: Callable[[], None] | None) -> QWidget:
        saving = button(self.theme, "Simpan rencana", self._save, role="primary", icon="save")
        return flow_row(saving, button(self.theme, "Hapus rencana …", remove)) if remove else flow_row(saving)

    def show_steps(self) -> None:
        """Shows the steps as they are now; the focus stays on the same button of the same place."""
        focused = QApplication.focusWidget()
        name = focused.accessibleName() if focused is not None and self._steps.isAncestorOf(focused) else ""
        self._fill()
        self.adding.show_offers()
        if name:
            again = next((one for one in self._steps.findChildren(QWidget) if one.accessibleName() == name), None)
            (again or self._heading).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        theme, plan = self.theme, self.presenter.plan
        clear(self._steps)
        for title, told in (("Yang perlu dibenahi", self.presenter.faults), ("Catatan", self.presenter.hints)):
            if told:
                frame, column = titled_card(theme, title)
                for words in told:
                    column.addWidget(text(theme, f"• {words}", tone="conditional"))
                self._listed.addWidget(frame)
        frame, column = card(spacing=10)
        self._heading = heading(theme, plan_words(plan))
        self._heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self._heading)
        for at, step in enumerate(plan.steps):
            column.addWidget(line())
            column.addWidget(self._step(at, step))
        if not plan.steps:
            column.addWidget(text(theme, "Belum ada isinya. Tambahkan dari daftar.", tone="ink-2"))
        self._listed.addWidget(frame)

    def _step(self, at: int, step: Step) -> QWidget:
        theme = self.theme
        host = _StepRow(at)
        column = host.column
        column.addWidget(heading(theme, f"{at + 1}. {step_words(step, self.presenter.pack)}", Size.BODY, level=3))
        minutes, caption = self._minutes(at, step), text(theme, "Waktu", size=Size.CAPTION, tone="ink-2", wrap=False)
        caption.setBuddy(minutes)
        row: list[QWidget] = [caption, minutes]
        last = len(self.presenter.plan.steps) - 1
        for words, icon, act, usable in (
            ("Naik", "arrow-up", partial(self._move, at, -1), at > 0),
            ("Turun", "arrow-down", partial(self._move, at, 1), at < last),
            ("Hapus", "x", partial(self._remove, at), True),
        ):
            made = button(theme, words, act, role="quiet", icon=icon)
            made.setAccessibleName(f"{words}: {number_and_kind(at, step)}")
            made.setEnabled(usable)
            row.append(made)
        column.addWidget(flow_row(*row))
        if step.kind is StepKind.QUESTION:
            tick = Tick(theme, _TWICE, host)
            tick.setAccessibleName(f"{_TWICE}: {number_and_kind(at, step)}")
            tick.setChecked(step.twice)
            tick.clicked.connect(lambda on: self.presenter.set_twice(at, on))
            column.addWidget(tick, 0, _LEFT)
        return host

    def _minutes(self, at: int, step: Step) -> Select:
        select = Select(self.theme, f"Waktu {number_and_kind(at, step)}")
        for minutes in sorted({*_MINUTES, step.minutes}):
            select.addItem(f"{number_words(minutes)} menit", minutes)
        select.setCurrentIndex(select.findData(step.minutes))
        select.activated.connect(lambda _: self.presenter.set_minutes(at, select.currentData()))
        return select

    def _move(self, at: int, by: int) -> None:
        """The focus goes along with the step, so that pressing again moves it on."""
        to, step = self.presenter.move(at, by), self.presenter.plan.steps[at]
        if to != at:
            step = self.presenter.plan.steps[to]
            announce(self, f"{STEP[step.kind]} sekarang bagian {to + 1}.")
            self._focus("Naik" if by < 0 else "Turun", f": {number_and_kind(to, step)}")

    def _focus(self, words: str, about: str) -> None:
        """On a button of a step; where it cannot be pressed any more, on another of that step."""
        buttons = [one for one in self._steps.findChildren(Button) if one.isEnabled()]
        of_step = [one for one in buttons if one.accessibleName().endswith(about)]
        same = (one for one in of_step if one.accessibleName() == f"{words}{about}")
        next(same, of_step[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, at: int) -> None:
        kind = self.presenter.plan.steps[at].kind
        self.presenter.remove(at)
        announce(self, f"{STEP[kind]} dihapus dari rencana.")

    def _added(self, at: int) -> None:
        step = self.presenter.plan.steps[at]
        announce(self, f"{step_words(step, self.presenter.pack)}: ditambahkan sebagai bagian {at + 1}.")

    def _move_focused(self, by: int) -> None:
        if row := _row_of(QApplication.focusWidget()):
            self._move(row.at, by)

    @property
    def unsaved(self) -> bool:
        return self.presenter.unsaved

    def _save(self) -> None:
        self.save_then(self._kept)

    def save_then(self, go_on: Callable[[], None]) -> None:
        if not self._name.check():
            self._name.take_focus()
        else:
            self.presenter.save(go_on)


class _StepRow(Flow):
    """A step in the list, by its place."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at
        self.column = column_in(self, 6)


def _row_of(widget: QWidget | None) -> _StepRow | None:
    while widget is not None and not isinstance(widget, _StepRow):
        widget = widget.parentWidget()
    return widget


_LEFT = Qt.AlignmentFlag.AlignLeft


def _named(typed: str) -> str:
    name = parse_line(typed, "Nama rencana")
    if name is None:
        raise Refusal("Tulis nama rencananya, misalnya Apel Senin 30 menit.")
    return name
