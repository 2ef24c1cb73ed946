"""Case studies: which there are and how far somebody came in each; opening one, and choosing in it.

What is chosen is a new value first; keeping it is the store's work.
"""

from dataclasses import dataclass
from enum import Enum

from asnquiz.domain.case_study import Walk, endings_of, walk_through
from asnquiz.domain.learned import CaseStep
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Pack, Scenario
from asnquiz.domain.person import Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.ports import LearnerStore


class CaseState(Enum):
    """How far somebody is with a case study; an ending reached earlier does not matter here."""

    UNTOUCHED = "untouched"
    UNDER_WAY = "under-way"
    ENDED = "ended"


@dataclass(frozen=True)
class CaseStanding:
    """One case study for one person.

    Attributes:
        own: whether it is meant for the person's own job.
        reached: how many of its endings the person has ever come to.
        endings: how many there are.
    """

    scenario: Scenario
    own: bool
    state: CaseState
    reached: int
    endings: int


@dataclass(frozen=True)
class Study:
    """A case study opened, with the pack whose rules it speaks of."""

    pack: Pack
    walk: Walk


def list_cases(profile: Profile, pack: Pack, store: LearnerStore) -> tuple[CaseStanding, ...]:
    """Every case study of the pack, those for the person's own job first, otherwise in the pack's order."""
    steps = store.case_steps(profile.id, pack.id)
    standings = [_standing(walk_through(scenario, steps), profile.job) for scenario in pack.scenarios]
    return tuple(sorted(standings, key=lambda one: not one.own))


def _standing(walk: Walk, job: str | None) -> CaseStanding:
    scenario = walk.scenario
    state = CaseState.UNDER_WAY if walk.tried else CaseState.UNTOUCHED
    return CaseStanding(
        scenario=scenario,
        own=job in scenario.jobs,
        state=CaseState.ENDED if walk.ending else state,
        reached=len(walk.endings_reached),
        endings=len(endings_of(scenario)),
    )


def open_case(scenario_id: str, profile: Profile, pack: Pack, store: LearnerStore) -> Study:
    """A case study at the scene where the person stands. Raises Refusal where the pack no longer has it."""
    scenario = next((one for one in pack.scenarios if one.id == scenario_id), None)
    if scenario is None:
        raise Refusal("Studi kasus itu tidak ada lagi dalam paket soal. Pilih studi kasus lain.")
    return Study(pack, walk_through(scenario, store.case_steps(profile.id, pack.id)))


def choose(walk: Walk, choice: int, at: Moment) -> tuple[Walk, CaseStep]:
    """The walk after a choice at the present scene, and the step to be kept."""
    step = CaseStep(walk.scenario.id, walk.present, choice, at)
    return walk.then(step), step
