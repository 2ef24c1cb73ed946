"""Writing a task: only what can be asked, drawn and opened again goes out, and nothing stays of what was refused."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc.jwk import OKPKey

from asnquiz.domain.collection import Office
from asnquiz.domain.layer import Layer, lay_over
from asnquiz.domain.pack import Blueprint, Phase
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import AskedItem, Counting, Holder, TaskPack
from asnquiz.scorefiles.office_seal import KeyFileSeal
from asnquiz.scorefiles.task_file import read_file
from asnquiz.usecases.ports import PackSource
from asnquiz.usecases.set_up_office import KeyPlace
from asnquiz.usecases.write_task import TaskForm, exam_for, suggested_task_name, write_task
from tests import builders, layers
from tests.fakes import FakeClock, FakeOfficeStore, FixedPack
from tests.scorefiles.offices import GOLDEN, PASSWORD, RECIPIENTS, SIGNING, recipient

TASK_ID = UUID("3b0f3c9a-1b5f-4e7c-8b9a-0c1d2e3f4a5b")
DEADLINE = dt.date(2026, 12, 11)
OFFICE = Office(
    "BKPSDM Kabupaten Contoh",
    ("Pemerintah Kabupaten Contoh", "BKPSDM Kabupaten Contoh"),
    SIGNING.thumbprint(),
    tuple((recipient.holder.value, recipient.kid, recipient.x) for recipient in RECIPIENTS),
    dt.datetime(2026, 11, 1, tzinfo=dt.UTC),
)
_other = recipient(Holder.OFFICE, OKPKey.generate_key("X25519"))
OTHER = (_other.holder.value, _other.kid, _other.x)
FORM = TaskForm("Ujian netralitas 2026", DEADLINE, builders.pack().exam, units=("Dinas Kesehatan", "Dinas Pendidikan"))
KEY = KeyPlace(GOLDEN / "kunci-kantor-1.pem", PASSWORD)


class Desk:
    def __init__(self, folder: Path) -> None:
        self.file = folder / "tugas.asntugas"
        self.store = FakeOfficeStore(OFFICE)
        self.clock = FakeClock()

    def write(self, form: TaskForm = FORM, place: KeyPlace = KEY, packs: PackSource | None = None) -> Any:
        return write_task(
            form,
            self.file,
            place,
            task_id=TASK_ID,
            seal=KeyFileSeal(),
            store=self.store,
            packs=packs or FixedPack(),
            clock=self.clock,
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_file_holds_what_was_asked(desk: Desk) -> None:
    form = replace(FORM, supervised=True, pauses=False, certainty=True, counting=Counting.FIRST)
    signed = desk.write(form)
    assert read_file(desk.file) == signed
    assert desk.store.tasks() == (signed,)
    task = signed.task
    assert (task.id, task.title, task.deadline, task.units) == (TASK_ID, form.title, form.deadline, form.units)
    assert (task.office, task.letterhead, task.recipients) == (OFFICE.name, OFFICE.letterhead, RECIPIENTS)
    assert (task.supervised, task.pauses, task.certainty, task.counting) == (True, False, True, Counting.FIRST)
    assert (task.exam, task.pack) == (form.exam, TaskPack("contoh", "2026.11.1"))
    assert task.made.utc == desk.clock.utc
    assert signed.signer == OFFICE.signer
    assert [(entry.act, entry.words) for entry in desk.store.entries] == [
        ("Tugas", "Tugas “Ujian netralitas 2026” ditulis, tenggat 11 Desember 2026.")
    ]


LAID = lay_over(
    builders.pack(),
    layers.layer(items=(layers.item(), layers.item("menunggu")), marks={layers.own("menunggu"): layers.WAITING}),
)


def test_where_local_questions_may_be_drawn_it_says_which_layer_it_needs(desk: Desk) -> None:
    task = desk.write(packs=FixedPack(LAID)).task
    assert (task.schema, task.pack, task.layer) == (
        "asnquiz/task/3", TaskPack("contoh", "2026.11.1"), TaskPack("kab-contoh", "3"),
    )  # fmt: skip
    assert read_file(desk.file).task == task


@pytest.mark.parametrize(
    "layer",
    [layers.layer(items=(), contacts=()), layers.layer(marks={layers.own("soal"): layers.WAITING})],
)
def test_a_layer_without_questions_that_count_is_not_needed(desk: Desk, layer: Layer) -> None:
    task = desk.write(packs=FixedPack(lay_over(builders.pack(), layer))).task
    assert (task.schema, task.pack, task.layer) == ("asnquiz/task/1", TaskPack("contoh", "2026.11.1"), None)


@pytest.mark.parametrize(("item", "needed"), [("soal-single", None), ("kab-contoh-soal", TaskPack("kab-contoh", "3"))])
def test_fixed_questions_need_the_layer_they_are_of(desk: Desk, item: str, needed: TaskPack | None) -> None:
    exam = Blueprint(1, 5, 75, {Phase.BEFORE: 0, Phase.DURING: 1, Phase.AFTER: 0}, 9, {})
    form = replace(FORM, exam=exam, items=(AskedItem(item, 1),))
    assert desk.write(form, packs=FixedPack(LAID)).task.layer == needed


def test_what_people_paste_is_tidied(desk: Desk) -> None:
    units = (" Dinas  Kesehatan ", "", "Dinas\u200b Kesehatan", "\n", "Dinas Pendidikan")
    task = desk.write(replace(FORM, title=" Ujian\tnetralitas ", units=units)).task
    assert (task.title, task.units) == ("Ujian netralitas", ("Dinas Kesehatan", "Dinas Pendidikan"))


def test_a_deadline_is_refused_only_where_its_day_is_over_by_the_offices_own_clock(desk: Desk) -> None:
    desk.clock.utc = dt.datetime(2026, 12, 11, 17, 1, tzinfo=dt.UTC)  # 00.01 of the 12th in Jakarta
    with pytest.raises(Refusal, match="11 Desember 2026 sudah lewat"):
        desk.write()
    desk.clock.utc = dt.datetime(2026, 12, 11, 16, 59, tzinfo=dt.UTC)
    assert desk.write().task.deadline == DEADLINE


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": " "}, "Judul tugas masih kosong"),
        ({"title": "a" * 151}, "Judul tugas paling panjang"),
        ({"units": tuple(map(str, range(2001)))}, "paling banyak 2000"),
        ({"exam": replace(FORM.exam, minutes=0)}, "1 sampai 600 menit"),
        ({"exam": Blueprint(6, 5, 75, {Phase.BEFORE: 0, Phase.DURING: 6, Phase.AFTER: 0}, 9, {})}, "cukup soal"),
        ({"exam": replace(FORM.exam, topics={"tidak-ada": 1})}, "cukup soal"),
    ],
)
def test_what_cannot_be_asked_is_refused_and_leaves_nothing(desk: Desk, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        desk.write(replace(FORM, **changes))
    assert (desk.file.exists(), desk.store.tasks(), desk.store.entries) == (False, (), [])


@pytest.mark.parametrize(
    ("office", "place", "words"),
    [
        (None, KEY, "belum disiapkan"),
        (replace(OFFICE, rehearsed=None), KEY, "belum pernah dicoba"),
        (OFFICE, replace(KEY, password=PASSWORD + "x"), "tidak membuka"),
        (OFFICE, replace(KEY, path=GOLDEN / "kunci-cadangan-1.pem"), "tidak memuat kunci untuk menyegel"),
        (replace(OFFICE, signer=RECIPIENTS[0].kid), KEY, "bukan kunci yang dipakai"),
        (replace(OFFICE, recipients=(OTHER, OFFICE.recipients[1])), KEY, "bukan kunci yang dipakai"),
    ],
)
def test_without_a_key_that_was_tried_out_nothing_goes_out(
    desk: Desk, office: Office | None, place: KeyPlace, words: str
) -> None:
    desk.store.kept = office
    with pytest.raises(Refusal, match=words):
        desk.write(place=place)
    assert (desk.file.exists(), desk.store.tasks(), desk.store.entries) == (False, (), [])


def test_a_file_that_stands_there_is_not_replaced(desk: Desk) -> None:
    desk.file.write_bytes(b"surat")
    with pytest.raises(Refusal, match="sudah ada"):
        desk.write()
    assert (desk.file.read_bytes(), desk.store.tasks()) == (b"surat", ())


def test_a_task_that_cannot_be_kept_leaves_no_file(desk: Desk) -> None:
    desk.store.refuses = "add_task"
    with pytest.raises(Refusal, match="penuh"):
        desk.write()
    assert not desk.file.exists()


def test_another_number_of_items_keeps_the_shares_of_the_phases() -> None:
    pack = builders.pack(exam=Blueprint(30, 45, 75, {Phase.BEFORE: 10, Phase.DURING: 13, Phase.AFTER: 7}, 1, {"a": 3}))
    sized = exam_for(pack, items=60, minutes=90, mark=80)
    assert sized == Blueprint(60, 90, 80, {Phase.BEFORE: 20, Phase.DURING: 26, Phase.AFTER: 14}, 1, {"a": 6})
    assert exam_for(pack) == pack.exam
    # 10/3, 13/3 and 7/3 of ten: 3, 4 and 2, and the one left to the largest remainder, the earlier of equals
    assert exam_for(pack, items=10).phase == {Phase.BEFORE: 4, Phase.DURING: 4, Phase.AFTER: 2}


@given(st.integers(-5, 300))
def test_any_number_of_items_is_an_exam_or_is_refused(items: int) -> None:
    pack = builders.pack(exam=Blueprint(30, 45, 75, {Phase.BEFORE: 10, Phase.DURING: 13, Phase.AFTER: 7}, 1, {}))
    if 1 <= items <= 200:
        exam = exam_for(pack, items=items)
        assert sum(exam.phase.values()) == exam.items == items
    else:
        with pytest.raises(Refusal, match="1 sampai 200"):
            exam_for(pack, items=items)


def test_the_suggested_name_holds_title_and_deadline() -> None:
    assert suggested_task_name("Ujian Netralitas 2026!", DEADLINE) == "tugas-ujian-netralitas-2026-2026-12-11.asntugas"
    assert suggested_task_name("…", DEADLINE) == "tugas-netralitas-2026-12-11.asntugas"
