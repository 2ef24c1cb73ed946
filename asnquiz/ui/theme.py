"""One look: palette, text scale and icons together, and the style sheet made of them."""

from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from asnquiz.domain.refusal import Refusal
from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import FAMILY, Palette, Size, ThemeName, Tone


@dataclass(frozen=True)
class Theme:
    """What a widget needs to know to look right.

    Attributes:
        scale: the person's text size, 1.0 to 2.0.
    """

    name: ThemeName
    scale: float
    icons: Icons

    @property
    def palette(self) -> Palette:
        return self.name.palette

    def font(self, size: Size = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """A font of the family at the person's text size."""
        font = QFont(FAMILY)
        font.setPointSizeF(size.value * self.scale)
        font.setWeight(weight)
        return font

    def px(self, length: float) -> int:
        """A length that grows with the text, in pixels."""
        return round(length * self.scale)


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


def apply_theme(app: QApplication, theme: Theme, style_file: Path) -> None:
    """Puts palette, font and style sheet on the whole application; a sheet that cannot be read is left out."""
    app.setFont(theme.font())
    app.setPalette(_qt_palette(theme.palette))
    app.setStyleSheet(_style(theme, style_file) or "")


def missing_of_look(theme: Theme, style_file: Path) -> list[str]:
    """What of the program's look is not there or damaged, in words: fonts, icons asked for so far, style sheet."""
    found = {
        "huruf": FAMILY in QFontDatabase.families(),
        "ikon": not theme.icons.missing,
        "gaya tampilan": _style(theme, style_file) is not None,
    }
    return [words for words, is_there in found.items() if not is_there]


def _style(theme: Theme, style_file: Path) -> str | None:
    try:
        return Template(style_file.read_text("utf-8")).substitute(_tokens(theme))
    except (OSError, ValueError, KeyError):  # KeyError: a token that no palette has
        return None


def _tokens(theme: Theme) -> dict[str, str]:
    palette = theme.palette
    plain = {name: value for name, value in vars(palette).items() if isinstance(value, str)}
    tones = {name: value.ink for name, value in vars(palette).items() if isinstance(value, Tone)}
    return plain | tones


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.paper,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Base: palette.card,
        QPalette.ColorRole.AlternateBase: palette.paper,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.Button: palette.card,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.Highlight: palette.teal,
        QPalette.ColorRole.HighlightedText: palette.on_teal,
        QPalette.ColorRole.PlaceholderText: palette.ink_3,
        QPalette.ColorRole.Link: palette.teal,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    return result
