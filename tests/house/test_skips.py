"""That a skip fails with CI set, and only then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

SKIPPING = {
    "a mark": "import pytest\n\n@pytest.mark.skip(reason='no tool')\ndef test_it() -> None: ...\n",
    "a call": "import pytest\n\ndef test_it() -> None:\n    pytest.skip('no tool')\n",
    "a module": "import pytest\n\npytest.skip('no tool', allow_module_level=True)\n",
}


@pytest.mark.parametrize("ci", ["", "1"])
@pytest.mark.parametrize("test", SKIPPING.values(), ids=SKIPPING.keys())
def test_a_skip_fails_in_ci_only(tmp_path: Path, test: str, ci: str) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_skipping.py").write_text(test, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path],
        cwd=tmp_path,
        env=os.environ | {"CI": ci},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    ending = done.stdout.strip().splitlines()[-1]
    if ci:
        assert done.returncode != 0
        assert "skipped" not in ending
        assert "no tool" in done.stdout
    else:
        assert "1 skipped" in ending


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_x.py").write_text(
        "import pytest\n\n@pytest.mark.xfail\ndef test_it() -> None:\n    assert False\n", encoding="utf-8"
    )
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    ]
    assert subprocess.run(command, cwd=tmp_path, env=os.environ | {"CI": "1"}, check=False).returncode == 0
