"""The results of a briefing, against what is counted by hand."""

from dataclasses import replace
from fractions import Fraction
from itertools import count

import pytest

from asnquiz.domain.attempt import FrozenItem, Score
from asnquiz.domain.briefing import Briefing, Step, StepKind, Way
from asnquiz.domain.briefing_course import (
    AGAIN,
    FIRST,
    Answered,
    Closed,
    Counted,
    Course,
    Ended,
    Happening,
    Joined,
    Opened,
    Pledged,
    Removed,
    Submitted,
    after,
    course_of,
)
from asnquiz.domain.briefing_tally import Tally, Turn
from asnquiz.domain.gain import Band
from asnquiz.domain.pack import Pack
from asnquiz.usecases.briefing_words import attendance_counts, change_words, question_name
from asnquiz.usecases.lead_briefing import Admit, TypeIn, by_trainer
from asnquiz.usecases.see_briefing import Attendance, BriefingResults, PersonResult, Taken, see_briefing
from tests import briefings, builders

SINGLE, MULTIPLE, VERDICT = briefings.ASKED
PRETEST, TWICE, VOTE, POSTTEST = 1, 4, 5, 7  # steps of the sample plan
PRE, VOTES, POST = StepKind.PRETEST, StepKind.QUESTION, StepKind.POSTTEST


def seen(briefing: Briefing, *happenings: Happening, pack: Pack | None = None) -> BriefingResults:
    return see_briefing(briefing, pack or builders.pack(), course_of(briefings.events(*happenings)))


def invited(participant: int, briefing: Briefing, place: int) -> Joined:
    guest = briefing.guests[place]
    return briefings.joined(participant, name=guest.name, unit=guest.unit, guest=guest.code)


def answered(participant: int, step: int, item: str, *answer: int, round_: int = FIRST) -> Answered:
    return Answered(participant, step, item, round_, answer, 1)


@pytest.fixture
def whole() -> BriefingResults:
    """Siti came and took part in all of it; Budi did not come; the second participant came late, uninvited."""
    briefing = briefings.briefing()
    return seen(
        briefing,
        invited(1, briefing, 0),
        Opened(PRETEST, FIRST),
        answered(1, PRETEST, SINGLE, 2),
        answered(1, PRETEST, MULTIPLE, 0),
        Closed(PRETEST),
        briefings.joined(2),
        Opened(TWICE, FIRST),
        answered(1, TWICE, SINGLE, 0),
        answered(2, TWICE, SINGLE, 2),
        Opened(TWICE, AGAIN),
        answered(1, TWICE, SINGLE, 2, round_=AGAIN),
        Closed(TWICE),
        Opened(VOTE, FIRST),
        answered(1, VOTE, VERDICT, 1),
        Closed(VOTE),
        Opened(POSTTEST, FIRST),
        answered(1, POSTTEST, SINGLE, 2),
        answered(1, POSTTEST, MULTIPLE, 0, 2),
        answered(1, POSTTEST, VERDICT, 1),
        Submitted(2, POSTTEST),
        Pledged(1),
        Ended(),
    )


def test_each_person_is_told_right_of_all_that_was_asked_in_each_part(whole: BriefingResults) -> None:
    siti, budi, late = whole.people
    assert siti.parts == {
        PRE: Taken(Score(1, 3), answered=2),
        VOTES: Taken(Score(2, 2), answered=2),
        POST: Taken(Score(3, 3), answered=3),
    }
    assert late.parts == {VOTES: Taken(Score(1, 2), answered=1), POST: Taken(Score(0, 3), answered=0)}
    assert (budi.parts, budi.attendance) == ({}, Attendance.ABSENT)
    assert [one.pledged for one in whole.people] == [True, False, False]
    assert siti.change is not None
    assert (siti.change.normalised, siti.change.band) == (Fraction(1), None)
    assert change_words(siti.change) == "Naik"
    assert late.change is None
    assert whole.gain is not None
    assert (whole.gain.people, whole.gain.rose, whole.gain.mean_before) == (1, 1, Fraction(100, 3))
    assert whole.ended


