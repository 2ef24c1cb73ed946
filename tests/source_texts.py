"""The texts that stand in the program's source, for tests of words and letters; docstrings are not among them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def sources(*rooms: str) -> list[Path]:
    """The Python files of rooms of the program, a room being a folder or a file without its ending."""
    found: list[Path] = []
    for room in rooms:
        place = ROOT / "asnquiz" / room
        found += sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    return found


@cache
def texts(file: Path) -> tuple[str, ...]:
    """Every text of a file, whole: what an f-string fills in is shown as {}."""
    tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0]) for node in ast.walk(tree) if isinstance(node, documented) and ast.get_docstring(node)
    }
    return tuple(_texts(tree, docstrings))


def _texts(node: ast.AST, docstrings: set[int]) -> Iterator[str]:
    if id(node) in docstrings:
        return
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.JoinedStr(values):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in values)
            for part in values:
                if isinstance(part, ast.FormattedValue):
                    yield from _texts(part.value, docstrings)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _texts(child, docstrings)
