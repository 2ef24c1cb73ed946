"""The part of an office's report on paper that is about answers: questions, rules, certainty, the test as a whole."""

from collections.abc import Iterable, Sequence
from textwrap import shorten

from asnquiz.documents.column import heading, said
from asnquiz.documents.gain import put_gain
from asnquiz.documents.paper import Paper
from asnquiz.documents.table import Cell, Column, section, share_bar, table
from asnquiz.domain.item_analysis import TestFigures
from asnquiz.domain.office_report import ItemReport, OfficeReport, RuleReport, Share, UnitCertainty
from asnquiz.domain.recap_wording import FEWEST, NO_FIGURE, share_words
from asnquiz.domain.wording import SURE_BUT_WRONG, number_words, phase_words
from asnquiz.usecases.report_scope import title_of
from asnquiz.usecases.report_words import (
    MASTERY_MEANS,
    SURE_MEANS,
    SUSPICION_MEANS,
    gain_sentences,
    item_notes,
    nothing_missed,
    test_readings,
)

_MOST = 10  # of questions and of rules
_STEM = 75  # letters of a question that is only to be recognised
_SCALE = "0–100 %"
_FIGURES = (Column("Ukuran", 32), Column("Angka", 14, number=True), Column("Cara membacanya", 58))

_TOO_FEW = (
    f"Analisis jawaban dimuat bila ada {FEWEST} ujian pertama atau lebih yang soalnya dikenal kantor; jumlahnya "
    "belum sebanyak itu."
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
        said(paper, MASTERY_MEANS)
        table(paper, _FIGURES, list(_test(report.test)))
    if report.gain:
        tests = f"{report.gain.before}, lalu {title_of(report.scope)}"
        put_gain(paper, report.gain, " ".join(gain_sentences(report.gain)), tests)
    _suspected(paper, report.items)


def _questions(paper: Paper, report: OfficeReport) -> None:
    columns = (
        Column("Soal, dan jawaban terbanyak selain kunci", 82),
        Column(_SCALE, 20),
        Column("Salah", 12, number=True),
    )
    rows = [
        (f"{_stem(one)}\nTerbanyak selain kunci: {_instead(one)}", _share_bar(one.right.rest), one.right.rest.words)
        for one in report.missed[:_MOST]
    ]
    section(
        paper,
        "Soal paling sering salah",
        columns,
        rows,
        nothing_missed("soal"),
        f"Dari {number_words(report.analysed)} ujian pertama; yang paling sulit lebih dahulu, paling banyak {_MOST}.",
    )


def _stem(item: ItemReport) -> str:
    return item.stem or f"Soal {item.item}, yang isinya tidak dikenal kantor"


def _instead(item: ItemReport) -> str:
    most = max((one for one in item.options if not one.right), key=lambda one: one.figures.people)
    return f"{most.words} ({share_words(most.figures.people, item.figures.people)})"


def _rules(paper: Paper, rules: Sequence[RuleReport]) -> None:
    known = [one for one in rules if one.right.enough and one.right.part < one.right.whole]
    section(
        paper,
        "Ketentuan yang paling perlu diperdalam",
        _shares("Perbuatan", "Jawaban", "Benar"),
        [_shared(one.act, one.right) for one in known[:_MOST]],
        nothing_missed("ketentuan"),
        f"Ketentuan yang paling jarang dijawab benar, paling banyak {_MOST}.",
    )


def _shares(what: str, answers: str, share: str) -> tuple[Column, ...]:
    return Column(what, 62), Column(answers, 14, number=True), Column(_SCALE, 22), Column(share, 13, number=True)


def _shared(what: str, share: Share) -> tuple[Cell, ...]:
    return what, number_words(share.whole), _share_bar(share), share.words


def _share_bar(share: Share) -> Cell:
    return share_bar(share.part, share.whole) if share.enough else ""


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
        SURE_MEANS,
    )
    if most := report.surely_wrong[:_MOST]:
        rows = [_shared(one.act, one.sure) for one in most]
        section(paper, f"{SURE_BUT_WRONG}, per ketentuan", _shares("Perbuatan", asked, "Keliru"), rows, "")


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


def _suspected(paper: Paper, items: Sequence[ItemReport]) -> None:
    found = [(one, "; ".join(item_notes(one))) for one in items]
    rows = [
        (f"{one.item}, revisi {one.revision}", shorten(one.stem, _STEM, placeholder=" …"), notes[0].upper() + notes[1:])
        for one, notes in found
        if notes
    ]
    section(
        paper,
        "Soal yang perlu diperiksa",
        (Column("Kode soal", 27), Column("Soal", 45), Column("Alasan", 34)),
        rows,
        f"Tidak ada. {SUSPICION_MEANS}",
        SUSPICION_MEANS,
    )
