"""Packs made to do harm: each is refused by file and sentence, in bounded time and memory, and without a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from asnquiz.content.checker import check_pack
from asnquiz.content.markdown import prose
from asnquiz.domain.prose import Paragraph
from asnquiz.painting.icons import Icons
from asnquiz.painting.tokens import ThemeName
from asnquiz.programs.paths import assets_folder
from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.texts import text
from tests.content.hostile_packs import FOLDER, HOSTILE, ITEMS, STEM
from tests.content.sample_pack import break_file, write_pack
from tests.content.test_checker import BREAKS

ROOT = Path(__file__).resolve().parents[2]
LEAST = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and limits as POSIX has them")


@pytest.fixture(scope="module")
def judged() -> dict[str, list[tuple[str, str]]]:
    """What was found in each pack by one process that may use a gigabyte and five minutes for all of them."""
    command = [sys.executable, "-m", "tests.content.hostile_packs"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr[-2_000:]
    found = (json.loads(line) for line in run.stdout.splitlines())
    return {name: [(file, message) for file, message in faults] for name, faults in found}


def test_there_are_enough_of_them(judged: dict[str, list[tuple[str, str]]]) -> None:
    assert len(judged) == len(HOSTILE) >= LEAST
    print(f"{len(HOSTILE)} hostile packs and {len(BREAKS)} broken ones, each refused by name")


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_by_file_and_sentence(name: str, judged: dict[str, list[tuple[str, str]]]) -> None:
    hostile, faults = HOSTILE[name], judged[name]
    assert [trace for file, trace in faults if file == "!"] == []
    assert any(file == hostile.file and hostile.says in message for file, message in faults), faults[:5]
    assert all(message.rstrip().endswith(".") or len(message) == 500 for _, message in faults)
    assert all(char.isprintable() for file, message in faults for char in file + message)


def test_a_pack_refused_as_a_whole_is_named_by_its_folder(judged: dict[str, list[tuple[str, str]]]) -> None:
    whole = [name for name, hostile in HOSTILE.items() if hostile.file == FOLDER]
    assert len(whole) >= 3
    assert all("paket" in judged[name][0][1] for name in whole)


# What the format lets an author write and what must then do no harm.
HARMLESS = {
    "a tag": "Tekan <b onclick=run()>ini</b> &amp; <script>alert(1)</script>?",
    "an address": "Buka javascript:alert(1) atau file:///etc/passwd?",
    "a picture": "Lihat ![a](../../etc/passwd)?",
    "a format": "Apa arti {0} %s ${Home} $(ls) `ls`?",
    "an emoji": "Apa arti 👍 dan é?",
}


@pytest.mark.parametrize("words", HARMLESS.values(), ids=HARMLESS.keys())
def test_a_question_is_plain_words_whatever_it_says(tmp_path: Path, qapp: QApplication, words: str) -> None:
    break_file(write_pack(tmp_path), ITEMS, f"stem: {STEM}", f"stem: '{words}'")
    pack = check_pack(tmp_path).pack
    assert pack is not None
    assert any(item.stem == words for item in pack.items)
    label = text(Theme(ThemeName.LIGHT, 1.0, Icons(assets_folder() / "icons")), words)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == words


def test_what_a_lesson_may_not_use_is_escaped_even_when_it_is_shown() -> None:
    hostile = "Tekan <img src=x onerror=run()> dan [ini](javascript:run()) ![itu](/etc/passwd) &lt;script&gt; \\<b>"
    (block,) = prose(hostile)
    assert isinstance(block, Paragraph)
    tags = block.html.replace("<br>", "").replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")
    assert "<" not in tags
    assert "javascript" not in tags
    assert "passwd" not in tags
