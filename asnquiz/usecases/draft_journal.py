"""What was changed in a draft since the editor was opened, step by step, so that it can be taken back and redone."""

from collections.abc import Hashable

from asnquiz.usecases.write_drafts import Content


class Journal:
    """Of one draft, without an end. What is typed into one place, without a pause, is one step."""

    def __init__(self) -> None:
        self._past: list[Content] = []
        self._future: list[Content] = []
        self._place: Hashable = None

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def note(self, before: Content, place: Hashable = None) -> None:
        """A change was made: what stood there before, and into which place it was typed; None is a step of its own."""
        if place is None or place != self._place:
            self._past.append(before)
        self._place = place
        self._future.clear()

    def pause(self) -> None:
        """What is typed from now on is another step."""
        self._place = None

    def undo(self, now: Content) -> Content:
        """What stood before the last step. Raises IndexError where there is none."""
        self.pause()
        before = self._past.pop()
        self._future.append(now)
        return before

    def redo(self, now: Content) -> Content:
        """What stood after the step that was taken back last. Raises IndexError where there is none."""
        self.pause()
        after = self._future.pop()
        self._past.append(now)
        return after
