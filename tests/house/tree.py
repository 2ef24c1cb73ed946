"""The project's own files, as git knows them."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def project_files() -> list[Path]:
    """Every file that is tracked, or new and not ignored, relative to the root; skips where git is missing."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("git, or the folder .git, is missing")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    files = (Path(name) for name in listed.split("\0") if name)
    return [file for file in files if (ROOT / file).is_file()]
