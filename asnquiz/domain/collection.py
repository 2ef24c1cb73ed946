"""What an office knows of the files it was given: what each of them is, what it says, and what is odd about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple
from uuid import UUID

from asnquiz.domain.attempt import PackRef
from asnquiz.domain.class_results import TakenBriefing
from asnquiz.domain.interval import wilson
from asnquiz.domain.marking import Choice, Mark
from asnquiz.domain.task import Counting

# Begins the key of somebody who gave no NIP, which is the key of everybody else; no NIP begins so.
UNNUMBERED = "~"


def nip_of(key: str) -> str | None:
    """The NIP of somebody whom a key names."""
    return None if key.startswith(UNNUMBERED) else key


class Verdict(Enum):
    """What a file turned out to be; every file has one.

    `accepted`: its results are in. `duplicate`: the same results are in already, by another file or an earlier import.
    `conflict`: it tells an attempt or a briefing that is in otherwise; both are kept, and neither counts. `changed`: of
    our type, and not as it was sealed. `recipients`: sealed for others than its inner list says. `sealed`: none of the
    given keys opens it. `later`: of a later program. `deleted`: its results were purged here. `unsafe`: an archive that
    could harm. `unreadable`: the medium failed. `foreign`: anything else.
    """

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    CHANGED = "changed"
    RECIPIENTS = "recipients"
    SEALED = "sealed"
    LATER = "later"
    DELETED = "deleted"
    UNSAFE = "unsafe"
    UNREADABLE = "unreadable"
    FOREIGN = "foreign"

    @property
    def refused(self) -> bool:
        """Whether somebody must look at the file."""
        return self not in (Verdict.ACCEPTED, Verdict.DUPLICATE)


class Flag(Enum):
    """What is odd about results that are in: for people to look into, never a judgement, and never left out for it.

    `other-device`: the same person from another key than the first one. `shared-device`: one key, and exams of several
    people at overlapping times. `times`: impossible times. `chain`: the chain of answers does not hold. `score`:
    another mark than the answers give. `late`: received after the deadline.
    """

    OTHER_DEVICE = "other-device"
    SHARED_DEVICE = "shared-device"
    TIMES = "times"
    CHAIN = "chain"
    SCORE = "score"
    LATE = "late"


class TakenAnswer(NamedTuple):
    """The answer that counts for one question; `answer` is a JSON array as in asnquiz.domain.answering."""

    item: str
    revision: int
    answer: str
    certainty: str | None


class TakenAttempt(NamedTuple):
    """An attempt of a file that is intact, as values that go between processes.

    Attributes:
        content: SHA-256 over all that the attempt is, without its number among the person's attempts.
        started_utc, ended_utc: ISO 8601 in UTC; the offsets are minutes.
        chain_holds: whether every response has the link that follows from those before it.
        odd_times: whether its times are impossible.
    """

    id: str
    content: bytes
    kind: str
    title: str
    pack_id: str
    pack_version: str
    pack_sha256: str
    started_utc: str
    started_offset: int
    ended_utc: str
    ended_offset: int
    state: str
    limit_ms: int | None
    pass_mark: int | None
    right: int
    total: int
    number: int
    made: int
    supervisor: str | None
    place: str | None
    code: str | None
    chain_holds: bool
    odd_times: bool
    answers: tuple[TakenAnswer, ...]


class TakenReport(NamedTuple):
    """A score file that is intact, or a class record, which is nobody's and tells a briefing in place of attempts.

    Attributes:
        sha256: of the inner JWS, the identity of what was signed.
        evidence: those bytes, compressed by zlib.
        task: the id of the task that it answers, None for exams that a person picked.
        signer: the thumbprint of the key that signed the task.
    """

    sha256: bytes
    evidence: bytes
    file_id: str
    made_utc: str
    made_offset: int
    device: str
    program: str
    task: str | None
    signer: str | None
    nip: str | None
    name: str | None
    position: str | None
    unit: str | None
    employment: str | None
    attempts: tuple[TakenAttempt, ...]
    briefing: TakenBriefing | None = None


class Copied(NamedTuple):
    """How much of a collection was copied: files by name and bytes, what came in them, and people of the roster."""

    files: int
    reports: int
    attempts: int
    answers: int
    roster: int


class Looked(NamedTuple):
    """What a file turned out to be on its own; ACCEPTED with its report, anything else with a sentence on why."""

    verdict: Verdict
    reason: str
    report: TakenReport | None = None


class Arrival(NamedTuple):
    """A file as it came: where it lay (a member of an archive behind `»`), and the SHA-256 of its bytes.

    `sha256` is empty where no bytes could be read.
    """

    name: str
    sha256: bytes


@dataclass(frozen=True)
class Office:
    """Who gathers here.

    Attributes:
        signer: thumbprint of the key that signs its tasks.
        recipients: keys that open what is sent in, as (holder, kid, x); see asnquiz.domain.task.Recipient.
        rehearsed: when sealed files were last opened with every key, for a trial; None before.
    """

    name: str
    letterhead: tuple[str, ...]
    signer: str
    recipients: tuple[tuple[str, str, str], ...]
    rehearsed: datetime | None


@dataclass(frozen=True)
class RosterEntry:
    """One person who is expected, by the office's own list; `agency` is the perangkat daerah, `unit` within it."""

    nip: str
    name: str
    agency: str
    unit: str
    position: str


