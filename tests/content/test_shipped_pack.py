"""The pack that ships with the program: no fault, as much of everything as was promised, and no strategy that pays."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from math import comb
from pathlib import Path
from random import Random

import pytest

from asnquiz.content.checker import check_pack, open_pack
from asnquiz.content.markdown import prose
from asnquiz.domain.drawing import draw_exam, draw_posttest, draw_pretest, half_of
from asnquiz.domain.pack import Blueprint, Confidence, EndingKind, Item, ItemType, Pack, Phase
from asnquiz.domain.pack_statistics import Statistics, statistics
from asnquiz.domain.prose import Bullets, Heading, Quote, RuleTable

ROOT = Path(__file__).parents[2]
PACK = ROOT / "questions" / "netralitas-pilkada"
READINGS = ROOT / "docs" / "telaah.csv"

LESSONS = 26
ITEMS = 260
ITEMS_OF_PHASE = {Phase.BEFORE: 90, Phase.DURING: 110, Phase.AFTER: 45}
ITEMS_OF_JOB = 10
EXAMS = 5
# At least one in so many keys is an act that is allowed.
ALLOWING_ONE_IN = {Phase.BEFORE: 4, Phase.DURING: 4, Phase.AFTER: 8}

# The fact sheet: its matrix, and the annex of the joint decree on ethics and on discipline.
FACTS = (
    *(f"3#{row}" for row in range(1, 96)),
    *(f"1.7 KE-{point}" for point in range(1, 8)),
    *(f"1.7 D-{point}" for point in range(1, 14)),
)


def at_most(successes: int, trials: int) -> float:
    """The chance of no more than so many keys at one of four places, when chance alone places them."""
    ways: int = sum(comb(trials, hits) * 3 ** (trials - hits) for hits in range(successes + 1))
    of: int = 4**trials
    return ways / of


@pytest.fixture(scope="module")
def pack() -> Pack:
    found = open_pack(PACK).pack
    assert found is not None
    return found


@pytest.fixture(scope="module")
def spread(pack: Pack) -> Statistics:
    return statistics(pack.rules, pack.items)


def test_chance_is_computed_exactly() -> None:
    assert at_most(0, 1) == 0.75
    assert at_most(1, 2) == 0.9375
    assert at_most(2, 2) == 1


def test_the_pack_has_no_fault() -> None:
    assert check_pack(PACK).faults == ()


def test_every_scored_item_was_read_blind() -> None:
    assert [fault.message for fault in check_pack(PACK, READINGS).faults] == []


def test_there_are_as_many_lessons_as_promised(pack: Pack) -> None:
    assert len(pack.lessons) >= LESSONS


def test_there_are_as_many_scored_items_as_promised(pack: Pack) -> None:
    assert len(pack.scored_items) >= ITEMS


@pytest.mark.parametrize("phase", Phase)
def test_each_phase_has_as_many_scored_items_as_promised(spread: Statistics, phase: Phase) -> None:
    assert spread.scored[phase] >= ITEMS_OF_PHASE[phase]


@pytest.mark.parametrize("phase", Phase)
def test_every_topic_is_asked_in_each_phase(pack: Pack, phase: Phase) -> None:
    """But those that no rule which can be scored speaks of in that phase."""
    asked = {item.topic for item in pack.scored_items if item.phase is phase}
    silent = {"keluarga", "pencalonan"} if phase is Phase.AFTER else set()
    assert sorted(pack.topics.keys() - asked) == sorted(silent)


def test_every_job_of_the_civil_service_finds_itself_in_enough_items(pack: Pack, spread: Statistics) -> None:
    """Kepala and perangkat desa are no civil servants: a lesson and a few items tell of them."""
    few = {job: spread.jobs.get(job, 0) for job in pack.jobs if spread.jobs.get(job, 0) < ITEMS_OF_JOB}
    assert few.keys() == {"desa"}


def test_about_six_in_ten_items_have_one_right_option_and_every_other_kind_is_there(spread: Statistics) -> None:
    scored = sum(spread.scored.values())
    assert 0.55 * scored <= spread.types[ItemType.SINGLE] <= 0.65 * scored
    assert all(spread.types.values())


@pytest.mark.parametrize("phase", Phase)
def test_forbidding_everything_is_no_strategy(spread: Statistics, phase: Phase) -> None:
    assert spread.allowing[phase] * ALLOWING_ONE_IN[phase] >= spread.scored[phase]


def test_picking_the_longest_option_is_no_strategy(spread: Statistics) -> None:
    """Keys are the longest no more often than chance makes them in 95 of 100 packs, nor so rarely that it helps."""
    assert at_most(spread.key_longest - 1, spread.single) < 0.95
    assert at_most(spread.key_longest, spread.single) > 0.005


def test_picking_the_shortest_option_is_no_strategy(spread: Statistics) -> None:
    assert at_most(spread.key_shortest - 1, spread.single) < 0.95
    assert at_most(spread.key_shortest, spread.single) > 0.005


@pytest.mark.parametrize("position", "ABCD")
def test_keys_stand_in_every_place_as_chance_would_have_it(spread: Statistics, position: str) -> None:
    """As often as in 99 of 100 packs."""
    keys = spread.key_positions[position]
    assert at_most(keys, spread.single) > 0.005
    assert at_most(keys - 1, spread.single) < 0.995


def test_the_exam_is_as_promised(pack: Pack) -> None:
    shares = {Phase.BEFORE: 10, Phase.DURING: 13, Phase.AFTER: 7}
    assert pack.exam == Blueprint(30, 45, 75, shares, max_per_rule=1, topics={})


def ids(items: Sequence[Item] | None) -> set[str]:
    assert items is not None
    return {item.id for item in items}


@pytest.mark.parametrize("seed", range(3))
def test_several_exams_can_be_taken_before_anything_is_asked_again(pack: Pack, seed: int) -> None:
    random, left, exams = Random(seed), pack.scored_items, 0
    while exams < EXAMS and (drawn := draw_exam(left, pack.exam, random)):
        left, exams = tuple(item for item in left if item not in drawn), exams + 1
    assert exams == EXAMS, f"left are {Counter(item.phase.value for item in left)}"


def test_tes_awal_and_tes_akhir_share_nothing_whatever_was_asked_before(pack: Pack) -> None:
    half = half_of(pack.exam)
    for seed in range(60):
        random = Random(seed)
        # From nothing to everything.
        history = random.sample(pack.scored_items, len(pack.scored_items) * seed // 59)
        first = draw_pretest(pack.scored_items, half, random, ids(history))
        second = draw_posttest(pack.scored_items, half, random, first or (), ids(history) | ids(first))
        assert not ids(first) & ids(second), seed
        assert len(ids(first)) == len(ids(second)) == half.items, seed


def test_every_row_of_the_fact_sheet_stands_in_a_rule(pack: Pack) -> None:
    told = {fact for rule in pack.rules for fact in rule.facts}
    assert [fact for fact in FACTS if fact not in told] == []


def test_the_page_for_a_lawyer_names_only_what_is_there(pack: Pack) -> None:
    named = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", (ROOT / "docs" / "telaah-hukum.md").read_text("utf-8")))
    kinds = (pack.rules, pack.items, pack.lessons, pack.scenarios)
    there = {one.id for kind in kinds for one in kind} | {pack.id, "non-asn"}
    assert named - there == set()
    assert len(named) > 100


def test_readme_and_changelog_count_what_ships(pack: Pack, spread: Statistics) -> None:
    readme, changelog = ((ROOT / name).read_text("utf-8") for name in ("README.md", "CHANGELOG.md"))
    scored = len(pack.scored_items)
    assert f"{len(pack.lessons)} materi singkat dan {scored} soal" in readme
    counted = " ".join(changelog.split())
    assert f"{len(pack.laws)} legal instruments, {len(pack.terms)} terms, {len(pack.rules)} rules" in counted
    assert f"{len(pack.lessons)} lessons, {scored} scored items" in counted
    assert "({} before, {} during, {} after)".format(*spread.scored.values()) in counted
    assert f"{len(pack.items) - scored} discussion items" in counted
    assert f"{len(pack.scenarios)} case studies" in counted


def test_each_lesson_has_table_example_advice_and_checks_and_takes_a_few_minutes(pack: Pack) -> None:
    for lesson in pack.lessons:
        kinds = Counter(type(block) for block in prose(lesson.body))
        assert kinds[RuleTable] == 1, lesson.id
        assert kinds[Quote] >= 1, lesson.id
        assert kinds[Bullets] >= 1, lesson.id
        assert kinds[Heading] >= 5, lesson.id
        assert 2 <= len(lesson.checks) <= 4, lesson.id
        assert 3 <= lesson.minutes <= 6, lesson.id
        assert 90 <= len(lesson.body.split()) / lesson.minutes <= 150, lesson.id
        assert "sebaiknya" in lesson.body.lower(), lesson.id
        assert "keliru" in lesson.body.lower(), lesson.id


def test_each_phase_has_a_case_study_and_each_tells_a_story_of_its_own(pack: Pack) -> None:
    assert {study.phase for study in pack.scenarios} == set(Phase)
    assert len({study.title for study in pack.scenarios}) == len(pack.scenarios)
    assert all(study.jobs for study in pack.scenarios)


def test_each_case_study_tells_enough_and_ends_well_badly_and_in_between(pack: Pack) -> None:
    for study in pack.scenarios:
        assert 6 <= len(study.scenes) <= 14, study.id
        assert {scene.ending.kind for scene in study.scenes.values() if scene.ending} == set(EndingKind), study.id
        for name, scene in study.scenes.items():
            assert 40 <= len(scene.text.split()) <= 110, name
            assert scene.ending or 2 <= len(scene.choices) <= 4, name
            assert not scene.ending or 40 <= len(scene.ending.debrief.split()) <= 140, name


@pytest.mark.parametrize("picture", ["garis-masa", "titik-balik", "tangga-sanksi", "jalur-laporan", "siapa-siapa"])
def test_each_picture_stands_in_a_lesson(pack: Pack, picture: str) -> None:
    assert picture in pack.pictures
    assert any(f"](gambar/{picture}.svg)" in lesson.body for lesson in pack.lessons)


def test_each_job_has_a_path_of_its_own_from_the_first_lesson_on(pack: Pack) -> None:
    paths = [pack.path(job) for job in pack.jobs]
    assert all(path[0].id == "mengapa-netral" for path in paths)
    assert all(8 <= len(path) < len(pack.lessons) for path in paths)


def test_the_example_of_a_calendar_has_the_days_of_the_fact_sheet(pack: Pack) -> None:
    """Section 1.9, for 2024."""
    calendar = pack.calendar
    assert calendar is not None
    assert (calendar.candidates_fixed, calendar.voting) == (dt.date(2024, 9, 22), dt.date(2024, 11, 27))
    assert [(stage.id, stage.first, stage.last) for stage in calendar.stages] == [
        ("pendaftaran", dt.date(2024, 8, 27), dt.date(2024, 8, 29)),
        ("kampanye", dt.date(2024, 9, 25), dt.date(2024, 11, 23)),
        ("masa-tenang", dt.date(2024, 11, 24), dt.date(2024, 11, 26)),
        ("rekapitulasi", dt.date(2024, 11, 27), dt.date(2024, 12, 16)),
    ]
    assert calendar.confidence is Confidence.B
