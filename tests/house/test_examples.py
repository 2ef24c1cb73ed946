"""That every property has an example left where CI is not set and each runs a tenth of them."""

import os
import subprocess
import sys

from tests.house.tree import ROOT, project_files


def test_without_ci_every_property_can_be_run() -> None:
    tests = [file for file in project_files() if file.parts[0] == "tests" and file.name.startswith("test_")]
    properties = [str(file) for file in tests if "max_examples" in (ROOT / file).read_text("utf-8")]
    assert "tests/domain/test_plain.py" in properties
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n0", "-p", "no:cacheprovider", *properties]
    environ = os.environ | {"CI": ""}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
