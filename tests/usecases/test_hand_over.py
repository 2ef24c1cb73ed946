"""Handing over: only exams that are over leave, and only as the preview showed them."""

import datetime as dt
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from asnquiz.domain.attempt import AttemptKind, AttemptState, Pause, PauseCause, Score, chain_holds, score_of
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Employment, Person
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict, TimeAnomaly, mark_agrees, report_attempt, time_anomalies
from asnquiz.domain.task import Session
from asnquiz.scorefiles.score_file import read_file
from asnquiz.scorefiles.seal import Seal
from asnquiz.usecases.hand_over import (
    NAME_NEEDED,
    Preview,
    attempt_lines,
    hand_over,
    is_taken,
    may_leave,
    person_fields,
    preview,
    suggested_name,
    target_path,
)
from asnquiz.usecases.take_quiz import CheckPlan, Plan, PosttestPlan, PracticePlan, PretestPlan
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
    goes = " ".join(view.goes)
    for words in (
        "Setiap jawaban",
        "diganti",
        "ragu-ragu",
        "jeda",
        "versi paket soal",
        "Zona waktu",
        "nomor urut pencatatan",
        "janggal",
        "kunci komputer ini",
        "versi program",
        "waktu berkas dibuat",
    ):
        assert words in goes
    assert "siapa pun yang memegangnya dapat membaca isinya" in view.warning


def test_a_reported_attempt_can_be_checked_and_rescored_from_itself(start: Start) -> None:
    learning = start()
    exam = learning.take(1, right=12)
    (reported,) = shown(learning, exam).attempts
    kept = learning.store.attempt(exam)
    assert chain_holds(reported)
    assert mark_agrees(reported.score, 30, reported.pass_mark, reported.tenths, reported.passed)
    assert (reported.items, reported.responses, reported.seed) == (kept.items, kept.responses, kept.seed)
    assert score_of(kept, learning.packs.current()[0]) == reported.score == Score(12, 30)
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


@pytest.mark.parametrize("plan", [PracticePlan(None, 5), CheckPlan("materi-1"), PretestPlan()])
def test_practice_checks_and_tests_never_leave(start: Start, plan: Plan) -> None:
    learning = start()
    attempt = learning.take(1, right=1, plan=plan)
    with pytest.raises(Refusal, match="hanya ujian yang boleh keluar"):
        shown(learning, attempt)


def test_the_tests_around_the_lessons_cannot_even_be_picked(start: Start) -> None:
    learning = start()
    learning.take(1, right=1, plan=PretestPlan())
    posttest = learning.take(2, right=9, plan=PosttestPlan())
    assert may_leave(learning.profile.id, learning.store) == ()
    with pytest.raises(Refusal, match="“Tes akhir” tidak dapat diserahkan"):
        shown(learning, posttest)


def test_practice_made_an_exam_behind_the_programs_back_never_leaves(start: Start, tmp_path: Path) -> None:
    learning = start()
    practice = learning.take(1, right=5, plan=PracticePlan(None, 5))
    with closing(sqlite3.connect(tmp_path / "belajar.db")) as plain, plain:
        plain.execute("UPDATE attempts SET kind = 'exam', title = 'Simulasi ujian', pass_mark = 75")
    with pytest.raises(Refusal, match="berubah di luar program"):
        shown(learning, practice)


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
    with pytest.raises(Refusal, match="Isi nama Anda lebih dahulu") as refused:
        shown(learning, exam)
    assert str(refused.value) == NAME_NEEDED


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


def test_a_damaged_key_is_told_of_once_it_can_be_heard(start: Start, tmp_path: Path) -> None:
    learning = start()
    view = shown(learning, learning.take(1, right=26))
    (tmp_path / "device.key").write_bytes(b"rusak")
    seal = Seal(tmp_path / "device.key", learning.clock)

    def save(path: Path) -> str | None:
        return hand_over(view, path, seal=seal, clock=learning.clock, file_id=uuid4(), program="0.1.0").notice

    with pytest.raises(Refusal, match="Folder itu tidak ditemukan"):
        save(tmp_path / "hilang" / "a.asnskor")
    assert "device-rusak-2026-11-21.key" in (save(tmp_path / "a.asnskor") or "")
    assert save(tmp_path / "b.asnskor") is None


def test_an_attempt_is_told_in_lines(start: Start) -> None:
    learning = start()
    learning.take(1, right=3, end=AttemptState.ABANDONED)
    (attempt,) = shown(learning, learning.take(2, right=26)).attempts
    started = learning.store.attempt(attempt.id).started.local
    assert attempt_lines(attempt) == (
        f"Simulasi ujian, 21 November 2026 pukul {started:%H.%M}",
        "Nilai 86,6 (26 dari 30 benar), lulus",
        "Ujian ke-2 dari 2 yang pernah dimulai",
        "Tanpa pengawas",
    )


