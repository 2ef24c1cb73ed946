"""What people send, each file with what should become of it, and a looker that works right here."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from asnquiz.domain.collection import Looked, Verdict
from asnquiz.scorefiles.key_transport import arrived
from asnquiz.scorefiles.look import look_at
from asnquiz.scorefiles.signed import unbase64
from benchmarks.score_files import RECIPIENTS, OpeningKey, Writer, seal
from tests.scorefiles.learning import OnePack

KEYS = arrived([RECIPIENTS[0].private_jwk])
OTHERS = (OpeningKey(8), OpeningKey(9))


@cache
def writer() -> Writer:
    return Writer(OnePack().pack, "ab" * 32)


@dataclass(frozen=True)
class Sent:
    """One file.

    Attributes:
        verdict: what it is on its own; ACCEPTED for one whose report is intact.
        report: names the report in it, and `attempt` what it tells: the same attempt with other words is a conflict.
    """

    data: bytes
    verdict: Verdict
    report: object = None
    attempt: tuple[int, str] | None = None


@cache
def good(number: int) -> Sent:
    return Sent(writer().signed(number), Verdict.ACCEPTED, number, (number, ""))


def sealed(number: int) -> Sent:
    """Another report on the same attempt, since it names who it is for; sealed anew each time."""
    return Sent(writer().sealed(number), Verdict.ACCEPTED, ("sealed", number), (number, ""))


@cache
def retold(number: int) -> Sent:
    """The attempt of that number with another title."""
    attempt = json.loads(unbase64(json.loads(writer().signed(number))["payload"]))["attempts"][0]
    data = writer().signed(number, attempts=[attempt | {"title": "Ujian lain"}])
    return Sent(data, Verdict.ACCEPTED, ("retold", number), (number, "retold"))


@cache
def later(number: int) -> Sent:
    return Sent(writer().signed(number, schema="asnquiz/score/3"), Verdict.LATER)


@cache
def shut(number: int) -> Sent:
    jws = writer().signed(number, sealed_for=OTHERS)
    return Sent(seal(jws, OTHERS), Verdict.SEALED)


@cache
def resealed(number: int) -> Sent:
    """Sealed for others than its own list says."""
    mixed = (RECIPIENTS[0], OTHERS[0])
    return Sent(seal(writer().signed(number, sealed_for=RECIPIENTS), mixed), Verdict.RECIPIENTS)


@cache
def edited(number: int) -> Sent:
    parts = json.loads(writer().signed(number))
    payload = parts["payload"]
    turned = "B" if payload[100] != "B" else "C"
    parts["payload"] = f"{payload[:100]}{turned}{payload[101:]}"
    return Sent(json.dumps(parts, separators=(",", ":"), sort_keys=True).encode(), Verdict.CHANGED)


def cut(number: int) -> Sent:
    return Sent(writer().signed(number)[:-200], Verdict.FOREIGN)


def foreign(number: int) -> Sent:
    beginnings = (b"", b"\x89PNG\r\n", b"%PDF-1.7\n", b"%PDF-1.4 %%EOF", b"Nama;NIP\n", b"{}", b"\xff\xd8\xff\xe0")
    return Sent(beginnings[number % len(beginnings)] + b"x" * (number % 3), Verdict.FOREIGN)


def expected(sent: Sequence[Sent]) -> dict[Verdict, int]:
    """How many files come to what, by counting alone."""
    told: dict[int, set[str]] = {}
    for one in sent:
        if one.attempt is not None:
            told.setdefault(one.attempt[0], set()).add(one.attempt[1])
    counts = Counter[Verdict]()
    reports = set()
    for one in sent:
        if one.verdict is not Verdict.ACCEPTED or one.attempt is None:
            counts[one.verdict] += 1
        elif len(told[one.attempt[0]]) > 1:
            counts[Verdict.CONFLICT] += 1
        else:
            counts[Verdict.DUPLICATE if one.report in reports else Verdict.ACCEPTED] += 1
            reports.add(one.report)
    return dict(counts)


@dataclass
class LooksHere:
    """The port `Looker` without other processes; chunks come back one at a time, the last one sent first."""

    keys: Mapping[str, Any] = field(default_factory=lambda: KEYS)
    ahead: int = 3
    sent: dict[int, Sequence[bytes]] = field(default_factory=dict)
    looked_at: int = 0
    closed: bool = False

    def send(self, number: int, chunk: Sequence[bytes]) -> None:
        assert not self.closed
        assert len(self.sent) < self.ahead
        self.sent[number] = chunk

    def finished(self, wait_s: float) -> list[tuple[int, Sequence[Looked]]]:
        assert wait_s >= 0
        if not self.sent:
            return []
        number, chunk = self.sent.popitem()
        self.looked_at += len(chunk)
        return [(number, [look_at(data, self.keys) for data in chunk])]

    def close(self) -> None:
        self.closed = True
