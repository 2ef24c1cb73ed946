"""Pictures: plain shapes and words in the colours of the light theme, for which every theme puts its own.

What is allowed is listed, because SVG can carry scripts, links, fonts and pictures of other files.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from asnquiz.content.contents import Contents
from asnquiz.domain.fault import Fault
from asnquiz.domain.unseen import NOT_TEXT, odd_character
from asnquiz.painting.tokens import FAMILY, LIGHT

_SPACE = "{http://www.w3.org/2000/svg}"
_LONGEST = 20_000
_MOST_SHAPES = 200
_WIDTH, _TALLEST = 600, 600
_VIEW = re.compile(rf"0 0 {_WIDTH} ([1-9][0-9]{{1,2}})")

_COLOURS = frozenset(LIGHT.colours)
_NUMBER = r"[0-9]{1,4}(\.[0-9]{1,2})?"
# Few and small numbers, so that no picture can keep the program drawing.
_VALUES = {
    **dict.fromkeys(("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"), _NUMBER),
    "points": rf"{_NUMBER}([ ,]+{_NUMBER}){{3,59}}",
    "d": rf"[MmLlHhVvCcSsQqTtAaZz ,]*({_NUMBER}[MmLlHhVvCcSsQqTtAaZz ,]+){{0,59}}({_NUMBER})?[Zz ]*",
    **dict.fromkeys(("fill", "stroke"), "|".join(("none", *sorted(_COLOURS)))),
    "stroke-width": r"[0-9](\.[0-9])?",
    "font-size": r"1[3-9]|[23][0-9]",
    "font-weight": "400|600|700",
    "text-anchor": "start|middle|end",
}
_FITS = {key: re.compile(values) for key, values in _VALUES.items()}
_WANTED = {
    **dict.fromkeys(("fill", "stroke"), "pakai none atau warna tema terang, ditulis #RRGGBB"),
    "font-size": "pakai 13 sampai 39",
    "font-weight": "pakai 400, 600, atau 700",
    "text-anchor": "pakai start, middle, atau end",
}
# What a shape has to say itself: without it the shape is black in every theme.
_NEEDED = {
    **{key: {"fill"} for key in ("rect", "circle", "ellipse", "polyline", "polygon", "path")},
    "line": {"stroke"},
    "text": {"fill", "font-size"},
}


def picture_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the files in gambar/."""
    for file, text in contents.pictures.items():
        for message in _messages(text):
            yield Fault(file, 1, 1, None, message)


def _messages(text: str) -> Iterator[str]:
    if len(text) > _LONGEST:
        yield f"Gambar terlalu besar; paling banyak {_LONGEST} huruf."
        return
    # Entities can grow without bound, and names with a prefix are known by another way of reading.
    if "<!" in text or "<?" in text or "xmlns:" in text:
        yield "Gambar hanya memuat elemen SVG; hapus <!…>, <?…>, dan xmlns:."
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
    if root.attrib.keys() - {"viewBox", "font-family"} or len(root) > _MOST_SHAPES:
        yield f"Gambar hanya memuat viewBox, font-family, dan paling banyak {_MOST_SHAPES} bentuk."
    # References such as &#x202e; are characters only now.
    if odd := NOT_TEXT.search("".join(root.itertext())):
        yield odd_character(odd.group())
    for shape in root:
        yield from _shape_messages(shape)


def _shape_messages(shape: ET.Element) -> Iterator[str]:
    name = shape.tag.removeprefix(_SPACE)
    if name not in _NEEDED:
        yield f"Elemen <{name[:40]}> tidak dipakai dalam gambar."
        return
    if len(shape):
        yield "Elemen gambar tidak memuat elemen lain."
    for key in sorted(_NEEDED[name] - shape.attrib.keys()):
        yield f'<{name}> harus memuat "{key}".'
    for key, value in shape.attrib.items():
        if key not in _FITS:
            yield f'Atribut "{key[:40]}" pada <{name}> tidak dipakai dalam gambar.'
        elif not _FITS[key].fullmatch(value):
            yield f'"{key}" pada <{name}> berisi "{value[:40]}"; {_WANTED.get(key, "pakai sedikit angka kecil")}.'
