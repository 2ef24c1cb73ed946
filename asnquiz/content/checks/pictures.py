"""Pictures: plain shapes and words in the colours of the light theme, for which every theme puts its own.

What is allowed is listed, because SVG can carry scripts, links, fonts and pictures of other files.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from asnquiz.content.contents import Contents
from asnquiz.domain.fault import Fault
from asnquiz.painting.tokens import FAMILY, LIGHT

_SPACE = "{http://www.w3.org/2000/svg}"
_LONGEST = 20_000
_SMALLEST_LETTERS = 13
_WIDTH, _TALLEST = 600, 600

_GEOMETRY = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "d"}
_PAINT = {"fill", "stroke", "stroke-width", "font-size", "font-weight", "text-anchor"}
# Coordinates of at most four digits and the letters of paths: no picture can keep the program drawing without end.
_PLAIN_GEOMETRY = re.compile(r"([MmLlHhVvCcSsQqTtAaZz ,-]|(?<![0-9.])[0-9]{1,4}(\.[0-9]{1,2})?(?![0-9.]))*")
_ELEMENTS = {
    "svg": {"viewBox", "font-family"},
    **dict.fromkeys(("rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text"), _GEOMETRY | _PAINT),
}
_COLOURED = ("fill", "stroke")
_VIEW = re.compile(rf"0 0 {_WIDTH} (\d{{2,3}})")

_COLOURS = frozenset(LIGHT.colours)


def picture_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the files in gambar/."""
    for file, text in contents.pictures.items():
        for message in _messages(text):
            yield Fault(file, 1, 1, None, message)


def _messages(text: str) -> Iterator[str]:
    if len(text) > _LONGEST:
        yield f"Gambar terlalu besar; paling banyak {_LONGEST} huruf."
        return
    if "<!" in text or "<?" in text:  # entities can grow without bound
        yield "Gambar hanya memuat elemen SVG; hapus <!…> dan <?…>."
        return
    try:
        root = ET.fromstring(text)  # noqa: S314 - without declarations there are no entities to expand
    except ET.ParseError:
        yield "Gambar ini bukan SVG yang utuh."
        return
    view = _VIEW.fullmatch(root.get("viewBox", ""))
    if root.tag != f"{_SPACE}svg" or view is None or int(view.group(1)) > _TALLEST:
        yield (
            f'Gambar diawali <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} tinggi">, '
            f"dengan tinggi sampai {_TALLEST}."
        )
    if root.get("font-family") != FAMILY:
        yield f'Gambar harus memakai font-family="{FAMILY}".'
    yield from _element_messages(root)
    for element in root:
        yield from _element_messages(element)
        if len(element):
            yield "Elemen gambar tidak memuat elemen lain."


def _element_messages(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(_SPACE)
    if name not in _ELEMENTS:
        yield f"Elemen <{name[:40]}> tidak dipakai dalam gambar."
        return
    for key, value in element.attrib.items():
        if key not in _ELEMENTS[name]:
            yield f'Atribut "{key[:40]}" pada <{name}> tidak dipakai dalam gambar.'
        elif key in _GEOMETRY and not _PLAIN_GEOMETRY.fullmatch(value):
            yield f'"{key}" memuat angka atau huruf yang tidak dipakai dalam gambar.'
        elif key in _COLOURED and value != "none" and value not in _COLOURS:
            yield f'Warna "{value[:40]}" bukan warna tema terang; gambar hanya memakai warna itu, ditulis #RRGGBB.'
        elif key == "font-size" and not (value.isdecimal() and int(value) >= _SMALLEST_LETTERS):
            yield f"font-size paling kecil {_SMALLEST_LETTERS}."
