"""Whether a task can be asked, shown and sealed for: for whoever writes one, and for whoever is given one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR

from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Blueprint, Phase
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import AskedItem, Holder, Recipient, Task
from asnquiz.domain.unseen import NOT_TEXT

MOST_ITEMS, MOST_MINUTES, FULL_MARK = 200, 600, 100
MOST_HEAD_LINES, MOST_UNITS, MOST_TOPICS = 6, 2000, 200
FEWEST_RECIPIENTS, MOST_RECIPIENTS = 2, 8

_NAME = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_VERSION = re.compile(r"[0-9]{1,8}(\.[0-9]{1,8}){0,3}")
_LONGEST_NAME = 80
_DAY_MINUTES = 24 * 60
_LARGEST = 2**48  # as in a move file: counters must leave room to count on


def refuse_first(faults: Iterable[str]) -> None:
    """Raises Refusal with the first fault, if there is any."""
    for fault in faults:
        raise Refusal(fault)


def task_faults(task: Task) -> Iterator[str]:
    """An Indonesian sentence for each thing that no task may be; that kids are their keys' is for others to prove."""
    yield from line_faults(task.title, "Judul tugas")
    yield from office_faults(task.office, task.letterhead)
    if len(task.units) > MOST_UNITS or len(set(task.units)) != len(task.units):
        yield f"Daftar unit kerja paling banyak {MOST_UNITS} dan masing-masing ditulis sekali. Perbaiki daftarnya."
    for unit in task.units:
        yield from line_faults(unit, "Unit kerja")
    yield from blueprint_faults(task.exam)
    if task.items and not _can_be_asked(task.items, task.exam):
        yield "Soal yang dipilih tidak sama banyaknya dengan jumlah soal ujian, atau ada yang dua kali. Pilih ulang."
    if not all(is_pack_name(one.id, one.version) for one in (task.pack, task.layer) if one):
        yield "Nama atau versi paket soal tidak dapat dipakai. Periksa paket soalnya."
    if not (MINYEAR < task.deadline.year < MAXYEAR and can_be_told(task.made)):
        yield "Tanggal tugas tidak masuk akal. Periksa tenggatnya dan jam komputer."
    if not _are_sound(task.recipients):
        yield "Kunci penerima kurang dari dua, ada yang sama, atau kunci kantor tidak ada. Siapkan kunci lebih dahulu."


def office_faults(name: str, letterhead: Sequence[str]) -> Iterator[str]:
    """The same of an office's name and its letterhead."""
    yield from line_faults(name, "Nama kantor")
    if not 1 <= len(letterhead) <= MOST_HEAD_LINES:
        yield f"Kop surat terdiri atas 1 sampai {MOST_HEAD_LINES} baris. Perbaiki kopnya."
    for line in letterhead:
        yield from line_faults(line, "Baris kop surat")


def line_faults(text: str, label: str) -> Iterator[str]:
    """What is wrong with a text that stands in one line, everything of which must be seen."""
    try:
        clean = parse_line(text, label)
    except Refusal as refusal:
        yield str(refusal)
        return
    if clean is None:
        yield f"{label} masih kosong. Isi lebih dahulu."
    elif clean != text or NOT_TEXT.search(text):
        yield f"{label} memuat spasi berlebih atau huruf yang tidak terlihat. Ketik ulang bagian itu."


def blueprint_faults(exam: Blueprint) -> Iterator[str]:
    """What is wrong with the numbers of an exam, whatever pack it is drawn from."""
    if not 1 <= exam.items <= MOST_ITEMS:
        yield f"Jumlah soal harus 1 sampai {MOST_ITEMS}."
    if not 1 <= exam.minutes <= MOST_MINUTES:
        yield f"Waktu ujian harus 1 sampai {MOST_MINUTES} menit."
    if not 0 <= exam.pass_ <= FULL_MARK:
        yield f"Batas lulus harus 0 sampai {FULL_MARK}."
    counts = (*exam.phase.values(), *exam.topics.values())
    if (
        exam.phase.keys() != set(Phase)
        or any(count < 0 for count in counts)
        or sum(exam.phase.values()) != exam.items
        or sum(exam.topics.values()) > exam.items
        or not 1 <= exam.max_per_rule <= MOST_ITEMS
        or len(exam.topics) > MOST_TOPICS
        or not all(map(_is_name, exam.topics))
    ):
        yield "Pembagian soal menurut tahap dan topik tidak sama dengan jumlah soal. Perbaiki pembagiannya."


def _can_be_asked(items: Sequence[AskedItem], exam: Blueprint) -> bool:
    return len({one.item for one in items}) == len(items) == exam.items and all(
        _is_name(one.item) and 1 <= one.revision < _LARGEST for one in items
    )


def is_pack_name(id_: str, version: str) -> bool:
    """Whether content can be named by this id, and by this version of it."""
    return _is_name(id_) and _VERSION.fullmatch(version) is not None


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and _NAME.fullmatch(text) is not None


def can_be_told(moment: Moment) -> bool:
    """Whether a moment's day can be told anywhere on earth, and counters leave room to count on."""
    return (
        abs(moment.offset_minutes) < _DAY_MINUTES
        and 0 <= moment.counter < _LARGEST
        and MINYEAR < moment.utc.year < MAXYEAR
        and not moment.utc.microsecond % 1000
    )


def _are_sound(recipients: Sequence[Recipient]) -> bool:
    kids = Counter(recipient.kid for recipient in recipients)
    return (
        FEWEST_RECIPIENTS <= len(kids) == len(recipients) <= MOST_RECIPIENTS and recipients[0].holder is Holder.OFFICE
    )
