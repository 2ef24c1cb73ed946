"""The score file `.asnskor`: a report as a flattened JSON JWS (RFC 7515, 7.2.2), in one byte form and no other.

The whole file, its protected header and its payload are RFC 8785 JSON, so each report and key have exactly one intact
file, and whatever else is readable as our type is `changed`.
"""

from pathlib import Path

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.score_report import SCHEMA, FileVerdict, ReadScore, ScoreReport
from asnquiz.scorefiles.arrived import bytes_of
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.scorefiles.score_text import ReportText, report_of, report_text
from asnquiz.scorefiles.signed import (
    MAX_BYTES,
    Signed,
    claim_of,
    flattened,
    is_later,
    json_value,
    signed_by,
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
    return flattened(canonical_bytes(report), key.private, TYPE)


def read_file(path: Path) -> ReadScore:
    """Looks at a file of anyone. Raises Refusal when it cannot be opened, or is nothing that could hold a report."""
    return read(bytes_of(path, "berkas nilai", ".asnskor", MAX_BYTES))


def read(data: bytes) -> ReadScore:
    """Judges the bytes of a file; never fails, whatever they are.

    A file of ours whose seal holds but whose payload has a later schema is `foreign`: nothing accuses it, and nothing
    here can vouch for what it says.
    """
    signed = signed_by(data, TYPE) if len(data) <= MAX_BYTES else None
    if signed is None:
        return _unsealed(data)
    text = report_text(signed.payload)
    if text is None and is_later(json_value(signed.payload), SCHEMA):
        return ReadScore(FileVerdict.FOREIGN, signed.kid, None, None, _LATER)
    if text and is_of(text, signed) and all(attempt.chain_holds for attempt in text.attempts):
        return _told(FileVerdict.INTACT, signed.kid, signed.payload, text, _INTACT)
    return _told(FileVerdict.CHANGED, signed.kid, signed.payload, text, _AT_ODDS)


def is_of(text: ReportText, signed: Signed) -> bool:
    """Whether a report agrees with itself, but for the chains of answers, and with the key that signed it."""
    return text.values["device"] == signed.kid and text.agrees


def _unsealed(data: bytes) -> ReadScore:
    """What is no file of ours, or one that was changed: then it is told what it claims."""
    claim = claim_of(data) if len(data) <= MAX_BYTES else None
    if claim is None or claim.header.get("typ") != TYPE:
        return ReadScore(FileVerdict.FOREIGN, None, None, None, _FOREIGN)
    kid = claim.header.get("kid")
    device = kid if isinstance(kid, str) else None
    return _told(FileVerdict.CHANGED, device, claim.payload, report_text(claim.payload), _CHANGED)


def _told(verdict: FileVerdict, device: str | None, payload: bytes, text: ReportText | None, reason: str) -> ReadScore:
    return ReadScore(
        verdict,
        device,
        text.values["file_id"] if text else None,
        report_of(payload) if text else None,
        reason,
    )