def test_each_question_is_told_before_and_after_the_talk_and_by_its_last_answers(whole: BriefingResults) -> None:
    assert [question_name(one) for one in whole.questions] == [
        "Tes awal 1",
        "Tes awal 2",
        "Tes awal 3",
        "Soal bersama 1",
        "Soal bersama 2",
        "Tes akhir 1",
        "Tes akhir 2",
        "Tes akhir 3",
    ]
    talked = whole.questions[3]
    assert talked.first == Tally((1, 0, 1, 0), 2)
    assert talked.second == Tally((0, 0, 1, 0), 1)
    assert talked.final == Tally((0, 0, 2, 0), 2)
    assert talked.turn == Turn(kept_right=0, to_right=1, to_wrong=0, kept_wrong=0)
    assert (talked.right, talked.most_wrong, talked.interval) == (Score(2, 2), (), None)
    several = whole.questions[1]
    assert (several.final, several.right, several.most_wrong) == (Tally((1, 0, 0, 0), 1), Score(0, 1), ())
    assert whole.questions[2].final == Tally((0, 0, 0), 0)
    assert whole.questions[4].turn is None


def test_a_rule_is_told_by_part_over_the_answers_given(whole: BriefingResults) -> None:
    (rule,) = whole.rules
    assert rule.rule.id == "aturan-1"
    assert rule.parts == {PRE: Score(1, 2), VOTES: Score(3, 3), POST: Score(3, 3)}


def test_letters_are_those_of_the_wall() -> None:
    briefing = briefings.briefing()
    turned = tuple(FrozenItem(one.item, 1, (3, 1, 2, 0)) if one.item == MULTIPLE else one for one in briefing.items)
    results = seen(
        replace(briefing, items=turned),
        briefings.joined(1),
        briefings.joined(2),
        Opened(PRETEST, FIRST),
        answered(1, PRETEST, MULTIPLE, 0, 2),
        answered(2, PRETEST, MULTIPLE, 1, 3),
    )
    question = results.questions[1]
    assert [question.letters(question.answers[one]) for one in (1, 2)] == ["CD", "AB"]
    assert question.letters(question.most_wrong) == "AB"
    assert question.most_wrong == (3, 1)


def test_hands_have_counts_only() -> None:
    briefing = replace(briefings.briefing(), way=Way.HANDS)
    results = seen(
        briefing,
        invited(1, briefing, 0),
        Opened(TWICE, FIRST),
        Counted(TWICE, FIRST, (8, 4, 6, 2)),
        Opened(TWICE, AGAIN),
        Counted(TWICE, AGAIN, (2, 4, 12, 2)),
    )
    (question,) = results.questions
    assert (question.first, question.second) == (Tally((8, 4, 6, 2), 20), Tally((2, 4, 12, 2), 20))
    assert (question.right, question.most_wrong, question.turn, question.answers) == (Score(12, 20), (1,), None, {})
    # Wilson of 12 of 20: (12 + 1.9207) / 23.8415 less and more 1.96 / 23.8415 * sqrt(4.8 + 0.9604).
    assert question.interval == pytest.approx((0.3866, 0.7812), abs=1e-4)
    assert [one.parts for one in results.people] == [{}, {}]
    assert results.gain is None
    assert results.rules[0].parts == {VOTES: Score(12, 20)}


def ten_questions() -> Pack:
    return builders.pack(tuple(builders.item(id=f"soal-{number}") for number in range(10)))


def of_both_tests(before: int, after: int, people: int, way: Way = Way.PHONES) -> BriefingResults:
    """Everybody has so many of ten right before and after."""
    pack = ten_questions()
    asked = tuple(one.id for one in pack.items)
    plan = briefings.plan(steps=(Step(PRE, 5, asked), Step(POST, 5, asked)))
    happened: list[Happening] = [briefings.joined(one) for one in range(1, people + 1)]
    for step, right in enumerate((before, after)):
        happened.append(Opened(step, FIRST))
        for one in range(1, people + 1):
            happened += [answered(one, step, item, 2 if place < right else 1) for place, item in enumerate(asked)]
    return seen(briefings.briefing(pack, plan=plan, guests=(), way=way), *happened, pack=pack)


def test_ten_questions_and_ten_people_are_enough_for_figures() -> None:
    results = of_both_tests(4, 7, people=10)
    gain = results.gain
    assert gain is not None
    # From 40 to 70 of 100: half of the 60 that were missing.
    assert (gain.mean_before, gain.mean_after, gain.gain, gain.band) == (
        Fraction(40),
        Fraction(70),
        Fraction(1, 2),
        Band.MEDIUM,
    )
    assert {change_words(one.change) for one in results.people} == {"Naik 0,50, sedang"}
    few = of_both_tests(4, 7, people=9).gain
    assert few is not None
    assert few.band is None


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (8, 6, "Turun 0,25"),
        (6, 6, "Tetap"),
        (10, 10, "Tetap tuntas"),
        (10, 9, "Tuntas, lalu turun"),
        (0, 0, "–"),
        (1, 10, "Naik 1,00, tinggi"),
    ],
)
def test_a_change_is_told_in_a_few_words(before: int, after: int, words: str) -> None:
    (one,) = of_both_tests(before, after, people=1).people
    assert change_words(one.change) == words


