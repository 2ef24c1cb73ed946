"""What is wrong with a case study as a graph, at the keys and places that lead to it.

Its author hears the same while it is drawn as the checker of a pack says of its file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from asnquiz.domain.case_study import onward_of, ways_of
from asnquiz.domain.pack import Scenario, Scene

FEWEST_ENDINGS = 3
MOST_EFFECT = 3

# What its map and the keys of its choices have room for.
MOST_SCENES = 60
MOST_CHOICES = 5

# Choices from the start to an ending: fewer decide nothing, more are not walked to their end.
FEWEST_STEPS = 2
MOST_STEPS = 10

_MEASURES = {"trust": "Kepercayaan publik", "risk": "Risiko sanksi"}
_FOR_FILES = re.compile(r" \(`[^)]*\)")


@dataclass(frozen=True)
class CaseFault:
    """One fault.

    Attributes:
        message: a sentence; what is meant for whoever writes files stands between backticks in brackets.
        path: the keys and places in a case study's file.
        key: whether the last of them is at fault rather than what stands there.
    """

    message: str
    path: tuple[str | int, ...]
    key: bool = False

    @property
    def words(self) -> str:
        """The sentence for whoever sees a form."""
        return _FOR_FILES.sub("", self.message)


def graph_faults(scenario: Scenario) -> Iterator[CaseFault]:
    """What keeps somebody from walking it: scenes out of reach, choices that lead nowhere, ways without an end."""
    scenes = scenario.scenes
    if not scenario.start:
        yield CaseFault("Adegan awal belum dipilih.", ("start",))
    elif scenario.start not in scenes:
        yield CaseFault(f"Adegan awal “{scenario.start}” tidak ada; tulis dahulu (`scenes`).", ("start",))
    else:
        for name in _not_in(scenario, _reached(scenario)):
            yield CaseFault(f"Adegan “{name}” tidak pernah dicapai dari awal.", ("scenes", name), key=True)
        for name in _not_in(scenario, _with_a_way_out(scenario)):
            words = f"Dari adegan “{name}” tidak ada jalan sampai ke akhir (`ending`)."
            yield CaseFault(words, ("scenes", name), key=True)
    if len(scenes) > MOST_SCENES:
        yield CaseFault(f"Studi kasus memuat paling banyak {MOST_SCENES} adegan.", ("scenes",), key=True)
    for name, scene in scenes.items():
        yield from _scene_faults(scenario, name, scene)


def _scene_faults(scenario: Scenario, name: str, scene: Scene) -> Iterator[CaseFault]:
    at = ("scenes", name)
    if len(scene.choices) > MOST_CHOICES:
        yield CaseFault(f"Adegan “{name}” memuat paling banyak {MOST_CHOICES} pilihan.", (*at, "choices"))
    if bool(scene.choices) == (scene.ending is not None):
        words = f"Adegan “{name}” memuat pilihan (`choices`) atau akhir (`ending`), tepat salah satu."
        yield CaseFault(words, at)
    for index, choice in enumerate(scene.choices):
        if not choice.to:
            yield CaseFault("Pilihan ini belum menuju ke adegan mana pun.", (*at, "choices", index, "to"))
        elif choice.to not in scenario.scenes:
            yield CaseFault(f"Adegan “{choice.to}” tidak ada; tulis dahulu (`scenes`).", (*at, "choices", index, "to"))


def craft_faults(scenario: Scenario) -> Iterator[CaseFault]:
    """What makes it teach little: too few endings, endings of one kind, effects out of bounds."""
    last = [scene for scene in scenario.scenes.values() if not scene.choices]
    if len(last) < FEWEST_ENDINGS:
        words = f"Studi kasus memuat paling sedikit {FEWEST_ENDINGS} akhir (`ending`), bukan {len(last)}."
        yield CaseFault(words, ("scenes",), key=True)
    elif len({scene.ending.kind for scene in last if scene.ending}) == 1:
        yield CaseFault("Semua akhir (`ending`) sejenis; tulis juga akhir jenis lain.", ("scenes",), key=True)
    for (name, index), _ in ways_of(scenario):
        choice = scenario.scenes[name].choices[index]
        for measure, effect in (("trust", choice.trust), ("risk", choice.risk)):
            if abs(effect) > MOST_EFFECT:
                words = (
                    f"{_MEASURES[measure]} (`{measure}`) berubah -{MOST_EFFECT} sampai {MOST_EFFECT}, bukan {effect}."
                )
                yield CaseFault(words, ("scenes", name, "choices", index, measure))


def length_hints(scenario: Scenario) -> Iterator[CaseFault]:
    """Endings that come too soon or too late, counted in choices from the start; ways back are left aside.

    Worth a thought, and no fault: a pack with such a case study is whole.
    """
    shortest, longest = {scenario.start: 0}, {scenario.start: 0}
    for name, following in onward_of(scenario).items():
        if name not in shortest:
            continue
        for to in following:
            shortest[to] = min(shortest.get(to, shortest[name] + 1), shortest[name] + 1)
            longest[to] = max(longest.get(to, 0), longest[name] + 1)
        if scenario.scenes[name].ending is None:
            continue
        if shortest[name] < FEWEST_STEPS:
            words = f"Akhir “{name}” dapat dicapai dengan {shortest[name]} pilihan saja."
            yield CaseFault(words, ("scenes", name), key=True)
        if longest[name] > MOST_STEPS:
            words = f"Jalan terpanjang ke akhir “{name}” melewati {longest[name]} pilihan."
            yield CaseFault(words, ("scenes", name), key=True)


def _not_in(scenario: Scenario, found: set[str]) -> Iterator[str]:
    return (name for name in scenario.scenes if name not in found)


def _reached(scenario: Scenario) -> set[str]:
    reached: set[str] = set()
    waiting = [scenario.start]
    while waiting:
        name = waiting.pop()
        if name in scenario.scenes and name not in reached:
            reached.add(name)
            waiting += [choice.to for choice in scenario.scenes[name].choices]
    return reached


def _with_a_way_out(scenario: Scenario) -> set[str]:
    """The scenes from which an ending can be reached; one whose choices lead nowhere is told elsewhere."""
    before: dict[str, list[str]] = {}
    for (name, _), to in ways_of(scenario):
        before.setdefault(to, []).append(name)
    missing = before.keys() - scenario.scenes.keys()
    waiting = [name for name, scene in scenario.scenes.items() if scene.ending is not None or not scene.choices]
    waiting += missing
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += before.get(name, [])
    return found
