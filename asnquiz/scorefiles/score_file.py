"""The score file `.asnskor`: a report as a flattened JSON JWS (RFC 7515, 7.2.2), in one byte form and no other.

The whole file, its protected header and its payload are RFC 8785 JSON, so each report and key have exactly one intact
file, and whatever else is readable as our type is `changed`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from asnquiz.domain.attempt import chain_holds
from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.score_report import SCHEMA, FileVerdict, ReadScore, ScoreReport, score_agrees, times_can_be_told
from asnquiz.scorefiles.arrived import bytes_of
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.scorefiles.signed import (
    ALGORITHM,
    MAX_BYTES,
    base64url,
    fitted,
    is_later,
    json_value,
    protected_header,
    public_jwk,
    registry,
    unbase64,
)

TYPE = "asnquiz-score+json"

_INTACT = (
    "Berkas ini utuh. Utuh berarti tidak berubah sejak disegel oleh komputer pembuatnya; bukan bukti siapa yang "
    "mengerjakan."
)
_CHANGED = "Berkas ini berubah sejak disegel. Jangan pakai isinya; minta berkas yang asli kepada pengirimnya."
_AT_ODDS = (
    "Segel berkas ini cocok, tetapi isinya tidak saling cocok, jadi tidak dibuat oleh ASN Netral apa adanya. "
    "Jangan pakai isinya; tanyakan kepada pengirimnya."
)
_FOREIGN = (
    "Ini bukan berkas nilai ASN Netral, atau berkasnya terpotong. Periksa apakah berkas yang dipilih benar, "
    "atau minta kiriman ulang."
)
_LATER = "Berkas ini dibuat oleh versi ASN Netral yang lebih baru. Perbarui program di komputer ini, lalu buka lagi."


def sign(report: ScoreReport, key: DeviceKey) -> bytes:
    """The file's bytes. Raises ValueError when the report names another device than the key that signs."""
    if report.device != key.kid:
        raise ValueError("the report names another device")
    protected = protected_header(public_jwk(key.private["x"]), TYPE)
    signed = jws.serialize_json({"protected": protected}, canonical_bytes(report), key.private, [ALGORITHM])
    return canonical_bytes(dict(signed))


def read_file(path: Path) -> ReadScore:
    """Looks at a file of anyone. Raises Refusal when it cannot be opened, or is nothing that could hold a report."""
    return read(bytes_of(path, "berkas nilai", ".asnskor", MAX_BYTES))


def read(data: bytes) -> ReadScore:
    """Judges the bytes of a file; never fails, whatever they are.

    A file of ours whose seal holds but whose payload has a later schema is `foreign`: nothing accuses it, and nothing
    here can vouch for what it says.
    """
    envelope = _open(data) if len(data) <= MAX_BYTES else None
    if envelope is None:
        return ReadScore(FileVerdict.FOREIGN, None, None, None, _FOREIGN)
    verdict, reason = _judge(data, envelope)
    kid, report = envelope.header.get("kid"), envelope.report
    device = kid if isinstance(kid, str) else None
    return ReadScore(verdict, device, str(report.file_id) if report else None, report, reason)


@dataclass(frozen=True)
class _Envelope:
    """What was found in a file that calls itself ours; nothing of it is trusted yet."""

    parts: dict[str, Any]
    header: dict[str, Any]
    payload: bytes
    content: Any
    report: ScoreReport | None


def _open(data: bytes) -> _Envelope | None:
    """Reads as much as can be read, as leniently as can be; None when the type is not ours."""
    parts = json_value(data)
    if not isinstance(parts, dict):
        return None
    header = json_value(unbase64(parts.get("protected")))
    if not isinstance(header, dict) or header.get("typ") != TYPE:
        return None
    payload = unbase64(parts.get("payload"))
    content = json_value(payload)
    return _Envelope(parts, header, payload, content, _report(content))


def _judge(data: bytes, envelope: _Envelope) -> tuple[FileVerdict, str]:
    if not _seal_holds(data, envelope):
        return FileVerdict.CHANGED, _CHANGED
    if is_later(envelope.content, SCHEMA):
        return FileVerdict.FOREIGN, _LATER
    if envelope.report is None or not _agrees_with_itself(envelope.report, envelope):
        return FileVerdict.CHANGED, _AT_ODDS
    return FileVerdict.INTACT, _INTACT


def _seal_holds(data: bytes, envelope: _Envelope) -> bool:
    """Whether these are the very bytes that the key in the header signed and our serialisation gives."""
    parts = envelope.parts
    try:
        public = public_jwk(envelope.header["jwk"]["x"])
        key = OKPKey.import_key(public)
        ours: jws.FlattenedJSONSerialization = {
            "payload": base64url(envelope.payload),
            "protected": base64url(canonical_bytes(protected_header(public, TYPE))),
            "signature": base64url(unbase64(parts["signature"])),
        }
        if data != canonical_bytes(ours):
            return False
        jws.deserialize_json(ours, key, registry=registry())
    except (JoseError, LookupError, TypeError, ValueError):
        return False
    return True


def _agrees_with_itself(report: ScoreReport, envelope: _Envelope) -> bool:
    try:
        return (
            canonical_bytes(report) == envelope.payload
            and report.device == envelope.header["kid"]
            and all(chain_holds(attempt) and score_agrees(attempt) for attempt in report.attempts)
        )
    except ValueError:  # a number or a character that canonical JSON does not have
        return False


def _report(content: Any) -> ScoreReport | None:
    report = fitted(ScoreReport, content)
    return report if report and report.schema == SCHEMA and times_can_be_told(report) else None
