#!/usr/bin/env python3
r"""Makes the program for Windows, on a Windows computer without internet: its folder, a trial of it, a zip to hand out.

    py packaging\windows.py

What it needs lies in the folder `wheels/`, which wheels.py fills on a computer with internet. It never ran on Windows
before it was handed out: what can be tried elsewhere is in tests/house/test_windows_package.py.
"""

import datetime as dt
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import NamedTuple

if sys.version_info < (3, 11):  # noqa: UP036 - said to older interpreters, so nothing above may need a newer one
    sys.exit("Paket Windows dibuat dengan Python 3.11, 3.12, atau 3.13, 64-bit. Pasang salah satunya, lalu ulangi.")

from builder import DIST, ENVIRONMENT, ROOT, build_folder, hand_out, pack
from wheelhouse import PYTHONS, WHEELS, Wheelhouse, wanted

from asnquiz import __version__
from asnquiz.programs.paths import network_place
from asnquiz.programs.windows_version import unfit_windows

FILES = ROOT / "packaging" / "windows-files"
REPORT = "hasil-coba-windows.txt"
GUIDE = ROOT / "docs" / "panduan-instalasi.md"

# What wheels, environment, build, folder and zip take, with room to spare.
NEEDED_BYTES = 2_000_000_000
LONGEST_PATH = 259

# The words of each trial; the last one takes a folder.
TRIALS = (("--versi",), ("doctor", "--json"), ("content", "check"), ("tour", "--out"))


class Computer(NamedTuple):
    """What counts of a computer: `windows` is None elsewhere."""

    platform: str
    windows: tuple[int, int, int] | None
    python: tuple[int, int]
    environ: Mapping[str, str]
    free: int


def this_computer() -> Computer:
    windows = None
    if sys.platform == "win32":
        windows = sys.getwindowsversion().platform_version
    free = shutil.disk_usage(ROOT).free
    return Computer(sysconfig.get_platform(), windows, sys.version_info[:2], os.environ, free)


def unfit_computer(computer: Computer) -> list[str]:
    """What is in the way of making the package on a computer, each with what to do."""
    if computer.windows is None:
        return ["Paket Windows hanya dapat dibuat di Windows. Salin zip dari packaging/wheels.py --zip ke sana."]
    found = []
    if told := unfit_windows(computer.platform, computer.windows):
        found.append(told)
    if computer.python not in {(3, minor) for minor in PYTHONS}:
        allowed = ", ".join(f"3.{minor}" for minor in PYTHONS)
        version = ".".join(map(str, computer.python))
        found.append(
            f"Python {version} tidak dapat dipakai untuk membuat paket. Pasang salah satu dari {allowed}; bila sudah "
            f"ada, jalankan dengan py -3.{PYTHONS[-1]} packaging\\windows.py."
        )
    if computer.free < NEEDED_BYTES:
        free = f"{computer.free / 1e9:.1f}".replace(".", ",")
        found.append(
            f"Ruang yang masih kosong {free} GB; diperlukan {NEEDED_BYTES / 1e9:.0f} GB. Kosongkan "
            "sebagian, atau pindahkan folder ini ke diska lain."
        )
    return found


def unfit_place(folder: PurePath, environ: Mapping[str, str], longest: int) -> list[str]:
    """What is wrong with the place of the program's folder, where `longest` characters follow site-packages."""
    found = []
    if place := network_place(folder, environ):
        found.append(
            f'Folder "{folder}" berada di {place}. Pindahkan ke diska komputer ini, misalnya C:\\asnquiz-sumber.'
        )
    inside = ENVIRONMENT.relative_to(ROOT) / "Lib" / "site-packages"
    if (room := LONGEST_PATH - len(str(inside)) - longest - 2) < len(str(folder)):
        found.append(
            f'Jalur "{folder}" terlalu panjang: {len(str(folder))} huruf, paling panjang {room}. Pindahkan folder ini '
            "ke jalur pendek, misalnya C:\\asnquiz-sumber."
        )
    return found


