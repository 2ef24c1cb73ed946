"""Pack files put together byte by byte from the zip's own specification, so that anything in them can be otherwise."""

import hashlib
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc.jwk import OKPKey

from tests.scorefiles.by_hand import compact, flattened, header_of

SEED = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
KEY = OKPKey.import_key(SEED)
OTHER_SEED = Ed25519PrivateKey.from_private_bytes(bytes(range(9, 41)))
MADE = "2026-11-30T12:00:00Z"


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


@dataclass(frozen=True)
class Part:
    """One entry; `central` and `local` are what its two headers say instead, by the names of `headers`."""

    name: str | bytes
    content: bytes = b""
    packed: bytes | None = None
    method: int = 8
    behind: bytes = b""
    central: Mapping[str, Any] = field(default_factory=dict)
    local: Mapping[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        if self.packed is not None:
            return self.packed
        return deflated(self.content) if self.method == 8 else self.content

    def both(self, **changes: Any) -> "Part":
        return self.otherwise(changes, changes)

    def otherwise(self, central: Mapping[str, Any], local: Mapping[str, Any]) -> "Part":
        """What its headers in the directory and before the content say instead."""
        return replace(self, central={**self.central, **central}, local={**self.local, **local})

    def headers(self, offset: int) -> dict[str, Any]:
        return {
            "mark": b"PK\1\2",
            "local_mark": b"PK\3\4",
            "made": 3 << 8 | 20,
            "needs": 20,
            "flags": 0,
            "method": self.method,
            "time": 0,
            "date": 0x21,
            "crc": zlib.crc32(self.content),
            "packed": len(self.body),
            "size": len(self.content),
            "name": self.name if isinstance(self.name, bytes) else self.name.encode(),
            "extra": b"",
            "comment": b"",
            "disk": 0,
            "inner": 0,
            "outer": 0o100600 << 16,
            "offset": offset,
        }


def zipped(parts: Sequence[Part], *, before: bytes = b"", between: bytes = b"", **end: Any) -> bytes:
    """APPNOTE 6.3.10, 4.3: each entry behind its header, the directory, and its end, where `end` may say otherwise."""
    made, directory = bytearray(before), bytearray()
    for part in parts:
        offset = len(made)
        one = part.headers(offset) | dict(part.local)
        made += struct.pack(
            "<4s5H3I2H",
            one["local_mark"], one["needs"], one["flags"], one["method"], one["time"], one["date"], one["crc"],
            one["packed"], one["size"], len(one["name"]), len(one["extra"]),
        )  # fmt: skip
        made += one["name"] + one["extra"] + part.body + part.behind
        one = part.headers(offset) | dict(part.central)
        directory += struct.pack(
            "<4s6H3I5H2I",
            one["mark"], one["made"], one["needs"], one["flags"], one["method"], one["time"], one["date"], one["crc"],
            one["packed"], one["size"], len(one["name"]), len(one["extra"]), len(one["comment"]), one["disk"],
            one["inner"], one["outer"], one["offset"],
        )  # fmt: skip
        directory += one["name"] + one["extra"] + one["comment"]
    made += between
    told: dict[str, Any] = {
        "mark": b"PK\5\6",
        "disk": 0,
        "first_disk": 0,
        "here": len(parts),
        "count": len(parts),
        "length": len(directory),
        "start": len(made),
        "comment": b"",
    } | end
    made += directory
    made += struct.pack(
        "<4s4H2IH",
        told["mark"], told["disk"], told["first_disk"], told["here"], told["count"], told["length"], told["start"],
        len(told["comment"]),
    )  # fmt: skip
    return bytes(made + told["comment"])


def manifest(content: Mapping[str, bytes], **changes: Any) -> dict[str, Any]:
    """What a national pack like the sample says of itself; a change to None takes a key away."""
    plain = {
        "schema": "asnquiz/pack-file/1",
        "kind": "national",
        "id": "contoh",
        "version": "2026.11.1",
        "title": "Paket contoh",
        "publisher": "asnquiz",
        "made": MADE,
        "files": {
            f"isi/{name}": {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
            for name, data in content.items()
        },
    } | changes
    return {key: value for key, value in plain.items() if value is not None}


def signature(payload: bytes, seed: Ed25519PrivateKey = SEED, **header: Any) -> bytes:
    """`header` says otherwise what stands in the protected header."""
    return flattened(payload, seed, header_of(seed, "asnquiz-pack+json") | header)


def parts_of(content: Mapping[str, bytes], text: bytes | None = None, signed: bytes | None = None) -> list[Part]:
    """The entries of a sound file over the content, with another manifest or signature where one is given."""
    text = compact(manifest(content)) if text is None else text
    signed = signature(text) if signed is None else signed
    rest = [Part(f"isi/{name}", data) for name, data in sorted(content.items())]
    return [Part("manifest.json", text), *([Part("manifest.jws", signed)] if signed else []), *rest]
