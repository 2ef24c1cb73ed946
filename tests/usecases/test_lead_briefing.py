"""Leading a briefing: what the trainer and the participants may do where it stands, and what they are told else."""

from collections.abc import Collection
from dataclasses import replace

import pytest

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
    Returned,
    Revealed,
    Submitted,
    Went,
    after,
    course_of,
)
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases import lead_briefing as lead
from tests import briefings, builders
from tests.briefings import ASKED, UNITS

SINGLE, MULTIPLE, VERDICT = ASKED
JOIN, PRETEST, LESSON, RULES, TALKED, VOTE, DEBATE, POSTTEST, PLEDGE, CLOSE = range(10)
PACK = builders.pack()
BRIEFING = briefings.briefing()
PAPER = replace(BRIEFING, way=Way.PAPER)
HANDS = replace(
    BRIEFING, way=Way.HANDS, plan=briefings.plan(steps=(Step(StepKind.JOIN, 1), Step(StepKind.QUESTION, 2, (SINGLE,))))
)


def stands(*happened: Happening) -> Course:
    return course_of(briefings.events(*happened))


def refused(command: lead.Command, course: Course, of: Briefing = BRIEFING) -> str:
    with pytest.raises(Refusal) as caught:
        lead.by_trainer(command, of, PACK, course)
    return str(caught.value)


def does(command: lead.Command, course: Course, of: Briefing = BRIEFING) -> tuple[Happening, ...]:
    return lead.by_trainer(command, of, PACK, course)


def test_steps_are_gone_to_and_what_is_left_is_closed() -> None:
    opened = stands(Went(TALKED, 0), Opened(TALKED, FIRST))
    assert does(lead.GoTo(VOTE), opened) == (Closed(TALKED), Went(VOTE, 0))
    assert does(lead.GoTo(TALKED, 0), opened) == ()
    assert does(lead.GoTo(PLEDGE, 3), stands(Went(PLEDGE, 2), Opened(PLEDGE, FIRST))) == (Went(PLEDGE, 3),)
    for step, page in ((-1, 0), (10, 0), (0, -1), (0, 500)):
        with pytest.raises(ValueError, match=r"no (step|page)"):
            does(lead.GoTo(step, page), opened)


def test_a_vote_goes_from_open_to_closed_to_again_to_revealed() -> None:
    happened: list[Happening] = [Went(TALKED, 0)]
    for command, what in (
        (lead.Open(TALKED), Opened(TALKED, FIRST)),
        (lead.Open(TALKED), None),
        (lead.Close(TALKED), Closed(TALKED)),
        (lead.Close(TALKED), None),
        (lead.Open(TALKED), Opened(TALKED, FIRST)),
        (lead.VoteAgain(TALKED), Opened(TALKED, AGAIN)),
        (lead.VoteAgain(TALKED), None),
        (lead.Close(TALKED), Closed(TALKED)),
        (lead.Open(TALKED), Opened(TALKED, AGAIN)),
        (lead.Reveal(TALKED), Revealed(TALKED)),
        (lead.Reveal(TALKED), None),
    ):
        assert does(command, stands(*happened)) == ((what,) if what else ())
        happened += [what] if what else []
    course = stands(*happened)
    for command in (lead.Open(TALKED), lead.VoteAgain(TALKED)):
        assert "sudah ditampilkan" in refused(command, course)
    assert not course.state(TALKED).open


def test_what_cannot_be_opened_is_told() -> None:
    assert "tidak meminta jawaban" in refused(lead.Open(LESSON), stands(Went(LESSON, 0)))
    assert "tidak meminta jawaban" in refused(lead.Reveal(DEBATE), stands(Went(DEBATE, 0)))
    assert "setelah pilihan pertama" in refused(lead.VoteAgain(TALKED), stands(Went(TALKED, 0)))
    assert "setelah pilihan pertama" in refused(
        lead.VoteAgain(PRETEST), stands(Went(PRETEST, 0), Opened(PRETEST, FIRST))
    )


def test_after_the_end_nothing_is_led() -> None:
    over = stands(briefings.joined(1), Ended())
    for command in (
        lead.GoTo(1),
        lead.Open(0),
        lead.Close(0),
        lead.Reveal(4),
        lead.TakeOut(1),
        lead.Admit(),
        lead.End(),
    ):
        assert refused(command, over) == lead.OVER


