"""What was told on the walk, to be asked by the tests."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

Node = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """The screens by name, each a list of what it holds in its order, and what was said by itself.

    Attributes:
        run: how the walk ended: its exit code, and what was written to standard error.
        data: the program's folder.
    """

    screens: dict[str, list[Node]]
    events: list[dict[str, str]]
    run: dict[str, Any]
    data: Path
    language: str

    def announced(self, after: str) -> list[str]:
        """What was announced after a screen was noted and before the next one was."""
        return [one["words"] for one in self.events if (one["kind"], one["screen"]) == ("announcement", after)]

    def named(self, screen: str, *roles: str) -> list[str]:
        """The names on a screen, of these roles where some are given."""
        return [one["name"] for one in self.screens[screen] if not roles or one["role"] in roles]

    def the(self, screen: str, begins: str) -> Node:
        """The first thing on a screen whose name begins so."""
        return next(one for one in self.screens[screen] if one["name"].startswith(begins))

    def focused(self, screen: str) -> Node:
        """What had the focus."""
        return next(one for one in self.screens[screen] if "focused" in one["states"])
