"""One option of a question: a radio button or check box drawn as a lettered card that can say how it turned out."""

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from asnquiz.painting.tokens import CONTROL_HEIGHT, RADIUS, Size
from asnquiz.ui.theme import Theme

_EDGE = 16
_BADGE = 28
_GAP = 14


class Mark(Enum):
    """What is known of an option: nothing yet, or how it turned out; chosen where none is right or wrong."""

    OPEN = "open"
    RIGHT = "right"
    WRONG = "wrong"
    PLAIN = "plain"
    CHOSEN = "chosen"


_ICON: dict[Mark, str] = {Mark.RIGHT: "check", Mark.WRONG: "x", Mark.CHOSEN: "arrow-right"}


class OptionRow:
    """What radio and check rows share: text, letter, mark, and how they are drawn.

    A selected, a focused, a right and a wrong row differ in edge, badge and words, not in colour alone.
    """

    def __init__(self, button: QAbstractButton, theme: Theme, letter: str, words: str) -> None:
        self.theme = theme
        self.letter = letter
        self.words = words
        self.mark = Mark.OPEN
        self.feedback = ""
        self._button = button
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setFont(theme.font(Size.BODY))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(f"{letter}. {words}")

    def show_mark(self, mark: Mark, feedback: str) -> None:
        """Says how the option turned out, in words too; the row can no longer be changed."""
        self.mark = mark
        self.feedback = feedback
        self._heights.clear()
        self._button.setAccessibleName(f"{self.letter}. {self.words.removesuffix('.')}. {feedback}".rstrip())
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.updateGeometry()
        self._button.update()

    def takes_click(self, pos: QPoint) -> bool:
        """Whether a click at `pos` chooses the row: anywhere on it, while nothing is known of its outcome."""
        return self.mark is Mark.OPEN and self._button.rect().contains(pos)

    def height_for(self, width: int) -> int:
        """How high the row is at a width, in pixels."""
        if width not in self._heights:  # layouts ask some ten times for each picture
            words, feedback = self._text_rects(width)
            height = words.height() + (feedback.height() + self.theme.px(4) if self.feedback else 0)
            self._heights[width] = max(height, self.theme.px(_BADGE)) + 2 * self.theme.px(_EDGE - 2)
        return self._heights[width]

    @property
    def _shown_words(self) -> str:
        """The words, after the letter where an outcome takes the letter's place in the badge."""
        return f"{self.letter} · {self.words}" if self.mark in _ICON else self.words

    def _text_rects(self, width: int) -> tuple[QRect, QRect]:
        px = self.theme.px
        left = px(_EDGE) + px(_BADGE) + px(_GAP)
        room = max(40, width - left - px(_EDGE))
        flags = Qt.TextFlag.TextWordWrap
        words = QFontMetrics(self._words_font()).boundingRect(0, 0, room, 10_000, flags, self._shown_words)
        feedback = QFontMetrics(self._feedback_font()).boundingRect(0, 0, room, 10_000, flags, self.feedback)
        return QRect(left, 0, room, words.height()), QRect(left, 0, room, feedback.height())

    def _words_font(self) -> QFont:
        return self.theme.font(Size.BODY)

    def _feedback_font(self) -> QFont:
        return self.theme.font(Size.CAPTION, QFont.Weight.Medium)

    def paint(self) -> None:
        """Draws the row onto its button."""
        button, px = self._button, self.theme.px
        edge, ground, badge, badge_ink, icon = self._colours()
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.mark in _ICON or button.isChecked()
        frame = QRectF(button.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(QColor(edge), self.theme.palette.edge + strong))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(frame, RADIUS - 2, RADIUS - 2)
        if button.hasFocus():
            painter.setPen(QPen(QColor(self.theme.palette.ink), self.theme.palette.edge + 0.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(4, 4, -4, -4), RADIUS - 6, RADIUS - 6)
        words, feedback = self._text_rects(button.width())
        total = words.height() + (feedback.height() + px(4) if self.feedback else 0)
        top = max(px(_EDGE - 2), (button.height() - total) // 2)
        self._paint_badge(painter, QRectF(px(_EDGE), px(_EDGE - 2), px(_BADGE), px(_BADGE)), badge, badge_ink, icon)
        painter.setFont(self._words_font())
        painter.setPen(QColor(self.theme.palette.ink))
        words.moveTop(top)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self._shown_words)
        if self.feedback:
            feedback.moveTop(top + words.height() + px(4))
            painter.setFont(self._feedback_font())
            painter.setPen(QColor(self._feedback_ink()))
            painter.drawText(feedback, Qt.TextFlag.TextWordWrap, self.feedback)
        painter.end()

    def _paint_badge(self, painter: QPainter, target: QRectF, ground: str, ink: str, icon: str | None) -> None:
        # A check box is square and a radio button round, as everywhere.
        radius = 8 if isinstance(self._button, QCheckBox) else target.width() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(target, radius, radius)
        if icon:
            inset = target.width() * 0.2
            self.theme.icons.paint(painter, icon, ink, target.adjusted(inset, inset, -inset, -inset))
            return
        painter.setFont(self.theme.font(Size.BODY, QFont.Weight.Bold))
        painter.setPen(QColor(ink))
        painter.drawText(target, Qt.AlignmentFlag.AlignCenter, self.letter)

    def _colours(self) -> tuple[str, str, str, str, str | None]:
        """Edge, ground, badge, ink on the badge, icon in the badge."""
        palette = self.theme.palette
        icon = _ICON.get(self.mark)
        if self.mark in (Mark.RIGHT, Mark.WRONG):
            tone = palette.allowed if self.mark is Mark.RIGHT else palette.forbidden
            return tone.ink, tone.ground, tone.ink, tone.ground, icon
        if self.mark is Mark.CHOSEN:
            return palette.teal, palette.teal_soft, palette.teal, palette.on_teal, icon
        if self.mark is Mark.OPEN and self._button.isChecked():
            return palette.teal, palette.teal_soft, palette.teal, palette.on_teal, None
        hovered = self.mark is Mark.OPEN and self._button.underMouse()
        return palette.control, palette.teal_soft if hovered else palette.card, palette.groove, palette.ink, None

    def _feedback_ink(self) -> str:
        palette = self.theme.palette
        tones = {Mark.RIGHT: palette.allowed.ink, Mark.WRONG: palette.forbidden.ink}
        return tones.get(self.mark, palette.ink_2)


class _Drawn:
    """The Qt overrides that both kinds of row share; stands before the Qt class among the bases."""

    row: OptionRow

    @property
    def settled(self) -> bool:
        """Whether its outcome is known, so that nothing can be chosen any more."""
        return self.row.mark is not Mark.OPEN

    def sizeHint(self) -> QSize:
        return QSize(400, self.row.height_for(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.row.theme.px(200), self.row.theme.px(CONTROL_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.row.height_for(width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.row.takes_click(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.row.mark is Mark.OPEN:
            super().keyPressEvent(event)  # type: ignore[misc]
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.row.paint()


class RadioRow(_Drawn, QRadioButton):
    """An option of which one may be chosen."""

    def __init__(self, theme: Theme, letter: str, words: str) -> None:
        super().__init__()
        self.row = OptionRow(self, theme, letter, words)


class CheckRow(_Drawn, QCheckBox):
    """An option of which several may be chosen."""

    def __init__(self, theme: Theme, letter: str, words: str) -> None:
        super().__init__()
        self.row = OptionRow(self, theme, letter, words)
