"""Asking in everyday words what one may do: the rules that answer it, or none. Nothing asked is kept anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from asnquiz.domain.pack import Pack, Phase, Rule, Subject
from asnquiz.domain.search_index import SearchIndex, concepts, scores
from asnquiz.domain.stems import words as words_of

_AT_MOST = 10
# Rules that fit so much worse than the best are none of the answer.
_WORTH_SHOWING = 0.6
# Rules whose scores differ by less are equally good, unless the person's job decides.
_NEAR = 0.05

# How much better a rule of the phase that a question names fits than its like of another phase.
_OF_PHASE = 1.4
_BEFORE_WORDS = """
bakal calon, belum ditetapkan, sebelum ditetapkan, belum penetapan, sebelum penetapan, menjelang penetapan, belum resmi,
jelang penetapan, belum jadi calon
"""
_DURING_WORDS = """
calon resmi, resmi jadi calon, resmi calon, paslon resmi, sudah ditetapkan, telah ditetapkan, setelah ditetapkan,
sesudah ditetapkan, setelah penetapan, sesudah penetapan, masa kampanye, masa tenang, minggu tenang, hari tenang
"""

# What a general election is known by, and a regional one; DPD is also what parties call a branch.
_PEMILU_WORDS = "pemilu pileg pilpres caleg capres cawapres presiden wapres legislatif dpr dprd dpd senator"
_PILKADA_WORDS = """
pilkada, pilbup, pilgub, pilwalkot, cabup, cagub, cawalkot, calon bupati, calon gubernur, calon wali kota,
calon walikota
"""


@dataclass(frozen=True)
class Hit:
    """A rule that answers; `score` grows with how well, and only compares hits of one question."""

    rule: Rule
    score: float


@dataclass(frozen=True)
class Lookup:
    """The answer, the best first.

    Attributes:
        hits: empty where nothing fits.
        pemilu: whether the question is about a general election, for which the duty stands but the articles differ.
    """

    hits: tuple[Hit, ...]
    pemilu: bool


def look_up(
    words: str,
    pack: Pack,
    index: SearchIndex,
    *,
    phase: Phase | None = None,
    subject: Subject | None = None,
    job: str | None = None,
) -> Lookup:
    """Finds the rules for an act in everyday words, at most ten; what they do not cover well enough has no answer.

    Only rules of `phase` and rules that bind `subject` are kept, where given; `job` prefers, among rules that fit
    equally well, those that the lessons and items of that job use.
    """
    of_job = _rules_of(job, pack)
    asked_of = _phase_asked_of(words)
    hits = [
        Hit(rule, score * (_OF_PHASE if asked_of in rule.phases else 1))
        for id_, score in scores(index, words).items()
        if (rule := pack.rule_by_id.get(id_)) is not None
        and (phase is None or phase in rule.phases)
        and (subject is None or subject in rule.subjects)
    ]
    best = max((hit.score for hit in hits), default=0)
    shown = [hit for hit in hits if hit.score >= _WORTH_SHOWING * best]
    shown.sort(key=lambda hit: (-hit.score - _NEAR * (hit.rule.id in of_job), hit.rule.id))
    return Lookup(tuple(shown[:_AT_MOST]), _asks_of_pemilu(words))


def _rules_of(job: str | None, pack: Pack) -> frozenset[str]:
    lessons = (lesson.rules for lesson in pack.lessons if job in lesson.jobs)
    items = (item.rules for item in pack.items if job in item.jobs)
    return frozenset(chain.from_iterable(chain(lessons, items)))


def _phase_asked_of(question: str) -> Phase | None:
    asked = f" {' '.join(concepts(question))} "
    return next((phase for phase, phrases in _phases().items() if any(f" {said} " in asked for said in phrases)), None)


@cache
def _phases() -> Mapping[Phase, tuple[str, ...]]:
    """By phase the concepts of what names it."""
    named = {Phase.BEFORE: _BEFORE_WORDS, Phase.DURING: _DURING_WORDS}
    return {phase: tuple(" ".join(concepts(said)) for said in text.split(",")) for phase, text in named.items()}


def _asks_of_pemilu(question: str) -> bool:
    asked = concepts(question)
    pemilu = {found for found in asked if found in _PEMILU_WORDS.split()} - ({"dpd"} if "partai" in asked else set())
    said = f" {' '.join(words_of(question))} "
    return bool(pemilu) and not any(f" {phrase.strip()} " in said for phrase in _PILKADA_WORDS.split(","))
