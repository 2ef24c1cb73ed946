"""What a process that takes foreign bytes may do: two seconds for each, one gigabyte, and no file, socket or program
outside its own folder. What it does beyond that ends it or is raised, and so becomes a finding.
"""

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

SECONDS = 2.0
_FROZEN_S = 30  # of wall time, for what no Python code can interrupt
_MEMORY = 1 << 30

_PROGRAMS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "pty.spawn",
)
_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "telnetlib.", "webbrowser.")
_CHANGES = (
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.chown", "os.link", "os.symlink", "os.truncate",
    "os.utime", "shutil.", "tempfile.",
)  # fmt: skip
_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class NotAllowedError(BaseException):
    """Something was done that no foreign input may lead to; no `except Exception` hides it."""


class TooSlowError(BaseException):
    """An input took more processor time than any may."""


class Watch:
    """Watches this process from `begin` on, while an input is taken."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.realpath(folder)
        self._found: str | None = None
        self._armed = False

    def begin(self) -> None:
        """For the rest of the process: an audit hook cannot be taken away (PEP 578)."""
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        sys.dont_write_bytecode = True
        sys.addaudithook(self._audit)
        signal.signal(signal.SIGPROF, _too_slow)

    @contextmanager
    def one(self) -> Iterator[None]:
        """The time of one input, and what it does."""
        faulthandler.dump_traceback_later(_FROZEN_S, exit=True)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        self._found, self._armed = None, True
        try:
            yield
        finally:
            self._armed = False
            signal.setitimer(signal.ITIMER_PROF, 0)
            faulthandler.cancel_dump_traceback_later()
        if self._found:
            raise NotAllowedError(self._found)

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        if not self._armed:
            return
        if event in ("os.remove", "os.rmdir") and args[1] >= 0:  # the name is one within an opened folder
            args = (Path(f"/proc/self/fd/{args[1]}").resolve() / os.fsdecode(args[0]),)
        writes = event == "open" and _writes(*args) and self._outside(args[0])
        changes = event.startswith(_CHANGES) and any(map(self._outside, args))
        if writes or changes or event.startswith((*_PROGRAMS, *_NETWORK)):
            self._refuse(event, args)

    def _refuse(self, event: str, args: tuple[Any, ...]) -> None:
        self._found = f"{event} {args!r}"[:300]
        raise NotAllowedError(self._found)

    def _outside(self, place: object) -> bool:
        if not isinstance(place, str | bytes | os.PathLike):
            return False
        real = os.path.realpath(os.fsdecode(place))
        return real != self._folder and not real.startswith(self._folder + os.sep)


def _writes(_place: object, mode: object, flags: object) -> bool:
    if isinstance(mode, str) and set(mode) & set("wax+"):
        return True
    return isinstance(flags, int) and bool(flags & _TO_WRITE)


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError(f"more than {SECONDS} s of processor time")
