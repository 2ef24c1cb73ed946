"""What is on the wall: pages of every kind of step, votes before and after their key is shown, taps of the pledge."""

from dataclasses import replace

import pytest

from asnquiz.content.markdown import prose
from asnquiz.domain.briefing import Briefing, Step, StepKind, Way
from asnquiz.domain.briefing_course import (
    AGAIN,
    FIRST,
    Answered,
    Closed,
    Counted,
    Course,
    Happening,
    Opened,
    Pledged,
    Removed,
    Revealed,
    Submitted,
    Went,
    course_of,
)
from asnquiz.domain.layer import lay_over
from asnquiz.domain.pack import Phase, Position, Verdict
from asnquiz.domain.prose import Heading
from asnquiz.usecases import show_audience
from asnquiz.usecases.show_audience import Outcome, Row, picture, slides
from asnquiz.usecases.show_phone import Vote, room_state
from tests import briefings, builders, layers
from tests.briefings import ASKED

SINGLE, MULTIPLE, VERDICT = ASKED
JOIN, PRETEST, LESSON, RULES, TALKED, VOTE, DEBATE, POSTTEST, PLEDGE, CLOSE = range(10)
LESSON_BODY = "Pembuka.\n\n## Satu\n\nIsi satu.\n\n## Dua\n\nIsi dua.\n"
_pack = builders.pack()
PACK = replace(_pack, lessons=(replace(_pack.lessons[0], body=LESSON_BODY),))
BRIEFING = briefings.briefing(PACK)
# Rows are seen in another order than they are written in.
SHUFFLED = replace(
    BRIEFING,
    items=tuple(replace(one, order=(3, 1, 0, 2)) if one.item == SINGLE else one for one in BRIEFING.items),
)


def stands(at: int, *happened: Happening, page: int = 0) -> Course:
    people = (briefings.joined(number, people=number) for number in (1, 2, 3))
    return course_of(briefings.events(*people, Removed(3), Went(at, page), *happened))


def seen(at: int, *happened: Happening, page: int = 0, of: Briefing = BRIEFING) -> show_audience.Picture:
    return picture(of, PACK, stands(at, *happened, page=page), prose)


@pytest.mark.parametrize(("at", "kind"), [(JOIN, show_audience.JoinPicture), (CLOSE, show_audience.ClosingPicture)])
def test_people_are_counted_with_those_who_share_their_phone(at: int, kind: type) -> None:
    shown = seen(at)
    assert isinstance(shown, kind)
    assert isinstance(shown, show_audience.JoinPicture | show_audience.ClosingPicture)
    assert (shown.title, shown.people) == (BRIEFING.occasion.title, 1 + 2)


def test_a_lesson_has_a_page_for_each_heading() -> None:
    assert [len(page) for page in slides(LESSON_BODY, prose)] == [1, 2, 2]
    assert slides("## Satu\n", prose) == (tuple(prose("## Satu\n")),)
    for page, at in ((0, 0), (2, 2), (9, 2)):
        shown = seen(LESSON, page=page)
        assert isinstance(shown, show_audience.SlidePicture)
        assert (shown.title, shown.part, shown.page, shown.pages) == ("Satu ketukan jempol", Phase.DURING, at, 3)
        assert isinstance(shown.blocks[0], Heading) == (at > 0)


def test_a_rule_is_shown_with_its_verdict_and_its_law() -> None:
    shown = seen(RULES)
    assert isinstance(shown, show_audience.RulePicture)
    assert (shown.act, shown.verdict) == ("Menyukai unggahan akun pemenangan calon", Verdict.TIDAK)
    assert (shown.page, shown.pages) == (0, 1)
    assert "94 Tahun 2021" in " ".join(part for line in shown.law for part in line)


def test_a_debate_shows_what_each_says() -> None:
    sides = (Position("KASN", "2023", "Boleh."), Position("Bawaslu", "2024", "Tidak boleh."))
    contested = replace(
        PACK, rules=(builders.rule(verdict=Verdict.DIPERDEBATKAN, positions=sides, safe="Jangan hadir."),)
    )
    shown = picture(BRIEFING, contested, stands(DEBATE), prose)
    assert isinstance(shown, show_audience.DebatePicture)
    assert (shown.positions, shown.safe) == (sides, "Jangan hadir.")


def test_a_vote_shows_rows_by_their_letters_and_how_many_answered() -> None:
    shown = seen(TALKED, Opened(TALKED, FIRST), Answered(1, TALKED, SINGLE, FIRST, (2,), 1), of=SHUFFLED)
    assert isinstance(shown, show_audience.QuestionPicture)
    assert shown.rows == (Row("A", "Pilihan 3"), Row("B", "Pilihan 1"), Row("C", "Pilihan 0"), Row("D", "Pilihan 2"))
    assert (shown.number, shown.of, shown.round, shown.open, shown.several) == (1, 2, FIRST, True, False)
    assert (shown.answered, shown.expected) == (1, 2)
    again = seen(TALKED, Opened(TALKED, FIRST), Answered(1, TALKED, SINGLE, FIRST, (2,), 1), Opened(TALKED, AGAIN))
    assert isinstance(again, show_audience.QuestionPicture)
    assert (again.round, again.answered) == (AGAIN, 0)


def test_before_a_vote_is_opened_nobody_is_counted() -> None:
    shown = seen(VOTE)
    assert isinstance(shown, show_audience.QuestionPicture)
    assert (shown.number, shown.round, shown.open, shown.answered) == (2, 0, False, None)
    assert [row.text for row in shown.rows] == ["Boleh", "Tidak boleh", "Boleh bersyarat"]


