"""Handing in: all that was finished for one task and nothing else, sealed for its office, and noted once it is kept."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.domain.attempt import AttemptState, Score
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Person
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict, GivenTask, ScoreReport
from asnquiz.domain.task import Session, SignedTask
from asnquiz.scorefiles import score_file
from asnquiz.scorefiles.seal import Seal
from asnquiz.scorefiles.sealed import open_sealed
from asnquiz.usecases.hand_in import NAME_NEEDED, NIP_MISSING, PAST_DEADLINE, ProofPreview, hand_in, preview_proof
from asnquiz.usecases.hand_over import HandedOver, free_path
from asnquiz.usecases.take_quiz import PracticePlan, TaskPlan
from tests.scorefiles import offices
from tests.scorefiles.learning import FILE_ID, SITI, TODAY, Learning, task_here
from tests.ui.stores import FULL_DISK, StoreFront

TASK = task_here()
FOR_TASK = TaskPlan(TASK.id)
SESSION = Session("Rahmat Hidayat", "Aula Kantor Camat", "K7M2")
Start = Callable[..., Learning]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    opened: list[Learning] = []

    def start_with(person: Person = SITI) -> Learning:
        opened.append(Learning(tmp_path, person))
        opened[-1].take_on(TASK)
        return opened[-1]

    yield start_with
    for learning in opened:
        learning.store.close()


def shown(learning: Learning, task: UUID = TASK.id, today: dt.date = TODAY, file_id: UUID = FILE_ID) -> ProofPreview:
    return preview_proof(
        learning.profile, task, store=learning.store, packs=learning.packs, today=today, file_id=file_id
    )


def saved(learning: Learning, view: ProofPreview, path: Path) -> HandedOver:
    """Hands in with nothing around the sealed file."""
    seal = Seal(path.parent / "device.key", learning.clock)
    return hand_in(view, path, seal=seal, page=bytes, store=learning.store, clock=learning.clock, program="0.1.0")


def opened_by_each_key(path: Path) -> ScoreReport:
    """What the office and its escrow read; it is the same."""
    found = []
    for kid, key in offices.KEYS.items():
        opened = open_sealed(path.read_bytes(), {kid: key})
        assert opened.kids == tuple(one.kid for one in TASK.recipients)
        assert opened.jws is not None
        seen = score_file.read(opened.jws)
        assert seen.verdict is FileVerdict.INTACT
        found.append(seen.report)
    assert found[0] == found[1]
    assert found[0] is not None
    return found[0]


def handed_in(learning: Learning) -> tuple[Moment | None, UUID | None]:
    (taken,) = learning.store.tasks(learning.profile.id)
    return taken.handed_in, taken.file_id


def test_every_finished_attempt_of_the_task_goes_and_no_other(start: Start) -> None:
    learning = start()
    learning.take(1, right=10)
    first = learning.take(2, right=12, plan=FOR_TASK)
    learning.take(3, plan=PracticePlan(None, 5))
    learning.take(4, plan=FOR_TASK, end=AttemptState.ABANDONED)
    third = learning.take(5, right=26, plan=FOR_TASK, end=AttemptState.EXPIRED)
    learning.take(6, plan=FOR_TASK, end=None)
    attempts = shown(learning).sealed.attempts
    assert [(one.id, one.number, one.made) for one in attempts] == [(first, 1, 4), (third, 3, 4)]
    assert [one.score for one in attempts] == [Score(12, 30), Score(26, 30)]
    assert [one.session for one in attempts] == [None, None]


def test_a_supervised_one_says_under_whose_eyes(start: Start) -> None:
    learning = start()
    learning.take(1, right=10, plan=TaskPlan(TASK.id, SESSION))
    (attempt,) = shown(learning).sealed.attempts
    assert attempt.session == SESSION


def test_what_anyone_reads_is_name_unit_task_and_dates(start: Start) -> None:
    learning = start()
    learning.take(1, right=26, plan=FOR_TASK)
    page = shown(learning).page
    assert page.fields == (
        ("Nama", "Siti Aminah"),
        ("Unit kerja", "Dinas Kesehatan"),
        ("Tugas", "Ujian netralitas 2026"),
        ("Dari", "BKPSDM Kabupaten Contoh"),
        ("Batas waktu", "diterima paling lambat 11 Desember 2026"),
        ("Tanggal dibuat", "21 November 2026"),
        ("Nomor berkas", "0f3c9a1b"),
    )
    assert page.file_name == "Bukti nilai - Siti Aminah - Dinas Kesehatan - Ujian netralitas 2026 - 2026-11-21.pdf"


def test_what_stays_and_what_goes_is_told(start: Start) -> None:
    learning = start()
    learning.take_on(replace(TASK, id=FILE_ID, certainty=True))
    learning.take(1, right=26, plan=TaskPlan(FILE_ID))
    sealed = shown(learning, FILE_ID).sealed
    stays = " ".join(sealed.stays)
    for words in ("tidak Anda selesaikan", "Latihan", "ujian di luar tugas ini", "Data orang lain"):
        assert words in stays
    assert any("Seberapa yakin" in words for words in sealed.goes)
    assert sealed.warning == "Hasil tersegel hanya dapat dibuka oleh BKPSDM Kabupaten Contoh."


@pytest.mark.parametrize(
    ("name", "unit", "file"),
    [
        ("Dr. H. Ma'ruf, S.Sos.", None, "Bukti nilai - Dr H Ma ruf S Sos - Ujian netralitas 2026 - 2026-11-21.pdf"),
        ("René", 'SMPN 3/A: "Bina"', "Bukti nilai - Rene - SMPN 3 A Bina - Ujian netralitas 2026 - 2026-11-21.pdf"),
        ("王", "..", "Bukti nilai - Ujian netralitas 2026 - 2026-11-21.pdf"),
        ("a" * 150, "b" * 150, f"Bukti nilai - {'a' * 40} - {'b' * 40} - Ujian netralitas 2026 - 2026-11-21.pdf"),
    ],
)
def test_every_computer_takes_the_files_name(start: Start, name: str, unit: str | None, file: str) -> None:
    learning = start(Person(name, "198609262015051001", unit=unit))
    learning.take(1, right=26, plan=FOR_TASK)
    assert shown(learning).page.file_name == file


def test_without_a_nip_or_after_the_deadline_the_person_is_told(start: Start) -> None:
    learning = start(Person("Siti Aminah"))
    learning.take(1, right=26, plan=FOR_TASK)
    assert shown(learning, today=TASK.deadline).notes == (NIP_MISSING,)
    assert shown(learning, today=TASK.deadline + dt.timedelta(days=1)).notes == (NIP_MISSING, PAST_DEADLINE)
    learning.profile = replace(learning.profile, person=SITI)
    assert shown(learning).notes == ()


@pytest.mark.parametrize("name", [None, "", "  "])
def test_a_name_is_needed(start: Start, name: str | None) -> None:
    learning = start(Person(name))
    learning.take(1, right=26, plan=FOR_TASK)
    with pytest.raises(Refusal) as refused:
        shown(learning)
    assert str(refused.value) == NAME_NEEDED


@pytest.mark.parametrize(
    ("person", "field"),
    [
        (Person("Siti 198609262015051001"), "Nama"),
        (Person("Siti (19860926 201505 1 001)"), "Nama"),
        (Person("Siti", unit="Dinas, NIP 1986.0926.2015"), "Unit kerja"),
        (Person("Siti 1986\u20130926\u20132015"), "Nama"),
        (Person("Siti", unit="Dinas 1986_09_26"), "Unit kerja"),
    ],
)
def test_a_number_where_anyone_reads_it_is_refused(start: Start, person: Person, field: str) -> None:
    learning = start(person)
    learning.take(1, right=26, plan=FOR_TASK)
    with pytest.raises(Refusal, match=f"^{field} memuat nomor panjang"):
        shown(learning)


@pytest.mark.parametrize("unit", ["SMPN 3 Contoh, 2024/2025", "Jalan 1 Nomor 1234567", "UPT 2026"])
def test_a_year_or_a_schools_number_is_no_such_number(start: Start, unit: str) -> None:
    learning = start(Person("Siti Aminah", unit=unit))
    learning.take(1, right=26, plan=FOR_TASK)
    assert shown(learning).page.unit == unit


def test_before_an_exam_of_it_is_over_there_is_nothing_to_hand_in(start: Start) -> None:
    learning = start()
    learning.take(1, right=26)
    learning.take(2, plan=FOR_TASK, end=AttemptState.ABANDONED)
    learning.take(3, plan=FOR_TASK, end=None)
    with pytest.raises(Refusal, match="Belum ada ujian tugas ini yang selesai"):
        shown(learning)


def test_a_task_of_nobody_or_of_somebody_else_is_refused(start: Start) -> None:
    learning = start()
    learning.take(1, right=26, plan=FOR_TASK)
    with pytest.raises(Refusal, match="Tugas itu tidak ada"):
        shown(learning, FILE_ID)
    learning.profile = learning.add_profile(UUID(int=2), Person("Budi"))
    with pytest.raises(Refusal, match="Tugas itu tidak ada"):
        shown(learning)


def test_the_office_and_its_escrow_read_what_was_shown_and_nothing_else(start: Start, tmp_path: Path) -> None:
    learning = start()
    learning.take(1, right=12, plan=FOR_TASK)
    learning.take(2, right=26, plan=TaskPlan(TASK.id, SESSION))
    view = shown(learning)
    assert handed_in(learning) == (None, None)
    done = saved(learning, view, tmp_path / "bukti.pdf")
    report = opened_by_each_key(tmp_path / "bukti.pdf")
    signed: SignedTask = view.signed
    assert report == done.report
    assert (report.person, report.attempts, report.file_id) == (SITI, view.sealed.attempts, FILE_ID)
    assert report.task == GivenTask(TASK.id, signed.signer)
    assert signed.signer == offices.SIGNING.thumbprint()
    assert report.recipients == tuple(one.kid for one in TASK.recipients)
    assert done.notice is None
    assert handed_in(learning) == (report.made, FILE_ID)


def test_saving_later_makes_another_file_with_all_attempts_until_then(start: Start, tmp_path: Path) -> None:
    learning = start()
    first = learning.take(1, right=12, plan=FOR_TASK)
    saved(learning, shown(learning), tmp_path / "a.pdf")
    second = learning.take(2, right=26, plan=FOR_TASK)
    later = UUID(int=99)
    saved(learning, shown(learning, file_id=later), tmp_path / "b.pdf")
    assert [one.id for one in opened_by_each_key(tmp_path / "a.pdf").attempts] == [first]
    assert [one.id for one in opened_by_each_key(tmp_path / "b.pdf").attempts] == [first, second]
    assert handed_in(learning)[1] == later


def test_a_file_that_cannot_be_written_is_not_noted(start: Start, tmp_path: Path) -> None:
    learning = start()
    learning.take(1, right=26, plan=FOR_TASK)
    with pytest.raises(Refusal, match="Folder itu tidak ditemukan"):
        hand_in(
            shown(learning),
            tmp_path / "hilang" / "bukti.pdf",
            seal=Seal(tmp_path / "device.key", learning.clock),
            page=bytes,
            store=learning.store,
            clock=learning.clock,
            program="0.1.0",
        )
    assert handed_in(learning) == (None, None)


class _Full(StoreFront):
    def keep_handed_in(self, *_: object) -> None:
        raise Refusal(FULL_DISK)


def test_a_note_that_cannot_be_kept_does_not_hide_the_file(start: Start, tmp_path: Path) -> None:
    learning = start()
    learning.take(1, right=26, plan=FOR_TASK)
    path = tmp_path / "bukti.pdf"
    done = hand_in(
        shown(learning),
        path,
        seal=Seal(tmp_path / "device.key", learning.clock),
        page=bytes,
        store=_Full().before(learning.store),
        clock=learning.clock,
        program="0.1.0",
    )
    assert opened_by_each_key(path) == done.report
    assert done.notice is not None
    assert FULL_DISK in done.notice


def test_a_name_under_which_nothing_stands_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "Bukti nilai - Siti.pdf"
    assert free_path(path) == path
    path.touch()
    (tmp_path / "Bukti nilai - Siti (2).pdf").touch()
    assert free_path(path) == tmp_path / "Bukti nilai - Siti (3).pdf"
