"""Recalls put beside what somebody has learned already, as they come in from another computer."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from asnquiz.domain.holdings import PackLearning
from asnquiz.domain.learned import Recall
from asnquiz.usecases.ports import LearnerStore


def add_recalls(store: LearnerStore, profile: UUID, pack_id: str, given: Iterable[Recall]) -> None:
    """Keeps them behind those that are there; otherwise they come of answers only."""
    held = store.holdings(profile)
    learning = {one.pack: one for one in held.learning}
    before = learning.get(pack_id, PackLearning(pack_id, (), (), ()))
    learning[pack_id] = replace(before, recalls=(*before.recalls, *given))
    store.take_in(replace(held, learning=tuple(learning.values())), {})
