"""The places a person can go to in the window, as values that pages hand to the shell.

The rail needs them before the first picture, so what they only name is not loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from asnquiz.domain.collection import Verdict
    from asnquiz.domain.pack import Phase
    from asnquiz.usecases.briefing_ports import DoorWish
    from asnquiz.usecases.see_recap import Wanted
    from asnquiz.usecases.take_quiz import Plan


class Section(Enum):
    """The places that the rail leads to, in its order, by the words on screen."""

    HOME = "Beranda"
    LESSONS = "Materi"
    ASK = "Bolehkah saya?"
    QUIZ = "Kuis"
    CASES = "Studi kasus"
    PLEDGE = "Ikrar"
    RESULTS = "Hasil saya"
    BRIEFING = "Sosialisasi"
    RECAP = "Rekap nilai"
    HELP = "Bantuan"
    SETTINGS = "Pengaturan"


@dataclass(frozen=True)
class ReadLesson:
    """A lesson, from its beginning or at one of its blocks, counted from 0."""

    lesson: str
    block: int | None = None


@dataclass(frozen=True)
class BrowseLaw:
    """All instruments and glossary words."""


@dataclass(frozen=True)
class Discuss:
    """What opinions differ on, or one of the questions that never decide a score."""

    item: str | None = None


@dataclass(frozen=True)
class Ask:
    """Bolehkah saya? with words in its line; they are kept nowhere."""

    words: str = ""


@dataclass(frozen=True)
class SetCalendar:
    """The calendar of stages; `words` stand in the line of Bolehkah saya? when one goes back there."""

    words: str = ""


@dataclass(frozen=True)
class BeginQuiz:
    """Starts a quiz; an open attempt of the same kind and title is offered first."""

    plan: Plan


@dataclass(frozen=True)
class ResumeQuiz:
    attempt: UUID


@dataclass(frozen=True)
class ReviewQuiz:
    attempt: UUID


@dataclass(frozen=True)
class ShowResult:
    attempt: UUID


@dataclass(frozen=True)
class StudyCase:
    """A case study, at the scene where the person stands."""

    scenario: str


@dataclass(frozen=True)
class OpenFile:
    """A file that somebody handed to the program by starting it with the file's name."""

    file: Path


@dataclass(frozen=True)
class Packs:
    """Paket soal: what is in use, and every version on this computer."""


@dataclass(frozen=True)
class OpenPack:
    """A pack's file, before anybody said yes to it."""

    file: Path


@dataclass(frozen=True)
class ShowLocal:
    """Setempat: what the office has added, and whom to ask there."""


@dataclass(frozen=True)
class TryLocal:
    """One of the office's questions that decide no score, to be read and tried."""

    item: str


@dataclass(frozen=True)
class OwnData:
    """Data saya: a copy, moving to another computer, backups, erasing."""


@dataclass(frozen=True)
class MoveAway:
    """Makes the file with which a person moves to another computer."""


@dataclass(frozen=True)
class MoveHere:
    """Takes in a person from such a file; the only place besides the first start that needs nobody to be known."""

    file: Path


@dataclass(frozen=True)
class ShowBackups:
    """The backups, each to be restored."""


@dataclass(frozen=True)
class HandOver:
    attempt: UUID


@dataclass(frozen=True)
class ShowTask:
    """A task that the person took on: what it asks, and how far they are."""

    task: UUID


@dataclass(frozen=True)
class BeginTask:
    """Starts the exam of a task, after its session was written down where it is supervised."""

    task: UUID


@dataclass(frozen=True)
class HandIn:
    """The proof of a task, sealed for the office that gave it: what goes, and saving it."""

    task: UUID


@dataclass(frozen=True)
class Remembered:
    """How well each rule in repetition is remembered."""


@dataclass(frozen=True)
class ChoosePerson:
    """Siapa Anda?: whoever is in goes away, and finds everything as it is until somebody else comes in."""


@dataclass(frozen=True)
class ComeIn:
    """Somebody said who they are; a PIN is asked for where there is one."""

    profile: UUID


@dataclass(frozen=True)
class NewPerson:
    """Somebody who is not on the list yet."""


@dataclass(frozen=True)
class People:
    """Who shares this computer, with the PIN and the lock of the person who is in."""


@dataclass(frozen=True)
class ReadGuide:
    """A topic of a guide, by a link `guide#anchor`; at a block, or a row of a table, that was looked for, from 0."""

    link: str
    block: int | None = None
    row: int | None = None


@dataclass(frozen=True)
class LookAround:
    """The short walk around the program, and where it leads in the end."""

    back: Section


@dataclass(frozen=True)
class ShowKeys:
    """The sheet of keys over the page that stays."""


@dataclass(frozen=True)
class CheckComputer:
    """Cek kondisi komputer."""


@dataclass(frozen=True)
class PrintLesson:
    """Saves a lesson as a PDF; like every printing it asks where to over the page that stays."""

    lesson: str


@dataclass(frozen=True)
class PrintSheet:
    """Saves the one page of what may and may not be done in a phase on a job."""

    phase: Phase
    job: str


@dataclass(frozen=True)
class PrintRule:
    rule: str


@dataclass(frozen=True)
class PrintPledge:
    pass


@dataclass(frozen=True)
class PrintCertificate:
    """Opens the page on which a passed exam is written into a certificate."""

    attempt: UUID


@dataclass(frozen=True)
class PrintMinutes:
    """Saves the minutes of a supervised exam."""

    attempt: UUID


@dataclass(frozen=True)
class RecapAgency:
    """The units of one agency."""

    agency: str


