"""Kartu jawaban: everything that is known of one act, on paper."""

from collections.abc import Iterable

from asnquiz.documents.column import beside, heading, noted
from asnquiz.documents.paper import Paper, Press
from asnquiz.documents.text import BODY, QUIET, STRONG, TITLE, Words
from asnquiz.documents.verdicts import Chip
from asnquiz.domain.calendar import stages_words
from asnquiz.domain.local_wording import marked_words
from asnquiz.domain.pack import Confidence, Rule
from asnquiz.domain.wording import SUBJECT, citations_words, phase_words

_STATUS = 110.0  # as wide as the names of employment statuses are

_CONFIDENCE = {
    Confidence.A: "Bunyi pasal yang menjadi dasarnya sudah dibaca.",
    Confidence.B: "Pasal yang menjadi dasarnya dibaca dari ringkasan.",
    Confidence.C: "Belum diverifikasi; tidak dipakai untuk menentukan nilai.",
}


def rule_pdf(press: Press, rule_id: str) -> bytes:
    """The card of one rule of the pack. Raises KeyError for a rule that the pack does not have."""
    rule = press.pack.rule_by_id[rule_id]
    paper = Paper(press, "Kartu jawaban", rule.act)
    paper.flow(Words(paper.device, rule.act, TITLE, paper.width))
    paper.space(8)
    paper.put(Chip(paper, rule.verdict, 11))
    paper.space(8)
    if marked := marked_words(press.pack, rule.id):
        paper.flow(Words(paper.device, marked, STRONG, paper.width))
    phases = "; ".join(phase_words(phase) for phase in rule.phases)
    paper.flow(Words(paper.device, f"Fase: {phases}", QUIET, paper.width))
    if stages := stages_words(rule, press.pack):
        paper.flow(Words(paper.device, stages, QUIET, paper.width))
    _part(paper, "Syarat", [rule.condition] if rule.condition else ())
    _part(paper, "Alasan", [rule.reason])
    _part(paper, "Sebaiknya", [rule.instead])
    if rule.positions:
        heading(paper, "Pendapat yang berbeda")
    for position in rule.positions:
        noted(paper, f"{position.who} · {position.when}", position.says)
    _part(paper, "Sikap aman", [rule.safe] if rule.safe else ())
    _law(paper, rule)
    _sanctions(paper, rule)
    _part(paper, f"Keyakinan isi: {rule.confidence.value}", [_CONFIDENCE[rule.confidence]])
    return paper.finish()


def _part(paper: Paper, title: str, texts: Iterable[str]) -> None:
    for words in texts:
        heading(paper, title)
        paper.flow(Words(paper.device, words, BODY, paper.width))


def _law(paper: Paper, rule: Rule) -> None:
    heading(paper, "Dasar hukum")
    for title, detail in citations_words(rule.citations, paper.press.pack):
        noted(paper, title, detail)


def _sanctions(paper: Paper, rule: Rule) -> None:
    if not rule.sanction:
        return
    heading(paper, "Akibat menurut status kepegawaian")
    for subject, words in rule.sanction.items():
        status = SUBJECT[subject][0].upper() + SUBJECT[subject][1:]
        beside(
            paper,
            Words(paper.device, status, STRONG, _STATUS - 8),
            Words(paper.device, words, BODY, paper.width - _STATUS),
            _STATUS,
        )
        paper.space(3)
