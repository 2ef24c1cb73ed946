"""The person whose learning is kept: a nameless guest until something asks for more."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from asnquiz.domain.moment import Moment
from asnquiz.domain.refusal import Refusal

NIP_LENGTH = 18
LONGEST_LINE = 150
_GROUPS = (8, 6, 1)  # of a NIP; what follows, usually three digits, is the last one
_PARTS_OF_ONE = 4  # no character is composed of more

# What comes along with the digits of a number: blanks, dots, apostrophes, dashes of every length, invisible characters.
_BETWEEN_DIGITS = re.compile(r"[\s.'’‘]")
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
    """One of the people who share this data folder. Without a name it is a guest, who can be named later.

    Attributes:
        job: the job whose path through the lessons is followed; None for all lessons.
        has_pin: whether a PIN is asked for before anything of this person is shown.
    """

    id: UUID
    person: Person
    created: Moment
    job: str | None = None
    has_pin: bool = False


def parse_line(text: str, label: str) -> str | None:
    """A name, position or unit as one line of visible characters; None where nothing is left.

    Composed (Unicode NFC), trimmed, every run of blanks one space. Control characters, and those that cannot be seen
    but turn other text around or hide it, come along when people paste, and are left out. Raises Refusal, naming the
    field by `label`, for more than LONGEST_LINE characters.
    """
    seen = "".join(char for char in text if char.isspace() or not unicodedata.category(char).startswith("C"))
    line = " ".join(seen.split())
    if len(line) <= _PARTS_OF_ONE * LONGEST_LINE:  # ordering a longer run of marks takes time by the square of it
        line = unicodedata.normalize("NFC", line)
    if len(line) > LONGEST_LINE:
        raise Refusal(f"{label} paling panjang {LONGEST_LINE} huruf; yang tertulis {len(line)} huruf. Singkatkan.")
    return line or None


def nip_digits(text: str) -> tuple[str, str]:
    """The ASCII digits in what people type and paste for a number, and the rest that belongs to no number.

    Full-width digits are digits. Spaces, dots, dashes, apostrophes and invisible characters are in neither.
    """
    # Character by character: ordering a long run of marks takes time by the square of it.
    plain = _BETWEEN_DIGITS.sub("", "".join(unicodedata.normalize("NFKC", char) for char in text))
    kept = [char for char in plain if unicodedata.category(char) not in _LEFT_OUT]
    return "".join(filter(_is_digit, kept)), "".join(char for char in kept if not _is_digit(char))


def _is_digit(char: str) -> bool:
    return char in "0123456789"


def parse_nip(text: str) -> str | None:
    """The 18 ASCII digits of a NIP or NI PPPK as people type and paste it; None for an empty field.

    Tolerated is what `nip_digits` leaves out. Only length and digits are refused: the date inside is not checked,
    because digits 13 and 14 of an NI PPPK are not a month. Raises Refusal with a sentence for anything else.
    """
    digits, strange = nip_digits(text)
    if strange:
        raise Refusal("NIP/NI PPPK hanya berisi angka. Periksa kembali, lalu ketik ulang.")
    if not digits:
        return None
    if len(digits) != NIP_LENGTH:
        raise Refusal(
            f"NIP/NI PPPK terdiri atas {NIP_LENGTH} angka; yang tertulis {len(digits)} angka. "
            "Periksa kembali, lalu ketik ulang."
        )
    return digits


def grouped_nip(digits: str) -> str:
    """`19850312 201001 1 004`: the parts of a number as people read them out. Longer ones keep all their digits."""
    parts, rest = [], digits
    for length in _GROUPS:
        parts.append(rest[:length])
        rest = rest[length:]
    return " ".join(part for part in (*parts, rest) if part)


def begins_with_a_date(nip: str) -> bool:
    """Whether the first eight digits are a day, as the birth date in every NIP and NI PPPK; there is no check digit."""
    try:
        return 1900 <= dt.date.fromisoformat(nip[:8]).year < 2100
    except ValueError:
        return False
