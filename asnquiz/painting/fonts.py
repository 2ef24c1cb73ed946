"""The family that screen and paper are set in."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from asnquiz.domain.refusal import Refusal
from asnquiz.painting.tokens import CHANGING, FAMILY


def family_font(weight: QFont.Weight) -> QFont:
    """The family at a weight, for a size to be set.

    Letters look as they are written: by itself it draws `5x` as a product, which nobody could compare with a
    fingerprint on paper.
    """
    font = QFont(FAMILY)
    font.setWeight(weight)
    for feature in CHANGING:
        font.setFeature(QFont.Tag(feature), 0)
    return font


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
