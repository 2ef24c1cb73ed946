"""A file of another form into the drafts of this computer at once, where nobody is there to be asked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.pack import Image
from asnquiz.domain.question import Brought, Loss, Question
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.local_ports import DraftStore
from asnquiz.usecases.take_questions import ContentOf, take_questions

# A question as it leaves the editor; None of what is none.
QuestionOf = Callable[[Draft, Mapping[str, Image]], Question | None]

_NO_WORKSHOP = (
    "Di komputer ini belum ada paket setempat yang ditulis, jadi tidak ada soal yang dimasukkan. Buka “Soal setempat”, "
    "mulailah paketnya, lalu ulangi."
)
_TWICE = "Id ini dipakai lebih dari sekali di berkas itu; yang berikutnya diperlakukan sebagai soal tanpa id."
_NOT_REPLACED = "Sudah ada di konsep dengan isi lain, jadi tidak diubah. Tambahkan --replace untuk menggantinya."


@dataclass(frozen=True)
class BroughtIn:
    """How many drafts are new or changed, and everything that did not come along."""

    drafts: int
    losses: tuple[Loss, ...]


def bring_in(
    brought: Brought, store: DraftStore, content_of: ContentOf, question_of: QuestionOf, *, replacing: bool
) -> BroughtIn:
    """Keeps what a file brings; a draft that says something else stays as it is unless `replacing`.

    A question without an id of a draft's own is new, but for one that is there word by word. Raises Refusal where this
    computer writes no layer.
    """
    workshop = store.workshop()
    if workshop is None:
        raise Refusal(_NO_WORKSHOP)
    drafts, used = store.drafts(), store.used_ids()
    standing = {draft.id for draft in drafts if draft.kind is DraftKind.ITEM}
    losses: list[Loss] = []
    questions = _new_words(_with_one_id(brought.questions, losses), drafts, question_of, losses)
    taken = take_questions(Brought(tuple(questions), ()), workshop, drafts, used, content_of)
    changed = {draft.id for draft in taken.drafts} & standing
    if changed and not replacing:
        losses += (Loss(id_, _NOT_REPLACED) for id_ in sorted(changed))
        questions = [question for question in questions if question.id not in changed]
        taken = take_questions(Brought(tuple(questions), ()), workshop, drafts, used, content_of)
    new = (draft.id for draft in taken.drafts if draft.id not in standing)
    for question, id_ in zip((one for one in questions if one.id not in standing), new, strict=True):
        if question.id not in (None, id_):
            losses.append(Loss(question.id or "", f"Id ini tidak dapat dipakai di paket setempat; menjadi “{id_}”."))
    if taken.workshop != workshop:
        store.keep_workshop(taken.workshop)
    for draft in taken.drafts:
        store.keep(draft)
    return BroughtIn(len(taken.drafts), (*brought.losses, *losses))


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
