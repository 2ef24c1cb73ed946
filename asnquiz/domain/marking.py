"""Marking answers anew from what was answered: by the content they were given on, or by another version of it.

A choice is what was answered to one revision of a question. Positions point into that revision as it is written, so by
another version a choice is marked only where the same options can be found there, by their texts.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from asnquiz.domain.answering import VERDICT_CHOICES, Answer, is_right, is_valid, right_answer
from asnquiz.domain.attempt import PackRef
from asnquiz.domain.pack import Item, ItemType, Pack


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
    keep the marks they have. `unknown`: no version here tells what was asked, so they keep theirs too.
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
    """Marks by every version of the content that is known, the first one that has a revision telling what was asked.

    The version in force marks its own content only, whose id it has: of another one it says nothing, and neither of
    what a local layer added that is not laid over it.

    Attributes:
        known: those versions.
        in_force: the one of them that marks everything, if any.
    """

    def __init__(self, packs: Sequence[KnownPack], in_force: str | None = None) -> None:
        """`in_force` is the SHA-256 of the version that marks everything; None where each answer is marked by its own.

        Raises LookupError where that version is not among `packs`.
        """
        self.known = packs
        self.in_force = None if in_force is None else {one.ref.sha256: one for one in packs}[in_force]
        self._told: dict[tuple[str, int], Pack] = {}
        for one in packs:
            for item in one.pack.items:
                first = self._told.setdefault((item.id, item.revision), one.pack)
                # A local addition counts from the version in which two people stood for it.
                if item.scored and one.pack.mark(item.id) and not first.item_by_id[item.id].scored:
                    self._told[item.id, item.revision] = one.pack

    def own(self, choice: Choice) -> Mark | None:
        """The mark by the content that was answered; None where that is not known here."""
        asked = self.asked(choice.item, choice.revision)
        return None if asked is None else _mark(asked, answer_of(choice))

    def mark(self, choice: Choice) -> Mark | None:
        """The mark that counts: by the version in force, or that by its own content where that one cannot tell.

        What did not count when it was asked never does. None where it is not known here what was asked.
        """
        asked, now = self._forms(choice.item, choice.revision)
        if asked is None:
            return None
        answer = answer_of(choice)
        if now is None or not now.scored or not asked.scored:
            return Mark.DROPPED
        places = _places(asked, now)
        return _mark(asked, answer) if places is None else _mark(now, _carried(answer, asked, places))

    def change(self, item: str, revision: int) -> Change | None:
        """What the version in force changes about a question as it was asked; None where nothing, or none is in force.

        Law that has changed is told of questions that are still asked alike; of the others by `law_changed`.
        """
        asked, now = self._forms(item, revision)
        if asked is None:
            return None if self.in_force is None else Change.UNKNOWN
        if now is None or not now.scored:
            return Change.DROPPED if asked.scored else None
        places = _places(asked, now)
        if places is None:
            return Change.CONTENT
        if self.law_changed(item, revision):
            return Change.LAW
        same = _carried(right_answer(asked), asked, places) == right_answer(now)
        return None if same else Change.KEY

    def law_changed(self, item: str, revision: int) -> bool:
        """Whether by the version in force other law holds for what was asked, whatever became of the question."""
        asked, now = self._forms(item, revision)
        pack = self.pack_of(item, revision)
        if asked is None or pack is None or self.in_force is None or not _speaks_of(self.in_force.pack, item, pack):
            return False
        return _law(asked, pack) != _law(now or asked, self.in_force.pack)

    def asked(self, item: str, revision: int) -> Item | None:
        """A question as it was asked; None where no version here has it."""
        pack = self.pack_of(item, revision)
        return None if pack is None else pack.item_by_id[item]

    def pack_of(self, item: str, revision: int) -> Pack | None:
        """The content that a question as it was asked stands in."""
        return self._told.get((item, revision))

    def _forms(self, item: str, revision: int) -> tuple[Item | None, Item | None]:
        """A question as it was asked, and as the version in force has it, or what was asked where that is another's."""
        pack = self.pack_of(item, revision)
        asked = None if pack is None else pack.item_by_id[item]
        if pack is None or self.in_force is None or not _speaks_of(self.in_force.pack, item, pack):
            return asked, asked
        return asked, self.in_force.pack.item_by_id.get(item)


def _speaks_of(in_force: Pack, item: str, asked: Pack) -> bool:
    """Whether a version of the content can say anything of a question: a local one belongs to its layer."""
    if asked.mark(item) is None or asked.local is None:
        return in_force.id == asked.id
    return in_force.id == asked.id and in_force.local is not None and in_force.local.id == asked.local.id


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
            return tuple(verdict.value for verdict in VERDICT_CHOICES)
        case ItemType.MATCHING:
            return tuple(pair.left for pair in item.pairs)
        case _:
            return tuple(option.text for option in item.options)


def _places(before: Item, now: Item) -> tuple[int, ...] | None:
    """Where each position of a question stands in another form of it; None where they do not ask and offer the same."""
    old, new = _texts(before), _texts(now)
    if (before.type, before.stem) != (now.type, now.stem):
        return None
    if old == new:
        return tuple(range(len(old)))
    if sorted(old) != sorted(new) or len(set(old)) != len(old):
        return None
    return tuple(map(new.index, old))


def _carried(answer: Answer, asked: Item, places: tuple[int, ...]) -> Answer:
    """An answer as it would be given to another form of its question; none where it was no answer to that."""
    if not is_valid(asked, answer):
        return ()
    match asked.type:
        case ItemType.MATCHING:
            return tuple(phase for _, phase in sorted(zip(places, answer, strict=False)))
        case ItemType.MULTIPLE:
            return tuple(sorted(places[one] for one in answer))
        case _:
            return tuple(places[one] for one in answer)


def _law(item: Item, pack: Pack) -> object:
    """What holds by law for a question: what its rules lay down, and the articles cited with their laws' status."""
    rules = [pack.rule_by_id[rule] for rule in item.rules if rule in pack.rule_by_id]
    citations = [*item.citations, *(citation for rule in rules for citation in rule.citations)]
    laid_down = {
        (
            rule.id,
            rule.verdict,
            rule.condition,
            frozenset(rule.phases),
            frozenset(rule.subjects),
            rule.violation,
            frozenset(rule.sanction.items()),
        )
        for rule in rules
    }
    cited = {(one.law, one.ref) for one in citations}
    return laid_down, cited, {law.id: law.status for law in pack.laws if law.id in {law for law, _ in cited}}
