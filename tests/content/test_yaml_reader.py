"""The narrow door of YAML: what is typed, where values stand, what is refused, and that nothing is ever raised."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.content.yaml_reader import MAX_DEPTH, Document, Place, read_yaml
from asnquiz.domain.fault import Fault


def read(text: str) -> Document:
    document, faults = read_yaml(text, "x.yaml")
    assert faults == ()
    assert document is not None
    return document


def refused(text: str, first_line: int = 1) -> Fault:
    document, faults = read_yaml(text, "x.yaml", first_line)
    assert document is None
    return faults[0]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("42", 42),
        ("-7", -7),
        ("+1", 1),
        ("75.5", 75.5),
        ("-0.25", -0.25),
        ("no", "no"),
        ("yes", "yes"),
        ("off", "off"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("10:30", "10:30"),
        ("2026-11-21", "2026-11-21"),
        ("2026-11-21 10:30:00", "2026-11-21 10:30:00"),
        ("2026.11.1", "2026.11.1"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("017", "017"),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("9" * 16, "9" * 16),
        ("9" * 4000, "9" * 4000),
        ("٣", "٣"),
        ('"42"', "42"),
        ("'true'", "true"),
        ('"null"', "null"),
        ("'a\\b'", "a\\b"),
        ('"a\\nb"', "a\nb"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_only_plain_words_of_json_and_decimals_are_typed(written: str, value: Any) -> None:
    found = read(f"kunci: {written}\n").plain["kunci"]
    assert found == value
    assert type(found) is type(value)


def test_keys_stay_strings() -> None:
    assert read("{true: 1, 2: 2, null: 3, no: 4}").plain == {"true": 1, "2": 2, "null": 3, "no": 4}


def test_a_block_scalar_is_text_whatever_it_says() -> None:
    assert read("a: |\n  12\nb: >-\n  satu\n  dua\n").plain == {"a": "12\n", "b": "satu dua"}


def test_an_empty_file_says_nothing() -> None:
    assert read("").plain is None
    assert read("# hanya catatan\n").plain is None


def test_every_value_and_key_has_its_place() -> None:
    document = read("- id: satu\n  daftar: [a, {b: c}]\n-\n  teks: |\n    x\n")
    assert document.values == {
        (): Place(1, 1),
        (0,): Place(1, 3),
        (0, "id"): Place(1, 7),
        (0, "daftar"): Place(2, 11),
        (0, "daftar", 0): Place(2, 12),
        (0, "daftar", 1): Place(2, 15),
        (0, "daftar", 1, "b"): Place(2, 19),
        (1,): Place(4, 3),
        (1, "teks"): Place(4, 9),
    }
    assert document.keys[(0, "daftar", 1, "b")] == Place(2, 16)
    assert document.place((0, "daftar"), key=True) == Place(2, 3)


def test_what_is_not_written_stands_where_the_value_around_it_stands() -> None:
    document = read("a:\n  b: 1\n")
    assert document.place(("a", "c", "d")) == Place(2, 3)
    assert document.place(("z",)) == Place(1, 1)


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, '"a" ditulis dua kali'),
        ("a: &x 1\n", 1, 4, "Jangkar"),
        ("a: 1\nb: *x\n", 2, 4, "Rujukan YAML"),
        ("a: !!python/object:os.system x\n", 1, 4, "Tag YAML"),
        ("a: !x [1]\n", 1, 4, "Tag YAML"),
        ("&x {a: 1}\n", 1, 1, "Jangkar"),
        ("a: 1\n---\nb: 2\n", 2, 1, "satu dokumen"),
        ("a: b: c\n", 1, 5, "Titik dua ini"),
        ("a: 1\n\tb: 2\n", 2, 1, "tab"),
        ("a: @x\n", 1, 4, "diawali tanda ini"),
        ("a: 1\nb: 'x\nc: 2\n", 2, 4, "tidak ditutup"),
        ("a: [1, 2\n", 1, 4, "Kurung"),
        ('a: "\\q"\n', 1, 5, "kutip tunggal"),
        ("- a\nb: 1\n", 2, 1, "Susunan YAML"),
        ("[a]: 1\n", 1, 1, "Nama kunci"),
        ("? {a: 1}\n: 2\n", 1, 3, "Nama kunci"),
        ("a: \x07\n", 1, 4, "U+0007"),
        ('a: 1\nb: "\\0"\n', 2, 4, "U+0000"),
        ("[" * (MAX_DEPTH + 1), 1, MAX_DEPTH + 1, "terlalu dalam"),
        ("- " * 100_000, 1, 2 * MAX_DEPTH + 1, "terlalu dalam"),
        ("a" * 1_000_001, 1, 1, "terlalu besar"),
    ],
)
def test_a_fault_of_form_has_its_place_and_sentence(text: str, line: int, column: int, says: str) -> None:
    fault = refused(text)
    assert (fault.file, fault.line, fault.column, fault.id) == ("x.yaml", line, column, None)
    assert says in fault.message


def test_all_doubled_keys_and_marks_of_a_file_are_reported() -> None:
    _, faults = read_yaml("a: 1\na: 2\nb: &x 3\nb: 4\n", "x.yaml")
    assert [fault.line for fault in faults] == [2, 3, 4]


def test_places_count_from_the_first_line_given() -> None:
    assert refused("a: 1\na: 2\n", first_line=11).line == 12


ODD = ["a", "é", "\x00", "\x85", "\u2028", "\ufeff", "\ud800", "😀"]
WORDS = st.sampled_from([*"-:?[]{},#&*!|>'\"%@`~\n\t \\=<\r", *ODD])
TANGLES = st.lists(WORDS | st.sampled_from(["---", "...", "- ", ": ", "%YAML 1.2\n", "&a ", "*a", "!!x ", "<<: "])).map(
    "".join
)


@given(TANGLES | st.text())
def test_any_text_gives_a_document_or_faults_with_a_place(text: str) -> None:
    document, faults = read_yaml(text, "x.yaml")
    assert (document is None) == bool(faults)
    for fault in faults:
        assert 1 <= fault.line <= len(text.splitlines()) + 1
        assert fault.column >= 1
        assert fault.message


SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | st.text(st.characters(exclude_categories=["C", "Z"]))
)
PLAIN = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(categories=["L"])), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(PLAIN)
def test_json_is_read_as_json_says(plain: Any) -> None:
    assert read(json.dumps(plain, ensure_ascii=False)).plain == plain
