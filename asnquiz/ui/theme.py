"""One look: palette, text scale and icons together, and the style sheet made of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from asnquiz.domain.preferences import Preferences, ThemeChoice
from asnquiz.painting.fonts import family_font
from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import FAMILY, Palette, Size, ThemeName, Tone


@dataclass
class Theme:
    """What a widget needs to know to look right.

    Attributes:
        name: changes while the program runs where the person follows the computer; so colours are looked up when
            something is drawn, and never kept.
        scale: the person's text size, 1.0 to 2.0.
        letter_keys: whether single letters and digits are keys of a page.
    """

    name: ThemeName
    scale: float
    icons: Icons
    letter_keys: bool = True

    @property
    def palette(self) -> Palette:
        return self.name.palette

    def font(self, size: Size = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """A font of the family at the person's text size."""
        font = family_font(weight)
        font.setPointSizeF(size.value * self.scale)
        return font

    def px(self, length: float) -> int:
        """A length that grows with the text, in pixels."""
        return round(length * self.scale)


def apply_theme(app: QApplication, theme: Theme, style_file: Path) -> None:
    """Puts palette, font and style sheet on the whole application; a sheet that cannot be read is left out."""
    app.setFont(theme.font())
    app.setPalette(_qt_palette(theme.palette))
    sheet = style_sheet(theme.palette, style_file) or ""
    if sheet != app.styleSheet():  # every widget would look up its style anew; another text size has the same sheet
        app.setStyleSheet(sheet)


def missing_of_look(theme: Theme, style_file: Path) -> list[str]:
    """What of the program's look is not there or damaged, in words: fonts, icons asked for so far, style sheet."""
    found = {
        "huruf": FAMILY in QFontDatabase.families(),
        "ikon": not theme.icons.missing,
        "gaya tampilan": style_sheet(theme.palette, style_file) is not None,
    }
    return [words for words, is_there in found.items() if not is_there]


def style_sheet(palette: Palette, style_file: Path) -> str | None:
    """The style sheet with a palette's colours and edges in it; None when it is not there or damaged."""
    try:
        return Template(style_file.read_text("utf-8")).substitute(_tokens(palette))
    except (OSError, ValueError, KeyError):  # KeyError: a token that no palette has
        return None


def system_theme() -> ThemeName:
    """The theme that the operating system is set to now."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return ThemeName.HIGH_CONTRAST
    return ThemeName.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else ThemeName.LIGHT


class Look(QObject):
    """The look of the whole program as a person wishes it; follows the computer for as long as that is the wish.

    Attributes:
        theme: the look now.
    """

    def __init__(
        self,
        app: QApplication,
        wished: Preferences,
        icons: Icons,
        style_file: Path,
        system: Callable[[], ThemeName] = system_theme,
    ) -> None:
        super().__init__()
        self._app = app
        self._icons = icons
        self._style_file = style_file
        self._system = system
        self._themes: dict[tuple[int, bool], Theme] = {}
        self.theme = self.take(wished)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def take(self, wished: Preferences) -> Theme:
        """Puts another wish on the whole application, and gives the theme to build widgets with from now on.

        There is one for each text size, so that a page that comes back after another look is in the colours of now.
        """
        self._wished = wished.theme
        made = Theme(self._name(), wished.text_percent / 100, self._icons, wished.letter_keys)
        self.theme = self._themes.setdefault((wished.text_percent, wished.letter_keys), made)
        self.theme.name = made.name
        apply_theme(self._app, self.theme, self._style_file)
        return self.theme

    def _name(self) -> ThemeName:
        return self._system() if self._wished is ThemeChoice.SYSTEM else ThemeName(self._wished.value)

    def _follow(self) -> None:
        """The computer has changed its mind: what is on screen changes its colours, and nothing is built anew."""
        if (name := self._name()) is not self.theme.name:
            self.theme.name = name
            apply_theme(self._app, self.theme, self._style_file)


def _tokens(palette: Palette) -> dict[str, str]:
    """What the style sheet calls `$ink`, `$allowed` and so on; a tone's ground has a name of its own."""
    tokens = {"strong": str(palette.edge + 1)}
    for name, value in vars(palette).items():
        if isinstance(value, Tone):
            tokens |= {name: value.ink, f"{name}_ground": value.ground}
        else:
            tokens[name] = str(value)
    return tokens


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
