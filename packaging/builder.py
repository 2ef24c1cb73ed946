"""Makes the program's folder `dist/asnquiz` with PyInstaller, in an environment of its own. Standard library only."""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))

from asnquiz.programs.environment import Environment  # noqa: E402
from asnquiz.programs.installation import install  # noqa: E402

_MEGABYTE = 1_000_000

BUILD, DIST = ROOT / "build", ROOT / "dist"
_REQUIREMENTS = ROOT / "packaging" / "requirements.txt"
_SPEC = ROOT / "packaging" / "asnquiz.spec"


def build_folder() -> Path:
    """The folder, made anew; leaves with exit code 1 and a sentence where it cannot be made."""
    BUILD.mkdir(exist_ok=True)
    environment = Environment(BUILD, str(_REQUIREMENTS))
    if not environment.ready:
        install(environment)
    places = ("--distpath", DIST, "--workpath", BUILD)
    command = (environment.python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *places, _SPEC)
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        sys.exit("Paket tidak dapat dibuat; sebabnya disebut di atas.")
    return DIST / "asnquiz"


def told_of(file: Path) -> str:
    """One line about a package that was made, for whoever hands it out."""
    checksum = hashlib.sha256(file.read_bytes()).hexdigest()
    return f"{file.relative_to(ROOT)}: {file.stat().st_size / _MEGABYTE:.0f} MB, SHA-256 {checksum}"
