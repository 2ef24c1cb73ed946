"""What travels with the program beside its code: what setup.cfg puts into a wheel, and what Alembic reads as files."""

import configparser
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def travelling_files() -> Iterator[tuple[Path, Path]]:
    """Each file, and the folder within the program's own that it is put into."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    places = dict(line.split(" = ") for line in config["options"]["package_dir"].strip().splitlines())
    for package, patterns in config["options.package_data"].items():
        inside = Path(*package.split("."))
        source = ROOT / places.get(package, inside)
        for file in {file for pattern in patterns.split() for file in source.glob(pattern) if file.is_file()}:
            yield file, inside / file.parent.relative_to(source)
    for folder in (ROOT / "asnquiz" / "storage").rglob("migrations"):
        for file in folder.rglob("*.py"):
            yield file, file.parent.relative_to(ROOT)
