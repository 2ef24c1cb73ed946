"""The words of the shipped pack that do not stand in the kept list kata.txt.

The list holds the words that hunspell knows with the Indonesian dictionary of Debian's package hunspell-id, and those
that it does not know but a person has read one by one: new and foreign words, names, and forms that its affixes miss.
`python3 -m tests.content.spelling` prints the words that are in neither, one a line; pipe them through
`hunspell -d id_ID -l` to see which of them are left to be read. Abbreviations are the glossary's.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from asnquiz.content.passages import passages
from asnquiz.content.reader import read_pack

PACK = Path(__file__).parents[2] / "questions" / "netralitas-pilkada"
LIST = Path(__file__).with_name("kata.txt")

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def words(text: str) -> Iterator[str]:
    """The words of a text in small letters, the parts of hyphenated ones each by itself; none of two capitals."""
    for word in _WORD.findall(text.replace("’", "'")):
        if sum(map(str.isupper, word)) < 2:
            yield word.lower()


def kept_words() -> list[str]:
    """The list as it stands in the file."""
    return LIST.read_text("utf-8").splitlines()


def unknown_words() -> list[str]:
    """The words of the shipped pack that are not in the list, sorted."""
    contents, _ = read_pack(PACK)
    used = {word for passage in passages(contents) for word in words(passage.text)}
    return sorted(used.difference(kept_words()))


if __name__ == "__main__":
    print(*unknown_words(), sep="\n")
