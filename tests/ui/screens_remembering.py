"""The screens of what is repeated, with something due, nothing due, and nothing ever missed."""

from collections.abc import Iterator

from asnquiz.domain.answering import Answer, is_right
from asnquiz.domain.pack import Item
from asnquiz.domain.remembering import AGAIN, HARD, askable, recall
from asnquiz.programs.walker import wrong_answer
from asnquiz.ui.destinations import BeginQuiz, Remembered, Section
from asnquiz.usecases.take_quiz import PracticePlan
from tests import builders
from tests.recalled import add_recalls
from tests.ui.conftest import Opened


def a_wrong_answer(item: Item) -> Answer:
    """A whole answer that scores nothing."""
    wrong = wrong_answer(item)
    assert not is_right(item, wrong)
    return wrong


def repeat(opened: Opened, rules: int) -> None:
    """Lets rules be due that were missed or unsure a week before the builders' day, one of them twice."""
    store, pack = opened.learning.store, opened.journey.pack
    names = list(askable(pack))[:rules]
    first = [recall(rule, (AGAIN, HARD)[place % 2], builders.moment(), None) for place, rule in enumerate(names)]
    twice = recall(names[0], HARD, builders.moment(2, minute=3 * 24 * 60), first[0])
    add_recalls(store, opened.profile.id, pack.id, [*first, twice])


def remembering(opened: Opened) -> Iterator[str]:
    """Opens each of them."""
    walker, window = opened.walker, opened.window
    window.go(Remembered())
    walker.settle()
    yield "ingatan-kosong"
    repeat(opened, 24)
    window.go(Remembered())
    walker.settle()
    yield "ingatan"
    window.go(Section.HOME)
    walker.settle()
    yield "beranda-perlu-diulang"
    window.go(Section.QUIZ)
    walker.settle()
    yield "kuis-perlu-diulang"
    walker.press("Mulai latihan ulang")
    yield "latihan-ulang"
    window.go(BeginQuiz(PracticePlan(None, 2)))
    walker.settle()
    for number in range(2):
        walker.answer(a_wrong_answer(walker.question().item))
        walker.press("Simpan, yakin")
        yield f"latihan-alasan-yakin-keliru-{number}"
        walker.press("Soal berikutnya" if number == 0 else "Lihat hasil")
    yield "hasil-yakin-keliru"
    walker.press("Lihat pembahasan")
    yield "pembahasan-yakin-keliru"
