"""What a tes akhir shows beside the tes awal that it belongs to."""

from dataclasses import dataclass

from asnquiz.domain.attempt import AttemptKind
from asnquiz.domain.gain import Comparison, compare
from asnquiz.domain.marks import marks_of
from asnquiz.usecases.pair_tests import pretest_of
from asnquiz.usecases.ports import LearnerStore, PackSource
from asnquiz.usecases.take_quiz import Sitting, open_sitting


@dataclass(frozen=True)
class TwoTests:
    """Both tests, each on its own content, and what changed between them."""

    pretest: Sitting
    posttest: Sitting
    comparison: Comparison

    @property
    def same_content(self) -> bool:
        """Whether the pack was not updated between the two."""
        return self.pretest.attempt.pack.sha256 == self.posttest.attempt.pack.sha256


def compare_tests(posttest: Sitting, *, store: LearnerStore, packs: PackSource) -> TwoTests | None:
    """The comparison that a tes akhir ends with; None for any other attempt, and where its tes awal is lost.

    Raises Refusal when the tes awal was changed outside the program.
    """
    if posttest.attempt.kind is not AttemptKind.POSTTEST:
        return None
    summaries = store.summaries(posttest.attempt.profile)
    summary = next(one for one in summaries if one.id == posttest.attempt.id)
    found = pretest_of(summary, summaries)
    if found is None:
        return None
    pretest = open_sitting(found.id, store=store, packs=packs)
    marks = [marks_of(sitting.attempt, sitting.pack) for sitting in (pretest, posttest)]
    return TwoTests(pretest, posttest, compare(*marks))
