"""What a person's data looks like on its way to another computer: the plaintext `asnquiz/move/2`, and its code."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

from asnquiz.domain.holdings import Holdings
from asnquiz.domain.moment import Moment
from asnquiz.domain.refusal import Refusal

SCHEMA = "asnquiz/move/2"
# What the first programs wrote, and every later one reads: no tasks.
FIRST_SCHEMA = "asnquiz/move/1"
CODE_BYTES = 10

# Crockford's base 32, without letters that are taken for digits or for one another: https://www.crockford.com/base32.html
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RFC_4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_OURS = str.maketrans(_RFC_4648, _ALPHABET)
_THEIRS = str.maketrans(_ALPHABET, _RFC_4648)
_TAKEN_FOR = str.maketrans("OIL", "011")
_GROUP = 4
_LENGTH = CODE_BYTES * 8 // 5


@dataclass(frozen=True)
class Move:
    """A person on the way to another computer.

    Attributes:
        made: when the file was made.
        program: the version of the program that made it.
        packs: the compiled form of every pack that an attempt was made of, as text, by the pack's identity.
    """

    schema: str
    made: Moment
    program: str
    holdings: Holdings
    packs: Mapping[str, str]


def code_words(secret: bytes) -> str:
    """`7K3D-M9QX-2WFT-0RAB`: CODE_BYTES of chance, as people note and type them."""
    digits = base64.b32encode(secret).decode("ascii").translate(_OURS)
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def parse_code(typed: str) -> bytes:
    """The secret of a code as people type it: small or large letters, with or without what separates the groups.

    O is taken for 0, I and L for 1. Raises Refusal for what can be no code.
    """
    digits = re.sub(r"[\s\-\u2010-\u2015_.]", "", typed).upper().translate(_TAKEN_FOR)
    if strange := sorted(set(digits) - set(_ALPHABET)):
        raise Refusal(f"Kode tidak memuat “{strange[0]}”. Periksa kembali catatan Anda, lalu ketik ulang.")
    if len(digits) != _LENGTH:
        raise Refusal(
            f"Kode terdiri atas {_LENGTH} huruf dan angka; yang tertulis {len(digits)}. "
            "Periksa kembali catatan Anda, lalu ketik ulang."
        )
    return base64.b32decode(digits.translate(_THEIRS))
