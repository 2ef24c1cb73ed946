"""What an office learns of a file from its bytes alone: a verdict for each, and the results of what is intact."""

import hashlib
import json
import pickle
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, NumberObject

from asnquiz.domain.collection import Looked, TakenAnswer, TakenAttempt, TakenReport, Verdict
from asnquiz.domain.plain import to_plain
from asnquiz.domain.score_report import FileVerdict, ScoreReport, time_anomalies
from asnquiz.scorefiles import task_file
from asnquiz.scorefiles.look import look_at
from asnquiz.scorefiles.score_file import read, sign
from asnquiz.scorefiles.sealed import seal
from asnquiz.scorefiles.signed import unbase64
from tests.conftest import IN_CI
from tests.fuzz import seeds
from tests.fuzz.mutations import JSON, mutated, mutated_json
from tests.fuzz.target import said
from tests.scorefiles.learning import FILE_ID
from tests.scorefiles.offices import KEYS, OPENING, RECIPIENTS, SIGNING, task
from tests.scorefiles.pdf_files import pdf_with, written
from tests.scorefiles.slow_reader import Slow, read_slowly

GOLDEN = Path(__file__).parent / "golden"
FIRST, SECOND = (GOLDEN / name for name in ("nilai-1.asnskor", "nilai-2.asnskor"))
TASK_ID = UUID("3b0f3c9a-1b5f-4e7c-8b9a-0c1d2e3f4a5b")
Plain = dict[str, Any]
Change = Callable[[Plain], None]


def report() -> ScoreReport:
    return read_report(SECOND.read_bytes())


def read_report(data: bytes) -> ScoreReport:
    seen = read(data)
    assert seen.verdict is FileVerdict.INTACT
    assert seen.report is not None
    return seen.report


def signed(**changes: Any) -> bytes:
    return sign(replace(report(), device=seeds.KEY.kid, **changes), seeds.KEY)


def resigned(change: Change) -> bytes:
    """The second golden file with something in it changed, under a seal that holds."""
    plain: Any = to_plain(report())
    change(plain)
    return resealed(plain)


def resealed(plain: Plain) -> bytes:
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return seeds.sealed_score(text.encode())


def taken(data: bytes) -> TakenReport:
    looked = look_at(data, {})
    assert looked.verdict is Verdict.ACCEPTED, looked
    assert looked.report is not None
    return looked.report


def attempts_of(data: bytes) -> tuple[TakenAttempt, ...]:
    return taken(data).attempts


def test_a_file_of_the_first_programs_is_read_for_ever() -> None:
    data = FIRST.read_bytes()
    assert read_slowly(data).verdict is FileVerdict.INTACT
    first = read_report(data)
    assert [attempt.score.right for attempt in first.attempts] == [26, 12]
    assert (first.task, first.attempts[0].session) == (None, None)
    assert taken(data).task is None


def test_results_come_as_the_file_tells_them() -> None:
    data = SECOND.read_bytes()
    found = taken(data)
    assert found.sha256 == hashlib.sha256(data).digest()
    assert zlib.decompress(found.evidence) == data
    assert (found.file_id, found.made_utc, found.made_offset) == (str(FILE_ID), "2026-11-21T01:46:00+00:00", 420)
    assert (found.device, found.program) == (seeds.KEY.kid, "0.1.0")
    assert (found.task, found.signer) == (str(TASK_ID), seeds.KEY.kid)
    assert (found.nip, found.name, found.position) == ("198609262015051001", "Siti Aminah", "Analis")
    assert (found.unit, found.employment) == ("Dinas Kesehatan", "pns")
    alone, watched = found.attempts
    assert (alone.right, alone.total, alone.state, alone.kind) == (26, 30, "finished", "exam")
    assert (watched.right, watched.total, watched.state) == (12, 30, "expired")
    assert (alone.supervisor, alone.place, alone.code) == (None, None, None)
    assert (watched.supervisor, watched.place, watched.code) == ('Rahmat "Ucok" Hidayat', "Aula BKPSDM", "7K2M")
    assert (alone.number, alone.made, watched.number) == (1, 2, 2)
    assert (alone.title, alone.limit_ms, alone.pass_mark) == ("Simulasi ujian", 1_800_000, 75)


