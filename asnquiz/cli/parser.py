"""argparse in Indonesian: the root parser and the parser of every command under it.

argparse words its messages in English and asks the operating system's language for a translation. The person's
language is Indonesian whatever the system's is, so headings are given here and messages are translated on their way out.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from asnquiz import __version__

Commands = "argparse._SubParsersAction[Parser]"

# argparse's own sentences, of Python 3.11 to 3.14, with a group for each value.
_SENTENCES: Sequence[tuple[str, str]] = (
    (r"argument PERINTAH: invalid choice: '?(.*?)'?(?:, maybe you meant .*)? \(choose from (.*)\)",
     "Perintah tidak dikenal: {0}. Perintah yang ada: {1}."),
)
