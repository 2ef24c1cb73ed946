"""Names for the files that people save: plain letters that every computer takes, and their endings."""

import re
from pathlib import PurePath

from asnquiz.domain.briefing import Occasion
from asnquiz.domain.letters import bare_letters

# A person on the way to another computer.
MOVE_ENDING = ".asnpindah"
# What an office asks of its staff.
TASK_ENDING = ".asntugas"
# What stays of a briefing.
CLASS_ENDING = ".asnkelas"
# A pack of questions, or what is laid over one.
PACK_ENDING = ".asnpack"
# What such a file, and the folder that it is unpacked into, hold.
MANIFEST_NAME, SIGNATURE_NAME, CONTENT_FOLDER = "manifest.json", "manifest.jws", "isi"
_LONGEST = 40


def slug(words: str) -> str:
    """`Siti Amínah, S.Kep.` as `siti-aminah-s-kep`: ASCII, at most 40 long; empty where nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", bare_letters(words).lower())[:_LONGEST].strip("-")


def plain_words(words: str) -> str:
    """`Siti Amínah, S.Kep.` as `Siti Aminah S Kep`: ASCII, at most 40 long; empty where nothing is left."""
    return re.sub(r"[^A-Za-z0-9]+", " ", bare_letters(words)).lstrip()[:_LONGEST].rstrip()


def briefing_file(what: str, occasion: Occasion, *, rehearsal: bool = False) -> str:
    """`daftar-hadir-sosialisasi-netralitas-asn-2026-11-21`, without an ending: `what` it is, of which event, when."""
    parts = ("gladi" if rehearsal else "", what, slug(occasion.title), str(occasion.date))
    return "-".join(part for part in parts if part)


def is_task(file: PurePath) -> bool:
    """Whether a file is a task of an office, by its name."""
    return file.suffix.lower() == TASK_ENDING


def is_move(file: PurePath) -> bool:
    """Whether a file is one that brings a person, by its name."""
    return file.suffix.lower() == MOVE_ENDING


def is_pack(file: PurePath) -> bool:
    """Whether a file is one that brings a pack of questions, by its name."""
    return file.suffix.lower() == PACK_ENDING
