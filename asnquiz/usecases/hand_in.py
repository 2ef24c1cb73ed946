"""Handing in what was done for a task: all of it, sealed for the office inside a page that anyone can read."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from uuid import UUID

from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import GivenTask, ScoreReport
from asnquiz.domain.task import Recipient, SignedTask, Task
from asnquiz.domain.wording import date_words, harmless
from asnquiz.usecases.hand_over import (
    GOES_WITH_AN_EXAM,
    STAYS,
    HandedOver,
    Preview,
    build_report,
    report_kept,
)
from asnquiz.usecases.name_file import plain_words
from asnquiz.usecases.ports import Clock, LearnerStore, PackSource
from asnquiz.usecases.see_tasks import see_task

ENDING = ".pdf"
ATTACHMENT = "bukti-nilai.asnskor"
# What it is until somebody at the office says otherwise: nothing here can know whether it arrived.
STANDING = "Sudah disimpan, belum dipastikan diterima"
SEND = (
    "Kirim PDF ini sendiri: sebagai lampiran surel, sebagai dokumen (bukan foto) lewat aplikasi pesan, atau disalin ke "
    "diska lepas.",
    "Jangan difoto atau dikirim sebagai tangkapan layar, dan jangan dicetak ulang ke PDF: lampirannya hilang, sehingga "
    "nilainya tidak sampai.",
    "Tunggu tanda terima dari kantor. Hasilnya tetap ada di komputer Anda.",
)

NAME_NEEDED = "Isi nama Anda lebih dahulu. Kantor perlu tahu bukti nilai siapa ini."
NIP_MISSING = (
    "NIP/NI PPPK belum diisi. Kantor menemukan Anda di daftar pegawai lewat nomor itu; tanpanya seseorang di kantor "
    "harus mencocokkan nama Anda dengan tangan."
)
PAST_DEADLINE = (
    "Batas waktu tugas ini sudah lewat menurut jam komputer ini. Bukti nilai tetap dapat dikirim; kantor mencatat "
    "kapan berkasnya diterima."
)
_GOES = "Nomor tugas, serta nomor kunci kantor yang membuat tugas dan kunci yang dapat membuka berkas."
_CERTAINTY = "Seberapa yakin Anda pada setiap jawaban."
_STAYS = (
    "Jawaban pada ujian tugas ini yang tidak Anda selesaikan; hanya banyaknya yang ikut.",
    "Latihan, latihan ulang, cek pemahaman, tes awal, tes akhir, dan ujian di luar tugas ini.",
    *STAYS[1:],
)

# Eight digits in a row, whatever people put between them, are the birth date that every NIP begins with, or more of it.
_LONG_NUMBER = re.compile(r"(?:\d[\s.'’‘_\-\u2010-\u2015]*){8}")


class ProofSeal(Protocol):
    """The key of this computer, as far as proof needs it."""

    def device(self) -> tuple[str, str | None]:
        """As in asnquiz.usecases.hand_over.ScoreSeal."""

    def write_proof(
        self, report: ScoreReport, recipients: Sequence[Recipient], page: Callable[[bytes], bytes], path: Path
    ) -> None:
        """Signs a report, seals it for the recipients, and writes the page around it, whole or not at all.

        Raises Refusal when it cannot be written.
        """


@dataclass(frozen=True)
class ProofPage:
    """Everything that anyone can read of a proof.

    Attributes:
        made: the day on which it is made, by this computer's clock.
        number: the beginning of the file's id, by which people can speak of it.
    """

    task: Task
    name: str
    unit: str | None
    made: dt.date
    number: str

    @property
    def letterhead(self) -> tuple[str, ...]:
        return tuple(map(harmless, self.task.letterhead))

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Label and value of each line, in the words of the page; the office's texts are made harmless."""
        lines = (
            ("Nama", self.name),
            ("Unit kerja", self.unit),
            ("Tugas", harmless(self.task.title)),
            ("Dari", harmless(self.task.office)),
            ("Batas waktu", f"diterima paling lambat {date_words(self.task.deadline)}"),
            ("Tanggal dibuat", date_words(self.made)),
            ("Nomor berkas", self.number),
        )
        return tuple((label, value) for label, value in lines if value)

    @property
    def opened_by(self) -> str:
        """Who alone can read what is sealed."""
        return f"Hasil tersegel hanya dapat dibuka oleh {harmless(self.task.office)}."

    @property
    def file_name(self) -> str:
        """`Bukti nilai - Siti Aminah - Dinas Contoh - Ujian netralitas - 2026-11-30.pdf`."""
        parts = (plain_words(words or "") for words in (self.name, self.unit, self.task.title))
        return " - ".join(("Bukti nilai", *filter(None, parts), f"{self.made}{ENDING}"))


