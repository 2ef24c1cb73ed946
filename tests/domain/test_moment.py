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


def test_milliseconds_are_counted_without_rounding() -> None:
    first, later = UTC.replace(microsecond=0), UTC.replace(microsecond=0) + dt.timedelta(milliseconds=4_161_797)
    assert Moment(later, 420, 2).wall_ms - Moment(first, 420, 1).wall_ms == 4_161_797
    assert Moment(dt.datetime(1970, 1, 1, tzinfo=dt.UTC), 420, 1).wall_ms == 0


@pytest.mark.parametrize("other", [UTC.replace(tzinfo=None), UTC.astimezone(dt.timezone(dt.timedelta(hours=7), "WIB"))])
def test_any_other_zone_and_no_zone_are_refused(other: dt.datetime) -> None:
    with pytest.raises(ValueError, match="UTC"):
        Moment(other, 420, 1)