def test_hands_are_counted_for_each_row_of_the_vote_under_way() -> None:
    first, again = stands(Went(1, 0), Opened(1, FIRST)), stands(Went(1, 0), Opened(1, FIRST), Opened(1, AGAIN))
    assert does(lead.CountHands(1, (1, 2, 3, 4)), first, HANDS) == (Counted(1, FIRST, (1, 2, 3, 4)),)
    assert does(lead.CountHands(1, (1, 2, 3, 4)), again, HANDS) == (Counted(1, AGAIN, (1, 2, 3, 4)),)
    assert "harus 0 sampai" in refused(lead.CountHands(1, (-1, 0, 0, 0)), first, HANDS)
    assert "harus 0 sampai" in refused(lead.CountHands(1, (100_001, 0, 0, 0)), first, HANDS)
    assert "hanya dicatat untuk soal yang dijawab" in refused(lead.CountHands(TALKED, (1, 2, 3, 4)), stands(), BRIEFING)
    with pytest.raises(ValueError, match="each row"):
        does(lead.CountHands(1, (1, 2)), first, HANDS)


def test_who_is_here_without_a_phone_is_noted() -> None:
    assert does(lead.Admit("7k2m"), stands()) == (Joined(1, "Siti Aminah", UNITS[0], "7K2M", 1, ""),)
    assert does(lead.Admit(None, " Ani  B ", UNITS[1]), stands(briefings.joined(1))) == (
        Joined(2, "Ani B", UNITS[1], None, 1, ""),
    )
    assert refused(lead.Admit("ZZZZ"), stands()) == lead.WRONG_GUEST
    assert "Nama masih kosong" in refused(lead.Admit(None, " ", UNITS[0]), stands())
    assert "Unit kerja belum dipilih" in refused(lead.Admit(None, "Ani", "Dinas Lain"), stands())


def test_answers_on_paper_are_typed_in_replaced_and_taken_back() -> None:
    happened: list[Happening] = [briefings.joined(1)]
    for answer, number in (((0,), 1), ((2,), 2), ((), 3)):
        typed = Answered(1, TALKED, SINGLE, FIRST, answer, number)
        assert does(lead.TypeIn(1, TALKED, SINGLE, answer), stands(*happened), PAPER) == (typed,)
        happened.append(typed)
        assert does(lead.TypeIn(1, TALKED, SINGLE, answer), stands(*happened), PAPER) == ()
    assert does(lead.TypeIn(1, TALKED, SINGLE, ()), stands(briefings.joined(1)), PAPER) == ()


def test_what_cannot_be_typed_in_is_told() -> None:
    here = stands(briefings.joined(1), briefings.joined(2), Removed(2))
    assert "kertas" in refused(lead.TypeIn(1, TALKED, SINGLE, (0,)), here)
    assert "Peserta ini tidak tercatat" in refused(lead.TypeIn(2, TALKED, SINGLE, (0,)), here, PAPER)
    assert "tidak ada pada soal" in refused(lead.TypeIn(1, TALKED, SINGLE, (4,)), here, PAPER)
    assert "tidak ada pada soal" in refused(lead.TypeIn(1, TALKED, SINGLE, (0, 1)), here, PAPER)
    assert refused(lead.TypeIn(1, TALKED, VERDICT, (0,)), here, PAPER) == lead.NOT_OPEN


def test_only_what_the_room_sees_is_opened_so_that_nothing_stays_open_after_the_end() -> None:
    there = stands(briefings.joined(1), Went(PRETEST, 0), Opened(PRETEST, FIRST))
    assert "tidak sedang ditampilkan" in refused(lead.Open(PLEDGE), there)
    talked = stands(Went(TALKED, 0), Opened(TALKED, FIRST), Closed(TALKED), Went(VOTE, 0))
    assert "tidak sedang ditampilkan" in refused(lead.VoteAgain(TALKED), talked)
    assert does(lead.End(), there) == (Closed(PRETEST), Ended())


def test_a_pledge_has_no_key_to_reveal() -> None:
    assert "tidak memiliki pembahasan" in refused(lead.Reveal(PLEDGE), stands(Went(PLEDGE, 0), Opened(PLEDGE, FIRST)))