@dataclass(frozen=True)
class ProofPreview:
    """Exactly what will go, for the person to see first; the file is made from this very value.

    Attributes:
        sealed: what only the office reads.
        page: what anyone reads.
        pack: the content that the last attempt was made of.
        notes: what the person should think of before it is saved.
    """

    profile: UUID
    signed: SignedTask
    sealed: Preview
    page: ProofPage
    pack: Pack
    file_id: UUID
    notes: tuple[str, ...]


def preview_proof(
    profile: Profile, task: UUID, *, store: LearnerStore, packs: PackSource, today: dt.date, file_id: UUID
) -> ProofPreview:
    """What would go for a task that the person took on: every attempt at it that is over, the first one first.

    Raises Refusal without a name, with a number where anyone could read it, and before an attempt is over.
    """
    standing = see_task(profile.id, task, store)
    signed = standing.taken.signed
    name = _readable(profile.person)
    if not standing.finished:
        raise Refusal("Belum ada ujian tugas ini yang selesai. Selesaikan ujiannya dahulu, lalu ulangi.")
    attempts = tuple(report_kept(one.id, standing.attempts, store=store, packs=packs) for one in standing.finished)
    certainty = (_CERTAINTY,) if signed.task.certainty else ()
    page = ProofPage(signed.task, name, profile.person.unit, today, str(file_id)[:8])
    sealed = Preview(profile.person, attempts, (*GOES_WITH_AN_EXAM, *certainty, _GOES), _STAYS, page.opened_by)
    pack = packs.decode(store.compiled_pack(attempts[-1].pack.sha256))
    return ProofPreview(profile.id, signed, sealed, page, pack, file_id, _notes(profile.person, signed.task, today))


def _readable(person: Person) -> str:
    """The name, after a look at whether what anyone will read gives a number away."""
    name = (person.name or "").strip()
    if not name:
        raise Refusal(NAME_NEEDED)
    for label, words in (("Nama", name), ("Unit kerja", person.unit or "")):
        if _LONG_NUMBER.search(words):
            raise Refusal(
                f"{label} memuat nomor panjang, padahal {label.lower()} terbaca oleh siapa pun di halaman bukti nilai. "
                "Tulis NIP/NI PPPK hanya di isiannya sendiri, yang ikut tersegel."
            )
    return name


def _notes(person: Person, task: Task, today: dt.date) -> tuple[str, ...]:
    missing = () if person.nip else (NIP_MISSING,)
    return (*missing, PAST_DEADLINE) if today > task.deadline else missing


def hand_in(
    shown: ProofPreview,
    path: Path,
    *,
    seal: ProofSeal,
    page: Callable[[bytes], bytes],
    store: LearnerStore,
    clock: Clock,
    program: str,
) -> HandedOver:
    """Writes what was shown; `page` makes the PDF around the sealed bytes that it is given.

    Raises Refusal when the key or the file cannot be written; a file that stood there is then as it was.
    """
    device, notice = seal.device()
    task = shown.signed.task
    report = replace(
        build_report(shown.sealed, clock=clock, file_id=shown.file_id, device=device, program=program),
        recipients=tuple(one.kid for one in task.recipients),
        task=GivenTask(task.id, shown.signed.signer),
    )
    seal.write_proof(report, task.recipients, page, path)
    try:
        store.keep_handed_in(shown.profile, task.id, shown.file_id, report.made)
    except Refusal as refusal:  # the file is there all the same
        notice = " ".join(filter(None, (notice, f"Catatan bahwa bukti nilai disimpan belum tersimpan. {refusal}")))
    return HandedOver(path, report, notice)
