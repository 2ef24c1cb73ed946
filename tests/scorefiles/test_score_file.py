"""The score file: signed so that others can check it, and intact in one byte form only."""

import dataclasses
import errno
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict, ScoreReport
from asnquiz.scorefiles import durable
from asnquiz.scorefiles.device_key import DeviceKey
from asnquiz.scorefiles.durable import cannot_write
from asnquiz.scorefiles.score_file import read, read_file, sign
from asnquiz.scorefiles.signed import MAX_BYTES
from tests.scorefiles.by_hand import Plain, base64url, compact, flattened, from_base64url, header_of
from tests.scorefiles.learning import FILE_ID, Learning, new_key

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))  # of a stranger
HEADER = header_of(PRIVATE, "asnquiz-score+json")
EVERY = 1 if os.environ.get("CI") else 10


@dataclasses.dataclass(frozen=True)
class Sealed:
    """An exam of thirty questions, twenty-six of them right, handed over."""

    report: ScoreReport
    key: DeviceKey
    data: bytes


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    folder = tmp_path_factory.mktemp("data")
    learning = Learning(folder)
    exam = learning.take(1, right=26)
    key = new_key(folder)
    report = learning.report(exam, device=key.kid)
    learning.store.close()
    return Sealed(report, key, sign(report, key))


def jws_by_hand(payload: bytes, header: Plain = HEADER) -> bytes:
    return flattened(payload, PRIVATE, header)


def plain_of(sealed: Sealed) -> Plain:
    """The payload as a stranger with a key of his own would sign it."""
    plain = to_plain(sealed.report)
    assert isinstance(plain, dict)
    return plain | {"device": HEADER["kid"]}


def verdict_of(data: bytes) -> FileVerdict:
    return read(data).verdict


def test_a_file_is_read_back_as_it_was_written(sealed: Sealed) -> None:
    seen = read(sealed.data)
    assert seen.verdict is FileVerdict.INTACT
    assert seen.report == sealed.report
    assert seen.device == sealed.key.kid
    assert seen.file_id == str(FILE_ID)
    assert "bukan bukti siapa yang mengerjakan" in seen.reason


def test_anyone_can_check_the_signature_with_rfc_7515_alone(sealed: Sealed) -> None:
    parts = json.loads(sealed.data)
    assert list(parts) == ["payload", "protected", "signature"]
    header = json.loads(from_base64url(parts["protected"]))
    assert header.keys() == {"alg", "typ", "jwk", "kid"}
    assert (header["alg"], header["typ"]) == ("Ed25519", "asnquiz-score+json")
    jwk = header["jwk"]
    assert jwk.keys() == {"kty", "crv", "x"}
    thumbprint = f'{{"crv":"Ed25519","kty":"OKP","x":"{jwk["x"]}"}}'
    assert header["kid"] == base64url(hashlib.sha256(thumbprint.encode()).digest()) == sealed.key.kid
    public = Ed25519PublicKey.from_public_bytes(from_base64url(jwk["x"]))
    public.verify(from_base64url(parts["signature"]), f"{parts['protected']}.{parts['payload']}".encode())


def test_the_payload_says_what_the_person_reached(sealed: Sealed) -> None:
    payload = json.loads(from_base64url(json.loads(sealed.data)["payload"]))
    assert payload["schema"] == "asnquiz/score/2"
    assert payload["person"]["name"] == "Siti Aminah"
    (attempt,) = payload["attempts"]
    assert attempt["score"] == {"right": 26, "total": 30}
    assert (attempt["tenths"], attempt["passed"]) == (866, True)
    assert (attempt["number"], attempt["made"]) == (1, 1)
    assert len(attempt["responses"]) == 27
    assert attempt["session"] is None


def test_the_file_is_compact_and_has_no_newline(sealed: Sealed) -> None:
    assert sealed.data == compact(json.loads(sealed.data))
    assert b"\n" not in sealed.data
    assert b" " not in sealed.data


def test_a_file_that_another_program_signs_by_the_book_is_intact(sealed: Sealed) -> None:
    seen = read(jws_by_hand(compact(plain_of(sealed))))
    assert seen.verdict is FileVerdict.INTACT
    kid = HEADER["kid"]
    assert seen.device == kid != sealed.key.kid
    assert seen.report == dataclasses.replace(sealed.report, device=kid)


def test_signing_in_the_name_of_another_device_is_a_fault_of_ours(sealed: Sealed) -> None:
    with pytest.raises(ValueError, match="another device"):
        sign(dataclasses.replace(sealed.report, device="lain"), sealed.key)


