"""A checked pack and its search index as one JSON text that later programs still read, without YAML or pydantic.

The pack's part keeps the author's order of topics and scenes; the identity beside it does not depend on any order. The
index stands behind the pack with a checksum of its own, so that a start neither parses nor checks it.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import rfc8785

from asnquiz.domain.canonical import canonical_bytes, sha256_hex
from asnquiz.domain.pack import Pack
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.refusal import Refusal

if TYPE_CHECKING:
    from asnquiz.domain.search_index import SearchIndex

SCHEMA = "asnquiz/compiled/3"
# What each schema does not say of a pack, because packs did not have it yet.
_LACKING: dict[str, dict[str, Any]] = {
    "asnquiz/compiled/1": {"pictures": {}, "calendar": None},
    "asnquiz/compiled/2": {"calendar": None},
    SCHEMA: {},
}

_FAMILY, _, _NUMBER = SCHEMA.rpartition("/")
_A_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_PACK_FOLLOWS = b',"pack":'
# Read from the end: the index holds no keys but its own, while a pack may hold any.
_SEARCH_FOLLOWS = b',"search":'

_DAMAGED = "Isi paket yang tersimpan rusak dan tidak dapat dibaca. Pasang ulang paket itu, lalu coba lagi."
_LATER = "Isi paket ini disimpan oleh versi program yang lebih baru. Perbarui program ini, lalu coba lagi."

T = TypeVar("T")


def identity(pack: Pack) -> str:
    """The SHA-256 of a pack's content as RFC 8785 JSON, in hexadecimal; the search index is no part of it."""
    return sha256_hex(canonical_bytes(pack))


def encode(pack: Pack) -> bytes:
    """The compiled form: schema, identity, the checksums of pack and index as they stand here, pack, and index."""
    from asnquiz.domain.search_index import build_index  # a start that finds the compiled form needs none of it

    content, search = _json(to_plain(pack)), _json(to_plain(build_index(pack)))
    head = {
        "schema": SCHEMA,
        "sha256": identity(pack),
        "checksum": sha256_hex(content),
        "search_checksum": sha256_hex(search),
    }
    return _json(head)[:-1] + _PACK_FOLLOWS + content + _SEARCH_FOLLOWS + search + b"}"


@lru_cache(maxsize=2)  # the pack in use, of which nearly everything is, and the national one beneath it
def decode(compiled: bytes) -> Pack:
    """The pack of a compiled form. Raises Refusal when it is damaged or was made by a later program."""
    head, content, _ = _parts(compiled)
    return _read(Pack, content, head.get("checksum"), _LACKING[head["schema"]])


def decode_proven(compiled: bytes) -> tuple[Pack, str]:
    """The pack of a compiled form of anyone, and its identity computed from what stands there. Raises as `decode` does.

    What a later schema would have said beside it is no part of the identity.
    """
    _, content, _ = _parts(compiled)
    pack = decode(compiled)
    try:
        return pack, sha256_hex(rfc8785.dumps(json.loads(content)))
    except ValueError as error:
        raise Refusal(_DAMAGED) from error


@lru_cache(maxsize=1)
def decode_search(compiled: bytes) -> SearchIndex:
    """The search index of a compiled form. Raises Refusal as `decode` does, and for forms that were made without."""
    from asnquiz.domain.search_index import SearchIndex

    head, _, search = _parts(compiled)
    return _read(SearchIndex, search, head.get("search_checksum"), {})


def identity_in(compiled: bytes) -> str:
    """The identity that a compiled form states. Raises Refusal as `decode` does."""
    head, _, _ = _parts(compiled)
    return str(head.get("sha256"))


def _read(kind: type[T], content: bytes, checksum: object, lacking: dict[str, Any]) -> T:
    if sha256_hex(content) != checksum:
        raise Refusal(_DAMAGED)
    try:
        return from_plain(kind, json.loads(content) | lacking)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise Refusal(_DAMAGED) from error


def _parts(compiled: bytes) -> tuple[dict[str, Any], bytes, bytes]:
    """Head, pack and index; the index is empty in forms that were made without."""
    head_bytes, follows, rest = compiled.partition(_PACK_FOLLOWS)
    try:
        head = json.loads(head_bytes + b"}")
    except (ValueError, RecursionError) as error:
        raise Refusal(_DAMAGED) from error
    if not isinstance(head, dict):
        raise Refusal(_DAMAGED)
    family, _, number = str(head.get("schema")).rpartition("/")
    if family == _FAMILY and _A_NUMBER.fullmatch(number) and int(number) > int(_NUMBER):
        raise Refusal(_LATER)
    if head.get("schema") not in list(_LACKING) or not follows or not rest.endswith(b"}"):
        raise Refusal(_DAMAGED)
    if head["schema"] != SCHEMA:
        return head, rest[:-1], b""
    content, _, search = rest[:-1].rpartition(_SEARCH_FOLLOWS)
    return head, content, search


def _json(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
