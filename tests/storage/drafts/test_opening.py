"""The editor's database opens as it was closed; what is damaged, newer or of others is refused by name, unchanged."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.refusal import Refusal
from asnquiz.storage.briefings.database import open_briefings
from asnquiz.storage.drafts.database import DraftDatabase, open_drafts
from asnquiz.storage.learner import open_learner_database
from tests import layers
from tests.storage.drafts.test_keeping import PICTURE, WORKSHOP, draft


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("open_other", [open_learner_database, open_briefings])
def test_the_database_of_another_kind_is_refused_and_not_changed(path: Path, open_other: object) -> None:
    assert callable(open_other)
    open_other(path).close()
    before = path.read_bytes()
    with pytest.raises(Refusal, match=f"{path} bukan data soal setempat"):
        open_drafts(path)
    assert path.read_bytes() == before


def test_the_editors_is_no_trainers(path: Path) -> None:
    open_drafts(path).close()
    with pytest.raises(Refusal, match="bukan data sosialisasi"):
        open_briefings(path)


def test_what_is_no_database_is_refused_and_not_changed(path: Path) -> None:
    path.write_bytes(b"Daftar soal\n" * 500)
    with pytest.raises(Refusal, match="bukan data soal setempat"):
        open_drafts(path)
    assert path.read_bytes() == b"Daftar soal\n" * 500


def test_that_of_a_newer_program_is_refused_and_not_changed(path: Path) -> None:
    open_drafts(path).close()
    changed(path, "UPDATE drafts_version SET version_num = '0009'", "PRAGMA user_version=9")
    before = path.read_bytes()
    with pytest.raises(Refusal, match=f"soal setempat {path} dibuat oleh ASN Netral versi yang lebih baru"):
        open_drafts(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement", ["UPDATE drafts_version SET version_num = '0009'", "PRAGMA user_version=9", "DROP TABLE images"]
)
def test_a_stamp_or_table_that_is_not_as_it_was_is_damage(path: Path, statement: str) -> None:
    open_drafts(path).close()
    changed(path, statement)
    with pytest.raises(Refusal, match=r"soal setempat .* rusak"):
        open_drafts(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE drafts SET content = replace(content, 'apel', 'opel')",
        "UPDATE drafts SET content = NULL",
        "UPDATE drafts SET place = place + 1",
        "UPDATE drafts SET content = CAST(X'ff' AS TEXT)",
        "UPDATE workshop SET content = replace(content, 'BKPSDM', 'BKD')",
        "UPDATE images SET data = 'AAAA'",
    ],
)
def test_a_row_that_is_not_as_it_was_written_is_told(path: Path, statement: str) -> None:
    filled(path).close()
    changed(path, statement)
    with closing(open_drafts(path)) as store, pytest.raises(Refusal, match="berubah di luar program"):
        read(store)


def test_a_single_byte_that_is_wrong_is_told_or_changes_nothing(tmp_path: Path) -> None:
    whole_path = tmp_path / "utuh.db"
    with closing(filled(whole_path)) as store:
        expected = read(store)
    whole, random, told = whole_path.read_bytes(), Random(5), 0
    for number in range(60):
        place = min(random.randrange(len(whole) // 4096) * 4096 + random.randrange(60), len(whole) - 1)
        path = tmp_path / f"{number}.db"
        path.write_bytes(whole[:place] + bytes([whole[place] ^ random.randrange(1, 256)]) + whole[place + 1 :])
        try:
            with closing(open_drafts(path)) as store:
                assert read(store) == expected, place
        except Refusal as refusal:
            assert str(path) in str(refusal)  # noqa: PT017 - either is right
            told += 1
    assert told > 20


def filled(path: Path) -> DraftDatabase:
    store = open_drafts(path)
    store.keep_workshop(WORKSHOP.__class__(**{**vars(WORKSHOP), "images": (PICTURE,)}))
    for number in range(40):
        store.keep(draft(f"soal-{number}", content={"stem": "Sebelum apel pagi. " * 10}))
    store.keep(Draft(layers.own("ketentuan"), DraftKind.RULE, {}, layers.DRAFT))
    return store


def read(store: DraftDatabase) -> object:
    return store.workshop(), store.drafts(), store.used_ids()
