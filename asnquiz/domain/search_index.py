"""The search index of a pack's rules: which words each rule is found by, and how well a question fits a rule.

A rule's score is the share of what is asked that it covers, each word weighing by how few rules hold it, as in the
inverse document frequency of K. Sparck Jones (1972); what the rule's own act says beyond the question counts a little.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import log, log2

from asnquiz.domain.everyday_words import (
    CASE_WORDS,
    ELECTION_WORDS,
    ELSEWHERE_WORDS,
    NEAR,
    SAME,
    STOP_WORDS,
    WEAK_WORDS,
    WHO_WORDS,
)
from asnquiz.domain.pack import Pack, Rule
from asnquiz.domain.root_words import ROOTS
from asnquiz.domain.stems import stem, words

# How strongly a rule is found by a word, in hundredths, by where the word stands.
_ACT, _WORD, _PHRASE, _CONDITION = 100, 90, 75, 30
_TELLING = _PHRASE
# A word that a rule says again and again is what it is about: so much for each doubling, and no more than that in all.
_AGAIN, _AT_MOST = 0.15, 130

_NEAR_SHARE = 0.5
_WEAK_SHARE = 0.4
_UNKNOWN_SHARE = 0.6
_ACT_SHARE = 0.5
# What a rule of a special case keeps of its score where the case is not asked for.
_UNASKED_CASE = 0.9

# How much of a question must be covered: less where it speaks of an election, in whatever words.
_COVERED = 0.78
_COVERED_IN_ELECTION = 0.28

# Shorter words, as typed, are too near to others for a slip of the hand to be told from another word.
_LONG_ENOUGH = 5


@dataclass(frozen=True)
class SearchIndex:
    """Plain data, as it stands in the compiled form.

    Attributes:
        acts: the stems of each rule's act, with a space between them.
        stems, postings: `postings[n]` belongs to `stems[n]`: a rule's place in `rules`, how strongly, the next place.
        words: every word of the rules as written, for which a question's words may be misspelt.
    """

    rules: tuple[str, ...]
    acts: tuple[str, ...]
    stems: tuple[str, ...]
    postings: tuple[tuple[int, ...], ...]
    words: tuple[str, ...]

    @cached_property
    def holding(self) -> Mapping[str, Mapping[int, int]]:
        """For each stem the rules that hold it, by place, and how strongly."""
        return {
            stem: dict(zip(posting[::2], posting[1::2], strict=True))
            for stem, posting in zip(self.stems, self.postings, strict=True)
        }

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How much each stem tells: the logarithm of how few rules it tells of."""
        return {
            stem: log(1 + len(self.rules) / max(1, sum(strength >= _TELLING for strength in held.values())))
            for stem, held in self.holding.items()
        }

    @property
    def highest_rarity(self) -> float:
        return log(1 + len(self.rules))

    @cached_property
    def told_by_act(self) -> tuple[Mapping[str, float], ...]:
        """For each rule the stems of its act, and how large a share of the act each tells."""
        shares = []
        for act in self.acts:
            told = {stem: self.rarity[stem] for stem in act.split()}
            shares.append({stem: rarity / sum(told.values()) for stem, rarity in told.items()})
        return tuple(shares)

    @cached_property
    def _shortened(self) -> Mapping[str, tuple[str, ...]]:
        """For each word of the rules with any one letter left out, and whole, the words it may come from."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            for short in _shorter(word):
                found[short].append(word)
        return {short: tuple(of) for short, of in found.items()}

    def meant(self, word: str) -> str:
        """The word of the rules that a misspelt word is one slip away from; the word itself where there is none."""
        near = {known for short in _shorter(word) for known in self._shortened.get(short, ())}
        close = [known for known in near if known[0] == word[0] and _one_slip(word, known)]
        return min(close, key=lambda known: (known[-1] != word[-1], known), default=word)


def build_index(pack: Pack) -> SearchIndex:
    """The index of a pack's rules."""
    held: dict[str, dict[int, int]] = defaultdict(dict)
    written: set[str] = set()
    for place, rule in enumerate(pack.rules):
        said: dict[str, list[int]] = defaultdict(list)
        for text, strength in _texts(rule):
            for found in set(concepts(text)):
                said[found].append(strength)
            if strength >= _TELLING:
                written |= {word for word in words(text) if len(word) >= _LONG_ENOUGH - 1 and word.isalpha()}
        for found, strengths in said.items():
            held[found][place] = min(_AT_MOST, round(max(strengths) * (1 + _AGAIN * log2(len(strengths)))))
    found_by = sorted(held)
    return SearchIndex(
        rules=tuple(rule.id for rule in pack.rules),
        acts=tuple(" ".join(sorted(set(concepts(rule.act)))) for rule in pack.rules),
        stems=tuple(found_by),
        postings=tuple(tuple(part for pair in held[found].items() for part in pair) for found in found_by),
        words=tuple(sorted(written)),
    )


def _texts(rule: Rule) -> Iterator[tuple[str, int]]:
    yield rule.act, _ACT
    for word in rule.words:
        yield word, _WORD if len(concepts(word)) == 1 else _PHRASE
    yield rule.condition or "", _CONDITION


def concepts(text: str) -> tuple[str, ...]:
    """The stems of a text without words that tell nothing; one stem stands for all phrases that mean the same."""
    return _concepts(words(text))


