"""Questions out of a table that a trainer filled in: whole, or every cell that is wrong at once."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.pack import ItemType, Option, Pack, Phase, Verdict
from asnquiz.domain.question import Brought, LoosePair, Loss, Question
from asnquiz.domain.question_line import Found, Line, is_filled
from asnquiz.domain.question_table import LETTERS, UNKNOWN_PHASE, Part, Place, choices_of, place_of, quoted
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.sheet import Cell, CellFault, Sheet, bare_title
from asnquiz.domain.wording import VERDICT, harmless, number_words

MOST_QUESTIONS: Final = 5_000
_MOST_FAULTS = 500
_HEAD_ROWS = 30  # a header further down is none
_WITHOUT_TYPES = (
    "Kolom Jenis soal tidak ada: soal dengan satu kunci dibaca sebagai satu pilihan benar, dan dengan beberapa kunci "
    "sebagai beberapa pilihan benar."
)
_COUNTERS = ("no", "nomor", "no urut")


class FaultyTable(Refusal):
    """A table of which nothing was taken, with what is wrong in its cells; the message says it line by line.

    Attributes:
        faults: all of them, or the first 500.
    """

    def __init__(self, faults: Sequence[CellFault]) -> None:
        self.faults = tuple(faults[:_MOST_FAULTS])
        more = "lebih dari " if len(faults) > _MOST_FAULTS else ""
        head = f"Belum ada soal yang diambil: {more}{len(self.faults)} sel perlu diperbaiki dahulu."
        super().__init__("\n".join((head, *(f"{fault.cell}: {fault.message}" for fault in self.faults))))


@dataclass(frozen=True)
class _Head:
    """The row of a header, the column of each place, and the columns that it names twice."""

    row: int
    columns: Mapping[Place, int]
    twice: tuple[int, ...]


def has_questions(sheet: Sheet) -> bool:
    """Whether a sheet has the titles of a table of questions."""
    return _head(sheet) is not None


def read_table(sheets: Sequence[Sheet], pack: Pack, *, beside: Collection[str] = ()) -> Brought:
    """The questions of all sheets that have the titles of the table; of other sheets, those in `beside` are not told.

    Empty rows, and rows that were only prepared, are none; a row with one cell of words is a note, and told. Raises
    Refusal where no sheet has the titles or any question, and FaultyTable, with every cell at fault, where one is.
    """
    found = Found(choices_of(pack))
    heads = [(sheet, _head(sheet)) for sheet in sheets]
    if not any(head for _, head in heads):
        raise Refusal(
            "Judul kolom tidak ditemukan. Tabel soal memerlukan sedikitnya kolom Teks soal, dan kolom Jenis soal atau "
            "Pilihan A; simpan templat dari program ini untuk melihat semua kolomnya."
        )
    for sheet, head in heads:
        if head:
            _read_sheet(found, sheet, head)
        elif sheet.name not in beside and any(map(is_filled, chain.from_iterable(sheet.rows))):
            found.losses.append(Loss(harmless(sheet.name), "Lembar ini bukan tabel soal, jadi isinya tidak diambil."))
    if found.faults:
        raise FaultyTable(found.faults)
    if not found.questions:
        raise Refusal("Belum ada soal di bawah judul kolom. Isi tabelnya, simpan, lalu pilih lagi.")
    return Brought(tuple(found.questions), tuple(found.losses))


def _head(sheet: Sheet) -> _Head | None:
    for number, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        columns: dict[Place, int] = {}
        twice = []
        for column, cell in enumerate(row):
            place = place_of(bare_title(cell)) or place_of(bare_title(str(cell).partition(" - ")[0]))
            if place in columns:
                twice.append(column)
            elif place:
                columns[place] = column
        if Place(Part.STEM) in columns and not {Place(Part.TYPE), Place(Part.OPTION)}.isdisjoint(columns):
            return _Head(number, columns, tuple(twice))
    return None


def _read_sheet(found: Found, sheet: Sheet, head: _Head) -> None:
    for column in head.twice:
        place = harmless(sheet.place(head.row, column))
        found.faults.append(
            CellFault(place, "Judul kolom ini sudah ada di sebelah kiri. Hapus atau ganti salah satunya.")
        )
    if Place(Part.TYPE) not in head.columns:
        place = harmless(sheet.place(head.row, head.columns[Place(Part.STEM)]))
        found.losses.append(Loss(place, _WITHOUT_TYPES))
    places = set(head.columns.values())
    for column, title in enumerate(sheet.rows[head.row]):
        if column in places or bare_title(title) in _COUNTERS:
            continue
        if any(is_filled(row[column]) for row in sheet.rows[head.row + 1 :] if column < len(row)):
            named = quoted(str(title)) if is_filled(title) else "tanpa judul ini"
            told = f"Kolom {named} tidak dikenal, jadi isinya tidak diambil."
            found.losses.append(Loss(harmless(sheet.place(head.row, column)), told))
    for number in range(head.row + 1, len(sheet.rows)):
        line = Line(found, sheet, number, head.columns)
        if len(found.faults) > _MOST_FAULTS:
            return
        if line.is_question():
            if len(found.questions) == MOST_QUESTIONS:
                raise Refusal(
                    f"Tabel ini memuat lebih dari {number_words(MOST_QUESTIONS)} soal. Bagi menjadi beberapa berkas."
                )
            before = len(found.faults)
            _read_question(line, found)
            found.faults[before:] = sorted(found.faults[before:], key=lambda fault: (len(fault.cell), fault.cell))


def _read_question(line: Line, found: Found) -> None:
    typed = line.has(Part.TYPE)
    type_: ItemType | None = line.choice(Part.TYPE) if typed else None
    stem = line.text(Place(Part.STEM))
    for part, missing in ((Part.TYPE, typed and type_ is None), (Part.STEM, not stem)):
        if missing and line.is_empty(Place(part)):
            line.fault(Place(part), f"{part.value} masih kosong. Isi, atau kosongkan seluruh barisnya.")
    question = Question(
        type=type_ or ItemType.SINGLE,
        stem=stem,
        id=_id(line, found),
        revision=_revision(line),
        phase=line.choice(Part.PHASE),
        topic=line.choice(Part.TOPIC),
        rules=line.choices(Part.RULE),
        jobs=line.choices(Part.JOB),
        difficulty=line.choice(Part.DIFFICULTY),
        explanation=line.text(Place(Part.EXPLANATION)),
        instead=line.text(Place(Part.INSTEAD)),
        citations=line.choices(Part.LAW),
        confidence=line.choice(Part.CONFIDENCE),
    )
    if type_:
        found.questions.append(replace(question, **_ANSWERS[type_](line)))
    elif not typed:
        answer = _several(line)
        several = sum(option.key for option in answer["options"]) > 1
        found.questions.append(replace(question, type=ItemType.MULTIPLE if several else ItemType.SINGLE, **answer))


def _id(line: Line, found: Found) -> str | None:
    place = Place(Part.ID)
    id_ = line.text(place)
    if not id_:
        return None
    if id_ in found.ids:
        line.fault(place, f"ID ini sudah dipakai di {found.ids[id_]}. Kosongkan ID soal yang baru; program memberinya.")
    found.ids.setdefault(id_, line.at(place))
    return id_


def _revision(line: Line) -> int | None:
    place = Place(Part.REVISION)
    words = line.text(place)
    if not words:
        return None
    if not re.fullmatch(r"[1-9]\d{0,8}", words, re.ASCII):
        line.fault(place, f"Revisi {quoted(words)} bukan bilangan bulat mulai dari 1. Kosongkan bila soalnya baru.")
        return None
    return int(words)


def _single(line: Line) -> dict[str, Any]:
    answer = _several(line)
    if sum(option.key for option in answer["options"]) > 1:
        line.fault(
            Place(Part.KEY),
            "Soal satu pilihan benar hanya mempunyai satu kunci. Tulis satu huruf, atau ganti jenisnya.",
        )
    return answer


def _several(line: Line) -> dict[str, Any]:
    rows = line.full_rows()
    keys = _keys(line, len(rows))
    return {"options": tuple(Option(*row, number in keys) for number, row in enumerate(rows))}


def _ordering(line: Line) -> dict[str, Any]:
    """The order is that of the options, unless the key names all of them in another one."""
    rows = line.full_rows()
    keys = _keys(line, len(rows))
    if keys and len(keys) < len(rows):
        line.fault(Place(Part.KEY), "Kunci tidak menyebut semua pilihan. Kosongkan bila pilihannya sudah urut.")
        keys = ()
    return {"options": tuple(Option(*rows[number]) for number in keys or range(len(rows)))}


def _keys(line: Line, options: int) -> tuple[int, ...]:
    """The options that the key names, from 0, in its order; empty where a fault was noted."""
    place = Place(Part.KEY)
    names = _key_names(line.cell(place))
    if names is None:
        line.fault(
            place,
            "Kunci di sel ini telah diubah Excel menjadi angka atau tanggal. Tulis huruf pilihannya, misalnya A, C.",
        )
        return ()
    keys: list[int] = []
    for name in names:
        number = LETTERS.find(name) if len(name) == 1 and name in LETTERS else _option_number(name)
        if number is None:
            line.fault(place, f"{quoted(name)} bukan huruf pilihan. Tulis hurufnya saja, misalnya B, atau A, C.")
        elif number >= options:
            letter = LETTERS[number]
            line.fault(place, f"Kunci menyebut {letter}, tetapi Pilihan {letter} kosong.")
        elif number in keys:
            line.fault(place, f"Kunci menyebut {LETTERS[number]} lebih dari sekali.")
        else:
            keys.append(number)
    return tuple(keys) if len(keys) == len(names) else ()


def _key_names(cell: Cell) -> list[str] | None:
    """What a key names, one by one; None where a spreadsheet made something of it that could be anything.

    `1,3` is the number 1,3 to a spreadsheet that speaks Indonesian, and can have been nothing else.
    """
    match cell:
        case None:
            return []
        case str():
            return [name for name in re.findall(r"[^\s,;.&/+()-]+", cell.upper()) if name != "DAN"]
        case bool() | dt.date() | dt.time() | dt.timedelta():
            return None
        case _:
            written = f"{cell:g}"
            return written.split(".") if re.fullmatch(r"[1-8](\.[1-8])?", written) else None


def _option_number(name: str) -> int | None:
    return int(name) - 1 if re.fullmatch(f"[1-{len(LETTERS)}]", name, re.ASCII) else None


def _verdict(line: Line) -> dict[str, Any]:
    """Options without words are the verdicts in their order."""
    feedback: dict[Verdict, str] = {}
    named: list[Verdict | None] = []
    for number, (text, told) in enumerate(line.rows()):
        place = Place(Part.OPTION, number)
        default = VERDICT_CHOICES[number] if number < len(VERDICT_CHOICES) else None
        verdict = line.verdict(text) if text else default
        named.append(verdict)
        if verdict is None:
            line.fault(place, line.unknown(Part.KEY, text) if text else f"{place.title} masih kosong.")
        elif verdict in named[:number]:
            line.fault(place, f"{VERDICT[verdict]} sudah ada di pilihan sebelumnya.")
        elif told:
            feedback[verdict] = told
    place = Place(Part.KEY)
    words = line.text(place)
    key = line.verdict(words)
    letter = LETTERS.find(words.upper()) if len(words) == 1 else -1
    if key is None and 0 <= letter < len(named):
        key = named[letter]
    if words and key is None:
        line.fault(place, line.unknown(Part.KEY, words))
    return {"key": key, "feedback": feedback}


def _matching(line: Line) -> dict[str, Any]:
    rows = line.full_rows()
    place = Place(Part.KEY)
    words = [one for part in re.split(r"[,;\n]", line.text(place)) if (one := part.strip())]
    phases: list[Phase | None] = [None if one == UNKNOWN_PHASE else line.phase(one) for one in words]
    for one, phase in zip(words, phases, strict=True):
        if phase is None and one != UNKNOWN_PHASE:
            line.fault(place, line.unknown(Part.PHASE, one))
    if words and len(words) != len(rows):
        line.fault(
            place,
            f"Kunci memuat {len(words)} fase untuk {len(rows)} pilihan. Tulis fase setiap pilihan berurutan, misalnya "
            "Sebelum, Selama, Sesudah; tulis - untuk yang belum diketahui.",
        )
        phases = []
    phases = phases or [None] * len(rows)
    return {"pairs": tuple(LoosePair(text, phase, told) for (text, told), phase in zip(rows, phases, strict=True))}


_ANSWERS: Mapping[ItemType, Callable[[Line], dict[str, Any]]] = {
    ItemType.SINGLE: _single,
    ItemType.MULTIPLE: _several,
    ItemType.VERDICT: _verdict,
    ItemType.ORDERING: _ordering,
    ItemType.MATCHING: _matching,
}
