"""Between domain values and the columns of the tables."""

import datetime as dt
import json
from typing import Any, Protocol
from uuid import UUID

from asnquiz.domain.answering import Answer
from asnquiz.domain.attempt import (
    Attempt,
    AttemptKind,
    AttemptState,
    AttemptSummary,
    FrozenItem,
    PackRef,
    Pause,
    PauseCause,
    Response,
    Score,
    chain_start,
)
from asnquiz.domain.learned import CaseStep, PledgeTaken, Recall
from asnquiz.domain.moment import Moment
from asnquiz.domain.person import Employment, Person, Profile
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.domain.taken_task import TakenTask, TaskAttempt
from asnquiz.domain.task import Session, SignedTask, Task

Values = dict[str, Any]


class Row(Protocol):
    """A row that was read, its values by column name; both SQLAlchemy's and sqlite3's are."""

    def __getitem__(self, column: str, /) -> Any: ...


def moment_values(name: str, moment: Moment | None) -> Values:
    """The three columns of a moment. Raises ValueError for parts of a millisecond, which would be lost."""
    if moment is None:
        return {f"{name}_utc": None, f"{name}_offset": None, f"{name}_counter": None}
    if moment.utc.microsecond % 1000:
        raise ValueError("a moment is kept in whole milliseconds")
    return {
        f"{name}_utc": _utc_text(moment.utc),
        f"{name}_offset": moment.offset_minutes,
        f"{name}_counter": moment.counter,
    }


def _utc_text(utc: dt.datetime) -> str:
    return utc.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def moment_of(row: Row, name: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(row[f"{name}_utc"]), row[f"{name}_offset"], row[f"{name}_counter"])


def optional_moment_of(row: Row, name: str) -> Moment | None:
    return None if row[f"{name}_utc"] is None else moment_of(row, name)


def person_values(person: Person) -> Values:
    return {
        "name": person.name,
        "nip": person.nip,
        "position": person.position,
        "unit": person.unit,
        "employment": person.employment and person.employment.value,
    }


def profile_values(profile: UUID, person: Person, created: Moment) -> Values:
    return {"id": str(profile), **person_values(person), **moment_values("created", created)}


def path_setting(profile: UUID | str) -> str:
    """The setting with the job whose path through the lessons a person follows; empty for all lessons."""
    return f"path {profile}"


def pin_setting(profile: UUID | str) -> str:
    """The setting with a person's PIN, empty where it was taken off: see asnquiz.storage.pins."""
    return f"pin {profile}"


def person_of(row: Row) -> Person:
    employment = None if row["employment"] is None else Employment(row["employment"])
    return Person(row["name"], row["nip"], row["position"], row["unit"], employment)


def profile_of(row: Row) -> Profile:
    return Profile(UUID(row["id"]), person_of(row), moment_of(row, "created"), row["job"], bool(row["pin"]))


def pack_values(pack: PackRef, compiled: bytes) -> Values:
    return {"sha256": pack.sha256, "id": pack.id, "version": pack.version, "compiled": compiled}


def attempt_values(attempt: Attempt) -> Values:
    """The columns of an attempt that has just begun."""
    return {
        "id": str(attempt.id),
        "profile": str(attempt.profile),
        "kind": attempt.kind.value,
        "title": attempt.title,
        "pack": attempt.pack.sha256,
        "seed": attempt.seed,
        "limit_ms": attempt.limit_ms,
        "pass_mark": attempt.pass_mark,
        **moment_values("started", attempt.started),
        "state": attempt.state.value,
        **moment_values("ended", attempt.ended),
        "remaining_ms": attempt.remaining_ms,
        **moment_values("seen", attempt.seen),
        "tip": chain_start(attempt),
    }


def clock_values(row: Row, remaining_ms: int | None, at: Moment) -> Values:
    """What the row of an attempt becomes when its clock showed `remaining_ms` at `at`; the clock never grows."""
    values = moment_values("seen", at)
    if remaining_ms is not None and row["remaining_ms"] is not None:
        values["remaining_ms"] = min(row["remaining_ms"], remaining_ms)
    return values


def attempt_of(
    row: Row, items: tuple[FrozenItem, ...], responses: tuple[Response, ...], pauses: tuple[Pause, ...]
) -> Attempt:
    return Attempt(
        id=UUID(row["id"]),
        profile=UUID(row["profile"]),
        kind=AttemptKind(row["kind"]),
        title=row["title"],
        pack=_pack_ref_of(row),
        seed=row["seed"],
        items=items,
        limit_ms=row["limit_ms"],
        pass_mark=row["pass_mark"],
        started=moment_of(row, "started"),
        state=AttemptState(row["state"]),
        ended=optional_moment_of(row, "ended"),
        remaining_ms=row["remaining_ms"],
        seen=optional_moment_of(row, "seen"),
        responses=responses,
        pauses=pauses,
    )


def summary_of(row: Row) -> AttemptSummary:
    return AttemptSummary(
        id=UUID(row["id"]),
        kind=AttemptKind(row["kind"]),
        title=row["title"],
        pack=_pack_ref_of(row),
        started=moment_of(row, "started"),
        ended=optional_moment_of(row, "ended"),
        state=AttemptState(row["state"]),
        answered=row["answered"],
        total=row["total"],
        pass_mark=row["pass_mark"],
        score=score_of_row(row),
        task=None if row["task"] is None else UUID(row["task"]),
    )


