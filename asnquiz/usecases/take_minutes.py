"""Taking the minutes of a supervised exam (berita acara): who sat it where, and how it went, without any mark."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.attempt import Attempt, AttemptState, Pause, PauseCause
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import time_anomalies
from asnquiz.domain.task import Session, Task
from asnquiz.domain.wording import date_words, duration_words, harmless
from asnquiz.usecases.hand_over import ANOMALY
from asnquiz.usecases.name_file import slug
from asnquiz.usecases.ports import LearnerStore, PackSource
from asnquiz.usecases.take_quiz import open_sitting

Field = tuple[str, str]

_CAUSE = {PauseCause.CLOSED: "tidak ada di layar", PauseCause.SLEPT: "komputer tidur"}
_END = {AttemptState.FINISHED: "diakhiri oleh peserta", AttemptState.EXPIRED: "waktu habis"}


@dataclass(frozen=True)
class Minutes:
    """What the paper says; there is no number of a person and no score in it.

    Attributes:
        pack: the content that the exam was made of.
        day: on which it began, by this computer's clock.
        before: what was agreed on before it began, label and value.
        course: how it went, label and value.
        times: every time the exam was away from the screen and whatever is odd about its times, in their order.
        supervisor, name: who sign.
    """

    letterhead: tuple[str, ...]
    pack: Pack
    day: dt.date
    before: tuple[Field, ...]
    course: tuple[Field, ...]
    times: tuple[str, ...]
    supervisor: str
    name: str

    @property
    def file_name(self) -> str:
        """`berita-acara-siti-aminah-2026-11-21.pdf`."""
        return f"berita-acara-{slug(self.name) or 'peserta'}-{self.day}.pdf"


def take_minutes(profile: Profile, attempt: UUID, *, store: LearnerStore, packs: PackSource) -> Minutes:
    """The minutes of an exam of this person that is over.

    Raises Refusal without a name, for another's attempt, and for whatever was not sat under somebody's eyes.
    """
    name = (profile.person.name or "").strip()
    if not name:
        raise Refusal("Isi nama Anda di Pengaturan lebih dahulu, lalu ulangi. Berita acara memuat nama peserta.")
    sitting = open_sitting(attempt, store=store, packs=packs)
    taken, task, session = sitting.attempt, sitting.task, sitting.session
    if taken.profile != profile.id or task is None or session is None:
        raise Refusal("Berita acara hanya dibuat untuk ujian Anda sendiri yang diawasi. Pilih ujian dari tugas Anda.")
    if taken.ended is None or not taken.state.scored:
        raise Refusal("Berita acara hanya dibuat untuk ujian yang sudah selesai. Selesaikan ujiannya dahulu.")
    return Minutes(
        letterhead=tuple(map(harmless, task.letterhead)),
        pack=sitting.pack,
        day=taken.started.local.date(),
        before=_before(task, session, taken, name, profile.person.unit),
        course=tuple(_course(taken)),
        times=tuple(_times(taken)),
        supervisor=harmless(session.supervisor),
        name=name,
    )


def _before(task: Task, session: Session, taken: Attempt, name: str, unit: str | None) -> tuple[Field, ...]:
    lines = (
        ("Tugas", task.title),
        ("Dari", task.office),
        ("Tempat", session.place),
        ("Kode sesi", session.code),
        ("Pengawas", session.supervisor),
        ("Peserta", name),
        ("Unit kerja", unit),
        ("Hari, tanggal", day_words(taken.started.local.date())),
    )
    return tuple((label, harmless(value)) for label, value in lines if value)


def _course(taken: Attempt) -> Iterator[Field]:
    if taken.ended is None:
        raise ValueError("the attempt is not over")
    yield "Mulai", f"pukul {taken.started.local:%H.%M}"
    ended = taken.ended.local
    day = "" if ended.date() == taken.started.local.date() else f"{date_words(ended)}, "
    yield "Selesai", f"{day}pukul {ended:%H.%M}, {_END[taken.state]}"
    if taken.limit_ms is not None:
        yield "Waktu yang diberikan", f"{taken.limit_ms // 60_000} menit"
    yield "Soal dijawab", f"{taken.answered} dari {len(taken.items)}"
    yield "Jeda", _pauses_words(taken)


def _pauses_words(taken: Attempt) -> str:
    if not taken.pauses:
        return "tidak ada"
    return f"{len(taken.pauses)} kali, seluruhnya {duration_words(sum(pause.wall_ms for pause in taken.pauses))}"


def _times(taken: Attempt) -> Iterator[str]:
    yield from map(_pause_words, taken.pauses)
    for anomaly in time_anomalies(taken):
        words = ANOMALY[anomaly]
        yield f"{words[0].upper()}{words[1:]}; jam yang keliru dapat menjadi sebabnya"


def _pause_words(pause: Pause) -> str:
    return f"Sampai pukul {pause.ended.local:%H.%M}: {_CAUSE[pause.cause]} selama {duration_words(pause.wall_ms)}"


_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def day_words(day: dt.date) -> str:
    """Senin, 30 November 2026."""
    return f"{_DAYS[day.weekday()]}, {date_words(day)}"
