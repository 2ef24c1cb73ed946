"""Writing a task: what an office asks, checked against the content, signed after one more trial of its key."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from uuid import UUID

from asnquiz.domain.collection import Office
from asnquiz.domain.drawing import draw_exam, fixed_exam, of_size
from asnquiz.domain.layer import national_version
from asnquiz.domain.pack import Blueprint, Pack
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import AskedItem, Counting, SignedTask, Task, TaskPack, layer_needed, schema_of
from asnquiz.domain.task_check import blueprint_faults, refuse_first, task_faults
from asnquiz.domain.wording import date_words
from asnquiz.usecases.name_file import TASK_ENDING, slug
from asnquiz.usecases.ports import Clock, PackSource
from asnquiz.usecases.set_up_office import KeyPlace, OfficeSeal, OfficeStore, not_in_use, recipients_of, standing_office


@dataclass(frozen=True)
class TaskForm:
    """What an office asks; fields as in `Task`."""

    title: str
    deadline: dt.date
    exam: Blueprint
    counting: Counting = Counting.BEST
    supervised: bool = False
    pauses: bool = True
    certainty: bool = False
    units: tuple[str, ...] = ()
    items: tuple[AskedItem, ...] = ()


def exam_for(pack: Pack, *, items: int | None = None, minutes: int | None = None, mark: int | None = None) -> Blueprint:
    """The pack's own exam, with other numbers where they are given; phases and topics keep their shares.

    Raises Refusal for numbers that no exam has.
    """
    made = replace(
        of_size(pack.exam, pack.exam.items if items is None else items),
        minutes=pack.exam.minutes if minutes is None else minutes,
        pass_=pack.exam.pass_ if mark is None else mark,
    )
    refuse_first(blueprint_faults(made))
    return made


def write_task(
    form: TaskForm,
    path: Path,
    place: KeyPlace,
    *,
    task_id: UUID,
    seal: OfficeSeal,
    store: OfficeStore,
    packs: PackSource,
    clock: Clock,
) -> SignedTask:
    """Writes a task file at `path` and keeps the task; `place` is the office's key file.

    Raises Refusal, with nothing kept and no file left: before the keys were tried out, for a form that cannot be
    asked, a day that is over by this computer's clock, a key that is another one, and a file that cannot be written.
    """
    office = standing_office(store)
    task = checked_task(form, office, packs.current()[0], clock, task_id)
    if office.rehearsed is None:
        raise Refusal("Kunci kantor ini belum pernah dicoba. Coba kedua kunci lebih dahulu, lalu tulis tugasnya.")
    signed = seal.sign(task, place)
    if signed.signer != office.signer:
        raise Refusal(not_in_use(place.path))
    seal.save(signed, path)
    try:
        store.add_task(signed)
    except Refusal:
        path.unlink(missing_ok=True)  # a task that this office knows nothing of must not go round
        raise
    words = f"Tugas “{task.title}” ditulis, tenggat {date_words(task.deadline)}."
    store.write_log("Tugas", words, clock.now().utc)
    return signed


def checked_task(form: TaskForm, office: Office, pack: Pack, clock: Clock, task_id: UUID) -> Task:
    made = clock.now()
    if form.deadline < made.local.date():
        raise Refusal(
            f"Tenggat {date_words(form.deadline)} sudah lewat menurut jam komputer ini ({date_words(made.local)}). "
            "Pilih tanggal lain, atau betulkan jam komputer."
        )
    layer = layer_needed(pack, form.items)
    units = (parse_line(unit, "Unit kerja") for unit in form.units)
    task = Task(
        schema=schema_of(form.items, layer),
        id=task_id,
        made=made,
        title=parse_line(form.title, "Judul tugas") or "",
        office=office.name,
        letterhead=office.letterhead,
        units=tuple(dict.fromkeys(unit for unit in units if unit)),
        exam=form.exam,
        pack=TaskPack(pack.id, national_version(pack.version)),
        deadline=form.deadline,
        counting=form.counting,
        supervised=form.supervised,
        pauses=form.pauses,
        certainty=form.certainty,
        recipients=recipients_of(office),
        items=form.items,
        layer=layer,
    )
    refuse_first(task_faults(task))
    if task.items and fixed_exam(pack.item_by_id, task.items, Random(0)) is None:
        raise Refusal(
            f"Paket soal “{pack.title}” di program ini tidak memuat semua soal itu dengan bunyi yang sama. Pasang "
            "versi paket soal yang dipakai saat soalnya dipilih, atau pilih soal yang ada sekarang."
        )
    if not task.items and draw_exam(pack.items, form.exam, Random(0)) is None:
        raise Refusal(
            f"Paket soal “{pack.title}” tidak memuat cukup soal untuk ujian {form.exam.items} soal ini. "
            "Kurangi jumlah soalnya."
        )
    return task


def suggested_task_name(title: str, deadline: dt.date) -> str:
    """`tugas-ujian-netralitas-2026-12-11.asntugas`."""
    return f"tugas-{slug(title) or 'netralitas'}-{deadline:%Y-%m-%d}{TASK_ENDING}"
