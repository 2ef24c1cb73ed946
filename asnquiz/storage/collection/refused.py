"""Files that somebody must look at."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select, union

from asnquiz.domain.collection import RefusedFile, Verdict
from asnquiz.storage.collection.rows import time_of
from asnquiz.storage.collection.site import Site
from asnquiz.storage.collection.tables import arrivals, files, imports
from asnquiz.storage.collection.taking import in_conflict

_CONFLICT = (
    "Berkas ini memuat ujian atau sosialisasi yang ada juga di berkas lain dengan isi berbeda. Keduanya disimpan dan "
    "tidak dihitung; tanyakan kepada pengirimnya."
)
_AT_ONCE = 1000

_SHOWN = (files.c.id, files.c.name, files.c.verdict, files.c.reason, imports.c.begun_ms)
_disputed = in_conflict(files.c.report)


def _by_itself() -> ColumnElement[bool]:
    """What needs a look whatever else came: not where the same bytes led to results, or were read another time."""
    other = files.alias()
    results_in = exists().where(files.c.sha256 != b"", other.c.sha256 == files.c.sha256, other.c.report.is_not(None))
    read_elsewhen = exists().where(files.c.sha256 == b"", other.c.name == files.c.name, other.c.sha256 != b"")
    refused = files.c.verdict.in_([verdict.value for verdict in Verdict if verdict.refused])
    return and_(refused, files.c.name.is_not(None), ~results_in, ~read_elsewhen)


def refused_counts(connection: Connection) -> dict[Verdict, int]:
    query = select(files.c.verdict, func.count().label("times")).where(_by_itself()).group_by(files.c.verdict)
    counts = {Verdict(row.verdict): row.times for row in connection.execute(query)}
    in_dispute = connection.execute(select(func.count()).select_from(files).where(_disputed)).scalar()
    return counts | ({Verdict.CONFLICT: in_dispute} if in_dispute else {})


def refused_files(site: Site, number: int | None) -> Iterator[RefusedFile]:
    """Those of an import, or of all; the newest first. Read a part at a time, so that any number fits."""
    wanted = union(select(files.c.id).where(_by_itself()), select(files.c.id).where(_disputed))
    query = (
        select(*_SHOWN, _disputed.label("disputed"))
        .join(imports, imports.c.id == files.c.last_import)
        .where(files.c.id.in_(wanted))
        .order_by(files.c.id.desc())
        .limit(_AT_ONCE)
    )
    if number is not None:
        query = query.join(arrivals, arrivals.c.file == files.c.id).where(arrivals.c["import"] == number)
    part = query
    while True:
        with site.reading() as connection:
            found = connection.execute(part).all()
        for row in found:
            verdict, reason = (Verdict.CONFLICT, _CONFLICT) if row.disputed else (Verdict(row.verdict), row.reason)
            yield RefusedFile(row.name, verdict, reason, time_of(row.begun_ms))
        if len(found) < _AT_ONCE:
            return
        part = query.where(files.c.id < found[-1].id)
