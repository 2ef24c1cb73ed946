"""The pinned requirements: complete, the same in both files, without addresses, and to be had for Windows."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from asnquiz.programs.environment import pins
from tests.house.tree import ROOT

PINNED = ("requirements.txt", "requirements-dev.txt", "packaging/requirements.txt")
ASKED = tuple(name.replace(".txt", ".in") for name in PINNED)


def pins_of(name: str) -> dict[str, str]:
    return {package: version for package, version, _ in pins((ROOT / name).read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", PINNED)
def test_every_line_is_an_exact_pin(name: str) -> None:
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?", line), line


def test_tests_and_builds_have_the_packages_of_the_program() -> None:
    program, *others = (pins_of(name).items() for name in PINNED)
    assert all(program <= other for other in others)


def test_every_package_asked_for_is_pinned() -> None:
    for asked, pinned in zip(ASKED, PINNED, strict=True):
        lines = (ROOT / asked).read_text(encoding="utf-8").splitlines()
        wanted = {re.split(r"[<>=!~ \[]", line)[0].lower() for line in lines if not line.startswith("-r ")}
        assert wanted <= pins_of(pinned).keys()


@pytest.mark.parametrize("name", [*PINNED, *ASKED])
def test_no_list_holds_an_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|://|file:|--index|--find-links|@ ", text)


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_every_pin_has_a_wheel_for_windows(python: str, tmp_path: Path) -> None:
    uv = shutil.which("uv", path=str(Path(sys.executable).parent))
    assert uv, "uv is not installed beside the interpreter"
    # Resolving the pins alone, as on that Windows, reads each package's list of files and fetches none of them. The
    # program's own pins stand in each of the other lists, which do not contradict each other.
    lists = [name for name in PINNED if name != "requirements.txt"]
    command = [uv, "pip", "compile", "--quiet", "--no-deps", "--only-binary=:all:", "--no-python-downloads"]
    target = ["--python-platform=x86_64-pc-windows-msvc", f"--python-version={python}", f"--cache-dir={tmp_path}"]
    done = subprocess.run(
        [*command, *target, "--no-header", "--no-annotate", *lists],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if re.search("error sending request|dns error|Could not connect|timed out", done.stderr, re.IGNORECASE):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stderr
    resolved = {package: version for package, version, _ in pins(done.stdout)}
    pinned = [pin for name in lists for pin in pins((ROOT / name).read_text(encoding="utf-8"))]
    everywhere = {package: version for package, version, marked in pinned if not marked}
    assert everywhere.items() <= resolved.items() <= {package: version for package, version, _ in pinned}.items()
