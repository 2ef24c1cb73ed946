"""What the room sees of a briefing, as values that hold nothing else: no key and no count before it is revealed, and
never a name, a note or what one person answered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from asnquiz.domain.answering import VERDICT_CHOICES, right_answer
from asnquiz.domain.attempt import FrozenItem
from asnquiz.domain.briefing import Briefing, Step, StepKind, Way
from asnquiz.domain.briefing_course import FIRST, Course
from asnquiz.domain.briefing_tally import expected, question_number, tallies, tally
from asnquiz.domain.calendar import stages_words
from asnquiz.domain.local_wording import basis_words, local_words, pledge_words
from asnquiz.domain.pack import Item, ItemType, Pack, Phase, Position, Verdict
from asnquiz.domain.prose import Block, Heading, RuleTable
from asnquiz.domain.prose import Picture as Drawing
from asnquiz.domain.question import LoosePicture, question_of
from asnquiz.domain.wording import VERDICT, caution_words, law_stamp, phase_words

Prose = Callable[[str], tuple[Block, ...]]


@dataclass(frozen=True)
class Row:
    """One row that can be chosen, by its letter."""

    letter: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """How one row came out.

    Attributes:
        first, second: votes before and after the talk; None where there was no such vote.
    """

    letter: str
    text: str
    right: bool
    first: int | None
    second: int | None


@dataclass(frozen=True)
class JoinPicture:
    """People come in; `people` are those in the room, tables counted by their people."""

    title: str
    way: Way
    people: int


@dataclass(frozen=True)
class Act:
    """An act in a lesson's table, with what its verdict alone does not say."""

    act: str
    verdict: Verdict
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class SlidePicture:
    """A page of a lesson; `page` from 0.

    Attributes:
        acts: those of its tables, by the ids of their rules.
        drawings: SVG texts by name, in the colours of the light theme.
    """

    title: str
    part: Phase | None
    blocks: tuple[Block, ...]
    page: int
    pages: int
    acts: Mapping[str, Act]
    drawings: Mapping[str, str]


@dataclass(frozen=True)
class RulePicture:
    """An act, with its verdict; `when` tells its phases and stages, `verified` is as rules that may be scored are."""

    act: str
    when: tuple[str, ...]
    verdict: Verdict
    condition: str | None
    reason: str
    instead: str
    law: tuple[tuple[str, str], ...]
    page: int
    pages: int
    verified: bool


@dataclass(frozen=True)
class QuestionPicture:
    """A vote before its key is shown.

    Attributes:
        number, of: among the votes of the plan, from 1.
        round: 0 before it was opened, 2 for the vote after the talk.
        several: whether several rows may be right.
        answered, expected: None where hands or cards are counted.
        talk: whether the room talks now, to vote again after it.
        photo: the picture of the question.
        marked: that an office added it; empty where it is national.
    """

    number: int
    of: int
    phase: Phase
    stem: str
    rows: tuple[Row, ...]
    several: bool
    way: Way
    round: int
    open: bool
    answered: int | None
    expected: int | None
    talk: bool = False
    photo: LoosePicture | None = None
    marked: str = ""


@dataclass(frozen=True)
class OutcomePicture:
    """A vote with its key; the law as title and status."""

    number: int
    of: int
    phase: Phase
    stem: str
    rows: tuple[Outcome, ...]
    answered: int | None
    explanation: str
    instead: str
    law: tuple[tuple[str, str], ...]
    way: Way
    photo: LoosePicture | None = None


@dataclass(frozen=True)
class DebatePicture:
    """What opinions differ on."""

    act: str
    reason: str
    positions: tuple[Position, ...]
    safe: str | None
    law: tuple[tuple[str, str], ...]
    page: int
    pages: int


@dataclass(frozen=True)
class TestPicture:
    """A test at each one's own pace: how many are through with it."""

    post: bool
    items: int
    minutes: int
    way: Way
    open: bool
    revealed: bool
    through: int | None
    expected: int | None


@dataclass(frozen=True)
class PledgePicture:
    """The pledge.

    Attributes:
        line: from 0: the opening, each point, the closing.
        number: of the point, from 1; None for opening and closing.
        taps: who tapped it so far; None before it is opened for that.
        marked: whose it is, where an office has its own.
    """

    name: str
    text: str
    line: int
    lines: int
    number: int | None
    taps: int | None
    expected: int | None
    marked: str = ""


@dataclass(frozen=True)
class ClosingPicture:
    title: str
    people: int


Picture = (
    JoinPicture
    | SlidePicture
    | RulePicture
    | QuestionPicture
    | OutcomePicture
    | DebatePicture
    | TestPicture
    | PledgePicture
    | ClosingPicture
)


def picture(briefing: Briefing, pack: Pack, course: Course, prose: Prose) -> Picture:
    """What is on the wall where the briefing stands. A page beyond the step's last one is its last."""
    step = briefing.steps[course.step]
    page = min(course.page, pages(step, pack, prose) - 1)
    match step.kind:
        case StepKind.JOIN:
            return JoinPicture(briefing.occasion.title, briefing.way, people_in(course))
        case StepKind.LESSON:
            return _slide(step, pack, prose, page)
        case StepKind.RULES | StepKind.DEBATE:
            return _rule(step, pack, page)
        case StepKind.QUESTION:
            return _question(course.step, briefing, pack, course)
        case StepKind.PRETEST | StepKind.POSTTEST:
            return _test(course.step, briefing, course)
        case StepKind.PLEDGE:
            return _pledge(course.step, page, briefing, pack, course)
        case StepKind.CLOSE:
            return ClosingPicture(briefing.occasion.title, people_in(course))


