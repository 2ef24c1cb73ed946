"""A plan while it is edited: its steps, what of the pack can be added to it, and what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from asnquiz.domain.briefing import Plan, Step, StepKind, Way
from asnquiz.domain.briefing_wording import STEP
from asnquiz.domain.local_wording import marked_words
from asnquiz.domain.pack import Pack, Phase, Verdict
from asnquiz.domain.plan_check import askable, plan_faults, plan_hints
from asnquiz.ui.briefing.words import ref_words

# How long a step usually takes, as it is added; a lesson takes its own minutes.
_USUAL: Mapping[StepKind, int] = MappingProxyType(
    {
        StepKind.JOIN: 5,
        StepKind.RULES: 2,
        StepKind.QUESTION: 4,
        StepKind.DEBATE: 5,
        StepKind.PLEDGE: 3,
        StepKind.CLOSE: 2,
    }
)
# What is not looked for in the pack.
_ALONE = (StepKind.JOIN, StepKind.PLEDGE, StepKind.CLOSE)
# What usually ends a plan: other steps are added before it.
_LAST = (StepKind.POSTTEST, StepKind.PLEDGE, StepKind.CLOSE)

# The kinds that are looked for, in the order in which they are offered.
FOUND = (StepKind.LESSON, StepKind.RULES, StepKind.QUESTION, StepKind.DEBATE)


@dataclass(frozen=True)
class Offer:
    """Something of the pack that can become a step; `below` tells more of it."""

    step: Step
    words: str
    below: str


class PlanView(Protocol):
    """What the presenter asks of its page."""

    def show_steps(self) -> None: ...


class PlanEditing:
    """`way` is how people will answer, which not every question can be; `keep` keeps a plan.

    Attributes:
        plan: as it stands now.
        saved: as it was when it was kept last.
    """

    def __init__(
        self,
        plan: Plan,
        pack: Pack,
        way: Way,
        keep: Callable[[Plan, Callable[[], None]], None],
    ) -> None:
        self.plan = self.saved = plan
        self.pack = pack
        self.view: PlanView | None = None
        self._way = way
        self._keep = keep

    @property
    def faults(self) -> Sequence[str]:
        """What keeps the plan from being led; it can be kept all the same."""
        return tuple(plan_faults(self.plan, self.pack, self._way))

    @property
    def hints(self) -> Sequence[str]:
        return tuple(plan_hints(self.plan))

    @property
    def alone(self) -> tuple[StepKind, ...]:
        """The kinds that a plan has once, and this one has not."""
        there = {step.kind for step in self.plan.steps}
        return tuple(kind for kind in _ALONE if kind not in there)

    def offers(self, kind: StepKind, words: str, phase: Phase | None, topic: str | None) -> Sequence[Offer]:
        """What of a kind can be added, narrowed to what has all these words, and to a phase and a topic."""
        there = {(step.kind, ref) for step in self.plan.steps for ref in step.refs}
        wanted = words.casefold().split()
        return [
            offer
            for offer, phases, of in self._all(kind)
            if (kind, offer.step.refs[0]) not in there
            and (phase is None or phase in phases)
            and (topic is None or topic == of)
            and all(word in f"{offer.words} {offer.below}".casefold() for word in wanted)
        ]

    def _all(self, kind: StepKind) -> Iterator[tuple[Offer, Sequence[Phase | None], str | None]]:
        """Each with its phases and its topic; a rule has that of the items about it, and a discussion none."""
        pack = self.pack
        match kind:
            case StepKind.LESSON:
                for lesson in pack.lessons_in_order:
                    step = Step(kind, lesson.minutes, (lesson.id,))
                    yield Offer(step, lesson.title, f"{lesson.minutes} menit"), (lesson.phase,), lesson.topic
            case StepKind.QUESTION:
                for item in pack.scored_items:
                    if askable(item, pack, self._way):
                        step = Step(kind, _USUAL[kind], (item.id,))
                        words = ref_words(kind, item.id, pack)
                        yield Offer(step, words, _marked(item.stem, item.id, pack)), (item.phase,), item.topic
            case _:
                topics = {rule: item.topic for item in pack.items for rule in item.rules}
                contested = kind is StepKind.DEBATE
                for rule in pack.rules:
                    if (rule.verdict is Verdict.DIPERDEBATKAN) is not contested:
                        continue
                    step = Step(kind, _USUAL[kind], (rule.id,))
                    below = _marked(rule.reason, rule.id, pack)
                    yield Offer(step, rule.act, below), rule.phases, topics.get(rule.id)

    def add(self, step: Step) -> int:
        """Adds a step before those that usually end a plan; gives where it is now."""
        steps = self.plan.steps
        at = len(steps)
        while step.kind not in _LAST and at and steps[at - 1].kind in _LAST:
            at -= 1
        self._take((*steps[:at], step, *steps[at:]))
        return at

    def add_alone(self, kind: StepKind) -> int:
        """Adds a step that is about nothing of the pack; people join first."""
        step = Step(kind, _USUAL[kind])
        if kind is StepKind.JOIN:
            self._take((step, *self.plan.steps))
            return 0
        return self.add(step)

    def remove(self, at: int) -> None:
        steps = self.plan.steps
        self._take((*steps[:at], *steps[at + 1 :]))

    def move(self, at: int, by: int) -> int:
        """Exchanges a step with its neighbour; gives where it is now."""
        steps, to = list(self.plan.steps), at + by
        if not 0 <= to < len(steps):
            return at
        steps[at], steps[to] = steps[to], steps[at]
        self._take(tuple(steps))
        return to

    def set_minutes(self, at: int, minutes: int) -> None:
        self._change(at, replace(self.plan.steps[at], minutes=minutes))

    def set_twice(self, at: int, twice: bool) -> None:
        self._change(at, replace(self.plan.steps[at], twice=twice))

    def rename(self, name: str) -> None:
        self.plan = replace(self.plan, name=name)

    def save(self, kept: Callable[[], None]) -> None:
        """Keeps the plan as it stands; `kept` is called once it is."""
        saving = self.plan

        def done() -> None:
            self.saved = saving
            kept()

        self._keep(saving, done)

    @property
    def unsaved(self) -> bool:
        return self.plan != self.saved

    def _change(self, at: int, step: Step) -> None:
        steps = self.plan.steps
        self._take((*steps[:at], step, *steps[at + 1 :]))

    def _take(self, steps: tuple[Step, ...]) -> None:
        self.plan = replace(self.plan, steps=steps)
        if self.view:
            self.view.show_steps()


def _marked(words: str, id_: str, pack: Pack) -> str:
    mark = marked_words(pack, id_)
    return f"{mark}. {words}" if mark else words


def number_and_kind(at: int, step: Step) -> str:
    """`bagian 3, Materi`: what the buttons of a step are heard with."""
    return f"bagian {at + 1}, {STEP[step.kind]}"