def test_people_stand_by_the_list_and_then_by_the_alphabet_whatever_they_answered() -> None:
    briefing = briefings.briefing()
    # Budi comes first and has all right; those who were not invited come in any order.
    results = seen(
        briefing,
        invited(1, briefing, 1),
        briefings.joined(2, name="Zainal"),
        briefings.joined(3, name="abdul"),
        invited(4, briefing, 0),
        Opened(VOTE, FIRST),
        answered(1, VOTE, VERDICT, 1),
        answered(2, VOTE, VERDICT, 1),
    )
    assert [one.name for one in results.people] == ["Siti Aminah", "Budi Santoso", "abdul", "Zainal"]


def test_attendance_tells_who_came_and_what_may_be_twice() -> None:
    briefing = briefings.briefing()
    results = seen(
        briefing,
        invited(1, briefing, 0),
        briefings.joined(2, name="siti  aminah", unit=briefing.guests[0].unit),
        briefings.joined(3, name="Siti Aminah", unit=briefing.guests[1].unit),
        invited(4, briefing, 1),
        Removed(4),
    )

    def standing(attendance: Attendance) -> list[tuple[str, bool]]:
        return [(one.name, one.twice) for one in results.standing(attendance)]

    assert standing(Attendance.PRESENT) == [("Siti Aminah", True)]
    assert standing(Attendance.ABSENT) == [("Budi Santoso", False)]
    assert standing(Attendance.UNINVITED) == [("siti  aminah", True), ("Siti Aminah", False)]
    assert [many for _, many in attendance_counts(results)] == [1, 1, 2]


def test_where_nobody_was_invited_nobody_came_without_invitation() -> None:
    results = seen(briefings.briefing(guests=()), briefings.joined(1))
    assert list(attendance_counts(results)) == [("Tercatat hadir", 1)]


def test_a_table_is_one_participant_and_as_many_people_as_sit_there() -> None:
    results = seen(briefings.briefing(way=Way.TABLES), briefings.joined(1, people=8), briefings.joined(2, people=5))
    assert results.in_room == 13
    assert len(results.came) == 2


def test_what_was_typed_in_from_paper_counts_unless_it_was_taken_back() -> None:
    pack, briefing = builders.pack(), briefings.briefing(way=Way.PAPER)
    course = Course()
    numbers = count(2)
    for command in (
        Admit("7K2M"),
        Admit("9PQX"),
        TypeIn(1, VOTE, VERDICT, (1,)),
        TypeIn(2, VOTE, VERDICT, (0,)),
        TypeIn(2, VOTE, VERDICT, ()),
    ):
        for event in briefings.events(
            *by_trainer(command, briefing, pack, course), course=course, counter=next(numbers)
        ):
            course = after(course, event)
    results = see_briefing(briefing, pack, course)
    (question,) = results.questions
    assert question.first == question.final == Tally((0, 1, 0), 1)
    assert question.right == Score(1, 1)

    def votes(one: PersonResult) -> Taken | None:
        return one.parts.get(VOTES)

    assert [votes(one) for one in results.people] == [Taken(Score(1, 1), 1), None]


def test_a_question_whose_answers_from_paper_were_all_taken_back_was_not_held() -> None:
    briefing = briefings.briefing(way=Way.PAPER)
    taken_back = (invited(1, briefing, 0), answered(1, VOTE, VERDICT, 1), answered(1, VOTE, VERDICT))
    removed = (invited(2, briefing, 1), answered(2, VOTE, VERDICT, 1), Removed(2))
    results = seen(briefing, *taken_back, *removed)
    assert (results.questions, results.parts, results.rules) == ((), (), ())


def test_a_briefing_where_nothing_happened_has_no_results() -> None:
    results = seen(briefings.briefing())
    assert (results.questions, results.rules, results.gain, results.in_room) == ((), (), None, 0)
    assert results.newest == briefings.briefing().made
    assert not results.ended


def test_the_newest_moment_is_of_the_last_answer() -> None:
    results = seen(
        briefings.briefing(), briefings.joined(1), Opened(VOTE, FIRST), answered(1, VOTE, VERDICT, 1), Closed(VOTE)
    )
    assert results.newest.counter == 4
