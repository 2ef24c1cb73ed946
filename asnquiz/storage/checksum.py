"""The checksum that proves a row on its own: wherever its bytes are found again, they are ours and whole."""

import hashlib
import json
from collections.abc import Iterable

_BYTES = 16


def row_checksum(table: str, values: Iterable[object]) -> str:
    """BLAKE2b-128, in hexadecimal, of the compact JSON of the table's name and the row's values in column order.

    `values` are those of all columns but `checksum`, which is the last; bytes stand in it by their SHA-256.
    """
    plain = [hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value for value in values]
    content = json.dumps([table, *plain], separators=(",", ":")).encode()
    return hashlib.blake2b(content, digest_size=_BYTES).hexdigest()


def is_proven(table: str, row: tuple[object, ...]) -> bool:
    """Whether a whole row, its checksum last, is as it was written."""
    return row_checksum(table, row[:-1]) == row[-1]
