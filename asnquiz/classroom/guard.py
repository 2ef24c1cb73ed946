"""Limits that keep one phone from disturbing the others: connections, messages, and codes that are guessed.

A router between hall and phones can give 300 of them one address. So what an honest phone does by itself is limited by
its connection, and an address only by what a whole hall behind it stays far below.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

Seconds = Callable[[], float]

MOST_LINES = 2600  # connections in all: the most participants of a briefing, and pages that are just being fetched
MOST_FROM_ONE = 1300  # from one address
PATIENCE = 10.0  # seconds in which a connection has to say what it wants


@dataclass(frozen=True)
class Rate:
    """So many at once, and then so many a second."""

    burst: float
    per_second: float


# A phone that comes back sends what it could not send before: at most the answers of one test.
MESSAGES = Rate(120, 8)
BYTES = Rate(24 * 1024, 4 * 1024)  # of one connection, with frames that are no messages
_ARRIVALS = Rate(1500, 100)  # connections from one address: each phone of a hall fetches the page and stays
_WRONG_HERE = Rate(30, 0.25)  # wrong codes from one address
_WRONG_IN_ALL = Rate(300, 2)
_FREE_TRIES = 3  # wrong codes on one connection before it has to wait
_LONGEST_WAIT = 60.0
_MOST_ADDRESSES = 4096


class Bucket:
    """What is left of a rate."""

    def __init__(self, rate: Rate, now: Seconds) -> None:
        self._rate, self._now = rate, now
        self._left, self._at = rate.burst, now()

    def take(self, count: float = 1) -> bool:
        """Whether so many more are within the rate, which are then used up."""
        if self.wait(count) > 0:
            return False
        self._left -= count
        return True

    def wait(self, count: float = 1) -> float:
        """Seconds until so many more are within the rate."""
        now = self._now()
        self._left = min(self._rate.burst, self._left + (now - self._at) * self._rate.per_second)
        self._at = now
        return max(0.0, (count - self._left) / self._rate.per_second)

    @property
    def full(self) -> bool:
        return self.wait() == 0 and self._left == self._rate.burst


@dataclass
class Tries:
    """Wrong codes on one connection: after a few of them, each lets the next try wait twice as long."""

    wrong: int = 0
    until: float = 0.0


@dataclass
class _Address:
    arrivals: Bucket
    wrong: Bucket
    lines: int = 0

    @property
    def quiet(self) -> bool:
        return not self.lines and self.arrivals.full and self.wrong.full


@dataclass
class Guard:
    """All limits of a hall; `now` is a clock of seconds that is never set back."""

    now: Seconds
    _addresses: dict[str, _Address] = field(default_factory=dict)
    _lines: int = 0

    def __post_init__(self) -> None:
        self._wrong = Bucket(_WRONG_IN_ALL, self.now)

    def let_in(self, address: str) -> bool:
        """Whether one more connection from an address is taken; then `left` follows once."""
        known = self._address(address)
        if self._lines >= MOST_LINES or known.lines >= MOST_FROM_ONE or not known.arrivals.take():
            return False
        known.lines += 1
        self._lines += 1
        return True

    def left(self, address: str) -> None:
        self._address(address).lines -= 1
        self._lines -= 1

    def bucket(self, rate: Rate) -> Bucket:
        """For one connection."""
        return Bucket(rate, self.now)

    def wait(self, address: str, tries: Tries) -> float:
        """Seconds until a code is looked at again."""
        return max(tries.until - self.now(), self._address(address).wrong.wait(), self._wrong.wait())

    def was_wrong(self, address: str, tries: Tries) -> None:
        """A code was wrong: somebody mistyped, or guesses."""
        self._address(address).wrong.take()
        self._wrong.take()
        tries.wrong += 1
        if tries.wrong >= _FREE_TRIES:
            tries.until = self.now() + min(_LONGEST_WAIT, 2.0 ** (tries.wrong - _FREE_TRIES + 1))

    def _address(self, address: str) -> _Address:
        known = self._addresses.get(address)
        if known is None:
            if len(self._addresses) >= _MOST_ADDRESSES:
                self._addresses = {key: one for key, one in self._addresses.items() if not one.quiet}
            known = _Address(Bucket(_ARRIVALS, self.now), Bucket(_WRONG_HERE, self.now))
            self._addresses[address] = known
        return known
