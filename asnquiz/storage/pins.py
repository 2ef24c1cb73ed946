"""PINs as they are kept: an Argon2id hash, which never leaves this room, and what happened at it.

A setting `pin <profile id>` holds both, so a PIN is proven, salvaged and backed up as every setting; empty is none.
"""

import json
import os
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection, Engine

from asnquiz.domain.pin import Guard
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.engine import writing
from asnquiz.storage.proven import read_setting, write_setting
from asnquiz.storage.rows import pin_setting

# RFC 9106, section 4, the second recommended option: 3 passes over 64 MiB in 4 lanes, salt 128 bits, tag 256 bits.
_PASSES, _LANES, _KIBIBYTES, _SALT, _TAG = 3, 4, 64 * 1024, 16, 32
# Another hash would cost whoever tries a PIN what its writer likes.
_OURS = f"$argon2id$v=19$m={_KIBIBYTES},t={_PASSES},p={_LANES}$"


def hash_pin(pin: str) -> str:
    """A PIN's hash in PHC form, with a salt of its own. Cryptography is imported only where somebody uses a PIN."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(salt=os.urandom(_SALT), length=_TAG, iterations=_PASSES, lanes=_LANES, memory_cost=_KIBIBYTES)
    return str(made.derive_phc_encoded(pin.encode()))


def write_pin(connection: Connection, profile: UUID, kept: str | None) -> None:
    """Keeps a hash with nothing that happened before, or no PIN any more."""
    _write(connection, profile, kept, Guard())


def change_guard(connection: Connection, profile: UUID, change: Callable[[Guard], Guard]) -> Guard:
    """Changes what happened at a PIN, and gives it; without a PIN nothing has happened, and nothing is kept."""
    kept, before = _read(connection, profile)
    if kept is None:
        return before
    after = change(before)
    if after != before:
        _write(connection, profile, kept, after)
    return after


def try_pin(engine: Engine, profile: UUID, pin: str, now_ms: int) -> tuple[bool, Guard]:
    """Whether a PIN is right, with what had happened before it, or else what has happened now.

    It is kept as wrong before it is looked at, which takes a while, and taken back when it was right. While there is
    something to be waited for it is not looked at. Where no PIN is kept any, every one is right.
    """
    with writing(engine) as connection:
        kept, before = _read(connection, profile)
        if kept is None:
            return True, before
        before = before.seen(now_ms)
        waits = bool(before.left_ms(now_ms))
        after = before if waits else before.tried(now_ms)
        _write(connection, profile, kept, after)
    if waits or not _is_right(pin, kept):
        return False, after
    with writing(engine) as connection:
        change_guard(connection, profile, lambda _: Guard())
    return True, before


def _is_right(pin: str, kept: str) -> bool:
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        Argon2id.verify_phc_encoded(pin.encode(), kept)
    except InvalidKey:
        return False
    except ValueError as error:
        raise _unreadable() from error
    return True


def _read(connection: Connection, profile: UUID) -> tuple[str | None, Guard]:
    value = read_setting(connection, pin_setting(profile))
    if not value:
        return None, Guard()
    try:
        plain = json.loads(value)
        kept, guard = str(plain["hash"]), from_plain(Guard, plain["guard"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise _unreadable() from error
    if not kept.startswith(_OURS):
        raise _unreadable()
    return kept, guard


def _unreadable() -> Refusal:
    return Refusal(
        "PIN yang tersimpan tidak dapat dibaca, sehingga profil ini tidak dapat dibuka. "
        "Tidak ada yang terhapus; mintalah bantuan petugas TI."
    )


def _write(connection: Connection, profile: UUID, kept: str | None, guard: Guard) -> None:
    value = "" if kept is None else json.dumps({"hash": kept, "guard": to_plain(guard)})
    write_setting(connection, pin_setting(profile), value)
