"""Plans of briefings: the ready ones, which are made of whatever pack is in use, and a trainer's own."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random
from uuid import UUID

from asnquiz.domain.briefing import Plan, Step, StepKind, Way
from asnquiz.domain.drawing import draw_posttest, draw_pretest, of_size
from asnquiz.domain.pack import Confidence, Item, Lesson, Pack, Phase, Rule
from asnquiz.domain.person import parse_line
from asnquiz.domain.plan_check import MOST_STEPS, askable
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task_check import line_faults, refuse_first
from asnquiz.usecases.briefing_ports import BriefingStore

READY = "siap-"
MOST_PLANS = 200

# Minutes of one vote, of the talk and the vote after it, and of one item of a test, act or contested act.
_VOTE, _TALK, _ITEM, _RULE, _DEBATE = 2, 2, 1, 1, 2
_MODERATE = 2  # of difficulties 1 to 3


@dataclass(frozen=True)
class _Outline:
    """A ready plan before there is a pack: minutes of its frame, and how many of everything between.

    Attributes:
        tests: items of each of the two tests.
        talks: phases whose last vote is taken twice.
    """

    name: str
    minutes: int
    join: int
    tests: int
    rules: int
    votes: int
    talks: int
    debates: int
    pledge: int
    close: int


_OUTLINES = (
    _Outline("Ringkas, 20 menit", 20, join=2, tests=0, rules=3, votes=4, talks=1, debates=1, pledge=2, close=1),
    _Outline("Sedang, 45 menit", 45, join=3, tests=6, rules=6, votes=4, talks=1, debates=1, pledge=2, close=2),
    _Outline("Lengkap, 90 menit", 90, join=5, tests=10, rules=10, votes=8, talks=3, debates=2, pledge=3, close=3),
)


def ready_plans(pack: Pack, way: Way) -> tuple[Plan, ...]:
    """The plans of 20, 45 and 90 minutes, `siap-20` to `siap-90`, always the same for a pack and a way.

    - People come in; then, in 45 and 90, tes awal, and before the pledge tes akhir, of as many items each, in the
      exam's shares of the phases. Both ask about the same rules by different items: for each rule two of one phase and
      one difficulty. Where hands or cards are counted, or a pack has too few such pairs, there are as many more votes.
    - Rules are shown: those that the tests ask about, else for each phase in turn scorable ones that no vote asks
      about, of the verdict that was shown least.
    - Votes have the exam's shares of the phases, ask about no rule twice nor about one of the tests, and are of types
      that hands and cards can answer too: first of the topic that was asked least, of these the moderately difficult,
      of these from the topic that has most items, of these as the pack has them. In the phases that the exam asks most,
      the last vote is taken twice; on paper none is.
    - Lessons as far as there is time: the first of the foundations, then the first of each phase, the phase that the
      exam asks most coming first. A phase's lesson stands before its votes.
    - What opinions differ on: contested rules, those that are verified first. The pledge and the end.
    - Minutes that are left go to the talks in turn.

    A pack that has too little for anything between coming in and the pledge has no ready plan.
    """
    made = (_ready(outline, pack, way) for outline in _OUTLINES)
    return tuple(plan for plan in made if plan is not None)


def own_plan(source: Plan, name: str, plan_id: UUID) -> Plan:
    """A trainer's own plan: a copy of a ready one or of another, or with its own id the same one renamed.

    Raises Refusal for a name that cannot be shown.
    """
    return Plan(str(plan_id), _name(name), source.steps)


def keep_plan(plan: Plan, *, store: BriefingStore) -> Plan:
    """Keeps a trainer's own plan, in place of one with the same id, and gives it as it is kept.

    It may have faults that keep it from being led yet. Raises Refusal for a name that is missing or taken, and for too
    many steps or plans.
    """
    kept = replace(plan, id=str(UUID(plan.id)), name=_name(plan.name))
    if len(kept.steps) > MOST_STEPS:
        raise Refusal(f"Rencana paling banyak memuat {MOST_STEPS} bagian. Hapus sebagian, lalu simpan lagi.")
    others = [other for other in store.plans() if other.id != kept.id]
    taken = {other.name.casefold() for other in others} | {outline.name.casefold() for outline in _OUTLINES}
    if kept.name.casefold() in taken:
        raise Refusal(f"Sudah ada rencana bernama “{kept.name}”. Beri nama lain.")
    if len(others) >= MOST_PLANS:
        raise Refusal(f"Sudah ada {MOST_PLANS} rencana, jumlah terbanyak. Hapus yang tidak dipakai lagi.")
    store.keep_plan(kept)
    return kept


def _name(text: str) -> str:
    name = parse_line(text, "Nama rencana") or ""
    refuse_first(line_faults(name, "Nama rencana"))
    return name


def _ready(outline: _Outline, pack: Pack, way: Way) -> Plan | None:
    first, second = ((), ()) if way.counted else _tests(outline.tests, pack)
    used = {rule for item in first for rule in item.rules}
    of_tests = tuple(rule for rule in pack.rules if rule.id in used)
    votes = _votes(outline.votes + (0 if first else outline.tests), pack, used)
    used |= {rule for item in votes for rule in item.rules}
    rules = of_tests or _rules(outline.rules, pack, used)
    debates = _debates(outline.debates, pack)
    twice = () if way is Way.PAPER else _by_share(pack)[: outline.talks]
    steps = [
        *_of_items(StepKind.PRETEST, first),
        *_of_rules(StepKind.RULES, rules, _RULE),
        *(step for phase in Phase for step in _of_votes([one for one in votes if one.phase is phase], phase in twice)),
        *_of_rules(StepKind.DEBATE, debates, _DEBATE),
        *_of_items(StepKind.POSTTEST, second),
    ]
    if not steps:
        return None
    frame = outline.join + outline.pledge + outline.close
    steps = _with_lessons(steps, pack, outline.minutes - frame - _minutes(steps))
    steps = _filled(steps, outline.minutes - frame)
    begin, end = Step(StepKind.JOIN, outline.join), Step(StepKind.CLOSE, outline.close)
    all_steps = (begin, *steps, Step(StepKind.PLEDGE, outline.pledge), end)
    return Plan(f"{READY}{outline.minutes}", outline.name, all_steps)


def _tests(items: int, pack: Pack) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items of both tests, none where there are too few."""
    pool = _pairs(pack)
    blueprint = replace(of_size(pack.exam, items), max_per_rule=1, topics={})
    random = Random(0)
    first = draw_pretest(pool, blueprint, random, ()) if items and pool else None
    if first is None:
        return (), ()
    return first, draw_posttest(pool, blueprint, random, first, ()) or ()


