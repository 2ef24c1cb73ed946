"""Files that somebody must look at."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Engine, and_, exists, func, or_, select

from asnquiz.domain.collection import RefusedFile, Verdict
from asnquiz.storage.collection.rows import time_of
from asnquiz.storage.collection.tables import files, imports
from asnquiz.storage.collection.taking import in_conflict
from asnquiz.storage.engine import reading

_CONFLICT = (
    "Berkas ini memuat ujian yang ada juga di berkas lain dengan isi berbeda. Keduanya disimpan dan tidak dihitung; "
    "tanyakan kepada pengirimnya."
)
_AT_ONCE = 1000

_import = files.c["import"]
_SHOWN = (files.c.id, files.c.name, files.c.verdict, files.c.reason, imports.c.begun_ms)
_disputed = in_conflict(files.c.report)
_by_itself = files.c.verdict.in_([verdict.value for verdict in Verdict if verdict.refused])


def _of_all() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Of all imports the files to look at by themselves, and those in conflict: each once, as it came last.

    What needs none: files whose results are in by now, whatever was said of them before, and what could be read later.
    """
    other = files.alias()
    same = and_(other.c.sha256 == files.c.sha256, other.c.name == files.c.name, other.c.id > files.c.id)
    results_in = exists().where(files.c.sha256 != b"", other.c.sha256 == files.c.sha256, other.c.report.is_not(None))
    read_later = exists().where(files.c.sha256 == b"", other.c.name == files.c.name, other.c.sha256 != b"")
    named = files.c.name.is_not(None)
    by_itself = and_(named, _by_itself, ~exists().where(same), ~results_in, ~read_later)
    disputed = and_(named, _disputed, ~exists().where(same, other.c.report.is_not(None)))
    return by_itself, disputed


def refused_counts(connection: Connection) -> dict[Verdict, int]:
    by_itself, disputed = _of_all()
    query = select(files.c.verdict, func.count().label("times")).where(by_itself).group_by(files.c.verdict)
    counts = {Verdict(row.verdict): row.times for row in connection.execute(query)}
    in_dispute = connection.execute(select(func.count()).select_from(files).where(disputed)).scalar()
    return counts | ({Verdict.CONFLICT: in_dispute} if in_dispute else {})


def refused_files(engine: Engine, number: int | None) -> Iterator[RefusedFile]:
    """Those of an import, or each of all once; the newest first. Read a part at a time, so that any number fits."""
    of = or_(*_of_all()) if number is None else and_(_import == number, or_(_by_itself, _disputed))
    query = (
        select(*_SHOWN, _disputed.label("disputed"))
        .join(imports)
        .where(files.c.name.is_not(None), of)
        .order_by(files.c.id.desc())
        .limit(_AT_ONCE)
    )
    part = query
    while True:
        with reading(engine) as connection:
            found = connection.execute(part).all()
        for row in found:
            at = time_of(row.begun_ms)
            if row.disputed:
                yield RefusedFile(row.name, Verdict.CONFLICT, _CONFLICT, at)
            else:
                yield RefusedFile(row.name, Verdict(row.verdict), row.reason, at)
        if len(found) < _AT_ONCE:
            return
        part = query.where(files.c.id < found[-1].id)
