"""The score file judged the slow way, by joserfc, rfc8785 and values of the domain: what the fast reader must equal."""

import base64
import datetime as dt
import json
from dataclasses import dataclass, fields, make_dataclass
from typing import Any, get_type_hints

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey, thumbprint

from asnquiz.domain.attempt import chain_holds
from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.moment import Moment
from asnquiz.domain.plain import from_plain
from asnquiz.domain.score_report import FileVerdict, ReportedAttempt, ScoreReport, mark_agrees

_DAY = 24 * 60


def _first(kind: type, name: str, without: str, more: dict[str, Any]) -> type:
    """A type of today as the first schema had it."""
    hints = {one.name: hint for one in fields(kind) if one.name != without for hint in [get_type_hints(kind)[one.name]]}
    return make_dataclass(name, list((hints | more).items()), frozen=True)


_FirstAttempt: Any = _first(
    ReportedAttempt, "FirstAttempt", "session", {"supervised": bool, "supervised_by": str | None}
)
_FirstReport: Any = _first(ScoreReport, "FirstReport", "task", {"attempts": tuple[_FirstAttempt, ...]})


@dataclass(frozen=True)
class Slow:
    """What the slow way found.

    Attributes:
        sound: whether an office takes it: the seal holds, all but chains of answers agrees, and nothing is endless.
    """

    verdict: FileVerdict
    report: Any = None
    sound: bool = False


def read_slowly(data: bytes) -> Slow:
    parts = _json(data)
    header = _json(_bytes(parts.get("protected"))) if isinstance(parts, dict) else None
    if not isinstance(header, dict) or header.get("typ") != "asnquiz-score+json":
        return Slow(FileVerdict.FOREIGN)
    payload = _bytes(parts.get("payload"))
    if not _seal_holds(data, parts, header, payload):
        return Slow(FileVerdict.CHANGED)
    content = _json(payload)
    schema = content.get("schema") if isinstance(content, dict) else None
    if isinstance(schema, str) and schema in [f"asnquiz/score/{number}" for number in range(3, 100)]:
        return Slow(FileVerdict.FOREIGN)
    kind = {"asnquiz/score/1": _FirstReport, "asnquiz/score/2": ScoreReport}.get(str(schema))
    try:
        report: Any = from_plain(kind, content) if kind else None
        if report is None or canonical_bytes(report) != payload or report.device != header["kid"]:
            return Slow(FileVerdict.CHANGED)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return Slow(FileVerdict.CHANGED)
    if b"\\u0000" in payload or not _is_sound(report):
        return Slow(FileVerdict.CHANGED)
    holds = all(map(chain_holds, report.attempts))
    return Slow(FileVerdict.INTACT if holds else FileVerdict.CHANGED, report, _is_short(report))


def _is_short(report: Any) -> bool:
    texts = [report.person.nip or ""]
    for attempt in report.attempts:
        last = {response.item: response.answer for response in attempt.responses}
        texts += [attempt.pack.id, attempt.pack.version, attempt.pack.sha256]
        texts += [
            text for one in attempt.items for text in (one.item, canonical_bytes(last.get(one.item, ())).decode())
        ]
    return all(len(text) <= 200 for text in texts)


def _is_link(link: str) -> bool:
    return len(link) == 64 and not set(link) - set("0123456789abcdef")


def _is_sound(report: Any) -> bool:
    attempts = report.attempts
    return (
        all(map(_can_be_told, _moments(report)))
        and len({attempt.id for attempt in attempts}) == len(attempts)
        and all(_is_link(response.h) for attempt in attempts for response in attempt.responses)
        and not any(getattr(attempt, "supervised", False) for attempt in attempts)
        and all(getattr(attempt, "supervised_by", None) is None for attempt in attempts)
        and all(len({frozen.item for frozen in attempt.items}) == len(attempt.items) for attempt in attempts)
        and all(
            mark_agrees(attempt.score, len(attempt.items), attempt.pass_mark, attempt.tenths, attempt.passed)
            for attempt in attempts
        )
    )


def _moments(report: Any) -> list[Moment]:
    found = [report.made, *([report.pledge] if report.pledge else [])]
    for attempt in report.attempts:
        found += [attempt.started, attempt.ended]
        found += [response.at for response in attempt.responses]
        found += [pause.ended for pause in attempt.pauses]
    return found


def _can_be_told(moment: Moment) -> bool:
    return abs(moment.offset_minutes) < _DAY and dt.MINYEAR < moment.utc.year < dt.MAXYEAR


def _seal_holds(data: bytes, parts: dict[str, Any], header: dict[str, Any], payload: bytes) -> bool:
    try:
        public = {"crv": "Ed25519", "kty": "OKP", "x": header["jwk"]["x"]}
        ours = {
            "alg": "Ed25519", "jwk": public, "kid": thumbprint(public), "typ": "asnquiz-score+json",
        }  # fmt: skip
        whole: jws.FlattenedJSONSerialization = {
            "payload": _text(payload),
            "protected": _text(canonical_bytes(ours)),
            "signature": _text(_bytes(parts["signature"])),
        }
        if data != canonical_bytes(whole) or _text(_bytes(public["x"])) != public["x"]:
            return False
        registry = jws.JWSRegistry(algorithms=["Ed25519"])
        registry.max_payload_length = len(data)
        jws.deserialize_json(whole, OKPKey.import_key(public), registry=registry)
    except (JoseError, LookupError, TypeError, ValueError):
        return False
    return True


def _json(data: bytes) -> Any:
    try:
        return json.loads(data, parse_int=lambda digits: int(digits) if len(digits) <= 17 else None)
    except (ValueError, RecursionError):
        return None


def _bytes(segment: object) -> bytes:
    try:
        return base64.urlsafe_b64decode(f"{segment}==") if isinstance(segment, str) else b""
    except ValueError:
        return b""


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
