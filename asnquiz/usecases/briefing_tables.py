"""The results of a briefing as tables, for whoever computes with them, with the NIPs of the office's own list."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from string import ascii_uppercase

from asnquiz.domain.answering import is_right, right_answer
from asnquiz.domain.briefing_tally import Tally, Turn
from asnquiz.domain.data_table import Cell, Column, DataFile, DataTable, Kind
from asnquiz.domain.moment import Moment
from asnquiz.domain.recap_wording import FEWEST, YES
from asnquiz.usecases.briefing_words import (
    ONLY_COUNTED,
    PART,
    RECORDED,
    REHEARSAL,
    SIGNED_ONLY,
    TWICE,
    attendance_counts,
    attendance_words,
    question_name,
    results_facts,
    results_title,
)
from asnquiz.usecases.see_briefing import BriefingResults, PersonResult, QuestionResult

_Row = tuple[Cell, ...]

_PRIVATE = ("Kerahasiaan", "Memuat nama dan NIP utuh; hanya untuk yang berhak mengolahnya")
_SCORED = (
    "Nilai",
    "Soal yang tidak dijawab tidak dihitung benar di lembar Peserta, dan tidak ikut dihitung di lembar Soal dan "
    "Ketentuan",
)
_WHO = (
    Column("number", "Nomor", Kind.WHOLE),
    Column("name", "Nama"),
    Column("nip", "NIP"),
    Column("unit", "Unit kerja"),
)
_TURN = (
    Column("kept_right", "Tetap benar", Kind.WHOLE),
    Column("to_right", "Menjadi benar", Kind.WHOLE),
    Column("to_wrong", "Menjadi keliru", Kind.WHOLE),
    Column("kept_wrong", "Tetap keliru", Kind.WHOLE),
)


def results_file(results: BriefingResults) -> DataFile:
    """Five tables: in short, people, questions, rules, and what each person answered."""
    facts = [*results_facts(results), ("Kehadiran", SIGNED_ONLY if results.unnoted else RECORDED), _SCORED, _PRIVATE]
    if results.briefing.way.counted:
        facts.append(("Hasil tiap orang", ONLY_COUNTED))
    mark = f" ({REHEARSAL.lower()})" if results.briefing.rehearsal else ""
    made = (_short, _people, _questions, _rules, _answers)
    tables = tuple(replace(table, title=f"{table.title}{mark}") for table in (make(results) for make in made))
    title = f"{results_title(results.briefing)}: {results.briefing.occasion.title}"
    return DataFile(title, tuple(facts), _time(results.newest), tables)


def _time(moment: Moment) -> dt.datetime:
    return moment.utc.astimezone(dt.timezone(dt.timedelta(minutes=moment.offset_minutes)))


def _short(results: BriefingResults) -> DataTable:
    columns = (
        Column("what", "Ukuran"),
        Column("count", "Banyaknya", Kind.WHOLE),
        Column("figure", "Angka", Kind.DECIMAL, places=2),
    )
    return DataTable("summary", "Ringkasan", columns, tuple(_figures(results)))


def _figures(results: BriefingResults) -> Iterator[_Row]:
    if not results.unnoted:
        yield "Orang yang tercatat hadir", results.in_room, None
        yield "Peserta yang tercatat (meja dihitung satu)", len(results.came), None
    yield "Orang yang diundang", len(results.briefing.guests), None
    for words, count in attendance_counts(results):
        yield words, count, None
    yield "Perlu diperiksa: nama dan unit kerja sama", sum(one.twice for one in results.people), None
    for part in results.parts:
        yield f"{PART[part]}: banyaknya soal", sum(one.part is part for one in results.questions), None
    yield "Menyatakan ikrar lewat HP", sum(one.pledged for one in results.came), None
    gain = results.gain
    if gain is None:
        return
    yield "Mengerjakan kedua tes", gain.people, None
    if gain.people >= FEWEST:
        for what, figure in (
            ("Rata-rata tes awal (0–100)", gain.mean_before),
            ("Rata-rata tes akhir (0–100)", gain.mean_after),
            ("Peningkatan ternormalisasi kelompok", gain.gain),
            ("Rata-rata perubahan ternormalisasi tiap peserta", gain.mean_change),
        ):
            yield what, None, None if figure is None else float(figure)
    for what, count in (
        ("Naik", gain.rose),
        ("Turun", gain.fell),
        ("Tetap", gain.same),
        ("Tuntas sejak tes awal", gain.mastered),
    ):
        yield what, count, None


def _people(results: BriefingResults) -> DataTable:
    scores = chain.from_iterable(
        (
            Column(f"{part.value}_right", f"{PART[part]}: benar", Kind.WHOLE),
            Column(f"{part.value}_answered", f"{PART[part]}: dijawab", Kind.WHOLE),
            Column(f"{part.value}_asked", f"{PART[part]}: banyaknya soal", Kind.WHOLE),
        )
        for part in results.parts
    )
    columns = (
        *_WHO,
        Column("position", "Jabatan"),
        Column("code", "Kode peserta"),
        Column("attendance", "Kehadiran"),
        Column("joined", "Masuk", Kind.TIME),
        Column("people", "Banyaknya orang", Kind.WHOLE),
        *scores,
        Column("change", "Perubahan ternormalisasi", Kind.DECIMAL, places=2),
        Column("pledged", "Ikrar lewat HP"),
        Column("check", "Perlu diperiksa"),
    )
    rows = tuple(_person(number, one, results) for number, one in enumerate(results.people, start=1))
    return DataTable("people", "Peserta", columns, rows)


def _person(number: int, one: PersonResult, results: BriefingResults) -> _Row:
    taken = (one.parts.get(part) for part in results.parts)
    scores = ((of.score.right, of.answered, of.score.total) if of else (None,) * 3 for of in taken)
    change = one.change.normalised if one.change and one.change.enough else None
    came = one.participant
    return (
        *_who(number, one),
        one.guest.position or None if one.guest else None,
        one.guest.code if one.guest else None,
        attendance_words(one.attendance, results),
        _time(came.joined) if came else None,
        came.people if came else None,
        *chain.from_iterable(scores),
        None if change is None else float(change),
        YES[one.pledged] if came else None,
        TWICE if one.twice else None,
    )


def _who(number: int, one: PersonResult) -> _Row:
    return number, one.name, one.guest.nip if one.guest else None, one.unit or None


def _questions(results: BriefingResults) -> DataTable:
    letters = ascii_uppercase[: max((len(one.frozen.order) for one in results.questions), default=0)]
    columns = (
        Column("question", "Soal"),
        Column("item", "Kode soal"),
        Column("revision", "Revisi", Kind.WHOLE),
        Column("stem", "Pertanyaan"),
        Column("key", "Kunci"),
        Column("answered", "Dijawab", Kind.WHOLE),
        Column("right", "Benar", Kind.WHOLE),
        Column("share", "Benar (%)", Kind.DECIMAL),
        Column("low", "Rentang 95 %, bawah", Kind.DECIMAL),
        Column("high", "Rentang 95 %, atas", Kind.DECIMAL),
        Column("most_wrong", "Terbanyak selain kunci"),
        *(Column(f"first_{letter}", f"{letter}, pilihan pertama", Kind.WHOLE) for letter in letters),
        *(Column(f"second_{letter}", f"{letter}, sesudah diskusi", Kind.WHOLE) for letter in letters),
        *_TURN,
    )
    rows = tuple(_question(one, len(letters)) for one in results.questions)
    return DataTable("questions", "Soal", columns, rows)


def _question(one: QuestionResult, width: int) -> _Row:
    right, interval = one.right, one.interval
    share = 100 * right.right / right.total if interval else None
    return (
        question_name(one),
        one.item.id,
        one.frozen.revision,
        one.item.stem,
        one.letters(right_answer(one.item)),
        right.total,
        right.right,
        share,
        *((100 * interval[0], 100 * interval[1]) if interval else (None, None)),
        one.letters(one.most_wrong) or None,
        *_counts(one, one.first, width),
        *_counts(one, one.second, width),
        *_turn(one.turn),
    )


def _counts(one: QuestionResult, votes: Tally | None, width: int) -> _Row:
    """By letter; empty for letters that the question does not have."""
    counts: list[Cell] = [votes.counts[row] for row in one.frozen.order] if votes else []
    return tuple(counts + [None] * (width - len(counts)))


def _turn(turn: Turn | None) -> _Row:
    return (turn.kept_right, turn.to_right, turn.to_wrong, turn.kept_wrong) if turn else (None,) * len(_TURN)


def _rules(results: BriefingResults) -> DataTable:
    counted = chain.from_iterable(
        (
            Column(f"{part.value}_answers", f"{PART[part]}: jawaban", Kind.WHOLE),
            Column(f"{part.value}_right", f"{PART[part]}: benar", Kind.WHOLE),
        )
        for part in results.parts
    )
    rows = []
    for one in results.rules:
        scores = (one.parts.get(part) for part in results.parts)
        cells = ((score.total, score.right) if score else (None, None) for score in scores)
        rows.append((one.rule.id, one.rule.act, *chain.from_iterable(cells)))
    columns = (Column("rule", "Kode ketentuan"), Column("act", "Perbuatan"), *counted)
    return DataTable("rules", "Ketentuan", columns, tuple(rows))


def _answers(results: BriefingResults) -> DataTable:
    """A row for everybody who came, two columns for every question."""
    asked = chain.from_iterable(
        (
            Column(f"{one.part.value}_{one.number}_answer", f"{question_name(one)}: jawaban"),
            Column(f"{one.part.value}_{one.number}_right", f"{question_name(one)}: benar (1/0)", Kind.WHOLE),
        )
        for one in results.questions
    )
    rows = tuple(
        (*_who(number, one), *chain.from_iterable(_answered(one, question) for question in results.questions))
        for number, one in enumerate(results.people, start=1)
        if one.participant and not results.briefing.way.counted
    )
    return DataTable("answers", "Jawaban", (*_WHO, *asked), rows)


def _answered(one: PersonResult, question: QuestionResult) -> tuple[Cell, Cell]:
    answer = question.answers.get(one.participant.number) if one.participant else None
    return (question.letters(answer), int(is_right(question.item, answer))) if answer else (None, None)
