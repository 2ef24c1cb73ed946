"""What the window does beside the person's work: it tells how it was left, and has a backup made every day."""

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer

from asnquiz.domain.recovery import Recovery
from asnquiz.domain.sudden_end import SuddenEnd
from asnquiz.programs.journey import Journey
from asnquiz.ui.messages import sentence
from asnquiz.usecases.tell_recovery import recovery_told, recovery_words, untold_recovery
from asnquiz.usecases.tell_sudden_end import Saved, saved_of, sudden_end_words

# How long after midnight, at the most, a window that stays open makes the new day's backup.
_HOUR_MS = 3_600_000


class Upkeep(QObject):
    """Lives as long as its window; all of it is done in the background, behind what the first screen asked for.

    `before` is how the window before ended, None when it was closed.
    """

    def __init__(self, journey: Journey, before: SuddenEnd | None) -> None:
        super().__init__(journey.window)
        self._journey = journey
        self._before = before
        self._told_of_failure = False
        self._timer = QTimer(self)
        self._timer.setInterval(_HOUR_MS)
        self._timer.timeout.connect(self.back_up)

    def start(self) -> None:
        self._journey.background.run(self._left, self._tell, _log)
        self.back_up()
        self._timer.start()

    def back_up(self) -> None:
        """Has the backup of today made, unless it is there; a failure is told once as long as the window is open."""
        learning = self._journey.learning
        today = learning.clock.now().local.date()
        self._journey.background.run(partial(learning.store.back_up, today), lambda _: None, self._not_backed_up)

    def _left(self) -> tuple[Recovery | None, Saved | None, str]:
        """What waits to be told, what is kept of whoever is at the window, and what is to be told of the packs."""
        known, learning = self._journey.known, self._journey.learning
        store = learning.store
        saved = saved_of(known.id, store) if self._before and known else None
        return untold_recovery(store), saved, learning.packs.notice()

    def _tell(self, left: tuple[Recovery | None, Saved | None, str]) -> None:
        """Tells all of it in one message."""
        recovery, saved, packs = left
        told = [recovery_words(recovery)] if recovery else []
        if self._before:
            told.append(sudden_end_words(self._before, saved, recovered=recovery is not None))
        if packs:
            told.append(("Paket soal yang dipilih perlu perhatian", packs))
        if told:
            title, _ = told[0]
            self._journey.window.report(title, "\n\n".join(words for _, words in told))
        if recovery:
            store = self._journey.learning.store
            self._journey.background.run(partial(recovery_told, store), lambda _: None, _log)

    def _not_backed_up(self, error: Exception) -> None:
        if not self._told_of_failure:
            self._told_of_failure = True
            self._journey.window.report("Cadangan harian belum dibuat", sentence(error))


def _log(error: Exception) -> None:
    """It is told again at the next start."""
    logging.getLogger("asnquiz").error("the telling of how it was left", exc_info=error)
