"""A screen reader without a voice: it knows the program through AT-SPI alone, and notes what it was told.

Run by the Python that has PyGObject, which is the operating system's own; so nothing of the project is imported here.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version is chosen first

from tests.screen_reader.foremost import Foremost  # noqa: E402

PATIENCE = 20.0
_REPLY_MS = 15_000  # usually 800, which a busy computer may need for a large page
# By which it is known what Tab came to: another thing, or another word of the same text.
_ARRIVED = ("focused", "announcement")
_EVENTS = ("object:announcement", "object:state-changed:focused", "object:state-changed:checked")


@dataclass(frozen=True)
class Node:
    """One thing that the program tells of, with everything below it told after it.

    Attributes:
        level: of a heading; nothing else is asked for it, since each question costs the program time.
        size, label: of what takes the focus.
        value: of a progress bar, and its largest.
    """

    role: str
    name: str
    description: str
    states: tuple[str, ...]
    level: int | None
    label: str
    size: tuple[int, int] | None
    value: tuple[float, float] | None
    source: Any = field(repr=False, compare=False)

    def noted(self) -> dict[str, Any]:
        """For JSON, without the thing itself."""
        return {name: value for name, value in vars(self).items() if name != "source"}


@dataclass(frozen=True)
class Event:
    """What the program said by itself; `screen` is what was noted last before."""

    kind: str
    words: str
    screen: str


class Reader:
    """Finds things by role and name as somebody hears them, and acts by what they offer.

    Attributes:
        screens: what was noted, by name.
        events: everything that was told, in its order.
        language: of what is told, as a locale.
    """

    def __init__(self, program: str) -> None:
        self.screens: dict[str, list[dict[str, Any]]] = {}
        self.events: list[Event] = []
        self._screen = ""
        self._focused: Any = None
        self._foremost = Foremost()
        Atspi.init()
        Atspi.set_timeout(_REPLY_MS, _REPLY_MS)
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in _EVENTS:
            self._listener.register(kind)
        self._program = self.until(lambda: self._find_program(program), "the program to be heard of")
        self._program.set_cache_mask(Atspi.Cache.NONE)
        self.language: str = self._program.get_object_locale()

    def _find_program(self, name: str) -> Any:
        desktop = Atspi.get_desktop(0)
        programs = (desktop.get_child_at_index(place) for place in range(desktop.get_child_count()))
        return next((one for one in programs if one is not None and one.get_name() == name), None)

    def _hear(self, event: Any) -> None:
        if event.type.startswith("object:announcement"):
            self.events.append(Event("announcement", event.any_data, self._screen))
            return
        on = "" if event.detail1 else " off"
        try:
            words = f"{event.source.get_role_name()}: {event.source.get_name()}"
        except GLib.GError:
            return  # it went away meanwhile
        self.events.append(Event(event.type.rsplit(":", 1)[1] + on, words, self._screen))
        if event.type == "object:state-changed:focused" and event.detail1:
            self._focused = event.source

    def pump(self) -> None:
        """Takes what has been told meanwhile."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def until(self, wanted: Callable[[], Any], what: str) -> Any:
        """Waits for something to be so, and gives it. Raises TimeoutError, which names what was waited for."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._foremost.give_keys()
            self.pump()
            try:
                if found := wanted():
                    return found
            except GLib.GError:
                pass  # what was looked at went away meanwhile
            _next_event()
        raise TimeoutError(f"{what}; on screen: {[(one.role, one.name) for one in self.nodes() if one.name]}")

    @property
    def top(self) -> Any:
        """The dialog that stands over the window, or the window."""
        windows = [self._program.get_child_at_index(place) for place in range(self._program.get_child_count())]
        shown = [one for one in windows if one is not None and "showing" in _states(one)]
        return next((one for one in shown if one.get_role_name() in ("dialog", "alert")), shown[0])

    def nodes(self) -> list[Node]:
        """Everything on screen, in the order in which it is told."""
        return [_told(one, states) for one, states in _shown(self.top)]

    def note(self, screen: str) -> None:
        """Keeps everything that is on screen now under a name."""
        self.screens[screen] = [one.noted() for one in self.nodes()]
        self._screen = screen

    def find(self, begins: str, *roles: str) -> Any:
        """The first thing called so, or None; by its whole name rather than by its beginning."""
        named = [(one.get_name(), one) for one in _below(self.top) if not roles or one.get_role_name() in roles]
        whole = (one for name, one in named if name == begins)
        return next(whole, next((one for name, one in named if name.startswith(begins)), None))

    def focus(self) -> Node | None:
        """What has the focus."""
        one = self._focused
        states = _states(one) if one is not None else set()
        return _told(one, states) if "focused" in states else None

    def wait_for_focus(self, begins: str) -> Node:
        """Waits until something whose name begins so has the focus."""
        found: Node = self.until(
            lambda: (here := self.focus()) and here.name.startswith(begins) and here, f"the focus on “{begins}”"
        )
        return found

    def wait_for_title(self, begins: str) -> None:
        """Waits until the heading of a page has the focus."""
        self.until(lambda: (here := self.focus()) and here.level == 1 and here.name.startswith(begins), begins)

    def question(self, begins: str) -> tuple[str, Any]:
        """Waits until a question has the focus; gives its words, and what holds its answers, which stands beside it."""
        stem = self.wait_for_focus(begins)
        return stem.name, next(one for one in children(stem.source.get_parent()) if one.get_name() == "Jawaban")

    def heard(self, begins: str) -> bool:
        """Whether the last thing announced since the last note begins so."""
        self.until(lambda: True, "")
        said = [event.words for event in self.events if event.kind == "announcement" and event.screen == self._screen]
        return bool(said) and said[-1].startswith(begins)

    def wait_for_words(self, begins: str) -> None:
        """Waits until something that begins so is announced."""
        self.until(lambda: self.heard(begins), f"“{begins}” to be announced")

    def tab(self) -> None:
        """Presses Tab, and waits until that is told."""
        told = len(self.events)
        self.key("Tab")
        self.until(lambda: any(event.kind in _ARRIVED for event in self.events[told:]), "what Tab came to")

    def tab_to(self, role: str, begins: str = "") -> None:
        """Goes by Tab to the next thing of a role, whose name begins so."""
        self.tab()
        while (here := self.focus()) is None or here.role != role or not here.name.startswith(begins):
            self.tab()

    def focus_label(self) -> str:
        """The words beside what has the focus."""
        return _label(self._focused)

    def within(self, thing: Any) -> list[str]:
        """The names of everything that a thing holds."""
        return [one.get_name() for one in _below(thing)]

    def press_in(self, place: Any, name: str) -> None:
        """Does what something in a place offers first."""
        self.until(
            lambda: next((one.do_action(0) for one in _below(place) if one.get_name() == name), False), f"“{name}”"
        )

    def press(self, begins: str, *roles: str) -> None:
        """Does what a thing offers first, once it is there."""
        thing = self.until(lambda: self.find(begins, *roles), f"“{begins}”")
        if not thing.do_action(0):
            raise RuntimeError(f"“{begins}” does nothing")
        self.pump()

    def write(self, begins: str, words: str) -> None:
        """Puts words into a line, in place of what stands there."""
        line = self.until(lambda: self.find(begins, "text"), f"the line “{begins}”")
        line.grab_focus()
        line.set_text_contents(words)
        self.pump()

    def key(self, name: str) -> None:
        """Presses a key of the keyboard, by its name in X."""
        self._foremost.give_keys()
        Atspi.generate_keyboard_event(self._foremost.symbol(name), None, Atspi.KeySynthType.SYM)
        self.pump()


def _next_event() -> None:
    """Waits for the next event, a moment at most."""
    tick = GLib.timeout_add(20, lambda: GLib.SOURCE_CONTINUE)
    GLib.MainContext.default().iteration(True)
    GLib.source_remove(tick)


def _states(thing: Any) -> set[str]:
    return {Atspi.StateType(state).value_nick for state in thing.get_state_set().get_states()}


def _shown(thing: Any) -> Iterator[tuple[Any, set[str]]]:
    """A thing and all that it holds, as far as it is shown, each with its states."""
    states = _states(thing)
    if "showing" not in states:
        return
    yield thing, states
    for place in range(thing.get_child_count()):
        child = thing.get_child_at_index(place)
        if child is not None:
            yield from _shown(child)


def _below(thing: Any) -> Iterator[Any]:
    return (one for one, _ in _shown(thing))


def _told(thing: Any, states: set[str]) -> Node:
    role, takes_focus = thing.get_role_name(), "focusable" in states
    level = (thing.get_attributes() or {}).get("level") if role == "heading" else None
    box = thing.get_extents(Atspi.CoordType.SCREEN) if takes_focus else None
    return Node(
        role,
        thing.get_name(),
        thing.get_description(),
        tuple(sorted(states)),
        int(level) if level else None,
        _label(thing) if takes_focus else "",
        (box.width, box.height) if box else None,
        (thing.get_current_value(), thing.get_maximum_value()) if role == "progress bar" else None,
        thing,
    )


def _label(thing: Any) -> str:
    found = [one for one in thing.get_relation_set() if one.get_relation_type() is Atspi.RelationType.LABELLED_BY]
    return str(found[0].get_target(0).get_name()) if found else ""


def children(thing: Any) -> list[Any]:
    """What a thing holds, as far as it is shown."""
    found = (thing.get_child_at_index(place) for place in range(thing.get_child_count()))
    return [one for one in found if one is not None and "showing" in _states(one)]


def is_checked(thing: Any) -> bool:
    return "checked" in _states(thing)
