"""Makes the program's folder `dist/asnquiz` with PyInstaller, in an environment of its own. Standard library only."""

import hashlib
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))

from asnquiz.programs.environment import Environment  # noqa: E402
from asnquiz.programs.installation import install  # noqa: E402

_MEGABYTE = 1_000_000

BUILD, DIST = ROOT / "build", ROOT / "dist"
ENVIRONMENT = BUILD / ".venv"
REQUIREMENTS = ROOT / "packaging" / "requirements.txt"
_SPEC = ROOT / "packaging" / "asnquiz.spec"


def build_folder() -> Path:
    """The folder, made anew; leaves with exit code 1 and a sentence where it cannot be made."""
    BUILD.mkdir(exist_ok=True)
    environment = Environment(ROOT, str(REQUIREMENTS), folder=ENVIRONMENT)
    if not environment.ready:
        install(environment)
    places = ("--distpath", DIST, "--workpath", BUILD)
    command = (environment.python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *places, _SPEC)
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        sys.exit("Paket tidak dapat dibuat; sebabnya disebut di atas.")
    return DIST / "asnquiz"


def pack(folder: Path, file: Path, added: Mapping[str, bytes]) -> Path:
    """A zip of the folder, with more files in it."""
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, Path(folder.name) / path.relative_to(folder))
        for name, content in added.items():
            packed.writestr(f"{folder.name}/{name}", content)
    return file


def hand_out(file: Path) -> None:
    """Tells of a package that was made, and notes it in `SHA256SUMS` beside it, as sha256sum reads it."""
    sums = file.with_name("SHA256SUMS")
    checksum = hashlib.sha256(file.read_bytes()).hexdigest()
    others = sums.read_text(encoding="utf-8").splitlines() if sums.is_file() else []
    kept = [line for line in others if not line.endswith(f" {file.name}")]
    lines = sorted([*kept, f"{checksum}  {file.name}"], key=lambda line: line.split()[-1])
    sums.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    print(f"{file}: {file.stat().st_size / _MEGABYTE:.0f} MB, SHA-256 {checksum}")
