"""Cek kondisi komputer, with all well, and with the longest words of things that are not."""

from collections.abc import Iterator
from pathlib import Path

from asnquiz.ui.destinations import CheckComputer
from tests.ui.conftest import Opened


def condition_screens(opened: Opened) -> Iterator[str]:
    """Opens each of them."""
    opened.window.go(CheckComputer())
    opened.walker.settle()
    yield "kondisi"
    journal = Path(f"{opened.database}-journal")
    journal.touch()
    opened.walker.press("Cek lagi")
    yield "kondisi-perlu-perhatian"
    journal.unlink()
