"""The computer's clocks behind the port: wall time in UTC with its offset, a counter, and a monotonic reading."""

import datetime as dt
import itertools
import time

from asnquiz.domain.moment import Moment


class SystemClock:
    """Counts on from the highest counter that the data folder has seen."""

    def __init__(self, highest_counter: int) -> None:
        self._counter = itertools.count(highest_counter + 1)

    def now(self) -> Moment:
        local = dt.datetime.now().astimezone()
        offset = local.utcoffset() or dt.timedelta()
        utc = local.astimezone(dt.UTC)
        utc = utc.replace(microsecond=utc.microsecond // 1000 * 1000)
        return Moment(utc, int(offset.total_seconds()) // 60, next(self._counter))

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000
