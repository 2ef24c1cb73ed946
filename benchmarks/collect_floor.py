"""The least that taking score files in can cost, with as many processes: `python3 -m benchmarks.collect_floor`.

Each file is read, hashed, parsed, its Ed25519 signature checked, and its rows inserted; a sealed one is opened first.
Nothing is asked of its content, nothing is flagged, no file is known again: what that lacks, the program does.
"""

import base64
import hashlib
import json
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap

from benchmarks.score_files import RECIPIENTS, derived, peer

CHUNK = 200
BATCH = 1_000
# As the store sets them.
PRAGMAS = ("busy_timeout=5000", "journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "secure_delete=ON")
# With the number of their columns, in an order in which rows may be inserted.
TABLES = {
    "items": 2, "choices": 6, "reports": 18, "evidence": 2, "attempts": 20, "sendings": 4, "answers": 4, "files": 7,
    "arrivals": 3,
}  # fmt: skip
# What files refer to.
FIRST = ("INSERT INTO imports VALUES (1, '', 0, 0)", "INSERT INTO packs VALUES (1, '', '', '')")
REASON = "Berkas ini utuh."
_OFFICE = RECIPIENTS[0]
_RECEIVED_MS = 1_796_000_000_000

Row = tuple[Any, ...]
Choice = tuple[str, int, str]
Given = tuple[Choice, str | None]
# A file: a report without its number, its evidence, an attempt without its number, the answers, name and hash.
Bare = tuple[Row, bytes, Row, list[Given], Row]


def run(folder: Path, database: Path, processes: int) -> None:
    """Takes in every file; the tables are there."""
    chunks = _chunks(str(folder))
    context = get_context("spawn")
    with closing(sqlite3.connect(database, isolation_level=None)) as connection, context.Pool(processes) as pool:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        for statement in FIRST:
            connection.execute(statement)
        batch: list[Bare] = []
        rows = Rows()
        for taken in pool.imap_unordered(_look, chunks):
            batch += taken
            if len(batch) >= BATCH:
                insert(connection, rows.of(batch))
                batch = []
        insert(connection, rows.of(batch))


def _chunks(folder: str) -> Iterator[list[str]]:
    paths = _paths(folder)
    while chunk := list(islice(paths, CHUNK)):
        yield chunk


def _paths(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _paths(entry.path)
            else:
                yield entry.path


def _look(paths: list[str]) -> list[Bare]:
    return [_taken(path) for path in paths]


def _taken(path: str) -> Bare:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - the quickest
        data = file.read()
    sha256 = hashlib.sha256(data).digest()
    parts = json.loads(data)
    jws = data
    if "ciphertext" in parts:
        jws = _opened(parts)
        parts = json.loads(jws)
    header = json.loads(_unbase64(parts["protected"]))
    signed = f"{parts['protected']}.{parts['payload']}".encode()
    Ed25519PublicKey.from_public_bytes(_unbase64(header["jwk"]["x"])).verify(_unbase64(parts["signature"]), signed)
    report = json.loads(_unbase64(parts["payload"]))
    (attempt,) = report["attempts"]
    inner = sha256 if jws is data else hashlib.sha256(jws).digest()
    person, made = report["person"], report["made"]
    told = (
        inner, report["file_id"], _ms(made["utc"]), made["offset_minutes"], _RECEIVED_MS, report["device"],
        report["versions"]["program"], report["task"]["id"], report["task"]["signer"], person["nip"], person["name"],
        person["position"], person["unit"], person["employment"], person["name"].casefold(), person["nip"],
        person["nip"],
    )  # fmt: skip
    began, ended, score = attempt["started"], attempt["ended"], attempt["score"]
    sat = (
        attempt["id"], inner, attempt["kind"], attempt["title"], 1, _ms(began["utc"]), began["offset_minutes"],
        _ms(ended["utc"]), ended["offset_minutes"], attempt["state"], attempt["limit_ms"], attempt["pass_mark"],
        score["right"], score["total"], None, None, None, 1, 0,
    )  # fmt: skip
    given = {response["item"]: response for response in attempt["responses"]}
    answers = [
        ((item["item"], item["revision"], str(given[item["item"]]["answer"])), given[item["item"]]["certainty"])
        for item in attempt["items"]
    ]
    return told, zlib.compress(jws, 1), sat, answers, (os.path.basename(path), sha256)  # noqa: PTH119


def _opened(parts: dict[str, Any]) -> bytes:
    recipient = next(one for one in parts["recipients"] if one["header"]["kid"] == _OFFICE.kid)
    shared = _OFFICE.private.exchange(peer(recipient["header"]["epk"]))
    content_key = aes_key_unwrap(derived(shared), _unbase64(recipient["encrypted_key"]))
    both = _unbase64(parts["ciphertext"]) + _unbase64(parts["tag"])
    return AESGCM(content_key).decrypt(_unbase64(parts["iv"]), both, parts["protected"].encode())


class Rows:
    """The rows of batches of files; what was answered comes only once."""

    def __init__(self) -> None:
        self._count = 0
        self._items: dict[str, int] = {}
        self._choices: dict[Choice, int] = {}

    def of(self, batch: Iterable[Bare]) -> dict[str, list[Row]]:
        """By their tables, in the order of TABLES."""
        items, choices = self._items, self._choices
        rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        for told, evidence, sat, answers, (name, sha256) in batch:
            self._count += 1
            number = self._count
            rows["reports"].append((number, *told))
            rows["evidence"].append((number, evidence))
            rows["attempts"].append((number, *sat))
            rows["sendings"].append((number, number, 1, 1))
            for place, (choice, certainty) in enumerate(answers):
                item, *answered = choice
                if item not in items:
                    items[item] = len(items) + 1
                    rows["items"].append((items[item], item))
                if choice not in choices:
                    choices[choice] = len(choices) + 1
                    rows["choices"].append((choices[choice], items[item], *answered, None, None))
                rows["answers"].append((number, place, choices[choice], certainty))
            rows["files"].append((number, name, sha256, "accepted", REASON, number, 1))
            rows["arrivals"].append((1, number, "accepted"))
        return rows


def insert(connection: sqlite3.Connection, rows: dict[str, list[Row]]) -> None:
    """A batch in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for table, columns in TABLES.items():
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows[table])  # noqa: S608
    connection.execute("COMMIT")


def _ms(utc: str) -> int:
    return int(datetime.fromisoformat(utc).timestamp() * 1000)


def _unbase64(text: str) -> bytes:
    return base64.urlsafe_b64decode(f"{text}==")


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
