"""A button that saves something, and says how far that is."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from asnquiz.painting.tokens import Size
from asnquiz.ui.recap.saving import Saving, State
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, column_in
from asnquiz.ui.widgets.texts import text

_INSTEAD = {State.WAITING: "Menunggu giliran …", State.SAVING: "Menyimpan …"}


class SavingButton(Flow):
    """Pressed once, it waits until all that it saves is saved; `what` is by which `saving` names that."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        on_click: Callable[[], None],
        saving: Saving,
        *what: object,
        icon: str = "file-down",
    ) -> None:
        super().__init__()
        self._words = words
        self._saving = saving
        self._what = what
        column = column_in(self, 4)
        self._button = button(theme, words, on_click, icon=icon)
        self._progress = text(theme, "", size=Size.CAPTION, tone="ink-2")
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._progress)
        self.show_saving()

    def show_saving(self) -> None:
        """Shows how far it is now."""
        state = self._saving.state(*self._what)
        words = _INSTEAD.get(state, self._words)
        self._button.setText(f" {words}")
        self._button.setAccessibleName(words if state is State.IDLE else f"{words} {self._words}")
        self._button.setEnabled(state is State.IDLE)
        self._progress.setText(self._saving.words)
        self._progress.setVisible(state is State.SAVING)
