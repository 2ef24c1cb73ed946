"""One result: the score, each phase, what to deepen, and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from asnquiz.domain.attempt import AttemptKind, AttemptState, Score
from asnquiz.domain.pack import Phase, Rule
from asnquiz.domain.remembering import due_day
from asnquiz.domain.wording import PHASE, SURE_BUT_WRONG, date_words, duration_words, law_stamp, score_words
from asnquiz.painting.ring import paint_ring
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import (
    ChoosePerson,
    Destination,
    HandIn,
    HandOver,
    PrintCertificate,
    PrintMinutes,
    Remembered,
    ReviewQuiz,
    Section,
    ShowTask,
)
from asnquiz.ui.results.comparison_card import comparison_card, rules_card
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card, line, marked, pass_chip, progress
from asnquiz.ui.widgets.law import verdict_chip
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.photo import question_photo
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.certify import may_be_certified
from asnquiz.usecases.compare_tests import TwoTests
from asnquiz.usecases.pair_tests import TESTS
from asnquiz.usecases.review_result import Result

_SIDE_BY_SIDE = 740
_RULE_SIDE_BY_SIDE = 480


class ResultPage(Page):
    """The outcome of an attempt that is over; for a tes akhir, also what changed since its tes awal.

    Where the computer is `shared`, it also leads to whoever is next.
    """

    renews = True

    def __init__(
        self,
        theme: Theme,
        result: Result,
        go: Callable[[Destination], None],
        tests: TwoTests | None = None,
        *,
        shared: bool = False,
    ) -> None:
        super().__init__(theme, "Hasil", Section.RESULTS)
        self._result = result
        self._go = go
        attempt = result.sitting.attempt
        outcome = {True: ": lulus", False: ": belum lulus", None: ""}[result.passed]
        title = self.title(f"{attempt.title}{outcome}")
        title.setAccessibleName(f"{title.text()}. {_out_of_100(result.score)}")
        self.column.addWidget(text(theme, self._facts(), tone="ink-2"))
        if result.sure_but_wrong:
            self.column.addWidget(self._sure_but_wrong())
        top = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=18)
        top.add(self._score_card())
        top.add(self._phase_card(), 1)
        self.column.addWidget(top)
        if tests:
            self.column.addWidget(comparison_card(theme, tests)[0])
            self.column.addWidget(rules_card(theme, tests))
        following = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=16)
        for made in self._next_cards():
            following.add(made, 1)
        self.column.addWidget(following)
        if shared:
            next_one = button(theme, "Selesai, ganti orang", lambda: go(ChoosePerson()), icon="users")
            self.column.addWidget(next_one, 0, Qt.AlignmentFlag.AlignLeft)
        self.stamp(law_stamp(result.sitting.pack.law_as_of))

    def _facts(self) -> str:
        result, attempt = self._result, self._result.sitting.attempt
        parts = [f"{result.score.total} soal"]
        if result.elapsed_ms is not None:
            parts.append(duration_words(result.elapsed_ms))
        if attempt.state is AttemptState.EXPIRED:
            parts.append("waktu habis")
        if attempt.pass_mark is not None:
            by = "kantor" if result.sitting.task else "paket soal"
            parts.append(f"batas lulus {attempt.pass_mark}, ditetapkan oleh {by}")
        return " · ".join(parts)

    def _sure_but_wrong(self) -> QFrame:
        theme, result = self.theme, self._result
        frame, column = card(spacing=12)
        column.addWidget(marked(theme, "triangle-alert", "conditional", heading(theme, SURE_BUT_WRONG)))
        words = "Yang diyakini tetapi keliru paling mudah menjadi pelanggaran. Baca ini lebih dahulu."
        column.addWidget(text(theme, words, tone="ink-2"))
        for item in result.sure_but_wrong:
            column.addWidget(line())
            place = result.sitting.attempt.place_of(item.id) + 1
            column.addWidget(heading(theme, f"Soal {place}. {item.stem}", Size.BODY, level=3))
            if shown := question_photo(theme, item, result.sitting.pack):
                column.addWidget(shown)
            for rule in item.rules:
                column.addWidget(self._rule(result.sitting.pack.rule_by_id[rule]))
            add_badge(theme, column, result.sitting.pack, item.id)
            column.addWidget(text(theme, f"Sebaiknya: {item.instead}"))
        return frame

    def _rule(self, rule: Rule) -> QWidget:
        host = SideBySide(self.theme, at_least=_RULE_SIDE_BY_SIDE, spacing=12)
        host.add(verdict_chip(self.theme, rule.verdict), top=True)
        host.add(text(self.theme, rule.act, tone="ink-2"), 1)
        return host

    def _score_card(self) -> QFrame:
        theme, result = self.theme, self._result
        frame, column = card(spacing=12)
        column.addWidget(_Ring(theme, result.score), 0, Qt.AlignmentFlag.AlignHCenter)
        words = f"{result.score.right} dari {result.score.total} jawaban benar"
        column.addWidget(text(theme, words, tone="ink-2", wrap=False), 0, Qt.AlignmentFlag.AlignHCenter)
        if result.passed is not None:
            column.addWidget(pass_chip(theme, passed=result.passed), 0, Qt.AlignmentFlag.AlignHCenter)
        return frame

    def _phase_card(self) -> QFrame:
        theme, result = self.theme, self._result
        frame, column = card(spacing=12)
        column.addWidget(heading(theme, "Per fase"))
        for phase, score in result.by_phase.items():
            column.addWidget(self._phase_row(phase, score))
        if result.to_deepen:
            column.addWidget(
                text(theme, f"Perlu diperdalam: {'; '.join(result.to_deepen[:3])}.", size=Size.CAPTION, tone="ink-2")
            )
        if result.repeated:
            column.addWidget(text(theme, _repeated_words(result), size=Size.CAPTION, tone="ink-2"))
        column.addStretch(1)
        return frame

    def _phase_row(self, phase: Phase, score: Score) -> QWidget:
        host = QWidget()
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(text(self.theme, PHASE[phase]), 1)
        figure = f"{score.right} dari {score.total}"
        row.addWidget(text(self.theme, figure, weight=QFont.Weight.Bold, wrap=False))
        column.addLayout(row)
        column.addWidget(progress(score.right, score.total, f"{PHASE[phase]}, jawaban benar"))
        return host

    def _next_cards(self) -> list[QFrame]:
        result, attempt, task = self._result, self._result.sitting.attempt, self._result.sitting.task
        doubtful = attempt.kind in (AttemptKind.EXAM, *TESTS) and not result.sitting.asks_certainty
        flagged = "ragu-ragu" if doubtful else "ditandai"
        missed = f"{result.wrong} belum tepat, {result.flagged} {flagged}." if result.wrong else "Semua jawaban benar."
        cards = [self._card("Pembahasan", missed, "Lihat pembahasan", ReviewQuiz(attempt.id))]
        session = result.sitting.session
        if may_be_certified(attempt.kind, passed=result.passed, session=session):
            words = "Hasil belajar mandiri, dengan kode QR."
            cards.append(self._card("Surat keterangan", words, "Simpan PDF", PrintCertificate(attempt.id)))
        if session:
            words = "Jalannya ujian yang diawasi, untuk ditandatangani pengawas dan peserta."
            cards.append(self._card("Berita acara ujian", words, "Simpan PDF …", PrintMinutes(attempt.id), "file-down"))
        if task is not None:
            words = f"Simpan hasil tugas ini, terkunci untuk {task.office}. Anda melihat isinya lebih dahulu."
            cards.append(self._card("Bukti nilai", words, "Simpan bukti nilai", HandIn(task.id), "save"))
            words = "Yang diminta kantor, dan sejauh mana Anda mengerjakannya."
            cards.append(self._card("Tugas", words, "Lihat tugas", ShowTask(task.id)))
            return cards
        if attempt.kind is AttemptKind.EXAM:
            words = "Simpan hasil ujian ini ke dalam berkas. Anda melihat isinya lebih dahulu."
            cards.append(self._card("Berkas nilai", words, "Lihat dan simpan", HandOver(attempt.id), "save"))
        if attempt.kind is AttemptKind.CHECK:
            cards.append(self._card("Lanjutkan belajar", "Kembali ke daftar materi.", "Buka materi", Section.LESSONS))
        elif attempt.kind is AttemptKind.PRETEST:
            words = "Baca materi, lalu kerjakan tes akhir di halaman Kuis untuk melihat perubahannya."
            cards.append(self._card("Sesudah ini", words, "Buka materi", Section.LESSONS))
        elif attempt.kind is AttemptKind.POSTTEST:
            words = "Tes awal baru memulai pasangan baru, dengan soal lain."
            cards.append(self._card("Sesudah ini", words, "Pilih kuis", Section.QUIZ))
        elif attempt.kind is AttemptKind.REVIEW:
            words = "Lihat ketentuan mana yang sudah kuat dan kapan yang lain diulang."
            cards.append(self._card("Ingatan per ketentuan", words, "Lihat ingatan", Remembered()))
        else:
            cards.append(self._card("Coba lagi", "Soalnya diambil dan diacak ulang.", "Pilih kuis", Section.QUIZ))
        return cards

    def _card(self, title: str, words: str, action: str, to: Destination, icon: str | None = None) -> QFrame:
        frame, column = card()
        column.addWidget(heading(self.theme, title))
        column.addWidget(text(self.theme, words, tone="ink-2"))
        column.addStretch(1)
        role = "primary" if isinstance(to, HandIn | HandOver) else "secondary"
        column.addWidget(flow_row(button(self.theme, action, lambda: self._go(to), role=role, icon=icon)))
        return frame


def _repeated_words(result: Result) -> str:
    day = date_words(due_day(result.repeated[0]))
    verb = "tetap dalam" if result.sitting.attempt.kind is AttemptKind.REVIEW else "masuk"
    return f"{len(result.repeated)} ketentuan {verb} latihan ulang. Jadwal terdekat: {day}."


def _out_of_100(score: Score) -> str:
    return f"Nilai {score_words(score)} dari 100"


class _Ring(QWidget):
    spoken = Spoken.PICTURE

    def __init__(self, theme: Theme, score: Score) -> None:
        super().__init__()
        self._theme = theme
        self._score = score
        side = theme.px(156)
        self.setFixedSize(QSize(side, side))
        self.setAccessibleName(_out_of_100(score))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        font = self._theme.font(Size.SCORE, QFont.Weight.Bold)
        square = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_ring(painter, square, self._score.tenths, score_words(self._score), font, self._theme.palette)
        painter.end()
