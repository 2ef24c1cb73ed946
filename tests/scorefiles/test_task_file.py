"""The task file: read back as it was written, in one byte form only, and never with what cannot be asked."""

import base64
import datetime as dt
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc.jwk import OKPKey

from asnquiz.domain.pack import Blueprint, Phase
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import AskedItem, Counting, Holder, Recipient, Task, TaskPack
from asnquiz.scorefiles.task_file import MAX_BYTES, read, read_file, sign
from tests.conftest import IN_CI
from tests.scorefiles.by_hand import base64url, compact, flattened, header_of
from tests.scorefiles.offices import GOLDEN, RECIPIENTS, SIGNING, recipient, task

SEED = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))  # of SIGNING
SIGNED = sign(task(), SIGNING)

words = st.lists(st.text("abcdefghijKLMNOP0189é,.()", min_size=1, max_size=9), min_size=1, max_size=5).map(" ".join)


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    phases = draw(st.tuples(*[st.integers(0, 60)] * 3).filter(any))
    by_phase = dict(zip(Phase, phases, strict=True))
    return task(
        id=draw(st.uuids()),
        title=draw(words),
        office=draw(words),
        letterhead=tuple(draw(st.lists(words, min_size=1, max_size=6))),
        units=tuple(draw(st.lists(words, max_size=8, unique=True))),
        exam=Blueprint(sum(phases), draw(st.integers(1, 600)), draw(st.integers(0, 100)), by_phase, 2, {}),
        deadline=draw(st.dates(dt.date(2, 1, 1), dt.date(9998, 12, 31))),
        counting=draw(st.sampled_from(Counting)),
        supervised=draw(st.booleans()),
        pauses=draw(st.booleans()),
        certainty=draw(st.booleans()),
    )


@given(tasks())
@settings(max_examples=100 if IN_CI else 20)
def test_a_task_is_read_back_as_it_was_signed(written: Task) -> None:
    seen = read(sign(written, SIGNING))
    assert (seen.task, seen.signer, seen.text) == (written, SIGNING.thumbprint(), sign(written, SIGNING))


def by_hand(payload: bytes, kind: str = "asnquiz-task+json") -> bytes:
    return flattened(payload, SEED, header_of(SEED, kind))


def plain() -> dict[str, Any]:
    made = to_plain(task())
    assert isinstance(made, dict)
    return made


def test_it_is_what_anybody_would_write_by_the_rfcs() -> None:
    assert by_hand(compact(plain())) == SIGNED


def test_a_file_of_an_earlier_program_is_read_as_it_was_meant() -> None:
    data = (GOLDEN / "tugas-1.asntugas").read_bytes()
    parts = json.loads(data)
    key = Ed25519PublicKey.from_public_bytes(SEED.public_key().public_bytes_raw())
    key.verify(base64.urlsafe_b64decode(parts["signature"] + "=="), f"{parts['protected']}.{parts['payload']}".encode())
    assert read(data).task == task()


def fixed() -> Task:
    """A task that asks three questions of everybody, as a later program may write one."""
    exam = Blueprint(3, 5, 75, dict(zip(Phase, (1, 1, 1), strict=True)), 1, {})
    asked = tuple(AskedItem(f"soal-{number}", number) for number in (1, 2, 3))
    return task(schema="asnquiz/task/2", exam=exam, items=asked)


