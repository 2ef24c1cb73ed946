"""To what came of a briefing: its page, the files that are saved of it, and typing papers in."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from asnquiz import __version__
from asnquiz.domain.answering import Answer
from asnquiz.domain.briefing import Briefing
from asnquiz.domain.briefing_course import Course, course_of
from asnquiz.domain.calendar import parse_day
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import date_words
from asnquiz.programs.journey import Journey
from asnquiz.programs.routes.begin_briefing import known_tasks, store_of
from asnquiz.programs.routes.documents import press_for, save
from asnquiz.programs.routes.office_files import save_data
from asnquiz.ui.destinations import ShowBriefing, TypePapers
from asnquiz.ui.printing.saving import FileKind, ask_where, tell_saved
from asnquiz.usecases.briefing_tables import results_file
from asnquiz.usecases.name_file import CLASS_ENDING, briefing_file
from asnquiz.usecases.see_briefing import BriefingResults, see_briefing
from asnquiz.usecases.set_up_office import standing_office
from asnquiz.usecases.type_papers import PaperQuestion, Somebody, keep_sheet
from asnquiz.usecases.write_briefing_task import briefing_task
from asnquiz.usecases.write_class_record import (
    ClassPreview,
    WrittenClass,
    preview_class,
    suggested_class_name,
    write_class,
)
from asnquiz.usecases.write_task import checked_task

if TYPE_CHECKING:
    from asnquiz.ui.briefing.record_page import Record, Saved

T = TypeVar("T")

_WEEKS = dt.timedelta(weeks=2)  # for those who follow by video, as offered
_NOT_SAVED = "Berkas belum tersimpan"
_XLSX = FileKind("Simpan tabel Excel", "Buku kerja Excel", ".xlsx")
_CLASS = FileKind("Simpan catatan untuk kantor", "Catatan sosialisasi", CLASS_ENDING)
_DEADLINE = "Tenggat"


@dataclass(frozen=True)
class _Whole:
    """A briefing with the content it is frozen with and all that happened."""

    briefing: Briefing
    pack: Pack
    course: Course


def travel(journey: Journey, destination: ShowBriefing | TypePapers) -> None:
    if isinstance(destination, TypePapers):
        journey.fetch(partial(_read, journey, destination.briefing), partial(_type, journey), "Membuka …")
    else:
        journey.fetch(partial(_record, journey, destination.briefing), partial(_show, journey), "Membuka hasil …")


def _read(journey: Journey, briefing: uuid.UUID) -> _Whole:
    store = store_of(journey)
    of = store.briefing(briefing)
    pack = journey.learning.packs.decode(store.compiled_pack(of.pack.sha256))
    return _Whole(of, pack, course_of(store.events(briefing)))


def _record(journey: Journey, briefing: uuid.UUID) -> "Record":
    from asnquiz.ui.briefing.record_page import Record

    whole = _read(journey, briefing)
    results = see_briefing(whole.briefing, whole.pack, whole.course)
    deadline = date_words(journey.learning.clock.now().local.date() + _WEEKS)
    return Record(results, _leaves(journey, briefing), journey.can_gather, deadline)


def _leaves(journey: Journey, briefing: uuid.UUID) -> ClassPreview | str:
    learning = journey.learning
    try:
        return preview_class(briefing, known_tasks(journey), store=store_of(journey), packs=learning.packs)
    except Refusal as refusal:
        return str(refusal)


def _show(journey: Journey, record: "Record") -> None:
    from asnquiz.ui.briefing.record_page import RecordPage

    window = journey.window
    today = journey.learning.clock.now().local.date()
    page = RecordPage(
        window.theme,
        record,
        save=partial(_save, journey, record),
        write_task=partial(_write_task, journey, record.results),
        day=partial(_day, today),
        go=window.go,
    )
    window.show_page(page)


def _save(journey: Journey, record: "Record", what: "Saved") -> None:
    from asnquiz.ui.briefing.record_page import Saved

    results = record.results
    occasion, rehearsal = results.briefing.occasion, results.briefing.rehearsal
    name = briefing_file("hasil", occasion, rehearsal=rehearsal)
    match what:
        case Saved.PDF:
            save(journey, f"{name}.pdf", partial(_pdf, results))
        case Saved.WORKBOOK:
            _save_as(journey, f"{name}.xlsx", _XLSX, partial(_workbook, results), _told(journey))
        case Saved.CLASS:
            if isinstance(record.leaves, ClassPreview):
                _save_class(journey, record.leaves)


def _pdf(results: BriefingResults) -> bytes:
    from asnquiz.documents.briefing_results import briefing_results_pdf

    return briefing_results_pdf(press_for(results.pack), results)


def _workbook(results: BriefingResults, file: Path) -> Path:
    return save_data(file, results_file(results))[0]


def _told(journey: Journey) -> Callable[[Path], None]:
    return lambda file: tell_saved(journey.window, file, title="Tabel tersimpan")


def _save_class(journey: Journey, shown: ClassPreview) -> None:
    file_id, learning = uuid.uuid4(), journey.learning

    def write(file: Path) -> WrittenClass:
        return write_class(shown, file, seal=learning.seal, clock=learning.clock, file_id=file_id, program=__version__)

    def saved(written: WrittenClass) -> None:
        tell_saved(journey.window, written.path, written.notice or "", "Catatan tersimpan")

    occasion = shown.held.occasion
    _save_as(journey, suggested_class_name(occasion.title, occasion.date, file_id), _CLASS, write, saved)


def _save_as(
    journey: Journey, name: str, kind: FileKind, write: Callable[[Path], T], saved: Callable[[T], None]
) -> None:
    def chosen(file: Path) -> None:
        if not journey.under_way:
            journey.fetch(partial(write, file), saved, "Menyimpan berkas …", _NOT_SAVED)

    ask_where(journey.window, journey.folder / name, chosen, kind)


# The same questions as a task of the office, for those who follow by video.


def _day(today: dt.date, typed: str) -> str:
    """The deadline as it is understood. Raises Refusal."""
    day = parse_day(typed, _DEADLINE)
    if day is None or day < today:
        raise Refusal("Tulis tenggat hari ini atau sesudahnya, misalnya 30 November 2026.")
    return date_words(day)


def _write_task(journey: Journey, results: BriefingResults, deadline: str) -> None:
    from asnquiz.programs.routes.office import show_task

    day, clock, pack = parse_day(deadline, _DEADLINE), journey.learning.clock, journey.pack
    if day is None:
        raise RuntimeError("a line that was checked")
    back = partial(journey.window.go, ShowBriefing(results.briefing.id))

    def check() -> Callable[[], None]:
        office = standing_office(journey.learning.collection.store)
        form = briefing_task(results.briefing, results.pack, day)
        return partial(show_task, journey, office, form, back, checked_task(form, office, pack, clock, uuid.uuid4()))

    if not journey.under_way:
        journey.fetch(check, lambda show: show(), "Memeriksa tugas …", "Tugas belum dapat dibuat")


# Typing papers in.


def _type(journey: Journey, whole: _Whole) -> None:
    from asnquiz.ui.briefing.typing import Kept, Typing
    from asnquiz.ui.briefing.typing_page import TypingPage

    def keep(who: Somebody, answers: Mapping[PaperQuestion, Answer], done: Callable[[Kept], None]) -> None:
        def work() -> Kept:
            store, clock = store_of(journey), journey.learning.clock
            return keep_sheet(who, answers, whole.briefing, whole.pack, store=store, clock=clock)

        if not journey.under_way:
            journey.fetch(work, done, "Menyimpan lembar …", "Lembar belum tersimpan")

    window = journey.window
    window.show_page(TypingPage(window.theme, Typing(whole.briefing, whole.pack, whole.course, keep), window.go))
