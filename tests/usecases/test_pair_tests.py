"""Tes awal and tes akhir over a real database: what they ask, when they may begin, and which belong together."""

from collections import Counter
from dataclasses import replace

import pytest

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptKind, AttemptState, Score
from asnquiz.domain.pack import Blueprint, Pack, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.pair_tests import PairedTests, see_pair
from asnquiz.usecases.take_quiz import ExamPlan, Plan, PosttestPlan, PracticePlan, PretestPlan, Sitting
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk


def pack(items: int = 90, rules: int = 45) -> Pack:
    """Items that take phases and rules in turn; an exam asks 30 of them, a test 15."""
    phases = tuple(Phase)
    made = tuple(
        builders.item(id=f"soal-{number}", phase=phases[number % 3], rules=(f"aturan-{number % rules}",))
        for number in range(items)
    )
    return builders.pack(made, exam=Blueprint(30, 45, 75, dict.fromkeys(phases, 10), 1, {}))


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(pack())


def take(desk: Desk, plan: Plan, *, right: int = 0, seed: int = 7) -> Sitting:
    """Takes a quiz to its end, the first `right` questions rightly and the others not at all."""
    sitting = desk.start(plan, seed=seed)
    for index in range(right):
        sitting = desk.answer(sitting, index, right_answer(sitting.item(index)))
    desk.finish(sitting)
    return sitting


def asked(sitting: Sitting) -> set[str]:
    return {frozen.item for frozen in sitting.attempt.items}


def pair(desk: Desk) -> PairedTests:
    return see_pair(desk.profile, desk.packs.pack, desk.store)


def test_a_test_is_half_an_exam_without_clock_and_mark(desk: Desk) -> None:
    pretest = take(desk, PretestPlan(), right=4)
    posttest = take(desk, PosttestPlan(), right=9)
    for sitting, kind, title in (
        (pretest, AttemptKind.PRETEST, "Tes awal"),
        (posttest, AttemptKind.POSTTEST, "Tes akhir"),
    ):
        attempt = sitting.attempt
        assert (attempt.kind, attempt.title) == (kind, title)
        assert (attempt.limit_ms, attempt.remaining_ms, attempt.pass_mark) == (None, None, None)
        assert Counter(sitting.item(place).phase for place in range(15)) == dict.fromkeys(Phase, 5)
        assert desk.store.attempt(attempt.id).items == attempt.items
    assert [one.score for one in desk.store.summaries(desk.profile)] == [Score(9, 15), Score(4, 15)]


@pytest.mark.parametrize("seed", range(10))
def test_a_posttest_repeats_no_item_and_asks_about_the_same_rules(desk: Desk, seed: int) -> None:
    pretest, posttest = take(desk, PretestPlan(), seed=seed), take(desk, PosttestPlan(), seed=seed)
    assert not asked(pretest) & asked(posttest)
    rules = [{sitting.item(place).rules for place in range(15)} for sitting in (pretest, posttest)]
    assert rules[0] == rules[1]


def test_the_seed_decides_a_test_as_it_decides_an_exam(desk: Desk) -> None:
    first, again, other = (desk.start(PretestPlan(), seed=seed) for seed in (3, 3, 4))
    # The second one has seen the items of the first, which come last for it.
    assert not asked(first) & asked(again)
    fresh = desk.add_profile(builders.profile().id)
    assert desk.start(PretestPlan(), seed=3, profile=fresh).attempt.items == first.attempt.items
    assert other.attempt.items != first.attempt.items


def test_there_is_no_posttest_before_a_pretest_is_finished(desk: Desk) -> None:
    with pytest.raises(Refusal, match="Tes akhir tersedia setelah tes awal selesai"):
        desk.start(PosttestPlan())
    pretest = desk.start(PretestPlan())
    with pytest.raises(Refusal, match="Tes akhir tersedia setelah tes awal selesai"):
        desk.start(PosttestPlan())
    desk.abandon(pretest.attempt.id)
    with pytest.raises(Refusal, match="Tes akhir tersedia setelah tes awal selesai"):
        desk.start(PosttestPlan())
    assert pair(desk) == PairedTests(None, None)
    take(desk, PretestPlan())
    desk.start(PosttestPlan())


