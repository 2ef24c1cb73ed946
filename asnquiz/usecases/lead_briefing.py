"""Leading a briefing: what its trainer and its participants may do where it stands.

Each function gives what happens, to be kept and only then acknowledged, or raises Refusal with nothing to keep.
"""

from collections.abc import Collection
from dataclasses import dataclass

from asnquiz.domain.answering import Answer, choice_count, is_valid, is_whole
from asnquiz.domain.briefing import Briefing, Guest, Step, StepKind, Way
from asnquiz.domain.briefing_codes import typed_code
from asnquiz.domain.briefing_course import (
    AGAIN,
    FIRST,
    Answered,
    Closed,
    Counted,
    Course,
    Ended,
    Happening,
    Joined,
    Opened,
    Participant,
    Pledged,
    Removed,
    Returned,
    Revealed,
    Submitted,
    Went,
)
from asnquiz.domain.pack import Item, Pack
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal

MOST_PEOPLE = 2000  # participants of one briefing
MOST_AT_A_TABLE = 30
_MOST_PAGES = 500
_MOST_COUNTED = 100_000

WRONG_CLASS = "Kode kelas tidak cocok. Lihat kode kelas di layar, lalu ketik lagi."
WRONG_GUEST = "Kode peserta tidak ditemukan. Periksa kode di undangan, atau masuk dengan nama."
IN_USE = (
    "Kode peserta ini sedang dipakai di HP lain. Tutup halamannya di HP itu, tunggu setengah menit, lalu masuk lagi. "
    "Jika bukan Anda yang memakainya, hubungi narasumber."
)
OVER = "Sosialisasi ini sudah selesai."
NOT_OPEN = "Jawaban untuk soal ini sudah ditutup."
UNKNOWN = "Anda belum tercatat sebagai peserta. Masuk dengan kode kelas."


# What the trainer does. Steps and pages count from 0.


@dataclass(frozen=True)
class GoTo:
    """The room goes to a page of a step."""

    step: int
    page: int = 0


@dataclass(frozen=True)
class Open:
    """Takes answers to a step: a first vote, or that vote again after it was closed; of a pledge, taps."""

    step: int


@dataclass(frozen=True)
class VoteAgain:
    """Takes the vote after the talk."""

    step: int


@dataclass(frozen=True)
class Close:
    """Takes no more answers to a step."""

    step: int


@dataclass(frozen=True)
class Reveal:
    """Shows key and counts of a step."""

    step: int


@dataclass(frozen=True)
class CountHands:
    """How many hands or cards there were for each row of the item, in the item's own order, in the vote under way."""

    step: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Admit:
    """Notes somebody who is here without a phone: an invited person by code, or a name and a unit."""

    guest: str | None = None
    name: str = ""
    unit: str = ""


@dataclass(frozen=True)
class TakeOut:
    """Takes a participant out."""

    participant: int


@dataclass(frozen=True)
class TypeIn:
    """What a participant wrote on paper for an item of a step; the empty answer takes back what was typed before."""

    participant: int
    step: int
    item: str
    answer: Answer


@dataclass(frozen=True)
class End:
    """Ends the briefing."""


Command = GoTo | Open | VoteAgain | Close | Reveal | CountHands | Admit | TakeOut | TypeIn | End


def by_trainer(command: Command, briefing: Briefing, pack: Pack, course: Course) -> tuple[Happening, ...]:
    """What a command leads to; nothing where all is so already. Raises Refusal where it cannot be done now."""
    typed = briefing.way is Way.PAPER and isinstance(command, Admit | TypeIn)  # papers are typed in afterwards
    if course.ended and not typed:
        raise Refusal(OVER)
    match command:
        case Admit():
            return _admitted(command, briefing, course)
        case TakeOut(participant):
            return (Removed(participant),) if course.counts_for(participant) else ()
        case TypeIn():
            return _typed_in(command, briefing, pack, course)
        case GoTo(step, page):
            return _gone_to(briefing, course, step, page)
        case End():
            return (*_closed(course, course.step), Ended())
        case _:
            return _on_step(command, briefing, pack, course)


def _gone_to(briefing: Briefing, course: Course, step: int, page: int) -> tuple[Happening, ...]:
    """Leaving a step closes it, so that nobody answers what is no longer seen."""
    _step(briefing, step)
    if not 0 <= page < _MOST_PAGES:
        raise ValueError(f"no page {page}")
    if (step, page) == (course.step, course.page):
        return ()
    return (*(_closed(course, course.step) if step != course.step else ()), Went(step, page))


