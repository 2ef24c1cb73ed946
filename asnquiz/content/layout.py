"""Which files make a pack, for the reader that opens them and the library that only looks at their stamps."""

from pathlib import Path

from asnquiz.domain.refusal import Refusal

HEADER = "pack.yaml"
LAWS = "hukum.yaml"
TERMS = "istilah.yaml"
RULES = "aturan.yaml"
PLEDGE = "ikrar.yaml"
SINGLE_FILES = (HEADER, LAWS, TERMS, RULES, PLEDGE)

LESSONS = "materi"
ITEMS = "soal"
SCENARIOS = "skenario"
FOLDERS = {LESSONS: ".md", ITEMS: ".yaml", SCENARIOS: ".yaml"}
NEEDED_FOLDERS = (LESSONS, ITEMS)

_LEFT_BY_DESKTOPS = frozenset({"Thumbs.db", "desktop.ini"})


def pack_files(folder: Path) -> dict[str, Path]:
    """Every file of a pack by its path inside it (forward slashes), sorted; what desktops leave behind is no part.

    Raises Refusal when the folder is missing or cannot be listed.
    """
    if not folder.is_dir():
        raise Refusal(f"Folder paket {folder} tidak ditemukan. Periksa letaknya, lalu coba lagi.")
    try:
        found = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    except OSError as error:
        raise Refusal(f"Folder paket {folder} tidak dapat dibuka. Periksa izin aksesnya, lalu coba lagi.") from error
    return {inside.as_posix(): found[inside] for inside in sorted(found) if not _is_left_behind(inside)}


def _is_left_behind(inside: Path) -> bool:
    hidden = any(part.startswith(".") for part in inside.parts)
    return hidden or inside.name in _LEFT_BY_DESKTOPS or inside.name.endswith("~")


def is_expected(file: str) -> bool:
    """Whether a pack may hold a file of this name."""
    folder, _, name = file.rpartition("/")
    return name in SINGLE_FILES if not folder else folder in FOLDERS and name.endswith(FOLDERS[folder])


def files_of(folder: str, files: dict[str, Path]) -> list[str]:
    """The expected files of one of the pack's folders, in the order of their names."""
    return [file for file in files if file.startswith(f"{folder}/") and is_expected(file)]
