"""Which files make a pack, for the reader that opens them and the library that only looks at their stamps."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from asnquiz.domain.refusal import Refusal

HEADER = "pack.yaml"
LAYER_HEADER = "setempat.yaml"
LAWS = "hukum.yaml"
TERMS = "istilah.yaml"
RULES = "aturan.yaml"
PLEDGE = "ikrar.yaml"
CALENDAR = "kalender.yaml"

LESSONS = "materi"
ITEMS = "soal"
SCENARIOS = "skenario"
PICTURES = "gambar"
DRAWING = ".svg"

MAX_FILES = 300

_LEFT_BY_DESKTOPS = frozenset({"Thumbs.db", "desktop.ini"})
# Lower case only: names that differ in case alone are one file on Windows.
_STEM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Shape:
    """What one kind of folder may hold.

    Attributes:
        files: beside its folders.
        folders: the endings of the files in each.
        needed: the folders that may not be empty.
    """

    files: frozenset[str]
    folders: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...] = ()

    def expects(self, file: str) -> bool:
        """Whether a file of this name may be there."""
        folder, _, name = file.rpartition("/")
        if not folder:
            return name in self.files
        stem, dot, ending = name.rpartition(".")
        return dot + ending in self.folders.get(folder, ()) and _STEM.fullmatch(stem) is not None

    def files_of(self, folder: str, files: Iterable[str]) -> list[str]:
        """The expected files of one of the folders, in their order."""
        return [file for file in files if file.startswith(f"{folder}/") and self.expects(file)]


PACK = Shape(
    frozenset({HEADER, LAWS, TERMS, RULES, PLEDGE, CALENDAR}),
    {LESSONS: (".md",), ITEMS: (".yaml",), SCENARIOS: (".yaml",), PICTURES: (DRAWING,)},
    (LESSONS, ITEMS),
)
LAYER = Shape(
    frozenset({LAYER_HEADER, RULES, PLEDGE, CALENDAR}),
    {ITEMS: (".yaml",), SCENARIOS: (".yaml",), PICTURES: (".png", ".jpg")},
)


def is_layer(folder: Path) -> bool:
    """Whether a folder is meant to be a layer's and no pack's."""
    return (folder / LAYER_HEADER).is_file()


def pack_files(folder: Path, shape: Shape = PACK) -> dict[str, Path]:
    """Everything in a pack's folder, and in the folders its shape has, by its path inside it (forward slashes), sorted.

    What is found may be no file at all. What desktops leave behind is no part of it. Raises Refusal when the folder is
    missing, cannot be listed, or holds far more than a pack does.
    """
    if not os.path.isdir(folder):  # noqa: PTH112 - False also for a name that no folder can have
        raise Refusal(
            f"Folder paket “{folder}” tidak ditemukan. Periksa letaknya, atau pasang ulang program, lalu coba lagi."
        )
    found: dict[str, Path] = {}
    try:
        for path in _listed(folder, shape):
            found[path.relative_to(folder).as_posix()] = path
            if len(found) > MAX_FILES:
                raise Refusal(f"Folder paket “{folder}” memuat lebih dari {MAX_FILES} berkas; itu bukan sebuah paket.")
    except OSError as error:
        raise Refusal(f"Folder paket “{folder}” tidak dapat dibuka. Periksa izin aksesnya, lalu coba lagi.") from error
    return dict(sorted(found.items()))


def _listed(folder: Path, shape: Shape) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name in shape.folders and entry.is_dir() and not entry.is_symlink():
            yield from (inside for inside in entry.iterdir() if not _is_left_behind(inside.name))
        elif not _is_left_behind(entry.name):
            yield entry


def _is_left_behind(name: str) -> bool:
    return name.startswith(".") or name in _LEFT_BY_DESKTOPS or name.endswith("~")


def picture_file(name: str) -> str:
    """The file of the picture that a lesson names."""
    return f"{PICTURES}/{name}{DRAWING}"


def picture_name(file: str) -> str:
    """The name under which lessons use a picture's file."""
    return file.removeprefix(f"{PICTURES}/").removesuffix(DRAWING)


def photo_name(file: str) -> str:
    """The name under which questions show an image's file."""
    return file.removeprefix(f"{PICTURES}/").rpartition(".")[0]
