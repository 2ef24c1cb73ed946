"""Signed files that were changed on their way are never taken, and sealed ones give what was sealed or nothing.

The seed is another in each run; a failure tells it with the number of the change.
"""

import base64
import json
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.collection import Looked, Verdict
from asnquiz.domain.score_report import SCHEMA
from asnquiz.scorefiles.look import look_at
from asnquiz.scorefiles.score_file import read, sign
from asnquiz.scorefiles.sealed import seal
from tests.conftest import IN_CI
from tests.fuzz import seeds
from tests.scorefiles.offices import KEYS, RECIPIENTS
from tests.usecases.sendings import writer

GOLDEN = Path(__file__).parent / "golden"
FILES = tuple((GOLDEN / name).read_bytes() for name in ("nilai-1.asnskor", "nilai-2.asnskor"))
# In short ones a change more often meets what holds them together, and is looked at in a third of the time.
SHORT = tuple(writer().signed(number, attempts=[]) for number in (1, 2))
PARTS = (FILES, SHORT, SHORT, SHORT)
COUNT = 100_000 if IN_CI else 2_000

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
SIGNS = (b"=", b'"', b"{", b"}", b",", b":", b" ", b"\n", b"\0", b"\xef\xbb\xbf", b"\\u0041", b"AAAA", b"\xff")
Change = Callable[[bytes, bytes, Random], bytes]


def flip_a_bit(data: bytes, _: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :]


def write_another_letter(data: bytes, _: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([chance.choice(ALPHABET)]) + data[place + 1 :]


def put_in(data: bytes, _: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(SIGNS) + data[place:]


def take_out(data: bytes, _: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + data[place + chance.choice((1, 1, 2, 4, 100)) :]


def cut_off(data: bytes, _: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data))]


def double_a_part(data: bytes, _: bytes, chance: Random) -> bytes:
    first, last = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    return data[:last] + data[first:last] + data[last:]


def exchange_two_parts(data: bytes, _: bytes, chance: Random) -> bytes:
    one, two, three, four = sorted(chance.randrange(len(data)) for _ in range(4))
    return data[:one] + data[three:four] + data[two:three] + data[one:two] + data[four:]


def splice(data: bytes, other: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + other[place:]


def exchange_a_member(data: bytes, other: bytes, chance: Random) -> bytes:
    parts, others = json.loads(data), json.loads(other)
    name = chance.choice(list(parts))
    parts[name] = others[name]
    return json.dumps(parts, separators=(",", ":")).encode()


def edit_what_a_member_says(data: bytes, _: bytes, chance: Random) -> bytes:
    """Changes a byte behind base64url, and writes the rest as our programs do."""
    parts = json.loads(data)
    name = chance.choice([name for name, part in parts.items() if isinstance(part, str)])
    raw = bytearray(base64.urlsafe_b64decode(parts[name] + "=="))
    place = chance.randrange(len(raw))
    raw[place] = chance.choice((raw[place] ^ 1, raw[place] + 1 & 255, chance.randrange(256)))
    parts[name] = base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
    return json.dumps(parts, separators=(",", ":")).encode()


def write_in_another_form(data: bytes, _: bytes, chance: Random) -> bytes:
    parts = json.loads(data)
    names = chance.sample(list(parts), len(parts))
    separators = chance.choice(((", ", ": "), (",", ":"), (",", ": ")))
    return json.dumps({name: parts[name] for name in names}, separators=separators).encode()


CHANGES: tuple[Change, ...] = (
    flip_a_bit, flip_a_bit, write_another_letter, write_another_letter, put_in, take_out, cut_off, double_a_part,
    exchange_two_parts, splice, exchange_a_member, edit_what_a_member_says, edit_what_a_member_says,
    write_in_another_form,
)  # fmt: skip


def changed(data: bytes, other: bytes, chance: Random) -> bytes:
    made = chance.choice(CHANGES)(data, other, chance)
    return made if chance.random() < 0.8 else flip_a_bit(made, other, chance) if made else made


@pytest.mark.parametrize("part", range(len(PARTS)))
def test_no_change_of_a_signed_file_is_taken(part: int) -> None:
    seed = f"{secrets.randbelow(10**9)} {part}"
    chance, verdicts = Random(seed), Counter[Verdict]()
    for number in range(COUNT // len(PARTS)):
        data, other = chance.sample(PARTS[part], 2)
        made = changed(data, other, chance)
        looked = look_at(made, {})
        verdicts[looked.verdict] += 1
        assert looked.verdict is not Verdict.ACCEPTED or made in PARTS[part], (seed, number)
    assert set(verdicts) <= {Verdict.ACCEPTED, Verdict.CHANGED, Verdict.FOREIGN}
    assert min(verdicts[Verdict.CHANGED], verdicts[Verdict.FOREIGN]) > COUNT // len(PARTS) // 10


def sent_in() -> dict[bytes, Looked]:
    """Files that two people sealed for the office, and what each is when it comes as it was sent."""
    kids = tuple(recipient.kid for recipient in RECIPIENTS)
    reports = [report for data in FILES if (report := read(data).report)]
    signed = [sign(replace(report, schema=SCHEMA, recipients=kids), seeds.KEY) for report in reports]
    return {seal(data, RECIPIENTS): look_at(data, {}) for data in signed}


def test_a_change_of_a_sealed_file_gives_what_was_sealed_or_nothing() -> None:
    """A hundred thousand of them are for tests/scorefiles/test_sealed.py; these go on to what is inside."""
    seed = str(secrets.randbelow(10**9))
    chance, verdicts, whole = Random(seed), Counter[Verdict](), sent_in()
    for number in range(COUNT // 10):
        data, other = chance.sample(list(whole), 2)
        looked = look_at(changed(data, other, chance), KEYS)
        verdicts[looked.verdict] += 1
        assert looked.verdict is not Verdict.ACCEPTED or looked in whole.values(), (seed, number)
    assert min(verdicts[Verdict.CHANGED], verdicts[Verdict.FOREIGN]) > COUNT // 100
