"""Asking in everyday words what one may do: the rules that answer it, or none. Nothing asked is kept anywhere."""

from dataclasses import dataclass
from itertools import chain

from asnquiz.domain import stems
from asnquiz.domain.pack import Pack, Phase, Rule, Subject
from asnquiz.domain.search_index import SearchIndex, scores

# Less than this covered is no answer.
_THRESHOLD = 0.4
_AT_MOST = 10
# Rules whose scores differ by less are equally good, unless the person's job decides.
_NEAR = 0.05

_PEMILU_WORDS = """
caleg nyaleg pileg legislatif pilpres capres cawapres nyapres presiden wapres dpr dprd dpd pemilu senator
"""
_PILKADA_WORDS = "pilkada pilbup pilgub pilwalkot pilwako cabup cagub cawalkot cawabup cawagub"
_PEMILU, _PILKADA = frozenset(_PEMILU_WORDS.split()), frozenset(_PILKADA_WORDS.split())


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
    """Finds the rules for an act in everyday words.

    Only rules of `phase` and rules that bind `subject` are kept, where given; `job` prefers, among rules that fit
    equally well, those that the lessons and items of that job use.
    """
    of_job = _rules_of(job, pack)
    hits = [
        Hit(rule, score)
        for id_, score in scores(index, stems.stems(words)).items()
        if score >= _THRESHOLD
        and (rule := pack.rule_by_id.get(id_)) is not None
        and (phase is None or phase in rule.phases)
        and (subject is None or subject in rule.subjects)
    ]
    hits.sort(key=lambda hit: (-hit.score - _NEAR * (hit.rule.id in of_job), hit.rule.id))
    return Lookup(tuple(hits[:_AT_MOST]), _asks_of_pemilu(words))


def _rules_of(job: str | None, pack: Pack) -> frozenset[str]:
    lessons = (lesson.rules for lesson in pack.lessons if job in lesson.jobs)
    items = (item.rules for item in pack.items if job in item.jobs)
    return frozenset(chain.from_iterable(chain(lessons, items)))


def _asks_of_pemilu(text: str) -> bool:
    asked = set(stems.words(text))
    return bool(asked & _PEMILU) and not asked & _PILKADA
