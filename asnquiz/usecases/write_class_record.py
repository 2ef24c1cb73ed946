"""The record of a briefing as a file that its office takes in: what is in it, who can read it, and writing it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from asnquiz.domain.briefing_course import course_of
from asnquiz.domain.class_record import ClassRecord, HeldBriefing, class_record, held_briefing
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import GivenTask
from asnquiz.domain.task import Recipient, SignedTask
from asnquiz.domain.wording import harmless, number_words
from asnquiz.usecases.briefing_ports import BriefingStore
from asnquiz.usecases.name_file import CLASS_ENDING, slug
from asnquiz.usecases.ports import Clock, PackSource

GOES = (
    "Judul, penyelenggara, tempat, tanggal, nomor surat, dan narasumber sosialisasi ini.",
    "Nama, unit kerja, dan waktu masuk setiap peserta; untuk yang diundang juga NIP dan jabatan dari daftar undangan.",
    "Jawaban setiap peserta yang dihitung, jawaban sebelum diskusi, hasilnya, dan siapa yang menyatakan ikrar.",
    "Jumlah tangan atau kartu, soal yang diajukan, serta nama dan versi paket soal.",
    "Nomor berkas, nomor kunci komputer ini, versi program, dan waktu berkas dibuat.",
)
COUNTS_GO = (GOES[0], *GOES[3:])  # where only hands or cards were counted
STAYS = (
    "Kode kelas, kode peserta, dan apa pun yang membuka pintu masuk peserta.",
    "Peserta yang dikeluarkan narasumber, dan gladi.",
)
NOT_LOCKED = (
    "Berkas ini bersegel digital, tetapi tidak terkunci: siapa pun yang memegangnya dapat membaca nama, NIP, dan "
    "jawaban peserta. Serahkan hanya kepada yang berhak."
)
COUNTS_NOT_LOCKED = "Berkas ini bersegel digital, tetapi tidak terkunci: siapa pun yang memegangnya dapat membacanya."


class ClassSeal(Protocol):
    """The key of this computer, as far as class records need it."""

    def device(self) -> tuple[str, str | None]:
        """As in asnquiz.usecases.hand_over.ScoreSeal."""

    def write_class(self, record: ClassRecord, recipients: Sequence[Recipient], path: Path) -> None:
        """Signs a record into a file, sealed where there are recipients, whole or not at all.

        Raises Refusal when it cannot be written.
        """


@dataclass(frozen=True)
class ClassPreview:
    """Exactly what will go, for the trainer to see first; the file is made from this very value.

    Attributes:
        task: the office's task whose keys it is sealed for; None for a file that anyone may read.
        stays: sentences on what does not travel.
    """

    held: HeldBriefing
    task: SignedTask | None
    stays: tuple[str, ...] = STAYS

    @property
    def goes(self) -> tuple[str, ...]:
        """Sentences on what travels."""
        return COUNTS_GO if self._counts_only else GOES

    @property
    def _counts_only(self) -> bool:
        return self.held.way.counted and not self.held.attendees

    @property
    def sealed(self) -> bool:
        return self.task is not None

    @property
    def readable_by(self) -> str:
        """Who will be able to read the file, in a sentence."""
        if self.task is None:
            return COUNTS_NOT_LOCKED if self._counts_only else NOT_LOCKED
        return f"Berkas ini terkunci dan hanya dapat dibuka oleh {harmless(self.task.task.office)}."

    @property
    def attendance_words(self) -> str:
        """`58 peserta, 12 di antaranya tidak ada di daftar undangan`, or that nobody is named in it."""
        if self._counts_only:
            return "Hanya jumlah tangan atau kartu, tanpa nama siapa pun"
        others = sum(not one.invited for one in self.held.attendees)
        came = f"{number_words(len(self.held.attendees))} peserta"
        return f"{came}, {number_words(others)} di antaranya tidak ada di daftar undangan" if others else came


@dataclass(frozen=True)
class WrittenClass:
    """A file that was written, and what the trainer should be told about this computer's key, if anything."""

    path: Path
    record: ClassRecord
    notice: str | None


def preview_class(
    briefing: UUID, tasks: Sequence[SignedTask], *, store: BriefingStore, packs: PackSource
) -> ClassPreview:
    """What would go of a briefing; `tasks` are those known here, among which is the one that it was held for, if any.

    Raises Refusal for a rehearsal, before it is over, and where its task is not here, as nobody else may read it.
    """
    of = store.briefing(briefing)
    task = next((one for one in tasks if one.task.id == of.task), None)
    if of.task is not None and task is None:
        raise Refusal(
            "Tugas kantor untuk sosialisasi ini tidak ada di komputer ini, jadi catatannya tidak dapat dikunci untuk "
            "kantor itu. Buka berkas tugasnya di sini, lalu ulangi."
        )
    pack = packs.decode(store.compiled_pack(of.pack.sha256))
    return ClassPreview(held_briefing(of, pack, course_of(store.events(briefing))), task)


def write_class(
    shown: ClassPreview, path: Path, *, seal: ClassSeal, clock: Clock, file_id: UUID, program: str
) -> WrittenClass:
    """Writes what was shown at `path`.

    Raises Refusal when the key or the file cannot be written; a file that stood there is then as it was.
    """
    device, notice = seal.device()
    task = shown.task
    recipients = task.task.recipients if task else ()
    record = class_record(
        shown.held,
        file_id=file_id,
        made=clock.now(),
        device=device,
        program=program,
        recipients=[one.kid for one in recipients],
        task=GivenTask(task.task.id, task.signer) if task else None,
    )
    seal.write_class(record, recipients, path)
    return WrittenClass(path, record, notice)


def suggested_class_name(title: str, day: dt.date, file_id: UUID) -> str:
    """`sosialisasi-netralitas-asn-2026-11-21-0f3c9a1b.asnkelas`: the event and the file's id, and nobody's name."""
    return f"{slug(title) or 'sosialisasi'}-{day:%Y-%m-%d}-{str(file_id)[:8]}{CLASS_ENDING}"
