"""The database that an office gathers in, and the other processes of an import, which look at files with its keys.

Those are not run by `ProcessPoolExecutor`: where one of its processes dies, all work under way is lost and nobody
knows over what; and processes that outlive this one would go on holding keys.
"""

import os
import queue
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from asnquiz.domain.class_results import TakenAttendance, TakenBriefing
from asnquiz.domain.collection import Copied, Looked, TakenAnswer, TakenAttempt, TakenReport, Verdict
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.paths import MOUNTS, Paths, network_place, read_mounts
from asnquiz.usecases.collection_ports import CollectionStore, TellRows
from asnquiz.usecases.see_collection import PORTABLE

if TYPE_CHECKING:
    from asnquiz.storage.collection.database import CollectionDatabase

_SERVER = ("postgresql:", "postgres:")  # what is misspelled behind is an address as well, and no name of a file
_MOST_WORKERS = 4
# How long a process may look at one chunk; longer than any honest one takes on the slowest computer.
LIMIT_S = 60.0
_START_S = 120.0
_AHEAD = 3

Look = Callable[[bytes, Mapping[str, Any]], Looked]

_NOT_STARTED = (
    "Pemeriksa berkas tidak dapat dijalankan di komputer ini. Tutup program lain agar ada memori, lalu lanjutkan. "
    "Bila tetap gagal, minta petugas TI memeriksa apakah antivirus menghalanginya."
)
CANNOT = Looked(Verdict.FOREIGN, "Berkas ini tidak dapat diperiksa. Minta kiriman ulang kepada pengirimnya.")


@contextmanager
def open_collecting(paths: Paths, database: str | None = None) -> Iterator[CollectionStore]:
    """The office's database: in a file by its path or `sqlite:///` address, on a server, or the one of a data folder.

    Raises Refusal where results cannot be gathered: beside a portable program, in a file on the network, elsewhere.
    """
    with closing(_opened(paths, database)) as store:
        yield store


def copy_collecting(paths: Paths, database: str | None, target: str, *, at: datetime, tell: TellRows) -> Copied:
    """Copies what open_collecting opens by `database` whole into another database, which is empty or made new.

    Raises Refusal as open_collecting does, where there is no file to copy, and where the target is not empty.
    """
    with closing(_opened(paths, database, made_new=False)) as source, closing(_opened(paths, target)) as copy:
        return source.copy_to(copy, at, tell)


def _opened(paths: Paths, database: str | None, *, made_new: bool = True) -> "CollectionDatabase":
    """A file that is not there is made new, or refused."""
    if paths.portable:
        raise Refusal(PORTABLE)
    # Here, since each process that looks at files loads this module as well.
    from asnquiz.programs.first_screen import pack_library
    from asnquiz.storage.collection.database import open_collection, open_server_collection

    packs = pack_library(paths)
    if database is not None and database.startswith(_SERVER):
        return open_server_collection(database, packs)
    file = paths.collection if database is None else _database_file(database)
    if not made_new and not file.exists():
        raise Refusal(f"“{file}” tidak ada. Tulis tempat rekap itu setelah --database, lalu jalankan lagi.")
    return open_collection(file, packs)


def _database_file(database: str) -> Path:
    if not database:
        raise Refusal("Tempat rekap masih kosong. Tulis nama berkas, misalnya rekap.db, atau alamat server.")
    kind, is_address, place = database.partition("://")
    if not is_address:
        place = f"/{database}"
    elif kind != "sqlite" or not place.startswith("/"):
        raise Refusal(
            f"“{kind}://…” bukan tempat rekap yang dikenal. Tulis nama berkas, misalnya rekap.db, atau alamat server "
            "yang diawali postgresql://."
        )
    file = Path(place[1:]).absolute()
    elsewhere = network_place(file.parent.resolve(), os.environ, read_mounts(MOUNTS))
    if elsewhere:
        raise Refusal(
            f"“{file}” berada di {elsewhere}. Di sana data dapat rusak. Pilih tempat di komputer ini sendiri."
        )
    return file


def worker_count() -> int:
    return min(os.cpu_count() or 1, _MOST_WORKERS)


