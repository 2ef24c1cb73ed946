"""The file that moves a person: opens under its code alone and as it was written, and holds no word in the open."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from joserfc import jwe
from joserfc.jwk import OctKey

from asnquiz.domain.attempt import AttemptState, Score
from asnquiz.domain.canonical import canonical_bytes
from asnquiz.domain.holdings import HeldTask
from asnquiz.domain.moment import Moment
from asnquiz.domain.move import FIRST_SCHEMA, Move
from asnquiz.domain.person import Person
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.remembering import recall
from asnquiz.scorefiles import move_file
from asnquiz.scorefiles.move_file import MAX_BYTES, read_sealed, seal, sealed_move, write
from asnquiz.scorefiles.signed import base64url, unbase64
from asnquiz.usecases.take_quiz import ExamPlan, PracticePlan
from tests import builders
from tests.conftest import IN_CI
from tests.scorefiles.moving import READ_PACK, SECRET, live, packed, somebody, take, take_task

NOT_OURS = "Ini bukan berkas pindah ASN Netral"
WRONG_CODE = "Kode itu tidak membuka berkas ini"
CHANGED = "Berkas ini berubah sejak dibuat"
AT_ODDS = "Isi berkas ini tidak saling cocok"
GOLDEN = Path(__file__).parent / "golden"
LATER = "versi ASN Netral yang lebih baru"


@dataclass(frozen=True)
class Filed:
    """A person's data, and the file that holds it."""

    move: Move
    data: bytes


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filed]:
    learning = somebody(tmp_path_factory.mktemp("siti"))
    learning.take(1, 2, plan=ExamPlan())
    learning.take(2, 2, plan=PracticePlan(None, 3), end=None)
    live(learning, Random(3), days=4)
    take_task(learning, Random(3))
    move = packed(learning)
    yield Filed(move, seal(move, SECRET))
    learning.store.close()


def refusal(data: bytes, secret: bytes = SECRET) -> str:
    with pytest.raises(Refusal) as refused:
        sealed_move(data).unlock(secret, READ_PACK)
    return str(refused.value)


def test_what_was_sealed_is_what_is_opened(filed: Filed, tmp_path: Path) -> None:
    path = tmp_path / "pindah.asnpindah"
    write(path, filed.move, SECRET)
    assert read_sealed(path).unlock(SECRET, READ_PACK) == filed.move


def test_the_file_is_a_jwe_that_another_program_opens_with_the_key(filed: Filed) -> None:
    sealed = sealed_move(filed.data)
    key, _ = move_file._derived(SECRET, sealed.salt)
    registry = move_file._registry()
    opened = jwe.decrypt_compact(filed.data, OctKey.import_key(key.raw_value), registry=registry)
    assert opened.plaintext == canonical_bytes(filed.move)
    assert {name: opened.protected[name] for name in ("alg", "enc", "typ", "cty")} == {
        "alg": "dir",
        "enc": "A256GCM",
        "typ": "asnquiz-move+json",
        "cty": "asnquiz/move/2",
    }


def test_no_name_number_answer_or_code_stands_in_the_file(filed: Filed) -> None:
    for part in filed.data.split(b"."):
        for raw in (part, unbase64(part.decode())):
            for word in (b"Siti", b"Aminah", b"198609262015051001", b"Dinas", b"soal-", b"attempt", SECRET):
                assert word not in raw


def test_two_files_of_the_same_data_and_code_have_nothing_in_common(filed: Filed) -> None:
    again = seal(filed.move, SECRET)
    ours, theirs = filed.data.split(b"."), again.split(b".")
    assert ours[3][:40] != theirs[3][:40]
    assert sealed_move(filed.data).salt != sealed_move(again).salt


def test_every_change_of_one_byte_is_refused(filed: Filed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(move_file, "_MEMORY_KIB", 64)
    data, random = seal(filed.move, SECRET), Random(7)
    head, _, iv, ciphertext, tag = map(len, data.split(b"."))
    inside = range(head + iv + 3, head + iv + 3 + ciphertext)
    around = [place for place in range(len(data)) if place not in inside]
    assert len(around) == head + iv + tag + 4
    for place in (*around, *random.sample(inside, 2_000 if IN_CI else 40)):
        changed = bytearray(data)
        changed[place] ^= 1 << random.randrange(8)
        said = refusal(bytes(changed))
        assert any(words in said for words in (NOT_OURS, WRONG_CODE, CHANGED, LATER)), place


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b"\n",
        lambda data: data + b"=",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: b" " + data,
        lambda data: data.replace(b".", b"..", 1),
    ],
)
def test_what_is_longer_or_shorter_is_refused(filed: Filed, change: Callable[[bytes], bytes]) -> None:
    assert any(words in refusal(change(filed.data)) for words in (NOT_OURS, CHANGED))