@dataclass(frozen=True)
class Question:
    """What a look at results asks for: printed with whatever answers it.

    Attributes:
        task: the task whose attempts count; None for exams that people picked themselves.
        supervised: results with and without supervision are never added up.
        counting: which attempt of a person counts.
    """

    task: UUID | None
    supervised: bool
    counting: Counting


@dataclass(frozen=True)
class UnitStanding:
    """One agency, or one unit of it, as far as the roster goes.

    Attributes:
        unit: empty for the whole agency.
        people, finished, passed: of the roster.
        late: of those who finished, whose counting attempt was received after the deadline.
        mean_tenths: mean of the scores of 0 to 100 in tenths, rounded down; None where nobody finished.
        interval_tenths: from where to where the mean lies with 95 % confidence; None where it cannot be told.
    """

    agency: str
    unit: str
    people: int
    finished: int
    passed: int
    late: int
    mean_tenths: int | None
    interval_tenths: tuple[int, int] | None = None

    @property
    def passed_interval_tenths(self) -> tuple[int, int] | None:
        """From where to where the share that passed lies, in tenths of a percent, with 95 % confidence, by Wilson."""
        ends = wilson(self.passed, self.finished)
        return (round(1000 * ends[0]), round(1000 * ends[1])) if ends else None


@dataclass(frozen=True)
class Week:
    """Counted exams that ended in one week, by its Monday; `mean_tenths` is of their scores of 0 to 100."""

    monday: date
    finished: int
    passed: int
    mean_tenths: int


@dataclass(frozen=True)
class Overview:
    """The whole, as far as one question goes.

    Attributes:
        people: in the roster; `agencies` and `units` in how many of them.
        finished, passed, late: of the roster.
        unknown: people with results who are not in the roster, or gave no NIP and wait to be linked by hand.
        refused: files that somebody must look at, by verdict.
        flagged: results that are odd, by flag.
        files: every file ever looked at, purged ones included.
        last_import: when files were taken in last.
        mean_tenths, interval_tenths: as in UnitStanding, of the roster.
        behind: whether results came in since that are in none of these figures; only where this account of a server may
            not count them.
    """

    question: Question
    people: int
    agencies: int
    units: int
    finished: int
    passed: int
    late: int
    unknown: int
    refused: Mapping[Verdict, int]
    flagged: Mapping[Flag, int]
    files: int
    last_import: datetime | None
    mean_tenths: int | None = None
    interval_tenths: tuple[int, int] | None = None
    behind: bool = False

    @property
    def standing(self) -> UnitStanding:
        """Everybody in the roster as though they were one unit."""
        return UnitStanding(
            "", "", self.people, self.finished, self.passed, self.late, self.mean_tenths, self.interval_tenths
        )


@dataclass(frozen=True)
class Standings:
    """The whole, every agency of the roster by name, and every unit by agency and name, as of one moment."""

    overview: Overview
    agencies: tuple[UnitStanding, ...]
    units: tuple[UnitStanding, ...]


