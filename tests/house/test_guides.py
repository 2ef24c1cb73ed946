"""What pages name is there: commands, options, files, where links lead, and what guides say stands on screen."""

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from asnquiz.content.guides import NAMES
from asnquiz.domain.guide import anchor_of
from asnquiz.programs.commands import run_command
from tests.house.tree import ROOT, project_files
from tests.source_texts import sources, texts

PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
GUIDES = [file for name in NAMES if (file := ROOT / "docs" / f"{name}.md").is_file()]

_PROGRAM = r"(?:python3 main\.py|py main\.py|asnquiz(?:-perintah)?)"
_GROUPS = "(?:content|score|collect|class|doctor|tour)"
_TYPED = re.compile(
    rf"^ {{4,}}{_PROGRAM} ((?:{_GROUPS}|--).*)$|`{_PROGRAM} (--[^`]*)`|`(?:{_PROGRAM} )?({_GROUPS}(?: [^`]*)?)`",
    re.MULTILINE,
)
_ALONE = re.compile(r"`(--[a-z][a-z-]*)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")

# Files that people make, as examples in guides.
MADE_ELSEWHERE = {"kode.txt", "hasil-coba-windows.txt"}
# Bold that is no name of anything on screen: beginnings of list items, and what other programs call it.
EMPHASIS = {
    "panduan-peserta": {"Dengan keyakinan"},
    "panduan-narasumber": {"CSV UTF-8", "Hotspot dari HP", "Hotspot dari laptop", "Kabel terlepas"},
    "panduan-instalasi": {"Buka blokir", "Ekstrak Semua", "More info", "Properti", "Run anyway"},
    "angka-laporan": {"Analisis butir soal selalu memakai ujian pertama setiap orang"},
    "aksesibilitas": {"Dialog menyimpan dan membuka berkas", "Lembar kertas sosialisasi", "Perintah terminal"},
}


def typed(page: Path) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Every command of a page: its words before anything that a person fills in, and its options."""
    for found in _TYPED.findall(page.read_text("utf-8")):
        line = next(filter(None, found)).partition(" #")[0]
        words: list[str] = []
        for word in shlex.split(line):
            if not re.fullmatch("[a-z]+", word) or len(words) == 2:
                break
            words.append(word)
        yield tuple(words), set(_OPTION.findall(line))


@cache
def in_help(words: tuple[str, ...]) -> frozenset[str]:
    """The options that a command's help tells; fails where there is no such command."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told), pytest.raises(SystemExit) as ended:
        run_command([*words, "--help"])
    assert ended.value.code == 0, told.getvalue()
    return frozenset(_OPTION.findall(told.getvalue()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_is_there_with_its_options(page: Path) -> None:
    assert [(words, missing) for words, options in typed(page) if (missing := options - in_help(words))] == []


def test_every_option_that_a_guide_names_alone_is_one_of_a_command() -> None:
    commands = {(), *(words for page in PAGES for words, _ in typed(page))}
    known = {option for words in commands for option in in_help(words)}
    assert {option for page in GUIDES for option in _ALONE.findall(page.read_text("utf-8"))} - known == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    ends = {"/".join(file.parts[place:]) for file in project_files() for place in range(len(file.parts))}
    named = re.findall(r"`([\w/-]+\.(?:py|csv|txt|cfg|toml|qss))`", page.read_text("utf-8"))
    assert {name for name in named if name not in ends} - MADE_ELSEWHERE == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    lost = []
    prose = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))
    for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", prose):
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.MULTILINE) if anchor else []
        if not target.exists() or (anchor and anchor not in map(anchor_of, headings)):
            lost.append(link)
    assert lost == []


@cache
def on_screen() -> str:
    files = sources("domain", "usecases", "documents", "ui", "programs")
    return "\n".join(text.replace("{}", "…") for file in files for text in texts(file))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_what_stands_in_bold_is_read_on_screen(guide: Path) -> None:
    bold = {" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", guide.read_text("utf-8"))}
    named = {words for words in bold if words[-1] not in ".,:"}
    assert {words for words in named if words not in on_screen()} == EMPHASIS.get(guide.stem, set()) & named
