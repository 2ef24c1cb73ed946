"""Tables as the file that somebody asks for by its name: a workbook, CSV or JSON."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

from asnquiz.documents.csv_file import Profile, write_csv
from asnquiz.documents.json_file import write_json
from asnquiz.documents.xlsx_file import write_xlsx
from asnquiz.domain.data_table import Column, DataFile, DataTable
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.hand_over import is_taken
from asnquiz.usecases.name_file import slug

Put = Callable[[Path, Callable[[BinaryIO], object]], None]


def write_data_file(
    path: Path, file: DataFile, *, put: Put, profile: Profile = Profile.EXCEL_INDONESIA
) -> tuple[Path, ...]:
    """Writes `.xlsx`, `.json` or `.csv`, as the name ends, and gives the files that it made of it, `path` first.

    The same data make the same bytes. A CSV holds one table, so the first is in `path`, each further one beside it in
    `name-title.csv`, and the facts in `name-keterangan.csv`; where nothing stands at `path`, nothing may stand there.
    `put` puts one file in place whole, of what is written into it; see asnquiz.scorefiles.durable.write_by. Rows are
    read once and not kept. Raises Refusal, also for any other ending.
    """
    match path.suffix.lower():
        case ".xlsx":
            put(path, partial(write_xlsx, file=file, beside=path.parent))
            return (path,)
        case ".json":
            put(path, partial(write_json, file=file))
            return (path,)
        case ".csv":
            return _put_csv(path, file, put, profile)
        case ending:
            raise Refusal(f"“{path.name}” harus berakhiran .xlsx, .csv, atau .json, bukan “{ending}”. Ganti namanya.")


def _put_csv(path: Path, file: DataFile, put: Put, profile: Profile) -> tuple[Path, ...]:
    first, *others = file.tables
    tables = {path: first}
    for table in (*others, _facts(file)):
        tables[path.with_name(f"{path.stem}-{slug(table.title)}{path.suffix}")] = table
    if not is_taken(path):
        for beside in tables:
            if is_taken(beside):
                raise Refusal(f"“{beside.name}” sudah ada di sana dan tidak diganti. Pilih nama lain.")
    for beside, table in tables.items():
        put(beside, partial(write_csv, table=table, profile=profile))
    return tuple(tables)


def _facts(file: DataFile) -> DataTable:
    columns = (Column("label", "Keterangan"), Column("value", "Isi"))
    return DataTable("facts", "Keterangan", columns, (("Judul", file.title), *file.facts))
