"""What is done to a good input: bytes that are flipped, cut, doubled and spliced, and words that do harm elsewhere."""

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

_LONGEST = 200_000
_HOW_MANY = (1, 1, 1, 2, 3, 6)
_WORD = re.compile(rb"[\w.+-]{2,}")
_NUMBER = re.compile(rb"[0-9]+")

# Characters that are not seen, turn the reading order, steer a terminal, or are none.
UNSEEN = tuple(
    word.encode("utf-8", "surrogatepass")
    for word in (
        "\0", "\x1b[2J", "\x1b]0;x\x07", "\x9b31m", "\b\b\b", "\r", "\x7f", "\x85", "\xa0", "\xad", "\u034f",
    "\u061c",
        "\u180e", "\u200b", "\u200d", "\u200f", "\u2028", "\u2029", "\u202e", "\u2066", "\u2069", "\u3164", "\ufeff",
        "\ufffe", "\uffff", "\ud800", "\udc00", "\U000e0041", "\U0010ffff", "\ue000", "\u0378", "\u0300" * 40,
        "\ufdfa", "\U0001f468\u200d\U0001f469", "\u0130", "\u1e9e", "\u0660\u0661", "\u0421\u0410", "\uff0e\uff0f",
    )
)  # fmt: skip
BROKEN_UTF8 = (
    b"\xff\xfe",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x82",
    b"PK\x03\x04\x14\0",
    b"%PDF-1.7\n",
)
NUMBERS = (
    b"0", b"-1", b"00", b"1e999999999", b".inf", b".nan", b"NaN", b"-Infinity", b"9" * 16, b"9" * 5_000, b"0x1F",
    b"1_000",
    b"9007199254740993", b"9223372036854775808", b"-0", b"1.5", b"0o17", b"12:30", b"2026-02-30", b"0001-01-01",
    b"9999-12-31",
)  # fmt: skip
YAML = (
    b"&a ", b"*a", b"<<: *a\n", b"!!python/object/apply:os.system [ls]", b"!!binary AAAA", b"--- x\n", b"...\n",
    b"? ", b"%YAML 9.9\n",
    b"{" * 60, b"[" * 60, b"- " * 60,
    b'"', b"'", b"|\n", b">-\n", b": ", b"\t", b"null", b"true", b"~", b"#", b"{a: 1, a: 2}",
    b'"\\ud800"', b'"\\u202e"', b'"\\0"', b"a: 1\n" * 500, b"../../etc/passwd", b"''", b'"  "', b"[]", b"{}",
)  # fmt: skip
MARKUP = (
    b"<script>alert(1)</script>", b"<img src=x onerror=run()>", b"<img src='//x.example/a.png'>", b"<!-- x -->",
    b"<b>",
    b"[x](javascript:run())", b"[x](file:///etc/passwd)", b"<https://x.example>", b"![x](gambar/alur.svg)",
    b"![](/etc/passwd)",
    b"https://x.example", b"`x`", b"```\n", b"~~x~~", b"> > > > ", b"- - - - ", b"*" * 80, b"_" * 80,
    b"**a *b " * 60, b"[" * 300,
    b"![" * 200, b"](" * 200, b":::aturan a:::", b":::", b"&#x202e;", b"&#8203;", b"&#0;", b"&rlm;", b"&lt;b&gt;",
    b"&amp;" * 50,
    b"| a | b |\n|---|---|\n", b"# ", b"###### ", b"\n\n", b"  \n",
    b"\\", b"<a href=x>", b"[a]: /x\n", b"1. ", b"---\n",
)  # fmt: skip
ZIP = (
    b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"PK\7\x08", b"\xff\xff\xff\xff", b"\0\0\0\0", b"../", b"/", b"C:",
    b"\0", b"\x08\0", b"\x09\0", b"[Content_Types].xml", b"mimetype",
)  # fmt: skip
SVG = (
    b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', b'<!ENTITY x SYSTEM "file:///etc/passwd">',
    b"<?xml-stylesheet href='x'?>",
    b"<script>x</script>", b"<image href='//x.example/a.png'/>", b"<use href='#a'/>", b"<foreignObject/>",
    b"<style>*{}</style>",
    b"<g>" * 200, b' onload="x"', b' href="javascript:x"', b' style="fill:url(//x)"', b' fill="url(#a)"',
    b' width="1e30"',
    b' transform="scale(1e9)"', b"<animate/>", b"<text>", b"</svg>", b"&#x202e;", b"&#x200b;", b"&lt;",
    b"xmlns:x='y'", b"<rect/>",
    b"<![CDATA[x]]>", b' xml:base="//x"', b"M0 0" + b"L9 9" * 70, b' fill="none"', b' d="M 1,1 Z Z Z Z"',
)  # fmt: skip
JSON = (
    b"[" * 2_000, b'{"a":' * 800, b"null", b"true", b'"\\ud800"', b'"\\u0000"', b'{"a":1,"a":2}', b"[]", b"{}",
    b'""', b",", b":",
    b'"asnquiz/score/2"', b'"asnquiz/score/3"',
    b'"asnquiz/compiled/' + b"9" * 5_000 + b'"', b'"asnquiz/compiled/4"', b'"file"', b"\n",
    b'"../../x"',
)  # fmt: skip

Step = Callable[[bytes, Random, Sequence[bytes], Sequence[bytes]], bytes]


