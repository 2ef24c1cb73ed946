"""Moving a person to another computer: what goes along, what a file that came holds, and taking it in."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.holdings import Holdings
from asnquiz.domain.moment import Moment
from asnquiz.domain.move import SCHEMA, Move
from asnquiz.domain.person import Profile
from asnquiz.domain.wording import date_words, number_words, time_words
from asnquiz.usecases.ports import LearnerStore

GOES_ALONG = (
    "Nama, data diri, jalur materi, dan pilihan Anda.",
    "Semua kuis dengan soal, jawaban, jeda, dan nilainya, juga ujian yang belum selesai.",
    "Materi yang sudah dibaca, latihan ulang, studi kasus, ikrar, dan tugas dari kantor.",
)
STAYS_HERE = (
    "PIN, kalender tahapan, dan data orang lain di komputer ini tidak ikut.",
    "Data Anda di komputer ini tidak berkurang. Setelah berhasil diambil di komputer lain, Anda dapat menghapusnya "
    "di sini dengan “Hapus data saya”.",
)


@dataclass(frozen=True)
class Arrival:
    """A person whose file was opened, and the same person as this computer knows them already, if it does."""

    move: Move
    known: Profile | None


def pack_up(profile: UUID, made: Moment, *, store: LearnerStore, program: str) -> Move:
    """Everything of a person, with the packs that the attempts were made of. Raises Refusal."""
    holdings = store.holdings(profile)
    named = sorted({kept.attempt.pack.sha256 for kept in holdings.attempts})
    packs = {sha256: store.compiled_pack(sha256).decode() for sha256 in named}
    return Move(SCHEMA, made, program, holdings, packs)


def arrived(move: Move, store: LearnerStore) -> Arrival:
    """What a file holds, for the person to see before anything is kept."""
    return Arrival(move, _known(move, store))


def move_in(move: Move, *, store: LearnerStore, count_on: Callable[[int], None]) -> Profile:
    """Keeps the person here. Raises Refusal, with nothing changed, where something that is here would be lost."""
    store.take_in(move.holdings, {sha256: compiled.encode() for sha256, compiled in move.packs.items()})
    count_on(store.highest_counter())
    profile = _known(move, store)
    if profile is None:
        raise RuntimeError("who came in is not there")
    return profile


def _known(move: Move, store: LearnerStore) -> Profile | None:
    return next((one for one in store.profiles() if one.id == move.holdings.owner.id), None)


def arrival_fields(move: Move) -> tuple[tuple[str, str], ...]:
    """Label and value of what the person sees of a file."""
    person, holdings = move.holdings.owner.person, move.holdings
    fields = (
        ("Nama", person.name or "Tamu, tanpa nama"),
        ("Unit kerja", person.unit),
        ("Kuis", _attempts_words(holdings)),
        ("Materi yang sudah dibaca", _counted(sum(len(learned.lessons) for learned in holdings.learning))),
        ("Berkas dibuat", f"{time_words(move.made.local)}, ASN Netral {move.program}"),
    )
    return tuple((label, value) for label, value in fields if value)


def _attempts_words(holdings: Holdings) -> str:
    days = [kept.attempt.started.local.date() for kept in holdings.attempts]
    if not days:
        return "belum ada"
    first, last = date_words(min(days)), date_words(max(days))
    when = first if first == last else f"{first} sampai {last}"
    return f"{number_words(len(days))} ({when})"


def _counted(count: int) -> str:
    return number_words(count) if count else "belum ada"


def left_out_words(holdings: Holdings) -> str:
    """What of a person cannot go along; empty where nothing is left out."""
    if not holdings.incomplete:
        return ""
    count = number_words(holdings.incomplete)
    return f"{count} kuis tidak ikut, karena sebagian catatannya hilang sehingga tidak dapat dibuka."
