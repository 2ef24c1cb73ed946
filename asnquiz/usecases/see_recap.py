"""Looking at the results that an office gathered: the whole, by agency and by unit, as far as one question goes."""

from dataclasses import dataclass

from asnquiz.domain.collection import (
    Flag,
    Office,
    Overview,
    People,
    PersonState,
    Question,
    UnitStanding,
)
from asnquiz.domain.task import Counting, Task
from asnquiz.usecases.collection_ports import CollectionStore


@dataclass(frozen=True)
class Recap:
    """What is known, and of which tasks it could be asked."""

    office: Office
    tasks: tuple[Task, ...]
    overview: Overview
    agencies: tuple[UnitStanding, ...]

    @property
    def question(self) -> Question:
        """What was asked for."""
        return self.overview.question

    @property
    def task(self) -> Task | None:
        """The task asked about; None for exams that people picked themselves."""
        return next((task for task in self.tasks if task.id == self.question.task), None)


def usual_question(task: Task | None) -> Question:
    """What is asked of a task before anybody chose otherwise: as the task itself says."""
    if task is None:
        return Question(None, supervised=False, counting=Counting.BEST)
    return Question(task.id, task.supervised, task.counting)


def see_recap(question: Question | None, store: CollectionStore) -> Recap | None:
    """The whole; without a question that of the newest task. None as long as nobody has said who gathers here."""
    office = store.office()
    if office is None:
        return None
    tasks = tuple(signed.task for signed in store.tasks())
    asked = question or usual_question(tasks[0] if tasks else None)
    return Recap(office, tasks, store.overview(asked), store.agencies(asked))


@dataclass(frozen=True)
class Wanted:
    """Whom somebody looks for: None and empty words leave nobody out."""

    agency: str | None = None
    unit: str | None = None
    state: PersonState | None = None
    flag: Flag | None = None
    words: str = ""


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
