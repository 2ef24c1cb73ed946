"""Names for the files that people save: plain small letters that every computer takes, and their endings."""

import re
import unicodedata
from pathlib import PurePath

# A person on the way to another computer.
MOVE_ENDING = ".asnpindah"
_LONGEST = 40


def slug(words: str) -> str:
    """`Siti Amínah, S.Kep.` as `siti-aminah-s-kep`: ASCII, at most 40 long; empty where nothing is left."""
    letters = unicodedata.normalize("NFKD", words).lower()
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-")


def is_move(file: PurePath) -> bool:
    """Whether a file is one that brings a person, by its name."""
    return file.suffix.lower() == MOVE_ENDING
