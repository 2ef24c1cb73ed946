"""The text in a certificate's QR code: a compact JWS (RFC 7515, 7.1), which carries all that is needed to judge it.

Header and payload are RFC 8785 JSON, so each certificate and key have exactly one intact text.
"""

from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.certificate import SCHEMA, Certificate, ReadCertificate
from asnquiz.domain.score_report import FileVerdict
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.scorefiles.signed import (
    ALGORITHM,
    base64url,
    fitted,
    is_later,
    json_value,
    protected_header,
    public_jwk,
    registry,
    unbase64,
)

TYPE = "asnquiz-certificate+json"
_LONGEST = 8192  # more than a QR code can hold

_INTACT = (
    "Isi kode ini utuh: tidak berubah sejak disegel oleh komputer pembuatnya. Utuh bukan bukti siapa yang mengerjakan."
)
_CHANGED = (
    "Isi kode ini berubah sejak disegel, atau terbaca tidak lengkap. Pindai ulang kodenya. Bila tetap begini, jangan "
    "pakai surat itu; tanyakan kepada pemiliknya."
)
_AT_ODDS = (
    "Segel kode ini cocok, tetapi isinya tidak saling cocok, jadi tidak dibuat oleh ASN Netral apa adanya. Jangan "
    "pakai surat itu; tanyakan kepada pemiliknya."
)
_FOREIGN = "Ini bukan isi kode QR surat keterangan ASN Netral. Pindai ulang kodenya, lalu salin seluruh teksnya."
_LATER = "Surat ini dibuat oleh versi ASN Netral yang lebih baru. Perbarui program di komputer ini, lalu periksa lagi."


def sign(certificate: Certificate, key: DeviceKey) -> str:
    """The text of a certificate, signed by this computer."""
    header = protected_header(public_jwk(key.private["x"]), TYPE)
    return jws.serialize_compact(header, canonical_bytes(certificate), key.private, [ALGORITHM])


def read(text: str) -> ReadCertificate:
    """Judges a text; never fails, whatever it is.

    Unlike a score file it is `changed` also where only its beginning can be read, since scanners lose the end.
    """
    header_part, _, rest = text.partition(".")
    header = json_value(unbase64(header_part))
    if len(text) > _LONGEST or not isinstance(header, dict) or header.get("typ") != TYPE:
        return ReadCertificate(FileVerdict.FOREIGN, None, None, _FOREIGN)
    payload = unbase64(rest.partition(".")[0])
    content = json_value(payload)
    certificate = _certificate(content)
    verdict, reason = _judge(text, header, payload, content, certificate)
    kid = header.get("kid")
    return ReadCertificate(verdict, kid if isinstance(kid, str) else None, certificate, reason)


def _judge(
    text: str, header: dict[str, Any], payload: bytes, content: Any, certificate: Certificate | None
) -> tuple[FileVerdict, str]:
    if not _seal_holds(text, header, payload):
        return FileVerdict.CHANGED, _CHANGED
    if is_later(content, SCHEMA):
        return FileVerdict.FOREIGN, _LATER
    if certificate is None or not _agrees_with_itself(certificate, payload):
        return FileVerdict.CHANGED, _AT_ODDS
    return FileVerdict.INTACT, _INTACT


def _seal_holds(text: str, header: dict[str, Any], payload: bytes) -> bool:
    """Whether this is the very text that the key in the header signed and our serialisation gives."""
    try:
        public = public_jwk(header["jwk"]["x"])
        key = OKPKey.import_key(public)
        signature = unbase64(text.split(".")[2])
        ours = ".".join(map(base64url, (canonical_bytes(protected_header(public, TYPE)), payload, signature)))
        if text != ours:
            return False
        jws.deserialize_compact(ours, key, registry=registry())
    except (JoseError, LookupError, TypeError, ValueError):
        return False
    return True


def _agrees_with_itself(certificate: Certificate, payload: bytes) -> bool:
    try:
        return canonical_bytes(certificate) == payload and certificate.sound
    except ValueError:  # a number or a character that canonical JSON does not have
        return False


def _certificate(content: Any) -> Certificate | None:
    certificate = fitted(Certificate, content)
    return certificate if certificate and certificate.schema == SCHEMA else None
