"""Every step can be taken back to the first, and redone to the last; typing is steps, not letters."""

from hypothesis import given
from hypothesis import strategies as st

from asnquiz.usecases.draft_journal import Journal
from asnquiz.usecases.write_drafts import Content


def stand(number: int) -> Content:
    return {"stem": str(number)}


@given(st.integers(1, 40), st.data())
def test_steps_are_taken_back_and_redone_in_their_order(many: int, data: st.DataObject) -> None:
    journal, now = Journal(), stand(0)
    for number in range(1, many + 1):
        journal.note(now)
        now = stand(number)
    at = many
    for _ in range(data.draw(st.integers(1, 60))):
        if data.draw(st.booleans()) and journal.can_undo:
            now, at = journal.undo(now), at - 1
        elif journal.can_redo:
            now, at = journal.redo(now), at + 1
        assert now == stand(at)
        assert (journal.can_undo, journal.can_redo) == (at > 0, at < many)


def test_typing_into_one_place_is_one_step_until_a_pause_or_another_place() -> None:
    journal = Journal()
    for number, place in enumerate([("stem",), ("stem",), ("instead",), ("stem",), ("stem",)]):
        journal.note(stand(number), place)
    journal.pause()
    journal.note(stand(5), ("stem",))
    now = stand(6)
    steps = []
    while journal.can_undo:
        now = journal.undo(now)
        steps.append(now["stem"])
    assert steps == ["5", "3", "2", "0"]


def test_a_change_ends_what_could_be_redone() -> None:
    journal = Journal()
    journal.note(stand(0))
    journal.undo(stand(1))
    assert journal.can_redo
    journal.note(stand(0), ("stem",))
    assert not journal.can_redo
