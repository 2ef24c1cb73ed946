#!/usr/bin/env python3
"""Makes the program for Linux: the folder `dist/asnquiz`, and of it a zip that runs from wherever it is unpacked.

It runs on systems whose C library is as old as this one's or newer. In the zip a file named `portable` stands beside
the program, so that data stays beside it as well.
"""

import platform
import sys
import sysconfig
from pathlib import Path

from builder import DIST, build_folder, hand_out, pack

from asnquiz import __version__


def main() -> None:
    if sys.platform != "linux" or platform.machine() != "x86_64":
        sys.exit("Perintah ini membuat paket untuk Linux x86_64, dan hanya dapat dijalankan di sana.")
    library = Path(sysconfig.get_config_var("LIBDIR")) / sysconfig.get_config_var("INSTSONAME")
    if not library.exists():  # Debian keeps it apart from the interpreter, which does without
        sys.exit(f"Pustaka {library.name} belum ada. Pasang paket libpython3.{sys.version_info.minor}, lalu ulangi.")
    folder = build_folder()
    hand_out(pack_portable(folder, DIST / f"asnquiz-{__version__}-linux-x86_64.zip"))


def pack_portable(folder: Path, file: Path) -> Path:
    return pack(folder, file, {"portable": b""})


if __name__ == "__main__":
    main()
