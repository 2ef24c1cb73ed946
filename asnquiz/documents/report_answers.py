"""The part of an office's report on paper that is about answers: questions, rules, certainty, the test as a whole."""

from collections.abc import Iterable, Sequence
from functools import partial
from textwrap import shorten

from asnquiz.documents.column import heading, said
from asnquiz.documents.paper import Paper
from asnquiz.documents.table import Cell, Column, section, share_bar, table
from asnquiz.domain.item_analysis import SHOWN_FROM, TestFigures
from asnquiz.domain.office_report import Gain, ItemReport, OfficeReport, RuleReport, Share, UnitCertainty
from asnquiz.domain.recap_wording import (
    CHANGE,
    FEWEST,
    NO_FIGURE,
    SUSPICION,
    share_words,
)
from asnquiz.domain.wording import SURE_BUT_WRONG, decimal_words, number_words, phase_words
from asnquiz.painting.charts import paint_change
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.report_scope import OWN_CHOICE
from asnquiz.usecases.report_words import test_readings

_MOST = 10  # of questions and of rules
_STEM = 75  # letters of a question that is only to be recognised
_SCALE = "0–100 %"
_FIGURES = (Column("Ukuran", 32), Column("Angka", 14, number=True), Column("Cara membacanya", 58))

_TOO_FEW = (
    f"Analisis jawaban dimuat bila ada {FEWEST} ujian pertama atau lebih yang soalnya dikenal kantor; jumlahnya "
    "belum sebanyak itu."
)
_MASTERY = (
    "Ujian ini memeriksa apakah materi sudah dikuasai, bukan siapa yang terbaik. Bila pembelajaran berhasil, hampir "
    "semua orang menjawab benar; nilainya menjadi seragam, dan daya beda serta reliabilitas tampak rendah dengan "
    "sendirinya. Itu bukan tanda bahwa soalnya buruk. Reliabilitas dan angka yang diturunkan darinya dimuat mulai "
    f"{SHOWN_FROM} orang."
)
_SURE = "Jawaban yang diyakini tetapi keliru perlu dibahas lebih dahulu: orangnya tidak merasa perlu bertanya."
_GAIN = (
    "Hanya dari orang yang mengerjakan kedua tes. Lingkaran kosong menunjukkan rata-rata tes awal, lingkaran penuh "
    "rata-rata tes akhir."
)
_CHECK = (
    f"Dugaan dari angka hanya dimuat untuk soal yang ditanyakan kepada {SHOWN_FROM} orang atau lebih dan dijawab benar "
    "oleh kurang dari 90\N{NO-BREAK SPACE}%. Dugaan bukan kesimpulan: bacalah soalnya lebih dahulu."
)


def put_answers(paper: Paper, report: OfficeReport) -> None:
    """Puts all of it into the column; only that there is none where too few exams could be marked."""
    if report.analysed < FEWEST:
        heading(paper, "Analisis jawaban")
        said(paper, _TOO_FEW)
    else:
        _questions(paper, report)
        _rules(paper, report.rules)
        _phases(paper, report)
        _sure(paper, report)
        heading(paper, "Ujian secara keseluruhan", follows=150)
        said(paper, _MASTERY)
        table(paper, _FIGURES, list(_test(report.test)))
    if report.gain:
        _gain(paper, report.gain, report.scope.task.title if report.scope.task else OWN_CHOICE)
    _suspected(paper, report.items)


def _questions(paper: Paper, report: OfficeReport) -> None:
    columns = (
        Column("Soal, dan jawaban terbanyak selain kunci", 82),
        Column(_SCALE, 20),
        Column("Salah", 12, number=True),
    )
    known = [(one, _wrong(one)) for one in report.items if one.figures.people >= FEWEST]
    rows = [
        (
            f"{_stem(one)}\nTerbanyak selain kunci: {_instead(one)}",
            share_bar(wrong, one.figures.people),
            share_words(wrong, one.figures.people),
        )
        for one, wrong in known
        if wrong
    ]
    section(
        paper,
        "Soal paling sering salah",
        columns,
        rows[:_MOST],
        f"Tidak ada soal yang dijawab salah, dari yang ditanyakan kepada {FEWEST} orang atau lebih.",
        f"Dari {number_words(report.analysed)} ujian pertama; yang paling sulit lebih dahulu, paling banyak {_MOST}.",
    )


def _wrong(item: ItemReport) -> int:
    return sum(one.figures.people for one in item.options if not one.right)


def _stem(item: ItemReport) -> str:
    return item.stem or f"Soal {item.item}, yang isinya tidak dikenal kantor"


def _instead(item: ItemReport) -> str:
    most = max((one for one in item.options if not one.right), key=lambda one: one.figures.people)
    return f"{most.words} ({share_words(most.figures.people, item.figures.people)})"


def _rules(paper: Paper, rules: Sequence[RuleReport]) -> None:
    known = [one for one in rules if one.right.enough and one.right.part < one.right.whole]
    section(
        paper,
        "Aturan yang paling perlu diperdalam",
        _shares("Perbuatan", "Jawaban", "Benar"),
        [_shared(one.act, one.right) for one in known[:_MOST]],
        f"Tidak ada jawaban yang belum tepat, untuk aturan yang ditanyakan kepada {FEWEST} orang atau lebih.",
        f"Aturan yang paling jarang dijawab benar, paling banyak {_MOST}.",
    )


