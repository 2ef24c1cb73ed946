"""One watched process that gives targets some of their inputs, one after another, and tells what came of them."""

import json
import logging
import os
import sys
import time
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from asnquiz.domain.refusal import Refusal
from asnquiz.ui.messages import sentence
from tests.fuzz.exchanged import EXCHANGED
from tests.fuzz.files import FILES
from tests.fuzz.pack_files import PACK_FILES
from tests.fuzz.packs import PACKS
from tests.fuzz.target import Draw, Take, Target, said
from tests.fuzz.typed import TYPED
from tests.fuzz.watch import NotAllowedError, TooSlowError, Watch

TARGETS: dict[str, Target] = PACKS | PACK_FILES | FILES | TYPED | EXCHANGED

# In the folder of the process: what is being taken now, and a line for each target that is done.
NOW, INPUT, RESULTS = "now.json", "input", "results.jsonl"
_DRAWN_OF = 25  # of so many accepted inputs one is drawn


@dataclass(frozen=True)
class Job:
    """The inputs of a target from number `first` to before `last`."""

    target: str
    first: int
    last: int


@dataclass
class Told:
    """What came of some inputs; `findings` are number and last words of each that broke the property.

    Times are seconds, `slowest` of processor time.
    """

    inputs: int = 0
    accepted: int = 0
    refused: int = 0
    drawn: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_input: int = 0
    findings: list[tuple[int, str]] = field(default_factory=list)


def made(target: str, seed: str, number: int) -> bytes:
    """The input of a number, always the same."""
    return TARGETS[target].make(Random(f"{seed} {target} {number}"))


class Process:
    """Takes inputs in `place`; each is written there before it is taken, so that it outlives the process."""

    def __init__(self, seed: str, place: Path) -> None:
        self._seed = seed
        self._place = place
        self._files = {file: os.open(place / file, os.O_RDWR | os.O_CREAT, 0o600) for file in (NOW, INPUT)}

    def run(self, jobs: list[Job]) -> None:
        """Does all jobs, and writes what came of each."""
        inside = self._place / "in"
        opened = [(job, self._open(job, inside / job.target)) for job in jobs]
        watch = Watch(inside)
        watch.begin()
        with (self._place / RESULTS).open("w", encoding="utf-8") as results:
            for job, take in opened:
                results.write(json.dumps([job.target, asdict(self._done(job, take, watch))]) + "\n")
                results.flush()

    def _open(self, job: Job, folder: Path) -> Take:
        folder.mkdir(parents=True)
        made(job.target, self._seed, job.first)  # whatever is made only once
        return TARGETS[job.target].open(folder)

    def _done(self, job: Job, take: Take, watch: Watch) -> Told:
        told, began = Told(), time.monotonic()
        for number in range(job.first, job.last):
            data = made(job.target, self._seed, number)
            self._note(NOW, json.dumps([job.target, number]).encode())
            self._note(INPUT, data)
            before = time.process_time()
            _one(take, data, number, watch, told)
            spent = time.process_time() - before
            if spent > told.slowest:
                told.slowest, told.slowest_input = spent, number
        told.seconds = time.monotonic() - began
        return told

    def _note(self, file: str, what: bytes) -> None:
        os.ftruncate(self._files[file], 0)
        os.pwrite(self._files[file], what, 0)


def repeat(target: str, data: bytes, folder: Path) -> str:
    """Takes one input again, and draws it, without a watch: what it breaks is raised."""
    draw = _taken(TARGETS[target].open(folder), data)
    if draw is None:
        return "refused"
    draw()
    return "accepted and drawn"


def _one(take: Take, data: bytes, number: int, watch: Watch, told: Told) -> None:
    told.inputs += 1
    try:
        with watch.one():
            draw = _taken(take, data)
        if draw is None:
            told.refused += 1
            return
        told.accepted += 1
        if told.accepted % _DRAWN_OF == 1:
            told.drawn += 1
            with watch.one():
                draw()
    except (Exception, NotAllowedError, TooSlowError):
        told.findings.append((number, traceback.format_exc()[-3_000:]))


def _taken(take: Take, data: bytes) -> Draw | None:
    try:
        return take(data)
    except Refusal as refusal:
        said([sentence(refusal)])
        return None


def main(seed: str, place: str, jobs: str) -> None:
    logging.getLogger("asnquiz").addHandler(logging.NullHandler())
    Process(seed, Path(place)).run([Job(*one) for one in json.loads(jobs)])


if __name__ == "__main__":
    main(*sys.argv[1:])
