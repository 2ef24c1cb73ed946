"""Data folders as a computer has them on which the program has run before: its content stands there compiled."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.learning import open_learning
from asnquiz.programs.paths import Paths


def compiled_before(paths: Paths) -> Paths:
    """Makes a data folder with the shipped content compiled in it, which takes two seconds where it is not."""
    paths.cache.mkdir(parents=True)
    for name, content in _compiled().items():
        (paths.cache / name).write_bytes(content)
    return paths


def opened_before(paths: Paths) -> Paths:
    """The same, with a database in it that was made and closed before anybody learned there."""
    compiled_before(paths)
    for name, content in _opened().items():
        (paths.data / name).write_bytes(content)
    return paths


@cache
def _opened() -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        paths = compiled_before(Paths(Path(folder)))
        with open_learning(paths):
            pass
        return {file.name: file.read_bytes() for file in paths.data.iterdir() if file.is_file()}


@cache
def _compiled() -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        pack_library(paths).current()
        return {file.name: file.read_bytes() for file in paths.cache.iterdir()}
