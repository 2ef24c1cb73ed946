"""Case studies: every choice leads to a scene, every scene is reached, and every way can come to an end.

Each is small enough to be drawn as a map and chosen from by keys. How well one is made: endings that differ, effects
within bounds, and rules of its own phase.
"""

from collections.abc import Iterator

from asnquiz.content.contents import Contents, Entry
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Phase, Scenario, Scene
from asnquiz.domain.wording import PHASE

_MEASURES = {"trust": "Kepercayaan publik", "risk": "Risiko sanksi"}
_FEWEST_ENDINGS = 3
_MOST_EFFECT = 3

# What its map and the keys of its choices have room for.
_MOST_SCENES = 60
_MOST_CHOICES = 5


def scenario_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the files in skenario/."""
    for entry in contents.scenarios.entries:
        scenario = entry.value
        if scenario.start not in scenario.scenes:
            yield entry.fault(f'Adegan awal "{scenario.start}" tidak ada; tulis dahulu (`scenes`).', "start")
        else:
            for name in scenario.scenes.keys() - _reached(scenario):
                yield entry.fault(f'Adegan "{name}" tidak pernah dicapai dari awal.', "scenes", name, key=True)
            for name in scenario.scenes.keys() - _with_a_way_out(scenario):
                words = f'Dari adegan "{name}" tidak ada jalan sampai ke akhir (`ending`).'
                yield entry.fault(words, "scenes", name, key=True)
        if len(scenario.scenes) > _MOST_SCENES:
            yield entry.fault(f"Studi kasus memuat paling banyak {_MOST_SCENES} adegan.", "scenes", key=True)
        for name, scene in scenario.scenes.items():
            if len(scene.choices) > _MOST_CHOICES:
                words = f'Adegan "{name}" memuat paling banyak {_MOST_CHOICES} pilihan.'
                yield entry.fault(words, "scenes", name, "choices")
            if bool(scene.choices) == (scene.ending is not None):
                yield entry.fault(
                    f'Adegan "{name}" memuat pilihan (`choices`) atau akhir (`ending`), tepat salah satu.',
                    "scenes",
                    name,
                )
            yield from _choice_faults(entry, name, scene, contents)


def scenario_craft_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of how the case studies in skenario/ are made."""
    for entry in contents.scenarios.entries:
        scenario = entry.value
        last = [scene for scene in scenario.scenes.values() if not scene.choices]
        if len(last) < _FEWEST_ENDINGS:
            words = f"Studi kasus memuat paling sedikit {_FEWEST_ENDINGS} akhir (`ending`), bukan {len(last)}."
            yield entry.fault(words, "scenes", key=True)
        elif len({scene.ending.kind for scene in last if scene.ending}) == 1:
            yield entry.fault("Semua akhir (`ending`) sejenis; tulis juga akhir jenis lain.", "scenes", key=True)
        for name, scene in scenario.scenes.items():
            yield from _effect_faults(entry, name, scene)
            yield from _phase_faults(entry, name, scene, contents)


def _effect_faults(entry: Entry[Scenario], name: str, scene: Scene) -> Iterator[Fault]:
    for index, choice in enumerate(scene.choices):
        for measure, effect in (("trust", choice.trust), ("risk", choice.risk)):
            if abs(effect) > _MOST_EFFECT:
                words = (
                    f"{_MEASURES[measure]} (`{measure}`) berubah -{_MOST_EFFECT} sampai {_MOST_EFFECT}, bukan {effect}."
                )
                yield entry.fault(words, "scenes", name, "choices", index, measure)


def _phase_faults(entry: Entry[Scenario], name: str, scene: Scene, contents: Contents) -> Iterator[Fault]:
    phase = entry.value.phase
    for index, choice in enumerate(scene.choices):
        rule = contents.rules.by_id.get(choice.rule)
        if rule and rule.phases and phase not in rule.phases:
            listed = ", ".join(PHASE[one] for one in Phase if one in rule.phases)
            words = f'Aturan "{choice.rule}" berlaku pada masa {listed}, sedangkan studi kasus ini {PHASE[phase]}.'
            yield entry.fault(words, "scenes", name, "choices", index, "rule")


def _choice_faults(entry: Entry[Scenario], name: str, scene: Scene, contents: Contents) -> Iterator[Fault]:
    for index, choice in enumerate(scene.choices):
        at = ("scenes", name, "choices", index)
        if choice.to not in entry.value.scenes:
            yield entry.fault(f'Adegan "{choice.to}" tidak ada; tulis dahulu (`scenes`).', *at, "to")
        if contents.rules.lacks(choice.rule):
            yield entry.fault(f'"{choice.rule}" tidak ada di {contents.rules.named}; periksa ejaannya.', *at, "rule")


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
    for name, scene in scenario.scenes.items():
        for choice in scene.choices:
            before.setdefault(choice.to, []).append(name)
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
