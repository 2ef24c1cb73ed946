"""A walk is what its choices come to: connected, summed, undone exactly, and deaf to what the case no longer has."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.case_study import Measures, Walk, bounds_of, endings_of, walk_through, ways_of
from asnquiz.domain.learned import CaseStep
from asnquiz.domain.pack import Choice, Ending, EndingKind, Scenario, Scene
from tests import builders
from tests.builders import case_step, choice

CASE = builders.scenario()
ENDING = Ending(EndingKind.BAIK, "Selesai", "Demikian.")


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any case study, with ways that lead back and to themselves among them; every scene may be unreachable."""
    count = draw(st.integers(1, 7))
    names = [f"adegan-{number}" for number in range(count)]
    effects = st.integers(-3, 3)
    ways = st.builds(choice, st.sampled_from([*names, "akhir"]), effects, effects)
    scenes = {name: Scene(name, tuple(draw(st.lists(ways, min_size=1, max_size=4)))) for name in names}
    return builders.scenario(start=names[0], scenes=scenes | {"akhir": Scene("Akhir.", ending=ENDING)})


# What somebody does at a case study: a number that picks a way out, or how many steps to go back.
doings = st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=30)


def played(scenario: Scenario, done: list[tuple[bool, int]]) -> tuple[Walk, list[CaseStep]]:
    """The walk of somebody who does all this, and the steps that are kept of it."""
    walk, kept = Walk(scenario), list[CaseStep]()
    for forward, number in done:
        choices = scenario.scenes[walk.present].choices
        if forward and choices:
            step = case_step(walk.present, number % len(choices), len(kept) + 1)
            kept.append(step)
            walk = walk.then(step)
        elif not forward:
            walk = walk.back_to(number % (len(walk.path) + 1))
    return walk, kept


def choices_of(walk: Walk) -> list[Choice]:
    return [walk.scenario.scenes[step.scene].choices[step.choice] for step in walk.path]


def test_a_walk_by_hand() -> None:
    walk = walk_through(CASE, [case_step("pagi", 0), case_step("kantor", 1), case_step("aula", 1)])
    assert walk.present == "dibina"
    assert walk.ending is CASE.scenes["dibina"].ending
    assert walk.course == (Measures(0, 0), Measures(2, 0), Measures(0, 1), Measures(1, 0))
    assert walk.endings_reached == ("dibina",)
    assert endings_of(CASE) == ("tenang", "dibina", "terlapor")


def test_another_way_from_an_earlier_scene_cuts_the_path_there_and_forgets_nothing() -> None:
    first = [case_step("pagi", 0), case_step("kantor", 1), case_step("aula", 0)]
    walk = walk_through(CASE, [*first, case_step("kantor", 0)])
    assert [step.scene for step in walk.path] == ["pagi", "kantor"]
    assert walk.measures == Measures(3, 0)
    assert walk.endings_reached == ("tenang", "terlapor")
    assert walk.tried == {("pagi", 0), ("kantor", 1), ("aula", 0), ("kantor", 0)}


def test_starting_over_is_a_step_at_the_first_scene() -> None:
    walk = walk_through(CASE, [case_step("pagi", 0), case_step("kantor", 0), case_step("pagi", 1)])
    assert walk.path == (case_step("pagi", 1),)
    assert walk.measures == Measures(-1, 2)


def test_a_choice_that_leads_back_cuts_the_path_as_going_back_does() -> None:
    scenes = dict(CASE.scenes) | {"aula": Scene("Anda difoto.", (choice("pagi", 5, 5), choice("aula", 1)))}
    case = replace(CASE, scenes=scenes)
    there = [case_step("pagi", 0), case_step("kantor", 1)]
    again = walk_through(case, [*there, case_step("aula", 0)])
    assert (again.present, again.path, again.measures) == ("pagi", (), Measures())
    same = walk_through(case, [*there, case_step("aula", 1)])
    assert (same.present, same.measures) == ("aula", Measures(0, 1))
    assert ("aula", 1) in same.tried


