"""Reminders to agencies: whoever of the roster has not finished stands on one, nobody else, and nobody is accused."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from uuid import UUID

import pytest

from asnquiz.domain.collection import PersonState, Question
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting, SignedTask
from asnquiz.programs.walks.many_people import content_of, office, roster, send_in
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from asnquiz.usecases.write_reminders import Reminder, write_reminders
from tests.fakes import FixedPack
from tests.scorefiles.offices import task

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
TASK = task()
ASKED = Question(TASK.id, supervised=False, counting=Counting.BEST)
AGENCY = "Dinas Kesehatan"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CollectionDatabase]:
    with closing(open_collection(tmp_path_factory.mktemp("rekap") / "rekap.db")) as made:
        made.keep_office(office())
        made.add_task(SignedTask(TASK, "s" * 43, b"tugas"))
        made.keep_roster(roster(200), AT)
        send_in(made, roster(200), TASK, content_of(FixedPack()), AT)
        yield made


def words(reminder: Reminder) -> str:
    return "\n".join((*reminder.opening, *reminder.steps, *reminder.notes, reminder.closing))


def test_every_agency_has_a_letter_with_those_who_are_left(store: CollectionDatabase) -> None:
    logged = len(store.log())
    letters = write_reminders(ASKED, None, store=store, now=AT)
    left = {one.agency: one.people - one.finished for one in store.agencies(ASKED) if one.people > one.finished}
    assert {one.agency: len(one.people) for one in letters} == left
    assert len(left) > 3
    nips = {entry.nip for entry in roster(200)}
    for letter in letters:
        asked = store.people(ASKED, agency=letter.agency, state=PersonState.UNFINISHED).rows
        assert [person[:3] for person in letter.people] == [(one.name, one.position, one.unit) for one in asked]
        assert not nips & {nip for *_, nip in letter.people}
        assert all(len(nip) == 18 and "•" * 11 in nip for *_, nip in letter.people)
        assert "bukan tuduhan" in words(letter)
        assert "Hasil belajar, bukan bukti pelanggaran dan bukan dasar hukuman disiplin." in words(letter)
    assert [entry.act for entry in store.log()[: len(store.log()) - logged]] == ["Pengingat"]
    (only,) = write_reminders(ASKED, AGENCY, store=store, now=AT)
    assert only == next(one for one in letters if one.agency == AGENCY)


def test_it_says_what_to_do_and_by_when(store: CollectionDatabase) -> None:
    (letter,) = write_reminders(ASKED, AGENCY, store=store, now=AT)
    assert "paling lambat tanggal 11 Desember 2026." in words(letter)
    assert f"Mengerjakan tugas “{TASK.title}” (30 soal, 45 menit, batas lulus 75) sampai selesai." in letter.steps
    assert "menyerahkannya kepada BKPSDM Kabupaten Contoh." in letter.steps[-1]
    (after,) = write_reminders(ASKED, AGENCY, store=store, now=AT.replace(month=12, day=12))
    assert "Batas waktunya, 11 Desember 2026, sudah lewat." in words(after)
    assert "paling lambat" not in words(after)
    (picked,) = write_reminders(Question(None, False, Counting.BEST), AGENCY, store=store, now=AT)
    assert "Batas waktu" not in words(picked) + picked.scope
    assert len(picked.people) == store.people(ASKED, agency=AGENCY).total


def test_where_nobody_is_to_be_reminded_that_is_said(store: CollectionDatabase) -> None:
    with pytest.raises(Refusal, match="Perangkat daerah itu tidak ada"):
        write_reminders(ASKED, "Dinas lain", store=store, now=AT)
    before = store.log()
    finished = {one.nip for one in store.people(ASKED, state=PersonState.FINISHED, limit=200).rows}
    store.keep_roster([entry for entry in roster(200) if entry.nip in finished], AT)
    with pytest.raises(Refusal, match="sudah selesai"):
        write_reminders(ASKED, None, store=store, now=AT)
    store.keep_roster([], AT)
    with pytest.raises(Refusal, match="masih kosong"):
        write_reminders(ASKED, None, store=store, now=AT)
    assert {entry.act for entry in store.log()[: -len(before)]} == {"Daftar pegawai"}
    store.keep_roster(roster(200), AT)


def test_a_supervised_task_is_done_before_a_supervisor(store: CollectionDatabase) -> None:
    watched = task(id=UUID(int=1), supervised=True)
    store.add_task(SignedTask(watched, "s" * 43, b"lain"))
    (letter,) = write_reminders(Question(watched.id, True, Counting.FIRST), AGENCY, store=store, now=AT)
    assert "di hadapan pengawas" in letter.steps[1]
    assert "dengan pengawas" in letter.scope
