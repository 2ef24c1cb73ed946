#!/usr/bin/env python3
"""Gathers in `wheels/` what a Windows computer without internet needs to run the program or to build its package.

    python3 packaging/wheels.py          fills the folder `wheels/`
    python3 packaging/wheels.py --zip    and makes a zip of the program and the folder, to hand out

A marker speaks of the computer that pip runs on, which need not be the one that the wheels are for: so all pins are
fetched, whatever their markers say.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from builder import DIST, ROOT, hand_out
from wheelhouse import PYTHONS, WHEELS, Wheelhouse, wanted

from asnquiz import __version__
from asnquiz.programs.environment import Environment

# What runs and builds the program: everything but its tests and its developers' tools.
_HANDED_OUT = ("asnquiz", "assets", "docs", "packaging", "questions")
_MEGABYTE = 1_000_000


def fetch(folder: Path) -> None:
    """Fills the folder; what is there already is not fetched again, and what is not wanted any more goes."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        pinned = Path(scratch) / "requirements.txt"
        pinned.write_text("".join(f"{name}=={version}\n" for name, version in wanted()), encoding="utf-8")
        for python in PYTHONS:
            print(f"Mengambil paket untuk Windows 64-bit, Python 3.{python} ...", flush=True)
            _download(folder, pinned, python)
    for wheel in Wheelhouse(folder).beside(wanted()):
        wheel.unlink()
        print(f"Dihapus karena tidak dipakai: {wheel.name}")


def _download(folder: Path, pinned: Path, python: int) -> None:
    target = ("--only-binary=:all:", "--platform=win_amd64", "--implementation=cp", f"--python-version=3.{python}")
    options = ("--no-deps", "--quiet", "--disable-pip-version-check", "--no-input")
    done = subprocess.run(
        (_python_with_pip(), "-m", "pip", "download", *options, *target, "-d", folder, "-r", pinned), check=False
    )
    if done.returncode != 0:
        sys.exit(
            f"Paket untuk Python 3.{python} tidak dapat diambil semuanya; sebabnya disebut pip di atas. "
            "Periksa sambungan internet dan ruang penyimpanan, lalu ulangi: yang sudah ada tidak diambil lagi."
        )


def _python_with_pip() -> Path:
    """The running interpreter, or the program's own one where this has no pip."""
    if importlib.util.find_spec("pip"):
        return Path(sys.executable)
    environment = Environment(ROOT)
    if environment.python.exists():
        return environment.python
    sys.exit("Python ini tidak mempunyai pip. Jalankan main.py di folder program satu kali, lalu ulangi perintah ini.")


def check(folder: Path) -> None:
    """Says how many wheels there are and how large they are; leaves with exit code 1 where a pin has none."""
    house = Wheelhouse(folder)
    for python in PYTHONS:
        if missing := house.missing(wanted(), python):
            sys.exit(f"Di folder {folder.name} tidak ada paket untuk Python 3.{python}: {', '.join(missing)}.")
    versions = ", ".join(f"3.{python}" for python in PYTHONS)
    size = sum(wheel.stat().st_size for wheel in house.wheels) / _MEGABYTE
    print(
        f"Folder {folder.name}: {len(house.wheels)} paket, {size:.0f} MB, lengkap untuk Python {versions} "
        "di Windows 64-bit."
    )


def pack_source(folder: Path, target: Path) -> Path:
    """The zip of the program and the wheels."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for file in sorted(_program_files()):
            archive.write(file, f"{target.stem}/{file.relative_to(ROOT).as_posix()}")
        for wheel in Wheelhouse(folder).wheels:
            archive.write(wheel, f"{target.stem}/wheels/{wheel.name}", ZIP_STORED)
    return target


def _program_files() -> list[Path]:
    beside = [file for file in ROOT.iterdir() if file.is_file() and not file.name.startswith((".", "requirements-dev"))]
    inside = [file for place in _HANDED_OUT for file in (ROOT / place).rglob("*") if file.is_file()]
    return beside + [file for file in inside if "__pycache__" not in file.parts]


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(prog="wheels.py", description="Menyiapkan folder wheels untuk Windows.")
    parser.add_argument("--zip", action="store_true", help="buat juga zip berisi program dan folder wheels")
    given = parser.parse_args()
    fetch(WHEELS)
    check(WHEELS)
    if given.zip:
        DIST.mkdir(exist_ok=True)
        hand_out(pack_source(WHEELS, DIST / f"asnquiz-{__version__}-sumber-windows.zip"))
    if sys.platform != "win32":
        print("Folder wheels hanya untuk Windows. Hapus sebelum menyiapkan program di komputer ini.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
