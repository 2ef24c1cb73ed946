"""Sealed score files: who opens them, and that whatever was changed stays shut or says exactly what was sealed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc.jwk import OKPKey

from asnquiz.domain.task import Holder, Recipient
from asnquiz.domain.task_check import MOST_RECIPIENTS
from asnquiz.scorefiles.sealed import Unopened, open_sealed, seal


def make_keys(count: int = 2) -> tuple[dict[str, OKPKey], tuple[Recipient, ...]]:
    made = [OKPKey.generate_key("X25519") for _ in range(count)]
    keys = {key.thumbprint(): key for key in made}
    holders = [Holder.OFFICE] + [Holder.ESCROW] * (count - 1)
    recipients = [
        Recipient(holder, kid, str(key["x"])) for holder, (kid, key) in zip(holders, keys.items(), strict=True)
    ]
    return keys, tuple(recipients)


KEYS, RECIPIENTS = make_keys()
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
