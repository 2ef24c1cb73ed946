"""Questions counted by what they are about."""

from asnquiz.domain.attempt import Score
from asnquiz.domain.marks import Mark, count, marks_of, total
from tests import builders


def test_every_question_has_a_mark_by_the_answer_that_counts() -> None:
    items = tuple(builders.item(id=f"soal-{number}") for number in range(3))
    pack = builders.pack(items)
    attempt = builders.attempt(pack, builders.profile().id)
    for item, answer in (("soal-0", (2,)), ("soal-1", (2,)), ("soal-1", (0,))):
        attempt = attempt.with_response(builders.response(item, answer), pack.item_by_id[item])
    marks = marks_of(attempt, pack)
    assert {mark.item.id: mark.right for mark in marks} == {"soal-0": True, "soal-1": False, "soal-2": False}
    assert total(marks) == Score(1, 3)


def test_a_question_counts_for_everything_it_is_about() -> None:
    marks = [
        Mark(builders.item(rules=("a", "b")), right=True),
        Mark(builders.item(rules=("b",)), right=False),
        Mark(builders.item(rules=()), right=True),
    ]
    assert count(marks, lambda item: item.rules) == {"a": Score(1, 1), "b": Score(1, 2)}
    assert count([], lambda item: item.rules) == {}
    assert total([]) == Score(0, 0)
