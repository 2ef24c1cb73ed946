"""Handing over exam scores: what may leave this computer, exactly what will, and the file that carries it."""

import datetime as dt
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path, PurePath
from typing import Protocol
from uuid import UUID

from asnquiz.domain.attempt import AttemptKind, AttemptState, AttemptSummary, score_of
from asnquiz.domain.letters import bare_letters
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import (
    SCHEMA,
    ReportedAttempt,
    ScoreReport,
    TimeAnomaly,
    Versions,
    report_attempt,
)
from asnquiz.domain.wording import EMPLOYMENT, duration_words, score_words, time_words
from asnquiz.usecases.ports import Clock, LearnerStore, PackSource
from asnquiz.usecases.take_quiz import open_sitting

GOES_WITH_AN_EXAM = (
    "Setiap jawaban dalam ujian itu, juga yang kemudian diganti, beserta waktu, sisa waktu, dan tanda ragu-ragunya.",
    "Waktu mulai, waktu selesai, dan setiap jeda beserta sebabnya.",
    "Soal yang diajukan dan urutannya, batas waktu, batas lulus, serta nama dan versi paket soal.",
    "Zona waktu jam komputer ini, nomor urut pencatatan, dan waktu yang janggal bila ada.",
    "Nomor ujian, nomor berkas, nomor kunci komputer ini, versi program, dan waktu berkas dibuat.",
)
STAYS = (
    "Latihan, latihan ulang, cek pemahaman, tes awal, tes akhir, dan ujian yang tidak Anda pilih.",
    "Materi yang Anda baca dan apa yang Anda cari.",
    "Data orang lain yang memakai komputer ini.",
)
NOT_LOCKED = "Berkas ini bersegel digital, tetapi tidak terkunci: siapa pun yang memegangnya dapat membaca isinya."
NAME_NEEDED = "Isi nama Anda lebih dahulu, lalu ulangi. Penerima perlu tahu nilai siapa ini."

ENDING = ".asnskor"
_SLUG_LENGTH = 40
_QUOTED = re.compile("\"(.*)\"|'(.*)'|“(.*)”", re.DOTALL)

ANOMALY = {
    TimeAnomaly.ENDED_BEFORE_STARTED: "ujian tercatat berakhir sebelum dimulai",
    TimeAnomaly.CLOCK_SET_BACK: "jam komputer mundur selama ujian",
    TimeAnomaly.COUNTER_SET_BACK: "urutan pencatatan mundur selama ujian",
}


class ScoreSeal(Protocol):
    """The key of this computer and the files that it seals."""

    def device(self) -> tuple[str, str | None]:
        """The key's thumbprint, made now when there is no key yet, and a sentence when a damaged key was set aside.

        The sentence is given until a file was written, and not again. Raises Refusal when the key can be neither read
        nor made.
        """

    def write(self, report: ScoreReport, path: Path) -> None:
        """Seals a report into a file, whole or not at all. Raises Refusal when it cannot be written."""


@dataclass(frozen=True)
class Preview:
    """Exactly what will go, for the person to see first; the file is made from this very value.

    Attributes:
        goes: sentences on what travels with every exam beside person and score.
        stays: sentences on what does not leave.
        warning: who will be able to read the file.
    """

    person: Person
    attempts: tuple[ReportedAttempt, ...]
    goes: tuple[str, ...] = GOES_WITH_AN_EXAM
    stays: tuple[str, ...] = STAYS
    warning: str = NOT_LOCKED


@dataclass(frozen=True)
class HandedOver:
    """A file that was written, and what the person should be told about this computer's key, if anything."""

    path: Path
    report: ScoreReport
    notice: str | None


def may_leave(profile: UUID, store: LearnerStore) -> tuple[AttemptSummary, ...]:
    """The exams that the person can pick, newest first; those of a task leave sealed for its office alone."""
    return tuple(
        one for one in store.summaries(profile) if one.kind is AttemptKind.EXAM and one.state.scored and not one.task
    )


