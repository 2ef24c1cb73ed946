"""What every signed text of ours shares: the header with its key, and reading that never fails."""

import base64
import json
import re
from typing import Any, Final, TypeVar

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey, thumbprint

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.plain import from_plain
from asnquiz.scorefiles.device_key import CURVE

T = TypeVar("T")

ALGORITHM: Final = "Ed25519"  # RFC 9864
MAX_BYTES: Final = 16 * 1024 * 1024
_MAX_DIGITS = len(str(-(2**53)))  # canonical JSON has no longer integers


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


def seal_holds(data: bytes, kind: str) -> bool:
    """Whether these are the very bytes that the key in their header signed and `flattened` gives."""
    try:
        parts = json_value(data)
        public = public_jwk(json_value(unbase64(parts["protected"]))["jwk"]["x"])
        key = OKPKey.import_key(public)
        ours: jws.FlattenedJSONSerialization = {
            "payload": base64url(unbase64(parts["payload"])),
            "protected": base64url(canonical_bytes(protected_header(public, kind))),
            "signature": base64url(unbase64(parts["signature"])),
        }
        if data != canonical_bytes(ours):
            return False
        jws.deserialize_json(ours, key, registry=registry())
    except (JoseError, LookupError, TypeError, ValueError):
        return False
    return True


def json_value(data: bytes) -> Any:
    """The value of a JSON text; None for anything else."""
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
    """Whether a payload names another number of our schema, which a later program may have written."""
    named = content.get("schema") if isinstance(content, dict) else None
    family, _, _ = schema.rpartition("/")
    return isinstance(named, str) and named != schema and bool(re.fullmatch(f"{family}/[1-9][0-9]*", named))


def unbase64(segment: object) -> bytes:
    """The bytes that a base64url text may mean, forgiving all that RFC 7515 forbids; empty when it means none."""
    try:
        return base64.urlsafe_b64decode(f"{segment}==") if isinstance(segment, str) else b""
    except ValueError:
        return b""


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
