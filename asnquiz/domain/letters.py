"""Letters without what stands on them, and names as they are compared, in time by the length of the text, whoever
wrote it.
"""

import unicodedata
from itertools import groupby

_MOST_MARKS = 30  # on one letter (UAX #15, 13)


def bare_letters(text: str) -> str:
    """A text decomposed (NFKD) and without combining marks: `Amínah` is `Aminah`.

    Character by character: ordering a long run of marks, which are left out anyway, takes time by the square of it.
    """
    if text.isascii():
        return text
    parts = (part for char in text for part in unicodedata.normalize("NFKD", char))
    return "".join(part for part in parts if not unicodedata.combining(part))


def bare_name(name: str) -> str:
    """A name for comparing where marks may have been left out: bare letters, without case, one blank between words."""
    return " ".join(bare_letters(name).lower().split())


def folded(name: str) -> str:
    """A name as it is compared and looked for: composed (NFC), without case, one blank between words.

    What has more marks on a letter than anybody writes stays as it is: ordering them takes time by the square.
    """
    if not name.isascii() and not _is_overloaded(name):
        name = unicodedata.normalize("NFC", name)
    return " ".join(name.casefold().split())


def _is_overloaded(text: str) -> bool:
    runs = groupby(text, lambda char: unicodedata.combining(unicodedata.normalize("NFD", char)[0]) > 0)
    return any(marks and len(list(run)) > _MOST_MARKS for marks, run in runs)
