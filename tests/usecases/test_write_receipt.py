"""Receipts of units: who of the roster has handed in, under the question that is asked, and nobody else."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from asnquiz.domain.collection import PersonState, Question
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Counting, SignedTask
from asnquiz.programs.walks.many_people import content_of, office, roster, send_in
from asnquiz.storage.collection.database import CollectionDatabase, open_collection
from asnquiz.usecases.write_receipt import write_receipts
from tests.fakes import FixedPack
from tests.scorefiles.offices import task

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
TASK = task()
ASKED = Question(TASK.id, supervised=False, counting=Counting.BEST)
AGENCY = "Dinas Kesehatan"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CollectionDatabase]:
    with closing(open_collection(tmp_path / "rekap.db")) as made:
        made.keep_office(office())
        made.add_task(SignedTask(TASK, "s" * 43, b"tugas"))
        made.keep_roster(roster(200), AT)
        send_in(made, roster(200), TASK, content_of(FixedPack()), AT)
        yield made


def test_every_unit_of_an_agency_has_a_receipt_with_those_who_handed_in(store: CollectionDatabase) -> None:
    receipts = write_receipts(ASKED, AGENCY, None, store=store, now=AT)
    units = store.units(ASKED, AGENCY)
    assert len(receipts) == len(units) > 1
    for receipt, unit in zip(receipts, units, strict=True):
        finished = store.people(ASKED, agency=AGENCY, unit=unit.unit, state=PersonState.FINISHED).rows
        assert [name for name, _, _ in receipt.people] == [one.name for one in finished]
        assert len(receipt.people) == unit.finished
        said = dict(receipt.fields)
        assert said["Untuk"] == f"{unit.unit}, {AGENCY}"
        assert said["Diterima"] == f"berkas dari {unit.finished} orang dari {unit.people} pegawai"


def test_no_whole_nip_stands_on_one_and_writing_it_is_noted(store: CollectionDatabase) -> None:
    (receipt,) = write_receipts(ASKED, AGENCY, store.units(ASKED, AGENCY)[0].unit, store=store, now=AT)
    whole = {entry.nip for entry in roster(200)}
    assert not whole & {nip for _, nip, _ in receipt.people}
    assert all(len(nip) == 18 and "•" * 11 in nip for _, nip, _ in receipt.people)
    assert [entry.act for entry in store.log()].count("Tanda terima") == 1


def test_a_unit_that_is_not_there_is_refused(store: CollectionDatabase) -> None:
    with pytest.raises(Refusal, match="Unit itu tidak ada"):
        write_receipts(ASKED, AGENCY, "Unit lain", store=store, now=AT)
    with pytest.raises(Refusal, match="Unit itu tidak ada"):
        write_receipts(ASKED, "Dinas lain", None, store=store, now=AT)
