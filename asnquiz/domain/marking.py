"""Marking answers anew from what was answered: by the content they were given on, or by another version of it.

A choice is what was answered to one revision of a question. Positions point into that revision as it is written, so by
another version a choice is marked only where the same options can be found there, by their texts.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from asnquiz.domain.answering import Answer, is_right, is_valid, right_answer
from asnquiz.domain.attempt import PackRef
from asnquiz.domain.pack import Item, ItemType, Pack, Verdict


class Mark(Enum):
    """`dropped`: the question is not scored any more, so that it counts neither as right nor as asked."""

    RIGHT = "right"
    WRONG = "wrong"
    DROPPED = "dropped"


class Choice(NamedTuple):
    """An answer to one revision of a question; `answer` is a JSON array as in asnquiz.domain.answering."""

    item: str
    revision: int
    answer: str


class Change(Enum):
    """Why another version of the content marks a question otherwise, or why it cannot.

    `law`: the rules that the question rests on, or the law they stand on, have changed. `key`: another answer is right
    although no rule has. `dropped`: it is not scored any more. `content`: it asks something else now, so its answers
    keep the marks they have. `unknown`: neither version tells what was asked.
    """

    LAW = "law"
    KEY = "key"
    DROPPED = "dropped"
    CONTENT = "content"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class KnownPack:
    """A version of the content by its identity."""

    ref: PackRef
    pack: Pack


class Marking:
    """Marks by every version of the content that is known, the first one that has a revision telling what it was.

    Attributes:
        known: those versions.
        in_force: the one of them that marks everything, if any.
    """

    def __init__(self, packs: Sequence[KnownPack], in_force: str | None = None) -> None:
        """`in_force` is the SHA-256 of the version that marks everything; None where each answer is marked by its own.

        Raises LookupError where that version is not among `packs`.
        """
        self.known = packs
        self.in_force = None if in_force is None else next(one for one in packs if one.ref.sha256 == in_force)

    def own(self, choice: Choice) -> Mark | None:
        """The mark by the content that was answered; None where that is not known here."""
        item = self.asked(choice.item, choice.revision)
        return None if item is None else _mark(item, answer_of(choice))

    def mark(self, choice: Choice) -> Mark | None:
        """The mark that counts; that by its own content where the version in force cannot tell."""
        if self.in_force is None:
            return self.own(choice)
        now = self.in_force.pack.item_by_id.get(choice.item)
        if now is None or not now.scored:
            return Mark.DROPPED
        if now.revision == choice.revision:
            return _mark(now, answer_of(choice))
        asked = self.asked(choice.item, choice.revision)
        carried = None if asked is None else _carried(answer_of(choice), asked, now)
        return self.own(choice) if carried is None else _mark(now, carried)

    def change(self, item: str, revision: int) -> Change | None:
        """What the version in force changes about a question as it was asked; None where nothing.

        Raises ValueError where none is in force.
        """
        if self.in_force is None:
            raise ValueError("no version of the content is in force")
        now = self.in_force.pack.item_by_id.get(item)
        if now is None or not now.scored:
            return Change.DROPPED
        asked = self._known(item, revision)
        if asked is None:
            return None if now.revision == revision else Change.UNKNOWN
        before = asked.pack.item_by_id[item]
        if _places(before, now) is None:
            return Change.CONTENT
        if _law(before, asked.pack) != _law(now, self.in_force.pack):
            return Change.LAW
        return None if _same_key(before, now) else Change.KEY

    def asked(self, item: str, revision: int) -> Item | None:
        """A question as it was asked; None where no version here has it."""
        known = self._known(item, revision)
        return None if known is None else known.pack.item_by_id[item]

    def pack_of(self, item: str, revision: int) -> Pack | None:
        """The content that a question as it was asked stands in."""
        known = self._known(item, revision)
        return None if known is None else known.pack

    def _known(self, item: str, revision: int) -> KnownPack | None:
        return self._first.get((item, revision))

    @cached_property
    def _first(self) -> dict[tuple[str, int], KnownPack]:
        found: dict[tuple[str, int], KnownPack] = {}
        for known in self.known:
            for item in known.pack.items:
                found.setdefault((item.id, item.revision), known)
        return found


def answer_of(choice: Choice) -> Answer:
    """The positions of a choice; raises ValueError for what is no array of whole numbers."""
    positions = json.loads(choice.answer)
    if not isinstance(positions, list) or not all(type(one) is int for one in positions):
        raise ValueError(f"no answer: {choice.answer[:80]}")
    return tuple(positions)


def _mark(item: Item, answer: Answer) -> Mark:
    if not item.scored:
        return Mark.DROPPED
    return Mark.RIGHT if is_right(item, answer) else Mark.WRONG


def _texts(item: Item) -> tuple[str, ...]:
    """What the positions of an answer point at; verdicts are the same in every revision."""
    match item.type:
        case ItemType.VERDICT:
            return tuple(verdict.value for verdict in Verdict)
        case ItemType.MATCHING:
            return tuple(pair.left for pair in item.pairs)
        case _:
            return tuple(option.text for option in item.options)


def _places(before: Item, now: Item) -> dict[int, int] | None:
    """Where each position of a question stands in a later form of it; None where they do not offer the same."""
    old, new = _texts(before), _texts(now)
    if before.type is not now.type or before.stem != now.stem or sorted(old) != sorted(new):
        return None
    if len(set(old)) != len(old):
        return None
    return {place: new.index(words) for place, words in enumerate(old)}


def _carried(answer: Answer, before: Item, now: Item) -> Answer | None:
    """An answer as it would be given to a later form of its question."""
    places = _places(before, now)
    if places is None or not is_valid(before, answer):
        return None
    match before.type:
        case ItemType.MATCHING:
            phases = dict(enumerate(answer))
            return tuple(phases[old] for old, _ in sorted(places.items(), key=lambda both: both[1]) if old in phases)
        case ItemType.MULTIPLE:
            return tuple(sorted(places[one] for one in answer))
        case _:
            return tuple(places[one] for one in answer)


def _same_key(before: Item, now: Item) -> bool:
    """Whether the same answers are right."""
    return _carried(right_answer(before), before, now) == right_answer(now)


def _law(item: Item, pack: Pack) -> object:
    """What a question says by law: its rules' verdicts and conditions, and the articles cited with their status."""
    rules = [pack.rule_by_id[rule] for rule in item.rules]
    citations = [*item.citations, *(citation for rule in rules for citation in rule.citations)]
    status = {law.id: law.status for law in pack.laws}
    told = tuple((rule.id, rule.verdict, rule.condition) for rule in rules)
    return told, frozenset((one.law, one.ref, status.get(one.law or "")) for one in citations)
