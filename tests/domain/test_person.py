"""NIP and NI PPPK as people type and paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.person import parse_nip
from asnquiz.domain.refusal import Refusal

PNS = "198609262015051001"
PPPK = "199009132025242014"  # digits 13 and 14 are 24, which is no month


@pytest.mark.parametrize("nip", [PNS, PPPK])
def test_eighteen_digits_are_taken_as_they_are(nip: str) -> None:
    assert parse_nip(nip) == nip


@pytest.mark.parametrize(
    "typed",
    [
        "19860926 201505 1 001",
        "  198609262015051001\n",
        "19860926.201505.1.001",
        "19860926-201505-1-001",
        "19860926\u2013201505\u20141\u2011001",  # en dash, em dash, non-breaking hyphen
        "19860926\u00a0201505\u00a01\u00a0001",
        "19860926\u2009201505\t1\u3000001",
        "'198609262015051001",
        "\u2018198609262015051001\u2019",
        "\u200b19860926\u200d2015\ufeff05\u20601001\u202c",
        "1986\u00ad09262015051001",
        "１９８６０９２６２０１５０５１００１",
    ],
)
def test_what_comes_along_with_the_digits_is_left_out(typed: str) -> None:
    assert parse_nip(typed) == PNS


@pytest.mark.parametrize("empty", ["", "   ", "\u00a0", "\u200b", "-", "'", "…".replace("…", "...")])
def test_an_empty_field_is_no_number(empty: str) -> None:
    assert parse_nip(empty) is None


@pytest.mark.parametrize("digits", ["130123456", PNS[:-1], PNS + "0", PNS * 2])
def test_another_length_is_refused_with_what_was_written(digits: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_nip(digits)
    assert f"18 angka; yang tertulis {len(digits)} angka." in str(refused.value)
    assert "Periksa" in str(refused.value)


@pytest.mark.parametrize(
    "other",
    [
        "19860926201505100A",
        "I98609262015051001",
        "NIP 198609262015051001",
        "198609262015051001/1",
        "19860926201505100²x",
        "١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١",
    ],
)
def test_anything_but_digits_is_refused(other: str) -> None:
    with pytest.raises(Refusal, match="hanya berisi angka"):
        parse_nip(other)


@given(st.text("0123456789", min_size=18, max_size=18), st.data())
def test_separators_anywhere_change_nothing(digits: str, data: st.DataObject) -> None:
    separators = st.text(" .-'’\u00a0\u200b\u2013", max_size=3)
    typed = "".join(data.draw(separators) + digit for digit in digits)
    assert parse_nip(typed) == digits


@given(st.text())
def test_any_text_is_eighteen_ascii_digits_nothing_or_refused(text: str) -> None:
    try:
        nip = parse_nip(text)
    except Refusal:
        return
    assert nip is None or (len(nip) == 18 and nip.isascii() and nip.isdigit())
