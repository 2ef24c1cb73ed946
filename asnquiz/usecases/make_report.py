"""The report of an office: everything that its figures say of one question, computed anew from what is in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache

from asnquiz.domain.answer_wording import answer_words
from asnquiz.domain.attempt import SURE
from asnquiz.domain.collection import ChoiceCount, Counted, Question, SureCount, UnitStanding
from asnquiz.domain.gain import group_gain
from asnquiz.domain.item_analysis import (
    Cells,
    ItemCounts,
    ItemFigures,
    TestFigures,
    item_figures,
    item_variance,
    option_figures,
    suspicions,
    test_figures,
)
from asnquiz.domain.marking import Choice, Mark, Marking, answer_of
from asnquiz.domain.office_report import (
    Gain,
    ItemReport,
    OfficeReport,
    OptionReport,
    PackUse,
    RuleReport,
    Scope,
    Share,
    TaskStanding,
    UnitCertainty,
)
from asnquiz.domain.pack import Item, Phase
from asnquiz.domain.recap_wording import FEWEST
from asnquiz.domain.task import Task
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_collection import question_on
from asnquiz.usecases.see_recap import task_asked, tasks_made

_Revision = tuple[str, int]


def make_report(question: Question, store: CollectionStore, before: Question | None = None) -> OfficeReport:
    """The report on a question; with `before`, that of a first test, also of what people learnt since then."""
    tasks = tasks_made(store)
    by_task = [(task, question_on(task)) for task in (*tasks, None)]
    marking = store.marking()
    counted = store.counted(question)
    choices = store.choices(question)
    sure = store.sure(question)
    standings = store.standings(question)
    items = _items(choices, marking)
    exams = _exams(choices)
    questions = max((total for _, total in exams), default=1)
    passes_at = next(iter(counted.pass_marks)) if len(counted.pass_marks) == 1 else None
    return OfficeReport(
        scope=_scope(question, store, counted, marking, tasks),
        overview=standings.overview,
        agencies=standings.agencies,
        units=standings.units,
        tasks=tuple(
            TaskStanding(task, standings.overview if own == question else store.overview(own)) for task, own in by_task
        ),
        weeks=store.weeks(question),
        analysed=exams.total(),
        passes_at=passes_at,
        test=_test(exams, choices, passes_at),
        items=items,
        rules=_rules(items, questions, marking),
        phases=_phases(items, questions),
        certainty=_certainty(sure, (*standings.agencies, *standings.units), questions, marking),
        gain=make_gain(before, question, store) if before else None,
    )


def see_scope(question: Question, store: CollectionStore) -> Scope:
    """What is printed with every figure of a question."""
    return _scope(question, store, store.counted(question), store.marking(), tasks_made(store))


def _scope(
    question: Question, store: CollectionStore, counted: Counted, marking: Marking, tasks: tuple[Task, ...]
) -> Scope:
    office = store.office()
    law = {known.ref.sha256: known.pack.law_as_of for known in marking.known}
    by = marking.in_force
    return Scope(
        office=office.name if office else "",
        letterhead=office.letterhead if office else (),
        question=question,
        task=task_asked(question, tasks),
        first=counted.first,
        last=counted.last,
        packs=tuple(PackUse(ref, law.get(ref.sha256), exams) for ref, exams in counted.packs),
        marked_by=PackUse(by.ref, by.pack.law_as_of, sum(exams for _, exams in counted.packs)) if by else None,
        as_told=counted.as_told,
        newest=counted.newest,
        behind=counted.behind,
    )


def _exams(choices: Iterable[ChoiceCount]) -> Counter[tuple[int, int]]:
    """How many exams came to how many right of how many: each is in `choices` once for each of its questions."""
    answers: Counter[tuple[int, int]] = Counter()
    for one in choices:
        answers[one.right, one.total] += one.people
    return Counter({(right, total): count // total for (right, total), count in answers.items()})


def _test(exams: Counter[tuple[int, int]], choices: Sequence[ChoiceCount], passes_at: int | None) -> TestFigures:
    """Of the exams with as many questions as most have: totals out of other numbers do not compare."""
    lengths: Counter[int] = Counter()
    for (_, total), count in exams.items():
        lengths[total] += count
    questions = max(lengths, key=lambda length: (lengths[length], length), default=0)
    totals = {right: count for (right, total), count in exams.items() if total == questions}
    cells = _cells(one for one in choices if one.total == questions)
    same = len(cells) == questions
    return test_figures(
        totals,
        questions=questions,
        item_variance=item_variance(ItemCounts(1, one) for one in cells.values()) if same else None,
        pass_mark=None if passes_at is None else Fraction(passes_at * questions, 100),
    )


def _cells(choices: Iterable[ChoiceCount]) -> dict[_Revision, Counter[tuple[int, int]]]:
    found: dict[_Revision, Counter[tuple[int, int]]] = defaultdict(Counter)
    for one in choices:
        found[one.choice.item, one.choice.revision][_mark(one), one.right] += one.people
    return found


def _mark(one: ChoiceCount) -> int:
    return int(one.mark is Mark.RIGHT)


def _items(choices: Sequence[ChoiceCount], marking: Marking) -> tuple[ItemReport, ...]:
    """Hardest first; those of too few people for that, by id, at the end."""
    by_item: dict[_Revision, list[ChoiceCount]] = defaultdict(list)
    for one in choices:
        by_item[one.choice.item, one.choice.revision].append(one)
    counts = {key: ItemCounts(1, cells) for key, cells in _cells(choices).items()}
    figures = item_figures(counts)
    items = [_item(key, by_item[key], counts[key], figures[key], marking) for key in counts]
    return tuple(sorted(items, key=_hardest_first))


def _hardest_first(item: ItemReport) -> tuple[bool, float, str, int]:
    few = item.figures.people < FEWEST
    return few, 0 if few else item.figures.facility or 0, item.item, item.revision


def _item(
    key: _Revision, given: Sequence[ChoiceCount], counts: ItemCounts, figures: ItemFigures, marking: Marking
) -> ItemReport:
    asked = marking.asked(*key)
    by_answer: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
    right = set()
    for one in given:
        by_answer[one.choice.answer][_mark(one), one.right] += one.people
        if one.mark is Mark.RIGHT:
            right.add(one.choice.answer)
    of_options = option_figures(counts, dict[str, Cells](by_answer), right)
    options = [
        OptionReport(_answered(asked, Choice(*key, answer)), answer in right, found)
        for answer, found in of_options.items()
    ]
    return ItemReport(
        item=key[0],
        revision=key[1],
        stem=asked.stem if asked else "",
        phase=asked.phase if asked else None,
        rules=asked.rules if asked else (),
        figures=figures,
        suspicions=suspicions(figures, of_options.values()),
        options=tuple(sorted(options, key=lambda one: (not one.right, -one.figures.people, one.words))),
        sure=_sure_of(given),
        change=marking.change(*key) if marking.in_force else None,
    )


def _answered(asked: Item | None, choice: Choice) -> str:
    return answer_words(asked, answer_of(choice)) if asked else choice.answer


def _sure_of(given: Iterable[ChoiceCount]) -> Share:
    sure = [one for one in given if one.certainty == SURE]
    people = sum(one.people for one in sure)
    return Share(sum(one.people for one in sure if one.mark is Mark.WRONG), people, people)


def _added(shares: Iterable[Share], questions: int) -> Share:
    """The shares of several questions, of which nobody was asked more than `questions`."""
    every = list(shares)
    whole = sum(one.whole for one in every)
    most = max((one.people for one in every), default=0)
    return Share(sum(one.part for one in every), whole, max(most, -(-whole // questions)))


def _rules(items: Iterable[ItemReport], questions: int, marking: Marking) -> tuple[RuleReport, ...]:
    """Least known first; those of too few answers for that, by id, at the end."""
    by_rule: dict[str, list[ItemReport]] = defaultdict(list)
    acts: dict[str, str] = {}
    for item in items:
        pack = marking.pack_of(item.item, item.revision)
        for rule in dict.fromkeys(item.rules):
            by_rule[rule].append(item)
            if pack:
                acts[rule] = pack.rule_by_id[rule].act
    rules = [
        RuleReport(
            rule,
            acts.get(rule, rule),
            _added((item.right for item in of), questions),
            _added((item.sure for item in of), questions),
        )
        for rule, of in by_rule.items()
    ]

    def order(rule: RuleReport) -> tuple[bool, Fraction, str]:
        few = not rule.right.enough
        return few, Fraction(0) if few else Fraction(rule.right.part, rule.right.whole), rule.rule

    return tuple(sorted(rules, key=order))


def _phases(items: Iterable[ItemReport], questions: int) -> Mapping[Phase, Share]:
    every = list(items)
    return {phase: _added((item.right for item in every if item.phase is phase), questions) for phase in Phase}


def _certainty(
    sure: Iterable[SureCount], standings: Iterable[UnitStanding], questions: int, marking: Marking
) -> tuple[UnitCertainty, ...]:
    given: dict[tuple[str, str], dict[_Revision, Share]] = defaultdict(dict)
    for one in sure:
        key = one.item, one.revision
        for place in {(one.agency, ""), (one.agency, one.unit)}:
            before = given[place].get(key, Share(0, 0, 0))
            people = before.whole + one.sure
            given[place][key] = Share(before.part + one.wrong, people, people)

    @cache
    def rules_of(key: _Revision) -> tuple[str, ...]:
        asked = marking.asked(*key)
        return tuple(dict.fromkeys(asked.rules if asked else ()))

    told = []
    for standing in standings:
        if shares := given.get((standing.agency, standing.unit)):
            by_rule: dict[str, list[Share]] = defaultdict(list)
            for key, share in shares.items():
                for rule in rules_of(key):
                    by_rule[rule].append(share)
            added = {rule: _added(of, questions) for rule, of in sorted(by_rule.items())}
            of_all = _added(shares.values(), questions)
            told.append(UnitCertainty(standing.agency, standing.unit, standing.finished, of_all, added))
    return tuple(told)


def make_gain(before: Question, after: Question, store: CollectionStore) -> Gain | None:
    """What people learnt since a first test; None where that was no task made here."""
    task = task_asked(before, tasks_made(store))
    if task is None:
        return None
    pairs = store.matched(before, after)
    return Gain(
        task.title,
        group_gain(
            (Fraction(100 * right, total), Fraction(100 * later, of))
            for right, total, later, of in pairs
            if total and of
        ),
    )
