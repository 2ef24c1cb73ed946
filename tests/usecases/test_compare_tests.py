"""A tes akhir beside its tes awal, counted by hand, each on its own content."""

from dataclasses import replace

import pytest

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import Score
from asnquiz.domain.gain import Change
from asnquiz.domain.pack import Blueprint, Pack, Phase
from asnquiz.usecases.compare_tests import TwoTests, compare_tests
from asnquiz.usecases.take_quiz import ExamPlan, Plan, PosttestPlan, PretestPlan, Sitting
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk


def pack() -> Pack:
    """Forty items: two of each of twenty rules; an exam asks 20, a test 10, so each test asks of ten rules."""
    items = tuple(
        builders.item(
            id=f"soal-{number}",
            phase=Phase.BEFORE if number % 20 < 10 else Phase.DURING,
            rules=(f"aturan-{number % 20}",),
        )
        for number in range(40)
    )
    return builders.pack(items, exam=Blueprint(20, 45, 75, {Phase.BEFORE: 10, Phase.DURING: 10, Phase.AFTER: 0}, 1, {}))


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(pack())


def take(desk: Desk, plan: Plan, right: set[str]) -> Sitting:
    """Takes a quiz, rightly where the rule is in `right`."""
    sitting = desk.start(plan)
    for index in range(len(sitting.attempt.items)):
        item = sitting.item(index)
        sitting = desk.answer(sitting, index, right_answer(item) if item.rules[0] in right else (0,))
    desk.finish(sitting)
    return desk.open(sitting.attempt.id)


def compared(desk: Desk, sitting: Sitting) -> TwoTests | None:
    return compare_tests(sitting, store=desk.store, packs=desk.packs)


def rules_of(sitting: Sitting, phase: Phase) -> list[str]:
    items = [sitting.item(index) for index in range(len(sitting.attempt.items))]
    return sorted(item.rules[0] for item in items if item.phase is phase)


def test_all_phases_and_every_rule_are_compared(desk: Desk) -> None:
    pretest = take(desk, PretestPlan(), right=set())
    before, during = (rules_of(pretest, phase) for phase in (Phase.BEFORE, Phase.DURING))
    posttest = take(desk, PosttestPlan(), right={*before[:4], during[0]})
    found = compared(desk, posttest)
    assert found is not None
    assert found.pretest.attempt.id == pretest.attempt.id
    assert found.comparison.overall == Change(Score(0, 10), Score(5, 10))
    assert found.comparison.by_phase == {
        Phase.BEFORE: Change(Score(0, 5), Score(4, 5)),
        Phase.DURING: Change(Score(0, 5), Score(1, 5)),
    }
    learnt = Change(Score(0, 1), Score(1, 1))
    missed = Change(Score(0, 1), Score(0, 1))
    assert found.comparison.by_rule == {
        rule: learnt if rule in {*before[:4], during[0]} else missed for rule in (*before, *during)
    }
    assert found.same_content


def test_each_test_keeps_the_key_it_was_taken_with(desk: Desk) -> None:
    """A newer pack turns every key, so what was wrong before would be right on it."""
    take(desk, PretestPlan(), right=set())
    turned = tuple(
        replace(item, options=tuple(replace(option, key=number == 0) for number, option in enumerate(item.options)))
        for item in desk.packs.pack.items
    )
    desk.packs = type(desk.packs)(replace(desk.packs.pack, version="2026.12.1", items=turned))
    found = compared(desk, take(desk, PosttestPlan(), right={f"aturan-{number}" for number in range(20)}))
    assert found is not None
    assert found.comparison.overall == Change(Score(0, 10), Score(10, 10))
    assert not found.same_content


def test_only_a_posttest_is_compared(desk: Desk) -> None:
    assert compared(desk, take(desk, ExamPlan(), right=set())) is None
    assert compared(desk, take(desk, PretestPlan(), right=set())) is None


def test_an_older_posttest_stays_with_its_own_pretest(desk: Desk) -> None:
    first = take(desk, PretestPlan(), right=set())
    posttest = take(desk, PosttestPlan(), right=set())
    take(desk, PretestPlan(), right=set())
    found = compared(desk, posttest)
    assert found is not None
    assert found.pretest.attempt.id == first.attempt.id
