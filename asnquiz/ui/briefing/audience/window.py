"""The window on the projector; it is given pictures and what stands around them, so that it can show nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from asnquiz.painting.icons import Icons
from asnquiz.painting.qr import Matrix
from asnquiz.painting.tokens import AUDIENCE, Palette
from asnquiz.ui.briefing.audience.edges import Foot, Head
from asnquiz.ui.briefing.audience.frame import Frame
from asnquiz.ui.briefing.audience.kit import HEIGHT, Kit
from asnquiz.ui.briefing.audience.parts import Drawing, Mark, Scene
from asnquiz.ui.briefing.audience.press import Press, press_of
from asnquiz.ui.briefing.audience.scenes import scene
from asnquiz.ui.briefing.audience.sheets import Body, sheets
from asnquiz.ui.briefing.audience.time_left import TimeLeft
from asnquiz.usecases.show_audience import Picture

Part = TypeVar("Part", bound=QWidget)

_SIDE = 0.045  # of the width
_TOP, _BOTTOM, _BETWEEN = 44, 36, 26  # of 1080
_MARGIN = 4  # around a drawing
_BLANK = Scene("", "", ((Mark(),),), ("blank",), entry=False, centred=True)
_NO_FRAME = Frame(None, "", "")


class AudienceWindow(QWidget):
    """What the room sees: one picture at a time, over several sheets where it is too long for one.

    `codes` gives the modules of a QR code of a text; without `characters`, keys that are one character ask for nothing.

    Attributes:
        pressed: a key of a clicker or of the keyboard asked for something; nothing here acts on it.
    """

    pressed = Signal(Press)

    def __init__(
        self,
        icons: Icons,
        codes: Callable[[str], Matrix],
        *,
        palette: Palette = AUDIENCE,
        characters: bool = True,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self.setWindowTitle("Layar peserta")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 240)
        self._icons = icons
        self._codes = cache(codes)  # asked for again whenever somebody comes in
        self._palette = palette
        self._characters = characters
        self._now = now
        self._scene, self._frame = _BLANK, _NO_FRAME
        self._at: tuple[object, ...] = ()
        self._sheet = 0
        self._count = 1
        self._head: Head | None = None
        self._time: TimeLeft | None = None
        self._body: Body | None = None
        self._foot: Foot | None = None

    def show_picture(self, picture: Picture, frame: Frame) -> None:
        """Shows a picture; one of the same place stays on the sheet that it was on."""
        self._frame = frame
        self._scene = scene(picture, frame)
        if self._scene.at != self._at:
            self._at, self._sheet = self._scene.at, 0
        self._lay()

    def show_blank(self) -> None:
        """Shows the mark alone, until the next picture."""
        self._scene, self._frame = _BLANK, _NO_FRAME
        self._lay()

    @property
    def sheet(self) -> tuple[int, int]:
        """Which sheet of the picture is shown, from 1, and of how many."""
        return min(self._sheet, self._count - 1) + 1, self._count

    def turn(self, by: int) -> bool:
        """Goes on or back by so many sheets of the picture; False where it has none there."""
        to = self.sheet[0] - 1 + by
        if not 0 <= to < self._count:
            return False
        self._sheet = to
        self._lay()
        return True

    def wear(self, palette: Palette) -> None:
        """Shows the same in other colours."""
        self._palette = palette
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._palette.paper))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = press_of(event, characters=self._characters)
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.pressed.emit(asked)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.pressed.emit(Press.LEAVE)

    def _lay(self) -> None:
        """Brings what is shown in line with the scene and the size of the window."""
        kit = Kit(self._palette, self._icons, self._codes, self.height() / HEIGHT)
        side, between = round(self.width() * _SIDE), kit.room(_BETWEEN)
        area = QRect(side, kit.room(_TOP), self.width() - 2 * side, self.height() - kit.room(_TOP) - kit.room(_BOTTOM))
        self._count_down(kit)
        foot = Foot(kit, self._scene, self._frame)
        low = foot.needed(area.width())
        foot.setGeometry(area.x(), area.bottom() + 1 - low, area.width(), low)
        self._foot = self._put(self._foot, foot)
        area.adjust(0, 0, 0, -low - between if low else 0)
        self._lay_sheet(kit, area, between)
        for one in (self._body, self._time, self._head):  # in the order in which they are read
            if one is not None:
                one.lower()

    def _lay_sheet(self, kit: Kit, area: QRect, between: int) -> None:
        """The head and the body; that there are several sheets is said in the head, which takes room that they had."""
        count = 1
        while True:
            part = f"bagian {min(self._sheet + 1, count)} dari {count}" if count > 1 else ""
            left = " · ".join(filter(None, (self._scene.left, part)))
            head = Head(kit, left, self._scene.right, self._time.natural if self._time else 0)
            high = max(head.needed(area.width()), self._time.needed() if self._time else 0)
            below = area.adjusted(0, high + between if high else 0, 0, 0)
            found = sheets(self._scene.groups, kit, below.width(), below.height())
            if len(found) <= count:
                break
            count = len(found)
        self._count = len(found)
        head.setGeometry(area.x(), area.y(), area.width(), high)
        self._head = self._put(self._head, head)
        if self._time:
            self._time.setGeometry(area.x() + head.middle, area.y(), self._time.natural, self._time.needed())
        shown = found[self.sheet[0] - 1]
        if all(isinstance(one, Drawing) for one in shown.parts):  # it has a margin of its own, and small letters
            below.adjust(0, -between + kit.room(_MARGIN), 0, between - kit.room(_MARGIN))
        if self._body is None or (self._body.sheet, self._body.geometry()) != (shown, below):
            self._body = self._put(self._body, Body(shown, below, centred=self._scene.centred))

    def _count_down(self, kit: Kit) -> None:
        """Counts the timer down; goes on as before where it is the same one on the same wall."""
        timer = self._frame.timer
        if self._time and (timer, kit) != (self._time.timer, self._time.kit):
            self._gone(self._time)
            self._time = None
        if timer and not self._time:
            self._time = self._put(None, TimeLeft(kit, timer, self._now))

    def _put(self, before: Part | None, part: Part) -> Part:
        part.setParent(self)
        part.show()
        self._gone(before)
        return part

    @staticmethod
    def _gone(part: QWidget | None) -> None:
        """Takes something off the wall at once, so that nothing of it is left to be found."""
        if part is not None:
            part.hide()
            part.setParent(None)
            part.deleteLater()
