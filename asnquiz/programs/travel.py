"""Where the window can go: finds the way to a place, one at a time."""

from collections.abc import Mapping
from importlib import import_module

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import NOT_OPENED, Journey
from asnquiz.ui.destinations import (
    AddScoreFiles,
    Ask,
    BeginQuiz,
    BeginTask,
    BriefingPapers,
    BrowseLaw,
    CheckBriefing,
    CheckComputer,
    ChoosePerson,
    ComeIn,
    Destination,
    Discuss,
    DraftOffice,
    Drafts,
    EditDraft,
    EditPlan,
    HandIn,
    HandOver,
    KeepRoster,
    LeadBriefing,
    LookAround,
    MoveAway,
    MoveHere,
    NewPerson,
    Office,
    OpenFile,
    OpenPack,
    OwnData,
    Packs,
    People,
    PrepareBriefing,
    PrintCertificate,
    PrintFingerprint,
    PrintLesson,
    PrintMinutes,
    PrintPledge,
    PrintReceipts,
    PrintRule,
    PrintSheet,
    PublishDrafts,
    PurgeResults,
    ReadGuide,
    ReadLesson,
    RecapAgency,
    RecapAnalysis,
    RecapBriefings,
    RecapFiles,
    RecapLog,
    RecapPeople,
    RecapPerson,
    RecapReports,
    RecapRescore,
    Rehearse,
    Remembered,
    ResumeQuiz,
    ReviewQuiz,
    SaveReport,
    Section,
    SetCalendar,
    SetUpOffice,
    ShowBackups,
    ShowBriefing,
    ShowKeys,
    ShowLocal,
    ShowResult,
    ShowTask,
    StudyCase,
    TryLocal,
    TypePapers,
    WriteTask,
)
from asnquiz.ui.shell.window_keys import WindowKey
from asnquiz.usecases.name_file import is_move

# Where one can go before anybody is in.
_FOR_NOBODY = (ChoosePerson, ComeIn, NewPerson, MoveHere)

# For each place the module of `routes` whose `travel` leads there, imported when it is first gone to.
_WAYS: Mapping[Section | type[Destination], str] = {
    Section.HOME: "home",
    Section.LESSONS: "lessons",
    ReadLesson: "lessons",
    Section.ASK: "ask",
    Ask: "ask",
    SetCalendar: "ask",
    CheckComputer: "condition",
    Section.QUIZ: "quizzes",
    BeginQuiz: "quizzes",
    ResumeQuiz: "quizzes",
    Section.CASES: "cases",
    StudyCase: "cases",
    Section.PLEDGE: "pledge",
    Section.RESULTS: "results",
    ShowResult: "results",
    ReviewQuiz: "results",
    HandOver: "results",
    ShowTask: "tasks",
    BeginTask: "tasks",
    HandIn: "proof",
    PrintMinutes: "proof",
    Remembered: "remembering",
    BrowseLaw: "law",
    Discuss: "law",
    PrintLesson: "documents",
    PrintSheet: "documents",
    PrintRule: "documents",
    PrintPledge: "documents",
    PrintCertificate: "documents",
    OpenFile: "files",
    Packs: "packs",
    OpenPack: "packs",
    ShowLocal: "local",
    TryLocal: "local",
    ChoosePerson: "people",
    ComeIn: "people",
    NewPerson: "people",
    People: "people",
    Section.BRIEFING: "briefings",
    EditPlan: "briefings",
    PrepareBriefing: "prepare_briefing",
    CheckBriefing: "check_briefing",
    BriefingPapers: "briefing_papers",
    ShowBriefing: "briefing_record",
    TypePapers: "briefing_record",
    Section.RECAP: "recap",
    RecapAgency: "recap",
    RecapAnalysis: "analysis",
    PrintReceipts: "receipts",
    RecapPeople: "recap",
    RecapPerson: "recap",
    RecapFiles: "recap",
    AddScoreFiles: "recap",
    KeepRoster: "recap",
    PurgeResults: "recap",
    RecapReports: "reports",
    SaveReport: "reports",
    RecapRescore: "rescore",
    RecapBriefings: "recap",
    RecapLog: "recap",
    SetUpOffice: "office",
    Office: "office",
    WriteTask: "office",
    Rehearse: "office",
    PrintFingerprint: "office",
    LeadBriefing: "lead_briefing",
    Drafts: "drafts",
    EditDraft: "drafts",
    DraftOffice: "drafts",
    PublishDrafts: "drafts",
    Section.HELP: "help",
    ReadGuide: "help",
    LookAround: "help",
    ShowKeys: "help",
    OwnData: "own_data",
    MoveAway: "own_data",
    MoveHere: "own_data",
    ShowBackups: "own_data",
    Section.SETTINGS: "settings",
}


class Traveller:
    """Goes where the window asks: each way fetches in the background, then builds the page from what came."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._waiting_file: OpenFile | None = None
        journey.arrived = self._open_waiting_file
        journey.window.take_keys(self._press)

    def travel(self, destination: Destination) -> None:
        """Opens a destination; a refusal is told over the page that stays.

        While one is on its way another is not taken: the second press of a double click means the first again. Going
        away waits for nothing. A file waits, because nobody would hand it over twice, also until somebody is in, unless
        it brings the first one.
        """
        journey = self.journey
        nobody, goes_away = journey.known is None, isinstance(destination, ChoosePerson)
        brings = isinstance(destination, OpenFile) and is_move(destination.file) and not journey.people
        if isinstance(destination, OpenFile) and (journey.under_way or (nobody and not brings)):
            self._waiting_file = destination
            return
        if journey.under_way and not goes_away:
            return
        place = destination if isinstance(destination, Section) else type(destination)
        way = _WAYS[place]
        if nobody and not (brings or isinstance(destination, _FOR_NOBODY)):
            way, destination = "people", Section.HOME
        try:
            import_module(f"asnquiz.programs.routes.{way}").travel(journey, destination)
        except Refusal as refusal:
            journey.window.report(NOT_OPENED, str(refusal))

    def _press(self, key: WindowKey) -> None:
        import_module("asnquiz.programs.routes.keys").press(self.journey, key)

    def _open_waiting_file(self) -> None:
        if (waiting := self._waiting_file) and self.journey.known is not None:
            self._waiting_file = None
            self.journey.window.go(waiting)
