"""The file `.asnpindah`: a person's data under a code, a compact JWE (RFC 7516, 7.1) in one byte form and no other."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from joserfc.registry import HeaderParameter

from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.move import FIRST_SCHEMA, SCHEMA, Move
from asnquiz.domain.pack import Pack
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.scorefiles import durable
from asnquiz.scorefiles.arrived import bytes_of
from asnquiz.scorefiles.move_check import agrees_with_itself
from asnquiz.scorefiles.signed import base64url, fitted, is_later, json_value, unbase64
from asnquiz.usecases.name_file import MOVE_ENDING

TYPE: Final = "asnquiz-move+json"
MAX_BYTES: Final = 64 * 1024 * 1024

# The second recommendation of RFC 9106, 4; fixed, so that no file can ask for more memory.
_PASSES, _LANES, _MEMORY_KIB = 3, 4, 64 * 1024
_KEY_BYTES, _CHECK_BYTES, _SALT_BYTES = 32, 8, 16
_IV_BYTES, _TAG_BYTES = 12, 16  # of A256GCM: RFC 7518, 5.3
_LONGEST_HEADER = 1024
# More objects and arrays than tens of years of learning have: parsing must not fill the memory.
_MOST_CONTAINERS = 2_000_000

# What a pack of a compiled form is, and its identity computed anew. Raises Refusal for what is none.
ReadPack = Callable[[bytes], tuple[Pack, str]]

_FOREIGN = (
    "Ini bukan berkas pindah ASN Netral, atau berkasnya terpotong. Periksa apakah berkas yang dipilih benar; namanya "
    f"berakhiran {MOVE_ENDING}."
)
_LATER = "Berkas ini dibuat oleh versi ASN Netral yang lebih baru. Perbarui program di komputer ini, lalu buka lagi."
_WRONG_CODE = (
    "Kode itu tidak membuka berkas ini. Periksa catatan Anda, lalu ketik ulang; tiap berkas punya kode sendiri. "
    "Bila kodenya sudah benar, berkas ini berubah sejak dibuat: salin ulang dari komputer asal."
)
_CHANGED = (
    "Berkas ini berubah sejak dibuat, jadi tidak ada yang diambil. Salin ulang dari komputer asal, lalu buka lagi."
)
_AT_ODDS = (
    "Isi berkas ini tidak saling cocok, jadi tidak dibuat oleh ASN Netral apa adanya, dan tidak ada yang diambil. "
    "Buat berkas pindah yang baru di komputer asal."
)
_TOO_LARGE = (
    f"Data Anda terlalu besar untuk satu berkas pindah (lebih dari {MAX_BYTES >> 20} MB), jadi berkas tidak dibuat. "
    "Mintalah bantuan petugas TI untuk menyalin seluruh folder data."
)


def seal(move: Move, secret: bytes) -> bytes:
    """The file's bytes, under the secret of a code that is in none of them. Raises Refusal where it is too large."""
    salt = secrets.token_bytes(_SALT_BYTES)
    key, check = _derived(secret, salt)
    sealed = jwe.encrypt_compact(_header(salt, check), canonical_bytes(move), key, registry=_registry())
    data = sealed.encode("ascii")
    if len(data) > MAX_BYTES:
        raise Refusal(_TOO_LARGE)
    return data


def write(path: Path, move: Move, secret: bytes) -> None:
    """Puts the file in place whole. Raises Refusal; a file that stood there is then as it was."""
    durable.write(path, seal(move, secret))


@dataclass(frozen=True)
class SealedMove:
    """A file that calls itself ours and has our form; nothing of it is trusted yet."""

    data: bytes
    schema: str
    salt: bytes
    check: bytes

    def unlock(self, secret: bytes, read_pack: ReadPack) -> Move:
        """What the file holds, proven to agree with itself. Raises Refusal.

        A wrong code is told from a change by a check value in the header, which a change may have hit as well.
        """
        key, check = _derived(secret, self.salt)
        if check != self.check:
            raise Refusal(_WRONG_CODE)
        try:
            plaintext = jwe.decrypt_compact(self.data, key, registry=_registry()).plaintext
        except (JoseError, ValueError) as error:
            raise Refusal(_CHANGED) from error
        return _move(plaintext or b"", self.schema, read_pack)


