"""What can happen to files on a disk, and which rows physically survive it, known without any code of the program.

A row counts as present and intact in a damaged file
- when its record, encoded here by the rules of https://www.sqlite.org/fileformat2.html, still stands somewhere in the
  file in one piece; or
- when the record is longer than a page, and each of its pieces, and the page numbers that join them, stand where they
  stood before.
In a log that was cut, only what stands before the last commit that is left counts: SQLite and the program cannot tell
the rest from a transaction that was never finished.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

PAGE = 4096
LOG_HEADER = 32
FRAME_HEADER = 24
FRAME = FRAME_HEADER + PAGE

KEYS = {
    "profiles": ("id",),
    "packs": ("sha256",),
    "attempts": ("id",),
    "attempt_items": ("attempt", "number"),
    "responses": ("attempt", "number"),
    "pauses": ("attempt", "number"),
    "lessons_read": ("profile", "pack_id", "lesson"),
    "recalls": ("profile", "pack_id", "number"),
    "case_steps": ("profile", "pack_id", "number"),
    "pledges": ("profile", "number"),
    "tasks": ("profile", "id"),
    "task_attempts": ("attempt",),
    "settings": ("name",),
}

# Serial types of whole numbers, with how many bytes each takes.
WHOLE_NUMBERS = ((1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (6, 8))

Key = tuple[object, ...]
Row = tuple[object, ...]
Files = dict[str, bytes]
Damage = Callable[[bytes, Random], bytes | None]


def read_rows(path: Path) -> dict[Key, Row]:
    """Every row that SQLite returns, by table and key; what it cannot read is left out."""
    found: dict[Key, Row] = {}
    try:
        with closing(sqlite3.connect(path)) as connection:
            for table, key in KEYS.items():
                found |= dict(_read_table(connection, table, key))
    except sqlite3.Error:
        pass
    return found


def _read_table(connection: sqlite3.Connection, table: str, key: tuple[str, ...]) -> Iterator[tuple[Key, Row]]:
    try:
        cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield (table, *(row[names.index(name)] for name in key)), row
    except (sqlite3.Error, ValueError, OverflowError):
        return


@dataclass
class Piece:
    """Bytes that belong to a row, and where in which file they stood."""

    file: str
    place: int
    content: bytes


@dataclass
class Kept:
    """What a data folder holds: its files, and its rows by table and key.

    Attributes:
        latest: every row as SQL reads it through the log.
        records: the bytes of each row; `pieces` are those of rows longer than a page.
        backups: the rows of each backup, by its file.
    """

    files: Files
    latest: dict[Key, Row]
    backups: dict[str, dict[Key, Row]]
    pieces: dict[tuple[str, Key], list[Piece]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, rows in (("belajar.db", self.latest), *self.backups.items()):
            for key, row in rows.items():
                record = encoded(row)
                if len(record) > PAGE - 35:
                    self.pieces[name, key] = list(self._pieces(name, record))
                else:
                    assert any(record in content for content in self._with_log(name)), "the encoding here is wrong"

    def _with_log(self, name: str) -> list[bytes]:
        return [content for file, content in self.files.items() if file in (name, f"{name}-wal")]

    def _pieces(self, name: str, record: bytes) -> Iterator[Piece]:
        least = (PAGE - 12) * 32 // 255 - 23
        first = least + (len(record) - least) % (PAGE - 4)
        first = first if first <= PAGE - 35 else least
        parts = [record[:first], *(record[at : at + PAGE - 4] for at in range(first, len(record), PAGE - 4))]
        for number, part in enumerate(parts):
            file = next(f for f in (name, f"{name}-wal") if part in self.files.get(f, b""))
            content, place = self.files[file], self.files[file].index(part)
            yield Piece(file, place, part)
            joint = place + len(part) if number == 0 else place - 4
            yield Piece(file, joint, content[joint : joint + 4])
            if file.endswith("-wal"):
                frame = LOG_HEADER + (place - LOG_HEADER) // FRAME * FRAME
                yield Piece(file, frame, content[frame : frame + 4])

    def survivors(self, files: Files) -> tuple[set[Key], dict[str, set[Key]]]:
        """The keys of rows that are intact in damaged files: of the database with its log, and of each backup."""
        own = self._intact("belajar.db", self.latest, files)
        return own, {name: self._intact(name, rows, files) for name, rows in self.backups.items()}

    def _intact(self, name: str, rows: dict[Key, Row], files: Files) -> set[Key]:
        log = f"{name}-wal"
        contents = {file: files[file] for file in (name, log) if file in files}
        if log in contents and is_cut(contents[log], self.files[log]):
            contents[log] = contents[log][: last_commit(contents[log])]
        intact: set[Key] = set()
        for key, row in rows.items():
            if (name, key) in self.pieces:
                whole = all(
                    contents.get(piece.file, b"")[piece.place : piece.place + len(piece.content)] == piece.content
                    for piece in self.pieces[name, key]
                )
            else:
                record = encoded(row)
                whole = any(record in content for content in contents.values())
            if whole:
                intact.add(key)
        return intact


def is_cut(log: bytes, before: bytes) -> bool:
    """Whether a log ends earlier than before, and is what it was up to the last whole frame that it has."""
    whole = LOG_HEADER + (len(log) - LOG_HEADER) // FRAME * FRAME
    return len(log) < len(before) and log[:whole] == before[:whole]


def last_commit(log: bytes) -> int:
    """Where the last frame that commits a transaction ends."""
    ends = [at + FRAME for at in range(LOG_HEADER, len(log) - FRAME + 1, FRAME) if log[at + 4 : at + 8] != bytes(4)]
    return ends[-1] if ends else 0


def encoded(row: Row) -> bytes:
    """A row in SQLite's record format (2.1)."""
    types, body = zip(*map(_encoded_value, row), strict=True)
    header = b"".join(map(_varint, types))
    return _varint(len(header) + 1) + header + b"".join(body)


