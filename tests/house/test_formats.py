"""docs/file-formats.md and docs/content-format.md: every member is named, and what they tell strangers to do works."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from asnquiz.domain.certificate import Certificate
from asnquiz.domain.class_record import ClassRecord
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Pack
from asnquiz.domain.plain import plain_name
from asnquiz.domain.score_report import ScoreReport
from asnquiz.domain.task import Task
from asnquiz.scorefiles.pack_file import Manifest
from tests.house.tree import ROOT

FILES = (ROOT / "docs" / "file-formats.md").read_text("utf-8")
CONTENT = (ROOT / "docs" / "content-format.md").read_text("utf-8")
# The command that the page shows, with the lines that it prints.
_SHOWN = re.search(r"^    sh verify\.sh (\S+) (\S+)\n\n    (.+)\n    (.+)\n", FILES, re.MULTILINE)
assert _SHOWN
SAMPLE, TYPE, *PRINTED = _SHOWN.groups()
# Kinds and states of attempts that stay on their computer.
NEVER_SENT = {"practice", "check", "review", "active", "abandoned"}
# What the program makes of the files beside their keys.
NOT_IN_FILES = {"pictures", "images", "media", "data", "local", "own_calendar", "own_pledge"}


def words_of(kind: Any, seen: set[Any]) -> Iterator[str]:
    """The names of all fields that a type is made of, and the values of its enums, as they stand in files."""
    if kind in seen:
        return
    seen.add(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield from (str(member.value) for member in kind)
    elif is_dataclass(kind):
        hints = get_type_hints(kind)
        for field in fields(kind):
            yield plain_name(field.name)
            yield from words_of(hints[field.name], seen)
    for inner in get_args(kind):
        yield from words_of(inner, seen)


def unnamed(page: str, *kinds: type) -> set[str]:
    """The words of types that a page does not name between backticks or in an example."""
    told = set(re.findall(r"[\w-]+", " ".join(re.findall(r"```.*?```|`[^`\n]+`", page, re.DOTALL))))
    seen: set[Any] = set()
    return {word for kind in kinds for word in words_of(kind, seen)} - told


def test_every_member_of_a_file_that_travels_is_named() -> None:
    assert unnamed(FILES, ScoreReport, Certificate, Task, ClassRecord, Manifest) == NEVER_SENT


def test_every_key_and_value_of_content_is_named() -> None:
    assert unnamed(CONTENT, Pack, Layer) <= NOT_IN_FILES


@pytest.fixture
def script(tmp_path: Path) -> Path:
    if shutil.which("openssl") is None or shutil.which("basenc") is None:
        pytest.skip("openssl or basenc (coreutils) is not installed")
    (told,) = re.findall(r"^```sh\n(# verify\.sh .*?)^```$", FILES, re.MULTILINE | re.DOTALL)
    file = tmp_path / "verify.sh"
    file.write_text(told, encoding="utf-8")
    return file


def verified(script: Path, file: Path, kind: str = TYPE) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["sh", script, file, kind], capture_output=True, encoding="utf-8", check=False)


def test_openssl_alone_verifies_the_sample_by_the_commands_of_the_page(script: Path) -> None:
    done = verified(script, ROOT / SAMPLE)
    assert (done.returncode, done.stdout.splitlines()) == (0, PRINTED), done.stderr


def test_a_task_and_a_class_record_are_verified_by_the_same_commands(script: Path) -> None:
    golden = (ROOT / SAMPLE).parent
    assert verified(script, golden / "tugas-3.asntugas", "asnquiz-task+json").returncode == 0
    assert verified(script, golden / "catatan-1.asnkelas", "asnquiz-class+json").returncode == 0


@pytest.mark.parametrize("part", ["payload", "protected", "signature", "end", "behind", "type"])
def test_the_commands_fail_where_a_byte_is_another(script: Path, tmp_path: Path, part: str) -> None:
    data = bytearray((ROOT / SAMPLE).read_bytes())
    if part == "behind":
        data += b"\n"
    elif part != "type":
        # Of "end" the last letter, which has bits to spare: a careless reader takes another for the same.
        at = len(data) - len('"}') - 1 if part == "end" else data.index(f'"{part}":"'.encode()) + len(part) + 44
        data[at] ^= 1
    file = tmp_path / "nilai.asnskor"
    file.write_bytes(data)
    assert verified(script, file, "asnquiz-task+json" if part == "type" else TYPE).returncode != 0


def test_the_chain_of_the_sample_follows_from_what_the_page_says_alone() -> None:
    encoded = json.loads((ROOT / SAMPLE).read_bytes())["payload"]
    attempt = json.loads(base64.urlsafe_b64decode(encoded + "=="))["attempts"][0]
    start = re.search(r"start = SHA-256\(RFC 8785 JSON of \{(.+)\}\)", FILES)
    assert start
    frozen = {name: attempt["id" if name == "attempt" else name] for name in start[1].split(", ")}
    link = first = hashlib.sha256(canonical(frozen)).hexdigest()
    for response in attempt["responses"]:
        link = hashlib.sha256(bytes.fromhex(link) + canonical(response | {"h": ""})).hexdigest()
        assert link == response["h"]
    assert {f"`{first}`", f"`{link}`"} <= set(re.findall(r"`[0-9a-f]{64}`", FILES))
    assert f"the last of its {len(attempt['responses'])} links" in " ".join(FILES.split())


def canonical(value: Any) -> bytes:
    """RFC 8785 JSON of a value whose names are ASCII and whose numbers are whole."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
