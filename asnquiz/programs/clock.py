"""The computer's clocks behind the port: wall time in UTC with its offset, a counter, and a monotonic reading."""

import datetime as dt
import sys
import threading
import time

from asnquiz.domain.moment import Moment


class SystemClock:
    """Counts on from the highest counter that the data folder has seen."""

    def __init__(self, highest_counter: int) -> None:
        self._counter = highest_counter
        self._counting = threading.Lock()

    def now(self) -> Moment:
        if sys.platform != "win32":
            time.tzset()  # or a zone that is changed while the program runs would go unnoticed until its next start
        utc = dt.datetime.now(dt.UTC)
        offset = utc.astimezone().utcoffset() or dt.timedelta()
        utc = utc.replace(microsecond=utc.microsecond // 1000 * 1000)
        return Moment(utc, int(offset.total_seconds()) // 60, self._count())

    def count_on(self, counter: int) -> None:
        """Lets every later moment have a higher counter than this one, which came with data of another computer."""
        with self._counting:
            self._counter = max(self._counter, counter)

    def _count(self) -> int:
        with self._counting:
            self._counter += 1
            return self._counter

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000
