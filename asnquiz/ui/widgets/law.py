"""What a screen says of the law: the chip of a verdict, notes of what is cited, and the card of an instrument."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from asnquiz.domain.pack import Article, Citation, Confidence, Law, LawStatus, Pack, Rule, Verdict
from asnquiz.domain.wording import (
    CONFIDENCE,
    LAW_KIND,
    LAW_STATUS,
    VERDICT,
    cited_laws,
    date_words,
    law_name,
    law_stamp,
)
from asnquiz.painting.tokens import Size
from asnquiz.painting.verdicts import VERDICT_ICON, VERDICT_TONE
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.buttons import button
from asnquiz.ui.widgets.flow import flow_row
from asnquiz.ui.widgets.frames import card, chip, line
from asnquiz.ui.widgets.local import add_badge
from asnquiz.ui.widgets.panel import Panel
from asnquiz.ui.widgets.texts import heading, text
from asnquiz.ui.widgets.wide_button import WideButton

_STATUS_TONE = {
    LawStatus.BERLAKU: "allowed",
    LawStatus.DIUBAH: "allowed",
    LawStatus.DIBATASI: "conditional",
    LawStatus.DIRUJUK: "conditional",
    LawStatus.DICABUT: "forbidden",
    LawStatus.HISTORIS: "ink-2",
}
_TONE_ICON = {"allowed": "check", "conditional": "triangle-alert", "forbidden": "x", "ink-2": "clock"}

_BAR = 3
_LEFT = 14
_INSET = 4
_ARROW = 18
_WRAP = Qt.TextFlag.TextWordWrap


def verdict_chip(theme: Theme, verdict: Verdict) -> QWidget:
    """Check, cross, triangle or scales, and the word."""
    return chip(theme, VERDICT[verdict], VERDICT_TONE[verdict], VERDICT_ICON[verdict])


def rule_cautions(theme: Theme, rule: Rule) -> list[QWidget]:
    """What a verdict alone does not say: its condition, the safe attitude, and that it is not verified."""
    found: list[QWidget] = []
    if rule.condition:
        found.append(text(theme, f"Syarat: {rule.condition}", size=Size.CAPTION, tone="ink-2"))
    if rule.safe:
        found.append(text(theme, f"Sikap aman: {rule.safe}", size=Size.CAPTION, tone="ink-2"))
    if not rule.scorable and not rule.safe:
        found.append(text(theme, "Belum diverifikasi", size=Size.CAPTION, tone="conditional"))
    return found


def status_chip(theme: Theme, status: LawStatus) -> QWidget:
    """Whether an instrument binds today, with an icon and in words."""
    words = LAW_STATUS[status]
    tone = _STATUS_TONE[status]
    return chip(theme, words[0].upper() + words[1:], tone, _TONE_ICON[tone])


def law_notes(theme: Theme, citations: Iterable[Citation], pack: Pack, about: str = "") -> list[QWidget]:
    """One note for each instrument cited, which opens the instrument's card over the page it stands on.

    `about` tells a screen reader what the note belongs to, where a page has several that cite the same.
    """
    notes: list[QWidget] = []
    for cited in cited_laws(citations, pack):
        if cited.law is None:
            notes.append(_plain_note(theme, cited.title, cited.detail))
        else:
            notes.append(LawNote(theme, cited.title, cited.detail, cited.law, cited.refs, pack, about))
    return notes


def _plain_note(theme: Theme, title: str, detail: str) -> QFrame:
    frame, column = card(kind="note", padding=2, spacing=2)
    column.setContentsMargins(14, 2, 0, 2)
    column.addWidget(text(theme, title, weight=QFont.Weight.DemiBold))
    column.addWidget(text(theme, detail, size=Size.CAPTION, tone="ink-2"))
    return frame


class LawNote(WideButton):
    """An instrument in two lines with a rule at the left; pressing it opens the instrument's card.

    The card is of the same pack as the page, which for an attempt is the one it was frozen with.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        detail: str,
        law: Law,
        refs: Sequence[str],
        pack: Pack,
        about: str = "",
    ) -> None:
        super().__init__(theme)
        self.words = f"{title} {detail}"
        self._lines = (title, detail)
        self._measured: dict[int, tuple[QRect, QRect]] = {}
        self._fonts = (theme.font(Size.BODY, QFont.Weight.DemiBold), theme.font(Size.CAPTION))
        # As with the other buttons of a page: a click leaves the focus where it was.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{title}. {detail}" + (f", tentang: {about}" if about else ""))
        self.setAccessibleDescription("Buka kartu peraturan")
        self.setToolTip("Buka kartu peraturan")
        self.clicked.connect(lambda: show_law(self, theme, law, refs, pack))

    def _rects(self, width: int) -> tuple[QRect, QRect]:
        """Where the two lines stand; layouts ask again and again for the same few widths."""
        if width not in self._measured:
            self._measured[width] = self._measure(width)
        return self._measured[width]

    def _measure(self, width: int) -> tuple[QRect, QRect]:
        px = self._theme.px
        room = max(60, width - _LEFT - px(_ARROW) - 2 * _INSET)
        top = px(_INSET)
        rects = []
        for words, font in zip(self._lines, self._fonts, strict=True):
            height = QFontMetrics(font).boundingRect(0, 0, room, 10_000, _WRAP, words).height()
            rects.append(QRect(_LEFT, top, room, height))
            top += height + 2
        return rects[0], rects[1]

    def content_height(self, width: int) -> int:
        return self._rects(width)[1].bottom() + 1 + self._theme.px(_INSET)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        palette, px = self._theme.palette, self._theme.px
        painter = self.ground()
        painter.fillRect(0, 0, _BAR, self.height(), QColor(palette.teal))
        side = px(_ARROW)
        arrow = QRectF(self.width() - side - _INSET, (self.height() - side) / 2, side, side)
        self._theme.icons.paint(painter, "chevron-right", palette.teal, arrow)
        rects = self._rects(self.width())
        for rect, words, font, ink in zip(rects, self._lines, self._fonts, (palette.ink, palette.ink_2), strict=True):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(rect, _WRAP, words)
        painter.end()


