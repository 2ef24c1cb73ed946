"""Imports in processes of their own (tests.programs.importing), killed at any point."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
# As the command of another program, so that those who look at files do not load it once more.
_IMPORT = "import sys; from tests.programs.importing import main; main(*sys.argv[1:])"
# Longer than a step, so that the kill falls on any part of one.
_MOST_NANOSECONDS_MORE = 12_000_000


def started(database: str, folder: Path) -> "subprocess.Popen[str]":
    """An import into a file or a server, which tells each step."""
    command = [sys.executable, "-c", _IMPORT, database, str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_somewhere(process: "subprocess.Popen[str]", random: Random, steps: int) -> None:
    """Sends SIGKILL after fewer than so many steps; it may have ended by itself before."""
    assert process.stdout is not None
    for _ in range(random.randrange(steps)):
        process.stdout.readline()
    until = time.perf_counter_ns() + random.randrange(_MOST_NANOSECONDS_MORE)
    while time.perf_counter_ns() < until:
        pass
    process.send_signal(signal.SIGKILL)
