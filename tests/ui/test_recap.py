"""Rekap nilai at the window: what is asked and what answers it, many people on a list, linking, replacing, purging."""

from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QProgressBar, QPushButton

from asnquiz.domain.collection import People, PersonState, Question, Verdict
from asnquiz.domain.task import Counting, SignedTask
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.programs.walks import recap
from asnquiz.programs.walks.many_people import content_of, office, roster, send_in
from asnquiz.storage.collection.database import open_collection
from asnquiz.ui.destinations import (
    Destination,
    KeepRoster,
    PurgeResults,
    RecapAgency,
    RecapFiles,
    RecapLog,
    RecapPeople,
    RecapPerson,
    Section,
)
from asnquiz.ui.office.no_office_page import NoOfficePage
from asnquiz.ui.recap.overview_page import OverviewPage
from asnquiz.ui.recap.people import PeopleFound, PeoplePresenter
from asnquiz.ui.recap.people_page import PeoplePage
from asnquiz.ui.recap.person_page import PersonPage
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_recap import Wanted
from tests import builders
from tests.data_folders import compiled_before
from tests.scorefiles.offices import task
from tests.storage.collection.given import attendance, class_report, file, took
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_names import told
from tests.ui.test_recap_import import ByHand

PEOPLE = 450
TASK = task()
ASKED = Question(TASK.id, supervised=False, counting=Counting.BEST)
FOUND = "Pegawai yang ditemukan"


def store_of(opened: Opened) -> CollectionStore:
    return opened.learning.collection.store


def go(opened: Opened, place: Destination) -> None:
    opened.window.go(place)
    opened.walker.settle()


def said(opened: Opened) -> str:
    return "\n".join(label.text() for label in opened.labels())


def message(opened: Opened) -> tuple[str, str]:
    box = opened.window.question
    assert box is not None
    return box.text(), box.informativeText()


def shown_cells(opened: Opened, name: str) -> list[list[str]]:
    """What stands in the rows of a list, all of which are read for it."""
    model = recap.table(opened.walker, name).model()
    for _ in range(2):
        for row in range(model.rowCount()):
            model.index(row, 0).data()
            opened.walker.settle() if row % 100 == 0 else None
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def set_up(opened: Opened, count: int) -> Opened:
    Paths(opened.database.parent).collection.write_bytes(_collected(count))
    opened.window.show_purposes(briefs=False, gathers=True)
    return opened


@cache
def _collected(count: int) -> bytes:
    """The database of an office with a task, its list of so many people, and what they sent in."""
    with TemporaryDirectory() as folder:
        paths = compiled_before(Paths(Path(folder)))
        packs = pack_library(paths)
        entries, now = roster(count), builders.moment().utc
        with closing(open_collection(paths.collection, packs)) as store:
            store.keep_office(office())
            store.add_task(SignedTask(TASK, "s" * 43, b""))
            store.keep_roster(entries, now)
            send_in(store, entries, TASK, content_of(packs), now)
        return paths.collection.read_bytes()


@pytest.fixture
def gathered(open_window: OpenWindow) -> Opened:
    """An office with a task, its list of people, and what they sent in."""
    return set_up(open_window(), PEOPLE)


def test_without_an_office_the_way_leads_to_setting_it_up(open_window: OpenWindow) -> None:
    opened = open_window()
    go(opened, Section.RECAP)
    assert isinstance(opened.window.page, NoOfficePage)


def test_the_overview_shows_the_figures_of_one_question_and_says_which(gathered: Opened) -> None:
    go(gathered, Section.RECAP)
    overview = store_of(gathered).overview(ASKED)
    words = said(gathered)
    assert "450" in words
    assert f"\n{overview.finished}\n" in words
    assert "Yang dihitung: ujian terbaik tiap orang, tanpa pengawas. Batas waktu: 11 Desember 2026" in words
    assert "Hasil belajar, bukan bukti pelanggaran dan bukan dasar hukuman disiplin." in words
    gathered.walker.press("Diawasi")
    assert "Yang dihitung: ujian terbaik tiap orang, dengan pengawas." in said(gathered)
    assert "\nSudah mengerjakan\n0\n" in said(gathered), "nobody sat it under supervision"
    recap.pick(gathered.walker, "Ujian yang dihitung", 0)
    assert "Yang dihitung: ujian pertama tiap orang, dengan pengawas." in said(gathered)
    gathered.walker.press("Tanpa pengawas")
    gathered.walker.press("Beranda")
    gathered.walker.press("Rekap nilai")
    assert "Yang dihitung: ujian pertama tiap orang, tanpa pengawas." in said(gathered), "the question stays"


