"""How long taking in score files takes, signed, sealed, and once more, and how much memory, against a floor.

Each is a process of its own with as many beside it as the program starts. What it takes over an empty folder, most of
it their start, is taken off, so that the ratios are of work alone.
"""

import json
import os
import resource
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz.domain.collection import Verdict
from benchmarks import processes
from benchmarks.report import Report

if TYPE_CHECKING:
    from asnquiz.content.library import PackLibrary

_FILES = 10_000
# The lowest wanted of `again`: how many times longer the first import takes than the second one.
GOALS = {"signed": 1.5, "memory_mb": 300.0, "memory_growth": 1.1, "again": 5.0}
_KB_IN_MB = 1024


@dataclass(frozen=True)
class Run:
    """One process with those beside it.

    Attributes:
        seconds: on the clock; `cpu` of all processors.
        memory: the highest of the process itself, in MB; `beside` of the largest beside it.
    """

    seconds: float
    cpu: float
    memory: float
    beside: float


def measure(program: Path, runs: int, scale: int | None = None) -> Report:
    """`runs` rounds over the same ten thousand files; a tenth of them tells whether memory grows with their number.

    With `scale`, over so many attempts that are generated: see benchmarks.collect_scale.
    """
    if scale is not None:
        # Only here: it speaks to a server, which not everybody has.
        from benchmarks import collect_scale

        return collect_scale.measure(program, runs, scale)
    from benchmarks.score_files import own_writer, write_files

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        signed, sealed, nothing = (folder / name for name in ("signed", "sealed", "nothing"))
        nothing.mkdir()
        _packs(folder).current()
        writer = own_writer()
        begun = time.perf_counter()
        write_files(signed / "first", range(_FILES // 10), writer, sealed=False)
        write_files(signed / "rest", range(_FILES // 10, _FILES), writer, sealed=False)
        write_files(sealed, range(_FILES), writer, sealed=True)
        written = time.perf_counter() - begun
        rounds = [_round(folder / f"run-{number}", program, signed, sealed, nothing) for number in range(runs)]
    figures = {name: [one[name] for one in rounds] for name in rounds[0]}
    ratios = {name: figures.pop(name) for name in ("signed", "sealed", "again", "memory_growth")}
    notes = (f"{_FILES} files of each kind, written in {written:.1f} s", "again: the least that is wanted")
    return Report("collect", figures, ratios, GOALS, notes)


def _packs(folder: Path) -> "PackLibrary":
    """The program's content, whose compiled form is kept in the folder of all runs as in a data folder."""
    from asnquiz.content.library import PackLibrary
    from asnquiz.programs.paths import PACK, content_folder

    return PackLibrary(content_folder() / PACK, folder / f"{PACK}.json")


def _round(place: Path, program: Path, signed: Path, sealed: Path, nothing: Path) -> dict[str, float]:
    def run(name: str, database: str, folder: Path) -> Run:
        return _run(program, name, place / database, folder)

    place.mkdir()
    floor_start, start = run("floor", "a", nothing), run("import", "b", nothing)
    floor = run("floor", "c", signed)
    first = run("import", "d", signed)
    again = run("again", "d", signed)
    few = run("import", "e", signed / "first")
    sealed_floor = run("floor", "f", sealed)
    opened = run("import", "g", sealed)
    work = first.seconds - start.seconds
    return {
        "floor_start_s": floor_start.seconds,
        "start_s": start.seconds,
        "floor_s": floor.seconds,
        "signed_s": first.seconds,
        "again_s": again.seconds,
        "sealed_floor_s": sealed_floor.seconds,
        "sealed_s": opened.seconds,
        "floor_cpu_s": floor.cpu - floor_start.cpu,
        "signed_cpu_s": first.cpu - start.cpu,
        "again_cpu_s": again.cpu - start.cpu,
        "sealed_floor_cpu_s": sealed_floor.cpu - floor_start.cpu,
        "sealed_cpu_s": opened.cpu - start.cpu,
        "signed_files_per_s": _FILES / work,
        "sealed_files_per_s": _FILES / (opened.seconds - start.seconds),
        "floor_memory_mb": floor.memory,
        "memory_mb": max(first.memory, opened.memory),
        "memory_tenth_mb": few.memory,
        "worker_memory_mb": max(first.beside, opened.beside),
        "signed": work / (floor.seconds - floor_start.seconds),
        "sealed": (opened.seconds - start.seconds) / (sealed_floor.seconds - floor_start.seconds),
        "again": work / (again.seconds - start.seconds),
        "memory_growth": first.memory / few.memory,
    }


def _run(program: Path, name: str, database: Path, folder: Path) -> Run:
    return Run(**processes.run(program, "collect", name, database, folder))


def _import(database: Path, folder: Path, expected: Verdict) -> float:
    """What the program does, and that it came to what it should; gives seconds."""
    from asnquiz.programs.collecting import Workers
    from asnquiz.scorefiles.key_transport import arrived
    from asnquiz.storage.collection.database import open_collection
    from asnquiz.usecases.collect import Import
    from benchmarks.score_files import RECIPIENTS

    keys = arrived([RECIPIENTS[0].private_jwk])
    with closing(open_collection(database, _packs(database.parent.parent))) as store:
        begun = time.perf_counter()
        with closing(Import([folder], store=store, looker=Workers(keys), now=lambda: datetime.now(UTC))) as importing:
            while not importing.step().finished:
                pass
        seconds = time.perf_counter() - begun
    assert importing.tally is not None
    assert importing.tally.files == importing.tally.verdicts.get(expected, 0)
    return seconds


def _floor(database: Path, folder: Path) -> float:
    from asnquiz.programs.collecting import worker_count
    from asnquiz.storage.collection.database import open_collection
    from benchmarks import collect_floor

    open_collection(database).close()
    begun = time.perf_counter()
    collect_floor.run(folder, database, worker_count())
    return time.perf_counter() - begun


def _one(name: str, database: Path, folder: Path) -> None:
    if name == "floor":
        seconds = _floor(database, folder)
    else:
        seconds = _import(database, folder, Verdict.ACCEPTED if name == "import" else Verdict.DUPLICATE)
    beside = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _KB_IN_MB
    run = Run(seconds, sum(os.times()[:4]), processes.peak_memory(), beside)
    print(json.dumps(asdict(run)))


if __name__ == "__main__":
    _one(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
