"""A file of another form into the drafts of this computer at once, where nobody is there to be asked."""

from dataclasses import dataclass, replace

from asnquiz.domain.question import Brought, Loss
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.local_ports import DraftStore
from asnquiz.usecases.take_questions import ContentOf, QuestionOf, take_questions

_NO_WORKSHOP = (
    "Di komputer ini belum ada paket setempat yang ditulis, jadi tidak ada soal yang dimasukkan. Buka “Soal setempat”, "
    "mulailah paketnya, lalu ulangi."
)
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

    Raises Refusal where this computer writes no layer.
    """
    workshop = store.workshop()
    if workshop is None:
        raise Refusal(_NO_WORKSHOP)
    drafts, used = store.drafts(), store.used_ids()
    standing = {draft.id for draft in drafts}
    taken = take_questions(brought, workshop, drafts, used, content_of, question_of)
    kept: tuple[Loss, ...] = ()
    changed = {draft.id for draft in taken.drafts} & standing
    if changed and not replacing:
        kept = tuple(Loss(id_, _NOT_REPLACED) for id_ in sorted(changed))
        others = tuple(question for question in brought.questions if question.id not in changed)
        taken = take_questions(replace(brought, questions=others), workshop, drafts, used, content_of, question_of)
    store.keep_workshop(taken.workshop, taken.drafts)
    return BroughtIn(len(taken.drafts), (*taken.losses, *kept))