def read_sealed(path: Path) -> SealedMove:
    """Looks at a file of anyone, before a code is asked for. Raises Refusal for whatever is none of ours."""
    return sealed_move(bytes_of(path, "berkas pindah", MOVE_ENDING, MAX_BYTES))


def sealed_move(data: bytes) -> SealedMove:
    """As `read_sealed`, for bytes: exactly those that this very header and these very parts are written as."""
    parts = data.split(b".") if len(data) <= MAX_BYTES else []
    header = _read_header(parts[0]) if len(parts) == 5 and len(parts[0]) <= _LONGEST_HEADER else None
    if header is None or header.get("typ") != TYPE:
        raise Refusal(_FOREIGN)
    if _is_later({"schema": header.get("cty")}):
        raise Refusal(_LATER)
    schema = FIRST_SCHEMA if header.get("cty") == FIRST_SCHEMA else SCHEMA
    salt, check = unbase64(header.get("salt")), unbase64(header.get("kid"))
    raw = [unbase64(part.decode("latin-1")) for part in parts]
    _, encrypted_key, iv, _, tag = raw
    whole = (
        raw[0] == canonical_bytes(_header(salt, check, schema))
        and (len(salt), len(check), len(encrypted_key)) == (_SALT_BYTES, _CHECK_BYTES, 0)
        and (len(iv), len(tag)) == (_IV_BYTES, _TAG_BYTES)
        and data == ".".join(map(base64url, raw)).encode("ascii")
    )
    if not whole:
        raise Refusal(_CHANGED)
    return SealedMove(data, schema, salt, check)


def _read_header(part: bytes) -> dict[str, Any] | None:
    header = json_value(unbase64(part.decode("latin-1")))
    return header if isinstance(header, dict) else None


def _move(plaintext: bytes, schema: str, read_pack: ReadPack) -> Move:
    if plaintext.count(b"{") + plaintext.count(b"[") > _MOST_CONTAINERS:
        raise Refusal(_AT_ODDS)
    content = json_value(plaintext, len(plaintext))
    if _is_later(content):
        raise Refusal(_LATER)
    try:
        first = schema == FIRST_SCHEMA
        move = fitted(Move, _as_today(content) if first else content)
        if (
            move
            and canonical_bytes(_as_first(move) if first else move) == plaintext
            and agrees_with_itself(move, read_pack)
        ):
            return move
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise Refusal(_AT_ODDS) from error
    raise Refusal(_AT_ODDS)


def _is_later(content: Any) -> bool:
    return is_later(content, SCHEMA) and content["schema"] != FIRST_SCHEMA


def _as_today(first: dict[str, Any]) -> dict[str, Any]:
    """A plaintext of the first schema in the form of today's. Raises LookupError or TypeError for what is none."""
    holdings = first["holdings"]
    attempts = [{**kept, "task": None} for kept in holdings["attempts"]]
    return {**first, "schema": SCHEMA, "holdings": {**holdings, "attempts": attempts, "tasks": []}}


def _as_first(move: Move) -> Any:
    """The other way."""
    plain: Any = to_plain(replace(move, schema=FIRST_SCHEMA))
    del plain["holdings"]["tasks"]
    for kept in plain["holdings"]["attempts"]:
        del kept["task"]
    return plain


def _header(salt: bytes, check: bytes, schema: str = SCHEMA) -> dict[str, Any]:
    """The protected header, its members in the order of RFC 8785, because joserfc keeps the order given."""
    return {
        "alg": "dir",
        "cty": schema,
        "enc": "A256GCM",
        "kid": base64url(check),
        "salt": base64url(salt),
        "typ": TYPE,
    }


def _derived(secret: bytes, salt: bytes) -> tuple[OctKey, bytes]:
    """The key, and a value by which a wrong code is noticed, from one run of Argon2id (RFC 9106)."""
    derivation = Argon2id(
        salt=salt,
        length=_KEY_BYTES + _CHECK_BYTES,
        iterations=_PASSES,
        lanes=_LANES,
        memory_cost=_MEMORY_KIB,
    )
    derived = derivation.derive(secret)
    return OctKey.import_key(derived[:_KEY_BYTES]), derived[_KEY_BYTES:]


def _registry() -> jwe.JWERegistry:
    registry = jwe.JWERegistry({"salt": HeaderParameter("Salt of Argon2id", "str")}, algorithms=["dir", "A256GCM"])
    registry.max_ciphertext_length = MAX_BYTES
    return registry
