"""docs/threat-model.md: every promise has tests, and every test that it names is there."""

import ast
import re
from functools import cache

from tests.house.tree import ROOT

_PAGE = ROOT / "docs" / "threat-model.md"
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def promises() -> list[tuple[str, str]]:
    """Promise and tests of each row of the table under "Promises"."""
    _, _, table = _PAGE.read_text("utf-8").partition("\n## Promises\n")
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")]
    return [(cells[0].strip(), "|".join(cells[1:]).strip()) for cells in rows[2:]]


@cache
def names_in(file: str) -> frozenset[str]:
    path = ROOT / file
    tree = ast.parse(path.read_text("utf-8")) if path.is_file() else ast.Module([], [])
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_there_are_promises_and_each_is_made_once() -> None:
    made = [promise for promise, _ in promises()]
    assert len(made) >= 25
    assert len(set(made)) == len(made)
    assert all(promise and not promise.endswith(".") for promise in made)


def test_every_promise_names_nothing_but_tests() -> None:
    assert [promise for promise, named in promises() if not named or _TEST.sub("", named).strip(", ")] == []


def test_every_test_that_is_named_is_there() -> None:
    named = [found.groups() for _, tests in promises() for found in _TEST.finditer(tests)]
    assert [f"{file}::{name}" for file, name in named if name not in names_in(file)] == []
