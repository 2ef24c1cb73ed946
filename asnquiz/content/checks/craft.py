"""How well questions are made: four choices, a situation in the stem, no text twice in one, no story told again."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from asnquiz.content.contents import Contents, Entry
from asnquiz.content.yaml_reader import Path
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Item, ItemType

_CHOICES = 4
_SHORTEST_STEM, _LONGEST_STEM = 25, 70
# Stems that tell different stories share less than a ninth of their runs of three words, mostly of the closing
# question; a story with a word changed in every sentence still shares half.
_LIKE = 0.3
# So many stems are compared in a second, whatever they say, by so many of their first words.
_MOST_ITEMS, _MOST_WORDS = 2_000, 100

_WORD = re.compile(r"\w+")


def craft_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of how the questions in soal/ are made."""
    entries = contents.items.entries
    for entry in entries:
        if entry.value.type is ItemType.SINGLE:
            yield from _single_faults(entry)
        yield from _repeated(entry, _feedback(entry.value), "Umpan balik")
        yield from _repeated(
            entry, {("options", n, "text"): o.text for n, o in enumerate(entry.value.options)}, "Pilihan"
        )
    if len(entries) > _MOST_ITEMS:
        yield entries[-1].fault(f"Paket memuat lebih dari {_MOST_ITEMS} soal; bagilah menjadi beberapa paket.", "id")
    else:
        yield from _alike(entries)


def _single_faults(entry: Entry[Item]) -> Iterator[Fault]:
    item = entry.value
    if len(item.options) != _CHOICES:
        yield entry.fault(f"Soal jenis ini memuat {_CHOICES} pilihan, bukan {len(item.options)}.", "options")
    words = len(item.stem.split())
    if item.scored and not _SHORTEST_STEM <= words <= _LONGEST_STEM:
        yield entry.fault(
            f"Pertanyaan jenis ini yang dinilai memuat {_SHORTEST_STEM} sampai {_LONGEST_STEM} kata, bukan {words}.",
            "stem",
        )


def _feedback(item: Item) -> Mapping[Path, str]:
    """Every feedback of an item by its place."""
    return {
        **{("options", number, "feedback"): option.feedback for number, option in enumerate(item.options)},
        **{("feedback", verdict.value): text for verdict, text in (item.feedback or {}).items()},
        **{("pairs", number, "feedback"): pair.feedback for number, pair in enumerate(item.pairs)},
    }


def _repeated(entry: Entry[Item], texts: Mapping[Path, str], named: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, text in texts.items():
        plain = _plain(text)
        if plain in seen:
            yield entry.fault(f"{named} ini sama dengan yang lain di soal ini; tulis yang khas.", *path)
        seen.add(plain)


def _plain(text: str) -> str:
    """The words of a text; all its signs when it has no letter, as + and - have none."""
    return " ".join(_WORD.findall(text.lower()) if any(map(str.isalpha, text)) else text.split())


def _alike(entries: tuple[Entry[Item], ...]) -> Iterator[Fault]:
    """Stems that tell the story of an earlier one, by the share of runs of three words that both have."""
    earlier: list[tuple[Entry[Item], int]] = []
    # Of each run a number whose nth byte is 1 when the nth stem has it. A byte of their sum is how many that stem has
    # of the runs, which are fewer than 256.
    having: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for entry in entries:
        runs = _runs(entry.value.stem)
        shared = sum(having[run] for run in runs).to_bytes(len(earlier), "little")
        for (other, length), count in zip(earlier, shared, strict=True):
            if count and count / (length + len(runs) - count) >= _LIKE:
                line = other.document.place(other.path).line
                yield entry.fault(
                    f'Pertanyaan ini hampir sama dengan "{other.id}" (`{other.file}` baris {line}); tulis cerita lain.',
                    "stem",
                )
                break
        for run in runs:
            having[run] += 1 << 8 * len(earlier)
        earlier.append((entry, len(runs)))


def _runs(text: str) -> Set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())[:_MOST_WORDS]
    return set(zip(words, words[1:], words[2:], strict=False))