@pytest.mark.parametrize("data", [b"", b"{}", b"....", b"e30....", b"e30=....", b"\xff" * 1000, b".a.b.c.d"])
def test_what_is_nothing_of_ours_is_refused(data: bytes) -> None:
    assert NOT_OURS in refusal(data)


def test_a_wrong_code_is_told_from_a_change(filed: Filed) -> None:
    assert WRONG_CODE in refusal(filed.data, bytes(10))
    head, key, iv, ciphertext, tag = filed.data.split(b".")
    other = bytes([ciphertext[50] ^ 1]) if ciphertext[50] not in b"-_" else b"A"
    changed = b".".join((head, key, iv, ciphertext[:50] + other + ciphertext[51:], tag))
    assert CHANGED in refusal(changed)


def test_a_file_of_a_later_program_is_told_as_such_before_any_code(filed: Filed) -> None:
    head, rest = filed.data.split(b".", 1)
    header = json.loads(unbase64(head.decode()))
    later = base64url(canonical_bytes({**header, "cty": "asnquiz/move/3"})).encode()
    assert LATER in refusal(later + b"." + rest)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.asnpindah"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(Refusal, match="terlalu besar untuk sebuah berkas pindah"):
        read_sealed(path)


def sealing(content: bytes, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A file with somebody else's plaintext under the right code."""
    with monkeypatch.context() as patched:
        patched.setattr(
            move_file, "canonical_bytes", lambda value: content if value is None else canonical_bytes(value)
        )
        nothing: Any = None
        return seal(nothing, SECRET)


def _first(move: Move, **changes: Any) -> Move:
    """The move with its first attempt changed."""
    kept, *others = move.holdings.attempts
    changed = replace(kept, attempt=replace(kept.attempt, **changes))
    return replace(move, holdings=replace(move.holdings, attempts=(changed, *others)))


def _attempts(move: Move, *attempts: Any) -> Move:
    return replace(move, holdings=replace(move.holdings, attempts=attempts))


def _owner(move: Move, **changes: Any) -> Move:
    return replace(move, holdings=replace(move.holdings, owner=replace(move.holdings.owner, **changes)))


def _setting(move: Move, name: str) -> Move:
    return replace(move, holdings=replace(move.holdings, settings={name: "1"}))


def _response(move: Move, **changes: Any) -> Move:
    attempt = move.holdings.attempts[0].attempt
    first, *others = attempt.responses
    return _first(move, responses=(replace(first, **changes), *others))


def _recalls(move: Move, **changes: Any) -> Move:
    learned, *others = move.holdings.learning
    given = replace(recall("aturan-1", 1, builders.moment(), None), **changes)
    return replace(move, holdings=replace(move.holdings, learning=(replace(learned, recalls=(given,)), *others)))


def _tasks(move: Move, *tasks: HeldTask) -> Move:
    return replace(move, holdings=replace(move.holdings, tasks=tasks))


def _untouched(move: Move) -> HeldTask:
    return replace(move.holdings.tasks[0], handed_in=None, file_id=None)


HOSTILE: dict[str, Callable[[Move], Any]] = {
    "a foreign profile": lambda move: _first(move, profile=uuid4()),
    "another profile id": lambda move: _owner(move, id=UUID(int=5)),
    "an attempt twice": lambda move: _attempts(move, *move.holdings.attempts[:1] * 2),
    "a broken chain": lambda move: _response(move, answer=(3,)),
    "a lost response": lambda move: _first(move, responses=move.holdings.attempts[0].attempt.responses[1:]),
    "another title": lambda move: _first(move, title="Ujian dinas"),
    "a pack left out": lambda move: replace(move, packs={}),
    "a pack beside": lambda move: replace(move, packs={**move.packs, "ab" * 32: "{}"}),
    "a cut pack": lambda move: replace(move, packs={key: text[: len(text) // 2] for key, text in move.packs.items()}),
    "a changed pack": lambda move: replace(
        move,
        packs={key: text.replace("Belum", "Sudah").replace("Pilihan", "Jawaban") for key, text in move.packs.items()},
    ),
    "a score above its items": lambda move: _attempts(move, replace(move.holdings.attempts[0], score=Score(9, 9))),
    "an end without a score": lambda move: _attempts(move, replace(move.holdings.attempts[0], score=None)),
    "active and ended": lambda move: _first(move, state=AttemptState.ACTIVE),
    "a huge counter": lambda move: _owner(move, created=replace(builders.moment(), counter=2**53 - 1)),
    "a counter below nothing": lambda move: _owner(move, created=replace(builders.moment(), counter=-1)),
    "an offset of years": lambda move: _owner(move, created=replace(builders.moment(), offset_minutes=10**9)),
    "a name of two lines": lambda move: _owner(move, person=Person("Siti\nAminah")),
    "no number of a civil servant": lambda move: _owner(move, person=Person("Siti", "12")),
    "a PIN": lambda move: _setting(move, "pin"),
    "a setting of the program": lambda move: _setting(move, "erasing x"),
    "a rating that is none": lambda move: _recalls(move, rating=9),
    "a card that is none": lambda move: _recalls(move, card="{}"),
    "a long text": lambda move: _setting(replace(move, program="x" * 100_000), "preferences"),
    "a task twice": lambda move: _tasks(move, *move.holdings.tasks[:1] * 2),
    "proof without a time": lambda move: _tasks(move, replace(_untouched(move), file_id=UUID(int=5))),
    "a task's file that is no file": lambda move: _tasks(move, replace(_untouched(move), file="\u00e9")),
    "a task sealed for somebody else": lambda move: _tasks(
        move, replace(_untouched(move), task=replace(move.holdings.tasks[0].task, recipients=()))
    ),
    "a task of another office": lambda move: _tasks(move, replace(_untouched(move), signer="x")),
    "a time of a task below nothing": lambda move: _tasks(
        move, replace(_untouched(move), taken=replace(builders.moment(), counter=-1))
    ),
    "another schema": lambda move: replace(move, schema="asnquiz/score/1"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_true_is_refused_under_the_right_code(
    filed: Filed, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = HOSTILE[name](filed.move)
    assert hostile != filed.move
    monkeypatch.setattr(move_file, "_MEMORY_KIB", 64)
    said = refusal(seal(hostile, SECRET))
    assert AT_ODDS in said or "rusak" in said


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b"[" + b"[]," * 2_000_000 + b"[]]",
        b'{"schema":"asnquiz/move/2"}',
        b'{"schema":"asnquiz/move/1"}',
        b"\xff\xfe",
        b'{"schema":' + b"9" * 100_000 + b"}",
    ],
    ids=lambda content: f"{content[:12]!r}, {len(content)} bytes",
)
def test_what_is_no_move_at_all_is_refused_under_the_right_code(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(move_file, "_MEMORY_KIB", 64)
    assert AT_ODDS in refusal(sealing(content, monkeypatch))


def test_a_plaintext_of_a_later_schema_is_told_as_such(filed: Filed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(move_file, "_MEMORY_KIB", 64)
    later = canonical_bytes({**dict[str, Any](to_plain(filed.move) or {}), "schema": "asnquiz/move/3", "more": 1})  # type: ignore[arg-type]
    assert LATER in refusal(sealing(later, monkeypatch))


def test_a_file_of_the_first_programs_is_read_and_taken_in(tmp_path: Path) -> None:
    move = read_sealed(GOLDEN / "first.asnpindah").unlock(SECRET, READ_PACK)
    assert move.holdings.owner.person.name == "Siti Aminah"
    exam, practice = (kept.attempt for kept in move.holdings.attempts)
    assert (exam.answered, exam.state, practice.answered, practice.state) == (
        3,
        AttemptState.FINISHED,
        2,
        AttemptState.ACTIVE,
    )
    assert (len(move.holdings.learning), len(move.holdings.pledges), move.holdings.tasks) == (1, 1, ())
    there = somebody(tmp_path)
    there.store.erase(there.profile.id)
    take(move, there)
    assert there.store.holdings(move.holdings.owner.id) == move.holdings
    there.store.close()


@pytest.mark.parametrize("later", ["", "tasks", "task"])
def test_a_file_that_calls_itself_the_first_has_nothing_of_later_ones(
    filed: Filed, later: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(move_file, "_MEMORY_KIB", 64)
    plain: Any = to_plain(replace(filed.move, schema=FIRST_SCHEMA))
    holdings = plain["holdings"]
    if later != "tasks":
        del holdings["tasks"]
    for kept in holdings["attempts"]:
        if later != "task":
            del kept["task"]
    with monkeypatch.context() as first_program:
        first_program.setattr(move_file._header, "__defaults__", (FIRST_SCHEMA,))
        data = sealing(canonical_bytes(plain), monkeypatch)
    if later:
        assert AT_ODDS in refusal(data)
    else:
        read = sealed_move(data).unlock(SECRET, READ_PACK)
        assert read.holdings.learning == filed.move.holdings.learning


def test_the_moments_of_an_honest_file_are_kept_to_the_millisecond(filed: Filed) -> None:
    opened = sealed_move(filed.data).unlock(SECRET, READ_PACK)
    moments = [kept.attempt.started for kept in opened.holdings.attempts]
    assert all(isinstance(one, Moment) and one.utc.utcoffset() is not None for one in moments)
