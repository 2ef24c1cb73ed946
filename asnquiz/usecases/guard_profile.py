"""Guarding a profile by a PIN: setting it, entering it, and what to do when it is forgotten."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Profile
from asnquiz.domain.pin import Guard, parse_pin
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import duration_words, time_words
from asnquiz.usecases.ports import Clock, LearnerStore


class Waiting(Refusal):
    """No PIN is taken yet.

    Attributes:
        left_ms: for how long.
    """

    def __init__(self, left_ms: int) -> None:
        super().__init__(waiting_words(left_ms))
        self.left_ms = left_ms


@dataclass(frozen=True)
class Standing:
    """What happened at a PIN, by the clock now; times as the wall clock of this computer shows them.

    Attributes:
        left_ms: how long no PIN is taken.
        forgotten: when somebody said that it is forgotten, None while nobody has.
        until: when it may be taken off.
        may_be_taken_off: whether that is now.
    """

    left_ms: int
    forgotten: dt.datetime | None
    until: dt.datetime | None
    may_be_taken_off: bool


def waiting_words(left_ms: int) -> str:
    """How long to wait, rounded up to whole seconds."""
    whole = -(-left_ms // 1_000) * 1_000
    return f"PIN sudah beberapa kali keliru. Tunggu {duration_words(whole)}, lalu coba lagi."


def asked_words(asked: dt.datetime) -> str:
    """What the owner is told who came in after somebody had said that the PIN is forgotten."""
    return (
        f"Pada {time_words(asked)} di komputer ini ada yang mencatat bahwa PIN Anda lupa. Karena PIN yang benar sudah "
        "dimasukkan, catatan itu dibatalkan. Bila bukan Anda yang mencatatnya, gantilah PIN Anda."
    )


def set_pin(profile: Profile, pin: str, store: LearnerStore) -> Profile:
    """Guards a profile by a new PIN, in place of the one before. Raises Refusal for what can be no PIN."""
    store.keep_pin(profile.id, parse_pin(pin))
    return replace(profile, has_pin=True)


def remove_pin(profile: Profile, store: LearnerStore) -> Profile:
    store.keep_pin(profile.id, None)
    return replace(profile, has_pin=False)


def enter(profile: Profile, pin: str, *, store: LearnerStore, clock: Clock) -> dt.datetime | None:
    """Takes the right PIN; gives when somebody said that it is forgotten, which is thereby cancelled.

    A wrong one is counted before it is looked at, so that killing the program takes nothing back. Raises Refusal for
    a wrong one, and Waiting before the next one is taken.
    """
    now = clock.now()
    right, guard = store.try_pin(profile.id, pin, now.wall_ms)
    if right:
        return _local(guard.forgotten_ms, now)
    if left := guard.left_ms(now.wall_ms):
        raise Waiting(left)
    raise Refusal("PIN keliru. Periksa angkanya, lalu ketik ulang.")


def standing(profile: Profile, *, store: LearnerStore, clock: Clock) -> Standing:
    """How it stands with a PIN; a clock that was set back is noticed and noted."""
    return _changed(profile, store, clock.now(), lambda guard: guard)


def say_forgotten(profile: Profile, *, store: LearnerStore, clock: Clock) -> Standing:
    """Notes that somebody says that the PIN is forgotten. Nothing is taken off yet."""
    now = clock.now()
    return _changed(profile, store, now, lambda guard: guard.said_forgotten(now.wall_ms))


def take_off_forgotten(profile: Profile, *, store: LearnerStore, clock: Clock) -> Profile:
    """Takes off a PIN that was forgotten for a day; whatever was learned stays. Raises Refusal before that."""
    if not standing(profile, store=store, clock=clock).may_be_taken_off:
        raise Refusal("PIN ini belum dapat dilepas. Tunggu sampai 24 jam sejak dicatat lupa, lalu coba lagi.")
    return remove_pin(profile, store)


def _changed(profile: Profile, store: LearnerStore, now: Moment, change: Callable[[Guard], Guard]) -> Standing:
    guard = store.change_guard(profile.id, lambda kept: change(kept.seen(now.wall_ms)))
    left = guard.forgotten.left_ms(now.wall_ms) if guard.forgotten else None
    return Standing(
        left_ms=guard.left_ms(now.wall_ms),
        forgotten=_local(guard.forgotten_ms, now),
        until=None if left is None else now.local + dt.timedelta(milliseconds=left),
        may_be_taken_off=guard.may_be_taken_off(now.wall_ms),
    )


def _local(wall_ms: int | None, now: Moment) -> dt.datetime | None:
    return None if wall_ms is None else now.local + dt.timedelta(milliseconds=wall_ms - now.wall_ms)
