"""From the command to the first picture and to the home screen, as whole processes, against a bare window."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from asnquiz.programs.milestones import HOME_PAINTED, WINDOW_PAINTED
from asnquiz.programs.paths import Paths
from benchmarks.office import copy_program
from benchmarks.report import Report

GOALS = {"first_paint": 1.5, "home_ready": 3.0, "memory_above_mb": 60}
_PATIENCE_S = 60
_BETWEEN_S = 0.02
_KB_IN_MB = 1024


@dataclass(frozen=True)
class Start:
    """One start: seconds from the command to each picture, and the highest resident memory in MB."""

    painted: float
    home: float
    memory: float


def measure(program: Path, runs: int) -> Report:
    """`runs` rounds of floor, program, and program through the system's Python, after one round that is not counted."""
    bare: list[Start] = []
    direct: list[Start] = []
    hop: list[Start] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "asnquiz"
        copy_program(program, copy)
        paths = Paths(Path(folder) / "data")
        _fill(copy, paths)
        for _ in range(runs + 1):
            bare.append(_bare(program))
            direct.append(_start([str(copy / ".venv/bin/python"), "main.py"], copy, paths))
            hop.append(_start([_system_python(), "main.py"], copy, paths))
    bare, direct, hop = bare[1:], direct[1:], hop[1:]
    return Report(
        "startup",
        figures={
            "floor_s": [one.painted for one in bare],
            "first_paint_s": [one.painted for one in direct],
            "home_ready_s": [one.home for one in direct],
            "hop_first_paint_s": [one.painted for one in hop],
            "hop_home_ready_s": [one.home for one in hop],
            "floor_memory_mb": [one.memory for one in bare],
            "memory_mb": [one.memory for one in direct],
            "memory_above_mb": [one.memory - floor.memory for one, floor in zip(direct, bare, strict=True)],
        },
        ratios={
            "first_paint": [one.painted / floor.painted for one, floor in zip(direct, bare, strict=True)],
            "home_ready": [one.home / floor.painted for one, floor in zip(direct, bare, strict=True)],
        },
        goals=GOALS,
    )


def _fill(copy: Path, paths: Paths) -> None:
    """Learns with the copy's own code and pack, in a process of its own."""
    words = "from pathlib import Path; from asnquiz.programs.paths import Paths; import benchmarks.office as o; "
    words += f"o.learn(Paths(Path({str(paths.data)!r})))"
    environ = os.environ | {"PYTHONPATH": os.pathsep.join([str(copy), str(Path(__file__).parent.parent)])}
    subprocess.run([sys.executable, "-P", "-c", words], check=True, env=environ)


def _system_python() -> str:
    """The Python that the environment was made from."""
    return str(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}")


def _bare(program: Path) -> Start:
    begun = time.time()
    command = [str(program / ".venv/bin/python"), str(Path(__file__).parent / "bare_window.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_environ()) as process:
        assert process.stdout is not None
        painted = float(process.stdout.readline())
        memory = _leave(process)
    return Start(painted - begun, painted - begun, memory)


def _start(command: list[str], copy: Path, paths: Paths) -> Start:
    """Starts the program, waits for its home screen, and closes it as the end of a session would."""
    log = paths.log / "asnquiz.log"
    log.unlink(missing_ok=True)
    environ = _environ() | {"ASNQUIZ_DATA": str(paths.data)}
    begun = time.time()
    with subprocess.Popen(command, cwd=copy, env=environ) as process:
        while HOME_PAINTED not in (lines := log.read_text("utf-8") if log.is_file() else ""):
            if process.poll() is not None or time.time() > begun + _PATIENCE_S:
                process.kill()
                raise RuntimeError(f"the program did not reach its home screen:\n{lines}")
            time.sleep(_BETWEEN_S)
        process.send_signal(signal.SIGTERM)
        memory = _leave(process)
    return Start(_when(lines, WINDOW_PAINTED) - begun, _when(lines, HOME_PAINTED) - begun, memory)


def _leave(process: subprocess.Popen[Any]) -> float:
    """Waits for the end of a process; its highest resident memory in MB."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}")
    return usage.ru_maxrss / _KB_IN_MB


def _when(lines: str, words: str) -> float:
    """The time of day, in seconds of the wall clock, that the log gives for a line."""
    line = next(line for line in lines.splitlines() if line.endswith(words))
    return datetime.strptime(line[:23], "%Y-%m-%d %H:%M:%S,%f").astimezone().timestamp()


def _environ() -> dict[str, str]:
    # The platform waits a little between two pictures, which is no work of the program's.
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QPA_UPDATE_IDLE_TIME": "0"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ
