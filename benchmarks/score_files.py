"""Score files as ten thousand computers send them: an exam on the program's own pack, signed, and sealed where asked.

Written by other code than the program's, so that what reads them is held against them: JSON by `json`, keys and seals
by `cryptography` alone (RFC 7515, 7516, 7518, 8037). Numbered: the same number is always the same exam.
"""

import base64
import hashlib
import json
import os
import struct
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_wrap

from asnquiz.domain.answering import is_right, right_answer
from asnquiz.domain.drawing import freeze
from asnquiz.domain.pack import Item, Pack
from asnquiz.domain.plain import to_plain

TASK = UUID("7d1e8a52-3b1f-4c5e-9a53-0f6b7c2d4e90")
SIGNER = "q2S6wQqXJ3Yy5K1mB8v0oT4uZr7nHcLdEfGhIjKlMnO"
PER_FOLDER = 250
_PEOPLE_A_DEVICE = 4
_BEGAN = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
_AGENCIES = ("Dinas Kesehatan", "Dinas Pendidikan", "Badan Keuangan Daerah", "Sekretariat Daerah", "Dinas Sosial")
_NAMES = ("Siti", "Budi", "Wayan", "Agus", "Dewi", "Rahmat", "Sri", "Yohanes", "Nur", "Putri", "Aminah", "Santoso")


def text_of(value: Any) -> bytes:
    """RFC 8785 JSON of values without fractions whose names are ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def public_jwk(x: bytes, curve: str) -> dict[str, str]:
    return {"crv": curve, "kty": "OKP", "x": base64url(x)}


def thumbprint(jwk: Mapping[str, str]) -> str:
    """RFC 7638."""
    return base64url(hashlib.sha256(text_of(jwk)).digest())


@dataclass(frozen=True)
class OpeningKey:
    """An X25519 key that a sealed file is for, made of its number."""

    number: int

    @cached_property
    def private(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(hashlib.sha256(b"opening %d" % self.number).digest())

    @cached_property
    def public(self) -> dict[str, str]:
        return public_jwk(self.private.public_key().public_bytes_raw(), "X25519")

    @cached_property
    def kid(self) -> str:
        return thumbprint(self.public)

    @property
    def private_jwk(self) -> dict[str, str]:
        return self.public | {"d": base64url(self.private.private_bytes_raw())}


RECIPIENTS = (OpeningKey(1), OpeningKey(2))


class Writer:
    """Writes files about exams on one pack."""

    def __init__(self, pack: Pack, sha256: str) -> None:
        self._exam = pack.exam
        self._items = [item for item in pack.items if item.scored]
        self._ref = {"id": pack.id, "sha256": sha256, "version": pack.version}

    def signed(self, number: int, *, sealed_for: Iterable[OpeningKey] = (), **changes: Any) -> bytes:
        """The bytes of a signed file; `changes` replace parts of the report."""
        random = Random(number)
        device = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"%d" % (number // _PEOPLE_A_DEVICE)).digest())
        jwk = public_jwk(device.public_key().public_bytes_raw(), "Ed25519")
        kid = thumbprint(jwk)
        began = _BEGAN + timedelta(minutes=random.randrange(20_000))
        attempt = self._attempt(random, began)
        year = 1968 + number % 35
        report = {
            "attempts": [attempt],
            "device": kid,
            "file_id": _id(random),
            "made": _moment(began + timedelta(minutes=40), 900),
            "person": {
                "employment": "pns",
                "name": f"{random.choice(_NAMES)} {random.choice(_NAMES)} {number}",
                "nip": f"{year}{1 + number % 12:02d}{1 + number % 28:02d}{year + 25}031{number:04d}"[:15]
                + f"{number % 1000:03d}",
                "position": "Analis Kebijakan",
                "unit": f"{random.choice(_AGENCIES)} · Bidang {number % 7}",
            },
            "pledge": _moment(began - timedelta(days=1), 12),
            "recipients": [key.kid for key in sealed_for],
            "schema": "asnquiz/score/2",
            "task": {"id": str(TASK), "signer": SIGNER},
            "versions": {"program": "0.1.0"},
        } | changes
        protected = base64url(text_of({"alg": "Ed25519", "jwk": jwk, "kid": kid, "typ": "asnquiz-score+json"}))
        payload = base64url(text_of(report))
        signature = base64url(device.sign(f"{protected}.{payload}".encode()))
        return text_of({"payload": payload, "protected": protected, "signature": signature})

    def sealed(self, number: int) -> bytes:
        return seal(self.signed(number, sealed_for=RECIPIENTS), RECIPIENTS)

    def _attempt(self, random: Random, began: datetime) -> dict[str, Any]:
        blueprint = self._exam
        items = random.sample(self._items, blueprint.items)
        frozen = to_plain(freeze(items, random))
        head = {
            "id": _id(random),
            "items": frozen,
            "kind": "exam",
            "limit_ms": blueprint.minutes * 60_000,
            "pack": self._ref,
            "pass_mark": blueprint.pass_,
            "seed": random.randrange(2**31),
            "started": _moment(began, 100),
            "title": "Ujian netralitas ASN",
        }
        responses, right = self._responses(random, head, items, began)
        total = len(items)
        return head | {
            "anomalies": [],
            "ended": _moment(began + timedelta(minutes=31), 200),
            "made": 1,
            "number": 1,
            "passed": right * 100 >= blueprint.pass_ * total,
            "pauses": [],
            "remaining_ms": 120_000,
            "responses": responses,
            "score": {"right": right, "total": total},
            "session": None,
            "state": "finished",
            "tenths": right * 1000 // total,
        }

    def _responses(
        self, random: Random, head: dict[str, Any], items: Iterable[Item], began: datetime
    ) -> tuple[list[dict[str, Any]], int]:
        """A response to each item, linked one to the other, and how many of them are right."""
        frozen = {("attempt" if name == "id" else name): value for name, value in head.items()}
        link = hashlib.sha256(text_of(frozen)).digest()
        responses = []
        right = 0
        for place, item in enumerate(items):
            answer = right_answer(item)
            if random.random() < 0.25:
                answer = answer[::-1] if len(answer) > 1 else ((answer[0] + 1) % 3,)
            right += is_right(item, answer)
            response = {
                "answer": list(answer),
                "at": _moment(began + timedelta(minutes=1 + place, milliseconds=random.randrange(1000)), 101 + place),
                "certainty": "yakin" if random.random() < 0.7 else "ragu",
                "flagged": random.random() < 0.1,
                "h": "",
                "item": item.id,
                "remaining_ms": 1_800_000 - place * 50_000,
            }
            link = hashlib.sha256(link + text_of(response)).digest()
            responses.append(response | {"h": link.hex()})
        return responses, right


def seal(jws: bytes, recipients: Iterable[OpeningKey]) -> bytes:
    """A JWE in General JSON, ECDH-ES+A256KW with X25519, A256GCM (RFC 7518, 4.6 and 5.3; NIST SP 800-56A)."""
    protected = base64url(text_of({"alg": "ECDH-ES+A256KW", "enc": "A256GCM", "typ": "asnquiz-sealed+json"}))
    content_key, iv = os.urandom(32), os.urandom(12)
    wrapped = []
    for recipient in recipients:
        passing = X25519PrivateKey.generate()
        shared = passing.exchange(recipient.private.public_key())
        header = {"epk": public_jwk(passing.public_key().public_bytes_raw(), "X25519"), "kid": recipient.kid}
        wrapped.append({"encrypted_key": base64url(aes_key_wrap(derived(shared), content_key)), "header": header})
    both = AESGCM(content_key).encrypt(iv, jws, protected.encode())
    parts = {"ciphertext": base64url(both[:-16]), "iv": base64url(iv), "protected": protected}
    return text_of(parts | {"recipients": wrapped, "tag": base64url(both[-16:])})


def derived(shared: bytes) -> bytes:
    """The key that wraps the content's (Concat KDF, RFC 7518, 4.6.2)."""
    algorithm = b"ECDH-ES+A256KW"
    told = struct.pack(">I", len(algorithm)) + algorithm + bytes(8) + struct.pack(">I", 256)
    return hashlib.sha256(struct.pack(">I", 1) + shared + told).digest()


