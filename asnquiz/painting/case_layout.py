"""Where scenes stand on the map of a case study: in columns from the first scene to the endings, few lines crossing.

Columns by the longest way from the start, order by barycentres, heights by isotonic regression (as Sugiyama, Tagawa and
Toda, 1981, and Gansner et al., 1993, cut the problem).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from asnquiz.domain.case_study import Way, endings_of, onward_of, ways_of
from asnquiz.domain.pack import Scenario

_SWEEPS = 12
_SCENE_ROOM, _ENDING_ROOM, _BEND_ROOM = 1.0, 1.35, 0.42

# How high a scene is, or the bend of a line, which has no name; in rows, or in whatever heights are wanted in.
Room = Callable[[str | None], float]


@dataclass(frozen=True)
class Spot:
    """A place on the map: a column, and a height in rows from the top."""

    column: int
    height: float


@dataclass(frozen=True)
class CaseLayout:
    """Where everything stands.

    Attributes:
        scenes: the middle of each scene and ending; all endings stand in the last column.
        ways: the spots that the line of each choice goes through, from scene to scene.
        rows: how high the map is, in rows.
    """

    scenes: Mapping[str, Spot]
    ways: Mapping[Way, tuple[Spot, ...]]
    columns: int
    rows: float


# What stands in a column: a scene by its name, or a bend of the line of a choice.
_Thing = str | tuple[Way, int]


def case_layout(scenario: Scenario, room_of: Room | None = None) -> CaseLayout:
    """The map of a case study; the same one each time.

    It may be unfinished: what cannot be reached from the start begins in the first column as well, and a choice that
    leads nowhere has no line.
    """
    columns = _columns(scenario)
    chains = dict(_chains(scenario, columns))
    stacks: list[list[_Thing]] = [[] for _ in range(max(columns.values(), default=-1) + 1)]
    for name, column in columns.items():
        stacks[column].append(name)
    for way, chain in chains.items():
        for at, bend in enumerate(chain[1:-1], start=columns[way[0]] + 1):
            stacks[at].append(bend)
    near = _neighbours(chains, columns)
    for sweep in range(_SWEEPS):
        _sort_stacks(stacks, near, to_right=sweep % 2 == 0)
    measure = room_of or _rows_in(scenario)
    room = {thing: measure(thing if isinstance(thing, str) else None) for stack in stacks for thing in stack}
    heights = _heights(stacks, near, room)
    places = {thing: Spot(at, heights[thing]) for at, stack in enumerate(stacks) for thing in stack}
    return CaseLayout(
        scenes={name: places[name] for name in columns},
        ways={way: tuple(places[thing] for thing in chain) for way, chain in chains.items()},
        columns=len(stacks),
        rows=max((heights[thing] + room[thing] / 2 for thing in heights), default=0.0),
    )


def _columns(scenario: Scenario) -> dict[str, int]:
    """The longest way to each scene, ways that lead back left aside; the endings one further than all scenes."""
    endings = set(endings_of(scenario))
    found: dict[str, int] = {}
    for name, following in onward_of(scenario).items():
        found.setdefault(name, 0)
        for to in following:
            found[to] = max(found.get(to, 0), found[name] + 1)
    last = max((column for name, column in found.items() if name not in endings), default=-1) + 1
    return {name: last if name in endings else found[name] for name in scenario.scenes}


def _chains(scenario: Scenario, columns: Mapping[str, int]) -> Iterator[tuple[Way, list[_Thing]]]:
    """Each choice from its scene over a bend in every column between to where it leads; a way back has none."""
    for way, to in ways_of(scenario):
        if to in columns:
            between = range(columns[way[0]] + 1, columns[to])
            yield way, [way[0], *((way, column) for column in between), to]


def _neighbours(
    chains: Mapping[Way, list[_Thing]], columns: Mapping[str, int]
) -> dict[_Thing, tuple[list[_Thing], ...]]:
    """What each thing is joined to in the column at its left, and at its right."""
    near: dict[_Thing, tuple[list[_Thing], ...]] = {}
    for way, chain in chains.items():
        to = chain[-1]
        if isinstance(to, str) and columns[to] <= columns[way[0]]:
            continue
        for left, right in pairwise(chain):
            near.setdefault(left, ([], []))[1].append(right)
            near.setdefault(right, ([], []))[0].append(left)
    return near


def _sort_stacks(
    stacks: list[list[_Thing]], near: Mapping[_Thing, tuple[list[_Thing], ...]], *, to_right: bool
) -> None:
    """Orders each column by where its neighbours in the column before stand, column after column."""
    order = range(1, len(stacks)) if to_right else range(len(stacks) - 2, -1, -1)
    for at in order:
        beside = stacks[at - 1 if to_right else at + 1]
        place = {thing: number / len(beside) for number, thing in enumerate(beside)}
        middle = {thing: number / len(stacks[at]) for number, thing in enumerate(stacks[at])}
        for thing in stacks[at]:
            if around := [place[one] for one in near.get(thing, ([], []))[0 if to_right else 1]]:
                middle[thing] = sum(around) / len(around)
        stacks[at].sort(key=middle.__getitem__)


def _rows_in(scenario: Scenario) -> Room:
    """How many rows scenes, endings and bends take on the map that a learner sees."""

    def rows(name: str | None) -> float:
        if name is None:
            return _BEND_ROOM
        return _ENDING_ROOM if scenario.scenes[name].ending else _SCENE_ROOM

    return rows


def _heights(
    stacks: Sequence[Sequence[_Thing]],
    near: Mapping[_Thing, tuple[list[_Thing], ...]],
    room: Mapping[_Thing, float],
) -> dict[_Thing, float]:
    """A height for each thing, near the mean of its neighbours' and never nearer than the room of both allows."""
    heights = {thing: float(number) for stack in stacks for number, thing in enumerate(stack)}
    for _ in range(_SWEEPS):
        for stack in filter(None, (*stacks, *reversed(stacks))):
            wished = []
            for thing in stack:
                around = [heights[one] for side in near.get(thing, ([], [])) for one in side]
                wished.append(sum(around) / len(around) if around else heights[thing])
            heights.update(zip(stack, _spread(wished, [room[thing] for thing in stack]), strict=True))
    top = min((heights[thing] - room[thing] / 2 for thing in heights), default=0.0)
    return {thing: height - top for thing, height in heights.items()}


def _spread(wished: Sequence[float], room: Sequence[float]) -> list[float]:
    """The heights nearest to those wished, by least squares, that keep their order and their room."""
    starts = [0.0]
    for above, below in pairwise(room):
        starts.append(starts[-1] + (above + below) / 2)
    pools: list[tuple[float, int]] = []
    for height, start in zip(wished, starts, strict=True):
        mean, count = height - start, 1
        while pools and pools[-1][0] > mean:
            before, size = pools.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return [mean + start for mean, start in zip(means, starts, strict=True)]
