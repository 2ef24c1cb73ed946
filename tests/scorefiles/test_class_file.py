"""The class record: read back as it was written, in one byte form only, and never with what no briefing can be."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.domain.briefing import Way
from asnquiz.domain.class_record import held_briefing
from asnquiz.domain.class_results import TakenAttendance
from asnquiz.domain.collection import Verdict
from asnquiz.domain.plain import to_plain
from asnquiz.domain.score_report import FileVerdict
from asnquiz.scorefiles import class_file
from asnquiz.scorefiles.class_file import read, sign
from asnquiz.scorefiles.look import look_at
from asnquiz.scorefiles.sealed import seal
from asnquiz.scorefiles.signed import MAX_BYTES, flattened
from tests.conftest import IN_CI
from tests.scorefiles import class_records
from tests.scorefiles.class_records import KEY, KIDS, PACK, POSTTEST, TALKED, TASK, VOTE, briefing, held, record
from tests.scorefiles.offices import GOLDEN, KEYS, OPENING, RECIPIENTS, SPARE
from tests.scorefiles.test_mutations import changed

SIGNED = sign(record(), KEY)
OF_A_TASK = sign(record(sealed=True), KEY)
Plain = dict[str, Any]


def payload_of(data: bytes) -> bytes:
    return base64.urlsafe_b64decode(json.loads(data)["payload"] + "==")


def resigned(change: Callable[[Plain], object]) -> bytes:
    """The record with something in it changed, under a seal that holds."""
    plain: Any = to_plain(record())
    change(plain)
    return under_a_seal(plain)


def under_a_seal(plain: Any) -> bytes:
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return flattened(text.encode("utf-8", "surrogatepass"), KEY.private, class_file.TYPE)


def test_it_is_the_text_that_the_first_program_wrote() -> None:
    data = (GOLDEN / "catatan-1.asnkelas").read_bytes()
    assert data == SIGNED
    # Anybody's writer of RFC 8785 gives the same for what is in it: whole numbers and text without control characters.
    payload = payload_of(data)
    assert (
        json.dumps(json.loads(payload), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == payload
    )
    seen = read(data)
    assert (seen.verdict, seen.device, seen.file_id, seen.record) == (
        FileVerdict.INTACT, KEY.kid, str(class_records.FILE_ID), record(),
    )  # fmt: skip


@given(st.randoms(use_true_random=False), st.sampled_from(Way))
@settings(max_examples=100 if IN_CI else 30)
def test_whatever_can_happen_in_a_briefing_is_read_back_as_it_was_signed(chance: Random, way: Way) -> None:
    written = record(held_briefing(briefing(way=way), PACK, class_records.led(chance, way)))
    data = sign(written, KEY)
    assert read(data).record == written
    assert look_at(data, {}).verdict is Verdict.ACCEPTED


def test_no_byte_can_be_another() -> None:
    chance = Random(4)
    places = range(len(SIGNED)) if IN_CI else chance.sample(range(len(SIGNED)), 700)
    for place in places:
        made = SIGNED[:place] + bytes([SIGNED[place] ^ 1 << chance.randrange(8)]) + SIGNED[place + 1 :]
        assert read(made).verdict is not FileVerdict.INTACT, place
    for other in (SIGNED + b"\n", b" " + SIGNED, SIGNED[:-1], SIGNED.replace(b'{"payload"', b'{ "payload"')):
        assert read(other).verdict is not FileVerdict.INTACT
    assert read(SIGNED + b"\n").verdict is FileVerdict.CHANGED


def test_no_change_is_taken_in_by_an_office() -> None:
    chance = Random(5)
    for number in range(5000 if IN_CI else 300):
        made = changed(SIGNED, OF_A_TASK, chance)
        assert look_at(made, {}).verdict is not Verdict.ACCEPTED or made in (SIGNED, OF_A_TASK), number


@pytest.mark.parametrize("key", [OPENING, SPARE], ids=["office", "escrow"])
def test_what_is_sealed_is_opened_by_each_holder_alone(key: Any) -> None:
    data = seal(OF_A_TASK, RECIPIENTS)
    looked, plain = look_at(data, {key.thumbprint(): key}), look_at(OF_A_TASK, {})
    assert looked == plain
    assert looked.verdict is Verdict.ACCEPTED
    assert looked.report is not None
    assert (looked.report.task, looked.report.signer) == (str(TASK.id), TASK.signer)
    assert look_at(data, {}).verdict is Verdict.SEALED
    assert b"Siti" not in data


def test_what_is_sealed_for_others_than_it_says_is_refused() -> None:
    assert look_at(seal(SIGNED, RECIPIENTS), KEYS).verdict is Verdict.RECIPIENTS
    fewer = sign(replace(record(sealed=True), recipients=KIDS[:1]), KEY)
    assert look_at(seal(fewer, RECIPIENTS), KEYS).verdict is Verdict.RECIPIENTS


def test_an_office_takes_each_attendee_and_no_exam() -> None:
    taken = look_at(SIGNED, {}).report
    assert taken is not None
    assert (taken.nip, taken.name, taken.attempts) == (None, None, ())
    briefing = taken.briefing
    assert briefing is not None
    assert (briefing.id, briefing.day, briefing.place) == (
        str(class_records.BRIEFING_ID), "2026-11-21", "Aula Sekretariat Daerah",
    )  # fmt: skip
    assert briefing.attendances == (
        TakenAttendance(
            1, True, "Siti Aminah", "198609262015051001", "Analis Kebijakan", "Dinas Kesehatan", 1, 2, (2, 2), (0, 3),
            (3, 3), True,
        ),
        TakenAttendance(2, False, "Peserta 2", None, None, "Sekretariat Daerah", 4, 1, (1, 2), None, (0, 3), False),
    )  # fmt: skip


def test_what_a_briefing_is_does_not_depend_on_its_files() -> None:
    again = record(file_id=class_records.BRIEFING_ID, made=record().briefing.made)
    contents = {look_at(sign(one, KEY), {}).report for one in (record(), again, record(sealed=True))}
    assert len({one.briefing.content for one in contents if one and one.briefing}) == 1
    other = held(class_records.HAPPENED[1:])
    assert other.content != held().content


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[" * 100_000, b"%PDF-1.7", SIGNED[: len(SIGNED) // 2], b"x" * (MAX_BYTES + 1)]
)
def test_what_is_nothing_of_ours_is_foreign(data: bytes) -> None:
    assert read(data).verdict is FileVerdict.FOREIGN
    assert look_at(data, {}).verdict is Verdict.FOREIGN


def test_another_type_or_a_later_schema_is_foreign() -> None:
    assert read((GOLDEN / "nilai-2.asnskor").read_bytes()).verdict is FileVerdict.FOREIGN
    later = resigned(lambda plain: plain.update(schema="asnquiz/class/2", more=[]))
    assert (read(later).verdict, look_at(later, {}).verdict) == (FileVerdict.FOREIGN, Verdict.LATER)
    assert "lebih baru" in read(later).reason


def steps(plain: Plain) -> Any:
    return plain["briefing"]["steps"]


def siti(plain: Plain) -> Any:
    return plain["briefing"]["attendees"][0]


WRONG: dict[str, Callable[[Plain], object]] = {
    "another schema": lambda plain: plain.update(schema="asnquiz/class/x"),
    "another device": lambda plain: plain.update(device="lain"),
    "a field more": lambda plain: plain.update(note="x"),
    "a field less": lambda plain: plain.pop("versions"),
    "a token": lambda plain: siti(plain).update(token="f" * 64),
    "an id in capitals": lambda plain: plain.update(file_id=plain["file_id"].upper()),
    "recipients without a task": lambda plain: plain.update(recipients=list(KIDS)),
    "a task without recipients": lambda plain: plain.update(task=to_plain(TASK)),
    "a recipient twice": lambda plain: plain.update(recipients=[KIDS[0], KIDS[0]], task=to_plain(TASK)),
    "a time with a Z": lambda plain: plain["made"].update(utc=plain["made"]["utc"].replace("+00:00", "Z")),
    "a zone that is none": lambda plain: plain["made"].update(offset_minutes=10**6),
    "a counter without end": lambda plain: plain["made"].update(counter=2**60),
    "a day that nobody can tell": lambda plain: plain["briefing"]["occasion"].update(date="9999-12-31"),
    "a day in another form": lambda plain: plain["briefing"]["occasion"].update(date="20261121"),
    "a NUL": lambda plain: siti(plain).update(name="Siti\0Aminah"),
    "half a character": lambda plain: siti(plain).update(name="Siti\ud800"),
    "a name without end": lambda plain: siti(plain).update(name="a" * 501),
    "a NIP of a key": lambda plain: siti(plain).update(nip="~" + "a" * 32),
    "a way that is none": lambda plain: plain["briefing"].update(way="mail"),
    "answers where hands were counted": lambda plain: plain["briefing"].update(way="hands"),
    "steps without end": lambda plain: plain["briefing"].update(steps=steps(plain) * 21),
    "a lesson that asks": lambda plain: steps(plain)[2].update(items=steps(plain)[1]["items"]),
    "a vote on nothing": lambda plain: steps(plain)[VOTE].update(items=[]),
    "a vote on two": lambda plain: steps(plain)[VOTE].update(items=steps(plain)[1]["items"][:2]),
    "a question twice": lambda plain: steps(plain)[POSTTEST]["items"].append(steps(plain)[POSTTEST]["items"][0]),
    "rows that are none": lambda plain: steps(plain)[VOTE]["items"][0].update(order=[0, 1, 3]),
    "rows without end": lambda plain: steps(plain)[VOTE]["items"][0].update(order=list(range(51))),
    "a third round": lambda plain: steps(plain)[VOTE].update(rounds=3),
    "a second round of a test": lambda plain: steps(plain)[POSTTEST].update(rounds=2),
    "counted phones": lambda plain: steps(plain)[VOTE].update(counts=[{"round": 1, "counts": [1, 2, 3]}]),
    "nobody twice": lambda plain: plain["briefing"]["attendees"].append(plain["briefing"]["attendees"][1]),
    "too many": lambda plain: plain["briefing"].update(
        attendees=[plain["briefing"]["attendees"][1] | {"number": number} for number in range(1, 2002)]
    ),
    "number nought": lambda plain: siti(plain).update(number=0),
    "an empty table": lambda plain: siti(plain).update(people=0),
    "a NIP without an invitation": lambda plain: siti(plain).update(invited=False),
    "an answer twice": lambda plain: siti(plain)["answers"].append(siti(plain)["answers"][0]),
    "an answer to no step": lambda plain: siti(plain)["answers"][0].update(step=99),
    "an answer before the first step": lambda plain: siti(plain)["answers"][0].update(step=-9),
    "an answer to nothing asked": lambda plain: siti(plain)["answers"][0].update(item="soal-lain"),
    "an answer out of rows": lambda plain: siti(plain)["answers"][0].update(answer=[4]),
    "an answer of rows in no order": lambda plain: siti(plain)["answers"][-2].update(answer=[2, 0]),
    "an empty answer": lambda plain: siti(plain)["answers"][0].update(answer=[]),
    "an answer below nought": lambda plain: siti(plain)["answers"][0].update(answer=[-1]),
    "a talk where none was": lambda plain: siti(plain)["answers"][0].update(before=[0]),
    "an answer to what was left out": lambda plain: steps(plain)[TALKED].update(rounds=0),
    "through with a vote": lambda plain: siti(plain).update(submitted=[VOTE]),
    "through with no step": lambda plain: siti(plain).update(submitted=[-9]),
    "more right than answered": lambda plain: plain["briefing"]["attendees"][1].update(votes={"right": 2, "total": 2}),
    "right below nought": lambda plain: siti(plain)["votes"].update(right=-1),
    "fewer votes than there were": lambda plain: siti(plain)["votes"].update(total=1),
    "a test that nobody took": lambda plain: plain["briefing"]["attendees"][1].update(pretest={"right": 0, "total": 3}),
    "no test where one was taken": lambda plain: siti(plain).update(posttest=None),
    "a number for yes": lambda plain: siti(plain).update(pledged=1),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_record_that_contradicts_itself_is_changed_though_signed(wrong: str) -> None:
    data = resigned(WRONG[wrong])
    seen = read(data)
    assert (seen.verdict, seen.record) == (FileVerdict.CHANGED, None)
    assert "tidak saling cocok" in seen.reason
    assert look_at(data, {}).verdict is Verdict.CHANGED


def test_counts_of_hands_fit_what_was_asked() -> None:
    plain: Any = to_plain(record(held(class_records.counted(), way=Way.HANDS)))
    assert read(under_a_seal(plain)).verdict is FileVerdict.INTACT
    for counts in ([1, 2, 3], [1, 2, 3, -1], [1, 2, 3, 10**10]):
        steps(plain)[TALKED]["counts"][0]["counts"] = counts
        assert read(under_a_seal(plain)).verdict is FileVerdict.CHANGED
    steps(plain)[TALKED]["counts"][0] = {"round": 2, "counts": [1, 2, 3, 4]}
    assert read(under_a_seal(plain)).verdict is FileVerdict.CHANGED


def test_signing_what_cannot_be_read_again_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="another device"):
        sign(record(device="lain"), KEY)
    with pytest.raises(ValueError, match="read again"):
        sign(record(recipients=KIDS), KEY)


def test_a_full_hall_fits() -> None:
    """Two thousand people, each with every answer of a long plan."""
    of = held()
    siti = of.attendees[0]
    many = replace(of, attendees=tuple(replace(siti, number=number) for number in range(1, 2001)))
    data = sign(record(many), KEY)
    assert len(data) < MAX_BYTES
    assert read(data).verdict is FileVerdict.INTACT
