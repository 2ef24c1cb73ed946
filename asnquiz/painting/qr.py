"""QR codes, drawn module by module with the quiet zone that scanners need around them."""

from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

Matrix = tuple[tuple[bool, ...], ...]

QUIET_ZONE = 4  # modules, as ISO 18004 wants them


def qr_side(matrix: Matrix) -> int:
    """How many modules a code is wide and high, with its quiet zone."""
    return len(matrix) + 2 * QUIET_ZONE


def paint_qr(painter: QPainter, matrix: Matrix, left: float, top: float, module: float) -> None:
    """Draws a code in its quiet zone from their corner on, dark on white in every theme; a module has that side."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    side = qr_side(matrix) * module
    painter.fillRect(QRectF(left, top, side, side), Qt.GlobalColor.white)
    for number, row in enumerate(matrix, start=QUIET_ZONE):
        at = QUIET_ZONE
        for dark, stretch in groupby(row):
            length = len(list(stretch))
            if dark:
                place = QRectF(left + at * module, top + number * module, length * module, module)
                painter.fillRect(place, Qt.GlobalColor.black)
            at += length
    painter.restore()
