"""From an answer to Latihan ulang, on a real database: what enters, when it is due, what is asked, nothing twice."""

import datetime as dt
from dataclasses import replace
from random import Random

import pytest

from asnquiz.domain.answering import Answer, is_right
from asnquiz.domain.attempt import SURE, UNSURE, AttemptKind, AttemptState
from asnquiz.domain.drawing import freeze
from asnquiz.domain.pack import Blueprint, Item, ItemType, Pack, Phase, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.remembering import AGAIN, GOOD, HARD, retrievability
from asnquiz.usecases.remember import keep_response
from asnquiz.usecases.see_memory import see_memory
from asnquiz.usecases.see_progress import see_progress
from asnquiz.usecases.see_repetition import REVIEW_ITEMS, Repetition, see_repetition
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan, ReviewPlan, Sitting, answer
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk

DAY_MS = 86_400_000
RIGHT, WRONG = (2,), (1,)  # of the single items of the builders


def pack_of(*rules: str, more: tuple[Item, ...] = ()) -> Pack:
    """One single item a rule, called by it."""
    items = tuple(builders.item(id=f"soal-{rule}", rules=(rule,)) for rule in rules) + more
    names = dict.fromkeys(rule for one in items for rule in one.rules)
    return builders.pack(
        items,
        rules=tuple(builders.rule(id=name) for name in names),
        exam=Blueprint(len(items), 30, 75, {Phase.DURING: len(items)}, 9, {}),
    )


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk(pack_of("a", "b", "c"))


def give(
    desk: Desk, sitting: Sitting, item: str, picked: Answer, certainty: str | None, in_use: Pack | None = None
) -> Sitting:
    """Answers as the practice page does."""
    index = sitting.attempt.place_of(item)
    now = desk.clock.now()
    given = answer(sitting, index, picked, flagged=False, at=now, remaining_ms=None, certainty=certainty)
    response = given.attempt.responses[-1]
    keep_response(given.attempt, response, pack=given.pack, in_use=in_use or desk.packs.pack, store=desk.store)
    return given


def ratings(desk: Desk) -> list[tuple[str, int]]:
    return [(one.rule, one.rating) for one in desk.store.recalls(desk.profile, "contoh")]


def repetition(desk: Desk) -> Repetition:
    return see_repetition(desk.profile, desk.packs.pack, desk.store, desk.clock.utc)


def test_what_was_missed_or_unsure_enters_and_what_was_known_does_not(desk: Desk) -> None:
    sitting = desk.start(PracticePlan(None, 3))
    sitting = give(desk, sitting, "soal-a", WRONG, SURE)
    sitting = give(desk, sitting, "soal-b", RIGHT, UNSURE)
    give(desk, sitting, "soal-c", RIGHT, SURE)
    assert ratings(desk) == [("a", AGAIN), ("b", HARD)]
    assert repetition(desk) == Repetition(2, (), dt.date(2026, 11, 22), ())


def test_a_rule_in_repetition_is_graded_by_every_later_answer(desk: Desk) -> None:
    for certainty, picked in ((SURE, WRONG), (UNSURE, RIGHT), (SURE, RIGHT)):
        give(desk, desk.start(PracticePlan(None, 3)), "soal-a", picked, certainty)
        desk.clock.go_on(DAY_MS)
    assert ratings(desk) == [("a", AGAIN), ("a", HARD), ("a", GOOD)]


def test_only_the_first_response_to_a_question_counts(desk: Desk) -> None:
    sitting = give(desk, desk.start(PracticePlan(None, 3)), "soal-a", WRONG, SURE)
    again = give(desk, sitting, "soal-a", RIGHT, SURE)
    resumed = desk.resume(again.attempt.id)
    give(desk, resumed, "soal-a", RIGHT, UNSURE)
    assert ratings(desk) == [("a", AGAIN)]
    desk.finish(resumed)
    assert ratings(desk) == [("a", AGAIN)], "what was explained was taken when it was given"
    assert len(desk.open(resumed.attempt.id).attempt.responses) == 3


