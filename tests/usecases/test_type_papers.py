"""Papers are typed in as letters in a row, and what one participant wrote is kept whole."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.briefing import StepKind, Way
from asnquiz.domain.briefing_course import Ended, Event, Joined, course_of
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.type_papers import (
    PaperQuestion,
    Somebody,
    keep_sheet,
    read_letters,
    sheet,
    typed_before,
    written_letters,
)
from tests import briefings, builders
from tests.fakes import FakeClock

ONE = PaperQuestion(1, 0, "satu", (2, 0, 1), several=False)
MANY = PaperQuestion(2, 0, "banyak", (0, 1, 3, 2), several=True)
LAST = PaperQuestion(3, 0, "akhir", (1, 0, 2), several=False)
SHEET = (ONE, MANY, LAST)
BUDI = Somebody(name="Budi", unit=briefings.UNITS[0])


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("", ()),
        ("a", ((2,),)),
        ("BAC C", ((0,), (0, 3), (2,))),
        ("b, ac, c", ((0,), (0, 3), (2,))),
        ("--A", ((), (), (1,))),
        ("ADA-", ((2,), (0, 2), ())),
    ],
)
def test_letters_go_by_the_places_that_they_have_on_the_sheet(typed: str, answers: tuple[object, ...]) -> None:
    assert read_letters(typed, SHEET) == answers


@pytest.mark.parametrize("typed", ["D", "AE", "A A D", "AA BC", "1"])
def test_what_a_sheet_has_not_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_letters(typed, SHEET)


@given(st.tuples(st.sets(st.sampled_from([0, 1, 2]), max_size=1), st.sets(st.integers(0, 3)), st.sets(st.just(1))))
def test_what_is_written_reads_the_same_again(chosen: tuple[set[int], ...]) -> None:
    answers = tuple(tuple(sorted(rows)) for rows in chosen)
    assert read_letters(written_letters(answers, SHEET), SHEET) == answers


class _Store:
    def __init__(self, *events: Event) -> None:
        self.kept = list(events)

    def append(self, briefing: UUID, events: Sequence[Event]) -> None:  # noqa: ARG002
        self.kept += events

    def events(self, briefing: UUID) -> tuple[Event, ...]:  # noqa: ARG002
        return tuple(self.kept)


def test_a_sheet_is_kept_for_somebody_invited_and_corrected_after_the_end() -> None:
    of, pack = briefings.briefing(way=Way.PAPER), builders.pack()
    questions = sheet(StepKind.PRETEST, of, pack)
    assert [one.item for one in questions] == list(briefings.ASKED)
    store, clock = _Store(), FakeClock()
    course, participant = keep_sheet(
        Somebody(guest="7K2M"), dict.fromkeys(questions, (0,)), of, pack, store=store, clock=clock
    )
    assert [one.name for one in course.present] == ["Siti Aminah"]
    assert typed_before(participant, questions, course) == ((0,), (0,), (0,))
    store.kept += briefings.events(Ended(), course=course)
    changed, _ = keep_sheet(Somebody(participant), {questions[0]: ()}, of, pack, store=store, clock=clock)
    assert typed_before(participant, questions, changed) == ((), (0,), (0,))
    assert course_of(store.kept) == changed
    before = len(store.kept)
    keep_sheet(Somebody(participant), {questions[0]: ()}, of, pack, store=store, clock=clock)
    assert len(store.kept) == before, "nothing new"


def test_nothing_is_kept_of_a_sheet_with_an_answer_that_is_none() -> None:
    of, pack = briefings.briefing(way=Way.PAPER), builders.pack()
    first, *_ = sheet(StepKind.PRETEST, of, pack)
    store = _Store()
    with pytest.raises(Refusal):
        keep_sheet(BUDI, {first: (99,)}, of, pack, store=store, clock=FakeClock())
    assert store.kept == []


def test_somebody_new_comes_behind_those_who_are_there() -> None:
    of, pack = briefings.briefing(way=Way.PAPER), builders.pack()
    store = _Store(*briefings.events(briefings.joined(1)))
    _, participant = keep_sheet(BUDI, {}, of, pack, store=store, clock=FakeClock())
    assert participant == 2
    assert isinstance(store.kept[-1].what, Joined)
