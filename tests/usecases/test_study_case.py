"""The list of case studies with how far somebody came, and opening one of them on real stored choices."""

from dataclasses import replace
from uuid import UUID

import pytest

from asnquiz.domain.person import Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.learner import LearnerDatabase
from asnquiz.usecases.study_case import CaseState, choose, list_cases, open_case
from tests import builders
from tests.builders import case_step
from tests.usecases.conftest import OpenDesk

FIRST = builders.scenario(id="kasus-guru", jobs=("guru",))
SECOND = builders.scenario()
PACK = builders.pack(scenarios=(FIRST, SECOND))


@pytest.fixture
def store(open_desk: OpenDesk) -> LearnerDatabase:
    return open_desk(PACK).store


@pytest.fixture
def learner(store: LearnerDatabase) -> Profile:
    profile = builders.profile(job="staf")
    store.add_profile(profile)
    return profile


def keep(store: LearnerDatabase, profile: UUID, *ways: tuple[str, int]) -> None:
    for counter, (scene, position) in enumerate(ways, 2):
        store.add_case_step(profile, PACK.id, case_step(scene, position, counter))


def test_ones_own_job_comes_first_and_nothing_is_begun(store: LearnerDatabase, learner: Profile) -> None:
    listed = list_cases(learner, PACK, store)
    assert [(one.scenario.id, one.own) for one in listed] == [("kasus-1", True), ("kasus-guru", False)]
    assert {(one.state, one.reached, one.endings) for one in listed} == {(CaseState.UNTOUCHED, 0, 3)}
    everyone = list_cases(replace(learner, job=None), PACK, store)
    assert [one.scenario.id for one in everyone] == ["kasus-guru", "kasus-1"]
    assert not any(one.own for one in everyone)


def test_the_state_and_the_endings_ever_reached(store: LearnerDatabase, learner: Profile) -> None:
    keep(store, learner.id, ("pagi", 0))
    mine, other = list_cases(learner, PACK, store)
    assert (mine.state, mine.reached) == (CaseState.UNDER_WAY, 0)
    assert other.state is CaseState.UNTOUCHED
    keep(store, learner.id, ("kantor", 0))
    ended = list_cases(learner, PACK, store)[0]
    assert (ended.state, ended.reached) == (CaseState.ENDED, 1)
    keep(store, learner.id, ("pagi", 1))
    again = list_cases(learner, PACK, store)[0]
    assert (again.state, again.reached) == (CaseState.UNDER_WAY, 1), "an ending once reached stays reached"


def test_a_case_opens_where_it_was_left(store: LearnerDatabase, learner: Profile) -> None:
    keep(store, learner.id, ("pagi", 0), ("kantor", 1))
    study = open_case("kasus-1", learner, PACK, store)
    assert study.walk.present == "aula"
    walk, step = choose(study.walk, 1, builders.moment(9))
    assert step == case_step("aula", 1, 9)
    assert walk.present == "dibina"
    assert open_case("kasus-1", learner, PACK, store).walk.present == "aula", "nothing is kept by choosing alone"
    store.add_case_step(learner.id, PACK.id, step)
    assert open_case("kasus-1", learner, PACK, store).walk == walk


def test_a_case_that_is_gone_is_refused_with_what_to_do(store: LearnerDatabase, learner: Profile) -> None:
    with pytest.raises(Refusal, match="Pilih studi kasus lain"):
        open_case("kasus-lama", learner, PACK, store)
