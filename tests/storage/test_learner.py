"""Everything the learner's database keeps comes back as it was, and changes behind its back are found."""

import datetime as dt
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from asnquiz.domain.attempt import (
    AttemptKind,
    AttemptState,
    AttemptSummary,
    PackRef,
    Pause,
    PauseCause,
    Response,
    Score,
)
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Item, ItemType
from asnquiz.domain.person import Employment, Person
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.learner import LearnerDatabase, open_learner_database
from asnquiz.storage.record import record_at_a_glance
from asnquiz.usecases.ports import LearnerStore
from tests import builders
from tests.storage.sitting import begun


def tamper(path: Path, *statements: str) -> None:
    """Changes rows as someone with a database editor would, who removes what stands in the way first."""
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("DROP TRIGGER responses_never_change")
        for statement in statements:
            plain.execute(statement)
        plain.commit()


def test_the_database_is_what_use_cases_ask_for(path: Path) -> None:
    store: LearnerStore = open_learner_database(path)
    store.close()


def test_profiles_come_back_oldest_first(store: LearnerDatabase) -> None:
    full = Person("Siti Aminah", "198501012010012001", "Analis", "Dinas Arsip", Employment.PPPK)
    younger = builders.profile(created=builders.moment(9))
    older = builders.profile(person=full, created=builders.moment(2))
    store.add_profile(younger)
    store.add_profile(older)
    assert store.profiles() == (older, younger)


def test_a_guest_can_be_named_later(store: LearnerDatabase) -> None:
    guest = builders.profile(person=Person())
    store.add_profile(guest)
    assert store.profiles() == (guest,)
    named = Person("Budi", employment=Employment.DESA)
    store.keep_person(guest.id, named)
    assert store.profiles() == (replace(guest, person=named),)


def test_naming_a_profile_that_is_gone_is_refused(store: LearnerDatabase) -> None:
    with pytest.raises(Refusal, match="tidak ada lagi"):
        store.keep_person(uuid4(), Person("Budi"))


@pytest.mark.parametrize("kind", AttemptKind)
def test_a_new_attempt_comes_back_whole(store: LearnerDatabase, kind: AttemptKind) -> None:
    attempt = begun(store, kind=kind)
    assert store.attempt(attempt.id) == attempt


def test_an_attempt_and_its_pack_are_kept_together_or_not_at_all(store: LearnerDatabase) -> None:
    attempt = builders.attempt(builders.pack(), uuid4())  # of a profile that is not there
    with pytest.raises(IntegrityError):
        store.begin(attempt, b"compiled")
    with pytest.raises(Refusal):
        store.compiled_pack(attempt.pack.sha256)


def test_a_pack_is_kept_once_for_all_its_attempts(store: LearnerDatabase) -> None:
    first = begun(store)
    second = builders.attempt(builders.pack(), first.profile)
    store.begin(second, b"not looked at")
    assert store.compiled_pack(first.pack.sha256) == b"compiled"
    assert store.attempt(second.id) == second


def test_only_a_new_attempt_begins(store: LearnerDatabase) -> None:
    attempt = begun(store)
    answered = replace(attempt, id=uuid4(), responses=(builders.response("soal-single", (1,)),))
    with pytest.raises(ValueError, match="new"):
        store.begin(answered, b"compiled")


def test_each_response_is_linked_to_the_one_before(store: LearnerDatabase) -> None:
    attempt = begun(store)
    first = store.add_response(attempt.id, builders.response("soal-single", (2,), certainty="yakin"))
    second = store.add_response(attempt.id, builders.response("soal-single", (), 3, flagged=True))

    def sha256(previous: bytes, value: object) -> str:
        content = json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
        return hashlib.sha256(previous + content).hexdigest()

    items = [{"item": i.item, "revision": i.revision, "order": list(i.order)} for i in attempt.items]
    pack = {"id": "contoh", "version": "2026.11.1", "sha256": "ab" * 32}
    at: dict[str, object] = {"utc": "2026-11-21T01:00:00+00:00", "offset_minutes": 420}
    exam = {"kind": "exam", "title": "Simulasi ujian", "limit_ms": 300_000, "pass_mark": 75}
    frozen = {"attempt": str(attempt.id), "pack": pack, "seed": 7, "items": items, "started": at | {"counter": 1}}
    start = sha256(b"", frozen | exam)
    base = {"item": "soal-single", "remaining_ms": 290_000, "h": ""}
    link_1 = sha256(
        bytes.fromhex(start), base | {"answer": [2], "flagged": False, "certainty": "yakin", "at": at | {"counter": 2}}
    )
    link_2 = sha256(
        bytes.fromhex(link_1), base | {"answer": [], "flagged": True, "certainty": None, "at": at | {"counter": 3}}
    )
    assert (first.h, second.h) == (link_1, link_2)
    assert store.attempt(attempt.id).responses == (first, second)


