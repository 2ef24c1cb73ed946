"""Rich text in which links are glossary words; pages know it, so it loads nothing of the law that meanings show."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QLabel

from asnquiz.ui.widgets.spoken import announce

_TABBED = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}


class TermLabel(QLabel):
    """Each word stands over a dotted line; `on_open` gets its link when it is clicked, or reached by Tab and Enter."""

    def __init__(self, on_open: Callable[[str], None]) -> None:
        super().__init__()
        self._on_open = on_open
        self.setTextFormat(Qt.TextFormat.RichText)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        # As with the buttons of a page: a click leaves the focus where it was.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.linkActivated.connect(on_open)

    def show_html(self, html: str) -> None:
        """Shows a text. Links are in the colour of the words around them, so that they follow theme and tone."""
        self.setText(html)
        self.sizeHint()  # until somebody asks, the label has not read its text
        for position, length, form in list(self._links()):
            cursor = QTextCursor(self._document)
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            form.clearForeground()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            cursor.setCharFormat(form)

    @property
    def _document(self) -> QTextDocument:
        """What Qt made of the text."""
        return self.findChildren(QTextDocument)[0]

    def _links(self) -> list[tuple[int, int, QTextCharFormat]]:
        """Where each link stands, how long it is, and how it is written."""
        found = []
        block = self._document.begin()
        while block.isValid():
            place = block.begin()
            while not place.atEnd():
                fragment = place.fragment()
                if fragment.charFormat().isAnchor():
                    found.append((fragment.position(), fragment.length(), fragment.charFormat()))
                place += 1
            block = block.next()
        return found

    def open_focused(self) -> bool:
        """Opens the word that Tab has come to, if any."""
        at = self.selectionStart()
        for position, length, form in self._links():
            if self.hasSelectedText() and position <= at < position + length:
                self._on_open(form.anchorHref())
                return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _TABBED:
            following = _TABBED[event.reason()]
            # Qt would go on from the word that had the focus last.
            self.setSelection(0 if following else self._document.characterCount() - 1, 0)
            self.focusNextPrevChild(following)

    def focusNextPrevChild(self, following: bool) -> bool:
        if not following and self.hasSelectedText() and self.selectionStart() == 0:
            self.setSelection(0, 0)  # Qt would find a word that the text begins with before itself, for ever
            return QFrame.focusNextPrevChild(self, following)
        moved = super().focusNextPrevChild(following)
        if moved and self.hasFocus() and self.hasSelectedText():
            words = f"Istilah: {self.selectedText()}. Enter membuka artinya."
            # After the focus, which a screen reader would otherwise speak over it.
            QTimer.singleShot(0, self, lambda: announce(self, words))
        return moved
