"""The charger and the battery are read from what Linux tells of them."""

from pathlib import Path

import pytest

from asnquiz.programs.surroundings import power
from asnquiz.usecases.check_briefing import Power


def supply(folder: Path, name: str, **told: str) -> None:
    (folder / name).mkdir()
    for file, words in told.items():
        (folder / name / file).write_text(f"{words}\n", "ascii")


@pytest.mark.parametrize(
    ("online", "capacity", "found"),
    [("1", "80", Power(plugged=True, percent=80)), ("0", "7", Power(plugged=False, percent=7))],
)
def test_both_are_told(tmp_path: Path, online: str, capacity: str, found: Power) -> None:
    supply(tmp_path, "AC", type="Mains", online=online)
    supply(tmp_path, "BAT0", type="Battery", capacity=capacity)
    supply(tmp_path, "mouse", type="Battery")
    assert power(tmp_path) == found


def test_what_is_not_told_is_not_known(tmp_path: Path) -> None:
    assert power(tmp_path) == power(tmp_path / "nothing") == Power(None, None)
    supply(tmp_path, "AC", type="Mains", online="?")
    supply(tmp_path, "BAT0", type="Battery", capacity="penuh")
    assert power(tmp_path) == Power(plugged=False, percent=None)