def test_no_byte_can_be_changed(sealed: Sealed) -> None:
    random = Random(1)
    for place in range(len(sealed.data)):
        assert read_changed(sealed.data, place, 1 + random.randrange(255)) is not FileVerdict.INTACT, place


def test_no_byte_can_be_changed_into_any_other_of_the_alphabet(sealed: Sealed) -> None:
    random = Random(2)
    letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/="{}:, '
    for place in random.sample(range(len(sealed.data)), len(sealed.data) // EVERY):
        letter = random.choice(letters)
        flip = sealed.data[place] ^ letter
        assert not flip or read_changed(sealed.data, place, flip) is not FileVerdict.INTACT, (place, letter)


def read_changed(data: bytes, place: int, flip: int) -> FileVerdict:
    return verdict_of(data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :])


def test_the_last_digit_of_each_part_has_no_spare_bits(sealed: Sealed) -> None:
    for name, text in json.loads(sealed.data).items():
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=":
            for other in (text[:-1] + letter, text + letter):
                changed = sealed.data.replace(text.encode(), other.encode())
                assert other == text or verdict_of(changed) is not FileVerdict.INTACT, (name, letter)


def test_nothing_can_be_added_or_taken_away(sealed: Sealed) -> None:
    random = Random(3)
    data = sealed.data
    for place in random.sample(range(len(data)), 1000 // EVERY):
        added = data[:place] + bytes([random.randrange(256)]) + data[place:]
        taken = data[:place] + data[place + 1 :]
        assert added == data or verdict_of(added) is not FileVerdict.INTACT
        assert verdict_of(taken) is not FileVerdict.INTACT
        assert verdict_of(data[:place]) is not FileVerdict.INTACT
    assert verdict_of(data + data) is not FileVerdict.INTACT


def parts_of(sealed: Sealed) -> tuple[str, str, str]:
    parts = json.loads(sealed.data)
    return parts["payload"], parts["protected"], parts["signature"]


def reserialised(sealed: Sealed) -> dict[str, bytes]:
    """The same parts, with the same valid signature, in bytes that are not ours."""
    payload, protected, signature = parts_of(sealed)
    parts = json.loads(sealed.data)
    text = sealed.data.decode()
    return {
        "newline": sealed.data + b"\n",
        "space before": b" " + sealed.data,
        "spaces": json.dumps(parts).encode(),
        "indented": json.dumps(parts, indent=2).encode(),
        "byte order mark": b"\xef\xbb\xbf" + sealed.data,
        "UTF-16": text.encode("utf-16"),
        "reordered": json.dumps(dict(reversed(parts.items())), separators=(",", ":")).encode(),
        "member twice": (text[:-1] + f',"payload":"{payload}"}}').encode(),
        "member twice, another first": text.replace("{", '{"payload":"e30",', 1).encode(),
        "extra member": json.dumps(parts | {"x": 1}, separators=(",", ":")).encode(),
        "unprotected header": json.dumps(parts | {"header": {}}, separators=(",", ":")).encode(),
        "escaped letter": text.replace('"payload"', '"\\u0070ayload"').encode(),
        "padded payload": text.replace(payload, payload + "=" * (-len(payload) % 4 or 4)).encode(),
        "padded signature": text.replace(signature, signature + "==").encode(),
        "newline in the payload": text.replace(payload, payload[:40] + "\\n" + payload[40:]).encode(),
        "general serialisation": json.dumps(
            {
                "payload": payload,
                "protected": protected,
                "signatures": [{"protected": protected, "signature": signature}],
            },
            separators=(",", ":"),
        ).encode(),
    }


def test_the_same_content_in_other_bytes_is_changed(sealed: Sealed) -> None:
    for name, data in reserialised(sealed).items():
        assert verdict_of(data) is FileVerdict.CHANGED, name


def test_the_compact_serialisation_is_foreign(sealed: Sealed) -> None:
    payload, protected, signature = parts_of(sealed)
    assert verdict_of(f"{protected}.{payload}.{signature}".encode()) is FileVerdict.FOREIGN


@pytest.mark.parametrize(
    "change",
    [
        lambda header: header | {"kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"},
        lambda header: header | {"alg": "EdDSA"},
        lambda header: header | {"alg": "none"},
        lambda header: header | {"cty": "json"},
        lambda header: header | {"crit": ["b64"], "b64": True},
        lambda header: header | {"jwk": header["jwk"] | {"use": "sig"}},
        lambda header: header | {"jwk": header["jwk"] | {"crv": "X25519"}},
        lambda header: header | {"jwk": header["jwk"] | {"x": header["jwk"]["x"] + "="}},
        lambda header: header | {"jwk": header["jwk"] | {"x": 7}},
        lambda header: header | {"jwk": header["jwk"] | {"x": "AAAA"}},
        lambda header: header | {"jwk": [1, 2]},
        lambda header: {name: value for name, value in header.items() if name != "jwk"},
        lambda header: {name: value for name, value in header.items() if name != "kid"},
    ],
)
def test_a_header_with_other_members_is_changed_though_signed(sealed: Sealed, change: Callable[[Plain], Plain]) -> None:
    data = jws_by_hand(compact(plain_of(sealed)), change(HEADER))
    assert verdict_of(data) is FileVerdict.CHANGED


def test_a_header_in_another_order_is_changed_though_signed(sealed: Sealed) -> None:
    protected = base64url(json.dumps(dict(reversed(HEADER.items())), separators=(",", ":")).encode())
    payload = base64url(compact(plain_of(sealed)))
    signature = base64url(PRIVATE.sign(f"{protected}.{payload}".encode()))
    data = compact({"payload": payload, "protected": protected, "signature": signature})
    assert verdict_of(data) is FileVerdict.CHANGED


@pytest.mark.parametrize("typ", ["asnquiz-task+json", "JOSE+JSON", None, 7])
def test_another_type_is_foreign(sealed: Sealed, typ: object) -> None:
    assert verdict_of(jws_by_hand(compact(plain_of(sealed)), HEADER | {"typ": typ})) is FileVerdict.FOREIGN


def test_a_file_that_names_another_device_than_its_key_is_changed(sealed: Sealed) -> None:
    data = jws_by_hand(compact(plain_of(sealed) | {"device": sealed.key.kid}))
    assert verdict_of(data) is FileVerdict.CHANGED


def answers_another_way(attempt: Plain) -> None:
    attempt["responses"][3]["answer"] = [1]


def drops_the_first_response(attempt: Plain) -> None:
    del attempt["responses"][0]


def swaps_two_responses(attempt: Plain) -> None:
    attempt["responses"][0], attempt["responses"][1] = attempt["responses"][1], attempt["responses"][0]


def has_another_seed(attempt: Plain) -> None:
    attempt["seed"] += 1


def has_another_pack(attempt: Plain) -> None:
    attempt["pack"]["version"] = "2027.1.1"


def was_practice(attempt: Plain) -> None:
    attempt["kind"] = "practice"


def has_another_title(attempt: Plain) -> None:
    attempt["title"] = "Ujian resmi"


def had_more_time(attempt: Plain) -> None:
    attempt["limit_ms"] *= 2


def began_earlier(attempt: Plain) -> None:
    attempt["started"]["utc"] = attempt["started"]["utc"].replace("2026", "2025")


def has_a_lower_mark(attempt: Plain) -> None:
    attempt["pass_mark"] = 50


def has_no_mark(attempt: Plain) -> None:
    attempt["pass_mark"] = attempt["passed"] = None


def asks_less(attempt: Plain) -> None:
    del attempt["items"][-1]


def has_another_score(attempt: Plain) -> None:
    attempt["tenths"] = 1000


def passes_in_spite_of_the_mark(attempt: Plain) -> None:
    attempt["score"] = {"right": 20, "total": 30}
    attempt["tenths"] = 666


def has_more_right_than_there_are(attempt: Plain) -> None:
    attempt["score"] = {"right": 31, "total": 30}
    attempt["tenths"] = 1033


def counts_fewer_questions(attempt: Plain) -> None:
    attempt["score"] = {"right": 26, "total": 26}
    attempt["tenths"] = 1000


@pytest.mark.parametrize(
    "change",
    [
        answers_another_way,
        drops_the_first_response,
        swaps_two_responses,
        has_another_seed,
        has_another_pack,
        was_practice,
        has_another_title,
        had_more_time,
        began_earlier,
        has_a_lower_mark,
        has_no_mark,
        asks_less,
        has_another_score,
        passes_in_spite_of_the_mark,
        has_more_right_than_there_are,
        counts_fewer_questions,
    ],
)
def test_an_attempt_that_contradicts_itself_is_changed_though_signed(
    sealed: Sealed, change: Callable[[Plain], None]
) -> None:
    plain = plain_of(sealed)
    change(plain["attempts"][0])
    seen = read(jws_by_hand(compact(plain)))
    assert seen.verdict is FileVerdict.CHANGED
    assert "tidak saling cocok" in seen.reason


def has_no_person(plain: Plain) -> None:
    del plain["person"]


def has_one_field_more(plain: Plain) -> None:
    plain["note"] = "x"


def has_a_nameless_schema(plain: Plain) -> None:
    plain["schema"] = "asnquiz/nilai/1"


def writes_its_id_in_capitals(plain: Plain) -> None:
    plain["file_id"] = plain["file_id"].upper()


def writes_its_time_with_a_z(plain: Plain) -> None:
    plain["made"]["utc"] = plain["made"]["utc"].replace("+00:00", "Z")


def was_made_in_a_zone_that_is_none(plain: Plain) -> None:
    plain["made"]["offset_minutes"] = 10**15


def was_made_before_time_began(plain: Plain) -> None:
    plain["made"] |= {"utc": "0001-01-01T00:00:00+00:00", "offset_minutes": -60}


def counts_beyond_what_json_can(plain: Plain) -> None:
    plain["made"]["counter"] = 2**53


def counts_without_end(plain: Plain) -> None:
    plain["attempts"][0]["score"]["right"] = 10**4000


def counts_in_halves(plain: Plain) -> None:
    plain["made"]["counter"] = 1.5


def has_text_for_attempts(plain: Plain) -> None:
    plain["attempts"] = "semua"


def has_an_id_that_is_a_number(plain: Plain) -> None:
    plain["file_id"] = 7


@pytest.mark.parametrize(
    "change",
    [
        has_no_person,
        has_one_field_more,
        has_a_nameless_schema,
        writes_its_id_in_capitals,
        writes_its_time_with_a_z,
        was_made_in_a_zone_that_is_none,
        was_made_before_time_began,
        counts_beyond_what_json_can,
        counts_without_end,
        counts_in_halves,
        has_text_for_attempts,
        has_an_id_that_is_a_number,
    ],
)
def test_a_payload_that_is_no_report_of_ours_is_changed_though_signed(
    sealed: Sealed, change: Callable[[Plain], None]
) -> None:
    plain = plain_of(sealed)
    change(plain)
    assert verdict_of(jws_by_hand(compact(plain))) is FileVerdict.CHANGED


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"schema":"asnquiz/score/1"}',
        b'{"schema":"asnquiz/score/2"}',
        b'"\\ud800"',
    ],
    ids=range(9),
)
def test_a_payload_that_is_no_report_at_all_is_changed_though_signed(payload: bytes) -> None:
    assert verdict_of(jws_by_hand(payload)) is FileVerdict.CHANGED


