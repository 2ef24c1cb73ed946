"""Choosing the acts that matter on a job in a phase: those of its lessons and questions, most asked first."""

from collections import Counter

from asnquiz.domain.pack import Pack, Phase, Rule


def acts_of(pack: Pack, phase: Phase, job: str) -> tuple[Rule, ...]:
    """The rules of a phase that the job's lessons or questions use; equally often asked ones in the pack's order."""
    asked = Counter(
        rule for item in pack.items if item.phase is phase and job in item.jobs for rule in dict.fromkeys(item.rules)
    )
    taught = {rule for lesson in pack.lessons if job in lesson.jobs for rule in lesson.rules}
    used = [rule for rule in pack.rules if phase in rule.phases and (rule.id in asked or rule.id in taught)]
    return tuple(sorted(used, key=lambda rule: -asked[rule.id]))
