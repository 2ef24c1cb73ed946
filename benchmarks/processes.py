"""A measurement in a process of its own, which says what came of it as one JSON object."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

_KB_IN_MB = 1024


def run(program: Path, module: str, *words: object) -> dict[str, Any]:
    """What `python3 -m benchmarks.MODULE WORDS` prints, run in the program's folder."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, words)]
    done = subprocess.run(command, cwd=program, stdout=subprocess.PIPE, check=True)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def peak_memory() -> float:
    """The most that this process has had by now, in MB."""
    # Not ru_maxrss, which begins with that of whoever started it.
    (own,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(own) / _KB_IN_MB