def test_another_task_is_asked_about_as_it_says_itself(gathered: Opened) -> None:
    other = replace(task(), id=UUID(int=7), title="Ujian kedua", supervised=True, counting=Counting.LAST)
    store_of(gathered).add_task(SignedTask(other, "s" * 43, b""))
    go(gathered, Section.RECAP)
    box = next(one for one in gathered.window.findChildren(QComboBox) if one.accessibleName() == "Tugas")
    recap.pick(gathered.walker, "Tugas", box.findText("Ujian kedua"))
    assert "ujian terakhir tiap orang, dengan pengawas" in said(gathered)
    recap.pick(gathered.walker, "Tugas", box.count() - 1)
    assert "Yang dihitung: ujian terbaik tiap orang, tanpa pengawas." in said(gathered)


def test_a_mean_of_fewer_than_ten_people_is_not_told(gathered: Opened) -> None:
    go(gathered, Section.RECAP)
    standings = store_of(gathered).agencies(ASKED)
    rows = {row[0].split(". ")[0]: row for row in shown_cells(gathered, "Perangkat daerah")}
    assert set(rows) == {one.agency for one in standings}
    few = [one for one in standings if one.finished < 10]
    assert few
    for one in standings:
        untold = rows[one.agency][3] == rows[one.agency][4] == "–"
        assert untold is (one.finished < 10), one.agency
    assert "kurang dari 10 orang" in said(gathered)


def test_a_row_tells_a_screen_reader_everything_and_opens_by_enter(gathered: Opened) -> None:
    go(gathered, Section.RECAP)
    agencies = recap.table(gathered.walker, "Perangkat daerah")
    agencies.setFocus()
    gathered.walker.settle()
    one = store_of(gathered).agencies(ASKED)[0]
    whole = told(agencies)
    cells = [cell for place in range(20) if (cell := whole.child(place)) and cell.role() is QAccessible.Role.Cell]
    heard = cells[0].text(QAccessible.Text.Name)
    assert heard.startswith(f"{one.agency}. Pegawai: {one.people}. Selesai: ")
    assert cells[1].text(QAccessible.Text.Name) == str(one.people)
    gathered.walker.key(Qt.Key.Key_End)
    assert agencies.currentIndex().row() == agencies.model().rowCount() - 1
    gathered.walker.key(Qt.Key.Key_Home)
    gathered.walker.key(Qt.Key.Key_Return)
    assert f"{one.finished} dari {one.people} pegawai selesai" in said(gathered)
    units = shown_cells(gathered, "Unit kerja di perangkat daerah ini")
    assert [row[0] for row in units] == [unit.unit for unit in store_of(gathered).units(ASKED, one.agency)]


def test_every_one_of_many_people_is_read_when_looked_at_and_no_nip_is_whole(gathered: Opened) -> None:
    go(gathered, RecapPeople(Wanted()))
    total = store_of(gathered).people(ASKED, limit=1).total
    assert total > 400
    assert f"{total} orang" in said(gathered)
    rows = shown_cells(gathered, FOUND)
    everybody = store_of(gathered).people(ASKED, limit=1000).rows
    assert [row[0].split(",")[0] for row in rows] == [person.name for person in everybody]
    nips = {person.nip for person in everybody if person.nip}
    told_words = "\n".join(cell for row in rows for cell in row)
    assert not any(nip in told_words for nip in nips)
    first = everybody[0].nip
    assert first is not None
    assert f"{first[:4]}{'•' * 11}{first[-3:]}" in told_words


def test_whole_nips_are_shown_on_demand_and_that_is_noted(gathered: Opened) -> None:
    go(gathered, RecapPeople(Wanted()))
    before = len(store_of(gathered).log())
    gathered.walker.press("Tampilkan NIP utuh")
    person = store_of(gathered).people(ASKED, limit=1).rows[0]
    assert shown_cells(gathered, FOUND)[0][0] == f"{person.name}, {person.nip}"
    log = store_of(gathered).log()
    assert len(log) == before + 1
    assert "NIP utuh" in f"{log[0].act} {log[0].words}"
    go(gathered, RecapLog())
    assert "NIP utuh" in shown_cells(gathered, "Daftar kegiatan")[0][0]
    go(gathered, RecapPeople())
    assert str(person.nip) not in shown_cells(gathered, FOUND)[0][0], "masked again elsewhere"


