"""Targets around questions of other programs: the text forms of Moodle."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random

from asnquiz.domain.question import Brought, Carried, Question, question_of
from asnquiz.exchange.aiken import read_aiken, write_aiken
from asnquiz.exchange.gift import read_gift, write_gift
from tests import builders
from tests.exchange.record_gift_pegjs import BY_HAND
from tests.fuzz.mutations import mutated
from tests.fuzz.target import Draw, Take, Target, accepted, said

_SIGNS = (
    b"{", b"}", b"=", b"~", b"#", b"####", b":", b"::", b"->", b"\\", b"\\\\", b"\\n", b"\n", b"\n\n", b"\r", b"//",
    b"// [id:a\\]b] [tag:topic:%00]\n", b"// [instead:%0A%E2%80%AE]\n", b"// [feedback:a|b]\n", b"[html]", b"[plain]",
    b"%50%", b"%-33.33333%", b"$CATEGORY: a", b"T", b"FALSE", b"<b>", b"<br>", b"<!--", b"&lt;", b"&#0;", b"1..5",
    b"A) ", b"B. ", b"ANSWER: B", b"\xef\xbb\xbf", b"\xff", b"\x00",
)  # fmt: skip


@cache
def _asked() -> tuple[Question, ...]:
    return tuple(question_of(item, {}) for item in builders.pack().items)


def _make(write: Callable[[Sequence[Question]], Carried], chance: Random) -> bytes:
    good = write(_asked()).content
    start = chance.choice((good, *(text.encode() for text in BY_HAND)))
    return mutated(start, chance, _SIGNS, (good, start))


def _open(read: Callable[[bytes], Brought], write: Callable[[Sequence[Question]], Carried], _folder: Path) -> Take:
    """What was read is written, and from then on stays the same."""

    def take(data: bytes) -> Draw | None:
        brought = read(data)
        carried = write(brought.questions)
        said(loss.message for loss in (*brought.losses, *carried.losses))
        assert write(read(carried.content).questions).content == carried.content
        return accepted

    return take


EXCHANGE = {
    "gift": Target(partial(_make, write_gift), partial(_open, read_gift, write_gift), 30),
    "aiken": Target(partial(_make, write_aiken), partial(_open, read_aiken, write_aiken), 10),
}