class Workers:
    """The port `Looker`: processes of their own, each with a thread here that feeds it.

    One that dies over a chunk, or takes too long, is replaced and given the same files one by one; a file that ends it
    then as well is told apart. They end with this process, however that ends: nobody else holds the other end of their
    pipes.

    Attributes:
        ahead: see Looker.
    """

    def __init__(
        self,
        keys: Mapping[str, Any],
        *,
        count: int | None = None,
        look: Look | None = None,
        limit_s: float = LIMIT_S,
    ) -> None:
        """`keys` open sealed files, by kid (joserfc's OKPKey); `look`, a function of a module, replaces look_at."""
        count = count or worker_count()
        self.ahead = count * _AHEAD
        self._jobs: queue.SimpleQueue[tuple[int, Sequence[bytes]] | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[tuple[int, Sequence[Looked]] | Exception] = queue.SimpleQueue()
        self._workers = [_Worker(keys, look, limit_s) for _ in range(count)]
        self._threads = [threading.Thread(target=self._feed, args=(worker,)) for worker in self._workers]
        for thread in self._threads:
            thread.start()

    def send(self, number: int, chunk: Sequence[bytes]) -> None:
        self._jobs.put((number, chunk))

    def finished(self, wait_s: float) -> list[tuple[int, Sequence[Looked]]]:
        """Raises what kept a process from starting."""
        came = []
        with suppress(queue.Empty):
            came.append(self._results.get(block=wait_s > 0, timeout=wait_s or None))
            while True:
                came.append(self._results.get_nowait())
        for one in came:
            if isinstance(one, Exception):
                raise one
        return [one for one in came if not isinstance(one, Exception)]

    def close(self) -> None:
        for worker in self._workers:
            worker.close()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        for worker in self._workers:
            worker.end()

    def _feed(self, worker: "_Worker") -> None:
        """The life of one thread."""
        try:
            while (job := self._jobs.get()) is not None:
                number, chunk = job
                self._results.put((number, worker.look(chunk)))
        except _ClosedError:
            pass
        except Exception as error:
            self._results.put(error)


class _ClosedError(Exception):
    """Nobody wants to know any more."""


class _Worker:
    """One process and the two pipes to it; another one where it died."""

    def __init__(self, keys: Mapping[str, Any], look: Look | None, limit_s: float) -> None:
        from asnquiz.scorefiles.key_transport import parcel

        self._private = parcel(keys)
        self._look = look
        self._limit_s = limit_s
        self._process: BaseProcess | None = None
        self._pipes: tuple[Connection, ...] = ()
        self._closing = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Returns when the process is ready. Raises Refusal where it cannot be, _ClosedError after close."""
        context = get_context("spawn")
        # Two pipes, because one that goes both ways is a socket.
        jobs, to_it = context.Pipe(duplex=False)
        from_it, answers = context.Pipe(duplex=False)
        self._pipes = (to_it, from_it)
        with self._closing, jobs, answers:
            if self._closed:
                raise _ClosedError
            self._process = context.Process(target=_work, args=(jobs, answers, self._private, self._look))
            self._process.start()
        try:
            self._hear(_START_S)
        except (EOFError, OSError) as error:
            if self._closed:
                raise _ClosedError from error
            raise Refusal(_NOT_STARTED) from error

    def look(self, chunk: Sequence[bytes]) -> Sequence[Looked]:
        """Started when it is first needed: an import of what is known needs nobody to look."""
        if self._process is None:
            self.start()
        try:
            self._pipes[0].send(chunk)
            return list(map(_whole, self._hear(self._limit_s)))
        except (EOFError, OSError):
            self.end()
            self.start()
        if len(chunk) == 1:
            return [CANNOT]
        return [looked for data in chunk for looked in self.look([data])]

    def close(self) -> None:
        with self._closing:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def end(self) -> None:
        """Leaves nothing of the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        for pipe in self._pipes:
            pipe.close()

    def _hear(self, within_s: float) -> Any:
        _, answers = self._pipes
        if not answers.poll(within_s):
            raise TimeoutError
        return answers.recv()


def _work(jobs: Connection, answers: Connection, private: Sequence[Mapping[str, Any]], look: Look | None) -> None:
    """The life of another process. It loads what reads files, and nothing else of the program."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to every process; this one is told by its pipe
    from asnquiz.scorefiles.key_transport import arrived
    from asnquiz.scorefiles.look import look_at

    keys = arrived(private)
    look = look or look_at
    with suppress(EOFError, OSError):
        answers.send(None)
        while True:
            answers.send([_plain(_looked(look, data, keys)) for data in jobs.recv()])


def _looked(look: Look, data: bytes, keys: Mapping[str, Any]) -> Looked:
    try:
        return look(data, keys)
    except Exception:
        return CANNOT


def _plain(looked: Looked) -> tuple[Any, ...]:
    """The same without names: ten times as fast between processes."""
    verdict, reason, report = looked
    if report is None:
        return verdict.value, reason, None
    attempts = [tuple(attempt._replace(answers=tuple(map(tuple, attempt.answers)))) for attempt in report.attempts]  # type: ignore[arg-type]
    briefing = report.briefing
    if briefing is not None:
        briefing = tuple(briefing._replace(attendances=tuple(map(tuple, briefing.attendances))))  # type: ignore[arg-type,assignment]
    return verdict.value, reason, tuple(report._replace(attempts=tuple(attempts), briefing=briefing))  # type: ignore[arg-type]


def _whole(plain: tuple[Any, ...]) -> Looked:
    value, reason, values = plain
    if values is None:
        return Looked(Verdict(value), reason)
    report = TakenReport._make(values)
    attempts = tuple(map(TakenAttempt._make, report.attempts))
    attempts = tuple(one._replace(answers=tuple(map(TakenAnswer._make, one.answers))) for one in attempts)
    if report.briefing is not None:
        briefing = TakenBriefing._make(report.briefing)
        attendances = tuple(map(TakenAttendance._make, briefing.attendances))
        report = report._replace(briefing=briefing._replace(attendances=attendances))
    return Looked(Verdict(value), reason, report._replace(attempts=attempts))
