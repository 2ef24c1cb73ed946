"""The canonical form, against the examples of RFC 8785."""

import hashlib

import pytest

from asnquiz.domain.canonical import canonical_bytes, sha256_hex
from tests import builders


def test_names_are_sorted_by_utf16_code_units() -> None:
    # RFC 8785, section 3.2.3
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    expected = (
        '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",'
        '"\u20ac":"Euro Sign","\U0001f600":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}'
    )
    assert canonical_bytes(value) == expected.encode()


def test_literals_and_strings_are_written_in_one_way() -> None:
    # RFC 8785, sections 3.2.2 and 3.2.4, whose example holds broken numbers besides; they have no place here.
    value = {"string": '\u20ac$\u000f\nA\'\u0042"\\\\"/', "literals": [None, True, False]}
    expected = bytes.fromhex(
        "7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c"
        "22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d"
    )
    assert canonical_bytes(value) == expected


@pytest.mark.parametrize("number", [0, -1, 2**53 - 1, 1 - 2**53])
def test_whole_numbers_are_written_plainly(number: int) -> None:
    assert canonical_bytes([number]) == f"[{number}]".encode()


@pytest.mark.parametrize("number", [2**53, -(2**53)])
def test_a_number_that_some_readers_would_round_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="safe"):
        canonical_bytes(number)


def test_fractions_have_no_canonical_form_here() -> None:
    with pytest.raises(TypeError, match="float"):
        canonical_bytes({"nilai": 86.6})


def test_a_domain_value_is_an_object_of_its_fields() -> None:
    expected = '{"facts":[],"law":"pp-94-2021","no_prohibition_found":false,"ref":"Pasal 5 huruf n angka 5"}'
    assert canonical_bytes(builders.citation()) == expected.encode()


def test_hashes_are_lower_case_hexadecimal() -> None:
    # NIST, SHA-256 example "abc"
    assert sha256_hex(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_hex(canonical_bytes("a")) == hashlib.sha256(b'"a"').hexdigest()
