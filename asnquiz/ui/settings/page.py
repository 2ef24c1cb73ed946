"""The settings screen: look, data folder, about."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from asnquiz.domain.preferences import TEXT_PERCENTS, Preferences, ThemeChoice
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.select import Select
from asnquiz.ui.widgets.texts import heading, text

_THEMES = {ThemeChoice.SYSTEM: "Ikuti komputer", ThemeChoice.LIGHT: "Terang", ThemeChoice.DARK: "Gelap"}


class SettingsPage(Page):
    """Every change shows at once and is kept; `about` and `data` are sentences that the program knows."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        *,
        data: str,
        about: tuple[str, ...],
        on_change: Callable[[Preferences], None],
    ) -> None:
        super().__init__(theme, "Pengaturan", Section.SETTINGS)
        self._preferences = preferences
        self._on_change = on_change
        self.title("Pengaturan")
        self.column.addWidget(self._look())
        self.column.addWidget(self._said("Data Anda", (data, "Semua data tersimpan di folder itu, di komputer ini.")))
        self.column.addWidget(self._said("Tentang ASN Netral", about))
        self.column.addStretch(1)

    def _look(self) -> QFrame:
        frame, column = card(spacing=8)
        column.addWidget(heading(self.theme, "Tampilan"))
        caption = text(self.theme, "Tema", size=Size.CAPTION, tone="ink-2")
        column.addWidget(caption)
        themes = Select(self.theme, "Tema")
        caption.setBuddy(themes)
        for choice, words in _THEMES.items():
            themes.addItem(words, choice.value)
        themes.setCurrentIndex(list(_THEMES).index(self._preferences.theme))
        themes.activated.connect(lambda index: self._choose(theme=list(_THEMES)[index]))
        column.addWidget(themes, 0, Qt.AlignmentFlag.AlignLeft)
        caption = text(self.theme, "Ukuran huruf", size=Size.CAPTION, tone="ink-2")
        column.addWidget(caption)
        sizes = Select(self.theme, "Ukuran huruf")
        caption.setBuddy(sizes)
        sizes.addItems([f"{percent} %" for percent in TEXT_PERCENTS])
        sizes.setCurrentIndex(TEXT_PERCENTS.index(self._preferences.text_percent))
        sizes.activated.connect(lambda index: self._choose(text_percent=TEXT_PERCENTS[index]))
        column.addWidget(sizes, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _choose(self, *, theme: ThemeChoice | None = None, text_percent: int | None = None) -> None:
        wished = replace(
            self._preferences,
            theme=theme or self._preferences.theme,
            text_percent=text_percent or self._preferences.text_percent,
        )
        if wished != self._preferences:
            self._on_change(wished)

    def _said(self, title: str, sentences: tuple[str, ...]) -> QFrame:
        frame, column = card(spacing=8)
        column.addWidget(heading(self.theme, title))
        for words in sentences:
            column.addWidget(text(self.theme, words, tone="ink-2"))
        return frame
