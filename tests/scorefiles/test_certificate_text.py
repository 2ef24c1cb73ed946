"""The text of a certificate's QR code: signed so that others can check it, and intact in one form only."""

import dataclasses
import json
import unicodedata
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import assume, given
from hypothesis import strategies as st

from asnquiz.domain.certificate import certificate_fields, differences
from asnquiz.domain.plain import to_plain
from asnquiz.domain.score_report import FileVerdict
from asnquiz.scorefiles.certificate_text import read, sign
from tests import builders
from tests.scorefiles.by_hand import Plain, base64url, compact, from_base64url, header_of
from tests.scorefiles.learning import new_key

SITI = builders.certificate()
PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))  # of a stranger
HEADER = header_of(PRIVATE, "asnquiz-certificate+json")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= \n\t/+"


@cache
def signed() -> str:
    return sign(SITI, new_key(Path(mkdtemp())))


def plain() -> Plain:
    found = to_plain(SITI)
    assert isinstance(found, dict)
    return found


def by_hand(payload: Plain, **header: object) -> str:
    """RFC 7515, 5.1 step by step in the compact form, with a key that a stranger could have made."""
    head = HEADER | header
    told = f"{base64url(compact(head))}.{base64url(compact(payload))}"
    return f"{told}.{base64url(PRIVATE.sign(told.encode()))}"


def test_others_can_check_it_by_the_book() -> None:
    header, payload, signature = signed().split(".")
    public = from_base64url(json.loads(from_base64url(header))["jwk"]["x"])
    told = f"{header}.{payload}".encode()
    Ed25519PublicKey.from_public_bytes(public).verify(from_base64url(signature), told)
    assert from_base64url(payload) == compact(plain())


def test_one_that_another_program_signs_by_the_book_is_intact() -> None:
    seen = read(by_hand(plain()))
    assert seen.verdict is FileVerdict.INTACT
    assert seen.device == HEADER["kid"]
    assert seen.certificate == SITI


@given(st.data())
def test_no_byte_can_be_another(data: st.DataObject) -> None:
    text = signed()
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from(LETTERS) | st.characters())
    assume(letter != text[place])
    assert read(text[:place] + letter + text[place + 1 :]).verdict is not FileVerdict.INTACT


def test_no_bit_of_any_byte_can_be_another() -> None:
    data = signed().encode()
    for place in range(len(data)):
        for bit in range(8):
            changed = bytes([*data[:place], data[place] ^ 1 << bit, *data[place + 1 :]]).decode("latin-1")
            assert read(changed).verdict is not FileVerdict.INTACT, (place, bit)


@given(st.integers(0, 10_000), st.text(min_size=1, max_size=3))
def test_nothing_can_be_added_or_taken_away(place: int, words: str) -> None:
    text = signed()
    place %= len(text)
    assert read(text[:place]).verdict is not FileVerdict.INTACT
    assert read(text[place + 1 :]).verdict is not FileVerdict.INTACT
    added = text[:place] + words + text[place:]
    assert read(added).verdict is not FileVerdict.INTACT


@given(st.text(max_size=300))
def test_any_text_has_a_verdict(text: str) -> None:
    assert read(text).verdict is FileVerdict.FOREIGN


@given(st.text(alphabet=LETTERS, max_size=300))
def test_what_begins_like_one_of_ours_and_goes_on_otherwise_is_changed(text: str) -> None:
    header = signed().split(".", maxsplit=1)[0]
    assert read(f"{header}.{text}").verdict is FileVerdict.CHANGED


@pytest.mark.parametrize(
    "change",
    [
        {"right": 3},
        {"right": 31},
        {"total": 0, "right": 0},
        {"pass_mark": 90},
        {"right": True},
        {"name": None},
        {"date": "kemarin"},
        {"attempt": "0F3C9A1B-5F6E-4D7C-8B9A-0C1D2E3F4A5B"},
        {"seal": "emas"},
        {"schema": "asnquiz/score/1"},
    ],
)
def test_what_no_program_of_ours_writes_is_not_intact_though_it_is_signed(change: Plain) -> None:
    seen = read(by_hand(plain() | change))
    assert seen.verdict is FileVerdict.CHANGED
    assert "tidak saling cocok" in seen.reason


@pytest.mark.parametrize("header", [{"typ": "asnquiz-score+json"}, {"typ": "JWT"}, {"typ": None}])
def test_another_type_is_foreign(header: Plain) -> None:
    assert read(by_hand(plain(), **header)).verdict is FileVerdict.FOREIGN


@pytest.mark.parametrize("header", [{"alg": "none"}, {"alg": "HS256"}, {"kid": "lain"}, {"crit": []}])
def test_another_header_is_not_intact_though_it_is_signed(header: Plain) -> None:
    assert read(by_hand(plain(), **header)).verdict is FileVerdict.CHANGED


def test_one_of_a_later_program_is_foreign_and_accused_of_nothing() -> None:
    seen = read(by_hand(plain() | {"schema": "asnquiz/certificate/2", "hours": 3}))
    assert seen.verdict is FileVerdict.FOREIGN
    assert "versi ASN Netral yang lebih baru" in seen.reason


FIELDS = certificate_fields(SITI, "kunci")


@given(st.sampled_from(FIELDS), st.text(max_size=20), st.sampled_from([":", " : ", "="]))
def test_any_printed_field_that_was_altered_is_named(field: tuple[str, str], value: str, between: str) -> None:
    label, original = field
    assume(unicodedata.normalize("NFC", " ".join(value.split())) != original)
    true_lines = [f"{name}: {words}" for name, words in FIELDS if name != label]
    found = differences(FIELDS, [*true_lines, f"{label}{between}{value}"])
    assert [(one.label, one.signed) for one in found] == [(label, original)]


def test_true_lines_do_not_differ_however_their_blanks_are_set() -> None:
    lines = [f"  {label.upper()} :  {value.replace(' ', '   ')} " for label, value in FIELDS]
    assert differences(FIELDS, lines) == ()


def test_a_number_that_was_written_in_later_is_named() -> None:
    fields = certificate_fields(dataclasses.replace(SITI, nip=None), "kunci")
    (found,) = differences(fields, ["NIP/NI PPPK: 198609262015051001"])
    assert (found.label, found.signed) == ("NIP/NI PPPK", "(tidak ada)")
