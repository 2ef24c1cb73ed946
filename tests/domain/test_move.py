"""Codes as people note and type them, and when one person's data goes on from another's."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.attempt import AttemptState, Score
from asnquiz.domain.holdings import HeldTask, Holdings, KeptAttempt, LessonRead, Owner, PackLearning, Surplus, surplus
from asnquiz.domain.move import CODE_BYTES, code_words, parse_code
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.taken_task import TaskAttempt
from tests import builders

CODES = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)


@given(CODES)
def test_a_code_that_is_typed_as_shown_is_the_same(secret: bytes) -> None:
    shown = code_words(secret)
    assert [len(group) for group in shown.split("-")] == [4, 4, 4, 4]
    assert not set("ILOU") & set(shown)
    assert parse_code(shown) == secret


@given(CODES)
def test_a_code_may_be_typed_small_with_blanks_and_with_look_alikes(secret: bytes) -> None:
    typed = code_words(secret).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert parse_code(f" {typed} ") == secret


def test_a_code_written_out_is_crockfords() -> None:
    assert code_words(bytes(10)) == "0000-0000-0000-0000"
    # 80 bits of ones are sixteen times 31, and 0x08421 08421 08421 08421 is sixteen times 1.
    assert code_words(b"\xff" * 10) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    assert code_words(bytes.fromhex("08421084210842108421")) == "1111-1111-1111-1111"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "yang tertulis 0"),
        ("7K3D-M9QX-2WFT-0RA", "yang tertulis 15"),
        ("7K3D-M9QX-2WFT-0RABX", "yang tertulis 17"),
        ("7K3D-M9QX-2WFT-0RAU", "“U”"),
        ("7K3D-M9QX-2WFT-0RA!", "“!”"),
    ],
)
def test_what_can_be_no_code_is_refused_with_what_is_wrong(typed: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        parse_code(typed)


def kept(**changes: object) -> KeptAttempt:
    pack = builders.pack()
    attempt = builders.attempt(pack, OWNER.id)
    return KeptAttempt(replace(attempt, responses=(RESPONSE,), **changes), None)  # type: ignore[arg-type]


OWNER = Owner(UUID(int=1), Person(), builders.moment(), None)
RESPONSE = builders.response("soal-single", (1,))
OPEN = kept()


def holding(*attempts: KeptAttempt, **changes: object) -> Holdings:
    lessons = (LessonRead("materi-1", builders.moment(4)),)
    learned = PackLearning("contoh", lessons, (builders.recall("aturan-1"),), (builders.case_step("pagi", 0),))
    return replace(Holdings(OWNER, attempts, 0, (learned,), (), {}), **changes)  # type: ignore[arg-type]


def later(one: KeptAttempt, **changes: object) -> KeptAttempt:
    return replace(one, attempt=replace(one.attempt, **changes))  # type: ignore[arg-type]


MORE = later(OPEN, responses=(RESPONSE, builders.response("soal-single", (2,), 3)), remaining_ms=100_000)
ENDED = KeptAttempt(replace(MORE.attempt, state=AttemptState.FINISHED, ended=builders.moment(9)), Score(1, 5))


@pytest.mark.parametrize(("here", "there"), [(OPEN, OPEN), (OPEN, MORE), (OPEN, ENDED), (MORE, ENDED), (ENDED, ENDED)])
def test_an_attempt_goes_on_from_the_same_or_an_earlier_state_of_it(here: KeptAttempt, there: KeptAttempt) -> None:
    assert not surplus(holding(here), holding(there))


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (MORE, OPEN),
        (ENDED, MORE),
        (ENDED, replace(ENDED, score=Score(2, 5))),
        (MORE, later(MORE, remaining_ms=200_000)),
        (MORE, later(MORE, responses=(RESPONSE, builders.response("soal-single", (3,), 3)))),
        (OPEN, later(OPEN, title="Yang lain")),
    ],
)
def test_an_attempt_that_would_lose_something_counts_as_lacking(here: KeptAttempt, there: KeptAttempt) -> None:
    assert surplus(holding(here), holding(there)) == Surplus(1, 0, 0, 0, 0, 0)


TASK = builders.task()
TAKEN = HeldTask(TASK, "tanda", "{}", builders.moment(2), None, None)
HANDED_IN = replace(TAKEN, handed_in=builders.moment(3), file_id=UUID(int=7))
AGAIN = replace(TAKEN, handed_in=builders.moment(4), file_id=UUID(int=8))


@pytest.mark.parametrize(("here", "there"), [(TAKEN, TAKEN), (TAKEN, HANDED_IN), (HANDED_IN, AGAIN)])
def test_a_task_goes_on_from_the_same_or_before_proof_was_saved(here: HeldTask, there: HeldTask) -> None:
    assert not surplus(holding(tasks=(here,)), holding(tasks=(there,)))


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (TAKEN, None),
        (HANDED_IN, TAKEN),
        (AGAIN, HANDED_IN),
        (TAKEN, replace(TAKEN, signer="yang lain")),
        (HANDED_IN, replace(HANDED_IN, file_id=UUID(int=9))),
    ],
)
def test_a_task_that_would_lose_something_counts_as_lacking(here: HeldTask, there: HeldTask | None) -> None:
    lacking = surplus(holding(tasks=(here,)), holding(tasks=(there,) if there else ()))
    assert (lacking.tasks, bool(lacking)) == (1, True)


def test_an_attempt_that_was_made_for_another_task_is_another() -> None:
    made_for = replace(OPEN, task=TaskAttempt(TASK.id, None))
    assert surplus(holding(made_for), holding(OPEN)).attempts == 1
    assert not surplus(holding(made_for), holding(replace(MORE, task=made_for.task)))


def test_each_kind_is_counted_by_what_the_other_lacks() -> None:
    two = (builders.recall("aturan-1"), builders.recall("aturan-2", 5))
    learned = PackLearning(
        "contoh",
        (LessonRead("materi-1", builders.moment(4)), LessonRead("materi-2", builders.moment(5))),
        two,
        (builders.case_step("pagi", 1), builders.case_step("kantor", 0, 2)),
    )
    more = holding(OPEN, learning=(learned,))
    assert surplus(more, holding()) == Surplus(attempts=1, lessons=1, recalls=1, case_steps=2, pledges=0)
    assert surplus(more, holding(learning=())) == Surplus(1, 2, 2, 2, 0)
    assert not surplus(holding(learning=()), more)
