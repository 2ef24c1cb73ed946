"""Whether everyday questions find their rules, and how long one takes among 2,000 rules, against reading all of them.

The questions of held_out.csv were kept aside while the search was tuned: their misses are named only when asked for.
"""

import csv
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median, quantiles

from asnquiz.content.checker import open_pack
from asnquiz.domain.pack import Pack, Rule
from asnquiz.domain.search_index import SearchIndex, build_index
from asnquiz.domain.stems import stem, words
from asnquiz.programs.paths import PACK, content_folder
from asnquiz.usecases.look_up import look_up
from benchmarks.report import Report, milliseconds

QUESTIONS = Path(__file__).parent / "search_questions"
GOALS = {"tuning_found_percent": 95.0, "held_out_found_percent": 95.0, "nothing_answered": 0.0, "query_p95_ms": 30.0}
RULES = 2_000
FIRST = 3
_P95 = -1  # the last of the 19 cuts of 20


def measure(_program: Path, runs: int) -> Report:
    """Every question once on the pack that ships; and `runs` times on the large one, each beside its floor."""
    pack = open_pack(content_folder() / PACK).pack
    assert pack is not None
    index = build_index(pack)
    tuning, held_out, nothing = (read_questions(f"{name}.csv") for name in ("tuning", "held_out", "nothing"))
    missed_in_tuning, missed_held_out = (misses(asked, pack, index) for asked in (tuning, held_out))
    answered = misses(nothing, pack, index)
    large = _large(pack)
    large_index = build_index(large)
    asked = [question for question, _ in (*tuning, *held_out, *nothing)]
    first = milliseconds(lambda: look_up("dukunagn", large, large_index))  # makes ready what finds slips of the hand
    passes = [[_once(question, large, large_index) for question in asked] for _ in range(runs)]
    return Report(
        "search",
        figures={
            "tuning_found_percent": [_percent(tuning, missed_in_tuning)],
            "held_out_found_percent": [_percent(held_out, missed_held_out)],
            "nothing_questions": [len(nothing)],
            "nothing_answered": [len(answered)],
            "rules": [len(large.rules)],
            "first_query_ms": [first],
            "floor_ms": [median(floor for floor, _ in one) for one in passes],
            "query_p50_ms": [median(time for _, time in one) for one in passes],
            "query_p95_ms": [quantiles([time for _, time in one], n=20)[_P95] for one in passes],
        },
        ratios={"query": [median(time / floor for floor, time in one) for one in passes]},
        goals=GOALS,
        notes=(*(f"missed: {line}" for line in missed_in_tuning), *(f"answered: {line}" for line in answered)),
        kept_aside=tuple(f"missed, held out: {line}" for line in missed_held_out),
    )


def read_questions(file: str) -> list[tuple[str, frozenset[str]]]:
    """Each question of a file, and the ids of the rules that answer it; none where nothing does."""
    with (QUESTIONS / file).open(encoding="utf-8", newline="") as rows:
        return [(row["question"], frozenset((row.get("rules") or "").split())) for row in csv.DictReader(rows)]


def misses(asked: Sequence[tuple[str, frozenset[str]]], pack: Pack, index: SearchIndex) -> list[str]:
    """A line for each question without a right rule among the first three, or that should have found none."""
    lines = []
    for question, right in asked:
        found = [hit.rule.id for hit in look_up(question, pack, index).hits[:FIRST]]
        if right.isdisjoint(found) if right else found:
            lines.append(f"{question} -> {' '.join(found) or '(nothing)'}")
    return lines


def _percent(asked: Sequence[object], missed: Sequence[object]) -> float:
    return 100 * (1 - len(missed) / len(asked))


def _large(pack: Pack) -> Pack:
    """The pack with so many rules: each again and again, other words of the pack put for about half of its own."""
    random = Random(2_000)
    prose = " ".join(lesson.body for lesson in pack.lessons)
    others = sorted({word for word in words(prose) if word.isalpha()})
    copies = [
        rule if turn < len(pack.rules) else _varied(rule, turn, others, random)
        for turn, rule in enumerate(islice(cycle(pack.rules), RULES))
    ]
    return replace(pack, rules=tuple(copies))


def _varied(rule: Rule, turn: int, others: Sequence[str], random: Random) -> Rule:
    def other(text: str) -> str:
        return " ".join(word if random.random() < 0.5 else random.choice(others) for word in text.split())

    return replace(
        rule,
        id=f"{rule.id}-{turn}",
        act=other(rule.act),
        reason=other(rule.reason),
        instead=other(rule.instead),
        words=tuple(other(word) for word in rule.words),
    )


def _once(question: str, pack: Pack, index: SearchIndex) -> tuple[float, float]:
    """Floor and time of one question: looking for its words in the text of every rule, and the search itself."""
    asked = words(question)
    texts = [" ".join((rule.act, rule.reason, rule.instead, *rule.words)) for rule in pack.rules]
    floor = milliseconds(lambda: [sum(word in text for word in asked) for text in texts])
    stem.cache_clear()  # nobody asks the same twice
    return floor, milliseconds(lambda: look_up(question, pack, index))
