#!/usr/bin/env python3
"""Makes the program for Linux: the folder `dist/asnquiz`, and of it a zip that runs from wherever it is unpacked.

It runs on systems whose C library is as old as this one's or newer. In the zip a file named `portable` stands beside
the program, so that data stays beside it as well.
"""

import platform
import sys
import sysconfig
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from builder import DIST, build_folder, told_of

from asnquiz import __version__


def main() -> None:
    if sys.platform != "linux" or platform.machine() != "x86_64":
        sys.exit("Perintah ini membuat paket untuk Linux x86_64, dan hanya dapat dijalankan di sana.")
    library = Path(sysconfig.get_config_var("LIBDIR")) / sysconfig.get_config_var("INSTSONAME")
    if not library.exists():  # Debian keeps it apart from the interpreter, which does without
        sys.exit(f"Pustaka {library.name} belum ada. Pasang paket libpython3.{sys.version_info.minor}, lalu ulangi.")
    folder = build_folder()
    print(told_of(pack(folder, DIST / f"asnquiz-{__version__}-linux-x86_64.zip")))


def pack(folder: Path, file: Path) -> Path:
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, Path(folder.name) / path.relative_to(folder))
        packed.writestr(f"{folder.name}/portable", "")
    return file


if __name__ == "__main__":
    main()