def unwritable(folder: Path) -> list[str]:
    with suppress(OSError):
        with tempfile.TemporaryFile(dir=folder):
            pass
        return []
    return [f'Folder "{folder}" tidak dapat ditulisi. Salin ke tempat yang dapat Anda tulisi, lalu ulangi.']


def lacking_wheels(folder: Path, pins: Sequence[tuple[str, str]], python: int) -> list[str]:
    again = "Buat folder itu dengan packaging/wheels.py di komputer yang tersambung ke internet, lalu salin ke sini."
    if not folder.is_dir():
        return [f'Folder "{folder}" tidak ada. {again}']
    if missing := Wheelhouse(folder).missing(pins, python):
        return [f"Di folder {folder.name} tidak ada paket untuk Python 3.{python}: {', '.join(missing)}. {again}"]
    return []


def try_out(program: Path, environ: Mapping[str, str]) -> list[str]:
    """Runs every trial with a packaged program, as a person who has no data yet; a line about each.

    Leaves with exit code 1 and what was printed where one fails.
    """
    lines = []
    with tempfile.TemporaryDirectory() as scratch:
        settings = {**environ, "ASNQUIZ_DATA": str(Path(scratch) / "data")}
        for words in TRIALS:
            given = (*words, str(Path(scratch) / "gambar")) if words[-1] == "--out" else words
            began = time.monotonic()
            done = subprocess.run(
                (program, *given),
                cwd=scratch,
                env=settings,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            line = f"{program.stem} {' '.join(words)}: {done.returncode}, {time.monotonic() - began:.1f} detik"
            if done.returncode != 0:
                sys.exit(f"{done.stdout}\n{line}\nPercobaan ini gagal, jadi tidak ada zip yang dibuat.")
            lines.append(line)
            print(line, flush=True)
    return lines


def files_beside() -> dict[str, bytes]:
    """What lies beside the program in the zip, with the line ends that cmd.exe and old editors expect."""
    texts = {file.name: file.read_text(encoding="utf-8").replace("\n", "\r\n") for file in FILES.iterdir()}
    return {name: text.encode("utf-8-sig" if name.endswith(".txt") else "ascii") for name, text in texts.items()}


def own_path() -> str:
    """The PATH without other programs, whose libraries would be taken along in place of Windows' own."""
    system = Path(os.environ["SYSTEMROOT"])
    return os.pathsep.join((str(system / "System32"), str(system)))


def report(tried: Sequence[str]) -> str:
    """What was tried just now, and the guide's list of what a person has to try, to print and to fill in."""
    when = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %z")
    head = (f"ASN Netral {__version__}, dicoba {when}", platform.platform(), f"Python {platform.python_version()}")
    chapter = GUIDE.read_text(encoding="utf-8").partition("\n## Daftar coba\n")[2].replace("`", "")
    blanks = [f"{asked}: ________" for asked in re.findall(r"^\| (.+) \| \|$", chapter, re.MULTILINE)]
    rows = re.findall(r"^\| (.+) \| (.+) \| (\[ .+) \|$", chapter, re.MULTILINE)
    boxes = [f"{box}  {done}\n{' ' * len(box)}  {expected}" for done, expected, box in rows]
    return "\n".join((*head, "", *tried, "", "DAFTAR COBA", *blanks, *boxes, ""))


def main() -> int:
    """The exit code."""
    computer = this_computer()
    found = unfit_computer(computer)
    if computer.windows:
        found += lacking_wheels(WHEELS, wanted(), computer.python[1])
        found += unfit_place(ROOT, computer.environ, Wheelhouse(WHEELS).longest_name())
        found += unwritable(ROOT)
    if found:
        print("\n\n".join(found), file=sys.stderr)
        return 1
    os.environ["PATH"] = own_path()
    folder = build_folder()
    lines = try_out(folder / "asnquiz-perintah.exe", os.environ)
    (DIST / REPORT).write_text(report(lines), encoding="utf-8-sig")
    hand_out(pack(folder, DIST / f"asnquiz-{__version__}-windows-x64.zip", files_beside()))
    print(f"Sekarang cetak {DIST / REPORT}, dan kerjakan daftar di dalamnya dengan zip itu di komputer lain.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
