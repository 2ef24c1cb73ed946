"""What the program depends on of the computer it runs on, asked without changing anything; see usecases.ports.Computer.

Qt answers on the window's thread only, so what is asked of it comes in as values and the rest may run on the worker.
"""

import datetime as dt
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from asnquiz.domain.condition import Folder, Place, View
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import MOUNTS, Paths, assets_folder, find_data, network_place, program_folder, read_mounts
from asnquiz.programs.versions import system_words

_ICON_SIDE = 16
_DRIVE_REMOVABLE = 2  # of the Windows function GetDriveTypeW


def missing_files() -> tuple[str, ...]:
    """What of the look is missing, for a command that has no window to ask."""
    from asnquiz.painting.icons import Icons
    from asnquiz.painting.tokens import ThemeName
    from asnquiz.programs.desktop import make_application
    from asnquiz.ui.theme import Theme, missing_of_look

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with suppress(Refusal):  # of a computer without any font, which is told below
        make_application()
    folder = assets_folder() / "icons"
    icons = Icons(folder)
    for name in {"check", *(file.stem for file in folder.glob("*.svg"))}:
        icons.pixmap(name, "#000", _ICON_SIDE)
    theme = Theme(ThemeName.LIGHT, 1.0, icons)
    return tuple(missing_of_look(theme, assets_folder() / "style.qss"))


@dataclass(frozen=True)
class ThisComputer:
    """See usecases.ports.Computer; `missing` and `seen` are what Qt knows of the look and the window."""

    paths: Paths
    missing: tuple[str, ...]
    seen: View | None = None

    def now(self) -> dt.datetime:
        return dt.datetime.now().astimezone()

    def folder(self) -> Folder:
        data = self.paths.data
        nearest = next(folder for folder in (data, *data.parents) if folder.exists())
        try:
            free = shutil.disk_usage(nearest).free
        except OSError:
            free = None
        place = place_of_data(data)
        return Folder(
            place=place,
            home_path=_below_home(data) if place is Place.USUAL else None,
            exists=data.is_dir(),
            writable=nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK),
            elsewhere=network_place(data.resolve(), os.environ, read_mounts(MOUNTS)),
            removable=is_removable(nearest),
            free=free,
        )

    def system(self) -> str:
        return system_words()

    def missing_look(self) -> tuple[str, ...]:
        return self.missing

    def view(self) -> View | None:
        return self.seen


def place_of_data(data: Path, environ: Mapping[str, str] = os.environ) -> Place:
    """Which of the places for data a folder is."""
    program = program_folder()
    if data == program.absolute() / "data":
        return Place.PORTABLE
    unchosen = {name: value for name, value in environ.items() if name != "ASNQUIZ_DATA"}
    return Place.USUAL if data == find_data(None, unchosen, program).data else Place.CHOSEN


def is_removable(folder: Path, devices: Path = Path("/sys/dev/block")) -> bool | None:
    """Whether a folder is on a stick or another drive that can be pulled out; None where nothing says so."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(PureWindowsPath(folder).anchor) == _DRIVE_REMOVABLE)
    number = folder.stat().st_dev
    return is_removable_device(devices / f"{os.major(number)}:{os.minor(number)}")


def is_removable_device(device: Path) -> bool | None:
    """Whether a block device of Linux's /sys can be pulled out: it says so, or is at a USB port."""
    if not device.exists():
        return None
    whole = device.resolve()
    if any(part.startswith("usb") for part in whole.parts):
        return True
    marks = [folder / "removable" for folder in (whole, whole.parent)]  # a partition's is its whole device's
    return any(mark.is_file() and mark.read_text().strip() == "1" for mark in marks)


def _below_home(data: Path) -> str | None:
    home = Path.home()
    return f"~/{data.relative_to(home).as_posix()}" if data.is_relative_to(home) else None
