"""The map of a case study to work on: chosen from, joined and moved about by mouse, and by keys alone.

It has no scroll bars: it follows what is chosen, is dragged by its ground, and shows all of itself at once on demand.
"""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from asnquiz.domain.case_study import Way
from asnquiz.painting.story_map import Spot, StoryMap
from asnquiz.painting.tokens import RADIUS, Size
from asnquiz.ui.drafts.story.commands import Commands
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.spoken import Spoken, announce
from asnquiz.ui.widgets.texts import add_tip

NAME = "Peta adegan"
_LEAST_WIDTH = 240
_ZOOM = 1.25
_LEAST, _MOST = 0.2, 2.0
_MARGIN = 12.0
_NEAR = 4.0  # what is moved less was clicked
_WHEEL = 120
_EMPTY = "Belum ada adegan. Tekan Insert atau tombol Tambah adegan untuk menulis adegan pertama."


class StoryCanvas(QWidget):
    """One map in a view that is moved over it.

    Attributes:
        zoom: how large the map is drawn; 1 in the person's own text size.
    """

    spoken = Spoken.GROUP

    def __init__(self, theme: Theme, commands: Commands) -> None:
        super().__init__()
        self._theme = theme
        self._commands = commands
        self._writing = commands.writing
        self.zoom = 1.0
        self._fits: float | None = 1.0  # how small it may be to fit; None once the person has moved or zoomed it
        self._corner = QPointF(0, 0)  # of the view, on the map
        self._pressed: QPointF | None = None
        self._dragged: Way | None = None
        self._mouse = QPointF(0, 0)
        self._aim: str | None = None
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(NAME)
        self.show_content()

    @cached_property
    def map(self) -> StoryMap:
        """The map of the case study as it stands now."""
        writing = self._writing
        return StoryMap(writing.scenario, writing.faulty, self._theme.scale, self._theme.font(Size.CAPTION))

    def show_content(self) -> None:
        """Draws the map anew, where the person has it."""
        self.__dict__.pop("map", None)
        self._fit_again()
        self.setAccessibleDescription(self._writing.spot_words(self._writing.chosen))
        self.update()

    def show_chosen(self) -> None:
        """Brings what is chosen into view, and tells it."""
        self.setAccessibleDescription(self._writing.spot_words(self._writing.chosen))
        self._bring_chosen()
        self.update()

    # Where things are.

    def place_of(self, point: QPointF) -> QPointF:
        """A point of the map in the widget."""
        return (point - self._corner) * self.zoom

    def _on_map(self, place: QPointF) -> QPointF:
        return place / self.zoom + self._corner

    def _bring(self, rect: QRectF) -> None:
        """Moves the view as little as needed for a rectangle of the map to be in it."""
        room = QRectF(self._corner, self.rect().size() / self.zoom)
        around = rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        x = min(max(room.left(), around.right() - room.width()), around.left())
        y = min(max(room.top(), around.bottom() - room.height()), around.top())
        self._corner = QPointF(x, y)

    def _bring_chosen(self) -> None:
        """Not while a mouse button is down: what is being dragged must not move away."""
        if self._writing.chosen and self._pressed is None:
            self._bring(self.map.rect_of(self._writing.chosen))

    def _fit_again(self) -> None:
        """Where the map is to fit; of what is worked on, only where the whole of it is wanted."""
        if self._fits is not None and (self._fits < 1 or self._writing.chosen is None):
            self._fit(self._fits)

    def _fit(self, at_least: float) -> None:
        """As much of the map as there is room for, the start among it."""
        size = self.map.size
        shares = (self.width() / max(1.0, size.width()), self.height() / max(1.0, size.height()))
        self.zoom = max(at_least, min(1.0, *shares))
        room = QRectF(0, 0, self.width() / self.zoom, self.height() / self.zoom)
        self._corner = QPointF(min(0.0, (size.width() - room.width()) / 2), (size.height() - room.height()) / 2)
        start = self.map.boxes.get(self._writing.scenario.start)
        if start is not None:
            self._bring(start)

    def show_all(self) -> None:
        """The whole map at once, as far as it can be made out."""
        self._fits = _LEAST
        self._fit(_LEAST)
        self.update()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller around the middle of the view, or around what is chosen where it is in view."""
        self._zoom_at(steps, QPointF(self.rect().center()))
        self._bring_chosen()

    def _zoom_at(self, steps: float, place: QPointF) -> None:
        here = self._on_map(place)
        self.zoom = max(_LEAST, min(_MOST, self.zoom * _ZOOM**steps))
        self._corner = here - place / self.zoom
        self._fits = None
        self.update()

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._commands.take(event) or self._walk(event) or self._size(event)):
            super().keyPressEvent(event)

    def _walk(self, event: QKeyEvent) -> bool:
        writing = self._writing
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        match event.key():
            case Qt.Key.Key_Right:
                self._choose(writing.step("right"))
            case Qt.Key.Key_Left:
                self._choose(writing.step("left"))
            case Qt.Key.Key_Up:
                self._choose(self._beside(-1))
            case Qt.Key.Key_Down:
                self._choose(self._beside(1))
            case Qt.Key.Key_Home:
                self._choose(writing.first)
            case Qt.Key.Key_Escape if writing.chosen:
                self._choose(None)
            case _:
                return False
        return True

    def _beside(self, by: int) -> Spot | None:
        """The next choice of the same scene, or the next scene of the column."""
        if self._writing.chosen is None:
            return self._writing.first
        name, at = self._writing.chosen
        if at is None:
            return self.map.above(name, by), None
        last = len(self._writing.scenario.scenes[name].choices) - 1
        return name, max(0, min(last, at + by))

    def _choose(self, spot: Spot | None) -> None:
        if spot != self._writing.chosen:
            self._writing.choose(spot)
            announce(self, self._writing.spot_words(spot))

    def _size(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._theme.letter_keys:
            return False
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.show_all()
            case _:
                return False
        return True

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        here = self._on_map(event.position())
        self._pressed = self._mouse = event.position()
        self._fits = None
        self._dragged = self.map.handle_at(here)
        if spot := self._dragged or self.map.spot_at(here):
            self._writing.choose(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = self._on_map(event.position())
        if self._pressed is None:
            self._hover(here)
        elif self._dragged is not None:
            spot = self.map.spot_at(here)
            self._aim = spot[0] if spot else None
        else:
            self._corner -= (event.position() - self._mouse) / self.zoom
            self._fits = None
        self._mouse = event.position()
        if self._pressed is not None:
            self.update()

    def _hover(self, here: QPointF) -> None:
        """Says by the cursor what can be done here, and in a tip what has no room on the map."""
        spot = self.map.spot_at(here)
        shapes = Qt.CursorShape
        over = shapes.PointingHandCursor if spot else shapes.OpenHandCursor
        self.setCursor(shapes.CrossCursor if self.map.handle_at(here) else over)
        add_tip(self, self._writing.whole_words(spot) if spot else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        way, aim, begun = self._dragged, self._aim, self._pressed
        self._pressed = self._dragged = self._aim = None
        far = begun is not None and (event.position() - begun).manhattanLength() > _NEAR
        if way and aim and far:
            self._writing.join(way, aim)
        elif begun and not far and self.map.spot_at(self._on_map(begun)) is None and not way:
            self._writing.choose(None)
        if not far:
            self._bring_chosen()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        if self._writing.chosen:  # by the first click, after which the map may have moved
            self._commands.edit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl held down only: the wheel alone scrolls the page."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_at(event.angleDelta().y() / _WHEEL, event.position())
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_again()
        self._bring_chosen()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, palette = self._theme, self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(palette.teal if self.hasFocus() else palette.control), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(palette.paper))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setClipRect(frame.adjusted(1, 1, -1, -1))
        if not self.map.boxes:
            painter.setFont(theme.font())
            painter.setPen(QColor(palette.ink_2))
            wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            painter.drawText(frame.adjusted(24, 24, -24, -24), wrap, _EMPTY)
        painter.scale(self.zoom, self.zoom)
        painter.translate(-self._corner)
        self.map.paint(painter, palette, theme.icons, self._writing.chosen, self._aim)
        if self._dragged is not None:
            painter.setPen(QPen(QColor(palette.teal), 2.4 * theme.scale, Qt.PenStyle.DashLine))
            painter.drawLine(self.map.handle_of(self._dragged), self._on_map(self._mouse))
        painter.end()
