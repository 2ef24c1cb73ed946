"""Whether what stands in a move file can be true: only then does anything of it reach the database."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any

from asnquiz.domain.answering import choice_count, is_valid
from asnquiz.domain.attempt import SURE, UNSURE, Attempt, AttemptState, Score, chain_holds
from asnquiz.domain.holdings import STAYING, HeldTask, Holdings, KeptAttempt
from asnquiz.domain.moment import Moment
from asnquiz.domain.move import SCHEMA, Move
from asnquiz.domain.pack import Item, Pack
from asnquiz.domain.person import Person, parse_line, parse_nip
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.remembering import is_card
from asnquiz.scorefiles import task_file

# What the program itself never comes near: counters must leave room to count on, and numbers stay below 2**53.
_LARGEST = 2**48
_LONGEST_TEXT = 20_000
_DAY_MINUTES = 24 * 60
_SETTING = re.compile("[a-z]+(-[a-z]+)*")


def agrees_with_itself(move: Move, read_pack: Callable[[bytes], tuple[Pack, str]]) -> bool:
    """Whether everything in it is one person's, can be kept and opened, and fits the packs that came along.

    `read_pack` gives the pack of a compiled form, and its identity computed anew; its refusals pass.
    """
    holdings = move.holdings
    named = {kept.attempt.pack.sha256 for kept in holdings.attempts}
    if (
        not _sound_parts(_without_files(move))
        or move.schema != SCHEMA
        or move.packs.keys() != named
        or not all(_sound(holdings))
    ):
        return False
    packs = {sha256: read_pack(compiled.encode()) for sha256, compiled in move.packs.items()}
    return all(sha256 == identity for sha256, (_, identity) in packs.items()) and all(
        _fits(kept.attempt, packs[kept.attempt.pack.sha256][0]) for kept in holdings.attempts
    )


def _without_files(move: Move) -> Move:
    """The move without its longest texts, whose content is looked at on its own."""
    tasks = tuple(replace(held, file="") for held in move.holdings.tasks)
    return replace(move, packs={}, holdings=replace(move.holdings, tasks=tasks))


def _sound(holdings: Holdings) -> Iterator[bool]:
    yield _is_written_by_us(holdings.owner.person)
    yield all(_SETTING.fullmatch(name) and not name.startswith((STAYING, "path")) for name in holdings.settings)
    yield _are_unique([kept.attempt.id for kept in holdings.attempts])
    yield _are_unique([learned.pack for learned in holdings.learning])
    yield all(map(_sound_task, holdings.tasks))
    yield _are_unique([held.task.id for held in holdings.tasks])
    yield all(kept.attempt.profile == holdings.owner.id and all(_sound_attempt(kept)) for kept in holdings.attempts)
    for learned in holdings.learning:
        yield _are_unique([lesson.lesson for lesson in learned.lessons])
        yield all(1 <= recall.rating <= 4 and is_card(recall.card) for recall in learned.recalls)
        yield all(step.choice >= 0 for step in learned.case_steps)


def _sound_task(held: HeldTask) -> bool:
    """Whether a task is what its office signed: proof is sealed for the recipients that stand in it."""
    if (held.handed_in is None) != (held.file_id is None):
        return False
    try:
        signed = task_file.read(held.file.encode())
    except Refusal:
        return False
    return (signed.task, signed.signer) == (held.task, held.signer)


def _sound_attempt(kept: KeptAttempt) -> Iterator[bool]:
    attempt, score = kept.attempt, kept.score
    yield (attempt.state is AttemptState.ACTIVE) == (attempt.ended is None)
    yield attempt.state.scored == (score is not None)
    yield score is None or _is_possible(score, attempt)
    yield bool(attempt.items) and _are_unique([frozen.item for frozen in attempt.items])
    yield attempt.seed >= 0 and (attempt.pass_mark is None or 0 <= attempt.pass_mark <= 100)
    limit, left = attempt.limit_ms, attempt.remaining_ms
    yield (limit is None) == (left is None) and (limit is None or left is None or 0 <= left <= limit)
    for response in attempt.responses:
        yield response.certainty in (None, SURE, UNSURE)
        yield response.remaining_ms is None or response.remaining_ms >= 0
    yield all(pause.wall_ms >= 0 for pause in attempt.pauses)
    yield chain_holds(attempt)


def _is_possible(score: Score, attempt: Attempt) -> bool:
    return 0 <= score.right <= score.total == len(attempt.items)


def _fits(attempt: Attempt, pack: Pack) -> bool:
    """Whether an attempt could have been made of a pack, and every question of it can be shown."""
    items: Mapping[str, Item] = pack.item_by_id
    if (attempt.pack.id, attempt.pack.version) != (pack.id, pack.version):
        return False
    rules = {rule.id for rule in pack.rules}
    for frozen in attempt.items:
        item = items[frozen.item]
        if item.revision != frozen.revision or sorted(frozen.order) != list(range(choice_count(item))):
            return False
        if not rules.issuperset(item.rules):
            return False
    asked = {frozen.item for frozen in attempt.items}
    given = attempt.responses
    return all(response.item in asked and is_valid(items[response.item], response.answer) for response in given)


def _is_written_by_us(person: Person) -> bool:
    lines = (person.name, person.position, person.unit)
    try:
        return all(line is None or line == parse_line(line, "") for line in lines) and (
            person.nip is None or person.nip == parse_nip(person.nip)
        )
    except Refusal:
        return False


def _sound_parts(value: Any) -> bool:
    """Whether every number, text and time in a value is one that can be kept and shown."""
    match value:
        case bool() | None:
            return True
        case int():
            return abs(value) < _LARGEST
        case str():
            return len(value) <= _LONGEST_TEXT
        case datetime():
            return MINYEAR < value.year < MAXYEAR and value.utcoffset() is not None and not value.microsecond % 1000
        case Moment():
            return value.counter >= 0 and abs(value.offset_minutes) < _DAY_MINUTES and _sound_fields(value)
        case tuple():
            return all(map(_sound_parts, value))
        case Mapping():
            return all(map(_sound_parts, value.values()))
    return not is_dataclass(value) or _sound_fields(value)


def _sound_fields(value: Any) -> bool:
    return all(_sound_parts(getattr(value, field.name)) for field in fields(value))


def _are_unique(names: list[Any]) -> bool:
    return len(set(names)) == len(names)
