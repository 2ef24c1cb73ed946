"""Letters without marks: as Unicode has them, and in time by the length of the text."""

import time
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.letters import bare_letters, bare_name, folded
from asnquiz.domain.stems import words

# Two marks that change places when they are ordered: 200,000 of them took minutes.
MARKS = "a" + "\u0315\u0300" * 100_000


@given(st.text())
def test_it_is_the_decomposed_text_without_marks(text: str) -> None:
    decomposed = unicodedata.normalize("NFKD", text)
    assert bare_letters(text) == "".join(char for char in decomposed if not unicodedata.combining(char))


@pytest.mark.parametrize(
    "same", ["Siti Am\u00ednah", "siti ami\u0301nah", "  SITI\tAMI\u0301NAH\u00a0", "Siti Am\u00edn\u0041h"]
)
def test_a_name_is_one_however_it_was_typed(same: str) -> None:
    assert folded(same) == "siti am\u00ednah"
    assert folded(same) != folded("Siti Aminah")
    assert bare_name(same) == bare_name("Siti Aminah") == "siti aminah"


@given(st.text(), st.sampled_from(("NFC", "NFD")))
def test_a_folded_name_is_folded_and_no_other_than_its_other_forms(text: str, form: Literal["NFC", "NFD"]) -> None:
    assert folded(unicodedata.normalize(form, text)) == folded(text)


def test_names_with_more_marks_than_anybody_writes_are_told_apart_in_time() -> None:
    tibetan = "a" + "\u0f73" * 100_000  # of one mark each by its class, and two once it is decomposed
    began = time.process_time()
    assert folded(MARKS) != folded("a")
    assert folded(tibetan) != folded(MARKS)
    assert time.process_time() - began < 2


def test_a_run_of_marks_takes_no_time_by_the_square_of_it() -> None:
    began = time.process_time()
    assert words(MARKS) == ()
    assert bare_letters(MARKS) == "a"
    assert time.process_time() - began < 1
