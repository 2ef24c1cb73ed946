"""What a person reads after a window that was not closed: only what is theirs, and only what is so."""

import datetime as dt
from uuid import uuid4

from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import Blueprint, Phase
from asnquiz.domain.sudden_end import SuddenEnd
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan, Sitting
from asnquiz.usecases.tell_sudden_end import Saved, saved_of, sudden_end_words
from tests import builders
from tests.usecases.conftest import Desk, OpenDesk

SEEN = dt.datetime(2026, 11, 27, 21, 48, tzinfo=dt.UTC)
KILLED = SuddenEnd(SEEN, None)


def answer(desk: Desk, sitting: Sitting, index: int) -> Sitting:
    return desk.answer(sitting, index, right_answer(sitting.item(index)))


def desk_of(open_desk: OpenDesk) -> Desk:
    return open_desk(builders.pack(exam=Blueprint(5, 30, 75, {Phase.DURING: 5}, 5, {})))


def test_the_last_answer_and_what_can_be_resumed_are_told(open_desk: OpenDesk) -> None:
    desk = desk_of(open_desk)
    sitting = desk.start(ExamPlan())
    desk.clock.go_on(180_000)
    for index in range(2):
        sitting = answer(desk, sitting, index)
    last = sitting.attempt.responses[-1].at
    _, words = sudden_end_words(KILLED, saved_of(desk.profile, desk.store), recovered=False)
    assert words == (
        "Terakhir tercatat berjalan: 27 November 2026 pukul 21.48. Semua yang sudah tersimpan tetap ada.\n\n"
        f"Jawaban terakhir yang tersimpan: 21 November 2026 pukul {last.local:%H.%M}. "
        f"{sitting.attempt.title}: 2 dari 5 soal tersimpan, dapat dilanjutkan."
    )


def test_the_last_answer_may_belong_to_an_older_attempt_that_was_resumed(open_desk: OpenDesk) -> None:
    desk = desk_of(open_desk)
    older = desk.start(ExamPlan())
    newer = desk.start(PracticePlan(None, 2))
    answer(desk, newer, 0)
    desk.clock.go_on(1_800_000)
    last = answer(desk, desk.resume(older.attempt.id), 0).attempt.responses[-1].at
    saved = saved_of(desk.profile, desk.store)
    assert saved.last == last
    assert saved.open_attempt is not None
    assert saved.open_attempt.id == newer.attempt.id


def test_nothing_of_anybody_else_is_told(open_desk: OpenDesk) -> None:
    desk = desk_of(open_desk)
    other = desk.add_profile(uuid4())
    answer(desk, desk.start(ExamPlan(), profile=other), 0)
    assert saved_of(desk.profile, desk.store) == Saved(None, None)
    everyone = sudden_end_words(KILLED, Saved(None, None), recovered=False)
    assert everyone == sudden_end_words(KILLED, None, recovered=False)
    assert everyone[1] == (
        "Terakhir tercatat berjalan: 27 November 2026 pukul 21.48. Semua yang sudah tersimpan tetap ada."
    )


def test_after_a_recovery_nothing_is_said_of_what_is_there(open_desk: OpenDesk) -> None:
    desk = desk_of(open_desk)
    answer(desk, desk.start(ExamPlan()), 0)
    end = SuddenEnd(SEEN, "laporan-20261127-214800.txt")
    title, words = sudden_end_words(end, saved_of(desk.profile, desk.store), recovered=True)
    assert title == "ASN Netral tertutup tiba-tiba"
    assert words == (
        "Terakhir tercatat berjalan: 27 November 2026 pukul 21.48.\n\n"
        "Laporan kerusakannya, tanpa data pribadi, ada di folder data: log/laporan-20261127-214800.txt."
    )
