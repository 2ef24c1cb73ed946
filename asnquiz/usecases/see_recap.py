"""Looking at what an office gathered, screen by screen: the whole, and people as somebody looks for them."""

from dataclasses import dataclass

from asnquiz.domain.collection import Flag, LogEntry, Office, Overview, People, PersonState, Question, UnitStanding
from asnquiz.domain.task import Task
from asnquiz.usecases.collection_ports import CollectionStore
from asnquiz.usecases.see_collection import deadline_words, policy_words, question_on


@dataclass(frozen=True)
class Recap:
    """What is known, and of which tasks it could be asked.

    Attributes:
        last_act: what was done with the results here last; while it and the figures stay, nothing has changed.
    """

    office: Office
    tasks: tuple[Task, ...]
    overview: Overview
    agencies: tuple[UnitStanding, ...]
    last_act: LogEntry | None

    @property
    def question(self) -> Question:
        """What was asked for."""
        return self.overview.question

    @property
    def task(self) -> Task | None:
        """The task asked about; None for exams that people picked themselves."""
        return task_asked(self.question, self.tasks)


@dataclass(frozen=True)
class Wanted:
    """Whom somebody looks for: None and empty words leave nobody out."""

    agency: str | None = None
    unit: str | None = None
    state: PersonState | None = None
    flag: Flag | None = None
    words: str = ""


def see_recap(question: Question | None, store: CollectionStore) -> Recap | None:
    """The whole; without a question that of the newest task. None as long as nobody has said who gathers here."""
    office = store.office()
    if office is None:
        return None
    tasks = tasks_made(store)
    asked = question or question_on(tasks[0] if tasks else None)
    last_act = next(iter(store.log(limit=1)), None)
    standings = store.standings(asked)
    return Recap(office, tasks, standings.overview, standings.agencies, last_act)


def tasks_made(store: CollectionStore) -> tuple[Task, ...]:
    """The tasks that can be asked about, newest first."""
    return tuple(signed.task for signed in store.tasks())


def task_asked(question: Question, tasks: tuple[Task, ...]) -> Task | None:
    """The task that a question is about."""
    return next((task for task in tasks if task.id == question.task), None)


def asked_words(question: Question, task: Task | None) -> str:
    """Which results these are and what their deadline goes by, printed with whatever answers the question."""
    return f"{policy_words(question)} {deadline_words(task)}" if task else policy_words(question)


def find_people(wanted: Wanted, question: Question, store: CollectionStore, *, limit: int, offset: int) -> People:
    """A page of the people who are looked for."""
    return store.people(
        question,
        agency=wanted.agency,
        unit=wanted.unit,
        state=wanted.state,
        flag=wanted.flag,
        words=wanted.words,
        limit=limit,
        offset=offset,
    )
