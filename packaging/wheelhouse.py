"""A folder of wheels for Windows: which pins it lacks for which Python.

Standard library only, since it is read where nothing is installed yet.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

from builder import REQUIREMENTS, ROOT

from asnquiz.programs.environment import pins

WHEELS = ROOT / "wheels"

# The versions 3.x that every pin has a wheel for.
PYTHONS = (11, 12, 13)

_STABLE_ABI = re.compile(r"cp3(\d+)")


def wanted() -> list[tuple[str, str]]:
    """Name and version of every pin of the program and of what builds it."""
    return [(name, version) for name, version, _ in pins(REQUIREMENTS.read_text(encoding="utf-8"))]


class Wheelhouse:
    """The wheels in a folder, by what their names say (PEP 427)."""

    def __init__(self, folder: Path) -> None:
        self.wheels = tuple(sorted(folder.glob("*.whl")))

    def missing(self, pins: Iterable[tuple[str, str]], python: int) -> list[str]:
        """The pins `name==version` that have no wheel here for Python 3.`python` on 64-bit Windows."""
        here = {pin for wheel in self.wheels if _fits(wheel, python) for pin in [_pin(wheel)]}
        return [f"{name}=={version}" for name, version in pins if (_plain(name), version) not in here]

    def beside(self, pins: Iterable[tuple[str, str]]) -> list[Path]:
        """The wheels of other packages or versions, and of other systems."""
        wanted = {(_plain(name), version) for name, version in pins}
        return [
            wheel
            for wheel in self.wheels
            if _pin(wheel) not in wanted or not any(_fits(wheel, python) for python in PYTHONS)
        ]

    def longest_name(self) -> int:
        """The length of the longest path that installing puts into `site-packages`."""
        return max((len(name) for wheel in self.wheels for name in ZipFile(wheel).namelist()), default=0)


def _pin(wheel: Path) -> tuple[str, str]:
    name, version, *_ = wheel.stem.split("-")
    return _plain(name), version


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _fits(wheel: Path, python: int) -> bool:
    pythons, abis, platforms = (part.split(".") for part in wheel.stem.split("-")[-3:])
    if not {"win_amd64", "any"} & set(platforms):
        return False
    if "abi3" in abis and any(found and int(found[1]) <= python for found in map(_STABLE_ABI.fullmatch, pythons)):
        return True
    return bool({"none", f"cp3{python}"} & set(abis)) and bool({"py3", f"cp3{python}"} & set(pythons))
