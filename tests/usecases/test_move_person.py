"""A person who moves: everything is there on the other computer as it was, and nothing is lost where somebody was."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptState
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles.move_file import seal, sealed_move
from asnquiz.storage.checking import State, examine
from asnquiz.usecases import take_quiz
from asnquiz.usecases.move_person import arrival_fields, arrived
from asnquiz.usecases.review_result import see_result
from asnquiz.usecases.see_repetition import see_repetition
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan
from tests.scorefiles.learning import Learning
from tests.scorefiles.moving import READ_PACK, SECRET, as_moved, live, packed, small_pack, somebody, take

At = Callable[[str], Learning]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[At]:
    """Computers by name, each with a data folder and a person of its own."""
    there: list[Learning] = []

    def computer(name: str) -> Learning:
        there.append(somebody(tmp_path / name))
        return there[-1]

    yield computer
    for learning in there:
        learning.store.close()


def at_home_and_office(at: At) -> tuple[Learning, Learning]:
    """Siti's home computer, and one in the office on which only Budi learned so far."""
    home, office = at("home"), at("office")
    office.store.erase(office.profile.id)
    office.profile = office.add_profile(uuid4(), Person("Budi Santoso"))
    office.take(90, 1, plan=PracticePlan(None, 2))
    return home, office


