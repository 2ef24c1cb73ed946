"""The certificate of what somebody learned alone: what it says, how that stands on paper, and how paper is compared.

The form of its text is described in docs/file-formats.md.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from asnquiz.domain.attempt import Score
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.score_report import FileVerdict
from asnquiz.domain.wording import date_words, pack_version_words, score_words

SCHEMA = "asnquiz/certificate/1"

NOT_THERE = "(tidak ada)"
_OPTIONAL = ("NIP/NI PPPK", "Unit kerja")

Field = tuple[str, str]


@dataclass(frozen=True)
class Certificate:
    """A passed exam as it stands on paper.

    Attributes:
        attempt: the exam's id.
        name, nip, unit: as the person typed them; number and unit are left out where the person leaves them out.
        exam: the exam's title.
        date: the day on which it ended, by the computer's clock.
        right, total: how many answers of how many were right; with `pass_mark` they give score and passing.
        pack, version, law_as_of: title and version of the content asked, and the state of the law it describes.
        program: the program's version.
    """

    schema: str
    attempt: UUID
    name: str
    nip: str | None
    unit: str | None
    exam: str
    date: dt.date
    right: int
    total: int
    pass_mark: int
    pack: str
    version: str
    law_as_of: dt.date
    program: str

    @property
    def sound(self) -> bool:
        """Whether its numbers can be those of a passed exam."""
        return 0 <= self.right <= self.total and self.total > 0 and self.score.passes(self.pass_mark)

    @property
    def score(self) -> Score:
        return Score(self.right, self.total)


@dataclass(frozen=True)
class ReadCertificate:
    """The text of a certificate that was looked at; what it says is true only when intact.

    Attributes:
        device: thumbprint of the key that signed.
        reason: an Indonesian sentence on the verdict and what to do next.
    """

    verdict: FileVerdict
    device: str | None
    certificate: Certificate | None
    reason: str


@dataclass(frozen=True)
class Difference:
    """A field of the paper that says another thing than what was signed."""

    label: str
    on_paper: str
    signed: str


def certificate_fields(certificate: Certificate, device: str) -> tuple[Field, ...]:
    """Label and value of every field, in the words and the order in which they are printed."""
    fields = (
        ("Nama", certificate.name),
        ("NIP/NI PPPK", certificate.nip),
        ("Unit kerja", certificate.unit),
        ("Ujian", certificate.exam),
        ("Tanggal ujian", date_words(certificate.date)),
        ("Nilai", score_words(certificate.score)),
        ("Jawaban benar", f"{certificate.right} dari {certificate.total}"),
        ("Batas lulus", str(certificate.pass_mark)),
        ("Paket soal", f"{certificate.pack}, versi {pack_version_words(certificate.version)}"),
        ("Keadaan hukum", date_words(certificate.law_as_of)),
        ("Program", f"ASN Netral {certificate.program}"),
        ("Nomor ujian", str(certificate.attempt)),
        ("Kunci komputer", device),
    )
    return tuple((label, value) for label, value in fields if value)


def differences(fields: Iterable[Field], typed: Iterable[str]) -> tuple[Difference, ...]:
    """What differs of the lines copied from a paper, each as `label: value`, or with `=`; blanks do not count.

    A field that was not signed at all differs from `(tidak ada)`. Raises Refusal for a line that names no field.
    """
    signed = dict(fields)
    names = {_plain(label).casefold(): label for label in (*signed, *_OPTIONAL)}
    found = []
    for line in typed:
        label, *rest = re.split("[:=]", line, maxsplit=1)
        name = names.get(_plain(label).casefold())
        if name is None or not rest:
            raise Refusal(
                f"“{line}” tidak menyebut isian surat keterangan. Tulis seperti di surat, misalnya “Nilai: 86,6”. "
                f"Isian yang ada: {', '.join(signed)}."
            )
        value = _plain(rest[0])
        if value != _plain(signed.get(name, "")):
            found.append(Difference(name, value, signed.get(name, NOT_THERE)))
    return tuple(found)


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", " ".join(words.split()))