def test_a_room_that_will_vote_again_is_asked_to_talk_once_the_first_vote_is_closed() -> None:
    talks = []
    first = (Opened(TALKED, FIRST), Closed(TALKED))
    for happened in (first[:1], first, (*first, Opened(TALKED, AGAIN), Closed(TALKED))):
        shown = seen(TALKED, *happened)
        assert isinstance(shown, show_audience.QuestionPicture)
        talks.append(shown.talk)
    assert talks == [False, True, False]


def test_the_outcome_shows_the_key_and_both_votes_by_the_letters_on_the_wall() -> None:
    shown = seen(
        TALKED,
        Opened(TALKED, FIRST),
        Answered(1, TALKED, SINGLE, FIRST, (0,), 1),
        Answered(2, TALKED, SINGLE, FIRST, (2,), 1),
        Answered(3, TALKED, SINGLE, FIRST, (1,), 1),
        Opened(TALKED, AGAIN),
        Answered(1, TALKED, SINGLE, AGAIN, (2,), 1),
        Revealed(TALKED),
        of=SHUFFLED,
    )
    assert isinstance(shown, show_audience.OutcomePicture)
    assert shown.rows == (
        Outcome("A", "Pilihan 3", False, 0, 0),
        Outcome("B", "Pilihan 1", False, 0, 0),
        Outcome("C", "Pilihan 0", False, 1, 0),
        Outcome("D", "Pilihan 2", True, 1, 1),
    )
    assert shown.answered == 1
    assert (shown.explanation, shown.instead) == ("Tanda suka adalah dukungan yang terlihat.", "Jangan bereaksi.")


def test_a_key_may_be_shown_without_any_vote() -> None:
    shown = seen(VOTE, Revealed(VOTE))
    assert isinstance(shown, show_audience.OutcomePicture)
    assert [(row.right, row.first, row.second) for row in shown.rows] == [
        (False, None, None),
        (True, None, None),
        (False, None, None),
    ]
    assert shown.answered is None


@pytest.mark.parametrize("way", [Way.HANDS, Way.CARDS])
def test_counted_hands_are_not_told_before_the_key(way: Way) -> None:
    of = replace(BRIEFING, way=way)
    counted = (Opened(TALKED, FIRST), Counted(TALKED, FIRST, (1, 2, 3, 4)))
    hidden = seen(TALKED, *counted, of=of)
    assert isinstance(hidden, show_audience.QuestionPicture)
    assert (hidden.answered, hidden.expected) == (None, None)
    shown = seen(TALKED, *counted, Revealed(TALKED), of=of)
    assert isinstance(shown, show_audience.OutcomePicture)
    assert [row.first for row in shown.rows] == [1, 2, 3, 4]
    assert shown.answered == 10


def test_a_test_shows_how_many_are_through() -> None:
    through = (Opened(PRETEST, FIRST), Submitted(1, PRETEST), Submitted(3, PRETEST))
    shown = seen(PRETEST, *through)
    assert isinstance(shown, show_audience.TestPicture)
    assert (shown.post, shown.items, shown.minutes, shown.open, shown.revealed) == (False, 3, 5, True, False)
    assert (shown.through, shown.expected) == (1, 2)
    on_paper = seen(POSTTEST, of=replace(BRIEFING, way=Way.PAPER))
    assert isinstance(on_paper, show_audience.TestPicture)
    assert (on_paper.post, on_paper.through, on_paper.expected) == (True, None, 2)


def test_the_pledge_is_read_line_by_line_and_taps_are_counted_once_it_is_open() -> None:
    lines = [seen(PLEDGE, page=page) for page in range(7)]
    assert all(isinstance(line, show_audience.PledgePicture) for line in lines)
    pledges = [line for line in lines if isinstance(line, show_audience.PledgePicture)]
    assert [line.text for line in pledges] == ["Kami berikrar:", "a", "a", "a", "a", "Demikian.", "Demikian."]
    assert [line.number for line in pledges] == [None, 1, 2, 3, 4, None, None]
    assert {(line.lines, line.taps, line.expected) for line in pledges} == {(6, None, None)}
    tapped = seen(PLEDGE, Opened(PLEDGE, FIRST), Pledged(1), Pledged(3), Closed(PLEDGE), page=5)
    assert isinstance(tapped, show_audience.PledgePicture)
    assert (tapped.taps, tapped.expected) == (1, 2)


def test_the_state_of_the_law_is_stamped() -> None:
    assert "31 Januari 2026" in show_audience.stamp(PACK)


def test_what_an_office_added_is_marked_before_anybody_answers() -> None:
    pack = lay_over(PACK, layers.layer(pledge=replace(PACK.pledge, name="Ikrar kabupaten")))
    steps = (Step(StepKind.QUESTION, 2, (layers.own("soal"),)), Step(StepKind.PLEDGE, 2))
    of = briefings.briefing(pack, plan=briefings.plan(steps=steps))
    asked, pledge = (picture(of, pack, stands(at), prose) for at in range(2))
    assert isinstance(asked, show_audience.QuestionPicture)
    assert isinstance(pledge, show_audience.PledgePicture)
    assert asked.marked == "Tambahan setempat"
    assert pledge.marked == "Ikrar setempat · BKPSDM Kabupaten Contoh"
    vote = room_state(of, pack, stands(0, Opened(0, FIRST))).screen
    assert isinstance(vote, Vote)
    assert vote.question.phase.endswith(" · Tambahan setempat")
