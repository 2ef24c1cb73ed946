"""Looking at PDFs with other people's programs: pypdf, and poppler and zbar where they are installed."""

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdf
import pytest

needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
needs_zbar = pytest.mark.skipif(
    shutil.which("zbarimg") is None or shutil.which("pdftoppm") is None,
    reason="zbar-tools or poppler-utils is not installed",
)


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


@cache
def pages(pdf: bytes) -> tuple[str, ...]:
    """The text of each page."""
    return tuple(page.extract_text() for page in reader(pdf).pages)


@cache
def running_text(pdf: bytes) -> str:
    """What stands in the columns of all pages, without blanks: each page's frame comes first and ends in its number."""
    return "".join(squeezed(re.split(r"Halaman\s+\d+\s+dari\s+\d+", page, maxsplit=1)[1]) for page in pages(pdf))


def squeezed(text: str) -> str:
    """A text without its blanks: where lines break is the paper's own affair."""
    return re.sub(r"\s", "", text)


def says(pdf: bytes, words: str) -> bool:
    """Whether a text stands in a PDF, over as many lines as it needs."""
    return squeezed(words) in running_text(pdf)


def embedded(pdf: bytes) -> dict[str, bool]:
    """Every font of a PDF, and whether its letters travel with it."""
    found = {}
    for page in reader(pdf).pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.get_object().values():
            inner = font["/DescendantFonts"][0].get_object()
            found[str(inner["/BaseFont"])] = "/FontFile2" in inner["/FontDescriptor"]
    return found


@dataclass(frozen=True)
class Word:
    """A word on paper, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words_of(pdf: bytes, folder: Path) -> list[list[Word]]:
    """Where poppler sees each word of each page."""
    file = _kept(pdf, folder)
    done = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, encoding="utf-8", check=True)
    number = r'"([\d.]+)"'
    word = re.compile(rf"<word xMin={number} yMin={number} xMax={number} yMax={number}>(.*?)</word>")
    return [
        [Word(found[5], *map(float, found.groups()[:4])) for found in word.finditer(page)]
        for page in done.stdout.split("<page ")[1:]
    ]


def letter_sizes(pdf: bytes, folder: Path) -> set[int]:
    """The sizes of letters in thirds of a point, which is as fine as poppler tells them."""
    file = _kept(pdf, folder)
    command = ["pdftohtml", "-xml", "-stdout", "-i", "-zoom", "3", str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return {int(size) for size in re.findall(r'<fontspec [^>]*size="(\d+)"', done.stdout)}


def scanned(pdf: bytes, folder: Path, dpi: int = 200) -> str:
    """What a scanner reads in the QR code of a page that was printed without colour."""
    file = _kept(pdf, folder)
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-singlefile", "-png", file, file.with_suffix("")], check=True)
    command = ["zbarimg", "--quiet", "--raw", str(file.with_suffix(".png"))]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", check=True)
    return done.stdout.removesuffix("\n")


def pictures(pdf: bytes, folder: Path) -> list[bytes]:
    """What each page looks like without colour, at a size at which nothing but letters is lost."""
    file = _kept(pdf, folder)
    subprocess.run(["pdftoppm", "-r", "40", "-gray", file, file.with_suffix("")], check=True)
    return [page.read_bytes() for page in sorted(folder.glob(f"{file.stem}-*.pgm"))]


def _kept(pdf: bytes, folder: Path) -> Path:
    file = folder / "lembar.pdf"
    file.write_bytes(pdf)
    return file
