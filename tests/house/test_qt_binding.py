"""The Qt binding must count references right: the wheel of PySide6 6.12.0 loses one to None in almost every call."""

import sys

from PySide6.QtCore import QObject


def test_calls_into_qt_leave_the_count_of_none_alone() -> None:
    thing = QObject()
    thing.setObjectName("a")
    before = sys.getrefcount(None)
    for _ in range(1_000):
        thing.setObjectName("a")
    # Other threads and caches move the count by a few; a lost reference a call would move it by a thousand.
    assert abs(sys.getrefcount(None) - before) < 100
