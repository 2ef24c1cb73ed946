"""Case studies: what the domain finds wrong with each as a graph, and rules that are there and of its own phase."""

from collections.abc import Iterator

from asnquiz.content.contents import Contents, Entry
from asnquiz.domain.case_check import craft_faults, graph_faults
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Choice, Phase, Scenario
from asnquiz.domain.wording import PHASE


def scenario_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the files in skenario/."""
    for entry in contents.scenarios.entries:
        for fault in graph_faults(entry.value):
            yield entry.fault(fault.message, *fault.path, key=fault.key)
        for at, choice in _choices(entry):
            if contents.rules.lacks(choice.rule):
                words = f'"{choice.rule}" tidak ada di {contents.rules.named}; periksa ejaannya.'
                yield entry.fault(words, *at, "rule")


def scenario_craft_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of how the case studies in skenario/ are made."""
    for entry in contents.scenarios.entries:
        for fault in craft_faults(entry.value):
            yield entry.fault(fault.message, *fault.path, key=fault.key)
        phase = entry.value.phase
        for at, choice in _choices(entry):
            rule = contents.rules.by_id.get(choice.rule)
            if rule and rule.phases and phase not in rule.phases:
                listed = ", ".join(PHASE[one] for one in Phase if one in rule.phases)
                words = (
                    f'Ketentuan "{choice.rule}" berlaku pada fase {listed}, sedangkan studi kasus ini {PHASE[phase]}.'
                )
                yield entry.fault(words, *at, "rule")


def _choices(entry: Entry[Scenario]) -> Iterator[tuple[tuple[str | int, ...], Choice]]:
    """Each choice with the path to it."""
    for name, scene in entry.value.scenes.items():
        for index, choice in enumerate(scene.choices):
            yield ("scenes", name, "choices", index), choice
