r"""The grammar of GIFT as Moodle reads it: a text into questions as they stand, and every fault with its line.

Blocks between empty lines are questions; in each, lines that begin with `//` are comments, `\` keeps a sign from being
one, and the answers lie between the first brace and the first that closes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from asnquiz.exchange.text_file import MAX_RAW, MAX_ROWS, TOO_LONG, TOO_MANY_ROWS, LineFault

BLANK: Final = "_____"
GENERAL: Final = "####"
FORMATS = ("html", "markdown", "plain", "moodle")
CATEGORY: Final = "$CATEGORY:"

# What `\` keeps from being a sign of the form, and the noncharacters of Unicode that stand for it until the end.
_SIGNS = ":#={}~\n"
STAND_INS = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6"
_PUT_AWAY: Mapping[str, str] = {"\\": "\\", **dict(zip(":#={}~n", STAND_INS, strict=True))}
_GIVE_BACK = str.maketrans(STAND_INS, _SIGNS)
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_SPECIAL = re.compile(r"[\\:#={}~\n]")

_SIGN = re.compile("[=~]")
_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]{0,9})?)%")
_WRAPPED = re.compile(r" *\n *")
_TRUTH: Mapping[str, bool] = {"T": True, "TRUE": True, "F": False, "FALSE": False}


class Kind(Enum):
    CATEGORY = "category"
    DESCRIPTION = "description"
    ESSAY = "essay"
    NUMERICAL = "numerical"
    CHOICE = "choice"
    MATCH = "match"
    TRUTH = "truth"
    SHORT = "short"


@dataclass(frozen=True)
class Text:
    """A text, and which of FORMATS it is in."""

    text: str
    format: str


@dataclass(frozen=True)
class Answer:
    """One answer of a question of choices, or a row of one of matching.

    Attributes:
        right: whether its sign is that of a right one.
        weight: its share of the mark in hundredths; None where it has none of its own.
        match: the word that belongs to it.
    """

    text: Text
    feedback: Text
    right: bool = False
    weight: float | None = None
    match: str = ""


@dataclass(frozen=True)
class Stated:
    """One block as it stands.

    Attributes:
        name: of the question, or of the category.
        answers: of choices and of matching; of true or false the two of them, the true one first, without texts.
    """

    kind: Kind
    comments: tuple[str, ...]
    name: str
    stem: Text
    answers: tuple[Answer, ...] = ()
    general: Text = Text("", "moodle")


def escaped(text: str) -> str:
    """A text of which nothing is a sign of the form."""
    return _SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", text.strip())


@dataclass(frozen=True)
class Block:
    """One question's lines: its comments apart, and its text with everything escaped put away.

    Attributes:
        line: where its text begins; comments within it are left as empty lines.
    """

    line: int
    comments: tuple[str, ...]
    text: str

    def fault(self, place: int, message: str) -> LineFault:
        return LineFault(self.line + self.text.count("\n", 0, place), message)


def blocks(text: str) -> Iterator[Block]:
    """The blocks that are more than comments."""
    lines: list[str] = []
    for number, line in enumerate((*text.split("\n"), ""), 1):
        if stripped := line.strip(" \t"):
            lines.append(stripped)
            continue
        block = _block(number - len(lines), lines)
        if block.text.strip():
            yield block
        lines = []


def _block(line: int, lines: Sequence[str]) -> Block:
    comments = tuple(one for one in lines if one.startswith("//"))
    kept = "\n".join("" if one.startswith("//") else one for one in lines)
    return Block(line, comments, _ESCAPE.sub(lambda found: _PUT_AWAY[found[1]], kept))


def state(block: Block, faults: list[LineFault]) -> Stated | None:
    """What a block says; None where it has faults, which it adds."""
    found_before = len(faults)
    if sum(map(len, block.comments)) > MAX_RAW:
        faults.append(LineFault(block.line, TOO_LONG))
    stated = _category(block, faults) if block.text.lstrip().startswith(CATEGORY) else _question(block, faults)
    return None if len(faults) > found_before else stated


def _category(block: Block, faults: list[LineFault]) -> Stated:
    named, *more = block.text.strip().split("\n")
    if any(more):
        faults.append(block.fault(0, f"setelah baris {CATEGORY} harus ada baris kosong."))
    return Stated(Kind.CATEGORY, block.comments, _plain(named.removeprefix(CATEGORY)), Text("", "plain"))


def _question(block: Block, faults: list[LineFault]) -> Stated | None:
    text = block.text
    name, body = _name(block, faults)
    opened, closed = text.find("{", body), text.find("}", body)
    if opened < 0 and closed < 0:
        return Stated(Kind.DESCRIPTION, block.comments, name, _text(block, body, len(text), "moodle", faults))
    if problems := [*_brace_faults(block, opened, closed)]:
        faults += problems
        return None
    before, after = text[body:opened], text[closed + 1 :]
    # Words behind the answers: they fill a gap.
    stem = _formatted(f"{before}{BLANK}{after}" if after.strip() else before, "moodle")
    if len(stem.text) > MAX_RAW:
        faults.append(block.fault(body, TOO_LONG))
    mark = text.rfind(GENERAL, opened, closed)
    end = closed if mark < 0 else mark
    general = _text(block, mark + len(GENERAL), closed, stem.format, faults) if mark >= 0 else Text("", stem.format)
    kind, answers = _answers(block, opened + 1, end, stem.format, faults)
    return Stated(kind, block.comments, name, stem, answers, general)


def _name(block: Block, faults: list[LineFault]) -> tuple[str, int]:
    """The name, and where what follows it begins."""
    start = len(block.text) - len(block.text.lstrip())
    if not block.text.startswith("::", start):
        return "", start
    end = block.text.find("::", start + 2)
    if end < 0:
        faults.append(block.fault(start, "nama soal dibuka dengan :: tetapi tidak ditutup dengan ::."))
        return "", start
    return _plain(block.text[start + 2 : end]), end + 2


def _brace_faults(block: Block, opened: int, closed: int) -> Iterator[LineFault]:
    if closed < 0:
        yield block.fault(opened, "jawaban dibuka dengan { tetapi tidak ditutup dengan }.")
    elif opened < 0 or closed < opened:
        yield block.fault(closed, "ada } tanpa { sebelumnya; tulis \\} bila bagian dari teks.")
    else:
        for sign, first in (("{", opened), ("}", closed)):
            if (second := block.text.find(sign, first + 1)) >= 0:
                yield block.fault(second, f"ada {sign} kedua dalam satu soal; tulis \\{sign} bila bagian dari teks.")


def _answers(
    block: Block, start: int, end: int, format_: str, faults: list[LineFault]
) -> tuple[Kind, tuple[Answer, ...]]:
    inner = block.text[start:end].strip()
    if not inner:
        return Kind.ESSAY, ()
    if inner.startswith("#"):
        return Kind.NUMERICAL, ()
    if "~" in inner:
        return Kind.CHOICE, tuple(_choices(block, start, end, format_, faults))
    if "=" in inner and "->" in inner:
        return Kind.MATCH, tuple(_matches(block, start, end, format_, faults))
    word, *feedback = inner.split("#", 2)
    if word.strip() in _TRUTH:
        wrong, right = (_formatted(text, format_) for text in (*feedback, "", "")[:2])
        truth = _TRUTH[word.strip()]
        nothing = Text("", format_)
        rows = (Answer(nothing, right, right=True), Answer(nothing, wrong))
        return Kind.TRUTH, rows if truth else rows[::-1]
    return Kind.SHORT, ()


def _rows(
    block: Block, signs: re.Pattern[str], start: int, end: int, faults: list[LineFault]
) -> Iterator[tuple[int, int]]:
    """Where each answer begins, at its sign, and ends."""
    places = [found.start() for found in signs.finditer(block.text, start, end)]
    if block.text[start : places[0]].strip():
        faults.append(block.fault(start, "jawaban pertama tidak diawali = atau ~."))
    if len(places) < 2:
        faults.append(block.fault(start, "jawabannya kurang dari dua."))
    if len(places) > MAX_ROWS:
        faults.append(block.fault(start, TOO_MANY_ROWS))
        return
    yield from zip(places, (*places[1:], end), strict=True)


def _choices(block: Block, start: int, end: int, format_: str, faults: list[LineFault]) -> Iterator[Answer]:
    for place, stop in _rows(block, _SIGN, start, end, faults):
        begin = place + 1
        begin += len(block.text[begin:stop]) - len(block.text[begin:stop].lstrip())
        weighed = _WEIGHT.match(block.text, begin, stop)
        mark = block.text.find("#", begin, stop)
        text = _text(block, weighed.end() if weighed else begin, mark if mark >= 0 else stop, format_, faults)
        if not text.text:
            faults.append(block.fault(place, "jawaban ini kosong."))
        feedback = _text(block, mark + 1, stop, format_, faults) if mark >= 0 else Text("", format_)
        yield Answer(text, feedback, block.text[place] == "=", float(weighed[1]) if weighed else None)


def _matches(block: Block, start: int, end: int, format_: str, faults: list[LineFault]) -> Iterator[Answer]:
    for place, stop in _rows(block, re.compile("="), start, end, faults):
        arrow = block.text.find("->", place, stop)
        if arrow < 0:
            faults.append(block.fault(place, "baris menjodohkan ini tidak memuat ->."))
            continue
        left = _text(block, place + 1, arrow, format_, faults)
        yield Answer(left, Text("", format_), match=_plain(block.text[arrow + 2 : stop]))


def _text(block: Block, start: int, end: int, format_: str, faults: list[LineFault]) -> Text:
    if end - start > MAX_RAW:
        faults.append(block.fault(start, TOO_LONG))
        return Text("", format_)
    return _formatted(block.text[start:end], format_)


def _formatted(raw: str, format_: str) -> Text:
    """`format_` is what holds where the text does not begin with another."""
    raw = raw.strip()
    for one in FORMATS:
        if raw.startswith(f"[{one}]"):
            format_, raw = one, raw[len(one) + 2 :]
            break
    return Text(_given_back(raw) if format_ == "markdown" else _plain(raw), format_)


def _plain(raw: str) -> str:
    """A text whose lines were broken only to be seen whole."""
    return _given_back(_WRAPPED.sub(" ", raw.strip()))


def _given_back(raw: str) -> str:
    return raw.translate(_GIVE_BACK).strip()
