"""A checked pack as one JSON text that later programs still read, without YAML or pydantic.

The pack's part keeps the author's order of topics and scenes; the identity beside it does not depend on any order.
"""

import json
from typing import Any

from asnquiz.domain.canonical import canonical_bytes, sha256_hex
from asnquiz.domain.pack import Pack
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.refusal import Refusal

SCHEMA = "asnquiz/compiled/2"
_BEFORE_PICTURES = "asnquiz/compiled/1"

_FAMILY, _, _NUMBER = SCHEMA.rpartition("/")
_PACK_FOLLOWS = b',"pack":'

_DAMAGED = "Isi paket yang tersimpan rusak dan tidak dapat dibaca. Pasang ulang paket itu, lalu coba lagi."
_LATER = "Isi paket ini disimpan oleh versi program yang lebih baru. Perbarui program ini, lalu coba lagi."


def identity(pack: Pack) -> str:
    """The SHA-256 of a pack's content as RFC 8785 JSON, in hexadecimal."""
    return sha256_hex(canonical_bytes(pack))


def encode(pack: Pack) -> bytes:
    """The compiled form: schema, identity, the checksum of the pack's bytes as they stand here, and the pack."""
    content = _json(to_plain(pack))
    head = _json({"schema": SCHEMA, "sha256": identity(pack), "checksum": sha256_hex(content)})
    return head[:-1] + _PACK_FOLLOWS + content + b"}"


def decode(compiled: bytes) -> Pack:
    """The pack of a compiled form. Raises Refusal when it is damaged or was made by a later program."""
    head, content = _parts(compiled)
    if sha256_hex(content) != head.get("checksum"):
        raise Refusal(_DAMAGED)
    try:
        plain = json.loads(content)
        return from_plain(Pack, plain | {"pictures": {}} if head["schema"] == _BEFORE_PICTURES else plain)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise Refusal(_DAMAGED) from error


def identity_in(compiled: bytes) -> str:
    """The identity that a compiled form states. Raises Refusal as `decode` does."""
    head, _ = _parts(compiled)
    return str(head.get("sha256"))


def _parts(compiled: bytes) -> tuple[dict[str, Any], bytes]:
    head_bytes, follows, rest = compiled.partition(_PACK_FOLLOWS)
    try:
        head = json.loads(head_bytes + b"}")
    except (ValueError, RecursionError) as error:
        raise Refusal(_DAMAGED) from error
    if not isinstance(head, dict):
        raise Refusal(_DAMAGED)
    family, _, number = str(head.get("schema")).rpartition("/")
    if family == _FAMILY and number.isdecimal() and int(number) > int(_NUMBER):
        raise Refusal(_LATER)
    if head.get("schema") not in (SCHEMA, _BEFORE_PICTURES) or not follows or not rest.endswith(b"}"):
        raise Refusal(_DAMAGED)
    return head, rest[:-1]


def _json(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
