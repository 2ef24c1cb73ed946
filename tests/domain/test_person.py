"""NIP, NI PPPK and names as people type and paste them."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain.person import begins_with_a_date, nip_digits, parse_line, parse_nip
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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Siti   Aminah\t", "Siti Aminah"),
        ("Siti\nAminah\r\n", "Siti Aminah"),
        ("Siti\u00a0Aminah\u2003S.Sos.", "Siti Aminah S.Sos."),
        ("Rene\u0301", "René"),
        ("Siti\u202e hanimA\u202c", "Siti hanimA"),  # text that is turned around
        ("\u2067Siti\u2069", "Siti"),
        ("Si\x00ti\x07\x7f", "Siti"),
        ("Siti \u200b Aminah\ufeff", "Siti Aminah"),
        ("Si\ud800ti", "Siti"),  # half a character, which no file can hold
        ("Ni Ketut Ayu, S.Kep., Ns., M.M.", "Ni Ketut Ayu, S.Kep., Ns., M.M."),
        ("Asy'ari", "Asy'ari"),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(typed: str, kept: str) -> None:
    assert parse_line(typed, "Nama") == kept


@pytest.mark.parametrize("empty", ["", "   ", "\u00a0", "\u200b\u202e", "\n\t"])
def test_nothing_that_can_be_seen_is_no_name(empty: str) -> None:
    assert parse_line(empty, "Nama") is None


def test_a_name_that_is_too_long_is_refused_with_both_lengths() -> None:
    assert parse_line("a" * 150, "Nama") == "a" * 150
    with pytest.raises(Refusal, match=r"^Unit kerja paling panjang 150 huruf; yang tertulis 151 huruf\."):
        parse_line("a" * 151, "Unit kerja")


@given(st.text(st.characters(), max_size=150))
def test_any_line_is_composed_single_spaced_and_visible_and_stays_so(text: str) -> None:
    try:
        line = parse_line(text, "Nama")
    except Refusal:
        return
    if line is None:
        return
    assert line == unicodedata.normalize("NFC", line)
    assert line == " ".join(line.split(" "))
    assert all(char == " " or unicodedata.category(char)[0] not in "CZ" for char in line)
    assert line.encode("utf-8")
    assert parse_line(line, "Nama") == line


@given(st.text(st.characters(exclude_categories=["C"]), max_size=150))
def test_no_visible_character_is_lost(text: str) -> None:
    line = parse_line(text, "Nama") or ""
    assert unicodedata.normalize("NFC", " ".join(text.split())) == line


@given(st.text())
def test_digits_and_strangers_of_a_number_agree_with_what_is_accepted(text: str) -> None:
    digits, strange = nip_digits(text)
    assert re.fullmatch("[0-9]*", digits)
    try:
        accepted = parse_nip(text)
    except Refusal:
        assert strange or len(digits) != 18
    else:
        assert not strange
        assert accepted == (digits or None)


@pytest.mark.parametrize(
    ("nip", "dated"),
    [(PNS, True), (PPPK, True), ("198613262015051001", False), ("198502302015051001", False), ("0" * 18, False)],
)
def test_a_number_begins_with_a_day(nip: str, dated: bool) -> None:
    assert begins_with_a_date(nip) is dated


def test_a_run_of_marks_that_was_pasted_is_judged_at_once() -> None:
    pasted = "a" + "\u0315\u0300" * 100_000
    began = time.process_time()
    with pytest.raises(Refusal, match="yang tertulis 200001 huruf"):
        parse_line(pasted, "Nama")
    assert nip_digits(f"1{pasted}")[0] == "1"
    assert time.process_time() - began < 2


def test_a_name_of_letters_in_four_parts_is_as_long_as_it_is_seen() -> None:
    assert parse_line("\u03b1\u0313\u0300\u0345" * 150, "Nama") == "\u1f82" * 150
