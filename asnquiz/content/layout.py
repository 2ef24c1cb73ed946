"""Which files make a pack, for the reader that opens them and the library that only looks at their stamps."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from asnquiz.domain.refusal import Refusal

HEADER = "pack.yaml"
LAWS = "hukum.yaml"
TERMS = "istilah.yaml"
RULES = "aturan.yaml"
PLEDGE = "ikrar.yaml"
CALENDAR = "kalender.yaml"
SINGLE_FILES = (HEADER, LAWS, TERMS, RULES, PLEDGE, CALENDAR)

LESSONS = "materi"
ITEMS = "soal"
SCENARIOS = "skenario"
PICTURES = "gambar"
FOLDERS = {LESSONS: ".md", ITEMS: ".yaml", SCENARIOS: ".yaml", PICTURES: ".svg"}
NEEDED_FOLDERS = (LESSONS, ITEMS)

# In the folder of kept packs: what was chosen among them.
NOTE = "pilihan.json"

MAX_FILES = 300

_LEFT_BY_DESKTOPS = frozenset({"Thumbs.db", "desktop.ini"})
# Lower case only: names that differ in case alone are one file on Windows.
_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def pack_files(folder: Path) -> dict[str, Path]:
    """Everything in a pack's folder, and in the folders a pack has, by its path inside it (forward slashes), sorted.

    What is found may be no file at all. What desktops leave behind is no part of it. Raises Refusal when the folder is
    missing, cannot be listed, or holds far more than a pack does.
    """
    if not os.path.isdir(folder):  # noqa: PTH112 - False also for a name that no folder can have
        raise Refusal(
            f"Folder paket “{folder}” tidak ditemukan. Periksa letaknya, atau pasang ulang program, lalu coba lagi."
        )
    found: dict[str, Path] = {}
    try:
        for path in _listed(folder):
            found[path.relative_to(folder).as_posix()] = path
            if len(found) > MAX_FILES:
                raise Refusal(f"Folder paket “{folder}” memuat lebih dari {MAX_FILES} berkas; itu bukan sebuah paket.")
    except OSError as error:
        raise Refusal(f"Folder paket “{folder}” tidak dapat dibuka. Periksa izin aksesnya, lalu coba lagi.") from error
    return dict(sorted(found.items()))


def _listed(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name in FOLDERS and entry.is_dir() and not entry.is_symlink():
            yield from (inside for inside in entry.iterdir() if not _is_left_behind(inside.name))
        elif not _is_left_behind(entry.name):
            yield entry


def _is_left_behind(name: str) -> bool:
    return name.startswith(".") or name in _LEFT_BY_DESKTOPS or name.endswith("~")


def is_expected(file: str) -> bool:
    """Whether a pack may hold a file of this name."""
    folder, _, name = file.rpartition("/")
    if not folder:
        return name in SINGLE_FILES
    ending = FOLDERS.get(folder, "")
    return bool(ending) and name.endswith(ending) and _STEM.fullmatch(name.removesuffix(ending)) is not None


def files_of(folder: str, files: dict[str, Path]) -> list[str]:
    """The expected files of one of the pack's folders, in the order of their names."""
    return [file for file in files if file.startswith(f"{folder}/") and is_expected(file)]


def picture_file(name: str) -> str:
    """The file of the picture that a lesson names."""
    return f"{PICTURES}/{name}{FOLDERS[PICTURES]}"


def picture_name(file: str) -> str:
    """The name under which lessons use a picture's file."""
    return file.removeprefix(f"{PICTURES}/").removesuffix(FOLDERS[PICTURES])