def _on_step(
    command: Open | VoteAgain | Close | Reveal | CountHands, briefing: Briefing, pack: Pack, course: Course
) -> tuple[Happening, ...]:
    step, state = _step(briefing, command.step), course.state(command.step)
    if isinstance(command, Close):
        return _closed(course, command.step)
    if step.kind is not StepKind.PLEDGE and not step.kind.asks:
        raise Refusal("Bagian ini tidak meminta jawaban peserta. Lanjutkan ke bagian berikutnya.")
    match command:
        case Reveal() if step.kind is StepKind.PLEDGE:
            raise Refusal("Ikrar tidak memiliki pembahasan. Lanjutkan ke bagian berikutnya.")
        case Reveal(at):
            return () if state.revealed else (Revealed(at),)
        case Open() | VoteAgain() if command.step != course.step:
            raise Refusal("Bagian itu tidak sedang ditampilkan. Tampilkan lebih dahulu, lalu buka jawabannya.")
        case _ if state.revealed:
            raise Refusal("Pembahasan soal ini sudah ditampilkan, jadi jawaban tidak dapat dibuka lagi.")
        case Open(at):
            return () if state.open else (Opened(at, state.round or FIRST),)
        case VoteAgain(at):
            return _again(step, at, course)
        case CountHands(at, counts):
            return _counted(briefing, pack, at, counts, course)


def _again(step: Step, at: int, course: Course) -> tuple[Happening, ...]:
    state = course.state(at)
    if step.kind is not StepKind.QUESTION or not state.round:
        raise Refusal("Pilihan kedua hanya ada setelah pilihan pertama. Buka pilihan pertama lebih dahulu.")
    return () if state.open and state.round == AGAIN else (Opened(at, AGAIN),)


def _counted(briefing: Briefing, pack: Pack, at: int, counts: tuple[int, ...], course: Course) -> tuple[Happening, ...]:
    step = briefing.steps[at]
    if not briefing.way.counted or step.kind is not StepKind.QUESTION:
        raise Refusal("Jumlah tangan atau kartu hanya dicatat untuk soal yang dijawab dengan tangan atau kartu.")
    if len(counts) != choice_count(pack.item_by_id[step.refs[0]]):
        raise ValueError("not a count for each row")
    if not all(0 <= count <= _MOST_COUNTED for count in counts):
        raise Refusal(f"Jumlah untuk setiap pilihan harus 0 sampai {_MOST_COUNTED}. Perbaiki angkanya.")
    return (Counted(at, course.state(at).round or FIRST, counts),)


def _closed(course: Course, step: int) -> tuple[Happening, ...]:
    return (Closed(step),) if course.state(step).open else ()


def _step(briefing: Briefing, step: int) -> Step:
    if not 0 <= step < len(briefing.steps):
        raise ValueError(f"no step {step}")
    return briefing.steps[step]


def _admitted(command: Admit, briefing: Briefing, course: Course) -> tuple[Happening, ...]:
    if command.guest is None:
        return (_newcomer(briefing, course, command.name, command.unit, 1, ""),)
    guest = _guest(briefing, command.guest)
    before = _by_guest(course, guest.code)
    if before is None:
        return (_invited(course, guest, ""),)
    if before.removed:
        raise Refusal("Peserta ini sudah dikeluarkan, jadi kodenya tidak dipakai lagi. Catat dengan nama dan unitnya.")
    return ()


def _typed_in(command: TypeIn, briefing: Briefing, pack: Pack, course: Course) -> tuple[Happening, ...]:
    step = _step(briefing, command.step)
    if briefing.way is not Way.PAPER:
        raise Refusal("Jawaban diketik hanya untuk sosialisasi dengan lembar soal kertas.")
    if not course.counts_for(command.participant):
        raise Refusal("Peserta ini tidak tercatat. Catat kehadirannya lebih dahulu.")
    item = _item(step, command.item, pack)
    if not is_valid(item, command.answer):
        raise Refusal("Jawaban itu tidak ada pada soal ini. Periksa lembar jawabannya, lalu ketik lagi.")
    before = course.given(command.step, item.id, FIRST).get(command.participant)
    if (before.answer if before else ()) == command.answer:
        return ()
    number = before.number + 1 if before else 1
    return (Answered(command.participant, command.step, item.id, FIRST, command.answer, number),)


# What participants do.


@dataclass(frozen=True)
class Arrival:
    """What somebody types to come in; `guest` is their kode peserta, else they give a name and a unit."""

    class_code: str
    guest: str = ""
    name: str = ""
    unit: str = ""
    people: int = 1


