"""A task of an office at the window: looked at, taken on, sat, and led on to its proof."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import SURE, UNSURE, AttemptState
from asnquiz.domain.pack import Blueprint, Phase
from asnquiz.domain.task import Session
from asnquiz.scorefiles import task_file
from asnquiz.ui.destinations import OpenFile, ResumeQuiz, Section, ShowTask
from asnquiz.ui.home.page import HomePage
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.proof.page import ProofPage
from asnquiz.ui.quiz.exam_page import ExamPage
from asnquiz.ui.results.result_page import ResultPage
from asnquiz.ui.tasks.offer_page import OfferPage
from asnquiz.ui.tasks.session_page import SessionPage
from asnquiz.ui.tasks.task_page import TaskPage
from asnquiz.usecases.ports import Clock
from tests.scorefiles import offices
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.office_tasks import take_on, written
from tests.ui.stores import FullStore
from tests.ui.test_exam_clock import SECOND, MovableClock

THREE = Blueprint(3, 5, 75, {Phase.BEFORE: 1, Phase.DURING: 1, Phase.AFTER: 1}, 1, {})


def words_on(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.labels())


def open_file(opened: Opened, file: Path) -> None:
    opened.window.go(OpenFile(file))
    opened.walker.settle()


def told(opened: Opened) -> str:
    message = opened.window.question
    assert message is not None
    return f"{message.text()}: {message.informativeText()}"


def exam_of(opened: Opened) -> ExamPage:
    page = opened.window.page
    assert isinstance(page, ExamPage)
    return page


def home(opened: Opened) -> str:
    opened.window.go(Section.HOME)
    opened.walker.settle()
    assert isinstance(opened.window.page, HomePage)
    return words_on(opened)


def test_a_task_is_seen_whole_before_anything_is_kept(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    task, file = written(opened, tmp_path, exam=THREE)
    open_file(opened, file)
    assert isinstance(opened.window.page, OfferPage)
    shown = words_on(opened)
    for words in (
        task.title,
        *task.letterhead,
        "3 soal, 5 menit, batas lulus 75",
        "baru pertama kali memberi Anda tugas",
        "Program ini tidak mengirim apa pun",
        "Kunci cadangan",
    ):
        assert words in shown
    opened.walker.press("Tidak sekarang")
    assert isinstance(opened.window.page, HomePage)
    assert opened.learning.store.tasks(opened.profile.id) == ()


def test_a_new_office_waits_for_a_yes_to_its_key(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    task, file = written(opened, tmp_path)
    open_file(opened, file)
    opened.walker.press("Ambil tugas")
    signer = offices.SIGNING.thumbprint()
    assert f"{signer[:4]} {signer[4:8]} {signer[8:12]}" in told(opened)
    opened.walker.key(Qt.Key.Key_Return)
    assert opened.learning.store.tasks(opened.profile.id) == (), "Enter alone is no yes"
    opened.walker.press("Ambil tugas")
    opened.walker.press("Sudah cocok")
    assert isinstance(opened.window.page, TaskPage)
    assert [one.signed.task for one in opened.learning.store.tasks(opened.profile.id)] == [task]
    _, second = written(opened, tmp_path)
    open_file(opened, second)
    assert "baru pertama kali" not in words_on(opened)
    opened.walker.press("Ambil tugas")
    assert isinstance(opened.window.page, TaskPage), "the office is known by now"


def test_a_file_that_was_taken_on_before_leads_to_its_page(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    task = take_on(opened, tmp_path)
    home(opened)
    open_file(opened, tmp_path / f"tugas-{task.id}.asntugas")
    assert isinstance(opened.window.page, TaskPage)


def test_a_changed_file_and_one_that_cannot_be_sat_here_are_told(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    task, file = written(opened, tmp_path)
    file.write_bytes(file.read_bytes().replace(b"payload", b"Payload"))
    open_file(opened, file)
    assert told(opened).startswith("Berkas tugas belum dapat dibuka: ")
    opened.walker.press("Mengerti")
    later = replace(task, pack=replace(task.pack, version="2999.1"))
    file.write_bytes(task_file.sign(later, offices.SIGNING))
    open_file(opened, file)
    opened.walker.press("Ambil tugas")
    opened.walker.press("Sudah cocok")
    assert told(opened).startswith("Tugas belum diambil: Tugas ini memerlukan paket soal versi 2999.1")
    assert isinstance(opened.window.page, OfferPage)


def test_from_beranda_through_the_exam_to_its_proof(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    walker = opened.walker
    task = take_on(opened, tmp_path, exam=THREE)
    assert "Belum dikerjakan." in words_on(opened)
    shown = home(opened)
    assert f"Tugas dari {task.office} · sampai " in shown
    assert f"{task.title}, 3 soal · 5 menit" in shown
    walker.press("Kerjakan tugas")
    walker.press("Mulai ujian")
    page = exam_of(opened)
    assert page.presenter.sitting.attempt.title == task.title
    walker.answer(right_answer(page.question.item))
    walker.press("Simpan dan lanjutkan")
    walker.press("Jeda, lanjutkan nanti")
    assert f"{task.title} belum selesai" in words_on(opened)
    assert f"{task.title}, 3 soal · 2 belum dijawab" in home(opened)
    walker.press("Lanjutkan tugas")
    walker.press("Selesai ujian …")
    walker.press("Selesai ujian")
    assert isinstance(opened.window.page, ResultPage)
    shown = words_on(opened)
    assert "batas lulus 75, ditetapkan oleh kantor" in shown
    assert "Berkas nilai" not in shown, "what a task asks leaves sealed, and no other way"
    walker.press("Simpan bukti nilai")
    assert isinstance(opened.window.page, ProofPage)
    assert "sudah dikerjakan, belum disimpan untuk kantor" in home(opened)
    walker.press("Simpan bukti nilai")
    assert isinstance(opened.window.page, ProofPage)
    learning = opened.learning
    learning.store.keep_handed_in(opened.profile.id, task.id, task.id, learning.clock.now())
    assert task.title not in home(opened).splitlines()[0:6]
    walker.press("Kuis")
    walker.press(f"Lihat tugas {task.title}")
    assert "belum dipastikan diterima." in words_on(opened)
    walker.press("Lihat hasil pengerjaan 1")
    assert isinstance(opened.window.page, ResultPage)


def test_an_open_exam_of_a_task_is_offered_before_a_new_one(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    task = take_on(opened, tmp_path, title="Simulasi ujian", exam=THREE)
    opened.walker.press("Mulai ujian")
    opened.walker.press("Jeda, lanjutkan nanti")
    opened.walker.press("Mulai ujian")
    page = exam_of(opened)
    assert page.presenter.sitting.task is None, "the pack's own exam of the same name is another"
    opened.walker.press("Jeda, lanjutkan nanti")
    opened.window.go(ShowTask(task.id))
    opened.walker.settle()
    opened.walker.press("Lanjutkan ujian")
    assert exam_of(opened).presenter.sitting.task == task


def test_certainty_is_asked_with_each_answer_and_kept(open_window: OpenWindow, tmp_path: Path) -> None:
    opened = open_window()
    walker = opened.walker
    take_on(opened, tmp_path, exam=THREE, certainty=True)
    walker.press("Mulai ujian")
    page = exam_of(opened)
    assert page.keys is KeyGroup.EXAM_CERTAINTY
    assert not walker.button("Simpan, yakin").isEnabled()
    walker.answer(right_answer(page.question.item))
    walker.key(Qt.Key.Key_Return)
    assert page.presenter.index == 0
    assert "Pilih dahulu: yakin atau ragu" in words_on(opened)
    walker.press("Simpan, yakin")
    walker.answer(right_answer(page.question.item))
    walker.press("Tandai soal")
    walker.press("Simpan, ragu")
    assert page.presenter.index == 2
    walker.press("Sebelumnya")
    walker.press("Lewati")
    walker.answer(right_answer(page.question.item))
    page.presenter.jump(0)
    walker.settle()
    kept = opened.learning.store.attempt(page.presenter.sitting.attempt.id)
    assert [kept.certainty_of(one.item) for one in kept.items] == [SURE, UNSURE, None]
    assert kept.is_flagged(kept.items[1].item)
    assert "3 dijawab · 1 ditandai · 0 belum" in words_on(opened)
    walker.press("Simpan, ragu")
    kept = opened.learning.store.attempt(kept.id)
    assert kept.certainty_of(kept.items[0].item) == UNSURE, "another mind is another response"


def test_an_answer_that_could_not_be_saved_comes_back_with_its_exam(open_window: OpenWindow, tmp_path: Path) -> None:
    store = FullStore()
    opened = open_window(store=store.before)
    take_on(opened, tmp_path, exam=THREE, certainty=True, pauses=False)
    opened.walker.press("Mulai ujian")
    opened.walker.press("Mulai ujian")
    page = exam_of(opened)
    store.full = True
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan, yakin")
    assert "Jawaban belum tersimpan" in told(opened)
    opened.walker.press("Mengerti")
    store.full = False
    opened.walker.press("Simpan, yakin")
    assert page.presenter.sitting.asks_certainty
    assert opened.learning.store.attempt(page.presenter.sitting.attempt.id).answered == 1


def test_a_supervised_exam_begins_with_its_session_which_the_next_finds_written(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    opened = open_window()
    walker = opened.walker
    task = take_on(opened, tmp_path, exam=THREE, supervised=True)
    walker.press("Mulai ujian")
    assert isinstance(opened.window.page, SessionPage)
    walker.write("Nama pengawas", "Budi  Santoso")
    walker.press("Mulai ujian")
    assert isinstance(opened.window.page, SessionPage)
    assert "Tempat belum diisi." in words_on(opened)
    walker.write("Tempat", "Aula lantai 2")
    walker.write("Kode sesi", "K7M2")
    walker.press("Mulai ujian")
    attempt = exam_of(opened).presenter.sitting.attempt.id
    session = Session("Budi Santoso", "Aula lantai 2", "K7M2")
    made_for = opened.learning.store.task_of(attempt)
    assert made_for is not None
    assert (made_for.task, made_for.session) == (task.id, session)
    walker.press("Selesai ujian …")
    walker.press("Selesai ujian")
    walker.press("Lihat tugas")
    assert walker.button("Berita acara pengerjaan 1")
    walker.press("Kerjakan lagi")
    walker.press("Mulai ujian")
    made_for = opened.learning.store.task_of(exam_of(opened).presenter.sitting.attempt.id)
    assert made_for is not None
    assert made_for.session == session


def without_pauses(open_window: OpenWindow, tmp_path: Path) -> tuple[Opened, ExamPage, MovableClock]:
    clocks: list[MovableClock] = []

    def movable(real: Clock) -> Clock:
        clocks.append(MovableClock(real))
        return clocks[-1]

    opened = open_window(clock=movable)
    take_on(opened, tmp_path, exam=THREE, pauses=False)
    assert "Ujian tidak dapat dijeda." in words_on(opened)
    opened.walker.press("Mulai ujian")
    assert "Mulai ujian sekarang?" in told(opened)
    opened.walker.press("Mulai ujian")
    return opened, exam_of(opened), clocks[0]


def test_an_exam_without_pauses_says_so_and_takes_time_away_off(open_window: OpenWindow, tmp_path: Path) -> None:
    opened, page, clock = without_pauses(open_window, tmp_path)
    shown = words_on(opened)
    assert "Tanpa jeda" in shown
    with pytest.raises(LookupError):
        opened.walker.button("Jeda")
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan dan lanjutkan")
    before = page.presenter.remaining_ms
    clock.wall += 62 * SECOND
    page.presenter.tick()
    opened.walker.settle()
    assert 0 <= before - page.presenter.remaining_ms - 62 * SECOND < 5 * SECOND
    assert "Waktu di luar layar yang sudah dikurangkan: 1 menit" in words_on(opened)
    page.set_aside()
    clock.wall += 60 * SECOND
    clock.monotonic += 60 * SECOND
    page.come_back()
    opened.walker.settle()
    kept = opened.learning.store.attempt(page.presenter.sitting.attempt.id)
    assert kept.remaining_ms is not None
    assert 0 <= before - kept.remaining_ms - 122 * SECOND < 10 * SECOND
    assert len(kept.pauses) == 2


def test_what_was_taken_off_while_it_was_closed_is_told_on_coming_back(open_window: OpenWindow, tmp_path: Path) -> None:
    opened, page, clock = without_pauses(open_window, tmp_path)
    attempt, before = page.presenter.sitting.attempt.id, page.presenter.remaining_ms
    home(opened)
    clock.wall += 90 * SECOND
    opened.window.go(ResumeQuiz(attempt))
    opened.walker.settle()
    assert 0 <= before - exam_of(opened).presenter.remaining_ms - 90 * SECOND < 10 * SECOND
    assert "Waktu di luar layar yang sudah dikurangkan: 1 menit 3" in words_on(opened)


@pytest.mark.parametrize("way", ["closed", "locked", "slept"])
def test_time_that_runs_out_while_nobody_is_there_ends_it_with_what_is_saved(
    open_window: OpenWindow, tmp_path: Path, way: str
) -> None:
    opened, page, clock = without_pauses(open_window, tmp_path)
    attempt = page.presenter.sitting.attempt.id
    opened.walker.answer(right_answer(page.question.item))
    opened.walker.press("Simpan dan lanjutkan")
    if way == "closed":
        home(opened)
    elif way == "locked":
        page.set_aside()
    clock.wall += int(dt.timedelta(hours=8).total_seconds()) * SECOND
    if way == "closed":
        opened.window.go(ResumeQuiz(attempt))
    elif way == "locked":
        page.come_back()
    else:
        page.presenter.tick()
    opened.walker.settle()
    assert isinstance(opened.window.page, ResultPage)
    kept = opened.learning.store.attempt(attempt)
    assert (kept.state, kept.remaining_ms, kept.answered) == (AttemptState.EXPIRED, 0, 1)


def test_a_task_beside_a_portable_program_is_offered_until_it_is_taken_on(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    (tmp_path / "portable").touch()
    opened = open_window()
    _, file = written(opened, tmp_path)
    (tmp_path / "rusak.asntugas").mkdir()
    shown = home(opened)
    assert f"Ada tugas di folder program: {file.name}" in shown
    assert shown.count("Ada tugas di folder program") == 1
    opened.walker.press(f"Lihat tugas {file.name}")
    assert isinstance(opened.window.page, OfferPage)
    opened.walker.press("Ambil tugas")
    opened.walker.press("Sudah cocok")
    assert "Ada tugas di folder program" not in home(opened)
