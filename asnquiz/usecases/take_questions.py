"""Questions of other forms into the editor and out of it: ids of one's own survive, and nothing is lost untold."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.layer import is_own
from asnquiz.domain.pack import Image
from asnquiz.domain.question import Brought, Loss, Question
from asnquiz.usecases.write_drafts import Content, new_draft, rewritten

_DIGITS = 8
# Of ids that a pack may have: 60 letters at most.
_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")

# What a question says, as the content of a draft.
ContentOf = Callable[[Question], Content]
# A draft as a question that leaves the editor, with its picture by name; None of what is none.
QuestionOf = Callable[[Draft, Mapping[str, Image]], Question | None]

_TWICE = "Id ini dipakai lebih dari sekali di berkas itu; yang berikutnya diperlakukan sebagai soal tanpa id."


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
    brought: Brought,
    workshop: Workshop,
    drafts: Sequence[Draft],
    used: AbstractSet[str],
    content_of: ContentOf,
    question_of: QuestionOf,
) -> TakenIn:
    """A question with the id of one's own draft changes it; any other is a new draft, but for one that stands there
    word by word already.
    """
    standing = {draft.id: draft for draft in drafts if draft.kind is DraftKind.ITEM}
    given, taken, losses, new, same = set(used), list[Draft](), list[Loss](), 0, 0
    images = {image.name: image for image in workshop.images}
    questions = _new_words(_with_one_id(brought.questions, losses), drafts, question_of, losses)
    for question in questions:
        before = standing.get(question.id or "")
        draft = before or _begun(question, workshop, given)
        given.add(draft.id)
        if question.id not in (None, draft.id):
            words = f"Id ini tidak dapat dipakai di paket setempat; menjadi “{draft.id}”."
            losses.append(Loss(question.id or "", words))
        content, image = _with_picture(question, draft.id, content_of)
        if image:
            images[image.name] = image
        after = rewritten(draft, _merged(draft.content, content))
        new += before is None
        same += after == before
        standing[draft.id] = after
        if after != before:
            taken.append(after)
    changed = len(questions) - new - same
    told = (*brought.losses, *losses)
    return TakenIn(replace(workshop, images=tuple(images.values())), tuple(taken), told, new, changed, same)


def _with_one_id(questions: Iterable[Question], losses: list[Loss]) -> list[Question]:
    seen: set[str] = set()
    single = []
    for question in questions:
        if question.id in seen:
            losses.append(Loss(question.id or "", _TWICE))
            question = replace(question, id=None)
        seen |= {question.id} if question.id else set()
        single.append(question)
    return single


def _new_words(
    questions: Iterable[Question], drafts: Sequence[Draft], question_of: QuestionOf, losses: list[Loss]
) -> list[Question]:
    """Without those that a draft under another id says already."""
    asked = [question for draft in drafts if (question := question_of(draft, {})) is not None]
    standing = {question.id for question in asked}
    by_stem: dict[str, list[Question]] = {}
    for question in asked:
        by_stem.setdefault(question.stem, []).append(question)
    new = []
    for question in questions:
        same = () if question.id in standing else by_stem.get(question.stem, ())
        twin = next((one.id for one in same if _words(one) == _words(question)), None)
        if twin is None:
            new.append(question)
        else:
            losses.append(
                Loss(question.id or twin, f"Sudah ada di konsep sebagai “{twin}”, jadi tidak dimasukkan lagi.")
            )
    return new


def _words(question: Question) -> Question:
    """What a question says, without what this program alone gives it."""
    return replace(question, id=None, revision=None, picture=None, citations=())


def _begun(question: Question, workshop: Workshop, given: AbstractSet[str]) -> Draft:
    draft = new_draft(workshop, DraftKind.ITEM, given)
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


def copy_of(question: Question, draft: Draft, content_of: ContentOf) -> tuple[Draft, Image | None]:
    """A draft that begins as a question that is already there, with a life of its own."""
    content, image = _with_picture(replace(question, revision=None), draft.id, content_of)
    return replace(draft, content=_merged(draft.content, content)), image


def own_picture(image: Image, id_: str) -> Image:
    """A picture under a name of the draft's own. Another picture has another name, so that it changes the draft."""
    digest = hashlib.sha256(image.data.encode()).hexdigest()[:_DIGITS]
    return replace(image, name=f"{id_}-{digest}")


def _with_picture(question: Question, id_: str, content_of: ContentOf) -> tuple[Content, Image | None]:
    """What a question says as the content of a draft of that id; its picture gets a name of the draft's own."""
    content, picture = content_of(question), question.picture
    if picture is None:
        return content, None
    image = own_picture(picture.image, id_)
    return {**content, "picture": {**content["picture"], "image": image.name}}, image
