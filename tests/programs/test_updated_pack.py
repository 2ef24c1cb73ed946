"""A quiz begun before its content was updated goes on, is scored and is reviewed as if nothing had happened.

The program's own pack is replaced by one in which every question, key, rule and law reads otherwise and some questions
are gone; what is seen afterwards is compared, word for word and picture for picture, with a copy of the same data on
the old pack.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from asnquiz.programs.paths import Paths
from tests.data_folders import compiled_before
from tests.programs.at_an_update import kept

ROOT = Path(__file__).resolve().parents[2]
PACK = Path("questions/netralitas-pilkada")
NEW = "(baru)"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program, with a pack to be updated."""
    copy = tmp_path / "program"
    for folder in ("asnquiz", "assets", "questions"):
        # With what Python compiled, but for what it is writing just now.
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("*.pyc.*"))
    return copy


def run(program: Path, scene: str, data: Path) -> dict[str, Any]:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{program}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "tests.programs.at_an_update", scene, str(data)]
    done = subprocess.run(command, cwd=program, env=environ, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def read_yaml(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


def rewrite(file: Path, content: Any) -> None:
    file.write_text(
        yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000), "utf-8"
    )


def otherwise(entry: dict[str, Any], *fields: str) -> None:
    """Adds to texts, and to texts by name."""
    for field in set(fields) & set(entry):
        if isinstance(entry[field], dict):
            otherwise(entry[field], *entry[field])
        else:
            entry[field] = f"{entry[field].strip()} {NEW}"


def update_item(item: dict[str, Any]) -> None:
    item["revision"] += 1
    otherwise(item, "stem", "explanation", "instead", "feedback")
    for rows in (item.get("options", []), item.get("pairs", [])):
        rows.reverse()
        for row in rows:
            otherwise(row, "text", "left", "feedback")
    if item["type"] == "verdict":
        item["key"] = "tidak" if item["key"] == "boleh" else "boleh"


def update(pack: Path, gone: set[str]) -> None:
    """Writes another version: other words and keys everywhere, everything the other way round, `gone` left out."""
    header = read_yaml((pack / "pack.yaml").read_text("utf-8"))
    rewrite(pack / "pack.yaml", header | {"version": "2027.1.1"})
    for file in sorted((pack / "soal").glob("*.yaml")):
        items = [one for one in read_yaml(file.read_text("utf-8")) if one["id"] not in gone]
        for item in items:
            update_item(item)
        rewrite(file, items[::-1])
    for name in ("aturan.yaml", "hukum.yaml"):
        entries = read_yaml((pack / name).read_text("utf-8"))
        for entry in entries:
            otherwise(entry, "reason", "sanction", "number")
        rewrite(pack / name, entries)


def checked(pack: Path) -> set[str]:
    """The items that lessons check by: they cannot be left out without changing lessons."""
    heads = (file.read_text("utf-8").split("---")[1] for file in (pack / "materi").glob("*.md"))
    return {item for head in heads for item in read_yaml(head)["checks"]}


def test_an_attempt_begun_before_an_update_goes_on_and_is_reviewed_as_it_began(program: Path, tmp_path: Path) -> None:
    data, control = compiled_before(Paths(tmp_path / "data")).data, tmp_path / "data-of-the-old"
    begun = run(program, "beginning", data)
    before = kept(data)
    shutil.copytree(data, control)
    expected = run(program, "resuming", control)

    gone = {*begun["exam"], *begun["practice"]} - checked(program / PACK)
    assert len(gone) > 5
    update(program / PACK, gone)
    assert run(program, "resuming", data) == expected
    assert NEW not in json.dumps(expected)
    assert expected["exam resumed at"] == 10
    assert len(expected["exam asked"]) == len(expected["exam"]["explained"]) == 30

    after = kept(data)
    same = ("title", "version", "content", "items")
    assert [{name: one[name] for name in same} for one in after] == [
        {name: one[name] for name in same} for one in before
    ]
    assert [one["title"] for one in after] == ["Simulasi ujian", "Latihan: semua fase"]
    assert after == kept(control)

    fresh = run(program, "beginning anew", data)
    assert all(NEW in " ".join(words) for words in fresh["asked"])
    newest = kept(data)[-1]
    assert newest["version"] == "2027.1.1"
    assert newest["content"] != after[0]["content"]
    assert not {item for item, _, _ in newest["items"]} & gone
