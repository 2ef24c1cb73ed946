"""One person's data folder, opened: store, content, clock and seal, joined once for window, commands and tour."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz.domain.certificate import Certificate, ReadCertificate
from asnquiz.domain.score_report import ReadScore, ScoreReport
from asnquiz.domain.task import Recipient
from asnquiz.programs.clock import SystemClock
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.usecases.ports import Clock, LearnerStore, PackSource

if TYPE_CHECKING:
    from asnquiz.scorefiles.seal import Seal

Claim = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class Learning:
    """What is open while the program runs.

    Attributes:
        count_on: lets every later moment of the clock have a higher counter than this one.
    """

    store: LearnerStore
    packs: PackSource
    clock: Clock
    seal: "LateSeal"
    count_on: Callable[[int], None]


@contextmanager
def open_learning(paths: Paths, claim: Claim = nullcontext) -> Iterator[Learning]:
    """Opens the learner's database in a data folder that was made; closes it at the end.

    `claim` is entered where no window may be open beside: a window has it already. Raises Refusal.
    """
    from asnquiz.storage.learner import open_learner_database

    store = open_learner_database(paths.database, claim, keeps_nip=not paths.portable)
    try:
        clock = SystemClock(store.highest_counter())
        yield Learning(store, pack_library(paths), clock, LateSeal(paths, clock), clock.count_on)
    finally:
        store.close()


def read_score_file(path: Path) -> ReadScore:
    """What a score file of anyone says; cryptography is loaded only then. Raises Refusal when it cannot be opened."""
    from asnquiz.scorefiles.score_file import read_file

    return read_file(path)


def read_certificate(text: str) -> ReadCertificate:
    """What the text of a certificate's QR code says; cryptography is loaded only then."""
    from asnquiz.scorefiles.certificate_text import read

    return read(text)


class LateSeal:
    """The seal, loaded when something is sealed: cryptography costs start-up time that most runs never need."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._paths = paths
        self._clock = clock

    @cached_property
    def _seal(self) -> "Seal":
        from asnquiz.scorefiles.seal import Seal

        return Seal(self._paths.device_key, self._clock)

    def device(self) -> tuple[str, str | None]:
        return self._seal.device()

    def certify(self, certificate: Certificate) -> str:
        return self._seal.certify(certificate)

    def write(self, report: ScoreReport, path: Path) -> None:
        self._seal.write(report, path)

    def write_proof(
        self, report: ScoreReport, recipients: Sequence[Recipient], page: Callable[[bytes], bytes], path: Path
    ) -> None:
        self._seal.write_proof(report, recipients, page, path)
