"""The codes that people type to come into a briefing: kode kelas for the room, kode peserta for one invited person."""

import unicodedata
from random import Random

# Neither 0 and O nor 1, I and L, which are taken for one another; no vowels, so that no code is a word.
GUEST_LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"
GUEST_LENGTH = 4
CLASS_LENGTH = 6


def class_code(random: Random) -> str:
    """Six digits, the first of which is not 0, so that it is never taken for a number of fewer."""
    return str(random.randrange(10 ** (CLASS_LENGTH - 1), 10**CLASS_LENGTH))


def guest_codes(count: int, random: Random) -> tuple[str, ...]:
    """So many codes of four characters, all different; `random` must be one that nobody can foretell."""
    codes: dict[str, None] = {}
    while len(codes) < count:
        codes["".join(random.choices(GUEST_LETTERS, k=GUEST_LENGTH))] = None
    return tuple(codes)


def typed_code(text: str) -> str:
    """A code as it is kept, of one as it was typed, with blanks, dashes, small or full-width letters."""
    # Character by character: ordering a long run of marks takes time by the square of it.
    plain = "".join(unicodedata.normalize("NFKC", character) for character in text)
    return "".join(character for character in plain.upper() if character.isalnum())


def class_code_words(code: str) -> str:
    """`482 913`."""
    half = CLASS_LENGTH // 2
    return f"{code[:half]} {code[half:]}"
