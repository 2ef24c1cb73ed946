"""Fonts, PDFs and archives: where the program takes none from outside, nothing hostile in them can be met."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import ReadScore
from asnquiz.usecases.open_file import open_file
from tests.source_texts import ROOT, sources

ROOMS = (
    *("domain", "usecases", "painting", "content", "storage", "scorefiles", "documents", "exchange"),
    *("ui", "cli", "programs"),
)
PDF_READERS = ("pypdf", "PyPDF2", "pdfminer", "fitz", "pikepdf", "PySide6.QtPdf", "PySide6.QtPdfWidgets")
LOADS_FONTS = ("addApplicationFont", "addApplicationFontFromData", "QRawFont")
# Modules that take apart what is packed, compressed or pickled.
UNPACKERS = ("zipfile", "tarfile", "gzip", "bz2", "lzma", "zlib", "pickle", "shelve", "marshal")


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importing(*modules: str) -> list[tuple[str, str]]:
    found = ((file.name, name) for file in sources(*ROOMS) for name in imported(file))
    return [one for one in found if one[1] in modules or one[1].startswith(tuple(f"{name}." for name in modules))]


def test_a_pdf_is_read_in_one_place_and_only_for_what_is_attached_to_it() -> None:
    assert importing(*PDF_READERS) == [("pdf_attachment.py", "pypdf")]
    (file,) = (file for file in sources("scorefiles") if file.name == "pdf_attachment.py")
    assert set(re.findall(r"pypdf\.(\w+)", file.read_text("utf-8"))) == {"PdfReader", "apply_configuration"}


def test_only_an_offices_tables_are_unpacked_and_nothing_is_pickled() -> None:
    """And what its collection packed itself, the versions of the content; and packs, in one place."""
    expected = [
        ("contents.py", "zlib"),
        ("look.py", "zlib"),
        ("pack_zip.py", "zipfile"),
        ("pack_zip.py", "zlib"),
        ("read_archive.py", "zlib"),
        ("roster_file.py", "zipfile"),
    ]
    assert sorted(importing(*UNPACKERS)) == expected
    (file,) = (file for file in sources("scorefiles") if file.name == "look.py")
    assert re.findall(r"zlib\.(\w+)", file.read_text("utf-8")) == ["compress"]
    # Strangers' zips are not read by a library that forgives what they say twice.
    (file,) = (file for file in sources("scorefiles") if file.name == "pack_zip.py")
    assert set(re.findall(r"zipfile\.(\w+)\(", file.read_text("utf-8"))) == {"ZipFile", "ZipInfo"}
    assert file.read_text("utf-8").count('zipfile.ZipFile(made, "w")') == 1


def test_only_the_fonts_of_the_program_are_loaded() -> None:
    holders = [file for file in sources(*ROOMS) if any(name in file.read_text("utf-8") for name in LOADS_FONTS)]
    assert [file.relative_to(ROOT).as_posix() for file in holders] == ["asnquiz/painting/fonts.py"]
    callers = {
        file.name: file.read_text("utf-8") for file in sources(*ROOMS) if "load_fonts(" in file.read_text("utf-8")
    }
    assert set(callers) == {"fonts.py", "desktop.py"}
    assert 'load_fonts(assets_folder() / "fonts")' in callers["desktop.py"]


def test_nothing_is_opened_outside_but_folders_of_this_computer() -> None:
    """No address of a text or file: only where the data is, and where a PDF was saved."""
    ways = ("openUrl(", "setOpenExternalLinks", "webbrowser", "os.startfile", "QDesktopServices.")
    lines = [line.strip() for file in sources(*ROOMS) for line in file.read_text("utf-8").splitlines()]
    calls = [line for line in lines if any(way in line for way in ways)]
    assert calls
    assert [call for call in calls if "QDesktopServices.openUrl(QUrl.fromLocalFile(str(" not in call] == []


@pytest.mark.parametrize(
    "name", ["surat.pdf", "huruf.ttf", "nilai.asnskor.pdf", "paket.zip", "gambar.svg", "makro.docm"]
)
def test_a_file_that_is_handed_over_is_refused_by_its_name_and_not_opened(tmp_path: Path, name: str) -> None:
    def read(path: Path) -> ReadScore:
        raise AssertionError(path)

    with pytest.raises(Refusal, match=name):
        open_file(tmp_path / name, read)
