"""Hasil sosialisasi on paper: in short, what was learnt, questions, rules, and who came; nobody is ranked."""

from collections.abc import Iterator
from functools import partial

from asnquiz.documents.column import field, heading, said
from asnquiz.documents.figures import Figures
from asnquiz.documents.gain import put_gain
from asnquiz.documents.occasion import put_head
from asnquiz.documents.paper import Paper, Press
from asnquiz.documents.photo import photo_of
from asnquiz.documents.table import Cell, Column, section, table
from asnquiz.documents.text import LABEL, STRONG, Words
from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import Score
from asnquiz.domain.briefing import StepKind, Way
from asnquiz.domain.local_wording import above_words, local_words
from asnquiz.domain.office_report import Gain
from asnquiz.domain.pack import Pack, Rule
from asnquiz.domain.recap_wording import FEWEST, NO_FIGURE, share_words, tenths_words, told_share_words
from asnquiz.domain.wording import harmless, number_words
from asnquiz.painting.charts import paint_tally
from asnquiz.painting.tokens import LIGHT
from asnquiz.usecases.briefing_words import (
    NO_RANKING,
    ONLY_COUNTED,
    PART,
    RECORDED,
    SIGNED_ONLY,
    TWICE,
    attendance_counts,
    attendance_words,
    change_words,
    question_name,
    results_facts,
    results_title,
)
from asnquiz.usecases.report_words import gain_sentences
from asnquiz.usecases.see_briefing import Attendance, BriefingResults, PersonResult, QuestionResult
from asnquiz.usecases.show_audience import row_text

_BAR_MEANS = (
    f"Grafik menunjukkan jawaban terakhir. Persentase dan rentang kepercayaan 95 % dimuat mulai {FEWEST} jawaban."
)
_PEOPLE_MEANS = "Soal yang tidak dijawab tidak dihitung benar; tanda – berarti tidak ikut bagian itu."
_CHANGE_MEANS = (
    "Angka perubahan ternormalisasi dimuat bila kedua tes masing-masing berisi 10 soal atau lebih; selain itu hanya "
    "arahnya."
)
_NOTHING_ASKED = "Tidak ada soal yang dibuka."
_NOBODY = "Tidak ada peserta yang dicatat namanya."


def briefing_results_pdf(press: Press, results: BriefingResults) -> bytes:
    """The paper; the same results give the same pages."""
    title = results_title(results.briefing)
    paper = Paper(press, title, f"{title}: {harmless(results.briefing.occasion.title)}")
    put_head(paper, results.briefing.occasion, title, results_facts(results))
    _summary(paper, results)
    if results.gain is not None:
        who = "meja" if results.briefing.way is Way.TABLES else "orang"
        gain = Gain(PART[StepKind.PRETEST], results.gain)
        put_gain(paper, gain, " ".join(gain_sentences(gain, who)))
    _questions(paper, results)
    _rules(paper, results)
    _attendance(paper, results)
    _people(paper, results)
    return paper.finish()


def _summary(paper: Paper, results: BriefingResults) -> None:
    heading(paper, "Ringkasan", follows=90)
    briefing = results.briefing
    votes = _sum(one.right for one in results.questions if one.part is StepKind.QUESTION)
    figures = [] if results.unnoted else [("Tercatat hadir", number_words(results.in_room), _came(results))]
    if results.questions:
        kinds = [(PART[part].lower(), sum(one.part is part for one in results.questions)) for part in results.parts]
        asked = "; ".join(f"{what} {count}" for what, count in kinds)
        figures.append(("Soal", number_words(len(results.questions)), asked))
    if votes.total:
        share = told_share_words(votes.right, votes.total)
        figures.append(("Soal bersama: benar", share, f"{_of(votes)} jawaban"))
    if briefing.way.networked:
        pledged = sum(one.pledged for one in results.came)
        figures.append(("Ikrar", number_words(pledged), "peserta menyatakan ikrar lewat HP"))
    if figures:
        paper.space(4)
        paper.put(Figures(paper, figures))
    else:
        said(paper, _NOTHING_ASKED)


def _came(results: BriefingResults) -> str:
    invited = len(results.briefing.guests)
    tables = f"di {number_words(len(results.came))} meja" if results.briefing.way is Way.TABLES else "orang"
    if not invited:
        return tables
    present = number_words(len(results.standing(Attendance.PRESENT)))
    return f"{tables}; dari {number_words(invited)} yang diundang, {present} tercatat"


def _sum(scores: Iterator[Score]) -> Score:
    found = list(scores)
    return Score(sum(one.right for one in found), sum(one.total for one in found))


def _of(score: Score) -> str:
    return f"{number_words(score.right)} dari {number_words(score.total)}"


def _questions(paper: Paper, results: BriefingResults) -> None:
    heading(paper, "Soal", follows=200)
    said(paper, _BAR_MEANS if results.questions else _NOTHING_ASKED)
    for one in results.questions:
        _question(paper, one)


