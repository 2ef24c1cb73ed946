"""Handing over: only exams that are over leave, and only as the preview showed them."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from asnquiz.domain.attempt import AttemptKind, AttemptState, Score, chain_holds, score_of
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Employment, Person
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict, TimeAnomaly, report_attempt, score_agrees, time_anomalies
from asnquiz.scorefiles.score_file import read_file
from asnquiz.scorefiles.seal import Seal
from asnquiz.usecases.hand_over import Preview, hand_over, may_leave, person_fields, preview, suggested_name
from asnquiz.usecases.take_quiz import CheckPlan, PracticePlan
from tests import builders
from tests.scorefiles.learning import FILE_ID, SITI, TODAY, Learning

Start = Callable[..., Learning]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    opened: list[Learning] = []

    def start_with(person: Person = SITI) -> Learning:
        opened.append(Learning(tmp_path, person))
        return opened[-1]

    yield start_with
    for learning in opened:
        learning.store.close()


def shown(learning: Learning, *chosen: UUID) -> Preview:
    return preview(learning.profile, chosen, store=learning.store, packs=learning.packs)


def test_the_preview_shows_person_and_score_and_what_stays(start: Start) -> None:
    learning = start()
    exam = learning.take(1, right=26)
    view = shown(learning, exam)
    assert view.person == SITI
    (attempt,) = view.attempts
    assert (attempt.id, attempt.score, attempt.tenths, attempt.passed) == (exam, Score(26, 30), 866, True)
    assert any("Latihan" in sentence for sentence in view.stays)
    assert any("Setiap jawaban" in sentence for sentence in view.goes)
    assert "siapa pun yang memegangnya dapat membaca isinya" in view.warning


def test_a_reported_attempt_can_be_checked_and_rescored_from_itself(start: Start) -> None:
    learning = start()
    exam = learning.take(1, right=12)
    (reported,) = shown(learning, exam).attempts
    kept = learning.store.attempt(exam)
    assert chain_holds(reported)
    assert score_agrees(reported)
    assert (reported.items, reported.responses, reported.seed) == (kept.items, kept.responses, kept.seed)
    assert score_of(kept, learning.packs.pack) == reported.score == Score(12, 30)
    assert reported.passed is False


def test_each_exam_says_which_of_how_many_it_was(start: Start) -> None:
    learning = start()
    first = learning.take(1, right=10)
    learning.take(2, plan=PracticePlan(None, 5))
    learning.take(3, right=2, end=AttemptState.ABANDONED)
    third = learning.take(4, right=20)
    view = shown(learning, third, first)
    assert [(one.id, one.number, one.made) for one in view.attempts] == [(third, 3, 3), (first, 1, 3)]


def test_an_exam_chosen_twice_goes_once(start: Start) -> None:
    learning = start()
    exam = learning.take(1, right=26)
    assert len(shown(learning, exam, exam).attempts) == 1


def test_an_exam_that_the_clock_ended_may_leave(start: Start) -> None:
    learning = start()
    exam = learning.take(1, right=5, end=AttemptState.EXPIRED)
    assert shown(learning, exam).attempts[0].state is AttemptState.EXPIRED


def test_only_exams_that_are_over_can_be_picked_newest_first(start: Start) -> None:
    learning = start()
    first = learning.take(1, right=10)
    learning.take(2, plan=PracticePlan(None, 5))
    learning.take(3, end=AttemptState.ABANDONED)
    second = learning.take(4, right=10)
    learning.take(5, end=None)
    assert [one.id for one in may_leave(learning.profile.id, learning.store)] == [second, first]


@pytest.mark.parametrize("plan", [PracticePlan(None, 5), CheckPlan("materi-1")])
def test_practice_and_checks_never_leave(start: Start, plan: PracticePlan | CheckPlan) -> None:
    learning = start()
    attempt = learning.take(1, right=1, plan=plan)
    with pytest.raises(Refusal, match="hanya ujian yang boleh keluar"):
        shown(learning, attempt)


@pytest.mark.parametrize("end", [None, AttemptState.ABANDONED])
def test_an_exam_that_was_not_finished_never_leaves(start: Start, end: AttemptState | None) -> None:
    learning = start()
    exam = learning.take(1, right=3, end=end)
    with pytest.raises(Refusal, match="tidak diselesaikan"):
        shown(learning, exam)


def test_one_that_may_not_leave_stops_all(start: Start) -> None:
    learning = start()
    exam = learning.take(1, right=26)
    practice = learning.take(2, plan=PracticePlan(None, 5))
    with pytest.raises(Refusal, match="hanya ujian"):
        shown(learning, exam, practice)


def test_without_a_choice_nothing_leaves(start: Start) -> None:
    with pytest.raises(Refusal, match="Belum ada ujian yang dipilih"):
        shown(start())


def test_exams_of_somebody_else_never_leave(start: Start) -> None:
    learning = start()
    budi = learning.add_profile(UUID(int=2), Person("Budi"))
    exam = learning.take(1, right=26, profile=budi)
    with pytest.raises(Refusal, match="bukan milik profil ini"):
        shown(learning, exam)


@pytest.mark.parametrize("name", [None, "", "  "])
def test_a_guest_is_asked_for_a_name_first(start: Start, name: str | None) -> None:
    learning = start(Person(name))
    exam = learning.take(1, right=26)
    with pytest.raises(Refusal, match="Isi nama Anda lebih dahulu"):
        shown(learning, exam)


def test_a_name_alone_is_enough(start: Start) -> None:
    learning = start(Person("Siti Aminah"))
    assert person_fields(shown(learning, learning.take(1, right=26)).person) == (("Nama", "Siti Aminah"),)


def test_the_file_holds_what_was_shown_and_nothing_else(start: Start, tmp_path: Path) -> None:
    learning = start()
    exam = learning.take(1, right=26)
    learning.take(2, right=3)
    view = shown(learning, exam)
    key_file = tmp_path / "device.key"
    assert not key_file.exists()
    path = tmp_path / "nilai.asnskor"
    seal = Seal(key_file, learning.clock)
    done = hand_over(view, path, seal=seal, clock=learning.clock, file_id=FILE_ID, program="0.1.0")
    seen = read_file(path)
    assert (done.path, done.notice) == (path, None)
    assert seen.verdict is FileVerdict.INTACT
    assert seen.report == done.report
    assert (done.report.person, done.report.attempts) == (view.person, view.attempts)
    assert (done.report.file_id, done.report.versions.program) == (FILE_ID, "0.1.0")
    assert (done.report.device, done.report.recipients) == (seal.device()[0], ())


def test_a_key_that_was_lost_leaves_old_files_valid(start: Start, tmp_path: Path) -> None:
    learning = start()
    view = shown(learning, learning.take(1, right=26))
    key_file, clock = tmp_path / "device.key", learning.clock
    before, after = tmp_path / "a.asnskor", tmp_path / "b.asnskor"
    hand_over(view, before, seal=Seal(key_file, clock), clock=clock, file_id=uuid4(), program="0.1.0")
    key_file.unlink()
    hand_over(view, after, seal=Seal(key_file, clock), clock=clock, file_id=uuid4(), program="0.1.0")
    assert read_file(before).verdict is read_file(after).verdict is FileVerdict.INTACT
    assert read_file(before).device != read_file(after).device


def test_a_damaged_key_is_told_with_the_file(start: Start, tmp_path: Path) -> None:
    learning = start()
    view = shown(learning, learning.take(1, right=26))
    (tmp_path / "device.key").write_bytes(b"rusak")
    seal = Seal(tmp_path / "device.key", learning.clock)
    done = hand_over(view, tmp_path / "a.asnskor", seal=seal, clock=learning.clock, file_id=FILE_ID, program="0.1.0")
    assert done.notice is not None
    assert "device-rusak-2026-11-21.key" in done.notice
    assert (tmp_path / "device-rusak-2026-11-21.key").read_bytes() == b"rusak"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Siti Aminah", "siti-aminah"),
        ("Dr. H. Ma'ruf, S.Sos., M.Si.", "dr-h-ma-ruf-s-sos-m-si"),
        ("René Škoda", "rene-skoda"),
        ("198609262015051001", "peserta"),
        ("Siti 198609262015051001", "siti"),
        ("../../etc/passwd", "etc-passwd"),
        ("王", "peserta"),
        (None, "peserta"),
        ("a" * 200, "a" * 40),
    ],
)
def test_the_suggested_name_holds_letters_day_and_id_only(name: str | None, slug: str) -> None:
    assert suggested_name(Person(name), TODAY, FILE_ID) == f"nilai-{slug}-2026-11-21-0f3c9a1b.asnskor"


def test_everything_known_of_a_person_is_shown_whole() -> None:
    assert person_fields(SITI) == (
        ("Nama", "Siti Aminah"),
        ("NIP/NI PPPK", "198609262015051001"),
        ("Jabatan", "Analis"),
        ("Unit kerja", "Dinas Kesehatan"),
        ("Status kepegawaian", "PNS"),
    )


@pytest.mark.parametrize("employment", Employment)
def test_every_employment_has_its_word(employment: Employment) -> None:
    assert len(person_fields(Person("Siti", employment=employment))) == 2


def at(counter: int, minute: int) -> Moment:
    return Moment(dt.datetime(2026, 11, 21, 1, minute, tzinfo=dt.UTC), 420, counter)


@pytest.mark.parametrize(
    ("started", "answered", "ended", "odd"),
    [
        (at(1, 0), at(2, 5), at(3, 9), ()),
        (at(1, 0), at(2, 0), at(2, 0), ()),
        (at(1, 5), at(2, 3), at(3, 9), (TimeAnomaly.CLOCK_SET_BACK,)),
        (at(1, 5), at(2, 5), at(3, 0), (TimeAnomaly.ENDED_BEFORE_STARTED, TimeAnomaly.CLOCK_SET_BACK)),
        (at(9, 5), at(2, 5), at(10, 5), (TimeAnomaly.COUNTER_SET_BACK,)),
    ],
)
def test_odd_times_are_named(started: Moment, answered: Moment, ended: Moment, odd: tuple[TimeAnomaly, ...]) -> None:
    pack = builders.pack()
    attempt = builders.attempt(
        pack,
        uuid4(),
        started=started,
        ended=ended,
        state=AttemptState.FINISHED,
        responses=(builders.response(pack.items[0].id, (2,), at=answered),),
    )
    assert time_anomalies(attempt) == odd
    reported = report_attempt(attempt, Score(1, 5), number=1, made=1)
    assert reported.anomalies == time_anomalies(reported) == odd


def test_an_attempt_that_is_not_over_cannot_be_reported() -> None:
    open_one = builders.attempt(builders.pack(), uuid4(), AttemptKind.EXAM)
    with pytest.raises(ValueError, match="finished or expired"):
        report_attempt(open_one, Score(0, 5), number=1, made=1)
