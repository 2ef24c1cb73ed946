"""The first screen: what is read, what comes next, what is open, and how the last exam went."""

from dataclasses import replace
from uuid import uuid4

from asnquiz.domain.attempt import AttemptState, Score
from asnquiz.domain.pack import Blueprint, Lesson, Pack, Phase
from asnquiz.usecases.see_progress import Progress, open_attempts, see_progress
from asnquiz.usecases.take_quiz import CheckPlan, ExamPlan, PracticePlan
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk


def lesson(id_: str, phase: Phase, order: int) -> Lesson:
    return replace(builders.pack().lessons[0], id=id_, phase=phase, order=order)


def pack_of_lessons() -> Pack:
    """Four lessons, not in reading order: two before, one during, one after."""
    return builders.pack(
        exam=Blueprint(5, 30, 75, {Phase.DURING: 5}, 5, {}),
        lessons=(
            lesson("sesudah-1", Phase.AFTER, 1),
            lesson("sebelum-2", Phase.BEFORE, 2),
            lesson("selama-1", Phase.DURING, 1),
            lesson("sebelum-1", Phase.BEFORE, 1),
        ),
    )


def seen(desk: Desk) -> Progress:
    (profile, *_) = desk.store.profiles()
    return see_progress(profile, desk.packs.pack, desk.store, desk.clock.utc)


def read(desk: Desk, *lessons: str) -> None:
    for one in lessons:
        desk.store.mark_read(desk.profile, desk.packs.pack.id, one, desk.clock.now())


def test_a_new_person_begins_with_the_first_lesson_before(open_desk: OpenDesk) -> None:
    standing = seen(open_desk(pack_of_lessons()))
    assert standing.read == frozenset()
    assert standing.next_lesson is not None
    assert standing.next_lesson.id == "sebelum-1"
    assert [standing.read_of(phase) for phase in Phase] == [(0, 2), (0, 1), (0, 1)]
    assert standing.open_attempt is None
    assert standing.last_exam is None


def test_the_next_lesson_is_the_first_unread_across_the_phases(open_desk: OpenDesk) -> None:
    desk = open_desk(pack_of_lessons())
    read(desk, "sebelum-1", "selama-1")
    first_gap = seen(desk)
    read(desk, "sebelum-2")
    then = seen(desk)
    assert first_gap.next_lesson is not None
    assert then.next_lesson is not None
    assert (first_gap.next_lesson.id, then.next_lesson.id) == ("sebelum-2", "sesudah-1")
    assert [then.read_of(phase) for phase in Phase] == [(2, 2), (1, 1), (0, 1)]


def test_when_all_is_read_nothing_comes_next(open_desk: OpenDesk) -> None:
    desk = open_desk(pack_of_lessons())
    read(desk, "sebelum-1", "sebelum-2", "selama-1", "sesudah-1", "sesudah-1")
    assert seen(desk).next_lesson is None
    assert seen(desk).read_of(Phase.AFTER) == (1, 1)


def test_a_lesson_that_the_pack_no_longer_has_counts_for_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk(pack_of_lessons())
    read(desk, "sebelum-lama")
    assert seen(desk).read_of(Phase.BEFORE) == (0, 2)


def test_what_others_do_and_other_packs_do_not_show(open_desk: OpenDesk) -> None:
    desk = open_desk(pack_of_lessons())
    budi = desk.add_profile(uuid4())
    desk.store.mark_read(budi, "contoh", "sebelum-1", desk.clock.now())
    desk.store.mark_read(desk.profile, "lain", "sebelum-1", desk.clock.now())
    desk.finish(desk.start(ExamPlan(), profile=budi))
    desk.start(ExamPlan(), profile=budi)
    standing = seen(desk)
    assert (standing.read, standing.open_attempt, standing.last_exam) == (frozenset(), None, None)
    assert open_attempts(desk.profile, desk.store) == {}


def test_the_newest_open_attempt_can_be_resumed(open_desk: OpenDesk) -> None:
    desk = open_desk(pack_of_lessons())
    desk.start(ExamPlan())
    newest = desk.start(PracticePlan(None, 3)).attempt
    desk.finish(desk.start(CheckPlan("selama-1")))
    desk.abandon(desk.start(ExamPlan()).attempt.id)
    found = seen(desk).open_attempt
    assert found is not None
    assert (found.id, found.state) == (newest.id, AttemptState.ACTIVE)


def test_the_last_exam_is_the_newest_that_has_a_score(open_desk: OpenDesk) -> None:
    desk = open_desk(pack_of_lessons())
    desk.finish(desk.start(ExamPlan()))
    exam = desk.start(ExamPlan(), seed=2)
    place = next(index for index in range(5) if exam.item(index).id == "soal-single")
    desk.finish(desk.answer(exam, place, (2,)), AttemptState.EXPIRED)
    desk.finish(desk.start(PracticePlan(None, 3)))
    desk.abandon(desk.start(ExamPlan()).attempt.id)
    desk.start(ExamPlan())
    last = seen(desk).last_exam
    assert last is not None
    assert (last.id, last.score, last.pass_mark) == (exam.attempt.id, Score(1, 5), 75)


def test_open_attempts_are_the_newest_of_each_quiz(open_desk: OpenDesk) -> None:
    desk = open_desk(pack_of_lessons())
    for plan in (ExamPlan(), PracticePlan(None, 3), PracticePlan(Phase.DURING, 3)):
        desk.start(plan)
    exam = desk.start(ExamPlan()).attempt
    desk.finish(desk.start(PracticePlan(None, 3)))
    found = open_attempts(desk.profile, desk.store)
    assert set(found) == {
        ("Simulasi ujian", None),
        ("Latihan: semua fase", None),
        ("Latihan: Selama", None),
    }
    assert found["Simulasi ujian", None].id == exam.id
