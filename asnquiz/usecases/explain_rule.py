"""What an answer says beside its rule: the sanctions, one's own first, and a lesson to read on."""

from asnquiz.domain.pack import Lesson, Pack, Rule, Subject
from asnquiz.domain.person import Employment


def sanctions(rule: Rule, employment: Employment | None) -> tuple[tuple[Subject, str], ...]:
    """Whom a breach would cost what: that of one's own employment status first, then in the usual order."""
    own = employment and Subject(employment.value)
    return tuple(
        (one, rule.sanction[one]) for one in sorted(Subject, key=lambda one: one is not own) if one in rule.sanction
    )


def lesson_about(rule: Rule, pack: Pack) -> Lesson | None:
    """The first lesson that uses a rule, one of the rule's own phases before others."""
    using = [lesson for lesson in pack.lessons_in_order if rule.id in lesson.rules]
    return min(using, key=lambda lesson: lesson.phase not in rule.phases, default=None)
