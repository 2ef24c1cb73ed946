"""Looking at what was taken in: what is asked, how it is said, whose NIP is shown, and what is printed with it."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from uuid import UUID

from asnquiz.domain.class_results import Briefed
from asnquiz.domain.collection import Overview, PersonRow, PersonState, Question, Tally, Verdict
from asnquiz.domain.person import NIP_LENGTH
from asnquiz.domain.recap_wording import FEWEST, NO_FIGURE
from asnquiz.domain.task import Counting, Task
from asnquiz.domain.wording import COLLECTED, COUNTING, FLAG, date_words, number_words
from asnquiz.usecases.collection_ports import CollectionStore

NO_EVIDENCE = "Hasil belajar, bukan bukti pelanggaran dan bukan dasar hukuman disiplin."
BEHIND = "sebagian hasil baru; angkanya lengkap setelah akun yang boleh memasukkan berkas membuka rekap ini."
NO_ROSTER = "Daftar pegawai masih kosong. Masukkan daftar pegawai lebih dahulu, lalu ulangi."
PORTABLE = (
    "Folder data ini dibawa-bawa bersama program, jadi NIP pegawai tidak disimpan di sini. Kerjakan rekap nilai dengan "
    "ASN Netral yang terpasang di komputer kantor."
)

_PEOPLE_AT_ONCE = 1_000
_SHOWN_FIRST, _SHOWN_LAST = 4, 3
_NIP = re.compile(rf"(?<!\d)\d{{{NIP_LENGTH}}}(?!\d)")


def masked_nip(nip: str) -> str:
    """1968•••••••••••009: the year stays, which many share, and the number that tells two on one list apart."""
    return f"{nip[:_SHOWN_FIRST]}{'•' * (len(nip) - _SHOWN_FIRST - _SHOWN_LAST)}{nip[-_SHOWN_LAST:]}"


def masked(words: str) -> str:
    """A text, such as a file's name, with every NIP in it masked."""
    return _NIP.sub(lambda found: masked_nip(found[0]), words)


def task_of(store: CollectionStore, wanted: UUID | None) -> Task | None:
    """The task of that id, or the newest; None where it was not made here, or none was."""
    tasks = [signed.task for signed in store.tasks()]
    return next((task for task in tasks if wanted in (None, task.id)), None)


def question_on(
    task: Task | None,
    *,
    other: UUID | None = None,
    supervised: bool | None = None,
    counting: Counting | None = None,
) -> Question:
    """What to ask of the results of a task: as it says unless said otherwise.

    Without one, of those of an `other` that was not made here, or of exams that people picked themselves.
    """
    as_said = (task.supervised, task.counting) if task else (False, Counting.BEST)
    return Question(
        task.id if task else other,
        as_said[0] if supervised is None else supervised,
        counting or as_said[1],
    )


def counted_words(question: Question) -> str:
    """Which results these are: ujian terbaik tiap orang, tanpa pengawas."""
    watched = "dengan pengawas" if question.supervised else "tanpa pengawas"
    return f"{COUNTING[question.counting]} tiap orang, {watched}"


def policy_words(question: Question) -> str:
    """The sentence of it, printed with whatever they say."""
    return f"Yang dihitung: {counted_words(question)}."


def last_day_words(task: Task) -> str:
    """The last day, and what goes by it: the clocks of other computers are often wrong."""
    return f"{date_words(task.deadline)}, menurut hari berkasnya diterima kantor"


def deadline_words(task: Task) -> str:
    """The sentence of it."""
    return f"Batas waktu: {last_day_words(task)}."


def tally_lines(tally: Tally) -> Iterator[str]:
    """Every verdict that there was, those that need somebody last."""
    yield f"{number_words(tally.files)} berkas diperiksa."
    for verdict in Verdict:
        if count := tally.verdicts.get(verdict, 0):
            yield f"  {COLLECTED[verdict]}: {number_words(count)}"


def overview_lines(overview: Overview) -> Iterator[str]:
    """The whole in a few lines."""
    where = f"{number_words(overview.agencies)} perangkat daerah, {number_words(overview.units)} unit kerja"
    yield f"Pegawai di daftar: {number_words(overview.people)} ({where})"
    yield f"Selesai: {number_words(overview.finished)}"
    yield f"Lulus: {number_words(overview.passed) if overview.finished >= FEWEST else NO_FIGURE}"
    yield f"Diterima setelah batas waktu: {number_words(overview.late)}"
    yield f"Belum selesai: {number_words(overview.people - overview.finished)}"
    yield f"Tidak ada di daftar pegawai: {number_words(overview.unknown)}"
    yield f"{number_words(sum(overview.refused.values()))} berkas ditolak dari {number_words(overview.files)}"
    for verdict, count in overview.refused.items():
        if count:
            yield f"  {COLLECTED[verdict]}: {number_words(count)}"
    for flag, count in overview.flagged.items():
        if count:
            yield f"Perlu diperhatikan, {FLAG[flag][:1].lower()}{FLAG[flag][1:]}: {number_words(count)}"
    if overview.behind:
        yield f"Belum dihitung: {BEHIND}"


def briefed_lines(briefed: Briefed) -> Iterator[str]:
    """What came in of briefings; nothing where there is none."""
    if briefed.briefings:
        tables = f" ({number_words(briefed.people)} orang)" if briefed.people != briefed.attendees else ""
        held = f"{number_words(briefed.briefings)} sosialisasi, {number_words(briefed.attendees)} peserta"
        yield f"Catatan sosialisasi: {held}{tables}"


def everybody(
    store: CollectionStore,
    question: Question,
    *,
    agency: str | None = None,
    unit: str | None = None,
    state: PersonState | None = None,
    words: str = "",
) -> Iterator[PersonRow]:
    """Everybody whom `people` of the store finds, read a part at a time."""
    found = partial(store.people, question, agency=agency, unit=unit, state=state, words=words, limit=_PEOPLE_AT_ONCE)
    offset = 0
    while rows := found(offset=offset).rows:
        yield from rows
        offset += len(rows)


def note_whole_nips(store: CollectionStore, now: datetime) -> None:
    """Notes that somebody is shown whole NIPs, before they are."""
    store.write_log("NIP utuh", "Daftar ditampilkan dengan NIP utuh", now)
