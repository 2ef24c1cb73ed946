"""Runs of the program under strace, without a network: which sockets its processes open, and which files they write.

What a call was asked is read, not what came of it: one that was refused counts as well.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import TRACED, UNPLUGGED

_CALL = re.compile(r"^\d+ +(\w+)\((.*)$", re.MULTILINE)
_TEXT = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")
_NAMING = ("creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat")

# What Python and fontconfig keep for every program on the computer.
_OF_THE_SYSTEM = re.compile(r"/__pycache__(/|$)|/fontconfig/|^/dev/(null|tty)$|^/proc/self/")


@dataclass(frozen=True)
class Trace:
    """What strace wrote down."""

    text: str

    @property
    def families(self) -> set[str]:
        """The families of all sockets that were asked for."""
        asked = (words for name, words in self._calls() if name in ("socket", "socketpair"))
        return {words.split(",")[0] for words in asked}

    @property
    def network_calls(self) -> set[str]:
        """The names of all calls to the system's network."""
        files = {"openat", "truncate", *_NAMING}
        return {name for name, _ in self._calls()} - files

    def written_outside(self, *folders: Path) -> set[str]:
        """What was opened for writing, made or named in none of the folders, but for what is the system's own."""
        return {
            str(path)
            for path in self._written()
            if not any(path.is_relative_to(folder) for folder in folders) and not _OF_THE_SYSTEM.search(str(path))
        }

    def _written(self) -> Iterator[Path]:
        for name, words in self._calls():
            if name in _NAMING or name == "truncate" or (name == "openat" and _WRITING.search(words)):
                for folder, path in _TEXT.findall(words):
                    yield Path(_decoded(folder), _decoded(path))

    def _calls(self) -> Iterator[tuple[str, str]]:
        return ((match[1], match[2]) for match in _CALL.finditer(self.text))


def _decoded(text: str) -> str:
    """A name whose bytes strace has written as in C."""
    return text.encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "surrogateescape")


def traced(command: list[str], environ: Mapping[str, str], file: Path) -> "subprocess.CompletedProcess[str]":
    """Runs a command without a network and writes its trace to `file`."""
    whole = [*TRACED, "-o", str(file), *UNPLUGGED, *command]
    return subprocess.run(whole, env=environ, capture_output=True, text=True, timeout=900, check=False)


def trace_in(file: Path) -> Trace:
    return Trace(file.read_text("utf-8"))
