"""Pengingat: letters to the heads of agencies about who has not finished yet, for the office to edit and send."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from asnquiz.domain.collection import Office, PersonState, Question, UnitStanding
from asnquiz.domain.recap_wording import BLANK, here
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Task
from asnquiz.domain.wording import date_words, number_words, time_words
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_collection import NO_EVIDENCE, NO_ROSTER, everybody, masked_nip, task_of
from asnquiz.usecases.see_recap import asked_words
from asnquiz.usecases.take_task import exam_words

_UNKNOWN_AGENCY = "Perangkat daerah itu tidak ada di daftar pegawai. Periksa namanya, lalu ulangi."
_ALL_FINISHED = "Semua pegawai yang dipilih sudah selesai. Tidak ada yang perlu diingatkan."


@dataclass(frozen=True)
class Reminder:
    """A letter to one agency, with the list that goes with it.

    Attributes:
        office: who writes; empty where nobody said who gathers here.
        fields: label and value of each line above the letter.
        opening: paragraphs before the steps. `steps`: what is to be done, in order. `notes`: paragraphs after them.
        scope: which results count, printed with the list.
        people: name, position, unit and masked NIP of each who has not finished, by unit and name.
        made: when the letter was written.
    """

    office: str
    letterhead: tuple[str, ...]
    agency: str
    fields: tuple[tuple[str, str], ...]
    opening: tuple[str, ...]
    steps: tuple[str, ...]
    notes: tuple[str, ...]
    closing: str
    scope: str
    people: tuple[tuple[str, str, str, str], ...]
    made: datetime


def write_reminders(
    question: Question, agency: str | None, *, store: CollectionStore, now: datetime
) -> tuple[Reminder, ...]:
    """The letter to an agency, or to every agency with somebody left where it is None, by name; noted in the log.

    Raises Refusal where the roster has no such agency, and where everybody has finished.
    """
    agencies = [one for one in store.agencies(question) if agency in (None, one.agency)]
    if not agencies:
        raise Refusal(_UNKNOWN_AGENCY if agency else NO_ROSTER)
    office = store.office()
    task = task_of(store, question.task) if question.task else None
    written = [
        _reminder(one, people, office=office, question=question, task=task, now=now)
        for one in agencies
        if (people := tuple(_left(question, one.agency, store)))
    ]
    if not written:
        raise Refusal(_ALL_FINISHED)
    store.write_log("Pengingat", f"{number_words(len(written))} perangkat daerah", now)
    return tuple(written)


def _left(question: Question, agency: str, store: CollectionStore) -> Iterator[tuple[str, str, str, str]]:
    for one in everybody(store, question, agency=agency, state=PersonState.UNFINISHED):
        yield one.name, one.position, one.unit, masked_nip(one.nip or "")


def _reminder(
    standing: UnitStanding,
    people: tuple[tuple[str, str, str, str], ...],
    *,
    office: Office | None,
    question: Question,
    task: Task | None,
    now: datetime,
) -> Reminder:
    name = office.name if office else ""
    return Reminder(
        office=name,
        letterhead=office.letterhead if office else (),
        agency=standing.agency,
        fields=(
            ("Nomor", BLANK),
            ("Sifat", BLANK),
            ("Lampiran", "daftar nama pegawai"),
            ("Hal", "Pengingat penyelesaian ujian netralitas ASN"),
        ),
        opening=tuple(_opening(standing, len(people), task, now)),
        steps=tuple(_steps(task, name or "kantor kami")),
        notes=(
            "Pengingat ini hanya mengenai penyelesaian ujian. Tercantumnya nama dalam daftar bukan tuduhan dan bukan "
            f"penilaian terhadap pegawai yang bersangkutan. {NO_EVIDENCE}",
            "Daftar itu disusun dari berkas nilai yang sudah kami terima. Apabila ada pegawai yang sudah menyerahkan "
            "berkasnya tetapi namanya masih tercantum, mohon kami diberi tahu agar dapat kami periksa. Daftar itu "
            "memuat data pribadi; mohon digunakan hanya untuk mengingatkan pegawai yang bersangkutan.",
        ),
        closing="Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.",
        scope=f"Keadaan per {time_words(here(now))}. {asked_words(question, task)}",
        people=people,
        made=now,
    )


def _opening(standing: UnitStanding, left: int, task: Task | None, now: datetime) -> Iterator[str]:
    about = f"tugas “{task.title}”" if task else "ujian netralitas ASN"
    yield (
        f"Sehubungan dengan {about}, dengan hormat kami sampaikan bahwa sampai dengan {time_words(here(now))}, "
        f"{number_words(standing.people - left)} dari {number_words(standing.people)} pegawai {standing.agency} sudah "
        f"menyelesaikannya. Hasil {number_words(left)} pegawai, yang namanya tercantum dalam lampiran, belum kami "
        "terima."
    )
    asked = "Kami mohon bantuan Saudara untuk mengingatkan pegawai tersebut agar menyelesaikannya"
    if task is None:
        yield f"{asked}."
    elif here(now).date() <= task.deadline:
        yield f"{asked} paling lambat tanggal {date_words(task.deadline)}."
    else:
        yield (
            f"Batas waktunya, {date_words(task.deadline)}, sudah lewat. {asked} dalam waktu dekat. Bukti nilai yang "
            "kami terima setelah batas waktu tetap dicatat, dengan keterangan demikian."
        )


def _steps(task: Task | None, office: str) -> Iterator[str]:
    yield "Membuka ASN Netral di komputer yang dipakai untuk belajar."
    if task is None:
        yield "Mengerjakan ujian sampai selesai."
    else:
        watched = " di hadapan pengawas, pada waktu dan tempat yang disepakati dengan kami" if task.supervised else ""
        yield f"Mengerjakan tugas “{task.title}” ({exam_words(task)}) sampai selesai{watched}."
    file = "bukti nilai" if task else "berkas nilai"
    yield f"Menyimpan {file}, lalu menyerahkannya kepada {office}."