def test_half_a_character_in_a_name_is_changed_though_signed(sealed: Sealed) -> None:
    payload = compact(plain_of(sealed)).replace(b"Siti Aminah", b"\\ud800")
    assert verdict_of(jws_by_hand(payload)) is FileVerdict.CHANGED


def test_a_payload_with_spaces_is_changed_though_signed(sealed: Sealed) -> None:
    assert verdict_of(jws_by_hand(json.dumps(plain_of(sealed), sort_keys=True).encode())) is FileVerdict.CHANGED


def test_a_file_of_a_later_program_is_foreign_and_says_so(sealed: Sealed) -> None:
    payload = compact(plain_of(sealed) | {"schema": "asnquiz/score/3", "new": True})
    seen = read(jws_by_hand(payload))
    assert seen.verdict is FileVerdict.FOREIGN
    assert "versi ASN Netral yang lebih baru" in seen.reason
    assert seen.report is None
    assert verdict_of(jws_by_hand(payload) + b"\n") is FileVerdict.CHANGED


def test_a_changed_file_still_shows_what_it_claims(sealed: Sealed) -> None:
    seen = read(sealed.data + b"\n")
    assert seen.verdict is FileVerdict.CHANGED
    assert seen.report == sealed.report
    assert seen.device == sealed.key.kid


