"""Materi: all lessons by phase, and which of them were read."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from asnquiz.domain.pack import LESSON_PARTS, Lesson, Phase
from asnquiz.domain.wording import LESSON_PART, law_stamp, lesson_part_words
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import BrowseLaw, Destination, Discuss, ReadLesson, Section
from asnquiz.ui.keyboard import KeyGroup
from asnquiz.ui.printing.sheet_card import sheet_card
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.frames import card, line
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.passage_search import Find, PassageSearch
from asnquiz.ui.widgets.row_button import RowButton
from asnquiz.ui.widgets.select import Select, captioned_select
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.find_passages import Passage
from asnquiz.usecases.see_progress import Progress

_ALL = "Semua jabatan"
_SIDE_BY_SIDE = 440


class LessonsPage(Page):
    """The foundations and the lessons of the three phases, one under another."""

    renews = True
    keys = KeyGroup.SEARCH

    def __init__(
        self,
        theme: Theme,
        progress: Progress,
        go: Callable[[Destination], None],
        follow: Callable[[str | None], None],
        find: Find[Lesson],
    ) -> None:
        super().__init__(theme, "Materi", Section.LESSONS)
        self._go = go
        self.title("Materi")
        intro = "Bacaan singkat tentang yang boleh dan tidak boleh, menurut fase. Setiap materi diakhiri cek pemahaman."
        self.column.addWidget(text(theme, intro, tone="ink-2"))
        self.column.addWidget(self._ways())
        if progress.pack.lessons:
            self.column.addWidget(PassageSearch(theme, "Cari dalam materi", "materi", find, self._found))
        self.paths = self._paths(progress, follow) if progress.path else None
        if not progress.pack.lessons:
            words = "Paket soal ini hanya berisi latihan dan ujian."
            self.column.addWidget(empty_card(theme, "Belum ada materi", words, "Pilih kuis", lambda: go(Section.QUIZ)))
        for part in LESSON_PARTS:
            if progress.lessons_of(part):
                self.column.addWidget(self._part(progress, part))
        if progress.pack.jobs:
            self.column.addWidget(sheet_card(theme, progress.pack, progress.job, go))
        self.stamp(law_stamp(progress.pack.law_as_of))

    def _paths(self, progress: Progress, follow: Callable[[str | None], None]) -> Select:
        """The choice of a job."""
        select = captioned_select(self.theme, self.column, "Jalur belajar untuk")
        jobs = (None, *progress.pack.jobs)
        select.addItems([_ALL, *progress.pack.jobs.values()])
        select.setCurrentIndex(jobs.index(progress.job))

        def choose(index: int) -> None:
            select.setCurrentIndex(jobs.index(progress.job))  # until the choice is kept, which makes the page anew
            if jobs[index] != progress.job:
                follow(jobs[index])

        select.activated.connect(choose)
        if progress.job:
            job, count, total = progress.pack.jobs[progress.job], len(progress.path), len(progress.pack.lessons)
            words = f"Materi untuk {job}: {count} dari {total}. Pilih “{_ALL}” untuk melihat semuanya."
            self.column.addWidget(text(self.theme, words, tone="ink-2"))
        return select

    def _ways(self) -> QWidget:
        """Where else there is something to read."""
        row = SideBySide(self.theme, at_least=_SIDE_BY_SIDE, spacing=12)
        row.add(button(self.theme, "Hukum dan istilah", lambda: self._go(BrowseLaw()), icon="scale"))
        row.add(button(self.theme, "Diskusi", lambda: self._go(Discuss()), icon="lightbulb"))
        row.add(QWidget(), 1)
        return row

    def _found(self, passage: Passage[Lesson]) -> tuple[str, Callable[[], None]]:
        lesson = passage.source
        to = ReadLesson(lesson.id, passage.block)
        return f"{lesson.title} · {LESSON_PART[lesson.phase]}", lambda: self._go(to)

    def _part(self, progress: Progress, part: Phase | None) -> QFrame:
        frame, column = card(spacing=6)
        read, total = progress.read_of(part)
        row = QHBoxLayout()
        row.addWidget(heading(self.theme, lesson_part_words(part)), 1)
        row.addWidget(text(self.theme, f"{read} dari {total} dibaca", size=Size.CAPTION, tone="ink-3", wrap=False))
        column.addLayout(row)
        for number, lesson in enumerate(progress.lessons_of(part), start=1):
            column.addWidget(line())
            column.addLayout(self._lesson(lesson, f"{number} dari {total}", read=lesson.id in progress.read))
        return frame

    def _lesson(self, lesson: Lesson, place: str, *, read: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        icon = "circle-check" if read else "circle"
        entry = RowButton(self.theme, lesson.title, icon, lambda: self._go(ReadLesson(lesson.id)), current=False)
        state = "sudah dibaca" if read else "belum dibaca"
        entry.setAccessibleName(f"{lesson.title}, {state}, {lesson.minutes} menit, {place}")
        row.addWidget(entry, 1)
        row.addWidget(text(self.theme, f"{lesson.minutes} menit", size=Size.CAPTION, tone="ink-3", wrap=False))
        return row
