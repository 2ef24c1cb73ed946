"""Taking on a task: what it says of itself, what it warns of, and what cannot be taken on here."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from asnquiz.domain.attempt import AttemptKind, AttemptState, Pause, PauseCause
from asnquiz.domain.layer import lay_over
from asnquiz.domain.pack import Blueprint, Pack, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.taken_task import TaskAttempt
from asnquiz.domain.task import AskedItem, Counting, Session, SignedTask, Task, TaskPack
from asnquiz.usecases.take_quiz import ExamPlan, TaskPlan, draw_for
from asnquiz.usecases.take_task import OfferedTask, exam_fields, offer_task, office_fields, recipient_fields, take_task
from tests import builders, layers
from tests.fakes import FixedPack
from tests.usecases.conftest import Desk, OpenDesk

FILE = Path("tugas.asntugas")
MINUTE = 60_000
SESSION = Session("Budi Santoso", "Aula lantai 2", "K7M2")


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


def offered(desk: Desk, signed: SignedTask) -> OfferedTask:
    return offer_task(FILE, desk.profile, lambda _: signed, store=desk.store, clock=desk.clock)


def taken(desk: Desk, task: Task | None = None, **changes: str) -> SignedTask:
    signed = builders.signed_task(task, **changes)
    take_task(signed, desk.profile, store=desk.store, packs=desk.packs, clock=desk.clock, seed=7)
    return signed


def test_a_task_says_who_asks_what_by_when_and_who_opens_it() -> None:
    signed = builders.signed_task(builders.task(supervised=True, pauses=False, certainty=True))
    assert office_fields(signed.task, signed.signer) == (
        ("Kantor", "BKPSDM Kabupaten Contoh"),
        ("Sidik kunci", "tand a-ee eeee eeee eeee"),
    )
    assert exam_fields(signed.task) == (
        ("Ujian", "3 soal, 5 menit, batas lulus 75"),
        ("Diterima kantor paling lambat", "30 November 2026"),
        ("Pengawasan", "diawasi; nama pengawas, tempat, dan kode sesi dicatat"),
        ("Jeda", "tidak boleh; waktu terus berjalan"),
        ("Keyakinan", "ditanyakan pada setiap jawaban"),
        ("Bila dikerjakan lebih dari sekali", "yang dihitung yang terbaik"),
    )
    assert recipient_fields(signed.task) == (
        ("Kunci pembuka", "kant or-a aaaa aaaa aaaa"),
        ("Kunci cadangan", "cada ngan -ccc cccc cccc"),
    )


@pytest.mark.parametrize(("counting", "words"), [(Counting.FIRST, "yang pertama"), (Counting.LAST, "yang terakhir")])
def test_which_attempt_counts_is_said_before(counting: Counting, words: str) -> None:
    assert exam_fields(builders.task(counting=counting))[-1][1] == f"yang dihitung {words}"


def test_an_office_is_new_until_a_task_of_its_key_was_taken_on(desk: Desk) -> None:
    first = offered(desk, builders.signed_task())
    assert first.new_office
    assert not first.other_key
    assert "baru pertama kali" in first.warnings[0]
    taken(desk)
    again = offered(desk, builders.signed_task())
    assert (again.new_office, again.other_key, again.warnings) == (False, False, ())


def test_another_key_under_the_name_of_a_known_office_is_warned_of(desk: Desk) -> None:
    taken(desk)
    named_alike = builders.task(office="BKPSDM  kabupaten CONTOH")
    offer = offered(desk, builders.signed_task(named_alike, signer="kunci-lain"))
    assert offer.other_key
    assert "memakai kunci lain" in offer.warnings[0]
    other = offered(desk, builders.signed_task(builders.task(office="BKD Kota Lain"), signer="kunci-lain"))
    assert (other.new_office, other.other_key) == (True, False)


def test_what_one_person_knows_of_an_office_another_does_not(desk: Desk) -> None:
    taken(desk)
    desk.profile = desk.add_profile(uuid4())
    assert offered(desk, builders.signed_task()).new_office


@pytest.mark.parametrize(("deadline", "late"), [(21, False), (20, True)])
def test_a_deadline_that_is_over_is_only_warned_of(desk: Desk, deadline: int, late: bool) -> None:
    signed = builders.signed_task(builders.task(deadline=dt.date(2026, 11, deadline)))
    offer = offered(desk, signed)
    assert offer.late is late
    assert any("tanggal diterima" in words for words in offer.warnings) is late
    take_task(signed, desk.profile, store=desk.store, packs=desk.packs, clock=desk.clock, seed=7)
    assert [one.signed for one in desk.store.tasks(desk.profile)] == [signed]


def test_a_task_taken_on_before_is_known_and_one_that_calls_itself_the_same_is_refused(desk: Desk) -> None:
    signed = taken(desk)
    assert offered(desk, signed).taken
    with pytest.raises(Refusal, match="dengan isi yang lain"):
        offered(desk, replace(signed, text=b"{}"))


@pytest.mark.parametrize(
    ("pack", "words"),
    [
        (TaskPack("lain", "2026.11.1"), "tidak ada di program ini"),
        (TaskPack("contoh", "2026.11.2"), r"versi 2026\.11\.2 atau yang lebih baru"),
        (TaskPack("contoh", "2026.11.10"), r"versi 2026\.11\.10"),
        (TaskPack("contoh", "2026.11.1.1"), "lebih baru"),
        (TaskPack("contoh", "2027"), "lebih baru"),
    ],
)
def test_content_that_is_not_here_is_told_before_anything_is_kept(desk: Desk, pack: TaskPack, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        taken(desk, builders.task(pack=pack))
    assert desk.store.tasks(desk.profile) == ()


LAYER = layers.layer()
LAYERED = builders.task(schema="asnquiz/task/3", layer=TaskPack("kab-contoh", "3"))


@pytest.mark.parametrize(
    ("pack", "words"),
    [
        (builders.pack(), "versi 3 atau yang lebih baru; di sini tidak ada yang dipakai"),
        (lay_over(builders.pack(), replace(LAYER, version="2.9")), "yang dipakai di sini “kab-contoh” versi 2.9"),
        (lay_over(builders.pack(), replace(layers.layer(items=()), id="kota-contoh")), "di sini “kota-contoh” versi 3"),
    ],
)
def test_without_the_layer_it_needs_it_is_told_which_file_to_ask_for(desk: Desk, pack: Pack, words: str) -> None:
    desk.packs = FixedPack(pack)
    with pytest.raises(Refusal) as refusal:
        taken(desk, LAYERED)
    said = str(refusal.value)
    assert words in said
    assert "memerlukan paket setempat “kab-contoh” versi 3" in said
    assert f"Minta berkas .asnpack paket itu kepada {LAYERED.office}, buka berkasnya" in said
    assert desk.store.tasks(desk.profile) == ()


@pytest.mark.parametrize("version", ["3", "3.1", "12"])
def test_with_the_layer_local_questions_are_asked_too(desk: Desk, version: str) -> None:
    many = tuple(layers.item(f"soal-{number}") for number in range(60))
    desk.packs = FixedPack(lay_over(builders.pack(), replace(layers.layer(items=many), version=version)))
    taken(desk, LAYERED)
    drawn = {item.id for seed in range(5) for item in draw_for(LAYERED, desk.packs.pack, Random(seed))}
    assert any(id_.startswith("kab-contoh-") for id_ in drawn)
    assert ("Paket setempat", "“kab-contoh” versi 3 atau yang lebih baru") in exam_fields(LAYERED)


def test_a_national_task_asks_everybody_national_questions_whatever_layer_is_in_force() -> None:
    many = tuple(layers.item(f"soal-{number}") for number in range(60))
    laid = lay_over(builders.pack(), layers.layer(items=many))
    for seed in range(20):
        assert draw_for(builders.task(), laid, Random(seed)) == draw_for(builders.task(), builders.pack(), Random(seed))


@pytest.mark.parametrize("version", ["2026.11.1", "2026.11", "2026.9.30", "2025.12.9"])
def test_an_older_version_that_is_asked_for_will_do(desk: Desk, version: str) -> None:
    assert draw_for(builders.task(pack=TaskPack("contoh", version)), desk.packs.pack, Random(1))


def test_an_exam_that_the_content_cannot_fill_is_told_before_anything_is_kept(desk: Desk) -> None:
    wanted = Blueprint(9, 5, 75, {Phase.BEFORE: 3, Phase.DURING: 3, Phase.AFTER: 3}, 1, {})
    with pytest.raises(Refusal, match="tidak dapat memenuhi susunan ujian"):
        taken(desk, builders.task(exam=wanted))
    assert desk.store.tasks(desk.profile) == ()


def asking(*items: AskedItem) -> Task:
    return builders.task(
        exam=Blueprint(len(items), 5, 75, {Phase.BEFORE: 0, Phase.DURING: len(items), Phase.AFTER: 0}, 9, {}),
        items=items,
    )


def test_questions_that_a_task_names_are_asked_of_everybody_once(desk: Desk) -> None:
    asked = tuple(AskedItem(item.id, item.revision) for item in desk.packs.pack.items[1:4])
    task = taken(desk, asking(*asked)).task
    sitting = desk.start(TaskPlan(task.id))
    assert sorted(one.item for one in sitting.attempt.items) == sorted(one.item for one in asked)
    drawn = (draw_for(task, desk.packs.pack, Random(seed)) for seed in range(9))
    assert len({tuple(item.id for item in items) for items in drawn}) > 1


def test_a_question_that_reads_otherwise_here_is_told_before_anything_is_kept(desk: Desk) -> None:
    first = desk.packs.pack.items[0]
    for other in (AskedItem(first.id, first.revision + 1), AskedItem("soal-lain", 1)):
        with pytest.raises(Refusal, match="perlu dibuat ulang"):
            taken(desk, asking(other))
    assert desk.store.tasks(desk.profile) == ()


def test_the_exam_of_a_task_is_as_the_task_says(desk: Desk) -> None:
    wanted = Blueprint(2, 7, 60, {Phase.BEFORE: 0, Phase.DURING: 2, Phase.AFTER: 0}, 3, {})
    task = taken(desk, builders.task(title="Ujian “netralitas”", exam=wanted, supervised=True)).task
    sitting = desk.start(TaskPlan(task.id, SESSION))
    attempt = sitting.attempt
    assert (attempt.kind, attempt.title, attempt.pass_mark) == (AttemptKind.EXAM, "Ujian “netralitas”", 60)
    assert (len(attempt.items), attempt.limit_ms, attempt.remaining_ms) == (2, 7 * MINUTE, 7 * MINUTE)
    assert (sitting.task, sitting.session) == (task, SESSION)
    assert desk.store.task_of(attempt.id) == TaskAttempt(task.id, SESSION)
    assert desk.open(attempt.id) == sitting
    free = desk.start(ExamPlan())
    assert (free.task, free.session, free.pauses, free.asks_certainty) == (None, None, True, False)


def test_a_supervised_exam_does_not_begin_without_its_session(desk: Desk) -> None:
    task = taken(desk, builders.task(supervised=True)).task
    with pytest.raises(Refusal, match="kode sesi"):
        desk.start(TaskPlan(task.id))


def test_nobody_sits_the_exam_of_a_task_they_did_not_take_on(desk: Desk) -> None:
    with pytest.raises(Refusal, match="tidak ada di profil ini"):
        desk.start(TaskPlan(uuid4()))
    task = taken(desk).task
    with pytest.raises(Refusal, match="tidak ada di profil ini"):
        desk.start(TaskPlan(task.id), profile=desk.add_profile(uuid4()))


@pytest.mark.parametrize(("pauses", "left"), [(True, 5), (False, 3)])
def test_time_away_is_taken_off_where_no_pause_is_allowed_and_kept_as_a_pause_in_any_case(
    desk: Desk, pauses: bool, left: int
) -> None:
    task = taken(desk, builders.task(pauses=pauses)).task
    attempt = desk.start(TaskPlan(task.id)).attempt
    desk.clock.set_wall(2 * MINUTE)
    resumed = desk.resume(attempt.id)
    assert resumed.pauses is pauses
    assert resumed.attempt.remaining_ms == left * MINUTE
    assert [(one.cause, one.wall_ms) for one in resumed.attempt.pauses] == [(PauseCause.CLOSED, 2 * MINUTE)]
    assert desk.store.attempt(attempt.id) == resumed.attempt


def test_a_clock_set_back_takes_nothing_off(desk: Desk) -> None:
    attempt = desk.start(TaskPlan(taken(desk, builders.task(pauses=False)).task.id)).attempt
    desk.clock.set_wall(-60 * MINUTE)
    resumed = desk.resume(attempt.id).attempt
    assert resumed.remaining_ms == 5 * MINUTE
    (pause,) = resumed.pauses
    assert pause == Pause(PauseCause.CLOSED, pause.ended, 0)


def test_an_exam_whose_time_ran_out_elsewhere_has_nothing_left(desk: Desk) -> None:
    attempt = desk.start(TaskPlan(taken(desk, builders.task(pauses=False)).task.id)).attempt
    desk.clock.set_wall(24 * 60 * MINUTE)
    resumed = desk.resume(attempt.id).attempt
    assert (resumed.remaining_ms, resumed.state) == (0, AttemptState.ACTIVE)
