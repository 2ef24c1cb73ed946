"""Passwords of keys that cannot be had again."""

import pytest

from asnquiz.domain.password import LONGEST, parse_password
from asnquiz.domain.refusal import Refusal


@pytest.mark.parametrize(
    "good",
    [
        "kuda hujan meja biru",
        "correct horse battery staple",
        "Tr0ub4dor&3xyz",
        "xkQ9!vTz2pLm",
        "!#$%&()*+,-.",
        "a" * 3 + "méja biru hujan",
    ],
)
def test_long_ones_of_ones_own_are_taken(good: str) -> None:
    assert parse_password(good) == good


@pytest.mark.parametrize(
    "weak",
    [
        "kuda hujan",
        "aaaaaaaaaaaaaaaa",
        "abababababababab",
        "kudakudakudakuda",
        "123456789012",
        "198609262015051001",
        "21-11-2026 08:00",
        "Password2026!",
        "passwordpassword",
        "RahasiaNegara2024",
        "bkpsdm-kabupaten-2026",
        "katasandi kantor",
        "qwertyuiop1234",
        "abcdefghijklmnop",
        "zyxwvutsrqponm",
        "selamat datang 123",
    ],
)
def test_what_anybody_tries_first_is_refused(weak: str) -> None:
    with pytest.raises(Refusal):
        parse_password(weak)


def test_what_cannot_be_typed_again_is_refused() -> None:
    for wrong in (" kuda hujan meja biru", "kuda hujan meja biru\n", "kuda\u200bhujan meja biru", "k" * (LONGEST + 1)):
        with pytest.raises(Refusal):
            parse_password(wrong)


def test_it_is_the_same_on_every_keyboard() -> None:
    assert parse_password("kuda hujan me\u0301ja biru") == parse_password("kuda hujan m\u00e9ja biru")
