"""What every signed text of ours shares: the header with its key, and reading that never fails."""

import base64
import binascii
import hashlib
import json
import re
from typing import Any, Final, NamedTuple, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jws
from joserfc.jwk import OKPKey, thumbprint

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.plain import from_plain
from asnquiz.scorefiles.device_key import CURVE

T = TypeVar("T")

ALGORITHM: Final = "Ed25519"  # RFC 9864
MAX_BYTES: Final = 16 * 1024 * 1024
_MAX_DIGITS = len(str(-(2**53)))  # canonical JSON has no longer integers
# More members and elements than any file of ours but a move file has: parsing a stranger's must not fill the memory.
_MOST_PARTS = 500_000

# How `flattened` writes a file.
_BEGINNING, _BETWEEN = b'{"payload":"', b'","protected":"'
_ENDING = re.compile(rb'","protected":"([\w-]{1,512})","signature":"([\w-]{86})"\}', re.ASCII)
_HEADER = re.compile(
    rb'\{"alg":"Ed25519","jwk":(\{"crv":"Ed25519","kty":"OKP","x":"([\w-]{43})"\}),"kid":"([\w-]{43})","typ":"([^"]*)"\}',
    re.ASCII,
)
_TO_BASE64 = bytes.maketrans(b"-_+/=", b"+/!!!")  # what base64url does not have becomes what base64 does not have


def public_jwk(x: Any, curve: str = CURVE) -> dict[str, Any]:
    """A public key as a JWK (RFC 8037) without anything else, its members in the order of RFC 8785."""
    return {"crv": curve, "kty": "OKP", "x": x}


def protected_header(public: dict[str, Any], kind: str) -> dict[str, Any]:
    """The protected header, its members in the order of RFC 8785 too, because joserfc keeps the order given."""
    return {"alg": ALGORITHM, "jwk": public, "kid": thumbprint(public), "typ": kind}


def registry() -> jws.JWSRegistry:
    made = jws.JWSRegistry(algorithms=[ALGORITHM])
    made.max_payload_length = MAX_BYTES
    return made


def flattened(payload: bytes, key: OKPKey, kind: str) -> bytes:
    """A file: a flattened JSON JWS (RFC 7515, 7.2.2) over a payload, as RFC 8785 JSON."""
    protected = protected_header(public_jwk(key["x"]), kind)
    return canonical_bytes(dict(jws.serialize_json({"protected": protected}, payload, key, [ALGORITHM])))


class Signed(NamedTuple):
    """What a key signed; `kid` is the key's RFC 7638 thumbprint."""

    kid: str
    payload: bytes


def signed_by(data: bytes, kind: str) -> Signed | None:
    """What a file of a type holds; None unless it is, to the byte, what `flattened` made with the key it names.

    Header and signature have one form each, so they are matched and not parsed.
    """
    end = data.rfind(_BETWEEN)
    found = _ENDING.fullmatch(data, end) if end >= 0 and data.startswith(_BEGINNING) else None
    if found is None:
        return None
    payload, (header, signature) = data[len(_BEGINNING) : end], map(exact_bytes, found.groups())
    ours = _HEADER.fullmatch(header or b"")
    content = exact_bytes(payload) if ours and ours[4] == kind.encode() else None
    if ours is None or content is None or signature is None:
        return None
    public = exact_bytes(ours[2])
    if public is None or ours[3].decode() != base64url(hashlib.sha256(ours[1]).digest()):
        return None
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, found[1] + b"." + payload)
    except (InvalidSignature, ValueError):
        return None
    return Signed(ours[3].decode(), content)


class Claim(NamedTuple):
    """What a file that is one of ours by its type says, read as leniently as can be; nothing of it is trusted."""

    header: dict[str, Any]
    payload: bytes


def claim_of(data: bytes) -> Claim | None:
    """The header and the payload of a flattened JSON JWS; None where there is no header."""
    parts = json_value(data)
    header = json_value(unbase64(parts.get("protected"))) if isinstance(parts, dict) else None
    return Claim(header, unbase64(parts.get("payload"))) if isinstance(header, dict) else None


def json_value(data: bytes, most: int = _MOST_PARTS) -> Any:
    """The value of a JSON text of at most so many parts; None for anything else."""
    if sum(map(data.count, (b"{", b"[", b","))) > most:
        return None
    try:
        return json.loads(data, parse_int=_whole)
    except (ValueError, RecursionError):
        return None


def _whole(digits: str) -> int | None:
    """A number, or None for one that no file of ours holds and no page could show; then the bytes disagree anyway."""
    return int(digits) if len(digits) <= _MAX_DIGITS else None


def fitted(kind: type[T], content: Any) -> T | None:
    """What a payload says, as a value of ours; None where it does not fit."""
    try:
        return from_plain(kind, content)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None


def is_later(content: Any, schema: str) -> bool:
    """Whether a payload names a higher number of our schema, which a later program may have written."""
    named = content.get("schema") if isinstance(content, dict) else None
    family, _, number = schema.rpartition("/")
    found = re.fullmatch(f"{family}/([1-9][0-9]*)", named) if isinstance(named, str) else None
    # By length first: nobody may have us make a number of a million digits.
    return found is not None and (len(found[1]), found[1]) > (len(number), number)


def unbase64(segment: object) -> bytes:
    """The bytes that a base64url text may mean, forgiving all that RFC 7515 forbids; empty when it means none."""
    try:
        return base64.urlsafe_b64decode(f"{segment}==") if isinstance(segment, str) else b""
    except ValueError:
        return b""


def exact_bytes(segment: bytes) -> bytes | None:
    """The bytes of which this is the one base64url text (RFC 7515, 2); None where it is none."""
    try:
        padded = segment.translate(_TO_BASE64) + b"=="[: -len(segment) % 4]
        decoded = binascii.a2b_base64(padded, strict_mode=True)
    except ValueError:
        return None
    # Between the last byte and the last letter there may be bits to spare, which must be zero.
    last = len(decoded) % 3
    return decoded if not last or segment.endswith(base64url(decoded[-last:]).encode()) else None


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
