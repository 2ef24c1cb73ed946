"""The payload of a score file as text: whether it is one of ours, and its parts where they stand in it.

The text is canonical, so whatever a chain link stands on is cut from it, and values are made only of what is asked for.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NamedTuple

from asnquiz.domain.attempt import Response, Score
from asnquiz.domain.plain import from_plain
from asnquiz.domain.score_report import (
    FIRST_SCHEMA,
    SCHEMA,
    ReportedAttempt,
    ScoreReport,
    Stamp,
    anomalies_of,
    mark_agrees,
)
from asnquiz.scorefiles.canonical_text import HASH, TEXT, array_of, members_of, named, object_of

_BEGINNING: Final = b'{"attempts":['
# Where the parts of an attempt stand.
_PLACES: Final = (
    "id", "items", "limit_ms", "pack", "pass_mark", "responses", "seed", "session", "started", "state", "tenths",
    "title",
)  # fmt: skip


class AttemptText(NamedTuple):
    """An attempt of a report; strings in bytes are JSON texts.

    Attributes:
        values: what it says, by the names in files, without items and responses.
        items: item and revision of each question.
        answers: by item the answer that counts, and its certainty.
        stamps: of the responses.
        chain_holds: whether every response has the link that follows from those before it.
        content: SHA-256 of all that it is but `number` and `made`, so that each export of the attempt has the same,
            of whichever schema.
    """

    values: dict[str, Any]
    items: list[tuple[bytes, bytes]]
    answers: dict[bytes, tuple[bytes, bytes]]
    stamps: list[Stamp]
    chain_holds: bool
    content: bytes

    @property
    def agrees(self) -> bool:
        """Whether its mark follows from what it says, and no question is asked twice."""
        values, asked = self.values, len(self.items)
        return len({item for item, _ in self.items}) == asked and mark_agrees(
            Score(**values["score"]), asked, values["pass_mark"], values["tenths"], values["passed"]
        )

    def has_odd_times(self, made_utc: str) -> bool:
        """Whether its times are impossible (see `time_anomalies`), or later than the making of the file."""
        started, ended = (_stamp(self.values[name]) for name in ("started", "ended"))
        paused = [_stamp(pause["ended"]) for pause in self.values["pauses"]]
        latest = max(utc for _, utc in (started, ended, *paused, *self.stamps))
        return latest > made_utc.encode() or bool(anomalies_of(started, self.stamps, ended, paused))


class ReportText(NamedTuple):
    """A report that has our form; `values` is what it says, by the names in files, without its attempts."""

    values: dict[str, Any]
    attempts: list[AttemptText]

    @property
    def agrees(self) -> bool:
        """Whether its attempts, each there once, agree with themselves, but for their chains."""
        ids = {attempt.values["id"] for attempt in self.attempts}
        return len(ids) == len(self.attempts) and all(attempt.agrees for attempt in self.attempts)


def report_text(payload: bytes) -> ReportText | None:
    """The parts of a payload that is the canonical JSON of a report, of any schema so far; None for anything else."""
    for schema in (SCHEMA, FIRST_SCHEMA):
        found = _found(payload, schema)
        if found is not None:
            attempts, rest = found
            return ReportText(json.loads(b"{" + rest), [_attempt(attempt) for attempt in attempts])
    return None


def report_of(payload: bytes) -> ScoreReport:
    """The domain value of a payload of which `report_text` is not None; of the first schema as if of today's."""
    plain = json.loads(payload)
    if plain["schema"] == FIRST_SCHEMA:
        plain["task"] = None
        for attempt in plain["attempts"]:
            del attempt["supervised"], attempt["supervised_by"]
            attempt["session"] = None
    return from_plain(ScoreReport, plain)


class _Form(NamedTuple):
    """How a schema is written: an attempt with what stands before it in the array, and what follows them all."""

    attempt: re.Pattern[bytes]
    rest: re.Pattern[bytes]