def test_briefings_that_came_in_are_listed_with_who_held_them_and_how_many_came(gathered: Opened) -> None:
    go(gathered, Section.RECAP)
    gathered.walker.press("Sosialisasi yang masuk")
    assert "Belum ada catatan sosialisasi." in said(gathered)
    held = class_report("satu", str(TASK.id), attendance(1), attendance(2, people=6))
    took(store_of(gathered), file("apel.asnkelas", held))
    go(gathered, Section.RECAP)
    gathered.walker.press("Sosialisasi yang masuk")
    assert shown_cells(gathered, "Daftar sosialisasi") == [
        ["Apel netralitas, 2 November 2026 · Aula · BKPSDM", "2, 7 orang"]
    ]
    assert "bukan ujian" in said(gathered)
    recap.open_row(gathered.walker, "Daftar sosialisasi", 0)
    assert message(gathered) == (
        "Apel netralitas",
        "Tanggal: 2 November 2026\nTempat: Aula\nPenyelenggara: BKPSDM\nPeserta: 2 (7 orang)",
    )
    gathered.walker.press("Mengerti")
    gathered.walker.press("Kembali ke Rekap nilai")
    assert isinstance(gathered.window.page, OverviewPage)


def test_people_are_narrowed_by_words_place_state_and_flag(gathered: Opened) -> None:
    go(gathered, RecapPeople(Wanted()))
    store = store_of(gathered)
    person = store.people(ASKED, limit=300).rows[250]
    gathered.walker.write("Cari nama atau NIP", person.name)
    assert any(row[0].startswith(person.name) for row in shown_cells(gathered, FOUND))
    assert len(shown_cells(gathered, FOUND)) == store.people(ASKED, words=person.name).total
    recap.empty(gathered.walker, "Cari nama atau NIP")
    recap.pick(gathered.walker, "Perangkat daerah", 1)
    agency = store.agencies(ASKED)[0].agency
    assert len(shown_cells(gathered, FOUND)) == store.people(ASKED, agency=agency).total
    recap.pick(gathered.walker, "Unit kerja", 1)
    unit = store.units(ASKED, agency)[0].unit
    assert len(shown_cells(gathered, FOUND)) == store.people(ASKED, agency=agency, unit=unit).total
    recap.pick(gathered.walker, "Perangkat daerah", 0)
    gathered.walker.press("Belum selesai")
    total = store.people(ASKED, state=PersonState.UNFINISHED).total
    assert f"{total} orang" in said(gathered)
    assert {row[2] for row in shown_cells(gathered, FOUND)} == {"Belum selesai"}
    gathered.walker.press("Semua")
    recap.pick(gathered.walker, "Perlu diperhatikan", 2)
    assert "Untuk dilihat, bukan tuduhan." in said(gathered)
    assert all("Satu komputer pada waktu yang sama" in row[2] for row in shown_cells(gathered, FOUND))
    recap.open_row(gathered.walker, FOUND, 0)
    assert isinstance(gathered.window.page, PersonPage)
    gathered.walker.press("Kembali ke daftar")
    page = gathered.window.page
    assert isinstance(page, PeoplePage)
    assert page.flags.currentIndex() == 2, "the list stands as it was left"


def test_what_is_odd_leads_from_the_overview_to_whom_it_is_about(gathered: Opened) -> None:
    go(gathered, Section.RECAP)
    unknown = store_of(gathered).overview(ASKED).unknown
    gathered.walker.press(f"{unknown} orang tidak dikenal")
    assert {row[2] for row in shown_cells(gathered, FOUND)} == {"Tidak dikenal"}
    assert len(shown_cells(gathered, FOUND)) == unknown


def unknown_with_a_proposal(opened: Opened) -> tuple[str, str]:
    """The key of somebody whose NIP has one digit wrong, and the NIP that is meant."""
    entries = {entry.name: entry.nip for entry in roster(PEOPLE)}
    rows = store_of(opened).people(ASKED, state=PersonState.UNKNOWN).rows
    person = next(one for one in rows if one.nip)
    return person.key, entries[person.name]


