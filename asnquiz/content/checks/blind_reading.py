"""The table of blind readings: each scored question was answered by somebody who did not see its key.

A row holds the answer given and the key in the notation of `written_key`, and what was done where they differ. Rows of
earlier revisions stay as a record; rows `aturan:ID` record that a rule was judged the same way.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from asnquiz.content.contents import Contents
from asnquiz.domain.answering import written_key
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Item
from asnquiz.domain.unseen import NOT_TEXT, odd_character

COLUMNS = ("butir", "revisi", "jawaban", "kunci", "tindakan", "catatan")
_RULE = "aturan:"
_REVISION = re.compile(r"[1-9][0-9]{0,3}")
_MAX_BYTES = 1_000_000


@dataclass(frozen=True)
class _Row:
    file: str
    line: int
    name: str
    revision: str
    answer: str
    key: str
    action: str

    def fault(self, message: str) -> Fault:
        return Fault(self.file, self.line, 1, self.name or None, message)


def reading_faults(contents: Contents, table: Path) -> Iterator[Fault]:
    """Faults of the table, and scored questions that it does not hold as they are today."""
    rows, faults = _read(table)
    yield from faults
    if rows is None:
        return
    read: set[tuple[str, str]] = set()
    for row in rows:
        if (row.name, row.revision) in read:
            yield row.fault("Butir dan revisi ini sudah ada di baris lain; sisakan satu.")
        read.add((row.name, row.revision))
        yield from _rule_faults(row, contents) if row.name.startswith(_RULE) else _item_faults(row, contents)
    for entry in contents.items.entries:
        item = entry.value
        if item.scored and (item.id, str(item.revision)) not in read:
            yield entry.fault(
                f"Revisi {item.revision} soal ini belum ditelaah buta; tambahkan baris di {table.name}.", "id"
            )


def _rule_faults(row: _Row, contents: Contents) -> Iterator[Fault]:
    if contents.rules.lacks(row.name.removeprefix(_RULE)):
        yield row.fault(f'Ketentuan "{row.name.removeprefix(_RULE)}" tidak ada di paket; hapus baris ini.')


def _item_faults(row: _Row, contents: Contents) -> Iterator[Fault]:
    if contents.items.lacks(row.name):
        yield row.fault(f'Soal "{row.name}" tidak ada di paket; hapus baris ini.')
        return
    if item := contents.items.by_id.get(row.name):
        yield from _revision_faults(row, item)
    if not row.answer:
        yield row.fault("jawaban masih kosong; isi dengan jawaban penelaah.")
    elif row.answer != row.key and not row.action:
        yield row.fault("jawaban berbeda dari kunci, tetapi tindakan masih kosong; tulis apa yang dilakukan.")


def _revision_faults(row: _Row, item: Item) -> Iterator[Fault]:
    if not _REVISION.fullmatch(row.revision) or int(row.revision) > item.revision:
        yield row.fault(f'revisi harus 1 sampai {item.revision}, bukan "{row.revision}".')
    elif row.revision == str(item.revision) and row.key != written_key(item):
        yield row.fault(f'kunci soal ini sekarang "{written_key(item)}", bukan "{row.key}"; telaah ulang soalnya.')


def _read(table: Path) -> tuple[list[_Row] | None, list[Fault]]:
    """The rows, or None when there is no table to be read; and what is wrong with its form."""
    try:
        if table.stat().st_size > _MAX_BYTES:
            return None, [Fault(table.name, 1, 1, None, "Berkas telaah terlalu besar.")]
        text = table.read_text("utf-8-sig")
    except OSError:
        return None, [Fault(table.name, 1, 1, None, "Berkas telaah tidak ada atau tidak dapat dibuka.")]
    except UnicodeDecodeError:
        return None, [Fault(table.name, 1, 1, None, "Berkas telaah harus disimpan sebagai UTF-8.")]
    if odd := NOT_TEXT.search(text):
        line, column = text.count("\n", 0, odd.start()) + 1, odd.start() - text.rfind("\n", 0, odd.start())
        return None, [Fault(table.name, line, column, None, odd_character(odd.group()))]
    rows: list[_Row] = []
    faults: list[Fault] = []
    lines = csv.reader(StringIO(text.rstrip(), newline=""), strict=True)
    try:
        if tuple(next(lines, ())) != COLUMNS:
            return None, [Fault(table.name, 1, 1, None, f"Baris pertama harus {','.join(COLUMNS)}.")]
        line = lines.line_num + 1
        for cells in lines:
            if len(cells) == len(COLUMNS):
                name, *rest, _ = (" ".join(cell.split()) for cell in cells)
                rows.append(_Row(table.name, line, name, *rest))
            else:
                words = f"Baris ini memuat {len(cells)} kolom, bukan {len(COLUMNS)}; apit koma dalam teks dengan kutip."
                faults.append(Fault(table.name, line, 1, None, words))
            line = lines.line_num + 1
    except csv.Error:
        faults.append(
            Fault(table.name, lines.line_num, 1, None, "Susunan CSV tidak terbaca di sini; periksa tanda kutip.")
        )
    return rows, faults