def test_a_response_keeps_the_clock_it_carries(store: LearnerDatabase) -> None:
    attempt = begun(store)
    store.add_response(attempt.id, builders.response("soal-single", (2,), 5, remaining_ms=120_000))
    kept = store.attempt(attempt.id)
    assert (kept.remaining_ms, kept.seen) == (120_000, builders.moment(5))


def test_a_response_without_a_clock_leaves_it_alone(store: LearnerDatabase) -> None:
    attempt = begun(store)
    store.add_response(attempt.id, builders.response("soal-single", (2,), 5, remaining_ms=None))
    kept = store.attempt(attempt.id)
    assert (kept.remaining_ms, kept.seen) == (300_000, builders.moment(5))


@pytest.mark.parametrize("state", [AttemptState.FINISHED, AttemptState.EXPIRED, AttemptState.ABANDONED])
def test_nothing_is_answered_after_the_end(store: LearnerDatabase, state: AttemptState) -> None:
    attempt = begun(store)
    store.end(attempt.id, state, builders.moment(4), None)
    with pytest.raises(Refusal, match="sudah berakhir"):
        store.add_response(attempt.id, builders.response("soal-single", (1,)))
    assert store.attempt(attempt.id).responses == ()


def test_an_attempt_that_is_not_there_is_refused(store: LearnerDatabase) -> None:
    with pytest.raises(Refusal, match="tidak ada lagi"):
        store.add_response(uuid4(), builders.response("soal-single", (1,)))
    with pytest.raises(Refusal, match="tidak ada lagi"):
        store.attempt(uuid4())


def test_a_response_to_a_question_of_another_quiz_is_a_fault(store: LearnerDatabase) -> None:
    attempt = begun(store)
    with pytest.raises(IntegrityError):
        store.add_response(attempt.id, builders.response("soal-asing", (1,)))
    assert store.attempt(attempt.id) == attempt


def test_the_clock_never_grows(store: LearnerDatabase) -> None:
    attempt = begun(store)
    for given_ms, kept_ms in [(200_000, 200_000), (250_000, 200_000), (0, 0), (1, 0)]:
        store.keep_remaining(attempt.id, given_ms, builders.moment(given_ms + 2))
        kept = store.attempt(attempt.id)
        assert (kept.remaining_ms, kept.seen) == (kept_ms, builders.moment(given_ms + 2))


def test_a_quiz_without_a_clock_gets_none(store: LearnerDatabase) -> None:
    attempt = begun(store, kind=AttemptKind.PRACTICE)
    store.keep_remaining(attempt.id, 5, builders.moment(8))
    assert store.attempt(attempt.id).remaining_ms is None


def test_the_clock_stands_still_after_the_end(store: LearnerDatabase) -> None:
    attempt = begun(store)
    store.end(attempt.id, AttemptState.FINISHED, builders.moment(4), Score(3, 5))
    store.keep_remaining(attempt.id, 5, builders.moment(8))
    kept = store.attempt(attempt.id)
    assert (kept.remaining_ms, kept.seen) == (300_000, builders.moment())


def test_pauses_come_back_in_order(store: LearnerDatabase) -> None:
    attempt = begun(store)
    slept = Pause(PauseCause.SLEPT, builders.moment(7), 3_600_000)
    closed = Pause(PauseCause.CLOSED, builders.moment(6), 0)
    store.add_pause(attempt.id, slept)
    store.add_pause(attempt.id, closed)
    assert store.attempt(attempt.id).pauses == (slept, closed)


def test_an_attempt_ends_once(store: LearnerDatabase) -> None:
    attempt = begun(store)
    store.end(attempt.id, AttemptState.EXPIRED, builders.moment(4), Score(3, 5))
    store.end(attempt.id, AttemptState.ABANDONED, builders.moment(9), None)
    kept = store.attempt(attempt.id)
    assert (kept.state, kept.ended) == (AttemptState.EXPIRED, builders.moment(4))
    assert store.summaries(attempt.profile)[0].score == Score(3, 5)


