"""Lembar saku: what may and may not be done in one phase on one job, on one page."""

import re
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from asnquiz.documents.paper import Paper, Press, box
from asnquiz.documents.text import NOTE, QUIET, TITLE, Style, Words
from asnquiz.documents.verdicts import tone_of
from asnquiz.domain.calendar import stages_words
from asnquiz.domain.local_wording import marked_words
from asnquiz.domain.pack import LawKind, Pack, Phase, Rule, Verdict
from asnquiz.domain.wording import VERDICT, law_name, number_words, phase_words
from asnquiz.painting.tokens import LIGHT
from asnquiz.painting.verdicts import VERDICT_ICON
from asnquiz.usecases.choose_acts import acts_of

# As large as lets everything stand on the page; never smaller than the last.
_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0)
_GAP = 14.0
_BAND = 21.0
_BETWEEN = 5.0
_SMALLEST = 9.0
_LEADING = 1.25

# What is forbidden is most, and has two lanes of its own beside the one for what is allowed.
_ALLOWING = (Verdict.BOLEH, Verdict.BERSYARAT)
_SHOWN = (*_ALLOWING, Verdict.TIDAK)

# Held together, so that it never stands on a line of its own.
_AND_OTHERS = ",\N{NO-BREAK SPACE}dll."
_SHORT = (("Pasal ", "Ps. "), ("Lampiran ", "Lamp. "), (" ayat ", " ay. "), (" angka ", " ang. "))


def sheet_pdf(press: Press, phase: Phase, job: str) -> bytes:
    """The page; contested and unverified rules are left to the program, where there is room to explain them."""
    pack = press.pack
    paper = Paper(press, "Lembar saku", f"Boleh dan tidak boleh: {phase_words(phase)}, {pack.jobs[job]}")
    paper.put(Words(paper.device, "Boleh dan tidak boleh", TITLE, paper.width))
    paper.put(Words(paper.device, f"{phase_words(phase)} · {pack.jobs[job]}", QUIET, paper.width))
    paper.space(8)
    rules = acts_of(pack, phase, job)
    lanes = _fitting(paper, rules)
    lanes.paint_on(paper)
    if others := len(rules) - lanes.count:
        more = Words(paper.device, f"{number_words(others)} ketentuan lain ada di program.", NOTE, paper.width)
        paper.draw(lambda painter: more.paint(painter, paper.left, paper.bottom - more.height))
    return paper.finish()


class _Entry:
    """One act with its condition and the short form of what it stands on."""

    def __init__(self, paper: Paper, rule: Rule, size: float, width: float) -> None:
        self.verdict = rule.verdict
        small = Style(max(_SMALLEST, size - 1), colour=LIGHT.ink_2, leading=_LEADING)
        parts = [Words(paper.device, rule.act, Style(size, QFont.Weight.DemiBold, leading=_LEADING), width)]
        if rule.condition:
            parts.append(Words(paper.device, f"Syarat: {rule.condition}", Style(size, leading=_LEADING), width))
        pack = paper.press.pack
        below = (stages_words(rule, pack), short_basis(rule, pack), marked_words(pack, rule.id))
        parts += (Words(paper.device, words, small, width) for words in below if words)
        self._parts = parts
        self.height = sum(part.height for part in parts) + _BETWEEN

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for part in self._parts:
            part.paint(painter, x, y)
            y += part.height


class _Lanes:
    """Entries in three lanes, as long as they fit."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._lane = (paper.width - 2 * _GAP) / 3
        self._room = paper.room - NOTE.line - 4
        self._groups: dict[Verdict, list[_Entry]] = {verdict: [] for verdict in _SHOWN}

    @property
    def count(self) -> int:
        return sum(map(len, self._groups.values()))

    def take(self, rule: Rule, size: float) -> None:
        """Adds an act where there is room for it."""
        if rule.verdict not in _SHOWN or not rule.scorable:
            return
        group = self._groups[rule.verdict]
        group.append(_Entry(self._paper, rule, size, self._lane))
        if self._height > self._room:
            group.pop()

    @property
    def _height(self) -> float:
        left = sum(_BAND + 4 + _height_of(self._groups[verdict]) + 6 for verdict in _ALLOWING if self._groups[verdict])
        forbidden = self._groups[Verdict.TIDAK]
        middle = _split(forbidden)
        return max(left, _BAND + 4 + max(_height_of(forbidden[:middle]), _height_of(forbidden[middle:])))

    def paint_on(self, paper: Paper) -> None:
        """Draws the lanes with their bands."""
        top = paper.y
        y = top
        for verdict in _ALLOWING:
            if self._groups[verdict]:
                _band(paper, verdict, paper.left, y, self._lane)
                y = _column(paper, self._groups[verdict], paper.left, y + _BAND + 4) + 6
        forbidden = self._groups[Verdict.TIDAK]
        middle = _split(forbidden)
        second, third = (paper.left + place * (self._lane + _GAP) for place in (1, 2))
        if forbidden:
            _band(paper, Verdict.TIDAK, second, top, 2 * self._lane + _GAP)
        _column(paper, forbidden[:middle], second, top + _BAND + 4)
        _column(paper, forbidden[middle:], third, top + _BAND + 4)


def _fitting(paper: Paper, rules: Sequence[Rule]) -> _Lanes:
    wanted = sum(rule.scorable and rule.verdict in _SHOWN for rule in rules)
    for size in _SIZES:
        lanes = _Lanes(paper)
        for rule in rules:
            lanes.take(rule, size)
        if lanes.count == wanted:
            break
    return lanes


def _height_of(entries: Sequence[_Entry]) -> float:
    return sum(entry.height for entry in entries)


def _split(entries: Sequence[_Entry]) -> int:
    """Where two lanes of these entries are most alike in height, the first no shorter."""
    heights = [0.0, *accumulate(entry.height for entry in entries)]
    return min(range(len(heights)), key=lambda index: max(heights[index], heights[-1] - heights[index]))


def _column(paper: Paper, entries: Sequence[_Entry], x: float, y: float) -> float:
    for entry in entries:
        paper.draw(lambda painter, entry=entry, y=y: entry.paint(painter, x, y))  # type: ignore[misc]
        y += entry.height
    return y


def _band(paper: Paper, verdict: Verdict, x: float, y: float, width: float) -> None:
    tone = tone_of(verdict)
    words = Words(paper.device, VERDICT[verdict], Style(10.5, QFont.Weight.Bold, tone.ink), width - 34)

    def draw(painter: QPainter) -> None:
        box(painter, QRectF(x, y, width, _BAND), tone.ground, tone.ink, 5)
        paper.icons.paint(painter, VERDICT_ICON[verdict], tone.ink, QRectF(x + 8, y + 4, 13, 13))
        words.paint(painter, x + 27, y + (_BAND - words.height) / 2)

    paper.draw(draw)


def short_basis(rule: Rule, pack: Pack) -> str:
    """The law of a rule in few letters: its first provision, and whether there are others."""
    cited = [(citation.law, citation.ref or "") for citation in rule.citations if citation.law]
    if not cited:
        return "Tidak ditemukan larangan"
    law, ref = pack.law_by_id[cited[0][0]], cited[0][1]
    for long, short in _SHORT:
        ref = ref.replace(long, short)
    name = f"SKB {law.date.year}" if law.kind is LawKind.KEPUTUSAN_BERSAMA and law.date else law_name(law)
    name = re.sub(r" jo\. .* jo\. ", " jo. … jo. ", name)
    return f"{name}, {ref}{_AND_OTHERS if len(cited) > 1 else ''}"
