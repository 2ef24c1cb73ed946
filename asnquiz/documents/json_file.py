"""Tables as JSON, for programs: every row is an array in a line of its own."""

import codecs
import datetime as dt
import json
from functools import partial
from typing import Any, BinaryIO

from asnquiz.domain.data_table import Cell, Column, DataFile, DataTable

_dumps = partial(json.dumps, ensure_ascii=False, allow_nan=False)


def write_json(out: BinaryIO, file: DataFile) -> None:
    """Writes an object of `title`, `created`, `facts` by label, and `tables` by name; rows come one at a time.

    A table has its `title`, its `columns` (name, title, kind) and its `rows`; days and times are in ISO 8601.
    """
    write = codecs.getwriter("utf-8")(out).write
    created = file.created.isoformat() if file.created else None
    head = _dumps({"title": file.title, "created": created, "facts": dict(file.facts)})
    write(f'{head[:-1]}, "tables": {{')
    for number, table in enumerate(file.tables):
        write(",\n" if number else "\n")
        columns = [{"name": one.name, "title": one.title, "kind": one.kind.value} for one in table.columns]
        head = _dumps({"title": table.title, "columns": columns})
        write(f'{_dumps(table.name)}: {head[:-1]}, "rows": [')
        _write_rows(write, table)
        write("]}")
    write("\n}}\n")


def _write_rows(write: Any, table: DataTable) -> None:
    between = "\n"
    for row in table.rows:
        cells = [_plain(column, cell) for column, cell in zip(table.columns, row, strict=True)]
        write(between + _dumps(cells))
        between = ",\n"


def _plain(column: Column, cell: Cell) -> str | float | None:
    if isinstance(cell, dt.datetime):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return column.rounded(cell) if isinstance(cell, float) else cell
