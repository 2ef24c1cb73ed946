"""Tanda terima: whose files of one unit were received, for the office to print and hand back."""

from dataclasses import dataclass
from datetime import datetime

from asnquiz.domain.collection import Flag, PersonRow, PersonState, Question, UnitStanding
from asnquiz.domain.recap_wording import here
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import number_words, time_words
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_collection import everybody, masked_nip, task_of
from asnquiz.usecases.see_recap import asked_words


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
    units = [one for one in store.units(question, agency) if unit in (None, one.unit)]
    if not units:
        raise Refusal("Unit itu tidak ada di daftar pegawai. Periksa namanya, lalu ulangi.")
    store.write_log("Tanda terima", f"{number_words(len(units))} unit kerja", now)
    office = store.office()
    task = task_of(store, question.task) if question.task else None
    name, letterhead = (office.name, office.letterhead) if office else ("–", ())

    def receipt(standing: UnitStanding) -> Receipt:
        at = {"agency": agency, "unit": standing.unit}
        received = list(everybody(store, question, **at, state=PersonState.FINISHED))
        whose = agency if standing.unit == agency else f"{standing.unit}, {agency}"
        finished, people = number_words(len(received)), number_words(standing.people)
        fields = (
            ("Dari", name),
            ("Untuk", whose),
            ("Tugas", task.title if task else "Ujian pilihan sendiri"),
            ("Diterima", f"berkas dari {finished} orang dari {people} pegawai"),
            ("Keadaan per", time_words(here(now))),
            ("Cakupan", asked_words(question, task)),
        )
        return Receipt(letterhead, fields, tuple((one.name, masked_nip(one.nip or ""), _when(one)) for one in received))

    return tuple(map(receipt, units))


def _when(person: PersonRow) -> str:
    if person.received is None:
        return "–"
    words = time_words(here(person.received))
    return f"{words}, sesudah tenggat" if Flag.LATE in person.flags else words
