"""The first screen: what is open, the three phases, what is due again, a quick question, and what to do next."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from asnquiz.domain.attempt import AttemptSummary
from asnquiz.domain.local import Local
from asnquiz.domain.pack import LESSON_PARTS, Lesson, Phase
from asnquiz.domain.wording import (
    LESSON_PART,
    date_words,
    harmless,
    law_stamp,
    nothing_due_words,
    score_words,
    time_words,
)
from asnquiz.painting.mark import paint_mark
from asnquiz.painting.tokens import PADDING, RADIUS, Size
from asnquiz.ui.ask.search_line import SearchLine
from asnquiz.ui.destinations import (
    Ask,
    BeginQuiz,
    Destination,
    HandIn,
    OpenFile,
    ReadLesson,
    Remembered,
    ResumeQuiz,
    Section,
    ShowLocal,
    ShowResult,
    ShowTask,
)
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card, chip, line, line_card, pass_chip, progress
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.see_progress import Progress
from asnquiz.usecases.see_repetition import REVIEW_ITEMS, Repetition
from asnquiz.usecases.see_tasks import TaskStanding, TaskState

_SIDE_BY_SIDE = 740
_TOPICS = 3  # those with the most questions are named
_PART_TEXT = {
    None: "Sepanjang masa: alasan dan ketentuannya, keluarga, media sosial, hadiah, laporan",
    Phase.BEFORE: "Sebelum penetapan calon: bakal calon, pendekatan partai, pendaftaran",
    Phase.DURING: "Penetapan calon sampai pemungutan suara: kampanye, masa tenang, hari pemungutan suara",
    Phase.AFTER: "Sesudah pemungutan suara: rekapitulasi, sengketa, pelantikan, layanan publik",
}


class HomePage(Page):
    """Beranda; `today` is the phase of today by the calendar in force, in a sentence."""

    renews = True

    def __init__(
        self,
        theme: Theme,
        standing: Progress,
        name: str | None,
        go: Callable[[Destination], None],
        files: Sequence[Path] = (),
        today: str = "",
    ) -> None:
        super().__init__(theme, "Beranda", Section.HOME)
        self._go = go
        traces = (standing.read, standing.open_attempt, standing.task, standing.last_exam, standing.repetition.rules)
        begun = any(traces)
        greeting = "Selamat datang kembali" if begun else "Selamat datang"
        self.title(f"{greeting}, {name}" if name else greeting)
        first = "Mulailah dari materi pertama." if standing.pack.lessons else "Mulailah dengan latihan."
        under = "Lanjutkan dari tempat Anda berhenti." if begun else first
        self.column.addWidget(text(theme, f"{under} Semua tersimpan di komputer ini.", tone="ink-2"))
        for file in files:
            self.column.addWidget(self._file(file))
        if standing.task:
            self.column.addWidget(self._task_banner(standing.task))
            if following := self._following(standing):
                self.column.addWidget(following)
        else:
            self.column.addWidget(self._banner(standing))
        self.column.addSpacing(6)
        self.column.addWidget(heading(theme, "Jalan belajar"))
        phases = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=12)
        for part in LESSON_PARTS:
            if standing.lessons_of(part) or (part and not standing.path):
                phases.add(self._part(standing, part), 1)
        self.column.addWidget(phases)
        both = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        both.add(self._review_card(standing.repetition), 5)
        both.add(self._ask_card(today), 4)
        self.column.addWidget(both)
        cards = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        cards.add(self._quiz_card(standing), 1)
        cards.add(self._result_card(standing.last_exam), 1)
        self.column.addWidget(cards)
        if local := standing.pack.local:
            self.column.addWidget(self._local(local))
        self.stamp(law_stamp(standing.pack.law_as_of))

    def _file(self, file: Path) -> QFrame:
        """A task that an office put beside the program."""
        words = f"Ada tugas di folder program: {harmless(file.name)}"
        look = button(self.theme, "Lihat tugas", lambda: self._go(OpenFile(file)), role="primary")
        look.setAccessibleName(f"Lihat tugas {harmless(file.name)}")
        return line_card(self.theme, words, "Anda melihat isinya lebih dahulu, sebelum mengambilnya.", look)

    def _task_banner(self, standing: TaskStanding) -> QWidget:
        task, attempt = standing.task, standing.open_attempt
        to: Destination
        above = f"Tugas dari {task.office} · sampai {date_words(task.deadline)}"
        if attempt:
            left = attempt.total - attempt.answered
            words = f"{task.title}, {attempt.total} soal · {f'{left} belum dijawab' if left else 'semua dijawab'}"
            action, to, icon = "Lanjutkan tugas", ResumeQuiz(attempt.id), "play"
        elif standing.state is TaskState.DONE:
            words = f"{task.title} · sudah dikerjakan, belum disimpan untuk kantor"
            action, to, icon = "Simpan bukti nilai", HandIn(task.id), "save"
        else:
            words = f"{task.title}, {task.exam.items} soal · {task.exam.minutes} menit"
            action, to, icon = "Kerjakan tugas", ShowTask(task.id), "play"
        more = []
        if not isinstance(to, ShowTask):
            more.append(button(self.theme, "Lihat tugas", lambda: self._go(ShowTask(task.id)), role="on-banner"))
        return _Banner(self.theme, above, words, action, lambda: self._go(to), icon, more)

    def _following(self, standing: Progress) -> QFrame | None:
        """What would come first were there no task."""
        if attempt := standing.open_attempt:
            words = f"Belum selesai · {attempt.answered} dari {attempt.total} soal dijawab"
            resume = button(self.theme, "Lanjutkan", lambda: self._go(ResumeQuiz(attempt.id)))
            return line_card(self.theme, attempt.title, words, resume)
        if lesson := standing.next_lesson:
            words = f"Materi berikutnya · {LESSON_PART[lesson.phase]} · {lesson.minutes} menit"
            read = button(self.theme, "Baca materi", lambda: self._go(ReadLesson(lesson.id)))
            return line_card(self.theme, lesson.title, words, read)
        return None

    def _banner(self, standing: Progress) -> QWidget:
        if attempt := standing.open_attempt:
            above = f"Belum selesai · dimulai {time_words(attempt.started.local)}"
            words = f"{attempt.title} · {attempt.answered} dari {attempt.total} soal dijawab"
            return _Banner(self.theme, above, words, "Lanjutkan", lambda: self._go(ResumeQuiz(attempt.id)))
        if lesson := standing.next_lesson:
            return self._lesson_banner(lesson)
        above = "Semua materi sudah dibaca" if standing.pack.lessons else "Latihan dan ujian"
        words = "Uji pemahaman Anda dengan latihan atau ujian"
        return _Banner(self.theme, above, words, "Pilih kuis", lambda: self._go(Section.QUIZ))

    def _lesson_banner(self, lesson: Lesson) -> QWidget:
        above = f"Materi berikutnya · {LESSON_PART[lesson.phase]} · {lesson.minutes} menit"
        return _Banner(self.theme, above, lesson.title, "Baca materi", lambda: self._go(ReadLesson(lesson.id)))

    def _part(self, standing: Progress, part: Phase | None) -> QFrame:
        theme = self.theme
        frame, column = card(spacing=12)
        read, total = standing.read_of(part)
        row = QHBoxLayout()
        current = standing.next_lesson is not None and standing.next_lesson.phase is part
        frame.setProperty("current", current)
        row.addWidget(chip(theme, LESSON_PART[part], "teal" if current else "ink-2"))
        row.addStretch(1)
        row.addWidget(text(theme, f"{read} dari {total}", size=Size.CAPTION, tone="ink-3", wrap=False))
        column.addLayout(row)
        column.addWidget(text(theme, _PART_TEXT[part], tone="ink-2"))
        column.addStretch(1)
        column.addWidget(progress(read, total, f"Materi {LESSON_PART[part]} dibaca"))
        return frame

    def _review_card(self, repetition: Repetition) -> QFrame:
        theme, due = self.theme, len(repetition.due)
        frame, column = card()
        top = QHBoxLayout()
        top.addWidget(heading(theme, "Perlu diulang hari ini"), 1)
        if due:
            top.addWidget(chip(theme, f"{due} soal", "conditional", "clock"))
        column.addLayout(top)
        if due:
            self._add_topics(column, repetition.topics)
            if due > REVIEW_ITEMS:
                words = f"Paling banyak {REVIEW_ITEMS} soal setiap kali; sisanya tetap menunggu."
                column.addWidget(text(theme, words, size=Size.CAPTION, tone="ink-2"))
        else:
            column.addWidget(text(theme, nothing_due_words(repetition.following), tone="ink-2"))
        column.addStretch(1)
        if repetition.rules:
            begin = button(theme, "Mulai latihan ulang", self._begin_review, icon="rotate-ccw")
            begin.setEnabled(bool(due))
            remembered = button(theme, "Ingatan per ketentuan", lambda: self._go(Remembered()), role="quiet")
            column.addWidget(flow_row(begin, remembered))
        else:
            column.addWidget(flow_row(button(theme, "Mulai berlatih", lambda: self._go(Section.QUIZ))))
        return frame

    def _begin_review(self) -> None:
        # Taking a quiz is loaded when somebody does: this is the first page.
        from asnquiz.usecases.take_quiz import ReviewPlan

        self._go(BeginQuiz(ReviewPlan()))

    def _add_topics(self, column: QVBoxLayout, topics: Sequence[tuple[str, int]]) -> None:
        rows = list(topics[:_TOPICS])
        if rest := topics[_TOPICS:]:
            rows.append((f"{len(rest)} topik lain", sum(count for _, count in rest)))
        column.addSpacing(4)
        for place, (topic, count) in enumerate(rows):
            if place:
                column.addWidget(line())
            row = QHBoxLayout()
            row.addWidget(text(self.theme, topic), 1)
            row.addWidget(text(self.theme, f"{count} soal", size=Size.CAPTION, tone="ink-3", wrap=False))
            column.addLayout(row)

    def _ask_card(self, today: str) -> QFrame:
        theme = self.theme
        frame, column = card()
        label = heading(theme, "Tanya cepat")
        column.addWidget(label)
        words = "Ragu tentang suatu tindakan? Cari ketentuannya berikut dasar hukumnya. Pencarian tidak disimpan."
        column.addWidget(text(theme, words, tone="ink-2"))
        if today:
            column.addWidget(text(theme, today, size=Size.CAPTION, tone="ink-2"))
        field = SearchLine(theme)
        field.setPlaceholderText("Bolehkah saya …")
        field.setAccessibleName(label.text())
        label.setBuddy(field)
        field.setAccessibleDescription(words)

        def ask() -> None:
            self._go(Ask(field.text().strip()))

        field.entered.connect(ask)
        column.addWidget(field)
        column.addWidget(flow_row(button(theme, "Cari ketentuan", ask, icon="search")))
        column.addStretch(1)
        return frame

    def _quiz_card(self, standing: Progress) -> QFrame:
        frame, column = card()
        exam = standing.pack.exam
        column.addWidget(heading(self.theme, "Latihan dan ujian"))
        words = f"Latihan per fase dengan alasan di setiap jawaban, atau simulasi ujian {exam.items} soal."
        column.addWidget(text(self.theme, words, tone="ink-2"))
        column.addStretch(1)
        quiz = button(self.theme, "Buka kuis", lambda: self._go(Section.QUIZ))
        lessons = button(self.theme, "Semua materi", lambda: self._go(Section.LESSONS), role="quiet")
        column.addWidget(flow_row(quiz, lessons))
        return frame

    def _result_card(self, exam: AttemptSummary | None) -> QFrame:
        theme = self.theme
        frame, column = card()
        column.addWidget(heading(theme, "Ujian terakhir"))
        if exam is None or exam.score is None or exam.ended is None:
            column.addWidget(text(theme, "Belum ada ujian. Hasil ujian Anda akan tampil di sini.", tone="ink-2"))
            column.addStretch(1)
            column.addWidget(flow_row(button(theme, "Lihat ujian", lambda: self._go(Section.QUIZ))))
            return frame
        score = text(theme, score_words(exam.score), size=Size.TITLE, weight=QFont.Weight.Bold, wrap=False)
        outcome = [] if exam.pass_mark is None else [pass_chip(theme, passed=exam.score.passes(exam.pass_mark))]
        column.addWidget(flow_row(score, *outcome))
        column.addWidget(text(theme, f"{exam.title} · {date_words(exam.ended.local)}", tone="ink-2"))
        column.addStretch(1)
        column.addWidget(flow_row(button(theme, "Lihat hasil", lambda: self._go(ShowResult(exam.id)))))
        return frame

    def _local(self, local: Local) -> QFrame:
        words = f"Kontak, kalender, ketentuan, dan soal dari {harmless(local.publisher)}."
        return line_card(
            self.theme, "Setempat", words, button(self.theme, "Buka Setempat", lambda: self._go(ShowLocal()))
        )


class _Banner(QFrame):
    """The one thing to do next, on a teal ground with the mark in the corner."""

    def __init__(
        self,
        theme: Theme,
        above: str,
        words: str,
        action: str,
        on_click: Callable[[], None],
        icon: str = "play",
        more: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "banner")
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(10)
        column.addWidget(text(theme, above, size=Size.CAPTION, weight=QFont.Weight.Medium, tone="on-teal"))
        column.addWidget(text(theme, words, size=Size.LEAD, weight=QFont.Weight.Bold, tone="on-teal"))
        column.addWidget(flow_row(button(theme, action, on_click, role="on-banner", icon=icon), *more))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(corners)
        side = self.height() * 1.25
        square = QRectF(self.width() - side, -self.height() * 0.02, side, side)
        # In a narrow window the words run over the mark, and stay readable on it.
        paint_mark(painter, square, self._theme.palette.teal_hover, self._theme.palette.teal)
        painter.end()
