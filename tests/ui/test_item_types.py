"""Every type of item can be answered in the window, right and wrong, and explains each of its rows."""

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtWidgets import QLabel

from asnquiz.domain.answering import Answer, is_right, right_answer
from asnquiz.domain.attempt import AttemptKind
from asnquiz.domain.pack import ItemType
from asnquiz.ui.destinations import BeginQuiz
from asnquiz.ui.quiz.answer_rows import ChoiceRows
from asnquiz.ui.quiz.practice_page import PracticePage
from asnquiz.ui.widgets.option_row import Mark
from asnquiz.usecases.take_quiz import PracticePlan
from tests.conftest import IN_CI
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_hands import practice_at

MANY = 100
WRONG = {
    ItemType.ORDERING: lambda right: tuple(reversed(right)),
    ItemType.MATCHING: lambda right: tuple((phase + 1) % 3 for phase in right),
}


def questions(opened: Opened) -> Iterator[PracticePage]:
    """Practises a good part of the pack, one question at a time."""
    opened.window.go(BeginQuiz(PracticePlan(None, MANY)))
    opened.walker.settle()
    while isinstance(page := opened.window.page, PracticePage):
        yield page
        opened.walker.press("Lihat hasil" if page.presenter.index + 1 == page.presenter.total else "Soal berikutnya")


def words_on(page: PracticePage) -> str:
    """Everything written on the page, without the marks of glossary words."""
    said = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    return re.sub(r"</?a\b[^>]*>", "", said)


def test_questions_can_be_practised_rightly_and_wrongly_and_every_row_is_explained(open_window: OpenWindow) -> None:
    """Many with CI set, else as many as hold every type."""
    opened = open_window()
    seen = Counter[tuple[ItemType, bool]]()
    for page in questions(opened):
        if not IN_CI and len(seen) == 2 * len(ItemType):
            break
        item = page.question.item
        right = seen[item.type, True] <= seen[item.type, False]
        seen[item.type, right] += 1
        key = right_answer(item)
        wrong: Answer = WRONG.get(item.type, lambda key: ((key[0] + 1) % 3,))(key)
        given = key if right else wrong
        opened.walker.answer(given)
        opened.walker.press("Simpan, yakin")
        assert page.presenter.given == given
        shown = words_on(page)
        assert ("Jawaban Anda benar." in shown) == is_right(item, given)
        assert item.explanation in shown
        assert f"Sebaiknya: {item.instead}" in shown
        if isinstance(page.question.rows, ChoiceRows):
            for row, index in zip(page.question.rows.rows, page.question.rows.order, strict=True):
                assert row.row.feedback, "an option without its feedback"
                assert (row.row.mark is Mark.RIGHT) == (index in key)
        else:
            for row_feedback in [
                *(option.feedback for option in item.options),
                *(pair.feedback for pair in item.pairs),
            ]:
                assert row_feedback in shown
    assert len(seen) == 2 * len(ItemType)
    (summary,) = opened.learning.store.summaries(opened.profile.id)
    assert summary.kind is AttemptKind.PRACTICE
    if IN_CI:
        assert summary.score is not None
        assert summary.score.right == sum(many for (_, right), many in seen.items() if right)


def test_an_explained_question_takes_no_more_clicks(open_window: OpenWindow) -> None:
    opened = open_window()
    page = practice_at(opened, ItemType.SINGLE)
    right = right_answer(page.question.item)
    opened.walker.answer(right)
    opened.walker.press("Simpan, yakin")
    rows = page.question.rows
    assert isinstance(rows, ChoiceRows)
    before = [row.isChecked() for row in rows.rows]
    for row in rows.rows:
        opened.walker.click(row)
    assert [row.isChecked() for row in rows.rows] == before