@pytest.mark.parametrize("file", [FIRST, SECOND])
def test_the_last_answer_of_each_question_counts_and_none_is_the_empty_one(file: Path) -> None:
    told = read_report(file.read_bytes())
    for attempt, found in zip(told.attempts, attempts_of(file.read_bytes()), strict=True):
        last = {response.item: response for response in attempt.responses}
        assert found.answers == tuple(
            TakenAnswer(frozen.item, frozen.revision, json.dumps(answer, separators=(",", ":")), certainty)
            for frozen in attempt.items
            for answer, certainty in [
                (list(last[frozen.item].answer), last[frozen.item].certainty) if frozen.item in last else ([], None)
            ]
        )
        assert "[]" in [answer.answer for answer in found.answers]
        assert (found.id, found.started_utc) == (str(attempt.id), attempt.started.utc.isoformat())
        assert (found.ended_utc, found.ended_offset) == (attempt.ended.utc.isoformat(), attempt.ended.offset_minutes)
        assert (found.pack_id, found.pack_version, found.pack_sha256) == (
            attempt.pack.id,
            attempt.pack.version,
            attempt.pack.sha256,
        )


def test_what_is_told_goes_between_processes_and_is_small() -> None:
    looked = look_at(SECOND.read_bytes(), {})
    packed = pickle.dumps(looked, pickle.HIGHEST_PROTOCOL)
    assert pickle.loads(packed) == looked  # noqa: S301
    assert len(packed) < len(SECOND.read_bytes())


def test_each_export_of_an_attempt_has_the_same_content_in_whichever_schema() -> None:
    first, second = attempts_of(FIRST.read_bytes()), attempts_of(SECOND.read_bytes())
    assert first[0].id == second[0].id
    assert first[0].content == second[0].content
    assert first[1].content != second[1].content, "one was paused and watched, the other not"
    again = [replace(attempt, number=7, made=9) for attempt in report().attempts]
    other = attempts_of(signed(attempts=tuple(again), file_id=UUID(int=7), task=None))
    assert [one.content for one in other] == [one.content for one in second]
    assert [one.number for one in other] == [7, 7]


def answers_otherwise(attempt: Plain) -> None:
    attempt["responses"][3]["answer"] = [1]


def breaks_the_last_link(attempt: Plain) -> None:
    attempt["responses"][-1]["h"] = "0" * 64


def drops_a_response(attempt: Plain) -> None:
    del attempt["responses"][0]


def starts_otherwise(attempt: Plain) -> None:
    attempt["seed"] += 1


@pytest.mark.parametrize("change", [answers_otherwise, breaks_the_last_link, drops_a_response, starts_otherwise])
def test_a_broken_chain_is_taken_and_told_of(change: Change) -> None:
    data = resigned(lambda plain: change(plain["attempts"][0]))
    whole, (broken, other) = attempts_of(SECOND.read_bytes()), attempts_of(data)
    assert [one.chain_holds for one in whole] == [True, True]
    assert (broken.chain_holds, other.chain_holds) == (False, True)
    assert broken.content != whole[0].content
    assert other.content == whole[1].content
    seen = read(data)
    assert seen.verdict is FileVerdict.CHANGED
    assert "tidak saling cocok" in seen.reason