class PersonState(Enum):
    """`unknown` has results and is not on the roster."""

    FINISHED = "finished"
    UNFINISHED = "unfinished"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class PersonRow:
    """A person on the list; the NIP is whole here, and masked where it is shown unless somebody asks.

    Attributes:
        key: names the person in further calls: the NIP, or for one without it what they are linked by.
        right, total, passed: of the attempt that counts; None before they finished.
        attempts: how many attempts of theirs are in.
        received: when the file with the counting attempt was taken in.
    """

    key: str
    nip: str | None
    name: str
    agency: str
    unit: str
    position: str
    state: PersonState
    right: int | None
    total: int | None
    passed: bool | None
    attempts: int
    received: datetime | None
    flags: frozenset[Flag]


@dataclass(frozen=True)
class People:
    """A page of people; `total` is how many there are without paging."""

    rows: tuple[PersonRow, ...]
    total: int


class ChoiceCount(NamedTuple):
    """How many people answered so, of those whose exam came to `right` of `total`; `certainty` as in TakenAnswer."""

    choice: Choice
    mark: Mark
    certainty: str | None
    right: int
    total: int
    people: int


class SureCount(NamedTuple):
    """Answers to one question in one unit that were said to be sure, and how many of them are wrong."""

    agency: str
    unit: str
    item: str
    revision: int
    wrong: int
    sure: int


class GivenAnswer(NamedTuple):
    """One answer of a counted exam; `mark` None where its question is not known here.

    Attributes:
        key: of the person, as in PersonRow. Of people who are not on the roster agency and unit are empty.
        place: of the question in the exam, from 0 on.
    """

    key: str
    name: str
    agency: str
    unit: str
    exam: UUID
    ended: datetime
    place: int
    choice: Choice
    certainty: str | None
    mark: Mark | None


class AskedCount(NamedTuple):
    """A question as it was asked, and how many answers it has, empty ones too."""

    item: str
    revision: int
    answers: int


class ChangedAnswer(NamedTuple):
    """An answer that another marking marks otherwise; of which exam, and what that comes to now and by the other.

    Attributes:
        task: the id of the task, empty for exams that people picked themselves.
        right, total: of the exam; as its file tells it where one of its answers is not marked.
        right_after, total_after: the same by the other marking.
        pass_mark: of 100; None without one.
    """

    key: str
    name: str
    agency: str
    unit: str
    exam: UUID
    task: str
    right: int
    total: int
    right_after: int
    total_after: int
    pass_mark: int | None
    place: int
    choice: Choice
    before: Mark | None
    after: Mark | None


@dataclass(frozen=True)
class Counted:
    """What the exams that count for a question are made of.

    Attributes:
        first, last: the days on which the first and the last of them ended, by the clocks of their computers.
        newest: when the last of them ended.
        packs: the versions of the content, and how many exams were made of each.
        as_told: those whose score is as their file tells it, since the content of some question is not known here.
        pass_marks: of 100, every one there is; None among them where there is none.
        behind: see Overview.
    """

    first: date | None
    last: date | None
    newest: datetime | None
    packs: tuple[tuple[PackRef, int], ...]
    as_told: int
    pass_marks: frozenset[int | None]
    behind: bool = False


@dataclass(frozen=True)
class Proposal:
    """Somebody unknown who may be somebody on the roster: for people to decide, never taken by itself.

    Attributes:
        key, nip, name, unit: of who sent results.
        reason: why they may be the same, in words.
    """

    key: str
    nip: str | None
    name: str
    unit: str | None
    entry: RosterEntry
    reason: str


@dataclass(frozen=True)
class RefusedFile:
    """A file that somebody must look at; `at` is when the import that brought it last began."""

    name: str
    verdict: Verdict
    reason: str
    at: datetime


@dataclass(frozen=True)
class Tally:
    """What an import came to; the verdicts add up to `files`."""

    files: int
    verdicts: Mapping[Verdict, int]


@dataclass(frozen=True)
class LogEntry:
    """Something that was done with people's data here: an import, an export, a purge, a look at whole NIPs.

    Attributes:
        account: by whom, as a server knows them; None in a file.
    """

    at: datetime
    act: str
    words: str
    account: str | None = None