def show_law(place: QWidget, theme: Theme, law: Law, refs: Sequence[str], pack: Pack) -> None:
    """Opens an instrument's card over the window that `place` is in; the articles at `refs` come first."""
    LawCard(theme, place.window(), law, refs, pack).open()


class LawCard(Panel):
    """An instrument: what it is, whether it binds, the articles used of it, and the rules that stand on it."""

    def __init__(self, theme: Theme, window: QWidget, law: Law, refs: Sequence[str], pack: Pack) -> None:
        super().__init__(theme, window)
        self._pack = pack
        self._show(law, refs, None)

    def _show(self, law: Law, refs: Sequence[str], back: Callable[[], None] | None) -> None:
        theme = self.theme
        self.title(law_name(law))
        if law_name(law) != law.number:
            self.column.addWidget(text(theme, law.number, tone="ink-2"))
        self.column.addWidget(text(theme, law.title, weight=QFont.Weight.DemiBold))
        kind = LAW_KIND[law.kind]
        when = f"{kind} · {date_words(law.date)}" if law.date else f"{kind} · tanggal tidak dicantumkan"
        self.column.addWidget(text(theme, when, size=Size.CAPTION, tone="ink-2"))
        self.column.addWidget(status_chip(theme, law.status))
        if law.note:
            self.column.addWidget(text(theme, law.note))
        successor = self._pack.law_by_id.get(law.replaced_by or "")
        if successor is not None:
            self._link(f"Diganti oleh {law_name(successor)}", lambda: self._show_next(successor, law, refs, back))
        if back is not None:
            self._link("Kembali ke kartu sebelumnya", back, icon="arrow-left")
        cited = [article for article in law.articles if article.ref in refs]
        others = [article for article in law.articles if article.ref not in refs]
        self._articles("Yang dirujuk di sini", cited)
        self._articles("Pasal lain yang dipakai" if cited else "Pasal yang dipakai", others)
        self._rules(law, self._pack.rules_citing(law.id))
        self.column.addStretch(1)
        self.column.addWidget(text(theme, law_stamp(self._pack.law_as_of), size=Size.CAPTION, tone="ink-3"))

    def _show_next(self, successor: Law, law: Law, refs: Sequence[str], back: Callable[[], None] | None) -> None:
        self._show(successor, (), lambda: self._show(law, refs, back))

    def _link(self, words: str, on_click: Callable[[], None], icon: str | None = None) -> None:
        made = button(self.theme, words, on_click, icon=icon)
        made.setAutoDefault(True)  # Enter presses it
        self.column.addWidget(flow_row(made))

    def _articles(self, title: str, articles: Sequence[Article]) -> None:
        if not articles:
            return
        self.column.addWidget(heading(self.theme, title, level=3))
        frame, column = card(spacing=6)
        for place, article in enumerate(articles):
            if place:
                column.addWidget(line())
            column.addWidget(text(self.theme, article.ref, weight=QFont.Weight.DemiBold))
            column.addWidget(text(self.theme, article.text))
            tone = "conditional" if article.confidence is Confidence.C else "ink-3"
            words = CONFIDENCE[article.confidence].capitalize()
            column.addWidget(text(self.theme, words, size=Size.CAPTION, tone=tone))
        self.column.addWidget(frame)

    def _rules(self, law: Law, rules: Sequence[Rule]) -> None:
        if not rules:
            return
        self.column.addWidget(heading(self.theme, f"Ketentuan yang berdasar padanya: {len(rules)}", level=3))
        frame, column = card(spacing=6)
        for place, rule in enumerate(rules):
            if place:
                column.addWidget(line())
            column.addWidget(text(self.theme, rule.act))
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(verdict_chip(self.theme, rule.verdict))
            refs = "; ".join(citation.ref or "" for citation in rule.citations if citation.law == law.id)
            row.addWidget(text(self.theme, refs, size=Size.CAPTION, tone="ink-2"), 1)
            column.addLayout(row)
            add_badge(self.theme, column, self._pack, rule.id)
        self.column.addWidget(frame)
