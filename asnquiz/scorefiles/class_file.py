"""The class record `.asnkelas`: what stays of a briefing as a flattened JSON JWS (RFC 7515, 7.2.2), in one byte form.

For an office's task it goes sealed, as score files do (asnquiz.scorefiles.sealed); else anyone may read it.
"""

from typing import Final

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.class_check import is_sound
from asnquiz.domain.class_record import SCHEMA, ClassRecord, ReadClass
from asnquiz.domain.score_report import FileVerdict
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.scorefiles.signed import MAX_BYTES, Signed, claim_of, fitted, flattened, is_later, json_value, signed_by

TYPE: Final = "asnquiz-class+json"
# Every answer of a full hall; a tenth of it would do for an exam.
_MOST_PARTS = 2_000_000

_INTACT = (
    "Catatan sosialisasi ini utuh. Utuh berarti tidak berubah sejak disegel oleh komputer narasumber; bukan bukti "
    "siapa yang menjawab."
)
_CHANGED = (
    "Catatan sosialisasi ini berubah sejak disegel. Jangan pakai isinya; minta berkas yang asli kepada narasumber."
)
_AT_ODDS = (
    "Segel catatan sosialisasi ini cocok, tetapi isinya tidak saling cocok, jadi tidak dibuat oleh ASN Netral apa "
    "adanya. Jangan pakai isinya; tanyakan kepada narasumber."
)
_FOREIGN = (
    "Ini bukan catatan sosialisasi ASN Netral, atau berkasnya terpotong. Periksa apakah berkas yang dipilih benar, "
    "atau minta kiriman ulang."
)
_LATER = "Catatan ini dibuat oleh versi ASN Netral yang lebih baru. Perbarui program di komputer ini, lalu buka lagi."


def sign(record: ClassRecord, key: DeviceKey) -> bytes:
    """The file's bytes. Raises ValueError for a record of another device, and for one that `read` would not take."""
    if record.device != key.kid:
        raise ValueError("the record names another device")
    data = flattened(canonical_bytes(record), key.private, TYPE)
    if not is_sound(record) or len(data) > MAX_BYTES:
        raise ValueError("no record that could be read again")
    return data


def read(data: bytes) -> ReadClass:
    """Judges the bytes of a file that is not sealed, or was opened; never fails. As asnquiz.scorefiles.score_file.read.

    What a file that was changed says of itself is not told: it names many people.
    """
    signed = signed_by(data, TYPE) if len(data) <= MAX_BYTES else None
    if signed is None:
        claim = claim_of(data) if len(data) <= MAX_BYTES else None
        if claim is None or claim.header.get("typ") != TYPE:
            return ReadClass(FileVerdict.FOREIGN, None, None, None, _FOREIGN)
        return ReadClass(FileVerdict.CHANGED, None, None, None, _CHANGED)
    record = record_of(signed)
    if record is not None:
        return ReadClass(FileVerdict.INTACT, signed.kid, str(record.file_id), record, _INTACT)
    if is_of_later(signed):
        return ReadClass(FileVerdict.FOREIGN, signed.kid, None, None, _LATER)
    return ReadClass(FileVerdict.CHANGED, signed.kid, None, None, _AT_ODDS)


def record_of(signed: Signed) -> ClassRecord | None:
    """The record in a signed file; None unless it is one of ours, agrees with itself and names the key that signed."""
    record = fitted(ClassRecord, json_value(signed.payload, _MOST_PARTS))
    try:
        ours = record is not None and is_sound(record) and canonical_bytes(record) == signed.payload
    except ValueError:  # a number or a character that canonical JSON does not have
        return None
    return record if ours and record is not None and record.device == signed.kid else None


def is_of_later(signed: Signed) -> bool:
    """Whether a file that is none of ours yet may be a later program's."""
    return is_later(json_value(signed.payload, _MOST_PARTS), SCHEMA)