def pages(step: Step, pack: Pack, prose: Prose) -> int:
    """How many pages a step has."""
    match step.kind:
        case StepKind.LESSON:
            return len(slides(pack.lesson_by_id[step.refs[0]].body, prose))
        case StepKind.RULES | StepKind.DEBATE:
            return len(step.refs)
        case StepKind.PLEDGE:
            return len(pledge_lines(pack))
        case _:
            return 1


def slides(body: str, prose: Prose) -> tuple[tuple[Block, ...], ...]:
    """A lesson's text in pages for the wall: each heading with what follows it up to the next."""
    made: list[list[Block]] = []
    for block in prose(body):
        if isinstance(block, Heading) or not made:
            made.append([])
        made[-1].append(block)
    return tuple(tuple(blocks) for blocks in made)


def pledge_lines(pack: Pack) -> tuple[tuple[int | None, str], ...]:
    """What is read and repeated: opening, numbered points, closing."""
    points = ((number, point.text) for number, point in enumerate(pack.pledge.points, start=1))
    return (None, pack.pledge.opening), *points, (None, pack.pledge.closing)


def rows(item: Item, frozen: FrozenItem) -> tuple[Row, ...]:
    """The item's rows with the letters that everybody in the room sees."""
    return tuple(Row(ascii_uppercase[place], row_text(item, index)) for place, index in enumerate(frozen.order))


def row_text(item: Item, index: int) -> str:
    """A row of an item that can be voted on, by its place as written."""
    if item.type is ItemType.VERDICT:
        return VERDICT[VERDICT_CHOICES[index]]
    return item.options[index].text


def people_in(course: Course) -> int:
    return sum(one.people for one in course.present)


def _slide(step: Step, pack: Pack, prose: Prose, page: int) -> SlidePicture:
    lesson = pack.lesson_by_id[step.refs[0]]
    made = slides(lesson.body, prose)
    shown = made[page]
    rules = [pack.rule_by_id[rule] for block in shown if isinstance(block, RuleTable) for rule in block.rules]
    acts = {rule.id: Act(rule.act, rule.verdict, tuple(caution_words(rule))) for rule in rules}
    drawings = {block.name: pack.pictures[block.name] for block in shown if isinstance(block, Drawing)}
    return SlidePicture(lesson.title, lesson.phase, shown, page, len(made), acts, drawings)


def _rule(step: Step, pack: Pack, page: int) -> RulePicture | DebatePicture:
    rule, of = pack.rule_by_id[step.refs[page]], len(step.refs)
    law = basis_words(rule.citations, rule.id, pack)
    if step.kind is StepKind.DEBATE or rule.verdict is Verdict.DIPERDEBATKAN:
        return DebatePicture(rule.act, rule.reason, rule.positions, rule.safe, law, page, of)
    return RulePicture(
        act=rule.act,
        when=tuple(filter(None, (*map(phase_words, rule.phases), stages_words(rule, pack)))),
        verdict=rule.verdict,
        condition=rule.condition,
        reason=rule.reason,
        instead=rule.instead,
        law=law,
        page=page,
        pages=of,
        verified=rule.scorable,
    )


def _question(step: int, briefing: Briefing, pack: Pack, course: Course) -> QuestionPicture | OutcomePicture:
    item = pack.item_by_id[briefing.steps[step].refs[0]]
    frozen, state = briefing.frozen_by_item[item.id], course.state(step)
    number, of = question_number(step, briefing)
    if state.revealed:
        first, second = tallies(step, item, briefing, course)
        right = right_answer(item)
        outcomes = tuple(
            Outcome(
                row.letter,
                row.text,
                index in right,
                first.counts[index] if first else None,
                second.counts[index] if second else None,
            )
            for row, index in zip(rows(item, frozen), frozen.order, strict=True)
        )
        last = second or first
        law = basis_words(item.citations, item.id, pack)
        return OutcomePicture(
            number,
            of,
            item.phase,
            item.stem,
            outcomes,
            last.answered if last else None,
            item.explanation,
            item.instead,
            law,
            briefing.way,
            question_of(item, pack.image_by_name).picture,
        )
    hidden = briefing.way.counted
    votes = None if hidden or not state.round else tally(step, state.round, item, briefing, course)
    return QuestionPicture(
        number=number,
        of=of,
        phase=item.phase,
        stem=item.stem,
        rows=rows(item, frozen),
        several=item.type is ItemType.MULTIPLE,
        way=briefing.way,
        round=state.round,
        open=state.open,
        answered=votes.answered if votes else None,
        expected=expected(briefing, course),
        talk=briefing.steps[step].twice and state.round == FIRST and not state.open,
        photo=question_of(item, pack.image_by_name).picture,
        marked=local_words(pack, item.id),
    )


def _test(step: int, briefing: Briefing, course: Course) -> TestPicture:
    of, state = briefing.steps[step], course.state(step)
    here = {one.number for one in course.present}
    through = (
        None
        if briefing.way is Way.PAPER or briefing.way.counted
        else len(here & course.submitted.get(step, frozenset()))
    )
    return TestPicture(
        post=of.kind is StepKind.POSTTEST,
        items=len(of.refs),
        minutes=of.minutes,
        way=briefing.way,
        open=state.open,
        revealed=state.revealed,
        through=through,
        expected=expected(briefing, course),
    )


def _pledge(step: int, page: int, briefing: Briefing, pack: Pack, course: Course) -> PledgePicture:
    lines = pledge_lines(pack)
    number, text = lines[page]
    taps = sum(course.counts_for(one) for one in course.pledged) if course.state(step).round else None
    here = expected(briefing, course) if taps is not None else None
    return PledgePicture(pack.pledge.name, text, page, len(lines), number, taps, here, pledge_words(pack))


def stamp(pack: Pack) -> str:
    """The line that every picture stating law ends with."""
    return law_stamp(pack.law_as_of)
