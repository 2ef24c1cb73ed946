"""To the office that gathers here: setting it up, its page, writing its tasks, and trying its keys out again."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz.domain import collection
from asnquiz.domain.fingerprint import fingerprint
from asnquiz.domain.local_wording import letterhead_of, publisher_of
from asnquiz.domain.pack import Pack
from asnquiz.domain.task import Holder, SignedTask, Task
from asnquiz.domain.wording import number_words
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import Office, PrintFingerprint, Rehearse, SetUpOffice, WriteTask
from asnquiz.ui.widgets.ask import tell
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.hand_over import free_path
from asnquiz.usecases.set_up_office import (
    ESCROW_FILE,
    OFFICE_FILE,
    KeyPlace,
    OfficeForm,
    OfficeSeal,
    rehearse,
    set_up_office,
    standing_office,
)
from asnquiz.usecases.take_task import exam_fields, office_fields
from asnquiz.usecases.write_task import TaskForm, checked_task, suggested_task_name, write_task

if TYPE_CHECKING:
    from asnquiz.ui.office.task_form import TaskDraft

OfficeDestination = SetUpOffice | Office | WriteTask | Rehearse | PrintFingerprint

_Standing = tuple[collection.Office, tuple[SignedTask, ...]]
_FILES = {Holder.OFFICE: OFFICE_FILE, Holder.ESCROW: ESCROW_FILE}


def travel(journey: Journey, destination: OfficeDestination) -> None:
    match destination:
        case SetUpOffice():
            journey.fetch(partial(_office, journey), partial(_set_up, journey), "Membuka …")
        case Office():
            journey.fetch(partial(_standing, journey), partial(_show_office, journey), "Membuka …")
        case WriteTask():
            journey.fetch(partial(_to_write, journey), partial(_write, journey), "Membuka …")
        case Rehearse():
            _rehearse(journey)
        case PrintFingerprint():
            journey.fetch(partial(_standing, journey), partial(_print, journey), "Membuka …")


def _office(journey: Journey) -> collection.Office | None:
    return journey.learning.collection.store.office()


def _standing(journey: Journey) -> _Standing:
    store = journey.learning.collection.store
    return standing_office(store), store.tasks()


def _seal() -> OfficeSeal:
    """The office's keys; for the background, where it loads cryptography."""
    from asnquiz.scorefiles.office_seal import KeyFileSeal

    return KeyFileSeal()


def _usual(journey: Journey) -> Mapping[Holder, Path]:
    """Where key files are looked for first; the spare one is to be elsewhere, and only its name is offered."""
    return {holder: journey.folder / name for holder, name in _FILES.items()}


@dataclass
class _SetUp:
    """What was said on the way through the steps; the passwords are forgotten with it."""

    form: OfficeForm
    places: dict[Holder, KeyPlace] = field(default_factory=dict)


def _set_up(journey: Journey, office: collection.Office | None) -> None:
    if office is None:
        _ask_name(journey, _SetUp(OfficeForm(publisher_of(journey.local), letterhead_of(journey.local))))
    else:
        journey.window.travel(Office())


def _ask_name(journey: Journey, said: _SetUp) -> None:
    from asnquiz.ui.office.set_up_pages import NamePage

    def go_on(form: OfficeForm) -> None:
        said.form = form
        _ask_key(journey, said, Holder.OFFICE)

    journey.window.show_page(NamePage(journey.window.theme, said.form, go_on=go_on, go=journey.window.go))


def _ask_key(journey: Journey, said: _SetUp, holder: Holder) -> None:
    from asnquiz.ui.office.set_up_pages import NewKeyPage

    spare = holder is Holder.ESCROW

    def go_on(place: KeyPlace) -> None:
        said.places[holder] = place
        if spare:
            _try(journey, said)
        else:
            _ask_key(journey, said, Holder.ESCROW)

    before = said.places.get(holder)
    page = NewKeyPage(
        journey.window.theme,
        before.path if before else _usual(journey)[holder],
        offer=bool(before) or not spare,
        other=said.places[Holder.OFFICE] if spare else None,
        go_on=go_on,
        go_back=partial(_ask_key, journey, said, Holder.OFFICE) if spare else partial(_ask_name, journey, said),
    )
    journey.window.show_page(page)


def _try(journey: Journey, said: _SetUp) -> None:
    from asnquiz.ui.office.set_up_pages import TrialPage

    def go_on(again: Mapping[Holder, str]) -> None:
        if journey.under_way:
            return
        learning = journey.learning

        def work() -> collection.Office:
            return set_up_office(
                said.form, said.places, again, seal=_seal(), store=learning.collection.store, clock=learning.clock
            )

        doing = "Membuat dan menguji kedua kunci …"
        journey.fetch(work, partial(_ready, journey, said), doing, "Kantor belum siap")

    page = TrialPage(
        journey.window.theme,
        chosen={holder: place.password for holder, place in said.places.items()},
        go_on=go_on,
        go_back=partial(_ask_key, journey, said, Holder.ESCROW),
    )
    journey.window.show_page(page)


def _ready(journey: Journey, said: _SetUp, office: collection.Office) -> None:
    from asnquiz.ui.office.set_up_pages import ReadyPage

    files = (said.places[Holder.OFFICE].path, said.places[Holder.ESCROW].path)
    page = ReadyPage(journey.window.theme, fingerprint(office.signer), files, go=journey.window.go)
    journey.window.show_page(page)


