"""The sealed score file: a signed one within a JWE (RFC 7516, 7.2.1) that only the office and its escrow can open.

General JSON, ECDH-ES+A256KW with X25519 (RFC 7518, 4.6; RFC 8037), A256GCM, in one byte form and no other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey, thumbprint

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.task import Recipient
from asnquiz.domain.task_check import FEWEST_RECIPIENTS, MOST_RECIPIENTS
from asnquiz.scorefiles.signed import MAX_BYTES as MAX_INNER
from asnquiz.scorefiles.signed import base64url, json_value, public_jwk, unbase64

TYPE: Final = "asnquiz-sealed+json"
CURVE: Final = "X25519"

_ALGORITHM, _ENCRYPTION = "ECDH-ES+A256KW", "A256GCM"
# Members in the order of RFC 8785, because joserfc keeps the order given.
_HEADER = {"alg": _ALGORITHM, "enc": _ENCRYPTION, "typ": TYPE}
_PROTECTED = base64url(canonical_bytes(_HEADER))
_PARTS = {"ciphertext", "iv", "protected", "recipients", "tag"}

_X_BYTES, _KID_BYTES = 32, 32
_WRAPPED_BYTES, _IV_BYTES, _TAG_BYTES = 40, 12, 16  # RFC 3394 adds 8 to the 32 of the key; RFC 7518, 5.3
_FIELD = 2**255 - 19  # RFC 7748: of the numbers that name the same point only those below are ours
_LONGEST_CIPHERTEXT = -(-MAX_INNER * 4 // 3)
MAX_BYTES: Final = _LONGEST_CIPHERTEXT + 4096
# What a file for the most recipients has: a text of another shape is not parsed, so that it fills no memory.
_MOST_OPENED, _MOST_COMMAS = 2 + 3 * MOST_RECIPIENTS, 4 + 5 * MOST_RECIPIENTS - 1


class Unopened(Enum):
    """Why there is nothing to read: sealed for other keys, ours and changed on its way, or nothing of ours."""

    NO_KEY = "no-key"
    DAMAGED = "damaged"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Opened:
    """A file that was tried.

    Attributes:
        kids: the recipients it names, in its order. Nothing vouches for them but the list in the signed file within.
        jws: the bytes of the signed file, to be judged on their own; None where it stayed shut.
        why: the reason for that.
    """

    kids: tuple[str, ...]
    jws: bytes | None
    why: Unopened | None


_FOREIGN = Opened((), None, Unopened.FOREIGN)


def seal(jws: bytes, recipients: Sequence[Recipient]) -> bytes:
    """The file's bytes, RFC 8785 JSON; each sealing makes others.

    Raises ValueError for fewer than two recipients or more than eight, for one that comes twice or is none (see
    `can_be_sealed_for`), and for more than signed.MAX_BYTES.
    """
    if not FEWEST_RECIPIENTS <= len({recipient.kid for recipient in recipients}) == len(recipients) <= MOST_RECIPIENTS:
        raise ValueError("the recipients are too few, too many, or one of them comes twice")
    if not all(map(can_be_sealed_for, recipients)):
        raise ValueError("a recipient is no key, or its kid is another key's")
    if len(jws) > MAX_INNER:
        raise ValueError("too long for a score file")
    made = jwe.GeneralJSONEncryption(dict(_HEADER), jws)
    for recipient in recipients:
        made.add_recipient({"kid": recipient.kid}, OKPKey.import_key(public_jwk(recipient.x, CURVE)))
    return canonical_bytes(dict(jwe.encrypt_json(made, None, registry=_registry())))


def can_be_sealed_for(recipient: Recipient) -> bool:
    """Whether a recipient is an X25519 key in its one form, none of low order (RFC 7748, 6.1), under its own name."""
    public = public_jwk(recipient.x, CURVE)
    if not _is_point(recipient.x) or thumbprint(public) != recipient.kid:
        return False
    try:
        OKPKey.generate_key(CURVE).exchange_derive_key(OKPKey.import_key(public))
    except ValueError:
        return False
    return True


def open_sealed(data: bytes, keys: Mapping[str, OKPKey]) -> Opened:
    """Opens a file by the first of its recipients whose key is among `keys`, by kid; never fails, whatever it is.

    A changed file stays shut, or gives the very bytes that were sealed: what only concerns other recipients (their
    kid, ephemeral key and wrapped key, their order) is not covered by the seal.
    """
    parts = _parts(data)
    if parts is None:
        return _FOREIGN
    recipients = _recipients(parts)
    kids = tuple(recipient["header"]["kid"] for recipient in recipients)
    if not kids or not _in_our_form(data, parts):
        return Opened(kids, None, Unopened.DAMAGED)
    held = [recipient for recipient in recipients if recipient["header"]["kid"] in keys]
    for recipient in held:
        key = keys[recipient["header"]["kid"]]
        try:
            # One recipient at a time: joserfc would give up at an ephemeral key of low order, whoever it is for.
            found = jwe.decrypt_json(_for_one(parts, recipient), key, registry=_registry())
        except (JoseError, ValueError):
            continue
        return Opened(kids, found.plaintext, None)
    return Opened(kids, None, Unopened.DAMAGED if held else Unopened.NO_KEY)


def _for_one(parts: dict[str, Any], recipient: Any) -> jwe.GeneralJSONSerialization:
    return {
        "protected": parts["protected"],
        "iv": parts["iv"],
        "ciphertext": parts["ciphertext"],
        "tag": parts["tag"],
        "recipients": [recipient],
    }


def _parts(data: bytes) -> Any:
    """The JSON object of a file that calls itself ours; None for anything else."""
    if len(data) > MAX_BYTES or data.count(b"{") + data.count(b"[") > _MOST_OPENED or data.count(b",") > _MOST_COMMAS:
        return None
    parts = json_value(data)
    if not isinstance(parts, dict):
        return None
    header = json_value(unbase64(parts.get("protected")))
    return parts if isinstance(header, dict) and header.get("typ") == TYPE else None


def _recipients(parts: dict[str, Any]) -> list[dict[str, Any]]:
    """The recipients, each in our form; none where one is not, or they are too few, too many or come twice."""
    recipients = parts.get("recipients")
    if not isinstance(recipients, list) or not all(map(_is_recipient, recipients)):
        return []
    kids = {recipient["header"]["kid"] for recipient in recipients}
    return recipients if FEWEST_RECIPIENTS <= len(kids) == len(recipients) <= MOST_RECIPIENTS else []


def _is_recipient(recipient: Any) -> bool:
    try:
        header, wrapped = recipient["header"], recipient["encrypted_key"]
        x = header["epk"]["x"]
        return bool(
            recipient == {"encrypted_key": wrapped, "header": {"epk": public_jwk(x, CURVE), "kid": header["kid"]}}
            and _is_base64url(wrapped, _WRAPPED_BYTES)
            and _is_base64url(header["kid"], _KID_BYTES)
            and _is_point(x)
        )
    except (LookupError, TypeError):
        return False


def _is_point(x: object) -> bool:
    return _is_base64url(x, _X_BYTES) and int.from_bytes(unbase64(x), "little") < _FIELD


def _is_base64url(segment: object, length: int) -> bool:
    decoded = unbase64(segment)
    return len(decoded) == length and base64url(decoded) == segment


def _in_our_form(data: bytes, parts: dict[str, Any]) -> bool:
    """Whether these are the very bytes that our serialisation gives."""
    try:
        return (
            parts.keys() == _PARTS
            and parts["protected"] == _PROTECTED
            and isinstance(parts["ciphertext"], str)
            and _is_base64url(parts["iv"], _IV_BYTES)
            and _is_base64url(parts["tag"], _TAG_BYTES)
            and data == canonical_bytes(parts)
        )
    except ValueError:  # a character that canonical JSON does not have
        return False


def _registry() -> jwe.JWERegistry:
    made = jwe.JWERegistry(
        algorithms=[_ALGORITHM, _ENCRYPTION],
        verify_all_recipients=False,
        max_recipients=MOST_RECIPIENTS,
        max_aad_length=0,
    )
    made.max_ciphertext_length = _LONGEST_CIPHERTEXT
    return made
