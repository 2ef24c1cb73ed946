"""What use cases ask of the technology behind them.

Ports only name domain values: they load none, so that a port costs nothing where the first picture is painted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from uuid import UUID

    from asnquiz.domain.answering import Answer
    from asnquiz.domain.attempt import Attempt, AttemptState, AttemptSummary, Pause, Response, Score
    from asnquiz.domain.backup import Backup
    from asnquiz.domain.condition import Backups, Folder, Integrity, View
    from asnquiz.domain.holdings import Holdings
    from asnquiz.domain.learned import CaseStep, PledgeTaken, Recall
    from asnquiz.domain.moment import Moment
    from asnquiz.domain.pack import Pack
    from asnquiz.domain.person import Person, Profile
    from asnquiz.domain.pin import Guard
    from asnquiz.domain.search_index import SearchIndex
    from asnquiz.domain.taken_task import TakenTask, TaskAttempt
    from asnquiz.domain.task import SignedTask

T = TypeVar("T")


class Clock(Protocol):
    """The computer's clocks."""

    def now(self) -> Moment:
        """The present moment, with the next value of the data folder's counter."""

    def monotonic_ms(self) -> int:
        """Milliseconds from an arbitrary start, never set back."""


class PackSource(Protocol):
    """Where content comes from."""

    def current(self) -> tuple[Pack, str, bytes]:
        """The pack in use, its SHA-256 identity and its compiled form. Raises Refusal when the pack has faults."""

    def search_index(self) -> SearchIndex:
        """The search index of the pack in use, read from its compiled form. Raises Refusal as `current` does."""

    def decode(self, compiled: bytes) -> Pack:
        """The pack of a compiled form kept earlier. Raises Refusal when it is damaged or of a later program."""


class LearnerRecord(Protocol):
    """Who learns here and how far."""

    def profiles(self) -> tuple[Profile, ...]:
        """Everyone who shares this data folder, oldest first."""

    def summaries(self, profile: UUID) -> tuple[AttemptSummary, ...]:
        """A person's attempts, newest first."""

    def lessons_read(self, profile: UUID, pack_id: str) -> frozenset[str]: ...

    def latest_recalls(self, profile: UUID, pack_id: str) -> tuple[Recall, ...]:
        """The last recall of each rule, what is due first coming first."""

    def last_asked(self, profile: UUID, pack_id: str) -> Mapping[str, int]:
        """Each item that a person was asked, with the counter of its last response."""

    def tasks(self, profile: UUID) -> tuple[TakenTask, ...]:
        """The tasks that a person took on, the one taken last first."""


