"""Taking in what people sent, in steps, so that whoever asked can watch it, stop it, and go on another day.

A file is known by the SHA-256 of its bytes, whatever it is called. This process reads and hashes, others look at what
is new, and the store takes it in by batches. Nothing is kept between two imports but what the store holds: going on is
importing the same again.
"""

import math
import re
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from asnquiz.domain.collection import Arrival, Looked, Tally, Verdict
from asnquiz.domain.wording import harmless
from asnquiz.usecases.collection_ports import CollectionStore, Looker
from asnquiz.usecases.find_files import MEMBER_MARK, FoundFile, count_files, find_files

STEP_S = 0.5
# A chunk is closed at the first of these; so many files go to the store in one transaction.
CHUNK_FILES = 200
CHUNK_BYTES = 2 << 20
BATCH_FILES = 500
UNDER_WAY_BYTES = 32 << 20
_COUNTED_AT_ONCE = 500
_RATED_STEPS = 20
_LONGEST_SOURCE = 200

_KNOWN = {
    Verdict.DUPLICATE: Looked(Verdict.DUPLICATE, "Berkas ini sudah pernah masuk."),
    Verdict.DELETED: Looked(Verdict.DELETED, "Hasil di berkas ini sudah dihapus di sini, jadi tidak dimasukkan lagi."),
}
# What lies about on sticks: told by name, once the content has turned out to be nothing of ours.
_LOCK_BEGINNING = "~$"
_LOCK = "Ini penanda sementara dari program kantor, bukan berkas nilai. Abaikan saja."
_OF_SYSTEMS = ("thumbs.db", "desktop.ini", ".ds_store")
_OF_SYSTEMS_BEGINNING = "._"
_SYSTEM = "Ini berkas milik sistem operasi, bukan berkas nilai. Abaikan saja."


@dataclass(frozen=True)
class Progress:
    """How far an import is.

    Attributes:
        done: files that are in the store, whatever they turned out to be.
        total: as counted so far; while nothing is done yet it grows.
        left_s: seconds to go at the speed of the last steps; None where nobody can say yet.
        tally: what it came to, once it is finished.
    """

    done: int
    total: int
    left_s: int | None
    finished: bool
    tally: Tally | None


class _Sent(NamedTuple):
    """A chunk that others are looking at; `size` in bytes."""

    files: list[Arrival]
    size: int


