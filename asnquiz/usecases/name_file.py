"""Names for the files that people save: plain small letters that every computer takes."""

import re

from asnquiz.domain.letters import bare_letters

_LONGEST = 40


def slug(words: str) -> str:
    """`Siti Amínah, S.Kep.` as `siti-aminah-s-kep`: ASCII, at most 40 long; empty where nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", bare_letters(words).lower())[:_LONGEST].strip("-")