class LearnerStore(LearnerRecord, Protocol):
    """The learner's database. Every method is one transaction, durable when it returns; Refusal when it cannot be."""

    @property
    def keeps_nip(self) -> bool:
        """Whether a NIP is kept with its person; on portable media it never is."""

    def add_profile(self, profile: Profile) -> None: ...

    def keep_person(self, profile: UUID, person: Person) -> None:
        """Replaces what is known of the person behind a profile."""

    def keep_pin(self, profile: UUID, pin: str | None) -> None:
        """Guards a profile by a PIN, or by none; nothing has happened at it yet."""

    def try_pin(self, profile: UUID, pin: str, now_ms: int) -> tuple[bool, Guard]:
        """Whether a PIN is right, with what had happened at it before; a wrong one is kept, and what follows given.

        While there is something to be waited for by the wall clock, none is looked at. Takes more than one transaction.
        """

    def change_guard(self, profile: UUID, change: Callable[[Guard], Guard]) -> Guard:
        """Changes what happened at a PIN, and gives it; nothing is kept where there is no PIN."""

    def keep_job(self, profile: UUID, job: str | None) -> None:
        """Keeps whose path through the lessons is followed."""

    def begin(
        self, attempt: Attempt, compiled: bytes, instead_of: UUID | None = None, task: TaskAttempt | None = None
    ) -> None:
        """Keeps a new attempt with the compiled pack it was made of, and `task`, if it is made for one.

        `instead_of` is then kept as abandoned.
        """

    def add_response(self, attempt: UUID, response: Response, recalled: Sequence[Recall] = ()) -> Response:
        """Appends a response, linked to the one kept last, and returns it with its link. Refused after the end.

        `recalled` is what the response does to its rules, kept with it or not at all.
        """

    def keep_remaining(self, attempt: UUID, remaining_ms: int, at: Moment) -> None:
        """Keeps the exam clock and that the attempt was on screen then; the clock never grows."""

    def add_pause(self, attempt: UUID, pause: Pause) -> None:
        """Appends a pause, after which the attempt was on screen again: the next one is counted from there."""

    def end(
        self, attempt: UUID, state: AttemptState, at: Moment, score: Score | None, recalled: Sequence[Recall] = ()
    ) -> None:
        """Ends an active attempt and keeps what was recalled in it; an attempt that is over already stays as it is."""

    def attempt(self, attempt: UUID) -> Attempt:
        """One attempt, whole. Raises Refusal when its chain does not hold."""

    def answers(self, profile: UUID) -> Mapping[UUID, Mapping[str, Answer]]:
        """What each attempt of a person asked, in its order, with the answer that counts, empty where there is none.

        For figures over many attempts: unlike `attempt`, it does not check chains.
        """

    def compiled_pack(self, sha256: str) -> bytes:
        """The compiled pack that an attempt was made of."""

    def mark_read(self, profile: UUID, pack_id: str, lesson: str, at: Moment) -> None: ...

    def recalls(self, profile: UUID, pack_id: str) -> tuple[Recall, ...]:
        """Every recall of a person, oldest first."""

    def case_steps(self, profile: UUID, pack_id: str) -> tuple[CaseStep, ...]:
        """Every choice of a person in all case studies, oldest first."""

    def add_case_step(self, profile: UUID, pack_id: str, step: CaseStep) -> None: ...

    def pledges(self, profile: UUID) -> tuple[PledgeTaken, ...]:
        """Every pledge that a person read to its end, oldest first."""

    def add_pledge(self, profile: UUID, pledge: PledgeTaken) -> None: ...

    def take_task(self, profile: UUID, signed: SignedTask, at: Moment) -> None:
        """Keeps that a person takes a task on; one that was taken on before stays as it is."""

    def task_of(self, attempt: UUID) -> TaskAttempt | None:
        """What an attempt was made for; None where it is no task's."""

    def keep_handed_in(self, profile: UUID, task: UUID, file_id: UUID, at: Moment) -> None:
        """Keeps that proof with the score file `file_id` was saved for a task. Refused for a task not taken on."""

    def setting(self, name: str) -> str | None: ...

    def keep_setting(self, name: str, value: str) -> None: ...

    def holdings(self, profile: UUID) -> Holdings:
        """Everything kept about a person, proven. Raises Refusal where there is no such profile."""

    def take_in(self, coming: Holdings, compiled: Mapping[str, bytes]) -> None:
        """Keeps what came from another computer, all or nothing, with its compiled packs by their identity.

        Of a person who is here already it must go on from what is here, see domain.holdings.surplus; otherwise raises
        Refusal.
        """

    def erase(self, profile: UUID) -> None:
        """Removes a person: everything kept under a profile, from the database and from every copy of it.

        Repeating it finishes what was interrupted. Raises Refusal, with nothing or only the copies left to remove.
        """

    def back_up(self, day: dt.date) -> None:
        """Keeps one verified copy a day, the newest seven, and finishes an erasure that was interrupted."""

    def backups(self) -> tuple[Backup, ...]:
        """The copies that can be restored, newest first."""

    def restore(self, backup: str, at: Moment) -> None:
        """Makes everything as it was in the backup of that name, and keeps what was there until now as another.

        Raises Refusal, with nothing changed, when it cannot be.
        """

    def highest_counter(self) -> int:
        """The highest counter of any moment kept, 0 in an empty database."""

    def close(self) -> None: ...


class Computer(Protocol):
    """What the program depends on of the computer it runs on; asking changes nothing."""

    def now(self) -> dt.datetime:
        """The time on the wall."""

    def folder(self) -> Folder: ...

    def system(self) -> str:
        """The operating system and what the program is built on, with their versions."""

    def missing_look(self) -> tuple[str, ...]:
        """What of the program's look is not there or damaged, in words."""

    def view(self) -> View | None:
        """What is seen of the window; None where there is none."""


class KeptData(Protocol):
    """The learner's database as a file, also one that cannot be opened; asking changes nothing."""

    def integrity(self) -> Integrity:
        """Reads every row."""

    def backups(self) -> Backups: ...


class Background(Protocol):
    """The worker that writes and does slow work, in the order asked; results come back on the caller's thread."""

    def run(
        self,
        work: Callable[[], T],
        on_success: Callable[[T], None],
        on_failure: Callable[[Exception], None],
        doing: str = "",
        *,
        long: bool = False,
    ) -> None:
        """Queues `work`; `doing` is what the screen says where it takes long, empty where a page says so itself.

        What is `long` is done beside all other work, one after another; it may take minutes.
        """
