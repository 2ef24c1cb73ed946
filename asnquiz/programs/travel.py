"""Where the window can go: finds the way to a place, one at a time."""

from asnquiz.domain.refusal import Refusal
from asnquiz.programs.journey import NOT_OPENED, Journey
from asnquiz.ui.destinations import (
    Ask,
    BeginQuiz,
    Destination,
    HandOver,
    OpenFile,
    PrintCertificate,
    PrintLesson,
    PrintPledge,
    PrintRule,
    PrintSheet,
    ReadLesson,
    Remembered,
    ResumeQuiz,
    ReviewQuiz,
    Section,
    SetCalendar,
    ShowResult,
    StudyCase,
)


class Traveller:
    """Goes where the window asks: each way fetches in the background, then builds the page from what came."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._waiting_file: OpenFile | None = None
        journey.arrived = self._open_waiting_file

    def travel(self, destination: Destination) -> None:
        """Opens a destination; a refusal is told over the page that stays.

        While one is on its way another is not taken: the second press of a double click means the first again. A file
        waits, because nobody would hand it over twice, also until the first start is over.
        """
        journey = self.journey
        if isinstance(destination, OpenFile) and (journey.under_way or journey.known is None):
            self._waiting_file = destination
            return
        if journey.under_way:
            return
        try:
            self._set_out(destination)
        except Refusal as refusal:
            journey.window.report(NOT_OPENED, str(refusal))

    def _open_waiting_file(self) -> None:
        if waiting := self._waiting_file:
            self._waiting_file = None
            self.journey.window.go(waiting)

    def _set_out(self, destination: Destination) -> None:
        journey = self.journey
        if journey.known is None:
            from asnquiz.programs.routes import first_start

            first_start.travel(journey)
            return
        match destination:
            case Section.HOME:
                from asnquiz.programs.routes import home

                home.travel(journey)
            case Section.LESSONS | ReadLesson():
                from asnquiz.programs.routes import lessons

                lessons.travel(journey, destination)
            case Section.ASK | Ask() | SetCalendar():
                from asnquiz.programs.routes import ask

                ask.travel(journey, destination)
            case Section.QUIZ | BeginQuiz() | ResumeQuiz():
                from asnquiz.programs.routes import quizzes

                quizzes.travel(journey, destination)
            case Section.CASES | StudyCase():
                from asnquiz.programs.routes import cases

                cases.travel(journey, destination)
            case Section.RESULTS | ShowResult() | ReviewQuiz() | HandOver():
                from asnquiz.programs.routes import results

                results.travel(journey, destination)
            case Remembered():
                from asnquiz.programs.routes import remembering

                remembering.travel(journey)
            case Section.SETTINGS:
                from asnquiz.programs.routes import settings

                settings.travel(journey)
            case OpenFile():
                from asnquiz.programs.routes import files

                files.travel(journey, destination)
            case PrintLesson() | PrintSheet() | PrintRule() | PrintPledge() | PrintCertificate():
                from asnquiz.programs.routes import documents

                documents.travel(journey, destination)
