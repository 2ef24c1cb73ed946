"""Writes the program's mark into a folder as icons: `hicolor` as Linux desktops lay it out, and `asnquiz.ico`."""

import os
import struct
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_SIDES = (16, 24, 32, 48, 64, 128, 256)
_BIT_DEPTH = 32


def main(out: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path.insert(0, str(_ROOT))
    from PySide6.QtCore import QRectF, QSize
    from PySide6.QtGui import QGuiApplication, QPainter
    from PySide6.QtSvg import QSvgGenerator

    from asnquiz.painting.mark import mark_pixmap, paint_mark
    from asnquiz.painting.tokens import LIGHT

    _app = QGuiApplication(["icons"])
    pictures = []
    for side in _SIDES:
        file = out / "hicolor" / f"{side}x{side}" / "apps" / "asnquiz.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not mark_pixmap(side, LIGHT.teal, LIGHT.card).save(str(file)):
            sys.exit(f"{file} cannot be written")
        pictures.append(file.read_bytes())
    (out / "asnquiz.ico").write_bytes(_ico(pictures))

    svg = out / "hicolor" / "scalable" / "apps" / "asnquiz.svg"
    svg.parent.mkdir(parents=True, exist_ok=True)
    generator = QSvgGenerator()
    generator.setFileName(str(svg))
    generator.setTitle("ASN Netral")
    generator.setSize(QSize(_SIDES[-1], _SIDES[-1]))
    generator.setViewBox(QRectF(0, 0, _SIDES[-1], _SIDES[-1]))
    painter = QPainter(generator)
    paint_mark(painter, generator.viewBoxF(), LIGHT.teal, LIGHT.card)
    painter.end()


def _ico(pictures: list[bytes]) -> bytes:
    """A Windows icon of PNG pictures, one of each of _SIDES: a header, an entry of 16 bytes each, the pictures."""
    head = struct.pack("<3H", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    for side, picture in zip(_SIDES, pictures, strict=True):
        head += struct.pack("<4B2H2I", side % 256, side % 256, 0, 0, 1, _BIT_DEPTH, len(picture), at)
        at += len(picture)
    return head + b"".join(pictures)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
