"""Characters that no text of a pack or a task may hold, because they are not seen and yet change what is."""

import re

# Control characters; joiners, fillers, marks and overrides of the reading order, line separators, tags.
# https://www.unicode.org/reports/tr36/, section 2.5, and https://trojansource.codes
NOT_TEXT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\uffa0\ufff9-\ufffb\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e0fff]"
)


def odd_character(character: str) -> str:
    """What to tell an author of a character of NOT_TEXT."""
    return f"Ada huruf kendali yang tidak terlihat (U+{ord(character):04X}); hapus, lalu ketik ulang bagian ini."
