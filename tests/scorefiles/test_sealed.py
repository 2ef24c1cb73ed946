"""Sealed score files: who opens them, and that whatever was changed stays shut or says exactly what was sealed.

`opened_by_hand` opens one from the texts of the RFCs, with nothing of the library that sealed it.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc.jwk import OKPKey

from asnquiz.domain.task import Holder, Recipient
from asnquiz.domain.task_check import MOST_RECIPIENTS
from asnquiz.scorefiles.sealed import MAX_BYTES, Opened, Unopened, open_sealed, seal
from asnquiz.scorefiles.signed import MAX_BYTES as MAX_INNER
from tests.conftest import IN_CI
from tests.scorefiles.by_hand import base64url, compact, from_base64url
from tests.scorefiles.offices import GOLDEN, KEYS, OPENING, RECIPIENTS, SPARE

Plain = dict[str, Any]


def make_keys(count: int = 2) -> tuple[dict[str, OKPKey], tuple[Recipient, ...]]:
    made = [OKPKey.generate_key("X25519") for _ in range(count)]
    keys = {key.thumbprint(): key for key in made}
    holders = [Holder.OFFICE] + [Holder.ESCROW] * (count - 1)
    recipients = [
        Recipient(holder, kid, str(key["x"])) for holder, (kid, key) in zip(holders, keys.items(), strict=True)
    ]
    return keys, tuple(recipients)


OFFICE, ESCROW = RECIPIENTS
INNER = b'{"payload":"e30","protected":"e30","signature":"AA"}'
SEALED = seal(INNER, RECIPIENTS)


@given(st.binary(max_size=2000))
@settings(max_examples=20)
def test_each_holder_opens_the_very_bytes_alone(inner: bytes) -> None:
    sealed = seal(inner, RECIPIENTS)
    for kid, key in KEYS.items():
        opened = open_sealed(sealed, {kid: key})
        assert (opened.jws, opened.why) == (inner, None)
        assert opened.kids == (OFFICE.kid, ESCROW.kid)


def test_another_key_opens_nothing() -> None:
    others, _ = make_keys()
    assert open_sealed(SEALED, others).why is Unopened.NO_KEY
    assert open_sealed(SEALED, {}).kids == (OFFICE.kid, ESCROW.kid)
    (stranger,) = list(others.values())[:1]
    assert open_sealed(SEALED, {OFFICE.kid: stranger}).why is Unopened.DAMAGED


def test_it_is_sealed_for_two_at_least_and_eight_at_most() -> None:
    _, many = make_keys(MOST_RECIPIENTS + 1)
    for wrong in ((), (OFFICE,), (OFFICE, OFFICE), many):
        with pytest.raises(ValueError, match="recipients"):
            seal(INNER, wrong)
    with pytest.raises(ValueError, match="kid"):
        seal(INNER, (OFFICE, Recipient(Holder.ESCROW, ESCROW.kid, OFFICE.x)))
    assert open_sealed(seal(INNER, many[:MOST_RECIPIENTS]), {}).why is Unopened.NO_KEY


def opened_by_hand(data: bytes, kid: str, private: X25519PrivateKey) -> bytes:
    """RFC 7516, 5.2; the key by RFC 7518, 4.6.2 (Concat KDF of NIST SP 800-56A) and RFC 3394."""
    parts = json.loads(data)
    (mine,) = (one for one in parts["recipients"] if one["header"]["kid"] == kid)
    shared = private.exchange(X25519PublicKey.from_public_bytes(from_base64url(mine["header"]["epk"]["x"])))
    name = b"ECDH-ES+A256KW"
    nothing = (0).to_bytes(4, "big")
    other_info = len(name).to_bytes(4, "big") + name + nothing + nothing + (256).to_bytes(4, "big")
    agreed = hashlib.sha256((1).to_bytes(4, "big") + shared + other_info).digest()
    key = aes_key_unwrap(agreed, from_base64url(mine["encrypted_key"]))
    sealed = from_base64url(parts["ciphertext"]) + from_base64url(parts["tag"])
    return AESGCM(key).decrypt(from_base64url(parts["iv"]), sealed, parts["protected"].encode())


@pytest.mark.parametrize(
    "data", [SEALED, (GOLDEN / "tersegel-1.asnskor").read_bytes()], ids=["new", "of an earlier program"]
)
@pytest.mark.parametrize("seed", [bytes(range(2, 34)), bytes(range(3, 35))], ids=["office", "escrow"])
def test_it_is_opened_by_the_rfcs_alone(data: bytes, seed: bytes) -> None:
    private = X25519PrivateKey.from_private_bytes(seed)
    jwk = {"crv": "X25519", "kty": "OKP", "x": base64url(private.public_key().public_bytes_raw())}
    kid = base64url(hashlib.sha256(compact(jwk)).digest())
    assert opened_by_hand(data, kid, private) == INNER
    assert json.loads(from_base64url(json.loads(data)["protected"])) == {
        "alg": "ECDH-ES+A256KW",
        "enc": "A256GCM",
        "typ": "asnquiz-sealed+json",
    }


def test_a_file_of_an_earlier_program_opens_with_either_key() -> None:
    data = (GOLDEN / "tersegel-1.asnskor").read_bytes()
    for key in (OPENING, SPARE):
        assert open_sealed(data, {key.thumbprint(): key}).jws == INNER


def test_nothing_of_the_inside_can_be_read_from_the_outside() -> None:
    secret = b'{"name":"Siti Aminah","nip":"198609262015051001"}'
    data = seal(secret, RECIPIENTS)
    everything = [data, *(from_base64url(part) for part in strings(json.loads(data)))]
    for form in (secret, b"Siti", b"198609262015051001", base64.b64encode(secret)[:20]):
        assert not any(form in part for part in everything)
    assert seal(secret, RECIPIENTS) != data


def strings(value: Any) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for part in value.values() for text in strings(part)]
    return [text for part in value for text in strings(part)]


def stays_shut_or_same(data: bytes, keys: Mapping[str, OKPKey] = KEYS) -> Opened:
    opened = open_sealed(data, keys)
    assert opened.jws == INNER if opened.why is None else opened.jws is None
    return opened


def test_every_changed_bit_keeps_it_shut_or_changes_nothing() -> None:
    only = {OFFICE.kid: OPENING}
    for at in range(0, len(SEALED), 1 if IN_CI else 7):
        for bit in range(8):
            stays_shut_or_same(SEALED[:at] + bytes([SEALED[at] ^ 1 << bit]) + SEALED[at + 1 :], only)


def test_a_hundred_thousand_changes_keep_it_shut_or_change_nothing() -> None:
    chance = Random(8)
    tally = dict.fromkeys((None, *Unopened), 0)
    for _ in range(100_000 if IN_CI else 2_000):
        data = bytearray(SEALED)
        for _ in range(chance.choice((1, 1, 2, 5))):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randrange(1, 30)]
                case 2:
                    data[at:at] = data[at : at + chance.randrange(1, 30)]
                case _:
                    other = chance.randrange(len(data))
                    data[at : at + 43] = data[other : other + 43]
        tally[stays_shut_or_same(bytes(data)).why] += 1
    assert tally[Unopened.DAMAGED]
    assert tally[Unopened.FOREIGN]


def changed(**parts: Any) -> bytes:
    return compact(json.loads(SEALED) | parts)


def recipients_with(at: int, **changes: Any) -> bytes:
    recipients = json.loads(SEALED)["recipients"]
    recipients[at] |= changes
    return changed(recipients=recipients)


def epk_with(at: int, x: str, **more: Any) -> bytes:
    header = json.loads(SEALED)["recipients"][at]["header"]
    return recipients_with(at, header=header | {"epk": {"crv": "X25519", "kty": "OKP", "x": x}} | more)


def protected(**changes: Any) -> str:
    header = {"alg": "ECDH-ES+A256KW", "enc": "A256GCM", "typ": "asnquiz-sealed+json"}
    return base64url(compact({name: value for name, value in (header | changes).items() if value is not None}))


OWN_X = json.loads(SEALED)["recipients"][0]["header"]["epk"]["x"]
SAME_POINT = base64url(from_base64url(OWN_X)[:31] + bytes([from_base64url(OWN_X)[31] | 128]))  # RFC 7748, 5
LOW_ORDER = base64url(bytes(32))
SPARE_BITS = OWN_X[:-1] + chr(ord(OWN_X[-1]) + 1)


@pytest.mark.parametrize(
    "data",
    [
        SEALED + b"\n",
        json.dumps(json.loads(SEALED)).encode(),
        changed(aad="e30"),
        changed(unprotected={"zip": "DEF"}),
        changed(unprotected={}),
        changed(iv=base64url(bytes(12))),
        changed(iv=base64url(bytes(16))),
        changed(tag=base64url(bytes(16))),
        changed(tag=json.loads(SEALED)["tag"][:18]),
        changed(ciphertext=json.loads(SEALED)["ciphertext"] + "="),
        changed(ciphertext=[]),
        changed(protected=protected(zip="DEF")),
        changed(protected=protected(enc="A128GCM")),
        changed(protected=protected(alg="dir")),
        changed(protected=protected(alg=None)),
        changed(protected=protected(crit=["exp"])),
        changed(recipients=[]),
        changed(recipients=json.loads(SEALED)["recipients"][:1]),
        changed(recipients=json.loads(SEALED)["recipients"][:1] * 2),
        changed(recipients={}),
        changed(recipients=[1, 2]),
        recipients_with(0, encrypted_key=""),
        recipients_with(0, encrypted_key=base64url(bytes(40))),
        recipients_with(0, extra=1),
        recipients_with(0, header={}),
        epk_with(0, SAME_POINT),
        epk_with(0, SPARE_BITS),
        epk_with(0, LOW_ORDER),
        epk_with(0, OWN_X, alg="dir"),
        epk_with(0, OWN_X, apu="AA"),
        epk_with(0, OWN_X, kid="x"),
        epk_with(0, OWN_X, kid=7),
    ],
)
def test_another_form_of_it_is_damaged(data: bytes) -> None:
    assert stays_shut_or_same(data, {OFFICE.kid: OPENING}).why is Unopened.DAMAGED


def test_what_concerns_others_only_cannot_change_what_is_read() -> None:
    """The seal does not cover it: the list in the signed file within says for whom it was sealed."""
    parts = json.loads(SEALED)["recipients"]
    swapped = changed(recipients=parts[::-1])
    assert open_sealed(swapped, {OFFICE.kid: OPENING}) == Opened((ESCROW.kid, OFFICE.kid), INNER, None)
    stranger = base64url(bytes(32))
    renamed = epk_with(1, OWN_X, kid=stranger)
    assert open_sealed(renamed, {OFFICE.kid: OPENING}) == Opened((OFFICE.kid, stranger), INNER, None)


def test_damage_to_the_part_of_one_holder_does_not_keep_the_other_out() -> None:
    for broken in (recipients_with(0, encrypted_key=base64url(bytes(40))), epk_with(0, LOW_ORDER)):
        assert open_sealed(broken, KEYS).jws == INNER


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"[" * 1_000_000,
        b'{"a":' * 1_000_000,
        b"[" + b"0," * 1_000_000,
        b'"' + b"\\u0000" * 100_000 + b'"',
        b"%PDF-1.7",
        INNER,
        SEALED[:-20],
        SEALED + b" " * MAX_BYTES,
        changed(protected=protected(typ="asnquiz-score+json")),
        changed(protected=protected(typ=None)),
        changed(protected=7),
        changed(protected="e30"),
    ],
    ids=range(16),
)
def test_what_is_not_ours_is_foreign(data: bytes) -> None:
    assert open_sealed(data, KEYS) == Opened((), None, Unopened.FOREIGN)


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: compact({"protected": text})))
@settings(max_examples=150 if IN_CI else 30)
def test_no_bytes_make_it_fail(data: bytes) -> None:
    assert open_sealed(data, KEYS).jws is None


def test_the_longest_score_file_is_sealed_and_a_longer_one_is_not() -> None:
    longest = bytes(MAX_INNER)
    assert open_sealed(seal(longest, RECIPIENTS), KEYS).jws == longest
    with pytest.raises(ValueError, match="too long"):
        seal(longest + b"1", RECIPIENTS)
