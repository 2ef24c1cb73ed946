"""Targets around questions of other programs: Moodle XML, with pictures and HTML in it, GIFT and Aiken."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from random import Random

from asnquiz.domain.pack import ItemType
from asnquiz.domain.question import Brought, Carried, LoosePicture, Question, question_of
from asnquiz.exchange.aiken import read_aiken, write_aiken
from asnquiz.exchange.gift import read_gift, write_gift
from asnquiz.exchange.moodle import read_moodle, write_moodle
from tests import builders, photos
from tests.exchange.record_gift_pegjs import BY_HAND
from tests.fuzz.mutations import mutated
from tests.fuzz.target import Draw, Take, Target, accepted, said

_XML = (
    b"<!DOCTYPE a>", b'<!ENTITY a "b">', b"&a;", b"<![CDATA[", b"]]>", b"<text>", b"</text>", b"<question type=\"",
    b"fraction=\"", b"@@PLUGINFILE@@/", b"<file>", b"&#x202e;", b"&#0;", b"<img src=\"", b"<ul><li>", b"<!--", b"\xff",
    b'<?xml version="1.0" encoding="utf-16"?>', b"<truefalse>", b"1e999", b"nan", b"../",
)  # fmt: skip


@cache
def _good() -> bytes:
    picture = LoosePicture(photos.image(), "Poster <besar>")
    questions = [question_of(builders.item(type_, id=f"soal-{type_.value}"), {}) for type_ in ItemType]
    return write_moodle([*questions, *(replace(one, id=None, picture=picture) for one in questions)]).content


def _make(chance: Random) -> bytes:
    return mutated(_good(), chance, _XML, (_good(),))


def _open(_folder: Path) -> Take:
    """What was read is written, and from then on stays the same."""

    def take(data: bytes) -> Draw | None:
        brought = read_moodle(data)
        carried = write_moodle(brought.questions)
        said(words for loss in (*brought.losses, *carried.losses) for words in (loss.message, f"{loss.item}."))
        if b"<question" in carried.content:
            assert write_moodle(read_moodle(carried.content).questions).content == carried.content
        return accepted

    return take


_SIGNS = (
    b"{", b"}", b"=", b"~", b"#", b"####", b":", b"::", b"->", b"\\", b"\\\\", b"\\n", b"\n", b"\n\n", b"\r", b"//",
    b"// [id:a\\]b] [tag:topic:%00]\n", b"// [instead:%0A%E2%80%AE]\n", b"// [feedback:a|b]\n", b"[html]", b"[plain]",
    b"%50%", b"%-33.33333%", b"$CATEGORY: a", b"T", b"FALSE", b"<b>", b"<br>", b"<!--", b"&lt;", b"&#0;", b"1..5",
    b"A) ", b"B. ", b"ANSWER: B", b"\xef\xbb\xbf", b"\xff", b"\x00",
)  # fmt: skip


@cache
def _asked() -> tuple[Question, ...]:
    return tuple(question_of(item, {}) for item in builders.pack().items)


def _make_text(write: Callable[[Sequence[Question]], Carried], chance: Random) -> bytes:
    good = write(_asked()).content
    start = chance.choice((good, *(text.encode() for text in BY_HAND)))
    return mutated(start, chance, _SIGNS, (good, start))


def _open_text(read: Callable[[bytes], Brought], write: Callable[[Sequence[Question]], Carried], _folder: Path) -> Take:
    """What was read is written, and from then on stays the same."""

    def take(data: bytes) -> Draw | None:
        brought = read(data)
        carried = write(brought.questions)
        said(loss.message for loss in (*brought.losses, *carried.losses))
        assert write(read(carried.content).questions).content == carried.content
        return accepted

    return take


EXCHANGED = {
    "moodle": Target(_make, _open, 100),
    "gift": Target(partial(_make_text, write_gift), partial(_open_text, read_gift, write_gift), 30),
    "aiken": Target(partial(_make_text, write_aiken), partial(_open_text, read_aiken, write_aiken), 10),
}
