"""Keeps responses while the person goes on: what is on its way, what is durable, and what must come back."""

from collections.abc import Callable
from functools import partial

from asnquiz.domain.attempt import Attempt, Response
from asnquiz.ui.messages import sentence
from asnquiz.usecases.ports import Background


def lost_words(attempt: Attempt, response: Response, error: Exception, *, on_screen: bool) -> str:
    """What to tell of a response that could not be saved: which one, why, and where to give it again."""
    words = f"Soal {attempt.place_of(response.item) + 1}, {attempt.title}. {sentence(error)}"
    return words if on_screen else f"{words} Lanjutkan kuis itu dari Beranda untuk menjawabnya lagi."


class ResponseKeeper:
    """Sends responses to be kept one after another.

    `on_kept` and `on_lost` follow each response; a lost one is the caller's to take back and show again.
    """

    def __init__(
        self,
        background: Background,
        on_kept: Callable[[Response], None],
        on_lost: Callable[[Response, Exception], None],
    ) -> None:
        self._background = background
        self._on_kept = on_kept
        self._on_lost = on_lost
        self._waiting: Callable[[], None] | None = None
        self.pending = 0

    def keep(self, response: Response, work: Callable[[], Response]) -> None:
        """Sends one response to be made durable by `work`."""
        self.pending += 1
        self._background.run(work, self._kept, partial(self._lost, response))

    def when_kept(self, action: Callable[[], None]) -> None:
        """Runs `action` once everything sent is durable; a lost response calls it off."""
        self._waiting = action
        self._settle()

    def _kept(self, response: Response) -> None:
        self.pending -= 1
        self._on_kept(response)
        self._settle()

    def _lost(self, response: Response, error: Exception) -> None:
        self.pending -= 1
        self._waiting = None
        self._on_lost(response, error)

    def _settle(self) -> None:
        if not self.pending and self._waiting:
            action, self._waiting = self._waiting, None
            action()
