"""A target around questions of other programs: Moodle XML, with pictures and HTML in it."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from asnquiz.domain.pack import ItemType
from asnquiz.domain.question import LoosePicture, question_of
from asnquiz.exchange.moodle import read_moodle, write_moodle
from tests import builders, photos
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


EXCHANGED = {"moodle": Target(_make, _open, 100)}
