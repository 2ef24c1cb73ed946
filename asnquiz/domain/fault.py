"""What is wrong with content, and exactly where: one sentence for the author of a pack."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One fault of a pack.

    Attributes:
        file: path inside the pack, with forward slashes.
        line, column: 1-based place of the value at fault.
        id: the entry it belongs to, None outside entries.
        message: an Indonesian sentence that says what is wrong and what is expected.
    """

    file: str
    line: int
    column: int
    id: str | None
    message: str
