"""The family that screen and paper are set in."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from asnquiz.domain.refusal import Refusal


def load_fonts(folder: Path) -> None:
    """Registers the font files. Without them Qt takes a font of the system; Refusal when there is none either.

    Qt itself would draw boxes, in silence.
    """
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    if not QFontDatabase.families():
        raise Refusal(
            f"Tidak ada huruf yang dapat dipakai, baik di {folder} maupun di komputer ini. "
            "Pasang ulang program, lalu coba lagi; data Anda tidak terpengaruh."
        )
