"""What phones show of a briefing, as values that travel to them as JSON under the same names.

What everybody sees is one value, made once for all phones; what one participant gave is another. Each is told whole
every time, so that a phone that slept, reloaded or changed networks is where it was. Nothing of anybody else goes to a
phone, no key before it is revealed, and no NIP ever.
"""

from dataclasses import dataclass

from asnquiz.domain.answering import Answer, is_right, right_answer
from asnquiz.domain.attempt import Score
from asnquiz.domain.briefing import Briefing, StepKind, Way
from asnquiz.domain.briefing_course import Course, Participant
from asnquiz.domain.briefing_tally import question_number
from asnquiz.domain.briefing_wording import STEP
from asnquiz.domain.local_wording import above_words, basis_words
from asnquiz.domain.pack import ItemType, Pack
from asnquiz.domain.wording import law_stamp
from asnquiz.usecases.show_audience import pledge_lines, rows


@dataclass(frozen=True)
class PhoneRow:
    """One row that can be chosen: its place as written, which answers name, and the letter on the wall."""

    index: int
    letter: str
    text: str


@dataclass(frozen=True)
class PhoneQuestion:
    """One item to answer; `several` where several rows may be right."""

    item: str
    phase: str
    stem: str
    several: bool
    rows: tuple[PhoneRow, ...]


@dataclass(frozen=True)
class Wait:
    """Nothing to do on the phone now."""

    words: str
    kind: str = "wait"


@dataclass(frozen=True)
class Vote:
    """One vote. While it is not open nothing can be changed.

    Attributes:
        place, of: which vote of the plan it is, from 1.
    """

    step: int
    round: int
    place: int
    of: int
    open: bool
    question: PhoneQuestion
    kind: str = "vote"


@dataclass(frozen=True)
class Outcome:
    """A vote with its key, as places of rows; the law as titles and details."""

    step: int
    place: int
    of: int
    question: PhoneQuestion
    key: Answer
    explanation: str
    instead: str
    law: tuple[tuple[str, str], ...]
    kind: str = "outcome"


@dataclass(frozen=True)
class Test:
    """A test at one's own pace."""

    step: int
    round: int
    title: str
    minutes: int
    open: bool
    questions: tuple[PhoneQuestion, ...]
    kind: str = "test"


@dataclass(frozen=True)
class Results:
    """A test was revealed: each phone shows its own result of it, and of the test before it where there was one."""

    step: int
    title: str
    before: int | None
    kind: str = "results"


@dataclass(frozen=True)
class PledgeTap:
    """The pledge; `open` once it may be tapped."""

    name: str
    lines: tuple[str, ...]
    open: bool
    kind: str = "pledge"


@dataclass(frozen=True)
class Over:
    """The briefing is over."""

    words: str
    kind: str = "over"


Screen = Wait | Vote | Outcome | Test | Results | PledgeTap | Over


@dataclass(frozen=True)
class RoomState:
    """What every phone shows.

    Attributes:
        version: how many events led here; a phone drops a state older than the one it has.
        law: the line that everything stating law ends with.
    """

    version: int
    title: str
    law: str
    screen: Screen


@dataclass(frozen=True)
class OwnAnswer:
    """An answer of this phone that is kept."""

    step: int
    item: str
    round: int
    answer: Answer
    number: int


@dataclass(frozen=True)
class OwnResult:
    """One's own result of a test."""

    step: int
    right: int
    total: int


@dataclass(frozen=True)
class OwnState:
    """What one phone knows of its participant: who they are, and everything kept of them.

    Attributes:
        version: as in RoomState.
        people: how many answer on this phone.
        given: the answers to the step where the room is.
        submitted: the tests that they are through with.
        results: of the last test that was revealed, and of those before it; none of a test that they gave nothing in.
    """

    version: int
    name: str
    unit: str
    people: int
    given: tuple[OwnAnswer, ...]
    submitted: tuple[int, ...]
    pledged: bool
    results: tuple[OwnResult, ...]


@dataclass(frozen=True)
class JoinForm:
    """What a phone asks of somebody who is not known yet.

    Attributes:
        coded: whether there is an invitation list, so that a kode peserta can be typed.
        units: to choose from; where there are none, the unit is typed.
        tables: whether a phone is shared by a table.
    """

    title: str
    coded: bool
    units: tuple[str, ...]
    tables: bool


_WATCH = "Perhatikan layar di depan. Soal muncul di sini saat narasumber membukanya."
_SOON = "Soal ada di layar depan. Pilihan jawaban muncul di sini saat narasumber membukanya."
_THANKS = "Sosialisasi selesai. Terima kasih; jawaban Anda sudah tersimpan. Halaman ini boleh ditutup."


