"""What changed between tes awal and tes akhir, in words and on a small chart, and how far it can be trusted."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from asnquiz.domain.attempt import Score
from asnquiz.domain.gain import Change
from asnquiz.domain.wording import GAIN_BAND, PHASE, date_words, score_words
from asnquiz.painting.charts import paint_change
from asnquiz.painting.tokens import Size
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.figures import Figure, figure_row
from asnquiz.ui.widgets.flow import Flow
from asnquiz.ui.widgets.frames import card, marked
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.usecases.compare_tests import TwoTests

_TRACK = 18
# By whether all was right before and after.
_OUTCOME = {
    (False, True): ("Belum tepat, lalu benar", "arrow-up", "allowed"),
    (True, True): ("Benar di kedua tes", "check", "allowed"),
    (False, False): ("Belum tepat di kedua tes", "x", "forbidden"),
    (True, False): ("Benar, lalu belum tepat", "arrow-down", "conditional"),
}


def comparison_card(theme: Theme, tests: TwoTests) -> tuple[QFrame, QVBoxLayout]:
    """The whole and each phase; more may be added under it."""
    frame, column = card(spacing=12)
    pretest, posttest = tests.pretest.attempt, tests.posttest.attempt
    overall = tests.comparison.overall
    column.addWidget(heading(theme, "Perubahan dari tes awal ke tes akhir"))
    dates = (
        f"Tes awal {date_words(pretest.started.local)} · tes akhir {date_words(posttest.started.local)}. "
        "Lingkaran kosong: tes awal; lingkaran penuh: tes akhir."
    )
    column.addWidget(text(theme, dates, size=Size.CAPTION, tone="ink-2"))
    column.addWidget(text(theme, change_words(overall), weight=QFont.Weight.DemiBold))
    values = f"{score_words(overall.before)} menjadi {score_words(overall.after)}"
    column.addWidget(figure_row(theme, "Nilai", values, _track(theme, overall)))
    for phase, change in tests.comparison.by_phase.items():
        column.addWidget(figure_row(theme, PHASE[phase], _counts(change), _track(theme, change)))
    column.addWidget(text(theme, caution_words(tests), size=Size.CAPTION, tone="ink-2"))
    return frame, column


def rules_card(theme: Theme, tests: TwoTests) -> QFrame:
    """Each rule that both tests asked about, by how it turned out in each."""
    frame, column = card(spacing=12)
    column.addWidget(heading(theme, "Per ketentuan"))
    changes = tests.comparison.by_rule
    words = (
        f"Kedua tes sama-sama menanyakan {len(changes)} ketentuan, dengan soal yang berbeda. Hanya ketentuan itu "
        "yang dapat dibandingkan, dan masing-masing biasanya dari satu jawaban saja."
        if changes
        else "Kedua tes tidak menanyakan ketentuan yang sama, sehingga tidak ada ketentuan yang dapat dibandingkan."
    )
    column.addWidget(text(theme, words, tone="ink-2"))
    acts = {rule: tests.posttest.pack.rule_by_id[rule].act for rule in changes}
    for outcome, (words, icon, tone) in _OUTCOME.items():
        found = [act for rule, act in acts.items() if _outcome(changes[rule]) == outcome]
        if found:
            column.addWidget(_group(theme, f"{words} ({len(found)})", icon, tone, found))
    return frame


def _group(theme: Theme, title: str, icon: str, tone: str, acts: list[str]) -> QWidget:
    host = Flow()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(4)
    column.addWidget(marked(theme, icon, tone, heading(theme, title, Size.BODY, level=3)))
    for act in acts:
        line = text(theme, act, tone="ink-2")
        line.setContentsMargins(theme.px(26), 0, 0, 0)
        column.addWidget(line)
    return host


def _outcome(change: Change) -> tuple[bool, bool]:
    return change.mastered, change.after.right == change.after.total


def change_words(change: Change) -> str:
    """What became of the whole, in a sentence."""
    normalised, before, after = change.normalised, change.before, change.after
    if change.mastered:
        later = "dan tetap tuntas pada tes akhir" if normalised is None else f"lalu menjadi {score_words(after)}"
        return f"Sudah tuntas pada tes awal, {later}."
    if normalised is None:
        return "Belum ada jawaban yang benar di kedua tes, sehingga perubahan belum dapat dihitung."
    if not normalised:
        return "Nilai Anda tetap sama."
    direction = "naik" if normalised > 0 else "turun"
    if not change.enough:
        return f"Nilai Anda {direction}, dari {_of(before)} menjadi {_of(after)}."
    share = abs(int(normalised * 100))  # towards zero, as scores are
    figure = "1" if share == 100 else f"0,{share:02d}"
    if normalised < 0:
        return f"Nilai Anda turun {share} % dari nilai tes awal (perubahan ternormalisasi −{figure})."
    named = f", tergolong {GAIN_BAND[change.band]}" if change.band else ""
    return (
        f"Nilai Anda naik: {share} % dari yang belum diraih pada tes awal kini diraih "
        f"(perubahan ternormalisasi {figure}{named})."
    )


def caution_words(tests: TwoTests) -> str:
    """Why small changes say little."""
    overall = tests.comparison.overall
    fewest = min(overall.before.total, overall.after.total)
    parts = [
        "Bacalah dengan hati-hati: jumlah soalnya kecil dan soal kedua tes berbeda, sehingga satu jawaban saja "
        f"mengubah nilai sekitar {score_words(Score(1, fewest))}."
    ]
    if not tests.same_content:
        parts.append("Paket soal diperbarui di antara kedua tes.")
    return " ".join(parts)


def _counts(change: Change) -> str:
    return f"{_of(change.before)} menjadi {_of(change.after)}"


def _of(score: Score) -> str:
    return f"{score.right} dari {score.total}"


def _track(theme: Theme, change: Change) -> Figure:
    before, after = (score.right / score.total for score in (change.before, change.after))

    def paint(painter: QPainter, target: QRectF) -> None:
        paint_change(painter, target, before, after, theme.palette)

    return Figure(theme, _TRACK, paint)
