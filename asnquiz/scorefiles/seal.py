"""The seal of this computer: its key, opened once and made when first needed, and the files it signs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path

from asnquiz.domain.certificate import Certificate
from asnquiz.domain.class_record import ClassRecord
from asnquiz.domain.score_report import ScoreReport
from asnquiz.domain.task import Recipient
from asnquiz.scorefiles import certificate_text, class_file, durable, pack_file, score_file, sealed
from asnquiz.scorefiles.device_key import DeviceKey, load_or_make
from asnquiz.usecases.local_ports import PackFacts, PackHead
from asnquiz.usecases.ports import Clock


class Seal:
    """The ports `ScoreSeal`, `ProofSeal`, `ClassSeal`, `CertificateSeal` and `PackSeal` over the key in `key_file`.

    `clock` dates the name of a damaged key that is set aside.
    """

    def __init__(self, key_file: Path, clock: Clock) -> None:
        self._key_file = key_file
        self._clock = clock
        self._told = False

    @cached_property
    def _opened(self) -> tuple[DeviceKey, str | None]:
        return load_or_make(self._key_file, self._clock.now().local.date())

    def device(self) -> tuple[str, str | None]:
        key, notice = self._opened
        return key.kid, None if self._told else notice

    def certify(self, certificate: Certificate) -> str:
        key, _ = self._opened
        return certificate_text.sign(certificate, key)

    def write(self, report: ScoreReport, path: Path) -> None:
        key, _ = self._opened
        durable.write(path, score_file.sign(report, key))
        self._told = True  # only now: with a file that could not be written nobody was told anything

    def write_proof(
        self, report: ScoreReport, recipients: Sequence[Recipient], page: Callable[[bytes], bytes], path: Path
    ) -> None:
        key, _ = self._opened
        durable.write(path, page(sealed.seal(score_file.sign(report, key), recipients)))
        self._told = True

    def write_class(self, record: ClassRecord, recipients: Sequence[Recipient], path: Path) -> None:
        key, _ = self._opened
        signed = class_file.sign(record, key)
        durable.write(path, sealed.seal(signed, recipients) if recipients else signed)
        self._told = True

    def write_pack(self, facts: PackFacts, content: Mapping[str, bytes], made: datetime, path: Path) -> PackHead:
        key, _ = self._opened
        head, data = pack_file.write_pack(facts, content, made, key)
        durable.write(path, data)
        self._told = True
        return head
