"""What docs/skala.md tells an office to save and run, as it stands there."""

import re
from functools import cache
from pathlib import Path

_PAGE = Path(__file__).parents[3] / "docs" / "skala.md"


@cache
def told(name: str) -> str:
    """The block that begins with the name of its file."""
    blocks: list[str] = re.findall(r"^```\w+\n(.*?)^```$", _PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (found,) = (block for block in blocks if re.match(rf"(--|#) {re.escape(name)}\b", block))
    return found
