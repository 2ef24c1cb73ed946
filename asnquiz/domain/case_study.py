"""A walk through a case study, folded from the choices kept: where it stands, the way there, what was ever tried."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from asnquiz.domain.learned import CaseStep
from asnquiz.domain.pack import Choice, Ending, Scenario

# A scene's name and the position of one of its choices.
Way = tuple[str, int]


@dataclass(frozen=True)
class Measures:
    """The two measures that a person sees: trust of the public and risk of a sanction."""

    trust: int = 0
    risk: int = 0

    def after(self, choice: Choice) -> "Measures":
        return Measures(self.trust + choice.trust, self.risk + choice.risk)


@dataclass(frozen=True)
class Walk:
    """Where somebody stands in a case study.

    Attributes:
        path: the choices that lead from the first scene to the present one. No scene comes twice on it: a choice that
            leads back to one cuts the path there, as going back does.
        tried: every choice ever made, on this path or another.
    """

    scenario: Scenario
    path: tuple[CaseStep, ...] = ()
    tried: frozenset[Way] = frozenset()

    @cached_property
    def present(self) -> str:
        """The name of the scene on screen."""
        return self.choice_of(self.path[-1]).to if self.path else self.scenario.start

    @property
    def ending(self) -> Ending | None:
        """How the story ended, where it has."""
        return self.scenario.scenes[self.present].ending

    def choice_of(self, step: CaseStep) -> Choice:
        return self.scenario.scenes[step.scene].choices[step.choice]

    @cached_property
    def course(self) -> tuple[Measures, ...]:
        """The measures at the start and after each choice of the path."""
        course = [Measures()]
        for step in self.path:
            course.append(course[-1].after(self.choice_of(step)))
        return tuple(course)

    @property
    def measures(self) -> Measures:
        """The measures now: the sum of the choices on the path."""
        return self.course[-1]

    @property
    def visited(self) -> frozenset[str]:
        """The scenes ever seen, endings among them; the first one always."""
        scenes = self.scenario.scenes
        led_to = {scenes[scene].choices[choice].to for scene, choice in self.tried}
        return frozenset({self.scenario.start, *led_to, *(scene for scene, _ in self.tried)})

    @property
    def endings_reached(self) -> tuple[str, ...]:
        """The names of the endings ever reached."""
        return tuple(name for name in endings_of(self.scenario) if name in self.visited)

    def place_of(self, scene: str) -> int | None:
        """Where a scene stands on the path, from 0; the present scene stands after its last choice."""
        names = [*(step.scene for step in self.path), self.present]
        return names.index(scene) if scene in names else None

    def then(self, step: CaseStep) -> "Walk":
        """The walk after one more choice, at the present scene or at an earlier one of the path, which is cut there.

        A choice made elsewhere, as another version of the pack may have had it, leads nowhere from here.
        """
        place = self.place_of(step.scene)
        tried = self.tried | {(step.scene, step.choice)}
        if place is None:
            return replace(self, tried=tried)
        way = Walk(self.scenario, (*self.path[:place], step), tried)
        back = [one.scene for one in way.path]
        if way.present in back:
            return way.back_to(back.index(way.present))
        return way

    def back_to(self, place: int) -> "Walk":
        """The walk as it stood at the scene at `place` of the path, with all that was ever tried; 0 starts over."""
        return replace(self, path=self.path[:place])


def walk_through(scenario: Scenario, steps: Iterable[CaseStep]) -> Walk:
    """The walk that the choices kept come to, oldest first; those that the case study no longer has are left out."""
    walk = Walk(scenario)
    for step in steps:
        if _is_of(step, scenario):
            walk = walk.then(step)
    return walk


def _is_of(step: CaseStep, scenario: Scenario) -> bool:
    scene = scenario.scenes.get(step.scene)
    return step.scenario == scenario.id and scene is not None and 0 <= step.choice < len(scene.choices)


def endings_of(scenario: Scenario) -> tuple[str, ...]:
    """The names of the scenes in which the story ends, in the order of the file."""
    return tuple(name for name, scene in scenario.scenes.items() if scene.ending is not None)


def ways_of(scenario: Scenario) -> Iterator[tuple[Way, str]]:
    """Every choice of a case study with the scene that it leads to."""
    for name, scene in scenario.scenes.items():
        for position, choice in enumerate(scene.choices):
            yield (name, position), choice.to


def onward_of(scenario: Scenario) -> dict[str, list[str]]:
    """Where each scene leads, ways back left aside, in an order in which everything comes after what leads to it.

    What cannot be reached from the start is there as well. Whatever leads to the start leads back.
    """
    done: dict[str, list[str]] = {}
    onward: dict[str, list[str]] = {}
    for first in (scenario.start, *scenario.scenes):
        if first in scenario.scenes and first not in onward:
            _go_onward(scenario, first, onward, done)
    return dict(reversed(done.items()))


def _go_onward(scenario: Scenario, first: str, onward: dict[str, list[str]], done: dict[str, list[str]]) -> None:
    """Adds all that can be reached from a scene to `done`, deepest first."""
    open_: list[tuple[str, Iterator[str]]] = []

    def enter(name: str) -> None:
        onward[name] = []
        open_.append((name, iter([choice.to for choice in scenario.scenes[name].choices])))

    enter(first)
    while open_:
        name, rest = open_[-1]
        to = next(rest, None)
        if to is None:
            open_.pop()
            done[name] = onward[name]
        elif to in done and to != scenario.start:
            onward[name].append(to)
        elif to not in onward and to in scenario.scenes:
            onward[name].append(to)
            enter(to)


def bounds_of(scenario: Scenario) -> tuple[Measures, Measures]:
    """The lowest and the highest that the measures can come to, 0 among them.

    Exact where no choice leads back. Otherwise no path goes beyond them, since none has more choices than scenes.
    """
    low = high = Measures()
    reach = {scenario.start: (low, high)}
    for _ in range(len(scenario.scenes)):
        following: dict[str, tuple[Measures, Measures]] = {}
        for (name, position), to in ways_of(scenario):
            if name in reach:
                choice = scenario.scenes[name].choices[position]
                least, most = (measures.after(choice) for measures in reach[name])
                known = following.get(to, (least, most))
                following[to] = (_outermost(min, least, known[0]), _outermost(max, most, known[1]))
        reach = following
        for least, most in reach.values():
            low, high = _outermost(min, low, least), _outermost(max, high, most)
    return low, high


def _outermost(pick: Callable[[int, int], int], one: Measures, other: Measures) -> Measures:
    return Measures(pick(one.trust, other.trust), pick(one.risk, other.risk))
