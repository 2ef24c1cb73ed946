"""Questions of other forms into the editor and out of it: ids of one's own survive, and nothing is lost untold."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.layer import is_own
from asnquiz.domain.pack import Citation, Confidence, Image, ItemType, Option, Phase, Verdict
from asnquiz.domain.plain import to_plain
from asnquiz.domain.question import Brought, LoosePair, LoosePicture, Loss, Question
from asnquiz.usecases.write_drafts import Content, new_draft, rewritten, written_on

E = TypeVar("E", bound=Enum)

# Of ids that a pack may have: 60 letters at most.
_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
_SIMPLE = ("phase", "topic", "difficulty", "stem", "explanation", "instead", "confidence")
_LISTS = ("rules", "jobs", "citations")


@dataclass(frozen=True)
class TakenIn:
    """What a file brings to the editor, before anything is kept.

    Attributes:
        workshop: with the pictures that come along.
        drafts: new and changed, in the order of the file.
        new, changed, same: how many of its questions are what.
    """

    workshop: Workshop
    drafts: tuple[Draft, ...]
    losses: tuple[Loss, ...]
    new: int
    changed: int
    same: int


def take_questions(
    brought: Brought, workshop: Workshop, drafts: Iterable[Draft], used: AbstractSet[str], today: dt.date
) -> TakenIn:
    """A question with the id of one's own draft changes it; any other is a new draft."""
    standing = {draft.id: draft for draft in drafts if draft.kind is DraftKind.ITEM}
    given, taken, new, same = set(used), list[Draft](), 0, 0
    images = {image.name: image for image in workshop.images}
    for question in brought.questions:
        before = standing.get(question.id or "")
        draft = before or _begun(question, workshop, given, today)
        given.add(draft.id)
        content, image = content_of(question, draft.id)
        if image:
            images[image.name] = image
        after = rewritten(draft, _merged(draft.content, content))
        new += before is None
        same += after == before
        standing[draft.id] = after
        if after != before:
            taken.append(after)
    changed = len(brought.questions) - new - same
    return TakenIn(replace(workshop, images=tuple(images.values())), tuple(taken), brought.losses, new, changed, same)


def _begun(question: Question, workshop: Workshop, given: AbstractSet[str], today: dt.date) -> Draft:
    draft = new_draft(workshop, DraftKind.ITEM, given, today)
    if question.id and _ID.fullmatch(question.id) and is_own(question.id, workshop.id) and question.id not in given:
        return replace(draft, id=question.id)  # written here, on another computer
    return draft


def _merged(before: Content, content: Content) -> Content:
    """The new content over what stands there: what its form did not carry stays, where it still fits."""
    same = before.get("type") == content["type"]
    kept = {key: value for key, value in before.items() if same or key not in _ROWS}
    told = dict(content)
    for key, said in (("options", "text"), ("pairs", "left")):
        if same and key in told:
            told[key] = [_with_feedback(row, before.get(key, ()), said) for row in told[key]]
    if same and "feedback" in told:
        told["feedback"] = {**before.get("feedback", {}), **told["feedback"]}
    if [_bare(one) for one in before.get("citations", ())] == [_bare(one) for one in told.get("citations", ())]:
        told.pop("citations", None)
    return kept | told


_ROWS = ("options", "key", "feedback", "pairs")


def _with_feedback(row: Content, before: Iterable[Content], said: str) -> Content:
    same = (one for one in before if said in row and one.get(said) == row[said])
    old = next(same, {})
    return {key: old[key] for key in ("feedback",) if key in old} | dict(row)


def _bare(citation: Content) -> tuple[object, ...]:
    return citation.get("law"), citation.get("ref"), bool(citation.get("no_prohibition_found"))


def content_of(question: Question, id_: str) -> tuple[Content, Image | None]:
    """The content of a draft of that id, of whatever the question has; its picture gets a name of the draft's own."""
    plain = {key: to_plain(getattr(question, key)) for key in (*_SIMPLE, *_LISTS)}
    content: dict[str, Any] = {key: value for key, value in plain.items() if value not in (None, "", [])}
    content["type"] = question.type.value
    if question.revision:
        content["revision"] = question.revision
    if question.citations:
        content["citations"] = [_citation(one) for one in question.citations]
    content |= _rows(question)
    picture = question.picture
    if picture is None:
        return content, None
    image = replace(picture.image, name=f"{id_}.{_ENDINGS[picture.image.media]}")
    content["picture"] = {"image": image.name, **({"alt": picture.alt} if picture.alt else {})}
    return content, image


def copy_of(question: Question, draft: Draft, today: dt.date) -> tuple[Draft, Image | None]:
    """A draft that begins as a question that is already there, with a life of its own."""
    content, image = content_of(replace(question, id=None, revision=None), draft.id)
    own = {"revision": 1, "review": written_on(today)}
    return replace(draft, content={**_merged(draft.content, content), **own}), image


def _citation(citation: Citation) -> Content:
    if citation.no_prohibition_found:
        return {"no_prohibition_found": True} | ({"facts": list(citation.facts)} if citation.facts else {})
    return {"law": citation.law, "ref": citation.ref}


def _rows(question: Question) -> dict[str, Any]:
    """What is answered with; nothing where the form had nothing."""
    feedback = {verdict.value: words for verdict, words in question.feedback.items() if words}
    found = {
        "key": question.key and question.key.value,
        "feedback": feedback if question.type is ItemType.VERDICT else {},
        "options": [_filled(to_plain(option)) for option in question.options],
        "pairs": [_filled(to_plain(pair)) for pair in question.pairs],
    }
    return {key: value for key, value in found.items() if value}


def _filled(row: Any) -> Content:
    return {key: value for key, value in row.items() if value not in (None, "", False)}


def question_of_draft(draft: Draft, images: Mapping[str, Image]) -> Question:
    """A draft of a question as it leaves the editor; what was not written is empty."""
    content = draft.content
    return Question(
        type=ItemType(content["type"]),
        stem=content.get("stem", ""),
        id=draft.id,
        revision=content.get("revision"),
        phase=_maybe(Phase, content.get("phase")),
        topic=content.get("topic"),
        rules=tuple(content.get("rules", ())),
        jobs=tuple(content.get("jobs", ())),
        difficulty=content.get("difficulty"),
        options=tuple(
            Option(row.get("text", ""), row.get("feedback", ""), row.get("key", False))
            for row in content.get("options", ())
        ),
        key=_maybe(Verdict, content.get("key")),
        feedback={Verdict(verdict): words for verdict, words in (content.get("feedback") or {}).items()},
        pairs=tuple(
            LoosePair(row.get("left", ""), _maybe(Phase, row.get("phase")), row.get("feedback", ""))
            for row in content.get("pairs", ())
        ),
        explanation=content.get("explanation", ""),
        instead=content.get("instead", ""),
        citations=tuple(
            Citation(
                row.get("law"), row.get("ref"), row.get("no_prohibition_found", False), tuple(row.get("facts", ()))
            )
            for row in content.get("citations", ())
        ),
        confidence=_maybe(Confidence, content.get("confidence")),
        picture=_picture(content.get("picture"), images),
    )


def _picture(plain: Content | None, images: Mapping[str, Image]) -> LoosePicture | None:
    image = images.get(plain.get("image", "")) if plain else None
    return LoosePicture(image, plain.get("alt", "")) if plain and image else None


def _maybe(kind: type[E], value: Any) -> E | None:
    return None if value is None else kind(value)
