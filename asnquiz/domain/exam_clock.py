"""The exam clock: milliseconds left, taken down by monotonic time while the exam is on screen, and never growing."""

from dataclasses import dataclass

# The screen ticks every second; a gap this long means that the computer slept, which pauses the exam.
SLEEP_GAP_MS = 20_000


@dataclass(frozen=True)
class ExamClock:
    """What is left, as of one reading of the computer's two clocks.

    Attributes:
        remaining_ms: never below 0.
        monotonic_ms, wall_ms: the readings that `remaining_ms` belongs to.
    """

    remaining_ms: int
    monotonic_ms: int
    wall_ms: int

    def tick(self, monotonic_ms: int, wall_ms: int) -> tuple["ExamClock", int]:
        """The clock at a later reading, and the wall milliseconds of a pause that lies between, or 0.

        Monotonic clocks count sleep on some systems and not on others, so a sleep shows as a long gap in either
        clock; it is a pause and costs nothing. A wall clock set back, or forward by hand, never changes what is left.
        """
        passed = monotonic_ms - self.monotonic_ms
        wall_passed = wall_ms - self.wall_ms
        if passed >= SLEEP_GAP_MS:
            return ExamClock(self.remaining_ms, monotonic_ms, wall_ms), max(passed, wall_passed)
        remaining = min(self.remaining_ms, max(0, self.remaining_ms - passed))
        slept = wall_passed - passed if wall_passed - passed >= SLEEP_GAP_MS else 0
        return ExamClock(remaining, monotonic_ms, wall_ms), slept

    def held(self, monotonic_ms: int, wall_ms: int) -> tuple["ExamClock", int]:
        """The clock at a later reading up to which it was stopped, and the wall milliseconds of that pause."""
        return ExamClock(self.remaining_ms, monotonic_ms, wall_ms), max(0, wall_ms - self.wall_ms)