def _question(paper: Paper, one: QuestionResult) -> None:
    above = above_words(one.item, paper.press.pack)
    name = Words(paper.device, f"{question_name(one)} · {above}", LABEL, paper.width)
    stem = Words(paper.device, one.item.stem, STRONG, paper.width)
    shown = photo_of(paper, one.item, paper.width)
    rows = [_row(one, row) for row in one.frozen.order]
    paper.space(14)
    height = name.height + stem.height + (shown.height if shown else 0)
    paper.keep(min(height + 34 * (len(rows) + 2), 400))
    paper.put(name)
    paper.flow(stem)
    if shown:
        paper.put(shown)
    paper.space(4)
    twice = one.second is not None
    counted = (
        (Column("Pertama", 12, number=True), Column("Sesudah diskusi", 14, number=True))
        if twice
        else (Column("Jumlah", 12, number=True),)
    )
    columns = (Column("", 5), Column("Pilihan", 56 if twice else 70), *counted, Column("0–100 %", 22))
    table(paper, columns, rows)
    for words in _told(one):
        said(paper, words)


def _row(one: QuestionResult, row: int) -> tuple[Cell, ...]:
    text = row_text(one.item, row)
    words = f"{text} (benar)" if row in right_answer(one.item) else text
    votes = (one.first, one.second) if one.second else (one.final,)
    counts = [number_words(vote.counts[row]) if vote else NO_FIGURE for vote in votes]
    bar = partial(paint_tally, right=one.final.counts[row], total=one.final.answered, palette=LIGHT)
    return one.letters((row,)), words, *counts, bar


def _told(one: QuestionResult) -> Iterator[str]:
    words = f"Benar {_of(one.right)} jawaban"
    if one.interval:
        low, high = (tenths_words(round(1000 * end)) for end in one.interval)
        words += f" ({share_words(one.right.right, one.right.total)}; rentang {low}–{high})"
    if one.most_wrong:
        words += f". Terbanyak selain kunci: {', '.join(one.letters((row,)) for row in one.most_wrong)}"
    yield f"{words}."
    if one.turn:
        yield (
            f"Yang memilih dua kali: tetap benar {one.turn.kept_right}, menjadi benar {one.turn.to_right}, menjadi "
            f"keliru {one.turn.to_wrong}, tetap keliru {one.turn.kept_wrong}."
        )


def _rules(paper: Paper, results: BriefingResults) -> None:
    parts = results.parts
    columns = (Column("Perbuatan", 100 - 18 * len(parts)), *(Column(PART[part], 18, number=True) for part in parts))
    rows = [(_act(one.rule, results.pack), *(_share(one.parts.get(part)) for part in parts)) for one in results.rules]
    before = "Jawaban yang benar, dari jawaban atas soal tentang ketentuan itu; menurut urutan ditanyakan."
    section(paper, "Ketentuan", columns, rows, _NOTHING_ASKED, before)


def _act(rule: Rule, pack: Pack) -> str:
    return "\n".join(filter(None, (rule.act, local_words(pack, rule.id))))


def _share(score: Score | None) -> str:
    if score is None or not score.total:
        return NO_FIGURE
    share = f"\n{share_words(score.right, score.total)}" if score.total >= FEWEST else ""
    return f"{_of(score)}{share}"


def _attendance(paper: Paper, results: BriefingResults) -> None:
    heading(paper, "Kehadiran", follows=80)
    for words, count in attendance_counts(results):
        field(paper, words, number_words(count))
    twice = dict.fromkeys(f"{harmless(one.name)}, {harmless(one.unit)}" for one in results.people if one.twice)
    if twice:
        field(paper, "Perlu diperiksa", "; ".join(twice))
        said(paper, TWICE)
    said(paper, SIGNED_ONLY if results.unnoted else RECORDED)


def _people(paper: Paper, results: BriefingResults) -> None:
    counted = results.briefing.way.counted
    parts, tested = _told_by_person(results)
    columns = [Column("Nama dan unit kerja", 40), Column("Kehadiran", 22)]
    columns += [Column(PART[part], 13, number=True) for part in parts]
    columns += [Column("Perubahan", 20)] if tested else []
    rows = [_person(one, results) for one in results.people]
    notes = [NO_RANKING, ONLY_COUNTED if counted else _PEOPLE_MEANS, *([_CHANGE_MEANS] if tested else [])]
    otherwise = f"{_NOBODY} {ONLY_COUNTED}" if counted else _NOBODY
    section(paper, "Peserta", columns, rows, otherwise, " ".join(notes))


def _told_by_person(results: BriefingResults) -> tuple[tuple[StepKind, ...], bool]:
    """Which parts are told of each person, and whether the change between the tests is."""
    return (() if results.briefing.way.counted else results.parts), results.gain is not None


def _person(one: PersonResult, results: BriefingResults) -> tuple[str, ...]:
    parts, tested = _told_by_person(results)
    people = one.participant.people if one.participant else 1
    name = f"{harmless(one.name)} ({people} orang)" if people > 1 else harmless(one.name)
    taken = (one.parts.get(part) for part in parts)
    return (
        f"{name}\n{harmless(one.unit)}",
        attendance_words(one.attendance, results),
        *(_of(of.score) if of else NO_FIGURE for of in taken),
        *((change_words(one.change),) if tested else ()),
    )
