"""What came of a briefing: in short, by question and by person, and the files that its office gets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from asnquiz.domain.attempt import Score
from asnquiz.domain.briefing import StepKind, Way
from asnquiz.domain.office_report import Gain
from asnquiz.domain.recap_wording import NO_FIGURE, told_share_words
from asnquiz.domain.wording import harmless, law_stamp, number_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import BriefingPapers, Destination, LeadBriefing, Section, TypePapers
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.ask import tell
from asnquiz.ui.widgets.buttons import Button, button
from asnquiz.ui.widgets.facts import add_facts
from asnquiz.ui.widgets.field import Field
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import titled_card
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.longer import Longer
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.photo import question_photo
from asnquiz.ui.widgets.table import Cell, Column, Rows, Table
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.briefing_words import (
    NO_RANKING,
    ONLY_COUNTED,
    PART,
    SIGNED_ONLY,
    UNFINISHED,
    attendance_words,
    change_words,
    question_name,
    results_facts,
)
from asnquiz.usecases.report_words import gain_sentences
from asnquiz.usecases.see_briefing import Attendance, BriefingResults, PersonResult, QuestionResult, Taken
from asnquiz.usecases.write_class_record import ClassPreview

_LEFT = Qt.AlignmentFlag.AlignLeft
_PEOPLE_SHOWN = 12
_PHOTO = 360
_DEADLINE = "Tenggat bagi peserta video"
_BY_VIDEO = (
    "Peserta yang mengikuti lewat video mengerjakan soal yang sama sebagai tugas ujian dari kantor. Tugasnya disegel "
    "dengan kunci kantor di komputer ini."
)


class Saved(Enum):
    """What can be saved of the record."""

    PDF = "pdf"
    WORKBOOK = "workbook"
    CLASS = "class"


@dataclass(frozen=True)
class Record:
    """What the page shows.

    Attributes:
        leaves: what goes to an office, or why nothing can.
        gathers: whether tasks can be written here.
        deadline: what the line for those who follow by video begins with.
    """

    results: BriefingResults
    leaves: ClassPreview | str
    gathers: bool
    deadline: str


class RecordPage(Page):
    """`save` saves a file; `write_task` gets a deadline as it is understood, `day` gives it of what is typed."""

    renews = True
    topic = "Sesudah acara"

    def __init__(
        self,
        theme: Theme,
        record: Record,
        *,
        save: Callable[[Saved], None],
        write_task: Callable[[str], None],
        day: Callable[[str], str],
        go: Callable[[Destination], None],
    ) -> None:
        super().__init__(theme, "Hasil sosialisasi", Section.BRIEFING)
        self._record = record
        self._results = record.results
        self._save = save
        self._go = go
        self.way_back("Kembali ke Sosialisasi", partial(go, Section.BRIEFING))
        self.title(harmless(record.results.briefing.occasion.title))
        if not record.results.ended:
            self.column.addWidget(text(theme, UNFINISHED, tone="conditional"))
        self.column.addWidget(flow_row(*self._actions()))
        self.column.addWidget(self._short())
        self.column.addWidget(self._questions())
        self.column.addWidget(self._people())
        self.column.addWidget(self._office())
        if record.gathers and record.results.questions:
            self.column.addWidget(self._by_video(write_task, day))
        frame, column = titled_card(theme, "Acara")
        add_facts(theme, column, results_facts(record.results))
        self.column.addWidget(frame)
        self.stamp(law_stamp(record.results.pack.law_as_of))

    def _actions(self) -> Iterator[Button]:
        theme, briefing = self.theme, self._results.briefing
        if not self._results.ended:
            leading = partial(self._go, LeadBriefing(briefing.id))
            yield button(theme, "Lanjutkan memimpin", leading, role="primary", icon="play")
        if briefing.way is Way.PAPER:
            yield button(theme, "Ketik jawaban kertas", partial(self._go, TypePapers(briefing.id)))
        for words, what in (("Simpan laporan PDF …", Saved.PDF), ("Simpan tabel Excel …", Saved.WORKBOOK)):
            yield button(theme, words, partial(self._save, what), icon="file-down")
        papers = partial(self._go, BriefingPapers(briefing.id))
        yield button(theme, "Kertas untuk dicetak", papers, role="quiet")

    def _short(self) -> QFrame:
        frame, column = titled_card(self.theme, "Ringkasan")
        for words in _summary(self._results):
            column.addWidget(text(self.theme, words))
        if self._results.briefing.way.counted:
            column.addWidget(text(self.theme, ONLY_COUNTED, tone="ink-2"))
        return frame

    def _questions(self) -> QFrame:
        questions = self._results.questions
        frame, column = titled_card(self.theme, "Menurut soal")
        if questions:
            column.addWidget(Longer(self.theme, "soal", "Menurut soal", len(questions), self._question))
        else:
            column.addWidget(text(self.theme, "Belum ada soal yang dijawab.", tone="ink-2"))
        return frame

    def _question(self, place: int) -> QWidget:
        theme, one, pack = self.theme, self._results.questions[place], self._results.pack
        host, column = flow_column(4)
        column.addWidget(heading(theme, question_name(one), Size.BODY, level=3))
        add_badge(theme, column, pack, one.item.id)
        column.addWidget(text(theme, one.item.stem))
        if shown := question_photo(theme, one.item, pack, _PHOTO):
            column.addWidget(shown)
        for words in _told(one):
            column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        return host

    def _people(self) -> QFrame:
        results = self._results
        if results.unnoted:
            return titled_card(self.theme, "Peserta", (SIGNED_ONLY,))[0]
        frame, column = titled_card(self.theme, "Peserta", (NO_RANKING,) if results.people else ())
        if results.people:
            attendance = Column("Kehadiran", attendance_words(Attendance.UNINVITED, results))
            columns = (Column("Nama"), attendance, *self._score_columns())
            rows = Rows(columns, [self._cells(one) for one in results.people])
            column.addWidget(Table(self.theme, "Peserta", rows, self._tell, two_lines=True, most=_PEOPLE_SHOWN))
        else:
            column.addWidget(text(self.theme, "Belum ada peserta yang tercatat.", tone="ink-2"))
        return frame

    def _score_columns(self) -> Iterator[Column]:
        if not self._results.briefing.way.counted:
            for part in self._results.parts:
                yield Column(PART[part], "10 dari 10", end=True, at_least=560)

    def _cells(self, one: PersonResult) -> Sequence[Cell]:
        parts = () if self._results.briefing.way.counted else self._results.parts
        scores = (Cell(_of(one.parts.get(part))) for part in parts)
        attendance = Cell(attendance_words(one.attendance, self._results))
        return (Cell(harmless(one.name), harmless(one.unit)), attendance, *scores)

    def _tell(self, row: int) -> None:
        one = self._results.people[row]
        told = [harmless(one.unit), attendance_words(one.attendance, self._results)]
        told += [f"{PART[part]}: {_of(taken)} benar" for part, taken in one.parts.items()]
        if one.change:
            told.append(f"Dari tes awal ke tes akhir: {change_words(one.change)}")
        if one.pledged:
            told.append("Menyatakan ikrar lewat HP")
        tell(self, harmless(one.name), "\n".join(told))

    def _office(self) -> QFrame:
        theme, leaves = self.theme, self._record.leaves
        title = "Catatan untuk kantor"
        if isinstance(leaves, str):
            return titled_card(theme, title, (leaves,))[0]
        frame, column = titled_card(theme, title, (f"{leaves.attendance_words}. {leaves.readable_by}",))
        for caption, sentences in (("Yang ikut dalam berkas", leaves.goes), ("Yang tidak ikut", leaves.stays)):
            column.addWidget(heading(theme, caption, Size.BODY, level=3))
            for words in sentences:
                column.addWidget(text(theme, f"• {words}", tone="ink-2"))
        saving = button(theme, "Simpan catatan untuk kantor …", partial(self._save, Saved.CLASS), icon="save")
        column.addWidget(saving, 0, _LEFT)
        return frame

    def _by_video(self, write_task: Callable[[str], None], day: Callable[[str], str]) -> QFrame:
        frame, column = titled_card(self.theme, "Peserta yang mengikuti lewat video", (_BY_VIDEO,))
        field = Field(self.theme, _DEADLINE, QLineEdit(self._record.deadline), day, "Misalnya 30 November 2026.")

        def send() -> None:
            if field.check():
                write_task(field.line.text())
            else:
                field.take_focus()

        field.line.returnPressed.connect(send)
        column.addWidget(field)
        column.addWidget(button(self.theme, "Siapkan tugas untuk peserta video", send), 0, _LEFT)
        return frame


def _of(taken: Taken | None) -> str:
    return f"{taken.score.right} dari {taken.score.total}" if taken else ""


def _summary(results: BriefingResults) -> Iterator[str]:
    """How many came, what was right, and what changed between the tests."""
    briefing = results.briefing
    tables = f" di {number_words(len(results.came))} meja" if briefing.way is Way.TABLES else ""
    if not results.unnoted:
        yield f"{number_words(results.in_room)} orang tercatat hadir{tables}."
    if briefing.guests and not results.unnoted:
        present = number_words(len(results.standing(Attendance.PRESENT)))
        yield f"Dari {number_words(len(briefing.guests))} yang diundang, {present} hadir."
    for part in results.parts:
        of = [one.right for one in results.questions if one.part is part]
        score = Score(sum(one.right for one in of), sum(one.total for one in of))
        yield f"{PART[part]}: {len(of)} soal, {_right_words(score)} jawaban benar{_share(score)}."
    if results.gain:
        gain = Gain(PART[StepKind.PRETEST], results.gain)
        yield " ".join(gain_sentences(gain, "meja" if briefing.way is Way.TABLES else "orang"))
    if briefing.way.networked:
        pledged = sum(one.pledged for one in results.came)
        yield f"{number_words(pledged)} peserta menyatakan ikrar lewat HP."


def _right_words(score: Score) -> str:
    return f"{number_words(score.right)} dari {number_words(score.total)}"


def _share(score: Score) -> str:
    """The share in brackets; nothing where it is of too few to be told."""
    words = told_share_words(score.right, score.total)
    return "" if words == NO_FIGURE else f" ({words})"


def _told(one: QuestionResult) -> Iterator[str]:
    words = f"Benar {_right_words(one.right)} jawaban{_share(one.right)}"
    if one.most_wrong:
        words += f". Terbanyak selain kunci: {', '.join(one.letters((row,)) for row in one.most_wrong)}"
    yield f"{words}."
    if one.turn:
        yield f"Sesudah diskusi: {one.turn.to_right} menjadi benar, {one.turn.to_wrong} menjadi keliru."
