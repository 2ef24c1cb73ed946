"""Words out of a stranger's file, made fit to be shown."""

import re

from asnquiz.domain.wording import harmless

# A stranger's file may say anything at any length; what an honest one says is far shorter.
_LONGEST = 200
_LONG_WORD = re.compile(r"\S{24}")
_BREAK_HERE = "\u200b"


def strange_words(words: str) -> str:
    """Words of a stranger: no control characters, not without end, and with places where a long word may break."""
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return _LONG_WORD.sub(lambda found: found[0] + _BREAK_HERE, harmless(short))
