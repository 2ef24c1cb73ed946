"""What the pages of a briefing call the steps of its plan."""

from asnquiz.domain.briefing import Plan, Step, StepKind
from asnquiz.domain.briefing_wording import STEP
from asnquiz.domain.local_wording import local_words
from asnquiz.domain.pack import Pack
from asnquiz.domain.wording import number_words


def step_words(step: Step, pack: Pack) -> str:
    """`Materi: Asas netralitas`; of what the pack no longer has only the kind."""
    about = ref_words(step.kind, step.refs[0], pack) if step.refs else ""
    if step.kind.tests:
        about = f"{number_words(len(step.refs))} soal"
    elif len(step.refs) > 1:
        about = f"{about}, dan {number_words(len(step.refs) - 1)} lagi"
    return f"{STEP[step.kind]}: {about}" if about else STEP[step.kind]


def ref_words(kind: StepKind, ref: str, pack: Pack) -> str:
    """The title of a lesson, the act of a rule, what an item asks about, those of an office marked.

    Empty where the pack has none of that name.
    """
    if kind is StepKind.LESSON:
        return lesson.title if (lesson := pack.lesson_by_id.get(ref)) else ""
    marked = local_words(pack, ref)
    if kind is StepKind.QUESTION and (item := pack.item_by_id.get(ref)):
        ref = item.rules[0]
    if (rule := pack.rule_by_id.get(ref)) is None:
        return ""
    return f"{rule.act} ({marked.lower()})" if marked else rule.act


def plan_words(plan: Plan) -> str:
    """`7 bagian, 45 menit`."""
    return f"{number_words(len(plan.steps))} bagian, {number_words(plan.minutes)} menit"
