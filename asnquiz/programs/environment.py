"""The virtual environment beside main.py: whether it is there, whole, and as the pinned requirements want it.

This is loaded before any package is installed, so it stays within the standard library, and at the top of the module
within the few modules that every start can afford.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

UNFINISHED = "unfinished"


class Environment:
    """The virtual environment of one program folder, for the given files of pinned requirements.

    Each file has a stamp inside the environment: `unfinished` while its packages are being installed, then a copy of
    the file. So a start that was killed halfway leaves a trace, and changed pins show.
    """

    def __init__(self, program: Path, *requirements: str, folder: Path | None = None) -> None:
        """`folder` is the environment's own, where it is not the program's `.venv`."""
        self.program = program
        self.folder = folder or program / ".venv"
        self.requirements = tuple(program / name for name in requirements)

    @property
    def python(self) -> Path:
        """The interpreter inside; on Windows the one without a console when this process has none."""
        if os.name == "nt":
            return self.folder / "Scripts" / ("pythonw.exe" if sys.stderr is None else "python.exe")
        return self.folder / "bin" / "python"

    @property
    def running(self) -> bool:
        """Whether this process runs inside."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    @property
    def ready(self) -> bool:
        """Whether every requirement is installed as it is pinned now, for the Python that is there now."""
        try:
            pinned = all(self._stamp(file) == file.read_text(encoding="utf-8") for file in self.requirements)
            return pinned and self._python_is_the_same()
        except PermissionError:
            return False  # another account made it for itself alone

    @property
    def half_made(self) -> bool:
        """Whether an earlier start was stopped while it installed."""
        return any(stamp.read_text() == UNFINISHED for stamp in self.folder.glob("*.stamp"))

    def mark_unfinished(self) -> None:
        for file in self.requirements:
            self._stamp_file(file).write_text(UNFINISHED)

    def mark_ready(self) -> None:
        for file in self.requirements:
            self._stamp_file(file).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")

    def _stamp(self, requirements: Path) -> str | None:
        file = self._stamp_file(requirements)
        return file.read_text(encoding="utf-8") if file.is_file() else None

    def _stamp_file(self, requirements: Path) -> Path:
        return self.folder / f"{requirements.name}.stamp"

    def _python_is_the_same(self) -> bool:
        """Whether the system still has the Python that this was made from, not removed and not another version."""
        settings = self.folder / "pyvenv.cfg"
        lines = settings.read_text(encoding="utf-8").splitlines() if settings.is_file() else ()
        homes = [Path(line.partition("=")[2].strip()) for line in lines if line.startswith("home")]
        if not self.python.exists() or not any(home.is_dir() for home in homes):
            return False
        version = self.python.resolve().name  # python3.11, also when it is reached through python3
        return not version.startswith("python3.") or (self.folder / "lib" / version).is_dir()


def satisfied(requirements: Sequence[Path]) -> bool:
    """Whether the running interpreter has every pin at its version.

    A pin with a marker may be missing, since the marker may not apply here; at another version it may not be.
    """
    return all(
        _installed_version(name) in ((version, None) if marked else (version,))
        for file in requirements
        for name, version, marked in pins(file.read_text(encoding="utf-8"))
    )


def pins(requirements: str) -> Iterator[tuple[str, str, bool]]:
    """Name and version of every `name==version ; marker` line, and whether it has a marker."""
    for line in requirements.splitlines():
        pin, _, marker = line.partition(";")
        name, _, version = pin.strip().partition("==")
        if name and not name.startswith("#"):
            yield name, version, bool(marker)


def _installed_version(name: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