def _show_office(journey: Journey, standing: _Standing) -> None:
    from asnquiz.ui.office.page import OfficePage

    office, tasks = standing
    page = OfficePage(
        journey.window.theme, office, tasks, save_again=partial(_save_again, journey), go=journey.window.go
    )
    journey.window.show_page(page)


def _save_again(journey: Journey, signed: SignedTask) -> None:
    """The very bytes that were signed, so that both files are one task."""
    from asnquiz.ui.printing.saving import FileKind, ask_where, tell_saved
    from asnquiz.usecases.name_file import TASK_ENDING

    def write(file: Path) -> Path:
        from asnquiz.scorefiles.durable import write

        write(file, signed.text)
        return file

    def chosen(file: Path) -> None:
        told = partial(tell_saved, journey.window, title="Tugas tersimpan")
        journey.fetch(partial(write, file), told, "Menyimpan tugas …", "Tugas belum tersimpan")

    kind = FileKind("Simpan tugas", "Berkas tugas", TASK_ENDING)
    name = suggested_task_name(signed.task.title, signed.task.deadline)
    ask_where(journey.window, journey.folder / name, chosen, kind)


def _rehearse(journey: Journey) -> None:
    from asnquiz.ui.office.rehearse_page import RehearsePage

    learning = journey.learning

    def attempt(places: Mapping[Holder, KeyPlace]) -> None:
        def work() -> collection.Office:
            return rehearse(places, seal=_seal(), store=learning.collection.store, clock=learning.clock)

        if not journey.under_way:
            journey.fetch(work, partial(_rehearsed, journey), "Menguji kedua kunci …", "Gladi belum berhasil")

    page = RehearsePage(journey.window.theme, _usual(journey), attempt=attempt, go=journey.window.go)
    journey.window.show_page(page)


def _rehearsed(journey: Journey, _: collection.Office) -> None:
    journey.window.travel(Office())
    words = "Kedua kata sandi benar, dan masing-masing kunci membuka bukti nilai contoh."
    tell(journey.window, "Gladi berhasil", words)


def _to_write(journey: Journey) -> tuple[collection.Office, tuple[str, ...]]:
    store = journey.learning.collection.store
    return standing_office(store), _units(store) or journey.units


def _units(store: CollectionStore) -> tuple[str, ...]:
    """The units of the roster, by the name that staff know them by; none where there is no roster."""
    return tuple(sorted({entry.unit or entry.agency for entry in store.roster()} - {""}))


def _write(journey: Journey, found: tuple[collection.Office, tuple[str, ...]]) -> None:
    from asnquiz.ui.office.task_form import first_draft

    office, units = found
    _ask_task(journey, office, first_draft(journey.pack.exam, units))


def _ask_task(journey: Journey, office: collection.Office, draft: "TaskDraft") -> None:
    from asnquiz.ui.office.task_form import form_of
    from asnquiz.ui.office.task_pages import TaskFormPage

    clock, pack = journey.learning.clock, journey.pack

    def go_on(draft: "TaskDraft") -> None:
        form = form_of(draft, pack)
        look = partial(checked_task, form, office, pack, clock, uuid.uuid4())
        shown = partial(show_task, journey, office, form, partial(_ask_task, journey, office, draft))
        if not journey.under_way:
            journey.fetch(look, shown, "Memeriksa tugas …", "Tugas belum dapat dibuat")

    today = clock.now().local.date()
    journey.window.show_page(TaskFormPage(journey.window.theme, draft, today, go_on=go_on, go=journey.window.go))


def show_task(
    journey: Journey, office: collection.Office, form: TaskForm, back: Callable[[], None], task: Task
) -> None:
    """Shows what staff will see of a task, to be sealed and saved; `back` leads to where its form is changed."""
    from asnquiz.ui.office.task_pages import TaskPreviewPage, TaskSavedPage

    window, learning = journey.window, journey.learning

    def seal(place: KeyPlace, file: Path) -> None:
        def work() -> SignedTask:
            return write_task(
                form,
                file,
                place,
                task_id=task.id,
                seal=_seal(),
                store=learning.collection.store,
                packs=learning.packs,
                clock=learning.clock,
            )

        def saved(signed: SignedTask) -> None:
            window.show_page(
                TaskSavedPage(window.theme, signed.task.title, file, fingerprint(signed.signer), go=window.go)
            )

        if not journey.under_way:
            journey.fetch(work, saved, "Menyegel tugas …", "Tugas belum tersimpan")

    page = TaskPreviewPage(
        window.theme,
        task.title,
        (*office_fields(task, office.signer), *exam_fields(task), _units_field(task)),
        _usual(journey)[Holder.OFFICE],
        free_path(journey.folder / suggested_task_name(task.title, task.deadline)),
        seal=seal,
        go_back=back,
    )
    window.show_page(page)


def _units_field(task: Task) -> tuple[str, str]:
    return "Unit kerja", f"dipilih dari {number_words(len(task.units))} unit" if task.units else "ditulis sendiri"


def _print(journey: Journey, standing: _Standing) -> None:
    from asnquiz.programs.routes.documents import save

    office, _ = standing
    save(journey, "sidik-kunci-kantor.pdf", partial(_fingerprint_page, journey.pack, office))


def _fingerprint_page(pack: Pack, office: collection.Office) -> bytes:
    from asnquiz.documents.fingerprint import fingerprint_pdf
    from asnquiz.programs.routes.documents import press_for

    return fingerprint_pdf(press_for(pack), office.letterhead, fingerprint(office.signer))
