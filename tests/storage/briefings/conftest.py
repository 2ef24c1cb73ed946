"""A trainer's database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.storage.briefings.database import BriefingDatabase, open_briefings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sosialisasi.db"


@pytest.fixture
def store(path: Path) -> Iterator[BriefingDatabase]:
    opened = open_briefings(path)
    yield opened
    opened.close()