# Another value of each field, and what must go with it.
_OTHER: dict[str, Callable[[Any], Plain]] = {
    "id": lambda _: {"id": str(UUID(int=5))},
    "kind": lambda _: {"kind": "practice"},
    "title": lambda _: {"title": "Ujian lain"},
    "state": lambda _: {"state": "finished"},
    "score": lambda _: {"score": {"right": 13, "total": 30}, "tenths": 433},
    "tenths": lambda _: {"tenths": 433, "score": {"right": 13, "total": 30}},
    "passed": lambda _: {"pass_mark": 30, "passed": True},
    "pass_mark": lambda _: {"pass_mark": 76},
    "anomalies": lambda _: {"anomalies": ["clock-set-back"]},
    "pauses": lambda _: {"pauses": []},
    "responses": lambda kept: {"responses": kept[1:]},
    "items": lambda kept: {"items": kept[::-1]},
    "session": lambda kept: {"session": kept | {"code": "AAAA"}},
    "pack": lambda kept: {"pack": kept | {"version": "2027.1.1"}},
    "started": lambda kept: {"started": kept | {"offset_minutes": 480}},
    "ended": lambda kept: {"ended": kept | {"offset_minutes": 480}},
}


def test_no_field_of_an_attempt_is_left_out_of_its_content() -> None:
    plain: Any = to_plain(report())
    kept = attempts_of(SECOND.read_bytes())[1].content
    same = set()
    for name, value in plain["attempts"][1].items():
        changed: Any = to_plain(report())
        changed["attempts"][1] |= _OTHER[name](value) if name in _OTHER else {name: (value or 0) + 1}
        if attempts_of(resealed(changed))[1].content == kept:
            same.add(name)
    assert same == {"number", "made"}


def sets_the_clock_back(attempt: Plain) -> None:
    attempt["responses"][4]["at"]["utc"] = attempt["responses"][2]["at"]["utc"]


def ends_before_it_starts(attempt: Plain) -> None:
    attempt["ended"]["utc"] = "2026-11-20T01:00:00+00:00"


def counts_back(attempt: Plain) -> None:
    attempt["responses"][4]["at"]["counter"] = 1


def was_paused_out_of_order(attempt: Plain) -> None:
    attempt["pauses"] = [{"cause": "slept", "ended": attempt["started"] | {"counter": 5}, "wall_ms": 1}]


def ends_after_the_file_was_made(attempt: Plain) -> None:
    attempt["ended"]["utc"] = "2026-11-21T01:46:00.001000+00:00"


@pytest.mark.parametrize(
    "change",
    [sets_the_clock_back, ends_before_it_starts, counts_back, was_paused_out_of_order, ends_after_the_file_was_made],
)
def test_impossible_times_are_told_and_not_judged(change: Change) -> None:
    whole = attempts_of(SECOND.read_bytes())
    odd, other = attempts_of(resigned(lambda plain: change(plain["attempts"][0])))
    assert [one.odd_times for one in (*whole, odd, other)] == [False, False, True, False]


def has_another_mark(plain: Plain) -> None:
    plain["attempts"][0]["tenths"] = 1000


def has_an_attempt_twice(plain: Plain) -> None:
    plain["attempts"][1] = plain["attempts"][0]


def asks_a_question_twice(plain: Plain) -> None:
    plain["attempts"][0]["items"][1] = plain["attempts"][0]["items"][0]


def is_of_another_device(plain: Plain) -> None:
    plain["device"] = SIGNING.thumbprint()


def hides_a_nul(plain: Plain) -> None:
    plain["person"]["name"] = "Siti\0"


def is_of_an_endless_nip(plain: Plain) -> None:
    plain["person"]["nip"] = "1" * 3_000


def is_of_an_endless_pack(plain: Plain) -> None:
    plain["attempts"][0]["pack"]["version"] = "1" * 3_000


def names_a_day_that_is_none(plain: Plain) -> None:
    plain["made"]["utc"] = "2026-02-30T01:00:00+00:00"


def is_of_no_schema(plain: Plain) -> None:
    plain["schema"] = "asnquiz/score/0"


def calls_itself_older(plain: Plain) -> None:
    plain["schema"] = "asnquiz/score/1"


@pytest.mark.parametrize(
    "change",
    [
        has_another_mark, has_an_attempt_twice, asks_a_question_twice, is_of_another_device, hides_a_nul,
        names_a_day_that_is_none, is_of_no_schema, calls_itself_older, is_of_an_endless_nip, is_of_an_endless_pack,
    ],
)  # fmt: skip
def test_what_contradicts_itself_under_a_seal_is_changed(change: Change) -> None:
    looked = look_at(resigned(change), {})
    assert (looked.verdict, looked.report) == (Verdict.CHANGED, None)
    assert "tidak saling cocok" in looked.reason


