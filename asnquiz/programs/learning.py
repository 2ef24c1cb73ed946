"""One person's data folder, opened: store, content, clock and seal, joined once for window, commands and tour."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from asnquiz.content.in_use import PackInUse
from asnquiz.domain.certificate import Certificate, ReadCertificate
from asnquiz.domain.class_record import ClassRecord
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import ReadScore, ScoreReport
from asnquiz.domain.task import Recipient, SignedTask
from asnquiz.programs.clock import SystemClock
from asnquiz.programs.first_screen import pack_library
from asnquiz.programs.paths import Paths
from asnquiz.usecases.ports import Clock, LearnerStore, PackSource

if TYPE_CHECKING:
    from asnquiz.scorefiles.seal import Seal
    from asnquiz.usecases.briefing_ports import BriefingStore
    from asnquiz.usecases.collection_ports import CollectionStore
    from asnquiz.usecases.local_ports import DraftStore, DraftTools, PackFacts, PackHead, PackShelf

Claim = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class Learning:
    """What is open while the program runs.

    Attributes:
        count_on: lets every later moment of the clock have a higher counter than this one.
        collection: what an office is given, for those who gather results.
        briefings: what a trainer leads.
        shelf: the packs on this computer, for the worker; what it puts in use is what `packs` gives from then on.
        drafts: what an office writes itself.
        national: the national pack in use, without any layer over it. Raises Refusal where there is none.
    """

    store: LearnerStore
    packs: PackInUse
    clock: Clock
    seal: "LateSeal"
    count_on: Callable[[int], None]
    collection: "LateCollection"
    briefings: "LateBriefings"
    shelf: "Callable[[], PackShelf]"
    drafts: "LateDrafts"
    national: Callable[[], Pack]


@contextmanager
def open_learning(paths: Paths, claim: Claim = nullcontext) -> Iterator[Learning]:
    """Opens the learner's database in a data folder that was made; closes it at the end.

    `claim` is entered where no window may be open beside: a window has it already. Raises Refusal.
    """
    from asnquiz.storage.learner import open_learner_database

    with closing(open_learner_database(paths.database, claim, keeps_nip=not paths.portable)) as store:
        packs, clock = pack_library(paths), SystemClock(store.highest_counter())
        seal = LateSeal(paths, clock)
        with (
            closing(LateCollection(paths, packs)) as collection,
            closing(LateBriefings(paths, clock.count_on)) as briefings,
            closing(LateDrafts(paths, packs.national, seal, clock)) as drafts,
        ):
            yield Learning(
                store,
                packs,
                clock,
                seal,
                clock.count_on,
                collection,
                briefings,
                partial(pack_shelf, packs, paths.device_key),
                drafts,
                packs.national,
            )


def read_score_file(path: Path) -> ReadScore:
    """What a score file of anyone says; cryptography is loaded only then. Raises Refusal when it cannot be opened."""
    from asnquiz.scorefiles.score_file import read_file

    return read_file(path)


def read_task_file(path: Path) -> SignedTask:
    """What a task's file asks; cryptography is loaded only then. Raises Refusal for whatever is none."""
    from asnquiz.scorefiles.task_file import read_file

    return read_file(path)


def read_certificate(text: str) -> ReadCertificate:
    """What the text of a certificate's QR code says; cryptography is loaded only then."""
    from asnquiz.scorefiles.certificate_text import read

    return read(text)


def pack_shelf(packs: PackInUse, device_key: Path) -> "PackShelf":
    """The packs on this computer; what reads and proves their files is loaded only then."""
    from asnquiz.content.shelf import Shelf
    from asnquiz.scorefiles import durable, pack_file
    from asnquiz.scorefiles.device_key import kid_in
    from asnquiz.storage.files import sync_folder

    return Shelf(packs, pack_file.read_file, durable.write, sync_folder, partial(kid_in, device_key))


class LateCollection:
    """The office's own database beside the learner's, opened when somebody first gathers results; for the worker."""

    def __init__(self, paths: Paths, packs: PackSource) -> None:
        self._paths = paths
        self._packs = packs
        self._opened: CollectionStore | None = None

    @property
    def store(self) -> "CollectionStore":
        """The database. Raises Refusal where it cannot be opened, and on portable media, where no NIP may be kept."""
        if self._opened is None:
            if self._paths.portable:
                raise Refusal(
                    "Di media portabel NIP tidak disimpan, jadi nilai pegawai tidak dapat dikumpulkan di sini. Pakai "
                    "program yang dipasang di komputer kantor."
                )
            from asnquiz.storage.collection.database import open_collection

            self._opened = open_collection(self._paths.collection, self._packs)
        return self._opened

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()


class LateBriefings:
    """The trainer's own database beside the learner's, opened when somebody first prepares a briefing; for the worker.

    On portable media it keeps no NIP.
    """

    def __init__(self, paths: Paths, count_on: Callable[[int], None]) -> None:
        self._paths = paths
        self._count_on = count_on
        self._opened: BriefingStore | None = None

    @property
    def store(self) -> "BriefingStore":
        """The database; the clock counts on from what is in it. Raises Refusal where it cannot be opened."""
        if self._opened is None:
            from asnquiz.storage.briefings.database import open_briefings

            opened = open_briefings(self._paths.briefings, keeps_nip=not self._paths.portable)
            try:
                self._count_on(opened.highest_counter())
            except BaseException:
                opened.close()
                raise
            self._opened = opened
        return self._opened

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()


class LateDrafts:
    """The editor's own database beside the learner's, opened when somebody first writes; for the worker."""

    def __init__(self, paths: Paths, national: Callable[[], Pack], seal: "LateSeal", clock: Clock) -> None:
        self._paths = paths
        self._national = national
        self._seal = seal
        self._clock = clock
        self._opened: DraftStore | None = None

    @property
    def store(self) -> "DraftStore":
        """The database. Raises Refusal where it cannot be opened."""
        if self._opened is None:
            from asnquiz.storage.drafts.database import open_drafts

            self._opened = open_drafts(self._paths.drafts)
        return self._opened

    @cached_property
    def tools(self) -> "DraftTools":
        """What checks, shows and publishes what is written."""
        from asnquiz.programs.drafting import draft_tools

        return draft_tools(self._known, self._national, self._seal, self._clock)

    def _known(self) -> Pack:
        from asnquiz.usecases.show_rule import with_own_rules

        return with_own_rules(self._national(), self.store.workshop(), self.store.drafts())

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()


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

    def write_class(self, record: ClassRecord, recipients: Sequence[Recipient], path: Path) -> None:
        self._seal.write_class(record, recipients, path)

    def write_proof(
        self, report: ScoreReport, recipients: Sequence[Recipient], page: Callable[[bytes], bytes], path: Path
    ) -> None:
        self._seal.write_proof(report, recipients, page, path)

    def write_pack(self, facts: "PackFacts", content: Mapping[str, bytes], made: datetime, path: Path) -> "PackHead":
        return self._seal.write_pack(facts, content, made, path)
