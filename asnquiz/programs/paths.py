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

from asnquiz.domain.refusal import Refusal

PACK = "netralitas-pilkada"

MOUNTS = Path("/proc/self/mounts")

_PORTABLE = "portable"

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
    def portable(self) -> bool:
        """Whether the folder is carried about: a file named `portable` stands beside it, whatever opens it."""
        return (self.data.parent / _PORTABLE).is_file()

    @property
    def database(self) -> Path:
        return self.data / "asnquiz.db"

    @property
    def collection(self) -> Path:
        """The database in which an office gathers results."""
        return self.data / "rekap.db"

    @property
    def briefings(self) -> Path:
        """The database of a trainer: briefings and what happened in them."""
        return self.data / "sosialisasi.db"

    @property
    def drafts(self) -> Path:
        """The database of the editor: what an office writes itself."""
        return self.data / "setempat.db"

    @property
    def device_key(self) -> Path:
        return self.data / "device.key"

    @property
    def cache(self) -> Path:
        return self.data / "cache"

    @property
    def packs(self) -> Path:
        """The versions of packs beside the program's own."""
        return self.data / "paket"

    @property
    def log(self) -> Path:
        return self.data / "log"


def find_data(option: str | None, environ: Mapping[str, str], program: Path) -> Paths:
    """The data folder: of `--data-dir`, of ASNQUIZ_DATA, beside a portable program, or the operating system's own.

    `program` is the folder that a file named `portable` would stand in. Nothing is made or checked yet. Raises Refusal
    for the folder of a person who is not there (`~name`).
    """
    chosen = option or environ.get("ASNQUIZ_DATA")
    if chosen:
        try:
            return Paths(Path(chosen).expanduser().absolute())
        except RuntimeError as error:
            raise Refusal(
                f"“{chosen}” bukan folder di komputer ini: tidak ada pengguna dengan nama itu. Tulis folder lain."
            ) from error
    if (program / _PORTABLE).is_file():
        return Paths(program.absolute() / "data")
    import appdirs  # only here, so that a folder is judged where nothing is installed yet

    return Paths(Path(appdirs.user_data_dir("asnquiz", appauthor=False, roaming=False)))


def make_data(paths: Paths, environ: Mapping[str, str], mounts: Path = MOUNTS) -> None:
    """Makes the data folder, readable by its owner only, and proves that it can be written to.

    Raises Refusal when it cannot, or when the folder is on the network or kept in step by a cloud service: a database
    is damaged there sooner or later; also when a link in it leads elsewhere, since whoever had the folder may have put
    it there to have another file written over. It never turns to another folder.
    """
    try:
        place = network_place(paths.data.resolve(), environ, read_mounts(mounts))
    except (OSError, RuntimeError) as error:  # RuntimeError until Python 3.12: links that lead to one another
        raise Refusal(
            f'Jalur ke folder data "{paths.data}" tidak sampai ke sebuah folder. Periksa jalurnya, atau pilih folder '
            "lain dengan --data-dir."
        ) from error
    if place:
        raise Refusal(
            f'Folder data "{paths.data}" berada di {place}. Di sana data dapat rusak. '
            "Pilih folder di komputer ini sendiri dengan --data-dir."
        )
    try:
        paths.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=paths.data):
            pass
        link = _link_in(paths.data)
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
    if link:
        raise Refusal(
            f"Di folder data ada tautan ke tempat lain, “{link}”, yang tidak dibuat program ini. Agar berkas lain "
            "tidak tertimpa, data tidak dibuka. Hapus tautan itu, lalu coba lagi."
        )


def _link_in(folder: Path) -> Path | None:
    """A link that somebody put into the data folder, or into a folder there; None where there is none."""
    own = list(folder.iterdir())
    inside = (entry for place in own if place.is_dir() and not place.is_symlink() for entry in place.iterdir())
    return next((entry for entry in (*own, *inside) if entry.is_symlink()), None)


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
    """The folder the program stands in: main.py's in a checkout, the executable's where it came as a package."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else _PACKAGE.parent


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