def test_an_endless_answer_is_none_of_ours() -> None:
    """No person gives one, and no index of a server takes it."""
    (attempt, *others) = report().attempts
    (response, *later) = attempt.responses
    endless = replace(response, answer=tuple(range(1_000)))
    looked = look_at(signed(attempts=(replace(attempt, responses=(endless, *later)), *others)), {})
    assert (looked.verdict, looked.report) == (Verdict.CHANGED, None)


def test_a_file_of_a_later_program_is_later() -> None:
    def grows(plain: Plain) -> None:
        plain |= {"schema": "asnquiz/score/3", "new": True}

    assert look_at(resigned(grows), {}).verdict is Verdict.LATER


def test_a_sealed_file_is_judged_by_what_is_in_it() -> None:
    kids = tuple(recipient.kid for recipient in RECIPIENTS)
    inner = signed(recipients=kids)
    outer = seal(inner, RECIPIENTS)
    assert look_at(outer, KEYS) == look_at(inner, {})
    assert look_at(outer, {OPENING.thumbprint(): OPENING}).report == taken(inner)
    assert look_at(outer, {}).verdict is Verdict.SEALED
    assert look_at(outer[:-9] + b"A" + outer[-8:], KEYS).verdict is Verdict.CHANGED
    assert look_at(outer + b"\n", KEYS).verdict is Verdict.CHANGED
    assert look_at(outer[:-9], KEYS).verdict is Verdict.FOREIGN


@pytest.mark.parametrize("listed", [(), ("lain",), (RECIPIENTS[0].kid,), (*(one.kid for one in RECIPIENTS), "lain")])
def test_a_file_sealed_for_others_than_it_says_is_told_of(listed: tuple[str, ...]) -> None:
    assert look_at(seal(signed(recipients=listed), RECIPIENTS), KEYS).verdict is Verdict.RECIPIENTS


def test_what_was_sealed_and_is_no_report_is_changed() -> None:
    for inner in (b"", b"bukan berkas nilai", seal(signed(), RECIPIENTS), SECOND.read_bytes() + b"\n"):
        assert look_at(seal(inner, RECIPIENTS), KEYS).verdict is Verdict.CHANGED


def test_a_file_that_somebody_opened_and_passed_on_is_taken_as_its_key_signed_it() -> None:
    assert report().recipients
    assert look_at(SECOND.read_bytes(), {}).verdict is Verdict.ACCEPTED


def foreign(data: bytes) -> str:
    looked = look_at(data, KEYS)
    assert (looked.verdict, looked.report) == (Verdict.FOREIGN, None), looked
    said([looked.reason])
    return looked.reason


def test_what_is_cut_off_is_said_to_be() -> None:
    data = SECOND.read_bytes()
    for whole in (data, seal(data, RECIPIENTS)):
        for part in (whole[:20], whole[: len(whole) // 2], whole[:-1], whole[:4096] + bytes(4096)):
            assert "mungkin terpotong" in foreign(part)


def test_other_files_of_ours_are_named() -> None:
    assert "berkas tugas" in foreign(task_file.sign(task(), SIGNING))
    assert "berkas pindah" in foreign(seeds.move_file_of_somebody())
    assert "surat keterangan" in foreign(seeds.certificate()[1])
    assert "berkas kunci" in foreign((GOLDEN / "kunci-kantor-1.pem").read_bytes())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "kosong"),
        (bytes(512), "kosong"),
        (b"\r\n", "kosong"),
        (b"\x04siti" + b" " * 49 + b"\x04\0s\0i\0t\0i\0".ljust(108, b"\0"), "sementara dari Word"),
        (b"\x04siti" + b" " * 50 + b"\x04\0s\0i\0t\0i\0".ljust(110, b"\0"), "sementara dari Word"),
        (b"\x89PNG\r\n\x1a\n", "gambar"),
        (b"\xff\xd8\xff\xe0", "gambar"),
        (b"\0\0\0\x18ftypheic", "gambar"),
        (b"PK\x03\x04" + bytes(40), "arsip"),
        (b"Rar!\x1a\x07", "arsip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "arsip"),
        (b'{"nama":"Siti"}', "bukan berkas nilai"),
        (b"Nilai saya 90", "bukan berkas nilai"),
        (b"[" * 100_000, "bukan berkas nilai"),
        (b"[[]," * 2_000_000, "bukan berkas nilai"),
        (b" " * (17 << 20), "kosong"),
        (b"x" * (23 << 20), "terlalu besar"),
    ],
    ids=range(17),
)
def test_what_is_none_of_ours_is_told_what_it_may_be(data: bytes, words: str) -> None:
    assert words in foreign(data)


