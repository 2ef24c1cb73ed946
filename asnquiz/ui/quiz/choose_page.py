"""Kuis: what one can take now, and what is still open."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from asnquiz.domain.attempt import AttemptSummary
from asnquiz.domain.pack import Pack, Phase
from asnquiz.domain.wording import PHASE, date_words, law_stamp, nothing_due_words, phase_words, time_words
from asnquiz.ui.destinations import BeginQuiz, Destination, Remembered, ResumeQuiz, Section, ShowTask
from asnquiz.ui.quiz.pair_row import PairRow
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card, line_card
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.pair_tests import PairedTests
from asnquiz.usecases.see_repetition import REVIEW_ITEMS, Repetition
from asnquiz.usecases.see_tasks import TaskStanding
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan, ReviewPlan

PRACTICE_ITEMS = 10
# From this text size on, two cards side by side are too narrow to read.
_ONE_COLUMN_FROM = 1.5


class ChooseQuizPage(Page):
    """Practice by phase, or the exam."""

    renews = True

    def __init__(
        self,
        theme: Theme,
        pack: Pack,
        open_attempts: Sequence[AttemptSummary],
        repetition: Repetition,
        pair: PairedTests,
        go: Callable[[Destination], None],
        job: str | None = None,
        tasks: Sequence[TaskStanding] = (),
    ) -> None:
        super().__init__(theme, "Kuis", Section.QUIZ)
        self._go = go
        self.title("Kuis")
        intro = "Latihan menjelaskan setiap jawaban. Ujian dinilai setelah selesai. Semua tersimpan di komputer ini."
        self.column.addWidget(text(theme, intro, tone="ink-2"))
        for attempt in open_attempts:
            self.column.addWidget(self._open(attempt))
        if tasks:
            self.column.addWidget(heading(theme, "Tugas dari kantor"))
        for standing in tasks:
            self.column.addWidget(self._task(standing))
        self.column.addWidget(heading(theme, "Latihan"))
        self.column.addWidget(self._review(repetition))
        self.column.addWidget(self._practice(pack, job))
        self.column.addWidget(heading(theme, "Ujian"))
        self.column.addWidget(self._exam(pack))
        self.column.addWidget(heading(theme, "Tes awal dan tes akhir"))
        self.column.addWidget(PairRow(theme, pack, pair, go))
        self.stamp(law_stamp(pack.law_as_of))

    def _open(self, attempt: AttemptSummary) -> QFrame:
        begun = f"Dimulai {time_words(attempt.started.local)} · {attempt.answered} dari {attempt.total} soal dijawab"
        resume = button(self.theme, "Lanjutkan", lambda: self._go(ResumeQuiz(attempt.id)), role="primary", icon="play")
        resume.setAccessibleName(f"Lanjutkan {attempt.title}, dimulai {time_words(attempt.started.local)}")
        return line_card(self.theme, f"{attempt.title} belum selesai", begun, resume)

    def _task(self, standing: TaskStanding) -> QFrame:
        task = standing.task
        facts = f"{task.office} · sampai {date_words(task.deadline)} · {standing.words}"
        look = button(self.theme, "Lihat tugas", lambda: self._go(ShowTask(task.id)))
        look.setAccessibleName(f"Lihat tugas {task.title}")
        return line_card(self.theme, task.title, facts, look, level=3)

    def _review(self, repetition: Repetition) -> QFrame:
        theme = self.theme
        frame, column = card()
        column.addWidget(heading(theme, "Latihan ulang", level=3))
        due = len(repetition.due)
        words = _review_words(due) if due else nothing_due_words(repetition.following)
        column.addWidget(text(theme, words, tone="ink-2"))
        start = button(theme, "Mulai latihan ulang", lambda: self._go(BeginQuiz(ReviewPlan())))
        start.setEnabled(bool(due))
        remembered = button(theme, "Ingatan per ketentuan", lambda: self._go(Remembered()), role="quiet")
        column.addWidget(flow_row(start, remembered))
        return frame

    def _practice(self, pack: Pack, job: str | None) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(14)
        columns = 1 if self.theme.scale >= _ONE_COLUMN_FROM else 2
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        for place, phase in enumerate((*Phase, None)):
            grid.addWidget(self._practice_card(pack, phase), place // columns, place % columns)
        if pack.jobs:
            grid.addWidget(self._job_card(pack, job if job in pack.jobs else None), grid.rowCount(), 0, 1, columns)
        return host

    def _job_card(self, pack: Pack, job: str | None) -> QFrame:
        frame, column = card()
        column.addWidget(heading(self.theme, "Untuk pekerjaan saya", level=3))
        if job is None:
            words = "Pilih jabatan Anda di Materi, lalu soal untuk pekerjaan Anda didahulukan."
            way = button(self.theme, "Pilih jabatan di Materi", lambda: self._go(Section.LESSONS))
        else:
            count = min(PRACTICE_ITEMS, len(pack.scored_items))
            words = f"{pack.jobs[job]} · {count} soal, yang sesuai pekerjaan Anda didahulukan"
            plan = PracticePlan(None, PRACTICE_ITEMS, job)
            way = button(self.theme, "Mulai latihan", lambda: self._go(BeginQuiz(plan)))
            way.setAccessibleName("Mulai latihan untuk pekerjaan saya")
        column.addWidget(text(self.theme, words, tone="ink-2"))
        column.addWidget(flow_row(way))
        return frame

    def _practice_card(self, pack: Pack, phase: Phase | None) -> QFrame:
        frame, column = card()
        available = sum(phase in (None, item.phase) for item in pack.scored_items)
        count = min(PRACTICE_ITEMS, available)
        column.addWidget(heading(self.theme, PHASE[phase] if phase else "Semua fase", level=3))
        meaning = phase_words(phase) if phase else "Campuran dari ketiga fase"
        column.addWidget(text(self.theme, f"{meaning} · {count} soal", tone="ink-2"))
        column.addStretch(1)
        if not count:
            column.addWidget(text(self.theme, "Belum ada soal di sini. Pilih fase lain.", tone="ink-2"))
            return frame
        start = button(self.theme, "Mulai latihan", lambda: self._go(BeginQuiz(PracticePlan(phase, PRACTICE_ITEMS))))
        start.setAccessibleName(f"Mulai latihan {PHASE[phase] if phase else 'semua fase'}")
        column.addWidget(flow_row(start))
        return frame

    def _exam(self, pack: Pack) -> QFrame:
        frame, column = card()
        exam = pack.exam
        column.addWidget(heading(self.theme, "Simulasi ujian", level=3))
        facts = f"{exam.items} soal dari ketiga fase · {exam.minutes} menit · batas lulus {exam.pass_}"
        column.addWidget(text(self.theme, facts, tone="ink-2"))
        how = "Jawaban tersimpan saat Anda menekan Simpan dan lanjutkan. Ujian boleh dijeda; waktu ikut berhenti."
        column.addWidget(text(self.theme, how, tone="ink-2"))
        start = button(self.theme, "Mulai ujian", lambda: self._go(BeginQuiz(ExamPlan())), role="primary")
        column.addWidget(flow_row(start))
        return frame


def _review_words(due: int) -> str:
    words = f"Ketentuan yang pernah Anda jawab keliru atau ragu · {min(due, REVIEW_ITEMS)} soal"
    return f"{words}, {due - REVIEW_ITEMS} soal menunggu sesudahnya" if due > REVIEW_ITEMS else words
