"""Berita acara: facts of a supervised exam, and neither a mark nor a number of a person."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.domain.attempt import AttemptState, Pause, PauseCause
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Session
from asnquiz.usecases.take_minutes import Minutes, take_minutes
from asnquiz.usecases.take_quiz import TaskPlan
from tests.scorefiles.learning import Learning, task_here

TASK = task_here(supervised=True)
WATCHED = TaskPlan(TASK.id, Session("Rahmat Hidayat", "Aula Kantor Camat", "K7M2"))


@pytest.fixture
def learning(tmp_path: Path) -> Iterator[Learning]:
    opened = Learning(tmp_path)
    opened.take_on(TASK)
    yield opened
    opened.store.close()


def taken(learning: Learning, attempt: UUID) -> Minutes:
    return take_minutes(learning.profile, attempt, store=learning.store, packs=learning.packs)


def test_it_says_who_sat_what_where_when_and_how_much_was_answered(learning: Learning) -> None:
    exam = learning.take(1, right=26, plan=WATCHED)
    kept = learning.store.attempt(exam)
    assert kept.ended is not None
    minutes = taken(learning, exam)
    assert minutes.before == (
        ("Tugas", "Ujian netralitas 2026"),
        ("Dari", "BKPSDM Kabupaten Contoh"),
        ("Tempat", "Aula Kantor Camat"),
        ("Kode sesi", "K7M2"),
        ("Pengawas", "Rahmat Hidayat"),
        ("Peserta", "Siti Aminah"),
        ("Unit kerja", "Dinas Kesehatan"),
        ("Hari, tanggal", "Sabtu, 21 November 2026"),
    )
    assert minutes.course == (
        ("Mulai", f"pukul {kept.started.local:%H.%M}"),
        ("Selesai", f"pukul {kept.ended.local:%H.%M}, diakhiri oleh peserta"),
        ("Waktu yang diberikan", "30 menit"),
        ("Soal dijawab", "27 dari 30"),
        ("Jeda", "tidak ada"),
    )
    assert minutes.times == ()
    assert (minutes.letterhead, minutes.supervisor, minutes.name) == (TASK.letterhead, "Rahmat Hidayat", "Siti Aminah")
    assert minutes.file_name == "berita-acara-siti-aminah-2026-11-21.pdf"


def test_no_number_and_no_mark_is_in_it(learning: Learning) -> None:
    words = repr(replace(taken(learning, learning.take(1, right=26, plan=WATCHED)), pack=learning.packs.current()[0]))
    said = words.split("before=")[1].lower()
    for secret in ("198609262015051001", "86,6", "866", "26 dari 30", "lulus", "benar"):
        assert secret not in said


def test_pauses_are_told_as_they_were_kept_and_odd_times_without_blame(learning: Learning) -> None:
    exam = learning.take(1, right=2, plan=WATCHED, end=None)
    for cause, wall_ms in ((PauseCause.SLEPT, 125_000), (PauseCause.CLOSED, 60_000)):
        learning.store.add_pause(exam, Pause(cause, learning.clock.now(), wall_ms))
    back = Moment(dt.datetime(2026, 11, 21, 1, 2, tzinfo=dt.UTC), 420, learning.clock.now().counter)
    learning.store.end(exam, AttemptState.EXPIRED, back, None)
    minutes = taken(learning, exam)
    assert dict(minutes.course)["Selesai"] == "pukul 08.02, waktu habis"
    assert dict(minutes.course)["Jeda"] == "2 kali, seluruhnya 3 menit 5 detik"
    assert [words.split(": ")[1] for words in minutes.times[:2]] == [
        "komputer tidur selama 2 menit 5 detik",
        "tidak ada di layar selama 1 menit 0 detik",
    ]
    assert "Jam komputer mundur selama ujian; jam yang keliru dapat menjadi sebabnya" in minutes.times


def test_only_a_supervised_exam_of_ones_own_that_is_over_has_minutes(learning: Learning) -> None:
    alone = learning.take(1, right=3)
    unwatched = learning.take(2, right=3, plan=TaskPlan(learning.take_on(task_here(id=UUID(int=7))).task.id))
    under_way = learning.take(3, right=3, plan=WATCHED, end=None)
    for attempt, words in ((alone, "diawasi"), (unwatched, "diawasi"), (under_way, "sudah selesai")):
        with pytest.raises(Refusal, match=words):
            taken(learning, attempt)
    over = learning.take(4, right=3, plan=WATCHED)
    learning.profile = learning.add_profile(UUID(int=2), Person("Budi"))
    learning.take_on(TASK)
    with pytest.raises(Refusal, match="ujian Anda sendiri"):
        taken(learning, over)


def test_a_name_is_needed(learning: Learning) -> None:
    exam = learning.take(1, right=3, plan=WATCHED)
    learning.profile = replace(learning.profile, person=Person())
    with pytest.raises(Refusal, match="Isi nama Anda"):
        taken(learning, exam)