def join_form(briefing: Briefing) -> JoinForm:
    return JoinForm(briefing.occasion.title, bool(briefing.guests), briefing.units, briefing.way is Way.TABLES)


def room_state(briefing: Briefing, pack: Pack, course: Course) -> RoomState:
    """What phones show where the briefing stands."""
    screen = _screen(briefing, pack, course)
    return RoomState(course.happened, briefing.occasion.title, law_stamp(pack.law_as_of), screen)


def own_state(briefing: Briefing, pack: Pack, course: Course, participant: Participant) -> OwnState:
    """What the phone of a participant knows of them where the briefing stands."""
    number = participant.number
    given = (
        OwnAnswer(step, item, round_, answers[number].answer, answers[number].number)
        for (step, item, round_), answers in course.answers.items()
        if step == course.step and number in answers
    )
    tests = [at for at, step in enumerate(briefing.steps) if step.kind.tests]
    last = max((at for at in tests if course.state(at).revealed), default=-1)
    sat = (at for at in tests if at <= last and _sat(at, briefing, course, number))
    scores = ((at, test_score(at, briefing, pack, course, number)) for at in sat)
    return OwnState(
        version=course.happened,
        name=participant.name,
        unit=participant.unit,
        people=participant.people,
        given=tuple(given),
        submitted=tuple(at for at in tests if number in course.submitted.get(at, ())),
        pledged=number in course.pledged,
        results=tuple(OwnResult(at, score.right, score.total) for at, score in scores),
    )


def test_score(step: int, briefing: Briefing, pack: Pack, course: Course, participant: int) -> Score:
    """How many items of a test a participant has right; one that is not answered is not right."""
    items = [pack.item_by_id[item] for item in briefing.steps[step].refs]
    given = [(item, course.final_of(step, item.id, participant)) for item in items]
    return Score(sum(is_right(item, one.answer) for item, one in given if one), len(items))


def _sat(step: int, briefing: Briefing, course: Course, participant: int) -> bool:
    return any(course.final_of(step, item, participant) for item in briefing.steps[step].refs)


def _screen(briefing: Briefing, pack: Pack, course: Course) -> Screen:
    if course.ended:
        return Over(_THANKS)
    at = course.step
    step, state = briefing.steps[at], course.state(at)
    match step.kind:
        case StepKind.QUESTION if state.revealed or state.round:
            return _vote(briefing, pack, course)
        case StepKind.QUESTION:
            return Wait(_SOON)
        case StepKind.PRETEST | StepKind.POSTTEST if state.revealed:
            return Results(at, STEP[step.kind], _before(at, briefing, course))
        case StepKind.PRETEST | StepKind.POSTTEST if state.round:
            questions = tuple(_asked(item, briefing, pack) for item in step.refs)
            return Test(at, state.round, STEP[step.kind], step.minutes, state.open, questions)
        case StepKind.PLEDGE:
            return PledgeTap(pack.pledge.name, tuple(text for _, text in pledge_lines(pack)), state.open)
        case StepKind.CLOSE:
            return Wait(_THANKS)
        case _:
            return Wait(_WATCH)


def _vote(briefing: Briefing, pack: Pack, course: Course) -> Vote | Outcome:
    at = course.step
    state, item = course.state(at), pack.item_by_id[briefing.steps[at].refs[0]]
    place, of = question_number(at, briefing)
    asked = _asked(item.id, briefing, pack)
    if not state.revealed:
        return Vote(at, state.round, place, of, state.open, asked)
    law = basis_words(item.citations, item.id, pack)
    return Outcome(at, place, of, asked, right_answer(item), item.explanation, item.instead, law)


def _asked(item_id: str, briefing: Briefing, pack: Pack) -> PhoneQuestion:
    item, frozen = pack.item_by_id[item_id], briefing.frozen_by_item[item_id]
    lettered = zip(frozen.order, rows(item, frozen), strict=True)
    return PhoneQuestion(
        item=item_id,
        phase=above_words(item, pack),
        stem=item.stem,
        several=item.type is ItemType.MULTIPLE,
        rows=tuple(PhoneRow(index, row.letter, row.text) for index, row in lettered),
    )


def _before(step: int, briefing: Briefing, course: Course) -> int | None:
    """The first test that a second one is compared with."""
    if briefing.steps[step].kind is not StepKind.POSTTEST:
        return None
    first = (at for at, one in enumerate(briefing.steps[:step]) if one.kind is StepKind.PRETEST)
    return next((at for at in first if course.state(at).round), None)
