"""An editor's database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.storage.drafts.database import DraftDatabase, open_drafts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "setempat.db"


@pytest.fixture
def store(path: Path) -> Iterator[DraftDatabase]:
    opened = open_drafts(path)
    yield opened
    opened.close()