@cache
def _form(schema: str) -> _Form:
    """The patterns of a schema; made when first needed, because that takes a while."""
    attempt, report = members_of(ReportedAttempt), members_of(ScoreReport)
    attempt["responses"] = array_of(object_of(members_of(Response) | {"h": HASH}))
    report["schema"] = f'"{schema}"'
    del report["attempts"]
    if schema == FIRST_SCHEMA:
        del attempt["session"], report["task"]
        attempt |= {"supervised": "false", "supervised_by": "null"}
    attempt |= {name: named(name, attempt[name]) for name in _PLACES if name in attempt}
    # The first stands behind the bracket, every other behind a comma.
    before = r"(?:(?<=\[)|(?<!\[),)"
    return _Form(
        re.compile((before + named("all", object_of(attempt))).encode()),
        re.compile((r"\]," + object_of(report).removeprefix(r"\{")).encode()),
    )


def _found(payload: bytes, schema: str) -> tuple[list[re.Match[bytes]], bytes] | None:
    """The attempts and what stands behind them; None where the payload is not of this schema."""
    form, attempts, place = _form(schema), [], len(_BEGINNING)
    try:
        payload.decode()
    except UnicodeDecodeError:
        return None
    if not payload.startswith(_BEGINNING):
        return None
    while payload[place : place + 1] != b"]":
        found = form.attempt.match(payload, place)
        if found is None:
            return None
        attempts.append(found)
        place = found.end()
    return (attempts, payload[place + 2 :]) if form.rest.fullmatch(payload, place) else None


# Parts of a text that is known to have our form.
_ANY: Final = "[^]},]*+"
_ITEM: Final = re.compile(
    object_of({"item": f"({TEXT})", "order": r"\[[^]]*+\]", "revision": f"({_ANY})"}).encode(),
)
_RESPONSE: Final = re.compile(
    # All before the link, and all behind it, are groups as well.
    b"(%s)"
    % object_of(
        {
            "answer": r"(\[[^]]*+\])",
            "at": object_of({"counter": f"({_ANY})", "offset_minutes": _ANY, "utc": '"([^"]*+)"'}),
            "certainty": f"(null|{TEXT})",
            "flagged": _ANY,
            "h": '")([^"]*+)("',
            "item": f"({TEXT})",
            "remaining_ms": _ANY,
        }
    ).encode()
)


def _attempt(found: re.Match[bytes]) -> AttemptText:
    payload, sha256 = found.string, hashlib.sha256
    items, responses = found.span("items"), found.span("responses")
    others = (
        payload[found.start("all") : items[0]],
        payload[items[1] : responses[0]],
        payload[responses[1] : found.end()],
    )
    rows = _RESPONSE.findall(payload, *responses)
    link, links = sha256(_chain_start(found)).digest(), []
    for before, *_, behind, _ in rows:
        link = sha256(link + before + behind).digest()
        links.append(link)
    return AttemptText(
        values=json.loads(b"[]".join(others)),
        items=_ITEM.findall(payload, *items),
        answers={item: (answer, certainty) for _, answer, _, _, certainty, _, _, item in rows},
        stamps=[(int(counter), utc) for _, _, counter, utc, *_ in rows],
        chain_holds=b"".join(links).hex().encode() == b"".join([row[5] for row in rows]),
        content=sha256(_lasting(found)).digest(),
    )


def _chain_start(found: re.Match[bytes]) -> bytes:
    """What asnquiz.domain.attempt.chain_start hashes."""
    payload = found.string
    parts = (
        b'{"attempt":', found["id"],
        b',"items":', payload[found.start("items") : found.end("limit_ms")],
        b',"pack":', payload[found.start("pack") : found.end("pass_mark")],
        b',"seed":', found["seed"],
        b',"started":', found["started"],
        b',"title":', found["title"], b"}",
    )  # fmt: skip
    return b"".join(parts)


def _lasting(found: re.Match[bytes]) -> bytes:
    """All of an attempt that is the same in each file it is in."""
    payload = found.string
    parts = (
        payload[found.start("all") : found.end("limit_ms")],
        payload[found.start("pack") : found.end("seed")],
        payload[found.start("started") : found.end("state")],
        payload[found.start("tenths") : found.end()],
        found.groupdict().get("session") or b"null",
    )
    return b"".join(parts)


def _stamp(moment: dict[str, Any]) -> Stamp:
    return moment["counter"], moment["utc"].encode()


def values_of(texts: Iterable[bytes]) -> list[Any]:
    """The values of JSON texts."""
    values: list[Any] = json.loads(b"[" + b",".join(texts) + b"]")
    return values
