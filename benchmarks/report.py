"""What benchmarks share: a stopwatch, and what each says: medians of its figures and of their ratios to the floor."""

import argparse
import inspect
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

_RUNS = 15
_MANY = 1_000_000


@dataclass(frozen=True)
class Report:
    """What was measured.

    Attributes:
        figures: every value of each figure, one a run; the name ends in its unit.
        ratios: every value of each ratio to the floor of the same run.
        goals: the highest median wanted, for some figures and ratios; the lowest for what is found.
        notes: lines for people, behind the figures.
        kept_aside: such lines that are printed only when asked for.
    """

    name: str
    figures: dict[str, list[float]]
    ratios: dict[str, list[float]]
    goals: Mapping[str, float]
    notes: tuple[str, ...] = ()
    kept_aside: tuple[str, ...] = ()


# Of the program's folder and a number of rounds; some take `scale` as well, how many of the things they measure.
Measure = Callable[..., Report]


@dataclass(frozen=True)
class Arguments:
    measure: Callable[[Path, int], Report]
    runs: int
    json: bool
    held_out: bool


def read_arguments(words: list[str], measures: Mapping[str, Measure]) -> Arguments:
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks", description="Measures the program against a floor.")
    parser.add_argument("name", choices=sorted(measures))
    parser.add_argument("--runs", type=int, help=f"how many rounds (default {_RUNS}, with --scale 1)")
    parser.add_argument("--json", action="store_true", help="prints one JSON object")
    parser.add_argument("--held-out", action="store_true", help="names also what was kept aside while tuning")
    scale = "over so many generated attempts in a file and on a server (collect), or people (report); alone %(const)s"
    parser.add_argument("--scale", type=int, nargs="?", const=_MANY, metavar="N", help=scale)
    found = parser.parse_args(words)
    measure = measures[found.name]
    runs = _RUNS
    if found.scale is not None:
        runs = 1
        if "scale" not in inspect.signature(measure).parameters:
            parser.error(f"{found.name} has no scale")
        measure = partial(measure, scale=found.scale)
    return Arguments(measure, found.runs or runs, found.json, found.held_out)


def milliseconds(act: Callable[[], object]) -> float:
    """How long an act takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def print_report(report: Report, *, as_json: bool, held_out: bool = False) -> None:
    figures = {name: round(median(values), 4) for name, values in report.figures.items()}
    ratios = {name: round(median(values), 3) for name, values in report.ratios.items()}
    if as_json:
        runs = max(map(len, report.figures.values()))
        print(json.dumps({"name": report.name, "runs": runs, "figures": figures, "ratios": ratios}))
        return
    print(f"{'':24}{'lowest':>10}{'median':>10}{'highest':>10}{'goal':>10}")
    for name, values in (report.figures | report.ratios).items():
        goal = report.goals.get(name)
        wanted = "" if goal is None else f"{goal:g}"
        print(f"{name:24}{min(values):10.3f}{median(values):10.3f}{max(values):10.3f}{wanted:>10}")
    for line in (*report.notes, *(report.kept_aside if held_out else ())):
        print(line)