def score_values(score: Score | None) -> Values:
    return {"score_right": score and score.right, "score_total": score and score.total}


def score_of_row(row: Row) -> Score | None:
    return None if row["score_total"] is None else Score(row["score_right"], row["score_total"])


def _pack_ref_of(row: Row) -> PackRef:
    # A pack that was lost in damage leaves its identity behind, and no name.
    return PackRef(row["pack_id"] or "", row["pack_version"] or "", row["pack"])


def item_values(attempt: UUID, number: int, item: FrozenItem) -> Values:
    return {
        "attempt": str(attempt),
        "number": number,
        "item": item.item,
        "revision": item.revision,
        "row_order": json.dumps(item.order),
    }


def item_of(row: Row) -> FrozenItem:
    return FrozenItem(row["item"], row["revision"], tuple(json.loads(row["row_order"])))


def response_values(attempt: UUID, number: int, response: Response) -> Values:
    return {
        "attempt": str(attempt),
        "number": number,
        "item": response.item,
        "answer": json.dumps(response.answer),
        "flagged": int(response.flagged),
        "certainty": response.certainty,
        **moment_values("at", response.at),
        "remaining_ms": response.remaining_ms,
        "h": response.h,
    }


def answer_of(row: Row) -> Answer:
    return tuple(json.loads(row["answer"]))


def response_of(row: Row) -> Response:
    return Response(
        item=row["item"],
        answer=answer_of(row),
        flagged=bool(row["flagged"]),
        certainty=row["certainty"],
        at=moment_of(row, "at"),
        remaining_ms=row["remaining_ms"],
        h=row["h"],
    )


def pause_values(attempt: UUID, number: int, pause: Pause) -> Values:
    return {
        "attempt": str(attempt),
        "number": number,
        "cause": pause.cause.value,
        **moment_values("ended", pause.ended),
        "wall_ms": pause.wall_ms,
    }


def pause_of(row: Row) -> Pause:
    return Pause(PauseCause(row["cause"]), moment_of(row, "ended"), row["wall_ms"])


def lesson_read_values(profile: UUID, pack_id: str, lesson: str, at: Moment) -> Values:
    return {"profile": str(profile), "pack_id": pack_id, "lesson": lesson, **moment_values("read", at)}


def recall_values(profile: UUID, pack_id: str, number: int, recall: Recall) -> Values:
    return {
        "profile": str(profile),
        "pack_id": pack_id,
        "number": number,
        "rule": recall.rule,
        "rating": recall.rating,
        **moment_values("at", recall.at),
        "due_utc": _utc_text(recall.due),
        "card": recall.card,
    }


def recall_of(row: Row) -> Recall:
    return Recall(
        row["rule"], row["rating"], moment_of(row, "at"), dt.datetime.fromisoformat(row["due_utc"]), row["card"]
    )


def case_step_values(profile: UUID, pack_id: str, number: int, step: CaseStep) -> Values:
    return {
        "profile": str(profile),
        "pack_id": pack_id,
        "number": number,
        "scenario": step.scenario,
        "scene": step.scene,
        "choice": step.choice,
        **moment_values("at", step.at),
    }


def case_step_of(row: Row) -> CaseStep:
    return CaseStep(row["scenario"], row["scene"], row["choice"], moment_of(row, "at"))


def pledge_values(profile: UUID, number: int, pledge: PledgeTaken) -> Values:
    return {"profile": str(profile), "number": number, **moment_values("at", pledge.at), "text": pledge.text}


def pledge_of(row: Row) -> PledgeTaken:
    return PledgeTaken(moment_of(row, "at"), row["text"])


def task_values(profile: UUID, taken: TakenTask) -> Values:
    signed = taken.signed
    return {
        "profile": str(profile),
        "id": str(signed.task.id),
        "signer": signed.signer,
        "text": signed.text,
        "content": json.dumps(to_plain(signed.task), ensure_ascii=False),
        **moment_values("taken", taken.taken),
        **handed_in_values(taken.handed_in, taken.file_id),
    }


def handed_in_values(at: Moment | None, file_id: UUID | None) -> Values:
    return {**moment_values("handed_in", at), "file_id": file_id and str(file_id)}


def taken_task_of(row: Row) -> TakenTask:
    signed = SignedTask(from_plain(Task, json.loads(row["content"])), row["signer"], row["text"])
    file_id = None if row["file_id"] is None else UUID(row["file_id"])
    return TakenTask(signed, moment_of(row, "taken"), optional_moment_of(row, "handed_in"), file_id)


def task_attempt_values(attempt: UUID, made_for: TaskAttempt) -> Values:
    session = made_for.session
    return {
        "attempt": str(attempt),
        "task": str(made_for.task),
        "supervisor": session and session.supervisor,
        "place": session and session.place,
        "code": session and session.code,
    }


def task_attempt_of(row: Row) -> TaskAttempt:
    supervised = row["supervisor"] is not None
    session = Session(row["supervisor"], row["place"], row["code"]) if supervised else None
    return TaskAttempt(UUID(row["task"]), session)