def test_what_is_too_large_to_be_ours_is_foreign(sealed: Sealed) -> None:
    assert verdict_of(sealed.data + b" " * MAX_BYTES) is FileVerdict.FOREIGN


def test_a_file_far_larger_than_usual_is_still_read(sealed: Sealed) -> None:
    plain = plain_of(sealed)
    plain["person"]["unit"] = "x" * 400_000
    data = jws_by_hand(compact(plain))
    assert len(data) > 400_000
    assert verdict_of(data) is FileVerdict.INTACT


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    assert verdict_of(data) is FileVerdict.FOREIGN


@given(JSON, JSON, JSON)
def test_no_json_makes_it_fail(payload: object, protected: object, signature: object) -> None:
    data = json.dumps({"payload": payload, "protected": protected, "signature": signature}).encode()
    assert verdict_of(data) is FileVerdict.FOREIGN


@given(st.dictionaries(st.sampled_from(["alg", "jwk", "kid"]), JSON), JSON, st.text())
def test_no_header_of_our_type_makes_it_fail(header: Plain, payload: object, signature: str) -> None:
    protected = base64url(json.dumps(header | {"typ": "asnquiz-score+json"}).encode())
    parts = {"payload": base64url(json.dumps(payload).encode()), "protected": protected, "signature": signature}
    assert verdict_of(json.dumps(parts).encode()) is FileVerdict.CHANGED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_value_anywhere_in_a_signed_payload_makes_it_fail(sealed: Sealed, data: st.DataObject) -> None:
    plain = json.loads(compact(plain_of(sealed)))
    holder, name = data.draw(st.sampled_from(places(plain)))
    holder[name] = data.draw(JSON)
    seen = read(jws_by_hand(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()))
    assert seen.verdict is not FileVerdict.INTACT or to_plain(seen.report) == plain


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every member of an object and element of an array, however deep."""
    here = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [(value, name) for name in here] + [place for name in here for place in places(value[name])]


@pytest.mark.parametrize("deep", [b"[", b'{"payload":', b'{"protected":{"a":'])
def test_deep_nesting_does_not_make_it_fail(deep: bytes) -> None:
    assert verdict_of(deep * 200_000) is FileVerdict.FOREIGN


def test_a_file_is_written_whole_and_replaces_what_stood_there(sealed: Sealed, tmp_path: Path) -> None:
    path = tmp_path / "nilai.asnskor"
    path.write_bytes(b"lama")
    durable.write(path, sealed.data)
    assert path.read_bytes() == sealed.data
    assert [entry.name for entry in tmp_path.iterdir()] == ["nilai.asnskor"]
    assert read_file(path).verdict is FileVerdict.INTACT


def test_a_folder_that_is_gone_is_refused(sealed: Sealed, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Folder itu tidak ditemukan"):
        durable.write(tmp_path / "hilang" / "nilai.asnskor", sealed.data)


def test_a_failed_write_leaves_nothing_behind(sealed: Sealed, tmp_path: Path) -> None:
    path = tmp_path / "nilai.asnskor"
    path.mkdir()
    with pytest.raises(Refusal, match="sudah ada folder"):
        durable.write(path, sealed.data)
    assert [entry.name for entry in tmp_path.iterdir()] == ["nilai.asnskor"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a file system that nobody can write to")
def test_a_read_only_place_is_refused(sealed: Sealed) -> None:
    with pytest.raises(Refusal, match="tidak dapat disimpan"):
        durable.write(Path("/proc/nilai.asnskor"), sealed.data)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "Ruang penyimpanan penuh"), (errno.EROFS, "hanya dapat dibaca"), (errno.EIO, "masih tersambung")],
)
def test_why_a_file_cannot_be_written_is_told_in_words(number: int, sentence: str) -> None:
    refusal = str(cannot_write(Path("nilai.asnskor"), OSError(number, "")))
    assert "nilai.asnskor" in refusal
    assert sentence in refusal


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="tidak ditemukan"):
        read_file(tmp_path / "hilang.asnskor")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="adalah folder"):
        read_file(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX has them")
def test_only_the_owner_may_read_what_is_saved(tmp_path: Path) -> None:
    path, seen = tmp_path / "nilai.asnskor", []
    mask = os.umask(0)
    try:
        with durable.written_beside(path, b"x") as temporary:
            seen.append(temporary.stat().st_mode & 0o777)
        durable.write(path, b"x")
    finally:
        os.umask(mask)
    assert [*seen, path.stat().st_mode & 0o777] == [0o600, 0o600]


@pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX has them")
@pytest.mark.parametrize("stands", [True, False])
def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path, stands: bool) -> None:
    path, victim = tmp_path / "nilai.asnskor", tmp_path / "milik-orang"
    if stands:
        victim.write_bytes(b"utuh")
    path.symlink_to(victim)
    durable.write(path, b"x")
    assert not path.is_symlink()
    assert path.read_bytes() == b"x"
    assert victim.exists() is stands
    assert not stands or victim.read_bytes() == b"utuh"