def preview(profile: Profile, chosen: Sequence[UUID], *, store: LearnerStore, packs: PackSource) -> Preview:
    """What would go if the person handed over the chosen exams, in the order chosen.

    Raises Refusal without a name or a choice, and for whatever may not leave: practice, checks, exams that are not
    over, and attempts of somebody else.
    """
    if not (profile.person.name or "").strip():
        raise Refusal(NAME_NEEDED)
    if not chosen:
        raise Refusal("Belum ada ujian yang dipilih. Pilih sedikitnya satu ujian yang sudah selesai.")
    summaries = store.summaries(profile.id)
    attempts = [_reported(attempt, summaries, store, packs) for attempt in dict.fromkeys(chosen)]
    return Preview(profile.person, tuple(attempts))


def _reported(
    chosen: UUID, summaries: Sequence[AttemptSummary], store: LearnerStore, packs: PackSource
) -> ReportedAttempt:
    summary = next((one for one in summaries if one.id == chosen), None)
    if summary is None:
        raise Refusal("Ujian yang dipilih bukan milik profil ini. Pilih ujian dari daftar hasil Anda sendiri.")
    if summary.kind is not AttemptKind.EXAM:
        raise Refusal(f"“{summary.title}” tidak dapat diserahkan; hanya ujian yang boleh keluar dari komputer ini.")
    if summary.task is not None:
        raise Refusal(
            f"“{summary.title}” adalah ujian untuk tugas kantor, yang hanya keluar terkunci untuk kantor itu. Buka "
            "tugasnya di Kuis, lalu simpan bukti nilai."
        )
    if not summary.state.scored:
        raise Refusal(f"“{summary.title}” tidak diselesaikan. Pilih ujian yang sudah selesai.")
    return report_kept(chosen, [one for one in summaries if one.kind is summary.kind], store=store, packs=packs)


def report_kept(
    chosen: UUID, among: Iterable[AttemptSummary], *, store: LearnerStore, packs: PackSource
) -> ReportedAttempt:
    """The form in which a finished attempt travels, numbered by when it began among others."""
    sitting = open_sitting(chosen, store=store, packs=packs)
    begun = [one for _, one in sorted((one.started.counter, one.id) for one in among)]
    return report_attempt(
        sitting.attempt,
        score_of(sitting.attempt, sitting.pack),
        number=begun.index(chosen) + 1,
        made=len(begun),
        session=sitting.session,
    )


def build_report(shown: Preview, *, clock: Clock, file_id: UUID, device: str, program: str) -> ScoreReport:
    """The report of what was shown; `device` is the thumbprint of the key that will sign, `program` our version."""
    return ScoreReport(SCHEMA, file_id, clock.now(), device, Versions(program), shown.person, shown.attempts)


def hand_over(shown: Preview, path: Path, *, seal: ScoreSeal, clock: Clock, file_id: UUID, program: str) -> HandedOver:
    """Writes what was shown into a score file at `path`.

    Raises Refusal when the key or the file cannot be written; a file that stood there is then as it was.
    """
    device, notice = seal.device()
    report = build_report(shown, clock=clock, file_id=file_id, device=device, program=program)
    seal.write(report, path)
    return HandedOver(path, report, notice)


def suggested_name(person: Person, day: dt.date, file_id: UUID) -> str:
    """`nilai-siti-aminah-2026-11-21-0f3c9a1b.asnskor`: letters of the name, day, file id; no NIP, score, answer."""
    slug = re.sub(r"[^a-z]+", "-", bare_letters(person.name or "").lower())[:_SLUG_LENGTH].strip("-")
    return f"nilai-{slug or 'peserta'}-{day:%Y-%m-%d}-{str(file_id)[:8]}{ENDING}"


