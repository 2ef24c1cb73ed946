"""What came of a briefing, as values: of each person, question and rule, of the two tests, and who came.

Where hands or cards were counted nothing is known of single people. People stand in the order of the invitation list,
then by the alphabet; nothing here ranks them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from string import ascii_uppercase

from asnquiz.domain.answering import Answer, choice_count, is_right, right_answer
from asnquiz.domain.attempt import FrozenItem, Score
from asnquiz.domain.briefing import Briefing, Guest, StepKind
from asnquiz.domain.briefing_course import AGAIN, FIRST, Course, Participant
from asnquiz.domain.briefing_tally import Tally, Turn, tallies, turn
from asnquiz.domain.gain import Change, GroupGain, group_gain
from asnquiz.domain.interval import wilson
from asnquiz.domain.letters import folded
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Item, Pack, Rule
from asnquiz.domain.recap_wording import FEWEST

# In this order everywhere. What one plan has of one kind is counted together.
PARTS = (StepKind.PRETEST, StepKind.QUESTION, StepKind.POSTTEST)


@dataclass(frozen=True)
class QuestionResult:
    """One question of one step that was held.

    Attributes:
        number: within its part, from 1.
        frozen: with the order of its rows, which gives them their letters.
        first, second: the votes before and after the talk; None where there was no such vote.
        final: what counts in the end; of somebody who voted twice, the second vote.
        turn: of those who voted twice; None where nobody did, or votes were counted.
        right: right ones of all final answers.
        answers: the final ones by participant; none where votes were counted.
    """

    part: StepKind
    number: int
    item: Item
    frozen: FrozenItem
    first: Tally | None
    second: Tally | None
    final: Tally
    turn: Turn | None
    right: Score
    answers: Mapping[int, Answer]

    @property
    def interval(self) -> tuple[float, float] | None:
        """From where to where the share lies that is right; None where too few answered for a share."""
        return wilson(self.right.right, self.right.total) if self.right.total >= FEWEST else None

    @property
    def most_wrong(self) -> Answer:
        """The wrong rows that were chosen most, by their places as written: none where nobody chose one."""
        wrong = {row: count for row, count in enumerate(self.final.counts) if row not in right_answer(self.item)}
        most = max(wrong.values(), default=0)
        return tuple(row for row in self.frozen.order if most and wrong.get(row) == most)

    def letters(self, answer: Answer) -> str:
        """An answer as the letters that stood on the wall: `AC`."""
        return "".join(letter for letter, row in zip(ascii_uppercase, self.frozen.order, strict=False) if row in answer)


@dataclass(frozen=True)
class Taken:
    """What somebody did in one part: how many of all its questions are right, and how many were answered."""

    score: Score
    answered: int


class Attendance(Enum):
    PRESENT = "present"
    ABSENT = "absent"
    UNINVITED = "uninvited"


@dataclass(frozen=True)
class PersonResult:
    """Somebody who was invited or who came; a table that shares a phone is one participant.

    Attributes:
        participant: None of who was invited and did not come.
        parts: what they took part in; a test where they answered nothing only if they handed it in.
        twice: whether the same name and unit stand here once more, so that somebody may be counted twice.
    """

    guest: Guest | None
    participant: Participant | None
    parts: Mapping[StepKind, Taken]
    pledged: bool
    twice: bool

    @property
    def name(self) -> str:
        return _who(self.guest, self.participant).name

    @property
    def unit(self) -> str:
        return _who(self.guest, self.participant).unit

    @property
    def attendance(self) -> Attendance:
        if self.participant is None:
            return Attendance.ABSENT
        return Attendance.UNINVITED if self.guest is None else Attendance.PRESENT

    @property
    def change(self) -> Change | None:
        """Between the two tests; None of who did not take both."""
        before, after = self.parts.get(StepKind.PRETEST), self.parts.get(StepKind.POSTTEST)
        return Change(before.score, after.score) if before and after else None


@dataclass(frozen=True)
class RuleResult:
    """One rule that was asked about: right ones of all final answers, by part."""

    rule: Rule
    parts: Mapping[StepKind, Score]


@dataclass(frozen=True)
class BriefingResults:
    """See the module.

    Attributes:
        rules: in the order in which they were asked about first.
        gain: of those who took both tests; None where one of them was not held.
        newest: when the newest of what is here happened.
        ended: whether more may still come.
    """

    briefing: Briefing
    pack: Pack
    people: tuple[PersonResult, ...]
    questions: tuple[QuestionResult, ...]
    rules: tuple[RuleResult, ...]
    gain: GroupGain | None
    newest: Moment
    ended: bool

    @property
    def parts(self) -> tuple[StepKind, ...]:
        """Those that were held."""
        held = {question.part for question in self.questions}
        return tuple(part for part in PARTS if part in held)

    @property
    def came(self) -> tuple[PersonResult, ...]:
        return tuple(one for one in self.people if one.participant)

    @property
    def in_room(self) -> int:
        """How many people came, tables counted by their people."""
        return sum(one.participant.people for one in self.people if one.participant)

    @property
    def unnoted(self) -> bool:
        """Whether nobody was noted as present, as where hands or cards are counted; so nobody is said to be missing."""
        return self.briefing.way.counted and not self.came

    def standing(self, attendance: Attendance) -> tuple[PersonResult, ...]:
        return tuple(one for one in self.people if one.attendance is attendance)


def see_briefing(briefing: Briefing, pack: Pack, course: Course) -> BriefingResults:
    """The results of a briefing as far as it went; `pack` is the content that it is frozen with."""
    questions = tuple(_questions(briefing, pack, course))
    people = tuple(_people(briefing, questions, course))
    held = {question.part for question in questions}
    tested = {StepKind.PRETEST, StepKind.POSTTEST} <= held and not briefing.way.counted
    changes = [one.change for one in people if one.change]
    gain = group_gain((_of_100(one.before), _of_100(one.after)) for one in changes) if tested else None
    newest = _newest(briefing, course)
    return BriefingResults(
        briefing, pack, people, questions, tuple(_rules(questions, pack)), gain, newest, course.ended
    )


def _questions(briefing: Briefing, pack: Pack, course: Course) -> Iterator[QuestionResult]:
    numbers: Counter[StepKind] = Counter()
    for at, step in enumerate(briefing.steps):
        if not step.kind.asks or not _held(at, course):
            continue
        for ref in step.refs:
            numbers[step.kind] += 1
            yield _question(at, numbers[step.kind], pack.item_by_id[ref], briefing, course)


def _held(step: int, course: Course) -> bool:
    """Whether anything was asked in it: opened, counted, or typed in from paper and not taken back."""
    return (
        bool(course.state(step).round)
        or any(at == step for at, _ in course.counts)
        or any(
            given.answer
            for at, item, round_ in course.answers
            if at == step
            for given in course.given(at, item, round_).values()
        )
    )


def _question(at: int, number: int, item: Item, briefing: Briefing, course: Course) -> QuestionResult:
    first, second = tallies(at, item, briefing, course)
    # The empty answer is one that was taken back.
    answers = {one: given.answer for one, given in course.final(at, item.id).items() if given.answer}
    key = right_answer(item)
    if briefing.way.counted:
        final = second or first or Tally((0,) * choice_count(item), 0)
        right = sum(final.counts[row] for row in key)
    else:
        chosen = Counter(row for answer in answers.values() for row in answer)
        final = Tally(tuple(chosen[row] for row in range(choice_count(item))), len(answers))
        right = sum(is_right(item, answer) for answer in answers.values())
    before, after = course.given(at, item.id, FIRST), course.given(at, item.id, AGAIN)
    return QuestionResult(
        part=briefing.steps[at].kind,
        number=number,
        item=item,
        frozen=briefing.frozen_by_item[item.id],
        first=first,
        second=second,
        final=final,
        turn=turn(before, after, key) if before.keys() & after.keys() else None,
        right=Score(right, final.answered),
        answers=answers,
    )


def _people(briefing: Briefing, questions: tuple[QuestionResult, ...], course: Course) -> Iterator[PersonResult]:
    by_guest = {one.guest: one for one in course.present if one.guest}
    others = sorted((one for one in course.present if not one.guest), key=lambda one: (*_same(one), one.number))
    invited: list[tuple[Guest | None, Participant | None]] = [(one, by_guest.get(one.code)) for one in briefing.guests]
    everybody = [*invited, *((None, one) for one in others)]
    known = Counter(_same(_who(guest, participant)) for guest, participant in everybody)
    submitted = _submitted(briefing, course)
    for guest, participant in everybody:
        number = participant.number if participant else 0
        yield PersonResult(
            guest,
            participant,
            dict(_parts(number, questions, submitted)) if participant else {},
            number in course.pledged,
            known[_same(_who(guest, participant))] > 1,
        )


def _submitted(briefing: Briefing, course: Course) -> Mapping[StepKind, frozenset[int]]:
    through: defaultdict[StepKind, frozenset[int]] = defaultdict(frozenset)
    for at, participants in course.submitted.items():
        through[briefing.steps[at].kind] |= participants
    return through


def _parts(
    participant: int, questions: tuple[QuestionResult, ...], submitted: Mapping[StepKind, frozenset[int]]
) -> Iterator[tuple[StepKind, Taken]]:
    for part in PARTS:
        asked = [one for one in questions if one.part is part]
        answered = [(one.item, one.answers[participant]) for one in asked if participant in one.answers]
        if answered or participant in submitted.get(part, ()):
            right = sum(is_right(item, answer) for item, answer in answered)
            yield part, Taken(Score(right, len(asked)), len(answered))


def _rules(questions: tuple[QuestionResult, ...], pack: Pack) -> Iterator[RuleResult]:
    found: defaultdict[str, defaultdict[StepKind, list[Score]]] = defaultdict(lambda: defaultdict(list))
    for question in questions:
        for rule in dict.fromkeys(question.item.rules):
            found[rule][question.part].append(question.right)
    for rule, parts in found.items():
        summed = {
            part: Score(sum(one.right for one in scores), sum(one.total for one in scores))
            for part, scores in parts.items()
        }
        yield RuleResult(pack.rule_by_id[rule], summed)


def _who(guest: Guest | None, participant: Participant | None) -> Guest | Participant:
    """The list's own writing of somebody where they stand on it."""
    who = guest or participant
    if who is None:
        raise ValueError("neither invited nor there")
    return who


def _same(one: Guest | Participant) -> tuple[str, str]:
    """What makes two people one, as far as can be told."""
    return folded(one.name), folded(one.unit)


def _of_100(score: Score) -> Fraction:
    return Fraction(100 * score.right, score.total)


def _newest(briefing: Briefing, course: Course) -> Moment:
    """Of everything that has a time here; joining, opening and answering are what results come of."""
    moments = [briefing.made, *(one.joined for one in course.participants.values())]
    moments += [state.opened for state in course.states.values() if state.opened]
    moments += [given.at for answers in course.answers.values() for given in answers.values()]
    return max(moments, key=lambda moment: moment.counter)
