"""GIFT compared with another reader, npm's gift-pegjs 1.0.2, on what record_gift_pegjs.py recorded of it.

It differs from Moodle, whose manners the program has, in what is left aside here: it folds spaces, sets a gap apart by
spaces, takes `->` in a right answer that stands first for matching, and refuses an answer that is empty.
"""

import json
import lzma
import re
from typing import Any

import pytest

from asnquiz.domain.pack import ItemType, Phase, Verdict
from asnquiz.domain.plain import from_plain
from asnquiz.domain.question import Question
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import PHASE, VERDICT, phase_words
from asnquiz.exchange.gift import read_gift, write_gift
from asnquiz.exchange.rich_text import plain
from tests.exchange.record_gift_pegjs import RECORD

Answer = dict[str, Any]


@pytest.fixture(scope="module")
def record() -> dict[str, list[dict[str, Any]]]:
    loaded: dict[str, list[dict[str, Any]]] = json.loads(lzma.decompress(RECORD.read_bytes()))
    return loaded


def test_there_is_enough_to_compare(record: dict[str, list[dict[str, Any]]]) -> None:
    assert sum(row["answer"] is not None for rows in record.values() for row in rows) >= 2_500


def test_it_reads_what_the_program_writes(record: dict[str, list[dict[str, Any]]]) -> None:
    for row in record["ours"]:
        question = from_plain(Question, row["question"])
        assert write_gift([question]).content.decode() == row["gift"], "record anew: see record_gift_pegjs.py"
        if row["answer"] is None:
            assert re.search(r"\{\n\t=[^\n]*->", row["gift"]), row["gift"]
            continue
        (answer,) = row["answer"]
        assert answer["title"] == answer["id"] == question.id
        assert _folded(answer["stem"]["text"]) == _folded(question.stem)
        assert _said(answer["globalFeedback"]) == _folded(question.explanation)
        assert _rows_of(answer) == _rows(question), row["gift"]


def test_the_program_reads_what_it_reads(record: dict[str, list[dict[str, Any]]]) -> None:
    compared = 0
    for row in record["theirs"]:
        if row["answer"] is None:
            continue
        expected = [_expected(answer) for answer in row["answer"] if _is_ours(answer)]
        brought = read_gift(row["gift"].encode())
        read = [(_joined(_folded(one.stem)), _folded(one.explanation), _rows(one)) for one in brought.questions]
        assert read == expected, row["gift"]
        compared += len(expected)
        for answer, question in zip(filter(_is_ours, row["answer"]), brought.questions, strict=True):
            title = answer["title"] or ""
            assert question.id == (answer["id"] or (title if re.fullmatch("[a-z]+-[a-z]+", title) else None))
        assert bool(brought.questions) or bool(brought.losses)
    assert compared >= 600


def test_what_it_refuses_is_refused_or_read_as_moodle_does(record: dict[str, list[dict[str, Any]]]) -> None:
    refused = [row["gift"] for row in record["theirs"] if row["answer"] is None]
    read: list[str] = []
    told: list[str] = []
    for gift in refused:
        try:
            read += (question.stem for question in read_gift(gift.encode()).questions)
        except Refusal as refusal:
            told.append(str(refusal))
    assert len(read) + len(told) == len(refused)
    assert all("\nBaris 1: " in words for words in told)
    # A comment among the answers, a colon and an equals sign that are not escaped, and an arrow: Moodle takes all four.
    assert read == ["Siapa?", "Daftar:\n- satu\n- dua", "Panah?", "Tanda = di dalam pertanyaan?"]


def _expected(answer: Answer) -> tuple[str, str, list[Any]]:
    stem = _folded(_shown(answer["stem"]))
    return _joined(stem), _said(answer["globalFeedback"]), _rows_of(answer)


def _joined(stem: str) -> str:
    return re.sub(r" ?_____ ?", "_____", stem)


def _rows_of(answer: Answer) -> list[Any]:
    """What is chosen or matched: texts, what is said of them, and which are right or what belongs to them."""
    match answer["type"]:
        case "TF":
            truth, wrong, right = answer["isTrue"], answer["trueFeedback"], answer["falseFeedback"]
            said = {truth: _said(right), (not truth): _said(wrong)}  # it names them by their order; Moodle's is this
            return [("Benar", said[True], truth), ("Salah", said[False], not truth)]
        case "Matching":
            pairs = [(_said(pair["subquestion"]), pair["subanswer"]) for pair in answer["matchPairs"]]
            # A word without a text is a wrong one to choose from, and here all three phases are.
            return [(left, _phase(_PHASES.get(word)) or word) for left, word in pairs if left]
    several = not any(choice["isCorrect"] for choice in answer["choices"])
    return [
        (
            _said(choice["text"]),
            _said(choice["feedback"]),
            (choice["weight"] or 0) > 0 if several else choice["isCorrect"],
        )
        for choice in answer["choices"]
    ]


def _rows(question: Question) -> list[Any]:
    match question.type:
        case ItemType.VERDICT:
            three = (Verdict.BOLEH, Verdict.TIDAK, Verdict.BERSYARAT)
            return [(VERDICT[one], _folded(question.feedback.get(one, "")), one is question.key) for one in three]
        case ItemType.ORDERING:
            return [(_folded(option.text), str(place)) for place, option in enumerate(question.options, 1)]
        case ItemType.MATCHING:
            return [(_folded(pair.left), _phase(pair.phase)) for pair in question.pairs]
    return [(_folded(option.text), _folded(option.feedback), option.key) for option in question.options]


def _phase(phase: Phase | None) -> str:
    return phase_words(phase) if phase else ""


def _is_ours(answer: Answer) -> bool:
    """Whether it is a question that the program has a place for."""
    if answer["type"] != "Matching":
        return answer["type"] in ("MC", "TF")
    words = [pair["subanswer"] for pair in answer["matchPairs"]]
    return words == [str(place) for place in range(1, len(words) + 1)] or all(word in _PHASES for word in words)


_PHASES = {words: phase for phase in Phase for words in (PHASE[phase], phase_words(phase), phase.value)}


def _said(text: Answer | None) -> str:
    return _folded(_shown(text)) if text else ""


def _shown(text: Answer) -> str:
    """HTML as the words that it shows, which gift-pegjs leaves to others."""
    return plain(text["text"]).text if text["format"] == "html" else text["text"]


def _folded(text: str) -> str:
    return " ".join(text.split())
