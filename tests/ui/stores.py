"""Stores that behave like a slow or a full disk: a real store behind a hand-written front."""

import threading
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from asnquiz.domain.attempt import Response
from asnquiz.domain.learned import Recall
from asnquiz.domain.person import Person, Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.ports import LearnerStore

FULL_DISK = "Penyimpanan komputer ini penuh. Kosongkan sebagian, lalu coba lagi."


class StoreFront:
    """Passes everything on to the real store, except what a subclass does its own way."""

    real: LearnerStore

    def before(self, real: LearnerStore) -> LearnerStore:
        """The front before a real store, to be used where a store is expected."""
        self.real = real
        return cast(LearnerStore, self)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


class SlowStore(StoreFront):
    """Keeps no response before `gate` is set."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.reached = threading.Event()

    def add_response(self, attempt: UUID, response: Response, recalled: Sequence[Recall] = ()) -> Response:
        self.reached.set()
        self.gate.wait(30)
        return self.real.add_response(attempt, response, recalled)


class FullStore(StoreFront):
    """Refuses responses while `full`."""

    def __init__(self) -> None:
        self.full = False

    def add_response(self, attempt: UUID, response: Response, recalled: Sequence[Recall] = ()) -> Response:
        if self.full:
            raise Refusal(FULL_DISK)
        return self.real.add_response(attempt, response, recalled)


class ForgetfulStore(StoreFront):
    """Erases by no longer showing a person, or refuses while `full`; keeps no person either then."""

    def __init__(self) -> None:
        self.full = False
        self._gone: set[UUID] = set()

    def erase(self, profile: UUID) -> None:
        if self.full:
            raise Refusal(FULL_DISK)
        self._gone.add(profile)

    def keep_person(self, profile: UUID, person: Person) -> None:
        if self.full:
            raise Refusal(FULL_DISK)
        self.real.keep_person(profile, person)

    def profiles(self) -> tuple[Profile, ...]:
        return tuple(one for one in self.real.profiles() if one.id not in self._gone)