def test_a_summary_counts_the_items_whose_last_response_is_an_answer(store: LearnerDatabase) -> None:
    attempt = begun(store)
    answers: list[tuple[str, tuple[int, ...]]] = [
        ("soal-single", (2,)),
        ("soal-multiple", (0, 1)),
        ("soal-single", ()),  # taken back
        ("soal-verdict", ()),  # only flagged
        ("soal-multiple", (0, 2)),
        ("soal-ordering", ()),
        ("soal-ordering", (3, 2, 1, 0)),
    ]
    for counter, (item, answer) in enumerate(answers, start=2):
        store.add_response(attempt.id, builders.response(item, answer, counter))
    assert store.summaries(attempt.profile) == (
        AttemptSummary(
            id=attempt.id,
            kind=AttemptKind.EXAM,
            title="Simulasi ujian",
            pack=PackRef("contoh", "2026.11.1", "ab" * 32),
            started=builders.moment(),
            ended=None,
            state=AttemptState.ACTIVE,
            answered=2,
            total=5,
            pass_mark=75,
            score=None,
        ),
    )


def test_summaries_are_of_one_person_and_newest_first(store: LearnerDatabase) -> None:
    old = begun(store, started=builders.moment(3))
    new = builders.attempt(builders.pack(), old.profile, kind=AttemptKind.CHECK, started=builders.moment(30))
    store.begin(new, b"compiled")
    other = begun(store)
    store.add_response(new.id, builders.response("soal-single", (0,)))
    store.end(old.id, AttemptState.FINISHED, builders.moment(40), Score(0, 5))
    found = [(s.id, s.answered, s.ended, s.score, s.pass_mark) for s in store.summaries(old.profile)]
    assert found == [(new.id, 1, None, None, None), (old.id, 0, builders.moment(40), Score(0, 5), 75)]
    assert [summary.id for summary in store.summaries(other.profile)] == [other.id]
    assert store.summaries(uuid4()) == ()


def test_lessons_are_read_by_one_person_in_one_pack(store: LearnerDatabase) -> None:
    reader, other = builders.profile(), builders.profile()
    store.add_profile(reader)
    store.add_profile(other)
    store.mark_read(reader.id, "contoh", "materi-1", builders.moment(2))
    store.mark_read(reader.id, "contoh", "materi-2", builders.moment(3))
    store.mark_read(reader.id, "contoh", "materi-1", builders.moment(4))
    store.mark_read(reader.id, "lain", "materi-9", builders.moment(5))
    assert store.lessons_read(reader.id, "contoh") == {"materi-1", "materi-2"}
    assert store.lessons_read(other.id, "contoh") == frozenset()


def test_the_last_value_of_a_setting_counts(store: LearnerDatabase) -> None:
    assert store.setting("tema") is None
    store.keep_setting("tema", "terang")
    store.keep_setting("tema", "gelap")
    assert store.setting("tema") == "gelap"


def test_the_highest_counter_is_looked_for_in_every_moment(store: LearnerDatabase) -> None:
    assert store.highest_counter() == 0
    attempt = begun(store, started=builders.moment(11), seen=builders.moment(12))
    assert store.highest_counter() == 12
    store.add_response(attempt.id, builders.response("soal-single", (1,), 20))
    assert store.highest_counter() == 20
    store.keep_remaining(attempt.id, 5, builders.moment(21))
    assert store.highest_counter() == 21
    store.add_pause(attempt.id, Pause(PauseCause.SLEPT, builders.moment(22), 1))
    assert store.highest_counter() == 22
    store.end(attempt.id, AttemptState.ABANDONED, builders.moment(23), None)
    assert store.highest_counter() == 23
    store.mark_read(attempt.profile, "contoh", "materi-1", builders.moment(24))
    assert store.highest_counter() == 24
    store.add_profile(builders.profile(created=builders.moment(25)))
    assert store.highest_counter() == 25


def test_a_moment_with_parts_of_a_millisecond_is_a_fault(store: LearnerDatabase) -> None:
    utc = dt.datetime(2026, 11, 21, 1, 0, 0, 1, tzinfo=dt.UTC)
    with pytest.raises(ValueError, match="milliseconds"):
        store.add_profile(builders.profile(created=Moment(utc, 420, 1)))