def _encoded_value(value: object) -> tuple[int, bytes]:
    match value:
        case None:
            return 0, b""
        case 0 | 1:
            return 8 + int(value), b""
        case int():
            bits = (value if value >= 0 else ~value).bit_length() + 1
            kind, size = next(form for form in WHOLE_NUMBERS if bits <= 8 * form[1])
            return kind, value.to_bytes(size, "big", signed=True)
        case str():
            text = value.encode()
            return 2 * len(text) + 13, text
        case bytes():
            return 2 * len(value) + 12, value
        case _:
            raise TypeError(value)


def _varint(number: int) -> bytes:
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(number & 0x7F | 0x80)
    return bytes(reversed(digits))


def _place(content: bytes, random: Random) -> int:
    return random.randrange(max(1, len(content)))


def random_bytes(content: bytes, random: Random) -> bytes:
    start = _place(content, random)
    length = random.choice((1, 16, 200, 4096, 20_000, len(content)))
    return content[:start] + random.randbytes(len(content[start : start + length])) + content[start + length :]


def zeroed_bytes(content: bytes, random: Random) -> bytes:
    start = _place(content, random) // 512 * 512
    length = random.choice((512, 4096, 16_384))
    return content[:start] + bytes(len(content[start : start + length])) + content[start + length :]


def flipped_bits(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 2, 8, 100))):
        changed[_place(content, random)] ^= 1 << random.randrange(8)
    return bytes(changed)


def flipped_header(content: bytes, random: Random) -> bytes:
    changed = bytearray(content)
    changed[random.randrange(min(100, len(content)))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    return content[
        : random.choice((0, random.randrange(100), _place(content, random), len(content) // PAGE // 2 * PAGE))
    ]


def lost_part(content: bytes, random: Random) -> bytes:
    """A stretch is gone, and what stood behind it moved up."""
    start = _place(content, random)
    return content[:start] + content[start + random.choice((1, 512, 4096)) :]


def pages_swapped(content: bytes, random: Random) -> bytes:
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    one, other = random.randrange(len(pages)), random.randrange(len(pages))
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def page_repeated(content: bytes, random: Random) -> bytes:
    """A page stands also where another one belongs."""
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    pages[random.randrange(len(pages))] = random.choice(pages)
    return b"".join(pages)


def page_zeroed(content: bytes, random: Random) -> bytes:
    start = _place(content, random) // PAGE * PAGE
    return content[:start] + bytes(len(content[start : start + PAGE])) + content[start + PAGE :]


def gone(_content: bytes, _random: Random) -> None:
    return None


DAMAGES: tuple[Damage, ...] = (
    random_bytes,
    zeroed_bytes,
    flipped_bits,
    flipped_header,
    cut,
    lost_part,
    pages_swapped,
    page_repeated,
    page_zeroed,
    gone,
)
