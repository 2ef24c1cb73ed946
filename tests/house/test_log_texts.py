"""What the program logs is words of its own and numbers; a few texts name one of its own parts."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.source_texts import ROOT

NAMING = {"guide %s cannot be read", "icon %s cannot be read", "icon %s is damaged", "missing or damaged: %s"}
LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def logged(file: Path) -> Iterator[str]:
    """The text of each call on a logger, empty where it is not written there."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Call(func=ast.Attribute(attr="getLogger")), attr=level), args=args
            ) if level in LEVELS:
                yield args[0].value if isinstance(args[0], ast.Constant) and isinstance(args[0].value, str) else ""


def test_no_log_text_has_anything_but_numbers_and_parts_of_the_program_filled_in() -> None:
    found = {text for file in (ROOT / "asnquiz").rglob("*.py") for text in logged(file)}
    # The empty one is programs/milestones.py, whose callers hand constants over.
    assert {text for text in found if "%" in text.replace("%d", "") or not text} == {*NAMING, ""}
    assert "fault" in found
