"""Shares inputs out among targets, runs each in processes that are watched, and gathers what came of them."""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.child import INPUT, NUMBER, RESULT, TARGETS, Told

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Finding:
    """An input that broke the property; `file` holds it, `words` are the last that the process said."""

    target: str
    number: int
    file: Path
    words: str

    def __str__(self) -> str:
        repeat = f"python3 -m tests.fuzz --target {self.target} --repeat {self.file}"
        return f"{self.target} input {self.number}\n{self.words.strip()}\nRepeat it with: {repeat}"


@dataclass
class Tally:
    """What came of one target's inputs; times in seconds, `slowest` in processor time."""

    target: str
    inputs: int = 0
    accepted: int = 0
    refused: int = 0
    drawn: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_input: int = 0
    findings: list[Finding] = field(default_factory=list)

    def add(self, told: Told) -> None:
        self.inputs += told.inputs
        self.accepted += told.accepted
        self.refused += told.refused
        self.drawn += told.drawn
        if told.slowest > self.slowest:
            self.slowest, self.slowest_input = told.slowest, told.slowest_input

    def __str__(self) -> str:
        return (
            f"{self.target:12}{self.inputs:8} inputs {self.accepted:7} accepted {self.refused:7} refused "
            f"{self.drawn:5} drawn {self.seconds:7.1f} s, slowest {self.slowest:.3f} s (input {self.slowest_input}), "
            f"{len(self.findings)} findings"
        )


def shares(inputs: int, only: str | None = None) -> dict[str, int]:
    """How many of the inputs each target is given, at least one."""
    if only:
        return {only: inputs}
    whole = sum(target.share for target in TARGETS.values())
    return {name: -(-inputs * target.share // whole) for name, target in TARGETS.items()}


def fuzz(target: str, inputs: int, seed: str, findings: Path, most: int = 20) -> Tally:
    """Gives a target its inputs; a process that dies is a finding, and another goes on with the next input."""
    tally, at, began = Tally(target), 0, time.monotonic()
    while at < inputs and len(tally.findings) < most:
        with TemporaryDirectory(prefix="fuzz-") as folder:
            place = Path(folder)
            died = _process(target, seed, at, inputs, place)
            if died is None:
                told = Told(**json.loads((place / RESULT).read_text("utf-8")))
                tally.add(told)
                tally.findings += [_kept(target, seed, number, words, findings) for number, words in told.findings]
                at = inputs
            else:
                number = int((place / NUMBER).read_text() or at) if (place / NUMBER).exists() else at
                file = _file(findings, target, number)
                if (place / INPUT).exists():
                    shutil.copy(place / INPUT, file)
                tally.findings.append(Finding(target, number, file, died))
                tally.inputs += number + 1 - at
                at = number + 1
    tally.seconds = time.monotonic() - began
    return tally


def _process(target: str, seed: str, first: int, last: int, place: Path) -> str | None:
    """Runs one process over these inputs; None, or its last words where it died."""
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.fuzz.child", target, seed, str(first), str(last)]
    done = subprocess.run(
        [*command, str(place)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return None
    return f"The process ended with {done.returncode}.\n{done.stdout[-500:]}{done.stderr[-3_000:]}"


def _kept(target: str, seed: str, number: int, words: str, findings: Path) -> Finding:
    from random import Random

    file = _file(findings, target, number)
    file.write_bytes(TARGETS[target].make(Random(f"{seed} {target} {number}")))
    return Finding(target, number, file, words)


def _file(findings: Path, target: str, number: int) -> Path:
    findings.mkdir(parents=True, exist_ok=True)
    return findings / f"{target}-{number}.bin"