def test_somebody_who_was_taken_out_is_not_noted_by_code_again_without_a_word() -> None:
    came = stands(briefings.joined(1, guest="7K2M"))
    assert does(lead.Admit("7k2m"), came) == ()
    assert "sudah dikeluarkan" in refused(lead.Admit("7k2m"), stands(briefings.joined(1, guest="7K2M"), Removed(1)))


def come(
    arrival: lead.Arrival, course: Course, online: Collection[int] = (), of: Briefing = BRIEFING
) -> Joined | Returned:
    return lead.come_in(arrival, "ab" * 32, of, course, online)


def turned_away(arrival: lead.Arrival, course: Course, online: Collection[int] = (), of: Briefing = BRIEFING) -> str:
    with pytest.raises(Refusal) as caught:
        come(arrival, course, online, of)
    return str(caught.value)


BY_CODE = lead.Arrival("482 913", "7k-2m")
BY_NAME = lead.Arrival("482913", "", "  Ani\u200b  B ", UNITS[1])


def test_somebody_comes_in_by_their_code_or_by_a_name_and_a_unit() -> None:
    assert come(BY_CODE, stands()) == Joined(1, "Siti Aminah", UNITS[0], "7K2M", 1, "ab" * 32)
    assert come(BY_NAME, stands(briefings.joined(1))) == Joined(2, "Ani B", UNITS[1], None, 1, "ab" * 32)


@pytest.mark.parametrize(
    ("arrival", "words"),
    [
        (replace(BY_CODE, class_code="482914"), lead.WRONG_CLASS),
        (replace(BY_CODE, class_code=""), lead.WRONG_CLASS),
        (replace(BY_NAME, class_code="48291"), lead.WRONG_CLASS),
        (replace(BY_CODE, guest="7K2N"), lead.WRONG_GUEST),
        (replace(BY_CODE, guest="-"), lead.WRONG_GUEST),
        (replace(BY_NAME, name=" \u200b"), "Nama masih kosong"),
        (replace(BY_NAME, name="x" * 151), "Nama paling panjang 150 huruf"),
        (replace(BY_NAME, unit=""), "Unit kerja belum dipilih"),
        (replace(BY_NAME, unit="Dinas Lain"), "Unit kerja belum dipilih"),
        (replace(BY_NAME, people=2), "Jumlah orang di meja"),
        (replace(BY_NAME, people=0), "Jumlah orang di meja"),
    ],
)
def test_whoever_cannot_come_in_is_told(arrival: lead.Arrival, words: str) -> None:
    assert words in turned_away(arrival, stands())


def test_a_code_is_taken_over_only_while_its_phone_is_not_connected() -> None:
    came = stands(briefings.joined(1, guest="7K2M"), briefings.joined(2))
    assert turned_away(BY_CODE, came, online={1, 2}) == lead.IN_USE
    back = come(BY_CODE, came, online={2})
    assert back == Returned(1, "ab" * 32)
    (event,) = briefings.events(back, course=came)
    then = after(came, event)
    assert then.participants[1].token == "ab" * 32


def test_whoever_was_taken_out_has_neither_phone_nor_code() -> None:
    out = stands(briefings.joined(1, guest="7K2M"), Removed(1))
    assert "tidak dapat dipakai lagi" in turned_away(BY_CODE, out)
    assert list(out.present) == []
    assert does(lead.TakeOut(1), out) == ()


def test_only_a_table_comes_as_many() -> None:
    tables = replace(BRIEFING, way=Way.TABLES)
    came = come(replace(BY_NAME, people=8), stands(), of=tables)
    assert isinstance(came, Joined)
    assert came.people == 8
    assert "1 sampai 30" in turned_away(replace(BY_NAME, people=31), stands(), of=tables)


def test_where_there_are_no_units_to_choose_from_any_is_taken() -> None:
    came = come(replace(BY_NAME, unit="Dinas Lain"), stands(), of=replace(BRIEFING, units=()))
    assert isinstance(came, Joined)
    assert came.unit == "Dinas Lain"


def test_nobody_comes_in_after_the_end_and_no_more_than_the_most() -> None:
    assert turned_away(BY_NAME, stands(Ended())) == lead.OVER
    full = stands(*map(briefings.joined, range(1, lead.MOST_PEOPLE + 1)))
    assert "jumlah terbanyak" in turned_away(BY_NAME, full)