def test_a_task_with_questions_of_its_own_is_of_the_next_schema() -> None:
    data = (GOLDEN / "tugas-2.asntugas").read_bytes()
    assert sign(fixed(), SIGNING) == data
    assert read(data).task == fixed()
    payload = json.loads(base64.urlsafe_b64decode(json.loads(data)["payload"] + "=="))
    assert payload["items"] == [{"item": f"soal-{number}", "revision": number} for number in (1, 2, 3)]
    # What the first programs wrote is written as ever, so that they can read it.
    first = json.loads(base64.urlsafe_b64decode(json.loads(SIGNED)["payload"] + "=="))
    assert (first["schema"], "items" in first) == ("asnquiz/task/1", False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": "asnquiz/task/1"},
        {"items": ()},
        {"items": fixed().items[:2]},
        {"items": (*fixed().items[:2], fixed().items[0])},
        {"items": (*fixed().items[:2], AskedItem("Soal 3", 1))},
        {"items": (*fixed().items[:2], AskedItem("soal-3", 0))},
    ],
)
def test_questions_that_cannot_be_asked_once_each_are_refused_under_a_good_seal(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no task"):
        sign(replace(fixed(), **wrong), SIGNING)
    told = to_plain(fixed())
    assert isinstance(told, dict)
    assert "tidak saling cocok" in refused(by_hand(compact(told | to_plain_fields(wrong))))


@pytest.mark.parametrize("asked", [task(), fixed()])
def test_a_task_that_needs_a_local_layer_is_of_the_third_schema(asked: Task) -> None:
    layered = replace(asked, schema="asnquiz/task/3", layer=TaskPack("kab-contoh", "3"))
    assert read(sign(layered, SIGNING)).task == layered
    payload = json.loads(base64.urlsafe_b64decode(json.loads(sign(layered, SIGNING))["payload"] + "=="))
    assert payload["layer"] == {"id": "kab-contoh", "version": "3"}
    assert ("items" in payload) == bool(asked.items)
    told = to_plain(layered)
    assert isinstance(told, dict)
    for wrong in ({"schema": asked.schema}, {"layer": None}, {"layer": {"id": "../x", "version": "3"}}):
        assert "tidak saling cocok" in refused(by_hand(compact(told | wrong)))


def test_a_layered_task_is_read_by_every_later_program_as_it_was_meant() -> None:
    data = (GOLDEN / "tugas-3.asntugas").read_bytes()
    layered = replace(fixed(), schema="asnquiz/task/3", layer=TaskPack("kab-contoh", "3"))
    assert (sign(layered, SIGNING), read(data).task) == (data, layered)


def test_a_task_of_the_first_schema_says_nothing_of_questions() -> None:
    assert "tidak saling cocok" in refused(by_hand(compact(plain() | {"items": []})))


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        read(data)
    return str(caught.value)


def test_no_byte_can_be_another() -> None:
    step = 1 if IN_CI else 10
    for at in range(0, len(SIGNED), step):
        for bit in range(8):
            refused(SIGNED[:at] + bytes([SIGNED[at] ^ 1 << bit]) + SIGNED[at + 1 :])
    for changed in (SIGNED + b"\n", b" " + SIGNED, SIGNED[:-1], SIGNED.replace(b'{"payload"', b'{ "payload"')):
        refused(changed)


@given(st.binary(max_size=300) | st.integers(0, len(SIGNED)).map(lambda end: SIGNED[:end]))
@settings(max_examples=150 if IN_CI else 30)
def test_bytes_of_anybody_end_in_a_sentence(data: bytes) -> None:
    if data != SIGNED:
        assert refused(data).endswith(".")


def test_each_refusal_says_which() -> None:
    assert "bukan berkas tugas" in refused(b"%PDF-1.7")
    assert "bukan berkas tugas" in refused(by_hand(compact(plain()), "asnquiz-score+json"))
    assert "bukan berkas tugas" in refused(b"[" * 100_000)
    assert "bukan berkas tugas" in refused(SIGNED + b" " * MAX_BYTES)
    assert "berubah sejak disegel" in refused(SIGNED.replace(b'"signature":"', b'"signature":"A'))
    assert "tidak saling cocok" in refused(by_hand(b"{}"))
    assert "lebih baru" in refused(by_hand(compact(plain() | {"schema": "asnquiz/task/4"})))
    assert "tidak saling cocok" in refused(by_hand(compact(plain() | {"schema": "asnquiz/task/x"})))


LOW_ORDER = base64url(bytes([1] + 31 * [0]))
SAME_POINT = base64url(bytes(31 * [255]) + bytes([127]))  # 2**255 - 1, which RFC 7748 reads as 18


def named(holder: Holder, x: str) -> Recipient:
    kid = base64url(hashlib.sha256(compact({"crv": "X25519", "kty": "OKP", "x": x})).digest())
    return Recipient(holder, kid, x)


OFFICE, ESCROW = RECIPIENTS
EXAM = task().exam


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "a" * 151},
        {"title": "Ujian\u202e2026"},
        {"title": "Ujian\u3164"},
        {"title": " Ujian"},
        {"title": "Ujian\nnetralitas"},
        {"office": "e\u0301"},
        {"office": "\ud800"},
        {"letterhead": ()},
        {"letterhead": ("Kop",) * 7},
        {"letterhead": ("Kop", "\x1b[2J")},
        {"units": ("Dinas A", "Dinas A")},
        {"units": tuple(map(str, range(2001)))},
        {"units": ("Dinas\u200b",)},
        {"exam": replace(EXAM, items=201, phase={Phase.BEFORE: 67, Phase.DURING: 67, Phase.AFTER: 67})},
        {"exam": replace(EXAM, items=0, phase=dict.fromkeys(Phase, 0))},
        {"exam": replace(EXAM, items=29)},
        {"exam": replace(EXAM, minutes=0)},
        {"exam": replace(EXAM, minutes=601)},
        {"exam": replace(EXAM, pass_=101)},
        {"exam": replace(EXAM, pass_=-1)},
        {"exam": replace(EXAM, phase={Phase.BEFORE: 31, Phase.DURING: -1, Phase.AFTER: 0})},
        {"exam": replace(EXAM, phase={Phase.BEFORE: 30})},
        {"exam": replace(EXAM, max_per_rule=0)},
        {"exam": replace(EXAM, topics={"foto": 31})},
        {"exam": replace(EXAM, topics={"Foto": 1})},
        {"exam": replace(EXAM, topics={"foto": -1})},
        {"pack": TaskPack("../paket", "1")},
        {"pack": TaskPack("paket", "1.a")},
        {"pack": TaskPack("paket", "9" * 9)},
        {"deadline": dt.date(9999, 12, 31)},
        {"deadline": dt.date(1, 1, 1)},
        {"made": replace(task().made, offset_minutes=1440)},
        {"made": replace(task().made, counter=-1)},
        {"made": replace(task().made, utc=dt.datetime(9999, 12, 31, tzinfo=dt.UTC))},
        {"recipients": ()},
        {"recipients": (OFFICE,)},
        {"recipients": (OFFICE, OFFICE)},
        {"recipients": (ESCROW, OFFICE)},
        {"recipients": (OFFICE, replace(ESCROW, kid=OFFICE.kid[::-1]))},
        {"recipients": (OFFICE, replace(ESCROW, x=OFFICE.x))},
        {"recipients": (OFFICE, named(Holder.ESCROW, LOW_ORDER))},
        {"recipients": (OFFICE, named(Holder.ESCROW, SAME_POINT))},
        {"recipients": (OFFICE, named(Holder.ESCROW, "AAAA"))},
        {"recipients": (OFFICE, named(Holder.ESCROW, ESCROW.x + "="))},
        {"recipients": (OFFICE, *(named(Holder.ESCROW, base64url(bytes([9, n] + 30 * [0]))) for n in range(8)))},
    ],
)
def test_what_cannot_be_asked_shown_or_sealed_for_is_refused_under_a_good_seal(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no task"):
        sign(replace(task(), **wrong), SIGNING)
    text = json.dumps(plain() | to_plain_fields(wrong), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert "tidak saling cocok" in refused(by_hand(text.encode("utf-8", "surrogatepass")))


def to_plain_fields(changes: dict[str, Any]) -> dict[str, Any]:
    return {name: to_plain(value) for name, value in changes.items()}


@pytest.mark.parametrize(
    "changed",
    [
        {"supervised": 1},
        {"deadline": "20261211"},
        {"id": str(UUID(int=1)).upper() + " "},
        {"id": "{3B0F3C9A-1B5F-4E7C-8B9A-0C1D2E3F4A5B}"},
        {"counting": "worst"},
        {"units": {}},
        {"note": "x"},
        {"exam": {}},
        {"recipients": [{"holder": "office"}]},
    ],
)
def test_another_form_of_the_same_or_of_nothing_is_refused(changed: dict[str, Any]) -> None:
    assert "tidak saling cocok" in refused(by_hand(compact(plain() | changed)))


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    file = tmp_path / "tugas.asntugas"
    with pytest.raises(Refusal, match="tidak ditemukan"):
        read_file(file)
    with pytest.raises(Refusal, match="adalah folder"):
        read_file(tmp_path)
    file.write_bytes(SIGNED)
    assert read_file(file).task == task()
    file.write_bytes(b"0" * (MAX_BYTES + 1))
    with pytest.raises(Refusal, match="terlalu besar"):
        read_file(file)


def test_two_thousand_units_fit() -> None:
    units = tuple(f"{number:04} {'Unit pelaksana teknis ' * 5}".strip() for number in range(2000))
    assert read(sign(task(units=units), SIGNING)).task.units == units


def test_the_escrow_may_be_several() -> None:
    third = recipient(Holder.ESCROW, OKPKey.generate_key("X25519"))
    asked = task(recipients=(*RECIPIENTS, third))
    assert read(sign(asked, SIGNING)).task == asked
