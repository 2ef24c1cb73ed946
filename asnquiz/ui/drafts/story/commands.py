"""What keys do to the scene or choice that is chosen, on the map as in the list."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from asnquiz.painting.story_map import Spot
from asnquiz.ui.drafts.story.writing import StoryWriting


@dataclass(frozen=True)
class Commands:
    """What the page does for the map and the list alike.

    Attributes:
        edit: goes to the form of what is chosen.
        remove: asks whether a scene or choice is to go.
        add_scene: adds a scene that nothing leads to yet.
    """

    writing: StoryWriting
    edit: Callable[[], None]
    remove: Callable[[Spot], None]
    add_scene: Callable[[], None]

    def take(self, event: QKeyEvent) -> bool:
        """Does what a key means, and says whether it means anything."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit()
            case Qt.Key.Key_Insert:
                self._insert()
            case Qt.Key.Key_Delete if self.writing.chosen:
                self.remove(self.writing.chosen)
            case Qt.Key.Key_Up if control:
                self.writing.move(-1)
            case Qt.Key.Key_Down if control:
                self.writing.move(1)
            case _:
                return False
        return True

    def _insert(self) -> None:
        """A choice with a new scene behind it; the first scene where there is none to choose in."""
        if self.writing.chosen is None:
            self.add_scene()
        else:
            self.writing.add_choice_with_scene(self.writing.chosen[0])