def test_a_proof_is_judged_by_the_file_in_it() -> None:
    data = SECOND.read_bytes()
    outer = seal(signed(recipients=tuple(one.kid for one in RECIPIENTS)), RECIPIENTS)
    assert look_at(pdf_with(data), {}) == look_at(data, {})
    assert look_at(pdf_with(outer), KEYS) == look_at(outer, KEYS)
    assert look_at(pdf_with(outer), {}).verdict is Verdict.SEALED
    assert look_at(b"\n\n" + pdf_with(data), {}) == look_at(data, {})
    assert look_at(pdf_with(data + b"\n"), {}).verdict is Verdict.CHANGED


def test_a_proof_that_another_program_wrote_anew_is_still_one() -> None:
    again = pypdf.PdfWriter(clone_from=BytesIO(pdf_with(SECOND.read_bytes())))
    again.add_blank_page(100, 100)
    assert look_at(written(again), {}) == look_at(SECOND.read_bytes(), {})


def test_a_pdf_without_a_file_of_ours_is_told_why() -> None:
    assert "PDF tanpa berkas nilai" in foreign(pdf_with())
    assert "PDF tanpa berkas nilai" in foreign(pdf_with(b"surat"))
    assert "PDF tanpa berkas nilai" in foreign(pdf_with(pdf_with(SECOND.read_bytes())))
    assert "mungkin terpotong" in foreign(pdf_with(SECOND.read_bytes()[:5000]))
    assert "tidak terbaca, mungkin terpotong" in foreign(b"%PDF-1.7 /EmbeddedFiles")
    assert "lebih dari satu" in foreign(pdf_with(SECOND.read_bytes(), FIRST.read_bytes()))
    assert "lebih dari satu" in foreign(pdf_with(SECOND.read_bytes(), SECOND.read_bytes() + b"\n"))
    assert look_at(pdf_with(b"surat", SECOND.read_bytes()), {}).verdict is Verdict.ACCEPTED
    assert "terlalu besar" in foreign(b"%PDF-1.7" + bytes(9 << 20))


@pytest.mark.parametrize("size", [5 << 20, 60 << 20])
def test_an_attachment_that_would_fill_the_memory_is_not_unpacked(size: int) -> None:
    assert "tidak terbaca" in foreign(pdf_with(bytes(size)))


def test_only_a_few_attachments_are_looked_at() -> None:
    assert "tidak terbaca" in foreign(pdf_with(*[b"surat"] * 20))


def attached(content: bytes, filters: str, **parameters: int) -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    entry: Any = writer.add_attachment("bukti-nilai.asnskor", content)
    stream = entry.pdf_object["/EF"]["/F"].get_object()
    stream[NameObject("/Filter")] = NameObject(f"/{filters}")
    stream[NameObject("/DecodeParms")] = DictionaryObject(
        {NameObject(f"/{name}"): NumberObject(value) for name, value in parameters.items()}
    )
    return written(writer)


_NAMES = b"%PDF-1.4 /EmbeddedFiles\n"
_ZEROS = zlib.compress(bytes(1 << 20))


