"""Where things are: the data folder of this person, and the content and assets that travel with the program.

The only place that knows appdirs, whose upstream is frozen.
"""

import os
import re
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

import appdirs

from asnquiz.domain.refusal import Refusal

PACK = "netralitas-pilkada"

_PACKAGE = Path(__file__).resolve().parent.parent

# Folders that a program of this name copies elsewhere, also with something behind the name: "OneDrive - Pemkot".
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drive saya": "Google Drive",
    "nextcloud": "Nextcloud",
}
_NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "davfs"})
_DRIVE_REMOTE = 4  # of the Windows function GetDriveTypeW


@dataclass(frozen=True)
class Paths:
    """The data folder and what is in it."""

    data: Path

    @property
    def database(self) -> Path:
        return self.data / "asnquiz.db"

    @property
    def device_key(self) -> Path:
        return self.data / "device.key"

    @property
    def cache(self) -> Path:
        return self.data / "cache"

    @property
    def log(self) -> Path:
        return self.data / "log"


def find_data(option: str | None, environ: Mapping[str, str], program: Path) -> Paths:
    """The data folder: of `--data-dir`, of ASNQUIZ_DATA, beside a portable program, or the operating system's own.

    `program` is the folder that a file named `portable` would stand in. Nothing is made or checked yet.
    """
    chosen = option or environ.get("ASNQUIZ_DATA")
    if chosen:
        return Paths(Path(chosen).expanduser().absolute())
    if (program / "portable").is_file():
        return Paths(program.absolute() / "data")
    return Paths(Path(appdirs.user_data_dir("asnquiz", appauthor=False, roaming=False)))


def make_data(paths: Paths, environ: Mapping[str, str], mounts: Path = Path("/proc/self/mounts")) -> None:
    """Makes the data folder, readable by its owner only, and proves that it can be written to.

    Raises Refusal when it cannot, or when the folder is on the network or kept in step by a cloud service: a database
    is damaged there sooner or later. It never turns to another folder.
    """
    place = network_place(paths.data.resolve(), environ, read_mounts(mounts))
    if place:
        raise Refusal(
            f'Folder data "{paths.data}" berada di {place}. Di sana data dapat rusak. '
            "Pilih folder di komputer ini sendiri dengan --data-dir."
        )
    try:
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=paths.data):
            pass
    except (FileExistsError, NotADirectoryError) as error:
        raise Refusal(
            f'"{paths.data}" tidak dapat menjadi folder data karena di jalur itu ada berkas. '
            "Pilih folder lain dengan --data-dir."
        ) from error
    except OSError as error:
        raise Refusal(
            f'Folder data "{paths.data}" tidak dapat ditulisi. '
            "Beri izin tulis, kosongkan ruang penyimpanan, atau pilih folder lain dengan --data-dir."
        ) from error


def network_place(folder: PurePath, environ: Mapping[str, str], mounts: str = "") -> str | None:
    """What keeps `folder` elsewhere than on this computer, in words that follow "berada di"; None when nothing does.

    `mounts` is the text of Linux's /proc/self/mounts.
    """
    if folder.drive.startswith("\\\\") or _is_remote_drive(folder):
        return "jaringan"
    if any(_within(folder, value) for name, value in environ.items() if name.upper().startswith("ONEDRIVE") and value):
        return "folder yang disinkronkan OneDrive"
    for part in folder.parts:
        for start, service in _SYNCED.items():
            if re.match(rf"{start}\b", part, re.IGNORECASE):
                return f"folder yang disinkronkan {service}"
    return "jaringan" if _mount_type(folder, mounts) in _NETWORK_TYPES else None


def program_folder() -> Path:
    """The folder the program stands in: main.py's in a checkout."""
    return _PACKAGE.parent


def content_folder() -> Path:
    """The folder with one folder a pack."""
    return _travelling("questions")


def guides_folder() -> Path:
    """The folder with the guides that the window shows."""
    return _travelling("docs")


def readings_file() -> Path:
    """The table of the blind readings of the program's own pack."""
    return _travelling("docs") / "telaah.csv"


def assets_folder() -> Path:
    """The folder with fonts, icons and pictures."""
    return _travelling("assets")


def _travelling(name: str) -> Path:
    """A wheel carries the folder inside the package; a checkout has it beside the package."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _within(folder: PurePath, parent: str) -> bool:
    return folder.is_relative_to(type(folder)(parent))


def _is_remote_drive(folder: PurePath) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetDriveTypeW(PureWindowsPath(folder).anchor) == _DRIVE_REMOTE)


def read_mounts(file: Path) -> str:
    """The text of Linux's table of mounts, empty on other systems."""
    return os.fsdecode(file.read_bytes()) if file.is_file() else ""


def _mount_type(folder: PurePath, mounts: str) -> str | None:
    """The file system type of the deepest mount that `folder` lies in; the last line wins, as on the system."""
    deepest: tuple[int, str | None] = (0, None)
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        place = PurePath(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point))
        if folder.is_relative_to(place) and len(place.parts) >= deepest[0]:
            deepest = len(place.parts), kind
    return deepest[1]
