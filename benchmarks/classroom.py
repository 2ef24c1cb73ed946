"""A vote in a hall of phones, alone and under the program's window, against a bare WebSocket server with its messages.

Phones are simulated in other processes; the hall, its window and the floor take turns, vote by vote.
"""

import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.child import Child
from benchmarks.classroom_room import HOST
from benchmarks.report import Report

SIZES = (1_000,)
_LARGEST = SIZES[-1]
GOALS = {
    f"{server}{what}_p99_{size}": 2.0 for server in ("", "window_") for what in ("open", "saved") for size in SIZES
} | {f"timer_late_p99_{_LARGEST}_ms": 30.0}
_QUIET_S = 0.3  # after a vote is shown, so that what it is not asked about is over
_COMMITS = 30


@dataclass(frozen=True)
class Server:
    """A server, and the phones that are connected to it."""

    name: str
    server: Child
    phones: Child
    joined: float


def measure(program: Path, runs: int) -> Report:
    """`runs` votes in each hall on each server, after one that is not counted."""
    figures: dict[str, list[float]] = {}
    ratios: dict[str, list[float]] = {}
    busy: dict[int, float] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as open_:
            found = _measure_hall(program, Path(folder), size, runs, open_)
            figures |= {f"{name}_{size}_{unit}": values for (name, unit), values in found.items() if name != "busy"}
            figures[f"floor_commit_{size}_ms"] = _commits(Path(folder))
            busy[size] = max(found["busy", "percent"])
            ratios |= _ratios(found, size)
    notes = (
        f"{size} phones: their process was busy {share:.0f} % of a fan-out at most" for size, share in busy.items()
    )
    return Report("classroom", figures, ratios, GOALS, notes=tuple(notes))


Found = Mapping[tuple[str, str], list[float]]


def _measure_hall(program: Path, folder: Path, size: int, runs: int, open_: ExitStack) -> Found:
    servers = [
        _server(program, "floor_", size, open_, "classroom_floor", [HOST]),
        _server(program, "", size, open_, "classroom_hall", ["alone", folder / "alone", runs + 1]),
        _server(program, "window_", size, open_, "classroom_hall", ["window", folder / "window", runs + 1]),
    ]
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    hall = servers[1].server
    for one in servers:
        found[f"{one.name}join", "s"].append(one.joined)
    for step in range(1, runs + 2):
        texts = hall.ask("texts", step=step)["texts"]
        servers[0].server.ask("texts", texts=texts)
        for one in servers:
            for name, value in _vote(one, step):
                if step > 1:
                    found[name].append(value)
    return found


def _server(program: Path, name: str, size: int, open_: ExitStack, module: str, words: Sequence[object]) -> Server:
    """With its phones in; the floor knows the first words only once it is told them."""
    server = open_.enter_context(Child(program, module, *words))
    said = server.hear()
    if not name or name == "window_":
        phones = open_.enter_context(Child(program, "classroom_phones", said["address"], said["class"], size))
    else:
        server.ask("texts", texts={"wait": '{"t":"room","screen":{"kind":"wait"}}'})
        phones = open_.enter_context(Child(program, "classroom_phones", said["address"], "0", size))
    return Server(name, server, phones, phones.hear()["seconds"])


def _vote(on: Server, step: int) -> Iterator[tuple[tuple[str, str], float]]:
    """One vote from its showing to its key: what was measured, with its unit."""
    before = on.server.ask("usage")["cpu"]
    on.server.ask("show", step=step)
    on.phones.ask("until", kind="wait")
    on.phones.ask("begin")
    time.sleep(_QUIET_S)
    on.phones.tell("round")
    opened = on.server.ask("open", step=step)["at"]
    said = on.phones.hear()
    on.server.ask("close", step=step)
    on.phones.ask("until", kind="outcome")
    usage = on.server.ask("usage")
    got = [(at - opened) / 1e6 for at in said["got"]]
    saved = [took / 1e6 for took in said["saved"]]
    yield from _spread(f"{on.name}open", got)
    yield (f"{on.name}open_last", "ms"), max(got)
    yield from _spread(f"{on.name}saved", saved)
    yield (f"{on.name}cpu", "ms"), (usage["cpu"] - before) * 1000
    yield (f"{on.name}memory", "mb"), usage["peak"]
    yield ("busy", "percent"), 100_000 * said["spent"] / max(max(got) - min(got), 0.1)
    if usage.get("late"):
        yield from _spread("timer_late", usage["late"])
        yield ("timer_late_worst", "ms"), max(usage["late"])


def _spread(name: str, values: Sequence[float]) -> Iterator[tuple[tuple[str, str], float]]:
    yield (f"{name}_p50", "ms"), median(values)
    yield (f"{name}_p99", "ms"), quantiles(values, n=100, method="inclusive")[-1]


def _ratios(found: Found, size: int) -> dict[str, list[float]]:
    return {
        f"{server}{what}_{size}": [
            mine / floor
            for mine, floor in zip(found[f"{server}{what}", "ms"], found[f"floor_{what}", "ms"], strict=True)
        ]
        for server in ("", "window_")
        for what in ("open_p50", "open_p99", "saved_p50", "saved_p99")
    }


def _commits(folder: Path) -> list[float]:
    """What SQLite needs to keep one row for good on this disk, which an answer's receipt waits for, but no floor's."""
    times = []
    with closing(sqlite3.connect(folder / "commits.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE kept (row TEXT)")
        for number in range(_COMMITS):
            begun = time.perf_counter()
            connection.execute("INSERT INTO kept VALUES (?)", (str(number),))
            times.append((time.perf_counter() - begun) * 1000)
    return times
