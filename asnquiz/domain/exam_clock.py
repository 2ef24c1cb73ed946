"""The exam clock: milliseconds left, taken down by monotonic time while the exam is on screen, and never growing.

Where an exam may not be paused, time away is taken off as well.
"""

from dataclasses import dataclass, replace

# The screen ticks every second; a gap this long means that the computer slept.
SLEEP_GAP_MS = 20_000


@dataclass(frozen=True)
class ExamClock:
    """What is left, as of one reading of the computer's two clocks.

    Attributes:
        remaining_ms: never below 0.
        monotonic_ms, wall_ms: the readings that `remaining_ms` belongs to.
        pauses: whether time away costs nothing.
    """

    remaining_ms: int
    monotonic_ms: int
    wall_ms: int
    pauses: bool = True

    def tick(self, monotonic_ms: int, wall_ms: int) -> tuple["ExamClock", int]:
        """The clock at a later reading, and the wall milliseconds of a pause that lies between, or 0.

        Monotonic clocks count sleep on some systems and not on others, so a sleep shows as a long gap in either
        clock. Where pauses are allowed it costs nothing, and a wall clock set back, or forward by hand, never changes
        what is left; where they are not, it cannot be told from one set forward, which costs as much.
        """
        passed = monotonic_ms - self.monotonic_ms
        wall_passed = wall_ms - self.wall_ms
        if passed >= SLEEP_GAP_MS:
            away = max(passed, wall_passed)
            return self._at(monotonic_ms, wall_ms, 0, away), away
        slept = wall_passed - passed if wall_passed - passed >= SLEEP_GAP_MS else 0
        return self._at(monotonic_ms, wall_ms, passed, slept), slept

    def held(self, monotonic_ms: int, wall_ms: int) -> tuple["ExamClock", int]:
        """The clock at a later reading up to which nobody was there, and the wall milliseconds of that pause."""
        away = max(0, wall_ms - self.wall_ms)
        return self._at(monotonic_ms, wall_ms, 0, away), away

    def _at(self, monotonic_ms: int, wall_ms: int, passed: int, away: int) -> "ExamClock":
        """The clock at a later reading, so long before which it was on screen and somebody was away."""
        left = self.remaining_ms - max(0, passed)
        return replace(
            self,
            remaining_ms=max(0, left if self.pauses else left_after(left, away)),
            monotonic_ms=monotonic_ms,
            wall_ms=wall_ms,
        )


def left_after(remaining_ms: int, away_ms: int) -> int:
    """What is left of an exam that may not be paused after so much wall time away; a clock set back takes nothing."""
    return max(0, remaining_ms - max(0, away_ms))