OPEN = (briefings.joined(1), Went(TALKED, 0), Opened(TALKED, FIRST))
GIVEN = Answered(1, TALKED, SINGLE, FIRST, (2,), 1)


def unanswered(given: Answered, course: Course) -> str:
    with pytest.raises(Refusal) as caught:
        lead.answer(given, BRIEFING, PACK, course)
    return str(caught.value)


def test_an_answer_counts_while_it_is_asked_for() -> None:
    assert lead.answer(GIVEN, BRIEFING, PACK, stands(*OPEN)) == (GIVEN,)
    assert unanswered(GIVEN, stands(briefings.joined(1))) == lead.NOT_OPEN
    assert unanswered(GIVEN, stands(*OPEN, Closed(TALKED))) == lead.NOT_OPEN
    assert unanswered(GIVEN, stands(*OPEN, Opened(TALKED, AGAIN))) == lead.NOT_OPEN
    assert unanswered(replace(GIVEN, participant=2), stands(*OPEN)) == lead.UNKNOWN
    assert unanswered(GIVEN, stands(*OPEN, Removed(1))) == lead.UNKNOWN
    for changes in (
        {"step": -1},
        {"step": 99},
        {"step": LESSON},
        {"item": VERDICT},
        {"item": "hilang"},
        {"round": AGAIN},
    ):
        assert unanswered(replace(GIVEN, **changes), stands(*OPEN)) == lead.NOT_OPEN


@pytest.mark.parametrize("answer", [(), (4,), (-1,), (0, 1)])
def test_an_answer_that_is_none_is_refused(answer: tuple[int, ...]) -> None:
    assert "Jawaban belum lengkap" in unanswered(replace(GIVEN, answer=answer), stands(*OPEN))


def test_an_answer_that_is_kept_is_acknowledged_whatever_happened_since() -> None:
    for since in ((Closed(TALKED),), (Opened(TALKED, AGAIN),), (Revealed(TALKED),), (Ended(),)):
        assert lead.answer(GIVEN, BRIEFING, PACK, stands(*OPEN, GIVEN, *since)) == ()
    overtaken = replace(GIVEN, number=3)
    assert lead.answer(replace(GIVEN, number=2, answer=(0,)), BRIEFING, PACK, stands(*OPEN, overtaken)) == ()


TEST = (briefings.joined(1), Went(PRETEST, 0), Opened(PRETEST, FIRST))


def test_a_test_is_handed_in_once_and_then_its_answers_stay() -> None:
    given = Answered(1, PRETEST, MULTIPLE, FIRST, (0, 2), 1)
    assert lead.submit(1, PRETEST, BRIEFING, stands(*TEST, given)) == (Submitted(1, PRETEST),)
    through = stands(*TEST, given, Submitted(1, PRETEST))
    assert lead.submit(1, PRETEST, BRIEFING, through) == ()
    assert lead.answer(given, BRIEFING, PACK, through) == ()
    assert unanswered(replace(given, number=2), through) == lead.NOT_OPEN
    for step, course in ((TALKED, stands(*OPEN)), (99, stands(*TEST)), (-1, stands(*TEST)), (POSTTEST, stands(*TEST))):
        with pytest.raises(Refusal, match="sudah ditutup"):
            lead.submit(1, step, BRIEFING, course)
    with pytest.raises(Refusal, match="belum tercatat"):
        lead.submit(2, PRETEST, BRIEFING, stands(*TEST))


def test_the_pledge_is_tapped_once_while_it_is_open() -> None:
    opened = (briefings.joined(1), Went(PLEDGE, 0), Opened(PLEDGE, FIRST))
    assert lead.pledge(1, BRIEFING, stands(*opened)) == (Pledged(1),)
    assert lead.pledge(1, BRIEFING, stands(*opened, Pledged(1), Closed(PLEDGE))) == ()
    for happened in (opened[:1], (*opened, Closed(PLEDGE))):
        with pytest.raises(Refusal, match="Ikrar belum dibuka"):
            lead.pledge(1, BRIEFING, stands(*happened))
    with pytest.raises(Refusal, match="belum tercatat"):
        lead.pledge(2, BRIEFING, stands(*opened))
