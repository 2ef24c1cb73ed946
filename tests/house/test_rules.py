"""The rules that tools check: style, form, types, and which room may import which."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT


def passes(*command: str) -> None:
    """Runs one of the environment's own tools over the project; fails with all that it printed."""
    tool = shutil.which(command[0], path=str(Path(sys.executable).parent))
    assert tool, f"{command[0]} is not installed beside {sys.executable}"
    done = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        pytest.fail(f"{' '.join(command)}\n{done.stdout}{done.stderr}", pytrace=False)


def test_ruff_finds_nothing() -> None:
    passes("ruff", "check")


def test_every_file_is_formatted() -> None:
    passes("ruff", "format", "--check")


def test_every_type_holds() -> None:
    passes("mypy")


def test_imports_run_one_way() -> None:
    passes("lint-imports")
