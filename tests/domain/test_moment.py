"""Moments: UTC as kept, the local time the person saw, and no other zone."""

import datetime as dt

import pytest

from asnquiz.domain.moment import Moment

UTC = dt.datetime(2024, 11, 26, 17, 30, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("offset", "local"),
    [
        (420, "2024-11-27T00:30:15"),
        (480, "2024-11-27T01:30:15"),
        (540, "2024-11-27T02:30:15"),
        (0, "2024-11-26T17:30:15"),
        (-210, "2024-11-26T14:00:15"),
    ],
)
def test_the_local_time_is_what_the_person_saw(offset: int, local: str) -> None:
    assert Moment(UTC, offset, 1).local.isoformat() == local


def test_a_computer_that_moves_to_another_zone_keeps_the_same_time() -> None:
    assert Moment(UTC, 420, 1).utc == Moment(UTC, 540, 2).utc


@pytest.mark.parametrize("other", [UTC.replace(tzinfo=None), UTC.astimezone(dt.timezone(dt.timedelta(hours=7), "WIB"))])
def test_any_other_zone_and_no_zone_are_refused(other: dt.datetime) -> None:
    with pytest.raises(ValueError, match="UTC"):
        Moment(other, 420, 1)