def test_a_pair_is_one_of_each_and_a_new_pretest_begins_a_new_pair(desk: Desk) -> None:
    first = take(desk, PretestPlan())
    found = pair(desk)
    assert found.pretest
    assert (found.pretest.id, found.posttest) == (first.attempt.id, None)
    second = take(desk, PosttestPlan())
    found = pair(desk)
    assert found.posttest
    assert found.posttest.id == second.attempt.id
    with pytest.raises(Refusal, match="Mulai tes awal baru"):
        desk.start(PosttestPlan())
    third = take(desk, PretestPlan())
    found = pair(desk)
    assert found.pretest
    assert (found.pretest.id, found.posttest) == (third.attempt.id, None)
    fourth = take(desk, PosttestPlan())
    together = [asked(one) for one in (first, second, third, fourth)]
    assert len(set.union(*together)) == 60


def test_when_all_items_have_been_asked_only_the_pair_stays_apart(open_desk: OpenDesk) -> None:
    desk = open_desk(pack(items=36, rules=36))
    for _ in range(4):
        assert not asked(take(desk, PretestPlan())) & asked(take(desk, PosttestPlan()))


def test_a_posttest_belongs_to_the_pretest_finished_before_it_began(desk: Desk) -> None:
    first = take(desk, PretestPlan())
    posttest = desk.start(PosttestPlan())
    second = take(desk, PretestPlan(), seed=8)
    desk.finish(posttest)
    found = pair(desk)
    assert found.pretest
    assert (found.pretest.id, found.posttest) == (second.attempt.id, None)
    assert first.attempt.id != second.attempt.id


def test_a_posttest_that_was_left_may_be_begun_again_with_other_items(desk: Desk) -> None:
    pretest = take(desk, PretestPlan())
    left = desk.start(PosttestPlan())
    desk.abandon(left.attempt.id)
    again = take(desk, PosttestPlan(), seed=8)
    assert not asked(again) & (asked(pretest) | asked(left))


def test_a_test_is_resumed_where_it_was_left_and_loses_no_time(desk: Desk) -> None:
    sitting = desk.start(PretestPlan())
    for index in range(3):
        sitting = desk.answer(sitting, index, right_answer(sitting.item(index)), flagged=index == 1)
    desk.clock.set_wall(3 * 24 * 3_600_000)
    resumed = desk.resume(sitting.attempt.id)
    assert resumed.attempt.items == sitting.attempt.items
    assert resumed.attempt.unanswered == tuple(range(3, 15))
    assert resumed.attempt.is_flagged(sitting.item(1).id)
    assert (resumed.attempt.pauses, resumed.attempt.remaining_ms) == ((), None)


def test_others_and_other_quizzes_make_no_pair(desk: Desk) -> None:
    take(desk, ExamPlan())
    take(desk, PracticePlan(None, 15))
    stranger = desk.add_profile(builders.profile().id)
    theirs = desk.start(PretestPlan(), profile=stranger)
    desk.finish(theirs)
    assert pair(desk) == PairedTests(None, None)
    with pytest.raises(Refusal):
        desk.start(PosttestPlan())


def test_a_pair_spans_versions_of_one_pack_but_not_two_packs(desk: Desk) -> None:
    pretest = take(desk, PretestPlan())
    old = desk.packs.pack
    gone = {frozen.item for frozen in pretest.attempt.items[:5]}
    newer = replace(old, version="2026.12.1", items=tuple(item for item in old.items if item.id not in gone))
    desk.packs = type(desk.packs)(newer)
    posttest = desk.start(PosttestPlan())
    assert not asked(posttest) & asked(pretest)
    desk.packs = type(desk.packs)(replace(old, id="lain"))
    with pytest.raises(Refusal, match="Tes akhir tersedia setelah tes awal selesai"):
        desk.start(PosttestPlan())


def test_a_pack_that_cannot_fill_two_tests_refuses_the_first(open_desk: OpenDesk) -> None:
    desk = open_desk(pack(items=27, rules=27))
    with pytest.raises(Refusal, match="tidak memuat cukup soal"):
        desk.start(PretestPlan())
    assert desk.store.summaries(desk.profile) == ()


def test_a_test_that_the_clock_could_not_end_is_over_only_by_wish(desk: Desk) -> None:
    sitting = desk.start(PretestPlan())
    desk.clock.go_on(10 * 3_600_000)
    assert desk.resume(sitting.attempt.id).attempt.state is AttemptState.ACTIVE