def scores(index: SearchIndex, question: str) -> dict[str, float]:
    """For each rule that covers enough of a question, how well it fits; empty where none does, and for no words."""
    asked = sorted(set(_concepts(tuple(_as_meant(words(question), index)))))
    election = any(found in _election() for found in asked)
    if not election and (_elsewhere() & set(asked) or set(asked) <= _weak() | WHO_WORDS):
        return {}
    unknown = index.highest_rarity * (_UNKNOWN_SHARE if election else 1)
    weights = {found: _weight(found, index, unknown) for found in asked}
    whole = sum(weights.values())
    covered: dict[int, float] = defaultdict(float)
    fitting: dict[int, float] = defaultdict(float)
    for found, weight in weights.items():
        for place, strength in _strengths(found, index).items():
            covered[place] += weight * min(strength, _ACT) / _ACT / whole
            fitting[place] += weight * strength / _ACT / whole
    enough = _COVERED_IN_ELECTION if election else _COVERED
    said = {near: share for found in asked for near, share in _alike(found)}
    return {
        index.rules[place]: fitting[place] * (1 + _ACT_SHARE * _told(act, said)) * _aimed(act, said)
        for place, share in covered.items()
        if share >= enough
        for act in (index.told_by_act[place],)
    }


def _told(act: Mapping[str, float], said: Mapping[str, float]) -> float:
    """How much of an act a question says, from 0 to 1."""
    return sum(share * said.get(found, 0) for found, share in act.items())


def _aimed(act: Mapping[str, float], said: Mapping[str, float]) -> float:
    """Less than 1 for a rule of a special case that a question does not name: the general rule comes before it."""
    return _UNASKED_CASE if any(found in act and found not in said for found in _cases()) else 1


def _alike(found: str) -> Iterator[tuple[str, float]]:
    """A stem and what is near it, with how much of it each says; what is said itself comes last, and so counts."""
    for near in _near().get(found, ()):
        yield near, _NEAR_SHARE
    yield found, 1


def _weight(found: str, index: SearchIndex, unknown: float) -> float:
    known = [index.rarity[one] for one in (found, *_near().get(found, ())) if one in index.rarity]
    weak = found in _weak() or not (known or found.isalpha())
    return (known[0] if known else unknown) * (_WEAK_SHARE if weak else 1)


def _strengths(found: str, index: SearchIndex) -> Mapping[int, float]:
    """How strongly each rule is found by a stem or by what is near it."""
    strengths: dict[int, float] = dict(index.holding.get(found, {}))
    for near in _near().get(found, ()):
        for place, strength in index.holding.get(near, {}).items():
            strengths[place] = max(strengths.get(place, 0), _NEAR_SHARE * strength)
    return strengths


def _as_meant(typed: Iterable[str], index: SearchIndex) -> Iterator[str]:
    for word in typed:
        yield word if len(word) < _LONG_ENOUGH or _known(word, index) else index.meant(word)


def _known(word: str, index: SearchIndex) -> bool:
    root = stem(word)
    return word in STOP_WORDS or root in ROOTS or root in index.holding or root in _everyday()


def _shorter(word: str) -> tuple[str, ...]:
    return (word, *(word[:at] + word[at + 1 :] for at in range(len(word))))


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two neighbours changed places."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    at = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), -1)
    if at < 0:
        return True
    swapped = typed[at : at + 2] == meant[at : at + 2][::-1] and typed[at + 2 :] == meant[at + 2 :]
    return swapped or typed[at + (len(typed) >= len(meant)) :] == meant[at + (len(meant) >= len(typed)) :]


def _concepts(normal: tuple[str, ...]) -> tuple[str, ...]:
    roots = tuple(map(stem, normal))
    merged: list[str] = []
    at = 0
    while at < len(roots):
        alike = (*_same().get(normal[at].removesuffix("nya"), ()), *_same().get(roots[at], ()))
        phrase, put = next(
            (same for same in alike if len(same[0]) == 1 or roots[at : at + len(same[0])] == same[0]),
            (roots[at : at + 1], () if normal[at] in STOP_WORDS else roots[at : at + 1]),
        )
        merged += put
        at += len(phrase)
    return tuple(merged)


@cache
def _same() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """By first stem the phrases, longest first, and the stems put for them."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for phrase, word in SAME:
        said, put = (tuple(map(stem, words(part))) for part in (phrase, word))
        alone = words(phrase) if len(said) == 1 else said  # a form of a word may mean what other forms of it do not
        if said != put:
            table[alone[0]].append((said, put))
    return {first: tuple(sorted(of, key=lambda same: -len(same[0]))) for first, of in table.items()}


@cache
def _near() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = defaultdict(list)
    for word, near in NEAR:
        for found in concepts(word):
            table[found] += [other for other in concepts(near) if other != found]
    return {found: tuple(dict.fromkeys(near)) for found, near in table.items()}


@cache
def _everyday() -> frozenset[str]:
    """The stems of the tables, which are no slips of the hand even where no rule holds them."""
    said = (root for of in _same().values() for phrase, _ in of for root in phrase)
    return frozenset(said) | _near().keys() | _weak() | _elsewhere()


@cache
def _weak() -> frozenset[str]:
    return frozenset(stem(word) for word in WEAK_WORDS)


@cache
def _cases() -> frozenset[str]:
    return frozenset(found for word in CASE_WORDS for found in concepts(word))


@cache
def _election() -> frozenset[str]:
    return frozenset(found for word in ELECTION_WORDS for found in concepts(word))


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(found for word in ELSEWHERE_WORDS for found in concepts(word))
