"""The rules of a profile's PIN: its form, how long one waits after wrong ones, and what follows a forgotten one.

Waiting is told in wall time, because it has to outlive the program. A wall clock set forward shortens it; one set back
neither shortens it nor makes it longer than what was left.
"""

from dataclasses import dataclass, replace

from asnquiz.domain.refusal import Refusal

SHORTEST, LONGEST = 4, 12
FREE_TRIES = 3
FIRST_WAIT_MS = 30_000
LONGEST_WAIT_MS = 15 * 60_000
FORGOTTEN_WAIT_MS = 24 * 60 * 60_000


def parse_pin(text: str) -> str:
    """The digits of a new PIN. Raises Refusal for anything that is not 4 to 12 of 0 to 9."""
    if not (text.isascii() and text.isdecimal() and SHORTEST <= len(text) <= LONGEST):
        raise Refusal(f"PIN terdiri atas {SHORTEST} sampai {LONGEST} angka. Ketik ulang, angka saja.")
    return text


def wait_after(failed: int) -> int:
    """Milliseconds to wait after so many wrong PINs in a row: the first ones are free, then 30 s doubles to 15 min."""
    if failed < FREE_TRIES:
        return 0
    return min(LONGEST_WAIT_MS, FIRST_WAIT_MS << min(failed - FREE_TRIES, LONGEST_WAIT_MS.bit_length()))


@dataclass(frozen=True)
class Wait:
    """A stretch of wall time that has to go by, as it was looked at last; in milliseconds.

    Attributes:
        wall_ms: what the clock said then.
        rest_ms: what was left then.
    """

    wall_ms: int
    rest_ms: int

    def left_ms(self, now_ms: int) -> int:
        """What is left; by a clock that was set back, as much as when it was looked at last."""
        return min(self.rest_ms, max(0, self.wall_ms + self.rest_ms - now_ms))

    def seen(self, now_ms: int) -> "Wait":
        """Looked at now, so that the rest goes by from here whatever the clock was set to."""
        return Wait(now_ms, self.left_ms(now_ms))


@dataclass(frozen=True)
class Guard:
    """What happened at a PIN since it was last right.

    Attributes:
        failed: how many wrong ones in a row.
        wait: what the last of them costs.
        forgotten_ms: the wall time at which somebody said that it is forgotten; None while nobody has.
        forgotten: what has to go by then.
    """

    failed: int = 0
    wait: Wait | None = None
    forgotten_ms: int | None = None
    forgotten: Wait | None = None

    def left_ms(self, now_ms: int) -> int:
        """How long no PIN is taken yet."""
        return self.wait.left_ms(now_ms) if self.wait else 0

    def seen(self, now_ms: int) -> "Guard":
        """Looked at now; to be kept, or a clock set back would hold a wait up."""
        wait, forgotten = self.wait, self.forgotten
        return replace(self, wait=wait and wait.seen(now_ms), forgotten=forgotten and forgotten.seen(now_ms))

    def tried(self, now_ms: int) -> "Guard":
        """After one more PIN that was not right; raises ValueError before the wait is over."""
        if self.left_ms(now_ms):
            raise ValueError("no PIN is taken yet")
        failed = self.failed + 1
        return replace(self, failed=failed, wait=Wait(now_ms, wait_after(failed)))

    def said_forgotten(self, now_ms: int) -> "Guard":
        """After somebody said that the PIN is forgotten; the first time counts."""
        if self.forgotten:
            return self
        return replace(self, forgotten_ms=now_ms, forgotten=Wait(now_ms, FORGOTTEN_WAIT_MS))

    def may_be_taken_off(self, now_ms: int) -> bool:
        """Whether it was forgotten for long enough."""
        return self.forgotten is not None and not self.forgotten.left_ms(now_ms)
