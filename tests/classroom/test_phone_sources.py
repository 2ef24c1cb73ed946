"""What the phone page is made of: small, of nothing but itself, in a language six years old, in the program's words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from asnquiz.classroom.phone_page import phone_page
from asnquiz.painting.tokens import DARK, LIGHT, Palette
from tests.house.test_words import ENGLISH, NOT_SAID, says
from tests.painting.test_tokens import contrast
from tests.source_texts import ROOT

FOLDER = ROOT / "asnquiz" / "classroom" / "page"
SCRIPTS = sorted(FOLDER.glob("*.js"))
DOCUMENT = phone_page().document.decode()
STYLE = (FOLDER / "page.css").read_text("utf-8")

STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)

# What browsers of 2020 do not know, or not all of them; the language as of ES2018 is what they have in common.
NEWER = {
    "optional chaining": r"\?\.(?!\d)",
    "nullish coalescing": r"\?\?",
    "logical assignment": r"(\|\||&&)=",
    "catch without a name": r"catch\s*\{",
    "a separator in a number": r"\d_\d",
    "a large integer": r"\b\d+n\b",
    "a private name": r"#\w",
    "a field of a class": r"\bstatic\b",
    "a module": r"^\s*(import|export)\b|\bimport\s*[.(]",
    "waiting outside of a function": r"^await\b",
    "a newer name": r"\b(globalThis|structuredClone|queueMicrotask|AggregateError|WeakRef|allSettled|fromEntries|hasOwn"
    r"|replaceChildren|replaceAll|matchAll|trimStart|trimEnd|flatMap|findLast\w*|toSorted|toReversed|showModal)\b",
    "a newer method": r"\.(at|flat|any|with)\(",
    "what needs a secure line": r"\b(crypto|clipboard|wakeLock|serviceWorker|caches)\b",
    "a text between backquotes, which this search does not read": r"`",
}
NEWER_STYLE = {
    "a newer selector": r":(has|is|where|not\([^)]*,)",
    "a gap in a flexible row": r"(?<!grid-)\b(row-|column-)?gap\s*:",
    "a newer property or unit": r"\b(inset|aspect-ratio|accent-color|translate|rotate|scale)\s*:|\d[dsl]v[hw]\b",
    "a newer rule": r"@(layer|container|property|supports|import|font-face)|\burl\(|^\s*&",
}


def code(source: str) -> str:
    """A script without its texts and comments."""
    return COMMENT.sub("", STRING.sub('""', source))


def newer(source: str, of: dict[str, str]) -> set[str]:
    return {what for what, pattern in of.items() if re.search(pattern, source, re.MULTILINE)}


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("a?.b", "optional chaining"),
        ("a ?? b", "nullish coalescing"),
        ("a ||= b", "logical assignment"),
        ("try {} catch {}", "catch without a name"),
        ("1_000", "a separator in a number"),
        ("10n", "a large integer"),
        ("this.#a", "a private name"),
        ("class A { static b = 1 }", "a field of a class"),
        ("import a from ''", "a module"),
        ("await a", "waiting outside of a function"),
        ("a.replaceAll(b, c)", "a newer name"),
        ("a.at(-1)", "a newer method"),
        ("crypto.subtle", "what needs a secure line"),
    ],
)
def test_the_search_finds_what_is_newer(source: str, what: str) -> None:
    assert newer(code(source), NEWER) == {what}


@pytest.mark.parametrize("source", ['a ? .5 : b; c("a?.b"); // a ?? b', "a || b && !c; catch (error) {} /* a?.b */"])
def test_the_search_leaves_what_is_not(source: str) -> None:
    assert newer(code(source), NEWER) == set()


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script_is_written_for_browsers_six_years_old(file: Path) -> None:
    source = file.read_text("utf-8")
    assert newer(code(source), NEWER) == set()
    assert source.count('"use strict";') == 1


def test_the_style_is_written_for_browsers_six_years_old() -> None:
    style = COMMENT.sub("", STYLE)
    assert newer(style, NEWER_STYLE) == set()
    assert newer("a:has(b) { gap: 1px; inset: 0; width: 1dvh } @layer a", NEWER_STYLE) == set(NEWER_STYLE)
    assert re.findall(r"font(?:-size)?:[^;]*\d(?:px|pt)", style) == []  # text grows with its person's


def test_the_page_is_small_and_whole() -> None:
    assert len(DOCUMENT.encode()) <= 60 * 1024
    named = set(re.findall(r'(?:src|href)="([\w-]+\.(?:js|css))"', (FOLDER / "index.html").read_text("utf-8")))
    assert named == {file.name for file in FOLDER.iterdir()} - {"index.html"}
    assert re.findall(r"<(?:link|script)[^>]*>", DOCUMENT) == [
        '<link rel="icon" href="data:,">',
        *["<script>"] * len(SCRIPTS),
    ]


def test_the_page_needs_nothing_that_its_policy_refuses_and_nothing_from_elsewhere() -> None:
    assert re.findall(r"\s(?:style|on\w+)=", re.sub(r"<script>.*?</script>", "", DOCUMENT, flags=re.DOTALL)) == []
    assert set(re.findall(r"\w+://[^\"' )]*", DOCUMENT)) == {"http://www.w3.org/2000/svg", "ws://", "wss://"}
    written = "".join(code(file.read_text("utf-8")) for file in SCRIPTS)
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", written) == []


def tokens(dark: bool) -> dict[str, str]:
    """The colours of the page by their names."""
    light, _, rest = STYLE.partition("@media")
    return dict(re.findall(r"--([\w-]+): (#\w+);", rest if dark else light))


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT), (True, DARK)], ids=["light", "dark"])
def test_the_colours_are_the_programs_and_can_be_told_apart(dark: bool, palette: Palette) -> None:
    of = tokens(dark)
    plain = ("paper", "card", "line", "control", "ink", "ink-2", "ink-3", "teal", "teal-soft", "on-teal")
    assert {name: of[name] for name in plain} == {name: palette.ink_of(name) for name in plain}
    assert of["badge"] == palette.groove
    for name, tone in (("right", palette.allowed), ("wrong", palette.forbidden), ("due", palette.conditional)):
        assert (of[name], of[f"{name}-soft"]) == (tone.ink, tone.ground)
    on_rows = [(ink, ground) for ink in ("ink", "ink-2", "teal") for ground in ("card", "teal-soft", "paper", "badge")]
    inside = [("on-teal", "teal"), ("ink", "right-soft"), ("ink", "wrong-soft"), ("paper", "right"), ("paper", "wrong")]
    for ink, ground in (*on_rows, *inside):
        assert contrast(of[ink], of[ground]) >= 4.5, (ink, ground)
    for edge, ground in (("control", "card"), ("control", "paper"), ("teal", "card"), ("teal", "paper")):
        assert contrast(of[edge], of[ground]) >= 3, (edge, ground)


def words() -> Iterator[str]:
    """What the page says, as far as it stands in texts."""
    for file in SCRIPTS:
        for found in STRING.findall(COMMENT.sub("", file.read_text("utf-8"))):
            if re.search(r"[a-z] |^\"[A-Z]", found):
                yield found[1:-1]
    yield from re.findall(r">([^<>]*\w[^<>]*)<", (FOLDER / "index.html").read_text("utf-8"))


def test_the_page_says_nothing_that_the_program_does_not_say() -> None:
    said = list(words())
    assert {"Kirim jawaban", "Saya turut berikrar", "Sosialisasi"} <= set(said)
    assert [(text, phrase) for text in said for phrase in NOT_SAID if says(text, phrase)] == []
    assert [text for text in said if ENGLISH.search(text)] == []
