"""What the window does beside the person's work: it tells of a recovery, and has a backup made every day."""

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer

from asnquiz.domain.recovery import Recovery
from asnquiz.programs.learning import Learning
from asnquiz.ui.background import Background
from asnquiz.ui.messages import sentence
from asnquiz.ui.shell.main_window import MainWindow
from asnquiz.usecases.tell_recovery import recovery_told, recovery_words, untold_recovery

# How long after midnight, at the most, a window that stays open makes the new day's backup.
_HOUR_MS = 3_600_000


class Upkeep(QObject):
    """Lives as long as its window; all of it is done in the background, behind what the first screen asked for."""

    def __init__(self, learning: Learning, background: Background, window: MainWindow) -> None:
        super().__init__(window)
        self._learning = learning
        self._background = background
        self._report = window.report
        self._told_of_failure = False
        self._timer = QTimer(self)
        self._timer.setInterval(_HOUR_MS)
        self._timer.timeout.connect(self.back_up)

    def start(self) -> None:
        self._background.run(partial(untold_recovery, self._learning.store), self._tell, _log)
        self.back_up()
        self._timer.start()

    def back_up(self) -> None:
        """Has the backup of today made, unless it is there; a failure is told once as long as the window is open."""
        today = self._learning.clock.now().local.date()
        self._background.run(partial(self._learning.store.back_up, today), lambda _: None, self._not_backed_up)

    def _tell(self, recovery: Recovery | None) -> None:
        if recovery is not None:
            self._report(*recovery_words(recovery))
            self._background.run(partial(recovery_told, self._learning.store), lambda _: None, _log)

    def _not_backed_up(self, error: Exception) -> None:
        if not self._told_of_failure:
            self._told_of_failure = True
            self._report("Cadangan harian belum dibuat", sentence(error))


def _log(error: Exception) -> None:
    """It is told again at the next start."""
    logging.getLogger("asnquiz").error("the telling of a recovery", exc_info=error)