def test_what_a_receiver_may_wonder_about_is_told_too(start: Start) -> None:
    learning = start()
    (attempt,) = shown(learning, learning.take(1, right=12, end=AttemptState.EXPIRED)).attempts
    lines = attempt_lines(
        replace(
            attempt,
            pauses=(Pause(PauseCause.SLEPT, at(5, 3), 65_000), Pause(PauseCause.CLOSED, at(6, 4), 60_000)),
            anomalies=tuple(TimeAnomaly),
            session=Session("Rahmat", "Aula BKPSDM", "7K2M"),
        )
    )
    assert lines[1] == "Nilai 40,0 (12 dari 30 benar), belum lulus"
    assert lines[3:] == (
        "Berakhir karena waktu habis",
        "Jeda: 2 kali, seluruhnya 2 menit 5 detik",
        "Perhatikan: ujian tercatat berakhir sebelum dimulai",
        "Perhatikan: jam komputer mundur selama ujian",
        "Perhatikan: urutan pencatatan mundur selama ujian",
        "Diawasi oleh Rahmat, Aula BKPSDM, kode sesi 7K2M",
    )


def test_without_a_pass_mark_nobody_passes_or_fails(start: Start) -> None:
    learning = start()
    (attempt,) = shown(learning, learning.take(1, right=30)).attempts
    assert attempt_lines(replace(attempt, passed=None))[1] == "Nilai 100 (30 dari 30 benar)"


SUGGESTED = "nilai-siti-2026-11-21-0f3c9a1b.asnskor"


@pytest.mark.parametrize(
    ("typed", "inside"),
    [
        ("siti", "siti.asnskor"),
        ("siti.asnskor", "siti.asnskor"),
        ("SITI.ASNSKOR", "SITI.ASNSKOR"),
        ("dr. siti", "dr. siti.asnskor"),
        ("siti.pdf", "siti.pdf.asnskor"),
        ("  siti.asnskor\n", "siti.asnskor"),
        ('"siti aminah.asnskor"', "siti aminah.asnskor"),
        (" ' siti ' ", "siti.asnskor"),
        ("“siti”", "siti.asnskor"),
        ("siti's", "siti's.asnskor"),
        ("surat", f"surat/{SUGGESTED}"),
        ("surat/", f"surat/{SUGGESTED}"),
        ("hilang/", f"hilang/{SUGGESTED}"),
        ("surat/siti", "surat/siti.asnskor"),
        (".", SUGGESTED),
    ],
)
def test_what_a_person_types_becomes_a_path(tmp_path: Path, typed: str, inside: str) -> None:
    (tmp_path / "surat").mkdir()
    assert target_path(typed, tmp_path, SUGGESTED) == tmp_path / inside


def test_a_whole_path_stands_by_itself_and_a_file_of_that_name_is_for_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "siti.asnskor"
    assert not is_taken(path)
    path.write_bytes(b"lama")
    assert target_path(str(path), Path("/lain"), SUGGESTED) == path
    assert is_taken(path)


def test_a_wave_is_the_persons_own_folder(tmp_path: Path) -> None:
    assert target_path("~/tidak-ada/siti", tmp_path, SUGGESTED) == Path.home() / "tidak-ada" / "siti.asnskor"


@pytest.mark.parametrize("typed", ["", "  ", '""', '" "', "''"])
def test_an_empty_place_is_refused(tmp_path: Path, typed: str) -> None:
    with pytest.raises(Refusal, match="Tulis nama berkas"):
        target_path(typed, tmp_path, SUGGESTED)


@pytest.mark.parametrize("typed", ["siti\0", "\ud800", "~tidak-ada-orang-itu/siti"])
def test_a_place_that_cannot_be_is_refused(tmp_path: Path, typed: str) -> None:
    with pytest.raises(Refusal, match="bukan tempat"):
        target_path(typed, tmp_path, SUGGESTED)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX pipes")
@pytest.mark.parametrize("typed", ["pipa", "pipa.asnskor", "penuh", "ada"])
def test_what_is_no_file_is_not_written_over(tmp_path: Path, typed: str) -> None:
    os.mkfifo(tmp_path / "pipa")
    os.mkfifo(tmp_path / "pipa.asnskor")
    (tmp_path / "penuh.asnskor").mkdir()
    (tmp_path / "ada" / SUGGESTED).mkdir(parents=True)
    with pytest.raises(Refusal, match="sudah ada, tetapi bukan berkas biasa"):
        target_path(typed, tmp_path, SUGGESTED)


def test_a_name_longer_than_can_be_is_left_to_the_writing(tmp_path: Path) -> None:
    path = target_path("a" * 300, tmp_path, SUGGESTED)
    assert path.name == "a" * 300 + ".asnskor"
    assert not is_taken(path)


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