def test_somebody_unknown_is_linked_by_hand_after_a_question_and_that_can_be_taken_back(gathered: Opened) -> None:
    key, nip = unknown_with_a_proposal(gathered)
    store = store_of(gathered)
    before = store.overview(ASKED)
    go(gathered, RecapPerson(key))
    assert "NIP berbeda satu angka" in said(gathered)
    gathered.walker.press("Tautkan …")
    assert message(gathered)[0] == "Tautkan kedua orang ini?"
    gathered.walker.press("Batal")
    assert store.overview(ASKED) == before
    gathered.walker.press("Tautkan …")
    gathered.walker.press("Tautkan")
    assert "karena ditautkan dengan tangan" in said(gathered)
    linked = store.person(ASKED, nip)
    assert linked is not None
    assert linked.state is PersonState.FINISHED
    assert store.overview(ASKED).unknown == before.unknown - 1
    gathered.walker.press("Batalkan tautan")
    assert "Siapa orang ini?" in said(gathered)
    assert store.overview(ASKED) == before


def test_whom_nobody_proposes_is_looked_for_in_the_list(gathered: Opened) -> None:
    key, _ = unknown_with_a_proposal(gathered)
    entry = roster(PEOPLE)[100]
    go(gathered, RecapPerson(key))
    gathered.walker.write("Cari dalam daftar pegawai", entry.name)
    name = next(
        one.accessibleName() for one in buttons_with(gathered, "Tautkan … ") if entry.nip[-3:] in one.accessibleName()
    )
    gathered.walker.press(name)
    gathered.walker.press("Tautkan")
    assert store_of(gathered).linked(entry.nip)[0][0] == key


def buttons_with(opened: Opened, words: str) -> list[QPushButton]:
    return [one for one in opened.window.findChildren(QPushButton) if one.accessibleName().startswith(words)]


def test_a_list_with_faults_takes_the_old_one_s_place_only_without_them(gathered: Opened, tmp_path: Path) -> None:
    file = tmp_path / "daftar.csv"
    good = roster(3)[0]
    lines = ("NIP;Nama;Unit kerja", f"{good.nip};{good.name};Dinas Baru", "1,96803E+17;Siti;Dinas Baru")
    file.write_text("\n".join(lines), encoding="utf-8")
    go(gathered, KeepRoster())
    assert "450 pegawai, " in said(gathered)
    gathered.walker.press("Pilih berkas daftar")
    recap.choose(gathered.walker, file)
    words = said(gathered)
    assert "1 pegawai, 1 perangkat daerah, 1 unit kerja." in words
    assert "Dibanding daftar sekarang: 0 baru, 1 berubah, 449 tidak ada lagi." in words
    assert "NIP rusak oleh Excel" in shown_cells(gathered, "Sel yang salah")[0][0]
    assert len(store_of(gathered).roster()) == PEOPLE
    gathered.walker.press("Ganti tanpa baris yang salah")
    assert message(gathered)[0] == "Daftar pegawai diganti"
    gathered.walker.press("Mengerti")
    assert "1 pegawai, 1 perangkat daerah" in said(gathered)
    assert [entry.nip for entry in store_of(gathered).roster()] == [good.nip]


def test_what_is_no_list_is_refused_and_the_old_one_stays(gathered: Opened, tmp_path: Path) -> None:
    file = tmp_path / "daftar.csv"
    file.write_text("bukan daftar", encoding="utf-8")
    go(gathered, KeepRoster())
    gathered.walker.press("Pilih berkas daftar")
    recap.choose(gathered.walker, file)
    assert message(gathered)[0] == "Daftar belum terbaca"
    assert len(store_of(gathered).roster()) == PEOPLE


def test_refused_files_are_listed_by_what_they_are_with_their_reason(gathered: Opened) -> None:
    go(gathered, RecapFiles())
    refused = list(store_of(gathered).refused())
    rows = shown_cells(gathered, "Daftar berkas yang ditolak")
    assert [row[0] for row in rows] == [f"{file.name}, {file.reason}" for file in refused]
    gathered.walker.press("Berubah sejak disegel")
    changed = [file for file in refused if file.verdict is Verdict.CHANGED]
    assert len(shown_cells(gathered, "Daftar berkas yang ditolak")) == len(changed)
    recap.open_row(gathered.walker, "Daftar berkas yang ditolak", 0)
    assert message(gathered) == ("Berubah sejak disegel", f"{changed[0].name}\n\n{changed[0].reason}")


