"""What a real client of AT-SPI was told: expectations written by hand, for every screen that it came by."""

from tests.screen_reader.told import Told


def test_the_walk_ends_well(told: Told) -> None:
    assert told.run["code"] == 0, told.run["said"]
