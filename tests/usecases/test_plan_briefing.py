"""Ready plans of the shipped pack and of small ones, a trainer's own plans, and what keeps a plan from being led."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.content.checker import open_pack
from asnquiz.domain.briefing import Plan, Step, StepKind, Way
from asnquiz.domain.pack import Blueprint, Confidence, Item, ItemType, Pack, Phase, Picture, Position, Verdict
from asnquiz.domain.plan_check import MOST_STEPS, plan_faults, plan_hints
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.database import open_briefings
from asnquiz.usecases.briefing_ports import BriefingStore
from asnquiz.usecases.plan_briefing import keep_plan, own_plan, ready_plans
from tests import briefings, builders, photos
from tests.briefings import ASKED

PACK = Path(__file__).parents[2] / "questions" / "netralitas-pilkada"
READY = ("siap-20", "siap-45", "siap-90")
OWN = UUID("3b0f3c9a-1b5f-4e7c-8b9a-0c1d2e3f4a5b")
SINGLE, MULTIPLE, VERDICT = ASKED


@pytest.fixture(scope="module")
def shipped() -> Pack:
    found = open_pack(PACK).pack
    assert found is not None
    return found


def refs(plan: Plan, *kinds: StepKind) -> list[str]:
    return [ref for step in plan.steps if step.kind in kinds for ref in step.refs]


def items(plan: Plan, pack: Pack, kind: StepKind) -> list[Item]:
    return [pack.item_by_id[ref] for ref in refs(plan, kind)]


@pytest.mark.parametrize("way", Way)
def test_ready_plans_take_their_minutes_exactly_and_can_be_led(shipped: Pack, way: Way) -> None:
    plans = ready_plans(shipped, way)
    assert [(plan.id, plan.minutes) for plan in plans] == list(zip(READY, (20, 45, 90), strict=True))
    assert [list(plan_faults(plan, shipped, way)) for plan in plans] == [[], [], []]
    assert plans == ready_plans(shipped, way)
    for plan in plans:
        assert [step.kind for step in plan.steps[-2:]] == [StepKind.PLEDGE, StepKind.CLOSE]
        assert any(step.kind is StepKind.DEBATE for step in plan.steps)
        assert any(step.twice for step in plan.steps) == (way is not Way.PAPER)


@pytest.mark.parametrize("way", Way)
def test_votes_keep_the_shares_of_the_phases_and_ask_each_rule_once(shipped: Pack, way: Way) -> None:
    """The exam has 10, 13 and 7 of 30; of 4 votes that is 1.33, 1.73 and 0.93, of 8 it is 2.67, 3.47 and 1.87, of 10 it
    is 3.33, 4.33 and 2.33, the earlier phase first, and of 18 it is 6, 7.8 and 4.2.
    """
    shares = {4: (1, 2, 1), 8: (3, 3, 2), 10: (4, 4, 2), 18: (6, 8, 4)}
    counts = (4, 10, 18) if way.counted else (4, 4, 8)
    for plan, count in zip(ready_plans(shipped, way), counts, strict=True):
        votes = items(plan, shipped, StepKind.QUESTION)
        phases = Counter(item.phase for item in votes)
        assert tuple(phases[phase] for phase in Phase) == shares[count]
        assert [item.phase for item in votes] == sorted((item.phase for item in votes), key=tuple(Phase).index)
        rules = Counter(rule for item in votes for rule in item.rules)
        assert max(rules.values()) == 1
        assert {item.type for item in votes} <= {ItemType.SINGLE, ItemType.VERDICT}
        assert sum(item.difficulty == 2 for item in votes) > 0.9 * len(votes)


def test_both_tests_ask_about_the_same_rules_by_different_items_equally_difficult(shipped: Pack) -> None:
    for plan, count in zip(ready_plans(shipped, Way.PHONES)[1:], (6, 10), strict=True):
        first, second = items(plan, shipped, StepKind.PRETEST), items(plan, shipped, StepKind.POSTTEST)
        asked = [{(item.rules, item.phase, item.difficulty) for item in test} for test in (first, second)]
        assert asked[0] == asked[1]
        assert len(asked[0]) == len(first) == len(second) == count
        assert not {item.id for item in first} & {item.id for item in second}
        rules = {rule for item in first for rule in item.rules}
        assert rules == set(refs(plan, StepKind.RULES))
        assert rules.isdisjoint(rule for item in items(plan, shipped, StepKind.QUESTION) for rule in item.rules)


def test_lessons_stand_before_the_votes_of_their_phase(shipped: Pack) -> None:
    plan = ready_plans(shipped, Way.TABLES)[2]
    told: list[Phase | None] = []
    for step in plan.steps:
        if step.kind is StepKind.LESSON:
            told.append(shipped.lesson_by_id[step.refs[0]].phase)
        if step.kind is StepKind.QUESTION:
            assert told[-1] is shipped.item_by_id[step.refs[0]].phase
    assert told == [None, *Phase]


def test_a_small_pack_gives_what_it_has() -> None:
    plans = ready_plans(builders.pack(), Way.PHONES)
    assert [(plan.id, plan.minutes) for plan in plans] == list(zip(READY, (20, 45, 90), strict=True))
    for plan in plans:
        assert list(plan_faults(plan, builders.pack(), Way.PHONES)) == []
        assert refs(plan, StepKind.QUESTION) == [SINGLE]
        assert not refs(plan, StepKind.PRETEST, StepKind.POSTTEST)


def test_a_pack_with_nothing_to_show_has_no_ready_plan() -> None:
    ordering = builders.item(ItemType.ORDERING)
    assert ready_plans(builders.pack((ordering,), rules=(), lessons=()), Way.PHONES) == ()


def contested_pack() -> Pack:
    contested = builders.rule(
        id="aturan-2",
        act="Hadir tanpa atribut",
        verdict=Verdict.DIPERDEBATKAN,
        positions=(Position("KASN", "2023", "Boleh."), Position("Bawaslu", "2024", "Tidak boleh.")),
    )
    unsure = builders.rule(id="aturan-3", confidence=Confidence.C)
    made = builders.pack(rules=(builders.rule(), contested, unsure))
    return replace(
        made,
        items=(
            *made.items,
            builders.item(id="soal-debat", rules=("aturan-2",), scored=False),
            builders.item(id="soal-ragu", rules=("aturan-3",)),
        ),
    )


def led(*steps: Step, name: str = "Apel pagi") -> Plan:
    return briefings.plan(name=name, steps=(Step(StepKind.JOIN, 2), *steps, Step(StepKind.CLOSE, 1)))


def question(ref: str) -> Step:
    return Step(StepKind.QUESTION, 2, (ref,))


@pytest.mark.parametrize(
    ("plan", "way", "fault"),
    [
        (led(), Way.PHONES, "Rencana ini masih kosong."),
        (briefings.plan(steps=()), Way.PHONES, "Rencana ini masih kosong."),
        (briefings.plan(steps=(question(SINGLE),)), Way.PHONES, "Rencana harus dimulai dengan bagian “Peserta masuk”."),
        (briefings.plan(steps=(question(SINGLE),)), Way.PHONES, "Rencana harus diakhiri dengan bagian “Penutup”."),
        (led(question(SINGLE), name=" "), Way.PHONES, "Nama rencana masih kosong."),
        (led(*[Step(StepKind.PLEDGE, 1)] * 2), Way.PHONES, "Bagian “Ikrar” hanya boleh ada satu."),
        (led(*[Step(StepKind.RULES, 1, ("aturan-1",))] * 99), Way.PHONES, f"Rencana paling banyak memuat {MOST_STEPS}"),
        (led(question("hilang")), Way.PHONES, "Bagian 2 (Soal): soal “hilang” tidak ada di paket soal “Paket contoh”"),
        (led(Step(StepKind.LESSON, 2, ("hilang",))), Way.PHONES, "Bagian 2 (Materi): materi “hilang” tidak ada"),
        (led(Step(StepKind.RULES, 2, ("hilang",))), Way.PHONES, "Bagian 2 (Ketentuan): ketentuan “hilang” tidak ada"),
        (
            led(Step(StepKind.RULES, 2, ("aturan-2",))),
            Way.PHONES,
            "Bagian 2 (Ketentuan): tentang “Hadir tanpa atribut”",
        ),
        (led(Step(StepKind.DEBATE, 2, ("aturan-1",))), Way.PHONES, "Bagian 2 (Masih berbeda pendapat): tentang"),
        (led(question("soal-debat")), Way.PHONES, "Bagian 2 (Soal): soal “soal-debat” membahas hal yang belum pasti"),
        (led(question("soal-ragu")), Way.PHONES, "Bagian 2 (Soal): soal “soal-ragu” membahas hal yang belum pasti"),
        (led(Step(StepKind.PRETEST, 2, ("soal-ragu",))), Way.PAPER, "Bagian 2 (Tes awal): soal “soal-ragu”"),
        (led(question("soal-ordering")), Way.PHONES, "Bagian 2 (Soal): soal “soal-ordering” (mengurutkan) tidak"),
        (led(question("soal-matching")), Way.PAPER, "Bagian 2 (Soal): soal “soal-matching” (menjodohkan) tidak"),
        (led(question(MULTIPLE)), Way.CARDS, "tidak dapat dijawab dengan kartu huruf"),
        (led(question(MULTIPLE)), Way.HANDS, "tidak dapat dijawab dengan angkat tangan"),
        (led(Step(StepKind.PRETEST, 2, (SINGLE,))), Way.HANDS, "tes tidak dapat dijawab dengan angkat tangan"),
        (led(Step(StepKind.POSTTEST, 2, (SINGLE,))), Way.CARDS, "tes tidak dapat dijawab dengan kartu huruf"),
        (led(question(SINGLE), Step(StepKind.POSTTEST, 2, (SINGLE,))), Way.PHONES, f"Soal “{SINGLE}” ditanyakan di 2"),
        (
            led(Step(StepKind.POSTTEST, 2, (SINGLE,)), Step(StepKind.PRETEST, 2, (VERDICT,))),
            Way.PHONES,
            "Tes akhir berada sebelum tes awal.",
        ),
        (led(Step(StepKind.QUESTION, 2)), Way.PHONES, "Bagian 2 (Soal): isinya belum dipilih."),
        (led(Step(StepKind.QUESTION, 2, (SINGLE, VERDICT))), Way.PHONES, "isinya paling banyak 1"),
        (led(Step(StepKind.PLEDGE, 2, (SINGLE,))), Way.PHONES, "Bagian 2 (Ikrar): isinya paling banyak 0"),
        (led(Step(StepKind.RULES, 2, ("aturan-1",) * 2)), Way.PHONES, "ada isi yang dipilih dua kali"),
        (led(Step(StepKind.PLEDGE, 0)), Way.PHONES, "Bagian 2 (Ikrar): lamanya harus 1 sampai"),
        (led(Step(StepKind.PLEDGE, 241)), Way.PHONES, "Bagian 2 (Ikrar): lamanya harus 1 sampai"),
    ],
)
def test_what_keeps_a_plan_from_being_led_is_named(plan: Plan, way: Way, fault: str) -> None:
    assert any(fault in found for found in plan_faults(plan, contested_pack(), way)), list(
        plan_faults(plan, contested_pack(), way)
    )


@pytest.mark.parametrize("way", Way)
def test_a_question_with_a_picture_is_asked_wherever_everybody_sees_it(way: Way) -> None:
    """On the wall and on paper, but not on phones; no ready plan holds one, since people may change the way."""
    made = builders.pack()
    shown = replace(made.item_by_id[SINGLE], picture=Picture("kab-contoh-poster", "Poster"))
    pack = builders.pack((shown, *made.items[1:]), images=(photos.image(),))
    faults = list(plan_faults(led(question(SINGLE)), pack, way))
    assert any("soal “soal-single” memuat gambar" in fault for fault in faults) is way.networked
    assert all(SINGLE not in refs(plan, *StepKind) for plan in ready_plans(pack, way))


def test_a_sound_plan_has_no_fault_and_one_test_alone_is_told() -> None:
    steps = (Step(StepKind.DEBATE, 2, ("aturan-2",)), question(MULTIPLE), Step(StepKind.POSTTEST, 2, (SINGLE, VERDICT)))
    assert list(plan_faults(led(*steps), contested_pack(), Way.PHONES)) == []
    assert [hint[:20] for hint in plan_hints(led(*steps))] == ["Tes akhir tanpa tes "]
    assert [hint[:20] for hint in plan_hints(led(Step(StepKind.PRETEST, 2, (SINGLE,))))] == ["Tes awal tanpa tes a"]
    assert list(plan_hints(led(question(SINGLE)))) == []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BriefingStore]:
    opened = open_briefings(tmp_path / "sosialisasi.db")
    yield opened
    opened.close()


def test_a_ready_plan_is_copied_kept_and_renamed(store: BriefingStore) -> None:
    ready = ready_plans(builders.pack(), Way.PHONES)[0]
    kept = keep_plan(own_plan(ready, "  Apel   Senin ", OWN), store=store)
    assert kept == Plan(str(OWN), "Apel Senin", ready.steps)
    keep_plan(own_plan(kept, "Apel Selasa", OWN), store=store)
    assert [plan.name for plan in store.plans()] == ["Apel Selasa"]


@pytest.mark.parametrize("name", ["", " \u200b ", "x" * 151])
def test_a_plan_without_a_name_that_can_be_shown_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="Nama rencana"):
        own_plan(briefings.plan(), name, OWN)


def test_names_of_plans_are_not_taken_twice(store: BriefingStore) -> None:
    keep_plan(briefings.plan(name="Apel pagi"), store=store)
    for name in ("apel PAGI", "ringkas, 20 menit"):
        with pytest.raises(Refusal, match="Sudah ada rencana bernama"):
            keep_plan(briefings.plan(name=name), store=store)
    assert len(store.plans()) == 1


def test_a_plan_of_too_many_steps_is_not_kept(store: BriefingStore) -> None:
    with pytest.raises(Refusal, match="paling banyak memuat 100 bagian"):
        keep_plan(led(*[question(SINGLE)] * 99), store=store)


def test_an_exam_of_one_phase_gives_votes_of_that_phase() -> None:
    made = tuple(
        builders.item(ItemType.VERDICT, id=f"soal-{n}", phase=phase, rules=(f"aturan-{n}",))
        for n, phase in enumerate([*Phase] * 10)
    )
    rules = tuple(builders.rule(id=f"aturan-{n}") for n in range(30))
    exam = Blueprint(10, 5, 75, {Phase.BEFORE: 0, Phase.DURING: 10, Phase.AFTER: 0}, 1, {})
    pack = builders.pack(made, rules=rules, exam=exam)
    for plan in ready_plans(pack, Way.CARDS):
        assert {pack.item_by_id[ref].phase for ref in refs(plan, StepKind.QUESTION)} == {Phase.DURING}