def test_what_an_update_took_away_is_left_out() -> None:
    steps = [case_step("pagi", 0), case_step("kantor", 1), case_step("aula", 0)]
    without = {name: scene for name, scene in CASE.scenes.items() if name != "kantor"}
    without["pagi"] = Scene("Baru.", (choice("aula", 1),))
    walk = walk_through(replace(CASE, scenes=without), [*steps, case_step("pagi", 7), case_step("aula", -1)])
    assert [step.scene for step in walk.path] == ["pagi", "aula"]
    assert walk.present == "terlapor"
    assert walk_through(CASE, [case_step("pagi", 0, of="kasus-lain")]) == Walk(CASE)


def test_a_step_from_a_scene_that_the_path_no_longer_comes_to_leads_nowhere() -> None:
    walk = walk_through(CASE, [case_step("aula", 0)])
    assert (walk.present, walk.path) == ("pagi", ())
    assert walk.endings_reached == ("terlapor",)


def test_the_bounds_of_a_case_by_hand() -> None:
    # Trust: highest pagi-kantor-tenang 2+1, lowest pagi-aula-terlapor -1-1. Risk: highest 2+3, lowest 0 at the start.
    assert bounds_of(CASE) == (Measures(-2, 0), Measures(3, 5))


@given(scenarios(), doings)
def test_the_path_is_connected_and_no_scene_comes_twice(scenario: Scenario, done: list[tuple[bool, int]]) -> None:
    walk, _ = played(scenario, done)
    names = [*(step.scene for step in walk.path), walk.present]
    assert names[0] == scenario.start
    assert names[1:] == [one.to for one in choices_of(walk)]
    assert len(set(names)) == len(names)


@given(scenarios(), doings)
def test_the_measures_are_the_sum_of_the_path_and_within_the_bounds(
    scenario: Scenario, done: list[tuple[bool, int]]
) -> None:
    walk, _ = played(scenario, done)
    chosen = choices_of(walk)
    assert walk.measures == Measures(sum(one.trust for one in chosen), sum(one.risk for one in chosen))
    low, high = bounds_of(scenario)
    for at in walk.course:
        assert low.trust <= at.trust <= high.trust
        assert low.risk <= at.risk <= high.risk


@given(scenarios(), doings, st.integers(0, 9))
def test_going_back_undoes_a_choice_exactly(scenario: Scenario, done: list[tuple[bool, int]], number: int) -> None:
    before, _ = played(scenario, done)
    choices = scenario.scenes[before.present].choices
    if choices:
        after = before.then(case_step(before.present, number % len(choices)))
        undone = after.back_to(len(before.path)) if len(after.path) > len(before.path) else before
        assert (undone.path, undone.present, undone.course) == (before.path, before.present, before.course)
        assert after.tried == before.tried | {(before.present, number % len(choices))}


@given(scenarios(), doings, st.integers(0, 9))
def test_what_is_kept_comes_to_the_same_walk_once_a_way_is_taken(
    scenario: Scenario, done: list[tuple[bool, int]], number: int
) -> None:
    walk, kept = played(scenario, done)
    if choices := scenario.scenes[walk.present].choices:
        step = case_step(walk.present, number % len(choices), len(kept) + 1)
        assert walk_through(scenario, [*kept, step]) == walk.then(step)


@given(scenarios(), doings, st.lists(st.tuples(st.text(max_size=3), st.integers(-2, 9))), st.integers(0, 30))
def test_steps_that_the_case_no_longer_has_change_nothing(
    scenario: Scenario, done: list[tuple[bool, int]], strange: list[tuple[str, int]], at: int
) -> None:
    _, kept = played(scenario, done)
    noise = [case_step(scene, position) for scene, position in strange]
    assert walk_through(scenario, [*kept[:at], *noise, *kept[at:]]) == walk_through(scenario, kept)


def test_every_way_of_the_case_is_named_with_where_it_leads() -> None:
    assert dict(ways_of(CASE)) == {
        ("pagi", 0): "kantor",
        ("pagi", 1): "aula",
        ("kantor", 0): "tenang",
        ("kantor", 1): "aula",
        ("aula", 0): "terlapor",
        ("aula", 1): "dibina",
    }