def test_an_exam_counts_once_when_it_ends_by_the_answers_that_count(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    for item, picked in (("soal-a", RIGHT), ("soal-b", WRONG), ("soal-a", WRONG), ("soal-b", RIGHT)):
        sitting = desk.answer(sitting, sitting.attempt.place_of(item), picked)
    assert ratings(desk) == []
    desk.finish(sitting)
    desk.finish(sitting)
    assert ratings(desk) == [("a", AGAIN)]
    (kept,) = desk.store.recalls(desk.profile, "contoh")
    summary = desk.store.summaries(desk.profile)[0]
    assert summary.ended is not None
    assert kept.at.utc == summary.ended.utc


def test_an_exam_that_was_left_counts_for_nothing(desk: Desk) -> None:
    sitting = desk.start(ExamPlan())
    sitting = desk.answer(sitting, 0, WRONG)
    desk.abandon(sitting.attempt.id)
    desk.finish(sitting, AttemptState.EXPIRED)
    assert ratings(desk) == []


@pytest.mark.parametrize("kind", [AttemptKind.PRETEST, AttemptKind.POSTTEST])
def test_tests_around_the_lessons_count_when_they_end(desk: Desk, kind: AttemptKind) -> None:
    pack, sha256, compiled = desk.packs.current()
    attempt = builders.attempt(pack, desk.profile, kind, items=freeze(pack.items, Random(1)))
    desk.store.begin(replace(attempt, pack=replace(attempt.pack, sha256=sha256)), compiled)
    sitting = desk.open(attempt.id)
    desk.finish(desk.answer(sitting, attempt.place_of("soal-c"), WRONG))
    assert ratings(desk) == [("c", AGAIN)]


def test_what_the_pack_no_longer_asks_neither_enters_nor_is_asked(desk: Desk) -> None:
    sitting = desk.start(PracticePlan(None, 3))
    sitting = give(desk, sitting, "soal-a", WRONG, SURE)
    contested = builders.rule(id="b", verdict=Verdict.DIPERDEBATKAN)
    newer = replace(pack_of("b", "c"), rules=(contested, builders.rule(id="c")))
    sitting = give(desk, sitting, "soal-b", WRONG, SURE, in_use=newer)
    give(desk, sitting, "soal-c", WRONG, SURE, in_use=pack_of("a", "b"))
    assert ratings(desk) == [("a", AGAIN)]
    desk.clock.go_on(DAY_MS)
    assert repetition(desk).due != ()
    assert see_repetition(desk.profile, newer, desk.store, desk.clock.utc) == Repetition(0, (), None, ())
    assert see_memory(desk.profile, newer, desk.store, desk.clock.now()) == ()


def test_an_answer_of_another_pack_says_nothing_of_this_one(desk: Desk) -> None:
    sitting = desk.start(PracticePlan(None, 3))
    give(desk, sitting, "soal-a", WRONG, SURE, in_use=replace(desk.packs.pack, id="lain"))
    assert ratings(desk) == []


def test_a_question_left_half_open_says_nothing_of_its_rules(open_desk: OpenDesk) -> None:
    matching = builders.item(ItemType.MATCHING, id="jodoh", rules=("a",))
    desk = open_desk(pack_of(more=(matching,)))
    sitting = desk.start(ExamPlan())
    desk.finish(desk.answer(sitting, 0, (0, -1, -1)))
    assert ratings(desk) == []


def test_what_is_due_is_asked_and_then_is_not_due(desk: Desk) -> None:
    sitting = desk.start(PracticePlan(None, 3))
    sitting = give(desk, sitting, "soal-b", WRONG, SURE)
    give(desk, sitting, "soal-a", RIGHT, UNSURE)
    with pytest.raises(Refusal, match=r"Belum ada yang perlu diulang\. Berikutnya: 22 November 2026\."):
        desk.start(ReviewPlan())
    desk.clock.go_on(DAY_MS)
    found = repetition(desk)
    assert [one.id for one in found.due] == ["soal-b", "soal-a"]
    assert found.topics == (("Media sosial", 2),)
    review = desk.start(ReviewPlan())
    assert (review.attempt.kind, review.attempt.title) == (AttemptKind.REVIEW, "Latihan ulang")
    assert [one.item for one in review.attempt.items] == ["soal-b", "soal-a"]
    assert (review.attempt.limit_ms, review.attempt.pass_mark) == (None, None)
    give(desk, give(desk, review, "soal-b", RIGHT, SURE), "soal-a", RIGHT, SURE)
    assert repetition(desk).due == ()
    assert ratings(desk)[2:] == [("b", GOOD), ("a", GOOD)]


def test_nothing_was_ever_missed(desk: Desk) -> None:
    with pytest.raises(Refusal, match=r"Belum ada yang perlu diulang\. Ketentuan yang Anda jawab"):
        desk.start(ReviewPlan())


def test_a_rule_is_asked_by_another_question_than_last_time(open_desk: OpenDesk) -> None:
    twins = tuple(builders.item(id=f"soal-a{place}", rules=("a",)) for place in range(3))
    desk = open_desk(pack_of(more=twins))
    give(desk, desk.start(PracticePlan(None, 3)), "soal-a1", WRONG, SURE)
    asked = []
    for _ in range(3):
        desk.clock.go_on(DAY_MS)
        review = desk.start(ReviewPlan())
        (frozen,) = review.attempt.items
        asked.append(frozen.item)
        give(desk, review, frozen.item, WRONG, SURE)
    assert asked == ["soal-a0", "soal-a2", "soal-a1"]


def test_no_more_than_twenty_are_asked_and_the_rest_stays_due(open_desk: OpenDesk) -> None:
    rules = tuple(f"r{place:02d}" for place in range(25))
    desk = open_desk(pack_of(*rules))
    sitting = desk.start(PracticePlan(None, 25))
    for rule in rules:
        sitting = give(desk, sitting, f"soal-{rule}", WRONG, SURE)
    desk.clock.go_on(DAY_MS)
    review = desk.start(ReviewPlan())
    assert len(review.attempt.items) == REVIEW_ITEMS == 20
    for frozen in review.attempt.items:
        review = give(desk, review, frozen.item, RIGHT, SURE)
    assert len(repetition(desk).due) == 5


def test_what_others_repeat_does_not_show(desk: Desk) -> None:
    other = desk.add_profile(builders.profile().id)
    give(desk, desk.start(PracticePlan(None, 3), profile=other), "soal-a", WRONG, SURE)
    desk.clock.go_on(DAY_MS)
    assert repetition(desk) == Repetition(0, (), None, ())
    assert desk.store.last_asked(desk.profile, "contoh") == {}
    assert set(desk.store.last_asked(other, "contoh")) == {"soal-a"}
    assert desk.store.last_asked(other, "lain") == {}


def test_the_first_screen_knows_what_is_due(desk: Desk) -> None:
    give(desk, desk.start(PracticePlan(None, 3)), "soal-a", WRONG, SURE)
    (profile,) = desk.store.profiles()
    now = desk.clock.utc
    assert see_progress(profile, desk.packs.pack, desk.store, now).repetition.due == ()
    tomorrow = see_progress(profile, desk.packs.pack, desk.store, now + dt.timedelta(days=1)).repetition
    assert [one.id for one in tomorrow.due] == ["soal-a"]


def test_the_memory_of_a_rule_is_told_with_its_whole_way(desk: Desk) -> None:
    give(desk, desk.start(PracticePlan(None, 3)), "soal-b", RIGHT, UNSURE)
    desk.clock.go_on(DAY_MS)
    give(desk, desk.start(PracticePlan(None, 3)), "soal-a", WRONG, SURE)
    give(desk, desk.start(PracticePlan(None, 3)), "soal-b", RIGHT, SURE)
    found = {one.rule.id: one for one in see_memory(desk.profile, desk.packs.pack, desk.store, desk.clock.now())}
    a, b = found["a"], found["b"]
    assert (a.rule.id, a.repeated, a.estimate, a.is_due, a.due) == ("a", 0, None, False, dt.date(2026, 11, 23))
    assert (b.rule.id, b.repeated, b.estimate, b.is_due) == ("b", 1, None, False)
    assert [stretch[0] for stretch in b.curve.stretches] == [(0, 1), (1, 1)]
    assert b.curve.stretches[0][-1][0] == b.curve.today == 1
    assert b.curve.stretches[1][-1][0] == b.curve.due == (b.due - dt.date(2026, 11, 21)).days
    desk.clock.go_on(3 * DAY_MS)
    later = see_memory(desk.profile, desk.packs.pack, desk.store, desk.clock.now())
    assert [one.rule.id for one in later] == ["a", "b"], "what is due first comes first"
    assert (later[0].is_due, later[0].estimate) == (True, retrievability(a.last, dt.date(2026, 11, 25)))
    assert later[0].curve.stretches[-1][-1][0] == later[0].curve.today == 3


def test_an_answer_that_could_not_be_kept_teaches_nothing(desk: Desk) -> None:
    sitting = desk.start(PracticePlan(None, 3))
    desk.abandon(sitting.attempt.id)
    with pytest.raises(Refusal):
        give(desk, sitting, "soal-a", WRONG, SURE)
    assert ratings(desk) == []


def test_the_answers_of_the_builders_are_what_these_tests_say() -> None:
    item = builders.item()
    assert (is_right(item, RIGHT), is_right(item, WRONG)) == (True, False)
