"""Certifying a passed exam: whether it may be, and exactly what the paper will say."""

from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from asnquiz.domain.attempt import AttemptKind
from asnquiz.domain.certificate import SCHEMA, Certificate, Field, certificate_fields
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import Profile
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.task import Session
from asnquiz.usecases.name_file import slug
from asnquiz.usecases.ports import LearnerStore, PackSource
from asnquiz.usecases.review_result import result_of
from asnquiz.usecases.take_quiz import open_sitting

NAME_NEEDED = "Isi nama Anda lebih dahulu, lalu ulangi. Surat keterangan memuat nama."


class CertificateSeal(Protocol):
    """The key of this computer, as far as certificates need it."""

    def device(self) -> tuple[str, str | None]:
        """The key's thumbprint, and a sentence when a damaged key was set aside. Raises Refusal without a key."""

    def certify(self, certificate: Certificate) -> str:
        """The signed text of a certificate, as its QR code holds it. Raises Refusal without a key."""


@dataclass(frozen=True)
class Draft:
    """Exactly what the paper will say, for the person to see first.

    Attributes:
        pack: the content that the exam was made of.
        device: thumbprint of the key that will sign.
        notice: what the person should be told about this computer's key, if anything.
    """

    certificate: Certificate
    pack: Pack
    device: str
    notice: str | None

    @property
    def fields(self) -> tuple[Field, ...]:
        return certificate_fields(self.certificate, self.device)

    @property
    def file_name(self) -> str:
        """`surat-keterangan-siti-aminah-2026-11-21.pdf`: name and day, never number or score."""
        return f"surat-keterangan-{slug(self.certificate.name) or 'peserta'}-{self.certificate.date}.pdf"

    def without_nip(self) -> "Draft":
        return replace(self, certificate=replace(self.certificate, nip=None))


def may_be_certified(kind: AttemptKind, *, passed: bool | None, session: Session | None) -> bool:
    """Only a passed exam is, and none that somebody watched over: the paper says that nobody did."""
    return kind is AttemptKind.EXAM and passed is True and session is None


def draft_certificate(
    profile: Profile, attempt: UUID, *, store: LearnerStore, packs: PackSource, seal: CertificateSeal, program: str
) -> Draft:
    """What the certificate of an exam would say; `program` is our version.

    Raises Refusal without a name, for another's attempt, and for whatever is no exam that was passed.
    """
    name = (profile.person.name or "").strip()
    if not name:
        raise Refusal(NAME_NEEDED)
    if all(one.id != attempt for one in store.summaries(profile.id)):
        raise Refusal("Ujian yang dipilih bukan milik profil ini. Pilih ujian dari daftar hasil Anda sendiri.")
    sitting = open_sitting(attempt, store=store, packs=packs)
    taken, pack = sitting.attempt, sitting.pack
    if taken.ended is None or taken.pass_mark is None or not taken.state.scored:
        raise Refusal("Surat keterangan hanya dibuat untuk ujian yang sudah selesai. Selesaikan ujian dahulu.")
    if sitting.session:
        raise Refusal("Surat keterangan menerangkan belajar tanpa pengawas. Untuk ujian ini simpan berita acaranya.")
    result = result_of(sitting)
    if not may_be_certified(taken.kind, passed=result.passed, session=sitting.session):
        raise Refusal("Surat keterangan hanya dibuat untuk ujian yang lulus. Anda dapat mengulang ujian kapan saja.")
    device, notice = seal.device()
    certificate = Certificate(
        schema=SCHEMA,
        attempt=taken.id,
        name=name,
        nip=profile.person.nip,
        unit=profile.person.unit,
        exam=taken.title,
        date=taken.ended.local.date(),
        right=result.score.right,
        total=result.score.total,
        pass_mark=taken.pass_mark,
        pack=pack.title,
        version=pack.version,
        law_as_of=pack.law_as_of,
        program=program,
    )
    return Draft(certificate, pack, device, notice)