def test_saved_responses_cannot_be_changed(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    saved = store.add_response(attempt.id, builders.response("soal-single", (1,)))
    with closing(sqlite3.connect(path)) as plain, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        plain.execute("UPDATE responses SET answer = '[2]'")
    assert store.attempt(attempt.id).responses == (saved,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE responses SET answer = '[2]' WHERE number = 1",
        "UPDATE responses SET answer = 'benar' WHERE number = 1",
        "UPDATE responses SET answer = '[1.5]' WHERE number = 1",
        "UPDATE responses SET answer = '[9007199254740993]' WHERE number = 1",
        "UPDATE responses SET flagged = 1 WHERE number = 0",
        "UPDATE responses SET at_utc = '2026-11-21T01:00:00.001Z' WHERE number = 1",
        "UPDATE responses SET at_utc = 'kemarin' WHERE number = 1",
        "UPDATE responses SET remaining_ms = 290001 WHERE number = 2",
        "UPDATE responses SET item = 'soal-verdict' WHERE number = 2",
        "UPDATE responses SET number = 9 WHERE number = 0",
        "UPDATE responses SET h = replace(h, substr(h, 1, 1), 'x') WHERE number = 2",
        "UPDATE attempt_items SET row_order = '[3, 2, 1, 0]' WHERE item = 'soal-single'",
        "UPDATE attempt_items SET revision = 2 WHERE item = 'soal-verdict'",
        "UPDATE attempts SET seed = 8",
        "UPDATE attempts SET kind = 'practice'",
        "UPDATE attempts SET limit_ms = 600000",
        "UPDATE attempts SET pass_mark = 50",
        "UPDATE attempts SET pass_mark = NULL",
        "UPDATE attempts SET started_utc = '2026-11-20T01:00:00.000Z'",
        "UPDATE attempts SET started_offset = 480",
        "UPDATE attempts SET started_counter = 0",
        "UPDATE attempts SET state = 'finished', ended_utc = '2026-11-21T01:00:00.000Z'",
        "UPDATE attempts SET remaining_ms = 300000",
        "UPDATE attempts SET checksum = replace(checksum, substr(checksum, 1, 1), 'x')",
        "UPDATE pauses SET wall_ms = 0",
    ],
)
def test_what_was_changed_behind_the_programs_back_is_refused(path: Path, store: LearnerDatabase, change: str) -> None:
    attempt = begun(store)
    for counter, answer in enumerate([(0,), (1,), (3,)], start=2):
        store.add_response(attempt.id, builders.response("soal-single", answer, counter))
    store.add_pause(attempt.id, Pause(PauseCause.SLEPT, builders.moment(6), 60_000))
    store.attempt(attempt.id)
    tamper(path, change)
    with pytest.raises(Refusal, match=r"“Simulasi ujian” berubah di luar program"):
        store.attempt(attempt.id)


@pytest.mark.parametrize(
    "loss",
    [
        "DELETE FROM responses WHERE number = 0",
        "DELETE FROM responses WHERE number = 1",
        "DELETE FROM responses WHERE number = 2",
        "DELETE FROM responses",
        "DELETE FROM attempt_items WHERE number = 4",
        "DELETE FROM pauses WHERE number = 0",
        "DELETE FROM packs",
        "UPDATE packs SET version = '2026.11.2'",
    ],
)
def test_a_quiz_with_something_missing_is_refused(path: Path, store: LearnerDatabase, loss: str) -> None:
    attempt = begun(store)
    for counter, answer in enumerate([(0,), (1,), (3,)], start=2):
        store.add_response(attempt.id, builders.response("soal-single", answer, counter))
    for counter in (6, 7):
        store.add_pause(attempt.id, Pause(PauseCause.SLEPT, builders.moment(counter), 60_000))
    tamper(path, loss)
    with pytest.raises(Refusal, match=r"“Simulasi ujian” tidak lengkap"):
        store.attempt(attempt.id)
    assert [summary.id for summary in store.summaries(attempt.profile)] == [attempt.id]


