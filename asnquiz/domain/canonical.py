"""The one byte form of a value that hashes and signatures stand on: RFC 8785 (JSON Canonicalization Scheme)."""

import hashlib
from typing import Any

import rfc8785

from asnquiz.domain.plain import to_plain


def canonical_bytes(value: Any) -> bytes:
    """RFC 8785 JSON of a domain value, as UTF-8. Raises rfc8785's errors for integers beyond 2**53 - 1."""
    return rfc8785.dumps(to_plain(value))


def sha256_hex(data: bytes) -> str:
    """SHA-256 of `data` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
