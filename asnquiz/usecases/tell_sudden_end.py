"""Telling the person, once, that the window before was not closed, and what of their work is there."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.attempt import AttemptState, AttemptSummary
from asnquiz.domain.moment import Moment
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.sudden_end import SuddenEnd
from asnquiz.domain.wording import time_words
from asnquiz.usecases.ports import LearnerStore


@dataclass(frozen=True)
class Saved:
    """What is kept of one person's answers.

    Attributes:
        last: when the last answer was saved, None when none was.
        open_attempt: the newest attempt that can be resumed.
    """

    last: Moment | None
    open_attempt: AttemptSummary | None


def saved_of(profile: UUID, store: LearnerStore) -> Saved:
    """Looks at the newest attempt and at all that can be resumed, since any of them may hold the last answer."""
    summaries = store.summaries(profile)
    active = [one for one in summaries if one.state is AttemptState.ACTIVE]
    moments: list[Moment] = []
    for summary in {one.id: one for one in (*summaries[:1], *active)}.values():
        with suppress(Refusal):  # one whose chain does not hold is told of when it is opened
            moments += [response.at for response in store.attempt(summary.id).responses]
    return Saved(max(moments, key=lambda at: at.counter, default=None), next(iter(active), None))


def sudden_end_words(end: SuddenEnd, saved: Saved | None, *, recovered: bool) -> tuple[str, str]:
    """A title, and the paragraphs under it; `saved` is of the person at the window, None while nobody is.

    Where damaged data was `recovered` nothing is said of what is there: that has been told with more detail.
    """
    when = f"Terakhir tercatat berjalan: {time_words(end.seen)}."
    paragraphs = [when if recovered else f"{when} Semua yang sudah tersimpan tetap ada."]
    if saved is not None and not recovered:
        paragraphs.append(" ".join(_saved_words(saved)))
    if end.report is not None:
        paragraphs.append(f"Laporan kerusakannya, tanpa data pribadi, ada di folder data: log/{end.report}.")
    return "ASN Netral tertutup tiba-tiba", "\n\n".join(filter(None, paragraphs))


def _saved_words(saved: Saved) -> Iterator[str]:
    if saved.last:
        yield f"Jawaban terakhir yang tersimpan: {time_words(saved.last.local)}."
    if attempt := saved.open_attempt:
        yield f"{attempt.title}: {attempt.answered} dari {attempt.total} soal tersimpan, dapat dilanjutkan."
