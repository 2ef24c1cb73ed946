"""Whatever a form carries comes back from it as it was, sign by sign, and what it does not is told."""

from dataclasses import replace

from hypothesis import given

from asnquiz.content.checker import open_pack
from asnquiz.domain.pack import ItemType, Option
from asnquiz.domain.question import Question, question_of
from asnquiz.exchange.aiken import read_aiken, write_aiken
from asnquiz.exchange.gift import read_gift, write_gift
from asnquiz.exchange.tags import read_tags, tags_of
from asnquiz.programs.paths import PACK, content_folder
from tests.exchange.questions import QUESTIONS, SINGLE


@given(QUESTIONS)
def test_a_question_comes_back_from_gift_whole(question: Question) -> None:
    carried = write_gift([question])
    brought = read_gift(carried.content)
    assert brought.questions == (_without_what_is_told(question),)
    assert brought.losses == ()
    assert write_gift(brought.questions).content == carried.content


def _without_what_is_told(question: Question) -> Question:
    """Without its picture, and without what matching takes for its sign."""
    pairs = tuple(replace(pair, left=pair.left.replace("->", "→")) for pair in question.pairs)
    options = question.options
    if question.type is ItemType.ORDERING:
        options = tuple(replace(option, text=option.text.replace("->", "→")) for option in options)
    return replace(question, picture=None, pairs=pairs, options=options)


@given(QUESTIONS)
def test_tags_come_back_in_any_order(question: Question) -> None:
    told = read_tags(reversed(tags_of(question)))
    assert told.type is question.type
    assert told.unknown == ()
    whole = replace(Question(question.type, ""), **told.facts)
    assert (whole.revision, whole.phase, whole.topic) == (question.revision, question.phase, question.topic)
    assert (whole.difficulty, whole.confidence) == (question.difficulty, question.confidence)
    assert whole.rules == question.rules[::-1]
    assert whole.jobs == question.jobs[::-1]
    assert whole.citations == question.citations[::-1]


@given(SINGLE)
def test_the_words_of_a_question_come_back_from_aiken(question: Question) -> None:
    carried = write_aiken([question])
    brought = read_aiken(carried.content)
    if not brought.questions:  # it begins as a choice or an answer does
        assert [loss.message[-9:] for loss in carried.losses] == ["dilewati."]
        return
    (after,) = brought.questions
    assert after.stem.split() == question.stem.split()
    assert [_words(option) for option in after.options] == [_words(option) for option in question.options]


def _words(option: Option) -> tuple[list[str], bool]:
    return option.text.split(), option.key


def test_every_question_of_the_program_comes_back_from_gift() -> None:
    pack = open_pack(content_folder() / PACK).pack
    assert pack
    asked = tuple(question_of(item, {}) for item in pack.items)
    brought = read_gift(write_gift(asked).content)
    assert brought.questions == asked
    assert brought.losses == ()
