"""What happens in a hall, by batches of any size: the same again for the same seed."""

from collections.abc import Iterator
from random import Random

from asnquiz.domain.briefing_course import Answered, Event
from tests import builders

MOST = 60


def batches(seed: int) -> Iterator[tuple[Event, ...]]:
    """Without end."""
    random, kept = Random(seed), 0
    while True:
        size = random.choice((1, 1, 2, 5, MOST))
        yield tuple(_answer(number) for number in range(kept + 1, kept + size + 1))
        kept += size


def _answer(number: int) -> Event:
    return Event(number, builders.moment(number), Answered(number, 4, "soal-single", 1, (number % 4,), 1))
