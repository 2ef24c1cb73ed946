"""Shares inputs out among targets, gives them to processes that are watched, and gathers what came of them."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import astuple, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.child import INPUT, NOW, RESULTS, TARGETS, Job, Told, made

ROOT = Path(__file__).resolve().parents[2]
_MOST_DEATHS = 20


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
    """What came of one target's inputs, of however many processes."""

    target: str
    told: Told = field(default_factory=Told)
    findings: list[Finding] = field(default_factory=list)

    def add(self, told: Told) -> None:
        whole = self.told
        whole.inputs += told.inputs
        whole.accepted += told.accepted
        whole.refused += told.refused
        whole.drawn += told.drawn
        whole.seconds += told.seconds
        if told.slowest > whole.slowest:
            whole.slowest, whole.slowest_input = told.slowest, told.slowest_input

    def __str__(self) -> str:
        told = self.told
        return (
            f"{self.target:12}{told.inputs:8} inputs {told.accepted:7} accepted {told.refused:7} refused "
            f"{told.drawn:5} drawn {told.seconds:7.1f} s, slowest {told.slowest:.3f} s (input {told.slowest_input}), "
            f"{len(self.findings)} findings"
        )


def shares(inputs: int) -> dict[str, int]:
    """How many of the inputs each target is given, at least one."""
    whole = sum(target.share for target in TARGETS.values())
    return {name: -(-inputs * target.share // whole) for name, target in TARGETS.items()}


def fuzz(wanted: dict[str, int], seed: str, findings: Path) -> list[Tally]:
    """Gives each target so many inputs; one that ends its process is a finding, and the next process goes on after it.

    Inputs that broke the property are put into the folder `findings`.
    """
    tallies = {name: Tally(name) for name in wanted}
    jobs = [Job(name, 0, inputs) for name, inputs in wanted.items()]
    deaths = 0
    while jobs and deaths < _MOST_DEATHS:
        with TemporaryDirectory(prefix="fuzz-") as folder:
            place = Path(folder)
            died = _process(seed, place, jobs)
            done = [json.loads(line) for line in _lines(place / RESULTS)]
            for name, plain in done:
                told = Told(**plain)
                tallies[name].add(told)
                tallies[name].findings += [_kept(name, seed, *found, findings) for found in told.findings]
            jobs = jobs[len(done) :]
            if died is not None:
                deaths += 1
                number = _died_at(place, jobs[0])
                tallies[jobs[0].target].findings.append(_saved(place / INPUT, jobs[0].target, number, died, findings))
                jobs[0] = Job(jobs[0].target, number + 1, jobs[0].last)
    return list(tallies.values())


def _process(seed: str, place: Path, jobs: list[Job]) -> str | None:
    """Runs one process; None, or its last words where it died."""
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.fuzz.child", seed, str(place)]
    done = subprocess.run(
        [*command, json.dumps([astuple(job) for job in jobs])],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return None if done.returncode == 0 else f"The process ended with {done.returncode}.\n{done.stderr[-3_000:]}"


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines() if file.exists() else []


def _died_at(place: Path, job: Job) -> int:
    """The input of the job that ended the process; its first where none was begun."""
    now = (place / NOW).read_text("utf-8") if (place / NOW).exists() else ""
    target, number = json.loads(now) if now else (job.target, job.first)
    return int(number) if target == job.target else job.first


def _kept(target: str, seed: str, number: int, words: str, findings: Path) -> Finding:
    file = _file(findings, target, number)
    file.write_bytes(made(target, seed, number))
    return Finding(target, number, file, words)


def _saved(written: Path, target: str, number: int, words: str, findings: Path) -> Finding:
    file = _file(findings, target, number)
    if written.exists():
        shutil.copy(written, file)
    return Finding(target, number, file, words)


def _file(findings: Path, target: str, number: int) -> Path:
    findings.mkdir(parents=True, exist_ok=True)
    return findings / f"{target}-{number}.bin"
