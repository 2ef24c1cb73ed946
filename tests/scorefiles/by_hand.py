"""Signed files step by step from the texts of the RFCs, with nothing of the program or of its libraries for JOSE."""

import base64
import hashlib
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

Plain = dict[str, Any]


def compact(value: Any) -> bytes:
    """RFC 8785 of what these tests hold: ASCII names, whole numbers, text without control characters."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_base64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def header_of(private: Ed25519PrivateKey, kind: str) -> Plain:
    """The protected header of our files, with the key's thumbprint by RFC 7638."""
    jwk = {"crv": "Ed25519", "kty": "OKP", "x": base64url(private.public_key().public_bytes_raw())}
    kid = base64url(hashlib.sha256(compact(jwk)).digest())
    return {"alg": "Ed25519", "jwk": jwk, "kid": kid, "typ": kind}


def flattened(payload: bytes, private: Ed25519PrivateKey, header: Plain) -> bytes:
    """RFC 7515, 5.1 and 7.2.2: whatever the owner of a key may put under it."""
    protected = base64url(compact(header))
    signature = private.sign(f"{protected}.{base64url(payload)}".encode())
    return compact({"payload": base64url(payload), "protected": protected, "signature": base64url(signature)})
