"""What a target of foreign bytes is, and what may be said to a person about an input that was refused."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

# Draws what was accepted; None where an input was refused.
Draw = Callable[[], object]
Take = Callable[[bytes], Draw | None]


@dataclass(frozen=True)
class Target:
    """One place that takes foreign bytes.

    Attributes:
        make: a new input.
        open: what takes inputs, in a folder of its own, where it may raise Refusal.
        share: how many of a thousand inputs are for this target.
    """

    make: Callable[[Random], bytes]
    open: Callable[[Path], Take]
    share: int


class NoSentenceError(AssertionError):
    """What was said is no sentence for a person."""


def said(sentences: Iterable[str]) -> None:
    """Raises NoSentenceError for what is no sentence in visible characters; a path in it may hold a line end."""
    for words in (sentence.replace("\n", " ") for sentence in sentences):
        if not words.isprintable() or not words.rstrip().endswith(".") or "Error" in words or "Traceback" in words:
            raise NoSentenceError(words[:300])


def accepted() -> None:
    """For what is not shown anywhere."""
