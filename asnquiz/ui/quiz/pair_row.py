"""Tes awal and tes akhir on the page Kuis: what has been done of the pair, and what can be done now."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton

from asnquiz.domain.attempt import AttemptSummary
from asnquiz.domain.drawing import half_of
from asnquiz.domain.pack import Pack
from asnquiz.domain.wording import date_words, score_words
from asnquiz.ui.destinations import BeginQuiz, Destination, ShowResult
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import Flow, column_in, flow_row
from asnquiz.ui.widgets.frames import card
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.pair_tests import PairedTests
from asnquiz.usecases.take_quiz import PosttestPlan, PretestPlan

_SIDE_BY_SIDE = 740
_WHAT_FOR = (
    "Dua tes pendek dengan susunan yang sama dan soal yang berbeda, untuk melihat apa yang bertambah sesudah Anda "
    "membaca materi. Tidak wajib, tanpa batas waktu, dan tidak pernah keluar dari komputer ini."
)


class PairRow(Flow):
    """One card for each of the two."""

    def __init__(self, theme: Theme, pack: Pack, pair: PairedTests, go: Callable[[Destination], None]) -> None:
        super().__init__()
        self._theme = theme
        self._go = go
        self._items = half_of(pack.exam).items
        column = column_in(self, 12)
        column.addWidget(text(theme, _WHAT_FOR, tone="ink-2"))
        cards = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=14)
        cards.add(self._pretest(pair), 1)
        cards.add(self._posttest(pair), 1)
        column.addWidget(cards)

    def _pretest(self, pair: PairedTests) -> QFrame:
        title = "Tes awal, sebelum membaca materi"
        if pair.pretest is None:
            words = f"{self._items} soal dari ketiga fase. Alasan setiap jawaban tampil setelah tes selesai."
            return self._card(title, words, self._begin("Mulai tes awal", PretestPlan(), primary=True))
        onward = "Tes awal baru memulai pasangan baru; hasil yang lama tetap tersimpan."
        shown = self._show("Lihat hasil", "Lihat hasil tes awal", pair.pretest)
        return self._card(title, f"{_done(pair.pretest)} {onward}", shown, self._begin("Tes awal baru", PretestPlan()))

    def _posttest(self, pair: PairedTests) -> QFrame:
        title = "Tes akhir, sesudah membaca materi"
        if pair.pretest is None:
            return self._card(title, "Tersedia setelah tes awal selesai.")
        if pair.posttest is None:
            words = f"{self._items} soal lain dengan susunan yang sama. Kerjakan setelah Anda membaca materi."
            return self._card(title, words, self._begin("Mulai tes akhir", PosttestPlan(), primary=True))
        return self._card(title, _done(pair.posttest), self._show("Lihat perubahan", "Lihat perubahan", pair.posttest))

    def _begin(self, words: str, plan: PretestPlan | PosttestPlan, *, primary: bool = False) -> QPushButton:
        role = "primary" if primary else "quiet"
        return button(self._theme, words, lambda: self._go(BeginQuiz(plan)), role=role)

    def _show(self, words: str, name: str, attempt: AttemptSummary) -> QPushButton:
        made = button(self._theme, words, lambda: self._go(ShowResult(attempt.id)))
        made.setAccessibleName(name)
        return made

    def _card(self, title: str, words: str, *actions: QPushButton) -> QFrame:
        frame, column = card()
        column.addWidget(heading(self._theme, title, level=3))
        column.addWidget(text(self._theme, words, tone="ink-2"))
        column.addStretch(1)
        column.addWidget(flow_row(*actions))
        return frame


def _done(test: AttemptSummary) -> str:
    if test.score is None or test.ended is None:
        raise ValueError("only a test that is over has been done")
    right = f"{test.score.right} dari {test.score.total} benar"
    return f"Selesai {date_words(test.ended.local)}, nilai {score_words(test.score)} ({right})."