@pytest.mark.parametrize(
    "data",
    [
        _NAMES + b"1 0 obj\n" * 50_000,
        _NAMES + b"trailer<</A 1>>\n" * 50_000,
        _NAMES + b"startxref\n10\n%%EOF\n" * 50_000,
        _NAMES + b"1 0 obj" + b"<</A" * 50_000 + b"endobj\ntrailer<</Root 1 0 R>>startxref\n24\n%%EOF",
        _NAMES + b"1 0 obj" + b"[" * 50_000 + b"endobj\ntrailer<</Root 1 0 R>>startxref\n24\n%%EOF",
        _NAMES + b"1 0 obj[" + b"\xcc\x81" * 30_000 + b"]endobj\ntrailer<</Root 1 0 R>>startxref\n24\n%%EOF",
        _NAMES + b"1 0 obj<</Names 1 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 24>>startxref\n24\n%%EOF",
        _NAMES + b"1 0 obj<</Type/Catalog/Encrypt 1 0 R>>endobj\ntrailer<</Root 1 0 R/Encrypt 1 0 R>>",
        attached(_ZEROS, "LZWDecode"),
        attached(b"\x81a" * 50_000, "RunLengthDecode"),
        attached(b"!" * 50_000 + b"~>", "ASCII85Decode"),
        attached(_ZEROS[:200] + b"\xff" * 50_000, "FlateDecode"),
        attached(_ZEROS, "FlateDecode", Predictor=15, Columns=1 << 20),
        attached(_ZEROS, "FlateDecode", Predictor=2, Columns=-1),
    ],
    ids=range(14),
)
def test_a_hostile_pdf_ends_in_a_sentence(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    assert "PDF" in foreign(data)
    assert capfd.readouterr() == ("", "")


COUNT = 800 if IN_CI else 200


def test_the_fast_way_and_the_slow_way_agree() -> None:
    chance, verdicts = Random(1), set()
    for number in range(COUNT):
        data = made_by_somebody(chance)
        slow, seen, looked = read_slowly(data), read(data), look_at(data, {})
        assert seen.verdict is slow.verdict, number
        assert (looked.verdict is Verdict.ACCEPTED) is slow.sound, number
        said([seen.reason, looked.reason])
        if slow.sound:
            as_told(slow, looked)
        verdicts.add((seen.verdict, looked.verdict))
    assert {verdict for verdict, _ in verdicts} == set(FileVerdict)
    assert (FileVerdict.CHANGED, Verdict.ACCEPTED) in verdicts


def made_by_somebody(chance: Random) -> bytes:
    """A file that was changed on its way, or by the owner of a key, who can sign whatever it says."""
    file = chance.choice((FIRST, SECOND)).read_bytes()
    plain = json.loads(read_payload(file))
    match chance.randrange(5):
        case 0:
            return file
        case 1:
            return mutated(file, chance, JSON, (FIRST.read_bytes(), SECOND.read_bytes()))
        case 2:
            return mutated_json(json.loads(file), chance)
        case 3:
            payload = read_payload(file)
            return seeds.sealed_score(mutated(payload, chance, JSON, (payload,)))
        case _:
            return seeds.sealed_score(mutated_json(plain, chance))


def read_payload(file: bytes) -> bytes:
    return unbase64(json.loads(file)["payload"])


def as_told(slow: Slow, looked: Looked) -> None:
    assert looked.report is not None
    told = slow.report
    assert (looked.report.name, looked.report.nip) == (told.person.name, told.person.nip)
    for attempt, found in zip(told.attempts, looked.report.attempts, strict=True):
        assert found.odd_times is (
            bool(time_anomalies(attempt))
            or any(
                moment.utc > told.made.utc
                for moment in (
                    attempt.started,
                    attempt.ended,
                    *(response.at for response in attempt.responses),
                    *(pause.ended for pause in attempt.pauses),
                )
            )
        )
        last = {response.item: response for response in attempt.responses}
        for frozen, answer in zip(attempt.items, found.answers, strict=True):
            assert (answer.item, answer.revision) == (frozen.item, frozen.revision)
            assert json.loads(answer.answer) == (list(last[frozen.item].answer) if frozen.item in last else [])