def _pairs(pack: Pack) -> list[Item]:
    """Of each rule the items that can stand for one another in the two tests, where there are two."""
    alike: defaultdict[tuple[str, Phase, int], list[Item]] = defaultdict(list)
    for item in pack.items:
        if len(item.rules) == 1 and askable(item, pack, Way.PHONES):
            alike[item.rules[0], item.phase, item.difficulty].append(item)
    of_rule: dict[str, list[Item]] = {}
    for (rule, _, _), items in alike.items():
        if len(items) > max(1, len(of_rule.get(rule, ()))):
            of_rule[rule] = items
    return [item for items in of_rule.values() for item in items]


def _votes(count: int, pack: Pack, used: Collection[str]) -> tuple[Item, ...]:
    rules, topics = set(used), Counter[str]()
    chosen: list[Item] = []
    pool = [item for item in pack.items if all(askable(item, pack, way) for way in (Way.HANDS, Way.PHONES))]
    sizes = Counter(item.topic for item in pool)
    for phase, share in of_size(pack.exam, count).phase.items():
        for _ in range(share):
            left = [item for item in pool if item.phase is phase and rules.isdisjoint(item.rules)]
            if not left:
                break
            item = min(left, key=lambda one: (topics[one.topic], abs(one.difficulty - _MODERATE), -sizes[one.topic]))
            chosen.append(item)
            rules.update(item.rules)
            topics[item.topic] += 1
    return tuple(chosen)


def _rules(count: int, pack: Pack, used: Collection[str]) -> tuple[Rule, ...]:
    chosen: list[Rule] = []
    phases = tuple(Phase)
    for number in range(count):
        phase = phases[number % len(phases)]
        left = [
            rule
            for rule in pack.rules
            if phase in rule.phases and rule.scorable and rule.id not in used and rule not in chosen
        ]
        shown = Counter(rule.verdict for rule in chosen)
        if left:
            chosen.append(min(left, key=lambda rule: shown[rule.verdict]))
    return tuple(chosen)


def _debates(count: int, pack: Pack) -> Sequence[Rule]:
    told = [rule for rule in pack.contested_rules if rule.positions]
    return sorted(told, key=lambda rule: rule.confidence is Confidence.C)[:count]


def _by_share(pack: Pack) -> list[Phase]:
    """The phases, the one first that the exam asks most."""
    return sorted(Phase, key=lambda phase: -pack.exam.phase[phase])


def _of_items(kind: StepKind, items: Sequence[Item]) -> list[Step]:
    return [Step(kind, _ITEM * len(items), tuple(item.id for item in items))] if items else []


def _of_rules(kind: StepKind, rules: Sequence[Rule], minutes: int) -> list[Step]:
    return [Step(kind, minutes * len(rules), tuple(rule.id for rule in rules))] if rules else []


def _of_votes(votes: Sequence[Item], twice: bool) -> list[Step]:
    steps = [Step(StepKind.QUESTION, _VOTE, (item.id,)) for item in votes]
    if steps and twice:
        steps[-1] = replace(steps[-1], minutes=_VOTE + _TALK, twice=True)
    return steps


def _with_lessons(steps: Sequence[Step], pack: Pack, minutes: int) -> list[Step]:
    """With the lessons for which there is time: that of a phase before its first vote, others before all votes."""
    made = list(steps)
    for part in (None, *_by_share(pack)):
        lesson: Lesson | None = next(iter(pack.lessons_of(part)), None)
        if lesson is None or lesson.minutes > minutes:
            continue
        minutes -= lesson.minutes
        made.insert(_place(made, part, pack), Step(StepKind.LESSON, lesson.minutes, (lesson.id,)))
    return made


def _place(steps: Sequence[Step], part: Phase | None, pack: Pack) -> int:
    """Where a lesson stands: before the first vote of its phase or of a later one, else after all of them."""
    later = tuple(Phase) if part is None else tuple(Phase)[tuple(Phase).index(part) :]
    for at, step in enumerate(steps):
        if step.kind is StepKind.QUESTION and pack.item_by_id[step.refs[0]].phase in later:
            return at
    return next((at for at, step in enumerate(steps) if step.kind in _LAST), len(steps))


_LAST = (StepKind.DEBATE, StepKind.POSTTEST)


def _filled(steps: Sequence[Step], minutes: int) -> list[Step]:
    """The steps with the minutes that are left: to the talks one each in turn, to all where there is none."""
    made = list(steps)
    talks = [at for at, step in enumerate(made) if step.twice or step.kind is StepKind.DEBATE] or range(len(made))
    for left in range(minutes - _minutes(made)):
        at = talks[left % len(talks)]
        made[at] = replace(made[at], minutes=made[at].minutes + 1)
    return made


def _minutes(steps: Iterable[Step]) -> int:
    return sum(step.minutes for step in steps)
