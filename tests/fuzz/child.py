"""One watched process that gives one target some of its inputs, one after another, and tells what came of them."""

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
from tests.fuzz.files import FILES
from tests.fuzz.packs import PACKS
from tests.fuzz.target import Draw, Take, Target, said
from tests.fuzz.typed import TYPED
from tests.fuzz.watch import NotAllowedError, TooSlowError, Watch

TARGETS: dict[str, Target] = PACKS | FILES | TYPED

NUMBER, INPUT, RESULT = "number", "input", "result.json"
_DRAWN_OF = 25  # of so many accepted inputs one is drawn


@dataclass
class Told:
    """What came of some inputs; `findings` are number and last words of each that broke the property."""

    inputs: int = 0
    accepted: int = 0
    refused: int = 0
    drawn: int = 0
    slowest: float = 0.0
    slowest_input: int = 0
    findings: list[tuple[int, str]] = field(default_factory=list)


def run(name: str, seed: str, numbers: range, place: Path) -> Told:
    """Takes the inputs of these numbers; each is in the file INPUT of `place` before it is taken."""
    target, told = TARGETS[name], Told()
    inside = place / "in"
    inside.mkdir(exist_ok=True)
    watch = Watch(inside)
    take = target.open(inside)
    kept = [os.open(place / file, os.O_RDWR | os.O_CREAT, 0o600) for file in (NUMBER, INPUT)]
    target.make(Random(0))  # whatever is made only once
    watch.begin()
    for number in numbers:
        data = target.make(Random(f"{seed} {name} {number}"))
        for handle, what in zip(kept, (str(number).encode(), data), strict=True):
            os.ftruncate(handle, 0)
            os.pwrite(handle, what, 0)
        began = time.process_time()
        _one(take, data, number, watch, told)
        spent = time.process_time() - began
        if spent > told.slowest:
            told.slowest, told.slowest_input = spent, number
    return told


def repeat(name: str, data: bytes, folder: Path) -> str:
    """Takes one input again, and draws it, without a watch: what it breaks is raised."""
    draw = _taken(TARGETS[name].open(folder), data)
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


def main(name: str, seed: str, first: str, last: str, place: str) -> None:
    logging.getLogger("asnquiz").addHandler(logging.NullHandler())
    told = run(name, seed, range(int(first), int(last)), Path(place))
    (Path(place) / RESULT).write_text(json.dumps(asdict(told)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