def _shares(what: str, answers: str, share: str) -> tuple[Column, ...]:
    return Column(what, 62), Column(answers, 14, number=True), Column(_SCALE, 22), Column(share, 13, number=True)


def _shared(what: str, share: Share) -> tuple[Cell, ...]:
    if not share.enough:
        return what, number_words(share.whole), "", NO_FIGURE
    told = share_words(share.part, share.whole)
    return what, number_words(share.whole), share_bar(share.part, share.whole), told


def _phases(paper: Paper, report: OfficeReport) -> None:
    rows = [_shared(phase_words(phase), share) for phase, share in report.phases.items()]
    section(paper, "Fase", _shares("Fase", "Jawaban", "Benar"), rows, "")


def _sure(paper: Paper, report: OfficeReport) -> None:
    asked = "Dijawab yakin"
    agencies = [_certain(one) for one in report.certainty if not one.unit]
    section(
        paper,
        f"{SURE_BUT_WRONG}, per perangkat daerah",
        _shares("Perangkat daerah", asked, "Keliru"),
        agencies,
        "Tidak ada jawaban yang dinyatakan yakin.",
        _SURE,
    )
    told = [one for one in report.rules if one.sure.enough and one.sure.part]
    most = sorted(told, key=lambda one: -one.sure.part / one.sure.whole)[:_MOST]
    if most:
        rows = [_shared(one.act, one.sure) for one in most]
        section(paper, f"{SURE_BUT_WRONG}, per aturan", _shares("Perbuatan", asked, "Keliru"), rows, "")


def _certain(one: UnitCertainty) -> tuple[Cell, ...]:
    if one.people < FEWEST:
        return one.agency, NO_FIGURE, "", NO_FIGURE
    return _shared(one.agency, one.sure)


def _test(test: TestFigures) -> Iterable[Sequence[str]]:
    yield (
        "Ujian yang dianalisis",
        number_words(test.people),
        "Ujian pertama tiap orang, dengan jumlah soal yang sama.",
    )
    for one in test_readings(test):
        yield one.name, one.value, one.words


def _figure(value: float | None, places: int = 1) -> str:
    return NO_FIGURE if value is None else decimal_words(value, places)


def _gain(paper: Paper, gain: Gain, after_title: str) -> None:
    of = gain.group
    if of.people < FEWEST or of.mean_before is None or of.mean_after is None:
        heading(paper, "Tes awal dan tes akhir")
        said(paper, f"Yang mengerjakan kedua tes: {of.people} orang. Perubahannya dihitung mulai {FEWEST} orang.")
        return
    before, after = float(of.mean_before), float(of.mean_after)
    columns = (
        Column("Kedua tes", 40),
        Column("0–100", 40),
        Column("Awal", 12, number=True),
        Column("Akhir", 12, number=True),
    )
    picture = partial(paint_change, before=before / 100, after=after / 100, palette=LIGHT)
    means = [(f"{gain.before}, lalu {after_title}", picture, decimal_words(before), decimal_words(after))]
    section(paper, "Tes awal dan tes akhir", columns, means, "", _GAIN)
    paper.space(8)
    table(paper, _FIGURES, list(_gains(gain)))


def _gains(gain: Gain) -> Iterable[Sequence[str]]:
    of = gain.group
    yield "Orang yang mengerjakan kedua tes", number_words(of.people), "Hanya mereka yang dihitung di bagian ini."
    yield (
        "Peningkatan ternormalisasi kelompok (g)",
        _figure(None if of.gain is None else float(of.gain), 2),
        "Bagian dari yang belum diraih pada tes awal yang kemudian diraih pada tes akhir; dihitung dari kedua "
        "rata-rata (Hake). Angka inilah yang dibandingkan antarkelompok.",
    )
    yield (
        "Rata-rata perubahan ternormalisasi tiap orang",
        _figure(None if of.mean_change is None else float(of.mean_change), 2),
        "Ukuran lain: dihitung untuk tiap orang, lalu dirata-ratakan. Jangan dibandingkan dengan peningkatan kelompok.",
    )
    yield (
        "Naik, turun, tetap",
        f"{number_words(of.rose)}, {number_words(of.fell)}, {number_words(of.same)}",
        f"Banyaknya orang. {number_words(of.mastered)} orang sudah menjawab semua benar pada tes awal.",
    )


def _suspected(paper: Paper, items: Sequence[ItemReport]) -> None:
    found = [(one, _notes(one)) for one in items]
    rows = [
        (f"{one.item}, revisi {one.revision}", shorten(one.stem, _STEM, placeholder=" …"), notes)
        for one, notes in found
        if notes
    ]
    section(
        paper,
        "Soal yang perlu diperiksa",
        (Column("Kode soal", 27), Column("Soal", 45), Column("Alasan", 34)),
        rows,
        f"Tidak ada. {_CHECK}",
        _CHECK,
    )


def _notes(item: ItemReport) -> str:
    changed = [CHANGE[item.change]] if item.change else []
    notes = "; ".join([*changed, *(SUSPICION[one] for one in item.suspicions)])
    return notes[:1].upper() + notes[1:]
