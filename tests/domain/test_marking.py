"""Marks anew: what was answered decides, by the words that were chosen and never by where they stood."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.answering import MATCHING_CHOICES, VERDICT_CHOICES, Answer, choice_count, is_right, right_answer
from asnquiz.domain.attempt import PackRef
from asnquiz.domain.layer import lay_over
from asnquiz.domain.marking import Change, Choice, KnownPack, Mark, Marking, answer_of
from asnquiz.domain.pack import Citation, Item, ItemType, LawStatus, Pack, Phase, Subject, Verdict
from tests import builders, layers

TYPES = st.sampled_from(ItemType)
OLD, NEW = "a1" * 32, "b2" * 32
GREATEST = 2**53 - 1  # of a whole number that a score file can hold


def known(pack: Pack, sha256: str) -> KnownPack:
    return KnownPack(PackRef(pack.id, pack.version, sha256), pack)


def marking(before: Item, now: Item | None, in_force: str | None = NEW, **changes: Any) -> Marking:
    """Of two versions, the later of which has the question as `now` or not at all, and is otherwise changed so."""
    other = builders.item(id="soal-lain")
    old = builders.pack((before, other))
    new = replace(old, version="2026.12.1", items=(other, *([now] if now else [])), **changes)
    return Marking((known(old, OLD), known(new, NEW)), in_force)


def choice(item: Item, answer: Answer) -> Choice:
    return Choice(item.id, item.revision, json.dumps(answer))


def revised(item: Item, **changes: Any) -> Item:
    return replace(item, revision=item.revision + 1, **changes)


@st.composite
def answers(draw: st.DrawFn, item: Item) -> Answer:
    """What people answer, and what only a hand-made file can hold."""
    rows = choice_count(item)
    anything = st.lists(st.sampled_from([-GREATEST, -1, 0, 1, 2, 3, 99, GREATEST]), max_size=6)
    match item.type:
        case ItemType.SINGLE | ItemType.VERDICT:
            honest = st.lists(st.integers(0, rows - 1), max_size=1)
        case ItemType.MULTIPLE:
            honest = st.sets(st.integers(0, rows - 1)).map(sorted)
        case ItemType.ORDERING:
            honest = st.permutations(range(rows))
        case ItemType.MATCHING:
            honest = st.lists(st.integers(-1, len(MATCHING_CHOICES) - 1), min_size=rows, max_size=rows)
    return tuple(draw(honest | anything | st.just(list(right_answer(item)))))


@st.composite
def permuted(draw: st.DrawFn, item: Item) -> Item:
    """The same question with its options or pairs in another order, each with what it is."""
    return revised(
        item, options=tuple(draw(st.permutations(item.options))), pairs=tuple(draw(st.permutations(item.pairs)))
    )


@st.composite
def another_key(draw: st.DrawFn, item: Item) -> Item:
    match item.type:
        case ItemType.VERDICT:
            return revised(item, key=draw(st.sampled_from(VERDICT_CHOICES)))
        case ItemType.MATCHING:
            return revised(item, pairs=tuple(replace(pair, phase=draw(st.sampled_from(Phase))) for pair in item.pairs))
        case ItemType.SINGLE:
            right = {draw(st.integers(0, len(item.options) - 1))}
        case _:
            right = draw(st.sets(st.integers(0, len(item.options) - 1)))
    return revised(item, options=tuple(replace(one, key=place in right) for place, one in enumerate(item.options)))


def meant(item: Item, answer: Answer) -> object:
    """An answer in words; None where it is none."""
    rows = choice_count(item)
    if not answer or not all(-1 <= one < max(rows, 3) for one in answer):
        return None
    match item.type:
        case ItemType.VERDICT:
            return VERDICT_CHOICES[answer[0]] if len(answer) == 1 and answer[0] >= 0 else None
        case ItemType.MATCHING:
            fits = len(answer) == rows and all(one < 3 for one in answer)
            return {pair.left: one for pair, one in zip(item.pairs, answer, strict=True)} if fits else None
        case _ if min(answer) < 0:
            return None
        case ItemType.SINGLE:
            return item.options[answer[0]].text if len(answer) == 1 else None
        case ItemType.MULTIPLE:
            chosen = [item.options[one].text for one in answer]
            return set(chosen) if list(answer) == sorted(set(answer)) else None
        case ItemType.ORDERING:
            return [item.options[one].text for one in answer] if sorted(answer) == list(range(rows)) else None


def key_in_words(item: Item) -> object:
    match item.type:
        case ItemType.VERDICT:
            return item.key
        case ItemType.MATCHING:
            return {pair.left: list(Phase).index(pair.phase) for pair in item.pairs}
        case ItemType.SINGLE:
            return next(option.text for option in item.options if option.key)
        case ItemType.MULTIPLE:
            return {option.text for option in item.options if option.key} or "kosong"
        case ItemType.ORDERING:
            return [option.text for option in item.options]


@given(st.data(), TYPES, st.booleans())
def test_the_words_chosen_decide_wherever_they_stand_now(data: st.DataObject, type_: ItemType, keyed: bool) -> None:
    asked = builders.item(type_)
    now = data.draw(permuted(asked))
    if keyed:
        now = data.draw(another_key(now))
    given_ = data.draw(answers(asked))
    both = marking(asked, now)
    right = meant(asked, given_) == key_in_words(now)
    assert both.mark(choice(asked, given_)) is (Mark.RIGHT if right else Mark.WRONG)
    moves = key_in_words(asked) != key_in_words(now)
    assert both.change(asked.id, asked.revision) is (Change.KEY if moves else None)
    # And the other way about.
    back = Marking(both.known, OLD)
    later = data.draw(answers(now))
    right = meant(now, later) == key_in_words(asked)
    assert back.mark(choice(now, later)) is (Mark.RIGHT if right else Mark.WRONG)


@given(st.data(), TYPES)
def test_by_its_own_content_in_force_every_mark_is_its_own(data: st.DataObject, type_: ItemType) -> None:
    asked = builders.item(type_)
    one = choice(asked, data.draw(answers(asked)))
    own = Mark.RIGHT if is_right(asked, answer_of(one)) else Mark.WRONG
    for in_force in (None, OLD):
        told = marking(asked, None, in_force)
        assert told.own(one) is told.mark(one) is own
        assert told.change(asked.id, 1) is None
        assert not told.law_changed(asked.id, 1)


REWORDED: dict[str, Callable[[Item], Item]] = {
    "stem": lambda item: revised(item, stem="Apa yang harus Anda lakukan?"),
    "type": lambda item: revised(item, type=ItemType.MULTIPLE),
    "option": lambda item: revised(item, options=(replace(item.options[0], text="Lain"), *item.options[1:])),
    "fewer": lambda item: revised(item, options=item.options[:3]),
}


@pytest.mark.parametrize("reword", REWORDED.values(), ids=REWORDED)
@pytest.mark.parametrize("scored", [True, False])
def test_what_asks_something_else_now_keeps_its_marks(reword: Callable[[Item], Item], scored: bool) -> None:
    asked = builders.item(ItemType.SINGLE)
    told = marking(asked, replace(reword(asked), scored=scored))
    for answer, mark in (((2,), Mark.RIGHT), ((0,), Mark.WRONG), ((), Mark.WRONG), ((99,), Mark.WRONG)):
        assert told.own(choice(asked, answer)) is mark
        assert told.mark(choice(asked, answer)) is (mark if scored else Mark.DROPPED)
    assert told.change(asked.id, 1) is (Change.CONTENT if scored else Change.DROPPED)


def test_two_options_of_the_same_words_are_never_taken_for_one_another() -> None:
    asked = builders.item(ItemType.SINGLE)
    twins = replace(asked, options=(*asked.options[:3], replace(asked.options[2], key=False)))
    assert marking(twins, revised(twins)).change(twins.id, 1) is None
    told = marking(twins, revised(twins, options=twins.options[::-1]))
    assert told.change(twins.id, 1) is Change.CONTENT
    assert [told.mark(choice(twins, (one,))) for one in (2, 3)] == [Mark.RIGHT, Mark.WRONG]


@pytest.mark.parametrize("now", [None, builders.item(scored=False), builders.item(revision=2, scored=False)])
def test_what_is_not_scored_any_more_is_dropped(now: Item | None) -> None:
    asked = builders.item()
    told = marking(asked, now)
    for answer in ((2,), (0,), (), (-1,)):
        assert told.mark(choice(asked, answer)) is Mark.DROPPED
        assert told.own(choice(asked, answer)) is not Mark.DROPPED
    assert told.change(asked.id, 1) is Change.DROPPED
    back = Marking(told.known, OLD)
    assert back.mark(choice(asked, (2,))) is Mark.RIGHT


def test_what_did_not_count_when_it_was_asked_never_does() -> None:
    asked = builders.item(scored=False)
    told = marking(asked, revised(asked, scored=True))
    assert told.own(choice(asked, (2,))) is told.mark(choice(asked, (2,))) is Mark.DROPPED


def test_the_same_revision_with_another_key_is_marked_by_the_version_in_force() -> None:
    asked = builders.item()
    now = replace(asked, options=tuple(replace(one, key=place == 0) for place, one in enumerate(asked.options)))
    told = marking(asked, now)
    assert told.own(choice(asked, (0,))) is Mark.WRONG
    assert [told.mark(choice(asked, (one,))) for one in (0, 2)] == [Mark.RIGHT, Mark.WRONG]
    assert told.change(asked.id, 1) is Change.KEY


def test_what_no_version_here_asked_keeps_the_mark_that_its_file_tells() -> None:
    asked = builders.item()
    told = marking(asked, revised(asked))
    for item, revision in ((asked.id, 7), (asked.id, GREATEST), ("soal-dulu", 1)):
        one = Choice(item, revision, "[2]")
        assert told.own(one) is told.mark(one) is None
        assert told.change(item, revision) is Change.UNKNOWN
        assert not told.law_changed(item, revision)
        assert told.asked(item, revision) is None
        assert told.pack_of(item, revision) is None
    assert Marking((), None).change(asked.id, 1) is None


def test_a_version_marks_no_other_content_than_its_own() -> None:
    asked = builders.item()
    told = marking(asked, None, id="paket-daerah")
    assert told.mark(choice(asked, (2,))) is Mark.RIGHT
    assert told.change(asked.id, 1) is None
    assert not told.law_changed(asked.id, 1)


LAW: dict[str, Callable[[Pack], dict[str, Any]]] = {
    "status": lambda pack: {"laws": (replace(pack.laws[0], status=LawStatus.DICABUT),)},
    "condition": lambda pack: {"rules": (replace(pack.rules[0], condition="Kecuali cuti di luar tanggungan"),)},
    "verdict": lambda pack: {"rules": (replace(pack.rules[0], verdict=Verdict.BERSYARAT),)},
    "article": lambda pack: {"rules": (replace(pack.rules[0], citations=(Citation("pp-94-2021", "Pasal 6"),)),)},
    "sanction": lambda pack: {"rules": (replace(pack.rules[0], sanction={Subject.PNS: "Teguran"}),)},
    "rule": lambda _pack: {"rules": ()},
}


@pytest.mark.parametrize("change", LAW.values(), ids=LAW)
def test_changed_law_is_told_of_every_question_on_it(change: Callable[[Pack], dict[str, Any]]) -> None:
    asked = builders.item(citations=())
    key = tuple(replace(one, key=place == 0) for place, one in enumerate(asked.options))
    forms = {
        Change.LAW: asked,
        Change.CONTENT: revised(asked, stem="Lain"),
        Change.DROPPED: revised(asked, scored=False),
    }
    for expected, now in (*forms.items(), (Change.LAW, revised(asked, options=key)), (Change.DROPPED, None)):
        told = marking(asked, now, **change(builders.pack()))
        assert told.change(asked.id, 1) is expected
        assert told.law_changed(asked.id, 1)
        assert Marking(told.known).change(asked.id, 1) is None
        assert not Marking(told.known).law_changed(asked.id, 1)


def test_other_words_about_the_same_law_change_nothing() -> None:
    pack = builders.pack()
    rules = (replace(pack.rules[0], act="Suka", reason="Lain", words=("jempol",), stages=("kampanye",)),)
    laws = (builders.law(id="uu-lain", status=LawStatus.DICABUT), replace(pack.laws[0], note="Catatan"))
    asked = builders.item(rules=("aturan-1",))
    now = revised(asked, explanation="Lain", citations=asked.citations * 2)
    assert marking(asked, now, rules=rules, laws=laws).change(asked.id, 1) is None
    # A question that rests on another rule now stands on other law.
    other = (*pack.rules, builders.rule(id="aturan-2"))
    assert marking(asked, revised(asked, rules=("aturan-2",)), rules=other).change(asked.id, 1) is Change.LAW


def test_a_version_without_the_layer_says_nothing_of_local_questions() -> None:
    """An office that marks by the national pack alone keeps the marks of what is its own."""
    own = layers.item()
    laid, national = lay_over(builders.pack(), layers.layer()), replace(builders.pack(), version="2026.12.1")
    right, wrong = (choice(own, answer) for answer in (right_answer(own), (0,)))
    marked = Marking((known(laid, OLD), known(national, NEW)), NEW)
    assert [marked.mark(one) for one in (right, wrong)] == [Mark.RIGHT, Mark.WRONG]
    assert (marked.change(own.id, own.revision), marked.law_changed(own.id, own.revision)) == (None, False)
    other = lay_over(national, replace(layers.layer(items=()), id="kota-contoh"))
    assert Marking((known(laid, OLD), known(other, NEW)), NEW).mark(right) is Mark.RIGHT
    # The layer's own later version does: there the question is gone.
    later = lay_over(national, replace(layers.layer(items=()), version="4"))
    assert Marking((known(laid, OLD), known(later, NEW)), NEW).mark(right) is Mark.DROPPED


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)])
def test_a_local_question_counts_from_the_version_in_which_two_people_stood_for_it(order: tuple[str, str]) -> None:
    waiting = lay_over(builders.pack(), layers.layer(marks={layers.own("soal"): layers.WAITING}))
    reviewed = lay_over(builders.pack(), replace(layers.layer(), version="4"))
    versions = {OLD: known(waiting, OLD), NEW: known(reviewed, NEW)}
    own = layers.item()
    assert Marking([versions[one] for one in order]).own(choice(own, right_answer(own))) is Mark.RIGHT


@pytest.mark.parametrize("answer", ["{}", "1", '["0"]', "[true]", "[0.5]", "[[0]]", "null", "[0", ""])
def test_what_is_no_array_of_whole_numbers_is_no_answer(answer: str) -> None:
    with pytest.raises(ValueError, match=r"no answer|Expecting"):
        answer_of(Choice("soal-1", 1, answer))


def test_a_version_that_is_not_known_cannot_be_in_force() -> None:
    with pytest.raises(LookupError):
        marking(builders.item(), None, "00" * 32)
