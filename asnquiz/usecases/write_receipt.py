"""Tanda terima: whose files of one unit were received, for the office to print and hand back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from asnquiz.domain.collection import PersonRow, PersonState, Question
from asnquiz.domain.recap_wording import here
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Task
from asnquiz.domain.wording import number_words, time_words
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_collection import masked_nip, task_of
from asnquiz.usecases.see_recap import asked_words

_PAGE = 1_000


@dataclass(frozen=True)
class Receipt:
    """What stands on it: head of the office's paper, label and value of each field, and name, masked NIP and when
    received of each person, by name.
    """

    letterhead: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str, str], ...]


def write_receipts(
    question: Question, agency: str, unit: str | None, *, store: CollectionStore, now: datetime
) -> tuple[Receipt, ...]:
    """The receipt of a unit, or of every unit of an agency where it is None, by name; this is noted in the log.

    Raises Refusal where the roster has no such unit.
    """
    units = [one.unit for one in store.units(question, agency) if unit in (None, one.unit)]
    if not units:
        raise Refusal("Unit itu tidak ada di daftar pegawai. Periksa namanya, lalu ulangi.")
    store.write_log("Tanda terima", f"{number_words(len(units))} unit kerja", now)
    return tuple(_receipt(question, agency, one, store, now) for one in units)


def _receipt(question: Question, agency: str, unit: str, store: CollectionStore, now: datetime) -> Receipt:
    office = store.office()
    received = _all(
        lambda offset: (
            store.people(
                question, agency=agency, unit=unit, state=PersonState.FINISHED, limit=_PAGE, offset=offset
            ).rows
        )
    )
    expected = store.people(question, agency=agency, unit=unit, limit=1).total
    task = task_of(store, question.task) if question.task else None
    fields = (
        ("Dari", office.name if office else "–"),
        ("Untuk", agency if unit == agency else f"{unit}, {agency}"),
        ("Tugas", task.title if task else "Ujian pilihan sendiri"),
        ("Diterima", f"berkas dari {number_words(len(received))} orang dari {number_words(expected)} pegawai"),
        ("Keadaan per", time_words(here(now))),
    )
    people = tuple((one.name, masked_nip(one.nip or ""), _when(one, task)) for one in received)
    return Receipt(office.letterhead if office else (), (*fields, ("Cakupan", asked_words(question, task))), people)


def _all(page: Callable[[int], Sequence[PersonRow]]) -> list[PersonRow]:
    rows: list[PersonRow] = []
    while found := page(len(rows)):
        rows += found
    return rows


def _when(person: PersonRow, task: Task | None) -> str:
    if person.received is None:
        return "–"
    at = here(person.received)
    late = task is not None and at.date() > task.deadline
    return f"{time_words(at)}, sesudah tenggat" if late else time_words(at)
