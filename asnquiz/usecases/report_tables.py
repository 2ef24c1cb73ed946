"""The results of everybody by name, for whoever computes with them.

By person, by answer, by person and question, and by person and briefing.

Whole NIPs are in all of them, so that each file is noted in the log before anything is read for it. Rows are read from
the store as they are written.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import groupby

from asnquiz.domain.answer_wording import answer_words
from asnquiz.domain.attempt import Score
from asnquiz.domain.class_results import Attended
from asnquiz.domain.collection import PersonRow, Question, nip_of
from asnquiz.domain.data_table import Cell, Column, DataFile, DataTable, Kind
from asnquiz.domain.marking import Choice, Mark, answer_of
from asnquiz.domain.recap_wording import YES, here
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import FLAG, PERSON_STATE
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.make_report import see_scope
from asnquiz.usecases.report_scope import scope_facts, title_of
from asnquiz.usecases.see_collection import NO_EVIDENCE, everybody

_Row = tuple[Cell, ...]

PERSON = (
    Column("nip", "NIP"),
    Column("name", "Nama"),
    Column("agency", "Perangkat daerah"),
    Column("unit", "Unit kerja"),
)
_RESULT = (
    Column("position", "Jabatan"),
    Column("state", "Keadaan"),
    Column("score", "Nilai (0–100)", Kind.DECIMAL),
    Column("passed", "Lulus"),
    Column("received", "Diterima", Kind.TIME),
    Column("exams", "Banyaknya ujian", Kind.WHOLE),
    Column("flags", "Perlu diperhatikan"),
)
EXAM = Column("exam", "Nomor ujian")
_ANSWER = (
    EXAM,
    Column("ended", "Selesai", Kind.TIME),
    Column("number", "Soal nomor", Kind.WHOLE),
    Column("item", "Kode soal"),
    Column("revision", "Revisi", Kind.WHOLE),
    Column("answer", "Jawaban"),
    Column("certainty", "Keyakinan"),
    Column("right", "Benar (1/0)", Kind.WHOLE),
)
_BRIEFING = (
    Column("position", "Jabatan"),
    Column("title", "Sosialisasi"),
    Column("office", "Penyelenggara"),
    Column("day", "Tanggal", Kind.DAY),
    Column("place", "Tempat"),
    Column("invited", "Ada di undangan"),
    Column("people", "Orang di meja", Kind.WHOLE),
    Column("asked", "Soal bersama", Kind.WHOLE),
    Column("answered", "Dijawab", Kind.WHOLE),
    Column("right", "Benar", Kind.WHOLE),
    Column("pretest", "Tes awal (0–100)", Kind.DECIMAL),
    Column("posttest", "Tes akhir (0–100)", Kind.DECIMAL),
    Column("pledged", "Menyatakan ikrar di HP"),
)
_AS_NUMBER = {Mark.RIGHT: 1, Mark.WRONG: 0, Mark.DROPPED: None, None: None}

_PRIVATE = ("Kerahasiaan", "Memuat nama dan NIP utuh; hanya untuk yang berhak mengolahnya")
_NO_EXAM = (
    "Bukan ujian",
    "Jawaban diberikan di ruang sosialisasi, kadang satu meja bersama, dan tidak dihitung untuk tugas mana pun. "
    "Soal yang diajukan sebelum orangnya datang ikut dihitung",
)
_MARKED = (
    "Benar (1/0)",
    "1 benar, 0 belum tepat atau tidak dijawab; kosong bila soalnya tidak ditanyakan, tidak lagi dinilai, atau tidak "
    "dikenal kantor",
)


def people_file(question: Question, store: CollectionStore, now: datetime) -> DataFile:
    """A row for everybody on the roster, and for whoever else sent results."""
    _note("Nilai tiap orang", store, now)
    return _file("Nilai tiap orang", (_PRIVATE,), people_table(question, store), question, store)


def people_table(question: Question, store: CollectionStore) -> DataTable:
    """The table of `people_file`, for files that are noted otherwise."""
    return DataTable("people", "Orang", (*PERSON, *_RESULT), map(_person_row, everybody(store, question)))


def long_file(question: Question, store: CollectionStore, now: datetime) -> DataFile:
    """A row for every answer of the counted exams; times are those of the computer that it was given on."""
    _note("Jawaban tiap orang", store, now)
    table = DataTable("answers", "Jawaban", (*PERSON, *_ANSWER), _answer_rows(question, store))
    return _file("Jawaban tiap orang", (_MARKED, _PRIVATE), table, question, store)


def wide_file(question: Question, store: CollectionStore, now: datetime) -> DataFile:
    """A row for every counted exam, and a column for every question in any of them."""
    _note("Jawaban tiap orang menurut soal", store, now)
    items = sorted({one.choice.item for one in store.answers(question)})
    columns = (*PERSON, EXAM, *(Column(item, item, Kind.WHOLE) for item in items))
    table = DataTable("matrix", "Orang dan soal", columns, _exam_rows(items, question, store))
    return _file("Jawaban tiap orang menurut soal", (_MARKED, _PRIVATE), table, question, store)


def briefings_file(_question: Question, store: CollectionStore, now: datetime) -> DataFile:
    """A row for everybody at each briefing; what is asked of exams changes nothing about it."""
    what = "Sosialisasi"
    _note(what, store, now)
    office = store.office()
    facts = (("Kantor", office.name if office else "belum disiapkan"), _NO_EXAM, ("Sifat", NO_EVIDENCE), _PRIVATE)
    table = DataTable("briefings", what, (*PERSON, *_BRIEFING), map(_briefing_row, store.attended()))
    return DataFile(what, facts, None, (table,))


def _note(what: str, store: CollectionStore, now: datetime) -> None:
    store.write_log("NIP utuh", f"{what} disimpan dengan NIP utuh", now)


def _file(
    what: str, facts: tuple[tuple[str, str], ...], table: DataTable, question: Question, store: CollectionStore
) -> DataFile:
    scope = see_scope(question, store)
    return DataFile(f"{what}: {title_of(scope)}", (*scope_facts(scope), *facts), scope.newest, (table,))


def _person_row(one: PersonRow) -> _Row:
    score = None if one.right is None or one.total is None else Score(one.right, one.total)
    return (
        *person_cells(one.key, one.name, one.agency, one.unit),
        one.position or None,
        PERSON_STATE[one.state],
        score.tenths / 10 if score else None,
        None if one.passed is None else YES[one.passed],
        here(one.received) if one.received else None,
        one.attempts,
        "; ".join(FLAG[flag] for flag in FLAG if flag in one.flags) or None,
    )


def _briefing_row(one: Attended) -> _Row:
    return (
        *(one.nip, one.name, one.agency or None, one.unit or None, one.position or None),
        *(one.title, one.office, one.day, one.place),
        YES[one.invited],
        one.people,
        one.votes.total,
        one.answered,
        one.votes.right,
        one.pretest.tenths / 10 if one.pretest else None,
        one.posttest.tenths / 10 if one.posttest else None,
        YES[one.pledged],
    )


def person_cells(key: str, name: str, agency: str, unit: str) -> tuple[Cell, ...]:
    """The cells of PERSON."""
    return nip_of(key), name, agency or None, unit or None


def _answer_rows(question: Question, store: CollectionStore) -> Iterator[_Row]:
    marking = store.marking()

    @cache
    def words(choice: Choice) -> str:
        """As it was answered, where it is not known what was asked."""
        asked = marking.asked(choice.item, choice.revision)
        return answer_words(asked, answer_of(choice)) if asked else choice.answer

    for one in store.answers(question):
        item, revision, _ = one.choice
        exam = (str(one.exam), one.ended, one.place + 1, item, revision)
        yield *person_cells(*one[:4]), *exam, words(one.choice), one.certainty, _AS_NUMBER[one.mark]


def _exam_rows(items: list[str], question: Question, store: CollectionStore) -> Iterator[_Row]:
    columns = set(items)
    for (_, exam), answers in groupby(store.answers(question), key=lambda one: (one.key, one.exam)):
        first, *others = answers
        marks = {one.choice.item: _AS_NUMBER[one.mark] for one in (first, *others)}
        if not marks.keys() <= columns:
            raise Refusal("Ada berkas nilai yang masuk selagi tabel disimpan. Tunggu sampai selesai, lalu simpan lagi.")
        yield *person_cells(*first[:4]), str(exam), *map(marks.get, items)