def come_in(
    arrival: Arrival, token: str, briefing: Briefing, course: Course, online: Collection[int]
) -> Joined | Returned:
    """What a phone's first message leads to.

    `token` is the SHA-256 of the secret that the phone is given; `online` are the participants whose phones are
    connected now, whose place nobody else takes.
    """
    if course.ended:
        raise Refusal(OVER)
    if typed_code(arrival.class_code) != briefing.class_code:
        raise Refusal(WRONG_CLASS)
    if not arrival.guest.strip():
        return _newcomer(briefing, course, arrival.name, arrival.unit, arrival.people, token)
    guest = _guest(briefing, arrival.guest)
    before = _by_guest(course, guest.code)
    if before is None:
        return _invited(course, guest, token)
    if before.removed:
        raise Refusal("Kode peserta ini tidak dapat dipakai lagi. Hubungi narasumber.")
    if before.number in online:
        raise Refusal(IN_USE)
    return Returned(before.number, token)


def answer(given: Answered, briefing: Briefing, pack: Pack, course: Course) -> tuple[Happening, ...]:
    """What an answer leads to: nothing where it was sent before, or overtaken by a later one of the same phone.

    Raises Refusal where it is not asked for now.
    """
    if not course.counts_for(given.participant):
        raise Refusal(UNKNOWN)
    if not 0 <= given.step < len(briefing.steps):
        raise Refusal(NOT_OPEN)
    known = course.answers.get((given.step, given.item, given.round), {}).get(given.participant)
    if known is not None and given.number <= known.number:
        return ()
    item = _item(briefing.steps[given.step], given.item, pack)
    state = course.state(given.step)
    if not state.open or state.round != given.round or given.participant in course.submitted.get(given.step, ()):
        raise Refusal(NOT_OPEN)
    if not is_valid(item, given.answer) or not is_whole(given.answer):
        raise Refusal("Jawaban belum lengkap. Lengkapi, lalu kirim lagi.")
    return (given,)


def submit(participant: int, step: int, briefing: Briefing, course: Course) -> tuple[Happening, ...]:
    """A participant is through with a test; nothing where they were before."""
    if not course.counts_for(participant):
        raise Refusal(UNKNOWN)
    if participant in course.submitted.get(step, ()):
        return ()
    if not 0 <= step < len(briefing.steps) or not briefing.steps[step].kind.tests or not course.state(step).open:
        raise Refusal(NOT_OPEN)
    return (Submitted(participant, step),)


def pledge(participant: int, briefing: Briefing, course: Course) -> tuple[Happening, ...]:
    """A participant taps the pledge; once is enough."""
    if not course.counts_for(participant):
        raise Refusal(UNKNOWN)
    if participant in course.pledged:
        return ()
    steps = (at for at, step in enumerate(briefing.steps) if step.kind is StepKind.PLEDGE)
    if not any(course.state(at).open for at in steps):
        raise Refusal("Ikrar belum dibuka. Tunggu aba-aba narasumber.")
    return (Pledged(participant),)


def _item(step: Step, item: str, pack: Pack) -> Item:
    if not step.kind.asks or item not in step.refs:
        raise Refusal(NOT_OPEN)
    return pack.item_by_id[item]


def _guest(briefing: Briefing, code: str) -> Guest:
    guest = briefing.guest_by_code.get(typed_code(code))
    if guest is None:
        raise Refusal(WRONG_GUEST)
    return guest


def _by_guest(course: Course, code: str) -> Participant | None:
    return next((one for one in course.participants.values() if one.guest == code), None)


def _invited(course: Course, guest: Guest, token: str) -> Joined:
    return Joined(_next(course), guest.name, guest.unit, guest.code, 1, token)


def _newcomer(briefing: Briefing, course: Course, name: str, unit: str, people: int, token: str) -> Joined:
    named, of = parse_line(name, "Nama"), parse_line(unit, "Unit kerja")
    if named is None:
        raise Refusal("Nama masih kosong. Isi nama Anda, lalu masuk lagi.")
    if of is None or (briefing.units and of not in briefing.units):
        raise Refusal("Unit kerja belum dipilih. Pilih unit kerja Anda, lalu masuk lagi.")
    if not 1 <= people <= MOST_AT_A_TABLE or (people > 1 and briefing.way is not Way.TABLES):
        raise Refusal(f"Jumlah orang di meja harus 1 sampai {MOST_AT_A_TABLE}. Perbaiki, lalu masuk lagi.")
    return Joined(_next(course), named, of, None, people, token)


def _next(course: Course) -> int:
    if len(course.participants) >= MOST_PEOPLE:
        raise Refusal(f"Sosialisasi ini sudah diikuti {MOST_PEOPLE} peserta, jumlah terbanyak. Hubungi narasumber.")
    return len(course.participants) + 1
