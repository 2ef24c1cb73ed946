"""Papers are typed in as letters in a row, and what one participant wrote is kept whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.briefing import Briefing, StepKind, Way
from asnquiz.domain.briefing_course import Ended, Event, Joined, course_of
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.database import open_briefings
from asnquiz.usecases.briefing_ports import BriefingStore
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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BriefingStore]:
    opened = open_briefings(tmp_path / "sosialisasi.db")
    yield opened
    opened.close()


def held(store: BriefingStore, *events: Event) -> Briefing:
    of = briefings.briefing(way=Way.PAPER)
    store.begin(of, b"isi")
    if events:
        store.append(of.id, events)
    return of


def test_a_sheet_is_kept_for_somebody_invited_and_corrected_after_the_end(store: BriefingStore) -> None:
    of, pack, clock = held(store), builders.pack(), FakeClock()
    questions = sheet(StepKind.PRETEST, of, pack)
    assert [one.item for one in questions] == list(briefings.ASKED)
    sheet_of_siti = dict.fromkeys(questions, (0,))
    course, participant = keep_sheet(Somebody(guest="7K2M"), sheet_of_siti, of, pack, store=store, clock=clock)
    assert [one.name for one in course.present] == ["Siti Aminah"]
    assert typed_before(participant, questions, course) == ((0,), (0,), (0,))
    store.append(of.id, briefings.events(Ended(), course=course, counter=99))
    changed, _ = keep_sheet(Somebody(participant), {questions[0]: ()}, of, pack, store=store, clock=clock)
    assert typed_before(participant, questions, changed) == ((), (0,), (0,))
    kept = store.events(of.id)
    assert course_of(kept) == changed
    keep_sheet(Somebody(participant), {questions[0]: ()}, of, pack, store=store, clock=clock)
    assert store.events(of.id) == kept, "nothing new"


def test_nothing_is_kept_of_a_sheet_with_an_answer_that_is_none(store: BriefingStore) -> None:
    of, pack = held(store), builders.pack()
    first, *_ = sheet(StepKind.PRETEST, of, pack)
    with pytest.raises(Refusal):
        keep_sheet(BUDI, {first: (99,)}, of, pack, store=store, clock=FakeClock())
    assert store.events(of.id) == ()


def test_somebody_new_comes_behind_those_who_are_there(store: BriefingStore) -> None:
    of, pack = held(store, *briefings.events(briefings.joined(1))), builders.pack()
    _, participant = keep_sheet(BUDI, {}, of, pack, store=store, clock=FakeClock())
    assert participant == 2
    assert isinstance(store.events(of.id)[-1].what, Joined)
