"""To Rekap nilai and its pages; where no office is kept yet, to what is needed for one."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz.domain.class_results import Held
from asnquiz.domain.collection import LogEntry, PersonState, Question, RefusedFile, UnitStanding, Verdict
from asnquiz.domain.office_report import OfficeReport
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.roster import proposals
from asnquiz.domain.task import Task
from asnquiz.domain.wording import number_words
from asnquiz.programs.journey import Journey
from asnquiz.ui.destinations import (
    AddScoreFiles,
    KeepRoster,
    PurgeResults,
    RecapAgency,
    RecapBriefings,
    RecapFiles,
    RecapLog,
    RecapPeople,
    RecapPerson,
    Section,
)
from asnquiz.ui.printing.saving import tell_saved
from asnquiz.ui.recap.desk import RecapDesk
from asnquiz.ui.recap.importing import Importing
from asnquiz.ui.recap.people import PAGE, PeopleFound
from asnquiz.ui.recap.person import PersonShown
from asnquiz.ui.recap.reporting import Reporting
from asnquiz.ui.recap.roster_page import RosterPage, Standing
from asnquiz.ui.recap.saving import Saving
from asnquiz.ui.widgets.ask import tell
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.keep_roster import RosterPreview, keep_roster, preview_roster
from asnquiz.usecases.make_report import make_gain, make_report
from asnquiz.usecases.see_collection import note_whole_nips, question_on
from asnquiz.usecases.see_recap import Recap, find_people, see_recap, task_asked, tasks_made

if TYPE_CHECKING:
    from asnquiz.usecases.collect import Import

RecapDestination = (
    Section
    | RecapAgency
    | RecapPeople
    | RecapPerson
    | RecapFiles
    | AddScoreFiles
    | KeepRoster
    | PurgeResults
    | RecapBriefings
    | RecapLog
)


def travel(journey: Journey, destination: RecapDestination) -> None:
    match destination:
        case RecapAgency(agency):
            journey.fetch(partial(_read_agency, journey, agency), partial(_agency, journey, agency), "Membuka …")
        case RecapPeople(wanted):
            if wanted is not None:
                desk_of(journey).wanted = wanted
            journey.fetch(partial(_read_people, journey), partial(_people, journey), "Membuka daftar pegawai …")
        case RecapPerson(key):
            journey.fetch(partial(_read_person, journey, key), partial(_person, journey), "Membuka …")
        case RecapFiles(verdict):
            journey.fetch(lambda: tuple(store_of(journey).refused()), partial(_files, journey, verdict), "Membuka …")
        case AddScoreFiles():
            _add_files(journey)
        case KeepRoster():
            journey.fetch(partial(_read_standing, journey), partial(_roster, journey), "Membuka …")
        case PurgeResults():
            _purge(journey)
        case RecapBriefings() | RecapLog():
            _look_back(journey, destination)
        case _:
            work = partial(read_recap, journey, desk_of(journey).question)
            journey.fetch(work, partial(_overview, journey), "Membuka Rekap nilai …")


def _look_back(journey: Journey, destination: RecapBriefings | RecapLog) -> None:
    if isinstance(destination, RecapLog):
        journey.fetch(lambda: store_of(journey).log(), partial(_log, journey), "Membuka …")
    else:
        journey.fetch(lambda: store_of(journey).held(), partial(_briefings, journey), "Membuka …")


def store_of(journey: Journey) -> CollectionStore:
    """For the background."""
    return journey.learning.collection.store


def desk_of(journey: Journey) -> RecapDesk:
    """The desk of whoever is in: what somebody else asked for, and the key they opened, are gone."""
    desk = journey.recap
    if desk is None:
        desk = RecapDesk(
            Importing(
                partial(_begin, journey),
                _unlock,
                journey.background,
                journey.reporter(),
                lambda: journey.window.leaving,
            ),
            Reporting(
                partial(_make_report, journey),
                lambda before, after: make_gain(before, after, store_of(journey)),
                journey.background,
            ),
            Saving(journey.background, journey.reporter(), partial(_saved, journey, journey.waiter())),
        )
        journey.recap = desk
    return desk


def _saved(journey: Journey, wait: Callable[[Callable[[], None]], None], files: Sequence[Path]) -> None:
    beside = f"Bersama {number_words(len(files) - 1)} berkas lain di folder itu." if len(files) > 1 else ""
    wait(lambda: tell_saved(journey.window, files[0], beside, "Berkas tersimpan"))


def _begin(journey: Journey, sources: Sequence[Path], keys: object) -> "Import":
    from asnquiz.programs.collecting import Workers
    from asnquiz.usecases.collect import Import

    clock = journey.learning.clock
    looker = Workers(keys or {})  # type: ignore[arg-type]
    return Import(sources, store=store_of(journey), looker=looker, now=lambda: clock.now().utc)


def _unlock(file: Path, password: str) -> object:
    from asnquiz.scorefiles.office_keys import open_key_file, opening_keys

    return opening_keys([open_key_file(file, password)])


def read_recap(journey: Journey, question: Question | None) -> Recap | None:
    """For the background."""
    return see_recap(question, store_of(journey))


def _overview(journey: Journey, shown: Recap | None) -> None:
    window = journey.window
    if shown is None:
        show_no_office(journey)
        return
    from asnquiz.ui.recap.overview import OverviewPresenter
    from asnquiz.ui.recap.overview_page import OverviewPage

    presenter = OverviewPresenter(
        shown,
        desk_of(journey),
        read=partial(read_recap, journey),
        background=journey.background,
        report=journey.reporter(),
    )
    window.show_page(OverviewPage(window.theme, presenter, window.go))


def _make_report(journey: Journey, question: Question) -> OfficeReport:
    return make_report(question, store_of(journey))


def show_no_office(journey: Journey) -> None:
    """What is needed first."""
    from asnquiz.ui.office.no_office_page import NoOfficePage

    journey.window.show_page(NoOfficePage(journey.window.theme, journey.window.go))


def asked(journey: Journey) -> tuple[Question, Task | None]:
    """What is asked for now; for the background."""
    tasks = tasks_made(store_of(journey))
    question = desk_of(journey).question or question_on(tasks[0] if tasks else None)
    return question, task_asked(question, tasks)


_Agency = tuple[tuple[UnitStanding, ...], Question, Task | None]


def _read_agency(journey: Journey, agency: str) -> _Agency:
    question, task = asked(journey)
    return store_of(journey).units(question, agency), question, task


def _agency(journey: Journey, agency: str, found: _Agency) -> None:
    from asnquiz.ui.recap.agency_page import AgencyPage

    units, question, task = found
    page = AgencyPage(journey.window.theme, agency, units, question, task, journey.window.go)
    journey.window.show_page(page)


def _read_people(journey: Journey) -> PeopleFound:
    store, wanted = store_of(journey), desk_of(journey).wanted
    question, _ = asked(journey)
    agencies = tuple(one.agency for one in store.agencies(question))
    units = tuple(one.unit for one in store.units(question, wanted.agency)) if wanted.agency is not None else ()
    first = find_people(wanted, question, store, limit=PAGE, offset=0)
    return PeopleFound(question, first, agencies, units)


def _people(journey: Journey, found: PeopleFound) -> None:
    from asnquiz.ui.recap.people import PeoplePresenter
    from asnquiz.ui.recap.people_page import PeoplePage

    window = journey.window
    presenter = PeoplePresenter(
        found,
        desk_of(journey),
        store=store_of(journey),
        background=journey.background,
        report=journey.reporter(),
        note_whole=partial(_note_whole, journey),
    )
    window.show_page(PeoplePage(window.theme, presenter, window.go))


def _note_whole(journey: Journey) -> None:
    now = journey.learning.clock.now().utc
    journey.keep(lambda: note_whole_nips(store_of(journey), now), "Kegiatan belum tercatat")


def _read_person(journey: Journey, key: str) -> PersonShown:
    store = store_of(journey)
    question, task = asked(journey)
    person = store.person(question, key)
    if person is None:
        raise Refusal("Orang itu tidak ada lagi di rekap ini. Kembali ke daftar pegawai.")
    unknown = person.state is PersonState.UNKNOWN
    near = proposals([person], store.roster()) if unknown else ()
    linked = store.linked(person.nip) if person.nip and not unknown else ()
    return PersonShown(person, near, linked, question, task)


def _person(journey: Journey, shown: PersonShown) -> None:
    from asnquiz.ui.recap.person import PersonPresenter
    from asnquiz.ui.recap.person_page import PersonPage

    window = journey.window
    presenter = PersonPresenter(
        shown,
        store=store_of(journey),
        clock=journey.learning.clock,
        background=journey.background,
        report=journey.reporter(),
        note_whole=partial(_note_whole, journey),
        go=journey.goer(),
    )
    window.show_page(PersonPage(window.theme, presenter, window.go))


def _files(journey: Journey, verdict: Verdict | None, files: Sequence[RefusedFile]) -> None:
    from asnquiz.ui.recap.files_page import FilesPage

    journey.window.show_page(FilesPage(journey.window.theme, files, verdict, journey.window.go))


def _add_files(journey: Journey) -> None:
    from asnquiz.ui.recap.import_page import ImportPage

    window = journey.window
    window.show_page(ImportPage(window.theme, desk_of(journey).importing, journey.folder, window.go))


def _read_standing(journey: Journey) -> Standing:
    entries = store_of(journey).roster()
    agencies, units = (
        {make(entry) for entry in entries} for make in (lambda e: e.agency, lambda e: (e.agency, e.unit))
    )
    return Standing(len(entries), len(agencies), len(units))


def _roster(journey: Journey, standing: Standing) -> None:
    def choose() -> None:
        from asnquiz.ui.recap.choosing import ask_which_roster

        ask_which_roster(journey.window, journey.folder, chosen)

    def chosen(file: Path) -> None:
        from asnquiz.documents.roster_file import read_sheets

        work: Callable[[], RosterPreview] = lambda: preview_roster(  # noqa: E731
            file, store=store_of(journey), read_sheets=read_sheets
        )
        if not journey.under_way:
            journey.fetch(work, partial(_preview, journey, file.name), "Membaca daftar …", "Daftar belum terbaca")

    def keep(shown: RosterPreview, without_faulty: bool) -> None:
        now = journey.learning.clock.now().utc

        def work() -> None:
            keep_roster(shown, store=store_of(journey), now=now, without_faulty=without_faulty)

        if not journey.under_way:
            journey.fetch(work, partial(_kept, journey), "Mengganti daftar …", "Daftar belum diganti")

    page = RosterPage(journey.window.theme, standing, choose=choose, keep=keep, go=journey.window.go)
    journey.window.show_page(page)


def _preview(journey: Journey, file: str, shown: RosterPreview) -> None:
    """On the page of now, which may have been made anew in another text size."""
    if isinstance(page := journey.window.page, RosterPage):
        page.show_preview(file, shown)


def _kept(journey: Journey, _: None) -> None:
    journey.window.travel(KeepRoster())
    tell(journey.window, "Daftar pegawai diganti", "Rekap nilai sekarang memakai daftar itu.")


def _purge(journey: Journey) -> None:
    from asnquiz.ui.recap.purge_page import PurgePage

    def count(day: dt.date) -> None:
        work = lambda: store_of(journey).purgeable(_beginning(day))  # noqa: E731
        if not journey.under_way:
            journey.fetch(work, partial(_counted, journey), "Menghitung …", "Belum dapat dihitung")

    def remove(day: dt.date) -> None:
        now = journey.learning.clock.now().utc
        work = lambda: store_of(journey).purge(before=_beginning(day), at=now)  # noqa: E731
        if not journey.under_way:
            journey.fetch(work, partial(_purged, journey), "Menghapus …", "Data belum terhapus")

    page = PurgePage(journey.window.theme, count=count, purge=remove, go=journey.window.go)
    journey.window.show_page(page)


def _counted(journey: Journey, number: int) -> None:
    from asnquiz.ui.recap.purge_page import PurgePage

    if isinstance(page := journey.window.page, PurgePage):
        page.show_count(number)


def _beginning(day: dt.date) -> dt.datetime:
    """When a day begins by the clock of this office."""
    return dt.datetime(day.year, day.month, day.day).astimezone()


def _purged(journey: Journey, count: int) -> None:
    journey.window.travel(Section.RECAP)
    words = f"{number_words(count)} bukti nilai dihapus dari komputer ini untuk seterusnya."
    tell(journey.window, "Data lama sudah dihapus", words)


def _briefings(journey: Journey, held: Sequence[Held]) -> None:
    from asnquiz.ui.recap.briefings_page import BriefingsPage

    journey.window.show_page(BriefingsPage(journey.window.theme, held, journey.window.go))


def _log(journey: Journey, entries: Sequence[LogEntry]) -> None:
    from asnquiz.ui.recap.log_page import RecapLogPage

    journey.window.show_page(RecapLogPage(journey.window.theme, entries, journey.window.go))
