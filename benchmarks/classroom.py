"""A vote in a hall of phones, alone and under the program's window, against a bare WebSocket server with its messages.

Phones are simulated in processes of their own; floor, hall and window take turns, vote by vote. A receipt waits for the
disk, which the floor's reply does not: so there is a second floor, that keeps answers in a bare database.
"""

import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.child import Child
from benchmarks.classroom_room import HOST
from benchmarks.report import Report

SIZES = (60, 300, 1_000)
GOALS = {
    f"{server}{what}_p99_{size}": 2.0 for server in ("", "window_") for what in ("open", "saved") for size in SIZES
} | {f"timer_late_p99_{SIZES[-1]}_ms": 30.0}
_FLOOR, _DISK, _HALL, _WINDOW = "floor_", "disk_", "", "window_"
_QUIET_S = 0.3  # after a vote is shown, and after it is closed, so that what follows from it is over
_FIRST_WORDS = {"wait": '{"t":"room","screen":{"kind":"wait"}}'}

Found = Mapping[tuple[str, str], list[float]]
Figures = Iterator[tuple[tuple[str, str], float]]


@dataclass(frozen=True)
class Server:
    """A server, and the phones that are connected to it."""

    name: str
    server: Child
    phones: Child


def measure(program: Path, runs: int) -> Report:
    """`runs` votes in each hall on each server, after one that is not counted."""
    figures: dict[str, list[float]] = {}
    ratios: dict[str, list[float]] = {}
    notes = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as open_:
            found = _measure_hall(program, Path(folder), size, runs, open_)
        busy = median(found.pop(("busy", "percent")))
        notes.append(f"{size} phones: their process was busy for {busy:.0f} % of a fan-out (median)")
        figures |= {f"{name}_{size}_{unit}": values for (name, unit), values in found.items()}
        ratios |= _ratios(found, size)
    return Report("classroom", figures, ratios, GOALS, notes=tuple(notes))


def _measure_hall(
    program: Path, folder: Path, size: int, runs: int, open_: ExitStack
) -> dict[tuple[str, str], list[float]]:
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    places: dict[str, tuple[str, list[object]]] = {
        _FLOOR: ("classroom_floor", [HOST]),
        _DISK: ("classroom_floor", [HOST, folder / "answers.db"]),
        _HALL: ("classroom_hall", ["alone", folder / "alone", runs + 1]),
        _WINDOW: ("classroom_hall", ["window", folder / "window", runs + 1]),
    }
    servers = {}
    for name, (module, words) in places.items():
        server = open_.enter_context(Child(program, module, *words))
        said = server.hear()
        if name in (_FLOOR, _DISK):
            server.ask("texts", texts=_FIRST_WORDS)
        phones = open_.enter_context(Child(program, "classroom_phones", said["address"], said.get("class"), size))
        found[f"{name}join", "s"].append(phones.hear()["seconds"])
        servers[name] = Server(name, server, phones)
    for step in range(1, runs + 2):
        texts = servers[_HALL].server.ask("texts", step=step)["texts"]
        for name in (_FLOOR, _DISK):
            servers[name].server.ask("texts", texts=texts)
        for one in servers.values():
            for what, value in _vote(one, step):
                if step > 1:
                    found[what].append(value)
    return found


def _vote(on: Server, step: int) -> Figures:
    """One vote from its showing to its key: what was measured, with its unit."""
    before = on.server.ask("usage")["cpu"]
    on.server.ask("show", step=step)
    on.phones.ask("until", kind="wait")
    on.phones.ask("begin")
    time.sleep(_QUIET_S)
    on.phones.tell("opened")
    opened = on.server.ask("open", step=step)["at"]
    on.phones.hear()
    late = {"opening": on.server.ask("usage")["late"]}
    said = on.phones.ask("answered")
    late["answering"] = on.server.ask("usage")["late"]
    on.server.ask("close", step=step)
    on.phones.ask("until", kind="outcome")
    time.sleep(_QUIET_S)
    usage = on.server.ask("usage")
    late["closing"] = usage["late"]
    got = [(at - opened) / 1e6 for at in said["got"]]
    saved = [took / 1e6 for took in said["saved"]]
    yield from _spread(f"{on.name}open", got)
    yield (f"{on.name}open_last", "ms"), max(got)
    yield from _spread(f"{on.name}saved", saved)
    yield (f"{on.name}cpu", "ms"), (usage["cpu"] - before) * 1000
    yield (f"{on.name}memory", "mb"), usage["peak"]
    yield ("busy", "percent"), 100_000 * said["spent"] / max(max(got) - min(got), 0.1)
    if on.name == _WINDOW:
        yield from _lateness(late)


def _lateness(late: Mapping[str, list[float]]) -> Figures:
    """Of the whole vote, in which the window builds what it shows anew four times; and while answers come in."""
    ticks = [one for part in late.values() for one in part]
    yield from _spread("timer_late", ticks)
    yield ("timer_late_worst", "ms"), max(ticks)
    yield from _spread("timer_answers", late["answering"])
    yield ("timer_answers_worst", "ms"), max(late["answering"])


def _spread(name: str, values: Sequence[float]) -> Figures:
    yield (f"{name}_p50", "ms"), median(values)
    yield (f"{name}_p99", "ms"), quantiles(values, n=100, method="inclusive")[-1]


def _ratios(found: Found, size: int) -> dict[str, list[float]]:
    """To the floor; of receipts also to the floor that keeps answers."""
    to_floor = {f"{server}{what}": _FLOOR for server in (_HALL, _WINDOW) for what in ("open", "saved")}
    ratios = {}
    for name, floor in to_floor.items():
        what = name.removeprefix(_WINDOW)
        for point in ("p50", "p99"):
            ratios[f"{name}_{point}_{size}"] = _by_round(found, f"{name}_{point}", f"{floor}{what}_{point}")
            if what == "saved":
                by_disk = _by_round(found, f"{name}_{point}", f"{_DISK}{what}_{point}")
                ratios[f"{name}_{point}_{size}_disk"] = by_disk
    return ratios


def _by_round(found: Found, mine: str, floor: str) -> list[float]:
    return [one / other for one, other in zip(found[mine, "ms"], found[floor, "ms"], strict=True)]
