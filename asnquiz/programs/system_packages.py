"""What the program needs of a Linux system beside Python's own packages, and how Debian and Ubuntu install it.

Standard library only, but for the look at Qt itself.
"""

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

QT_PACKAGES = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-shape0",
    "fonts-dejavu-core",
)


def may_install() -> bool:
    """Whether this process may install Debian packages: it has apt-get and runs as root."""
    return sys.platform != "win32" and shutil.which("apt-get") is not None and os.geteuid() == 0


def install(packages: Iterable[str]) -> bool:
    """Installs Debian packages; False when apt-get failed."""
    # An update that fails in part, as with one dead mirror of several, still lets the installation succeed.
    _apt_get("update")
    return _apt_get("install", "-y", "--no-install-recommends", *packages) == 0


def command(packages: Iterable[str]) -> str:
    """The one command that a person types to install Debian packages, also where apt's lists are old or empty."""
    superuser = "sudo sh -c" if shutil.which("sudo") else "su - -c"
    return f"{superuser} 'apt-get update; apt-get install -y {' '.join(packages)}'"


def missing_qt_library() -> str | None:
    """The first system library that Qt or its window plug-in for X11 cannot find on this Linux; None when all is there.

    Loads both into this process, as opening a window does anyway.
    """
    if sys.platform != "linux":
        return None
    try:
        import PySide6.QtWidgets

        plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except (ImportError, OSError) as error:
        return missing_library(error)
    return None


def missing_library(error: ImportError | OSError) -> str | None:
    """The system library whose absence is the error; None when it is another error."""
    found = re.match(r"(\S+\.so[.\d]*):", str(error))
    return found[1] if found else None


def qt_advice(library: str) -> str:
    """What to do when `library` is missing."""
    way = "Pasang pustaka itu dengan pengelola paket sistem Anda, lalu jalankan program lagi."
    if shutil.which("apt-get"):
        way = f"Jalankan perintah berikut satu kali, lalu jalankan program lagi:\n  {command(QT_PACKAGES)}"
    return (
        f"Pustaka sistem untuk Qt belum lengkap ({library}), sehingga program belum dapat dijalankan sepenuhnya.\n{way}"
    )


def _apt_get(*arguments: str) -> int:
    import subprocess  # which a start of the window need not load

    return subprocess.run(  # noqa: S603 - our own lists
        ("apt-get", *arguments),  # noqa: S607 - wherever the system has it
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    ).returncode
