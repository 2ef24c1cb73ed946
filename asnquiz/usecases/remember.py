"""Keeping what an answer says of its rules: which were missed or unsure, and when they are due again."""

from collections.abc import Iterable

from asnquiz.domain.answering import is_right, is_whole
from asnquiz.domain.attempt import Attempt, Response
from asnquiz.domain.learned import Recall
from asnquiz.domain.moment import Moment
from asnquiz.domain.pack import Pack
from asnquiz.domain.remembering import askable, grade, rating_of
from asnquiz.usecases.ports import LearnerRecord, LearnerStore


def keep_response(attempt: Attempt, response: Response, *, pack: Pack, in_use: Pack, store: LearnerStore) -> Response:
    """Keeps the newest response of an attempt that explains at once, and what it does to its rules.

    Only the first response to a question counts for its rules: later ones mark it, or know the explanation. `pack` is
    the attempt's own, `in_use` says what may still be repeated.
    """
    first = sum(one.item == response.item for one in attempt.responses) == 1
    recalled = _recalled(attempt, [response], response.at, pack, in_use, store) if first else ()
    return store.add_response(attempt.id, response, recalled)


def recalled_at_end(
    attempt: Attempt, at: Moment, *, pack: Pack, in_use: Pack, store: LearnerRecord
) -> tuple[Recall, ...]:
    """What an attempt does to its rules when it ends: the answers that count, unless each was taken when given."""
    if attempt.kind.explains:
        return ()
    counted = (attempt.last_response(one.item) for one in attempt.items)
    return _recalled(attempt, filter(None, counted), at, pack, in_use, store)


def _recalled(
    attempt: Attempt, responses: Iterable[Response], at: Moment, pack: Pack, in_use: Pack, store: LearnerRecord
) -> tuple[Recall, ...]:
    """Whole answers only: a question left open says nothing of what is remembered."""
    if attempt.pack.id != in_use.id:
        return ()
    askable_rules, items = askable(in_use), pack.item_by_id
    graded = [
        (rule, rating_of(right=is_right(items[one.item], one.answer), certainty=one.certainty))
        for one in responses
        if is_whole(one.answer) and (kept := in_use.item_by_id.get(one.item)) and kept.scored
        for rule in kept.rules
        if rule in askable_rules
    ]
    latest = {one.rule: one for one in store.latest_recalls(attempt.profile, in_use.id)}
    return grade(graded, at, latest)
