"""What an attempt shows of its person: counted by hand against small packs."""

from dataclasses import replace

import pytest

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import SURE, UNSURE, AttemptState, Score
from asnquiz.domain.pack import Blueprint, Pack, Phase
from asnquiz.usecases.review_result import Result, result_of, see_result
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan, Sitting, answer
from tests import builders
from tests.recalled import add_recalls
from tests.usecases.conftest import Desk, OpenDesk

MINUTE = 60_000
TOPICS = {"foto": "Foto", "keluarga": "Keluarga calon", "media": "Media sosial"}


def pack() -> Pack:
    """Six items: before foto, foto; during foto, keluarga, keluarga, media. The exam asks all."""
    written = [
        (Phase.BEFORE, "foto"),
        (Phase.BEFORE, "foto"),
        (Phase.DURING, "foto"),
        (Phase.DURING, "keluarga"),
        (Phase.DURING, "keluarga"),
        (Phase.DURING, "media"),
    ]
    items = tuple(
        builders.item(id=f"soal-{number}", phase=phase, topic=topic, rules=(f"aturan-{number}",))
        for number, (phase, topic) in enumerate(written)
    )
    exam = Blueprint(6, 30, 50, {Phase.BEFORE: 2, Phase.DURING: 4, Phase.AFTER: 0}, 1, {})
    return builders.pack(items, exam=exam, topics=TOPICS)


def answered(desk: Desk, sitting: Sitting, right: set[str], flagged: frozenset[str] = frozenset()) -> Sitting:
    """Answers the `right` ones rightly, `soal-5` not at all, and the others wrongly."""
    for index in range(len(sitting.attempt.items)):
        item = sitting.item(index)
        if item.id != "soal-5":
            picked = right_answer(item) if item.id in right else (0,)
            sitting = desk.answer(sitting, index, picked, flagged=item.id in flagged)
    return sitting


def ended(desk: Desk, sitting: Sitting, state: AttemptState = AttemptState.FINISHED) -> Result:
    desk.finish(sitting, state)
    return result_of(desk.open(sitting.attempt.id))


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(pack())


def test_a_result_counts_in_all_and_by_phase(desk: Desk) -> None:
    sitting = answered(desk, desk.start(ExamPlan()), {"soal-0", "soal-1", "soal-3"}, frozenset({"soal-0", "soal-4"}))
    result = ended(desk, sitting)
    assert result.score == Score(3, 6)
    assert result.passed is True
    assert result.by_phase == {Phase.BEFORE: Score(2, 2), Phase.DURING: Score(1, 4)}
    assert list(result.by_phase) == [Phase.BEFORE, Phase.DURING]
    assert (result.wrong, result.flagged) == (3, 2)


def test_what_to_deepen_are_the_topics_with_wrong_answers_most_wrong_first(desk: Desk) -> None:
    sitting = answered(desk, desk.start(ExamPlan()), {"soal-2", "soal-3", "soal-4"})
    assert ended(desk, sitting).to_deepen == ("Foto", "Media sosial")


def test_when_all_is_right_nothing_is_to_deepen(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    for index in range(6):
        sitting = desk.answer(sitting, index, right_answer(sitting.item(index)))
    result = ended(desk, sitting)
    assert (result.score, result.to_deepen, result.wrong) == (Score(6, 6), (), 0)


def test_an_exam_below_its_mark_is_not_passed(desk: Desk) -> None:
    result = ended(desk, answered(desk, desk.start(ExamPlan()), {"soal-0", "soal-1"}))
    assert (result.score, result.passed) == (Score(2, 6), False)


def test_without_a_pass_mark_nothing_is_passed_or_failed(desk: Desk) -> None:
    assert ended(desk, desk.start(PracticePlan(None, 6))).passed is None


def test_an_exam_took_what_its_clock_says_and_not_its_pauses(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    desk.clock.go_on(5 * MINUTE)
    desk.store.keep_remaining(sitting.attempt.id, 25 * MINUTE, desk.clock.now())
    desk.clock.set_wall(3 * 60 * MINUTE)
    sitting = desk.resume(sitting.attempt.id)
    desk.clock.go_on(MINUTE)
    desk.store.keep_remaining(sitting.attempt.id, 24 * MINUTE, desk.clock.now())
    assert ended(desk, sitting).elapsed_ms == 6 * MINUTE


def test_an_exam_that_ran_out_took_all_its_time(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    desk.store.keep_remaining(sitting.attempt.id, 0, desk.clock.now())
    result = ended(desk, sitting, AttemptState.EXPIRED)
    assert result.elapsed_ms == 30 * MINUTE
    assert result.sitting.attempt.state is AttemptState.EXPIRED


def test_a_practice_has_no_duration_because_it_may_lie_open_for_days(desk: Desk) -> None:
    sitting = desk.start(PracticePlan(None, 6))
    desk.clock.set_wall(3 * 24 * 60 * MINUTE)
    assert ended(desk, sitting).elapsed_ms is None


def test_a_result_is_scored_on_the_pack_it_was_taken_with(desk: Desk) -> None:
    sitting = answered(desk, desk.start(ExamPlan()), {"soal-0", "soal-1"})
    desk.finish(sitting)
    turned = tuple(
        replace(item, options=tuple(replace(option, key=not option.key) for option in item.options))
        for item in desk.packs.pack.items
    )
    desk.packs = type(desk.packs)(replace(desk.packs.pack, items=turned))
    assert result_of(desk.open(sitting.attempt.id)).score == Score(2, 6)


def test_what_was_sure_but_wrong_is_told_and_what_of_it_is_repeated_when(desk: Desk) -> None:
    sitting = desk.start(PracticePlan(None, 6))
    given = {"soal-0": ((1,), SURE), "soal-1": ((2,), SURE), "soal-2": ((1,), UNSURE), "soal-3": ((2,), UNSURE)}
    for item, (picked, certainty) in given.items():
        place, now = sitting.attempt.place_of(item), desk.clock.now()
        sitting = answer(sitting, place, picked, flagged=False, at=now, remaining_ms=None, certainty=certainty)
        desk.store.add_response(sitting.attempt.id, sitting.attempt.responses[-1])
    later, sooner = builders.recall("aturan-0"), builders.recall("aturan-3", due=builders.moment().utc)
    add_recalls(desk.store, desk.profile, "contoh", [later, sooner, builders.recall("aturan-1")])
    desk.finish(sitting)
    result = see_result(sitting.attempt.id, store=desk.store, packs=desk.packs)
    assert [item.id for item in result.sure_but_wrong] == ["soal-0"]
    assert result.repeated == (sooner, later), "the surely known one and the unanswered ones are not of it"
