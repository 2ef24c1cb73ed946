"""That a skip fails with CI set, and only then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

TESTS = {
    "mark": "import pytest\n\n@pytest.mark.skip(reason='no tool')\ndef test_it() -> None: ...\n",
    "call": "import pytest\n\ndef test_it() -> None:\n    pytest.skip('no tool')\n",
    "module": "import pytest\n\npytest.skip('no tool', allow_module_level=True)\n",
    "expected": "import pytest\n\n@pytest.mark.xfail\ndef test_it() -> None:\n    assert False\n",
}


@pytest.mark.parametrize(
    ("ci", "ending"), [("", "3 skipped, 1 xfailed in "), ("1", "1 failed, 1 xfailed, 2 errors in ")]
)
def test_a_skip_fails_in_ci_only_and_an_expected_failure_never(tmp_path: Path, ci: str, ending: str) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    for name, source in TESTS.items():
        (tmp_path / f"test_{name}.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "--continue-on-collection-errors", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "--rootdir", tmp_path, tmp_path],
        cwd=tmp_path,
        env=os.environ | {"CI": ci},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines()[-1].startswith(ending), done.stdout
    assert (done.returncode != 0) is bool(ci)
    assert done.stdout.count("A skip is a failure with CI set: ") >= (3 if ci else 0)