def target_path(typed: str, folder: Path, suggested: str) -> Path:
    """Where a file goes when a person typed `typed`: relative to `folder`, named `suggested` inside a folder.

    Blanks and quotes around it are left out, `~` is the person's own folder, and the ending of `suggested` is added
    where it lacks.
    A file may stand there already, see `is_taken`; whether it is replaced is for the caller to ask. Raises Refusal for
    an empty text, for what can be no path, and where something stands that is no ordinary file.
    """
    words = _unquoted(typed)
    if not words:
        raise Refusal("Tulis nama berkas, atau pilih folder untuk menyimpannya.")
    try:
        path = folder / Path(words).expanduser()
        if words.endswith(("/", os.sep)) or stat.S_ISDIR(_mode(path)):
            path /= suggested
        elif path.suffix.lower() != (ending := PurePath(suggested).suffix) and not _is_strange(path):
            path = path.with_name(path.name + ending)
        strange = _is_strange(path)
    except (RuntimeError, ValueError) as error:
        raise Refusal(
            f"“{words}” bukan tempat yang dapat dipakai. Periksa tulisannya, atau pilih folder lain."
        ) from error
    if strange:
        raise Refusal(f"“{path}” sudah ada, tetapi bukan berkas biasa. Pilih nama atau folder lain.")
    return path


def is_taken(path: Path) -> bool:
    """Whether something stands at a path that would be replaced."""
    return _mode(path) != 0


def refuse_taken(path: Path) -> None:
    """Raises Refusal where something stands at a path already."""
    if is_taken(path):
        raise Refusal(f"“{path}” sudah ada dan tidak diganti. Pilih nama lain, atau pindahkan dahulu berkas itu.")


def free_path(path: Path) -> Path:
    """The path, or where something stands there the first of `nama (2).pdf`, `nama (3).pdf` and so on that is free."""
    others = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(one for one in chain([path], others) if not is_taken(one))


def _unquoted(typed: str) -> str:
    words = typed.strip()
    quoted = _QUOTED.fullmatch(words)
    return next(part for part in quoted.groups() if part is not None).strip() if quoted else words


def _is_strange(path: Path) -> bool:
    return is_taken(path) and not stat.S_ISREG(_mode(path))


def _mode(path: Path) -> int:
    """What stands at a path; 0 where nothing does, or nothing that can be looked at: writing there will say why."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def person_fields(person: Person) -> tuple[tuple[str, str], ...]:
    """Label and value of everything known of a person, whole: this is what the receiver sees."""
    fields = (
        ("Nama", person.name),
        ("NIP/NI PPPK", person.nip),
        ("Jabatan", person.position),
        ("Unit kerja", person.unit),
        ("Status kepegawaian", EMPLOYMENT[person.employment] if person.employment else None),
    )
    return tuple((label, value) for label, value in fields if value)


def attempt_lines(attempt: ReportedAttempt) -> tuple[str, ...]:
    """What a report says of an attempt, for the one who hands it over and the one who reads it: its title first."""
    return (f"{attempt.title}, {time_words(attempt.started.local)}", *_outcome(attempt), *_circumstances(attempt))


def _outcome(attempt: ReportedAttempt) -> Iterator[str]:
    passed = {True: ", lulus", False: ", belum lulus", None: ""}[attempt.passed]
    yield f"Nilai {score_words(attempt.score)} ({attempt.score.right} dari {attempt.score.total} benar){passed}"
    yield f"Ujian ke-{attempt.number} dari {attempt.made} yang pernah dimulai"
    if attempt.state is AttemptState.EXPIRED:
        yield "Berakhir karena waktu habis"


def _circumstances(attempt: ReportedAttempt) -> Iterator[str]:
    if attempt.pauses:
        whole = duration_words(sum(pause.wall_ms for pause in attempt.pauses))
        yield f"Jeda: {len(attempt.pauses)} kali, seluruhnya {whole}"
    for anomaly in attempt.anomalies:
        yield f"Perhatikan: {ANOMALY[anomaly]}"
    if attempt.session:
        yield f"Diawasi oleh {attempt.session.supervisor}, {attempt.session.place}, kode sesi {attempt.session.code}"
    else:
        yield "Tanpa pengawas"
