"""What gathering results asks of the technology behind it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from asnquiz.domain.attempt import PackRef
from asnquiz.domain.class_results import Attended, Briefed, Held
from asnquiz.domain.collection import (
    Arrival,
    AskedCount,
    ChangedAnswer,
    ChoiceCount,
    Counted,
    Flag,
    GivenAnswer,
    LogEntry,
    Looked,
    Office,
    Overview,
    People,
    PersonRow,
    PersonState,
    Question,
    RefusedFile,
    RosterEntry,
    Standings,
    SureCount,
    Tally,
    UnitStanding,
    Verdict,
    Week,
)
from asnquiz.domain.marking import Marking
from asnquiz.domain.task import SignedTask

# Gets how many rows are copied and how many there are, again and again.
TellRows = Callable[[int, int], None]


class Looker(Protocol):
    """Looks at the bytes of files in other processes, several chunks at a time; no file can stop it.

    Attributes:
        ahead: how many chunks may be under way, so that nobody in there waits for work.
    """

    ahead: int

    def send(self, number: int, chunk: Sequence[bytes]) -> None:
        """Hands over the bytes of some files, under a number of the caller's."""

    def finished(self, wait_s: float) -> list[tuple[int, Sequence[Looked]]]:
        """The chunks that came back since, in any order; waits so long for the first one at most."""

    def close(self) -> None:
        """Ends the other processes, whatever they are at. Closing again does nothing."""


class CollectionStore(Protocol):
    """The office's database. Every method is one transaction, durable when it returns; Refusal when it cannot be.

    What it answers is a function of what is in it, never of the order in which that came.
    """

    def office(self) -> Office | None:
        """Who gathers here; None before that was said."""

    def keep_office(self, office: Office) -> None: ...

    def tasks(self) -> tuple[SignedTask, ...]:
        """The tasks made here, newest first."""

    def add_task(self, task: SignedTask) -> None: ...

    def begin_import(self, source: str, at: datetime) -> int:
        """A new import from where `source` says, in words; gives its number. It goes into the log."""

    def known(self, hashes: Sequence[bytes]) -> dict[bytes, Verdict]:
        """Of files by the SHA-256 of their bytes those whose results are in (DUPLICATE) or were purged (DELETED)."""

    def take(self, number: int, files: Sequence[tuple[Arrival, Looked]]) -> None:
        """Keeps what a batch of files turned out to be, and the results of those that are ACCEPTED and new here.

        A report that is here already makes its file a DUPLICATE, one that was purged DELETED. Taking a batch again
        changes no result.
        """

    def end_import(self, number: int, at: datetime) -> Tally:
        """Closes an import and says what it came to; conflicts are known only now."""

    def refused(self, number: int | None = None) -> Iterator[RefusedFile]:
        """The files of an import, or of all, that somebody must look at; the newest first."""

    def keep_roster(self, entries: Sequence[RosterEntry], at: datetime) -> None:
        """Replaces the roster; links that were made by hand stay."""

    def roster(self) -> tuple[RosterEntry, ...]: ...

    def link(self, key: str, nip: str | None, at: datetime) -> None:
        """Says by hand who of the roster an unknown person is; None takes that back."""

    def linked(self, nip: str) -> tuple[tuple[str, str], ...]:
        """Whom somebody was said to be by hand: the keys of `link`, and the names that came with them."""

    def overview(self, question: Question) -> Overview: ...

    def agencies(self, question: Question) -> tuple[UnitStanding, ...]:
        """Every agency of the roster, by name."""

    def units(self, question: Question, agency: str) -> tuple[UnitStanding, ...]:
        """Every unit of an agency, by name."""

    def standings(self, question: Question) -> Standings:
        """All of these at once."""

    def counted(self, question: Question) -> Counted: ...

    def weeks(self, question: Question) -> tuple[Week, ...]:
        """Every week in which counted exams ended, by their own clocks, in order."""

    def choices(self, question: Question) -> Sequence[ChoiceCount]:
        """How the questions were answered, over everybody's first exam, in any order.

        Exams of which some answer is not marked are left out; dropped questions are not in `right` and `total`.
        """

    def sure(self, question: Question) -> Sequence[SureCount]:
        """The sure answers of those first exams, of people on the roster, in any order."""

    def matched(self, before: Question, after: Question) -> Sequence[tuple[int, int, int, int]]:
        """Of everybody who has results of both: right and total of the one, and of the other."""

    def answers(self, question: Question) -> Iterator[GivenAnswer]:
        """Every answer of the counted exams, by agency, unit, name and person, and in the order of the exam."""

    def briefed(self) -> Briefed:
        """How many briefings are in, and who came to them; of those told in one way only."""

    def held(self) -> tuple[Held, ...]:
        """Each of those briefings, the latest day first."""

    def attended(self) -> Iterator[Attended]:
        """Everybody at each of those briefings, by agency, unit, name and day; who is not on the roster comes last."""

    def marking(self) -> Marking:
        """By what answers are marked now."""

    def asked(self) -> Sequence[AskedCount]:
        """Every question of exams that may count, in any order."""

    def changed_answers(self, marking: Marking) -> Iterator[ChangedAnswer]:
        """Every answer of exams that may count which would be marked otherwise, in the order of `answers`."""

    def mark_by(self, pack: PackRef | None, compiled: bytes, at: datetime) -> None:
        """Marks everything by a version of the content from now on, which is kept; None by each answer's own again."""

    def people(
        self,
        question: Question,
        *,
        agency: str | None = None,
        unit: str | None = None,
        state: PersonState | None = None,
        flag: Flag | None = None,
        words: str = "",
        limit: int = 200,
        offset: int = 0,
    ) -> People:
        """People by agency, unit and name; `words` are looked for in name and NIP."""

    def person(self, question: Question, key: str) -> PersonRow | None: ...

    def purge(self, *, before: datetime | None = None, key: str | None = None, at: datetime) -> int:
        """Removes the results received before a time, or those of one person, for good; gives how many.

        Each report is one, and each briefing that the person was at.

        Only hashes stay, by which a file that comes again is known as DELETED.
        """

    def purgeable(self, before: datetime) -> int:
        """How many reports a purge of what was received before a time would remove."""

    def write_log(self, act: str, words: str, at: datetime) -> None: ...

    def log(self, limit: int = 500) -> tuple[LogEntry, ...]:
        """What was done here, newest first."""

    def close(self) -> None: ...
