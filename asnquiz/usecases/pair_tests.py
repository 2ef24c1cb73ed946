"""The two tests around the lessons: which tes akhir belongs to which tes awal, and what each of them asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID

from asnquiz.domain.attempt import AttemptKind, AttemptSummary
from asnquiz.domain.drawing import draw_posttest, draw_pretest, half_of
from asnquiz.domain.pack import Item, Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.ports import LearnerRecord, LearnerStore

TESTS = (AttemptKind.PRETEST, AttemptKind.POSTTEST)
NO_PRETEST = "Tes akhir tersedia setelah tes awal selesai. Kerjakan tes awal lebih dahulu."
PAIR_IS_FULL = "Tes akhir untuk tes awal Anda sudah selesai. Mulai tes awal baru untuk pasangan berikutnya."


@dataclass(frozen=True)
class PairedTests:
    """The pair that a person is at: the tes awal finished last, and the tes akhir finished for it."""

    pretest: AttemptSummary | None
    posttest: AttemptSummary | None


def latest_pair(summaries: Sequence[AttemptSummary], pack_id: str) -> PairedTests:
    """Finds the pair on one pack, of whatever versions, among a person's attempts, newest first."""
    pretest = _finished_last(summaries, pack_id)
    posttests = (one for one in summaries if one.kind is AttemptKind.POSTTEST and one.state.scored)
    posttest = next((one for one in posttests if pretest and pretest_of(one, summaries) == pretest), None)
    return PairedTests(pretest, posttest)


def pretest_of(posttest: AttemptSummary, summaries: Iterable[AttemptSummary]) -> AttemptSummary | None:
    """The tes awal that was the last one finished when a tes akhir began."""
    return _finished_last(summaries, posttest.pack.id, posttest.started.counter)


def _finished_last(
    summaries: Iterable[AttemptSummary], pack_id: str, until: int | None = None
) -> AttemptSummary | None:
    """`until` is a counter of moments."""
    found = [
        (one.ended.counter, one)
        for one in summaries
        if one.kind is AttemptKind.PRETEST and one.state.scored and one.ended and one.pack.id == pack_id
    ]
    over = [pair for pair in found if until is None or pair[0] < until]
    return max(over, key=lambda pair: pair[0])[1] if over else None


def see_pair(profile: UUID, pack: Pack, store: LearnerRecord) -> PairedTests:
    """Reads the pair that a person is at."""
    return latest_pair(store.summaries(profile), pack.id)


def choose_pretest(profile: UUID, pack: Pack, random: Random, store: LearnerStore) -> Sequence[Item]:
    """The items of a new tes awal, of earlier tests only where others do not do; empty where there are too few."""
    seen = {item for asked in _asked_in_tests(profile, store).values() for item in asked}
    return draw_pretest(pack.items, half_of(pack.exam), random, seen) or ()


def choose_posttest(profile: UUID, pack: Pack, random: Random, store: LearnerStore) -> Sequence[Item]:
    """The items of the tes akhir that is due, none of its tes awal; empty where there are too few.

    Raises Refusal without a finished tes awal, and where its tes akhir is finished already.
    """
    pair = see_pair(profile, pack, store)
    if pair.pretest is None:
        raise Refusal(NO_PRETEST)
    if pair.posttest is not None:
        raise Refusal(PAIR_IS_FULL)
    asked = _asked_in_tests(profile, store)
    seen = {item for items in asked.values() for item in items}
    # What a newer pack no longer has cannot be drawn again anyway.
    pretest = [pack.item_by_id[item] for item in asked[pair.pretest.id] if item in pack.item_by_id]
    return draw_posttest(pack.items, half_of(pack.exam), random, pretest, seen) or ()


def _asked_in_tests(profile: UUID, store: LearnerStore) -> dict[UUID, Sequence[str]]:
    """The ids of the items of each test of a person, also of those that were left."""
    tests = {one.id for one in store.summaries(profile) if one.kind in TESTS}
    return {attempt: tuple(asked) for attempt, asked in store.answers(profile).items() if attempt in tests}