def peer(epk: Mapping[str, str]) -> X25519PublicKey:
    return X25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(f"{epk['x']}=="))


def own_writer() -> Writer:
    """Of files about exams on the program's own pack."""
    from asnquiz.content.checker import open_pack  # slow to load, and not needed by who only opens files
    from asnquiz.programs.paths import PACK, content_folder

    checked = open_pack(content_folder() / PACK)
    assert checked.pack is not None
    return Writer(checked.pack, hashlib.sha256(text_of(to_plain(checked.pack))).hexdigest())


def write_files(folder: Path, numbers: range, writer: Writer, *, sealed: bool) -> None:
    """Writes a file for each number into folders under `folder`, by all processors."""
    parts = [numbers[first : first + PER_FOLDER] for first in range(0, len(numbers), PER_FOLDER)]
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(partial(_write, folder, writer, sealed), parts):
            pass


def _write(folder: Path, writer: Writer, sealed: bool, numbers: range) -> None:
    place = folder / f"unit-{numbers[0]:07d}"
    place.mkdir(parents=True)
    for number in numbers:
        data = writer.sealed(number) if sealed else writer.signed(number)
        (place / f"bukti-{number}.asnskor").write_bytes(data)


def _id(random: Random) -> str:
    return str(UUID(int=random.getrandbits(128), version=4))


def _moment(at: datetime, counter: int) -> dict[str, Any]:
    return {"counter": counter, "offset_minutes": 420, "utc": at.isoformat()}
