"""What runs while packs are changed stays as it was begun: the national pack, the layer, and both rolled back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from asnquiz.domain.answering import right_answer
from asnquiz.domain.attempt import Attempt, AttemptState, Score
from asnquiz.domain.pack import Pack
from asnquiz.scorefiles.score_file import read, sign
from asnquiz.usecases import take_quiz
from asnquiz.usecases.hand_over import build_report, preview
from asnquiz.usecases.local_ports import PackKind
from asnquiz.usecases.review_result import Result, see_result
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan, Sitting
from tests import layers
from tests.scorefiles.learning import FILE_ID, Learning
from tests.shelves import KEY, Desk, newer, sample_layer

NATIONAL, LAYER = PackKind.NATIONAL, PackKind.LAYER

# Another version in which other words stand everywhere and another answer is right.
CHANGED = newer(
    "2026.12.1",
    ("aturan.yaml", "Menyukai unggahan akun calon", "Menyukai kiriman akun calon"),
    ("hukum.yaml", "Bunyi pasal dua.", "Bunyi pasal dua yang baru."),
    ("soal/selama.yaml", "stem: Mendampingi suami yang menjadi calon.", "stem: Mendampingi istri yang menjadi calon."),
    ("soal/selama.yaml", "tanpa bereaksi., key: true, feedback", "tanpa bereaksi., feedback"),
    ("soal/selama.yaml", "Memberi tanda suka., feedback", "Memberi tanda suka., key: true, feedback"),
    ("soal/selama.yaml", "revision: 1", "revision: 2"),
)


class Quiz:
    """Somebody's quiz, with two of its questions answered, over the packs of a desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.learning = Learning(desk.data, packs=desk.in_use)
        self.attempt = UUID(int=1)
        sitting = take_quiz.start(
            PracticePlan(None, 20),
            self.learning.profile.id,
            store=self.learning.store,
            packs=desk.in_use,
            clock=self.learning.clock,
            attempt_id=self.attempt,
            seed=1,
        )
        self.answer(sitting, range(2))

    def answer(self, sitting: Sitting, which: Iterable[int]) -> Sitting:
        """Rightly, by the content that is on screen."""
        for index in which:
            right, now = right_answer(sitting.item(index)), self.learning.clock.now()
            sitting = take_quiz.answer(sitting, index, right, flagged=False, at=now, remaining_ms=None)
            self.learning.store.add_response(self.attempt, sitting.attempt.responses[-1])
        return sitting

    def open(self) -> Sitting:
        return take_quiz.open_sitting(self.attempt, store=self.learning.store, packs=self.desk.in_use)

    def resumed(self) -> Sitting:
        """As somebody goes on with it, in another start of the program."""
        again = Desk(self.desk.folder)
        return take_quiz.resume(self.attempt, store=self.learning.store, packs=again.in_use, clock=self.learning.clock)

    def finish(self) -> tuple[Score, Result]:
        """Answers all that is left, and ends it."""
        sitting = self.resumed()
        sitting = self.answer(sitting, range(2, len(sitting.attempt.items)))
        in_use = self.desk.in_use.current()[0]
        score = take_quiz.finish(
            sitting, AttemptState.FINISHED, store=self.learning.store, clock=self.learning.clock, in_use=in_use
        )
        return score, self.reviewed()

    def reviewed(self) -> Result:
        return see_result(self.attempt, store=self.learning.store, packs=Desk(self.desk.folder).in_use)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def frozen(sitting: Sitting) -> tuple[Pack, Attempt]:
    """All that may not change by itself; when it was last on screen does."""
    return sitting.pack, replace(sitting.attempt, seen=None, pauses=())


Change = Callable[[Desk], object]


def _remove_all(desk: Desk) -> None:
    for kind in (LAYER, NATIONAL):
        desk.shelf.use(kind, None)
        for one in desk.shelf.kept(kind):
            if one.head is not None:
                desk.shelf.remove(one.head.sha256)


CHANGES: dict[str, tuple[Change, str]] = {
    "update": (lambda desk: desk.take(desk.national_file(CHANGED)), "2026.12.1"),
    "layer": (lambda desk: desk.take(desk.layer_file(sample_layer())), "2026.12.1+kab-contoh.3"),
    "roll back the national pack": (lambda desk: desk.shelf.use(NATIONAL, None), "2026.11.1+kab-contoh.3"),
    "roll back the layer": (lambda desk: desk.shelf.use(LAYER, None), "2026.11.1"),
    "remove all": (_remove_all, "2026.11.1"),
}


def test_a_running_quiz_stays_on_its_content_through_update_and_rollback(desk: Desk) -> None:
    quiz = Quiz(desk)
    begun = frozen(quiz.open())
    assert begun[0].version == "2026.11.1"
    for change, version in CHANGES.values():
        change(desk)
        assert desk.in_use.current()[0].version == version
        assert frozen(quiz.open()) == frozen(quiz.resumed()) == begun
    score, reviewed = quiz.finish()
    assert (score.right, score.total) == (len(begun[1].items), len(begun[1].items))
    assert reviewed.sitting.pack == begun[0]


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_begun_on_the_new_one_is_finished_and_reviewed_on_it(desk: Desk, name: str) -> None:
    """The other way round: begun under the changed pack and a layer, ended after a rollback."""
    desk.take(desk.national_file(CHANGED))
    desk.take(desk.layer_file(sample_layer()))
    quiz = Quiz(desk)
    begun = frozen(quiz.open())
    assert layers.own("soal") in {one.item for one in begun[1].items}
    CHANGES[name][0](desk)
    score, reviewed = quiz.finish()
    assert (score.right, score.total) == (len(begun[1].items), len(begun[1].items))
    assert (reviewed.sitting.pack, reviewed.sitting.attempt.pack.version) == (begun[0], "2026.12.1+kab-contoh.3")
    before = quiz.reviewed()
    _remove_all(desk)
    assert quiz.reviewed() == before


def test_what_was_sat_on_a_layer_leaves_in_a_file_that_is_intact(desk: Desk) -> None:
    desk.take(desk.layer_file(sample_layer()))
    learning = Learning(desk.data, packs=desk.in_use)
    attempt = learning.take(1, 1, plan=ExamPlan())
    desk.shelf.use(LAYER, None)
    shown = preview(learning.profile, [attempt], store=learning.store, packs=desk.in_use)
    report = build_report(shown, clock=learning.clock, file_id=FILE_ID, device=KEY.kid, program="1")
    assert read(sign(report, KEY)).report == report
    assert report.attempts[0].pack.version == "2026.11.1+kab-contoh.3"
