"""Letters without what stands on them, in time by the length of the text, whoever wrote it."""

import unicodedata


def bare_letters(text: str) -> str:
    """A text decomposed (NFKD) and without combining marks: `Amínah` is `Aminah`.

    Character by character: ordering a long run of marks, which are left out anyway, takes time by the square of it.
    """
    if text.isascii():
        return text
    parts = (part for char in text for part in unicodedata.normalize("NFKD", char))
    return "".join(part for part in parts if not unicodedata.combining(part))
