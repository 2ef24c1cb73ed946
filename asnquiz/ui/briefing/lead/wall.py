"""What is put on the wall: the picture of where the briefing stands, and what stands around it."""

from datetime import UTC, datetime, timedelta

from asnquiz.painting.tokens import AUDIENCE, AUDIENCE_DARK
from asnquiz.ui.briefing.audience.frame import Frame, Timer
from asnquiz.ui.briefing.audience.window import AudienceWindow
from asnquiz.ui.briefing.lead.presenter import LeadPresenter
from asnquiz.usecases.show_audience import stamp

COUNTDOWN = timedelta(minutes=2)


class Wall:
    """Keeps the room's window at what is led.

    Attributes:
        blank: whether nothing is shown.
        dark: whether it is shown light on dark, for a hall without light.
        counting: the countdown that the room sees, None where there is none.
    """

    def __init__(self, window: AudienceWindow, presenter: LeadPresenter) -> None:
        self.window = window
        self.blank = False
        self.dark = False
        self.counting: Timer | None = None
        self._presenter = presenter
        self._shown: object = None

    def show(self) -> None:
        """Brings the window in line with where the briefing stands, where that has changed."""
        presenter = self._presenter
        frame = Frame(presenter.news.door, presenter.briefing.class_code, stamp(presenter.pack), self.counting)
        wanted = None if self.blank else (presenter.picture, frame)
        if wanted == self._shown and self._shown is not None:
            return
        self._shown = wanted
        if wanted is None:
            self.window.show_blank()
        else:
            self.window.show_picture(*wanted)

    def turn_blank(self) -> None:
        self.blank = not self.blank
        self.show()

    def turn_dark(self) -> None:
        self.dark = not self.dark
        self.window.wear(AUDIENCE_DARK if self.dark else AUDIENCE)

    def turn_countdown(self) -> None:
        """Begins to count down, or stops doing so."""
        now = datetime.now(UTC)
        self.counting = None if self.counting else Timer(now, now + COUNTDOWN)
        self.show()

    def stop_countdown(self) -> None:
        if self.counting:
            self.turn_countdown()

    def forward(self) -> None:
        """On to the picture's next sheet, or else to what comes next in the briefing."""
        if self.blank:
            self.turn_blank()
        elif not self.window.turn(1):
            self._presenter.forward()

    def back(self) -> None:
        """Back to the picture's sheet before, or else to what came before in the briefing."""
        if self.blank:
            self.turn_blank()
        elif not self.window.turn(-1):
            self._presenter.back()