def test_questions_missing_from_a_quiz_without_an_answer_are_noticed(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    tamper(path, "DELETE FROM attempt_items WHERE number = 4")
    with pytest.raises(Refusal, match="tidak lengkap"):
        store.attempt(attempt.id)


def test_a_title_changed_behind_the_programs_back_is_refused(path: Path, store: LearnerDatabase) -> None:
    attempt = begun(store)
    store.add_response(attempt.id, builders.response("soal-single", (2,)))
    tamper(path, "UPDATE attempts SET title = 'Ujian resmi'")
    with pytest.raises(Refusal, match=r"“Ujian resmi” berubah di luar program"):
        store.attempt(attempt.id)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LearnerDatabase]:
    opened = open_learner_database(tmp_path_factory.mktemp("shared") / "belajar.db")
    yield opened
    opened.close()


def answers(item: Item) -> st.SearchStrategy[tuple[int, ...]]:
    rows = st.integers(0, 3)
    forms: dict[ItemType, st.SearchStrategy[Any]] = {
        ItemType.SINGLE: st.tuples(rows),
        ItemType.MULTIPLE: st.sets(rows).map(sorted).map(tuple),
        ItemType.ORDERING: st.permutations(range(4)).map(tuple),
        ItemType.VERDICT: st.tuples(st.integers(0, 2)),
        ItemType.MATCHING: st.tuples(*[st.integers(-1, 2)] * 3),
    }
    return st.just(()) | forms[item.type]


moments = st.builds(
    Moment,
    st.integers(0, 2**42).map(lambda ms: dt.datetime(1990, 1, 1, tzinfo=dt.UTC) + dt.timedelta(milliseconds=ms)),
    st.integers(-720, 840),
    st.integers(0, 2**53 - 1),
)
given_responses = st.sampled_from(builders.pack().items).flatmap(
    lambda item: st.builds(
        Response,
        item=st.just(item.id),
        answer=answers(item),
        flagged=st.booleans(),
        certainty=st.none() | st.text(),
        at=moments,
        remaining_ms=st.none() | st.integers(0, 300_000),
    )
)
pauses = st.builds(Pause, st.sampled_from(PauseCause), moments, st.integers(0, 2**53 - 1))


@settings(max_examples=100 if os.environ.get("CI") == "1" else 20, deadline=None)
@given(
    responses=st.lists(given_responses, max_size=8),
    paused=st.lists(pauses, max_size=2),
    started=moments,
    seed=st.integers(0, 2**53 - 1),
    title=st.text(),
)
def test_whatever_is_answered_comes_back_as_it_was(
    shared: LearnerDatabase, responses: list[Response], paused: list[Pause], started: Moment, seed: int, title: str
) -> None:
    attempt = begun(shared, started=started, seed=seed, title=title)
    saved = tuple(shared.add_response(attempt.id, response) for response in responses)
    for pause in paused:
        shared.add_pause(attempt.id, pause)

    assert [replace(response, h="") for response in saved] == responses
    clocks = [response.remaining_ms for response in responses if response.remaining_ms is not None]
    seen = [attempt.seen, *(response.at for response in responses), *(pause.ended for pause in paused)][-1]
    expected = replace(
        attempt,
        responses=saved,
        pauses=tuple(paused),
        remaining_ms=min([300_000, *clocks]),
        seen=seen,
    )
    assert shared.attempt(attempt.id) == expected
    (summary,) = shared.summaries(attempt.profile)
    assert (summary.answered, summary.total) == (expected.answered, 5)


def test_answers_over_all_attempts_are_the_last_of_each_question_in_the_order_asked(
    path: Path, store: LearnerDatabase
) -> None:
    attempt = begun(store)
    first, second, *others = (frozen.item for frozen in attempt.items)
    for counter, (item, answer) in enumerate([(second, (1,)), (first, (2,)), (second, (0,)), (first, ())], start=2):
        store.add_response(attempt.id, builders.response(item, answer, counter))
    again = builders.attempt(builders.pack(), attempt.profile, started=builders.moment(9))
    store.begin(again, b"compiled")
    store.end(again.id, AttemptState.ABANDONED, builders.moment(10), None)
    begun(store)
    found = store.answers(attempt.profile)
    assert found == {
        attempt.id: {first: (), second: (0,)} | dict.fromkeys(others, ()),
        again.id: dict.fromkeys((frozen.item for frozen in again.items), ()),
    }
    assert [list(answers) for answers in found.values()] == [
        [frozen.item for frozen in one.items] for one in (attempt, again)
    ]
    assert store.answers(uuid4()) == {}
    with record_at_a_glance(path) as record:
        assert record.answers(attempt.profile) == found
