"""Taking a quiz over a real database: started, answered, resumed, ended, and scored by what is kept."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from asnquiz.content import compiled
from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import AttemptKind, AttemptState, Pause, PauseCause, Score, chain_holds
from asnquiz.domain.drawing import freeze
from asnquiz.domain.pack import Blueprint, ItemType, Pack, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.take_quiz import CheckPlan, ExamPlan, Plan, PracticePlan, Sitting, answer, title_of
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk

MINUTE = 60_000
PLANS: list[Plan] = [PracticePlan(None, 10), ExamPlan(), CheckPlan("materi-1")]


def large_pack() -> Pack:
    """Sixty items, twenty a phase, of which an exam asks nine; a lesson that checks three in an order of its own."""
    phases = tuple(Phase)
    items = tuple(
        builders.item(id=f"soal-{number}", phase=phases[number % 3], rules=(f"aturan-{number}",))
        for number in range(60)
    )
    (lesson,) = builders.pack().lessons
    return builders.pack(
        items,
        exam=Blueprint(9, 30, 75, dict.fromkeys(phases, 3), 1, {}),
        lessons=(replace(lesson, checks=("soal-41", "soal-7", "soal-23")),),
    )


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(large_pack())


def asked(sitting: Sitting) -> list[str]:
    return [frozen.item for frozen in sitting.attempt.items]


def test_a_practice_asks_as_many_items_of_its_phase_as_wanted(desk: Desk) -> None:
    attempt = desk.start(PracticePlan(Phase.DURING, 10)).attempt
    items = [desk.packs.pack.item_by_id[frozen.item] for frozen in attempt.items]
    assert len({item.id for item in items}) == len(items) == 10
    assert {item.phase for item in items} == {Phase.DURING}
    assert attempt.kind is AttemptKind.PRACTICE
    assert attempt.title == "Latihan: Selama"
    assert (attempt.limit_ms, attempt.remaining_ms, attempt.pass_mark) == (None, None, None)


def test_a_practice_of_all_phases_mixes_them(desk: Desk) -> None:
    sitting = desk.start(PracticePlan(None, 30))
    assert len({item.phase for item in map(sitting.item, range(30))}) == 3
    assert sitting.attempt.title == "Latihan: semua fase"


def test_a_practice_asks_what_there_is_when_there_is_less(desk: Desk) -> None:
    assert len(desk.start(PracticePlan(Phase.AFTER, 100)).attempt.items) == 20


def test_a_practice_never_asks_what_is_not_scored(open_desk: OpenDesk) -> None:
    items = tuple(builders.item(id=f"soal-{number}", scored=number % 2 == 0) for number in range(6))
    assert sorted(asked(open_desk(builders.pack(items)).start(PracticePlan(None, 6)))) == ["soal-0", "soal-2", "soal-4"]


def test_an_exam_is_as_the_blueprint_says(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    attempt = sitting.attempt
    assert Counter(sitting.item(index).phase for index in range(9)) == dict.fromkeys(Phase, 3)
    assert (attempt.kind, attempt.title, attempt.pass_mark) == (AttemptKind.EXAM, "Simulasi ujian", 75)
    assert attempt.limit_ms == attempt.remaining_ms == 30 * MINUTE
    assert attempt.started == attempt.seen


def test_a_check_asks_the_questions_of_its_lesson_in_their_order(desk: Desk) -> None:
    for seed in range(5):
        attempt = desk.start(CheckPlan("materi-1"), seed=seed).attempt
        assert [frozen.item for frozen in attempt.items] == ["soal-41", "soal-7", "soal-23"]
    assert (attempt.kind, attempt.title) == (AttemptKind.CHECK, "Cek pemahaman: Satu ketukan jempol")
    assert attempt.remaining_ms is None


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: type(plan).__name__)
def test_an_attempt_is_kept_whole_as_it_begins(desk: Desk, plan: Plan) -> None:
    sitting = desk.start(plan)
    kept = desk.store.attempt(sitting.attempt.id)
    assert kept == sitting.attempt
    assert (kept.state, kept.responses, kept.pauses, kept.profile) == (AttemptState.ACTIVE, (), (), desk.profile)
    assert (kept.pack.id, kept.pack.version) == ("contoh", "2026.11.1")
    assert kept.pack.sha256 == compiled.identity(desk.packs.pack)
    assert compiled.decode(desk.store.compiled_pack(kept.pack.sha256)) == desk.packs.pack


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: type(plan).__name__)
def test_the_seed_decides_items_and_rows(desk: Desk, plan: Plan) -> None:
    first, again, other = (desk.start(plan, seed=seed).attempt for seed in (3, 3, 4))
    assert first.items == again.items
    assert first.seed == 3
    assert first.items != other.items
    assert first.id != again.id


def test_rows_are_shuffled_with_the_seed_kept_beside_them(desk: Desk) -> None:
    sitting = desk.start(CheckPlan("materi-1"), seed=11)
    items = [sitting.item(index) for index in range(3)]
    assert sitting.attempt.items == freeze(items, Random(11))


def test_an_attempt_stays_with_the_pack_it_was_made_of(desk: Desk) -> None:
    old = desk.packs.pack
    sitting = desk.start(CheckPlan("materi-1"))
    newer = replace(
        old, version="2026.12.1", items=tuple(replace(item, stem="Diubah", revision=2) for item in old.items)
    )
    desk.packs = type(desk.packs)(newer)
    assert desk.open(sitting.attempt.id).pack == old
    assert desk.resume(sitting.attempt.id).item(0).stem == old.items[0].stem
    assert desk.start(CheckPlan("materi-1")).item(0).stem == "Diubah"


@pytest.mark.parametrize(
    ("pack", "plan"),
    [
        (builders.pack(exam=Blueprint(6, 5, 75, {Phase.DURING: 6}, 6, {})), ExamPlan()),
        (builders.pack(exam=Blueprint(3, 5, 75, {Phase.DURING: 3}, 1, {})), ExamPlan()),
        (builders.pack(exam=Blueprint(1, 5, 75, {Phase.BEFORE: 1}, 1, {})), ExamPlan()),
        (builders.pack(), PracticePlan(Phase.BEFORE, 10)),
        (builders.pack((builders.item(scored=False),)), PracticePlan(None, 10)),
        (builders.pack(lessons=(replace(builders.pack().lessons[0], checks=()),)), CheckPlan("materi-1")),
    ],
)
def test_a_plan_that_cannot_be_filled_is_refused_and_leaves_nothing(
    open_desk: OpenDesk, pack: Pack, plan: Plan
) -> None:
    desk = open_desk(pack)
    with pytest.raises(Refusal, match="tidak memuat cukup soal"):
        desk.start(plan)
    assert desk.store.summaries(desk.profile) == ()


def test_titles_say_what_is_taken() -> None:
    pack = builders.pack()
    assert [title_of(PracticePlan(phase, 5), pack) for phase in Phase] == [
        "Latihan: Sebelum",
        "Latihan: Selama",
        "Latihan: Sesudah",
    ]


def test_an_answer_is_a_new_sitting_and_nothing_is_kept_yet(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    at = desk.clock.now()
    answered = answer(sitting, 2, (1,), flagged=True, at=at, remaining_ms=29 * MINUTE)
    (response,) = answered.attempt.responses
    assert (response.item, response.answer, response.flagged) == (sitting.attempt.items[2].item, (1,), True)
    assert (response.at, response.remaining_ms, response.certainty, response.h) == (at, 29 * MINUTE, None, "")
    assert sitting.attempt.responses == desk.store.attempt(sitting.attempt.id).responses == ()


@pytest.mark.parametrize("type_", ItemType)
def test_an_answer_of_every_type_is_kept_and_scored(open_desk: OpenDesk, type_: ItemType) -> None:
    desk = open_desk(builders.pack((builders.item(type_),)))
    sitting = desk.start(PracticePlan(None, 1))
    desk.answer(sitting, 0, right_answer(sitting.item(0)))
    assert desk.finish(sitting) == Score(1, 1)


def test_only_what_is_kept_is_scored(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    for index in range(4):
        sitting = desk.answer(sitting, index, right_answer(sitting.item(index)))
    lost = answer(sitting, 4, (2,), flagged=False, at=desk.clock.now(), remaining_ms=1)
    assert desk.finish(lost) == Score(4, 9)
    kept = desk.store.attempt(sitting.attempt.id)
    assert len(kept.responses) == 4
    assert chain_holds(kept)


def test_what_is_kept_counts_even_where_the_screen_lags_behind(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    desk.answer(sitting, 0, right_answer(sitting.item(0)))
    assert desk.finish(sitting) == Score(1, 9)


def test_the_last_answer_decides(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    for picked in ((2,), (0,)):
        sitting = desk.answer(sitting, 0, picked)
    assert desk.finish(sitting) == Score(0, 9)


@pytest.mark.parametrize("state", [AttemptState.FINISHED, AttemptState.EXPIRED])
def test_an_end_keeps_state_time_and_score(desk: Desk, state: AttemptState) -> None:
    sitting = desk.start(ExamPlan())
    sitting = desk.answer(sitting, 0, (2,))
    desk.clock.go_on(5 * MINUTE)
    desk.finish(sitting, state)
    kept = desk.store.attempt(sitting.attempt.id)
    (summary,) = desk.store.summaries(desk.profile)
    assert kept.state is summary.state is state
    assert kept.ended == summary.ended
    assert kept.ended is not None
    assert kept.ended.utc == desk.clock.utc
    assert (summary.score, summary.answered, summary.total) == (Score(1, 9), 1, 9)


def test_an_end_is_final(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    desk.finish(sitting)
    ended = desk.store.attempt(sitting.attempt.id)
    with pytest.raises(Refusal, match="sudah berakhir"):
        desk.answer(sitting, 0, (2,))
    desk.finish(sitting, AttemptState.EXPIRED)
    desk.abandon(sitting.attempt.id)
    assert desk.store.attempt(sitting.attempt.id) == ended


def test_a_resumed_exam_goes_on_with_its_clock_and_keeps_the_pause(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    sitting = desk.answer(sitting, 0, (2,), flagged=True)
    desk.clock.go_on(4 * MINUTE)
    desk.store.keep_remaining(sitting.attempt.id, 26 * MINUTE, desk.clock.now())
    desk.clock.set_wall(90 * MINUTE)
    resumed = desk.resume(sitting.attempt.id).attempt
    assert resumed.remaining_ms == 26 * MINUTE
    (pause,) = resumed.pauses
    assert (pause.cause, pause.wall_ms, pause.ended.utc) == (PauseCause.CLOSED, 90 * MINUTE, desk.clock.utc)
    assert resumed.answer_of(sitting.attempt.items[0].item) == (2,)
    assert resumed.is_flagged(sitting.attempt.items[0].item)
    assert resumed == desk.store.attempt(sitting.attempt.id)


def test_pauses_never_overlap_when_an_exam_is_resumed_and_left_at_once(desk: Desk) -> None:
    exam = desk.start(ExamPlan()).attempt.id
    for minutes in (10, 20, 30):
        desk.clock.set_wall(minutes * MINUTE)
        resumed = desk.resume(exam).attempt
    assert [pause.wall_ms for pause in resumed.pauses] == [10 * MINUTE, 20 * MINUTE, 30 * MINUTE]
    assert resumed.remaining_ms == 30 * MINUTE


def test_a_wall_clock_set_back_meanwhile_makes_an_empty_pause(desk: Desk) -> None:
    exam = desk.start(ExamPlan()).attempt.id
    desk.clock.set_wall(-3 * 365 * 24 * 60 * MINUTE)
    resumed = desk.resume(exam).attempt
    assert [pause.wall_ms for pause in resumed.pauses] == [0]
    assert resumed.remaining_ms == 30 * MINUTE


def test_another_time_zone_makes_no_longer_pause(desk: Desk) -> None:
    exam = desk.start(ExamPlan()).attempt.id
    desk.clock.set_wall(MINUTE)
    desk.clock.offset_minutes = 540
    (pause,) = desk.resume(exam).attempt.pauses
    assert pause == Pause(PauseCause.CLOSED, replace(desk.clock.now(), counter=pause.ended.counter), MINUTE)


@pytest.mark.parametrize("plan", [PracticePlan(None, 10), CheckPlan("materi-1")], ids=lambda plan: type(plan).__name__)
def test_without_a_clock_nothing_pauses(desk: Desk, plan: Plan) -> None:
    sitting = desk.start(plan)
    sitting = desk.answer(sitting, 0, (2,))
    desk.clock.set_wall(90 * MINUTE)
    resumed = desk.resume(sitting.attempt.id).attempt
    assert resumed.pauses == ()
    assert resumed.remaining_ms is None
    assert asked(sitting) == [frozen.item for frozen in resumed.items]


@pytest.mark.parametrize("state", [AttemptState.FINISHED, AttemptState.EXPIRED, AttemptState.ABANDONED])
def test_what_is_over_is_not_resumed(desk: Desk, state: AttemptState) -> None:
    sitting = desk.start(ExamPlan())
    if state is AttemptState.ABANDONED:
        desk.abandon(sitting.attempt.id)
    else:
        desk.finish(sitting, state)
    with pytest.raises(Refusal, match="sudah berakhir"):
        desk.resume(sitting.attempt.id)
    assert desk.store.attempt(sitting.attempt.id).pauses == ()


def test_an_abandoned_attempt_is_kept_with_its_answers_and_no_score(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    sitting = desk.answer(sitting, 0, (2,))
    desk.clock.set_wall(MINUTE)
    desk.abandon(sitting.attempt.id)
    fresh = desk.start(ExamPlan(), seed=8)
    new, old = desk.store.summaries(desk.profile)
    assert (new.id, new.state) == (fresh.attempt.id, AttemptState.ACTIVE)
    assert (old.id, old.state, old.score, old.answered) == (sitting.attempt.id, AttemptState.ABANDONED, None, 1)
    assert old.ended is not None
    assert old.ended.utc == dt.datetime(2026, 11, 21, 1, 1, tzinfo=dt.UTC)
    assert len(desk.open(sitting.attempt.id).attempt.responses) == 1


def test_a_practice_for_a_job_asks_its_items_first_and_fills_up_with_others(open_desk: OpenDesk) -> None:
    items = tuple(
        builders.item(id=f"soal-{number}", jobs=("desa",) if number < 3 else ("staf",)) for number in range(9)
    )
    pack = builders.pack(items, jobs={"staf": "Staf", "desa": "Perangkat desa"})
    desk = open_desk(pack)
    few = desk.start(PracticePlan(None, 2, "desa"))
    more = desk.start(PracticePlan(None, 6, "desa"))
    assert {few.item(place).jobs for place in range(2)} == {("desa",)}
    assert [more.item(place).jobs for place in range(6)] == [("desa",)] * 3 + [("staf",)] * 3
    assert len(set(asked(more))) == 6
    assert title_of(PracticePlan(None, 6, "desa"), pack) == "Latihan: semua fase, untuk Perangkat desa"
    assert title_of(PracticePlan(Phase.DURING, 6, "staf"), pack) == "Latihan: Selama, untuk Staf"
