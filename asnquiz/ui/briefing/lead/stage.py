"""Where the room's window stands: on a second screen, over the only one, or beside the leader's page for a rehearsal.

Screens come and go while people watch, so that nothing here is asked once: each change is looked at anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_BESIDE = 0.6  # of the screen's width and height


class Place(Enum):
    """`hidden`: nowhere, since the screen it stood on is gone, or it was closed."""

    HIDDEN = "hidden"
    SECOND = "second"
    ONLY = "only"
    BESIDE = "beside"


@dataclass(frozen=True)
class Display:
    """A screen that shows something of its own.

    Attributes:
        name: as the system calls it, which stays the same when it is plugged in again.
        main: whether the leader's window is on it.
    """

    name: str
    area: QRect
    main: bool
    screen: QScreen


Displays = Callable[[QWidget], Sequence[Display]]


def displays(leading: QWidget) -> Sequence[Display]:
    """The screens that show different things; of those that mirror one another only one."""
    seen: dict[tuple[int, int], Display] = {}
    own = leading.screen()
    for screen in sorted(QGuiApplication.screens(), key=lambda one: one is not own):
        area = screen.geometry()
        corner = (area.x(), area.y())
        seen.setdefault(corner, Display(screen.name(), area, screen is own, screen))
    return tuple(seen.values())


class Stage(QObject):
    """Puts the room's window where it belongs.

    Signals:
        moved: it stands elsewhere, or nowhere, by itself or by wish.

    Attributes:
        place: where it stands now.
        on: the name of the second screen it was on last; kept for the next time by whoever listens to `moved`.
    """

    moved = Signal()

    def __init__(self, wall: QWidget, leading: QWidget, on: str = "", look: Displays = displays) -> None:
        super().__init__(leading)
        self.place = Place.HIDDEN
        self.on = on
        self._wall = wall
        self._leading = leading
        self._look = look
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.look_again)
            app.screenRemoved.connect(self.look_again)

    @property
    def second(self) -> Display | None:
        """The screen for the room beside the leader's; the one used last where it is there."""
        others = [one for one in self._look(self._leading.window()) if not one.main]
        return next((one for one in others if one.name == self.on), others[0] if others else None)

    def open(self, place: Place) -> None:
        """Shows the window there; a second screen that is not there is no place."""
        second = self.second if place is Place.SECOND else None
        if place is Place.SECOND and second is None:
            place = Place.HIDDEN
        self.place = place
        # Keys go to the leader's page, unless the room's window is over it.
        self._wall.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, place is not Place.ONLY)
        match place:
            case Place.HIDDEN:
                self._wall.hide()
            case Place.SECOND if second is not None:
                self.on = second.name
                self._fill(second)
            case Place.ONLY:
                self._fill(next(one for one in self._look(self._leading.window()) if one.main))
                self._wall.activateWindow()
                self._wall.setFocus()
            case _:
                self._wall.showNormal()
                room = self._leading.window().screen().availableGeometry().size()
                self._wall.resize(room * _BESIDE)
        if place is not Place.ONLY:
            self._leading.window().activateWindow()
        self.moved.emit()

    def swap(self) -> None:
        """The room's window and the leader's change places; nothing where there is only one screen."""
        second = self.second
        if self.place is not Place.SECOND or second is None:
            return
        own = next(one for one in self._look(self._leading.window()) if one.main)
        leading = self._leading.window()
        state = leading.windowState()
        leading.showNormal()
        leading.setScreen(second.screen)
        leading.setGeometry(QRect(second.area.topLeft(), leading.size().boundedTo(second.area.size())))
        leading.setWindowState(state)
        self.on = own.name
        self._fill(own)
        self.moved.emit()

    def look_again(self) -> None:
        """A screen came or went: the room's window goes to the second one, and never over what the leader sees."""
        second = self.second
        if self.place is Place.SECOND and second is None:
            self.open(Place.HIDDEN)
        elif second is not None and self.place in (Place.SECOND, Place.HIDDEN):
            self.open(Place.SECOND)

    def end(self) -> None:
        """The briefing is left: the window goes."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self.look_again)
            app.screenRemoved.disconnect(self.look_again)
        self._wall.close()
        self._wall.deleteLater()

    def _fill(self, display: Display) -> None:
        self._wall.setScreen(display.screen)
        self._wall.setGeometry(display.area)
        self._wall.showFullScreen()
