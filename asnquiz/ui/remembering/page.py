"""Ingatan per ketentuan."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from asnquiz.domain.pack import Pack
from asnquiz.domain.remembering import AGAIN, HARD, RETENTION
from asnquiz.domain.wording import date_words, law_stamp
from asnquiz.painting.memory_curve import paint_memory
from asnquiz.painting.tokens import Size
from asnquiz.ui.destinations import BeginQuiz, Destination, Section
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.empty import empty_card
from asnquiz.ui.widgets.flow import flow_column, flow_row
from asnquiz.ui.widgets.frames import card, chip
from asnquiz.ui.widgets.law import verdict_chip
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.page import Page
from asnquiz.ui.widgets.side_by_side import SideBySide
from asnquiz.ui.widgets.spoken import Spoken
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.see_memory import RuleMemory
from asnquiz.usecases.take_quiz import ReviewPlan

_SIDE_BY_SIDE = 640
_CURVE = (260, 72)
# Below these estimates a rule is said to fade, and to need refreshing.
_FADING, _FAINT = RETENTION, 0.7
_OUTCOME = {AGAIN: "belum tepat", HARD: "benar, dijawab ragu"}


class MemoryPage(Page):
    """Every rule in repetition, what is due first coming first."""

    renews = True
    topic = "Latihan ulang"

    def __init__(
        self, theme: Theme, memories: Sequence[RuleMemory], pack: Pack, go: Callable[[Destination], None]
    ) -> None:
        super().__init__(theme, "Ingatan per ketentuan", Section.HOME)
        self._go = go
        self._pack = pack
        self.way_back("Kembali ke Beranda", lambda: go(Section.HOME))
        self.title("Ingatan per ketentuan")
        intro = (
            "Ketentuan yang pernah Anda jawab keliru atau ragu, beserta perkiraan seberapa kuat Anda masih "
            "mengingatnya. Setiap ketentuan ditanyakan lagi saat perkiraannya turun ke "
            f"{_percent(RETENTION)}. Pada gambar, garis titik-titik menandai batas itu, dan garis kecil di bawah "
            "menandai hari ini."
        )
        self.column.addWidget(text(theme, intro, tone="ink-2"))
        due = [one for one in memories if one.is_due]
        later = [one for one in memories if not one.is_due]
        if due:
            begin = button(theme, "Mulai latihan ulang", self._begin, role="primary", icon="rotate-ccw")
            self.column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        if not memories:
            words = "Jawab satu latihan. Ketentuan yang Anda jawab keliru atau ragu akan tampil di sini."
            title = "Belum ada ketentuan yang diulang"
            self.column.addWidget(empty_card(theme, title, words, "Pilih kuis", lambda: go(Section.QUIZ)))
        for words, group in (("Perlu diulang sekarang", due), ("Diulang nanti", later)):
            if group:
                self.column.addWidget(heading(theme, f"{words}: {len(group)} ketentuan"))
                for one in group:
                    self.column.addWidget(self._rule(one))
        self.stamp(law_stamp(pack.law_as_of))

    def _begin(self) -> None:
        self._go(BeginQuiz(ReviewPlan()))

    def _rule(self, memory: RuleMemory) -> QFrame:
        theme = self.theme
        frame, column = card()
        split = SideBySide(theme, at_least=_SIDE_BY_SIDE, spacing=20)
        words, left = flow_column(8)
        left.addWidget(heading(theme, memory.rule.act, Size.BODY, level=3))
        due = [chip(theme, "Perlu diulang", "conditional", "clock")] if memory.is_due else []
        left.addWidget(flow_row(verdict_chip(theme, memory.rule.verdict), *due))
        add_badge(theme, left, self._pack, memory.rule.id)
        answered = memory.last.at.local
        outcome = _OUTCOME.get(memory.last.rating, "benar")
        facts = f"Terakhir dijawab {date_words(answered)}: {outcome}. {_repeated(memory.repeated)}"
        left.addWidget(text(theme, facts, size=Size.CAPTION, tone="ink-2"))
        left.addStretch(1)
        split.add(words, 1)
        split.add(self._estimate(memory))
        column.addWidget(split)
        return frame

    def _estimate(self, memory: RuleMemory) -> QWidget:
        theme = self.theme
        host, column = flow_column(4)
        words = _estimate_words(memory.estimate)
        column.addWidget(text(theme, words, weight=QFont.Weight.DemiBold))
        column.addWidget(_Curve(theme, memory, words))
        since = "Jadwal ulang sejak" if memory.is_due else "Jadwal ulang"
        column.addWidget(text(theme, f"{since} {date_words(memory.due)}", size=Size.CAPTION, tone="ink-2"))
        return host


class _Curve(QWidget):
    spoken = Spoken.PICTURE

    def __init__(self, theme: Theme, memory: RuleMemory, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._curve = memory.curve
        self.setFixedSize(theme.px(_CURVE[0]), theme.px(_CURVE[1]))
        answers = len(memory.curve.stretches)
        self.setAccessibleName(
            f"Perkiraan ingatan dari waktu ke waktu. Dijawab {answers} kali. {words}. "
            f"Turun ke {_percent(RETENTION)} sekitar {date_words(memory.due)}."
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        curve, palette = self._curve, self._theme.palette
        paint_memory(painter, QRectF(self.rect()), curve.stretches, curve.today, RETENTION, palette)
        painter.end()


def _percent(share: float) -> str:
    return f"{int(share * 100)} %"


def _repeated(times: int) -> str:
    return f"Sudah diulang {times} kali." if times else "Belum pernah diulang."


def _estimate_words(estimate: float | None) -> str:
    if estimate is None:
        return "Baru dijawab hari ini"
    strength = "masih kuat" if estimate >= _FADING else "mulai pudar" if estimate >= _FAINT else "perlu disegarkan"
    return f"Ingatan {_percent(estimate)}, {strength}"