class Import:
    """One import. `step` is called until it is finished, then or at any time before `close`; all on one thread.

    `looker` ends with it, `store` does not. `ticks` are monotonic seconds.
    """

    def __init__(
        self,
        sources: Sequence[Path],
        *,
        store: CollectionStore,
        looker: Looker,
        now: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._looker = looker
        self._now = now
        self._ticks = ticks
        self._source = harmless(", ".join(source.name or str(source) for source in sources))[:_LONGEST_SOURCE]
        self._counted: Iterator[int] | None = count_files(sources)
        self._found: Iterator[FoundFile] | None = find_files(sources)
        self._number: int | None = None
        self._sent: dict[int, _Sent] = {}
        self._chunks = 0
        self._ready: list[tuple[Arrival, Looked]] = []
        self._done = 0
        self._total = 0
        self._tally: Tally | None = None
        self._may_end = True
        self._speed: deque[tuple[float, int]] = deque(maxlen=_RATED_STEPS)

    @property
    def number(self) -> int | None:
        """Of this import in the store; None before its first step."""
        return self._number

    @property
    def tally(self) -> Tally | None:
        """What it came to, once it is finished or was closed after its first step."""
        return self._tally

    def step(self) -> Progress:
        """Works on for about half a second. Raises Refusal where the store cannot take more; then only close it."""
        until = self._ticks() + STEP_S
        self._may_end = False
        if self._number is None:
            self._number = self._store.begin_import(self._source, self._now())
        while self._tally is None and self._ticks() < until:
            if self._counted is not None:
                self._count(self._counted)
            else:
                self._go_on(self._number, until)
        self._may_end = True
        self._speed.append((self._ticks(), self._done))
        return self._progress()

    def close(self) -> None:
        """Ends it; what was looked at by now is kept, and another import of the same sources does the rest."""
        self._looker.close()
        self._counted = self._found = None
        if self._tally is None and self._number is not None and self._may_end:
            self._may_end = False
            self._take(self._number)
            self._tally = self._store.end_import(self._number, self._now())

    def _count(self, counted: Iterator[int]) -> None:
        counts = list(islice(counted, _COUNTED_AT_ONCE))
        self._total += sum(counts)
        if len(counts) < _COUNTED_AT_ONCE:
            self._counted = None

    def _go_on(self, number: int, until: float) -> None:
        """Keeps the others busy, then takes in what they are done with."""
        while self._found is not None and self._has_room and self._ticks() < until:
            self._read_on(self._found, until)
        may_wait = self._sent and not (self._found is not None and self._has_room)
        for chunk, looked in self._looker.finished(max(0.0, until - self._ticks()) if may_wait else 0.0):
            sent = self._sent.pop(chunk)
            self._ready += [(arrival, _named(arrival, one)) for arrival, one in zip(sent.files, looked, strict=True)]
        is_over = self._found is None and not self._sent
        if len(self._ready) >= BATCH_FILES or is_over:
            self._take(number)
        if is_over:
            self._tally = self._store.end_import(number, self._now())

    @property
    def _has_room(self) -> bool:
        return (
            len(self._sent) < self._looker.ahead
            and sum(sent.size for sent in self._sent.values()) < UNDER_WAY_BYTES
            and len(self._ready) < BATCH_FILES
        )

    def _read_on(self, found: Iterator[FoundFile], until: float) -> None:
        """Reads some files; what the store knows is ready, the others are sent to be looked at."""
        read: list[tuple[Arrival, bytes]] = []
        count = size = 0
        for count, file in enumerate(islice(found, CHUNK_FILES), 1):  # noqa: B007
            if file.looked is None:
                read.append((Arrival(file.name, sha256(file.data).digest()), file.data))
                size += len(file.data)
            else:
                arrival = Arrival(file.name, b"")
                self._ready.append((arrival, _named(arrival, file.looked)))
            if size >= CHUNK_BYTES or self._ticks() >= until:
                break
        else:
            if count < CHUNK_FILES:
                self._found = None
        known = self._store.known([arrival.sha256 for arrival, _ in read]) if read else {}
        self._ready += [(arrival, _KNOWN[known[arrival.sha256]]) for arrival, _ in read if arrival.sha256 in known]
        new = [(arrival, data) for arrival, data in read if arrival.sha256 not in known]
        if new:
            self._chunks += 1
            self._sent[self._chunks] = _Sent([arrival for arrival, _ in new], sum(len(data) for _, data in new))
            self._looker.send(self._chunks, [data for _, data in new])

    def _take(self, number: int) -> None:
        if self._ready:
            self._store.take(number, self._ready)
            self._done += len(self._ready)
            self._ready = []

    def _progress(self) -> Progress:
        finished = self._tally is not None
        total = self._done if finished else max(self._total, self._done)
        return Progress(self._done, total, self._left(total), finished, self._tally)

    def _left(self, total: int) -> int | None:
        """Seconds, rounded up, at the speed of the last steps: files that are known already go by much faster."""
        (first, before), (last, now) = self._speed[0], self._speed[-1]
        return None if now == before else math.ceil((total - now) * (last - first) / (now - before))


def _named(arrival: Arrival, looked: Looked) -> Looked:
    """The same, with a reason that its name gives where its content is nothing of ours."""
    if looked.verdict is Verdict.FOREIGN:
        own_name = re.split(f"/|{MEMBER_MARK}", arrival.name)[-1]
        if own_name.startswith(_LOCK_BEGINNING):
            return Looked(Verdict.FOREIGN, _LOCK)
        if own_name.lower() in _OF_SYSTEMS or own_name.startswith(_OF_SYSTEMS_BEGINNING):
            return Looked(Verdict.FOREIGN, _SYSTEM)
    return looked
