"""The person whose learning is kept: a nameless guest until something asks for more."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from asnquiz.domain.moment import Moment
from asnquiz.domain.refusal import Refusal

NIP_LENGTH = 18

# Dashes of every length, and invisible characters.
_LEFT_OUT = ("Pd", "Cf")


class Employment(Enum):
    """Status kepegawaian; it decides which sanction applies, and is asked, never inferred from the number."""

    PNS = "pns"
    CPNS = "cpns"
    PPPK = "pppk"
    NON_ASN = "non-asn"
    DESA = "desa"


@dataclass(frozen=True)
class Person:
    """What a score file says about its person; every field but the name may be missing."""

    name: str | None = None
    nip: str | None = None
    position: str | None = None
    unit: str | None = None
    employment: Employment | None = None


@dataclass(frozen=True)
class Profile:
    """One of the people who share this data folder. Without a name it is a guest, who can be named later."""

    id: UUID
    person: Person
    created: Moment


def parse_nip(text: str) -> str | None:
    """The 18 ASCII digits of a NIP or NI PPPK as people type and paste it; None for an empty field.

    Spaces, dots, dashes, apostrophes, invisible characters and full-width digits are tolerated. Only length and digits
    are refused: the date inside is not checked, because digits 13 and 14 of an NI PPPK are not a month.
    Raises Refusal with a sentence for anything else.
    """
    digits = re.sub(r"[\s.'’‘]", "", unicodedata.normalize("NFKC", text))
    digits = "".join(char for char in digits if unicodedata.category(char) not in _LEFT_OUT)
    if not digits:
        return None
    if not re.fullmatch(r"[0-9]+", digits):
        raise Refusal("NIP/NI PPPK hanya berisi angka. Periksa kembali, lalu ketik ulang.")
    if len(digits) != NIP_LENGTH:
        raise Refusal(
            f"NIP/NI PPPK terdiri atas {NIP_LENGTH} angka; yang tertulis {len(digits)} angka. "
            "Periksa kembali, lalu ketik ulang."
        )
    return digits