@settings(max_examples=max(1, settings().max_examples // 20))
@given(st.integers(0, 2**32))
def test_whatever_somebody_did_is_the_same_elsewhere(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder = tmp_path_factory.mktemp("move")
    home, office = somebody(folder / "home"), somebody(folder / "office")
    office.store.erase(office.profile.id)
    live(home, Random(seed), days=seed % 4)
    move = packed(home)
    assert sealed_move(seal(move, SECRET)).unlock(SECRET, READ_PACK) == move
    take(move, office)
    assert as_moved(packed(office)) == as_moved(move)
    assert office.store.holdings(home.profile.id) == home.store.holdings(home.profile.id)
    for learning in (home, office):
        learning.store.close()
    assert examine(folder / "office" / "belajar.db") is State.WHOLE


def test_an_exam_that_was_begun_here_is_finished_there(at: At) -> None:
    home, office = at_home_and_office(at)
    exam = home.take(1, 1, plan=ExamPlan(), end=None)
    take(packed(home), office)
    sitting = take_quiz.resume(exam, store=office.store, packs=office.packs, clock=office.clock)
    assert sitting.attempt.answered == 2
    for index in range(2, len(sitting.attempt.items)):
        picked = right_answer(sitting.item(index))
        sitting = take_quiz.answer(sitting, index, picked, flagged=False, at=office.clock.now(), remaining_ms=500_000)
        office.store.add_response(exam, sitting.attempt.responses[-1])
    score = take_quiz.finish(sitting, AttemptState.FINISHED, store=office.store, clock=office.clock)
    assert (score.right, score.total) == (3, 4)
    result = see_result(exam, store=office.store, packs=office.packs)
    assert result.score == score
    before = see_repetition(home.profile.id, small_pack(), home.store, office.clock.now().utc)
    after = see_repetition(home.profile.id, small_pack(), office.store, office.clock.now().utc)
    assert (before.rules, after.rules) == (0, 1), "what was missed in the exam comes back"

    take(packed(office, home.profile.id), home)
    assert home.store.attempt(exam) == office.store.attempt(exam)


def test_what_is_kept_after_a_move_counts_on_from_what_came(at: At) -> None:
    home, office = at_home_and_office(at)
    home.clock.taken = 5_000
    home.take(1, plan=PracticePlan(None, 2))
    move = packed(home)
    take(move, office)
    highest = max(kept.attempt.started.counter for kept in move.holdings.attempts)
    assert highest > 5_000
    assert office.clock.now().counter > office.store.highest_counter() >= highest


def test_other_people_and_their_attempts_stay_as_they_were(at: At) -> None:
    home, office = at_home_and_office(at)
    budi = office.store.holdings(office.profile.id)
    live(home, Random(1))
    take(packed(home), office)
    assert office.store.holdings(office.profile.id) == budi
    assert {one.id for one in office.store.profiles()} == {home.profile.id, office.profile.id}


def test_a_pin_stays_where_it_is(at: At) -> None:
    home, office = at_home_and_office(at)
    live(home, Random(1))
    office.store.keep_setting(f"pin {home.profile.id}", "lain")
    move = packed(home)
    assert list(move.holdings.settings) == ["preferences"]
    take(move, office)
    assert office.store.setting(f"pin {home.profile.id}") == "lain"


def test_who_goes_on_elsewhere_and_comes_back_has_everything_in_both_places(at: At) -> None:
    home, office = at_home_and_office(at)
    for seed in range(3):
        live(home, Random(seed), days=1)
        take(packed(home), office)
        office.profile = home.profile
        live(office, Random(100 + seed), days=1)
        office.store.keep_person(home.profile.id, Person(f"Siti Aminah {seed}"))
        take(packed(office), home)
        assert home.store.holdings(home.profile.id) == office.store.holdings(home.profile.id)


def test_taking_the_same_file_twice_changes_nothing(at: At) -> None:
    home, office = at_home_and_office(at)
    live(home, Random(5))
    move = packed(home)
    take(move, office)
    once = office.store.holdings(home.profile.id)
    take(move, office)
    assert office.store.holdings(home.profile.id) == once


def test_two_computers_on_which_somebody_went_on_apart_are_not_made_one(at: At) -> None:
    home, office = at_home_and_office(at)
    live(home, Random(1))
    take(packed(home), office)
    home.take(70, 1, plan=PracticePlan(None, 2))
    office.profile = home.profile
    office.take(80, 1, plan=PracticePlan(None, 2))
    office.store.mark_read(home.profile.id, "contoh", "materi-9", office.clock.now())
    before = office.store.holdings(home.profile.id)
    with pytest.raises(Refusal, match=r"1 kuis, 1 materi yang sudah dibaca\. Tidak ada yang"):
        take(packed(home), office)
    assert office.store.holdings(home.profile.id) == before


def test_an_older_file_takes_nothing_back(at: At) -> None:
    home, office = at_home_and_office(at)
    exam = home.take(1, 0, plan=ExamPlan(), end=None)
    old = packed(home)
    take(old, office)
    office.store.end(exam, AttemptState.ABANDONED, office.clock.now(), None)
    before = office.store.holdings(home.profile.id)
    with pytest.raises(Refusal, match="1 kuis"):
        take(old, office)
    assert office.store.holdings(home.profile.id) == before


def test_an_attempt_that_is_somebody_elses_here_is_refused_whole(at: At) -> None:
    home, office = at_home_and_office(at)
    shared = office.store.holdings(office.profile.id).attempts[0]
    move = packed(home)
    stolen = replace(shared, attempt=replace(shared.attempt, profile=home.profile.id))
    packs = packed(office).packs
    with pytest.raises(Refusal, match="milik orang lain"):
        take(replace(move, holdings=replace(move.holdings, attempts=(stolen,)), packs=packs), office)
    assert [one.id for one in office.store.profiles()] == [office.profile.id]


def test_somebody_who_was_erased_here_can_come_again_and_stays(at: At) -> None:
    home, office = at_home_and_office(at)
    live(home, Random(2))
    move = packed(home)
    take(move, office)
    office.store.erase(home.profile.id)
    take(move, office)
    office.store.erase(office.profile.id)
    assert [one.id for one in office.store.profiles()] == [home.profile.id]


def test_before_anything_is_kept_one_sees_who_it_is_and_how_much(at: At) -> None:
    home, office = at_home_and_office(at)
    home.take(1, plan=PracticePlan(None, 2))
    home.take(2, plan=PracticePlan(None, 2))
    home.store.mark_read(home.profile.id, "contoh", "materi-1", home.clock.now())
    move = packed(home)
    assert arrived(move, office.store).known is None
    assert arrived(move, home.store).known == home.profile
    assert dict(arrival_fields(move)) == {
        "Nama": "Siti Aminah",
        "Unit kerja": "Dinas Kesehatan",
        "Kuis": "2 (21 November 2026)",
        "Materi yang sudah dibaca": "1",
        "Berkas dibuat": "21 November 2026 pukul 08.09, ASN Netral 0.1.0",
    }
