"""The path of a job: kept for the person, and decisive for what comes next."""

from dataclasses import replace

import pytest

from asnquiz.domain.pack import Lesson, Pack, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.follow_path import follow_path
from asnquiz.usecases.see_progress import Progress, see_progress
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk


def lesson(id_: str, phase: Phase | None, *jobs: str) -> Lesson:
    return replace(builders.pack().lessons[0], id=id_, phase=phase, jobs=jobs)


def pack_of_paths() -> Pack:
    return builders.pack(
        jobs={"staf": "Staf", "guru": "Guru", "desa": "Perangkat desa"},
        lessons=(
            lesson("sesudah", Phase.AFTER, "staf", "guru"),
            lesson("sebelum", Phase.BEFORE, "staf"),
            lesson("dasar", None, "staf", "guru"),
        ),
    )


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(pack_of_paths())


def followed(desk: Desk, job: str | None) -> Progress:
    (profile,) = desk.store.profiles()
    kept = follow_path(profile, job, desk.store)
    assert desk.store.profiles() == (kept,)
    return see_progress(kept, desk.packs.pack, desk.store, desk.clock.utc)


def test_without_a_job_all_lessons_are_the_path_and_the_foundations_come_first(desk: Desk) -> None:
    standing = followed(desk, None)
    assert standing.job is None
    assert [one.id for one in standing.path] == ["dasar", "sebelum", "sesudah"]
    assert [standing.read_of(part) for part in (None, *Phase)] == [(0, 1), (0, 1), (0, 0), (0, 1)]


def test_a_job_has_its_own_path_and_next_lesson(desk: Desk) -> None:
    desk.store.mark_read(desk.profile, desk.packs.pack.id, "dasar", desk.clock.now())
    standing = followed(desk, "guru")
    assert standing.job == "guru"
    assert [one.id for one in standing.path] == ["dasar", "sesudah"]
    assert standing.next_lesson is not None
    assert standing.next_lesson.id == "sesudah"
    assert standing.lessons_of(Phase.BEFORE) == ()


def test_going_back_to_all_lessons_loses_nothing(desk: Desk) -> None:
    followed(desk, "guru")
    assert len(followed(desk, None).path) == 3


@pytest.mark.parametrize("job", ["desa", "nelayan"])
def test_a_job_without_lessons_in_the_pack_gets_them_all(desk: Desk, job: str) -> None:
    assert len(followed(desk, job).path) == 3


def test_what_is_kept_of_the_person_and_of_the_path_leave_one_another_alone(desk: Desk) -> None:
    followed(desk, "guru")
    desk.store.keep_person(desk.profile, builders.profile().person)
    (profile,) = desk.store.profiles()
    assert (profile.job, profile.person) == ("guru", builders.profile().person)


def test_a_person_who_is_gone_is_refused(desk: Desk) -> None:
    (profile,) = desk.store.profiles()
    desk.store.erase(profile.id)
    with pytest.raises(Refusal, match="tidak ada lagi"):
        follow_path(profile, "guru", desk.store)


def test_erasing_somebody_leaves_no_trace_of_the_path(desk: Desk) -> None:
    followed(desk, "guru")
    desk.store.erase(desk.profile)
    desk.add_profile(desk.profile)
    (profile,) = desk.store.profiles()
    assert profile.job is None