@dataclass(frozen=True)
class PrintReceipts:
    """Saves the receipts of every unit of an agency."""

    agency: str


@dataclass(frozen=True)
class RecapAnalysis:
    """What was asked and how it was answered, for what Rekap nilai was asked last."""


@dataclass(frozen=True)
class RecapPeople:
    """The people of the recap, narrowed as wanted; None as they were narrowed last."""

    wanted: Wanted | None = None


@dataclass(frozen=True)
class RecapPerson:
    """One of them, by the key of asnquiz.domain.collection.PersonRow."""

    key: str


@dataclass(frozen=True)
class RecapFiles:
    """The files that somebody must look at, those of one verdict or all."""

    verdict: Verdict | None = None


@dataclass(frozen=True)
class AddScoreFiles:
    """Takes score files in; while that goes on, how far it is."""


@dataclass(frozen=True)
class KeepRoster:
    """The list of staff, to be replaced by a file."""


@dataclass(frozen=True)
class PurgeResults:
    """Removes old results for good."""


@dataclass(frozen=True)
class RecapReports:
    """What can be saved of the recap, to be passed on."""


class Report(Enum):
    """What can be saved of the recap; `summary`, `people`, `answers` and `matrix` are each a table of its own.

    `sums`: of agencies, for those who have no right to names.
    """

    WORKBOOK = "workbook"
    SUMMARY = "summary"
    PEOPLE = "people"
    ANSWERS = "answers"
    MATRIX = "matrix"
    PDF = "pdf"
    LETTER = "letter"
    REMINDERS = "reminders"
    SUMS = "sums"


@dataclass(frozen=True)
class SaveReport:
    """Saves a report over the page that stays.

    Attributes:
        abroad: whether a table is for programs anywhere, not for a spreadsheet in Indonesian.
        reason: why sums go out with names; None without names.
    """

    report: Report
    abroad: bool = False
    reason: str | None = None


@dataclass(frozen=True)
class RecapRescore:
    """Marks everything by the content in use, after showing what that changes; or by each one's own again."""


@dataclass(frozen=True)
class RecapBriefings:
    """The briefings of which a record came in."""


@dataclass(frozen=True)
class RecapLog:
    """What was done with the results here."""


@dataclass(frozen=True)
class SetUpOffice:
    """Siapkan kantor: name, keys, and opening both of them for a trial."""


@dataclass(frozen=True)
class Office:
    """The office that gathers here: its fingerprint, its tasks, and when its keys were tried last."""


@dataclass(frozen=True)
class WriteTask:
    pass


@dataclass(frozen=True)
class Rehearse:
    """Gladi buka kunci: opens a sample with each key again."""


@dataclass(frozen=True)
class PrintFingerprint:
    """Saves the page with the fingerprint of the office's key."""


@dataclass(frozen=True)
class PrepareBriefing:
    """The first step of a new briefing."""


@dataclass(frozen=True)
class EditPlan:
    """One of the trainer's own plans; None makes a new one, and a ready one becomes an own one."""

    plan: str | None


@dataclass(frozen=True)
class CheckBriefing:
    """Whether everything is ready for a briefing that was prepared, and its beginning."""

    briefing: UUID


@dataclass(frozen=True)
class BriefingPapers:
    """What is printed for a briefing before it."""

    briefing: UUID


@dataclass(frozen=True)
class TypePapers:
    """Typing in what participants answered on paper."""

    briefing: UUID


@dataclass(frozen=True)
class LeadBriefing:
    """The leader's page of a briefing that was begun; `door` is where its phones are to come in."""

    briefing: UUID
    door: DoorWish | None = None


@dataclass(frozen=True)
class ShowBriefing:
    """The record of a briefing."""

    briefing: UUID


@dataclass(frozen=True)
class Drafts:
    """Soal setempat: everything that an office writes here."""


@dataclass(frozen=True)
class EditDraft:
    """One draft, by its id."""

    draft: str


@dataclass(frozen=True)
class DraftOffice:
    """What is published of the office beside its questions."""


@dataclass(frozen=True)
class PublishDrafts:
    """What goes out with the next version, before it is saved."""


Destination = (
    Section
    | ReadLesson
    | BrowseLaw
    | Discuss
    | Ask
    | SetCalendar
    | BeginQuiz
    | ResumeQuiz
    | ReviewQuiz
    | ShowResult
    | HandOver
    | ShowTask
    | BeginTask
    | HandIn
    | StudyCase
    | Remembered
    | ChoosePerson
    | ComeIn
    | NewPerson
    | People
    | ReadGuide
    | LookAround
    | ShowKeys
    | OwnData
    | MoveAway
    | MoveHere
    | ShowBackups
    | CheckComputer
    | OpenFile
    | Packs
    | OpenPack
    | ShowLocal
    | TryLocal
    | PrintLesson
    | PrintSheet
    | PrintRule
    | PrintPledge
    | PrintCertificate
    | PrintMinutes
    | RecapAgency
    | RecapAnalysis
    | PrintReceipts
    | RecapPeople
    | RecapPerson
    | RecapFiles
    | AddScoreFiles
    | KeepRoster
    | PurgeResults
    | RecapReports
    | SaveReport
    | RecapRescore
    | RecapBriefings
    | RecapLog
    | SetUpOffice
    | Office
    | WriteTask
    | Rehearse
    | PrintFingerprint
    | PrepareBriefing
    | EditPlan
    | CheckBriefing
    | BriefingPapers
    | TypePapers
    | LeadBriefing
    | ShowBriefing
    | Drafts
    | EditDraft
    | DraftOffice
    | PublishDrafts
)
