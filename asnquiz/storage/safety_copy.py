"""A copy of the whole database beside it, verified before it counts."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.engine import create_private
from asnquiz.storage.refusals import translated


def keep_copy(engine: Engine, target: Path) -> None:
    """Makes `target` a copy of what is committed, readable on its own; an older `target` is replaced at the end.

    Raises Refusal when the copy cannot be written or does not pass SQLite's integrity check.
    """
    partial = target.with_name(f"{target.name}.sementara")
    with translated(partial):
        partial.unlink(missing_ok=True)
        create_private(partial)
        with closing(sqlite3.connect(partial)) as copy, engine.connect() as source:
            driver: Any = source.connection.driver_connection
            driver.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        # Opened again, so that the check reads the file and not what is still in memory.
        with closing(sqlite3.connect(partial)) as copy:
            verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise Refusal(
                "Data belajar belum diperbarui karena salinan pengamannya tidak lolos pemeriksaan. "
                "Jangan hapus folder data; mintalah bantuan petugas TI."
            )
        partial.replace(target)