def mutated(data: bytes, chance: Random, tokens: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    """`data` after one to six changes; `tokens` are words that fit its kind, `others` good inputs to splice from."""
    for _ in range(chance.choice(_HOW_MANY)):
        data = chance.choice(_STEPS)(data, chance, tokens, others)
    return data[:_LONGEST]


def mutated_json(plain: Any, chance: Random) -> bytes:
    """A JSON value with one to six of its parts changed, as JSON may and may not be."""
    root = [json.loads(json.dumps(plain))]
    for _ in range(chance.choice(_HOW_MANY)):
        parent, key = _somewhere(root, chance)
        _change(parent, key, chance)
    # Mostly in the form that our signatures stand on, so that what is changed under a seal is looked at more closely.
    ascii_only, ordered = chance.random() < 0.2, chance.random() < 0.8
    text = json.dumps(root[0], ensure_ascii=ascii_only, sort_keys=ordered, separators=(",", ":"))
    made = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        made = made.replace(b'{"', b'{"schema":1,"', 1)
    return made


def _somewhere(root: list[Any], chance: Random) -> tuple[Any, Any]:
    parent: Any = root
    key: Any = 0
    while isinstance(parent[key], dict | list) and parent[key] and chance.random() < 0.85:
        parent = parent[key]
        key = chance.choice(list(parent)) if isinstance(parent, dict) else chance.randrange(len(parent))
    return parent, key


def _change(parent: Any, key: Any, chance: Random) -> None:
    match chance.randrange(6):
        case 0 if len(parent) > 1:
            del parent[key]
        case 1 if isinstance(parent, dict):
            parent[chance.choice(("x", "", "__class__", "schema", "\u202e"))] = parent[key]
        case 2 if isinstance(parent, list):
            parent += parent[key : key + 1] * chance.choice((1, 2, 200))
        case 3 if isinstance(parent[key], str):
            at = chance.randrange(len(parent[key]) + 1)
            parent[key] = parent[key][:at] + chance.choice(_ODD_TEXTS) + parent[key][at:]
        case 4 if type(parent[key]) is int:
            parent[key] += chance.choice((-1, 1, 1 << 31, 1 << 53, 1 << 70, -(1 << 63)))
        case _:
            parent[key] = chance.choice(_ODD_VALUES)()


def _deep() -> Any:
    made: Any = []
    for _ in range(300):
        made = [made]
    return made


_ODD_TEXTS = (
    *(word.decode("utf-8", "surrogatepass") for word in UNSEEN),
    "x" * 50_000,
    "<b>x</b>",
    "=1+1",
    "\n",
    "%s{0}",
    "../",
)
_ODD_VALUES: tuple[Callable[[], Any], ...] = (
    lambda: None, lambda: True, lambda: False, lambda: 0, lambda: -1, lambda: 10**400, lambda: 1.5,
    lambda: float("nan"),
    lambda: float("inf"), lambda: "", lambda: "x", list, dict, lambda: [[]], _deep,
    lambda: "2026-11-21T01:00:00+00:00",
    lambda: "9999-12-31T23:59:59+00:00", lambda: "0001-01-01T00:00:00+00:00", lambda: "2026-11-21",
    lambda: "x" * 100_000,
)  # fmt: skip


def _flip(data: bytes, chance: Random, *_: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + chance.randrange(2) :]


def _truncate(data: bytes, chance: Random, *_: Sequence[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _slice(data: bytes, chance: Random) -> tuple[int, int]:
    first = chance.randrange(len(data) + 1)
    return first, min(len(data), first + int(chance.expovariate(1 / 20)))


def _cut(data: bytes, chance: Random, *_: Sequence[bytes]) -> bytes:
    first, last = _slice(data, chance)
    return data[:first] + data[last:]


def _repeat(data: bytes, chance: Random, *_: Sequence[bytes]) -> bytes:
    first, last = _slice(data, chance)
    return data[:last] + data[first:last] * chance.choice((1, 2, 20, 500)) + data[last:]


def _insert(data: bytes, chance: Random, tokens: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + _token(chance, tokens) + data[at:]


def _replace(data: bytes, chance: Random, tokens: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    """Puts a token in a word's place, so that what stands around it still holds."""
    found = _WORD.search(data, chance.randrange(len(data) + 1))
    if found is None:
        return _insert(data, chance, tokens, others)
    return data[: found.start()] + _token(chance, tokens) + data[found.end() :]


def _number(data: bytes, chance: Random, *_: Sequence[bytes]) -> bytes:
    found = _NUMBER.search(data, chance.randrange(len(data) + 1))
    return data if found is None else data[: found.start()] + chance.choice(NUMBERS) + data[found.end() :]


def _splice(data: bytes, chance: Random, tokens: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    first, at = chance.randrange(len(other) + 1), chance.randrange(len(data) + 1)
    return data[:at] + other[first : first + chance.choice((20, 200, 4_000))] + data[at:]


def _lines(data: bytes, chance: Random, *_: Sequence[bytes]) -> bytes:
    """Doubles a line, takes one away, or lets two change places."""
    lines = data.splitlines(keepends=True) or [b""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(3):
        case 0:
            lines.insert(other, lines[one])
        case 1:
            del lines[one]
        case _:
            lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _stretch(data: bytes, chance: Random, *_: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return (
        data[:at]
        + chance.choice((b"a", b"a ", b"\xcc\x81", b"\xef\xb7\xba", b"(", b"*", b"\n", b"- "))
        * chance.choice((300, 5_000, 60_000))
        + data[at:]
    )


def _token(chance: Random, tokens: Sequence[bytes]) -> bytes:
    return chance.choice(chance.choice((tokens, tokens, UNSEEN, NUMBERS, BROKEN_UTF8)))


_STEPS: tuple[Step, ...] = (
    _flip, _truncate, _cut, _repeat, _insert, _insert, _replace, _replace, _replace, _number, _number, _splice,
    _lines, _lines,
    _stretch,
)  # fmt: skip
