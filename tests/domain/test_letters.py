"""Letters without marks: as Unicode has them, and in time by the length of the text."""

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.letters import bare_letters
from asnquiz.domain.stems import words

# Two marks that change places when they are ordered: 200,000 of them took minutes.
MARKS = "a" + "\u0315\u0300" * 100_000


@given(st.text())
def test_it_is_the_decomposed_text_without_marks(text: str) -> None:
    decomposed = unicodedata.normalize("NFKD", text)
    assert bare_letters(text) == "".join(char for char in decomposed if not unicodedata.combining(char))


def test_a_run_of_marks_takes_no_time_by_the_square_of_it() -> None:
    began = time.process_time()
    assert words(MARKS) == ()
    assert bare_letters(MARKS) == "a"
    assert time.process_time() - began < 1
