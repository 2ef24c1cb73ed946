"""Running text whose glossary words open their meaning right under it, by click or by Tab and Enter."""

from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from asnquiz.domain.glossary import glossary_of
from asnquiz.domain.pack import Pack, Term
from asnquiz.domain.wording import LAW_STATUS, law_name
from asnquiz.painting.tokens import Size
from asnquiz.ui.keyboard import CLOSE_MEANING
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, column_in, flow_row
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.law import LawNote
from asnquiz.ui.widgets.spoken import announce
from asnquiz.ui.widgets.term_label import TermLabel
from asnquiz.ui.widgets.texts import dress, reading_html, text


class TermText(Flow):
    """A paragraph with links to glossary words, and the meaning of the word that was opened last under it."""

    def __init__(self, theme: Theme, html: str, pack: Pack, *, size: Size = Size.READING, tone: str = "ink") -> None:
        super().__init__()
        self._theme = theme
        self._pack = pack
        self._meaning: QFrame | None = None
        self._open = ""
        self._column = column_in(self, 8)
        self.label = TermLabel(self._toggle)
        dress(self.label, theme, size=size, tone=tone)
        self.label.show_html(reading_html(self.label, html) if size is Size.READING else html)
        self._column.addWidget(self.label)

    def _toggle(self, link: str) -> None:
        again = link == self._open
        self.close_meaning()
        if again:
            return
        self._show_meaning(link)
        announce(self.label, " ".join(map(_spoken, glossary_of(self._pack).meant(link))))

    def open_as(self, other: "TermText") -> None:
        """Opens the meaning that is open in another showing of the same text."""
        if other._open:
            self._show_meaning(other._open)

    def _show_meaning(self, link: str) -> None:
        self._open = link
        terms = glossary_of(self._pack).meant(link)
        self._meaning = self._card(terms)
        self._column.addWidget(self._meaning)
        last: QWidget = self.label
        for one in self._meaning.findChildren(QPushButton):
            QWidget.setTabOrder(last, one)
            last = one
        QTimer.singleShot(0, self._meaning, self._bring_into_view)

    def _bring_into_view(self) -> None:
        place: QWidget | None = self
        while place is not None and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        if place is not None and self._meaning is not None:
            place.ensureWidgetVisible(self._meaning, 0, 40)

    def _card(self, terms: tuple[Term, ...]) -> QFrame:
        theme = self._theme
        frame, column = card(padding=14, spacing=6)
        for term in terms:
            column.addWidget(text(theme, term.term, weight=QFont.Weight.DemiBold))
            if term.long:
                column.addWidget(text(theme, term.long, size=Size.CAPTION, tone="ink-2"))
            column.addWidget(text(theme, term.meaning))
            for id_ in term.see:
                law = self._pack.law_by_id[id_]
                note = LawNote(theme, law_name(law), LAW_STATUS[law.status], law, (), self._pack, about=term.term)
                column.addWidget(note)
        close = button(theme, "Tutup arti", self.close_meaning, role="quiet", icon="x", keys=CLOSE_MEANING.press)
        close.setAccessibleName(f"Tutup arti {terms[0].term}")
        column.addWidget(flow_row(close))
        return frame

    def close_meaning(self) -> None:
        """Takes the meaning away; the focus goes back to the text if it was in there."""
        if self._meaning is None:
            return
        focused = self._meaning.window().focusWidget()
        if focused is not None and self._meaning.isAncestorOf(focused):
            self.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self._meaning.hide()
        self._meaning.deleteLater()
        self._meaning, self._open = None, ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._meaning is not None:
            self.close_meaning()
        else:
            super().keyPressEvent(event)


def _spoken(term: Term) -> str:
    long = f", {term.long}" if term.long else ""
    return f"{term.term}{long}: {term.meaning}"


def term_text(theme: Theme, words: str, pack: Pack) -> QWidget:
    """Plain words of an explanation, each glossary word in them opening its meaning."""
    marked, seen = glossary_of(pack).mark(escape(words, quote=False), frozenset())
    if not seen:
        return text(theme, words, tone="ink-2")
    return TermText(theme, marked, pack, size=Size.BODY, tone="ink-2")