def test_a_purge_counts_first_and_wants_a_word(gathered: Opened) -> None:
    store = store_of(gathered)
    finished = store.overview(ASKED).finished
    go(gathered, PurgeResults())
    gathered.walker.write("Hapus yang diterima sebelum", "1 Januari 2000")
    gathered.walker.press("Hitung yang akan dihapus")
    assert "Tidak ada yang perlu dihapus" in said(gathered)
    gathered.walker.write("Hapus yang diterima sebelum", "1 Januari 2100")
    assert "Tidak ada yang perlu dihapus" not in said(gathered), "another day was not counted yet"
    gathered.walker.press("Hitung yang akan dihapus")
    gathered.walker.press("Hapus untuk seterusnya")
    assert "Ketik HAPUS, bila memang akan dihapus." in said(gathered)
    assert store.overview(ASKED).finished == finished
    gathered.walker.write("Ketik HAPUS untuk melanjutkan", "hapus")
    gathered.walker.press("Hapus untuk seterusnya")
    assert message(gathered)[0] == "Data lama sudah dihapus"
    gathered.walker.press("Mengerti")
    assert isinstance(gathered.window.page, OverviewPage)
    assert store.overview(ASKED).finished == 0
    assert len(store.roster()) == PEOPLE


def test_a_unit_leads_to_its_people(gathered: Opened) -> None:
    one = store_of(gathered).agencies(ASKED)[0]
    go(gathered, RecapAgency(one.agency))
    recap.open_row(gathered.walker, "Unit kerja di perangkat daerah ini", 0)
    unit = store_of(gathered).units(ASKED, one.agency)[0]
    assert f"{unit.people} orang" in said(gathered)


def test_text_of_another_size_keeps_what_is_looked_for(gathered: Opened) -> None:
    go(gathered, RecapPeople(Wanted()))
    gathered.walker.write("Cari nama atau NIP", "su")
    gathered.walker.press("Selesai")
    before = shown_cells(gathered, FOUND)
    assert gathered.window.renew_page()
    gathered.walker.settle()
    line = next(one for one in gathered.window.findChildren(QLineEdit) if one.isVisible())
    assert line.text() == "su"
    assert shown_cells(gathered, FOUND) == before


def renew(opened: Opened) -> None:
    assert opened.window.renew_page()
    opened.walker.settle()


def test_what_is_read_for_a_page_comes_on_the_one_that_was_made_anew_of_it(gathered: Opened, tmp_path: Path) -> None:
    file = tmp_path / "daftar.csv"
    file.write_text(f"NIP;Nama;Unit kerja\n{roster(1)[0].nip};Siti;Dinas Baru", encoding="utf-8")
    go(gathered, KeepRoster())
    renew(gathered)
    gathered.walker.press("Pilih berkas daftar")
    recap.choose(gathered.walker, file)
    assert "1 pegawai, 1 perangkat daerah" in said(gathered)
    renew(gathered)
    assert "1 pegawai, 1 perangkat daerah" in said(gathered)
    go(gathered, PurgeResults())
    renew(gathered)
    gathered.walker.write("Hapus yang diterima sebelum", "1 Januari 2100")
    gathered.walker.press("Hitung yang akan dihapus")
    assert "bukti nilai akan dihapus" in said(gathered)
    renew(gathered)
    assert "bukti nilai akan dihapus" in said(gathered)


def test_of_what_is_typed_fast_only_the_last_is_looked_for(gathered: Opened) -> None:
    asked: list[str] = []

    class Noting:
        """Notes what is looked for, and finds nobody."""

        def people(self, _question: Question, **wanted: object) -> People:
            asked.append(str(wanted["words"]))
            return People((), 0)

    background = ByHand()
    go(gathered, Section.RECAP)
    desk = gathered.journey.recap
    assert desk is not None
    presenter = PeoplePresenter(
        PeopleFound(ASKED, People((), 0), (), ()),
        desk,
        store=cast("CollectionStore", Noting()),
        background=background,
        report=lambda _title, _words: None,
        note_whole=lambda: None,
    )
    for words in ("s", "si", "sit", "siti"):
        presenter.search(words)
    background.do_all()
    assert asked == ["s", "siti"]


def test_no_bar_of_an_import_is_there_while_nothing_is_taken_in(gathered: Opened) -> None:
    go(gathered, Section.RECAP)
    assert not [bar for bar in gathered.window.page.findChildren(QProgressBar) if bar.isVisible()]  # type: ignore[union-attr]
