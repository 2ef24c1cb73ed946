"""Choosing the acts that matter on a job in a phase: those of its lessons and questions, most asked first.

Before them stands what the office added, where two people stand for it: it is on no other paper. What nobody has
reviewed yet goes by how often it is asked, like the others.
"""

from collections import Counter

from asnquiz.domain.pack import Pack, Phase, Rule


def acts_of(pack: Pack, phase: Phase, job: str) -> tuple[Rule, ...]:
    """The rules of a phase that concern the job; those asked equally often in the pack's order."""
    asked = Counter(
        rule for item in pack.items if item.phase is phase and job in item.jobs for rule in dict.fromkeys(item.rules)
    )
    used = asked.keys() | {rule for lesson in pack.lessons if job in lesson.jobs for rule in lesson.rules}
    chosen = [rule for rule in pack.rules if phase in rule.phases and (rule.id in used or _is_local(rule, job, pack))]
    return tuple(sorted(chosen, key=lambda rule: (not _is_settled(rule, pack), -asked[rule.id])))


def _is_local(rule: Rule, job: str, pack: Pack) -> bool:
    """Whether an office added a rule for the job: no lesson of the office's says so, and a question need not."""
    if pack.mark(rule.id) is None:
        return False
    meant = [item.jobs for item in pack.items if rule.id in item.rules]
    return not meant or any(not jobs or job in jobs for jobs in meant)


def _is_settled(rule: Rule, pack: Pack) -> bool:
    mark = pack.mark(rule.id)
    return mark is not None and mark.settled
