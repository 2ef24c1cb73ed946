"""The write-ahead log as bytes: its frames, and where what was committed ends.

https://www.sqlite.org/fileformat2.html, 4.1 and 4.2. SQLite reads a log up to the first frame that does not verify and
drops the rest without a word, so damage in it must be looked for here.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

PAGE = 4096  # SQLite's default, and no database of ours is made with another
FRAME_HEADER = 24
_HEADER = 32
_FRAME = FRAME_HEADER + PAGE
# How many generations back what the log still holds behind its end may be.
_GENERATIONS = 1 << 20


@dataclass(frozen=True)
class Frame:
    """One page in the log, its header beginning at `start`."""

    start: int
    page: int
    commits: bool
    generation: int
    salts: bytes
    checksum: bytes

    @property
    def end(self) -> int:
        return self.start + _FRAME


def frames(log: bytes) -> Iterator[Frame]:
    """Every whole frame of a log, of this or an earlier generation."""
    for start in range(_HEADER, len(log) - _FRAME + 1, _FRAME):
        page, size, generation = struct.unpack_from(">III", log, start)
        yield Frame(start, page, size > 0, generation, log[start + 8 : start + 16], log[start + 16 : start + 24])


def unfinished(log: bytes) -> range | None:
    """Where in the log a transaction stands that was never committed, because the program was killed in it.

    None for a log that is damaged: behind what verifies there is more than nothing, zeros, or what an earlier
    generation left. A commit that is missing there may itself be the damage.
    """
    if not any(log[:_HEADER]) or len(log) < _HEADER:
        return None if any(log) and len(log) > _HEADER else range(0)
    order = ">" if log[3] & 1 else "<"
    sums = _checksum(log[:24], order, (0, 0))
    if _as_bytes(sums) != log[24:_HEADER]:
        return None
    (generation,) = struct.unpack_from(">I", log, 16)
    committed = end = _HEADER
    for frame in frames(log):
        if frame.start == end and frame.salts == log[16:24]:
            content = log[frame.start : frame.start + 8] + log[frame.start + FRAME_HEADER : frame.end]
            sums = _checksum(content, order, sums)
            if _as_bytes(sums) == frame.checksum:
                end = frame.end
                committed = end if frame.commits else committed
                continue
        earlier = 0 < (generation - frame.generation) % (1 << 32) < _GENERATIONS
        blank = committed == end and not any(log[frame.start : frame.end])
        if not (earlier or blank):
            return None
    return range(committed, end)


def _checksum(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    for one, two in struct.iter_unpack(f"{order}II", content):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second


def _as_bytes(sums: tuple[int, int]) -> bytes:
    return struct.pack(">II", *sums)
